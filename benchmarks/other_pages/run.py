"""Rules that need no facts, on pages such as other people keep: precision and recall by rule.

    python benchmarks/other_pages/run.py FOLDER [RULE…] [--show]

``FOLDER/sites/`` holds small sites, each a folder of pages that are checked together. Without rules (or
groups) every rule but those of the group corpus is looked at.

A line of ``FOLDER/labels.jsonl`` is a place: its rule, the file (below ``sites``), the quote and which one of
its occurrences; for a conflict also the other file and quote, either of the two being the right place. Its
label says whether an editor would thank for a report there (right, also where there is no label), shrug
(arguable) or curse (wrong). A report at no such place counts as wrong, so that a new one is read. ``--show``
lists what is wrong, arguable or missed.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from linter.checks.corpus import cross_document_conflict
from linter.checks.view import Settings
from linter.engine import Engine
from linter.readers import SUFFIXES, read
from linter.results import Finding
from linter.rulebook.rules import load_rules

TODAY = date(2026, 6, 1)


@dataclass(frozen=True)
class Label:
    """A place that was judged: ``places`` are path, start and end of each spot that may be reported."""

    rule: str
    said: str
    quote: str
    places: tuple[tuple[str, int, int], ...]

    def meets(self, finding: Finding) -> bool:
        return finding.rule == self.rule and any(
            finding.path == path and finding.start < end and start < finding.end
            for path, start, end in self.places
        )


def labels(folder: Path) -> list[Label]:
    rows = map(json.loads, (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines())
    return [
        Label(row["rule"], row.get("label", "right"), row["quote"], tuple(places(folder, row)))
        for row in rows
    ]


def places(folder: Path, row: dict[str, Any]) -> Iterator[tuple[str, int, int]]:
    for prefix in ("", "other_"):
        if f"{prefix}quote" not in row:
            continue
        path, quote = row[prefix.rstrip("_") or "file"], row[f"{prefix}quote"]
        text = (folder / "sites" / path).read_text(encoding="utf-8")
        at = -1
        for _ in range(row.get(f"{prefix}nth", 1)):
            at = text.index(quote, at + 1)
        yield path, at, at + len(quote)


def findings(engine: Engine, site: Path) -> list[Finding]:
    """What a site's pages give, alone and together; paths start with the site's name."""
    pages = sorted(p for p in site.rglob("*") if p.suffix in SUFFIXES)
    documents = [read(p.relative_to(site.parent).as_posix(), p.read_bytes()) for p in pages]
    results = [engine.check(d) for d in documents]
    across = cross_document_conflict([r.claims for r in results], engine.rules["cross-document-conflict"])
    return [*(f for r in results for f in r.findings), *across]


def count(engine: Engine, folder: Path, wanted: frozenset[str]) -> tuple[dict[str, Counter[str]], list[str]]:
    """By rule how many reports are right, arguable or wrong, and how many right places there are and were
    found; and a line for each report that is not right and each place that was missed."""
    known = [each for each in labels(folder) if each.rule in wanted]
    table = {each.rule: Counter[str]() for each in known}
    told: list[str] = []
    met: set[int] = set()
    for site in sorted(p for p in (folder / "sites").iterdir() if p.is_dir()):
        for finding in findings(engine, site):
            if finding.rule not in wanted:
                continue
            here = {k: each.said for k, each in enumerate(known) if each.meets(finding)}
            met.update(here)
            said = next((s for s in ("right", "arguable") if s in here.values()), "wrong")
            table.setdefault(finding.rule, Counter())[said] += 1
            if said != "right":
                said = said if here else "unread"
                told.append(f"{said:9} {finding.rule} {finding.path}:{finding.line} «{finding.found}» {finding.sentence[:120]}")  # fmt: skip
    for k, each in enumerate(known):
        if each.said == "right":
            table[each.rule].update(labelled=1, met=k in met)
            if k not in met:
                told.append(f"missed    {each.rule} {each.places[0][0]} «{each.quote}»")
    return table, told


def row(severity: str, rule: str, c: Counter[str]) -> str:
    """A line of the table. The precision is strict: what is arguable counts against a rule."""
    told, labelled = c["right"] + c["arguable"] + c["wrong"], c["labelled"]
    precision = f"{c['right'] / told:.2f}" if told else "–"
    recall = f"{c['met'] / labelled:.2f}" if labelled else "–"
    counts = "".join(f"{c[each]:9}" for each in ("right", "arguable", "wrong"))
    return f"{severity:8} {rule:28}{counts}{precision:>10}{labelled - c['met']:9}{recall:>9}"


def main(arguments: list[str]) -> None:
    folder, *named = (a for a in arguments if not a.startswith("--"))
    engine = Engine(None, load_rules(), Settings(TODAY))
    wanted = frozenset(engine.rules.select(named or (), () if named else ("corpus",)))
    table, told = count(engine, Path(folder), wanted)
    if "--show" in arguments:
        print("\n".join(sorted(told)), end="\n\n")
    heads = "".join(f"{head:>9}" for head in ("right", "arguable", "wrong"))
    print(f"{'severity':8} {'rule':28}{heads}{'precision':>10}{'missed':>9}{'recall':>9}")
    severities = {rule: engine.rules[rule].severity for rule in table}
    for rule, c in sorted(table.items(), key=lambda item: (severities[item[0]], item[0])):
        print(row(severities[rule], rule, c))
    loud = (c for rule, c in table.items() if severities[rule] != "info")
    print(row("", "errors and warnings", sum(loud, Counter())))


if __name__ == "__main__":
    main(sys.argv[1:])
