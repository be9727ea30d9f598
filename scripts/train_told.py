"""Train the weights by which two figures in other words are known for one quantity.

    python scripts/train_told.py             # writes linter/checks/told_weights.txt
    python scripts/train_told.py --check     # fails where training again gives other weights

The rows are pairs of figures of ``tests/told``, ``tests/checks/told.jsonl``, ``tests/labelled``, of the benchmarks and of
the rules' own examples, see ``told_rows``. Where a label tells one figure of the pair only, the likeliest of the pairs that
it is in is taken for the one meant, and training repeated. A weight whose sign its meaning forbids is left out.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
from logistic import NOISE, newton
from told_rows import Row, cases, rows

ROOT = Path(__file__).parent.parent
WEIGHTS = ROOT / "linter" / "checks" / "told_weights.txt"
NAMES = Path(__file__).parent / "told_names.txt"
LIMITS = {
    "likely": (-0.5, "the least sum of a pair that is told"),
    "sure": (0.63, "the least sum of a pair that is a warning"),
}
_COUNTS = {"case": 1.0, "site": 1.0, "folder": 3.0}
"""What a row counts for; a page of other people's holds hardly a pair, and pages are what most is read of."""
_RIGHT = 1.0
_PENALTY = 1.0
_RARE = 3
_ROUNDS = 4
_JOBS = 24


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args(argv).check
    text = as_text(train(gather()))
    if not check:
        WEIGHTS.write_text(text, encoding="utf-8")
        return 0
    found, shipped = read(text), read(WEIGHTS.read_text(encoding="utf-8"))
    apart = max(abs(found.get(n, 0.0) - shipped.get(n, 0.0)) for n in {*found, *shipped})
    print(f"told_weights.txt is within {apart:.2f} of what training gives")
    return 0 if apart <= NOISE else 1


def names() -> dict[str, tuple[str, str]]:
    """The sign that each name of evidence may have, and its meaning."""
    lines = NAMES.read_text(encoding="utf-8").splitlines()
    return {n: (sign, meaning) for n, sign, meaning in (x.split(" ", 2) for x in lines if x[:1] != "#")}


def read(text: str) -> dict[str, float]:
    """The numbers of a file of weights."""
    return {n: float(v) for n, v, _ in (x.split(" ", 2) for x in text.splitlines() if x[:1] != "#")}


def gather() -> list[Row]:
    """The rows of all cases."""
    known = list(cases())
    with ProcessPoolExecutor(2) as pool:
        return [r for part in pool.map(rows, [known[k::_JOBS] for k in range(_JOBS)]) for r in part]


def train(found: Sequence[Row]) -> dict[str, float]:
    """The weights by name; the constant under ``base``."""
    labels = [r.label for r in found]
    weights = fit(found, labels)
    for _ in range(_ROUNDS):
        sums = [total(weights, r) for r in found]
        best = {
            r.group: k
            for _, k, r in sorted(
                (s, k, r) for k, (s, r) in enumerate(zip(sums, found, strict=True)) if r.label is None
            )
        }
        labels = [k == best[r.group] if r.label is None else r.label for k, r in enumerate(found)]
        weights = fit(found, labels)
    return weights


def total(weights: Mapping[str, float], row: Row) -> float:
    return weights["base"] + sum(weights.get(n, 0.0) for n in row.names)


def fit(found: Sequence[Row], labels: Sequence[bool | None]) -> dict[str, float]:
    """The weights of rows with labels, with no sign that meaning forbids."""
    signs = {n: sign for n, (sign, _) in names().items()}
    used = [(r, label) for r, label in zip(found, labels, strict=True) if label is not None]
    seen = Counter(n for r, _ in used for n in r.names)
    kept = [n for n in signs if seen[n] >= _RARE]
    while True:
        x = np.array([[*(n in r.names for n in kept), True] for r, _ in used], float)
        y = np.array([label for _, label in used], float)
        weight = np.array([_RIGHT if label else _COUNTS[r.kind] for r, label in used])
        ridge = np.array([_PENALTY] * len(kept) + [1e-3])
        beta = newton(x, y, weight, ridge, np.zeros(len(ridge)))
        wrong = {n for n, v in zip(kept, beta, strict=False) if {"+": v, "-": -v, "?": 1}[signs[n]] < 0}
        if not wrong:
            return {n: round(float(v), 2) for n, v in zip([*kept, "base"], beta, strict=True)}
        kept = [n for n in kept if n not in wrong]


def as_text(weights: Mapping[str, float]) -> str:
    """The file of weights."""
    limits = [f"{name} {least:g} {meaning}" for name, (least, meaning) in LIMITS.items()]
    lines = [f"{n} {weights[n]:g} {meaning}" for n, (_, meaning) in names().items() if weights.get(n)]
    return "\n".join([
        "# What speaks for and against two figures being one quantity: name, weight, meaning. A pair is told of from a sum",
        "# of 'likely' on, as information, and from 'sure' on as a warning. Written by scripts/train_told.py; not by hand.",
        *limits,
        f"base {weights['base']:g} where the sum begins",
        *lines,
    ]) + "\n"  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
