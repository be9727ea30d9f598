"""A number before its unit, and the simplest of what may follow it: a percent sign, 'times'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from linter.language.cardinals import Number
from linter.language.lex import Lex, wordset
from linter.language.numerals import number

_PERCENT = frozenset({"%", "percent", "percents", "pct", "‰", "percentage", "percentages"})


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
    form: str = "digits"
    scale: int = 1
    bound: str = ""
    """A qualifier that stands inside: 'five or more years'."""
    margin: Fraction | None = None

    def to(self, token: Lex, end_index: int) -> Amount:
        """This amount, ending with ``token``."""
        return replace(self, end=token.end, end_index=end_index)


def bare(tokens: Sequence[Lex], i: int) -> tuple[Amount, int] | None:
    """The number at token ``i`` with its sign and without a unit, and where its digits begin."""
    at = i
    sign = tokens[i]
    if sign.text in ("minus", "negative") or (sign.text in ("−", "-", "–") and _is_sign(tokens, i)):
        at = i + 1
    found = number(tokens, at)
    if found is None:
        return None
    negative = at > i
    value = -found.value if negative else found.value
    return _amount(sign.start, tokens, found, value), at


def _is_sign(tokens: Sequence[Lex], i: int) -> bool:
    """True where the dash at ``i`` makes a number negative, and joins nothing."""
    if not tokens[i + 1].glued or tokens[i + 1].kind != "num":
        return False
    if tokens[i].text == "−" and not (tokens[i].glued and tokens[i - 1].kind == "num"):
        return True
    before = tokens[i - 1]
    if tokens[i].text == "-":
        return (
            not before.text
            or before.text in ("(", "<", ">", "≤", "≥", "=", ":")
            or (not tokens[i].glued and before.kind != "num" and before.text != "%")
        )
    return False


def _amount(start: int, tokens: Sequence[Lex], found: Number, value: Fraction) -> Amount:
    return Amount(
        start, tokens[found.end - 1].end, found.end, "count", "count", value,
        decimals=found.decimals, form=found.form, scale=found.scale,
    )  # fmt: skip


def percent(tokens: Sequence[Lex], a: Amount) -> Amount | None:
    """'15%', '15 per cent', '3 percentage points', '2-percent'."""
    j = a.end_index
    if tokens[j].text == "-" and tokens[j + 1].text in ("percent", "percentage", "per", "pct"):
        j += 1
    word = tokens[j].text
    if word == "per" and tokens[j + 1].text in ("cent", "cents"):
        j += 1
    elif word not in _PERCENT:
        return None
    k = j + 2 if tokens[j + 1].text == "-" else j + 1
    if tokens[k].text in ("point", "points") and word != "‰":
        return replace(a, kind="percent", dimension="points", unit="points", size=Fraction(1, 100)).to(
            tokens[k], k + 1
        )
    if word == "percentage" and tokens[k].kind == "word" and a.form != "words":
        return None  # 'a 2012 percentage'
    if a.form == "fraction":
        a = replace(a, decimals=0)
    size = Fraction(1, 1000) if word == "‰" else Fraction(1, 100)
    sign = "‰" if word == "‰" else "%"
    return replace(a, kind="percent", dimension="proportion", unit=sign, size=size).to(tokens[j], j + 1)


_COMPARING = wordset(
    "as more higher greater the less lower likelier that what larger bigger faster increased stronger weaker"
    " deadlier longer shorter heavier lighter older younger slower rarer commoner smaller fewer worse riskier sweeter those its their"
)


def _compares(tokens: Sequence[Lex], j: int) -> bool:
    """True for 'times higher', and for any comparative with its 'than': 'times stronger than'."""
    word = tokens[j].text
    return word in _COMPARING or (
        word.endswith("er") and j + 1 < len(tokens) and tokens[j + 1].text == "than"
    )


_RISKS = wordset("risk risks odds chance chances likelihood")
_RISES = wordset("raise raises raised increase increases increased multiply multiplies multiplied up")
_IN_WHOM = wordset("in among for compared over")
_NEAR = 14
"""How many words before 'times' may tell what rises."""


def _is_of_a_rise(tokens: Sequence[Lex], j: int) -> bool:
    """True for 'raises the risk of stroke five times'; 'raises the risk 3 times a day' there is none."""
    before = {t.text for t in tokens[max(0, j - _NEAR) : j]}
    ends = tokens[j + 1].kind in ("sym", "end") or tokens[j + 1].text in _IN_WHOM
    return ends and not before.isdisjoint(_RISKS) and not before.isdisjoint(_RISES)


def multiple(tokens: Sequence[Lex], a: Amount) -> Amount | None:
    """'3-fold', '3x', '2.5 times higher'."""
    j = a.end_index
    hyphen = tokens[j].text == "-" and tokens[j].glued
    word = tokens[j + hyphen]
    if word.text in ("fold", "x", "×"):
        if word.text != "fold" and (tokens[j + 1 + hyphen].kind == "num" or not word.glued):
            return None  # 3 x 4 cm
    elif word.text != "times" or hyphen or not (_compares(tokens, j + 1) or _is_of_a_rise(tokens, j)):
        return None
    return replace(a, kind="number", dimension="multiple", unit="×").to(word, j + 1 + hyphen)


def plain(tokens: Sequence[Lex], a: Amount) -> Amount:
    """A number with no unit: a proportion ('half of', 'a fifth lower'), a count, or a bare number."""
    j = a.end_index
    if a.form == "fraction" and a.value < 1:
        return replace(a, kind="ratio", dimension="proportion", base=a.value.denominator)
    if a.form == "fraction" or (a.decimals and a.scale == 1 and a.value < 1000):
        if tokens[j].text == "of" and 0 < a.value < 1:
            return replace(a, kind="ratio", dimension="proportion")
        return replace(a, kind="number", dimension="number")
    return a
