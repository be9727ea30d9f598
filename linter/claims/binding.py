"""A figure bound to a fact, and what is left of several such that stand together."""

from __future__ import annotations

from dataclasses import dataclass

from linter.claims.comparison import Bound
from linter.claims.decide import Outcome
from linter.language.figure import Figure
from linter.patterns import AnyCase


@dataclass(frozen=True, slots=True)
class Binding(Bound):
    """A figure, the fact it is bound to, and how it stands to it.

    ``verdict`` is agrees, value (another figure), unit (same digits, other unit), superseded,
    frequency (the dose's rhythm), direction (a rise for a fall) or scope (the fact's figure given to something else).
    """

    verdict: Outcome

    @property
    def figure(self) -> Figure:
        return self.comparison.figure


_SAME_AGAIN = AnyCase(r"\s*[,(–—]?\s*(?:or |that is,? |i\.e\.,? |to be (?:exact|precise),? )?")
_ALIKE = 1.34
"""Up to how many times the other a figure may be that says it again less exactly."""


def _says_again(b: Binding, bindings: list[Binding]) -> bool:
    """True for the 'half' of 'not quite half, 49%', where the 49% are the fact's: it is no figure of its own."""
    text, figure = b.context.own.reading.text, b.figure
    for a in bindings:
        if a.verdict != "agrees" or a.key is not b.key or a.context.block != b.context.block:
            continue
        first, second = sorted((a.figure, figure), key=lambda f: f.start)
        values = sorted((first.bounds[0], second.bounds[0]))
        alike = first.dimension == second.dimension and 0 < values[1] <= values[0] * _ALIKE
        if alike and _SAME_AGAIN.fullmatch(text, first.end, max(first.end, second.lead)):
            return True
    return False


def settle(bindings: list[Binding]) -> list[Binding]:
    """Within a sentence at most one figure contradicts a fact: the one whose words fit best, unless it says another again."""
    best: dict[object, Binding] = {}
    bindings = [b for b in bindings if b.verdict == "agrees" or not _says_again(b, bindings)]
    for b in bindings:
        if b.verdict not in ("agrees", "scope"):
            place = (b.context.block, b.context.sentence, b.key.fact.id)
            held = best.get(place)
            if held is None or b.comparison.related > held.comparison.related:
                best[place] = b
    return [b for b in bindings if b.verdict in ("agrees", "scope") or any(b is k for k in best.values())]
