"""A fact's figure in the form that the copy has: digits or words, its separators, its unit."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from linter.checks.crediting import credits_someone
from linter.checks.dating import dating
from linter.fixes.find import Edit
from linter.language.cardinals import TENS, UNITS
from linter.language.figure import COUNTED, Figure
from linter.patterns import AnyCase, Pattern

if TYPE_CHECKING:
    from linter.checks.view import View
    from linter.claims.binding import Binding
    from linter.rulebook.rules import Rules

_EXACT = ("exact", "about")
_DATED = ("year", "period", "date")
_NUMBER = Pattern(r"\d[\d,\u00a0\u2009\u202f ]*(?:\.\d+)?|[A-Za-z]+(?:-[a-z]+)?")
_DIGITS = Pattern(
    r"\d{1,3}(?:(?P<comma>[,\u00a0\u2009\u202f ])\d{3}(?:(?P=comma)\d{3})*)?(?:\.\d+)?|\d+(?:\.\d+)?"
)
_LAST_WORD = Pattern(r"[A-Za-z]+$")
_PERCENT = Pattern(r"per\s?cent")
_TO = Pattern(r"%?\s*(?:[-–—]|\bto\b)\s*")
_ARTICLE = Pattern(r"\b(?P<a>[Aa]n?)\s$")
_EIGHT = AnyCase(r"8|1[18](?!\d)|eigh|eleven")
"""What 'an' stands before: 8, 80, 11, 18,000, eighty, eleven."""
_SPACES = ", \u00a0\u2009\u202f"
_MOST_DECIMALS = 4
_SMALL = 20


def is_settled(view: View, binding: Binding, rules: Rules) -> bool:
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
    text = reading.text[sentence.start : sentence.end]
    named = view.binder.credits.named(text) if view.binder else []
    if named:
        return all(source == fact.source.id for _, _, source in named)
    attribution = rules.get("missing-attribution")
    return attribution is None or not credits_someone(text, attribution)


def _years(binding: Binding) -> set[int | None]:
    """The years that the fact itself is about."""
    fact = binding.key.fact
    told = {int(bound) for f in binding.key.reading.figures if f.role in _DATED for bound in f.bounds}
    return {*told, *(fact.period or ()), fact.as_of}


def refigured(text: str, binding: Binding) -> Edit | None:
    """What to change in a block's text so that the figure is the fact's; None if that is not sure."""
    copy, fact = binding.figure, binding.key.figure
    if fact is None or not _is_alike(copy, fact):
        return None
    is_own = fact in binding.key.reading.figures
    stated = binding.key.fact.claim[fact.start : fact.end] if is_own else binding.key.fact.value or ""
    if binding.verdict == "unit":
        return _other_unit(text, copy, fact, stated)
    if (copy.dimension, copy.unit, copy.size, copy.base) == (fact.dimension, fact.unit, fact.size, fact.base):
        single = _is_single(copy) and _is_single(fact)
        if single and copy.value is not None and fact.value is not None:
            return _other_number(text, copy, fact.value)
    return _other_numbers(text, copy, stated) if copy.dimension == fact.dimension else None


def _is_alike(copy: Figure, fact: Figure) -> bool:
    """True where both are exact, or both the same kind of bound, and no rounding is to be guessed."""
    if copy.hedged and not fact.hedged:
        return False  # "about 13,400"? or "about 13,000"?
    exact = copy.qualifier in _EXACT and fact.qualifier in _EXACT
    return (exact or copy.qualifier == fact.qualifier) and not any(
        part is not None for part in (copy.second, fact.second, copy.margin, fact.margin)
    )


def _is_single(figure: Figure) -> bool:
    return figure.value is not None and figure.kind != "ratio"


def _other_number(text: str, figure: Figure, value: Fraction) -> Edit | None:
    """The edit that makes ``value`` of a figure with one number, in the figure's unit."""
    written = text[figure.start : figure.end]
    match = _NUMBER.search(written)
    if match is None or figure.value is None:
        return None
    old = match[0].rstrip(_SPACES)
    if 1 in (figure.value, value) and figure.unit != "%" and _is_wordy(written[match.end() :]):
        return None  # "1 years", and the verb after it
    new = _rewritten(old, figure.value, value)
    if new is None or written[: match.start()].strip("$£€¥"):
        return None
    start = figure.start + match.start()
    return _with_article(text, start, start + len(old), new)


