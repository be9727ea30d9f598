"""Train the weights of the decision from the drafts of ``tests/labelled``, ``tests/drifts``, ``tests/statements`` and ``tests/wordings``.

    python scripts/train.py                  # writes weights.txt, trees.txt and rarity.txt of linter/claims
    python scripts/train.py --check          # fails where training again gives other weights
    python scripts/train.py --held-out       # each topic decided by weights that never saw it

Plain logistic regression with an L2 penalty, solved by Newton's method; weights are folded back to the features'
own scale and rounded to two decimals. The question of conflict, for which there are rows enough, is shared with
boosted trees. Nothing is drawn at random without a fixed seed.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from math import fsum
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from boosting import grow
from labelled_rows import Row, collect, collect_strangers, write_rarity
from logistic import NOISE, newton
from meanings import meaning
from wordings import unpack

from linter.claims.comparison import NEAR, OWN, SENTENCE, SLOTS, TOPIC
from linter.claims.decide import HEADS, Weights, builtin_weights
from linter.claims.quantity import FIGURE_FEATURES
from linter.claims.ranks import add_ranks
from linter.claims.trees import Tree, as_line, total

ROOT = Path(__file__).parent.parent
LABELLED = ROOT / "tests" / "labelled"
DRIFTS = ROOT / "tests" / "drifts"
STATEMENTS = ROOT / "tests" / "statements"
WORDINGS = ROOT / "tests" / "wordings"
WEIGHTS = ROOT / "linter" / "claims" / "weights.txt"
TREES = ROOT / "linter" / "claims" / "trees.txt"
RARITY = ROOT / "linter" / "claims" / "rarity.txt"
THRESHOLDS = {
    "conflict": -0.5,
    "conflict, swapped": -0.6,
    "same": 0.0,
    "scope": 0.6,
    "scope, unnamed": 1.5,
    "same and scope": 3.0,
    "same and scope, distinct": 2.0,
    "same and scope, a norm": 4.5,
    "same, out of sight": 1.0,
    "same, hardly said": 2.0,
    "conflict, out of sight": 1.5,
    "conflict, doubtful": 1.0,
    "widened": 0.5,
    "changed": -1.0,
    "doubt": 0.6,
    "turned": 1.0,
    "statement": -0.45,
}
_PENALTY = {"related": 45.0, "conflict": 45.0, "same": 60.0, "scope": 24.0, "statement": 24.0}
_TREES = {"conflict": (0.5, 300, 30), "scope": (0.4, 200, 15)}
"""The part of a question's log odds that trees give, the rest being the weights'; how many of each seed; the fewest rows of a leaf."""
_SHARE = 4
"""One in this many of the figures that state nothing is trained on, at this many times its weight."""
_RARE = 40
"""Features of fewer rows than this are left out."""
_SINGLE = 0.5
"""What a row of a single sentence counts for."""
_FEW = 8
"""The same, for sentences without a figure."""
_FOLDS = 3
_STRANGERS = (5, 9, 14, 20, 27, 33, 40, 46)
"""How far off, in the order of their names, the topics stand whose facts a topic's drafts are held against."""
_SAMPLED = 10
"""One row in this many is asked what the trees of two trainings add to it."""


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--held-out", action="store_true")
    options = parser.parse_args(argv)
    folders, told = _topics(LABELLED, DRIFTS), _topics(STATEMENTS)
    rarity = write_rarity(folders + told)
    if options.check and rarity != RARITY.read_text(encoding="utf-8"):
        print("rarity.txt is not what training gives", file=sys.stderr)
        return 1
    RARITY.write_text(rarity, encoding="utf-8")
    with TemporaryDirectory() as scratch:
        rows = gather(folders) + gather_statements(told)
        rows += gather([unpack(p, Path(scratch)) for p in sorted(WORDINGS.glob("*.txt"))], _SINGLE)
    if options.held_out:
        return held_out(rows)
    found = fit(rows)
    if options.check:
        return _check(found, builtin_weights(), rows)
    WEIGHTS.write_text(as_text(found), encoding="utf-8")
    TREES.write_text(trees_as_text(found), encoding="utf-8")
    return 0


