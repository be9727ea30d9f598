"""Units: exact factors, round trips, compounds, and moles only for what is named."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.language.analytes import convert_analyte, molar_masses
from linter.language.lex import padded
from linter.language.units import convert, read_unit, unit_named, unit_table

UNITS = unit_table().units
PAIRS = [(a, b) for a, b in combinations(UNITS, 2) if UNITS[a].dimension == UNITS[b].dimension]
values = st.fractions(min_value=-(10**9), max_value=10**9)


@given(values, st.sampled_from(PAIRS))
def test_a_conversion_and_back_is_exact(value: Fraction, pair: tuple[str, str]) -> None:
    first, second = UNITS[pair[0]], UNITS[pair[1]]
    there = convert(value, first, second)
    assert there is not None
    assert convert(there, second, first) == value


@given(values)
def test_celsius_and_fahrenheit_are_points_on_scales(value: Fraction) -> None:
    there = convert(value, UNITS["°C"], UNITS["°F"])
    assert there is not None
    assert there == value * 9 / 5 + 32
    assert convert(there, UNITS["°F"], UNITS["°C"]) == value


@given(values, st.sampled_from(sorted(molar_masses())))
def test_moles_and_back(value: Fraction, analyte: str) -> None:
    mmol, mg = unit_named("mmol/L"), unit_named("mg/dL")
    assert mmol is not None
    assert mg is not None
    there = convert_analyte(value, mmol, mg, analyte)
    assert there is not None
    assert convert_analyte(there, mg, mmol, analyte) == value


def test_every_form_is_read_as_its_unit() -> None:
    table = unit_table()
    for unit in UNITS.values():
        found = unit_named(unit.name)
        assert found is not None
        assert (found.dimension, found.size) == (unit.dimension, unit.size), unit
    assert table is unit_table()


@pytest.mark.parametrize(
    ("value", "unit", "target", "expected"),
    [
        ("1000", "mg", "g", "1"),
        ("1", "lb", "kg", "0.45359237"),
        ("24", "month", "year", "2"),
        ("120", "mm Hg", "kPa", "15.9986864898"),
        ("10", "mg/kg", "mcg/kg", "10000"),
        ("1", "mg/mL", "g/L", "1"),
        ("150", "cells/µL", "cells/L", "150000000"),
        ("1", "cm³", "mL", "1"),
    ],
)
def test_known_conversions(value: str, unit: str, target: str, expected: str) -> None:
    first, second = unit_named(unit), unit_named(target)
    assert first is not None
    assert second is not None
    assert convert(Fraction(value), first, second) == Fraction(expected)


@pytest.mark.parametrize(
    ("value", "analyte", "expected"),
    [
        ("7.0", "glucose", 126.1),
        ("5.2", "LDL", 201.1),
        ("88.4", "creatinine", 1000.0),
        ("1.7", "triglycerides", 150.5),
    ],
)
def test_known_molar_conversions(value: str, analyte: str, expected: float) -> None:
    mmol, mg = unit_named("mmol/L"), unit_named("mg/dL")
    assert mmol is not None
    assert mg is not None
    there = convert_analyte(Fraction(value), mmol, mg, analyte)
    assert there is not None
    assert float(there) == pytest.approx(expected, abs=0.06)


@pytest.mark.parametrize(
    ("unit", "target", "analyte"),
    [("mmol/L", "mg/dL", ""), ("mmol/L", "mg", "glucose"), ("mmol/L", "cm", "glucose")],
)
def test_what_does_not_convert(unit: str, target: str, analyte: str) -> None:
    first, second = unit_named(unit), unit_named(target)
    assert first is not None
    assert second is not None
    assert convert_analyte(Fraction(1), first, second, analyte) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mg/kg/day", "mg/kg/day"),
        ("mg per kg per day", "mg/kg/day"),
        ("ml · kg −1 · min −1", "mL/kg/min"),
        ("mL/min/1.73 m2", "mL/min/1.73 m²"),
        ("kg/m²", "kg/m²"),
        ("mcg/h", "mcg/h"),
        ("mg/day", "mg"),
        ("mg a day", "mg"),
        ("km per hour", "km/h"),
        ("cm2", "cm²"),
        ("mm Hg", "mm Hg"),
        ("degrees Fahrenheit", "°F"),
    ],
)
def test_compound_units(text: str, name: str) -> None:
    found = read_unit(padded(text), 0, text)
    assert found is not None
    assert found[0].name == name


@pytest.mark.parametrize("text", ["M", "MS", "HR", "MIN", "may", "in", "a"])
def test_words_that_are_no_units(text: str) -> None:
    assert unit_table().match(padded(text), 0, text) is None
