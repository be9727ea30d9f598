"""The page for a managing editor: what of a draft it shows, and as what."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from io import BytesIO

import docx
import pytest

from linter.readers import read
from linter.report import render
from linter.report.html_marks import Mark, shown
from linter.results import Finding, Report

Make = Callable[..., Finding]


def word(rows: list[list[str]]) -> bytes:
    document, data = docx.Document(), BytesIO()
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    document.save(data)
    return data.getvalue()


ROWS = [["", "Women", "Men"], ["Migraine", "18%", "6%"], ["Cluster headache", "", "1%"]]


@pytest.mark.parametrize(
    ("name", "data", "rows"),
    [
        ("a.md", b"|  | Women | Men |\n|--|--|--|\n| Migraine | 18% | 6% |\n| Cluster headache | | 1% |\n", ROWS),
        ("a.docx", word(ROWS), ROWS),
        (
            "a.html",
            b"<table><tr><td></td><th>Women<th>Men<tr><td>Migraine<td>18%<td>6%<tr><td>Cluster headache<td><td>1%</table>",
            ROWS,
        ),
        (
            "spans.html",
            b"<table><tr><td rowspan=2>Headache<td colspan=2>People<tr><td>18%<td>6%</table>",
            [["Headache", "People"], ["", "18%", "6%"]],
        ),
        ("b.md", b"| A | B |\n|--|--|\n| | |\n| 1 | 2 |\n", [["A", "B"], ["1", "2"]]),
    ],
)  # fmt: skip
def test_a_cell_stands_in_its_column(name: str, data: bytes, rows: list[list[str]]) -> None:
    (table,) = shown(read(name, data).blocks, [])
    assert [["".join(piece.text for piece in cell) for cell in row] for row in table.rows] == rows


@pytest.mark.parametrize(
    ("name", "text", "kinds"),
    [
        ("a.md", "---\ntitle: Migraine\ndescription: All of it.\n---\n# Migraine\n\n![Pain](a.png)\n",
         ["named", "metadata", "heading", "alt"]),
        ("a.html", "<title>Migraine</title><h1>Migraine</h1><p>Text.</p>", ["named", "heading", "paragraph"]),
        ("a.txt", "Migraine\n\nIt is common in women, and less so in men.\n", ["title", "paragraph"]),
    ],
)  # fmt: skip
def test_what_names_a_draft_is_no_heading_of_its_text(name: str, text: str, kinds: list[str]) -> None:
    assert [block.kind for block in shown(read(name, text.encode()).blocks, [])] == kinds


def test_a_figure_and_a_finding_on_it_are_both_marked() -> None:
    blocks = read("a.md", b"About 83% of them, and it never fails.").blocks
    marks = [Mark(6, 9, "error", "f1"), Mark(6, 9, "agrees", "fact0"), Mark(26, 37, "warning", "f2")]
    (block,) = shown(blocks, marks)
    assert [(piece.text, piece.kinds) for piece in block.pieces if piece.kinds] == [
        ("83%", ["error", "agrees"]),
        ("never fails", ["warning"]),
    ]


class _Texts(HTMLParser):
    """The words of the elements of some class."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.open = False
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if dict(attrs).get("class") == self.name:
            self.open = True
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self.open = False

    def handle_data(self, data: str) -> None:
        if self.open:
            self.found[-1] += data


def texts(page: str, name: str) -> list[str]:
    parser = _Texts(name)
    parser.feed(page)
    return parser.found


def test_a_printed_finding_has_its_fact_and_source(finding: Make, bare: Make) -> None:
    page = render(Report((finding(), bare()), files=1), "html")
    assert texts(page, "by") == [
        "fact: Around 83% of metastatic soft tissue sarcoma occurs in the lungs. [msts-lung-share] "
        "Metastatic patterns, ACS, 2018, Table 2, https://example.org/a"
    ]
    assert texts(page, "part") == ["Facts that the drafts state"]
