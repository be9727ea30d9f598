"""Tables whose counts carry their percentage: a row of 800 and '744 (83%)'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from linter.checks.view import View
from linter.language.lex import fold
from linter.model import Table
from linter.patterns import AnyCase, Pattern

_CELL = Pattern(
    r"^\s*(?P<n>\d{1,3}(?:,\d{3})+|\d+)\s*[(\[]\s*(?P<p>\d{1,3}(?:\.(?P<d>\d+))?)\s*(?P<sign>%?)\s*[)\]]\s*$"
)
_COUNT = Pattern(r"^\s*(?P<n>\d{1,3}(?:,\d{3})+|\d+)\s*$")
_SHARES = Pattern(r"%|\bper\s?cent\b|\bpercentage\b")
_OTHER = AnyCase(r"\b(?:change|difference|increase|rise|fall|growth|adjusted|weighted|p|CI)\b")
_SIZE = Pattern(r"\b[nN]\s*=\s*(?P<n>\d{1,3}(?:,\d{3})+|\d+)")


_OTHER_BASE = AnyCase(r"[*†‡§¶#]\s*$|\b(?:of|among|[nN]\s?=)\s")
"""A row whose percentages are of others than its column's: 'Died*', 'Smoker, of 100 asked'."""
_ANSWERED = Fraction(3, 4)
"""So much of a group and more may have answered; the percentage is theirs then."""


class Share(NamedTuple):
    """A count with its percentage in a cell, and the whole that other rows show it to be of."""

    block: int
    start: int
    end: int
    number: Fraction
    percent: Fraction
    decimals: int
    whole: Fraction

    @property
    def fits(self) -> bool:
        """True where the percentage is the share, rounded or cut."""
        step = Fraction(1, 10**self.decimals)
        return abs(self.number / self.whole * 100 - self.percent) < step

    @property
    def is_of_those_known(self) -> bool:
        """True where the percentage is that of a part of the group, the rest being unknown: 12 (10.5%) of 120."""
        if not self.percent:
            return False
        base = self.number * 100 / self.percent
        return self.whole * _ANSWERED <= base < self.whole


def odd_shares(view: View) -> Iterator[Share]:
    """The cells whose percentage is not theirs, where most of their column shows which whole is meant."""
    for table in view.document.tables:
        body = table.rows[table.header_rows :]
        for column in range(1, max(map(len, body), default=0)):
            cells = [(row, share) for row in body if (share := _share(view, table, row, column))]
            if len(cells) < 2:
                continue
            told = [*_by_header(view, table, column, cells), *_by_column(view, column, cells)]
            for shares in told:
                wrong = [s for s in shares if not (s.fits or s.is_of_those_known)]
                if wrong and len(shares) - len(wrong) >= len(wrong):
                    yield from wrong
                    break


_TOTAL = AnyCase(r"^\W*(?:grand\s+)?(?:total|sum|all|overall|altogether)\b")
_PERCENT = Pattern(r"^\s*(?P<p>\d{1,3}(?:\.(?P<d>\d+))?)\s*(?P<sign>%?)\s*$")


def column_shares(view: View) -> Iterator[Share]:
    """Cells of a column of shares that are not their count's of the row of totals: 44 of 400, '18%'."""
    for table in view.document.tables:
        body = [row for row in table.rows[table.header_rows :] if row and row[0] >= 0]
        if len(body) < 3 or not _TOTAL.match(fold(view.text(body[-1][0]))):
            continue
        for column in range(2, len(body[-1])):
            heads = _heads(view, table, column)
            count, share = (
                _matched(view, body[-1], c, p) for c, p in ((column - 1, _COUNT), (column, _PERCENT))
            )
            if not count or not share or _OTHER.search(heads) or not (share["sign"] or _SHARES.search(heads)):
                continue
            whole = _number(count["n"])
            if not whole:
                continue
            told = [s for row in body[:-1] if (s := _of_total(view, row, column, whole))]
            wrong = [s for s in told if not s.fits]
            if Fraction(share["p"]) == 100 and len(told) - len(wrong) > len(wrong):
                yield from wrong


def _matched(view: View, row: Sequence[int], column: int, pattern: Pattern) -> re.Match[str] | None:
    return pattern.match(fold(view.text(row[column]))) if column < len(row) and row[column] >= 0 else None


def _of_total(view: View, row: Sequence[int], column: int, whole: Fraction) -> Share | None:
    count, share = _matched(view, row, column - 1, _COUNT), _matched(view, row, column, _PERCENT)
    if not count or not share or _number(count["n"]) > whole:
        return None
    text = share.group()
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    decimals = len(share["d"] or "")
    return Share(row[column], start, end, _number(count["n"]), Fraction(share["p"]), decimals, whole)


_Cell = tuple[int, int, int, Fraction, Fraction, int]


def _number(text: str) -> Fraction:
    return Fraction(text.replace(",", ""))


def _heads(view: View, table: Table, column: int) -> str:
    return " ".join(fold(view.text(cell)) for cell in table.heads(column) if cell >= 0)


def _share(view: View, table: Table, row: Sequence[int], column: int) -> _Cell | None:
    """Block, place, count, percentage and its decimals of a cell such as '744 (83%)'."""
    if column >= len(row) or row[column] < 0:
        return None
    match = _CELL.match(fold(view.text(row[column])))
    if match is None or (row[0] >= 0 and _OTHER_BASE.search(fold(view.text(row[0])))):
        return None
    heads = _heads(view, table, column)
    if _OTHER.search(heads) or not (match["sign"] or _SHARES.search(heads)):
        return None
    percent, decimals = Fraction(match["p"]), len(match["d"] or "")
    text = match.group()
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return row[column], start, end, _number(match["n"]), percent, decimals


def _by_header(
    view: View, table: Table, column: int, cells: Sequence[tuple[Sequence[int], _Cell]]
) -> Iterator[list[Share]]:
    """Of the size that heads the column: 'Placebo (n = 50)'."""
    size = _SIZE.search(_heads(view, table, column))
    if size and _number(size["n"]):
        yield [Share(*cell, _number(size["n"])) for _, cell in cells]


def _by_column(
    view: View, column: int, cells: Sequence[tuple[Sequence[int], _Cell]]
) -> Iterator[list[Share]]:
    """Of a count that stands in the same row, in a column of such."""
    for other in range(1, max(len(row) for row, _ in cells)):
        if other == column:
            continue
        shares = []
        for row, cell in cells:
            match = (
                _COUNT.match(fold(view.text(row[other]))) if other < len(row) and row[other] >= 0 else None
            )
            if match and (_number(match["n"]) >= cell[3] > 0):
                shares.append(Share(*cell, _number(match["n"])))
        if len(shares) >= 2 and any(s.fits for s in shares):
            yield shares
