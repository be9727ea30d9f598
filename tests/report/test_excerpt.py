from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.report.columns import align, cell, width
from linter.report.excerpt import excerpt, mark


@pytest.mark.parametrize(
    ("text", "start", "end", "room", "shown", "carets"),
    [
        ("about 80% of", 6, 9, 40, "about 80% of", "      ^^^"),
        ("\t80%", 1, 4, 40, "    80%", "    ^^^"),
        ("a\t80%", 2, 5, 40, "a   80%", "    ^^^"),
        ("高い80%", 2, 5, 40, "高い80%", "    ^^^"),
        ("cafe\u0301 80%", 6, 9, 40, "cafe\u0301 80%", "     ^^^"),
        ("80\u200b%", 0, 4, 40, "80\u200b%", "^^^"),
        ("", 0, 0, 40, "", "^"),
        ("ends here", 9, 9, 40, "ends here", "         ^"),
        ("one two three four 80% five six seven", 19, 22, 20, "…four 80% five…", "      ^^^"),
        ("80% " + "of them " * 9, 0, 3, 20, "80% of them of…", "^^^"),
        ("word " * 9 + "80%", 45, 48, 20, "…word word word 80%", "                ^^^"),
        ("one two 80% " + "five " * 9, 8, 11, 40, "one two 80% five five five five five…", "        ^^^"),
        ("five " * 9 + "80% one two", 45, 48, 40, "…five five five five five 80% one two", " " * 26 + "^^^"),
        ("x" * 60, 20, 23, 21, "…" + "x" * 19 + "…", " " * 9 + "^^^"),
        ("a " * 5 + "x" * 60, 10, 70, 21, "…" + "x" * 19 + "…", " " + "^" * 19),
    ],
)
def test_mark(text: str, start: int, end: int, room: int, shown: str, carets: str) -> None:
    assert mark(text, start, end, room) == (shown, carets)


lines = st.text(
    st.one_of(st.sampled_from("a 8%—高\t\u0301é\u200b"), st.characters(exclude_characters="\n\r")),
    max_size=120,
)


@given(lines, st.integers(0, 120), st.integers(0, 30), st.integers(24, 100))
def test_carets_stand_under_the_span_and_nothing_else(text: str, start: int, length: int, room: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    shown, carets = mark(text, start, end, room)
    assert width(shown) <= room
    assert set(carets.strip()) == {"^"}
    span = text[start:end]
    if "\t" in text or not width(span) or width(span) > room - 2:
        return
    # What stands over the carets, read by columns as an eye does, marks that take no column left out.
    over = [char for char, column in _columns(shown) if carets[column : column + 1] == "^"]
    assert "".join(over).rstrip() == "".join(char for char, _ in _columns("".join(map(_seen, span)))).rstrip()


def _seen(char: str) -> str:
    return cell(char)[0]


def _columns(text: str) -> list[tuple[str, int]]:
    """Each character that takes room, and the column it starts at."""
    ends = accumulate(width(char) for char in text)
    return [(char, end - width(char)) for char, end in zip(text, ends, strict=True) if width(char)]


@pytest.mark.parametrize(
    ("count", "numbers"),
    [(1, ["7"]), (2, ["7", "8"]), (4, ["7", "8", "9", "10"]), (6, ["7", "8", "", "12"])],
)
def test_long_spans_show_their_first_and_last_lines(count: int, numbers: list[str]) -> None:
    rows = excerpt(["some text"] * count, 7, 3, 5, 60)
    assert [number for number, _, _ in rows] == numbers
    assert rows[-1][2].endswith("^")


def test_columns_are_as_wide_as_they_look() -> None:
    assert align([("A", "B"), ("高い", "x"), ("e\u0301", "y\nz")]) == [
        "A     B",
        "高い  x",
        "e\u0301     y z",
    ]
