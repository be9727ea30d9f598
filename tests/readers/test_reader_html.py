"""HTML: what is read, white space, tables, and input that is not HTML at all."""

from __future__ import annotations

import pytest
from reader_shown import check_places, kinds, shown, source_of

from linter.model import Link, Table
from linter.readers import read
from linter.readers.markup import tokens

BLOCKS = {
    "white space": (
        "<p> A\n  <b> b </b>\tc<br> d </p>",
        [("paragraph", "A b c\nd", "A\n  <b> b </b>\tc<br> d")],
    ),
    "entities": (
        "<p>8&#51;&#x25; &lt5 R&ampD &eacute;&nbsp;x &bogus; & y&#32; z",
        [
            (
                "paragraph",
                "83% <5 R&D é\xa0x &bogus; & y z",
                "8&#51;&#x25; &lt5 R&ampD &eacute;&nbsp;x &bogus; & y&#32; z",
            )
        ],
    ),
    "implied ends": (
        "<p>a<p>b<ul><li>c<li>d</ul>e",
        [
            (k, t, t)
            for k, t in [
                ("paragraph", "a"),
                ("paragraph", "b"),
                ("item", "c"),
                ("item", "d"),
                ("paragraph", "e"),
            ]
        ],
    ),
    "text of boxes": ("<div>a<section>b</section>c</div>", [("paragraph", t, t) for t in "abc"]),
    "figure": (
        "<figure><img alt='a &amp; b' src=x><figcaption>Fig</figcaption></figure>",
        [("alt", "a & b", "a &amp; b"), ("caption", "Fig", "Fig")],
    ),
    "details": (
        "<details><summary>More</summary>Text</details>",
        [("heading6", "More", "More"), ("paragraph", "Text", "Text")],
    ),
    "code": ("<p>a <code>x <b>y</b></code> b", [("paragraph", "a \ufffc b", "a <code>x <b>y</b></code> b")]),
    "superscripts": (
        "<p>a<sup>2</sup> m<sup>2</sup> 10<sup>−5</sup> <sup>131</sup>I 2018<sup>3</sup> 5<sup>th</sup> H<sub>2</sub>O",
        [
            (
                "paragraph",
                "a² m² 10⁻⁵ ¹³¹I 2018 5th H2O",
                "a<sup>2</sup> m<sup>2</sup> 10<sup>−5</sup> <sup>131</sup>I 2018<sup>3</sup> 5<sup>th</sup> H<sub>2</sub>O",
            )
        ],
    ),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_blocks(name: str) -> None:
    source, expected = BLOCKS[name]
    document = read("draft.html", source.encode())
    assert shown(document) == expected
    check_places(document)


UNREAD = [
    "<script>x<p>y</p></script>",
    "<style>x</style>",
    "<template>x</template>",
    "<noscript>x</noscript>",
    "<nav>x</nav>",
    "<header>x</header>",
    "<footer>x</footer>",
    "<aside>x</aside>",
    "<button>x</button>",
    "<select><option>x</select>",
    "<div hidden>x<p>y</div>",
    "<p aria-hidden='true'>x</p>",
    "<p style='color: red; DISPLAY : none'>x</p>",
    "<p style='visibility:hidden'>x</p>",
    "<!-- <p>x</p> -->",
    "<del>x</del>",
    "<?php x ?>",
    "<!doctype x>",
]


@pytest.mark.parametrize("hidden", UNREAD)
def test_unread(hidden: str) -> None:
    assert kinds("draft.html", f"<p>a</p>{hidden}<p>b</p>") == [("paragraph", "a"), ("paragraph", "b")]


PAGES = {
    "main": (
        "<p>x</p><main><header><h1>H</h1></header><p>a</p><nav>n</nav><footer>f</footer></main>y",
        ["H", "a", "f"],
    ),
    "role": ("x<div role='main'><p>a</p></div><article>y</article>", ["a"]),
    "articles": ("x<article><h1>H</h1>a</article><article>b</article>", ["H", "a", "b"]),
    "main wins": ("<article>x</article><main>a<article>b</article></main>", ["a", "b"]),
    "main in a comment": ("<!-- <main> --><p>a</p>", ["a"]),
    "empty main": ("<main></main><p>a</p>", ["a"]),
    "masthead": ("<header><h1>H</h1>x</header><p>a</p>", ["H", "a"]),
    "screen readers": ("<p class='sr-only'>a</p>", ["a"]),
}


@pytest.mark.parametrize("name", PAGES)
def test_main_content(name: str) -> None:
    source, expected = PAGES[name]
    assert [text for _, text in kinds("draft.html", source)] == expected


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("<title>Sarcoma | Site</title><p>a", ("title", "Sarcoma")),
        ("<title>Sarcoma – spread – Site</title><p>a", ("title", "Sarcoma – spread")),
        ("<title>Sarcoma | Site</title><main><p>a<h1>H</h1></main>", ("heading1", "H")),
        ("<title>Sarcoma<p>a", ("title", "Sarcoma")),
        ("<p>a", None),
    ],
)
def test_title(source: str, title: tuple[str, str] | None) -> None:
    document = read("draft.html", source.encode())
    assert (None if document.title is None else kinds("draft.html", source)[document.title]) == title


