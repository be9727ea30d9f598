"""Tables with a row or a column of totals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from linter.checks.numbers_scan import ulp
from linter.checks.view import View
from linter.language.figure import Figure
from linter.language.lex import fold
from linter.model import Table
from linter.patterns import AnyCase

_TOTAL = AnyCase(
    r"^\W*(?:grand\s+|sub-?)?(?:totals?|sum|all together|altogether|in all|in total)\b[\w\s]{0,20}\W*$|^[\w\s]{0,20}\btotals?\W*$"
)
_ALL = AnyCase(r"^\W*(?:all|overall|combined|together|whole)\b(?:\s+[\w-]+){0,3}\W*$")
"""A row that may be the sum of those above it, or of more than the table shows: one column must be."""


def table_totals(view: View) -> Iterator[tuple[int, Figure, Fraction]]:
    """Cells of a row of totals that are not the sum of their column: the block, its figure, the sum."""
    for table in view.document.tables:
        rows = [row for row in table.rows[table.header_rows :] if row and row[0] >= 0]
        label = fold(view.text(rows[-1][0])) if len(rows) >= 3 else ""
        if not _TOTAL.match(label) and not _ALL.match(label):
            continue
        odd, sums = [], 0
        for column in range(1, len(rows[-1])):
            cells = [plain_cell(view, row, column) for row in rows]
            whole, parts = cells[-1], cells[:-1]
            if whole is None or any(c is None for c in parts):
                continue
            figures = [c for c in parts if c is not None]
            if any((f.dimension, f.size) != (whole.dimension, whole.size) for f in figures):
                continue
            total = sum((f.value or Fraction(0) for f in figures), Fraction(0))
            if _is_mean(figures, whole, total):
                continue
            slack = (
                sum((ulp(f) / 2 for f in (*figures, whole)), Fraction(0))
                if _is_rounded(whole)
                else Fraction(0)
            )
            if abs(total - (whole.value or Fraction(0))) > slack:
                odd.append((rows[-1][column], whole, total))
            else:
                sums += whole.dimension == "count"
        if sums or _TOTAL.match(label) or _names_all(view, table, label):
            yield from odd
        elif len(odd) == 1 and _is_broken_down(view, table):
            yield from (o for o in odd if o[1].dimension == "count")


_BROKEN_DOWN = AnyCase(
    r"\b(?:br(?:eak|oke|oken) down|breakdown|split|divided|made up|fell into|all (?:of )?(?:them|these))\b"
)


def _is_broken_down(view: View, table: Table) -> bool:
    """True where the paragraph over a table says that it tells all: 'By harm they break down as follows:'."""
    first = next((cell for row in table.rows for cell in row if cell >= 0), 0)
    return first > 0 and bool(_BROKEN_DOWN.search(view.text(first - 1)))


def _names_all(view: View, table: Table, label: str) -> bool:
    """True for 'All wards' under the head 'Ward'."""
    head = table.rows[table.header_rows - 1][0] if table.header_rows else -1
    named = re.match(r"\W*all\s+(?:the\s+)?(\w+?)s?\W*$", label, re.IGNORECASE)
    return head >= 0 and named is not None and named[1].lower() in view.text(head).lower()


_ROW_TOTAL = AnyCase(r"^\W*(?:total|all|both|overall|sum|in all|altogether)\W*$")


def row_totals(view: View) -> Iterator[tuple[int, Figure, Fraction]]:
    """Cells of a last column of totals that are not the sum of their row, where other rows are: block, figure, sum."""
    for table in view.document.tables:
        head = table.rows[table.header_rows - 1] if table.header_rows else ()
        if len(head) < 4 or head[-1] < 0 or not _ROW_TOTAL.match(fold(view.text(head[-1]))):
            continue
        odd, right = [], 0
        for row in table.rows[table.header_rows :]:
            cells = [plain_cell(view, row, column) for column in range(1, len(head))]
            figures = [c for c in cells if c is not None and c.dimension in ("count", "money")]
            if len(figures) != len(head) - 1 or len({f.dimension for f in figures}) > 1:
                continue
            whole, total = figures[-1], sum((f.value or Fraction(0) for f in figures[:-1]), Fraction(0))
            if total == whole.value:
                right += 1
            else:
                odd.append((row[len(head) - 1], whole, total))
        if right >= len(odd):
            yield from odd


def _is_mean(figures: Sequence[Figure], whole: Figure, total: Fraction) -> bool:
    """True for a column of rates or averages, whose row of totals tells the overall one: 2%, 3%, in all 2.3%."""
    value, parts = whole.value or Fraction(0), [f.value or Fraction(0) for f in figures]
    near = (Fraction(90), Fraction(110))
    shares = whole.dimension == "proportion" and not (
        near[0] <= value <= near[1] or near[0] <= total <= near[1]
    )
    return shares or min(parts) <= value <= max(parts) < total


def _is_rounded(figure: Figure) -> bool:
    return figure.dimension != "count" or bool(figure.decimals)


def plain_cell(view: View, row: Sequence[int], column: int) -> Figure | None:
    """The one figure that a cell is, if it is no more than that."""
    if column >= len(row) or row[column] < 0:
        return None
    figures = view.reader.reading.block(row[column]).figures
    if len(figures) != 1 or figures[0].is_range or figures[0].value is None or not figures[0].is_claim:
        return None
    figure = figures[0]
    rest = view.text(row[column])[: figure.start] + view.text(row[column])[figure.end :]
    plain = not re.search(r"\w", rest) and figure.qualifier == "exact"
    return figure if plain and figure.dimension in ("count", "proportion", "money") else None
