"""Whether a figure of the copy agrees with the figure of a fact (contract: what agrees and conflicts)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor, log10
from typing import Literal

from linter.language.figure import Figure

Verdict = Literal["agrees", "conflicts", "unit", "other"]
"""``other``: the two are not the same kind of quantity, so nothing follows."""

_CALENDAR_TOLERANCE = Fraction(3, 100)
_MANY = 1000
_MONTH = Fraction(2629746)


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far a copy's figure may be from the fact's: in the value's unit, or as a part of it."""

    amount: Fraction
    relative: bool = False

    def of(self, value: Fraction, size: Fraction) -> Fraction:
        return abs(value) * self.amount if self.relative else self.amount * size


def comparable(copy: Figure, fact: Figure) -> bool:
    """True where the two measure the same kind of thing."""
    a, b = copy.dimension, fact.dimension
    if a == b:
        return True
    plain = {"count", "number"}
    return a in plain and b in plain


def compare(
    copy: Figure,
    fact: Figure,
    tolerance: Tolerance | None = None,
    threshold: bool = False,
    cell: bool = False,
) -> Verdict:
    """Judge ``copy`` against ``fact``.

    ``threshold`` marks a fact that is a requirement; ``cell`` a figure that stands alone in a table,
    where the header says whether it is a limit.
    """
    if copy.dimension == "time" and fact.dimension == "count" and (copy.value or 0) >= _MANY:
        copy = replace(
            copy, dimension="count", unit="", size=Fraction(1)
        )  # '43 million days of work' counts days
    if not comparable(copy, fact):
        return "unit" if same_digits(copy, fact) and _kindred(copy, fact) else "other"
    if copy.second != fact.second and copy.second is not None and fact.second is not None:
        return "conflicts"
    if _slipped(copy, fact) and not _same_span(copy, fact):
        return "unit"
    if cell and threshold and copy.qualifier == "exact" and copy.bounds == fact.bounds:
        return "agrees"
    if _agrees(copy, fact, tolerance, threshold) or _is_converted(copy, fact):
        return "agrees"
    bound = copy.qualifier in ("over", "at-least") and fact.qualifier == "exact" and bool(fact.decimals)
    bound |= copy.qualifier == "exact" and bool(fact.side)  # '9 weeks from the first day' for 'within 9 days'
    if same_digits(copy, fact) and copy.unit != fact.unit and (copy.qualifier == fact.qualifier or bound):
        return "unit"
    if (
        same_digits(copy, fact) and copy.unit != fact.unit
        and "about" in (copy.qualifier, fact.qualifier) and copy.kind != "ratio"
    ):  # fmt: skip
        return "unit"
    return "conflicts"


_SCALES = frozenset(Fraction(n) for n in (10**3, 10**6, 10**9))


def _slipped(copy: Figure, fact: Figure) -> bool:
    """The fact's digits with another unit or scale: mcg for mg, thousand for million."""
    odd = (
        copy.decimals and copy.dimension == fact.dimension
    )  # 'longer than 14.7 weeks' slips from '14.7 months'
    if copy.bounds == fact.bounds or copy.is_range or (copy.qualifier != fact.qualifier and not odd):
        return False
    if copy.dimension == "count" and fact.bounds[0] and copy.bounds[0]:
        ratio = copy.bounds[0] / fact.bounds[0]
        return max(ratio, 1 / ratio) in _SCALES
    return same_digits(copy, fact) and copy.size != fact.size


_AMOUNTS = frozenset({"mass", "volume", "activity", "amount", "substance"})


def _kindred(copy: Figure, fact: Figure) -> bool:
    """True for units that a slip of the pen exchanges: mg for ml, a dose in units; a time is never a concentration."""
    a, b = copy.dimension.split("/"), fact.dimension.split("/")
    return a[0] in _AMOUNTS and b[0] in _AMOUNTS and (len(a) == len(b) == 1 or a[1:] == b[1:])


