"""Markdown: blocks, places, tables, notes and the HTML inside."""

from __future__ import annotations

import pytest
from reader_shown import check_places, kinds, shown, source_of

from linter.model import Link, Table
from linter.readers import read

BLOCKS = {
    "paragraphs and headings": (
        "# One\n\nText\nwraps  \nhere.\n\nTwo\n---\n### Three ###\n",
        [
            ("heading1", "One", "One"),
            ("paragraph", "Text\nwraps\nhere.", "Text\nwraps  \nhere."),
            ("heading2", "Two", "Two"),
            ("heading3", "Three", "Three"),
        ],
    ),
    "front matter": (
        '---\ntitle: "Sarcoma \\"now\\"" \nnote: 83%\n---\nText.\n',
        [("title", 'Sarcoma "now"', 'Sarcoma \\"now\\"'), ("paragraph", "Text.", "Text.")],
    ),
    "front matter in TOML": (
        '+++\ntitle = "It\\u2019s" # x\n+++\nText.\n',
        [("title", "It’s", "It\\u2019s"), ("paragraph", "Text.", "Text.")],
    ),
    "front matter folded": (
        "---\ntitle: >\n  A long\n  title\nx: 1\n---\nText.\n",
        [("title", "A long title", "A long\n  title"), ("paragraph", "Text.", "Text.")],
    ),
    "front matter unquoted": (
        "---\ntitle: Lungs # todo\n...\nText.\n",
        [("title", "Lungs", "Lungs"), ("paragraph", "Text.", "Text.")],
    ),
    "front matter in JavaScript": (
        "---js\n{\n  layout: 'a',\n  title: \"Lungs\", // 83%\n  x() { return '84%'; },\n}\n---\nText.\n",
        [("title", "Lungs", "Lungs"), ("paragraph", "Text.", "Text.")],
    ),
    "front matter in statements of JavaScript": (
        "---js\nconst title = 'It\\'s';\nconst y = 83;\n---\nText.\n",
        [("title", "It's", "It\\'s"), ("paragraph", "Text.", "Text.")],
    ),
    "comments of kramdown": (
        "One.\n\n{::comment}\n83%\n{:/comment}\n\nTwo {::comment}84%{:/} three {::comment}.\n",
        [
            ("paragraph", "One.", "One."),
            ("paragraph", "Two three {::comment}.", "Two {::comment}84%{:/} three {::comment}."),
        ],
    ),
    "byte order mark": ("\ufeff# Hé\n", [("heading1", "Hé", "Hé")]),
    "rules are not front matter": (
        "Text.\n\n---\nReal 83%\nmore\n\n---\n",
        [("paragraph", "Text.", "Text."), ("paragraph", "Real 83%\nmore", "Real 83%\nmore")],
    ),
    "code": (
        "A `b c` d.\n\n```\n83%\n```\n\n    84%\n",
        [("paragraph", "A \ufffc d.", "A `b c` d.")],
    ),
    "emphasis, entities, escapes": (
        "**8**3&#37; \\* &lt;5 ~~80%~~ _x_ R&amp;D é\n",
        [("paragraph", "83% * <5 x R&D é", "8**3&#37; \\* &lt;5 ~~80%~~ _x_ R&amp;D é")],
    ),
    "inline HTML": (
        "A<br>b <b>8</b>3<!-- c -->% x<sup>2</sup> 10<sup>5</sup> <del>no</del> z\n",
        [
            (
                "paragraph",
                "A\nb 83% x² 10⁵ z",
                "A<br>b <b>8</b>3<!-- c -->% x<sup>2</sup> 10<sup>5</sup> <del>no</del> z",
            )
        ],
    ),
    "images": (
        "See ![scan *of* lung](a.png) here.\n\n![alone](b.png)\n",
        [
            ("paragraph", "See here.", "See ![scan *of* lung](a.png) here."),
            ("alt", "scan of lung", "scan *of* lung"),
            ("alt", "alone", "alone"),
        ],
    ),
    "titles of images": (
        'See ![scan](a.png "Of 10%") ![](b.png \'Of 11%\') ![c][c].\n\n[c]: c.png "elsewhere"\n',
        [
            ("paragraph", "See .", "See ![scan](a.png \"Of 10%\") ![](b.png 'Of 11%') ![c][c]."),
            ("alt", "scan", "scan"),
            ("alt", "Of 10%", "Of 10%"),
            ("alt", "Of 11%", "Of 11%"),
            ("alt", "c", "c"),
        ],
    ),
    "quotation": ("> Said\n> so.\n", [("paragraph", "Said\nso.", "Said\n> so.")]),
    "definitions": (
        "Lead:\n\nterm\n: meaning\n",
        [("paragraph", "Lead:", "Lead:"), ("item", "term", "term"), ("item", "meaning", "meaning")],
    ),
    "raw HTML": (
        "<div>\n<p>8<b>3</b>%\nof &lt;all</p>\n</div>\n\nText.\n",
        [("paragraph", "83% of <all", "8<b>3</b>%\nof &lt;all"), ("paragraph", "Text.", "Text.")],
    ),
    "raw HTML in a quotation": (
        "> <p>raw\n> 83%</p>\n",
        [("paragraph", "raw 83%", "raw\n> 83%")],
    ),
    "line ends": ("# A\r\n\r\nb\r\nc\r\n", [("heading1", "A", "A"), ("paragraph", "b\nc", "b\r\nc")]),
    "nothing but markup": ("***\n\n[](x)\n\n<b></b>\n", []),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_blocks(name: str) -> None:
    source, expected = BLOCKS[name]
    document = read("draft.md", source.encode())
    assert shown(document) == expected
    check_places(document)


def test_lists_hang_on_their_lead_in() -> None:
    source = "Lead:\n\n- a\n\n  more\n  1. b\n  2. c\n- d\n\nText.\n"
    document = read("draft.md", source.encode())
    assert [(b.kind, b.text, b.parent) for b in document.blocks] == [
        ("paragraph", "Lead:", None),
        ("item", "a", 0),
        ("paragraph", "more", 1),
        ("item", "b", 1),
        ("item", "c", 1),
        ("item", "d", 0),
        ("paragraph", "Text.", None),
    ]


def test_typed_bullets_are_lists() -> None:
    document = read("a.md", "Lead:\n• a • b\n  • c\n\n·not one".encode())
    shown = [(b.kind, b.text, b.parent) for b in document.blocks]
    assert shown == [
        ("paragraph", "Lead:", None),
        ("item", "a • b", 0),
        ("item", "c", 1),
        ("paragraph", "·not one", None),
    ]


def test_headings_nest() -> None:
    document = read("draft.md", b"# A\n\na\n\n## B\n\n### C\n\nc\n\n## D\n\nd\n")
    assert [(b.text, b.heading) for b in document.blocks] == [
        ("A", None),
        ("a", 0),
        ("B", 0),
        ("C", 2),
        ("c", 3),
        ("D", 0),
        ("d", 5),
    ]


def test_links_and_notes() -> None:
    source = "Of [all cases](http://a.b)[^n] and <http://c.d>[^gone].\n\n[^n]: Source 2018.\n"
    document = read("draft.md", source.encode())
    assert document.blocks[0].text == "Of all cases and http://c.d."
    assert document.blocks[0].links == (
        Link(3, 12, "http://a.b"),
        Link(12, 12, "#note-n"),
        Link(17, 27, "http://c.d"),
        Link(27, 27, "#note-gone"),
    )
    assert (document.blocks[1].kind, document.blocks[1].text, document.blocks[1].label) == (
        "note",
        "Source 2018.",
        "n",
    )


def test_quotations_are_marked() -> None:
    document = read("draft.md", b"a\n\n> b\n>\n> - c\n\nd\n")
    assert [(b.text, b.quoted) for b in document.blocks] == [
        ("a", False),
        ("b", True),
        ("c", True),
        ("d", False),
    ]


def test_a_sign_right_before_a_number_quotes_nothing() -> None:
    document = read("draft.md", b"- >180/120 is high\n\n>90% live\n\n> 90% live\n\n>90% live\n>on\n")
    found = [(b.kind, b.text, b.quoted) for b in document.blocks]
    assert found == [
        ("item", ">180/120 is high", False),
        ("paragraph", ">90% live", False),
        ("paragraph", "90% live", True),
        ("paragraph", "90% live\non", True),
    ]
    check_places(document)


@pytest.mark.parametrize(
    "source", ["# ` #", "<title></title>", "|\n|-\n|", "[^", "---\ntitle:\n---\n", "- \n- \n", "![](x)"]
)
def test_odd_text(source: str) -> None:
    check_places(read("draft.md", source.encode()))


def test_comments_are_kept_apart() -> None:
    source = "a <!-- x --> b\n\n<!-- y\n\nz -->\n"
    document = read("draft.md", source.encode())
    assert [(source[c.start : c.end], c.text) for c in document.comments] == [
        ("<!-- x -->", " x "),
        ("<!-- y\n\nz -->", " y\n\nz "),
    ]


TABLES = {
    "caption before, intro": (
        "Survival:\n\nTable 1. By stage\n\n| Stage | Rate |\n|--|--|\n| I | **9**0% |\n| II | |\n",
        [
            ("paragraph", "Survival:"),
            ("caption", "Table 1. By stage"),
            ("cell", "Stage"),
            ("cell", "Rate"),
            ("cell", "I"),
            ("cell", "90%"),
            ("cell", "II"),
        ],
        Table(((2, 3), (4, 5), (6, -1)), 1, 1, 1, 0),
    ),
    "emphasised caption": (
        "**By stage**\n\n| n | Rate |\n|--|--|\n| 1 | 2 |\n",
        [("caption", "By stage"), ("cell", "n"), ("cell", "Rate"), ("cell", "1"), ("cell", "2")],
        Table(((1, 2), (3, 4)), 1, 0, 0, None),
    ),
    "caption after": (
        "| Year | Rate |\n|--|--|\n| 2001 | 2 |\n\nTable 2: After\n",
        [("cell", "Year"), ("cell", "Rate"), ("cell", "2001"), ("cell", "2"), ("caption", "Table 2: After")],
        Table(((0, 1), (2, 3)), 1, 1, 4, None),
    ),
    "intro only under the same heading": (
        "Text.\n\n## H\n\n| a | b |\n|--|--|\n| x \\| y | 2 |\n\nTable 2 shows that 83% spread to the lungs.\n",
        [
            ("paragraph", "Text."),
            ("heading2", "H"),
            ("cell", "a"),
            ("cell", "b"),
            ("cell", "x | y"),
            ("cell", "2"),
            ("paragraph", "Table 2 shows that 83% spread to the lungs."),
        ],
        Table(((2, 3), (4, 5)), 1, 1, None, None),
    ),
    "raw HTML with a blank line and an indent": (
        "<table>\n<tr><th>A</th>\n\n    <th>B</th></tr>\n<tr><td>x</td><td>1&#37;</td></tr>\n</table>\n",
        [("cell", "A"), ("cell", "B"), ("cell", "x"), ("cell", "1%")],
        Table(((0, 1), (2, 3)), 1, 1, None, None),
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_tables(name: str) -> None:
    source, blocks, table = TABLES[name]
    document = read("draft.md", source.encode())
    assert kinds("draft.md", source) == blocks
    assert document.tables == (table,)
    check_places(document)


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("---\ntitle: F\n---\n# H\n", "F"),
        ("Text.\n\n## B\n\n# A\n", "A"),
        ("## B\n\nText.\n", "B"),
        ("Text.\n\n## B\n", None),
    ],
)
def test_title(source: str, title: str | None) -> None:
    document = read("draft.md", source.encode())
    assert (None if document.title is None else document.blocks[document.title].text) == title


@pytest.mark.parametrize(
    ("source", "words", "place"),
    [
        ("of **83**% in", "83%", "83**%"),
        ("é **8**3&#37; in", "83%", "8**3&#37;"),
        ("| a | b |\n|--|--|\n| c | *8*3% |", "83%", "8*3%"),
        ("1,\\\n000", "1,\n000", "1,\\\n000"),
        ("x [83%](u) y", "83%", "83%"),
    ],
)
def test_places_of_figures(source: str, words: str, place: str) -> None:
    assert source_of(read("draft.md", source.encode()), words) == place
