"""Fractions in words: half, two-thirds, twenty-one fifths, half a million, a quarter."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from linter.language.cardinals import (
    DENOMINATORS,
    PLURAL_DENOMINATORS,
    SCALES,
    TAIL_ORDINALS,
    TENS,
    UNITS,
    Number,
    spelled_words,
)
from linter.language.lex import Lex, wordset

# 'A third dose' counts doses; 'a third of doses' is a share.
_COUNTED_BY_ORDINAL = wordset(
    "dose doses time times day week month year trimester person party study trial line stage child baby pregnancy ",
    "generation group option reason type way visit round wave degree case arm factor cycle birthday century grade ",
    "drug treatment test phase step course attempt patient edition cause form kind version copy gene sort source symptom infection booster shot degree ventricle nerve",
)
_NO_HALF = wordset(
    "way past price life lives marathon brother sister sibling siblings time board term moon asleep"
)
_HALF_OF_TIME = wordset("first second last latter former early later top bottom upper lower")


def fraction(tokens: Sequence[Lex], i: int) -> Number | None:
    """A fraction in words: half, a third, two-thirds, twenty-one fifths, half a million."""
    word = tokens[i].text
    if word == "half":
        return _half(tokens, i)
    if word in ("a", "an") and tokens[i + 1].text not in SCALES:
        top, j = Fraction(1), i + 1
    else:
        head = spelled_words(
            tokens, i + (word in ("a", "an")), 1 if word in ("a", "an") or word in SCALES else None
        )
        if head is None or not head.value:
            return None
        top, j = head.value, head.end
        hyphen = tokens[j].text == "-" and tokens[j].glued
        if tokens[j - 1].text in TENS and tokens[j + hyphen].text in TAIL_ORDINALS:
            shorter = None if tokens[j - 2].text == "and" else _before_tens(tokens, i, j - 1)
            if shorter:
                return over_denominator(tokens, shorter, j - 1)
        long = _long_ordinal(tokens, j)
        if long:
            return Number(top / long[0], long[1], "fraction")
    if tokens[j].text == "-" and tokens[j].glued == tokens[j + 1].glued:
        j += 1
    return over_denominator(tokens, top, j)


def _before_tens(tokens: Sequence[Lex], i: int, j: int) -> Fraction | None:
    """The number before the tens at ``j``: in 'one hundred thirty fifths' the numerator is one hundred."""
    blank = Lex("end", "", 0, 0, False)
    head = spelled_words([*tokens[i:j], *[blank] * 8], 0, None) if j > i else None
    return head.value if head and head.end == j - i else None


def _long_ordinal(tokens: Sequence[Lex], j: int) -> tuple[int, int] | None:
    """'one hundred and fifth', 'five-hundredths' after a numerator: the denominator and the index after it."""
    head = (
        spelled_words(tokens, j, 1 if tokens[j].text in SCALES else None)
        if tokens[j].text in UNITS or tokens[j].text in TENS
        else None
    )
    if head is None or not head.value:
        return None
    k = head.end + 1 if tokens[head.end].text in ("and", "-") else head.end
    bottom = PLURAL_DENOMINATORS.get(tokens[k].text) or DENOMINATORS.get(tokens[k].text)
    if not bottom or (bottom in (2, 4) and tokens[k].text[:2] in ("ha", "qu")):
        return None
    if bottom >= 100:
        return int(head.value) * bottom, k + 1
    return (int(head.value) + bottom, k + 1) if head.scale >= 100 or head.value >= 100 else None


def over_denominator(tokens: Sequence[Lex], top: Fraction, j: int) -> Number | None:
    """The fraction with numerator ``top`` whose denominator starts at ``j``."""
    tens = 0
    if tokens[j].text in TENS:
        k = j + 2 if tokens[j + 1].text == "-" else j + 1
        if tokens[k].text not in TAIL_ORDINALS:
            return None
        tens, j = TENS[tokens[j].text], k
    elif tokens[j].text == "one" and tokens[j + 1].text == "-":
        j += 2  # one one-hundredth
    word = tokens[j].text
    bottom = TAIL_ORDINALS.get(word) if tens else PLURAL_DENOMINATORS.get(word) or DENOMINATORS.get(word)
    if bottom is None:
        return None
    plural = word in PLURAL_DENOMINATORS or word in ("firsts", "seconds")
    if word == "halves" and top == 2:
        return None  # 'the two halves'
    if word == "half" and top > 1 and tokens[j + 1].text == "-":
        return None  # 'after 5 half-lives'
    if bottom != 2 and plural != (top != 1) and not (bottom == 4 and top != 1):
        return None  # 'two third' and 'one thirds' are something else
    if not plural and word not in ("quarter", "half") and tokens[j + 1].text in _COUNTED_BY_ORDINAL:
        return None
    return _of_scale(tokens, top / (tens + bottom), j + 1)


def _half(tokens: Sequence[Lex], i: int) -> Number | None:
    before, following = tokens[i - 1].text, tokens[i + 1].text
    if before in _HALF_OF_TIME or following in _NO_HALF or (before == "in" and following != "of"):
        return None  # 'cut in half'
    if following == "-" and tokens[i + 1].glued and tokens[i + 2].text in _NO_HALF:
        return None
    return _of_scale(tokens, Fraction(1, 2), i + 1)


def _of_scale(tokens: Sequence[Lex], value: Fraction, j: int) -> Number:
    """``value``, or that part of the scale that follows: 'half a million', 'quarter of a billion'."""
    k = j
    if tokens[k].text == "of" and tokens[k + 1].text in ("a", "one"):
        k += 2
    elif tokens[k].text in ("a", "-"):
        k += 1
    word = tokens[k].text
    if word in SCALES and word != "hundred":
        return Number(value * SCALES[word], k + 1, "words", SCALES[word])
    return Number(value, j, "fraction")
