"""What of the facts wants looking at, and by when: a desk's calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from linter.errors import Place
from linter.facts.provenance import verify
from linter.model import Fact, FactsFile, Source

_NEVER = "9999-12-31"
_STALE_LOOK = 365
"""Days after which somebody should look again whether a source has been retracted."""


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to look at. ``day`` is when; None is now, whatever the day."""

    day: date | None
    overdue: bool
    kind: str
    """review, expiry, source-age, quote or retraction."""
    noun: str
    id: str
    owner: str
    message: str
    place: Place


def due(facts: FactsFile, today: date, within: timedelta, max_source_age: int) -> list[Due]:
    """All that is past, or comes within so many days, the most pressing first."""
    used = facts.in_use
    found = [each for fact in used for each in (*_dates(fact), *_quote(fact))]
    for source in facts.sources.values():
        resting = [fact for fact in used if fact.source.id == source.id]
        if resting:
            owners = ", ".join(dict.fromkeys(fact.owner for fact in resting if fact.owner))
            found += (*_age(source, owners, max_source_age), *_retraction(source, owners))
    last = today + within
    kept = [_judged(each, today) for each in found if each.day is None or each.day <= last]
    return sorted(kept, key=lambda d: (d.day is None, str(d.day or _NEVER), d.kind, d.id))


def _judged(each: Due, today: date) -> Due:
    overdue = each.day is None or each.day < today
    return Due(each.day, overdue, each.kind, each.noun, each.id, each.owner, each.message, each.place)


def _dates(fact: Fact) -> Iterator[Due]:
    for day, key, kind, message in (
        (fact.review_by, "review_by", "review", "is to be reviewed"),
        (fact.valid_until, "valid_until", "expiry", "is valid no longer than this day"),
    ):
        if day is not None:
            place = fact.key_places.get(key, fact.place)
            yield Due(day, False, kind, "fact", fact.id, fact.owner, message, place)


_QUOTES = {
    "no quote": "has no quote of its source",
    "no copy": "has a quote that nothing can be held against: its source has no file:",
    "not found": "has a quote that is not in the copy of its source",
    "unreadable": "has a source whose copy cannot be read",
}


def _quote(fact: Fact) -> Iterator[Due]:
    outcome = verify(fact).outcome
    if outcome == "no copy" and not fact.quote:
        outcome = "no quote"
    if outcome in _QUOTES:
        place = fact.key_places.get("source", fact.place)
        yield Due(None, True, "quote", "fact", fact.id, fact.owner, _QUOTES[outcome], place)


def _age(source: Source, owners: str, most: int) -> Iterator[Due]:
    """A source on the day that it is as old as the rule old-source allows."""
    if source.year is not None:
        old = f"is of {source.published}, and as old as the desk allows ({most} years)"
        yield Due(
            date(source.year + most, 1, 1),
            False,
            "source-age",
            "source",
            source.id,
            owners,
            old,
            source.place,
        )


def _retraction(source: Source, owners: str) -> Iterator[Due]:
    seen = source.retraction
    if not (source.doi or source.pmid):
        return  # a page or a report: nobody retracts these by number
    if seen is None or seen.status == "unchecked" or seen.checked is None:
        message = "has never been looked up for a retraction"
        yield Due(None, True, "retraction", "source", source.id, owners, message, source.place)
    else:
        message = f"was last looked up for a retraction on {seen.checked}"
        day = seen.checked + timedelta(_STALE_LOOK)
        yield Due(day, False, "retraction", "source", source.id, owners, message, source.place)
