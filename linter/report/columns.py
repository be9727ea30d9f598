"""How much room text takes on a terminal, and tables made of it."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import bidirectional, category, east_asian_width

_TURNS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def cell(char: str) -> tuple[str, int]:
    """A character as it may be shown, and the columns that it takes. Not for tabs.

    Control characters could move the cursor, recolour the screen or turn the line round, so they
    show as a dot.
    """
    kind = category(char)
    if kind in ("Cc", "Cs", "Zl", "Zp") or bidirectional(char) in _TURNS:
        return "·", 1
    if kind in ("Mn", "Me", "Cf"):
        return char, 0
    return char, 2 if east_asian_width(char) in "WF" else 1


def plain(text: str) -> str:
    """Text on one line, safe to print."""
    return "".join(cell(char)[0] for char in " ".join(text.split()))


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
