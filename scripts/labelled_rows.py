"""Labelled drafts as rows to train on: a figure, a fact, what compares them, and whether one states the other."""

from __future__ import annotations

import json
import math
import random
import re
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal
from zlib import crc32

from linter.claims.bind import Binder
from linter.claims.comparison import Comparison
from linter.claims.inherit import ContextReader
from linter.claims.key import FactKey
from linter.claims.reading import DocumentReading
from linter.claims.statements import may_state
from linter.facts.load import load
from linter.language.lexicon import builtin
from linter.model import Fact, FactsFile
from linter.readers import read

Label = Literal["none", "same", "scope"]
_CONFLICT = {"value-conflict", "unit-conflict", "superseded-value"}
_STATED = {"period-conflict", "stale-year", "source-conflict", "missing-caveat", "missing-period", "missing-attribution",
           "missing-hedge", "expired-fact", "retracted-source", "withdrawn-fact"}  # fmt: skip
"""Rules that only copy which states the fact can break."""


@dataclass
class Row:
    """A figure of a labelled draft against a fact. ``label`` is None where the draft's labels do not tell."""

    topic: str
    file: str
    mode: str
    place: tuple[int, int]
    sentence: tuple[int, int]
    fact: str
    agrees: bool
    label: Label | None
    features: dict[str, float]
    text: str = ""
    said: tuple[object, ...] = ()
    group: tuple[str, int, int] | None = None
    related: float = 0.0
    statement: bool = False
    plain: dict[str, float] = field(default_factory=dict)
    part: float = 1.0
    """What the row's kind of draft counts for."""

    def __post_init__(self) -> None:
        self.plain = self.features

    def reset(self) -> None:
        """Forget the ranks."""
        self.features = dict(self.plain)

    def add(self, name: str, value: float = 1.0) -> None:
        if value:
            self.features[name] = self.features.get(name, 0.0) + value

    def kept(self, share: int) -> bool:
        """Of figures that state nothing, and conflict with a fact if they did, one in ``share``."""
        return (
            self.label != "none"
            or self.agrees
            or self.mode == "other"
            or crc32(repr((self.topic, self.file, self.place, self.fact)).encode()) % share == 0
        )

    def weight(self, share: int) -> float:
        """Facts changed on purpose and a neighbour's facts count for less."""
        mode = {"": 1.0, "value": 0.35, "neighbour": 0.5, "other": 0.5, "stranger": 0.5}[self.mode]
        return (
            self.part
            * mode
            * (share if self.label == "none" and not self.agrees and self.mode != "other" else 1)
        )


THIRDS = 3
_PART = 4
_SAYS = 0.4
"""The part of a stranger's claim that a page says, from which its figures are held against the claim though they differ."""


def collect_strangers(folder: Path, others: Sequence[Path]) -> list[list[Row]]:
    """The rows of every fourth draft under the facts of other topics: a figure that is the fact's by chance, or many of its words.

    Places that are known to state something are left out: topics that lie close together share facts.
    """
    binder = Binder(merged([load(str(of / "facts.yaml")) for of in others]))
    drafts = []
    for file, labels in _labels(folder).items():
        if crc32((folder.name + file).encode()) % _PART == 0:
            rows = _draft(folder, file, labels, binder, "stranger")
            drafts.append([r for r in rows if r.agrees or r.features.get("said anywhere", 0.0) > _SAYS])
    return drafts


