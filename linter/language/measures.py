"""A number and its unit of measurement: '5 mg', 'half an hour', '39 weeks 2 days', '5 or more years'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from linter.language.amounts import Amount
from linter.language.lex import Lex, wordset
from linter.language.numerals import number
from linter.language.units import Unit, read_unit, unit_table

# What may stand between a number and its unit: 'three consecutive weeks'.
_BETWEEN = wordset(
    "full whole working business completed consecutive more fewer further additional extra calendar straight long short successive"
)
# Words that are units only after digits, and letters that are units only close to them.
_DIGITS_ONLY = wordset("second seconds foot c in a m d h y s g l w v j k u")
_GLUED_ONLY = wordset("y s st t u w v j k foot")
_BOUNDS_ONE = wordset("than to least over under about nearly almost roughly around")
_AFTER_ONE = wordset(
    "after later of or and for in old before ago from on at when if but with without to long earlier apart"
)
_DECADES = wordset("under over the their his her - mid early late")
# A larger unit and the smaller one that completes it: '39 weeks 2 days', '5 ft 2 in'.
_PARTS = {
    "year": ("month", "week", "day"), "month": ("week", "day"), "week": ("day",), "day": ("h", "min"),
    "h": ("min", "s"), "min": ("s",), "ft": ("in",), "yd": ("ft", "in"), "m": ("cm", "mm"), "km": ("m",),
    "st": ("lb", "oz"), "lb": ("oz",), "kg": ("g",),
}  # fmt: skip
_BOUNDING = {
    "more": "at-least", "longer": "at-least", "older": "at-least", "greater": "at-least", "over": "at-least",
    "less": "at-most", "fewer": "at-most", "under": "at-most",
}  # fmt: skip


def measured(tokens: Sequence[Lex], a: Amount, text: str) -> Amount | None:
    """A number and its unit of measurement: '5 mg', '70-milligram', 'half an hour', '39 weeks 2 days'."""
    special = (
        _weeks_and_days(tokens, a)
        or _degrees(tokens, a)
        or _inches(tokens, a)
        or _each_minute(tokens, a)
        or _stones(tokens, a, text)
    )
    if special:
        return special
    j, bound = _unit_index(tokens, a, text)
    found = read_unit(tokens, j, text)
    if found is None:
        return None
    unit, k = found
    if not _is_unit(tokens, a, j, unit):
        return None
    kind = "duration" if unit.dimension == "time" else "quantity"
    done = replace(a, kind=kind, dimension=unit.dimension, unit=unit.name, size=unit.size, bound=bound).to(
        tokens[k - 1], k
    )
    if (
        tokens[k].text == "below"
        and tokens[k + 1].text == "zero"
        and unit.dimension in ("angle", "temperature", "temperature-f")
    ):
        done = replace(done, value=-done.value).to(tokens[k + 1], k + 2)
    if tokens[a.end_index].text == "-":
        return done
    return _strengths(tokens, done, unit, text) or with_rest(tokens, done, unit, text)


def _strengths(tokens: Sequence[Lex], a: Amount, unit: Unit, text: str) -> Amount | None:
    """'500 mg/125 mg': the two strengths of a combination, as '500/125 mg'."""
    k = a.end_index
    lower = tokens[k + 1]
    if tokens[k].text != "/" or lower.kind != "num" or lower.value is None:
        return None
    found = read_unit(tokens, k + 2, text)
    if found is None or found[0] != unit:
        return None
    return replace(a, kind="quantity", dimension="pair:" + unit.dimension, second=lower.value).to(
        tokens[found[1] - 1], found[1]
    )


def one_and_more(tokens: Sequence[Lex], i: int, text: str) -> Amount | None:
    """'A year and a half', 'more than a year', 'a fortnight': elsewhere 'a' counts nothing."""
    whole_one = tokens[i + 1].text in ("full", "whole", "entire", "single")  # 'by a full decade'
    found = unit_table().match(tokens, i + 1 + whole_one, text) if tokens[i].text in ("a", "an") else None
    if found is None or found[0].dimension != "time":
        return None
    unit, k = found
    one = Amount(
        tokens[i].start, tokens[k - 1].end, k, "duration", "time", Fraction(1), unit.name, unit.size, form="words"
    )  # fmt: skip
    if tokens[k].text == "and":
        whole = with_rest(tokens, one, unit, text)
        if whole.end_index > k:
            return whole
    if i > 1 and tokens[i - 1].kind == "word" and number(tokens, i - 2):
        return None  # '15 hours a day or more'
    if tokens[k].text == "or" and tokens[k + 1].text in ("two", "more", "longer", "so"):
        return one  # 'a day or two', 'a decade or more'
    if tokens[k].text == "to" and (other := number(tokens, k + 1)) and read_unit(tokens, other.end, text):
        return one  # 'a week to 10 days'
    bounded = tokens[i - 1].text in _BOUNDS_ONE and (tokens[k].kind != "word" or tokens[k].text in _AFTER_ONE)
    return one if unit.name == "fortnight" or bounded or whole_one else None


_OF_PREGNANCY = wordset(
    "gestation gestational pregnancy pregnant ga preterm weeks wks induced induction born delivered labour labor"
)


def _weeks_and_days(tokens: Sequence[Lex], a: Amount) -> Amount | None:
    """Gestation as obstetricians write it: '39+2 weeks', '24+6'."""
    j = a.end_index
    plus, days = tokens[j], tokens[j + 1]
    if not (plus.text == "+" and plus.glued and days.glued and days.text in "0123456" and 4 <= a.value <= 44):
        return None
    week = unit_table().units["week"]
    end = j + 1 if tokens[j + 2].text in ("weeks", "week", "wk", "wks") else j
    near = tokens[max(0, j - 8) : j + 8]
    if days.text == "" or (end == j and not any(t.text in _OF_PREGNANCY for t in near)):
        return None
    done = replace(
        a,
        kind="duration",
        dimension="time",
        unit=week.name,
        size=week.size,
        value=a.value + Fraction(int(days.text), 7),
    )
    return done.to(tokens[end + 1], end + 2)


def _degrees(tokens: Sequence[Lex], a: Amount) -> Amount | None:
    """A body temperature with a bare letter: '100.4 F', '38.5 C'."""
    letter = tokens[a.end_index]
    body = {"f": (90, 115), "c": (30, 45)}.get(letter.text)
    if (
        body is None
        or not letter.capital
        or not body[0] <= a.value <= body[1]
        or (tokens[a.end_index + 1].glued and tokens[a.end_index + 1].kind == "word")
    ):
        return None
    unit = unit_table().units["°F" if letter.text == "f" else "°C"]
    return replace(a, kind="quantity", dimension=unit.dimension, unit=unit.name).to(letter, a.end_index + 1)


_TALL = wordset("tall long wide high deep across thick waist round")


def _inches(tokens: Sequence[Lex], a: Amount) -> Amount | None:
    """'37in', '(31.5 in)', '64 in tall': elsewhere 'in' is the preposition."""
    word, after = tokens[a.end_index], tokens[a.end_index + 1]
    if word.text != "in" or a.form != "digits" or tokens[a.end_index - 1].kind != "num":
        return None
    if not word.glued and after.text not in (")", "]") and after.text not in _TALL:
        return None
    inch = unit_table().units["in"]
    return replace(a, kind="quantity", dimension=inch.dimension, unit=inch.name, size=inch.size).to(
        word, a.end_index + 1
    )


def _stones(tokens: Sequence[Lex], a: Amount, text: str) -> Amount | None:
    """'12st 4lb', '10st': the 1st and the 21st are no weights."""
    word = tokens[a.end_index]
    if (
        word.text != "st"
        or not word.glued
        or a.form != "digits"
        or (a.value % 10 == 1 and a.value % 100 != 11)
    ):
        return None
    stone = unit_table().units["st"]
    done = replace(a, kind="quantity", dimension=stone.dimension, unit=stone.name, size=stone.size)
    return with_rest(tokens, done.to(word, a.end_index + 1), stone, text)


_BEATS = frozenset({"times", "breaths", "beats", "respirations"})
_EVERY = frozenset({"a", "per", "every", "each"})
_MINUTES = frozenset({"min", "minute"})


def _each_minute(tokens: Sequence[Lex], a: Amount) -> Amount | None:
    """A pulse or a rate of breathing: '110/min', '40 times a minute', '60 per minute'."""
    k = a.end_index + (tokens[a.end_index].text in _BEATS)
    sign, last = tokens[k].text, k + 1
    if sign == "/":
        if not (tokens[k].glued and tokens[last].glued):
            return None
    elif sign == "in" and tokens[last].text in _EVERY:
        last += 1
    elif sign not in _EVERY:
        return None
    if tokens[last].text not in _MINUTES:
        return None
    beats = unit_table().units["bpm"]
    return replace(a, kind="quantity", dimension=beats.dimension, unit="/min", size=beats.size).to(
        tokens[last], last + 1
    )


def _unit_index(tokens: Sequence[Lex], a: Amount, text: str) -> tuple[int, str]:
    """Where the unit of ``a`` may begin, and the qualifier passed on the way."""
    j = a.end_index
    word = tokens[j].text
    if word == "-" and tokens[j].glued:
        if tokens[j + 1].text == "plus" and tokens[j + 2].kind == "word":
            return j + 2, "at-least"
        return j + 1, ""
    parted = a.form == "fraction" or (a.form == "words" and a.value.denominator in (2, 4))
    if parted and word == "of" and tokens[j + 1].text in ("a", "an"):
        return j + 2, ""
    if parted and (word in ("a", "an") or (word == "of" and tokens[j + 1].text in ("hour", "hours"))):
        return j + 1, ""
    if word in _BETWEEN:
        return j + 1, ""
    if word in ("or", "and") and tokens[j + 1].text in _BOUNDING and read_unit(tokens, j + 2, text):
        return j + 2, _BOUNDING[tokens[j + 1].text]
    if word == "+" and tokens[j].glued and tokens[j + 1].kind == "word":
        return j + 1, "at-least"
    if word == "plus" and read_unit(tokens, j + 1, text):
        return j + 1, "at-least"
    return j, ""


def _is_unit(tokens: Sequence[Lex], a: Amount, j: int, unit: Unit) -> bool:
    """False for a unit's letter or word that means something else in its place."""
    raw = tokens[j].text
    if unit.dimension == "count":
        return False
    if a.form == "words" and a.scale == 1 and raw in _DIGITS_ONLY and raw != "seconds":
        return False
    if raw in _GLUED_ONLY and not tokens[j].glued:
        return False
    if raw == "s" and (
        tokens[j - 2].text in _DECADES or (tokens[j - 2].text in ("and", "or") and tokens[j - 3].text == "s")
    ):
        return False  # 'the under 5s', 'in their 40s'
    if raw == "second" and tokens[a.end_index].text != "-" and tokens[j + 1].kind == "word" and a.value != 1:
        return False  # 'two second opinions'
    if raw == "unit" and a.value != 1 and tokens[a.end_index].text != "-":
        return False
    return not (raw == "may" or (unit.dimension == "frequency" and a.form == "fraction"))


