"""Forecasts that their year has overtaken: 'will open in March 2024', 'an upcoming change in April 2025'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.checks.announced import PAST_TENSE, announced
from linter.checks.stale import TIMED_PROSE, any_phrase, years
from linter.checks.targets import listed_target, target_of_period
from linter.checks.told_past import is_dated_promise, is_of_another_event
from linter.checks.view import View
from linter.language.calendar import MONTH_NAMES, MONTHS
from linter.language.figure import Figure
from linter.language.lex import fold
from linter.patterns import AnyCase, Pattern
from linter.results import Finding
from linter.rulebook.rules import Rule

_FORECAST_PAST = AnyCase(
    r"\b(?:said|predicted at the time|had been|would|was|were)\s+(?:\w+\s+)?(?:expected|projected|predicted|forecast)|\bwould\b"
    r"|,\s*(?:said|wrote|predicted|warned|claimed)\b|\b(?:is|was|were|been|proved)\s+(?:\w+\s+)?(?:withdrawn|wrong|retracted|not met|missed)\b"
    r"|[\"”]\W{0,2}\s*(?:[\w.]+\s+){1,4}says\b"
    r"|[\"”]\W.*\b(?:said|told|promised|vowed|predicted|wrote|announced)\b|\b(?:said|told|promised|vowed|wrote)\b[^\"“]*[\"“]",
    re.DOTALL,
)


_COMPARED = AnyCase(
    r"\b(?:over|than|above|below|against|compared (?:with|to))\s+(?:the|that|those|what|it|its|their)\b[^.;,\d]{0,30}$"
)
"""'By 2050 they will have risen by 310% over the number in 1990': the year of what it is compared with."""


def stale_forecast(view: View, rule: Rule) -> Iterator[Finding]:
    """'will receive a diagnosis in 2023', read in 2026; 'newer data have yet to be released'."""
    yield from _pending(view, rule)
    for index, block in enumerate(view.document.blocks):
        if block.kind not in TIMED_PROSE:
            continue
        text = fold(block.text)
        done: set[int] = set()
        for sentence, figure, year in years(view, index, by=True):
            if sentence.start in done or not _is_past(view, text, figure, year):
                continue
            here = text[sentence.start : sentence.end]
            if _FORECAST_PAST.search(here):
                continue
            before = text[sentence.start : figure.start]
            if _COMPARED.search(before):
                continue
            span = listed_target(view, index, (sentence.start, sentence.end), figure)
            if span is None and figure.role == "period" and not _BY.search(before):
                # 'by 2024/25' is when; '2019–2025' is how long, but for a target.
                match = target_of_period(before, here)
                span = (sentence.start + match.start(), figure.end) if match else None
            elif span is None:
                age = view.settings.today.year - year
                span = _told(rule, _Dated(text, sentence.start, sentence.end, figure, age))
            if span is None:
                continue
            low, high = span
            done.add(sentence.start)
            yield view.finding(
                rule, index, low, high, found=" ".join(block.text[low:high].split()), year=str(year),
                sentence=block.text[sentence.start : sentence.end],
            )  # fmt: skip


class _Dated(NamedTuple):
    """A date in its sentence."""

    text: str
    start: int
    end: int
    figure: Figure
    age: int
    """Years since."""

    @property
    def before(self) -> str:
        return self.text[self.start : self.figure.start]

    @property
    def after(self) -> str:
        return self.text[self.figure.end : self.end]

    @property
    def sentence(self) -> str:
        return self.text[self.start : self.end]


def _told(rule: Rule, date: _Dated) -> tuple[int, int] | None:
    """Where a date is told as still to come; None where it is not."""
    future = any_phrase(rule.phrases["forecast"])
    before = date.before
    told = [m for m in future.finditer(before) if not _WAS.match(m.group()) and not _is_cause(m, before)]
    match = max(told, key=lambda m: m.start(), default=None)
    if match is not None and not _is_told_of(before[match.end() :], date):
        match = None
    match = (
        match
        or _level_by(before, date.sentence)
        or announced(rule, before, date.sentence, date.figure, date.age)
    )
    if match is not None:
        return date.start + match.start(), date.figure.end
    later = _after(future, date.after) if _by(before) or _opens(date) else None
    if is_dated_promise(before, int(date.figure.bounds[1])):
        return None
    if later is None or _has_been(date.after[: later.start()]):
        return None
    opening = before.rstrip()
    return date.start + len(opening) - len(opening.split()[-1]), date.figure.end + later.end()


_FINITE = AnyCase(
    r"\b(?:was|were|had|did)\b|[,;:—–]|\b(?:and|but|or|so|who|which|that|while|because|as|when)\b"
)

_DID = AnyCase(
    r"\b(?:\w{3,}ed|found|said|thought|knew)\s+(?:the|an?|it|they|this|these|their|its|his|her|we)\b"
)
"""'By 2019 researchers found the risk will …': with an object, it is no participle."""


def _has_been(subject: str) -> bool:
    """True where what stands between a year and what is to come tells of the past.

    A participle may only say which people are meant: 'by 2025 the number of people affected is projected to …'.
    """
    return bool(_DID.search(subject) or (PAST_TENSE.search(subject) and _FINITE.search(subject)))


_WAS = AnyCase(r"(?:was|were|being|been)\b")
"""'Was due to open in 2019': told as past, whatever came of it."""
_BY = AnyCase(r"\bby\s+$")
_CAUSE = AnyCase(
    r"^\s+(?:the|an?|their|its|his|her|our|this|these|those|some|many|more|such|\w+(?<![aeiou]s)(?<!s)s)\b"
)


def _is_cause(match: re.Match[str], before: str) -> bool:
    """'May be due to the change in April': why, not when."""
    return match.group().lower().endswith("due to") and bool(_CAUSE.match(before[match.end() :]))


def _is_told_of(between: str, date: _Dated) -> bool:
    """True where the date belongs to what is to come, and not to something that is named beside it."""
    if is_of_another_event(date.before) or is_dated_promise(date.before, int(date.figure.bounds[1])):
        return False
    return not _clause_between(between) and (_starts(between, date.after) or _is_when(date))


def _is_past(view: View, text: str, figure: Figure, year: int) -> bool:
    """True for a year that is over, and for a month of this year: 'due to open in March 2026', in November."""
    today = view.settings.today
    if year != today.year:
        return year < today.year
    near = text[max(0, figure.start - 12) : figure.end]
    if named := _MONTH.search(near):
        return MONTHS[named[1].lower()[:3]] < today.month
    part = _PART.search(text[max(0, figure.start - 24) : figure.start])
    if part is not None:
        return _PART_ENDS[part[1].lower()] < today.month
    season = _SEASON_NAME.search(near)
    return season is not None and _SEASON_ENDS[season[1].lower()] < today.month


_PART_ENDS = {
    "early": 4,
    "first quarter of": 3,
    "first half of": 6,
    "mid": 8,
    "start of": 2,
    "beginning of": 2,
}
_PART = AnyCase(r"\b(early|first quarter of|first half of|mid|start of|beginning of)[\s-]$")
"""'Expected in early 2026', read in November."""
_SEASON_ENDS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11}
"""The last month of each, north of the equator; a winter ends in the next year."""
_SEASON_NAME = AnyCase(r"\b(spring|summer|autumn|fall)\s+(?:of\s+)?(?=\d)")
_MONTH = Pattern(rf"\b({'|'.join(MONTH_NAMES)}|Sept)\b")


def _is_when(date: _Dated) -> bool:
    """True where a date is said to be that of what is told: 'in 2024', 'by mid-2024', 'on 1 May 2024'."""
    before = date.before
    return bool(_WHEN.search(before) or (date.figure.role == "date" and _ON.search(before)))


def _opens(date: _Dated) -> bool:
    """True for a date that opens a sentence of what is to be: 'From April 2025, tests will be free'."""
    dated = date.figure.role == "date" and bool(_FROM_FIRST.match(date.before))
    return dated and not PAST_TENSE.search(date.sentence)


_WHEN = AnyCase(
    r"\b(?:in|by|during|for|until|before|the year)\s+(?:the\s+)?(?:\w+\s+of\s+|year\s+|\w+\s+|mid-)?$"
    r"|\b(?:spring|summer|autumn|fall|winter|start|end|beginning|middle|half|quarter|cases|diagnoses|deaths)\s+of\s+$"
    r"|\bthis\s+(?:year|spring|summer|autumn|fall|winter|month)\s*[,(]\s*$"
)
_ON = AnyCase(r"\bon\s+$")
_FROM_FIRST = AnyCase(r"^\W*(?:from|on|starting|beginning|as of|as from)\s+(?:\w+\s+)?$")
_STARTS = AnyCase(
    r"^\s+(?:also\s+|now\s+|then\s+|be\s+|become\s+)*(?:added|available|offered|introduced|covered|included|provided|extended|required|mandatory|compulsory|free|charged|withdrawn|replaced|banned|phased\s+(?:in|out)"
    r"|rolled\s+out|funded|reimbursed|merged|closed|opened|apply|start|begin|open|close|run|move|change|replace|offer|cover|end|stop|cease|come\s+into\s+(?:force|effect)|take\s+effect)"
    r"(?:\s+(?!(?:data|figures|records|samples|results|cases|reports?|patients|people|those|estimates?)\b)[\w'-]+){0,4}?"
    r"\s+(?:from|as\s+(?:of|from)|with\s+effect\s+from|starting(?:\s+(?:in|from))?|beginning(?:\s+in)?)\s+(?:(?:early|late|mid|the\s+(?:start|end)\s+of|spring|summer|autumn|winter)\s+|\w+\s+|\d{1,2}\s+\w+\s+)?$"
)
"""What is to begin: 'will be added from January 2025'; not 'will be compared with data from 2019'."""
_GOES_ON = AnyCase(r"^\s*(?:[.,;:)!]|$|(?:and|for|in|at|to|by|as|on|when|after|under|with)\b)")
"""What may follow such a year; a noun makes it the year of that noun: 'from 2019 funds'."""


def _starts(between: str, after: str) -> bool:
    return bool(_STARTS.match(between) and _GOES_ON.match(after))


_PENDING = AnyCase(
    r"\b(?P<what>data|statistics|figures|results?|findings|reports?|estimates?|numbers|guidelines?|guidance|recommendations?|surveys?|analys[ei]s|edition|update|version)\s+"
    r"(?:(?:from|for|on|about|of|in)\s+[\w' -]{1,40}\s+)?(?P<yet>(?:(?:has|have|had|is|are)\s+yet\s+to\s+be|(?:has|have)\s+not\s+yet\s+been|(?:is|are)\s+(?:not\s+yet|still\s+to\s+be)|(?:hasn't|haven't)\s+yet\s+been|(?:hasn't|haven't)\s+been)\s+"
    r"(?:released|published|reported|available|made available|announced|issued|collected|updated))\b"
)


_NOT_NEWS = AnyCase(
    r"\b(?:if|until|when|unless|had)\b|\b(?:your|his|her|their|my|the (?:patient|child|client)'s)\s+(?:\w+\s+){0,3}?(?:results?|reports?|findings|data|numbers)\b"
)
"""A condition, or one person's own results: neither is news of the world."""


