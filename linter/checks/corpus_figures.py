"""Which figures can contradict each other, and whether two of them do."""

from __future__ import annotations

import re
from fractions import Fraction

from linter.claims.judge import comparable, compare
from linter.language.figure import Figure
from linter.patterns import AnyCase, Pattern

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
    if figure.dimension == "count" and is_label(figure, text):
        return False
    known = figure.dimension in _DIMENSIONS or "/" in figure.dimension
    return known and figure.second is None and (figure.value is not None or figure.is_range)


_YEARS = (1900, 2100)
_COUNTS_SOMETHING = Pattern(r"\s+[a-z]|-[a-z]")
_CRITERIA = Pattern(r"\s+(?:or more\s+)?(?:[a-z]+\s+)?of\s+(?:the\s+)?(?:following|above|below|these)\b")
_CONTENTS = Pattern(r"\s*\d{1,2}(?:\.\d{1,2})+\s+[A-Z].*\s\d{1,3}$")
"""'2.6 Interaction of age 27': a line of a table of contents, and its page."""
_VOLUME = Pattern(r"\s?\(\d{1,3}(?:[-–]\d{1,3})?\)\s?[,:]")


def is_label(figure: Figure, text: str) -> bool:
    """True for a number that counts nothing: the year of a heading's guideline, 'ESICM 2021', a journal's volume, '21(11):'."""
    if _VOLUME.match(text, figure.end) or _CRITERIA.match(text, figure.end):
        return True
    line = text[text.rfind("\n", 0, figure.start) + 1 : figure.end]
    if _CONTENTS.match(line) and text[figure.end : figure.end + 1] in ("", "\n"):
        return True
    low, high = _YEARS
    if text[figure.start : figure.start + 2].isdigit() and text[figure.start] == "0":
        return True  # 'Revision ID: 0043'
    plain = figure.end - figure.start == 4 and low <= figure.bounds[1] <= high
    return plain and not _COUNTS_SOMETHING.match(text, figure.end)


def are_own_counts(a: Figure, b: Figure, found: str, other: str) -> bool:
    """True for 'all seven categories' here and 'five categories' there: things that every text counts anew."""
    small = [f.dimension == "count" and f.bounds[1] <= _LEAST_COUNT for f in (a, b)]
    return any(
        s and not any(c.isdigit() for c in told) for s, told in zip(small, (found, other), strict=True)
    )


_DEGREES = AnyCase(
    r"\b(?:very|extremely|slight(?:ly)?|mild(?:ly)?|moderate(?:ly)?|severe(?:ly)?|low|high|intermediate)\b"
)


def graded_apart(said: str, other: str) -> bool:
    """True for two sentences on two grades of one thing: 'a high risk (30%)', 'a very high risk (50%)'."""
    mine, theirs = ({w.lower() for w in _DEGREES.findall(t)} for t in (said, other))
    return bool(mine and theirs and mine != theirs)


def is_small_count(figure: Figure) -> bool:
    """True for '32 beds': what is counted must be told in full."""
    return figure.dimension == "count" and figure.bounds[1] < _MANY


_OUT_OF = AnyCase(
    r"\d[\d,.]*\s+(?:of\s+)?(?:the\s+)?(?P<counted>[a-z]+)\s+out\s+of\s+(?:the\s+)?\d|\d\s+(?:out\s+)?of\s+(?:the\s+|all\s+|every\s+)?\d[\d,.]*\s+(?P<whole>[a-z]+)"
)
_PEOPLE = frozenset(
    "people patients persons adults children women men cases participants individuals users deaths or and in with who that have had are were".split()
)
"""Of whom a share in percent may be as well, whatever it calls them, or no noun at all."""


def are_of_two_wholes(a: Figure, b: Figure, said: str, other: str) -> bool:
    """True for two shares, one of things that the other does not name: '157 countries out of 185', '99% of cases'."""
    if a.dimension != "proportion" or b.dimension != "proportion":
        return False
    return any(
        noun not in _PEOPLE
        and not re.search(rf"\b{noun.removesuffix('ies').removesuffix('s')}", far, re.IGNORECASE)
        for text, far in ((said, other), (other, said))
        for noun in _wholes(text)
    )


def _wholes(text: str) -> list[str]:
    """What the shares of a sentence that are told by counts are of."""
    return [(m["counted"] or m["whole"]).lower() for m in _OUT_OF.finditer(text)]


_FAILED = AnyCase(
    r"\b(?:fail\w*|miss\w*|lack\w*|without|not|never|no|drop\w*|lost|un\w+ed|refus\w+|declin\w+)\b"
)


def are_both_sides(a: Figure, b: Figure, said: str, other: str) -> bool:
    """True for two shares that make a whole, of which one is told of those left out: '44% passed', 'a 56% failure rate'."""
    if a.dimension != "proportion" or b.dimension != "proportion" or a.value is None or b.value is None:
        return False
    whole = a.value * a.size + b.value * b.size
    return abs(whole - 1) <= Fraction(1, 200) and bool(_FAILED.search(said)) != bool(_FAILED.search(other))


def equal(a: Figure, b: Figure) -> bool:
    return a.bounds == b.bounds


def contradict(a: Figure, b: Figure) -> bool:
    """True where no reader could hold both, and both may be of one thing by their size."""
    if equal(a, b) or not comparable(a, b) or (a.unit != b.unit and a.dimension == "money"):
        return False
    if _are_of_two_samples(a, b) or _is_rounded(a, b):
        return False
    return _similar(a, b) and (_are_limits(a, b) or _disagree(a, b))


_MANY_PEOPLE = 100_000
_ROUNDED = Fraction(3, 200)


def _is_rounded(a: Figure, b: Figure) -> bool:
    """True for 'almost 9 million' and '8.9 million', however few digits the hedged one has."""
    if a.dimension != "count" or b.dimension != "count" or a.value is None or b.value is None:
        return False
    low, high = sorted((a.bounds[0], b.bounds[0]))
    hedged = "about" in (a.qualifier, b.qualifier) or a.hedged or b.hedged
    return hedged and low >= _MANY_PEOPLE and high - low <= _ROUNDED * high


def _are_of_two_samples(a: Figure, b: Figure) -> bool:
    """True for '216/232' and '352/353': so many of one sample, and of another."""
    return a.kind == b.kind == "ratio" and a.base != b.base and min(a.base, b.base) > _MANY


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
