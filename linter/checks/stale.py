"""What was right once: judged by the draft alone, and by today's date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from linter.checks.view import View
from linter.language.figure import Figure
from linter.language.lex import fold
from linter.language.text import Sentence
from linter.patterns import Pattern
from linter.results import Finding
from linter.rulebook.rules import Rule

_COPULA = {"be": r"(?:is|are|was|were|be|been|being)", "am": "am"}


@lru_cache(maxsize=64)
def any_phrase(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of ``phrases``, each word in any of its forms."""
    parts = []
    for phrase in sorted(phrases, key=len, reverse=True):
        words = []
        for word in phrase.split():
            if word in _COPULA:
                words.append(_COPULA[word])
            elif word in ("expect", "project", "forecast", "predict"):
                words.append(word + r"(?:s|ed|ing)?")
            else:
                words.append(re.escape(word))
        parts.append(r"\s+".join(words))
    return re.compile(r"\b(?:" + "|".join(parts) + r")(?:e?s)?\b", re.IGNORECASE)


def years(view: View, index: int) -> Iterator[tuple[Sentence, Figure, int]]:
    """Each year of a block, with its sentence; of a period, its last."""
    block = view.reader.reading.block(index)
    for figure in block.figures:
        if figure.role in ("year", "period") or (figure.role == "date" and figure.value is not None):
            year = int(figure.bounds[1])
            yield block.sentences[block.sentence_at(figure.start)], figure, year


TIMED_PROSE = ("paragraph", "item", "cell", "caption", "heading", "note", "metadata")
_FORECAST_PAST = Pattern(
    r"\b(?:said|predicted at the time|had been|would|was|were)\s+(?:\w+\s+)?(?:expected|projected|predicted|forecast)|\bwould\b"
    r"|,\s*(?:said|wrote|predicted|warned|claimed)\b|\b(?:is|was|were|been|proved)\s+(?:\w+\s+)?(?:withdrawn|wrong|retracted|not met|missed)\b"
    r"|[\"”]\W.*\b(?:said|told|promised|vowed|predicted|wrote|announced)\b|\b(?:said|told|promised|vowed|wrote)\b[^\"“]*[\"“]",
    re.IGNORECASE | re.DOTALL,
)


def stale_forecast(view: View, rule: Rule) -> Iterator[Finding]:
    """'will receive a diagnosis in 2023', read in 2026; 'newer data have yet to be released'."""
    yield from _pending(view, rule)
    future = any_phrase(rule.phrases["forecast"])
    for index, block in enumerate(view.document.blocks):
        if block.kind not in TIMED_PROSE:
            continue
        text = fold(block.text)
        done: set[int] = set()
        for sentence, figure, year in years(view, index):
            if sentence.start in done or figure.role == "period" or not _is_past(view, text, figure, year):
                continue
            before = text[sentence.start : figure.start]
            here = text[sentence.start : sentence.end]
            match = max(future.finditer(before), key=lambda m: m.start(), default=None) or _level_by(
                before, here
            )
            after = (
                None if match else _after(future, text[figure.end : sentence.end]) if _by(before) else None
            )
            if (match is None and after is None) or _FORECAST_PAST.search(
                text[sentence.start : sentence.end]
            ):
                continue
            if match is not None and (
                _clause_between(before[match.end() :])
                or not (
                    _starts(before[match.end() :], text[figure.end :])
                    or re.search(
                        r"\b(?:in|by|during|for|of|until|before|the year)\s+(?:the\s+)?(?:\w+\s+of\s+|year\s+|\w+\s+)?$",
                        before,
                        re.IGNORECASE,
                    )
                )
            ):
                continue
            start = sentence.start + match.start() if match else figure.start
            end = figure.end if match else figure.end + after.end() if after else figure.end
            low, high = min(start, figure.start), max(end, figure.end)
            if match is None:
                low = sentence.start + len(before.rstrip()) - len(before.rstrip().split()[-1])
            done.add(sentence.start)
            yield view.finding(
                rule, index, low, high, found=" ".join(block.text[low:high].split()), year=str(year),
                sentence=block.text[sentence.start : sentence.end],
            )  # fmt: skip


