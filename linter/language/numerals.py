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
TENS = {w: (i + 2) * 10 for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}
SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "dozen": 12, "lakh": 10**5, "lac": 10**5, "crore": 10**7,
}  # fmt: skip
_SCALE_FORMS = {
    **SCALES,
    **{w + "s": v for w, v in SCALES.items()},
    "mn": 10**6, "mln": 10**6, "mil": 10**6, "bn": 10**9,
}  # fmt: skip
_GLUED_SCALES = {"k": 1000, "bn": 10**9, "mn": 10**6, "mln": 10**6, "mil": 10**6, "lkh": 10**5}
_DIGIT_WORDS = {**UNITS, "nought": 0, "naught": 0, "oh": 0}
_ORDINAL_ONES = {
    "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
}  # fmt: skip
DENOMINATORS = {
    "half": 2, "quarter": 4, **_ORDINAL_ONES, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fifteenth": 15, "sixteenth": 16, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9, "trillionth": 10**12,
}  # fmt: skip
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
_NO_HALF = frozenset("way past price life lives marathon brother sister sibling siblings time board term moon asleep".split())
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
        scale = 10**6 if after.text == "m" and after.capital and token.value >= 1 else _GLUED_SCALES.get(after.text)
        if scale and not (tokens[i + 2].glued and tokens[i + 2].text in ("/", "·")):
            return replace(whole, value=token.value * scale, end=i + 2, scale=scale)
        if after.text not in _SCALE_FORMS:
            return whole
    if after.text in ("×", "x", "*", "·") and tokens[i + 2].text in ("10", "10^"):
        return _power_of_ten(tokens, whole) or whole
    if after.text in _SCALE_FORMS and after.text not in ("hundreds", "dozens") or after.text == "-":
        return _scaled(tokens, i, whole) or whole
    return whole


def _decimals(token: Lex) -> int:
    _, dot, rest = token.text.replace("·", ".").rpartition(".")
    return len(rest) if dot else 0


def _mixed(tokens: Sequence[Lex], whole: Number) -> Number | None:
    """'2 1/2', '2-1/2', '39 5/7', 'two and a half', '2 and 1/2'."""
    j = whole.end
    slash = j + 1 if tokens[j].text in ("-", "and") else j
    top, sign, bottom = tokens[slash : slash + 3]
    if sign.text == "/" and sign.glued and bottom.glued and top.kind == bottom.kind == "num" and top.value and bottom.value:
        if top.value < bottom.value <= 16 and whole.value < 100 and not (slash == j and top.glued):
            return replace(whole, value=whole.value + top.value / bottom.value, end=slash + 3)
        return None
    if tokens[j].text != "and":
        return None
    part = _fraction(tokens, j + 1)
    if part is None and tokens[j + 1].text in ("quarter", "half"):
        part = Number(Fraction(1, DENOMINATORS[tokens[j + 1].text]), j + 2, "fraction")
    if part is None or not part.value < 1 or part.scale != 1:
        # 'one billion and a half million'
        big = part is not None and part.scale > 1 and whole.value > part.value
        return replace(whole, value=whole.value + part.value, end=part.end) if part and big else None
    if tokens[part.end].text == "of" and tokens[part.end + 1].text in ("the", "all", "those", "these", "them"):
        return None  # 'five and a third of the others'
    return replace(whole, value=whole.value + part.value * (whole.scale if whole.scale >= 1000 else 1), end=part.end)


def _power_of_ten(tokens: Sequence[Lex], whole: Number) -> Number | None:
    """'150 × 10⁹', '1.2 x 10^-3'."""
    j = whole.end + 2
    sign = 1
    if tokens[j].text == "^":
        j += 1
    if tokens[j].text in ("-", "−", "⁻", "–") and tokens[j].glued:
        sign, j = -1, j + 1
    token = tokens[j]
    if not token.glued:
        return None
    if token.kind == "num" and tokens[j - 1].text in ("^", "-", "−") and len(token.text) <= 2:
        power = int(token.text) if token.text.isdigit() else None
    else:
        digits = [_SUPERSCRIPTS.get(c) for c in token.text]
        power = None if None in digits or len(digits) > 2 else int("".join(str(d) for d in digits))
    if power is None:
        return None
    return replace(whole, value=whole.value * Fraction(10) ** (sign * power), end=j + 1)


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
    if scale == 100 and tokens[j].text == "and" and UNITS.get(tokens[j + 1].text):
        return Number(value + UNITS[tokens[j + 1].text], j + 2, "digits")
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
        return j + 1 if token.glued or last == "ten" else j
    if token.text == "and" and last in ("hundred", "scale"):
        kind, value = _class(tokens[j + 1].text)
        if kind not in ("unit", "teen", "ten") or not value or tokens[i - 1].text in ("between", "from"):
            return j
        # 'between one hundred and two hundred' is no 102 hundred
        following = _class(tokens[j + 2].text)[0] or _class(tokens[j + 3].text)[0]
        return j if last == "hundred" and following == "hundred" else j + 1
    return j


def _fraction(tokens: Sequence[Lex], i: int) -> Number | None:
    """A fraction in words: half, a third, two-thirds, three quarters, half a million."""
    word = tokens[i].text
    if word == "half":
        return _half(tokens, i)
    if word in ("a", "an"):
        top, j = Fraction(1), i + 1
    else:
        head = _words(tokens, i, None)
        if head is None or not head.value:
            return None
        top, j = head.value, head.end
    if word in ("a", "an") and tokens[j].text in SCALES:
        head = _words(tokens, j, 1)
        if head is None:
            return None
        top, j = head.value, head.end
    if tokens[j].text == "-" and tokens[j].glued:
        j += 1
    return _over(tokens, top, j)


def _over(tokens: Sequence[Lex], top: Fraction, j: int) -> Number | None:
    """The fraction with numerator ``top`` whose denominator starts at ``j``."""
    base = 0
    if tokens[j].text in TENS and tokens[j + 1].text == "-" and tokens[j + 2].text.rstrip("s") in _ORDINAL_ONES | {"first": 1, "second": 2}:
        base, j = TENS[tokens[j].text], j + 2
    elif tokens[j].text == "one" and tokens[j + 1].text == "-":
        j += 2  # one one-hundredth
    word = tokens[j].text
    plural = word in _PLURALS or (base > 0 and word.endswith("s"))
    bottom = _PLURALS.get(word) or DENOMINATORS.get(word)
    if base and bottom is None:
        bottom = {"first": 1, "second": 2}.get(word.rstrip("s"))
    if bottom is None or (bottom > 9 and base):
        return None
    bottom += base
    if bottom != 2 and plural != (top != 1) and not (bottom == 4 and top != 1):
        return None  # 'two third' and 'one thirds' are something else
    following = tokens[j + 1].text
    if not plural and word not in ("quarter", "half") and following in _COUNTED_BY_ORDINAL:
        return None
    return _of_scale(tokens, Fraction(top) / bottom, j + 1)


def _half(tokens: Sequence[Lex], i: int) -> Number | None:
    before, following = tokens[i - 1].text, tokens[i + 1].text
    if before in _HALF_OF_TIME or following in _NO_HALF:
        return None
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
