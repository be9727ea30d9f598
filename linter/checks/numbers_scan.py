"""What the checks of plain numbers share: the sentences that hold figures, and honest rounding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from linter.checks.view import View, fold_space
from linter.language.figure import Figure
from linter.language.lex import fold
from linter.patterns import Pattern
from linter.results import Finding
from linter.rulebook.rules import Rule

PROSE = ("title", "heading", "paragraph", "item", "cell", "caption", "note", "alt", "metadata")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its figures. Offsets are those of its block."""

    index: int
    text: str
    """The whole block, look-alike characters folded; as long as the block's own text."""
    start: int
    end: int
    figures: Sequence[Figure]
    number: int
    """Which sentence of the block it is."""

    @property
    def sentence(self) -> str:
        return self.text[self.start : self.end]

    def words(self, figure: Figure, *, lead: bool = False) -> str:
        """A figure as the copy has it, with its qualifier if asked."""
        return fold_space(self.text[figure.lead if lead and figure.lead >= 0 else figure.start : figure.end])

    def between(self, first: Figure, second: Figure) -> str:
        """The text from the end of one figure to the beginning of the next, qualifier included."""
        return self.text[first.end : max(first.end, second.lead)]


def passages(view: View, least: int = 1) -> Iterator[Passage]:
    """Every sentence that holds at least ``least`` figures."""
    for index, block in enumerate(view.document.blocks):
        if not block.text or block.kind not in PROSE:
            continue
        reading = view.reader.reading.block(index)
        if len(reading.figures) < least:
            continue
        text = fold(block.text)
        figures = iter(reading.figures)
        figure = next(figures, None)
        for number, sentence in enumerate(reading.sentences):
            here = []
            while figure is not None and figure.start < sentence.end:
                here.append(figure)
                figure = next(figures, None)
            if len(here) >= least:
                yield Passage(index, text, sentence.start, sentence.end, here, number)


def blocks(view: View, quick: Pattern | re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """The folded text of every block of prose in which ``quick`` is found."""
    for index, block in enumerate(view.document.blocks):
        if block.text and block.kind in PROSE:
            text = fold(block.text)
            if quick.search(text):
                yield index, text


def sentence_around(view: View, index: int, start: int, end: int) -> tuple[int, int]:
    """Where the sentence (or sentences) around ``start:end`` begins and ends."""
    reading = view.reader.reading.block(index)
    if not reading.sentences:
        return 0, len(reading.text)
    first = reading.sentences[reading.sentence_at(start)]
    last = reading.sentences[reading.sentence_at(max(start, end - 1))]
    return min(first.start, start), max(last.end, end)


def report(
    view: View, rule: Rule, index: int, start: int, end: int, *, variant: str = "", found: str = "",
    expected: str = "", suggestion: str = "", other: str = "", year: str = "", source: str = "",
) -> Finding:  # fmt: skip
    """A finding at ``start:end`` of a block, with its sentence and the words there as ``found``."""
    low, high = sentence_around(view, index, start, end)
    text = view.text(index)
    return view.finding(
        rule, index, start, end, variant=variant, found=found or fold_space(text[start:end]), expected=expected,
        suggestion=suggestion, sentence=text[low:high], other=other, year=year, source=source,
    )  # fmt: skip


def ulp(figure: Figure) -> Fraction:
    """One unit of the last decimal that a figure is written with, in its own unit."""
    return Fraction(1, 10**figure.decimals)


def grain(figure: Figure) -> Fraction:
    """How far a figure may be from what it rounds, in its own unit: half its last written place.

    Zeros at the end of a large count are taken as rounded away: 13,400 may be 13,350 to 13,450; but
    never by more than 2%, or everything would fit a round number.
    """
    half = ulp(figure) / 2
    value = figure.value
    if figure.decimals or value is None or value < 1000 or value.denominator != 1:
        return half
    step, whole = 1, int(value)
    while whole % 10 == 0 and whole:
        whole //= 10
        step *= 10
    return max(half, min(Fraction(step, 2), value / 50))


def percent_text(share: Fraction, decimals: int = 0) -> str:
    """A share as a percentage."""
    return f"{float(share * 100):.{decimals}f}%"


def number_text(value: Fraction) -> str:
    """A number as an editor would write it: thousands separated, at most two decimals."""
    if value.denominator == 1:
        return f"{int(value):,}"
    return f"{float(value):,.2f}".rstrip("0").rstrip(".")
