"""Levels of a named analyte in the units of the claim: 7.0 mmol/L of glucose is 126 mg/dL."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from linter.claims.areas import Context
from linter.claims.key import FactKey
from linter.language.analytes import convert_analyte, molar_masses
from linter.language.figure import Figure
from linter.language.units import Unit
from linter.patterns import Pattern

_WORD = Pattern(r"[\w-]+")
_LEVELS = frozenset({"substance/volume", "mass/volume"})


@lru_cache(maxsize=1024)
def _analyte(claim: str) -> str:
    """The analyte whose level a claim tells, by its longest name there; "" for none that is known."""
    padded = f" {' '.join(_WORD.findall(claim.lower()))} "
    return max((name for name in molar_masses() if f" {name} " in padded), key=len, default="")


def as_level(context: Context, key: FactKey) -> Context:
    """The copy's figure in the claim's units where the one tells moles and the other grams of the same analyte, per volume."""
    figure, fact = context.figure, key.figure
    if figure is None or fact is None or {figure.dimension, fact.dimension} != _LEVELS:
        return context
    if (figure.value, figure.low, figure.high) == (fact.value, fact.low, fact.high):
        return context  # the claim's digits with the other unit
    analyte = _analyte(key.folded)
    ends = [_converted(end, figure, fact, analyte) for end in (figure.value, figure.low, figure.high)]
    if not any(ends):
        return context
    value, low, high = ends
    told = replace(
        figure, dimension=fact.dimension, unit=fact.unit, size=fact.size, value=value, low=low, high=high
    )
    return replace(context, figure=told)


def _converted(end: Fraction | None, figure: Figure, fact: Figure, analyte: str) -> Fraction | None:
    """One end in the claim's units: the claim's own where that, converted, is written so."""
    if end is None or not analyte:
        return None
    here, there = (Unit(f.unit, f.dimension, f.size) for f in (figure, fact))
    for own in (fact.value, fact.low, fact.high):
        back = convert_analyte(own, there, here, analyte) if own is not None else None
        if back is not None and round(back, figure.decimals) == end:
            return own
    return convert_analyte(end, here, there, analyte)