def _labels(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The labels of each draft, in the order of their names."""
    labels: dict[str, list[dict[str, Any]]] = {}
    for line in (folder / "expected.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        labels.setdefault(label["file"], []).append(label)
    return dict(sorted(labels.items()))


def merged(files: Sequence[FactsFile]) -> FactsFile:
    """One file with the facts of several, whose ids and sources are told apart by number."""
    facts: dict[str, Fact] = {}
    terms: dict[str, tuple[str, ...]] = {}
    contrasts: dict[str, tuple[str, ...]] = {}
    for number, file in enumerate(files):
        facts |= {f"{i}-{number}": replace(f, id=f"{i}-{number}") for i, f in file.facts.items()}
        terms |= file.terms
        contrasts |= file.contrasts
    return replace(files[0], facts=facts, terms=terms, contrasts=contrasts)


def collect(folder: Path, of: Path, mode: str, third: int | None = None) -> list[list[Row]]:
    """The rows of each draft of ``folder`` under the facts of ``of``, their values changed if ``mode`` says so.

    ``third`` leaves all drafts out but one in three.
    """
    facts = load(str(of / "facts.yaml"))
    labels = _labels(folder)
    if mode in ("value", "other"):
        facts = with_other_values(facts, Binder(facts))
    if mode == "other":
        facts = of_something_else(facts, Binder(facts))
    binder = Binder(facts)
    name = mode or ("neighbour" if of != folder else "")
    held = [f for f in labels if third is None or crc32((folder.name + f).encode()) % THIRDS == third]
    return [_draft(folder, file, labels[file], binder, name) for file in held]


def _draft(folder: Path, file: str, labels: list[dict[str, Any]], binder: Binder, mode: str) -> list[Row]:
    document = read(file, (folder / file).read_bytes())
    places = [(*_place(document.source, label), label) for label in labels]
    reader = ContextReader(DocumentReading(document, binder.lexicon))
    comparisons = binder.compare(reader)
    rows = []
    for c in comparisons:
        low, high = document.blocks[c.context.block].span(c.figure.start, c.figure.end)
        here = [label for start, end, label in places if low < end and start < high]
        if mode == "other":
            stated = any(x.get("fact") == c.fact and x["expect"] == "agrees" for x in here)
            label = "none" if stated and not c.agrees else None
        elif mode == "stranger":
            label = None if any(x["expect"] != "clean" for x in here) else "none"
        else:
            label = "none" if mode == "neighbour" else _label(c, here, changed=mode == "value")
        rows.append(
            Row(
                folder.name,
                file,
                mode,
                c.place,
                c.sentence,
                c.fact,
                c.agrees,
                label,
                c.features,
                document.source[low:high],
                c.said,
                c.group,
            )
        )
    _keep_one(rows)
    return rows + (
        _statements(folder, file, reader, places, binder, mode) if mode in ("", "neighbour") else []
    )


def _statements(
    folder: Path,
    file: str,
    reader: ContextReader,
    places: list[tuple[int, int, dict[str, Any]]],
    binder: Binder,
    mode: str,
) -> list[Row]:
    """A row for each sentence that would contradict a fact without a figure if it made its claim."""
    rows = []
    document = reader.document
    for told in may_state(reader, binder):
        if told.verdict == "agrees":
            continue
        low, high = document.blocks[told.context.block].span(told.start, told.end)
        here = [
            x for start, end, x in places if low < end and start < high and x.get("fact") == told.key.fact.id
        ]
        label: Label | None = "same" if any(_TURNED & set(x.get("rules", ())) for x in here) else "none"
        if mode == "neighbour":
            label = "none"
        place = told.context.block, told.start
        rows.append(Row(folder.name, file, mode, place, (told.context.block, told.context.sentence), told.key.fact.id,
                        False, label, told.comparison.features, document.source[low:high], statement=True))  # fmt: skip
    return rows


_TURNED = {"category-conflict", "polarity-conflict"}


def _label(c: Comparison, here: list[dict[str, Any]], changed: bool) -> Label | None:
    mine = [x for x in here if x.get("fact") == c.fact and x["expect"] != "clean"]
    rules = {r for x in mine for r in x.get("rules", ())}
    stated = any(x["expect"] == "agrees" for x in mine) or bool(rules & _STATED)
    if not mine:
        swapped = any(not x.get("fact") and _CONFLICT & set(x.get("rules", ())) for x in here)
        return None if swapped or (c.agrees and not here) else "none"
    if changed:
        return (
            "same"
            if not c.agrees and (stated or (rules & _CONFLICT and "scope-conflict" not in rules))
            else None
        )
    if not c.agrees:
        return "same" if rules & _CONFLICT else None
    if stated or (rules & _CONFLICT and (c.of("direction turned") or c.of("contrary rhythm"))):
        return "same"
    return "scope" if "scope-conflict" in rules else None


def _keep_one(rows: list[Row]) -> None:
    """Where several figures of one labelled place conflict with its fact, the one whose words say most of it."""
    groups: dict[object, list[Row]] = {}
    for r in rows:
        if r.label == "same" and not r.agrees:
            groups.setdefault((r.sentence, r.fact), []).append(r)
    for group in groups.values():
        most = max(r.features.get("said own", 0.0) for r in group)
        for r in group:
            if r.features.get("said own", 0.0) < most:
                r.label = None


def _place(source: str, label: dict[str, Any]) -> tuple[int, int]:
    at = -1
    for _ in range(label.get("nth", 1)):
        at = source.index(label["quote"], at + 1)
    return at, at + len(label["quote"])


# -- facts with other values ----------------------------------------------------------------------

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_TIMES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.1, 1.2, 1.35, 1.5, 1.8, 2.0)


def with_other_values(facts: FactsFile, binder: Binder) -> FactsFile:
    """Every fact with another fact's figure or other digits: copy that stated it rightly now states it wrongly."""
    rng = random.Random(len(facts.facts))
    changed = {f.id: _changed(f, binder, rng) for f in facts.facts.values()}
    return replace(facts, facts={i: f for i, f in changed.items() if f is not None})


def _changed(fact: Fact, binder: Binder, rng: random.Random) -> Fact | None:
    key = binder.by_id[fact.id]
    figure = key.figure
    if figure is None or figure not in key.reading.figures:
        return None
    others = [k for k in binder.keys if _exchangeable(k, key)]
    if others and rng.random() < 0.4:
        other = rng.choice(others)
        assert other.figure is not None
        text = other.fact.claim[other.figure.start : other.figure.end]
    else:
        text = _NUMBER.sub(lambda m: _other(m.group(), rng), fact.claim[figure.start : figure.end])
    if text == fact.claim[figure.start : figure.end]:
        return None
    claim = fact.claim[: figure.start] + text + fact.claim[figure.end :]
    return replace(fact, claim=claim, value=text if fact.value else None, superseded=())


_OF_WHAT = frozenset(
    (
        "condition",
        "symptom",
        "term",
        "drug",
        "drug class",
        "procedure",
        "population",
        "place",
        "stage",
        "anatomy",
        "measure",
        "exposure",
        "lifestyle",
        "measurement",
    )
)


def of_something_else(facts: FactsFile, binder: Binder) -> FactsFile:
    """Every fact with one thing that it is about exchanged for another of its kind: another stage, drug, people."""
    rng = random.Random(len(facts.facts) + 1)
    kinds: dict[str, list[str]] = {}
    for concept, kind in sorted(binder.lexicon.kinds.items()):
        kinds.setdefault(kind, []).append(concept)
    changed = {f.id: _elsewhere(f, binder, kinds, rng) for f in facts.facts.values()}
    return replace(facts, facts={i: f for i, f in changed.items() if f is not None})


def _elsewhere(fact: Fact, binder: Binder, kinds: dict[str, list[str]], rng: random.Random) -> Fact | None:
    key, lexicon = binder.by_id[fact.id], binder.lexicon
    needs = [
        n for n in key.needs if n.kind in _OF_WHAT and not n.weak and fact.claim.startswith(n.text, n.start)
    ]
    if not needs or key.figure is None:
        return None
    need = rng.choice(needs)
    sets = [lexicon.contrasts[s][2] for r in sorted(need.readings) for s in lexicon.sets_of.get(r, ())]
    other = rng.choice(rng.choice(sets) if sets and rng.random() < 0.8 else kinds[need.kind])
    akin = {other, *lexicon.ancestors(other)} & key.concepts or any(
        other in lexicon.ancestors(r) for r in need.readings
    )
    if akin:
        return None
    claim = fact.claim[: need.start] + other + fact.claim[need.start + len(need.text) :]
    return replace(fact, claim=claim)


def _exchangeable(a: FactKey, b: FactKey) -> bool:
    x, y = a.figure, b.figure
    if a is b or x is None or y is None or x not in a.reading.figures:
        return False
    return (x.dimension, x.kind, x.unit, x.is_range) == (
        y.dimension,
        y.kind,
        y.unit,
        y.is_range,
    ) and x.bounds != y.bounds


def _other(digits: str, rng: random.Random) -> str:
    """Another number written the same way."""
    plain = digits.replace(",", "")
    decimals = len(plain.partition(".")[2])
    value = float(plain)
    if rng.random() < 0.1 and value >= 10 and not decimals and len(plain.rstrip("0")) > 1:
        return f"{value / 10:.1f}"
    for _ in range(20):
        new = round(value * rng.choice(_TIMES), decimals)
        if value >= 10 and not decimals and value % 5 == 0:
            new = round(new / 5) * 5
        if new not in (value, 0):
            return f"{new:,.{decimals}f}" if "," in digits else f"{new:.{decimals}f}"
    return digits


# -- rarity ---------------------------------------------------------------------------------------


def write_rarity(folders: Sequence[Path]) -> str:
    """How rare each concept and word is: 0 in the drafts of every topic, 1 (and left out) in those of one at most."""
    topics: Counter[str] = Counter()
    with ProcessPoolExecutor(2) as pool:
        for seen in pool.map(_named, folders):
            topics.update(seen)
    total = len(folders) + 0.5
    lines = []
    for concept, count in sorted(topics.items()):
        rarity = math.log(total / count) / math.log(total)
        if count > 1 and rarity < 0.97:
            lines.append(f"{concept} {max(rarity, 0):.2f}")
    return "\n".join(lines) + "\n"


def _named(folder: Path) -> set[str]:
    """What the drafts of one folder name."""
    seen: set[str] = set()
    for path in (folder / "drafts").iterdir():
        document = read(path.name, path.read_bytes())
        reading = DocumentReading(document, builtin())
        blocks = [reading.block(i) for i, b in enumerate(document.blocks) if b.text]
        seen.update(m.readings[0] for b in blocks for m in b.mentions)
    return seen