def same_digits(copy: Figure, fact: Figure) -> bool:
    """The same number with whatever unit; '1 in 7' has no digits of its own."""
    if copy.is_range != fact.is_range or (
        copy.kind == fact.kind == "ratio" and copy.value == fact.value == 1
    ):
        return False  # '1 in 1,000' for '1 in 10,000' is another number
    if (copy.base and copy.base not in (10, 100, 1000, 10000, 100000)) or (
        fact.base and fact.base not in (10, 100, 1000, 10000, 100000)
    ):
        return False
    if copy.is_range:
        return (copy.low, copy.high) == (fact.low, fact.high)
    return copy.value == fact.value and bool(copy.value)


COUNTED = frozenset({"proportion", "count", "number", "money", "multiple", "points"})
"""Dimensions of figures that are counted or estimated, whatever the claim advises."""


def _agrees(copy: Figure, fact: Figure, tolerance: Tolerance | None, threshold: bool) -> bool:
    if fact.is_range:
        return _agrees_with_range(copy, fact, tolerance)
    value = fact.bounds[0]
    if fact.qualifier in ("over", "at-least", "under", "at-most"):
        return _agrees_with_bound(copy, fact, value, threshold)
    if copy.is_range:
        low, high = copy.bounds
        return low == high == value
    number = copy.bounds[0]
    if copy.qualifier in ("over", "at-least", "under", "at-most"):
        if threshold and number != value and copy.dimension not in COUNTED:
            return False  # 'for at least 10 minutes' for 20
        return _bound_holds(copy.qualifier, number, value) or (
            copy.hedged and _close(copy, fact, number, value)
        )
    allowed = tolerance.of(value, fact.size) if tolerance else Fraction(0)
    return (
        abs(number - value) <= allowed
        or _is_ratio_of(copy, fact)
        or _is_ratio_of(fact, copy)
        or _same_span(copy, fact)
        or (copy.qualifier == "about" and _close(copy, fact, number, value))
    )


def _bound_holds(qualifier: str, bound: Fraction, value: Fraction) -> bool:
    return {
        "over": value > bound,
        "at-least": value >= bound,
        "under": value < bound,
        "at-most": value <= bound,
    }[qualifier]


def _agrees_with_range(copy: Figure, fact: Figure, tolerance: Tolerance | None) -> bool:
    low, high = fact.bounds
    if copy.is_range:
        allowed = tolerance.of(high, fact.size) if tolerance else Fraction(0)
        a, b = copy.bounds
        return (abs(a - low) <= allowed and abs(b - high) <= allowed) or _same_span(copy, fact)
    number = copy.bounds[0]
    if copy.qualifier in ("over", "at-least"):
        return number < low or (number == low and (copy.qualifier == "at-least" or low == high))
    if copy.qualifier in ("under", "at-most"):
        return number > high or (number == high and copy.qualifier == "at-most")
    return False


def _agrees_with_bound(copy: Figure, fact: Figure, value: Fraction, threshold: bool) -> bool:
    if copy.is_range:
        return False
    number = copy.bounds[0]
    upward = fact.qualifier in ("over", "at-least")
    same_side = copy.qualifier in (("over", "at-least") if upward else ("under", "at-most"))
    if not same_side:
        return False
    if number == value:
        return (
            copy.qualifier == fact.qualifier
            or threshold
            or copy.qualifier in ("at-least", "at-most")
            or fact.qualifier in ("at-least", "at-most")
        )
    if threshold:
        return False
    return number < value if upward else number > value


_CONVERTED = Fraction(6, 100)
"""How far off a figure may be that was converted and rounded: a quarter of an inch for 6 mm."""


