"""The planted errors are found and their near-misses left alone, rule by rule."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from linter.engine import Engine

FOLDER = Path(__file__).resolve().parents[2] / "benchmarks" / "planted"
FILES = sorted(FOLDER.glob("*.jsonl"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_planted(path: Path, engine: Engine) -> None:
    sys.path.insert(0, str(FOLDER))
    try:
        from run import findings
    finally:
        sys.path.remove(str(FOLDER))
    cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert {case["today"] for case in cases} == {"2026-06-01"}
    hits = false = 0
    errors = [case for case in cases if case["error"]]
    assert min(len(errors), len(cases) - len(errors)) >= 40
    for case in cases:
        mine = [(f, start) for f, start in findings(engine, case["draft"]) if f.rule == case["rule"]]
        if not case["error"]:
            false += bool(mine)
            continue
        at = case["draft"].rindex(case["quote"])
        hits += any(start + f.start < at + len(case["quote"]) and at < start + f.end for f, start in mine)
    assert hits / len(errors) >= 0.9
    assert hits / (hits + false) >= 0.9
