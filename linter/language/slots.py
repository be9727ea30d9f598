"""What a sentence says of ages, spans of time, data years and how often: the slots beside concepts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from linter.language.figure import Figure
from linter.language.lex import fold
from linter.language.numerals import TENS, UNITS
from linter.patterns import AnyCase

DAY = Fraction(86400)
"""In seconds, as all of these."""
SPANS = {"hour": Fraction(3600), "day": DAY, "week": 7 * DAY, "fortnight": 14 * DAY,
          "month": Fraction(2629746), "year": Fraction(31556952), "decade": Fraction(315569520)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slot:
    """A value at a place in its block. ``value`` depends on the kind of slot."""

    start: int
    end: int
    value: tuple[Fraction | int | None, ...]

    @property
    def seconds(self) -> Fraction:
        """How long a span of time or a rhythm is."""
        return Fraction(self.value[0] or 0)


WORD_NUMBERS = {**UNITS, **TENS}
"""Numbers in words, with their values."""
NUMBER = r"(\d{1,3}|" + "|".join(sorted(WORD_NUMBERS, key=len, reverse=True)) + r")"
"""A number, in digits or in words, in a pattern."""


def number_of(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) if text.isdigit() else WORD_NUMBERS[text.lower()]


_BEFORE_SPAN = AnyCase(
    r"\b(?:at|within|in|after|by|for|over|during|throughout|first|next|past|last|following|inside|lasting|another|about|than|past the|reach|reached|mark|takes?|took|taking)\s+"
    r"(?:the\s+|a\s+)?(?:less than\s+|under\s+|first\s+|next\s+|past\s+|last\s+|previous\s+|preceding\s+|following\s+|coming\s+|space of\s+|period of\s+|course of\s+|span of\s+|space\s+of\s+|a\s+|about\s+|around\s+|at least\s+|up to\s+|just\s+)*$"
)
_SPAN_LEADS = ("within", "over", "past", "inside", "in the space of", "in under", "in less than")
_AFTER_SPAN = AnyCase(
    r"^(?:'s?)?\s+(?:after|later|on\b|from|following|of\b|since|before|post|down the line|out\b|past|beyond|mark)|^\s*-"
)
_YEAR_N = AnyCase(rf"\b(?:by|at|in|to|until) (?P<unit>day|week|month|year) (?P<n>{NUMBER})\b")
_WORDY = AnyCase(
    r"\b(?:(?P<pre>within|in|after|by|over|at|for|during)\s+)?(?:the\s+)?(?:(?P<ord>first|next|following|coming|a given|any given|any one|any|a single|a|one|the same)\s+)(?P<unit>hour|day|week|month|year|decade)\b"
    r"(?:\s+(?P<post>after|later|on\b|from|following|of\b|since|out\b|mark))?"
)


def horizons(text: str, figures: Sequence[Figure]) -> list[Slot]:
    """Spans of time that a rate or an event is measured over: ``value`` is (seconds, is_adjective). A range is either end."""
    found = []
    plain = fold(text)
    for figure in figures:
        if figure.dimension != "time" or figure.role == "age":
            continue
        adjective = "-" in plain[figure.start : figure.end]
        before = plain[max(0, figure.lead - 40) : figure.lead + 0]
        lead = plain[figure.lead : figure.start].strip().lower()
        if (
            adjective or _BEFORE_SPAN.search(before) or lead in _SPAN_LEADS
            or _AFTER_SPAN.match(plain[figure.end : figure.end + 16])
        ):  # fmt: skip
            ends = dict.fromkeys(figure.bounds)
            found += [Slot(figure.start, figure.end, (end, int(adjective))) for end in ends]
    for m in _YEAR_N.finditer(plain):
        number = number_of(m["n"])
        if number:
            found.append(Slot(m.start("n"), m.end("n"), (number * SPANS[m["unit"].lower()], 0)))
    for m in _WORDY.finditer(plain):
        ordinal = m["ord"].lower()
        bare = ordinal == "a" and not m["post"] and (m["pre"] or "").lower() not in ("within", "after")
        taken = any(s.start < m.end() and m.start() < s.end for s in found)
        if (m["pre"] or m["post"]) and not bare and not taken:
            found.append(Slot(m.start("ord"), m.end("unit"), (SPANS[m["unit"].lower()], 0)))
    return sorted(found, key=lambda s: s.start)


_PER = r"(?:a|an|per|each|every|/|in a|in every|in each|in one)"
_TIMES = {
    "once": 1,
    "twice": 2,
    "thrice": 3,
    "one time": 1,
    "two times": 2,
    "three times": 3,
    "four times": 4,
    "five times": 5,
    "six times": 6,
    "one": 1,
    "two": 2,
}
_LY = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
    "nightly": "day",
    "hourly": "hour",
    "fortnightly": "fortnight",
}
_FREQUENCY = AnyCase(
    rf"""\b(?:
      (?P<every>every|once[ ]every|once[ ]in|each)[ ](?P<n>\d+|{"|".join(UNITS)}|other|second|couple[ ]of)[ -]?(?P<eu>hour|day|week|month|year|morning|night|evening)s?
    | (?:(?P<times>once|twice|thrice|(?:one|two|three|four|five|six|\d+)[ ]times)[ ])?(?:{_PER})[ ]?(?P<unit>day|week|month|year|fortnight|morning|night|evening|hour)\b
    | (?:(?P<times2>once|twice|thrice|(?:one|two|three|four|five|six|\d+)[ ]times)[ -])?(?P<ly>daily|weekly|monthly|yearly|annually|nightly|hourly|fortnightly)\b
    | (?P<both>(?:in[ ]the[ ])?morning,?[ ](?:and|then)[ ](?:(?:another|again|one|one[ ]more|the[ ]other|a[ ]second)[ ])*(?:(?:in[ ]the|at)[ ])?(?:evening|night|bedtime)|mornings[ ]and[ ]evenings)
    | (?P<single>at[ ]bedtime|at[ ]night|in[ ]the[ ]morning|in[ ]the[ ]evening|before[ ]bed)
    | (?P<latin>q\.?d\.?|o\.?d\.?|b\.?i\.?d\.?|t\.?i\.?d\.?|q\.?i\.?d\.?)(?=[\s,.;)]|$)
    | (?P<apart>two|three|four|five|six|ten|\d+)[ -](?P<aly>yearly|monthly|weekly|hourly)\b(?![ ][a-z]+s\b)
    | (?P<hyphen>once|twice)-(?P<hly>daily|weekly|monthly|yearly)
    )""",
    re.VERBOSE,
)
_LATIN = {"qd": 1, "od": 1, "bid": 2, "tid": 3, "qid": 4}


def frequencies(text: str) -> list[Slot]:
    """How often something is taken or done: ``value`` is (times a day,)."""
    found = []
    for m in _FREQUENCY.finditer(fold(text).replace("\n", " ")):
        rate = _rate(m)
        if rate:
            found.append(Slot(m.start(), m.end(), (rate,)))
    return found


def rhythm(found: Sequence[Slot], figure: Figure | None) -> Sequence[Slot]:
    """Of several frequencies the one told of a figure: what it stands in, else the next, else the last before."""
    if figure is None:
        return found[:1]
    within = [s for s in found if s.start < figure.end and figure.start < s.end]
    return within[:1] or [s for s in found if s.start >= figure.end][:1] or found[-1:]


def _rate(m: re.Match[str]) -> Fraction | None:
    if m["every"]:
        n = m["n"].lower()
        count = 2 if n in ("other", "second", "couple of") else int(n) if n.isdigit() else UNITS[n]
        unit = m["eu"].lower()
        return DAY / (SPANS.get(unit, DAY) * count) if count else None
    if m["unit"]:
        unit = m["unit"].lower()
        return _times(m["times"]) * DAY / SPANS.get(unit, DAY)
    if m["ly"]:
        return _times(m["times2"]) * DAY / SPANS[_LY[m["ly"].lower()]]
    if m["apart"]:
        apart = number_of(m["apart"])
        return DAY / (SPANS[_LY[m["aly"].lower()]] * apart) if apart else None
    if m["hyphen"]:
        return _times(m["hyphen"]) * DAY / SPANS[_LY[m["hly"].lower()]]
    if m["both"]:
        return Fraction(2)
    if m["single"]:
        return Fraction(1)
    return Fraction(_LATIN[m["latin"].lower().replace(".", "")])


def _times(text: str | None) -> Fraction:
    if not text:
        return Fraction(1)
    text = text.lower()
    if text in _TIMES:
        return Fraction(_TIMES[text])
    return Fraction(int(text.split()[0]))


_TIME_WORDS = AnyCase(
    r"(?:day|week|month|year|hour|decade|daily|night|morning|bedtime|fortnight|annual|yearly|[qbt]\.?i?\.?d\b|o\.?d\b)"
)


def may_hold_slots(text: str) -> bool:
    """A cheap test: False only where there is neither a frequency nor a horizon."""
    return bool(_TIME_WORDS.search(text))
