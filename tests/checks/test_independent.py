"""Drafts of other hands, one rule at a time: no near-miss is reported, and few errors are missed.

``python benchmarks/independent/run.py --misses`` prints what is missed.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

from linter.checks.view import Settings
from linter.engine import Engine
from linter.rulebook.rules import load_rules

FOLDER = Path(__file__).parents[2] / "benchmarks" / "independent"
CASES: dict[str, list[dict[str, Any]]] = {}
for _path in sorted(FOLDER.glob("*.jsonl")):
    for _line in _path.read_text(encoding="utf-8").splitlines():
        _case = json.loads(_line)
        CASES.setdefault(_case["rule"], []).append(_case)
FLOOR = 0.60
OF_CORPUS = 0.55
"""Without a fact to judge by, silence is worth more than finding."""


RUN = run_path(str(FOLDER / "run.py"))


@cache
def engine() -> Engine:
    return Engine(None, load_rules(), Settings(RUN["TODAY"]))


def reported(case: dict[str, Any]) -> set[str]:
    found: set[str] = RUN["reported"](engine(), case)
    return found


@pytest.mark.parametrize("rule", CASES)
def test_near_misses_stay_silent(rule: str) -> None:
    right = [c for c in CASES[rule] if not c["wrong"]]
    assert len(right) >= 14
    assert [c["id"] for c in right if rule in reported(c)] == []


@pytest.mark.parametrize("rule", CASES)
def test_errors_are_found(rule: str) -> None:
    wrong = [c for c in CASES[rule] if c["wrong"]]
    missed = [c["quote"] for c in wrong if not {rule, *c["accept"]} & reported(c)]
    floor = OF_CORPUS if engine().rules[rule].group == "corpus" else FLOOR
    assert len(missed) <= (1 - floor) * len(wrong), missed