def with_rest(tokens: Sequence[Lex], a: Amount, unit: Unit, text: str) -> Amount:
    """``a`` and the smaller units that complete it; 'an hour and a half'."""
    table = unit_table()
    for _ in range(3):
        j = a.end_index
        joint = tokens[j].text in ("and", ",")
        k = j + 1 if joint else j
        if tokens[j].text == "," and tokens[k].text == "and":
            k += 1
        if tokens[k].text in ("a", "one", "half") and tokens[j].text == "and":
            part = number(tokens, k)
            if (
                part
                and part.value in (Fraction(1, 2), Fraction(1, 4), Fraction(3, 4))
                and unit.dimension == "time"
            ):
                after = read_unit(tokens, part.end, text)
                if not after and tokens[part.end].text not in ("of", "the"):
                    return replace(a, value=a.value + part.value).to(tokens[part.end - 1], part.end)
        part = (
            number(tokens, k)
            if tokens[k].kind in ("num", "word") and tokens[k].text not in ("a", "an")
            else None
        )
        if part is None or part.form == "fraction":
            break
        small = table.match(tokens, part.end, text)
        if small is None and unit.name == "ft" and tokens[part.end].text == "in":
            small = table.units["in"], part.end + 1
        if (
            small is None
            or small[0].name not in _PARTS.get(unit.name, ())
            or part.value * small[0].size >= unit.size
        ):
            break
        if tokens[j].text == "," and not _goes_on(tokens, small[1]):
            break
        if tokens[small[1]].text in ("a", "per", "each", "-", "/"):
            break  # 'for 2 weeks 5 days a week'
        a = replace(a, value=a.value + part.value * small[0].size / a.size).to(tokens[small[1] - 1], small[1])
        unit = small[0]
    return a


def _goes_on(tokens: Sequence[Lex], j: int) -> bool:
    """True where a comma or an 'and' with another number follows: a chain, no list of two."""
    return tokens[j].text in (",", "and") and (tokens[j + 1].kind == "num" or tokens[j + 1].text == "and")
