"""What is announced without *will*: 'an upcoming change in April', 'the app launches in spring', 'is to end in 2024'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.checks.stale import any_phrase
from linter.language.figure import Figure
from linter.patterns import AnyCase
from linter.rulebook.rules import Rule

PAST_TENSE = AnyCase(
    r"\b(?:was|were|had|did|rose|fell|grew|became|began|went|led|took|made|saw|cut|until recently|could only|\w{3,}ed(?<!expected)(?<!projected)(?<!predicted)(?<!estimated)(?<!forecasted)(?<!need)(?<!poised)(?<!tipped)(?<!slated)(?<!planned)(?<!scheduled)(?<!anticipated)(?<!revised)(?<!updated))\b"
)
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_PART = rf"(?:(?:early|late|mid|the|(?:start|end|beginning|middle) of|{_SEASON})[\s-]+)*"
_IN = rf"(?:\b(?:in|on|by|for|due)\s+|[,(:]\s*|\s)+{_PART}$"
_BY = rf"\bby\s+{_PART}$"
_TIMELINE = 3
"""From how many years on 'the clinic opens in May 2019' is a line of a history, not an announcement."""
_NOUN_PHRASE = r"(?:\s+(?!(?:will|is|are|was|were|has|have|had|uses?|looks?|covers?)\b)[\w'-]+){0,4}?"
_NO_CAUSE = r"(?:(?!\b(?:after|since|because|if|when|who|that|which)\b)[^.;:,]){0,60}?"
AIMS = r"(?:targets?|goals?|aims?|ambitions?|plans?|hopes?|intentions?|objectives?)"
OF_WHAT = r"(?:(?:for|of|in|on|set\s+by)\s+(?:[\w'’-]+\s+){1,5}?)?"
_SPAN = AnyCase(
    r"\b(?:period|collection|series|follow-up|cohort|story|film|book|data|data ?set|chapter|record|history)\b"
)
"""'The study period starts on 1 January 2024': what data cover, not what is to come."""
_AIM = rf"\b{AIMS}\s+{OF_WHAT}(?:(?:is|are|remains?)\s+(?:to|that)\b|(?:includes?|including)\s+to\b)[^.;]{{0,120}}?"
_WANTS = r"\b(?:wants?\s+to|hoped?\s+(?:that|for)|on\s+course\s+for|committed\s+to)\b[^.;]{0,80}?"
_NEXT = rf"\b(?:next|later this|later next|this coming)\s+(?:year|month|week|{_SEASON})\s*[,(]\s*(?:in\s+)?{_PART}$"
_AT_HAND = r"^\W*(?:expected|planned|anticipated|scheduled|proposed|target|estimated)\s+(?:date\s+(?:of|for)\s+)?[\w ]{3,30}:\s*$"


def announced(rule: Rule, before: str, sentence: str, figure: Figure, age: int) -> re.Match[str] | None:
    """What tells, before the date that it has, of something that is to come; None where the sentence looks back.

    ``before`` is the sentence up to the date, and ``age`` how many years ago that was.
    """
    for row, own in _rows(rule, before, figure, age):
        match = re.search(row, before, re.IGNORECASE)
        if match and not PAST_TENSE.search(sentence.replace(match.group(), " ") if own else sentence):
            return match
    return None


def _rows(rule: Rule, before: str, figure: Figure, age: int) -> Iterator[tuple[str, bool]]:
    """Patterns that end at the date, and whether what they match may hold a participle of its own."""

    def any_of(name: str) -> str:
        return any_phrase(rule.phrases[name]).pattern

    exact = figure.role == "date"
    when = r"\b(?:in|on|from|this)\s+$" if exact else rf"\b(?:in|this)\s+(?:early\s+|late\s+)?{_SEASON}\s+$"
    yield rf"{any_of('coming')}{_NOUN_PHRASE}{_IN}", False
    yield (
        rf"\b(?:should|may|might|(?:is|are) to)\s+(?:(?:also|now|then|soon|finally)\s+)?{any_of('starts')}{_NO_CAUSE}{_IN}",
        True,
    )
    yield rf"(?:{_AIM}|{_WANTS}){_BY}", True
    yield _NEXT, False
    yield (
        rf"(?:\b(?:is|are)|'(?:re|s|m))\s+(?:(?:also|now|soon)\s+)?{any_of('beginning')}\b[^.;:,]{{0,60}}?(?:{when}|{_BY})",
        True,
    )
    if exact:
        yield _AT_HAND, True
    if age <= _TIMELINE and not _SPAN.search(before):
        yield rf"{any_of('begins')}[^.;:,]{{0,40}}?(?:{when}{'|' + chr(92) + 's$' if exact else ''})", False
