"""How much room text takes on a terminal, and tables made of it."""

from __future__ import annotations

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
