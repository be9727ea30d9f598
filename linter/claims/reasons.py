"""Why a figure is not taken to state a fact, for people."""

from __future__ import annotations

from math import exp

from linter.claims.comparison import Comparison
from linter.claims.decide import Weights


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
