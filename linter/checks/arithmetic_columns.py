"""A column of changes beside the two columns that it tells the change between: '420 | 525 | +25%'."""

from __future__ import annotations

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
    backwards = all(years) and years[0] > years[1]
    cells = []
    for row in table.rows[table.header_rows :]:
        first, second = plain_cell(view, row, column - 2), plain_cell(view, row, column - 1)
        figures = (
            view.reader.reading.block(row[column]).figures
            if 0 <= column < len(row) and row[column] >= 0
            else ()
        )
        if (
            first
            and second
            and len(figures) == 1
            and figures[0].kind == "percent"
            and figures[0].value is not None
        ):
            ends = (second, first) if backwards else (first, second)
            cells.append((row[column], *ends, figures[0], _sign(fold(view.text(row[column])), figures[0])))
    ways = [_fits(first, second, sign) for _, first, second, _, sign in cells]
    right, wrong = ways.count(True), ways.count(False)
    dated = has_way and all(years) and years[0] != years[1]
    is_known = dated or not wrong or right >= wrong
    for k, (block, first, second, stated, sign) in enumerate(cells):
        text = fold(view.text(block))
        start = len(text[: stated.start].rstrip("+−–-↑↓▲▼ ")) if sign else stated.start
        size = replace(stated, value=abs(stated.value or Fraction(0)))
        others = [(c[1], c[2]) for c in cells if c is not cells[k]]
        change = Change(
            first, second, size, "change" if is_known else "either", _trust((first, second), others)
        )
        turned = ways[k] is False and has_way and (dated or (is_known and right > 0))
        yield Told(block, change, start, sign, turned)


def _sign(text: str, stated: Figure) -> int:
    before = text[: stated.start]
    if (stated.value or 0) < 0 or _DOWN.search(before):
        return -1
    return 1 if _UP.search(before) else 0


def _fits(first: Figure, second: Figure, sign: int) -> bool | None:
    """True where the sign is that of the change, None where there is none to speak of."""
    a, b = first.value or Fraction(0), second.value or Fraction(0)
    return None if not sign or a == b else (b > a) == (sign > 0)


def _digits(figures: Sequence[Figure]) -> int:
    """How many digits, without the zeros at the end, the more exact of two whole numbers has; a decimal has no end."""
    values = [f.value or Fraction(0) for f in figures]
    return max(len(str(v.numerator).strip("0")) if v.denominator == 1 else _MOST for v in values)


def _trust(ends: Sequence[Figure], others: Sequence[Sequence[Figure]]) -> Fraction:
    """How much of their rounding two round ends are given: less where most large numbers of the table show more digits."""
    large = [_digits(pair) > _digits(ends) for pair in others if max(f.value or 0 for f in pair) >= _LARGE]
    return _TRIMMED if large.count(True) > large.count(False) else Fraction(1)
