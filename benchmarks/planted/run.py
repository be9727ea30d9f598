"""Check the planted cases: recall, precision and what was missed, by rule.

    python benchmarks/planted/run.py [--misses] [RULE…]

A planted error counts as found if its rule reports a place that overlaps the quote. Precision is
that of the rule over its own errors and near-misses. The last column counts reports of other
warnings and errors in the near-misses.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path

from linter.checks.corpus import cross_document_conflict
from linter.checks.view import Settings
from linter.engine import Engine
from linter.readers import read
from linter.results import Finding
from linter.rulebook.rules import load_rules

HERE = Path(__file__).parent
NEXT = "<!-- next draft -->"


def findings(engine: Engine, draft: str) -> list[tuple[Finding, int]]:
    """What is found in a case, with the offset of its draft; cases may hold several drafts."""
    drafts = draft.split(NEXT)
    starts = [sum(len(d) + len(NEXT) for d in drafts[:k]) for k in range(len(drafts))]
    documents = [read(f"draft-{k}.md", d.encode()) for k, d in enumerate(drafts)]
    results = [engine.check(document) for document in documents]
    found = [(f, start) for result, start in zip(results, starts, strict=True) for f in result.findings]
    if len(drafts) > 1:
        rule = engine.rules["cross-document-conflict"]
        across = cross_document_conflict([result.claims for result in results], rule)
        found += [(f, starts[int(f.path[6:-3])]) for f in across]
    return found


def main(arguments: list[str]) -> None:
    tell = "--misses" in arguments
    wanted = [a for a in arguments if not a.startswith("--")]
    rules = load_rules()
    engines: dict[str, Engine] = {}
    print(
        f"{'rule':28} {'errors':>6} {'found':>6} {'recall':>7} {'near':>5} {'false':>6} {'prec.':>6} {'other':>6}"
    )
    for path in sorted(HERE.glob("*.jsonl")):
        if wanted and path.stem not in wanted:
            continue
        hits = errors = near = false = 0
        other: Counter[str] = Counter()
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            engine = engines.setdefault(
                case["today"], Engine(None, rules, Settings(date.fromisoformat(case["today"])))
            )
            found = findings(engine, case["draft"])
            mine = [(f, start) for f, start in found if f.rule == case["rule"]]
            if case["error"]:
                errors += 1
                at = case["draft"].rindex(case["quote"])
                hit = any(
                    start + f.start < at + len(case["quote"]) and at < start + f.end for f, start in mine
                )
                hits += hit
                if tell and not hit:
                    print("  MISSED", case["draft"].replace("\n", " ⏎ "), [f.message for f, _ in mine])
            else:
                near += 1
                false += bool(mine)
                other.update(f.rule for f, _ in found if f.rule != case["rule"] and f.severity != "info")
                if tell and mine:
                    print("  FALSE ", case["draft"].replace("\n", " ⏎ "), [f.message for f, _ in mine])
        recall = hits / errors if errors else 0.0
        precision = hits / (hits + false) if hits + false else 0.0
        print(
            f"{path.stem:28} {errors:6} {hits:6} {recall:7.2f} {near:5} {false:6} {precision:6.2f} {sum(other.values()):6} {dict(other) or ''}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
