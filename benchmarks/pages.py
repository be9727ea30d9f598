"""Check a folder of real pages with facts files: every conflict and stale year, to be read by eye.

    python benchmarks/pages.py FOLDER FACTS…

Each FACTS is a facts.yaml, or a folder that holds one. Every page is checked with each of them; what
they report is listed with its sentence and the fact, and counted per 100 pages.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import cache
from pathlib import Path

from linter.checks import CHECKS
from linter.checks.view import Settings
from linter.engine import Engine
from linter.facts.load import load
from linter.model import Document
from linter.readers import SUFFIXES, read
from linter.results import Finding
from linter.rulebook.rules import load_rules

TODAY = date(2026, 6, 1)
Hit = tuple[str, Finding]


@cache
def engine(facts: str) -> Engine:
    return Engine(load(facts), load_rules(), Settings(TODAY))


def topic(facts: str) -> str:
    """What to call a facts file: its folder."""
    return Path(facts).resolve().parent.name


def conflicts(engine: Engine, document: Document) -> list[Finding]:
    """What the rules of the conflict group, and stale-year, have to say."""
    view = engine.view(document)
    rules = [r for r in engine.rules.values() if r.group == "conflict" or r.name == "stale-year"]
    return [f for rule in rules if (check := CHECKS.get(rule.check)) for f in check(view, rule)]


def check(task: tuple[str, tuple[str, ...]]) -> list[Hit]:
    """The findings of one page, by facts file."""
    path, facts = task
    document = read(path, Path(path).read_bytes())
    return [(name, finding) for name in facts for finding in conflicts(engine(name), document)]


def show(hits: Iterable[Hit]) -> None:
    for facts, f in sorted(hits, key=lambda h: (h[0], h[1].sort_key)):
        fact = f.fact
        print(f"{topic(facts)} | {Path(f.path).name}:{f.line} | {f.rule} «{f.found}», not «{f.expected}»")
        if fact is not None:
            print(f"  fact {fact.id}: {fact.claim}")
        print(f"  page: {' '.join(f.sentence.split())[:500]}")
        print(f"  why: {', '.join(f.why)}\n")


def main(folder: str, *given: str) -> None:
    facts = tuple(str(p / "facts.yaml") if (p := Path(g)).is_dir() else g for g in given)
    pages = sorted(str(p) for p in Path(folder).rglob("*") if p.suffix in SUFFIXES)
    with ProcessPoolExecutor() as pool:
        hits = [h for found in pool.map(check, [(p, facts) for p in pages], chunksize=16) for h in found]
    show(hits)
    by_topic = Counter(topic(name) for name, _ in hits)
    for name in facts:
        print(f"{topic(name):24} {by_topic[topic(name)]:4}")
    loud = len({(f.path, f.start, f.rule, name) for name, f in hits})
    rate = 100 * loud / max(1, len(pages))
    print(f"{len(pages)} pages, {len(facts)} facts files, {loud} findings: {rate:.2f} per 100 pages")
    print(f"{rate / max(1, len(facts)):.3f} per 100 pages and facts file")


if __name__ == "__main__":
    main(*sys.argv[1:])
