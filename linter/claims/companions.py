"""The other figures of a claim, and those that the copy has in their place: 'two faulty copies' for one, '300 mg' for 600."""

from __future__ import annotations

from collections.abc import Sequence

from linter.claims.areas import Area, Context
from linter.claims.comparison import OWN, SENTENCE, Comparison, level_of
from linter.language.figure import Figure


def _others(context: Context, areas: Sequence[Area]) -> list[Figure]:
    """The other figures of the sentence in these areas, ages and horizons aside."""
    own = context.own.reading
    skip = {s.start for s in (*own.ages, *own.horizons)}
    return [
        f
        for area in areas
        if area.reading is own and level_of(area) in (OWN, SENTENCE)
        for f in area.figures
        if f is not context.figure and f.is_claim and f.start not in skip
    ]


def _turned(copy: Figure, fact: Figure) -> bool:
    """'Over 100 kg' for 'less than 100 kg'."""
    return copy.side * fact.side < 0


def add_companions(result: Comparison) -> None:
    """The other figures of claim and copy: 'two faulty copies' for one, '300 mg' for 600."""
    key, context = result.key, result.context
    if context.figure is None or key.figure is None:
        return
    skip = {s.start for s in (*key.reading.ages, *key.reading.horizons)}
    wanted = [
        f
        for f in key.reading.figures
        if f is not key.figure and f.is_claim and f.start not in skip and f.bounds != key.figure.bounds
    ]
    said, near = _others(context, [context.own]), _others(context, context.areas)
    for other in wanted:
        alike = [f for f in said or near if f.dimension == other.dimension]
        if any(f.bounds == other.bounds and not _turned(f, other) for f in alike):
            result.add("same companion")
        elif alike:
            result.add("contrary companion")
            apart = other.dimension != key.figure.dimension and bool(said)
            result.add("of another amount", apart and all(f in said for f in alike))
            result.contrary.append("companion")
        else:
            result.add("dropped companion")
    if not wanted and said:
        result.add("new companion")
