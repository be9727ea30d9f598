"""Numbers in words, digits and mixtures: 'thirteen thousand', '13.4 thousand', 'two and a half'.

Everything here takes tokens as ``lex.padded`` gives them and looks ahead freely.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from linter.language.lex import Lex

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
UNITS = {word: value for value, word in enumerate(_ONES)}
TENS = {
    w: (i + 2) * 10 for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "dozen": 12, "lakh": 10**5, "lac": 10**5, "crore": 10**7,
}  # fmt: skip
_SCALE_FORMS = {
    **SCALES,
    **{w + "s": v for w, v in SCALES.items()},
}
_SPACED_SCALES = {"bn": 10**9, "mln": 10**6, "k": 1000}
_GLUED_SCALES = {"k": 1000, "b": 10**9, "bn": 10**9, "mn": 10**6, "mln": 10**6, "mil": 10**6, "lkh": 10**5}
_DIGIT_WORDS = {**UNITS, "nought": 0, "naught": 0, "oh": 0}
_ORDINAL_ONES = {
    "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
}  # fmt: skip
DENOMINATORS = {
    "half": 2, "quarter": 4, **_ORDINAL_ONES, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fifteenth": 15, "sixteenth": 16, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9, "trillionth": 10**12,
}  # fmt: skip
_TAIL_ORDINALS = {
    "first": 1,
    "second": 2,
    "firsts": 1,
    "seconds": 2,
    **_ORDINAL_ONES,
    **{w + "s": v for w, v in _ORDINAL_ONES.items()},
}
_PLURALS = {"halves": 2, **{w + "s": v for w, v in DENOMINATORS.items() if w != "half"}}
START_WORDS = frozenset(UNITS) | frozenset(TENS) | {
    "a", "an", "half", "dozen", "hundred", "quarter", "million", "thousand", "billion", "nought", "minus", "negative",
}  # fmt: skip
# 'A third dose' counts doses; 'a third of doses' is a share.
_COUNTED_BY_ORDINAL = frozenset(
    "dose doses time times day week month year trimester person party study trial line stage child baby pregnancy "
    "generation group option reason type way visit round wave degree case arm factor cycle birthday century grade "
    "drug treatment test phase step course attempt patient edition cause infection booster shot degree ventricle nerve".split()
)
_NO_HALF = frozenset(
    "way past price life lives marathon brother sister sibling siblings time board term moon asleep".split()
)
_HALF_OF_TIME = frozenset("first second last latter former early later top bottom upper lower".split())
_SUPERSCRIPTS = {c: d for d, c in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}


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


def number(tokens: Sequence[Lex], i: int) -> Number | None:
    """The number that starts at token ``i``, whatever it is made of. 'A' alone is no number."""
    token = tokens[i]
    if token.kind == "num":
        return _digits(tokens, i)
    if token.kind == "frac":
        return None if token.value is None else Number(token.value, i + 1, "fraction")
    if token.kind != "word":
        return None
    return _fraction(tokens, i) or _spelled(tokens, i)


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
    if after.glued and after.kind == "word":
        scale = (
            10**6
            if after.text == "m" and after.capital and token.value >= 1
            else _GLUED_SCALES.get(after.text)
        )
        if scale and not (tokens[i + 2].glued and tokens[i + 2].text in ("/", "·")):
            return replace(whole, value=token.value * scale, end=i + 2, scale=scale)
    raised = _raised(tokens, whole)
    if raised:
        return raised
    if (
        after.text in _SPACED_SCALES
        and not after.capital
        and after.kind == "word"
        and not tokens[i + 2].glued
    ):
        return replace(
            whole, value=whole.value * _SPACED_SCALES[after.text], end=i + 2, scale=_SPACED_SCALES[after.text]
        )
    if (after.text in _SCALE_FORMS and after.text != "hundreds") or after.text == "-":
        return _scaled(tokens, i, whole) or whole
    if (
        after.text == "point"
        and tokens[i + 2].kind == "num"
        and tokens[i + 2].text.isdecimal()
        and not whole.decimals
    ):
        return _said_point(tokens, whole)
    if not whole.decimals and after.kind == "word" and (after.text in _PLURALS or after.text in DENOMINATORS):
        return _over(tokens, token.value, i + 1) or whole  # '2 thirds'
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
    """'2 1/2', '2-1/2', '39 5/7', 'two and a half', '2 and 1/2'."""
    j = whole.end
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
    part = _fraction(tokens, j + 1)
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
    if tokens[part.end].text == "of" and tokens[part.end + 1].text in (
        "the",
        "all",
        "those",
        "these",
        "them",
    ):
        return None  # 'five and a third of the others'
    return replace(
        whole, value=whole.value + part.value * (whole.scale if whole.scale >= 1000 else 1), end=part.end
    )


_MOST_POWER = 40
"""No quantity of medicine needs a higher power; beyond it a value would be longer than its text."""


def _raised(tokens: Sequence[Lex], whole: Number) -> Number | None:
    """'150 × 10⁹', '1.2 x 10^-3', '10^9', '4e-5'."""
    j = whole.end
    if tokens[j].text in ("×", "x", "*", "·") and tokens[j + 1].text == "10":
        power = _exponent(tokens, j + 2, tokens[j + 2].text == "^" or tokens[j + 2].text == "−")
        return power and replace(whole, value=whole.value * Fraction(10) ** power[0], end=power[1])
    if tokens[j].text == "e" and tokens[j].glued:
        power = _exponent(tokens, j + 1, True)
        return power and replace(whole, value=whole.value * Fraction(10) ** power[0], end=power[1])
    written = tokens[j].text == "^" and tokens[j].glued
    if written or (whole.value == 10 and tokens[j].glued and tokens[j].text[:1] in _SUPERSCRIPTS):
        power = _exponent(tokens, j, written)
        if power and whole.value and whole.value.denominator < 1000 and whole.value < 10_000:
            return replace(whole, value=whole.value ** power[0], end=power[1])
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


def _scaled(tokens: Sequence[Lex], i: int, seed: Number) -> Number | None:
    """Digits with words of scale: '1.2 million', '3 hundred and one', '5-million'."""
    j = seed.end
    if tokens[j].text == "-":
        if not (tokens[j].glued and tokens[j + 1].glued and tokens[j + 1].text in SCALES):
            return None
        j += 1
    value, scale = seed.value, 1
    while tokens[j].text in _SCALE_FORMS:
        factor = _SCALE_FORMS[tokens[j].text]
        if factor < scale:
            break
        value, scale, j = value * factor, scale * factor, j + 1
    if scale == 1:
        return None
    first = scale
    while (
        tokens[j].kind == "num"
        and SCALES.get(tokens[j + 1].text, scale) < scale
        and tokens[j].value
        and tokens[j].value < 1000
    ):
        scale = SCALES[tokens[j + 1].text]  # '3 crore 12 lakh', '4 thousand 3 hundred'
        value, j = value + tokens[j].value * scale, j + 2
    if scale == 100 and tokens[j].text == "and":
        last = UNITS.get(tokens[j + 1].text) or (tokens[j + 1].value if tokens[j + 1].kind == "num" else None)
        if last and last < 100 and Fraction(last).denominator == 1:
            return Number(value + last, j + 2, "digits", 1)
    scale = first if scale == first else 1
    done = Number(value, j, "digits", scale, seed.decimals)
    return _mixed(tokens, done) or done if tokens[j].text == "and" else done


def _spelled(tokens: Sequence[Lex], i: int) -> Number | None:
    """A cardinal in words, with its decimals in words and a half or a quarter after it."""
    word = tokens[i].text
    if word in ("a", "an"):
        if tokens[i + 1].text not in SCALES:
            return None
        found = _words(tokens, i + 1, 1)
    elif word in SCALES:
        found = _words(tokens, i, 1)
    else:
        found = _words(tokens, i, None)
    if found is None:
        return None
    if tokens[found.end].text == "point":
        found = _decimal_words(tokens, found)
    return _mixed(tokens, found) or found if tokens[found.end].text == "and" else found


def _decimal_words(tokens: Sequence[Lex], whole: Number) -> Number:
    digits, j = "", whole.end + 1
    if tokens[j].text in TENS:  # 'two hundred point seventy-one'
        tail = _words(tokens, j, None)
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


def _words(tokens: Sequence[Lex], i: int, seed: int | None) -> Number | None:
    """Number words from ``i``; ``seed`` is the 'a' of 'a hundred'. Of bounded length: no loop is longer
    than the number that can be said."""
    total, group, least, j = 0, seed or 0, 0, i
    last = "unit" if seed else ""
    scale = 1
    while True:
        k = _past_joint(tokens, j, i, last)
        word = tokens[k].text
        kind, value = _class(word)
        if kind == "unit" and last in ("", "ten", "hundred", "scale") and (value or last == ""):
            group += value
        elif kind in ("teen", "ten") and last in ("", "hundred", "scale"):
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


def _class(word: str) -> tuple[str, int]:
    if word in UNITS or word in ("nought", "naught"):
        value = UNITS.get(word, 0)
        return ("unit" if value < 10 else "teen"), value
    if word in TENS:
        return "ten", TENS[word]
    if word in ("hundred", "hundreds"):
        return "hundred", 100
    if word in _SCALE_FORMS:
        return "scale", _SCALE_FORMS[word]
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
        return j + 1 if _is_lower_part(tokens, j + 1) else j
    if token.text == "and" and last in ("hundred", "scale"):
        kind, value = _class(tokens[j + 1].text)
        if kind not in ("unit", "teen", "ten") or not value or tokens[i - 1].text in ("between", "from"):
            return j
        if any(tokens[j + k].text in _PLURALS for k in (2, 4) if k == 2 or tokens[j + 3].text in UNITS):
            return j  # 'one hundred and three quarters'
        # 'between one hundred and two hundred' is no 102 hundred
        following = _class(tokens[j + 2].text)[0] or _class(tokens[j + 3].text)[0]
        return j if last == "hundred" and following == "hundred" else j + 1
    return j


def _is_lower_part(tokens: Sequence[Lex], j: int) -> bool:
    """True for 'three hundred' in 'two thousand, three hundred'; 'three' alone may be three others."""
    kind, value = _class(tokens[j].text)
    if kind not in ("unit", "teen", "ten") or not value:
        return False
    return any(_class(tokens[j + k].text)[0] in ("hundred", "scale") for k in (1, 2, 3) if all(
        _class(t.text)[0] or t.text == "-" for t in tokens[j : j + k]
    ))  # fmt: skip


def _fraction(tokens: Sequence[Lex], i: int) -> Number | None:
    """A fraction in words: half, a third, two-thirds, twenty-one fifths, half a million."""
    word = tokens[i].text
    if word == "half":
        return _half(tokens, i)
    if word in ("a", "an") and tokens[i + 1].text not in SCALES:
        top, j = Fraction(1), i + 1
    else:
        head = _words(tokens, i + (word in ("a", "an")), 1 if word in ("a", "an") or word in SCALES else None)
        if head is None or not head.value:
            return None
        top, j = head.value, head.end
        if tokens[j - 1].text in TENS and tokens[j].text in _TAIL_ORDINALS:
            shorter = _before_tens(tokens, i, j - 1)
            if shorter:
                return _over(tokens, shorter, j - 1)
        long = _long_ordinal(tokens, j)
        if long:
            return Number(top / long[0], long[1], "fraction")
    if tokens[j].text == "-" and tokens[j].glued:
        j += 1
    return _over(tokens, top, j)


def _before_tens(tokens: Sequence[Lex], i: int, j: int) -> Fraction | None:
    """The number before the tens at ``j``: in 'one hundred thirty fifths' the numerator is one hundred."""
    blank = Lex("end", "", 0, 0, False)
    head = _words([*tokens[i:j], *[blank] * 8], 0, None) if j > i else None
    return head.value if head and head.end == j - i else None


def _long_ordinal(tokens: Sequence[Lex], j: int) -> tuple[int, int] | None:
    """'one hundred and fifth', 'five-hundredths' after a numerator: the denominator and the index after it."""
    head = (
        _words(tokens, j, 1 if tokens[j].text in SCALES else None)
        if tokens[j].text in UNITS or tokens[j].text in TENS
        else None
    )
    if head is None or not head.value:
        return None
    k = head.end + 1 if tokens[head.end].text in ("and", "-") else head.end
    bottom = _PLURALS.get(tokens[k].text) or DENOMINATORS.get(tokens[k].text)
    if not bottom or bottom in (2, 4) and tokens[k].text[:2] in ("ha", "qu"):
        return None
    if bottom >= 100:
        return int(head.value) * bottom, k + 1
    return (int(head.value) + bottom, k + 1) if head.scale >= 100 or head.value >= 100 else None


def _over(tokens: Sequence[Lex], top: Fraction, j: int) -> Number | None:
    """The fraction with numerator ``top`` whose denominator starts at ``j``."""
    tens = 0
    if tokens[j].text in TENS:
        k = j + 2 if tokens[j + 1].text == "-" else j + 1
        if tokens[k].text not in _TAIL_ORDINALS:
            return None
        tens, j = TENS[tokens[j].text], k
    elif tokens[j].text == "one" and tokens[j + 1].text == "-":
        j += 2  # one one-hundredth
    word = tokens[j].text
    bottom = _TAIL_ORDINALS.get(word) if tens else _PLURALS.get(word) or DENOMINATORS.get(word)
    if bottom is None:
        return None
    plural = word in _PLURALS or word in ("firsts", "seconds")
    if word == "halves" and top == 2:
        return None  # 'the two halves'
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
