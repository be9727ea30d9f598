"""Cut text into words, numbers and signs, each with its place.

One regular expression does the work, in linear time. The tokens serve the grammar of figures,
which needs finer cuts than prose does: ``5mg`` is a number and a unit, ``40-50`` three tokens.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from linter.patterns import Pattern

# Look-alikes that typesetters use. Each is replaced by one character, so offsets do not move.
_SAME = str.maketrans(
    {
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r",
            " ",
        ),
        **dict.fromkeys("\u2010\u2011\u00ad\ufe63\uff0d", "-"),
        **dict.fromkeys("\u2012\u2013\u2015", "–"),
        **dict.fromkeys("\u2018\u2019\u02bc\uff07", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
        "\u2212": "−",
        "\u00b7": "·",
        "\u03bc": "µ",
        "\uff05": "%",
        "\uff0c": ",",
        "\uff0e": ".",
        "\u2264": "≤",
        "\u2a7d": "≤",
        "\u2265": "≥",
        "\u2a7e": "≥",
        "\u223c": "~",
        "\u02dc": "~",
        "\u2044": "/",
        "\u2215": "/",
        "\u22c5": "·",
        **{chr(0xFF10 + d): str(d) for d in range(10)},
    }
)
VULGAR = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4),
    "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅙": Fraction(1, 6),
    "⅚": Fraction(5, 6), "⅐": Fraction(1, 7), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8),
    "⅞": Fraction(7, 8), "⅑": Fraction(1, 9), "⅒": Fraction(1, 10),
}  # fmt: skip

# Digits with their separators. Groups of three by comma, thin or plain space, or apostrophe; Indian
# groups; two or more groups by full stop; a point or a middle dot (The Lancet) before decimals, a
# comma where it can be neither a group nor a list of citations. Groups by space are few, or a table read as one line would be
# tried again from each of its cells; and '8 500mg tablets' are eight.
_NUMBER = r"""
    (?: \d{1,3}(?:,\d{3})+(?!\d)
      | \d{1,2}(?:,\d{2})+,\d{3}(?!\d)
      | (?<![\d.,])\d{1,3}(?:[ ]\d{3}){1,4}(?![\d%]|[.,]\d{4}|[ ]\d|m?c?g\b|ml\b|IU\b)
      | \d{1,3}(?:'\d{3})+(?!\d)
      | (?<![\d.])\d{1,3}(?:(?:\.\d{3}){2,}(?:,\d{1,2})?|(?:\.\d{3})+,\d{1,2})(?![.,]?\d)
      | (?<![\w,.(\[/-])\d{1,3},\d{1,2}(?![\d,–-])
      | (?<![\d,.])0,\d+(?![,\d])
      | \d+ )
    (?: [.·]\d+ )?
  | (?<![\d\w.])[.·]\d+
"""
_TOKEN = Pattern(
    rf"""(?P<num>{_NUMBER})
       | (?P<frac>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒])
       | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)?(?:\.(?:[^\W\d_]\.)+)?)
       | (?P<mark>[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+)
       | (?P<sym>[^\w\s]|_)""",
    re.VERBOSE,
)
_GROUPS = Pattern(r"\d{1,3}(?:(?:\.\d{3}){2,}(?:,\d{1,2})?|(?:\.\d{3})+,\d{1,2})")
_COMMA_DECIMALS = Pattern(r"0,\d+|\d{1,3},\d{1,2}")


@dataclass(slots=True)
class Lex:
    """One token: ``kind`` is num, frac, word, sym or end; ``text`` is folded and in lower case."""

    kind: str
    text: str
    start: int
    end: int
    glued: bool
    """True when no white space stands before it."""
    value: Fraction | None = None
    capital: bool = False
    """True when a word begins with a capital."""


_PADDING = 8


def wordset(*words: str) -> frozenset[str]:
    """The words of a few lines of text."""
    return frozenset(" ".join(words).split())


def fold(text: str) -> str:
    """``text`` with look-alike characters made one; the same length, character for character."""
    return text.translate(_SAME)


def lex(text: str) -> list[Lex]:
    """The tokens of ``text``, in order. ``text`` need not be folded."""
    tokens: list[Lex] = []
    last = 0
    for match in _TOKEN.finditer(fold(text)):
        kind = match.lastgroup or "sym"
        start, end = match.span()
        if kind == "mark":  # reading directions and zero-width joints: nothing to a reader
            last = end if start == last else last
            continue
        raw = match.group()
        value = number_value(raw) if kind == "num" else VULGAR.get(raw)
        lower = raw.lower() if kind == "word" else raw
        tokens.append(Lex(kind, lower, start, end, start == last and start > 0, value, lower != raw))
        last = end
    return tokens


def padded(text: str) -> list[Lex]:
    """The tokens of ``text`` and a few empty ones, so that the grammar may look ahead without asking.

    Index -1 is empty as well, so it may also look behind.
    """
    tokens = lex(text)
    tokens.extend([Lex("end", "", len(text), len(text), False)] * _PADDING)
    return tokens


_DIGITS = 40
"""No figure of a claim is longer; far beyond it a value would fit no float, and no report."""


def number_value(raw: str) -> Fraction | None:
    """The value of digits as lexed, or None for a run of digits that is no number to anyone."""
    if len(raw) > _DIGITS:
        return None
    if _GROUPS.fullmatch(raw):
        raw = raw.replace(".", "").replace(",", ".")
    elif _COMMA_DECIMALS.fullmatch(raw):
        raw = raw.replace(",", ".")
    plain = raw.replace(",", "").replace(" ", "").replace("'", "").replace("·", ".")
    whole, _, decimals = plain.partition(".")
    return Fraction(int((whole or "0") + decimals), 10 ** len(decimals))