def _topics(*places: Path) -> list[Path]:
    """The folders of topics, in the order of their names."""
    return [p for place in places for p in sorted(place.iterdir()) if p.is_dir()]


def _check(found: Weights, shipped: Weights, drafts: list[list[Row]]) -> int:
    """0 where what ships is what training gives: the weights one by one, the trees by what they add to a sample of rows."""
    apart = _apart(found, shipped)
    judged = [r for d in drafts for r in d if not r.statement]
    rows = [("scope" if r.agrees else "conflict", r.features) for r in judged[::_SAMPLED]]
    sums = [(fsum(total(w.trees.get(h, ()), f)) for h, f in rows) for w in (found, shipped)]
    trees = fsum(abs(a - b) for a, b in zip(*sums, strict=True)) / max(1, len(rows))
    print(f"weights.txt is within {apart:.2f} of what training gives, trees.txt on the average {trees:.3f}")
    return 0 if apart <= NOISE and trees <= NOISE else 1


def _apart(a: Weights, b: Weights) -> float:
    """The greatest difference of any weight or threshold; a feature that one lacks weighs 0 there."""
    pairs = [(a.thresholds.get(n, 0.0), b.thresholds.get(n, 0.0)) for n in {*a.thresholds, *b.thresholds}]
    for head in HEADS:
        names = {*a.heads[head], *b.heads[head]}
        pairs += [(a.heads[head].get(n, 0.0), b.heads[head].get(n, 0.0)) for n in names]
    return max(abs(x - y) for x, y in pairs)


def gather(folders: Sequence[Path], part: float = 1.0) -> list[list[Row]]:
    """The rows of every draft under its own facts; and of each third under those with other values, of other things, or a neighbour's.

    All three for every draft gave no better weights, and took twice the time.
    """
    jobs: list[tuple[Path, Path, str, int | None]] = []
    for k, folder in enumerate(folders):
        jobs += [
            (folder, folder, "", None),
            (folder, folder, "value", 0),
            (folder, folder, "other", 1),
            (folder, folders[(k + 1) % len(folders)], "", 2),
        ]
    strangers = [[folders[(k + step) % len(folders)] for step in _STRANGERS] for k in range(len(folders))]
    with ProcessPoolExecutor(2) as pool:
        found = [draft for drafts in pool.map(collect, *zip(*jobs, strict=True)) for draft in drafts]
        if part == 1.0:
            found += [draft for drafts in pool.map(collect_strangers, folders, strangers) for draft in drafts]
    for row in (row for draft in found for row in draft):
        row.part = part
    return found


def gather_statements(folders: Sequence[Path]) -> list[list[Row]]:
    """The rows of drafts about facts without figures, under their own facts and a neighbour's."""
    own = [*folders, *folders]
    facts = [*folders, *(folders[(k + 1) % len(folders)] for k in range(len(folders)))]
    with ProcessPoolExecutor(2) as pool:
        found = pool.map(collect, own, facts, [""] * len(own), [None] * len(own))
        return [draft for drafts in found for draft in drafts]


