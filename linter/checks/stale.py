"""What was right once: judged by the draft alone, and by today's date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from linter.checks.newest import is_of_newest
from linter.checks.told_past import happened, is_line_of_its_own, is_no_news
from linter.checks.view import View
from linter.language.figure import Figure
from linter.language.lex import fold
from linter.language.text import Sentence
from linter.patterns import AnyCase, Pattern
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


def years(view: View, index: int, *, by: bool = False) -> Iterator[tuple[Sentence, Figure, int]]:
    """Each year of a block, with its sentence; of a period, its last.

    With ``by`` a number that opens a clause after *by* is one too: 'By 2025 deaths will double'.
    """
    block = view.reader.reading.block(index)
    text = ""
    for figure in block.figures:
        if figure.value is None and figure.role != "period":
            continue
        if figure.role not in ("year", "period", "date"):
            if not 1900 <= figure.bounds[1] <= 2100 or figure.dimension != "count":
                continue
            text = text or fold(block.text)
            if not _is_named_by_year(text, figure) and not (by and _opens_clause(text, figure)):
                continue
            figure = replace(figure, role="year")
        elif (
            figure.role == "year"
            and _COUNTED.match(block.text, figure.end)
            and block.text[: figure.start].endswith("of ")
        ):
            continue  # 'a study of 2000 11-16 year olds'
        yield block.sentences[block.sentence_at(figure.start)], figure, int(figure.bounds[1])


_EDITION = Pattern(
    r"^(?:19|20)\d\d\s+(?:[a-z-]+\s+){0,2}?(?:analysis|article|atlas|audit|book|booklet|brochure|calendar|catalogue?|census|chart|checklist|consensus|consultation|directory|document|edition|factsheet|form|formulary|guide|guideline|handbook|leaflet|list|manual"
    r"|newsletter|page|pamphlet|pathway|paper|plan|policy|poll|poster|protocol|questionnaire|release|report|review|rulebook|rules|schedule|standards|study|survey|table|template|textbook|timetable|toolkit|version)(?![\w-])"
)
"""'The newest 2018 handbook': one of that year, where '2018 handbooks' are so many."""
_DETERMINED = AnyCase(
    r"\b(?:the|an?|our|its|their|your|this|brand-new|new|newest|latest|current|recent|revised|updated|upcoming|forthcoming|up-to-date|modern)\s+$"
)
_PART_OF_YEAR = AnyCase(r"\b(?:mid|early|late)-$")


_COUNTED = Pattern(r"\s+\d")


def _is_named_by_year(text: str, figure: Figure) -> bool:
    """True for a number that is a year because of what it names, 'the 2018 handbook', or as in 'mid-2024'."""
    before = text[max(0, figure.start - 14) : figure.start]
    if figure.end - figure.start != 4:
        return False
    if _PART_OF_YEAR.search(before):
        return True
    return bool(_EDITION.match(text[figure.start : figure.start + 60]) and _DETERMINED.search(before))


_BY_FIRST = AnyCase(r"(?:^|[.!?;:,—–]\s+|[\n\r])\W{0,3}(?:(?:and|but|so|yet|also)\s+)?by\s+$")

_SUBJECT = Pattern(r"\s+[a-z][\w'-]*\s+[a-z]")


def _opens_clause(text: str, figure: Figure) -> bool:
    """True for a number of four digits that *by* opens a clause with: no count of what follows it."""
    before = text[max(0, figure.start - 24) : figure.start]
    if figure.end - figure.start != 4 or not _BY_FIRST.search(before):
        return False
    return bool(_SUBJECT.match(text, figure.end))


TIMED_PROSE = ("paragraph", "item", "cell", "caption", "heading", "note", "metadata")
#: "a more recent 2020 study" sets one study against another.
_WAS = AnyCase(r"\b(?:was|were|then)\s+(?:still\s+)?$")
_ONES_OWN = AnyCase(r"\b(?:her|his|my|the patient's)\s+$")
"""'Her most recent scan was in 2019': one person's, of which there may be no newer."""
_MORE = AnyCase(r"\bmore\s+$")


def relative_time(view: View, rule: Rule) -> Iterator[Finding]:
    """'a recent survey from 2019'."""
    recent = any_phrase(rule.phrases["recent"])
    kinds = any_phrase(rule.phrases["not_of"])
    limit = view.settings.today.year - view.settings.recent_years
    for index, block in enumerate(view.document.blocks):
        if block.kind not in TIMED_PROSE:
            continue
        text = fold(block.text)
        told: set[int] = set()
        for sentence, figure, year in years(view, index):
            if year > limit:
                continue
            here = text[sentence.start : sentence.end]
            if is_line_of_its_own(here):
                continue
            for match in recent.finditer(here):
                gap = here[match.end() : max(match.end(), figure.start - sentence.start)]
                if (
                    is_no_news(here, *match.span(), gap)
                    or kinds.match(here, match.start())
                    or _ONES_OWN.search(here[: match.start()])
                    or (_WAS.search(here[: match.start()]) and not match.group().lower().endswith("ly"))
                    or _MORE.search(here[: match.start()])
                ):
                    continue
                start, end = sentence.start + match.start(), sentence.start + match.end()
                if (
                    start in told
                    or text[start - 1 : start] in ('"', "“", "`", "‘", "'")
                    or not (_said_of(text, start, end, figure) or _is_counted(here, match, sentence, figure))
                ):
                    continue  # a word that the copy quotes: 'removed "new in 2018" labels'
                told.add(start)
                low, high = min(start, figure.start), max(end, figure.end)
                yield view.finding(
                    rule, index, low, high, found=match.group(), year=str(year), sentence=here,
                )  # fmt: skip
                break


