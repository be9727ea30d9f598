"""Changes whose verb and figures go different ways: 'rose from 30% to 24%'."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from linter.checks.arithmetic_ends import ends
from linter.checks.numbers_scan import passages
from linter.checks.view import View
from linter.patterns import AnyCase

_UP = AnyCase(
    r"\b(?:rose|increased|climbed|grew|jumped|went up|an? (?:increase|rise|jump))\s+(?:\w+ly\s+)?from\s+(?:about\s+|around\s+)?$"
)
_DOWN = AnyCase(
    r"\b(?:fell|decreased|dropped|declined|went down|an? (?:decrease|drop|fall|decline|reduction))\s+(?:\w+ly\s+)?from\s+(?:about\s+|around\s+)?$"
)


_INVERSE = AnyCase(r"\blogMAR\b")
"""Scales on which less is more: sight of 0.1 logMAR is better than of 0.4."""


def turned(view: View) -> Iterator[tuple[int, int, int, str]]:
    """'rose from 30% to 24%': the block, the place, and what it is instead."""
    for passage in passages(view):
        for first, second in ends(passage):
            if (
                first.base
                or second.base
                or first.unit != second.unit
                or first.dimension in ("calendar", "time", "none", "odds")
                or not first.is_claim
            ):
                continue
            before = passage.text[max(passage.start, first.start - 40) : first.start]
            a, b = first.value or Fraction(0), second.value or Fraction(0)
            if "-" in before[-2:] or "−" in passage.text[first.start - 2 : second.end]:
                continue
            up, down = _UP.search(before), _DOWN.search(before)
            if _INVERSE.search(passage.sentence):
                continue
            if (up and b < a) or (down and b > a):
                match = up or down
                assert match is not None
                start = max(passage.start, first.start - 40) + match.start()
                end = second.end
                yield passage.index, start, end, "fall" if up else "rise"
