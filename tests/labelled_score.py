"""Scores medlint on the labelled folders: drafts, the facts they are checked against, and what is right.

A line of ``expected.jsonl`` quotes a place of a draft (its ``nth`` occurrence) and says what belongs
there: a finding of one of ``rules`` (about ``fact``, if named), or none because the copy agrees with
a fact, or none at all. The facts are made for these tests: their figures are not to be quoted.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from linter.checks.view import Settings
from linter.engine import Engine
from linter.facts.load import load
from linter.readers import read
from linter.results import Finding
from linter.rulebook.rules import load_rules

TODAY = date(2026, 11, 21)
FOLDERS, STATEMENTS = (
    sorted(path for path in (Path(__file__).parent / name).iterdir() if path.is_dir())
    for name in ("labelled", "statements")
)
_GROUPS = ("conflict", "missing", "stale")


@dataclass
class Score:
    """What was hoped for and what came: ``counts`` by name, and a line for each miss."""

    counts: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def __add__(self, other: Score) -> Score:
        return Score(self.counts + other.counts, self.misses + other.misses)

    def _part(self, name: str, *others: str) -> float:
        total = sum(self.counts[each] for each in (name, *others))
        return self.counts[name] / total if total else 1.0

    @property
    def recall(self) -> float:
        """Of the findings expected, the part that is made."""
        return self._part("found", "missed")

    @property
    def precision(self) -> float:
        """Of the findings that speak of facts or dates, the part that is expected."""
        return self._part("right", "wrong")

    @property
    def binding(self) -> float:
        """Of the places that agree with a fact, the part that is bound to it and left alone."""
        return self._part("bound", "unbound")


@cache
def score(folder: Path) -> Score:
    """One labelled folder, checked."""
    engine = Engine(load(str(folder / "facts.yaml")), load_rules(), Settings(TODAY))
    labels: dict[str, list[dict[str, Any]]] = {}
    for line in (folder / "expected.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        labels.setdefault(label["file"], []).append(label)
    total = Score()
    for name in sorted({*labels, *(f"drafts/{path.name}" for path in (folder / "drafts").iterdir())}):
        total += _score_draft(engine, folder, name, labels.get(name, []))
    return total


def _score_draft(engine: Engine, folder: Path, name: str, labels: list[dict[str, Any]]) -> Score:
    document = read(name, (folder / name).read_bytes())
    view = engine.view(document)
    findings = [f for f in engine.check(document, view=view).findings if f.severity != "info"]
    agreeing = set()
    for b in view.bindings:
        if b.verdict == "agrees":
            agreeing.add(
                (*document.blocks[b.context.block].span(b.figure.start, b.figure.end), b.key.fact.id)
            )
    for s in view.statements:
        if s.verdict == "agrees":
            agreeing.add((*document.blocks[s.context.block].span(s.start, s.end), s.key.fact.id))
    result = Score()
    expected: list[tuple[int, int]] = []
    for label in labels:
        low, high = _place(document.source, label)
        here = [f for f in findings if f.start < high and low < f.end]
        what = f"{folder.name}/{name}: {label['quote']!r} ({label['tag']})"
        if label["expect"] == "finding":
            expected.append((low, high))
            made = any(_is_it(f, label) for f in here)
            result.counts["found" if made else "missed"] += 1
            if not made:
                result.misses.append(f"missed {what}: {[f.rule for f in here]} for {label['rules']}")
        elif label["expect"] == "agrees":
            at = any(a < high and low < b and fact == label["fact"] for a, b, fact in agreeing)
            bound = at and not any(f.group == "conflict" for f in here)
            result.counts["bound" if bound else "unbound"] += 1
            if not bound:
                result.misses.append(f"unbound {what}: {[f.rule for f in here]}")
    for finding in findings:
        if finding.group in _GROUPS:
            right = any(finding.start < high and low < finding.end for low, high in expected)
            result.counts["right" if right else "wrong"] += 1
            if not right:
                at = f"{folder.name}/{name}:{finding.line}:{finding.column}"
                fact = finding.fact.id if finding.fact else "no fact"
                result.misses.append(f"wrong {at}: {finding.rule} about {fact}: {finding.found!r}")
    return result


def _place(source: str, label: dict[str, Any]) -> tuple[int, int]:
    """The offsets of a quote. ``nth`` counts from 1."""
    at = -1
    for _ in range(label.get("nth", 1)):
        at = source.index(label["quote"], at + 1)
    return at, at + len(label["quote"])


def _is_it(finding: Finding, label: dict[str, Any]) -> bool:
    same = finding.fact is None or "fact" not in label or finding.fact.id == label["fact"]
    return finding.rule in label["rules"] and same


def total(folders: Sequence[Path] = FOLDERS) -> Score:
    """Several folders together."""
    result = Score()
    for folder in folders:
        result += score(folder)
    return result


if __name__ == "__main__":
    for each in FOLDERS:
        found = score(each)
        print(
            f"{each.name:20} recall {found.recall:.3f}  precision {found.precision:.3f}  binding {found.binding:.3f}"
        )
    summed = total()
    print(
        f"{'total':20} recall {summed.recall:.3f}  precision {summed.precision:.3f}  binding {summed.binding:.3f}"
    )
    print(*summed.misses, sep="\n")
