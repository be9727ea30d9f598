"""Numbers in words, digits and mixtures: 'thirteen thousand', '13.4 thousand', 'two-thirds'."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from linter.language.lex import Lex

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
UNITS = {word: value for value, word in enumerate(_ONES)}
TENS = {w: (i + 2) * 10 for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}
SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12}
_SCALE_PLURALS = {**SCALES, "millions": 10**6, "thousands": 1000, "hundreds": 100, "billions": 10**9}
SHORT_SCALES = {"k": 1000, "m": 10**6, "bn": 10**9, "mn": 10**6, "mln": 10**6}
DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
DENOMINATORS |= {w + "s": v for w, v in DENOMINATORS.items() if w not in ("half", "halves")}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
START_WORDS = frozenset(UNITS) | frozenset(TENS) | {"a", "an", "half", "dozen", "hundred", "quarter", "million"}


def _small(tokens: Sequence[Lex], i: int) -> tuple[int, int] | None:
    """1 to 99 in words at ``i``: its value and where it ends."""
    word = tokens[i].text
    if word in TENS:
        value, j = TENS[word], i + 1
        k = j + 1 if j < len(tokens) and tokens[j].text == "-" and tokens[j].glued else j
        if k < len(tokens) and 0 < UNITS.get(tokens[k].text, 0) < 10:
            return value + UNITS[tokens[k].text], k + 1
        return value, j
    if word in UNITS:
        return UNITS[word], i + 1
    return None


def cardinal(tokens: Sequence[Lex], i: int) -> tuple[Fraction, int] | None:
    """A cardinal number that starts at token ``i``: its value and the index after it.

    Reads digits with a scale ('1.2 million'), words up to trillions, and 'a hundred'; not
    fractions. 'A' alone is no number.
    """
    if i >= len(tokens):
        return None
    token = tokens[i]
    if token.kind == "num":
        return _digits(tokens, i)
    if token.kind == "frac":
        return (token.value, i + 1) if token.value is not None else None
    if token.kind != "word":
        return None
    if token.text in ("a", "an") or token.text in SCALES:
        j = i if token.text in SCALES else i + 1
        if j < len(tokens) and tokens[j].text in SCALES:
            return _words(tokens, j, 1)
        return None
    if _small(tokens, i) is None:
        return None
    return _words(tokens, i, None)


def _digits(tokens: Sequence[Lex], i: int) -> tuple[Fraction, int] | None:
    value = tokens[i].value
    if value is None:
        return None
    j = i + 1
    if j < len(tokens) and tokens[j].kind == "frac" and tokens[j].value is not None:
        return value + tokens[j].value, j + 1  # 2½
    while j < len(tokens):
        word = tokens[j].text
        hyphen = word == "-" and tokens[j].glued and j + 1 < len(tokens) and tokens[j + 1].text in _SCALE_PLURALS
        if hyphen:
            j, word = j + 1, tokens[j + 1].text
        if word in _SCALE_PLURALS and not (word == "hundreds"):
            value, j = value * _SCALE_PLURALS[word], j + 1
        elif word in SHORT_SCALES and tokens[j].glued and word != "m":
            return value * SHORT_SCALES[word], j + 1
        else:
            break
    return value, j


def _words(tokens: Sequence[Lex], i: int, start: int | None) -> tuple[Fraction, int] | None:
    """Number words from ``i``; ``start`` is the value before it ('a' hundred), if any."""
    total, group, j, seen = 0, start or 0, i, start is not None
    while j < len(tokens):
        word = tokens[j].text
        k = j
        if seen and word == "and" and j + 1 < len(tokens) and group % 100 == 0 and (group or total):
            k = j + 1
        elif seen and word == "-" and tokens[j].glued and j + 1 < len(tokens) and tokens[j + 1].text in SCALES:
            k = j + 1
        word = tokens[k].text
        if word in SCALES:
            if k != j and word != "hundred" and tokens[j].text == "and":
                break
            scale = SCALES[word]
            if scale <= 100:
                group = (group or 1) * scale
            else:
                total, group = total + (group or 1) * scale, 0
            j, seen = k + 1, True
            continue
        small = _small(tokens, k)
        if small is None or (group % 100 and seen) or (seen and k == j and group == 0 and total == 0):
            break
        if seen and group % 100 == 0 and not group and not total:
            break
        group, j, seen = group + small[0], small[1], True
    return (Fraction(total + group), j) if seen else None


def fraction(tokens: Sequence[Lex], i: int) -> tuple[Fraction, int] | None:
    """A fraction in words at ``i``: half, a third, two-thirds, three quarters, one-in-… is not one."""
    word = tokens[i].text if i < len(tokens) else ""
    if word == "half":
        return Fraction(1, 2), i + 1
    if word in ("a", "an", "one"):
        top, j = 1, i + 1
    else:
        small = _small(tokens, i) if tokens[i].kind == "word" else None
        if small is None or not 0 < small[0] < 100:
            return None
        top, j = small
    if j < len(tokens) and tokens[j].text == "-" and tokens[j].glued:
        j += 1
    if j >= len(tokens) or tokens[j].text not in DENOMINATORS or tokens[j].text == "second":
        return None
    bottom = DENOMINATORS[tokens[j].text]
    plural = tokens[j].text.endswith("s")
    if (top == 1) == plural and bottom != 2:
        return None  # 'two third' and 'one thirds' are something else
    return Fraction(top, bottom), j + 1
