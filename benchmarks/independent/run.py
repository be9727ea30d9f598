"""Check the drafts of other hands: recall, false alarms and what was missed, by rule.

    python benchmarks/independent/run.py [--misses] [RULE…]

Each line of a ``.jsonl`` here is a case: its rule, its files, whether it is wrong, and where. The
writers had the rules' names and the contract of what each is for, and had seen neither the rules nor
their examples. A wrong case counts as found if its rule (or one of ``accept``) reports anything in it.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from linter.checks.corpus import cross_document_conflict
from linter.checks.view import Settings
from linter.engine import Engine
from linter.readers import read
from linter.rulebook.rules import load_rules

HERE = Path(__file__).parent
TODAY = date(2026, 11, 21)


def reported(engine: Engine, case: dict[str, Any]) -> set[str]:
    """The rules that report an error or a warning in a case."""
    documents = [read(name, text.encode()) for name, text in sorted(case["files"].items())]
    results = [engine.check(d) for d in documents]
    found = [f for result in results for f in result.findings]
    if len(documents) > 1:
        rule = engine.rules["cross-document-conflict"]
        found += cross_document_conflict([result.claims for result in results], rule)
    return {f.rule for f in found if f.severity != "info"}


def main(arguments: list[str]) -> None:
    tell = "--misses" in arguments
    wanted = {a for a in arguments if not a.startswith("--")}
    engine = Engine(None, load_rules(), Settings(TODAY))
    for path in sorted(HERE.glob("*.jsonl")):
        count: dict[str, Counter[str]] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            if wanted and case["rule"] not in wanted:
                continue
            hit = bool({case["rule"], *case["accept"]} & reported(engine, case))
            kind = "wrong" if case["wrong"] else "right"
            count.setdefault(case["rule"], Counter()).update({kind: 1, f"{kind} reported": hit})
            if tell and hit != case["wrong"]:
                print(
                    f"  {'MISSED' if case['wrong'] else 'FALSE'} {case['id']}: {case['quote']} ({case['why']})"
                )
        total: Counter[str] = sum(count.values(), Counter())
        print(f"{path.stem:28} {'errors':>6} {'found':>6} {'right':>6} {'false':>6}")
        for rule, c in [*sorted(count.items()), ("all", total)]:
            print(f"{rule:28} {c['wrong']:6} {c['wrong reported']:6} {c['right']:6} {c['right reported']:6}")


if __name__ == "__main__":
    main(sys.argv[1:])
