"""What a fact's value is, in the words of the facts file."""

from __future__ import annotations

from linter.language.quantities import read_figures
from linter.model import Fact


def value_text(fact: Fact) -> str:
    """``value:`` as written, or the figure of the claim, or the claim itself where it has no figure."""
    if fact.value is not None:
        return fact.value
    figures = [figure for figure in read_figures(fact.claim) if figure.is_claim]
    if len(figures) > 1:
        figures = [figure for figure in figures if figure.dimension != "time"] or figures
    return fact.claim[figures[0].start : figures[0].end] if figures else fact.claim
