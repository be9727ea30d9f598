"""Rows of a whole, a part and its share: '| 1,200 | 300 | 25% |' under 'People', 'Vaccinated' and 'Share', '| 300 / 1,200 | 25% |'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from linter.checks.numbers_shares import Share
from linter.checks.view import View
from linter.language.lex import fold
from linter.patterns import AnyCase, Pattern

_COUNT = Pattern(r"^\s*(?P<n>\d{1,3}(?:,\d{3})+|\d+)\s*$")
_PERCENT = Pattern(r"^\s*(?P<p>\d{1,3}(?:\.(?P<d>\d+))?)\s*%\s*$")
_WHOLES = AnyCase(
    r"^\W*(?:(?:number|no\.?|all|total|eligible|registered)\s+(?:of\s+)?)?(?:people|patients|population|eligible|invited|asked|due|total|residents|adults|children|sample|registered|offered|tested|pupils|students|staff|women|men|participants|births|babies|members|sent|calls|visits)\b[\w\s()+–-]{0,25}$"
)
_TOTAL = AnyCase(r"^\W*(?:grand\s+)?(?:total|sum|all|overall|altogether)\b")
"""A row of totals, whose sums are checked down their columns."""
_SHARES = AnyCase(
    r"^\W*(?:share|%|per\s?cent(?:age)?|proportion|coverage|uptake)\W*(?:\(%\)|%|of\s+(?:all|total|the\s+whole))?\W*$"
)
_OTHER = AnyCase(
    r"\b(?:change|difference|target|last|previous|expected|adjusted|weighted|standardi[sz]ed|rate|per|excluded|missing|unknown|20\d\d)\b"
)

_OF = Pattern(
    r"^\s*(?P<n>\d{1,3}(?:,\d{3})+|\d+)\s*(?:/|\bof\b|\bout of\b)\s*(?P<whole>\d{1,3}(?:,\d{3})+|\d+)\s*$"
)
_N_OF_N = AnyCase(
    r"^\W*(?:no\.?|n|number|cases?|events?|count)\s*(?:/|of|out of)\s*(?:n|total|all|number)\b\W*$"
)


def row_shares(view: View) -> Iterator[Share]:
    """Shares that are not those of the numbers beside them."""
    yield from _of_two_cells(view)
    yield from _of_one_cell(view)


def _of_one_cell(view: View) -> Iterator[Share]:
    """'180 / 1,500' and '18%' side by side, where other rows or the heads show that the one tells the other."""
    for table in view.document.tables:
        heads = table.rows[table.header_rows - 1] if table.header_rows else ()
        for column in range(1, max(map(len, table.rows), default=1)):
            for other in (column - 1, column + 1):
                names = [
                    fold(view.text(heads[k])) if 0 <= k < len(heads) and heads[k] >= 0 else ""
                    for k in (other, column)
                ]
                if any(map(_OTHER.search, names)):
                    continue
                told = [
                    s for row in table.rows[table.header_rows :] if (s := _told(view, row, other, column))
                ]
                wrong = [s for s in told if not (s.fits or s.is_of_those_known)]
                named = _N_OF_N.match(names[0]) and _SHARES.match(names[1])
                if wrong and (
                    len(told) - len(wrong) > len(wrong)
                    or (named and len(told) - len(wrong) >= len(wrong) - 1)
                ):
                    yield from wrong


def _told(view: View, row: Sequence[int], other: int, column: int) -> Share | None:
    """The share in ``column`` of the numbers in ``other``."""
    if not 0 <= other < len(row) or column >= len(row) or row[other] < 0 or row[column] < 0:
        return None
    pair, text = _OF.match(fold(view.text(row[other]))), fold(view.text(row[column]))
    share = _PERCENT.match(text)
    if not pair or not share:
        return None
    number, whole = (Fraction(pair[k].replace(",", "")) for k in ("n", "whole"))
    if not 0 < number <= whole:
        return None
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return Share(row[column], start, end, number, Fraction(share["p"]), len(share["d"] or ""), whole)


def _of_two_cells(view: View) -> Iterator[Share]:
    """Shares that are not their row's part of its whole, where most rows show, or the heads say, that they should be."""
    for table in view.document.tables:
        if not table.header_rows:
            continue
        heads = table.rows[table.header_rows - 1]
        for column in range(2, len(heads)):
            if not _are_headed(view, heads[column - 2 : column + 1]):
                continue
            told = [s for row in table.rows[table.header_rows :] if (s := _share(view, row, column))]
            wrong = [s for s in told if not (s.fits or s.is_of_those_known)]
            if len(told) == 1 or len(told) - len(wrong) >= len(wrong):
                yield from wrong


def _are_headed(view: View, heads: Sequence[int]) -> bool:
    whole, part, share = (fold(view.text(h)) if h >= 0 else "" for h in heads)
    if not part.strip() or _OTHER.search(f"{whole} {part} {share}"):
        return False
    return bool(_WHOLES.match(whole) and _SHARES.match(share))


def _share(view: View, row: Sequence[int], column: int) -> Share | None:
    if column >= len(row) or min(row[column - 2 : column + 1]) < 0:
        return None
    if column > 2 and row[0] >= 0 and _TOTAL.match(fold(view.text(row[0]))):
        return None
    texts = [fold(view.text(i)) for i in row[column - 2 : column + 1]]
    whole, part, share = _COUNT.match(texts[0]), _COUNT.match(texts[1]), _PERCENT.match(texts[2])
    if not whole or not part or not share:
        return None
    size, number = (Fraction(m["n"].replace(",", "")) for m in (whole, part))
    if not 0 < number <= size:
        return None
    start, end = len(texts[2]) - len(texts[2].lstrip()), len(texts[2].rstrip())
    return Share(row[column], start, end, number, Fraction(share["p"]), len(share["d"] or ""), size)
