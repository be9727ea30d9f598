"""Numbers in words, digits and mixtures: 'thirteen thousand', '13.4 thousand', 'two and a half'.

Everything here takes tokens as ``lex.padded`` gives them and looks ahead freely.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from linter.language.cardinals import (
    DENOMINATORS,
    PLURAL_DENOMINATORS,
    SCALE_FORMS,
    SCALES,
    START_WORDS,
    TENS,
    UNITS,
    Number,
    is_lower_part,
    spelled_words,
)
from linter.language.fraction_words import fraction, over_denominator
from linter.language.lex import Lex, wordset
from linter.language.powers import raised

__all__ = ["SCALES", "START_WORDS", "TENS", "UNITS", "Number", "cardinal", "number"]

_SPACED_SCALES = {"bn": 10**9, "mln": 10**6, "k": 1000}
# 6.7m of these are millions; of anything else they are metres.
_IN_MILLIONS = wordset(
    "people patients adults women men children americans britons europeans deaths cases births babies smokers doses visits carers users"
)
_GLUED_SCALES = {"k": 1000, "b": 10**9, "bn": 10**9, "mn": 10**6, "mln": 10**6, "mil": 10**6, "lkh": 10**5}
_DIGIT_WORDS = {**UNITS, "nought": 0, "naught": 0, "oh": 0}


def number(tokens: Sequence[Lex], i: int) -> Number | None:
    """The number that starts at token ``i``, whatever it is made of. 'A' alone is no number."""
    token = tokens[i]
    if token.kind == "num":
        return _digits(tokens, i)
    if token.kind == "frac":
        return None if token.value is None else Number(token.value, i + 1, "fraction")
    if token.kind != "word":
        return None
    return fraction(tokens, i) or _spelled(tokens, i)


def cardinal(tokens: Sequence[Lex], i: int) -> Number | None:
    """A whole or decimal number at ``i``: no fraction in words."""
    found = _digits(tokens, i) if tokens[i].kind == "num" else _spelled(tokens, i)
    return found if found is None or found.form != "fraction" else None


def _digits(tokens: Sequence[Lex], i: int) -> Number | None:
    token = tokens[i]
    if token.value is None:
        return None
    whole = Number(token.value, i + 1, "digits", 1, _decimals(token))
    after = tokens[i + 1]
    if after.kind == "frac" and after.value is not None:
        return replace(whole, value=token.value + after.value, end=i + 2)  # 2½
    mixed = None if whole.decimals else _mixed(tokens, whole)
    if mixed:
        return mixed
    if after.glued and after.text == "m" and tokens[i + 2].text in _IN_MILLIONS:
        return replace(whole, value=token.value * 10**6, end=i + 2, scale=10**6)
    if after.glued and after.kind == "word":
        scale = (
            10**6
            if after.text == "m" and after.capital and token.value >= 1
            else _GLUED_SCALES.get(after.text)
        )
        if scale and not (tokens[i + 2].glued and tokens[i + 2].text in ("/", "·")):
            return replace(whole, value=token.value * scale, end=i + 2, scale=scale)
    power = raised(tokens, whole)
    if power:
        return power
    if (
        after.text in _SPACED_SCALES
        and not after.capital
        and after.kind == "word"
        and not tokens[i + 2].glued
    ):
        return replace(
            whole, value=whole.value * _SPACED_SCALES[after.text], end=i + 2, scale=_SPACED_SCALES[after.text]
        )
    if (after.text in SCALE_FORMS and after.text != "hundreds") or after.text == "-":
        return _scaled(tokens, whole) or whole
    if (
        after.text == "point"
        and tokens[i + 2].kind == "num"
        and tokens[i + 2].text.isdecimal()
        and not whole.decimals
    ):
        return _said_point(tokens, whole)
    if (
        not whole.decimals
        and after.kind == "word"
        and (after.text in PLURAL_DENOMINATORS or after.text in DENOMINATORS)
    ):
        return over_denominator(tokens, token.value, i + 1) or whole  # '2 thirds'
    return whole


def _said_point(tokens: Sequence[Lex], whole: Number) -> Number:
    """'3 point 5 million'."""
    digits = tokens[whole.end + 1].text
    value = whole.value + Fraction(int(digits), 10 ** len(digits)) if len(digits) <= 12 else whole.value
    said = replace(whole, value=value, end=whole.end + 2, decimals=len(digits))
    scale = SCALES.get(tokens[said.end].text)
    return replace(said, value=value * scale, end=said.end + 1, scale=scale) if scale else said


def _decimals(token: Lex) -> int:
    _, dot, rest = token.text.replace("·", ".").rpartition(".")
    return len(rest) if dot else 0


def _mixed(tokens: Sequence[Lex], whole: Number) -> Number | None:
    """'2 1/2', '2-1/2', '39 5/7', 'two and a half', 'two-and-a-half', '2 and 1/2'."""
    j = whole.end
    if [t.text for t in tokens[j : j + 6]] == ["-", "and", "-", "a", "-", "half"] and tokens[j].glued:
        return replace(whole, value=whole.value + Fraction(1, 2), end=j + 6)
    slash = j + 1 if tokens[j].text in ("-", "and") else j
    top, sign, bottom = tokens[slash : slash + 3]
    if (
        sign.text == "/"
        and sign.glued
        and bottom.glued
        and top.kind == bottom.kind == "num"
        and top.value is not None
        and bottom.value
    ):
        if top.value < bottom.value <= 16 and whole.value < 100 and not (slash == j and top.glued):
            return replace(whole, value=whole.value + top.value / bottom.value, end=slash + 3)
        return None
    if tokens[j].text != "and":
        return None
    part = fraction(tokens, j + 1)
    if part is not None and part.value > 1 and part.form == "fraction" and whole.value > part.value:
        return replace(whole, value=whole.value + part.value, end=part.end)
    if part is None and tokens[j + 1].text in ("quarter", "half"):
        part = Number(Fraction(1, DENOMINATORS[tokens[j + 1].text]), j + 2, "fraction")
    if part is not None and part.scale > 1:
        if whole.scale == 1:  # 'two and a half million'
            return replace(whole, value=whole.value * part.scale + part.value, end=part.end, scale=part.scale)
        big = whole.value > part.value  # 'one billion and a half million'
        return replace(whole, value=whole.value + part.value, end=part.end) if big else None
    if part is None or part.value >= 1:
        return None
    if tokens[part.end].text == "of" and tokens[part.end + 1].text in _OTHERS:
        return None  # 'five and a third of the others'
    return replace(
        whole, value=whole.value + part.value * (whole.scale if whole.scale >= 1000 else 1), end=part.end
    )


_OTHERS = frozenset(("the", "all", "those", "these", "them"))


def _scaled(tokens: Sequence[Lex], seed: Number) -> Number | None:
    """Digits with words of scale: '1.2 million', '3 hundred and one', '5-million'."""
    j = seed.end
    if tokens[j].text == "-":
        if not (tokens[j].glued and tokens[j + 1].glued and tokens[j + 1].text in SCALES):
            return None
        j += 1
    value, scale = seed.value, 1
    while tokens[j].text in SCALE_FORMS:
        factor = SCALE_FORMS[tokens[j].text]
        if factor < scale:
            break
        value, scale, j = value * factor, scale * factor, j + 1
    if scale == 1:
        return None
    whole = _with_lower_parts(tokens, Number(value, j, "digits", scale, seed.decimals))
    return _mixed(tokens, whole) or whole if tokens[whole.end].text == "and" else whole


def _with_lower_parts(tokens: Sequence[Lex], whole: Number) -> Number:
    """'3 crore 12 lakh', '4 thousand 3 hundred and twenty-one', '60 million two hundred'."""
    value, scale, j = whole.value, whole.scale, whole.end
    while tokens[j].kind == "num" and SCALES.get(tokens[j + 1].text, scale) < scale:
        part = tokens[j].value
        if part is None or part >= 1000:
            break
        scale = SCALES[tokens[j + 1].text]
        value, j = value + part * scale, j + 2
    joined = tokens[j].text == "and"
    if (joined and scale == 100 and tokens[j + 2].text not in SCALES) or is_lower_part(tokens, j + joined):
        last = tokens[j + joined]
        tail = spelled_words(tokens, j + joined, None)
        if last.kind == "num" and last.value is not None:
            tail = Number(last.value, j + joined + 1, "digits")
        if tail and 0 < tail.value < scale and tail.value.denominator == 1:
            return Number(value + tail.value, tail.end, "digits")
    return whole if j == whole.end else Number(value, j, "digits")


def _spelled(tokens: Sequence[Lex], i: int) -> Number | None:
    """A cardinal in words, with its decimals in words and a half or a quarter after it."""
    word = tokens[i].text
    if word in ("a", "an"):
        if tokens[i + 1].text not in SCALES:
            return None
        found = spelled_words(tokens, i + 1, 1)
    elif word in SCALES:
        found = spelled_words(tokens, i, 1)
    else:
        found = spelled_words(tokens, i, None)
    if found is None:
        return None
    if tokens[found.end].text == "point":
        found = _decimal_words(tokens, found)
    return _mixed(tokens, found) or found if tokens[found.end].text in ("and", "-") else found


def _decimal_words(tokens: Sequence[Lex], whole: Number) -> Number:
    digits, j = "", whole.end + 1
    if tokens[j].text in TENS:  # 'two hundred point seventy-one'
        tail = spelled_words(tokens, j, None)
        if tail is not None and tail.value < 100:
            return Number(whole.value + tail.value / 100, tail.end, "words", 1, 2)
    while tokens[j].text in _DIGIT_WORDS and len(digits) < 12:
        digits, j = digits + str(_DIGIT_WORDS[tokens[j].text]), j + 1
    if not digits:
        return whole
    value, scale = whole.value + Fraction(int(digits), 10 ** len(digits)), 1
    if tokens[j].text in SCALES:
        scale, j = SCALES[tokens[j].text], j + 1
    return Number(value * scale, j, "words", scale, len(digits))
