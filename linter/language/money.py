"""Sums of money: '$5', '£2m', 'USD 115', '75 USD million', '30 MEUR', '3 dollars and 50 cents'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from linter.language.amounts import Amount
from linter.language.cardinals import SCALES
from linter.language.lex import Lex
from linter.language.numerals import number

CURRENCIES = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR"}
CODES = frozenset("usd eur gbp nzd jpy cny zar dkk".split())
"""ISO 4217, but for those that mean something else in medicine: INR, CHF, CAD, AUD, NOK."""
_WORDS = {
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pence": "pence", "penny": "pence",
    "cent": "cents", "cents": "cents", "rupees": "INR", "yen": "JPY", "yuan": "CNY", **{c: c.upper() for c in CODES},
}  # fmt: skip
_WRITTEN = frozenset({"num", "frac"})
_OF_HUNDRED = frozenset({"cents", "pence"})


def currency_before(tokens: Sequence[Lex], i: int) -> tuple[str, int] | None:
    """The currency that token ``i`` names before a sum ('$', 'USD', 'MUSD') and what multiplies the sum."""
    if tokens[i + 1].kind not in _WRITTEN:
        return None
    if tokens[i].text in CURRENCIES:
        return CURRENCIES[tokens[i].text], 1
    # in '15 USD 50' it is the 15 that is named
    return None if tokens[i - 1].kind in _WRITTEN else _code(tokens[i])


def _code(token: Lex) -> tuple[str, int] | None:
    """'USD', or 'MUSD' as finance writes millions; in capitals, for 'mad' and 'cad' are other words."""
    if token.kind != "word" or not token.capital:
        return None
    if token.text in CODES:
        return token.text.upper(), 1
    if len(token.text) == 4 and token.text[0] == "m" and token.text[1:] in CODES:
        return token.text[1:].upper(), 10**6
    return None


def money(tokens: Sequence[Lex], at: int, a: Amount) -> Amount | None:
    """The sum that the number ``a`` begins, or None where no currency stands before or after it."""
    before = currency_before(tokens, at - 1)
    j = a.end_index
    if before:
        if tokens[j].glued and tokens[j].text in ("m", "b") and a.scale == 1:
            scale = 10**6 if tokens[j].text == "m" else 10**9
            a = replace(a, value=a.value * scale, scale=scale).to(tokens[j], j + 1)
        return _named(replace(a, start=tokens[at - 1].start), before)
    named = _named_after(tokens, a)
    if named is None:
        return None
    name, factor, j = named
    if name in _OF_HUNDRED:
        return replace(a, kind="quantity", dimension="money", unit=name, size=Fraction(1, 100)).to(
            tokens[j - 1], j
        )
    scale = SCALES.get(tokens[j].text, 1) if a.scale == factor == 1 else 1
    whole = _named(a.to(tokens[j - 1], j), (name, factor))
    if scale > 100:  # 75 USD million
        return replace(whole, value=whole.value * scale, scale=scale).to(tokens[j], j + 1)
    return _with_hundredths(tokens, whole)


def _named(a: Amount, currency: tuple[str, int]) -> Amount:
    name, factor = currency
    return replace(
        a, kind="quantity", dimension="money", unit=name, value=a.value * factor, scale=max(a.scale, factor)
    )


def _named_after(tokens: Sequence[Lex], a: Amount) -> tuple[str, int, int] | None:
    """The currency named after ``a``, what multiplies the sum, and the index after the name."""
    j = a.end_index
    hyphen = tokens[j].text == "-" and tokens[j].glued
    j += hyphen or (tokens[j].text == "us" and tokens[j + 1].text in ("dollar", "dollars"))
    word = tokens[j]
    if word.text == "cent" and tokens[j - 1].text == "per":
        return None
    if word.text in CURRENCIES and tokens[j + 1].kind not in _WRITTEN:
        return CURRENCIES[word.text], 1, j + 1  # 5 €
    if word.text in _WORDS:
        return _WORDS[word.text], 1, j + 1
    code = _code(word)
    return (*code, j + 1) if code else None


def _with_hundredths(tokens: Sequence[Lex], whole: Amount) -> Amount:
    """'Three dollars and fifty cents' is one sum."""
    j = whole.end_index
    j += tokens[j].text == "and"
    part = number(tokens, j) if whole.value.denominator == 1 else None
    if part is None or not 0 < part.value < 100 or _WORDS.get(tokens[part.end].text) not in _OF_HUNDRED:
        return whole
    return replace(whole, value=whole.value + part.value / 100).to(tokens[part.end], part.end + 1)
