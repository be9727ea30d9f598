"""What a sentence says of ages, spans of time, data years and how often: the slots beside concepts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from linter.language.figure import Figure
from linter.language.lex import fold
from linter.language.numerals import TENS, UNITS
from linter.patterns import Pattern

_DAY = 86400
_SPANS = {"hour": Fraction(3600), "day": Fraction(_DAY), "week": Fraction(7 * _DAY), "fortnight": Fraction(14 * _DAY),
          "month": Fraction(2629746), "year": Fraction(31556952), "decade": Fraction(315569520)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slot:
    """A value at a place in its block. ``value`` depends on the kind of slot."""

    start: int
    end: int
    value: tuple[Fraction | int | None, ...]


_WORD_NUMBERS = {**UNITS, **TENS}
_N = r"(\d{1,3}|" + "|".join(sorted(_WORD_NUMBERS, key=len, reverse=True)) + r")"
_YEARS = r"(?:[ -]years?)?(?:[ -]old)?(?:[ ]of[ ]age)?"
_NO_UNIT = r"(?!,?\d|[ -]?(?:%|percent|per\b|in\b[ ]\d|of\b|or[ ](?:more|fewer|less|over|older|above|under|younger|up)|and[ ](?:over|older|above|under|younger|up)|times?\b|million|thousand|hundred|seconds?|minutes?|hours?|days?|weeks?|months?|mg|mcg|kg|cm|mm|g\b|ml|points?|years?[ ](?:after|later|before|from|since)))"
_WHEN = (
    r"(?:(?:when|once|while|until|if|because)[ ](?:they|she|he|you|we|people|women|men|girls|boys|children)(?:[ ](?:are|were|is|was|turn|turned|turns|reach|reached|reaches)|'re|'s)[ ]"
    r"|(?:who|she|he)[ ](?:turn|turned|turns)[ ]"
    r"|(?:stops?|stopped|stopping|quit|quits|quitting|gave[ ]up|gives?[ ]up|smoking|drinking|died|dies|dying|death|retires?|retired|birth|tested|treated|vaccinated|immuni[sz]ed|diagnosed|screened|screening|starting|starts?|started|beginning|begins?|offered|menopause|pregnant)[ ]at[ ])"
)
_AGE = Pattern(
    rf"""\b(?:
      (?:(?:at[ ])?(?:aged?|ages)|between[ ]the[ ]ages[ ]of|from[ ](?:the[ ])?age[ ]of|from[ ]age|aged[ ]between|between[ ]ages)[ ](?:about[ ])?(?P<low>{_N})[ ]?(?:to|and|or|-|–|through|until)[ ]?(?:age[ ])?(?P<high>{_N})\b(?![ ]or)
    | (?:are|is|were|was|you're|they're|who)[ ]between[ ](?P<low5>{_N})[ ]and[ ](?P<high5>{_N})\b{_NO_UNIT}(?![ ][a-z]+s\b)
    | from[ ](?P<low3>{_N})[ ](?:until|up[ ]to)[ ](?P<high3>{_N})\b{_NO_UNIT}
    | {_WHEN}(?P<low4>{_N})(?:[ ](?:to|or|and)[ ](?P<high4>{_N}))?\b(?![ ](?:to|or|and)[ ]\d){_NO_UNIT}(?![ ][a-z]+s\b)
    | (?P<birthword>before|by|until|after|past)[ ](?:their|his|her|your|a|the)[ ](?P<birth>\d{{1,3}})(?:st|nd|rd|th)[ ]birthdays?
    | (?:between[ ])?(?P<low2>\d{{1,3}})-?[ ]?(?:to|and|or|-|–)[ ]?(?P<high2>\d{{1,3}})[ -](?:years?[ -]olds?|years?[ ]of[ ]age|years[ ]old)
    | (?:aged?[ ]|ages[ ]|who[ ]were[ ]|who[ ]are[ ])?(?P<up>{_N}){_YEARS}(?:[ ](?:and|or)[ ](?:over|older|above|up|upwards?)|\+(?!\d))(?![ ]?(?:%|days?|weeks?|months?|hours?|minutes?|mg|mcg|kg))
    | (?:aged?[ ]|ages[ ])?(?P<down>{_N}){_YEARS}[ ](?:and|or)[ ](?:under|younger|below)
    | (?P<overword>over|above|(?<!the[ ])past|beyond|older[ ]than|after|turn|turned|at[ ]least|reach|from)[ ](?:the[ ])?(?:age[ ]of[ ]|age[ ])(?P<over>{_N})\b
    | (?:under|below|before|younger[ ]than|until|by|up[ ]to)[ ](?:the[ ])?(?:age[ ]of[ ]|age[ ])(?P<under>{_N})\b
    | (?:older[ ]than|(?<!the[ ])past)[ ](?P<over2>{_N})\b(?![ ]?(?:%|percent|million|days?|weeks?|months?))
    | younger[ ]than[ ](?P<under2>{_N})\b{_NO_UNIT}
    | (?:people|patients|someone|person|woman|man|women|men|adults|those|child|girl|boy)[ ](?:of|at)[ ](?P<at3>{_N})\b(?![ ]?(?:%|percent|hospitals|centers|centres|sites|,\d))
    | (?:aged?|at[ ]age|at[ ]the[ ]age[ ]of|age[ ]of)[ ](?P<at>{_N})\b
    | at[ ]least[ ](?P<up2>\d{{1,3}})[ ]years[ ](?:old|of[ ]age)
    | (?:in[ ]their|early|late|mid-?)[ ](?P<decade>[2-9]0)s
    | under-(?P<under3>\d{{1,2}})s?
    | over-(?P<over3>\d{{1,2}})s
    | (?P<at2>{_N})[ -]year[ -]olds?\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_MORE_AGES = Pattern(
    rf"\s*(?:,|,? and|,? or)\s+(?P<low>\d{{1,3}})\s?(?:to|-|–)\s?(?P<high>\d{{1,3}})\b{_NO_UNIT}(?!,\d)",
    re.IGNORECASE,
)
"""The second of 'aged 18 to 34 and 40 to 42'."""
_PEOPLE_BEFORE = Pattern(
    r"\b(?:women|men|adults|people|patients|americans|persons|those|anyone|everyone|females|males|girls|boys|children|individuals|smokers|drinkers|nobody|britons|once she is|she is|he is|you are|you're|who are|they are|they're|if you're|anyone who is|everyone who is|%(?: at)?)"
    rf"[ ](?:who are[ ]|aged?[ ])?(?P<word>over|above|under|below)[ ](?P<n>{_N})\b(?![ ]?(?:%|percent|million|thousand|,\d|kg|pounds))(?:[ ]years?(?:[ ]old|[ ]of[ ]age)?)?",
    re.IGNORECASE,
)


_INDEX = Pattern(
    r"\b(?:scor(?:e[sd]?|ing)|index|BMI|SPF|factor|pulse|rate|scale|level|reading|pressure|temperature|sat(?:s|uration)|e?GFR|count|INR|PSA|HbA1c|VASc|NEWS2?|value|number)\b"
    r"(?:(?!\b(?:aged?|people|adults|women|men|those|patients|anyone|everyone)\b)[^.;])*$",
    re.IGNORECASE,
)
_TIMED = Pattern(
    r"[ -]?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?(?![ -](?:old|of age)))\b", re.IGNORECASE
)
_AGE_WORDS = Pattern(
    r"age|old|year|birthday|\d0s|when |once |while |until|vaccinat|diagnos|screen|start|begin|immuni|offered|turn|stop|quit|gave|give|smok|drink|die|dying|death|retire|birth|test|treat|young|over|above|under|below|past|and up|turn|\d\+|reach|beyond|people|patients|someone|person|m[ea]n\b|child|adults|those|girl|boy",
    re.IGNORECASE,
)


def _number(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) if text.isdigit() else _WORD_NUMBERS[text.lower()]


def ages(text: str) -> list[Slot]:
    """Age bands: ``value`` is (lowest, highest) in years, None where open. 'Over 50' is (50, None)."""
    found: list[Slot] = []
    if not _AGE_WORDS.search(text):
        return found
    plain = fold(text).replace("\n", " ")
    for m in _AGE.finditer(plain):
        if (m["up"] or m["down"] or m["low4"]) and _INDEX.search(plain, max(0, m.start() - 60), m.start()):
            continue  # a score of 2 or above
        low = _number(
            m["low"]
            or m["low2"]
            or m["low3"]
            or m["low4"]
            or m["low5"]
            or m["up"]
            or m["over"]
            or m["over2"]
            or m["over3"]
            or m["up2"]
        )
        high = _number(
            m["high"]
            or m["high2"]
            or m["high3"]
            or m["high4"]
            or m["high5"]
            or m["down"]
            or m["under"]
            or m["under2"]
            or m["under3"]
        )
        at = _number(m["at"] or m["at2"] or m["at3"])
        if m["low4"] and high is None:
            high = low
        if m["birth"]:
            late = m["birthword"].lower() in ("after", "past")
            low, high = (int(m["birth"]), None) if late else (None, int(m["birth"]))
        if m["decade"]:
            low, high = int(m["decade"]), int(m["decade"]) + 9
        if max(v for v in (low, high, at, 0) if v is not None) <= 120:
            found.append(Slot(m.start(), m.end(), (at, at) if at is not None else (low, high)))
    for band in list(found):
        more = _MORE_AGES.match(plain, band.end)
        if more and None not in band.value:
            found.append(Slot(more.start("low"), more.end("high"), (int(more["low"]), int(more["high"]))))
    for m in _PEOPLE_BEFORE.finditer(plain):
        n = _number(m["n"])
        if m[0][0] == "%" and _TIMED.match(plain, m.end("n")):
            continue  # '35% over 76 weeks'
        if (
            n is not None
            and n <= 110
            and not (m[0][0] == "%" and _INDEX.search(plain, max(0, m.start() - 60), m.start()))
        ):
            up = m["word"].lower() in ("over", "above")
            found.append(Slot(m.start("word"), m.end(), (n, None) if up else (None, n)))
    return sorted(found, key=lambda s: s.start)


_BEFORE_SPAN = Pattern(
    r"\b(?:at|within|in|after|by|for|over|during|throughout|first|next|past|last|following|inside|lasting|another|about|than|past the|reach|reached|mark|takes?|took|taking)\s+"
    r"(?:the\s+|a\s+)?(?:less than\s+|under\s+|first\s+|next\s+|past\s+|last\s+|previous\s+|preceding\s+|following\s+|space of\s+|period of\s+|course of\s+|span of\s+|space\s+of\s+|a\s+|about\s+|around\s+|at least\s+|up to\s+|just\s+)*$",
    re.IGNORECASE,
)
_SPAN_LEADS = ("within", "over", "past", "inside", "in the space of", "in under", "in less than")
_AFTER_SPAN = Pattern(
    r"^(?:'s?)?\s+(?:after|later|on\b|from|following|of\b|since|before|post|down the line|out\b|past|beyond|mark)|^\s*-",
    re.IGNORECASE,
)
_YEAR_N = Pattern(rf"\b(?:by|at|in|to|until) (?P<unit>day|week|month|year) (?P<n>{_N})\b", re.IGNORECASE)
_WORDY = Pattern(
    r"\b(?:(?P<pre>within|in|after|by|over|at|for|during)\s+)?(?:the\s+)?(?:(?P<ord>first|next|following|coming|a|one|the same)\s+)(?P<unit>hour|day|week|month|year|decade)\b"
    r"(?:\s+(?P<post>after|later|on\b|from|following|of\b|since|out\b|mark))?",
    re.IGNORECASE,
)


def horizons(text: str, figures: Sequence[Figure]) -> list[Slot]:
    """Spans of time that a rate or an event is measured over: ``value`` is (seconds, is_adjective)."""
    found = []
    plain = fold(text)
    for figure in figures:
        if figure.dimension != "time" or figure.role == "age" or figure.value is None:
            continue
        adjective = "-" in plain[figure.start : figure.end]
        before = plain[max(0, figure.lead - 40) : figure.lead + 0]
        lead = plain[figure.lead : figure.start].strip().lower()
        if (
            adjective or _BEFORE_SPAN.search(before) or lead in _SPAN_LEADS
            or _AFTER_SPAN.match(plain[figure.end : figure.end + 16])
        ):  # fmt: skip
            found.append(Slot(figure.start, figure.end, (figure.bounds[0], int(adjective))))
    for m in _YEAR_N.finditer(plain):
        number = _number(m["n"])
        if number:
            found.append(Slot(m.start("n"), m.end("n"), (number * _SPANS[m["unit"].lower()], 0)))
    for m in _WORDY.finditer(plain):
        ordinal = m["ord"].lower()
        bare = ordinal == "a" and not m["post"] and (m["pre"] or "").lower() not in ("within", "after")
        taken = any(s.start < m.end() and m.start() < s.end for s in found)
        if (m["pre"] or m["post"]) and not bare and not taken:
            found.append(Slot(m.start("ord"), m.end("unit"), (_SPANS[m["unit"].lower()], 0)))
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
_FREQUENCY = Pattern(
    rf"""\b(?:
      (?P<every>every|once[ ]every|once[ ]in|each)[ ](?P<n>\d+|{"|".join(UNITS)}|other|second|couple[ ]of)[ -]?(?P<eu>hour|day|week|month|year|morning|night|evening)s?
    | (?:(?P<times>once|twice|thrice|(?:one|two|three|four|five|six|\d+)[ ]times)[ ])?(?:{_PER})[ ]?(?P<unit>day|week|month|year|fortnight|morning|night|evening|hour)\b
    | (?:(?P<times2>once|twice|thrice|(?:one|two|three|four|five|six|\d+)[ ]times)[ -])?(?P<ly>daily|weekly|monthly|yearly|annually|nightly|hourly|fortnightly)\b
    | (?P<both>(?:in[ ]the[ ])?morning,?[ ](?:and|then)[ ](?:(?:another|again|one|one[ ]more|the[ ]other|a[ ]second)[ ])*(?:(?:in[ ]the|at)[ ])?(?:evening|night|bedtime)|mornings[ ]and[ ]evenings)
    | (?P<single>at[ ]bedtime|at[ ]night|in[ ]the[ ]morning|in[ ]the[ ]evening|before[ ]bed)
    | (?P<latin>q\.?d\.?|o\.?d\.?|b\.?i\.?d\.?|t\.?i\.?d\.?|q\.?i\.?d\.?)(?=[\s,.;)]|$)
    | (?P<hyphen>once|twice)-(?P<hly>daily|weekly|monthly|yearly)
    )""",
    re.VERBOSE | re.IGNORECASE,
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
        return Fraction(_DAY) / (_SPANS.get(unit, Fraction(_DAY)) * count) if count else None
    if m["unit"]:
        unit = m["unit"].lower()
        return _times(m["times"]) * _DAY / _SPANS.get(unit, Fraction(_DAY))
    if m["ly"]:
        return _times(m["times2"]) * _DAY / _SPANS[_LY[m["ly"].lower()]]
    if m["hyphen"]:
        return _times(m["hyphen"]) * _DAY / _SPANS[_LY[m["hly"].lower()]]
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


_TIME_WORDS = Pattern(
    r"(?:day|week|month|year|hour|decade|daily|night|morning|bedtime|fortnight|annual|yearly|[qbt]\.?i?\.?d\b|o\.?d\b)",
    re.IGNORECASE,
)


def may_hold_slots(text: str) -> bool:
    """A cheap test: False only where there is neither a frequency nor a horizon."""
    return bool(_TIME_WORDS.search(text))
