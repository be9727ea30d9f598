"""reStructuredText: what is read of a draft, what is not, and where it stands."""

from __future__ import annotations

import pytest
from counting import calls
from hypothesis import given, settings
from hypothesis import strategies as st
from reader_shown import shown

from linter.model import Document
from linter.readers import read

TARGETS = "\n\n.. _foo: https://example.org/\n"


def read_rst(source: str) -> Document:
    document = read("a.rst", source.encode())
    for block in document.blocks:
        assert block.text == block.text.strip() != ""
        assert len(block.text) == len(block.starts) == len(block.ends)
        assert list(block.starts) == sorted(block.starts)
        assert list(block.ends) == sorted(block.ends)
        for char, start, end in zip(block.text, block.starts, block.ends, strict=True):
            piece = source[start:end]
            assert piece
            assert char in piece or char in "\n ￼⁰¹²³⁴⁵⁶⁷⁸⁹" or piece.startswith("|")
    for comment in document.comments:
        assert source[comment.start : comment.end].startswith("..")
    return document


def texts(source: str) -> list[str]:
    return [block.text for block in read_rst(source).blocks]


READ = {
    "emphasis": ("It was **15**\\ % *of* them.", ["It was 15% of them."]),
    "an escape": ("It was 15\\% of\\* them.", ["It was 15% of* them."]),
    "code": ("Set ``x = 16%`` to see.", ["Set ￼ to see."]),
    "a link": ("See `the 15% <https://a.org/16>`_ now.", ["See the 15% now."]),
    "a known target": ("See foo_ and `foo`__ now." + TARGETS, ["See foo and foo now."]),
    "a reference of Sphinx": (":ref:`The 15% <key16>` and :doc:`page16`.", ["The 15% and ￼."]),
    "an abbreviation": (":abbr:`STS (soft tissue sarcoma)` 15%", ["STS (soft tissue sarcoma) 15%"]),
    "a term of Sphinx": (":term:`median <median16>` 15%", ["median 15%"]),
    "a role of another domain": (":py:func:`f16` 15%", ["￼ 15%"]),
    "a role of its own": (".. role:: big\n\n:big:`15%` of", ["15% of"]),
    "a role of its own for code": (".. role:: py(code)\n\n:py:`16%` of", ["￼ of"]),
    "raw markup": (".. role:: r(raw)\n   :format: html\n\n:r:`<b>16</b>` of", ["￼ of"]),
    "a substitution": ("|it| of.\n\n.. |it| replace:: About 15%", ["About 15% of."]),
    "a substitution that Sphinx knows": ("Since |release| of.", ["Since ￼ of."]),
    "an exponent": ("10\\ :sup:`9`/L", ["10⁹/L"]),
    "a note": ("It is 15% [1]_.\n\n.. [1] As of 2016.", ["It is 15% .", "As of 2016."]),
    "a citation": ("It is 15% [Abc2016]_.\n\n.. [Abc2016] A title.", ["It is 15% .", "A title."]),
    "admonitions": (".. note:: A 15%\n   b.\n\n   c", ["A 15%\nb.", "c"]),
    "an admonition with a title": (".. admonition:: Its title\n\n   15%", ["Its title", "15%"]),
    "an admonition of Sphinx": (".. seealso:: A 15% b.\n\n   c", ["A 15% b.", "c"]),
    "a new option of a known directive": (".. note::\n   :collapsible:\n\n   15%", ["15%"]),
    "an unknown directive": (".. dropdown:: What it is\n   :open:\n\n   15%", ["What it is", "15%"]),
    "an unknown directive's path": (".. box:: a/16.png\n\n   15%", ["15%"]),
    "an unknown directive's sentence": (".. box:: It was 15% then.\n\n   More.", ["It was 15% then.", "More."]),
    "versions": (".. versionadded:: 2.1\n   Now 15%.", ["2.1\nNow 15%."]),
    "tabs": (".. tab-set::\n\n   .. tab-item:: One\n\n      15%", ["One", "15%"]),
    "only": (".. only:: html\n\n   15%", ["15%"]),
    "a figure": (".. figure:: a.png\n   :alt: Alt 1%\n\n   Caption 2%.\n\n   Legend 3%.", ["Alt 1%", "Caption 2%.", "Legend 3%."]),
    "a picture": (".. image:: a.png\n   :alt: Alt 15%\n   :loading: lazy", ["Alt 15%"]),
    "a picture in a line": ("A |pic| b.\n\n.. |pic| image:: a.png\n   :alt: Alt 15%", ["A Alt 15% b."]),
    "a definition": ("Rate : noun\n   It was 15%.", ["Rate", "noun", "It was 15%."]),
    "a glossary": (".. glossary::\n\n   Rate\n      It was 15%.", ["Rate", "It was 15%."]),
    "fields": ("A b.\n\n:Result: 15%", ["A b.", "15%"]),
    "options": ("-o  It was 15%.", ["It was 15%."]),
    "verses": ("| one 15%\n| two", ["one 15%\ntwo"]),
    "a quotation": ("A\n\n  It was 15%.\n\n  -- Somebody 2", ["A", "It was 15%.", "Somebody 2"]),
    "a box at the side": (".. sidebar:: Title\n\n   15%", ["Title", "15%"]),
    "a rubric": (".. rubric:: Notes 15%", ["Notes 15%"]),
    "what a page says of itself": (".. meta::\n   :description: It is 15%.\n   :keywords: 16%", ["It is 15%."]),
    "the caption of a listing": (".. code-block:: python\n   :caption: Listing 15%\n\n   x = 16", ["Listing 15%"]),
    "a role for what has none": (".. default-role:: math\n\n`16`, x\n\n.. default-role::\n\n`15%`", ["￼, x", "15%"]),
    "a broken role": ("A :nosuch:`15%` b **c", ["A 15% b **c"]),
    "a title with a short line": ("Title 15%\n====\n\nText", ["Title 15%", "Text"]),
    "tabs for blanks": (".. note::\n\n\tIt was\t15%.", ["It was  15%."]),
}  # fmt: skip
UNREAD = {
    "a comment": ".. It was 16%.\n   And 17%.",
    "an empty comment": "..\n\n",
    "code": ".. code-block:: python\n   :emphasize-lines: 3\n\n   x = 16",
    "a listing": "::\n\n   It was 16%.",
    "a session": ">>> 16\n16",
    "math": ".. math::\n\n   16",
    "raw HTML": ".. raw:: html\n\n   <p>16%</p>",
    "an inclusion": ".. include:: /etc/passwd",
    "a table from a file": ".. csv-table:: \n   :file: /etc/passwd",
    "a table of contents": ".. contents:: Contents 16\n\n.. toctree::\n   :maxdepth: 16\n\n   page16",
    "what documents code": ".. autoclass:: a.B16\n   :members:",
    "settings of a page": ":orphan:\n:author: Sixteen 16\n:date: 2016-01-16",
    "a target": ".. _sixteen-16: https://example.org/16",
    "an index": ".. index:: single: 16",
    "things to do": ".. todo:: Check the 16%.",
}


