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
    "<select><option>x</select>",
    "<div hidden>x<p>y</div>",
    "<p role='search'>x</p>",
    "<p style='color: red; DISPLAY : none'>x</p>",
    "<p style='visibility:hidden'>x</p>",
    "<!-- <p>x</p> -->",
    "<del>x</del>",
    "<svg hidden><title>x</title></svg>",
    "<svg style='display:none'><symbol><title>x</title></symbol></svg>",
    "<svg><text>20%</text><path d='x'/></svg>",
    "<svg/>",
    "<meter>x</meter>",
    "<input type='hidden' value='5%'>",
    "<img alt='' src='x 5%'>",
    "<i data-title='a 5%' id='a 5%'></i>",
    "<meta name='keywords' content='x 5%'>",
    "<meta http-equiv='refresh' content='5; x'>",
    '<script type=\'application/json\'>{"title": "x"}</script>',
    '<script type=\'application/ld+json\'>{"url": "x", "name": "x"}</script>',
    "<script type='application/ld+json'></script>",
    "<script type='application/ld+json'>not JSON: \"description\"</script>",
    "<template><meta name='description' content='x'></template>",
    "<?php x ?>",
    "<!doctype x>",
]


@pytest.mark.parametrize("hidden", UNREAD)
def test_unread(hidden: str) -> None:
    assert kinds("draft.html", f"<p>a</p>{hidden}<p>b</p>") == [("paragraph", "a"), ("paragraph", "b")]


READ = {
    "a button between blocks": ("<button>x</button>", ["x"]),
    "a label between blocks": ("<form><label>x</label><label>y</label></form>", ["x", "y"]),
    "a button in a line": ("<p>x <button>y</button> z</p>", ["x y z"]),
    "a heading that is a button": ("<h3><button>x</button></h3>", ["x"]),
    "what only sight sees": ("<p aria-hidden='true'>x</p>", ["x"]),
    "what only screen readers see": ("<p class='visually-hidden'>x</p>", ["x"]),
    "what a search may find": ("<p hidden='until-found'>x</p>", ["x"]),
    "a quotation": ("<p>x <q>y</q>.</p>", ["x “y”."]),
    "a title": ("<p title='y z'>x</p>", ["x", "y z"]),
    "a label": ("<section aria-label='y &amp; z'>x</section>", ["x", "y & z"]),
    "a word is a tag": ("<a title='Home' aria-label='Home'>x</a>", ["x"]),
    "of a field": ("<input placeholder='up to 5%'><input type='submit' value='x 6%'>", ["up to 5%", "x 6%"]),
    "a picture": (
        "<p>x<svg><title>y</title><desc>z</desc><text>in <tspan>one</tspan><tspan>5%</tspan></text></svg>w</p>",
        ["xw", "y", "z", "in one 5%"],
    ),
    "a picture in a picture": ("<svg><svg><title>y</title></svg></svg>x", ["x", "y"]),
    "a picture left open": ("<svg><p>x</p>", ["x"]),
    "a description": ("<meta name='description' content='x &amp; y'>", ["x & y"]),
    "descriptions by other names": (
        "<meta property='og:title' content='x'><meta itemprop='description' content='y'>",
        ["x", "y"],
    ),
    "data": (
        '<script type=\'application/ld+json\'>{"description": "x\\u00a0\\ny", "about": [{"headline": "z"}]}</script>',
        ["x\xa0 y", "z"],
    ),
    "data cut short": ('<script type=\'application/ld+json\'>{"description": "x", "a</script>', ["x"]),
}


@pytest.mark.parametrize("name", READ)
def test_read(name: str) -> None:
    source, expected = READ[name]
    document = read("draft.html", f"<p>a</p>{source}<p>b</p>".encode())
    texts = [block.text for block in document.blocks]
    assert sorted(texts) == sorted(["a", *expected, "b"])
    check_places(document)