_STARTS = Pattern(
    r"^\s+(?:also\s+|now\s+|then\s+|be\s+|become\s+)*(?:added|available|offered|introduced|covered|included|provided|extended|required|mandatory|compulsory|free|charged|withdrawn|replaced|banned|phased\s+(?:in|out)"
    r"|rolled\s+out|funded|reimbursed|merged|closed|opened|apply|start|begin|open|close|run|move|change|replace|offer|cover|end|stop|cease|come\s+into\s+(?:force|effect)|take\s+effect)"
    r"(?:\s+(?!(?:data|figures|records|samples|results|cases|reports?|patients|people|those|estimates?)\b)[\w'-]+){0,4}?"
    r"\s+(?:from|as\s+(?:of|from)|with\s+effect\s+from|starting(?:\s+(?:in|from))?|beginning(?:\s+in)?)\s+(?:(?:early|late|mid|the\s+(?:start|end)\s+of|spring|summer|autumn|winter)\s+|\w+\s+|\d{1,2}\s+\w+\s+)?$",
    re.IGNORECASE,
)
"""What is to begin: 'will be added from January 2025'; not 'will be compared with data from 2019'."""
_GOES_ON = Pattern(r"^\s*(?:[.,;:)!]|$|(?:and|for|in|at|to|by|as|on|when|after|under|with)\b)", re.IGNORECASE)
"""What may follow such a year; a noun makes it the year of that noun: 'from 2019 funds'."""


def _starts(between: str, after: str) -> bool:
    return bool(_STARTS.match(between) and _GOES_ON.match(after))


_PENDING = Pattern(
    r"\b(?P<what>data|statistics|figures|results?|findings|reports?|estimates?|numbers|guidelines?|guidance|recommendations?|surveys?|analys[ei]s|edition|update|version)\s+"
    r"(?:(?:from|for|on|about|of|in)\s+[\w' -]{1,40}\s+)?(?P<yet>(?:(?:has|have|had|is|are)\s+yet\s+to\s+be|(?:has|have)\s+not\s+yet\s+been|(?:is|are)\s+(?:not\s+yet|still\s+to\s+be)|(?:hasn't|haven't)\s+yet\s+been|(?:hasn't|haven't)\s+been)\s+"
    r"(?:released|published|reported|available|made available|announced|issued|collected|updated))\b",
    re.IGNORECASE,
)


_NOT_NEWS = Pattern(
    r"\b(?:if|until|when|unless|had)\b|\b(?:your|his|her|their|my|the (?:patient|child|client)'s)\s+(?:\w+\s+){0,3}?(?:results?|reports?|findings|data|numbers)\b",
    re.IGNORECASE,
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


def _is_past(view: View, text: str, figure: Figure, year: int) -> bool:
    """True for a year that is over, and for a month of this year: 'due to open in March 2026', in November."""
    today = view.settings.today
    if year != today.year:
        return year < today.year
    named = _MONTH.search(text[max(0, figure.start - 12) : figure.end])
    return named is not None and _MONTHS.index(named[1].lower()[:3]) + 1 < today.month


_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = Pattern(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December|Sept)\b"
)


_LEVEL = (
    r"(?:reach|rise|climb|grow|increase|exceed|surpass|pass|top|hit|double|triple|treble|quadruple|jump|soar|swell|approach|fall|drop|decline|decrease|shrink|dip|halve|slip|plunge|"
    r"overtake|peak|account for|go up|go down)"
)
_GOING = r"(?:reaching|rising|climbing|growing|increasing|exceeding|surpassing|topping|hitting|doubling|tripling|jumping|soaring|swelling|approaching|falling|dropping|declining|decreasing|shrinking|halving)"
_LEVEL_BY = Pattern(
    rf"(?P<modal>\b(?:may|might|could|should|can|to|is|are|seems?|looks?|poised|tipped|likely|certain)\s+(?:well\s+|soon\s+|even\s+|have\s+)?)(?:{_LEVEL}|{_GOING})\b[^.;:]{{0,80}}?\b(?:by|in)\s+(?:the\s+end\s+of\s+|the\s+year\s+|early\s+|late\s+|mid-?)?$"
    rf"|\b(?:{_LEVEL}s|reaches|passes|{_GOING})\b[^.;:]{{0,80}}?\bby\s+(?:the\s+end\s+of\s+|the\s+year\s+|early\s+|late\s+|mid-?)?$",
    re.IGNORECASE,
)
"""'Sales are rising to 5 million by 2020', 'admissions to top 2,000 by 2024', 'cases could double by 2020'."""
_PAST_TENSE = Pattern(
    r"\b(?:was|were|had|did|rose|fell|grew|became|began|went|led|took|made|saw|cut|until recently|could only|\w{3,}ed(?<!expected)(?<!projected)(?<!predicted)(?<!estimated)(?<!forecasted)(?<!need)(?<!poised)(?<!tipped)(?<!slated))\b",
    re.IGNORECASE,
)


def _level_by(before: str, sentence: str) -> re.Match[str] | None:
    """A level that is to be reached by the year that follows; None where the sentence looks back."""
    match = _LEVEL_BY.search(before)
    return match if match and not _PAST_TENSE.search(sentence) else None


def _after(future: re.Pattern[str], text: str) -> re.Match[str] | None:
    """What is to come, in the clause that a year opens: 'By 2020, the number is expected to …'."""
    return future.search(re.split(r"[;:]", text)[0])


