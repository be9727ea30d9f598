"""The many ways in which writers make one mistake, each with what is said of it, and right copy that looks like it."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from linter.checks.view import Settings
from linter.engine import Engine
from linter.readers import read
from linter.rulebook.rules import load_rules

CASES: dict[str, list[dict[str, Any]]] = defaultdict(list)
for line in (Path(__file__).parent / "told.jsonl").read_text(encoding="utf-8").splitlines():
    case = json.loads(line)
    CASES[case["rule"]].append(case)
"""By rule: a draft, and, where it is wrong, the figure or the words found and the message."""


@pytest.fixture(scope="module")
def later() -> Engine:
    return Engine(None, load_rules(), Settings(date(2026, 11, 28)))


@pytest.mark.parametrize("rule", CASES)
def test_what_is_told_of_each_draft(rule: str, later: Engine) -> None:
    wrong = []
    for case in CASES[rule]:
        findings = [
            f for f in later.check(read("draft.md", f"{case['draft']}\n".encode())).findings if f.rule == rule
        ]
        told = [
            {"rule": rule, "draft": case["draft"], "found": f.found, "message": f.message} for f in findings
        ]
        if told != ([case] if "message" in case else []):
            wrong.append((case, told))
    assert wrong == []
