"""Two numbers that make one figure: '40–50%', 'between 3 and 5 km', '30 ± 10 years', '95% CI 21, 33'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from linter.language.amounts import Amount, bare, multiple, percent, plain
from linter.language.lex import Lex, wordset
from linter.language.measures import measured, one_and_more
from linter.language.money import CURRENCIES, currency_before, money
from linter.language.numerals import cardinal
from linter.language.ratios import frequency, odds, slashed, stacked

_DASHES = frozenset({"–", "-", "−", "—", "~"})
_HEDGES = wordset(
    "about around roughly approximately approx nearly almost ~ an estimated up to as much many perhaps less more than fewer"
)
_INTERVAL = frozenset({"ci", "cri", "interval", "iqr", "range", "hdi"})
_CHANGE = wordset(
    "rose rise rises risen rising fell fall falls fallen falling grew grow grown growing climbed climb climbing dropped drop drops ",
    "dropping increased increase increases increasing decreased decrease decreases decreasing declined decline declining went go gone ",
    "improved improve improving reduced reduce reduces reducing reduction cut cuts cutting lowered lower lowers raised raise raises jumped jump ",
    "jumping shrank shrink slipped doubled halved tripled up down changed change changing moved soared surged edged slid worsened brought",
)


def amount(tokens: Sequence[Lex], i: int, text: str) -> Amount | None:
    """The amount that starts at token ``i``, or None: the most specific reading wins."""
    if tokens[i + 1].kind == "num" and currency_before(tokens, i):
        i += 1
    read = bare(tokens, i)
    if read is None:
        return one_and_more(tokens, i, text)
    a, at = read
    if currency_before(tokens, at - 1):
        return money(tokens, at, a)
    pair = slashed(tokens, a, text) or stacked(tokens, a, text)
    if pair is not None:
        if pair.form != "fraction":
            return pair
        a = pair
    whole = a.form != "fraction"
    return (
        percent(tokens, a)
        or (frequency(tokens, a, i, text) if whole else None)
        or (odds(tokens, a) if whole else None)
        or (multiple(tokens, a) if whole else None)
        or measured(tokens, a, text)
        or money(tokens, at, a)
        or _unit_free(tokens, a, at)
    )


def _unit_free(tokens: Sequence[Lex], a: Amount, at: int) -> Amount | None:
    """A number with no unit, unless it is the head of a compound such as 'half-life'."""
    after = tokens[a.end_index]
    if (
        tokens[at].text == "half"
        and after.text == "-"
        and after.glued
        and tokens[a.end_index + 1].kind == "word"
    ):
        return None
    return plain(tokens, a)


def with_margin(tokens: Sequence[Lex], a: Amount, text: str) -> Amount:
    """``a`` with the margin after '±', if there is one. A unit after the margin belongs to both."""
    j = a.end_index
    if tokens[j].text == "±":
        j += 1
    elif tokens[j].text == "+" and tokens[j + 1].text in ("/", "-", "−") and tokens[j + 1].glued:
        j += 3 if tokens[j + 1].text == "/" else 2
    elif [t.text for t in tokens[j : j + 3]] == ["plus", "or", "minus"]:
        j += 3
    else:
        return a
    other = amount(tokens, j, text)
    if other is None or (a.unit and other.unit and a.dimension != other.dimension):
        return a
    done = a if a.unit or not other.unit else replace(
        a, kind=other.kind, dimension=other.dimension, unit=other.unit, size=other.size, base=other.base
    )  # fmt: skip
    margin = (
        other.value if done.unit == other.unit or not other.unit else other.value * other.size / done.size
    )
    return replace(done, margin=margin, end=other.end, end_index=other.end_index)


def upper_end(tokens: Sequence[Lex], first: Amount, i: int, text: str) -> Amount | None:
    """The upper end of a range whose lower end is ``first``, if there is one."""
    if first.second is not None:
        return None
    j = _past_separator(tokens, first, i)
    if not j:
        return None
    hedged = j
    while tokens[j].text in _HEDGES and j < hedged + 3:
        j += 1
    second = _other_base(tokens, first, j) or amount(tokens, j, text)
    sign = tokens[first.end_index].text
    if second is not None and sign == "or" and not second.unit:
        second = replace(first, value=second.value).to(tokens[second.end_index - 1], second.end_index)
    if second is None or second.second is not None or not _alike(first, second):
        return None
    if (
        sign == "up"
        and opener(tokens, i) != "from"
        and (second.unit != "year" or second.value <= first.value)
    ):
        return None  # 'two up to 49 years', but not 'a pain of 4 up to 3 times a day'
    if (
        sign == "-"
        and first.dimension != "count"
        and second.dimension == "time"
        and not tokens[first.end_index].glued
    ):
        return None
    if (
        sign == "to"
        and first.dimension == "money"
        and not second.unit
        and tokens[second.end_index].kind == "word"
    ):
        return None  # 'paid $2 million to 14 teams'
    if sign in (",", ";") and not (
        (second.value > first.value and not second.unit) or second.unit == first.unit
    ):
        return None
    return second


def _other_base(tokens: Sequence[Lex], first: Amount, j: int) -> Amount | None:
    """The end of '1 in every 50 to 70': 1 in 70."""
    found = cardinal(tokens, j) if first.base and first.dimension == "proportion" else None
    if found is None or found.value.denominator != 1 or found.value <= first.base:
        return None
    after = tokens[found.end]
    if after.text in ("%", "percent", "per", "in", "out") or (after.glued and after.kind == "word"):
        return None
    base = int(found.value)
    return replace(
        first,
        unit=f"in {base}",
        size=Fraction(1, base),
        base=base,
        end=tokens[found.end - 1].end,
        end_index=found.end,
    )


def _alike(first: Amount, second: Amount) -> bool:
    """True where the two can be ends of one range: same kind, or a unit at one end only."""
    bare_first = not first.unit and first.dimension in ("count", "number")
    bare_second = not second.unit and second.dimension in ("count", "number")
    if bare_first:
        return second.dimension != "calendar"
    if bare_second:
        return first.dimension == "money" or (first.dimension == "proportion" and not first.unit)
    return first.dimension == second.dimension


def _past_separator(tokens: Sequence[Lex], first: Amount, i: int) -> int:
    """The index after what joins the ends of a range, or 0 where nothing does."""
    j = first.end_index
    sign = tokens[j].text
    if sign == "-" and tokens[j].glued and tokens[j + 1].text == "to":
        j, sign = j + 1, "to"  # 'a 4- to 6-week course', '5-to-10-year'
        if tokens[j + 1].text == "-":
            return j + 2
    if sign in _DASHES:
        if sign == "—" and not tokens[j].glued:
            return 0
        if sign == "~" and not (tokens[j].glued and tokens[j + 1].glued):
            return 0
        return j + 1
    if sign in ("to", "through", "thru"):
        return 0 if opener(tokens, i) == "from" and _changes(tokens, i) else j + 1
    if sign == "up" and tokens[j + 1].text == "to":
        return j + 2 if opener(tokens, i) == "from" or not first.unit else 0
    if sign == "and":
        return (
            j + 1
            if opener(tokens, i) in ("between", "from") and (opener(tokens, i) == "between" or first.unit)
            else 0
        )
    if sign == "or":
        return j + 1 if _next_but_one(tokens, first, j + 1) else 0
    if sign in (",", ";"):
        named = any(t.text in _INTERVAL for t in tokens[max(0, i - 6) : i])
        enclosed = (
            tokens[i - 1].text in ("(", "[") and tokens[j + 2].text in (")", "]") and first.decimals > 0
        )
        return j + 1 if named or enclosed else 0
    return 0


_COUNTED_OUT = frozenset(
    "years months weeks days hours minutes seconds times tablets capsules pills doses puffs drinks servings cups glasses drops".split()
)


def _next_but_one(tokens: Sequence[Lex], first: Amount, j: int) -> bool:
    """'Two or three months', '3 or 4 years', 'one or two tablets', 'a day or two': neither is meant exactly."""
    if first.dimension not in ("count", "time") or first.scale > 1 or first.value < 1:
        return False
    found = cardinal(tokens, j)
    if found is None or found.form != first.form or found.value != first.value + 1:
        return False
    after = tokens[found.end]
    if after.text in ("in", "out", "of") and tokens[found.end + 1 + (after.text == "out")].text in _EVERY:
        return True  # '7 or 8 out of every 10'
    if first.form != "words" and after.text not in _COUNTED_OUT:
        return False  # 'stage 3 or 4 disease' has no range
    if first.dimension == "time":
        return first.value == 1 and not first.bound  # 'a day or two'
    return after.kind == "word" and after.text not in _AFTER_ONE


_AFTER_ONE = wordset("of in out and or to for with at")
_EVERY = frozenset({"every", "each", "10", "ten", "100"})


def opener(tokens: Sequence[Lex], i: int) -> str:
    """The word just before the number at ``i``, hedges aside: 'between', 'from'."""
    k = i - 1
    while (
        k >= 0
        and k > i - 5
        and (
            tokens[k].text in _HEDGES
            or tokens[k].text in CURRENCIES
            or tokens[k].text in ("ages", "age", "of")
            or (tokens[k].text == "the" and tokens[k + 1].text in ("age", "ages"))
        )
    ):
        k -= 1
    return tokens[k].text if k >= 0 else ""


def _changes(tokens: Sequence[Lex], i: int) -> bool:
    """True where a verb of change governs 'from A to B': two figures of one thing, not a range."""
    near = tokens[max(0, i - 9) : i]
    if len(near) > 1 and near[-2].text in ("anything", "anywhere", "ranging", "range", "ranges"):
        return False
    return any(
        t.text in _CHANGE and not (k + 1 < len(near) and near[k + 1].text == "on")  # an attack 'goes on'
        for k, t in enumerate(near)
        if t.kind == "word"
    )


def joined_values(first: Amount, second: Amount) -> tuple[Fraction, Fraction, Amount]:
    """Both ends in the unit of the end that has one, and that end."""
    unit = second if second.unit or second.dimension not in ("count", "number") or not first.unit else first
    low, high = first.value, second.value
    if (
        first.base and second.base and first.base != second.base
    ):  # '1 in 70 to 1 in 50', and the other way round
        low, high = sorted((low * first.size / unit.size, high))
    elif first.unit and second.unit and first.dimension == second.dimension:
        low = low * first.size / unit.size
    elif (
        not first.unit
        and second.scale >= 100
        and first.scale == 1
        and 0 < first.value < 1000
        and first.form != "fraction"
    ):
        said = second.value / second.scale
        if first.value <= said < 1000:
            low = first.value * second.scale  # '5 to 10 million'
    return low, high, unit
