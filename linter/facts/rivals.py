"""Facts that make one claim: with another value, which is a mistake, or once too often."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from linter.claims.claim_figure import read_value
from linter.claims.judge import compare
from linter.claims.key import FactKey
from linter.language.figure import Figure
from linter.language.quantities import read_figures
from linter.model import Fact, FactsFile

_BLANK = "\0"
"""What stands for the answer in a claim without it."""


def contradictions(facts: FactsFile) -> Iterator[tuple[Fact, Fact]]:
    """Approved facts that make one claim, word for word, with another figure or answer: the later, the earlier.

    Copy that gives either would agree with one of them, so that neither could be checked.
    """
    first: dict[Hashable, tuple[Fact, Figure | str]] = {}
    for fact in facts.facts.values():
        answer = _answer(fact) if fact.status == "approved" else None
        if answer is None:
            continue
        start, end, value = answer
        words = re.findall(r"[\w\0]+", (fact.claim[:start] + _BLANK + fact.claim[end:]).casefold())
        claim = (*words, fact.period, fact.as_of)
        earlier, other = first.setdefault(claim, (fact, value))
        if earlier is not fact and _differ(value, other):
            yield fact, earlier


def _answer(fact: Fact) -> tuple[int, int, Figure | str] | None:
    """Where the claim gives what the fact is about, and that; None where it does not or is a pair."""
    if fact.pair:
        return None
    if fact.among:
        start = fact.claim.lower().find((fact.value or "").lower()) if fact.value else -1
        return (start, start + len(fact.value or ""), (fact.value or "").casefold()) if start >= 0 else None
    figures = [f for f in read_figures(fact.claim) if f.is_claim]
    if fact.value is not None:
        wanted = read_value(fact.value)
        figures = [
            f for f in figures if wanted and (f.dimension, f.bounds) == (wanted.dimension, wanted.bounds)
        ]
    if len(figures) != 1:
        return None
    return min(figures[0].lead, figures[0].start), figures[0].end, figures[0]


def _differ(a: Figure | str, b: Figure | str) -> bool:
    if isinstance(a, str) or isinstance(b, str):
        return a != b
    return "agrees" not in (compare(a, b), compare(b, a))


def alike(keys: Iterable[FactKey]) -> Iterator[tuple[Fact, Fact, bool]]:
    """Approved facts that are read as one claim: the later, the earlier, and whether their values differ."""
    groups: dict[Hashable, list[FactKey]] = defaultdict(list)
    for key in keys:
        if key.fact.status == "approved" and not key.fact.pair:
            groups[claim_of(key)].append(key)
    for group in groups.values():
        for key in group[1:]:
            yield key.fact, group[0].fact, _values_differ(key, group[0])


def claim_of(key: FactKey) -> Hashable:
    """All that is read of a claim but its figure or answer."""
    answer = (key.fact.value or "").casefold() if key.fact.among else None
    needs = frozenset(
        need.readings
        for need in key.needs
        if need.text.casefold() != answer and need.kind not in ("light", "generic", "relation")
    )
    others = frozenset(f.bounds for f in key.reading.figures if f.is_claim and f is not key.figure)
    return (
        needs, others, _of(key), frozenset(key.contrasts.items()), key.ages, key.horizons, key.frequency, key.forecast,
        key.change, key.direction, key.threshold, key.period, key.as_of, key.counted,
        key.figure.dimension if key.figure else key.fact.among and frozenset(key.fact.among),
    )  # fmt: skip


def _of(key: FactKey) -> frozenset[str]:
    """What the figure is of: the first thing that the claim names after it. It tells a claim from its converse."""
    end = key.figure.end if key.figure else len(key.fact.claim)
    after = [need for need in key.needs if need.anchor and need.start >= end]
    return min(after, key=lambda need: need.start).readings if after else frozenset()


def _values_differ(key: FactKey, other: FactKey) -> bool:
    if key.figure is None or other.figure is None:
        return (key.fact.value or "").casefold() != (other.fact.value or "").casefold()
    return _differ(key.figure, other.figure)
