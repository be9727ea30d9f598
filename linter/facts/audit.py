"""Whether each fact can be used: its value can be read, and its claim or quote says so."""

from __future__ import annotations

from collections.abc import Iterator

from linter.claims.claim_figure import figure_for, is_rank, read_value, stated_figures
from linter.claims.key import compile_fact
from linter.claims.reading import ranks_beside
from linter.errors import Place, Problem
from linter.language.ages import ages
from linter.language.figure import Figure
from linter.language.lexicon import builtin
from linter.language.ordinals import read_rank
from linter.language.quantities import read_figures
from linter.model import Fact, FactsFile


def audit(facts: FactsFile) -> list[Problem]:
    """Every problem of using the facts, in the order of the file."""
    return [problem for fact in facts.facts.values() for problem in _problems(fact)]


def _place(fact: Fact, key: str) -> Place:
    return fact.key_places.get(key, fact.place)


def _problems(fact: Fact) -> Iterator[Problem]:
    yield from _required(fact)
    if fact.among or fact.pair:
        yield from _named(fact)
        return
    if fact.value is not None:
        yield from _value(fact)
    yield from _superseded(fact)
    told = ages(fact.claim)
    claims = [
        f
        for f in read_figures(fact.claim)
        if f.is_claim and not any(s.start < f.end and f.start < s.end for s in told)
    ]
    if fact.value is None and len(claims) > 1:
        shown = ", ".join(f'"{fact.claim[f.start : f.end]}"' for f in claims)
        if len([f for f in claims if f.dimension != "time"]) != 1:
            yield Problem(
                _place(fact, "claim"),
                f"fact {fact.id}: the claim has several figures ({shown}): say which is the fact, as value: {shown.split(', ')[0]}",
            )


def _required(fact: Fact) -> Iterator[Problem]:
    """Copy cannot give years that the fact has not."""
    if "period" not in fact.require or fact.period or fact.as_of:
        return
    key = compile_fact(fact, builtin())
    if not key.period and not key.as_of:
        yield Problem(
            _place(fact, "require"),
            f"fact {fact.id}: requires copy to give its years and has none: write period: 2010–2016 or as_of: 2023",
        )


def _superseded(fact: Fact) -> Iterator[Problem]:
    own = figure_for(fact, fact.value) if fact.value else None
    for number, old in enumerate(fact.superseded):
        place = fact.key_places.get(f"superseded.{number}", _place(fact, "superseded"))
        was = figure_for(fact, old.value)
        if was is None:
            yield Problem(
                place,
                f'fact {fact.id}: cannot read the superseded value "{old.value}": write {_such_as(fact)}',
            )
        elif own is not None and _same(was, own) and was.qualifier == own.qualifier:
            yield Problem(
                place,
                f'fact {fact.id}: the superseded value "{old.value}" is the present one: correct or delete it',
            )


def _such_as(fact: Fact) -> str:
    return 'a rank such as "5th"' if is_rank(fact) else 'a figure such as "16%"'


def _named(fact: Fact) -> Iterator[Problem]:
    claim = fact.claim.lower()
    for name in fact.pair or ():
        if name.lower() not in claim:
            yield Problem(
                _place(fact, "pair"),
                f'fact {fact.id}: "{name}" is not in the claim: write the claim with both names of the pair',
            )
    if fact.among and not fact.value:
        yield Problem(
            _place(fact, "among"),
            f"fact {fact.id}: has answers that compete and does not say which is right: write value: {fact.among[0]}, or whichever it is",
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
    if is_rank(fact):
        return
    wanted = read_value(fact.value)
    if wanted is None and (said := _other_rank(fact)):
        yield Problem(
            _place(fact, "value"),
            f'fact {fact.id}: the value "{fact.value}" is not in the claim, which says {said}: correct one or the other',
        )
        return
    if wanted is None:
        yield Problem(
            _place(fact, "value"),
            f'fact {fact.id}: cannot read the value "{fact.value}": write a figure such as "83%", "40–50%", "24 months", "1 in 7" or "once a week"',
        )
        return
    stated = [*stated_figures(fact.claim), *stated_figures(fact.quote)]
    if not any(_same(f, wanted) and _side(wanted) in (0, _side(f)) for f in stated):
        where = "the claim or the quote" if fact.quote else "the claim"
        rivals = [f for f in read_figures(fact.claim) if f.is_claim and f.dimension == wanted.dimension]
        said = ", ".join(f'"{fact.claim[f.lead : f.end].strip()}"' for f in rivals)
        yield Problem(
            _place(fact, "value"),
            f'fact {fact.id}: the value "{fact.value}" is not in {where}'
            + (f", which says {said}" if said and not fact.quote else "")
            + ": correct one or the other",
        )


def _other_rank(fact: Fact) -> str:
    """The ranks that the claim gives, where the value is another one."""
    if read_rank(fact.value or "") is None:
        return ""
    ranks = ranks_beside(fact.claim, read_figures(fact.claim))
    return ", ".join(f'"{fact.claim[f.start : f.end]}"' for f in ranks)


def _same(a: Figure, b: Figure) -> bool:
    """True for one quantity, whatever its form and its bound."""
    if a.dimension == b.dimension and a.bounds == b.bounds:
        return None in (a.second, b.second) or a.second == b.second
    return (a.value, a.low, a.high) == (b.value, b.low, b.high) and "" in (a.unit, b.unit)


def _side(figure: Figure) -> int:
    """Which way a figure is open: 1 up, -1 down, 0 not at all."""
    return {"over": 1, "at-least": 1, "under": -1, "at-most": -1}.get(figure.qualifier, 0)
