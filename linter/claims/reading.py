"""A draft as the binder reads it: each block's sentences, figures and slots, read once, when asked for."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from fractions import Fraction
from functools import cached_property

from linter.claims.bare_units import of_cell, of_measures
from linter.language.ages import TOLD_AGE, YEAR, ages, is_told_as_age
from linter.language.figure import CLAIM, Figure
from linter.language.lex import fold
from linter.language.lexicon import Lexicon
from linter.language.ordinals import read_ranks
from linter.language.quantities import may_hold_figures, read_figures
from linter.language.slots import DAY, Slot, frequencies, horizons, may_hold_slots
from linter.language.text import Mention, Sentence, sentences
from linter.model import Document
from linter.patterns import AnyCase


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
            told = [_as_limit(_with_age(f, self.ages, text), text) for f in read_figures(text)]
            self.figures = of_measures(_with_ages(told, text), text)
        if may_hold_slots(text):
            self.frequencies = frequencies(text)
            self.horizons = horizons(text, self.figures)

    @cached_property
    def others(self) -> list[Figure]:
        """Ranks and rhythms, which are figures only for claims about such; read when one asks for them."""
        rhythms = rhythms_beside(self.text, self.frequencies, self.figures)
        return [*ranks_beside(self.text, self.figures), *rhythms]

    @cached_property
    def sentences(self) -> list[Sentence]:
        found = sentences(self.text, self._lexicon)
        spans = [(s.start, s.end) for s in (*self.ages, *self.frequencies)]
        aged = (TOLD_AGE.match(self.text, f.end, f.end + 16) for f in self.figures if f.role == "age")
        spans += [told.span() for told in aged if told]
        past = (_PAST.search(self.text, max(0, f.start - 12), f.start) for f in self.figures)
        spans += [told.span() for told in past if told]
        if not spans:
            return found

        def is_free(m: Mention) -> bool:
            return not any(low < m.end and m.start < high for low, high in spans)

        return [replace(s, mentions=[m for m in s.mentions if is_free(m)]) for s in found]

    @cached_property
    def within_figures(self) -> frozenset[int]:
        """Where the mentions begin that stand within a figure or the words that lead to it."""
        starts = [m.start for m in self.mentions]
        found: set[int] = set()
        for figure in self.figures:
            first = bisect_left(starts, min(figure.lead, figure.start))
            found.update(starts[first : bisect_left(starts, figure.end)])
        return frozenset(found)

    @cached_property
    def mentions(self) -> list[Mention]:
        return [m for s in self.sentences for m in s.mentions]

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds a character of the block."""
        for k, sentence in enumerate(self.sentences):
            if offset < sentence.end:
                return k
        return len(self.sentences) - 1


OTHER_ROLES = frozenset({"rank", "rhythm"})
"""The roles of figures that only claims about such have."""
_NO_RHYTHM = AnyCase(r"(?:at|in|before|mornings?|an?|per)\b|/")
"""'At night' says when, and not how often; '240 new patients a year' how many."""


def rhythms_beside(text: str, slots: list[Slot], figures: list[Figure]) -> list[Figure]:
    """How long lies between two times, of rhythms told without a figure: 'annually', 'once a year', 'twice a year'."""
    bare = [
        s
        for s in slots
        if not _NO_RHYTHM.match(text, s.start)
        and not any(f.start < s.end and s.start < f.end and f.dimension == "time" for f in figures)
    ]
    return [
        Figure(s.start, s.end, "duration", "time", 1 / Fraction(s.value[0]), unit="day", size=DAY, lead=s.start, role="rhythm")
        for s in bare
        if s.value[0]
    ]  # fmt: skip


def ranks_beside(text: str, figures: list[Figure]) -> list[Figure]:
    """The ranks of ``text`` that no figure holds; the number of 'No. 5' is a label and no figure."""
    held = [f for f in figures if f.role != "label"]
    return [r for r in read_ranks(text) if not any(f.start < r.end and r.start < f.end for f in held)]


_PAST = AnyCase(r"\b(?:past|last|previous|preceding|next|coming)\s+$")
"""'Over the past 30 years': no more than which way the years are counted."""
_FORBIDS = AnyCase(
    r"(?:\b(?:not|never|cannot|avoid)|n't|\b(?:nobody|no one|no|none)\b[^.;,:]{0,60}\b(?:should|must|may|can|ought to))\s+(?:\w+\s+){0,4}$"
)


