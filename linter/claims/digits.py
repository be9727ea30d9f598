"""How telling the digits of a figure are: whether it stands in many claims by chance, or hardly in another."""

from __future__ import annotations

from fractions import Fraction

from linter.language.figure import Figure


def digits_of(number: Fraction) -> int:
    """How many telling digits a number has: 2 for 6.9 and 45,000,000; 1 for 20."""
    return len(f"{float(number):.6f}".rstrip("0").replace(".", "").strip("0"))


_COMMON = 10
"""Up to one in how many people say a share without having counted."""


def distinct(figure: Figure) -> float:
    """0 for round figures that stand in many claims by chance, up to 1 for 6.9% and 38.4 million."""
    if figure.is_range:
        return 0.7
    if (
        figure.dimension == "time"
        and not figure.decimals
        and digits_of(figure.value or Fraction(0)) <= _ROUGH
    ):
        return 0.15  # 72 hours, 12 weeks and 28 days are the spans of many things
    number = figure.value or figure.high or Fraction(0)
    if figure.dimension == "proportion" and figure.bounds[1]:
        number, per = figure.bounds[1] * 100, 1 / figure.bounds[1]
        if number % 5 == 0 or (per.denominator == 1 and per <= _COMMON) or number == _TWO_THIRDS:
            return 0.15
        if per.denominator == 1 and digits_of(per) < digits_of(number):
            number = per
    if figure.dimension == "multiple" and digits_of(number) <= _ROUGH:
        return 0.15  # many things are one and a half times as likely as others
    return min(1.0, {0: 0.0, 1: 0.1, 2: 0.5}.get(digits_of(number), 1.0))


_ROUGH = 2
"""Up to how many telling digits a multiple or a span of time is a round one."""
_TWO_THIRDS = Fraction(200, 3)
