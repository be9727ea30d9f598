"""Natural frequencies, odds and pairs: '1 in 7', '15 per 100,000 person-years', '3 to 1', '120/80'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from linter.language.amounts import Amount
from linter.language.lex import Lex, wordset
from linter.language.numerals import cardinal
from linter.language.units import read_unit, unit_table

_EVERY = frozenset({"every", "each", "any"})
_ROUND = frozenset({10, 100, 1000, 10_000, 100_000, 1_000_000})
_HOURS = frozenset({"hour", "hours", "day", "days", "night", "nights", "week", "weeks", "month", "months"})
_STOPS = wordset("in out and to of or per for with by at from than but who")
_HAPPENINGS = wordset("case cases death deaths instance instances episode episodes")
_THE = frozenset({"the", "these", "those", "our", "all"})
_PEOPLE = wordset("us them people patients women men adults children")
# 'Page 2 of 5', 'stage 3 of 4': a place in a series.
_SERIES = wordset(
    "page part step stage phase day week month cycle chapter figure table grade level type trial year arm"
)


def frequency(tokens: Sequence[Lex], a: Amount, i: int, text: str) -> Amount | None:
    """'1 in 7', 'one woman in three', '15 out of every 100', '3 of 20', '8 per 1,000'."""
    if a.form == "fraction" or a.value < 0 or tokens[i - 1].text in _SERIES:
        return None
    link = _link(tokens, a.end_index)
    if link is None or tokens[a.end_index].text in _HOURS:
        return None  # '15 hours out of every 24' is a span of time
    word, k, gap = link
    every = tokens[k].text in _EVERY
    k += every
    if tokens[k].text in _THE and word in ("out", "of"):
        k += 1
    base = _base(tokens, k, text)
    if base is None or not _fits(tokens, a, word, k, base[0], gap, every):
        return None
    n, end = base
    rate = _person_time(tokens, end)
    if rate > end:
        return replace(
            a, kind="ratio", dimension="rate", unit=f"per {n} person-years", size=Fraction(1, n), base=n
        ).to(tokens[rate - 1], rate)  # fmt: skip
    return replace(a, kind="ratio", dimension="proportion", unit=f"in {n}", size=Fraction(1, n), base=n).to(
        tokens[end - 1], end
    )


def _link(tokens: Sequence[Lex], j: int) -> tuple[str, int, int] | None:
    """The word that links a number to its base, the index after it, and how many words it passed."""
    gap = 0
    if tokens[j].text == "-" and tokens[j].glued and tokens[j + 1].text in ("in", "out"):
        j += 1
    while (
        gap < 6
        and tokens[j].kind == "word"
        and (
            tokens[j].text not in _STOPS
            or (tokens[j].text == "of" and gap and tokens[j - 1].text in _HAPPENINGS)
            or (tokens[j].text == "with" and gap and tokens[j - 1].text in _COUNTED)
        )
    ):
        j, gap = j + 1, gap + 1
    word = tokens[j].text
    j += 1
    if word == "of" and gap == 0 and tokens[j].text in _PEOPLE and tokens[j + 1].text in ("in", "out"):
        word, j, gap = tokens[j + 1].text, j + 2, 1  # one of us in five
    if word == "out":
        if tokens[j].text != "of":
            return None
        j += 1
    if word not in ("in", "out", "of", "per", "for", "from", "to", "among", "with"):
        return None
    if word in ("for", "from", "to", "among", "with") and tokens[j].text not in ("every", "each"):
        return None
    if tokens[j].text == "-" and tokens[j].glued:
        j += 1  # one-in-seven
    return word, j, gap


def _base(tokens: Sequence[Lex], j: int, text: str) -> tuple[int, int] | None:
    """A whole number that can be the N of '1 in N', not followed by a unit: value and end."""
    found = cardinal(tokens, j)
    if found is None or found.value.denominator != 1 or found.value < 2:
        return None
    after = tokens[found.end]
    if after.text in ("%", "percent", "percentage", "times") or (
        after.glued and (after.kind == "word" or after.text == "/")
    ):
        return None
    if after.text == "per" and tokens[found.end + 1].text == "cent":
        return None
    unit = read_unit(tokens, found.end, text)
    if (
        unit
        and unit[0].dimension != "count"
        and after.text != "in"  # 'one woman in 20 in her thirties'
        and after.kind == "word"
        and (len(after.text) > 1 or after.glued)
    ):
        return None
    if (
        after.text == "-"
        and after.glued
        and tokens[found.end + 1].glued
        and tokens[found.end + 1].kind in ("word", "num")
    ):
        return None
    return int(found.value), found.end


def _fits(tokens: Sequence[Lex], a: Amount, word: str, k: int, base: int, gap: int, every: bool) -> bool:
    """True where ``a`` of ``base`` can be a share: 'two trials in 40 countries' and '212 in 2020' are not."""
    if word == "per":
        return base >= 10 or every
    if a.value > base or a.scale > base:
        return False
    if word in ("for", "from", "to", "among", "with"):
        return True
    if word == "out":
        return gap <= 3
    year = tokens[k].text.isdigit() and 1800 <= base < 2200
    if word == "of":
        return not gap and (every or (tokens[k].kind == "num" and not year and a.value.denominator == 1
                                      and (base >= 10 or tokens[k - 1].text not in _THE)))  # fmt: skip
    if a.value == base and not every and base < 10:
        return False
    if year and not (a.value == 1 and base == 2000):
        return False
    if gap == 0 or every:
        return True
    if gap > 3:
        return False
    single = a.value == 1
    return single or base in _ROUND or tokens[k - 2].text in _PEOPLE


def _person_time(tokens: Sequence[Lex], j: int) -> int:
    """The index after 'person-years' and the like, or ``j``."""
    if tokens[j].text in ("person", "patient", "woman", "women", "persons"):
        k = j + 2 if tokens[j + 1].text in ("-", "–") else j + 1
        if tokens[k].text in ("years", "year", "months", "days"):
            return k + 1
    return j


_FEW = 3
"""Up to what N '1:N' is a ratio of two groups, whoever is named behind it."""
_COUNTED = _PEOPLE | wordset(
    "americans britons africans persons individuals babies newborns births girls boys males females"
)
"""Whom '1:350' is a share of; a ratio of two to one has no people behind it."""


def odds(tokens: Sequence[Lex], a: Amount) -> Amount | None:
    """'3:1', 'three to one', '2-to-1': the first number for each of the second."""
    j = a.end_index
    sign = tokens[j]
    if sign.text == ":" and sign.glued and tokens[j + 1].glued and tokens[j + 1].kind == "num":
        other = tokens[j + 1].value
        whole = a.value == 1 and other is not None and other.denominator == 1 and other > _FEW
        if other is not None and whole and any(t.text in _COUNTED for t in tokens[j + 2 : j + 5]):
            base = int(other)
            share = replace(
                a, kind="ratio", dimension="proportion", unit=f"in {base}", size=Fraction(1, base), base=base
            )
            return share.to(tokens[j + 1], j + 2)
        if other and not (tokens[j + 2].text == ":" and tokens[j + 2].glued):
            return replace(a, kind="ratio", dimension="odds", unit=":", value=a.value / other).to(
                tokens[j + 1], j + 2
            )
        return None
    hyphen = sign.text == "-" and sign.glued
    k = j + 1 if hyphen else j
    if tokens[k].text != "to":
        return None
    k += 2 if hyphen and tokens[k + 1].text == "-" else 1
    if tokens[k].text not in ("1", "one") or a.value <= 1 or a.form == "fraction":
        return None
    after = tokens[k + 1]
    if (
        after.kind == "word" and after.text not in ("in", "ratio", "odds", "for", "against", "and", "or")
    ) or (after.text in ("%", "-", ".") and after.glued and after.text != "."):
        return None
    return replace(a, kind="ratio", dimension="odds", unit=":").to(tokens[k], k + 1)


def stacked(tokens: Sequence[Lex], a: Amount, text: str) -> Amount | None:
    """'One over three': a fraction. 'Two over 5 years' is a number and a span of time."""
    if tokens[a.end_index].text != "over" or a.form == "fraction" or not 0 < abs(a.value) < 100 or a.decimals:
        return None
    base = _base(tokens, a.end_index + 1, text)
    if base is None or (tokens[base[1]].kind == "word" and a.value != 1):
        return None
    return replace(a, value=a.value / base[0], form="fraction").to(tokens[base[1] - 1], base[1])


def slashed(tokens: Sequence[Lex], a: Amount, text: str) -> Amount | None:
    """'120/80 mm Hg', '49/51 mg', '1/2 cup', '37/50'."""
    j = a.end_index
    over = tokens[j].text == "over"
    lower = tokens[j + 1]
    if (
        not (tokens[j].text == "/" or over)
        or lower.kind != "num"
        or lower.value is None
        or a.form != "digits"
    ):
        return None
    if tokens[j + 2].text == "/" and tokens[j + 2].glued:
        return None  # a date
    second = lower.value
    pressure = 60 <= a.value <= 260 and 30 <= second <= 160 and a.value > second
    if over and not pressure:
        return None
    glued = tokens[j].glued and lower.glued
    part = glued and 0 < a.value < second <= 16 and a.value.denominator == second.denominator == 1
    found = read_unit(tokens, j + 3 if tokens[j + 2].text == "-" else j + 2, text)
    if part and second in (2, 3, 4, 5, 8) and not (found and found[0].dimension == "pressure"):
        return replace(a, value=a.value / second, form="fraction", decimals=0).to(lower, j + 2)
    if found and tokens[found[1] - 1].kind != "num":
        unit, k = found
        return replace(
            a, kind="quantity", dimension="pair:" + unit.dimension, unit=unit.name, size=unit.size, second=second
        ).to(tokens[k - 1], k)  # fmt: skip
    if pressure:
        unit = unit_table().units["mm Hg"]
        return replace(
            a, kind="quantity", dimension="pair:pressure", unit=unit.name, size=unit.size, second=second
        ).to(lower, j + 2)  # fmt: skip
    if not glued or not second or over:
        return None
    if a.value <= second and a.value.denominator == second.denominator == 1:
        return replace(
            a, kind="ratio", dimension="proportion", unit=f"in {second}", size=1 / second, base=int(second)
        ).to(lower, j + 2)  # fmt: skip
    return replace(a, kind="number", dimension="odds", unit=":", value=a.value / second).to(lower, j + 2)
