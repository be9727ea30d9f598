"""When a figure was true: the years that copy and claim give it, and words that put it in the past or the future."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from linter.claims.comparison import Comparison
from linter.claims.key import FactKey
from linter.claims.reading import BlockReading
from linter.language.figure import Figure
from linter.language.lex import fold
from linter.patterns import AnyCase, Pattern

_LONGEST = 60
"""Years beyond which a period is none: '1900–2020' says nothing of when."""
_PAST = AnyCase(
    r"\b(?:the year before|(?:a|one) year earlier|(?:the )?previous year|last year|(?:years?|decades?) ago|previously|back then|used to be)\b"
    r"|\bin the (?:early |late |mid-?)?(?:18|19|20)\d0s\b"
)
_SINCE = AnyCase(r"\bsince (?:the (?:year )?)?((?:19|20)\d\d)\b")
_PROJECTED = AnyCase(
    r"\b(?:projected|projections?|forecasts?|predicted|(?:is|are) expected to|could reach|will (?:reach|climb|rise|grow|swell|fall))\b"
)


def years_of(figures: Iterable[Figure]) -> frozenset[int]:
    """Every year that figures name, those within a period included."""
    found: set[int] = set()
    for f in figures:
        if f.role in ("year", "date") and f.value is not None:
            found.add(int(f.value))
        elif f.role == "period" and f.low is not None and f.high is not None:
            low, high = int(f.low), int(f.high)
            found.update(range(low, high + 1) if high - low <= _LONGEST else (low, high))
    return frozenset(found)


def _of_fact(key: FactKey) -> frozenset[int]:
    years = set(key.years)
    if key.period:
        low, high = key.period
        years.update(range(low, high + 1) if high - low <= _LONGEST else (low, high))
    if key.as_of:
        years.add(key.as_of)
    return frozenset(years)


_OPENS = AnyCase(r"(?:in|as of|by|during|since|throughout)\s+(?:the (?:year|end of)\s+)?")
_ENDS = Pattern(r"\s*[).]*\s*")


@lru_cache(maxsize=1024)  # the same sentence is held against one fact after the other
def _framing(reading: BlockReading, number: int) -> frozenset[int]:
    """The year that a sentence opens or ends with, which is that of all its figures: 'In 2021, there were … and …'."""
    sentence = reading.sentences[number]
    years = [f for f in reading.figures if f.role == "year" and sentence.start <= f.start < sentence.end]
    if len(years) != 1:
        return frozenset()
    opens = _OPENS.fullmatch(reading.text, sentence.start, years[0].start)
    ends = _ENDS.fullmatch(reading.text, years[0].end, sentence.end)
    return years_of(years) if opens or ends else frozenset()


def add_dates(result: Comparison) -> None:
    """The claim's own year, another one, or a word for the past or the future, beside the figure."""
    context, fact = result.context, _of_fact(result.key)
    own = fact and (years_of(context.own.figures) or _framing(context.own.reading, context.sentence))
    if own:
        result.add("same year own" if own & fact else "another year own")
    text, claim = fold(result.context.own.text), result.key.folded
    here, there = _SINCE.search(text), _SINCE.search(claim)
    result.add("contrary horizon own", bool(here and there and here[1] != there[1]))
    for name, pattern in (("past", _PAST), ("projected", _PROJECTED)):
        result.add(f"{name} only in copy", bool(pattern.search(text)) and not pattern.search(claim))
