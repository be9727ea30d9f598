"""Which figures can contradict each other, and whether two of them do."""

from __future__ import annotations

from linter.claims.judge import comparable, compare
from linter.language.figure import Figure
from linter.patterns import Pattern

_DIMENSIONS = frozenset({"count", "time", "mass", "volume", "money"})
DOSES = frozenset({"mass", "volume"})
_POINTS = ("exact", "about")
_LEAST_COUNT, _MANY = 20, 100
_TIMES = 2.5
"""Two figures of one thing are of one size: none is more than so many times the other."""


_PORTIONED = Pattern(
    r"\s+(?:[a-z-]+\s+){0,1}?(?:applications?|appointments?|capsules?|cups?|days?|doses?|drops?|glass(?:es)?|hours?|injections?|jabs?|lozenges?|months?|nights?|patch(?:es)?|pills?|portions?"
    r"|puffs?|sachets?|scoops?|servings?|sessions?|shots?|slices?|spoonfuls?|sprays?|tablets?|teaspoons?|tablespoons?|times|units?|visits?|weeks?|years?)\b"
)
"""What a small number of is told as a rule: two puffs, three tablets, 2 working days."""


def is_comparable(figure: Figure, text: str = "") -> bool:
    """True for shares, sums, spans of time, amounts and what is counted; scores and points have no unit to go by.

    ``text`` is that of the figure's block, folded: a small count is held to what it counts.
    """
    if figure.dimension == "proportion":
        return figure.kind in ("percent", "range") or figure.base > 0 or not figure.unit
    if (
        figure.dimension == "count"
        and figure.bounds[1] < _LEAST_COUNT
        and not _PORTIONED.match(text, figure.end)
    ):
        return False
    known = figure.dimension in _DIMENSIONS or "/" in figure.dimension
    return known and figure.second is None and (figure.value is not None or figure.is_range)


def is_small_count(figure: Figure) -> bool:
    """True for '32 beds': what is counted must be told in full."""
    return figure.dimension == "count" and figure.bounds[1] < _MANY


def equal(a: Figure, b: Figure) -> bool:
    return a.bounds == b.bounds


def contradict(a: Figure, b: Figure) -> bool:
    """True where no reader could hold both, and both may be of one thing by their size."""
    if equal(a, b) or not comparable(a, b) or (a.unit != b.unit and a.dimension == "money"):
        return False
    return _similar(a, b) and (_are_limits(a, b) or _disagree(a, b))


def overlap(a: Figure, b: Figure) -> bool:
    """True for two ranges of which each goes beyond the other: 7 to 9 hours, 6 to 8 hours."""
    if not (a.is_range and b.is_range) or not comparable(a, b) or a.unit != b.unit:
        return False
    (low, high), (low2, high2) = sorted((a.bounds, b.bounds))
    return low < low2 < high < high2


def are_neighbouring(a: Figure, b: Figure) -> bool:
    """True for two bands of one scale, of which one goes on where the other ends: 50 to 79, 80 to 100."""
    if not (a.is_range and b.is_range) or a.dimension not in ("proportion", "count", "number", "length"):
        return False
    (low, high), (low2, high2) = sorted((a.bounds, b.bounds))
    return low < high < low2 < high2 and low2 - high <= a.size


def _disagree(a: Figure, b: Figure) -> bool:
    if a.qualifier not in _POINTS and b.qualifier not in _POINTS:
        return False
    if a.is_range or b.is_range:
        (low, high), (low2, high2) = a.bounds, b.bounds
        touching = a.is_range and b.is_range  # '5 to 10' and '10 to 15' share no more than an end
        if (low < high2 and low2 < high) or (not touching and low <= high2 and low2 <= high):
            return False
    return compare(a, b) == "conflicts" and compare(b, a) == "conflicts"


def _are_limits(a: Figure, b: Figure) -> bool:
    """True for 'at least 21 days' and 'at least 14 days': one limit of a time or an amount, twice."""
    if a.dimension in ("proportion", "count") or a.qualifier in _POINTS:
        return False
    return a.qualifier == b.qualifier


def _similar(a: Figure, b: Figure) -> bool:
    """Figures of one thing are of one size, or one is the other mistyped; others are of two things."""
    low, high = sorted((sum(a.bounds), sum(b.bounds)))
    if low > 0 and high <= _TIMES * low:
        return True
    digits = ["".join(sorted(str(f.bounds[0] / f.size).replace("/", ""))).strip("0") for f in (a, b)]
    return digits[0] == digits[1] and len(digits[0]) > 1
