"""Run every rule that needs no facts over a folder of drafts: counts by rule, and each finding to read.

    python benchmarks/facts_free.py FOLDER [RULE…]

Without rules it prints the counts; with rules, those rules' findings in full. The drafts are also
compared with each other.
"""

from __future__ import annotations

import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import cache
from pathlib import Path

from linter.checks.corpus import cross_document_conflict
from linter.checks.corpus_claims import Claim, claims
from linter.checks.view import Settings
from linter.engine import Engine
from linter.readers import SUFFIXES, read
from linter.results import Finding
from linter.rulebook.rules import load_rules


@cache
def engine() -> Engine:
    return Engine(None, load_rules(), Settings(date(2026, 6, 1)))


def check(path: str) -> tuple[list[Finding], list[Claim]]:
    document = read(path, Path(path).read_bytes())
    return engine().check(document).findings, claims(engine().view(document))


def main(folder: str, *rules: str) -> None:
    paths = sorted(str(p) for p in Path(folder).rglob("*") if p.suffix in SUFFIXES)
    with ProcessPoolExecutor() as pool:
        results = list(pool.map(check, paths, chunksize=16))
    findings = [f for found, _ in results for f in found]
    findings += cross_document_conflict([c for _, c in results], engine().rules["cross-document-conflict"])
    if rules:
        for f in sorted(findings, key=lambda f: f.sort_key):
            if f.rule in rules or f.group in rules:
                print(
                    f"{f.path}:{f.line}:{f.column} {f.rule} «{f.found}»\n  {f.message}\n  {f.sentence[:300]}\n"
                )
        return
    loud = sum(f.severity != "info" for f in findings)
    for (severity, rule), count in sorted(Counter((f.severity, f.rule) for f in findings).items()):
        print(f"{severity:8} {rule:28} {count:5}")
    print(f"{len(paths)} drafts, {loud} warnings and errors: {loud / max(1, len(paths)):.4f} a draft")


if __name__ == "__main__":
    main(*sys.argv[1:])
