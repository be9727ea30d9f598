"""Powers of ten and others: '150 × 10⁹', '1.2 x 10^-3', '10^6', '4e-5'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from linter.language.cardinals import Number
from linter.language.lex import Lex

_SUPERSCRIPTS = {c: d for d, c in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
_MOST_POWER = 40
"""No quantity of medicine needs a higher power; beyond it a value would be longer than its text."""


def raised(tokens: Sequence[Lex], whole: Number) -> Number | None:
    """'150 × 10⁹', '1.2 x 10^-3', '10^9', '4e-5'."""
    j = whole.end
    if tokens[j].text in ("×", "x", "*", "·") and tokens[j + 1].text == "10":
        power = _exponent(tokens, j + 2, tokens[j + 2].text == "^" or tokens[j + 2].text == "−")
        return power and replace(whole, value=whole.value * Fraction(10) ** power[0], end=power[1])
    if tokens[j].text == "e" and tokens[j].glued:
        power = _exponent(tokens, j + 1, True)
        return power and replace(whole, value=whole.value * Fraction(10) ** power[0], end=power[1])
    written = tokens[j].text == "^" and tokens[j].glued
    if written or (
        whole.value == 10
        and tokens[j].glued
        and (tokens[j].text == "⁻" or tokens[j].text[:1] in _SUPERSCRIPTS)
    ):
        power = _exponent(tokens, j, written)
        if power and whole.value and whole.value.denominator < 1000 and whole.value < 10_000:
            value = whole.value ** power[0]
            if max(value.numerator, value.denominator) <= 10**_MOST_POWER:
                return replace(whole, value=value, end=power[1])
    return None


def _exponent(tokens: Sequence[Lex], j: int, written: bool) -> tuple[int, int] | None:
    """The exponent at ``j`` and the index after it; plain digits only where a sign says so (``written``)."""
    sign = 1
    if tokens[j].text == "^":
        j += 1
    if tokens[j].text in ("-", "−", "⁻", "–") and (tokens[j].glued or tokens[j].text == "−"):
        sign, j = -1, j + 1
    elif tokens[j].text == "+" and tokens[j].glued:
        j += 1
    token = tokens[j]
    if not (token.glued or tokens[j - 1].text == "−"):
        return None
    if token.kind == "num" and written and token.text.isdecimal() and len(token.text) <= 2:
        power = int(token.text)
    else:
        digits = [_SUPERSCRIPTS.get(c) for c in token.text]
        if not digits or None in digits or len(digits) > 2:
            return None
        power = int("".join(str(d) for d in digits))
    return (sign * power, j + 1) if power <= _MOST_POWER else None
