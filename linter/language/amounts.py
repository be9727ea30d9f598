"""One number with its unit, at one place: the terminal of the grammar of figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from linter.language.lex import Lex
from linter.language.numerals import cardinal, fraction
from linter.language.units import Unit, unit_table

_CURRENCIES = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY"}
_MONEY_WORDS = {"dollars": "USD", "dollar": "USD", "pounds": "", "euros": "EUR", "euro": "EUR", "cents": "", "pence": "GBP"}
_PERCENT = {"%": 1, "percent": 1, "pct": 1, "‰": Fraction(1, 10), "percentage": 1}
_DETERMINERS = frozenset({"every", "each"})
_PLACES = {"once": 1, "twice": 2}
_TIME_PER = frozenset({"day", "week", "month", "year", "hour", "minute", "second"})


@dataclass(slots=True)
class Amount:
    """A number with its unit. ``end_index`` is the token after it."""

    start: int
    end: int
    end_index: int
    kind: str
    dimension: str
    value: Fraction
    unit: str = ""
    size: Fraction = Fraction(1)
    base: int = 0
    second: Fraction | None = None
    decimals: int = 0


def amount(tokens: Sequence[Lex], i: int, text: str) -> Amount | None:
    """The amount that starts at token ``i``, or None."""
    if i >= len(tokens):
        return None
    currency = _CURRENCIES.get(tokens[i].text)
    if currency:
        return None  # read from its number, where the sign is looked for behind it
    part = fraction(tokens, i)
    is_fraction = part is not None
    if part is None:
        part = cardinal(tokens, i)
    if part is None:
        return None
    value, j = part
    start = tokens[i].start
    if i and tokens[i - 1].text in ("−", "-", "–") and tokens[i].glued and not is_fraction:
        before = tokens[i - 2] if i > 1 else None
        if tokens[i - 1].text == "−" or before is None or (not tokens[i - 1].glued and before.kind != "num") or before.text == "(":
            value, start = -value, tokens[i - 1].start
    at = i - 1
    if at >= 0 and tokens[at].text in _CURRENCIES:
        return Amount(tokens[at].start, tokens[j - 1].end, j, "quantity", "money", value, _CURRENCIES[tokens[at].text])
    decimals = _decimals(tokens[i])
    done = Amount(start, tokens[j - 1].end, j, "count", "count", value, decimals=decimals)
    return (
        _percent(tokens, done)
        or _ratio(tokens, done, i, is_fraction, text)
        or _pair(tokens, done, i, text)
        or _measured(tokens, done, text, is_fraction)
        or _plain(tokens, done, is_fraction, i)
    )


def _decimals(token: Lex) -> int:
    if token.kind != "num":
        return 0
    _, dot, rest = token.text.replace("·", ".").rpartition(".")
    return len(rest) if dot else 0


def _percent(tokens: Sequence[Lex], a: Amount) -> Amount | None:
    j = a.end_index
    if j < len(tokens) and tokens[j].text == "-" and j + 1 < len(tokens) and tokens[j + 1].text in ("percent", "percentage", "per"):
        j += 1
    if j >= len(tokens):
        return None
    word = tokens[j].text
    following = tokens[j + 1].text if j + 1 < len(tokens) else ""
    if word == "per" and following == "cent":
        j += 1
    elif word not in _PERCENT:
        return None
    if word == "percentage" or (word in ("percent", "%") and following in ("point", "points")):
        k = j + 1
        if k < len(tokens) and tokens[k].text == "-":
            k += 1
        if k >= len(tokens) or tokens[k].text not in ("point", "points"):
            return None
        return Amount(a.start, tokens[k].end, k + 1, "percent", "points", a.value, "points", Fraction(1, 100), decimals=a.decimals)
    size = Fraction(1, 1000) if word == "‰" else Fraction(1, 100)
    return Amount(a.start, tokens[j].end, j + 1, "percent", "proportion", a.value, "%", size, decimals=a.decimals)


def _base_number(tokens: Sequence[Lex], j: int, text: str) -> tuple[int, int] | None:
    """A whole number that can be the N of '1 in N', not followed by a unit: value and end."""
    if j < len(tokens) and tokens[j].text in ("an", "a") and not (j + 1 < len(tokens) and tokens[j + 1].text in ("hundred", "thousand", "million")):
        return None
    got = cardinal(tokens, j)
    if got is None or got[0].denominator != 1:
        return None
    after = tokens[got[1]] if got[1] < len(tokens) else None
    if after is not None and (after.text in ("%", "percent") or (after.glued and after.kind == "word")):
        return None
    unit = unit_table().match(tokens, got[1], text)
    if unit and unit[0].dimension in ("time", "mass", "length"):
        return None
    if after is not None and after.text == "-" and after.glued and got[1] + 1 < len(tokens) and tokens[got[1] + 1].text in _TIME_PER:
        return None
    return int(got[0]), got[1]


def _ratio(tokens: Sequence[Lex], a: Amount, i: int, is_fraction: bool, text: str) -> Amount | None:
    """'1 in 7', 'one woman in three', '15 out of every 100', '3 of 20', '8 per 1,000', '3 to 1', '3:1'."""
    j = a.end_index
    if j >= len(tokens):
        return None
    if is_fraction:
        return None
    word = tokens[j].text
    if word == ":" and tokens[j].glued and j + 1 < len(tokens) and tokens[j + 1].glued:
        got = cardinal(tokens, j + 1)
        if got and got[0] > 0:
            return Amount(a.start, tokens[got[1] - 1].end, got[1], "ratio", "odds", a.value / got[0], ":")
        return None
    if a.value < 0:
        return None
    k = j
    gap = 0
    if word not in ("in", "out", "of", "per", "for"):
        while k < len(tokens) and gap < 3 and tokens[k].kind == "word" and tokens[k].text not in ("in", "out", "and", "to", "of", "or", "per", "a", "for"):
            k, gap = k + 1, gap + 1
        if a.value > 20 and tokens[k].text != "per" if k < len(tokens) else True:
            if not (k < len(tokens) and tokens[k].text in ("per", "in", "out")):
                return None
    if k >= len(tokens):
        return None
    word = tokens[k].text
    k += 1
    if word == "of" and gap:
        # one of us in five; 3 of the 20
        if k + 1 < len(tokens) and tokens[k + 1].text in ("in",) and tokens[k].kind == "word":
            word, k = "in", k + 2
        else:
            return None
    elif word == "of" and k < len(tokens) and tokens[k].text in ("us", "them", "patients", "people", "women", "men") and k + 1 < len(tokens) and tokens[k + 1].text == "in":
        word, k = "in", k + 2
    if word == "out" and k < len(tokens) and tokens[k].text == "of":
        k += 1
    elif word not in ("in", "per", "of", "for"):
        return None
    every = k < len(tokens) and tokens[k].text in _DETERMINERS
    if every:
        k += 1
    if word == "for" and not every:
        return None
    if word == "in" and k < len(tokens) and tokens[k].text == "a" and tokens[min(k + 1, len(tokens) - 1)].text not in ("hundred", "thousand", "million"):
        return None
    got = _base_number(tokens, k, text)
    if got is None or got[0] < 2:
        return None
    base, end = got
    if word == "of":
        if gap or not every and not (tokens[k].kind == "num" and a.value.denominator == 1 and a.value <= base and base < 1800):
            return None
    if a.value >= base and word != "per" and not (base >= 1000 and word == "in"):
        return None
    if word == "in" and gap and not every and base >= 1000 and 1800 <= base <= 2200:
        return None
    if word == "in" and 1800 <= base <= 2200 and tokens[k].text.isdigit():
        return None  # '212 in 2020' is a count and a year
    if word == "in" and gap and a.value > 1 and not every and base not in (10, 100, 1000, 10000, 100000) and a.value > 20:
        return None
    rate = _rate(tokens, end)
    dimension = "proportion" if rate == end else "rate"
    kind = "ratio"
    return Amount(a.start, tokens[rate - 1].end, rate, kind, dimension, a.value, f"in {base}" if dimension == "proportion" else f"per {base} person-years", Fraction(1, base), base, decimals=a.decimals)


def _rate(tokens: Sequence[Lex], j: int) -> int:
    """Past 'person-years' and the like."""
    words = [t.text for t in tokens[j : j + 4]]
    if words[:1] and words[0] in ("person", "patient", "woman", "women") and len(words) > 2 and words[1] in ("-", "–") and words[2] in ("years", "year"):
        return j + 3
    if len(words) > 1 and words[0] in ("person", "patient") and words[1] == "years":
        return j + 2
    return j


def _pair(tokens: Sequence[Lex], a: Amount, i: int, text: str) -> Amount | None:
    """120/80 mm Hg, 49/51 mg."""
    j = a.end_index
    over = j < len(tokens) and tokens[j].text == "over"
    if not (j + 1 < len(tokens) and (tokens[j].text == "/" or over) and tokens[j + 1].kind == "num"):
        return None
    second = tokens[j + 1].value
    if second is None or tokens[i].kind != "num":
        return None
    found = unit_table().match(tokens, j + 2, text)
    looks_like_pressure = 60 <= a.value <= 260 and 30 <= second <= 160 and a.value > second
    if over and not looks_like_pressure:
        return None
    if found:
        unit, k = found
        return Amount(a.start, tokens[k - 1].end, k, "quantity", "pair:" + unit.dimension, a.value, unit.name, unit.size, second=second)
    if looks_like_pressure:
        unit = unit_table().units["mm Hg"]
        return Amount(a.start, tokens[j + 1].end, j + 2, "quantity", "pair:pressure", a.value, unit.name, unit.size, second=second)
    if over or not (tokens[j].glued and tokens[j + 1].glued) or second == 0:
        return None
    value = a.value / second
    if a.value < second and a.value.denominator == 1 and second.denominator == 1:
        return Amount(a.start, tokens[j + 1].end, j + 2, "ratio", "proportion", a.value, f"in {second}", 1 / second, int(second))
    return Amount(a.start, tokens[j + 1].end, j + 2, "number", "odds", value, ":")


_NOT_UNITS_AFTER_WORDS = frozenset({"second", "seconds", "foot", "c", "in", "a", "m", "d", "h", "y", "s", "g", "l", "w", "v", "j", "k", "u"})


def _measured(tokens: Sequence[Lex], a: Amount, text: str, is_fraction: bool) -> Amount | None:
    """A number and its unit of measurement: '5 mg', '70-milligram', '10 mg/kg/day', 'half an hour'."""
    j = a.end_index
    hyphen = j < len(tokens) and tokens[j].text == "-" and tokens[j].glued
    if hyphen:
        j += 1
    elif j + 1 < len(tokens) and tokens[j].text in ("a", "an") and is_fraction:
        j += 1
    elif j < len(tokens) and tokens[j].text in ("full", "whole", "consecutive", "more", "further", "additional", "extra", "calendar", "straight", "long", "short"):
        j += 1
    found = unit_table().match(tokens, j, text)
    if found is None:
        if j < len(tokens) and tokens[j].text in ("fold", "x", "×") and j > 0:
            return Amount(a.start, tokens[j].end, j + 1, "number", "multiple", a.value, "×", decimals=a.decimals)
        if not hyphen and j < len(tokens) and tokens[j].text == "times":
            following = tokens[j + 1].text if j + 1 < len(tokens) else ""
            if following in ("as", "more", "higher", "greater", "the", "less", "lower", "likelier", "that", "what"):
                return Amount(a.start, tokens[j].end, j + 1, "number", "multiple", a.value, "×", decimals=a.decimals)
        return None
    unit, k = found
    if is_fraction and unit.dimension in ("count",):
        return None
    raw = tokens[j].text
    spelled = tokens[a.end_index - 1].kind == "word"
    if spelled and raw in _NOT_UNITS_AFTER_WORDS:
        return None
    if raw in ("d", "m", "h", "y", "s", "st", "t", "u", "w", "v", "j", "k", "in", "foot") and not tokens[j].glued and raw not in ("h", "m", "d"):
        return None
    unit, k = _compound(tokens, unit, k, text)
    kind = "duration" if unit.dimension == "time" else "quantity"
    return Amount(a.start, tokens[k - 1].end, k, kind, unit.dimension, a.value, unit.name, unit.size, decimals=a.decimals)


def _compound(tokens: Sequence[Lex], unit: Unit, k: int, text: str) -> tuple[Unit, int]:
    """'/kg', ' per square meter': what may follow a unit. 'Per day' is a frequency and stays outside."""
    table = unit_table()
    for _ in range(3):
        if k + 1 >= len(tokens) or tokens[k].text not in ("/", "per"):
            break
        scaled = tokens[k + 1]
        found = table.match(tokens, k + 1, text)
        if found is None and scaled.kind == "num" and scaled.value and k + 2 < len(tokens):
            found = table.match(tokens, k + 2, text)
            if found:
                under = Unit(f"{scaled.text} {found[0].name}", found[0].dimension, found[0].size * scaled.value)
                found = (under, found[1])
        if found is None or (found[0].dimension == "time" and tokens[k].text == "per"):
            break
        if found[0].dimension == "time" and unit.dimension in ("mass", "volume", "activity", "energy"):
            break
        unit, k = unit.per(found[0]), found[1]
    return unit, k


def _plain(tokens: Sequence[Lex], a: Amount, is_fraction: bool, i: int) -> Amount | None:
    """A number with no unit: a proportion ('half of', 'a fifth lower'), a count, or a bare number."""
    j = a.end_index
    if is_fraction:
        return Amount(a.start, a.end, j, "ratio", "proportion", a.value, "", Fraction(1), base=a.value.denominator)
    if a.decimals and a.value < 1000 and tokens[j - 1].kind == "num":
        of = j < len(tokens) and tokens[j].text == "of" and 0 < a.value < 1
        if of:
            return Amount(a.start, a.end, j, "ratio", "proportion", a.value, "", Fraction(1), decimals=a.decimals)
        return Amount(a.start, a.end, j, "number", "number", a.value, decimals=a.decimals)
    return a
