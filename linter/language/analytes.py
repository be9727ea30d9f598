"""Moles to grams for a named substance: 7.0 mmol/L of glucose is 126 mg/dL, of anything else it is not."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from importlib.resources import files

from linter.language.units import Unit, convert

_PAIRS = {("substance", "mass"): True, ("mass", "substance"): False}


@cache
def molar_masses() -> dict[str, Fraction]:
    """Grams in a mole by the name of the analyte, in lower case."""
    masses: dict[str, Fraction] = {}
    for line in (files("linter.language") / "analytes.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, mass, others = (part.strip() for part in line.split("|"))
            for known in (name, *others.split(", ")):
                masses[known] = Fraction(mass)
    return masses


def convert_analyte(value: Fraction, unit: Unit, target: Unit, analyte: str) -> Fraction | None:
    """``value`` of ``unit`` in ``target`` units for ``analyte``, or None where that makes no sense.

    Converts what ``units.convert`` does, and moles to grams or back where the analyte is known.
    """
    same = convert(value, unit, target)
    if same is not None:
        return same
    mass = molar_masses().get(analyte.lower())
    upper, _, lower = unit.dimension.partition("/")
    target_upper, _, target_lower = target.dimension.partition("/")
    to_mass = _PAIRS.get((upper, target_upper))
    if mass is None or to_mass is None or lower != target_lower:
        return None
    base = value * unit.size * (mass if to_mass else 1 / mass)
    return base / target.size
