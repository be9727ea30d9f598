"""What a fact's value is, in the words of the facts file."""

from __future__ import annotations

from linter.claims.claim_figure import rank_of
from linter.language.figure import Figure
from linter.language.quantities import read_figures
from linter.model import Fact
from linter.patterns import AnyCase

_PER = AnyCase(r"/|\b(?:per|an?|each|every)\b")
_OPEN: dict[str, int] = {"over": 1, "at-least": 1, "under": -1, "at-most": -1}


def value_text(fact: Fact) -> str:
    """``value:`` as written, or the figure or the rank of the claim, or the claim itself where it has neither."""
    if fact.value is not None:
        return fact.value
    figures = [figure for figure in read_figures(fact.claim) if figure.is_claim]
    if len(figures) > 1:
        figures = [figure for figure in figures if figure.dimension != "time"] or figures
    told = figures[0] if figures else rank_of(fact)
    return fact.claim[told.start : told.end] if told else fact.claim


def whole_value(value: str, claim: str) -> str:
    """``value``, or the claim's own words for it where it leaves off the end of their unit.

    "5 mg" is "5 mg per kg" where that is what the claim says, and "<150 mcg" is "below 150 mcg per gram".
    """
    if not _PER.search(claim):
        return value
    wanted = next(iter(read_figures(value)), None)
    if wanted is None or not wanted.unit:
        return value
    stated = read_figures(claim)
    if any(_is_same(figure, wanted) and figure.unit == wanted.unit for figure in stated):
        return value
    longer = [f for f in stated if _is_same(f, wanted) and f.unit.startswith(f"{wanted.unit}/")]
    if len({figure.unit for figure in longer}) != 1:
        return value
    first = longer[0]
    return claim[first.lead if first.qualifier in _OPEN else first.start : first.end]


def _is_same(stated: Figure, wanted: Figure) -> bool:
    """Whether both have the same digits, and ``wanted`` is open to no side that ``stated`` is not."""
    digits = (stated.value, stated.low, stated.high) == (wanted.value, wanted.low, wanted.high)
    return digits and _OPEN.get(wanted.qualifier, 0) in (0, _OPEN.get(stated.qualifier, 0))
