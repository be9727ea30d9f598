"""What is too long to be one paragraph, and white space too wide to be seen."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.errors import DraftError
from linter.model import Document
from linter.readers import read
from linter.readers.cut import LONGEST, LONGEST_WORD, MOST_NUMBERS

SENTENCE = "Some people get better. "


def blocks(source: str, name: str = "a.md") -> list[tuple[str, int]]:
    """Kind and length of every block."""
    return [(block.kind, len(block.text)) for block in read(name, source.encode()).blocks]


def whole(document: Document) -> str:
    return " ".join(block.text for block in document.blocks)


CUT = [
    ("a paragraph as long as may be", "a" * 999 + " " + SENTENCE * 125, [("paragraph", LONGEST - 1)]),
    ("a longer one ends with a sentence", SENTENCE * 168, [("paragraph", 3983), ("paragraph", 47)]),
    ("text without sentences, between words", "word " * 1000, [("paragraph", 3999), ("paragraph", 999)]),
    ("as many numbers as may be", "1, " * MOST_NUMBERS, [("paragraph", 449)]),
    ("one more", "1, " * (MOST_NUMBERS + 1), [("paragraph", 449), ("paragraph", 2)]),
    ("the rest of an item hangs on it", "- " + SENTENCE * 168, [("item", 3983), ("paragraph", 47)]),
    ("data between two sentences", f"One. {'x' * LONGEST_WORD} Two.", [("paragraph", 4), ("paragraph", 4)]),
    ("a long word that is none", f"One. {'x' * (LONGEST_WORD - 1)} Two.", [("paragraph", LONGEST_WORD + 9)]),
    ("nothing but data", "x" * LONGEST_WORD, []),
    ("wide white space", "Of  them," + " " * 5000 + "15%", [("paragraph", 14)]),
]


@pytest.mark.parametrize(("source", "expected"), [row[1:] for row in CUT], ids=[row[0] for row in CUT])
def test_length(source: str, expected: list[tuple[str, int]]) -> None:
    assert blocks(source, "a.md") == expected


def test_the_rest_stands_under_the_first_and_its_heading() -> None:
    document = read("a.md", ("# Lungs\n\n" + SENTENCE * 400).encode())
    assert [(b.kind, b.heading, b.parent) for b in document.blocks] == [
        ("heading", None, None), ("paragraph", 0, None), ("paragraph", 0, 1), ("paragraph", 0, 1),
    ]  # fmt: skip


def test_links_stay_with_their_words() -> None:
    document = read("a.md", (("[a study](x) " + "word " * 10) * 100).encode())
    found = [block.text[link.start : link.end] for block in document.blocks for link in block.links]
    assert found == ["a study"] * 100


PIECES = st.sampled_from(
    [
        "15% ",
        "a ",
        "people. ",
        "&nbsp; ",
        "   \u00a0  ",
        "**b** ",
        "[l](x) ",
        "x" * 1200 + " ",
        "é\n",
        "1,5 ",
        "\t",
    ]
)


@settings(deadline=None, max_examples=40)
@given(st.lists(PIECES, max_size=12), st.integers(1, 150), st.sampled_from(["a.md", "a.html", "a.txt"]))
def test_every_character_keeps_its_place(pieces: list[str], times: int, name: str) -> None:
    source = "x " + "".join(pieces) * times
    document = read(name, source.encode())
    for block in document.blocks:
        assert len(block.text) == len(block.starts) == len(block.ends) <= LONGEST
        assert list(block.starts) == sorted(block.starts)
        for char, start, end in zip(block.text, block.starts, block.ends, strict=True):
            assert source[start:end] == char or char.isspace() or source[start] == "&"
        for link in block.links:
            assert block.text[link.start : link.end] == "l"


@pytest.mark.parametrize(
    ("name", "row", "source"),
    [
        ("a.md", 3, "Text\n\n|" + "a|" * 201 + "\n|" + "-|" * 201 + "\n"),
        ("a.html", 2, "<p>\n<table><tr>" + "<td>a" * 201 + "</table>"),
    ],
)
def test_a_table_too_wide(name: str, row: int, source: str) -> None:
    with pytest.raises(DraftError) as caught:
        read(name, source.encode())
    assert str(caught.value) == (
        f"has a table of more than 200 columns, on line {row}: split the table, or leave the draft out"
    )


def test_a_table_as_wide_as_may_be() -> None:
    source = "|" + "a|" * 200 + "\n|" + "-|" * 200 + "\n"
    assert len(read("a.md", source.encode()).blocks) == 200


@pytest.mark.parametrize("mark", ["- ", "> ", "*", "[", "<div>", "<ul><li>"])
@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt"])
def test_ten_thousand_levels(mark: str, name: str) -> None:
    assert "15% of people" in whole(read(name, (mark * 10_000 + " 15% of people").encode()))
