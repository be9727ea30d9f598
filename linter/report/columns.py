"""How much room text takes on a terminal, and tables made of it."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from linter.plain import cell, plain


def width(text: str) -> int:
    return sum(cell(char)[1] for char in text)


def align(rows: Sequence[Sequence[str]], gap: int = 2) -> list[str]:
    """Rows of a table as lines, each column as wide as its widest cell."""
    shown = [[plain(text) for text in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*shown, strict=True)]
    return [
        "".join(
            text + " " * (most - width(text) + gap) for text, most in zip(row, widths, strict=True)
        ).rstrip()
        for row in shown
    ]


def wrapped(text: str, room: int, indent: str = "") -> list[str]:
    """Text as lines of at most ``room`` columns, each after ``indent``; a longer word stays whole."""
    return textwrap.wrap(
        plain(text),
        max(room, len(indent) + 1),
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [indent]


_LEAST = 32
"""A column of prose that is narrower than this is hard to read."""


def fit(rows: Sequence[Sequence[str]], prose: int, room: int | None) -> list[str]:
    """Rows of a table as entries that may have several lines: no wider than ``room``, if that can be.

    The cells of column ``prose`` are broken into lines; where too little is left for them beside the
    other columns, they stand below, indented.
    """
    lines = align(rows)
    if room is None or max(map(width, lines)) <= room:
        return lines
    others = [[cell for n, cell in enumerate(row) if n != prose] for row in rows]
    left = room - max(map(width, align(others))) - 2
    if left < _LEAST:
        below = [wrapped(row[prose], room, "    ") for row in rows]
        return ["\n".join([line, *text]) for line, text in zip(align(others), below, strict=True)]
    cells = [wrapped(row[prose], left) for row in rows]
    broken = [
        [text if n == prose else (cell if at == 0 else "") for n, cell in enumerate(row)]
        for row, texts in zip(rows, cells, strict=True)
        for at, text in enumerate(texts)
    ]
    flat = iter(align(broken))
    return ["\n".join(next(flat) for _ in texts) for texts in cells]
