"""Sources that have grown old."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.checks.labelled import is_labelled_source
from linter.checks.persons import is_asked
from linter.checks.sourcing import ENTRY_YEAR, is_reference_list
from linter.checks.stale import TIMED_PROSE, years
from linter.checks.told_past import (
    JOURNAL,
    any_of,
    is_event,
    is_instruments_own,
    is_own_data,
    names_instrument,
)
from linter.checks.view import View
from linter.language.lex import fold
from linter.patterns import AnyCase, Pattern
from linter.results import Finding
from linter.rulebook.rules import Rule

_HISTORY = AnyCase(
    r"\b(?:retract\w*|withdrawn|superseded|replaced by|landmark|classic|seminal|infamous|fraudulent|discredited|debunked|historic\w*|pioneer\w*|first (?:described|reported|published|identified)|original(?:ly)?|discover\w*|at the time|back then|since then)\b"
)

_CITED = AnyCase(
    r"\([A-Z][\w'’-]+\s+et\s+al\.?,\s+[\w.&'’ ]{2,60}\s$"
    r"|(?:\(|;\s)(?!(?:In|Since|By|From|Until|After|Before|During|About|As|On|At|Around)\b)[A-Z][\w'’-]+(?:\s+et\s+al\.?|\s+(?:and|&)\s+[A-Z][\w'’-]+)?,?\s+$"
    r"|\b(?:Registry|Institute|Society|Association|Organi[sz]ation|Foundation|Centers?|Centres?|Agency|Department|Service|Council|College|Academy|Survey|Bureau|Commission|Committee|et al\.?),?\s+\($"
    r"|^\W*(?:Sources?|Data|References?)\s*:\s[^.]{3,90}[,(]\s*$"
    r"|\b(?:reported|described|shown|found|reviewed|estimated|calculated)\s+by\s+[^.,;]{3,50}\s+in\s+$"
    r"|\b(?:see|cf\.?|source:?)\s+(?:the\s+)?[A-Z][\w&' ]{4,60},\s+$"
)
"""What makes a year that of a source: (Harding et al., 2009), 'Source: CDC, 2011', 'reported by Okafor in 2016'."""
_TITLED = Pattern(
    r"(?:\b[A-Z][\w'’-]+\s+(?:(?:of|to|for|and|in)\s+(?:the\s+)?)?){1,6}(?:Guide|Companion|Compendium|Dictionary|Encyclopa?edia|Essentials|Pharmacopoeia|Primer|Principles|Reference)"
    r"(?:\s+(?:of|to|for)\s+(?:[a-z]+\s+)?[A-Z]\w+(?:\s+[A-Z]\w+){0,3})?,?\s+\($"
)
"""A book by its title: 'the Family Medicine Guide (2005)'."""
_AUTHOR = Pattern(
    r"\b[A-Z][a-z][\w'’-]*(?:\s+et\s+al\.?,?|\s+(?:and|&)\s+(?:[A-Z][\w'’-]+|colleagues|others))?\s+\($"
)
_FINDS = Pattern(
    r"^\)\s+(?:\w+ly\s+|also\s+|first\s+|has\s+|have\s+)*(?:argue|conclude|demonstrate|describe|estimate|find|found|note|observe|propose|report|review|saw|show|suggest|write|wrote)\w*\b"
)
"""'Brown and Lee (2009) found': a name, its year and what it tells."""
_TOLD_IN = AnyCase(
    r"\b(?:argued|concluded|demonstrated|discovered|estimated|found|noted|reported|showed)\s+(?:back\s+)?in\s+$"
)
_THAT = Pattern(r"^\s+that\b")
"""'Researchers at Leeds reported in 2012 that'."""
_AS_SHOWN = Pattern(
    r"\b[A-Z][a-z][\w'’-]+\s+(?:et\s+al\.?|(?:and|&)\s+(?:[A-Z][a-z][\w'’-]+|colleagues|others))\s+(?:argued|concluded|demonstrated|estimated|found|noted|reported|showed)\s+(?:this\s+|it\s+)?(?:back\s+)?in\s+$"
)
"""'As Smith and Jones showed in 2010'."""
_PEOPLE_ASKED = AnyCase(
    r"\b(?:survey|poll|study|trial|review|audit|analysis)\s+of\s+(?:[\w,.-]+\s+){1,6}in\s+$"
)
_FOUND = Pattern(r"^,?\s+(?:that\s+)?(?:found|showed|shows|reported|concluded|suggests?|put|asked|counted)\b")
"""'A survey of 900 nurses in 2012 found'."""
_GONE_BEFORE = AnyCase(
    r"\b(?:citations?\s+of|mentions?\s+of|replac\w+|supersed\w+|remov\w+|delet\w+|dropp?\w*|retir\w+|archiv\w+|bin(?:ned)?|discard\w*|swap\w*|unlike|since|until|before|no longer (?:use|follow|cite|apply)\w*|compared (?:with|to)|instead of|rather than|(?:moved?|chang\w+) (?:on )?from|out of date|old)\s+(?:than\s+)?(?:with\s+)?(?:the\s+|our\s+|its\s+|an?\s+|all\s+|those\s+(?:of|in)\s+)?(?:[\w-]+\s+){0,2}?$"
)
_GONE_AFTER = AnyCase(
    r"^[^.;]{0,40}?\b(?:(?:is|are|was|were|has\s+been|have\s+been)\s+(?:now\s+|since\s+)?(?:out of date|outdated|obsolete|replaced|superseded|removed|retired|archived|gone|deleted|dropped|no longer)|no longer\s+(?:appl|hold|valid|used))"
)
"""What says that the copy does not lean on the source any more."""
_THE_FIRST = AnyCase(
    r"\b(?:very\s+)?first\s+(?:\w+\s+)?(?:edition|handbook|leaflet|booklet|brochure|manual|guidelines?|guide|newsletter|report|textbook|formulary|journal|paper|issue|pamphlet|trial|study|article|description|survey|review)\b"
)
_BY_NAME = Pattern(
    r"\b[A-Z][A-Za-z]*[A-Z][\w:-]*(?:\s+[A-Z][\w-]+)?\s+(?:[Tt]rials?|[Ss]tudy|[Rr]egistry)\W{0,3}\("
)
"""A trial by its name, which is a matter of record: 'the POISE trial (2008)'."""
_OLDEST = 60
"""Years from which on what is told of a source is history: 'in 1928 Fleming published his paper'."""
_CLOSED = Pattern(r"^[a-z]?\s*(?:[,);.]|$)")
_SOURCE_YEAR = r"(?:(?!(?:after|before|since|until|following|when)\b)\w+[ -]){0,3}?"


_FEW = 2
"""So many old citations are told one by one; more are a page of references, and one finding."""


class Place(NamedTuple):
    """Where an old source is named, its year, and the sentence."""

    block: int
    start: int
    end: int
    year: int
    sentence: str


def _old(view: View, rule: Rule, place: Place, count: int = 1) -> Finding:
    """A finding at an old source, for itself or for ``count`` of a page."""
    text = view.text(place.block)
    limit = view.settings.today.year - view.settings.max_source_age
    told = (
        f"{count} or more of the sources cited on this page are from {limit} or before, this one"
        if count > 1
        else "The source here is"
    )
    return view.finding(
        rule, place.block, place.start, place.end, found=" ".join(text[place.start : place.end].split()),
        year=str(place.year), sentence=place.sentence, other=told,
    )  # fmt: skip


_NAMED = Pattern(r"[A-Z][\w'’-]+")


def _once(view: View, places: list[Place]) -> list[Place]:
    """Each source once, however often a page names it: known by its year and its first name."""
    kept: dict[tuple[int, str], Place] = {}
    for place in places:
        found = view.text(place.block)[place.start : place.end]
        name = _NAMED.search(found) or _NAMED.search(place.sentence if found.strip("() ").isdigit() else "")
        kept.setdefault((place.year, name.group() if name else found), place)
    return list(kept.values())


def _credited(before: str, after: str) -> re.Match[str] | None:
    """The authors or the study that a year between ``before`` and ``after`` is that of, as the sentence tells it."""
    if _FINDS.match(after) and (match := _AUTHOR.search(before)):
        return match
    if match := _AS_SHOWN.search(before):
        return match
    if _THAT.match(after) and (match := _TOLD_IN.search(before)):
        return match
    return _PEOPLE_ASKED.search(before) if _FOUND.match(after) else None


def _is_history(sentence: str, before: str, after: str, age: int) -> bool:
    """True where the copy tells of a source that it does not lean on."""
    if age >= _OLDEST or _HISTORY.search(sentence) or _THE_FIRST.search(sentence):
        return True
    if _BY_NAME.search(sentence):
        return True
    return bool(_GONE_BEFORE.search(before) or _GONE_AFTER.match(after))


def old_source(view: View, rule: Rule) -> Iterator[Finding]:
    """'a 2009 survey', 'according to a study published in 2011'."""
    nouns = "|".join(re.escape(n) + "s?" for n in sorted(rule.phrases["source_nouns"], key=len, reverse=True))
    after = re.compile(rf"^\s+{_SOURCE_YEAR}(?P<noun>{nouns})\b", re.IGNORECASE)
    before = re.compile(
        rf"\b(?:{nouns})\s*,?\s*(?:\(|(?:that |which )?(?:was |were )?(?:last )?(?:published |released |reported |conducted |carried out |done |appeared |appearing |printed |written |revised |updated |issued )?(?:in [\w' ]{{3,40}}? )?(?:in|from|of)\s+)(?:\w+\s+)?$",
        re.IGNORECASE,
    )
    told = re.compile(
        rf"\b(?:{nouns})\s+(?:(?:that|which)\s+)?(?:[\w'&.-]+\s+){{0,6}}?(?:brought out|put out|published|released|issued|carried out|conducted|ran|did|commissioned)\s+(?:back\s+)?in\s+(?:\w+\s+)?$",
        re.IGNORECASE,
    )
    compounds = any_of(rule.phrases["not_sources"])
    lists = False
    cited: list[Place] = []
    told_of: list[Place] = []
    limit = view.settings.today.year - view.settings.max_source_age
    for index, block in enumerate(view.document.blocks):
        if block.kind not in TIMED_PROSE or is_asked(view, index):
            continue
        text = fold(block.text)
        if is_reference_list(view, index):
            entry = JOURNAL.search(text) or ENTRY_YEAR.search(text)
            if entry is not None and is_instruments_own(text[: entry.start()]):
                continue
            if entry is not None and int(entry["year"]) <= limit:
                lists = True
                cited.append(Place(index, *entry.span("year"), int(entry["year"]), text))
            continue
        for sentence, figure, year in years(view, index):
            if year > limit or figure.role == "date" or text[figure.end - 1 : figure.end] == "s":
                continue  # 'the textbooks of the 1970s' names no source
            ahead = after.match(text[figure.end : figure.end + 60]) if figure.role == "year" else None
            near = text[max(sentence.start, figure.start - 70) : figure.start]
            behind = before.search(near) or told.search(near)
            in_line = is_labelled_source(view, index, text[sentence.start : figure.start])
            if behind is None and figure.role == "year" and _CLOSED.match(text[figure.end : figure.end + 3]):
                behind = _CITED.search(near) or _TITLED.search(near) or in_line
            behind = behind or _credited(near, text[figure.end : sentence.end])
            if not ahead and not behind:
                continue
            here = text[sentence.start : sentence.end]
            if _is_history(here, near, text[figure.end : sentence.end], view.settings.today.year - year):
                continue
            rest = text[figure.end : sentence.end]
            if (
                not ahead
                and behind
                and names_instrument(
                    text[: max(sentence.start, figure.start - 70) + behind.start()],
                    text[sentence.start : figure.start],
                )
            ):
                continue
            if not ahead and is_own_data(here, text[sentence.start : figure.start], figure.role == "period"):
                continue
            if ahead and compounds.match(rest[ahead.start("noun") :]):
                continue  # 'the 1995 Data Protection Directive'
            if is_event(text[sentence.start : figure.start], rest, rest[ahead.end() :] if ahead else rest):
                continue
            low = (
                figure.start
                if ahead
                else max(sentence.start, figure.start - 70) + behind.start()
                if behind
                else figure.start
            )
            low += len(text[low : figure.start]) - len(text[low : figure.start].lstrip("(; "))
            high = figure.end + (ahead.end() if ahead else 0)
            here_is = Place(index, low, high, year, here)
            if behind is not None and not ahead and (behind is in_line or _CITED.search(near)):
                cited.append(here_is)
            else:
                told_of.append(here_is)
    cited, told_of = _once(view, cited), _once(view, told_of)
    yield from (_old(view, rule, place) for place in told_of)
    if len(cited) == 1 or (cited and not lists and len(cited) <= _FEW):
        yield from (_old(view, rule, place) for place in cited)
    elif cited:
        yield _old(view, rule, cited[0], len(cited))
