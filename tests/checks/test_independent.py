"""Drafts of other hands, one rule at a time: no near-miss is reported, and few errors are missed.

``python benchmarks/independent/run.py --misses`` prints what is missed.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from linter.checks.corpus import cross_document_conflict
from linter.checks.corpus_keys import claims
from linter.checks.view import Settings
from linter.engine import Engine
from linter.readers import read
from linter.rules import load_rules

FOLDER = Path(__file__).parents[2] / "benchmarks" / "independent"
CASES: dict[str, list[dict[str, Any]]] = {}
for _path in sorted(FOLDER.glob("*.jsonl")):
    for _line in _path.read_text(encoding="utf-8").splitlines():
        _case = json.loads(_line)
        CASES.setdefault(_case["rule"], []).append(_case)
FLOOR = 0.60


@cache
def engine() -> Engine:
    return Engine(None, load_rules(), Settings(date(2026, 11, 21)))


def reported(case: dict[str, Any]) -> set[str]:
    documents = [read(name, text.encode()) for name, text in sorted(case["files"].items())]
    found = [f for d in documents for f in engine().check(d).findings]
    if len(documents) > 1:
        rule = engine().rules["cross-document-conflict"]
        found += cross_document_conflict([claims(engine().view(d)) for d in documents], rule)
    return {f.rule for f in found if f.severity != "info"}


@pytest.mark.parametrize("rule", CASES)
def test_near_misses_stay_silent(rule: str) -> None:
    right = [c for c in CASES[rule] if not c["wrong"]]
    assert len(right) >= 14
    assert [c["id"] for c in right if rule in reported(c)] == []


@pytest.mark.parametrize("rule", CASES)
def test_errors_are_found(rule: str) -> None:
    wrong = [c for c in CASES[rule] if c["wrong"]]
    missed = [c["quote"] for c in wrong if not {rule, *c["accept"]} & reported(c)]
    assert len(missed) <= (1 - FLOOR) * len(wrong), missed
