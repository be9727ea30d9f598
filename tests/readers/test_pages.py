"""Whole pages as content systems write them: a figure in every place where text can stand, and in every place
where it is not for readers. The first are below 90%, the others above."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from reader_shown import check_places

from linter.model import Document
from linter.readers import read

PAGES = sorted((Path(__file__).parent / "pages").iterdir())
PERCENT = re.compile(r"(\d\d)%")
WRITTEN = re.compile(r"(\d\d)(?:%|&#37;|</strong>&#37;|&percnt;|&#x25;)|1<b>(6)</b>%")


def page(path: Path) -> tuple[Document, str]:
    data = path.read_bytes()
    return read(path.name, data), data.decode()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_figure_for_readers_is_read_and_no_other(path: Path) -> None:
    document, source = page(path)
    check_places(document)
    shown = sorted({n for block in document.blocks for n in PERCENT.findall(block.text)})
    written = {found[1] or "1" + found[2] for found in WRITTEN.finditer(source)}
    assert shown == sorted(n for n in written if int(n) < 90)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_figure_is_where_it_is_said_to_be(path: Path) -> None:
    document, source = page(path)
    for block in document.blocks:
        for found in PERCENT.finditer(block.text):
            low, high = block.span(*found.span(1))
            assert re.sub(r"<[^>]*>", "", source[low:high]) == found[1], block.text


LABELLED = {
    "wordpress.html": ["24%\nof those with harrow fever have joint pain", "25%\nof those with harrow fever have joint pain"],
    "drupal.html": [
        "Joint pain\n17% of those with harrow fever",
        "Joint pain in harrow fever\n19%",
        "20% of those with harrow fever have joint pain",
    ],
    "jekyll.md": ["19%\nof those with harrow fever have joint pain"],
}  # fmt: skip


@pytest.mark.parametrize("name", LABELLED)
def test_a_figure_and_its_label_are_one_block(name: str) -> None:
    document, _ = page(Path(__file__).parent / "pages" / name)
    texts = [block.text for block in document.blocks]
    assert [label for label in LABELLED[name] if label not in texts] == []


@pytest.mark.parametrize(
    ("name", "question", "answer"),
    [
        ("wordpress.html", "Is it true that 18%", "Of those with harrow fever, 19%"),
        ("wordpress.html", "Of those with harrow fever, do 28%", "Of those with harrow fever, 29%"),
        ("jekyll.md", "Is it true that 15%", "Of those with harrow fever, 16%"),
        ("hugo.md", "Is it true that 17%", "Of those with harrow fever, 18%"),
        ("hugo.md", "And the 19%", "They do not"),
        ("hugo-json.md", "Is it true that 12%", "Of those with harrow fever, 13%"),
    ],
)
def test_an_answer_stands_under_its_question(name: str, question: str, answer: str) -> None:
    document, _ = page(Path(__file__).parent / "pages" / name)
    found = next(block for block in document.blocks if block.text.startswith(answer))
    assert found.heading is not None
    assert document.blocks[found.heading].text.startswith(question)