def fit(drafts: list[list[Row]]) -> Weights:
    """The weights of each head, by feature, and the trees of the one that has some."""
    told = [r for d in drafts for r in d if r.statement]
    drafts = [[r for r in d if not r.statement] for d in drafts]
    rows = [r for d in drafts for r in d]
    for r in rows:
        r.reset()
    counts = Counter(name for r in rows for name in r.features)
    names = sorted(n for n, k in counts.items() if k >= _RARE)
    base = [n for n in names if n not in FIGURE_FEATURES]
    known = [r for r in rows if r.label is not None and r.kept(_SHARE)]
    folds = {t: k % _FOLDS for k, t in enumerate(sorted({r.topic for r in rows}))}
    heads = {"related": _head(known, base, [r.label != "none" for r in known], "related")}
    for fold in range(_FOLDS):
        there = [r for r in known if folds[r.topic] != fold]
        part = Weights({"related": _head(there, base, [r.label != "none" for r in there], "related")}, {})
        for draft in drafts:
            if draft and folds[draft[0].topic] == fold:
                rank(draft, part)
    ranked = sorted(names + list({n for r in known for n in r.features} - counts.keys()))
    of_conflict = [r for r in known if not r.agrees]
    of_same = [r for r in known if r.agrees]
    of_scope = [r for r in of_same if r.label != "none"]
    trees: dict[str, tuple[Tree, ...]] = {}
    seen = Counter(name for r in told for name in r.features)
    often = sorted(n for n, k in seen.items() if k >= _FEW)
    questions: list[_Question] = [
        ("conflict", of_conflict, ranked, [r.label == "same" for r in of_conflict]),
        ("same", of_same, ranked, [r.label != "none" for r in of_same]),
        ("scope", of_scope, ranked, [r.label == "scope" for r in of_scope]),
        ("statement", told, often, [r.label == "same" for r in told]),
    ]
    for (head, *_), (weights, grown) in zip(questions, _answers(questions), strict=True):
        heads[head] = weights
        if grown:
            trees[head] = grown
    return Weights(heads, THRESHOLDS, trees)


_Question = tuple[str, Sequence[Row], Sequence[str], Sequence[bool]]
_asked: list[_Question] = []
"""What the processes that answer find here, as they are forked: rows are many, and slow to send."""


def _answers(questions: list[_Question]) -> list[tuple[dict[str, float], tuple[Tree, ...]]]:
    """The weights and trees of each question, two at a time."""
    _asked[:] = questions
    with ProcessPoolExecutor(2, mp_context=get_context("fork")) as pool:
        return list(pool.map(_answer, range(len(questions))))


def _answer(number: int) -> tuple[dict[str, float], tuple[Tree, ...]]:
    head, rows, names, truth = _asked[number]
    return _shared(rows, names, truth, head) if head in _TREES else (_head(rows, names, truth, head), ())


def _shared(
    rows: Sequence[Row], names: Sequence[str], truth: Sequence[bool], head: str
) -> tuple[dict[str, float], tuple[Tree, ...]]:
    """Weights and trees that together answer one question."""
    part, count, fewest = _TREES[head]
    weights = _head(rows, names, truth, head)
    features, signs = [r.features for r in rows], [_signed(head, name) for name in names]
    trees = grow(features, names, truth, [r.weight(_SHARE) for r in rows], signs, part, count, fewest)
    return {n: round((1 - part) * v, 2) for n, v in weights.items()}, trees


def rank(draft: list[Row], weights: Weights) -> None:
    """Give the rows of one draft their ranks, by the given weights of words and slots."""
    for r in draft:
        r.reset()
        r.related = weights.odds("related", r.features)
    add_ranks([r for r in draft if not r.statement])


def _signed(head: str, name: str) -> int:
    """1 for a feature that must not speak against, -1 for one that must not speak for, 0 where meaning does not tell."""
    if name.startswith("verbatim but"):
        return 1 if head == "scope" else 0
    if name == "crossed":
        return {"conflict": 1, "same": -1}.get(head, 0)
    if head == "scope" and name.startswith("contrary") and name.endswith(" far"):
        return -1  # what stands far away adds, and vetoes nothing
    if head in ("related", "conflict", "statement"):
        return 1 if name.startswith(_FOR) else -1 if name.startswith(_AGAINST) or name.endswith(_LOST) else 0
    if head == "scope" and name in _SAID:
        return -1
    if head == "scope":
        return -1 if name.startswith(_FOR) else 1 if name.startswith(_AGAINST) or name.endswith(_LOST) else 0
    return 1 if name.startswith(_FOR) else 0


_FOR = (
    "same ",
    "said ",
    "all said",
    "nothing besides",
    "counts same",
    "rank said",
    "ahead ",
    "nothing swapped",
    "verbatim",
)
_AGAINST = ("contrary ", "lacks ", "dropped ", "restricted ", "extra ", "new ", "swap ", "change differs", "negation differs",
            "counts other", "outdone", "own data", "words swapped", "turned need", "dated otherwise", "projected only in copy", "rank not said", "base differs", "other only in copy", "another start", "nearly verbatim, a thing changed", "exchanged ", "put in ", "left out ", "thing exchanged", "added in place", "relation turned", "another disease nearer", "extra before a name", "subject of another figure", "kind of the disease nearer", "deaths for people", "extra of people", "said beside another figure")  # fmt: skip