def _pending(view: View, rule: Rule) -> Iterator[Finding]:
    """'More recent data has yet to be released': true on the day it was written."""
    for index, block in enumerate(view.document.blocks):
        if block.kind not in TIMED_PROSE or (
            "yet" not in block.text and "n't" not in fold(block.text) and "still" not in block.text
        ):
            continue
        text = fold(block.text)
        for match in _PENDING.finditer(text):
            reading = view.reader.reading.block(index)
            sentence = reading.sentences[reading.sentence_at(match.start())]
            if _NOT_NEWS.search(text[sentence.start : match.end()]) or text[: sentence.end].rstrip().endswith(
                "?"
            ):
                continue
            yield view.finding(
                rule, index, match.start("yet"), match.end(), variant="pending", found=" ".join(block.text[match.start("yet") : match.end()].split()),
                sentence=block.text[sentence.start : sentence.end],
            )  # fmt: skip


_LEVEL = (
    r"(?:reach|rise|climb|grow|increase|exceed|surpass|pass|top|hit|double|triple|treble|quadruple|jump|soar|swell|approach|fall|drop|decline|decrease|shrink|dip|halve|slip|plunge|"
    r"overtake|peak|account for|go up|go down)"
)
_GOING = r"(?:reaching|rising|climbing|growing|increasing|exceeding|surpassing|topping|hitting|doubling|tripling|jumping|soaring|swelling|approaching|falling|dropping|declining|decreasing|shrinking|halving)"
_LEVEL_BY = AnyCase(
    rf"(?P<modal>\b(?:may|might|could|should|can|to|is|are|seems?|looks?|poised|tipped|likely|certain)\s+(?:well\s+|soon\s+|even\s+|have\s+)?)(?:{_LEVEL}|{_GOING})\b[^.;:]{{0,80}}?\b(?:by|in)\s+(?:the\s+end\s+of\s+|the\s+year\s+|early\s+|late\s+|mid-?)?$"
    rf"|\b(?:{_LEVEL}s|reaches|passes|{_GOING})\b[^.;:]{{0,80}}?\bby\s+(?:the\s+end\s+of\s+|the\s+year\s+|early\s+|late\s+|mid-?)?$"
    rf"|\b(?:projects|plans|forecasts|foresees|promises|targets|predicts)\s+(?:\w+\s+){{0,2}}?[£$€]?\d[\d.,]*[^.;:]{{0,60}}?\bby\s+(?:the\s+end\s+of\s+|the\s+year\s+|early\s+|late\s+|mid-?)?$"
)
"""'Sales are rising to 5 million by 2020', 'admissions to top 2,000 by 2024', 'cases could double by 2020'."""