@pytest.mark.parametrize("name", READ)
def test_read(name: str) -> None:
    source, expected = READ[name]
    assert texts(source) == expected


@pytest.mark.parametrize("name", UNREAD)
def test_unread(name: str) -> None:
    assert texts(f"Before.\n\n{UNREAD[name]}\n\nAfter.")[:1] == ["Before."]
    assert [text for text in texts(UNREAD[name]) if text != "::"] == []


PAGE = """\
Sarcoma
=======

Outlook
-------

It spreads to:

* the lungs

  * the upper lobe
* the liver
  and more

By stage
--------

.. list-table:: Survival
   :header-rows: 1

   * - Stage
     - Survival
   * - IV
     - 15%
"""


def test_structure() -> None:
    document = read_rst(PAGE)
    assert [(b.kind, b.level, b.text, b.heading, b.parent, b.row, b.column) for b in document.blocks] == [
        ("heading", 1, "Sarcoma", None, None, -1, -1),
        ("heading", 2, "Outlook", 0, None, -1, -1),
        ("paragraph", 0, "It spreads to:", 1, None, -1, -1),
        ("item", 0, "the lungs", 1, 2, -1, -1),
        ("item", 0, "the upper lobe", 1, 3, -1, -1),
        ("item", 0, "the liver\nand more", 1, 2, -1, -1),
        ("heading", 2, "By stage", 0, None, -1, -1),
        ("caption", 0, "Survival", 6, None, -1, -1),
        ("cell", 0, "Stage", 6, None, 0, 0),
        ("cell", 0, "Survival", 6, None, 0, 1),
        ("cell", 0, "IV", 6, None, 1, 0),
        ("cell", 0, "15%", 6, None, 1, 1),
    ]
    assert (document.title, document.tables[0].header_rows, document.tables[0].caption) == (0, 1, 7)


TABLES = {
    "grid": "+------+------+\n| a    | 15%  |\n+======+======+\n| b    | 15%  |\n|      | c    |\n+------+------+",
    "simple": "====  =====\na     15%\n====  =====\nb     15%\n      c\n====  =====",
    "csv": '.. csv-table::\n   :header-rows: 1\n\n   a, 15%\n   b, "15%\n   c"',
    "list": ".. list-table::\n   :header-rows: 1\n\n   * - a\n     - 15%\n   * - b\n     - 15%\n       c",
}


