"""A piece of a draft with carets under what a finding is about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from linter.plain import cell

TAB = 4
_SHOWN = 4
"""A longer span shows its first and last lines only."""
_REACH = 4
"""No more of a line is looked at than this many times the room on each side: a line may be a whole draft."""
_WORD = 15
"""How far a cut may move to fall between words."""
_AROUND = 20
"""With this much room beyond the span, a line is cut at one end only."""


def excerpt(
    lines: Sequence[str], line: int, column: int, end_column: int, room: int
) -> list[tuple[str, str, str]]:
    """For each line of a span: its number, its text, its carets. Columns count from 1."""
    last = len(lines) - 1
    rows: list[tuple[str, str, str]] = []
    for i, text in enumerate(lines):
        if last >= _SHOWN and 1 < i < last:
            if i == 2:
                rows.append(("", "…", ""))
            continue
        start = column - 1 if i == 0 else len(text) - len(text.lstrip())
        end = end_column - 1 if i == last else len(text.rstrip())
        shown, carets = mark(text, start, max(start, end), room)
        rows.append((str(line + i), shown, carets))
    return rows


def mark(text: str, start: int, end: int, room: int) -> tuple[str, str]:
    """A line cut to ``room`` columns around ``text[start:end]``, and carets under that."""
    start, end = min(start, len(text)), min(end, len(text))
    first, past = max(0, start - _REACH * room), min(len(text), start + _REACH * room)
    is_cut = first > 0, past < len(text)
    text, start, end = text[first:past], start - first, min(end, past) - first
    cells = _cells(text)
    at = list(accumulate((size for _, size in cells), initial=0))
    low, high = _window(text, at, start, end, room)
    left, right = "…" if low or is_cut[0] else "", "…" if high < len(text) or is_cut[1] else ""
    shown = left + "".join(char for char, _ in cells[low:high]) + right
    wide = max(1, at[min(end, high)] - at[start])
    return shown.rstrip(), " " * (len(left) + at[start] - at[low]) + "^" * wide


def _cells(text: str) -> list[tuple[str, int]]:
    cells: list[tuple[str, int]] = []
    column = 0
    for char in text:
        shown = (" " * (size := TAB - column % TAB), size) if char == "\t" else cell(char)
        cells.append(shown)
        column += shown[1]
    return cells


def _window(text: str, at: list[int], start: int, end: int, room: int) -> tuple[int, int]:
    """The part of a line to show: all of it if there is room, else some of both sides of the span."""
    if at[-1] <= room:
        return 0, len(text)
    if at[end] + _AROUND < room:
        high = bisect_right(at, room - 1) - 1
        return _between_words(text, at, 0, high, start, end)
    if at[-1] - at[start] + _AROUND < room:
        low = bisect_left(at, at[-1] - room + 1)
        return _between_words(text, at, low, len(text), start, end)
    room = max(room - 2, 1)  # for an ellipsis on each side
    low, high = start, start
    while high < end and at[high + 1] - at[low] <= room:
        high += 1
    before = (room - (at[high] - at[low])) // 2
    while low and at[start] - at[low - 1] <= before:
        low -= 1
    while high < len(text) and at[high + 1] - at[low] <= room:
        high += 1
    while low and at[high] - at[low - 1] <= room:
        low -= 1
    return _between_words(text, at, low, high, start, end)


def _between_words(text: str, at: list[int], low: int, high: int, start: int, end: int) -> tuple[int, int]:
    if low and not text[low - 1].isspace():
        space = text.find(" ", low, min(low + _WORD, start))
        low = space + 1 if space >= 0 else low
    while low < start and at[low + 1] == at[low]:  # an accent without its letter
        low += 1
    if high < len(text) and not text[high].isspace():
        space = text.rfind(" ", max(end, high - _WORD), high)
        high = space if space >= 0 else high
    return low, high
