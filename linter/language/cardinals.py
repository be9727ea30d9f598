"""Whole numbers in words, up to trillions: 'one million two hundred thousand and six'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from linter.language.lex import Lex

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
UNITS = {word: value for value, word in enumerate(_ONES)}
TENS = {w: i * 10 for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "dozen": 12, "lakh": 10**5, "lac": 10**5, "crore": 10**7,
}  # fmt: skip
SCALE_FORMS = {**SCALES, **{w + "s": v for w, v in SCALES.items()}, "doz": 12, "dozs": 12}
ORDINAL_ONES = {
    "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
}  # fmt: skip
DENOMINATORS = {
    "half": 2, "quarter": 4, **ORDINAL_ONES, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fifteenth": 15, "sixteenth": 16, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9, "trillionth": 10**12,
}  # fmt: skip
TAIL_ORDINALS = {
    "first": 1,
    "second": 2,
    "firsts": 1,
    "seconds": 2,
    **ORDINAL_ONES,
    **{w + "s": v for w, v in ORDINAL_ONES.items()},
}
PLURAL_DENOMINATORS = {"halves": 2, **{w + "s": v for w, v in DENOMINATORS.items() if w != "half"}}
START_WORDS = frozenset(UNITS) | frozenset(TENS) | {
    "a", "an", "half", "dozen", "hundred", "quarter", "million", "thousand", "billion", "nought", "minus", "negative",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A number before its unit. ``end`` is the index of the token after it."""

    value: Fraction
    end: int
    form: str
    """digits, words or fraction."""
    scale: int = 1
    """The power in words that multiplies it: a million in '1.2 million'."""
    decimals: int = 0


def spelled_words(tokens: Sequence[Lex], i: int, seed: int | None) -> Number | None:
    """Number words from ``i``; ``seed`` is the 'a' of 'a hundred'. Of bounded length: no loop is longer
    than the number that can be said."""
    total, group, least, j = 0, seed or 0, 0, i
    last = "unit" if seed else ""
    scale = 1
    while True:
        k = _past_joint(tokens, j, i, last)
        word = tokens[k].text
        kind, value = class_of(word)
        if (kind == "unit" and last in ("", "ten", "hundred", "scale") and (value or last == "")) or (
            kind in ("teen", "ten") and last in ("", "hundred", "scale")
        ):
            group += value
        elif kind == "hundred" and last in ("unit", "teen", "ten") and group:
            group, scale = group * 100, 100
        elif kind == "scale" and last and not (last == "scale" and value <= least):
            if least and value > least:
                total, group = (total + group) * value, 0
            else:
                total, group = total + (group or 1) * value, 0
            least = scale = value
        else:
            break
        last, j = kind, k + 1
        if kind not in ("hundred", "scale"):
            scale = 1
    return Number(Fraction(total + group), j, "words", scale) if last and j > i else None


def class_of(word: str) -> tuple[str, int]:
    if word in UNITS or word in ("nought", "naught"):
        value = UNITS.get(word, 0)
        return ("unit" if value < 10 else "teen"), value
    if word in TENS:
        return "ten", TENS[word]
    if word in ("hundred", "hundreds"):
        return "hundred", 100
    if word in SCALE_FORMS:
        return "scale", SCALE_FORMS[word]
    return "", 0


def _past_joint(tokens: Sequence[Lex], j: int, i: int, last: str) -> int:
    """The index after a hyphen or an 'and' that stands inside a number, or ``j``."""
    token = tokens[j]
    if not last:
        return j
    if token.text in ("-", "–") and token.glued == tokens[j + 1].glued and tokens[j + 1].kind == "word":
        if tokens[j + 1].text == "and" and tokens[j + 2].text == "-":
            return j + 3  # one-hundred-and-seven
        return j + 1 if token.glued or last == "ten" else j
    if token.text == "," and last == "scale":
        return j + 1 if is_lower_part(tokens, j + 1) else j
    if token.text == "and" and last in ("hundred", "scale"):
        kind, value = class_of(tokens[j + 1].text)
        if kind not in ("unit", "teen", "ten") or not value or tokens[i - 1].text in ("between", "from"):
            return j
        if _is_proper_fraction(tokens, j + 1, value):
            return j  # 'one hundred and three quarters', but 'one hundred and thirty fifths' are 26
        # 'between one hundred and two hundred' is no 102 hundred
        following = class_of(tokens[j + 2].text)[0] or class_of(tokens[j + 3].text)[0]
        return j if last == "hundred" and following == "hundred" else j + 1
    return j


def _is_proper_fraction(tokens: Sequence[Lex], j: int, top: int) -> bool:
    """True for 'three quarters', 'thirty-two hundredths' and 'one half' at ``j``; ``top`` is the value there."""
    k = j + 1
    if tokens[k].text == "-" and tokens[k + 1].text in UNITS:
        top, k = top + UNITS[tokens[k + 1].text], k + 2
    bottom = (DENOMINATORS if top == 1 else PLURAL_DENOMINATORS).get(tokens[k].text, 0)
    return top < bottom


def is_lower_part(tokens: Sequence[Lex], j: int) -> bool:
    """True for 'three hundred' in 'two thousand, three hundred'; 'three' alone may be three others."""
    kind, value = class_of(tokens[j].text)
    if kind not in ("unit", "teen", "ten") or not value:
        return False
    return any(class_of(tokens[j + k].text)[0] in ("hundred", "scale") for k in (1, 2, 3) if all(
        class_of(t.text)[0] or t.text == "-" for t in tokens[j : j + k]
    ))  # fmt: skip
