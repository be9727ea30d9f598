"""Whether each fact can be read: its value, and that its claim or quote says so."""

from __future__ import annotations

from collections.abc import Iterator

from linter.claims.key import read_value
from linter.errors import Place, Problem
from linter.language.figure import Figure
from linter.language.quantities import read_figures
from linter.model import Fact, FactsFile


def audit(facts: FactsFile) -> list[Problem]:
    """Every problem of reading the facts, in the order of the file."""
    return [problem for fact in facts.facts.values() for problem in _problems(fact)]


def _place(fact: Fact, key: str) -> Place:
    return fact.key_places.get(key, fact.place)


def _problems(fact: Fact) -> Iterator[Problem]:
    claims = [f for f in read_figures(fact.claim) if f.is_claim]
    if fact.among or fact.pair:
        yield from _named(fact)
        return
    if fact.value is not None:
        yield from _value(fact)
    for number, old in enumerate(fact.superseded):
        if read_value(old.value) is None:
            place = fact.key_places.get(f"superseded.{number}", _place(fact, "superseded"))
            yield Problem(
                place,
                f'fact {fact.id}: cannot read the superseded value "{old.value}": write a figure such as "16%"',
            )
    if fact.value is None and len(claims) > 1:
        shown = ", ".join(f'"{fact.claim[f.start : f.end]}"' for f in claims)
        if len([f for f in claims if f.dimension != "time"]) != 1:
            yield Problem(
                _place(fact, "claim"),
                f"fact {fact.id}: the claim has several figures ({shown}): say which is the fact, as value: {shown.split(', ')[0]}",
            )


def _named(fact: Fact) -> Iterator[Problem]:
    claim = fact.claim.lower()
    for name in fact.pair or ():
        if name.lower() not in claim:
            yield Problem(
                _place(fact, "pair"),
                f'fact {fact.id}: "{name}" is not in the claim: write the claim with both names of the pair',
            )
    if (
        fact.among
        and fact.value
        and fact.value.lower() not in claim
        and fact.value.lower() not in fact.quote.lower()
    ):
        yield Problem(
            _place(fact, "value"),
            f'fact {fact.id}: the value "{fact.value}" is not in the claim: write it as the claim does',
        )


def _value(fact: Fact) -> Iterator[Problem]:
    assert fact.value is not None
    wanted = read_value(fact.value)
    if wanted is None:
        yield Problem(
            _place(fact, "value"),
            f'fact {fact.id}: cannot read the value "{fact.value}": write a figure such as "83%", "40–50%", "24 months" or "1 in 7"',
        )
        return
    stated = [*read_figures(fact.claim), *read_figures(fact.quote)]
    if not any(_same(f, wanted) for f in stated):
        yield Problem(
            _place(fact, "value"),
            f'fact {fact.id}: the value "{fact.value}" is not in the claim: correct one or the other',
        )


def _same(a: Figure, b: Figure) -> bool:
    if a.dimension == b.dimension and a.bounds == b.bounds:
        return True
    return (a.value, a.low, a.high) == (b.value, b.low, b.high) and "" in (a.unit, b.unit)
