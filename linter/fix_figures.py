"""A fact's figure in the form that the copy has: digits or words, its separators, its unit."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from linter.checks.dating import dating
from linter.fix import Edit
from linter.language.cardinals import TENS, UNITS
from linter.language.figure import Figure
from linter.patterns import Pattern

if TYPE_CHECKING:
    from linter.checks.view import View
    from linter.claims.bind import Binding

_EXACT = ("exact", "about")
_DATED = ("year", "period", "date")
_NUMBER = Pattern(r"\d[\d,\u00a0\u2009\u202f ]*(?:\.\d+)?|[A-Za-z]+(?:-[a-z]+)?")
_DIGITS = Pattern(
    r"\d{1,3}(?:(?P<comma>[,\u00a0\u2009\u202f ])\d{3}(?:(?P=comma)\d{3})*)?(?:\.\d+)?|\d+(?:\.\d+)?"
)
_WORD = Pattern(r"[A-Za-z]+(?:-[a-z]+)?")
_ARTICLE = Pattern(r"\b(?P<a>[Aa]n?)\s$")
_EIGHT = Pattern(r"8|1[18](?!\d)|eigh|eleven", re.IGNORECASE)
"""What 'an' stands before: 8, 80, 11, 18,000, eighty, eleven."""
_MOST_DECIMALS = 4
_SMALL = 20


def is_settled(view: View, binding: Binding) -> bool:
    """True where nothing but the figure can be what is wrong.

    Not so if the fact is no settled one any more, if the copy gives the figure other years than the
    fact has, or if it credits it to another source: then that would have to change as well.
    """
    fact, today = binding.key.fact, view.settings.today
    if fact.status != "approved" or fact.source.is_retracted:
        return False
    if any(day is not None and day < today for day in (fact.valid_until, fact.review_by)):
        return False
    if dating(view, binding).kind not in ("none", "same"):
        return False
    reading = view.reader.reading.block(binding.context.block)
    sentence = reading.sentences[binding.context.sentence]
    known = {*_years(binding), fact.source.year}
    dates = (f for f in reading.figures if f.role in _DATED and sentence.start <= f.start < sentence.end)
    if not {int(bound) for date in dates for bound in date.bounds} <= known:
        return False
    named = view.binder.credits.named(reading.text[sentence.start : sentence.end]) if view.binder else []
    return all(source == fact.source.id for _, _, source in named)


def _years(binding: Binding) -> set[int | None]:
    """The years that the fact itself is about."""
    fact = binding.key.fact
    told = {int(bound) for f in binding.key.reading.figures if f.role in _DATED for bound in f.bounds}
    return {*told, *(fact.period or ()), fact.as_of}


def refigured(text: str, binding: Binding) -> Edit | None:
    """What to change in a block's text so that the figure is the fact's; None if that is not sure."""
    copy, fact = binding.figure, binding.key.figure
    if fact is None or not _is_plain(copy) or not _is_plain(fact):
        return None
    if copy.hedged and not fact.hedged:
        return None  # "about 13,400"? or "about 13,000"?
    if binding.verdict == "unit":
        return _other_unit(text, copy, fact)
    if (copy.dimension, copy.unit, copy.size, copy.base) != (fact.dimension, fact.unit, fact.size, fact.base):
        return None
    if copy.value is None or fact.value is None or copy.value == fact.value:
        return None
    return _other_number(text, copy, fact.value)


def _is_plain(figure: Figure) -> bool:
    """True for one exact figure: no bound, no range, no pair, no margin."""
    return (
        figure.qualifier in _EXACT
        and figure.value is not None
        and figure.second is None
        and figure.margin is None
        and figure.kind != "ratio"
    )


def _other_number(text: str, figure: Figure, value: Fraction) -> Edit | None:
    written = text[figure.start : figure.end]
    match = _NUMBER.search(written)
    if match is None or figure.value is None:
        return None
    old = match[0].rstrip(", \u00a0\u2009\u202f")
    if 1 in (figure.value, value) and figure.unit != "%" and _is_wordy(written[match.end() :]):
        return None  # "1 years", and the verb after it
    new = in_digits(old, figure.value, value) if old[0].isdigit() else in_words(old, figure.value, value)
    if new is None or written[: match.start()].strip("$£€¥"):
        return None
    start = figure.start + match.start()
    return _with_article(text, start, start + len(old), new)


def _is_wordy(rest: str) -> bool:
    """True where a unit in words, or nothing yet, follows a number: it has to agree with it."""
    unit = rest.strip(" -\u00a0\u2009\u202f")
    return not unit or len(unit) > 3


def in_digits(old: str, was: Fraction, value: Fraction) -> str | None:
    """``value`` as the digits ``old``, which stand for ``was``, are written; None if they cannot be.

    >>> in_digits("1.2", Fraction(1_200_000), Fraction(1_350_000))  # of "1.2 million"
    '1.35'
    """
    match = _DIGITS.fullmatch(old)
    if match is None or not was:
        return None
    separator = match["comma"] or ""
    shown = Fraction(old.replace(separator, "") if separator else old)
    number = value / (was / shown) if shown else None
    if number is None or (was / shown) < 1 or number < 0:
        return None
    decimals = next((d for d in range(_MOST_DECIMALS + 1) if (number * 10**d).denominator == 1), None)
    if decimals is None:
        return None
    if number < 1000 or not (separator or shown < 1000):
        separator = ""  # 1200 is written without one here
    elif not separator:
        separator = ","
    return f"{float(number):,.{decimals}f}".replace(",", separator)


def in_words(old: str, was: Fraction, value: Fraction) -> str | None:
    """``value`` in words if ``old`` is a whole number from one to a hundred in words, and it is one too."""
    if _value_of(old) != was or value.denominator != 1 or not 1 <= value <= 99:
        return None
    whole = int(value)
    ones = list(UNITS)
    tens = {n: word for word, n in TENS.items()}
    if whole < _SMALL:
        new = ones[whole]
    else:
        new = tens[whole // 10 * 10] + (f"-{ones[whole % 10]}" if whole % 10 else "")
    return new.upper() if old.isupper() else new.capitalize() if old[0].isupper() else new


def _value_of(word: str) -> int | None:
    """The number from one to ninety-nine that a word is."""
    first, _, second = word.lower().partition("-")
    if second:
        return TENS[first] + UNITS[second] if first in TENS and 0 < UNITS.get(second, 0) < 10 else None
    return TENS.get(first) or UNITS.get(first)


def _with_article(text: str, start: int, end: int, new: str) -> Edit | None:
    """The edit, with the article before it if that changes: 'an 8%' becomes 'a 6%'."""
    article = _ARTICLE.search(text[max(0, start - 4) : start])
    if article is None:
        return start, end, new
    wanted = "an" if _EIGHT.match(new) else "a"
    if article["a"].lower() == wanted:
        return start, end, new
    if (article["a"].lower() == "an") != bool(_EIGHT.match(text[start:end])):
        return None  # 'a 80%': whose slip is that?
    at = start - len(article[0])
    return at, end, article["a"][0] + wanted[1:] + article[0][len(article["a"]) :] + new


def _other_unit(text: str, copy: Figure, fact: Figure) -> Edit | None:
    """The fact's unit for the copy's, both whole words or both symbols: '24 weeks' becomes '24 months'."""
    if copy.dimension != fact.dimension or copy.value != fact.value or copy.base or fact.base:
        return None
    units = [m for m in _WORD.finditer(text[copy.start : copy.end]) if _value_of(m[0]) is None]
    if len(units) != 1:
        return None
    old, new = units[0][0], fact.unit
    is_word = len(old) > 3
    if (
        is_word != (len(new) > 3)
        or not new.isalpha()
        or (is_word and old.lower().removesuffix("s") != copy.unit)
    ):
        return None
    if not is_word and old != copy.unit:
        return None
    start = copy.start + units[0].start()
    ending = "s" if is_word and old.endswith("s") else ""
    return start, start + len(old), new + ending
