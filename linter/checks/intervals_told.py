"""An average told beside its range in any words: 'a stay of 9 days on average, with a range of 2 to 7 days'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from linter.checks.numbers_scan import Passage, passages, report
from linter.checks.view import View
from linter.language.figure import Figure
from linter.patterns import AnyCase, Pattern
from linter.results import Finding
from linter.rulebook.rules import Rule

_AVERAGE = AnyCase(
    r"\b(?:mean|median|averag\w+|on\s+average|midpoint)\b(?:\s+[a-z-]+){0,4}?\s*[:(,]?\s*(?:(?:of|was|is|were|at|being|about|around)\s+)*$"
)
_AVERAGE_AFTER = AnyCase(r"^\s+(?:on\s+average|at\s+the\s+median)\b")
_RANGED = AnyCase(
    r"(?:\brang(?:e|es|ed|ing)\b(?:\s+[a-z]+){0,6}|\b(?:vari(?:ed|es)|varying|anywhere|spread)\s+(?:from|between|of))\s*[:,]?\s*$"
)
_ESTIMATE = AnyCase(
    r"\b(?:effect|estimate|difference|prevalence|incidence|pooled|coefficient|mean|median|average|rate|ratio|reduction|risk)\b[^.;()\[\]\d]{0,30}$"
)
_ASIDE = Pattern(r"^\s*[(\[]\s*$")
_QUARTERS = AnyCase(r"\b(?:IQR|interquartile|quartile|SD|normal|reference|target|dose)\b")
_MOST = 3
"""An interval so many times off is that of something else."""


def told_findings(view: View, rule: Rule, known: Sequence[Finding]) -> Iterator[Finding]:
    """A finding for each such average, where none of ``known`` has told it."""
    for passage, point, span in told_apart(view):
        start, end = min(point.start, span.start), max(point.end, span.end)
        low, high = view.block(passage.index).span(start, end)
        if not any(f.start < high and low < f.end for f in known):
            yield report(
                view, rule, passage.index, start, end, found=passage.words(point), other=passage.words(span), variant="range"
            )  # fmt: skip


def told_apart(view: View) -> Iterator[tuple[Passage, Figure, Figure]]:
    """Each average with the range of the same sentence that it lies outside of."""
    for passage in passages(view, least=2):
        ranges = [
            f
            for f in passage.figures
            if f.is_range and f.low is not None and f.high is not None and f.low < f.high
        ]
        points = [
            f for f in passage.figures if f.value is not None and f.role not in ("year", "date", "period")
        ]
        if len(ranges) != 1 or _QUARTERS.search(passage.sentence):
            continue
        for point in points:
            if _is_outside(point, ranges[0]) and _are_of_one(passage, point, ranges[0], len(points)):
                yield passage, point, ranges[0]


def _is_outside(point: Figure, span: Figure) -> bool:
    value, low, high = point.value or Fraction(0), span.low or Fraction(0), span.high or Fraction(0)
    slack = Fraction(1, 10 ** min(point.decimals, span.decimals)) * (
        1 if point.decimals != span.decimals else 0
    )
    if low - slack <= value <= high + slack:
        return False
    return abs(low) / _MOST <= abs(value) <= abs(high) * _MOST


def _are_of_one(passage: Passage, point: Figure, span: Figure, points: int) -> bool:
    """True for an average and its range: of one unit, the average named as such and the range as well, or in brackets."""
    units = {u for u in (point.unit, span.unit) if u}
    if len(units) > 1:
        return False
    before = passage.text[max(passage.start, point.lead - 60) : point.start]
    ranged = _RANGED.search(passage.text[max(passage.start, span.lead - 30) : span.start])
    named = _AVERAGE.search(before) or _AVERAGE_AFTER.match(passage.text[point.end : passage.end])
    if named and ranged and points == 1:
        return True
    aside = point.end <= span.start and _ASIDE.match(passage.text[point.end : span.lead])
    closed = re.match(r"\s*[)\]]", passage.text[span.end : span.end + 3])
    return bool(
        aside and closed and (_ESTIMATE.search(before)) and (point.decimals or named or point.unit == "%")
    )
