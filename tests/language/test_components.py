"""The spaCy component that others may put into a pipeline of their own."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction

import spacy

from linter.language import components

TEXT = "Stage 4: about 1 in 7 took 10 mg/kg/day for at least 6 weeks in 2019."


def test_spans_hold_their_figures() -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("medlint_quantities")
    doc = pipeline(TEXT)
    spans = doc.spans[components.SPANS]
    assert [(s.text, s.label_, s._.figure.value, s._.figure.unit) for s in spans] == [
        ("4", "count", Fraction(4), ""),
        ("1 in 7", "ratio", Fraction(1), "in 7"),
        ("10 mg/kg/day", "quantity", Fraction(10), "mg/kg/day"),
        ("6 weeks", "duration", Fraction(6), "week"),
        ("2019", "year", Fraction(2019), "year"),
    ]


def test_claims_only() -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("medlint_quantities", config={"claims_only": True})
    doc = pipeline(TEXT)
    assert [s.text for s in doc.spans[components.SPANS]] == ["1 in 7", "10 mg/kg/day", "6 weeks"]


def test_a_text_without_figures_has_an_empty_group() -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("medlint_quantities")
    doc = pipeline("Nothing here.")
    assert list(doc.spans[components.SPANS]) == []


def test_the_grammar_needs_no_spacy() -> None:
    code = "import sys, linter.language.quantities as q; q.read_figures('5 mg'); assert 'spacy' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
