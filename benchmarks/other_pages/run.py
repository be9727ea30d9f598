"""Rules that need no facts, on pages such as other people keep: precision and recall by rule.

    python benchmarks/other_pages/run.py FOLDER RULE… [--show]

``FOLDER/sites/`` holds small sites, each a folder of pages that are checked together. A line of
``FOLDER/labels.jsonl`` is something right to report: its rule, the file (below ``sites``), the quote
and which one of its occurrences; for a conflict also the other file and quote, either of the two
being the right place. Whatever else the rules (or groups) named report is a false alarm.
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
from linter.readers import SUFFIXES, read
from linter.results import Finding
from linter.rules import load_rules

TODAY = date(2026, 11, 21)


def findings(engine: Engine, site: Path) -> list[Finding]:
    """What a site's pages give, alone and together; paths start with the site's name."""
    pages = sorted(p for p in site.rglob("*") if p.suffix in SUFFIXES)
    documents = [read(p.relative_to(site.parent).as_posix(), p.read_bytes()) for p in pages]
    results = [engine.check(d) for d in documents]
    across = cross_document_conflict([r.claims for r in results], engine.rules["cross-document-conflict"])
    return [*(f for r in results for f in r.findings), *across]


def places(folder: Path, label: dict[str, Any]) -> list[tuple[str, int, int]]:
    """Where a label may be reported: path, start and end."""
    found = []
    for prefix in ("", "other_"):
        if f"{prefix}quote" not in label:
            continue
        path, quote = label[prefix.rstrip("_") or "file"], label[f"{prefix}quote"]
        text = (folder / "sites" / path).read_text(encoding="utf-8")
        at = -1
        for _ in range(label.get(f"{prefix}nth", 1)):
            at = text.index(quote, at + 1)
        found.append((path, at, at + len(quote)))
    return found


def matches(finding: Finding, label: dict[str, Any], where: list[tuple[str, int, int]]) -> bool:
    return finding.rule == label["rule"] and any(
        finding.path == path and finding.start < end and start < finding.end for path, start, end in where
    )


def main(arguments: list[str]) -> None:
    folder, *wanted = (a for a in arguments if not a.startswith("--"))
    home = Path(folder)
    engine = Engine(None, load_rules(), Settings(TODAY))
    labels = [json.loads(line) for line in (home / "labels.jsonl").read_text(encoding="utf-8").splitlines()]
    located = [(label, places(home, label)) for label in labels]
    count: dict[str, Counter[str]] = {label["rule"]: Counter() for label in labels}
    met: set[int] = set()
    for site in sorted(p for p in (home / "sites").iterdir() if p.is_dir()):
        for finding in findings(engine, site):
            if finding.rule not in wanted and finding.group not in wanted:
                continue
            right = [k for k, (label, where) in enumerate(located) if matches(finding, label, where)]
            met.update(right)
            count.setdefault(finding.rule, Counter())["right" if right else "false"] += 1
            if not right and "--show" in arguments:
                print(
                    f"FALSE  {finding.path}:{finding.line} {finding.message}\n       {finding.sentence[:200]}"
                )
    for k, label in enumerate(labels):
        count[label["rule"]].update(labelled=1, found=k in met)
        if k not in met and "--show" in arguments:
            print(f"MISSED {label['file']} «{label['quote']}» {label['why']}")
    print(f"{'rule':28} {'right':>6} {'false':>6} {'prec.':>6} {'labelled':>9} {'found':>6} {'recall':>7}")
    total: Counter[str] = sum(count.values(), Counter())
    for rule, c in [*sorted(count.items()), ("all", total)]:
        precision = c["right"] / ((c["right"] + c["false"]) or 1)
        recall = c["found"] / (c["labelled"] or 1)
        print(
            f"{rule:28} {c['right']:6} {c['false']:6} {precision:6.2f} {c['labelled']:9} {c['found']:6} {recall:7.2f}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
