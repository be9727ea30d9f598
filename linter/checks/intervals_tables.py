"""An estimate in one cell of a table and its interval in the next."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from linter.checks.view import View
from linter.language.figure import Figure
from linter.patterns import AnyCase

CI_HEAD = AnyCase(r"\b(?:CI|CrI|UI|confidence interval|credible interval|uncertainty interval)\b")


def estimates_in_tables(view: View) -> Iterator[tuple[int, Figure, int]]:
    """An estimate in one cell and its interval in the next: the estimate's block, the estimate, the interval's block."""
    for table in view.document.tables:
        heads = table.rows[table.header_rows - 1] if table.header_rows else ()
        for column, head in enumerate(heads):
            if not column or head < 0 or not CI_HEAD.search(view.text(head)):
                continue
            for row in table.rows[table.header_rows :]:
                if column >= len(row) or row[column] < 0 or row[column - 1] < 0:
                    continue
                estimate, interval = (view.reader.reading.block(row[c]).figures for c in (column - 1, column))
                if (
                    len(estimate) == len(interval) == 1
                    and interval[0].is_range
                    and _is_off(estimate[0], interval[0])
                ):
                    yield row[column - 1], estimate[0], row[column]


def _is_off(estimate: Figure, interval: Figure) -> bool:
    if estimate.value is None or estimate.is_range or interval.low is None or interval.high is None:
        return False
    slack = Fraction(1, 10 ** min(estimate.decimals, interval.decimals))
    low, high = interval.low - slack, interval.high + slack
    return interval.low <= interval.high and not low < estimate.value < high
