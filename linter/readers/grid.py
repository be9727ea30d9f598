"""Cells laid out in rows and columns."""

from __future__ import annotations

from collections.abc import Sequence

from linter.model import Block
from linter.patterns import Pattern

WIDEST = 100
"""Columns that one cell may span; HTML in the wild asks for 1000 and means 'all'."""
LARGEST = 1_000_000
"""Places after which spans are no longer spread, nor ragged rows filled up."""

VALUE = Pattern(r"[<>≤≥~≈]?\s*[-+−]?\d[\d.,\s]*(?:%|\([^)]*\))?")
YEAR = Pattern(r"(?:19|20)\d\d")


class Grid:
    """A table under construction; spans are spread as cells come."""

    def __init__(self) -> None:
        self.rows: list[list[int]] = []
        self.heads: list[list[bool]] = []
        self.head_rows = 0
        self._carry: dict[int, tuple[int, int, bool]] = {}
        self._placed = 0

    def start_row(self, in_head: bool = False) -> None:
        """Begin a row; ``in_head`` when the source says that it is a header."""
        self.end_row()
        self.rows.append([])
        self.heads.append([])
        if in_head and self.head_rows == len(self.rows) - 1:
            self.head_rows += 1

    def end_row(self) -> None:
        """Let cells from rows above fill what is left of the row."""
        if self.rows and self._carry:
            last = max(self._carry)
            while len(self.rows[-1]) <= last:
                if len(self.rows[-1]) in self._carry:
                    self._spread()
                else:
                    self._put(-1, False)

    def column(self) -> int:
        """The column in which the next cell of this row stands."""
        if not self.rows:
            self.start_row()
        self._spread()
        return len(self.rows[-1])

    def place(self, block: int, colspan: int = 1, rowspan: int = 1, is_head: bool = False) -> None:
        """Put a cell in the next free column."""
        column = self.column()
        for at in range(column, column + max(1, min(colspan, WIDEST))):
            self._put(block, is_head)
            if rowspan > 1:
                self._carry[at] = (rowspan - 1, block, is_head)

    def _put(self, block: int, is_head: bool) -> None:
        self.rows[-1].append(block)
        self.heads[-1].append(is_head)
        self._placed += 1
        if self._placed > LARGEST:
            self._carry.clear()

    def _spread(self) -> None:
        """Place the cells that reach down from rows above, up to the next free column."""
        row = self.rows[-1]
        while len(row) in self._carry:
            left, block, is_head = self._carry.pop(len(row))
            if left > 1:
                self._carry[len(row)] = (left - 1, block, is_head)
            self._put(block, is_head)

    def square(self) -> list[list[int]]:
        """The rows, filled up with -1 to the same width."""
        self.end_row()
        width = max(map(len, self.rows), default=0)
        if width * len(self.rows) <= LARGEST:
            for row, heads in zip(self.rows, self.heads, strict=True):
                row.extend([-1] * (width - len(row)))
                heads.extend([False] * (width - len(heads)))
        return self.rows

    def headers(self, blocks: Sequence[Block]) -> tuple[int, int]:
        """How many rows and columns are headers: as marked, else as they look."""
        rows = self.head_rows
        if not rows:
            while rows < len(self.rows) - 1 and self.heads[rows] and all(self.heads[rows]):
                rows += 1
        if not rows and len(self.rows) > 1:
            rows = int(_looks_like_header(self.rows, blocks))
        columns = 0
        body = [heads for heads in self.heads[rows:] if heads]
        width = min(map(len, body), default=0)
        while columns < width - 1 and all(heads[columns] for heads in body):
            columns += 1
        return rows, columns or header_columns(self.rows[rows:], blocks)


def header_columns(body: Sequence[Sequence[int]], blocks: Sequence[Block]) -> int:
    """1 if the first column looks like labels of the rows, else 0."""
    if not body or max(map(len, body)) < 2:
        return 0
    first = [blocks[row[0]].text for row in body if row and row[0] >= 0]
    if not first:
        return 0
    if all(YEAR.fullmatch(text) for text in first):
        return 1
    return int(not any(VALUE.fullmatch(text) for text in first))


def _looks_like_header(rows: Sequence[Sequence[int]], blocks: Sequence[Block]) -> bool:
    """Whether the first row has words only, and values stand under it."""

    def values(row: Sequence[int]) -> int:
        return sum(1 for cell in row if cell >= 0 and VALUE.fullmatch(blocks[cell].text))

    return len(rows[0]) > 1 and not values(rows[0]) and any(map(values, rows[1:]))
