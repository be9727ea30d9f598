"""Pieces of context (a clause, a heading, a row of a table), and all of them around one figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from linter.claims.phrase import Phrase, phrase_of
from linter.claims.reading import BlockReading
from linter.language.figure import Figure
from linter.language.lexicon import Lexicon
from linter.language.slots import Slot
from linter.language.text import Mention

Span = tuple[int, int]

IMPLYING = frozenset({"condition", "population", "measure", "measurement"})
"""Kinds of concept that say what they are kinds of: 'metastatic melanoma' a stage, 'relative survival' an outcome."""


class Area:
    """A piece of context. ``weight`` discounts what is found there; ``veto`` lets it rule a fact out.

    What it says is looked up when it is first asked for: most areas of an archive never are.
    """

    def __init__(
        self,
        name: str,
        weight: float,
        veto: bool,
        reading: BlockReading,
        spans: Sequence[Span] | None,
        but: Sequence[Span] = (),
    ) -> None:
        self.name = name
        self.weight = weight
        self.veto = veto
        self.reading = reading
        self._spans = spans
        """Where in the block; None for the whole of it."""
        self._but = but
        self._implied: frozenset[str] | None = None
        self._narrower: dict[str, str] | None = None

    @property
    def spans(self) -> Sequence[Span]:
        """Where in the block the area is; empty for the whole of it."""
        return self._spans or ()

    def covers(self, start: int, end: int) -> bool:
        """True where these characters of the block belong to the area."""
        if self._spans is None:
            return True
        for low, high in self._spans:
            if low <= start and end <= high:
                break
        else:
            return False
        return not any(low < end and start < high for low, high in self._but)

    @cached_property
    def mentions(self) -> list[Mention]:
        if self._spans is None:
            return self.reading.mentions
        low, high = min(s[0] for s in self._spans), max(s[1] for s in self._spans)
        near = [s for s in self.reading.sentences if s.start < high and low < s.end]
        return [m for s in near for m in s.mentions if self.covers(m.start, m.end)]

    @cached_property
    def tops(self) -> list[Mention]:
        """The longest names, in order, those within figures aside."""
        inside = self.reading.within_figures
        found: list[Mention] = []
        reach = -1
        for mention in self.mentions:
            if mention.start >= reach and mention.start not in inside:
                reach = mention.end
                found.append(mention)
        return found

    @cached_property
    def ages(self) -> list[Slot]:
        return [s for s in self.reading.ages if self.covers(s.start, s.end)]

    @cached_property
    def horizons(self) -> list[Slot]:
        return [s for s in self.reading.horizons if self.covers(s.start, s.end)]

    @cached_property
    def frequencies(self) -> list[Slot]:
        return [s for s in self.reading.frequencies if self.covers(s.start, s.start + 1)]

    @cached_property
    def figures(self) -> list[Figure]:
        return [f for f in self.reading.figures if self.covers(f.start, f.end)]

    @cached_property
    def text(self) -> str:
        if self._spans is None:
            return self.reading.text
        return " ".join(self.reading.text[low:high] for low, high in self._spans)

    @cached_property
    def concepts(self) -> dict[str, Mention]:
        """Concept to its strongest mention here."""
        found: dict[str, Mention] = {}
        for mention in self.mentions:
            for reading in mention.readings:
                held = found.get(reading)
                if held is None or (reading in held.weak_readings and reading not in mention.weak_readings):
                    found[reading] = mention
        return found

    @cached_property
    def strong(self) -> frozenset[str]:
        return frozenset(c for c, m in self.concepts.items() if c not in m.weak_readings)

    def implied(self, lexicon: Lexicon) -> frozenset[str]:
        """What the diseases, people and measures named here are kinds of: 'metastatic melanoma' implies the stage."""
        if self._implied is None:
            named = [c for c in self.strong if lexicon.kinds.get(c) in IMPLYING]
            self._implied = frozenset().union(*map(lexicon.ancestors, named))
        return self._implied

    def narrower(self, lexicon: Lexicon) -> dict[str, str]:
        """Each concept that something named here is a kind of, to the first of those by name."""
        if self._narrower is None:
            self._narrower = {}
            for concept in sorted(self.strong, reverse=True):
                self._narrower |= dict.fromkeys(lexicon.ancestors(concept), concept)
        return self._narrower


@dataclass(frozen=True)
class Context:
    """A figure (or a sentence without one) with everything around it, nearest first."""

    block: int
    figure: Figure | None
    sentence: int
    own: Area
    areas: list[Area]
    crowd: int = 1
    """How many figures the sentence holds."""
    change: bool = False
    """The figure says how much something changes, itself or as one of '26% and 20%'."""
    group: tuple[str, int, int] | None = None
    """The table, list or sentence in which the figure stands beside others."""

    @cached_property
    def named(self) -> frozenset[str]:
        """Every concept that any area names."""
        return frozenset().union(*(a.concepts for a in self.areas))

    @cached_property
    def phrase(self) -> Phrase | None:
        """What the figure is of, by the words right behind it."""
        return phrase_of(self.own.reading, self.figure) if self.figure else None


ANCHORS = frozenset({
    "condition", "symptom", "term", "drug", "drug class", "procedure", "measurement", "nutrient", "exposure", "lifestyle",
    "unknown name",
})  # fmt: skip
"""Kinds of concept that say what a claim is about."""