@pytest.mark.parametrize("kind", TABLES)
def test_tables_are_one_table_however_they_are_written(kind: str) -> None:
    document = read_rst(f"Before 15%.\n\n{TABLES[kind]}\n")
    (table,) = document.tables
    assert [[document.blocks[cell].text for cell in row] for row in table.rows] == [
        ["a", "15%"],
        ["b", "15%\nc"],
    ]
    assert table.header_rows == 1
    lines = [document.place(document.blocks[row[1]].starts[0])[0] for row in table.rows]
    first = document.source.split("15%")
    assert lines == [
        first[0].count("\n") + first[1].count("\n") + 1,
        document.source.count("\n", 0, document.source.rindex("15%")) + 1,
    ]


def test_spans_and_stubs() -> None:
    source = """\
+-----+-----+-----+
| Stage     | %   |
+=====+=====+=====+
| IV  | a   | 1   |
+     +-----+-----+
|     | b   | 2   |
+-----+-----+-----+
"""
    document = read_rst(source)
    assert [[document.blocks[c].text for c in row] for row in document.tables[0].rows] == [
        ["Stage", "Stage", "%"], ["IV", "a", "1"], ["IV", "b", "2"],
    ]  # fmt: skip


def test_places_are_exact_to_the_character() -> None:
    source = "A\r\n=\r\n\r\n* It was **15**\\ %\r\n  of `them <https://a.org/them>`_ é 😀 x.\r\n"
    blocks = shown(read("a.rst", source.encode()))
    assert blocks[1] == (
        "item",
        "It was 15%\nof them é 😀 x.",
        "It was **15**\\ %\r\n  of `them <https://a.org/them>`_ é 😀 x.",
    )


def test_a_note_stands_under_the_heading_of_its_reference() -> None:
    document = read_rst(
        "A\n=\n\nOne [1]_ [#]_.\n\nB\n=\n\nTwo.\n\n.. [1] It was 15%.\n.. [#] And 16%.\n.. [2] Alone.\n"
    )
    assert [(b.text, b.heading) for b in document.blocks if b.kind == "note"] == [
        ("It was 15%.", 0), ("And 16%.", 0), ("Alone.", 2),
    ]  # fmt: skip


def test_what_cannot_be_placed_has_its_line() -> None:
    document = read_rst('Text.\n\n.. csv-table::\n\n   a, b\n   c, "He said ""15%"""\n')
    assert shown(document)[-1] == ("cell", 'He said "15%"', 'c, "He said ""15%"""')


def test_comments_are_kept_apart() -> None:
    document = read_rst("A\n\n.. medlint-ignore-next-line value-conflict: their data\n\nIt was 16%.\n")
    (comment,) = document.comments
    assert comment.text == "medlint-ignore-next-line value-conflict: their data"
    assert document.source[comment.start : comment.end] == f".. {comment.text}"


def test_roles_of_one_draft_are_not_those_of_the_next() -> None:
    assert texts(".. role:: big(code)\n\n:big:`15%`, yes") == ["￼, yes"]
    assert texts(":big:`15%`, yes") == ["15%, yes"]


PIECES = st.sampled_from(
    ["*", "**", "`", "``", ":a:`", "`_", "|x|", "[1]_", "\\", " ", "\n", "\n\n", "\n   ", "- ", ".. ", ":: ", ".. note::", "\t",
     ".. |x| replace:: y", "====\n", "+--+\n", "| ", ":f: ", "15%", "Words here", "é", "\r\n", "\f", "\u2028", "..", ">>> "]
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=24).map("".join))
def test_places_hold_whatever_the_text(source: str) -> None:
    read_rst(source)


UNITS = {
    "paragraphs": "It was **15**\\ % of :abbr:`them (x)`.\n\n",
    "items": "* It was 15%.\n",
    "sections": "Title\n=====\n\nText 15%.\n\n",
    "directives": ".. note:: It was 15%.\n\n.. box:: x\n   :y: z\n\n   15%\n\n",
    "tables": "====  =====\na     15%\n====  =====\n\n",
    "comments": ".. medlint-ignore\n\nText\n\n",
}


@pytest.mark.parametrize("unit", UNITS)
def test_reading_grows_with_the_text(unit: str) -> None:
    few, many = (calls(lambda n=n: read("a.rst", (UNITS[unit] * n).encode())) for n in (20, 80))
    assert many < 6 * few
