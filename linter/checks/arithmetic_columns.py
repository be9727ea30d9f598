"""A column of changes beside the two columns that it tells the change between: '420 | 525 | +25%'."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from linter.checks.arithmetic_ends import Change
from linter.checks.arithmetic_tables import plain_cell
from linter.checks.view import View
from linter.language.figure import Figure
from linter.language.lex import fold
from linter.model import Table
from linter.patterns import AnyCase, Pattern

_HEAD = AnyCase(r"^\W*(?:%\s*)?(?:(?P<change>change)|difference)\b")
_YEAR = Pattern(r"\b(?:19|20)\d\d\b")
_SIGNS = "+−–-↑↓▲▼ "
_UP, _DOWN = Pattern(r"[+↑▲]\s*$"), Pattern(r"(?:[−–↓▼]|(?<!\w)-)\s*$")
_TRIMMED = Fraction(5, 7)
"""Two roundings seldom add up to more of their sum than this."""
_LARGE, _MOST = 1000, 20
"""From what number on zeros at the end may be rounding; more digits than any number has."""


class Told(NamedTuple):
    """A cell of changes: its block, the change without its sign, where it begins, and what its sign says."""

    block: int
    change: Change
    start: int
    sign: int
    """1 or -1 as the cell is signed, 0 where it is not."""
    turned: bool
    """True where the sign is surely not that of the change."""

    def signed(self, size: str) -> str:
        """``size`` as a cell with signs would tell it."""
        first, second = self.change.first.value, self.change.second.value
        falls = first is not None and second is not None and second < first
        return f"−{size}" if self.sign and falls else f"+{size}" if self.turned else size


def table_changes(view: View) -> Iterator[Told]:
    """Every cell of a column of changes that has its two ends in the two cells before it."""
    for table in view.document.tables:
        head = table.rows[table.header_rows - 1] if table.header_rows else ()
        matches = [_HEAD.match(fold(view.text(c))) if c >= 0 else None for c in head]
        column = next((k for k, match in enumerate(matches) if match), 0)
        match = matches[column] if column > 1 else None
        if match:
            years = [_YEAR.search(fold(view.text(c))) if c >= 0 else None for c in head[column - 2 : column]]
            yield from _told(
                view, table, column, [m.group() if m else "" for m in years], bool(match["change"])
            )


def _told(view: View, table: Table, column: int, years: Sequence[str], has_way: bool) -> Iterator[Told]:
    """``years`` are those of the heads of both ends; ``has_way`` is true where a sign can only mean up or down."""
    cells = list(_cells(view, table, column, backwards=all(years) and years[0] > years[1]))
    shown = sorted(_digits(cell.ends) for cell in cells if _are_large(cell.ends))
    ways = [cell.fits for cell in cells]
    right, wrong = ways.count(True), ways.count(False)
    dated = has_way and all(years) and years[0] != years[1]
    is_known = dated or not wrong or right >= wrong
    for cell in cells:
        size = replace(cell.stated, value=abs(cell.stated.value or Fraction(0)))
        change = Change(*cell.ends, size, "change" if is_known else "either", _trust(cell.ends, shown))
        turned = cell.fits is False and has_way and (dated or (is_known and right > 0))
        yield Told(cell.block, change, cell.start, cell.sign, turned)


class _Cell(NamedTuple):
    """A cell of changes with the two figures that it is the change between."""

    block: int
    ends: tuple[Figure, Figure]
    stated: Figure
    start: int
    sign: int

    @property
    def fits(self) -> bool | None:
        """True where the sign is that of the change, None where there is none to speak of."""
        a, b = (end.value or Fraction(0) for end in self.ends)
        return None if not self.sign or a == b else (b > a) == (self.sign > 0)


def _cells(view: View, table: Table, column: int, *, backwards: bool) -> Iterator[_Cell]:
    for row in table.rows[table.header_rows :]:
        first, second = plain_cell(view, row, column - 2), plain_cell(view, row, column - 1)
        if not first or not second or column >= len(row) or row[column] < 0:
            continue
        figures, text = view.reader.reading.block(row[column]).figures, fold(view.text(row[column]))
        if len(figures) != 1 or figures[0].kind != "percent" or figures[0].value is None:
            continue
        stated = figures[0]
        before = text[: stated.start]
        down, up = (stated.value or 0) < 0 or _DOWN.search(before), _UP.search(before)
        start = len(before.rstrip(_SIGNS)) if down or up else stated.start
        ends = (second, first) if backwards else (first, second)
        yield _Cell(row[column], ends, stated, start, -1 if down else 1 if up else 0)


def _digits(figures: Sequence[Figure]) -> int:
    """How many digits, without the zeros at the end, the more exact of two whole numbers has; a decimal has no end."""
    values = [f.value or Fraction(0) for f in figures]
    return max(len(str(v.numerator).strip("0")) if v.denominator == 1 else _MOST for v in values)


def _are_large(ends: Sequence[Figure]) -> bool:
    return max(end.value or Fraction(0) for end in ends) >= _LARGE


def _trust(ends: Sequence[Figure], shown: Sequence[int]) -> Fraction:
    """How much of their rounding two round ends are given: less where most large numbers show more digits.

    ``shown`` are the digits that each row of large numbers shows, in order.
    """
    finer = len(shown) - bisect_right(shown, _digits(ends))
    return _TRIMMED if _are_large(ends) and finer > len(shown) - 1 - finer else Fraction(1)