_SEASON = (
    r"(?:(?:the\s+)?(?:spring|summer|autumn|fall|winter|end|start|beginning|middle|early|late)\s+(?:of\s+)?)?"
)
_NOUN_GAP = AnyCase(
    r"^[\s,(]*(?:[\w'-]++\s+){0,4}?(?:[\w'-]++)?\s*,?\s*(?:\(|\((?:for|covering)\s+(?:the\s+)?(?:[a-z]+\s+)?(?:year|quarter|month|period)\s+(?:to|ending|ended|of)\s+|(?:(?:which|that) (?:(?:was|were|is) )?)?(?:published|released|issued|updated|conducted|carried out|done|approved|licensed|launched|introduced|taken|made|completed|collected|dated|reported|bought|built|installed|written|revised|opened|added)\s+(?:in\s+|during\s+)?|from\s+|in\s+|of\s+)?"
    + _SEASON
    + r"(?:\w++\s+)?$"
)
_FROM_YEAR = AnyCase(
    r"^\s+(?:[\w'-]+\s+){0,2}[\w'-]+(?:\s+\(|,?\s+(?:(?:which|that)\s+)?(?:(?:is|was|were)\s+)?(?:dating\s+|dated\s+|published\s+|issued\s+|released\s+)?(?:from|of)\s+|,?\s+(?:(?:which|that)\s+)?(?:(?:is|was|were)\s+)?(?:published|issued|released)\s+in\s+)$"
)
_CITED_AFTER = Pattern(
    r"^\s+(?:\w+\s+){0,2}\w+\s+\([A-Z][\w'’-]+(?:\s+et\s+al\.?|\s+(?:and|&)\s+[A-Z][\w'’-]+)?,?\s+$"
)
"""'Newly published research (Okafor et al., 2021)'."""
_JUST_NOW = frozenset(
    {"today", "now", "nowadays", "these days", "at present", "currently", "presently", "at the moment"}
)
_THIS_YEAR = AnyCase(
    r"(?:this|last)\s+(?:year|month|week|spring|summer|autumn|winter)|(?:a\s+few\s+)?(?:months|weeks|days)\s+ago|not\s+long\s+ago|lately|recently|(?:in\s+)?recent\s+(?:years|months|weeks)|currently|today|now|at\s+present"
)
_IN_BRACKETS = Pattern(
    r"^(?:'s)?\s*[,(]\s*(?:(?:as\s+of|as\s+at|that\s+is|i\.e\.)\s+)?(?:(?:especially|particularly|notably|mainly|chiefly|in|since|during)\s+)*(?:[A-Z][a-z]+\s+)?$"
)
_THIS = AnyCase(r"\b(?:this|our|an?)\s+$")
"""'This modern approach, introduced in 2003'; modern hospices, whose movement began in 1967, are of an age."""
_COMPARATIVE = AnyCase(r"\b(?:than|since|compared|until|before|more recent|replac\w+|supersed\w+)\b")


_CHANGE_IN = AnyCase(
    r"\b(?:addition|change|feature|recommendation|section|update|entry)s?\s+(?:in|to)\s+the\s+$"
)
"""'A new addition in the 2022 guideline': new beside the one before."""


def _is_counted(here: str, match: re.Match[str], sentence: Sentence, figure: Figure) -> bool:
    """True for the newest report's count of a year: 'according to the latest report, there were 9,000 cases in 2019'."""
    year = figure.start - sentence.start, figure.end - sentence.start
    return figure.role == "year" and is_of_newest(here, match.span(), year)


def _said_of(text: str, start: int, end: int, figure: Figure) -> bool:
    """True where the word and the year belong to one noun: 'a recent 2009 survey', 'new data from 2018'."""
    word = text[start:end].lower()
    if end <= figure.start:
        between = text[end : figure.start]
        if word in _JUST_NOW and re.match(r"^\s+\($", between):
            return True
        if word == "today" and between.startswith("'s"):
            return bool(_NOUN_GAP.match(between[2:])) and not _COMPARATIVE.search(between)
        if _THIS_YEAR.fullmatch(word) and _IN_BRACKETS.match(between):
            return True
        if _THIS_YEAR.match(word) and not word.startswith("recent") and word not in _JUST_NOW:
            return False
        if re.match(r"^(?:[^.;:]{0,80},)?\s+as of\s+(?:\w+\s+)?$", between, re.IGNORECASE):
            return True
        if word in _JUST_NOW:
            return False
        if word.startswith(("new", "recent", "latest")) and _CITED_AFTER.match(between):
            return True
        if word == "current":
            return between == " " or bool(_FROM_YEAR.match(between))
        if word in ("modern", "emerging") and not _THIS.search(text[max(0, start - 8) : start]):
            return bool(_FROM_YEAR.match(between))
        if word in ("new", "newest") and (happened(between) or figure.role == "period"):
            return False  # 'new policies, from July 2008 to December 2013'
        if word == "new" and _CHANGE_IN.search(between):
            return False
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