def _rewritten(old: str, was: Fraction, value: Fraction) -> str | None:
    return in_digits(old, was, value) if old[0].isdigit() else in_words(old, was, value)


def _other_numbers(text: str, copy: Figure, stated: str) -> Edit | None:
    """The edit for a range or a ratio that the claim states in the same form: '1 in 7' for '1 in 8'."""
    own, whose = _parts(text[copy.start : copy.end]), _parts(stated)
    if own is None or whose is None or own[1] != whose[1]:
        return None
    places, _ = own
    pieces: list[tuple[int, int, str]] = []
    for (start, old, was), (_, _, value) in zip(places, whose[0], strict=True):
        if was == value:
            continue
        new = _rewritten(old, was, value)
        if new is None or 1 in (was, value):
            return None
        pieces.append((copy.start + start, copy.start + start + len(old), new))
    if not pieces:
        return None
    first, last = pieces[0][0], pieces[-1][1]
    whole, at = "", first
    for start, end, new in pieces:
        whole, at = whole + text[at:start] + new, end
    return _with_article(text, first, last, whole)


_Places = list[tuple[int, str, Fraction]]


def _parts(written: str) -> tuple[_Places, tuple[str, ...]] | None:
    """The numbers of a figure with where they begin, and what stands around them, its spelling evened out."""
    places: _Places = []
    around: list[str] = []
    end = 0
    for match in _NUMBER.finditer(written):
        old = match[0].rstrip(_SPACES)
        value = _amount(old)
        if value is None:
            continue
        around.append(_evened(written[end : match.start()]))
        places.append((match.start(), old, value))
        end = match.start() + len(old)
    return (places, (*around, _evened(written[end:]))) if places else None


def _amount(old: str) -> Fraction | None:
    if not old[0].isdigit():
        whole = _value_of(old)
        return None if whole is None else Fraction(whole)
    match = _DIGITS.fullmatch(old)
    return Fraction(old.replace(match["comma"], "") if match["comma"] else old) if match else None


def _evened(words: str) -> str:
    """'percent' and '%', 'to' and a dash are one to a reader."""
    even = _PERCENT.sub("%", words.strip().lower())
    return _TO.sub("-", even)


def _is_wordy(rest: str) -> bool:
    """True where a unit in words, or nothing yet, follows a number: it has to agree with it."""
    unit = rest.strip(f"-{_SPACES}")
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


def _other_unit(text: str, copy: Figure, fact: Figure, stated: str) -> Edit | None:
    """The fact's unit for the copy's, both whole words or both symbols: '24 weeks' becomes '24 months'."""
    amounts = (copy.dimension, copy.value, copy.low, copy.high)
    if amounts != (fact.dimension, fact.value, fact.low, fact.high) or copy.base or fact.base:
        return None
    own, whose = _LAST_WORD.search(text[copy.start : copy.end]), _LAST_WORD.search(stated)
    if own is None or whose is None:
        return None
    old, new = own[0], whose[0]
    kind = _spelling(old, copy)
    if kind is None or kind != _spelling(new, fact):
        return None
    if kind == "word":
        if new.endswith("ches") or (old.endswith("s") != new.endswith("s") and fact.unit not in COUNTED):
            return None  # inches and feet
        new = new.lower().removesuffix("s") + ("s" if old.endswith("s") else "")
    start = copy.start + own.start()
    return start, start + len(old), new


def _spelling(unit: str, figure: Figure) -> Literal["word", "symbol"] | None:
    """How a unit is written: whole, as a symbol, or in some other short form such as 'wk'."""
    if unit == figure.unit and unit not in COUNTED:
        return "symbol"
    singular = unit.lower().removesuffix("s")
    return "word" if singular == figure.unit or len(singular) > 3 else None