TILES = {
    "figure first": ("<div><div>83%</div><div>of cases</div></div>", ["83%\nof cases"]),
    "label first": ("<li><p>Cases in the lungs</p><p>83%</p></li>", ["Cases in the lungs\n83%"]),
    "three boxes": ("<div><h4>Lungs</h4><b>1 in 7</b><p>people</p></div>", ["Lungs\n1 in 7\npeople"]),
    "a figure as heading": ("<h3>83%</h3><p>of cases</p>", ["83%\nof cases"]),
    "pairs": (
        "<div><p>83%</p><p>of cases</p><p>2.5 mg</p><p>a day</p></div>",
        ["83%\nof cases", "2.5 mg\na day"],
    ),
    "side by side": ("<p><b>83%</b><span>of cases</span></p>", ["83% of cases"]),
    "side by side, label first": ("<p><b>Cases</b><span>83%</span></p>", ["Cases 83%"]),
    "one figure in two": ("<p><span>83</span><span>%</span> of cases</p>", ["83% of cases"]),
    "an ordinal": ("<p><b>5</b><i>th</i></p>", ["5th"]),
    "a figure and a sentence of its own": ("<p>83%</p><p>Of cases.</p>", ["83%", "Of cases."]),
    "steps": ("<div><p>1</p><p>Call</p></div>", ["1", "Call"]),
    "two figures": ("<div><p>83%</p><p>7%</p></div>", ["83%", "7%"]),
    "figures in an odd order": ("<div><p>83%</p><p>X</p><p>Y</p><p>7%</p></div>", ["83%", "X", "Y", "7%"]),
    "a list": ("<div><ul><li>Adults</li><li>10 mg</li></ul></div>", ["Adults", "10 mg"]),
    "a recipe": (
        "<div><h3>Dose</h3><p>2.5 mg</p><p>Take it.</p><p>Rest.</p></div>",
        ["Dose", "2.5 mg", "Take it.", "Rest."],
    ),
    "a long text": (f"<div><p>83%</p><p>{'X of it. ' * 30}</p></div>", ["83%", ("X of it. " * 30).strip()]),
    "a section": ("<section><h2>Lungs</h2><p>83%</p></section>", ["Lungs", "83%"]),
    "two languages": ("<div><p lang=fr>83%</p><p>Of cases</p></div>", ["Of cases"]),
    "a cell": ("<table><tr><td>Lungs<td>83%</table>", ["Lungs", "83%"]),
    "a term": ("<dl><dt>Lungs<dd>83% of cases</dl>", ["Lungs\n83% of cases"]),
    "a term and a sentence": ("<dl><dt>Lungs<dd>83% of cases.</dl>", ["Lungs", "83% of cases."]),
    "a term and two answers": (
        "<dl><dt>Lungs<dd>83% of cases<dd>9% of deaths</dl>",
        ["Lungs\n83% of cases", "9% of deaths"],
    ),
    "a question": ("<dl><dt>Is it 83%? Yes<dd>83% of cases</dl>", ["Is it 83%? Yes", "83% of cases"]),
}


@pytest.mark.parametrize("name", TILES)
def test_a_figure_and_its_label(name: str) -> None:
    source, expected = TILES[name]
    document = read("draft.html", source.encode())
    assert [block.text for block in document.blocks] == expected
    check_places(document)


def test_a_tile_keeps_its_links_and_pictures_under_the_heading_around_it() -> None:
    source = "<h2>Spread</h2><div><h3><a href='u'>83%</a></h3><img alt='Lungs'><p>of <a href='v'>cases</a></p></div><p>End.</p>"
    document = read("draft.html", source.encode())
    assert [(b.kind, b.text, b.heading, b.parent) for b in document.blocks] == [
        ("heading", "Spread", None, None),
        ("paragraph", "83%\nof cases", 0, None),
        ("alt", "Lungs", 0, 1),
        ("paragraph", "End.", 0, None),
    ]
    assert document.blocks[1].links == (Link(0, 3, "u"), Link(7, 12, "v"))


def test_a_summary_heads_no_more_than_its_details() -> None:
    source = "<h2>H</h2><details><summary>S</summary><p>a</p></details><p>b</p>"
    document = read("draft.html", source.encode())
    assert [(b.text, b.heading) for b in document.blocks] == [("H", None), ("S", 0), ("a", 1), ("b", 0)]


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
