"""Shares that may be parts of one whole, and what they come to."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from linter.checks.numbers_scan import Passage, number_text, ulp
from linter.language.change import is_change
from linter.language.figure import Figure


def is_share(figure: Figure, passage: Passage) -> bool:
    if figure.dimension != "proportion" or not figure.is_claim or figure.value is None or figure.base > 20:
        return False
    if figure.qualifier not in ("exact", "about") or is_change(passage.text, figure):
        return False
    return figure.kind in ("percent", "ratio") and 0 < figure.value * figure.size < 1


def share_of(figure: Figure) -> Fraction:
    assert figure.value is not None
    return figure.value * figure.size


def slack_of(figure: Figure) -> Fraction:
    """What rounding may add to or take from one part."""
    if figure.kind == "ratio":
        return Fraction(1, 100) if figure.unit else Fraction(3, 100)
    slack = ulp(figure) / 200 + Fraction(1, 1000)
    return (
        max(slack, share_of(figure) * Fraction(4, 100))
        if figure.hedged or figure.qualifier == "about"
        else slack
    )


def adds_up(parts: Sequence[Figure], rest: Figure) -> bool:
    """True where some of ``parts`` and the remainder are the whole, within their rounding."""
    for size in range(1, len(parts) + 1):
        for chosen in combinations(parts, size):
            total = sum(map(share_of, chosen), share_of(rest))
            if abs(total - 1) <= sum(map(slack_of, chosen), slack_of(rest)) + Fraction(1, 1000):
                return True
    return False


def percent_of(share: Fraction) -> str:
    return f"{number_text(Fraction(round(float(share * 100), 1)).limit_denominator(10))}%"


def listed_in(text: str, figures: Sequence[Figure]) -> str:
    words = [" ".join(text[f.start : f.end].split()) for f in figures]
    return ", ".join(words[:-1]) + f" and {words[-1]}"
