"""Sums that the copy writes out: '$1,500 + $600 = $2,300', '30/500 = 5%', '4 × 500 mg = 2.5 g'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from linter.checks.numbers_scan import blocks, number_text, percent_text, report
from linter.checks.view import View, fold_space
from linter.patterns import AnyCase, Pattern
from linter.results import Finding
from linter.rulebook.rules import Rule

_UNIT = r"(?:\s?%|\s?°?(?!x\b|plus\b|minus\b|times\b|is\b|are\b|makes?\b|and\b|or\b|to\b|in\b|of\b)[A-Za-zµ][\w²³]{0,12}(?:/[A-Za-z][\w²³]{0,8})?)?"
_NOUN = r"(?:\s(?!x\b|plus\b|minus\b|times\b|is\b|are\b|makes?\b|equals?\b|comes\b|gives?\b|and\b|or\b|to\b|in\b|of\b)[a-z]{3,14})?"
_NUMBER = r"[$£€]?\s?(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d{1,6})?(?![\d:])"
_TERM = rf"{_NUMBER}{_UNIT}{_NOUN}"
_SIGN = r"\s?(?:[+×*÷]|(?<=\s)[-−–](?=\s)|(?<=[\d\s])/(?=[\d\s])|(?<=\s)x(?=\s)|\bplus\b|\bminus\b|\btimes\b|\bdivided by\b)\s?"
_EQUALS = r"\s?(?:=|\bequals\b|\bis\b|\bmakes\b|\bcomes to\b|\bgives\b|\bcome to\b|\bmake\b)\s?"
_SUM = Pattern(
    rf"(?<![\w.,/+×*=÷−–-])(?<![+×*=÷−–x-]\s)(?P<left>{_TERM}(?:{_SIGN}{_TERM}){{1,8}}){_EQUALS}(?P<about>(?:about|around|roughly|nearly|almost|some|~|≈)\s?)?"
    rf"(?P<right>{_NUMBER}(?:\s?%|\s(?:percent|per cent)\b|{_UNIT}))(?!\s?[+×*÷/=]|\s[-−–]\s|[.,]?\d)"
)
_PARTS = Pattern(rf"(?P<sign>{_SIGN})?(?P<n>{_NUMBER})(?P<unit>{_UNIT}{_NOUN})")
_QUICK = Pattern(r"\d\D{0,30}(?:=|\bequals\b|\bis\b|\bmakes?\b|\bcomes? to\b|\bgives\b)")
_SIGNED = Pattern(r"[+×*÷=]|\d\s?/\s?\d|\s[-−–x]\s|\b(?:plus|minus|times|divided by)\b")
_WORDS = {
    "plus": "+",
    "minus": "-",
    "times": "×",
    "divided by": "÷",
    "*": "×",
    "x": "×",
    "/": "÷",
    "−": "-",
    "–": "-",
}
_SCALES = (60, 24, 7, 12, 365, 52, 1440, 1000, 1_000_000, 100)
"""By what a result in another unit may differ: minutes and hours, milligrams and grams."""
_TOLD = AnyCase(r"\b(?:wrong|incorrect|mistake|error|not|never|isn't|typo|quiz|would be)\b")
_SMALL = 10
"""'1 + 1 = 3' is a saying."""


class Sum(NamedTuple):
    """A sum that does not come to what the copy says."""

    block: int
    start: int
    end: int
    sign: str
    left: str
    right: str
    expected: str


def written_sums(view: View) -> Iterator[Sum]:
    """Every written sum with another result than the copy gives it."""
    for index, text in blocks(view, _QUICK):
        if not _SIGNED.search(text):
            continue
        for match in _SUM.finditer(text):
            around = text[max(0, match.start() - 40) : match.start()] + text[match.end() : match.end() + 30]
            found = None if _TOLD.search(around) else _odd(match)
            if found is not None:
                sign, expected = found
                yield Sum(
                    index, match.start(), match.end(), sign, fold_space(match["left"].strip()),
                    fold_space(match["right"].strip()), expected,
                )  # fmt: skip


def _value(text: str) -> Fraction:
    return Fraction(re.sub(r"[^\d.]", "", text))


def _unit(text: str) -> str:
    return (text.split() or [""])[0].lower().rstrip("s")


def _odd(match: re.Match[str]) -> tuple[str, str] | None:
    """The sign of a sum and what it comes to, where that is not what stands behind it."""
    terms = list(_PARTS.finditer(match["left"]))
    signs = [s for t in terms[1:] for s in [(t["sign"] or "").strip()]]
    signs = [_WORDS.get(s, s) for s in signs]
    values = [_value(t["n"]) / (100 if "%" in t["unit"] and set(signs) == {"×"} else 1) for t in terms]
    if len(values) < 2 or not all(signs) or (set(signs) - {"+", "-"} and len(set(signs)) > 1):
        return None
    right = re.match(rf"(?P<n>{_NUMBER})(?P<unit>.*)", match["right"].strip())
    result = _result(values, signs)
    plain = not any(_unit(t["unit"]) or t["n"][0] in "$£€" for t in terms)
    if right is None or result is None or (plain and max(values) < _SMALL):
        return None
    said, units = _value(right["n"]), [_unit(t["unit"]) for t in terms]
    own = _unit(right["unit"])
    percent = own in ("%", "percent", "per") and "%" not in units
    if percent and signs != ["÷"]:
        return None
    result *= 100 if percent else 1
    places = len(right["n"].partition(".")[2])
    slack = Fraction(1, 10**places) * Fraction(51, 100)
    grains = [Fraction(1, 2 * 10 ** len(t["n"].partition(".")[2])) for t in terms]
    if set(signs) <= {"+", "-"} and places > max(len(t["n"].partition(".")[2]) for t in terms):
        slack = max(slack, sum(grains, Fraction(0)))  # '21.2 - 16.3 = 4.89': worked out before rounding
    slack = max(slack, abs(result) * Fraction(5, 100)) if match["about"] else slack
    if abs(result - said) <= slack:
        return None
    if set(signs) == {"÷"} and not places and not percent and result < said * 2 and abs(result - said) < 1:
        return None
    if not percent and _converted(result, said, own, units, signs):
        return None
    sign = "%" if percent else "+" if set(signs) <= {"+"} else "-" if set(signs) <= {"+", "-"} else signs[0]
    money = match["right"].strip()[0] if match["right"].strip()[0] in "$£€" else ""
    if percent:
        return sign, percent_text(result / 100, places)
    named = {t["unit"].strip() for t in terms if t["unit"].strip()}
    unit = f" {named.pop()}" if len(named) == 1 and sign in "+-×" and not money else ""
    return sign, money + number_text(result) + unit


def _result(values: list[Fraction], signs: list[str]) -> Fraction | None:
    total = values[0]
    for sign, value in zip(signs, values[1:], strict=True):
        if sign == "÷" and not value:
            return None
        total = (
            total + value if sign == "+" else total - value if sign == "-"
            else total * value if sign == "×" else total / value
        )  # fmt: skip
    return total


_CUSTOMARY = frozenset(
    "oz ounce fl cup glasse lb pound pint tsp tbsp teaspoon tablespoon gallon quart inche inch feet foot ft mile stone".split()
)
"""Units that no power of ten turns into metric ones."""


def _converted(result: Fraction, said: Fraction, own: str, units: list[str], signs: list[str]) -> bool:
    """True where the result stands in another unit, or where terms of several units are added."""
    named = {u for u in units if u}
    if set(signs) == {"÷"} and own and own not in named:
        return True  # '1/2 tablet = 5 mg' is no division
    if set(signs) <= {"+", "-"}:
        return len({*named, *([own] if own else [])}) > 1 and not (named <= {own} or own == "")
    if not said or own in named or not own:
        return False
    if bool(named & _CUSTOMARY) != (own.partition("/")[0] in _CUSTOMARY):
        return True  # '8 × 8 oz = 1.9 L'
    ratio = result / said
    return any(
        abs(ratio / s - 1) < Fraction(2, 100) or abs(ratio * s - 1) < Fraction(2, 100) for s in _SCALES
    )


_SIGNS = {
    "+": "parts-total",
    "×": "parts-total",
    "%": "fraction-percent",
    "÷": "fraction-percent",
    "-": "change-arithmetic",
}


def odd_sums(view: View, rule: Rule) -> Iterator[Finding]:
    """The written sums that are ``rule``'s: it adds and multiplies, takes shares, or subtracts."""
    for each in written_sums(view):
        if _SIGNS[each.sign] == rule.name:
            yield report(
                view, rule, each.block, each.start, each.end, variant="sum", found=each.left, other=each.right,
                expected=each.expected,
            )  # fmt: skip
