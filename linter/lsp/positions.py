"""Places of medlint (characters from 0) as places of an editor (lines, and code units in them), and back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from lsprotocol.types import Position, Range

from linter.patterns import Pattern

_LINE_END = Pattern(r"\r\n|\n|\r")
"""What ends a line for the protocol; not what Unicode, YAML or Python take for the end of one besides."""


class Positions:
    """One text's lines. ``units`` counts the code units of a string, as the editor wants them counted."""

    def __init__(self, text: str, units: Callable[[str], int]) -> None:
        self.text = text
        self.units = units
        breaks = list(_LINE_END.finditer(text))
        self.starts = [0, *(found.end() for found in breaks)]
        self.ends = [*(found.start() for found in breaks), len(text)]
        """Where each line ends, its line end left out."""

    def position(self, offset: int) -> Position:
        """The place of a character. One inside a line end is the end of its line."""
        line = bisect_right(self.starts, offset) - 1
        start = self.starts[line]
        return Position(line, self.units(self.text[start : min(offset, self.ends[line])]))

    def range(self, start: int, end: int) -> Range:
        return Range(self.position(start), self.position(end))

    def offset(self, position: Position) -> int:
        """The character at a place; the end of the line, or of the text, for a place beyond it."""
        if position.line >= len(self.starts):
            return len(self.text)
        at, end = self.starts[position.line], self.ends[position.line]
        left = position.character
        while at < end and (left := left - self.units(self.text[at])) >= 0:
            at += 1
        return at

    def word(self, line: int, column: int) -> Range:
        """What to mark for a message about a line and column from 1: from there to the end of the line.

        A place without a line is the first line.
        """
        number = min(max(line, 1), len(self.starts)) - 1
        end = self.starts[number] + len(self.text[self.starts[number] : self.ends[number]].rstrip())
        start = min(self.starts[number] + max(column - 1, 0), end)
        return self.range(start, end)
