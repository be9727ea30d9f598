"""What is doubtful about facts that can be used: dates that have passed, lost drafts, bad sources, doubles."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date

from linter.claims.bind import Binder
from linter.claims.judge import compare
from linter.claims.key import FactKey
from linter.facts.concern import Concern
from linter.facts.concern import warning as _warning
from linter.facts.drafts import naming_nothing
from linter.facts.leftovers import leftovers
from linter.facts.load import Survey
from linter.facts.neighbours import neighbours, words_apart
from linter.facts.provenance import lacks_value, provenance
from linter.facts.rivals import alike, contradictions
from linter.facts.values import value_text
from linter.language.figure import Figure
from linter.language.quantities import read_figures
from linter.model import Fact, FactsFile


def concerns(surveyed: Survey, sound: FactsFile, today: date) -> list[Concern]:
    """All that is doubtful about facts, in the order of the files.

    Claims are compared for the ``sound`` facts only: the others have mistakes that come first.
    """
    facts = surveyed.facts
    used = facts.in_use
    found = [concern for fact in used for concern in (*_dates(fact, today), *_source(fact))]
    found += (*_drafts(facts.path, used), *provenance(facts), *leftovers(facts, surveyed.mentioned))
    keys = Binder(sound).keys
    for key in keys:
        if key.fact.status != "withdrawn":
            found += (*_quote(key), *_years(key), *_year(key))
    found += (*_doubles(sound, keys), *neighbours(keys))
    return in_file_order(found, facts)


def in_file_order(found: Iterable[Concern], facts: FactsFile) -> list[Concern]:
    order = {name: number for number, name in enumerate(facts.files)}
    return sorted(found, key=lambda c: (order.get(c.place.path, 0), c.place.line, c.place.column, c.message))


def _dates(fact: Fact, today: date) -> Iterator[Concern]:
    if fact.valid_until and fact.valid_until < today:
        message = f"was valid until {fact.valid_until}: look for a newer figure, and give the fact a new date"
        yield _warning(fact, "valid_until", message)
    if fact.review_by and fact.review_by < today:
        message = f"was due for review by {fact.review_by}: look at its source, and give the fact a new date"
        yield _warning(fact, "review_by", message)


def _source(fact: Fact) -> Iterator[Concern]:
    retraction = fact.source.retraction
    if retraction is None:
        return
    place = fact.key_places.get("source", fact.place)
    seen = f" (seen {retraction.checked})" if retraction.checked else ""
    if retraction.status == "retracted":
        message = (
            f"its source {fact.source.id} is retracted{seen}: withdraw the fact, or give it another source"
        )
        yield Concern(place, "error", fact.id, message)
    elif retraction.status == "concern":
        message = f"its journal has voiced concern about {fact.source.id}{seen}: look for another source"
        yield Concern(place, "warning", fact.id, message)


def _drafts(path: str, facts: list[Fact]) -> Iterator[Concern]:
    """Drafts that must state a fact and are not there: renamed, perhaps, and no longer checked for it."""
    globs = {glob for fact in facts for glob in fact.appears_in}
    lost = naming_nothing(globs, (os.path.dirname(path) or ".", ".")) if globs else set()
    for fact in facts:
        for number, glob in enumerate(fact.appears_in):
            if glob in lost:
                yield _warning(
                    fact, f"appears_in.{number}", f'appears_in "{glob}" names no file: correct or delete it'
                )


def _quote(key: FactKey) -> Iterator[Concern]:
    """A claim and a quote that give other figures of one kind: one was brought up to date alone."""
    fact, figure = key.fact, key.figure
    if lacks_value(key):
        value = value_text(fact)
        yield _warning(
            fact,
            "source.quote",
            f'the quote does not say "{value}": quote the words that do, with … for what is left out',
        )
    if figure is None:
        return
    for name, text in (("claim", fact.claim), ("quote", fact.quote)):
        stated = [f for f in read_figures(text) if f.dimension == figure.dimension]
        if stated and not any(_fits(f, figure) for f in stated):
            shown = ", ".join(f'"{text[f.start : f.end]}"' for f in stated)
            value = fact.value or fact.claim[figure.start : figure.end]
            yield _warning(
                fact, "claim" if name == "claim" else "source.quote",
                f'the {name} says {shown}, and the fact is "{value}": bring them together',
            )  # fmt: skip


def _fits(stated: Figure, figure: Figure) -> bool:
    return stated.bounds == figure.bounds or "agrees" in (compare(stated, figure), compare(figure, stated))


def _years(key: FactKey) -> Iterator[Concern]:
    """A period that is not the one in the claim."""
    fact = key.fact
    periods = [f for f in key.reading.figures if f.role == "period"]
    if fact.period and periods and all(tuple(map(int, f.bounds)) != fact.period for f in periods):
        shown = ", ".join(f'"{fact.claim[f.start : f.end]}"' for f in periods)
        first, last = fact.period
        yield _warning(
            fact, "period", f"the claim says {shown}, and period is {first}–{last}: bring them together"
        )


def _year(key: FactKey) -> Iterator[Concern]:
    """A single year that is not the one in the claim."""
    fact = key.fact
    years = {int(f.bounds[0]) for f in key.reading.figures if f.role == "year"}
    if fact.as_of and years and fact.as_of not in years:
        shown = ", ".join(map(str, sorted(years)))
        yield _warning(
            fact, "as_of", f"the claim says {shown}, and as_of is {fact.as_of}: bring them together"
        )


def _doubles(sound: FactsFile, keys: Iterable[FactKey]) -> Iterator[Concern]:
    """Facts that make one claim: an error where they contradict each other word for word."""
    told = set()
    for fact, earlier in contradictions(sound):
        told.add(fact.id)
        yield Concern(
            fact.key_places.get("claim", fact.place), "error", fact.id,
            f"makes the claim of fact {earlier.id} ({earlier.place}) with another value: "
            "correct or withdraw one, or say in both what sets them apart",
        )  # fmt: skip
    for fact, earlier, differ in alike(keys):
        if fact.id in told:
            continue
        value, mend = (" with another value", "correct") if differ else ("", "delete")
        apart = words_apart(earlier.claim, fact.claim)
        say = f', such as "{apart[0]}" and "{apart[1]}" under contrasts:' if apart else ""
        yield _warning(
            fact, "claim",
            f"is read as the claim of fact {earlier.id} ({earlier.place}){value}: "
            f"{mend} one, or say in both what sets them apart{say}",
        )  # fmt: skip
