"""The one decision: does a figure of the copy state a fact, rightly, wrongly, of something else, or not at all.

Five sums of weighted features, each a log odds: ``related`` (from words and slots alone: the copy makes the
claim, or a garbled version of it), ``conflict`` (the claim is made with another figure), ``same`` (the claim or
a garbled version of it is made with the fact's figure) and ``scope`` (garbled rather than faithful)
and ``statement`` (a sentence without the fact's figure makes the claim, or turns it round). Weights and
thresholds stand in ``weights.txt``, written by ``scripts/train.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import exp, fsum
from pathlib import Path
from typing import Literal

from linter.claims.comparison import Comparison
from linter.claims.inherit import CROWD

HEADS = ("related", "conflict", "same", "scope", "statement")
Outcome = Literal["agrees", "value", "unit", "superseded", "frequency", "direction", "scope"]


@dataclass(frozen=True)
class Weights:
    """``heads[head][feature]`` is a weight; "" is the constant. ``thresholds`` are log odds."""

    heads: dict[str, dict[str, float]]
    thresholds: dict[str, float]

    def odds(self, head: str, features: dict[str, float]) -> float:
        """The log odds of one question; the same to the last digit in whatever order features come."""
        weights = self.heads[head]
        return fsum([weights[""], *(weights[n] * v for n, v in features.items() if n in weights)])


@cache
def builtin_weights() -> Weights:
    """The weights that ship with medlint."""
    return read_weights((Path(__file__).parent / "weights.txt").read_text(encoding="utf-8"))


def read_weights(text: str) -> Weights:
    """Weights from their file: ``threshold | name | number`` and ``feature | a weight for each head | meaning`` lines."""
    heads: dict[str, dict[str, float]] = {head: {} for head in HEADS}
    thresholds: dict[str, float] = {}
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, *rest = (part.strip() for part in line.split("|"))
        if name == "threshold":
            thresholds[rest[0]] = float(rest[1])
            continue
        for head, weight in zip(HEADS, rest, strict=False):
            if weight:
                heads[head]["" if name == "constant" else name] = float(weight)
    return Weights(heads, thresholds)


@dataclass(frozen=True)
class Decision:
    """What a figure does with a fact, and by how much its log odds pass the threshold."""

    comparison: Comparison
    outcome: Outcome
    margin: float


_ANOTHER = (
    *tuple(f"contrary {slot} own" for slot in ("scope", "measure", "place", "desk", "age", "horizon")),
    "restricted age own",
)
"""Slots in which the figure's own words contradict the claim. With a figure of its own that is another claim."""


def decide(c: Comparison, weights: Weights) -> Decision | None:
    """What the figure does with the fact; None for nothing that can be told.

    What stands before the weights are rows of the contract, not evidence: another scope with its own figure is
    another claim, a change is no level, a clinic's own figure is true beside any
    fact, what the claim says of something else it says itself; a relative rate told as people alive, or given to all stages or ages in so many words, is not.
    """
    if (
        c.of("another of its kind")
        or c.of("another base")
        or (c.of("change differs") and c.of("is proportion"))
    ):
        return None
    crowded = c.context.crowd > CROWD
    return (None if crowded else _contradicted(c, weights)) if not c.agrees else _stated(c, weights, crowded)


def _contradicted(c: Comparison, weights: Weights) -> Decision | None:
    if c.of("own data") or c.of("claim says it too") or any(c.of(name) for name in _ANOTHER):
        return None
    odds, limit = weights.odds("conflict", c.features), weights.thresholds["conflict"]
    outcome: Outcome = "superseded" if c.was else "unit" if c.verdict == "unit" else "value"
    return Decision(c, outcome, odds - limit) if odds > limit else None


def _stated(c: Comparison, weights: Weights, crowded: bool) -> Decision | None:
    limit = weights.thresholds
    same, scope = weights.odds("same", c.features), weights.odds("scope", c.features)
    if c.of("verbatim") and c.of("word for word") > _IDENTICAL and c.of("equal"):
        return Decision(c, "agrees", same - limit["same"])
    widened = c.of("observed for relative") or c.of("told of all")
    if c.of("equal") and not crowded and (scope > limit["scope"] or (widened and same > limit["widened"])):
        sure = same > limit["same"] and (widened or same + scope > limit["same and scope"])
        return Decision(c, "scope", same - limit["same"]) if sure else None
    if same < limit["same"] or scope > limit["doubt"]:
        return None
    if c.of("direction turned") or c.of("contrary rhythm"):
        turned: Outcome = "direction" if c.of("direction turned") else "frequency"
        return Decision(c, turned, same - limit["turned"]) if same > limit["turned"] else None
    return Decision(c, "agrees", same - limit["same"])


_IDENTICAL = 0.95
"""The part of a claim's words that makes copy the claim itself."""


def reasons(c: Comparison, weights: Weights) -> tuple[str, ...]:
    """Why a figure is not taken to state a fact, in the words of copy and claim; a chance where no words tell."""
    head = "same" if c.agrees else "conflict"
    chance = 1 / (1 + exp(-max(-30.0, min(30.0, weights.odds(head, c.features)))))
    said = [
        f"{label}: {', '.join(dict.fromkeys(words))}"
        for label, words in (("contradicted", c.contrary), ("not said", c.missing), ("said besides", c.extra))
        if words
    ]
    if c.refuted:
        said.insert(0, "refuted: the copy says that this is wrong")
    if c.of("change differs"):
        said.insert(
            0, "a change, the fact is a level" if c.context.change else "a level, the fact is a change"
        )
    return tuple(said) or (f"{chance:.0%} likely to be this claim",)
