"""Drafts with labelled conflicts as rows to train on: what is evident of two figures, and whether they are one quantity."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from linter.checks.retold import Told
from linter.checks.retold_evidence import candidates, evidence
from linter.checks.retold_read import tellings
from linter.checks.view import Settings
from linter.engine import Engine
from linter.readers import read
from linter.rulebook.rules import load_rules

ROOT = Path(__file__).parent.parent
RULES = ("within-document-conflict", "cross-document-conflict")
NEXT = "<!-- next draft -->"
_MARKED = re.compile(r"\[\[(.*?)\]\]")
Place = tuple[str, int, int]
"""A path, and where in its source something starts and ends."""


@dataclass(frozen=True)
class Case:
    """Drafts that are checked together, by path, and which figures of them are one quantity."""

    name: str
    files: Mapping[str, str]
    wrong: tuple[tuple[Place, Place], ...] = ()
    """Figures that contradict each other, both known."""
    touched: tuple[Place, ...] = ()
    """Places of which each contradicts something that the label does not name."""
    anywhere: bool = False
    """True where the label says no more than that something is wrong."""
    kind: str = "case"


@dataclass(frozen=True)
class Row:
    """A pair of figures. ``label`` is None where one of the rows of its ``group`` is right, and which is not known."""

    names: frozenset[str]
    label: bool | None
    group: str
    kind: str


def cases() -> Iterator[Case]:
    """Every labelled draft of the repository that holds figures told twice, or none."""
    for path in sorted((ROOT / "tests" / "told").glob("*.txt")):
        yield from blocks(path)
    yield from _planted()
    yield from _independent()
    yield from _examples()
    yield from _sites()
    yield from _folders()


def blocks(path: Path) -> Iterator[Case]:
    """The cases of a file of ``tests/told``, see its README."""
    for number, block in enumerate(path.read_text(encoding="utf-8").split("=== ")[1:], 1):
        label, _, text = block.partition("\n")
        files: dict[str, str] = {}
        marks: list[Place] = []
        for page, marked in zip("ab", text.split("\n---\n"), strict=False):
            plain = ""
            for k, part in enumerate(_MARKED.split(marked)):
                if k % 2:
                    marks.append((f"{page}.md", len(plain), len(plain) + len(part)))
                plain += part
            files[f"{page}.md"] = plain
        name = f"{path.name} {number}"
        if (label, len(marks)) not in (("same-wrong", 2), ("apart", 0)):
            raise ValueError(f"{name}: 'same-wrong' with two figures in [[ ]], or 'apart' with none")
        yield Case(name, files, ((marks[0], marks[1]),) if marks else ())


def _planted() -> Iterator[Case]:
    for rule in RULES:
        for row in _lines(ROOT / "benchmarks" / "planted" / f"{rule}.jsonl"):
            yield _quoted(row["id"], _split(row["draft"]), row["error"], row.get("quote", ""))


def _independent() -> Iterator[Case]:
    for path in sorted((ROOT / "benchmarks" / "independent").glob("*.jsonl")):
        for row in _lines(path):
            if row["rule"] in RULES:
                yield _quoted(f"{path.name} {row['id']}", row["files"], row["wrong"], row.get("quote") or "")


def _examples() -> Iterator[Case]:
    for number, row in enumerate(_lines(ROOT / "tests" / "checks" / "told.jsonl")):
        if row["rule"] in RULES:
            yield _quoted(f"told {number}", _split(row["draft"]), "message" in row, row.get("found", ""))
    for rule in yaml.safe_load((ROOT / "rules" / "corpus.yaml").read_text(encoding="utf-8"))["rules"]:
        for kind, examples in rule["examples"].items():
            for number, example in enumerate(examples):
                quote = str((example.get("finding") or {}).get("quote", ""))
                yield _quoted(
                    f"{rule['name']} {kind} {number}", _split(example["draft"]), kind == "fail", quote
                )


def _sites() -> Iterator[Case]:
    """The pages of ``benchmarks/other_pages``, each site a folder."""
    for folder in (p.parent for p in sorted((ROOT / "benchmarks" / "other_pages").rglob("labels.jsonl"))):
        rows = [r for r in _lines(folder / "labels.jsonl") if r["rule"] in RULES]
        for site in sorted(p for p in (folder / "sites").iterdir() if p.is_dir()) if rows else ():
            files = _read(site.rglob("*"), folder / "sites")
            mine = [r for r in rows if r["file"] in files]
            wrong = [
                (
                    _place(files, r["file"], r["quote"], r.get("nth", 1)),
                    _place(files, r["other"], r["other_quote"], r.get("other_nth", 1)),
                )
                for r in mine
                if r.get("label", "right") != "wrong" and r.get("other")
            ]
            yield Case(f"{folder.name} {site.name}", files, tuple(wrong), kind="site")


_SITE = 32
"""How many drafts, each of another topic, make a folder."""


def _at_odds(topic: Path) -> set[str]:
    """The drafts of a topic that tell a fact more than once, and not always rightly: they may contradict themselves."""
    told: dict[tuple[str, str], set[str]] = {}
    for row in _lines(topic / "expected.jsonl"):
        if row.get("fact"):
            told.setdefault((row["file"], row["fact"]), set()).add(f"{row['expect']} {row['quote']}")
    return {
        file
        for (file, _), labels in told.items()
        if len(labels) > 1 and any(x.startswith("finding") for x in labels)
    }


def _folders() -> Iterator[Case]:
    """Drafts of strangers and of ``tests/labelled``, many as one folder: none contradicts itself, nor one on something else."""
    for path in sorted((ROOT / "benchmarks" / "independent").glob("*.jsonl")):
        right = [r for r in _lines(path) if not (r["rule"] in RULES and r["wrong"])]
        yield Case(
            path.name,
            {f"{r['id']}/{n}": text for r in right for n, text in r["files"].items()},
            kind="folder",
        )
    topics = [
        sorted(f for f in (p / "drafts").iterdir() if f"drafts/{f.name}" not in _at_odds(p))
        for p in sorted((ROOT / "tests" / "labelled").iterdir())
    ]
    for number in range(max(map(len, topics))):
        chosen = [drafts[number] for drafts in topics if number < len(drafts)]
        for first in range(0, len(chosen), _SITE):
            yield Case(
                f"labelled {number} {first}", _read(chosen[first : first + _SITE], ROOT), kind="folder"
            )


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())


def _split(draft: str) -> dict[str, str]:
    return {f"draft-{k}.md": part for k, part in enumerate(draft.split(NEXT), 1)}


def _read(paths: Iterable[Path], root: Path) -> dict[str, str]:
    return {str(p.relative_to(root)): p.read_text(encoding="utf-8") for p in sorted(paths) if p.is_file()}


def _place(files: Mapping[str, str], path: str, quote: str, nth: int) -> Place:
    start = -1
    for _ in range(nth):
        start = files[path].index(quote, start + 1)
    return path, start, start + len(quote)


def _quoted(name: str, files: Mapping[str, str], error: bool, quote: str) -> Case:
    """A case of which the label says where the one figure stands, at most."""
    if not error:
        return Case(name, files)
    found = [
        (p, m.start(), m.end()) for p, text in files.items() for m in re.finditer(re.escape(quote), text)
    ]
    return Case(name, files, touched=tuple(found) if quote else (), anywhere=not (quote and found))


def rows(part: Sequence[Case]) -> list[Row]:
    """The rows of some cases."""
    engine = Engine(None, load_rules(), Settings(date(2026, 6, 1)))
    found: list[Row] = []
    for case in part:
        told = [
            (path, tellings(engine.view(read(path, text.encode()))))
            for path, text in sorted(case.files.items())
        ]
        for across in (False, True):
            for one, other, crowd in candidates([t for _, ts in told for t in ts], across=across):
                label = _label(case, one, other)
                found.append(Row(frozenset(evidence(one, other, crowd)), label, case.name, case.kind))
    return found


def _label(case: Case, one: Told, other: Told) -> bool | None:
    for a, b in case.wrong:
        if (_within(one, a) and _within(other, b)) or (_within(one, b) and _within(other, a)):
            return True
    if case.anywhere or any(_within(t, place) for place in case.touched for t in (one, other)):
        return None
    return False


def _within(told: Told, place: Place) -> bool:
    return told.path == place[0] and told.place[0] < place[2] and place[1] < told.place[1]