def _level_by(before: str, sentence: str) -> re.Match[str] | None:
    """A level that is to be reached by the year that follows; None where the sentence looks back."""
    match = _LEVEL_BY.search(before)
    if match is None or PAST_TENSE.search(sentence) or _FROM.search(match.group()):
        return None
    return None if _WENT.match(match.group()) else match


_FROM = AnyCase(r"\bfrom\s[^.;]{1,30}?\bin\s+$")
_WENT = AnyCase(rf"(?:is|are)\s+{_GOING}\b[^.;]{{0,40}}?\bfrom\s[^.;]{{1,30}}?\bin\s+\d{{4}}\b")
"""'Is rising: from 9% in 2010 to 17% in 2019' looks back at both years."""


def _after(future: re.Pattern[str], text: str) -> re.Match[str] | None:
    """What is to come, in the clause that a year opens: 'By 2020, the number is expected to …'."""
    clause = _REPUTED.sub("", re.split(r"[;:]", text)[0])
    return future.search(clause)


_REPUTED = AnyCase(r"\b(?:is|are) estimated to have\b.*")
"""'In 2023, malaria is estimated to have killed 597,000 people' tells what happened."""


def _by(before: str) -> bool:
    return bool(re.search(r"\bby (?:the year |the end of )?$|^\W*(?:in|during) $", before, re.IGNORECASE))


def _clause_between(text: str) -> bool:
    return ";" in text or " published in" in text.lstrip() or " since " in text
