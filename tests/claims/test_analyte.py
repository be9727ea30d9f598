"""Levels told in moles where the claim has grams, and the other way round."""

from __future__ import annotations

import json

import pytest

from linter.claims.bind import Binder
from linter.facts.load import load_text
from linter.readers import read

HEAD = (
    "sources:\n  s: {title: An invented registry, publisher: Invented Institute, published: 2024}\nfacts:\n"
)
GLUCOSE = "A fasting blood glucose of 126 mg/dL or higher indicates diabetes."
RANGE = "A fasting blood glucose of 100 to 125 mg/dL indicates prediabetes."
CASES = [
    (GLUCOSE, "A fasting blood glucose of 7.0 mmol/L or higher indicates diabetes.", "agrees"),
    (GLUCOSE, "A fasting blood glucose of 8.0 mmol/L or higher indicates diabetes.", "value"),
    (GLUCOSE, "A fasting blood glucose of 126 mmol/L or higher indicates diabetes.", "unit"),
    (RANGE, "A fasting blood glucose of 5.6 to 6.9 mmol/L indicates prediabetes.", "agrees"),
    (RANGE, "A fasting blood glucose of 6.6 to 6.9 mmol/L indicates prediabetes.", "value"),
    ("Diabetes is diagnosed from 126 mg/dL of (fasting) glucose.", "Diabetes is diagnosed from 7.0 mmol/L of glucose.", "agrees"),
    ("A yarrow level of 126 mg/dL or higher indicates diabetes.", "A yarrow level of 7.0 mmol/L or higher indicates diabetes.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "copy", "verdict"), CASES, ids=[c[1] for c in CASES])
def test_a_level_in_other_units(claim: str, copy: str, verdict: str) -> None:
    binder = Binder(load_text(f"{HEAD}  level: {{claim: {json.dumps(claim)}, source: s}}\n"))
    bound, _ = binder.bind(read("copy.md", copy.encode()))
    assert ", ".join(b.verdict for b in bound) == verdict