def _by(before: str) -> bool:
    return bool(re.search(r"\bby (?:the year |the end of )?$|^\W*(?:in|during) $", before, re.IGNORECASE))


def _clause_between(text: str) -> bool:
    return ";" in text or " published in" in text.lstrip() or " since " in text


#: "a more recent 2020 study" sets one study against another.
_WAS = Pattern(r"\b(?:was|were|then)\s+(?:still\s+)?$", re.IGNORECASE)
_MORE = Pattern(r"\bmore\s+$", re.IGNORECASE)


def relative_time(view: View, rule: Rule) -> Iterator[Finding]:
    """'a recent survey from 2019'."""
    recent = any_phrase(rule.phrases["recent"])
    kinds = any_phrase(rule.phrases["not_of"])
    limit = view.settings.today.year - view.settings.recent_years
    for index, block in enumerate(view.document.blocks):
        if block.kind not in TIMED_PROSE:
            continue
        text = fold(block.text)
        for sentence, figure, year in years(view, index):
            if year > limit:
                continue
            here = text[sentence.start : sentence.end]
            for match in recent.finditer(here):
                if (
                    kinds.match(here, match.start())
                    or _WAS.search(here[: match.start()])
                    or _MORE.search(here[: match.start()])
                ):
                    continue
                start, end = sentence.start + match.start(), sentence.start + match.end()
                if text[start - 1 : start] in ('"', "“") or not _said_of(text, start, end, figure):
                    continue  # a word that the copy quotes: 'removed "new in 2018" labels'
                low, high = min(start, figure.start), max(end, figure.end)
                yield view.finding(
                    rule, index, low, high, found=match.group(), year=str(year), sentence=here,
                )  # fmt: skip
                break


_SEASON = (
    r"(?:(?:the\s+)?(?:spring|summer|autumn|fall|winter|end|start|beginning|middle|early|late)\s+(?:of\s+)?)?"
)
_NOUN_GAP = Pattern(
    r"^[\s,(]*(?:[\w'-]++\s+){0,4}?(?:[\w'-]++)?\s*,?\s*(?:\(|(?:(?:which|that) (?:was|were|is) )?(?:published|released|issued|updated|conducted|carried out|done|approved|licensed|launched|introduced|taken|made|completed|collected|dated|reported)\s+(?:in\s+|during\s+)?|from\s+|in\s+|of\s+)?"
    + _SEASON
    + r"(?:\w++\s+)?$",
    re.IGNORECASE,
)
_FROM_YEAR = Pattern(
    r"^\s+(?:[\w'-]+\s+){0,2}[\w'-]+(?:\s+\(|,?\s+(?:(?:which|that)\s+)?(?:(?:is|was|were)\s+)?(?:dating\s+|dated\s+|published\s+|issued\s+|released\s+)?(?:from|of)\s+|,?\s+(?:(?:which|that)\s+)?(?:(?:is|was|were)\s+)?(?:published|issued|released)\s+in\s+)$",
    re.IGNORECASE,
)
_CITED_AFTER = Pattern(
    r"^\s+(?:\w+\s+){0,2}\w+\s+\([A-Z][\w'’-]+(?:\s+et\s+al\.?|\s+(?:and|&)\s+[A-Z][\w'’-]+)?,?\s+$"
)
"""'Newly published research (Okafor et al., 2021)'."""
_COMPARATIVE = Pattern(r"\b(?:than|since|compared|until|before|more recent)\b", re.IGNORECASE)


def _said_of(text: str, start: int, end: int, figure: Figure) -> bool:
    """True where the word and the year belong to one noun: 'a recent 2009 survey', 'new data from 2018'."""
    word = text[start:end].lower()
    if end <= figure.start:
        between = text[end : figure.start]
        if word == "currently" and re.match(r"^\s+\($", between):
            return True
        if re.match(r"^(?:[^.;:]{0,80},)?\s+as of\s+(?:\w+\s+)?$", between, re.IGNORECASE):
            return True
        if word in (
            "today",
            "now",
            "nowadays",
            "these days",
            "at present",
            "currently",
            "presently",
        ):
            return False
        if word.startswith(("new", "recent", "latest")) and _CITED_AFTER.match(between):
            return True
        if word == "current":
            return bool(_FROM_YEAR.match(between))
        return bool(_NOUN_GAP.match(between)) and not _COMPARATIVE.search(between)
    between = text[figure.end : start]
    if re.search(r"\bas of\s+$", text[max(0, figure.start - 8) : figure.start], re.IGNORECASE):
        return len(between.split()) <= 4 and word in ("now", "currently", "presently", "today")
    if text[figure.start - 1 : figure.start] == "(" and between.startswith(")"):
        return False  # a citation: 'Smith and Jones (2016) recently showed'
    return (
        len(between.split()) <= 1
        and not re.search(r"[.;:,]", between)
        and word not in ("now", "today", "new", "current", "currently")
    )
