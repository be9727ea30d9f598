"""What a comparison of copy with a claim is: named numbers for the decision, and words for people."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from linter.claims.areas import ANCHORS, Area, Context
from linter.claims.judge import Verdict
from linter.claims.key import FactKey
from linter.language.figure import Figure

OWN, SENTENCE, NEAR, TOPIC, FAR, ABSENT = "own", "sentence", "near", "topic", "far", "absent"
"""Levels at which copy says something of a figure: its own clause, row and column; the rest of its sentence; the
sentences and cells around it; headings and title; farther away; nowhere."""
LEVELS = (OWN, SENTENCE, NEAR, TOPIC, FAR, ABSENT)
_LEVEL_OF = {
    **dict.fromkeys(("clause", "cell", "row", "row, other label", "column"), OWN),
    **dict.fromkeys(("sentence", "sentence, clause before", "sentence, clause after"), SENTENCE),
    **dict.fromkeys(("sentence before", "lead-in", "caption", "introduction", "row heading"), NEAR),
    **dict.fromkeys(("item before", "paragraph before", "paragraph"), NEAR),
    **dict.fromkeys(("heading", "title"), TOPIC),
}
_SLOT_OF = {
    **dict.fromkeys(ANCHORS, "topic"),
    **dict.fromkeys(("measure", "measure part", "rank"), "measure"),
    **dict.fromkeys(("population", "person", "professional", "age", "season"), "population"),
    **dict.fromkeys(("light", "generic"), "minor"),
    "relation": "predicate", "place": "place", "stage": "stage", "anatomy": "site", "setting": "setting",
    "organisation": "source", "thing": "thing",
}  # fmt: skip
SLOTS = tuple("topic measure population place site words predicate stage setting source thing".split())


def level_of(area: Area) -> str:
    """The level of a piece of context."""
    return _LEVEL_OF.get(area.name, FAR)


def level_named(name: str) -> str:
    """The level of an area by its name."""
    return _LEVEL_OF.get(name, FAR)


def slot_of(kind: str) -> str:
    """The slot that a concept of a kind fills; ``words`` for what the lexicon does not know."""
    return _SLOT_OF.get(kind, "words")


@dataclass
class Comparison:
    """How a figure of the copy, or a sentence without one, stands to a claim.

    ``features`` hold what the decision reads; ``why``, ``missing``, ``extra`` and ``contrary`` say the same in
    the words of copy and claim.
    """

    context: Context
    key: FactKey
    features: dict[str, float] = field(default_factory=dict)
    why: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    contrary: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    """The copy's own words that give the figure to something else than the claim does."""
    absent: set[frozenset[str]] = field(default_factory=set)
    """The readings of the claim's needs that are met nowhere."""
    verdict: Verdict = "other"
    """How the figures stand to each other, whatever they are of."""
    was: bool = False
    """The copy's figure was the fact's once."""
    refuted: bool = False
    """The copy denies the figure, quotes it as wrong, or only supposes it."""
    related: float = 0.0
    """The log odds, by words and slots alone, that the copy makes this claim or a garbled version of it."""

    @cached_property
    def near(self) -> list[Area]:
        """The copy's own words and its sentence."""
        return [a for a in self.context.areas if level_of(a) in (OWN, SENTENCE)]

    @cached_property
    def named_near(self) -> frozenset[str]:
        """Every concept that the copy's own words and its sentence name."""
        return frozenset().union(*(a.concepts for a in self.near))

    @property
    def figure(self) -> Figure:
        assert self.context.figure is not None
        return self.context.figure

    @property
    def place(self) -> tuple[int, int]:
        """Where the figure stands: its block, and its start there."""
        return self.context.block, self.figure.start

    @property
    def sentence(self) -> tuple[int, int]:
        """Where its sentence stands: its block, and its number there."""
        return self.context.block, self.context.sentence

    @property
    def group(self) -> tuple[str, int, int] | None:
        """The table, list or sentence in which the figure stands beside others."""
        return self.context.group

    @property
    def fact(self) -> str:
        """The id of the fact."""
        return self.key.fact.id

    @property
    def said(self) -> tuple[object, ...]:
        """The value of the figure, however it is written."""
        hedged = self.figure.qualifier in ("exact", "about")
        return (self.figure.dimension, *self.figure.bounds, "" if hedged else self.figure.qualifier)

    @property
    def agrees(self) -> bool:
        return self.verdict == "agrees"

    def add(self, name: str, value: float = 1.0) -> None:
        """Add to a feature; what is 0 stays unsaid."""
        if value:
            self.features[name] = self.features.get(name, 0.0) + value

    def of(self, name: str) -> float:
        return self.features.get(name, 0.0)


@dataclass(frozen=True, slots=True)
class Bound:
    """Copy that states a fact, rightly or wrongly, with how the two compare."""

    comparison: Comparison

    @property
    def context(self) -> Context:
        return self.comparison.context

    @property
    def key(self) -> FactKey:
        return self.comparison.key

    @property
    def why(self) -> list[str]:
        return self.comparison.why