_SAID = frozenset(
    f"{slot} {level}" for slot in ("subject", *SLOTS, "predicate") for level in (OWN, SENTENCE, NEAR, TOPIC)
)
"""Parts of the claim that the copy says, at the level of its words or of what they inherit."""
_LOST = (" absent", " instead")


def _head(rows: Sequence[Row], names: Sequence[str], truth: Sequence[bool], head: str) -> dict[str, float]:
    """The weights of one head; features whose weight has a sign that their meaning forbids are left out in turn."""
    found: dict[str, float] = {}
    while True:
        found = _fit(rows, names, truth, _PENALTY[head], found)
        wrong = {n for n, v in found.items() if n and v * _signed(head, n) < 0}
        if not wrong:
            return found
        names = [n for n in names if n not in wrong]


def _fit(
    rows: Sequence[Row], names: Sequence[str], truth: Sequence[bool], penalty: float, near: dict[str, float]
) -> dict[str, float]:
    """Logistic regression, with features scaled to deviation 1, from ``near`` on."""
    place = {n: k for k, n in enumerate(names)}
    x = np.zeros((len(rows), len(names) + 1))
    for i, r in enumerate(rows):
        for name, value in r.features.items():
            k = place.get(name)
            if k is not None:
                x[i, k] = value
    scale = np.maximum(x.std(0), 0.05)
    x, x[:, -1], scale[-1] = x / scale, 1.0, 1.0
    y = np.array(truth, float)
    w = np.array([r.weight(1 if r.statement else _SHARE) for r in rows])
    ridge = np.full(x.shape[1], penalty)
    ridge[-1] = 1e-3
    beta = np.array([near.get(n, 0.0) for n in [*names, ""]]) * scale
    beta = newton(x, y, w, ridge, beta)
    folded = beta / scale
    return {
        name: round(float(v), 2)
        for name, v in zip([*names, ""], folded, strict=True)
        if round(float(v), 2) or not name
    }


def as_text(found: Weights) -> str:
    """The file of weights: a line a feature, with what it means."""
    heads = found.heads
    lines = [
        "# What decides whether a figure states a fact. Written by scripts/train.py from tests/labelled, tests/drifts, tests/statements and tests/wordings; not by hand.",
        "# Each column is a sum of weight times feature, a log odds: above 0 is more likely than not.",
        "",
        *(f"limit | {name} | {value}" for name, value in found.thresholds.items()),
        "",
        "# " + " | ".join(["feature", *HEADS, "what the feature says"]),
    ]
    names = sorted({n for h in heads.values() for n in h if n})
    for name in ["", *names]:
        cells = [f"{heads[h][name]:+.2f}" if name in heads[h] else "" for h in HEADS]
        lines.append(" | ".join([name or "constant", *cells, meaning(name)]))
    return "\n".join(lines) + "\n"


def trees_as_text(found: Weights) -> str:
    """The file of trees: a line a tree."""
    lines = [
        "# What some features say only together: see linter/claims/trees.py. Written by scripts/train.py; not by hand.",
        *(f"{head} | {as_line(tree)}" for head, trees in found.trees.items() for tree in trees),
    ]
    return "\n".join(lines) + "\n"


def held_out(drafts: list[list[Row]], folds: int = 4) -> int:
    """Decide every topic by weights trained on the others, and count."""
    from outcomes import report

    topics = sorted({r.topic for d in drafts for r in d})
    done = []
    for fold in range(folds):
        test = {t for k, t in enumerate(topics) if k % folds == fold}
        weights = fit([d for d in drafts if d and d[0].topic not in test])
        for draft in drafts:
            if draft and draft[0].topic in test:
                rank(draft, weights)
                done.append((draft, weights))
    report(done)
    return 0


if __name__ == "__main__":
    sys.exit(main())
