"""What happens to people: whether copy tells another event than the claim, or counts a span of time from another."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from linter.claims.areas import Area
from linter.claims.comparison import Comparison
from linter.claims.senses import as_pattern
from linter.language.lex import fold
from linter.language.lexicon import Lexicon
from linter.patterns import Pattern

_FILE = Path(__file__).with_name("events.txt")


@dataclass(frozen=True, slots=True)
class Event:
    """Words, or a concept of the lexicon, that tell an event."""

    name: str
    pattern: Pattern | None
    concept: str
    example: str


@cache
def events() -> tuple[Event, ...]:
    """The rows of ``events.txt``."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return tuple(_row(line) for line in lines if line.strip() and not line.startswith("#"))


def _row(line: str) -> Event:
    name, words, example = (part.strip() for part in line.split(" | "))
    concept = words.removeprefix("=") if words.startswith("=") else ""
    return Event(name, None if concept else as_pattern(words), concept, example)


@cache
def _concepts() -> dict[str, str]:
    """The concepts of the lexicon that tell an event, to its name."""
    return {e.concept: e.name for e in events() if e.concept}


@lru_cache(maxsize=8192)
def told_in(text: str) -> frozenset[str]:
    """The events that a text tells by plain words."""
    plain = fold(text)
    return frozenset(e.name for e in events() if e.pattern is not None and e.pattern.search(plain))


@lru_cache(maxsize=8192)
def happenings(text: str) -> frozenset[str]:
    """The same without those that only tell from when a span of time counts."""
    return frozenset(name for name in told_in(text) if not name.startswith("at "))


def add_events(result: Comparison, lexicon: Lexicon) -> None:
    """Whether the copy tells the claim's events, and which others in their place."""
    key = result.key
    claimed = happenings(key.fact.claim) | _named(key.named)
    told = _of_area(result.context.own, lexicon)
    near = told.union(*(_of_area(a, lexicon) for a in result.near))
    lost, new = claimed - near, told - claimed
    result.add("event told", bool(claimed & near))
    result.add("event lost", bool(lost))
    result.add("event new", bool(new))
    result.add("event exchanged", bool(lost and new))


def _of_area(area: Area, lexicon: Lexicon) -> frozenset[str]:
    return happenings(area.text) | _named(area.strong | area.narrower(lexicon).keys())


def _named(concepts: AbstractSet[str]) -> frozenset[str]:
    return frozenset(name for concept, name in _concepts().items() if concept in concepts)
