"""One quantity told twice in other words: what is weighed, what is sure, what is two quantities."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from linter.checks.corpus import cross_document_conflict
from linter.checks.retold_evidence import evidence, weighed, weights
from linter.checks.retold_read import tellings
from linter.engine import Engine
from linter.readers import read
from linter.results import Finding

ROOT = Path(__file__).parents[2]
NAMES = ROOT / "scripts" / "told_names.txt"
WEIGHTS = ROOT / "linter" / "checks" / "told_weights.txt"
Drafts = tuple[str, ...]
TOLD: dict[str, tuple[Drafts, str, str, str]] = {
    "another verb and noun": (
        ("# Hydrotherapy\n\nThe water is kept at 34 °C. There is a hoist.\n\n## Safety\n\nStaff check every morning that the pool water is at 36 °C.\n",),
        "36 °C", "34 °C", "warning",
    ),
    "a summary": (
        ("# Thyroid\n\nA typical starting dose of levothyroxine in young adults is 100 micrograms daily.\n\n## Summary\n\nStart young adults on levothyroxine 50 mcg once a day.\n",),
        "50 mcg", "100 micrograms", "warning",
    ),
    "two pages": (
        ("# Prednisolone in polymyalgia\n\nStart with 15 mg each morning.\n", "# Polymyalgia: what GPs should know\n\nThe initial prednisolone dose is 20 mg daily.\n"),
        "20 mg", "15 mg", "info",
    ),
}  # fmt: skip
"""Drafts, the figure found, the other, and how sure that is."""
APART = {
    "two sizes of two studies": "# A\n\nA first study enrolled 412 adults with gout.\n\n# B\n\nA later study enrolled 655 adults with gout.\n",
    "two operations": "# Hip and knee\n\nAfter a hip replacement most people stay three days.\n\nAfter a knee replacement the stay is usually four days.\n",
    "two tests": "# Before your tests\n\nDo not eat for 12 hours before the cholesterol test.\n\nDo not eat for 8 hours before the glucose test.\n",
    "two rhythms": "# Antivirals\n\nTake it twice daily for 5 days.\n\n## After contact\n\nTake it once daily for 10 days.\n",
    "a former value": "# Chart\n\nThe adult chart starts at 16 years in version 2.2.\n\n# Now\n\nIn version 2.3 the adult chart starts at 18 years.\n",
    "a man and a woman": "# Notes\n\nHe has smoked a pack daily for 20 years.\n\n# More\n\nShe has smoked a pack daily for 30 years.\n",
    "another trial": "# Trials\n\nThe trial enrolled 1,240 adults.\n\n# Later\n\nA second trial enrolled 880 adults.\n",
}


def _findings(engine: Engine, drafts: Drafts) -> list[Finding]:
    results = [engine.check(read(f"{n}.md", text.encode())) for n, text in enumerate(drafts)]
    across = cross_document_conflict([r.claims for r in results], engine.rules["cross-document-conflict"])
    within = [f for r in results for f in r.findings if f.rule == "within-document-conflict"]
    return within + across


@pytest.mark.parametrize("name", TOLD)
def test_one_quantity_in_other_words_is_told_as_surely_as_it_is_known(engine: Engine, name: str) -> None:
    drafts, found, other, severity = TOLD[name]
    told = [(f.found, f.expected, f.severity) for f in _findings(engine, drafts)]
    assert told == [(found, other, severity)]


@pytest.mark.parametrize("name", APART)
def test_two_quantities_are_left_alone(engine: Engine, name: str) -> None:
    assert _findings(engine, (APART[name],)) == []


def test_evidence_does_not_hang_on_which_comes_first(engine: Engine) -> None:
    for drafts, *_ in TOLD.values():
        told = [t for n, d in enumerate(drafts) for t in tellings(engine.view(read(f"{n}.md", d.encode())))]
        for one, other in permutations(told, 2):
            assert set(evidence(one, other, 1)) == set(evidence(other, one, 1))


def test_every_weight_has_a_number_and_information_needs_less_than_a_warning() -> None:
    known = weights()
    assert known["likely"] < known["sure"]
    assert {"base", "asks", "shared-1", "crowd-3"} <= set(known)


def test_nothing_is_weighed_of_no_tellings() -> None:
    assert weighed([], across=False) == weighed([], across=True) == []


def test_every_weight_has_a_meaning_and_the_sign_that_it_demands() -> None:
    names = {
        n: sign for n, sign, _ in (x.split(" ", 2) for x in NAMES.read_text().splitlines() if x[:1] != "#")
    }
    assert {*names, "base", "likely", "sure"} >= set(weights())
    assert [n for n, sign in names.items() if weights().get(n, 0.0) * {"+": 1, "-": -1}[sign] < 0] == []
    lines = [x.split(" ", 2) for x in WEIGHTS.read_text().splitlines() if x[:1] != "#"]
    assert [line for line in lines if len(line) < 3 or not line[2].strip()] == []
