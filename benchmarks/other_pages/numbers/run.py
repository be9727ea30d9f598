"""Precision of the rules that need no facts on pages of notes, manuals, lists and logs, by rule.

    python benchmarks/other_pages/numbers/run.py [--later] [--show]

Every finding on ``pages/`` is held against ``labels.jsonl`` (with ``--later``, on ``later/`` against
``labels-later.jsonl``), which says of each whether an editor would
thank for it (right), shrug (arguable) or curse (wrong), and what should have been found besides. A
finding without a label counts as wrong, so that a new one is read. Corpus rules are left out.
``--show`` lists what is wrong, arguable or missed.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path

from linter.checks.view import Settings
from linter.engine import Engine
from linter.readers import read
from linter.rules import load_rules

HERE = Path(__file__).parent
TODAY = date(2026, 6, 1)
LEFT_OUT = ("within-document-conflict", "cross-document-conflict")
Key = tuple[str, str, str]


def labels(name: str) -> dict[Key, list[str]]:
    """What each place is labelled, by page, rule and the words found; one label for each time they stand there."""
    result: dict[Key, list[str]] = {}
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        result.setdefault((row["page"], row["rule"], row["found"]), []).append(row["label"])
    return result


def main(arguments: list[str]) -> None:
    engine = Engine(None, load_rules(), Settings(TODAY))
    later = "--later" in arguments
    known = labels("labels-later.jsonl" if later else "labels.jsonl")
    count: dict[str, Counter[str]] = {}
    told: list[str] = []
    pages = sorted((HERE / ("later" if later else "pages")).iterdir())
    for page in pages:
        for f in engine.check(read(str(page), page.read_bytes())).findings:
            if f.rule in LEFT_OUT:
                continue
            left = known.get((page.name, f.rule, f.found), [])
            label = left.pop(0) if left else "unread"
            count.setdefault(f.rule, Counter())[label] += 1
            if label != "right":
                told.append(f"{label:9} {f.rule} {page.name}:{f.line} «{f.found}» {f.sentence[:120]}")
    for (name, rule, found), rest in known.items():
        missed = rest.count("right")
        count.setdefault(rule, Counter())["missed"] += missed
        told += [f"missed    {rule} {name} «{found}»"] * missed
    if "--show" in arguments:
        print("\n".join(sorted(told)), end="\n\n")
    show(count, engine)
    print(f"{len(pages)} pages")


def show(count: dict[str, Counter[str]], engine: Engine) -> None:
    """The table: strict precision takes what is arguable for wrong."""
    print(
        f"{'severity':8} {'rule':28} {'right':>6} {'arguable':>9} {'wrong':>6} {'missed':>7} {'precision':>10}"
    )
    loud: Counter[str] = Counter()
    for rule, c in sorted(count.items(), key=lambda item: (engine.rules[item[0]].severity, item[0])):
        severity = engine.rules[rule].severity
        if severity != "info":
            loud += c
        print(row(severity, rule, c))
    print(row("", "errors and warnings", loud))


def row(severity: str, rule: str, c: Counter[str]) -> str:
    wrong = c["wrong"] + c["unread"]
    found = c["right"] + c["arguable"] + wrong
    precision = f"{c['right'] / found:.2f}" if found else "–"
    return (
        f"{severity:8} {rule:28} {c['right']:6} {c['arguable']:9} {wrong:6} {c['missed']:7} {precision:>10}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
