"""A draft as the binder reads it: each block's sentences, figures and slots, read once, when asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from linter.language.figure import CLAIM, Figure
from linter.language.lexicon import Lexicon
from linter.language.quantities import read_figures
from linter.language.slots import Slot, ages, frequencies, horizons
from linter.language.text import Mention, Sentence, sentences
from linter.model import Document


@dataclass(slots=True)
class BlockReading:
    """One block, read. Everything is placed in the block's own text."""

    text: str
    sentences: list[Sentence]
    figures: list[Figure]
    ages: list[Slot]
    horizons: list[Slot]
    frequencies: list[Slot]

    @property
    def mentions(self) -> list[Mention]:
        return [m for s in self.sentences for m in s.mentions]

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds a character of the block."""
        for k, sentence in enumerate(self.sentences):
            if offset < sentence.end:
                return k
        return len(self.sentences) - 1


def read_block(text: str, lexicon: Lexicon) -> BlockReading:
    """Read a piece of prose that stands alone, such as a claim.

    Words that tell an age or a frequency are slots, and name no concept beside.
    """
    figures = read_figures(text)
    bands = ages(text)
    figures = [_with_age(f, bands) for f in figures]
    often = frequencies(text)
    found = sentences(text, lexicon)
    spans = [(s.start, s.end) for s in (*bands, *often)]
    if spans:
        for sentence in found:
            sentence.mentions = [m for m in sentence.mentions if not any(low < m.end and m.start < high for low, high in spans)]
    return BlockReading(text, found, figures, bands, horizons(text, figures), often)


def _with_age(figure: Figure, bands: list[Slot]) -> Figure:
    if figure.role == CLAIM and figure.dimension not in ("proportion", "money") and any(s.start < figure.end and figure.start < s.end for s in bands):
        return replace(figure, role="age")
    return figure


class DocumentReading:
    """Reads the blocks of a document lazily and once."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document = document
        self.lexicon = lexicon
        self._read: dict[int, BlockReading] = {}

    def block(self, index: int) -> BlockReading:
        reading = self._read.get(index)
        if reading is None:
            reading = self._read[index] = read_block(self.document.blocks[index].text, self.lexicon)
        return reading
