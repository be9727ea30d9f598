"""A draft as the binder reads it: each block's sentences, figures and slots, read once, when asked for."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import cached_property

from linter.language.ages import ages
from linter.language.figure import CLAIM, Figure
from linter.language.lex import fold
from linter.language.lexicon import Lexicon
from linter.language.quantities import may_hold_figures, read_figures
from linter.language.slots import Slot, frequencies, horizons, may_hold_slots
from linter.language.text import Mention, Sentence, sentences
from linter.model import Document
from linter.patterns import Pattern


class BlockReading:
    """One block, read. Everything is placed in the block's own text.

    Sentences are cut when they are first asked for: most blocks of an archive hold nothing that
    needs them. Words that tell an age or a frequency are slots, and name no concept beside.
    """

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self._lexicon = lexicon
        self.ages: list[Slot] = []
        self.frequencies: list[Slot] = []
        self.figures: list[Figure] = []
        self.horizons: list[Slot] = []
        if may_hold_figures(text):
            self.ages = ages(text)
            self.figures = [_as_limit(_with_age(f, self.ages), text) for f in read_figures(text)]
        if may_hold_slots(text):
            self.frequencies = frequencies(text)
            self.horizons = horizons(text, self.figures)

    @cached_property
    def sentences(self) -> list[Sentence]:
        found = sentences(self.text, self._lexicon)
        spans = [(s.start, s.end) for s in (*self.ages, *self.frequencies)]
        if not spans:
            return found

        def is_free(m: Mention) -> bool:
            return not any(low < m.end and m.start < high for low, high in spans)

        return [replace(s, mentions=[m for m in s.mentions if is_free(m)]) for s in found]

    @cached_property
    def mentions(self) -> list[Mention]:
        return [m for s in self.sentences for m in s.mentions]

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds a character of the block."""
        for k, sentence in enumerate(self.sentences):
            if offset < sentence.end:
                return k
        return len(self.sentences) - 1


_FORBIDS = Pattern(r"\b(?:not|never|n't|nobody should|avoid)\s+(?:\w+\s+){0,4}$", re.IGNORECASE)


def _as_limit(figure: Figure, text: str) -> Figure:
    """'Do not take more than 200 mg' sets a limit, and so does '10 days a month or more'."""
    if figure.qualifier == "over" and _FORBIDS.search(fold(text[max(0, figure.lead - 40) : figure.lead])):
        return replace(figure, qualifier="at-most")
    if (
        figure.qualifier == "exact"
        and not figure.is_range
        and (later := _OR_MORE.match(text[figure.end : figure.end + 40]))
    ):
        up = later["way"].lower() in ("more", "longer", "over", "above", "older", "higher")
        return replace(figure, qualifier="at-least" if up else "at-most")
    return figure


_OR_MORE = Pattern(
    r"\s+(?:[\w-]+\s+){1,3}?or\s+(?P<way>more|longer|over|above|older|higher|fewer|less|shorter|lower)\b(?!\s+(?:than|likely))",
    re.IGNORECASE,
)
_YEAR = Fraction(31556952)


def _with_age(figure: Figure, bands: list[Slot]) -> Figure:
    if (
        figure.role == CLAIM
        and figure.dimension not in ("proportion", "money")
        and any(s.start < figure.end and figure.start < s.end for s in bands)
    ):
        return with_age(figure)
    return figure


def with_age(figure: Figure) -> Figure:
    """The figure as an age or a band of ages, in years where it has no unit."""
    if figure.dimension == "count":
        figure = replace(figure, dimension="time", unit="year", size=_YEAR)
    return replace(figure, role="age")


class DocumentReading:
    """Reads the blocks of a document lazily and once."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document = document
        self.lexicon = lexicon
        self._read: dict[int, BlockReading] = {}

    def block(self, index: int) -> BlockReading:
        reading = self._read.get(index)
        if reading is None:
            reading = self._read[index] = BlockReading(self.document.blocks[index].text, self.lexicon)
        return reading
