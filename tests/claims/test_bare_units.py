"""Numbers whose unit stands elsewhere: over their column, beside their row, or in the name of what is measured."""

from __future__ import annotations

import pytest
from topics import stated

from linter.claims.reading import BlockReading, DocumentReading
from linter.language.figure import Figure
from linter.language.lexicon import builtin
from linter.readers import read


def _told(figure: Figure) -> str:
    return f"{float(figure.bounds[0]):g} {figure.dimension}"


CELLS = [
    ("| Pill | Use (%) |", "| Pill | 9 |", "0.09 proportion"),
    ("| Pill | Typical use, % pregnant |", "| Pill | 9 |", "0.09 proportion"),
    ("| Pill | Percentage of women |", "| Pill | 9 |", "0.09 proportion"),
    ("| Town | Cases per 100,000 |", "| Ash | 9 |", "9e-05 proportion"),
    ("| Town | Cases per 100,000 |", "| Ash | 5 to 9 |", "9e-05 proportion"),
    ("| Drug | Dose (mg a day) |", "| Oak | 20* |", "0.02 mass"),
    ("| Cancer | Deaths (millions) |", "| Lung | 1.8 |", "1.8e+06 count"),
    ("| Cancer | Deaths, in thousands |", "| Lung | < 12 |", "12000 count"),
    ("| Measure | Value |", "| Prevalence (%) | 12.6 |", "0.126 proportion"),
    ("| Cancer | Deaths (millions) |", "| Lung | 1,800,000 |", "1.8e+06 count"),
    ("| Pill | Use (%) |", "| Pill | 9 of them |", "9 count"),
    ("| Pill | Use (%) |", "| Pill | 9 mg |", "0.009 mass"),
    ("| Pill | Women (n = 40) |", "| Pill | 9 |", "9 count"),
    ("| Pill | Users |", "| Pill | 9 |", "9 count"),
    ("| Drug | Odds ratio (95% CI) |", "| Oak | 0.75 |", "0.75 number"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "row", "expected"), CELLS, ids=[f"{c[0]} {c[1]}" for c in CELLS])
def test_a_cell_is_read_in_the_unit_of_its_head(head: str, row: str, expected: str) -> None:
    document = read("a.md", f"{head}\n|---|---|\n{row}\n".encode())
    reading = DocumentReading(document, builtin())
    cells = [i for i, b in enumerate(document.blocks) if b.kind == "cell" and b.row == 1]
    figures = [f for i in cells for f in reading.block(i).figures if f.is_claim]
    low = figures[-1]
    shown = f"{float(low.bounds[1]):g} {low.dimension}" if low.bounds[0] != low.bounds[1] else _told(low)
    assert shown == expected


MEASURES = [
    ("The BMI is under 16 there.", "mass/area"),
    ("A body mass index of 30 or more is obesity.", "mass/area"),
    ("An HbA1c of 6.5 or higher means diabetes.", "proportion"),
    ("Twin studies give a heritability of about 0.74.", "proportion"),
    ("The sensitivity was 0.85.", "proportion"),
    ("The relative risk was 0.85.", "number"),
    ("A BMI clinic saw 16 people.", "count"),
    ("His BMI fell. He is 16.", "count"),
    ("A BMI of 30 kg/m² is high.", "mass/area"),
]


@pytest.mark.parametrize(("text", "dimension"), MEASURES, ids=[m[0] for m in MEASURES])
def test_what_is_measured_tells_the_unit(text: str, dimension: str) -> None:
    reading = BlockReading(text, builtin())
    assert [f.dimension for f in reading.figures if f.is_claim or f.role == "age"][:1] == [dimension]


ONE_AGE = [
    ("The age of onset is 18 years for one disorder and 21 years for another.", ["age", "age"]),
    ("Children are aged 18 years and live 21 years with it.", ["age", "claim"]),
]


@pytest.mark.parametrize(("text", "roles"), ONE_AGE, ids=[a[0] for a in ONE_AGE])
def test_what_is_an_age_of_one_is_an_age_of_the_other(text: str, roles: list[str]) -> None:
    assert [f.role for f in BlockReading(text, builtin()).figures if f.unit == "year"] == roles


BOUNDED = [
    ("| Who | Most recover within |", "| Adults | 14 days |", "at-most"),
    ("| Who | Takes at least |", "| Adults | 14 days |", "at-least"),
    ("| Who | Most recover in |", "| Adults | 14 days |", "exact"),
    ("| Who | Most recover within |", "| Adults | about 14 days |", "about"),
]


@pytest.mark.parametrize(("head", "row", "qualifier"), BOUNDED, ids=[f"{b[0]} {b[1]}" for b in BOUNDED])
def test_a_head_bounds_the_cells_below_it(head: str, row: str, qualifier: str) -> None:
    document = read("a.md", f"{head}\n|---|---|\n{row}\n".encode())
    cells = [k for k, b in enumerate(document.blocks) if b.kind == "cell" and "14" in b.text]
    (figure,) = DocumentReading(document, builtin()).block(cells[0]).figures
    assert figure.qualifier == qualifier


LIMITS = [
    ("Do not take more than 200 mg.", "at-most"),
    ("Nobody at work should be exposed to more than 85 decibels.", "at-most"),
    ("No step of the plan should last less than 24 hours.", "at-least"),
    ("No step of the plan should be over in less than 24 hours.", "at-least"),
    ("Two years is the longest anyone should stay on it.", "at-most"),
    ("Two weeks is the minimum.", "at-least"),
    ("36 hours, is the longest that anybody should wait.", "at-most"),
    ("Two years is the most common age.", "exact"),
    ("Nobody was there for more than 3 hours.", "over"),
]


@pytest.mark.parametrize(("text", "qualifier"), LIMITS, ids=[case[0] for case in LIMITS])
def test_what_is_forbidden_sets_a_limit(text: str, qualifier: str) -> None:
    assert [f.qualifier for f in BlockReading(text, builtin()).figures] == [qualifier]


TABLE = "Gout in the United States:\n\n| Group | Affected by gout (%) |\n|---|---|\n"
EXCHANGED = [
    ("| Men | 5.9 |\n| Women | 2.0 |\n", [("5.9", "men", "agrees"), ("2.0", "women", "agrees")]),
    ("| Men | 2.0 |\n| Women | 5.9 |\n", [("2.0", "men", "value"), ("5.9", "women", "value")]),
    ("| Men | 3.4 |\n| Boys | 5.9 |\n", [("3.4", "men", "value"), ("5.9", "men", "scope")]),
]


@pytest.mark.parametrize(("rows", "expected"), EXCHANGED, ids=["right", "exchanged", "one of two known"])
def test_two_rows_whose_figures_are_exchanged(rows: str, expected: list[tuple[str, str, str]]) -> None:
    assert stated("gout", TABLE + rows) == expected
