"""Where in a reStructuredText file the text of a block stands.

docutils says on which line a block begins, give or take a few, and keeps its text as written but for the
indentation. So each line of it is found again on its line, after what was found there before.
"""

from __future__ import annotations

from bisect import bisect_right

from linter.patterns import Pattern

_NEAR = (0, -1, 1, -2, 2, -3, 3)
"""Lines around the one that docutils names on which a block may begin, likeliest first."""
_AHEAD = 60
"""Lines below what was read last on which a block is sought whose line docutils does not know."""
_TAB = 8
_FEEDS = Pattern("[\v\f]")


class Written:
    """A block's text as written, with the place of each character."""

    def __init__(self, text: str, lines: list[tuple[int, list[int] | int]]) -> None:
        self.text = text
        self._begins = [begin for begin, _ in lines]
        self._places = [places for _, places in lines]
        """By line: the offset of its first character, or of every character where tabs were widened."""

    def place(self, index: int) -> int:
        """The offset in the file of a character of the text; a line break's is the end of its line."""
        at = bisect_right(self._begins, index) - 1
        places, inner = self._places[at], index - self._begins[at]
        return places + inner if isinstance(places, int) else places[min(inner, len(places) - 1)]

    def is_even(self, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` stands in the file as it is."""
        at = bisect_right(self._begins, start) - 1
        return isinstance(self._places[at], int)


class Lines:
    """The lines of a file as docutils sees them, tabs widened."""

    def __init__(self, source: str, start: int = 0) -> None:
        self.starts: list[int] = []
        self.lines: list[str] = []
        self.raw: list[str] = []
        here = start
        for line in _FEEDS.sub(" ", source[start:]).splitlines(keepends=True):
            body = line.rstrip()
            self.starts.append(here)
            self.raw.append(body)
            self.lines.append(body.expandtabs(_TAB).rstrip())
            here += len(line)
        self._used: dict[int, int] = {}
        """By line: up to which column it has been read."""
        self.last = 1
        """The line, from 1, on which the last block was found."""

    def find(self, text: str, line: int | None, least: int = 0) -> Written | None:
        """The place of a block's text that begins near a line (from 1), on line ``least`` at the earliest."""
        parts = text.split("\n")
        for at in self._candidates(line, least):
            found = self._match(parts, at)
            if found is not None:
                self.last = at + len(parts)
                return Written(text, found)
        return None

    def span(self, line: int | None, least: int = 0) -> tuple[int, int]:
        """Offsets of a line's text; of the line that was read last, if none is known from ``least`` on."""
        known = line if line is not None and line >= least else self.last
        at = min(max(known, least, 1), len(self.lines)) - 1
        body = self.raw[at]
        indent = len(body) - len(body.lstrip())
        return self.starts[at] + indent, self.starts[at] + max(len(body), indent + 1)

    def _candidates(self, line: int | None, least: int) -> list[int]:
        near: list[int] = []
        if line is not None and line >= least:
            near = [line - 1 + by for by in _NEAR]
        first = max(self.last, least) - 1
        return [at for at in (*near, *range(first, first + _AHEAD)) if 0 <= at < len(self.lines)]

    def _match(self, parts: list[str], at: int) -> list[tuple[int, list[int] | int]] | None:
        """The place of each part if they stand on lines from ``at`` on, each after what was read there."""
        if at + len(parts) > len(self.lines):
            return None
        found: list[tuple[int, list[int] | int]] = []
        used: dict[int, int] = {}
        begin = 0
        for line, part in enumerate(parts, at):
            column = self._column(part, line)
            if column < 0:
                return None
            found.append((begin, self._places(line, column, len(part))))
            used[line] = column + len(part)
            begin += len(part) + 1
        self._used |= used
        return found

    def _column(self, part: str, line: int) -> int:
        """Where a part stands on a line, and not within a word; -1 if it does not."""
        text, column = self.lines[line], self._used.get(line, 0)
        while (column := text.find(part, column)) >= 0:
            end = column + len(part)
            if not (_is_inner(text, column) and part) and not (_is_inner(text, end) and part):
                return column
            column += 1
        return -1

    def _places(self, line: int, column: int, size: int) -> list[int] | int:
        raw, start = self.raw[line], self.starts[line]
        if "\t" not in raw:
            return start + column
        places: list[int] = []
        for at, char in enumerate(raw):
            wide = _TAB - len(places) % _TAB if char == "\t" else 1
            places += [start + at] * wide
        places.append(start + len(raw))
        return places[column : column + size + 1]


def _is_inner(text: str, at: int) -> bool:
    """Whether a word goes on across an offset."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
