"""Rows of a whole, a part and its share: '| 1,200 | 300 | 25% |' under 'People', 'Vaccinated' and 'Share'."""

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


def row_shares(view: View) -> Iterator[Share]:
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