_FORBIDDEN = {"over": "at-most", "under": "at-least"}
"""What bound is left where another is forbidden."""
_IS_THE_END = AnyCase(
    r"(?:\s*[,(][^.;,()]{1,30}[,)]|,)?\s+(?:is|are|was) the (?:very )?"
    r"(?:(?P<most>longest|latest|maximum|upper limit|limit|most)|shortest|earliest|minimum|lower limit|least)\b(?! (?:common|frequent|likely|usual|popular))"
)
"""'Two years is the longest anyone should stay on it'."""
_IN_UNDER = AnyCase(r"\bin (?:less than|under)\b")


def _as_limit(figure: Figure, text: str) -> Figure:
    """'Do not take more than 200 mg' sets a limit, as do 'no step is to take less than a day' and '10 days a month or more'."""
    within = figure.qualifier == "at-most" and _IN_UNDER.search(text, figure.lead, figure.start)
    if figure.qualifier == "exact" and not figure.is_range and (named := _IS_THE_END.match(text, figure.end)):
        return replace(figure, qualifier="at-most" if named["most"] else "at-least")
    turned = "at-least" if within else _FORBIDDEN.get(figure.qualifier)
    if turned and _FORBIDS.search(fold(text[max(0, figure.lead - 90) : figure.lead])):
        return replace(figure, qualifier=turned)
    if (
        figure.qualifier == "exact"
        and not figure.is_range
        and (later := _OR_MORE.match(text[figure.end : figure.end + 40]))
    ):
        up = later["way"].lower() in ("more", "longer", "over", "above", "older", "higher")
        return replace(figure, qualifier="at-least" if up else "at-most")
    return figure


_OR_MORE = AnyCase(
    r"\s+(?:[\w-]+\s+){1,3}?or\s+(?P<way>more|longer|over|above|older|higher|fewer|less|shorter|lower)\b(?!\s+(?:than|likely))"
)


def _with_age(figure: Figure, bands: list[Slot], text: str) -> Figure:
    if figure.role not in (CLAIM, "age") or figure.dimension in ("proportion", "money"):
        return figure
    banded = any(s.start < figure.end and figure.start < s.end for s in bands)
    if figure.role == CLAIM and not banded and not is_told_as_age(text, figure):
        return figure
    return _bounded(with_age(figure), text)


_AND = AnyCase(r"\s+(?:for|in|among|with)\s+[^.;,]{1,60},?\s+(?:and|but|versus|vs\.?|against)\s+(?:\w+\s)?")


def _with_ages(figures: list[Figure], text: str) -> list[Figure]:
    """'The age of onset is 18 years for one and 21 years for the other': both are ages."""
    found: list[Figure] = []
    for figure in figures:
        last = next((f for f in reversed(found) if f.role == "age"), None)
        if last is not None and figure.role == CLAIM and figure.unit == last.unit == "year":
            joined = _AND.fullmatch(text, last.end, figure.lead)
            figure = replace(figure, role="age") if joined else figure
        found.append(figure)
    return found


_SIDES = (
    ("over", AnyCase(r"\b(?:after|past|beyond)(?: the)?(?: age(?: of)?)?\s*$")),
    ("under", AnyCase(r"\bbefore(?: the)?(?: age(?: of)?)?\s*$")),
)


def _bounded(figure: Figure, text: str) -> Figure:
    """'After the age of 60' is over 60, 'before age 3' under 3."""
    before = text[max(0, figure.lead - 24) : figure.lead]
    if figure.qualifier == "exact" and not figure.is_range:
        for side, words in _SIDES:
            if words.search(before):
                return replace(figure, qualifier=side)
    return figure


def with_age(figure: Figure) -> Figure:
    """The figure as an age or a band of ages, in years where it has no unit."""
    if figure.dimension in ("count", "number"):
        figure = replace(figure, dimension="time", unit="year", size=YEAR)
    return replace(figure, role="age")


class DocumentReading:
    """Reads the blocks of a document lazily and once."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document = document
        self.lexicon = lexicon
        self._read: dict[int, BlockReading] = {}

    @cached_property
    def named(self) -> frozenset[str]:
        """Every concept that the document names anywhere, with all that they are kinds of."""
        blocks = (self.block(k) for k, b in enumerate(self.document.blocks) if b.text)
        names = frozenset(r for block in blocks for m in block.mentions for r in m.readings)
        return names | self.lexicon.above(names)

    def block(self, index: int) -> BlockReading:
        reading = self._read.get(index)
        if reading is None:
            block = self.document.blocks[index]
            reading = self._read[index] = BlockReading(block.text, self.lexicon)
            if block.kind == "cell":
                reading.figures = of_cell(reading.figures, block, self.document)
        return reading