def _is_converted(copy: Figure, fact: Figure) -> bool:
    """True for pounds that round to the fact's kilograms: 10 pounds are 4.5 kg."""
    if (
        copy.dimension in ("time", "count", "proportion", "money")
        or copy.is_range
        or fact.is_range
        or copy.side != fact.side
    ):
        return False
    ratio = copy.size / fact.size
    if set(str(ratio.numerator) + str(ratio.denominator)) <= {"0", "1"} or fact.value is None:
        return False  # within one system units differ by tens
    converted = copy.bounds[0] / fact.size
    near = abs(converted - fact.value) <= _CONVERTED * fact.value
    return near and round(converted * 10**fact.decimals) == fact.value * 10**fact.decimals


def _same_span(copy: Figure, fact: Figure) -> bool:
    """Days and weeks against months and years agree within 3%; within either group they are exact."""
    if copy.dimension != "time" or fact.dimension != "time":
        return False
    long = (copy.size % _MONTH == 0, fact.size % _MONTH == 0)
    ends = zip(copy.bounds, fact.bounds, strict=True)
    return long[0] != long[1] and all(b != 0 and abs(a - b) <= abs(b) * _CALENDAR_TOLERANCE for a, b in ends)


def _is_ratio_of(ratio: Figure, share: Figure) -> bool:
    """True for '1 in 9' and 11.1%: to the decimal that is told, the same."""
    if ratio.kind != "ratio" or ratio.value != 1 or share.kind != "percent" or not share.decimals:
        return False
    exact, told = ratio.bounds[0] * 100, share.bounds[0] * 100
    return abs(exact - told) <= Fraction(1, 2 * 10**share.decimals)


_FEW = 20
"""Up to what N a hedged '1 in N' may be off by a percentage point."""


def _close(copy: Figure, fact: Figure, number: Fraction, value: Fraction) -> bool:
    """Hedged rounding: decimals to whole numbers, big counts to two digits, '1 in N' by a point."""
    if copy.dimension == "proportion":
        if copy.value == 1 and copy.base and copy.kind == "ratio":
            return copy.base <= _FEW and abs(number - value) <= Fraction(1, 100)
        if (
            copy.kind == fact.kind == "ratio"
            and copy.base == fact.base
            and copy.value is not None
            and fact.value is not None
        ):
            return (
                copy.value.denominator == 1
                and copy.value > 0
                and bool(fact.decimals)
                and _is_rounded(copy.value, fact.value)
            )
        whole = copy.bounds[0] * 100
        if whole.denominator == 1 and (fact.decimals or (fact.value or 0) * fact.size * 100 % 1 != 0):
            return _is_rounded(whole, value * 100)
        return False
    if copy.dimension in ("count", "money") and value >= 1000:
        return number in _roundings(value)
    copied, factual = copy.value, fact.value
    if copied is None or factual is None:
        return False
    in_unit = value / copy.size
    return (
        in_unit.denominator != 1 and copied.denominator == 1 and _is_rounded(copied, in_unit) and copied > 0
    )


def _is_rounded(whole: Fraction, value: Fraction) -> bool:
    """True where a number rounds to a whole one; a half rounds up, and from 10 on down as well."""
    half = Fraction(1, 2)
    return -half <= value - whole < half or (value - whole == half and value >= 10)


def _roundings(value: Fraction) -> set[Fraction]:
    """``value`` rounded, or cut, to two or more significant digits."""
    digits = floor(log10(float(value))) + 1
    found = set()
    for kept in range(2, digits + 1):
        unit = 10 ** (digits - kept)
        down = value // unit * unit
        up = down + unit
        found.add(Fraction(down if value - down <= up - value else up))
        if value - down == up - value:
            found.add(Fraction(up))
    return found


_OF_ANYTHING = 20
"""Up to how many a ratio may be of without being that of one study."""


def counts_a_few(copy: Figure) -> bool:
    """True for 'no deaths', and for those counted in one place: '25/25', '157 of 185 countries'; no slip for a fact's figure."""
    if copy.dimension in ("count", "proportion") and not any(copy.bounds):
        return True
    if copy.kind != "ratio" or copy.value is None:
        return False
    return copy.value == copy.base or (copy.value > 1 and copy.base > _OF_ANYTHING and copy.base % 5 != 0)