def test_lists_and_terms_hang_on_what_introduces_them() -> None:
    source = "<p>Lead</p><ul><li>a<ul><li>b</ul><p>more</p><li>c</ul><dl><dt>t<dd>d<dt>u<dd>e</dl>"
    document = read("draft.html", source.encode())
    assert [(b.kind, b.text, b.parent) for b in document.blocks] == [
        ("paragraph", "Lead", None),
        ("item", "a", 0),
        ("item", "b", 1),
        ("paragraph", "more", 1),
        ("item", "c", 0),
        ("item", "t", None),
        ("item", "d", 5),
        ("item", "u", None),
        ("item", "e", 7),
    ]


def test_links() -> None:
    source = (
        '<p>Of <a href="http://a.b?x&amp;y">all</a><sup><a href="#r1">1</a></sup>'
        '<a href="#r2"><sup>2</sup></a> or<sup>[3]</sup>.'
    )
    block = read("draft.html", source.encode()).blocks[0]
    assert block.text == "Of all or."
    assert block.links == (
        Link(3, 6, "http://a.b?x&amp;y"),
        Link(6, 6, "#r1"),
        Link(6, 6, "#r2"),
        Link(9, 9, "#note-3"),
    )


def test_quotations_are_marked() -> None:
    document = read("draft.html", b"a<blockquote><p>b</p>c</blockquote>d")
    assert [(b.text, b.quoted) for b in document.blocks] == [
        ("a", False),
        ("b", True),
        ("c", True),
        ("d", False),
    ]


TABLES = {
    "caption, spans": (
        "<table><caption>Cap</caption><thead><tr><th rowspan=2>Stage<th colspan=2>Rate<tr><th>men<th>women</thead>"
        "<tr><th>I<td>1<td>2<tr><th>II<td colspan=2>3</table>",
        ["Cap", "Stage", "Rate", "men", "women", "I", "1", "2", "II", "3"],
        [Table(((1, 2, 2), (1, 3, 4), (5, 6, 7), (8, 9, 9)), 2, 1, 0, None)],
    ),
    "no header cells": (
        "<p>Intro</p><table><tr><td>Stage<td>Rate<tr><td>I<td>90%<tr><td>II<td><p>8</p><p>9</p></table>",
        ["Intro", "Stage", "Rate", "I", "90%", "II", "8\n9"],
        [Table(((1, 2), (3, 4), (5, 6)), 1, 1, None, 0)],
    ),
    "figure": (
        "<figure><table><tr><td>a<td>1</table><figcaption>Cap</figcaption></figure>",
        ["a", "1", "Cap"],
        [Table(((0, 1),), 0, 1, 2, None)],
    ),
    "nested": (
        "<table><tr><td>a<table><tr><td>b</table>c<td>d</table>",
        ["a", "b", "c", "d"],
        [Table(((0, 3),), 0, 1), Table(((1,),))],
    ),
    "layout": ("<table role=presentation><tr><td>a<td>b</table>", ["a", "b"], []),
    "empty and ragged": (
        "<table><tr><td><td>1<tr><td>x</table>",
        ["1", "x"],
        [Table(((-1, 0), (1, -1)), 0, 1)],
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_tables(name: str) -> None:
    source, texts, tables = TABLES[name]
    document = read("draft.html", source.encode())
    assert [b.text for b in document.blocks] == texts
    assert list(document.tables) == tables
    check_places(document)
    for table in document.tables:
        for row, cells in enumerate(table.rows):
            for column, cell in enumerate(cells):
                assert cell < 0 or (document.blocks[cell].row, document.blocks[cell].column) <= (row, column)


@pytest.mark.parametrize(
    "source",
    [
        "<",
        "<a",
        "<a href='",
        "<title></title>",
        "</",
        "</b></p>x",
        "<TITLE></TITLE>x",
        "<table><td>0<code><blockquote>",
        "<table><td><tr>0<tr>0",
        "<!",
        "<!--",
        "<!-->x",
        "<table></td>x",
        "<td>x",
        "x</title>",
        "<p =x>a",
        "<sup>1",
        "<a><p>x</a></p>y",
        "<li>x",
        "<caption>x",
        "<dd>x",
        "a < b > c & d",
        "<p x='>'>a",
        "<code>x",
        "&#xD800;&#0;x",
    ],
)
def test_malformed(source: str) -> None:
    check_places(read("draft.html", source.encode()))


@pytest.mark.parametrize(
    "source",
    ["a <b c='>'>d</b >e<!-- f -->g<h i=\">\"j", "x<y z", "<title>a<b></title>c", "<script><b></script >d"],
)
def test_tokens_cover_the_text_in_order(source: str) -> None:
    here = 0
    for token in tokens(source):
        assert here <= token.start < token.end <= len(source)
        here = token.end
    assert here == len(source)


def test_comments() -> None:
    source = "<p>a<!-- x -->b<!---->"
    document = read("draft.html", source.encode())
    assert [(source[c.start : c.end], c.text) for c in document.comments] == [
        ("<!-- x -->", " x "),
        ("<!---->", ""),
    ]


def test_place_of_a_figure() -> None:
    assert source_of(read("draft.html", b"<p>of <b>8<i>3</i></b>&#37; in"), "83%") == "8<i>3</i></b>&#37;"
