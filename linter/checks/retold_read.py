"""Reads the tellings of a draft: each figure with the words of its statement, its sentence and what stands over it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from linter.checks.corpus_figures import is_label
from linter.checks.corpus_scope import list_starts
from linter.checks.corpus_slots import years_of
from linter.checks.persons import is_option
from linter.checks.placed import place_of
from linter.checks.retold import Bounds, Told
from linter.checks.retold_over import OverReader
from linter.checks.retold_statement import LEAST, around, is_numbering, is_usable, statement, thing, without
from linter.checks.retold_words import CARERS, ENROL, RESTRICTS, is_most, names, sides, steps, words
from linter.checks.view import View
from linter.claims.needs import kind_of
from linter.claims.reading import BlockReading
from linter.language.figure import Figure
from linter.language.lex import fold
from linter.language.text import Mention, Sentence
from linter.patterns import Pattern

_OPENING = 24
"""Characters in which a sentence begins with before or after what it is told of."""
_DIGITS = Pattern(r"\d+|\b[IVX]+\b")
_SETS = Pattern(r"(?:at|after|by|in|within|over|during|for|on)\s[^,;.]{1,30},", re.IGNORECASE)
"""'At week 16, 38% …': what sets the time of all that follows."""
_KINDS_LEFT = ("title", "alt", "note", "heading")
_MANY = 5
"""From more figures than this on, a sentence is a list."""
_GOES_ON = Pattern(r"\s*,?\s*(?:in|for|among|if|when|unless|except|on|with|but only)\b", re.IGNORECASE)
_SPOKEN = Pattern(r"^\W{0,3}[\"“]|\bI\b|\bmy\b", re.IGNORECASE)
"""What somebody says; a quotation block may as well be a box of the page."""
_NOT = Pattern(r"\b(?:not|never|no|without|neither|nor|cannot)\b|n't\b", re.IGNORECASE)
_PLAIN = Pattern(r"[a-z]+")
_VERBAL = Pattern(
    r"\b(?:is|are|was|were|has|have|had|the|an?|you|we|it|they|your|our|can|may|will|should|must|do|does|did)\b",
    re.IGNORECASE,
)
_ORDER = Pattern(
    r"\W*(?:wait|take|give|use|mix|add|drink|stop|start|keep|check|repeat|replace|throw|discard|store|allow|leave|bring|call"
    r"|ring|come|apply|inject|measure|send|reposition|turn|wash|see|ask|go|do)\b",
    re.IGNORECASE,
)
_PERIOD = Pattern(
    r"\b(?:an?|per|each|every|any|one|in)\s+(?:(?:24|twenty-four)\s+(?P<h>hours)|(?P<p>day|week|month|year|dose|visit|session|hour))\b"
    r"|\b(?P<d>daily|weekly|monthly)\b|/(?P<s>day|week)",
    re.IGNORECASE,
)
_DOUBTED = Pattern(
    r"\b(?:myth|wrong|mistake|typo|instead|rather than|used to|formerly|previously|no longer|raised|cut from|up from|down from"
    r"|changed?|corrected|increas\w+|decreas\w+|reduc\w+|rose|fell|grew|from .{1,20} to|suppose|imagine|example|e\.g|quiz"
    r"|compared|(?<!more )(?<!less )than|versus|vs|target|aim|goal|plan(?:ned|s)? to|hope|expect\w*|forecast|another|other|else"
    r"|extra|additional|remaining|rest|of (?:these|those|them|whom|which))\b",
    re.IGNORECASE,
)
"""What makes a figure that of another time, or no statement at all."""
_DRUGS = frozenset({"drug", "drug class", "nutrient"})


def tellings(view: View) -> list[Told]:
    """Every figure of a draft that its own words make known, in order. Read once a draft."""
    if view.told is None:
        view.told = list(_Reader(view).read())
    return view.told


@dataclass(frozen=True, slots=True)
class _Words:
    """What a figure is told with."""

    own: str
    core: frozenset[str]
    said: frozenset[str]
    restricts: frozenset[str]
    beside: frozenset[Bounds]
    inner: Sequence[Figure]
    most: bool


class _Reader:
    def __init__(self, view: View) -> None:
        self.view = view
        self.lexicon = view.reader.reading.lexicon
        self.over = OverReader(view)
        self.lists: dict[int, tuple[object, ...]] | None = None

    def read(self) -> Iterator[Told]:
        for index, block in enumerate(self.view.document.blocks):
            if not block.text or block.kind in _KINDS_LEFT:
                continue
            reading = self.view.reader.reading.block(index)
            usable = [f for f in reading.figures if is_usable(f) and (index, f.start) not in self.view.bound]
            if not usable or (block.quoted and _SPOKEN.search(block.text)) or is_option(block.text):
                continue
            text = fold(block.text)
            usable = [f for f in usable if f.dimension != "count" or not is_label(f, text)]
            for figure in usable:
                sentence = reading.sentences[reading.sentence_at(figure.start)]
                figures = [f for f in reading.figures if sentence.start <= f.start < sentence.end]
                told = self._words(index, text, sentence, figure, figures)
                if told is not None:
                    yield self._told(index, reading, text, sentence, figure, figures, told)

    def _words(
        self, index: int, text: str, sentence: Sentence, figure: Figure, figures: list[Figure]
    ) -> _Words | None:  # fmt: skip
        """The words of a figure; None for one that they do not make known."""
        here = text[sentence.start : sentence.end]
        if sum(f.is_claim for f in figures) > _MANY or here.rstrip().endswith("?"):
            return None
        beside = frozenset(f.bounds for f in figures if f is not figure)
        next_to = around(text, figure, figures, sentence)
        if self.view.block(index).table is not None:
            row = self._row(index)
            if row is None or _DOUBTED.search(here):
                return None
            label, rest, others = row
            core = frozenset([*words(label), *words(without(here, figures, sentence.start))])
            most = figure.qualifier == "at-most" or is_most(f"{label} {next_to}")
            told = _Words(here, core, core | frozenset(words(rest)), frozenset(), others, figures, most)
        else:
            low, high = statement(here, figure, sentence)
            if _DOUBTED.search(text, low, high):
                return None
            most = figure.qualifier == "at-most" or is_most(next_to)
            own = text[low:high]
            core = frozenset(words(next_to if most else without(own, figures, low)))
            said = frozenset(words(without(here, figures, sentence.start)))
            opened = _SETS.match(here)
            first = sentence.start + opened.end() if opened else sentence.start
            inner = [
                f
                for f in figures
                if (low <= f.start < high or f.start < first) and not is_numbering(text, f, sentence)
            ]
            told = _Words(own, core, said, self._restricts(sentence, text, high), beside, inner, most)
        return told if len(core) >= LEAST or most or core & ENROL else None

    def _row(self, index: int) -> tuple[str, str, frozenset[Bounds]] | None:
        """The label of a cell's row, the other words of its row and column, and the figures there."""
        view, block = self.view, self.view.block(index)
        table = view.document.tables[block.table or 0]
        row = next((r for r in table.rows[table.header_rows :] if index in r), None)
        if row is None or row[0] == index or row[0] < 0 or not table.header_rows:
            return None
        cells = [c for c in row[1:] if c >= 0 and c != index]
        figures = frozenset(f.bounds for c in cells for f in view.reader.reading.block(c).figures)
        rest = " ".join([view.column_heads(index), *(view.text(c) for c in cells)])
        return view.text(row[0]), rest, figures

    def _restricts(self, sentence: Sentence, text: str, end: int) -> frozenset[str]:
        """Of a sentence up to where the statement ends, or of all of it if the rest goes on to say for whom."""
        if _GOES_ON.match(text, end, sentence.end):
            end = sentence.end
        told = [
            m
            for m in sentence.mentions
            if m.start < end and kind_of(m.readings[0], self.lexicon) in RESTRICTS
        ]
        return frozenset(w for m in told for w in words(m.text)) - CARERS | names(text[sentence.start : end])

    def _drugs(self, index: int, sentence: Sentence, over: Iterable[Mention]) -> frozenset[str]:
        """The drugs of a sentence, its row and what stands over it, or else of the title."""
        near = [*sentence.mentions, *over]
        block = self.view.block(index)
        if block.table is not None:
            rows = self.view.document.tables[block.table].rows
            first = next((r[0] for r in rows if index in r), -1)
            near += self.view.reader.reading.block(first).mentions if first >= 0 else []
        return self._named(near) or self._named(self.over.title_mentions())

    def _named(self, mentions: Iterable[Mention]) -> frozenset[str]:
        drugs = (m for m in mentions if kind_of(m.readings[0], self.lexicon) in _DRUGS)
        return frozenset(w for m in drugs for w in words(m.text))

    def _period(self, index: int, text: str, sentence: Sentence, figure: Figure) -> str:
        told = _PERIOD.search(text, figure.end, min(sentence.end, figure.end + 40))
        told = told or _PERIOD.search(text, sentence.start, figure.start)
        if told is None:
            told = _PERIOD.search(f"{self.view.row_label(index)} {self.view.column_heads(index)}")
        if told is None or told["h"]:
            return "day" if told else ""
        return (told["p"] or told["d"] or told["s"]).lower().replace("daily", "day").removesuffix("ly")

    def _siblings(self, index: int) -> tuple[object, ...]:
        if self.lists is None:
            self.lists = list_starts(self.view.document)
        table = self.view.block(index).table
        return ("table", table) if table is not None else self.lists.get(index, ("block", index))

    def _told(
        self, index: int, reading: BlockReading, text: str, sentence: Sentence, figure: Figure, figures: list[Figure], told: _Words
    ) -> Told:  # fmt: skip
        block = self.view.block(index)
        here = text[sentence.start : sentence.end]
        over, mentions = self.over.read(index, figure.start)
        return Told(
            **place_of(self.view, index, text, sentence, figure),
            thing=thing(text, figure),
            core=told.core, said=told.said, title=self.over.title, title_turns=self.over.title_turns, names=names(here), restricts=told.restricts, over=over, section=self.over.section(index),
            lead=_lead(text, sentence),
            near=frozenset((f.dimension, f.bounds) for f in figures if f is not figure),
            companions=frozenset((f.dimension, f.bounds) for f in told.inner if f is not figure and f.role != "year"),
            beside=told.beside, paragraph=frozenset(f.bounds for f in reading.figures), years=frozenset(years_of(reading, (sentence.start, sentence.end))[0]),
            steps=steps(told.own), sides=sides(told.own) | sides(here.split(",")[0][:_OPENING]), studies=self.over.studies(text),
            negated=bool(_NOT.search(told.own)) and not is_most(told.own), most=told.most, siblings=self._siblings(index),
            row=block.table is not None, wording=tuple(sorted(_PLAIN.findall(told.own.lower()))),
            fragment=block.table is None and not (_VERBAL.search(here) or _ORDER.match(here)),
            drugs=self._drugs(index, sentence, mentions), period=self._period(index, text, sentence, figure),
        )  # fmt: skip


_LEAD_REACH = 40


def _lead(text: str, sentence: Sentence) -> frozenset[str]:
    if not text[: sentence.start].strip():
        return frozenset()
    start = text[: min(_LEAD_REACH, sentence.start)]
    return frozenset([*words(start)[:1], *_DIGITS.findall(start[:20])])
