"""Reads the tellings of a draft: each figure with the words of its statement, its sentence and what stands over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from linter.checks.corpus_clauses import alone_from
from linter.checks.corpus_figures import is_label
from linter.checks.corpus_scope import list_starts
from linter.checks.corpus_slots import years_of
from linter.checks.own_dates import is_own_date
from linter.checks.persons import is_option
from linter.checks.placed import place_of
from linter.checks.retold import Bounds, Told
from linter.checks.retold_asked import asks
from linter.checks.retold_figures import told_figures
from linter.checks.retold_lead import LEAD_REACH, is_of_case, lead_of, whom_before
from linter.checks.retold_over import OverReader
from linter.checks.retold_statement import (
    LEAST,
    SETS,
    around,
    is_horizon,
    is_numbering,
    is_private,
    is_usable,
    labels_of,
    noun_of,
    opening,
    statement,
    thing,
    without,
)
from linter.checks.retold_words import CARERS, GROUPS, RESTRICTS, is_most, names, sides, steps, words
from linter.checks.view import View
from linter.claims.needs import kind_of
from linter.claims.reading import BlockReading
from linter.language.figure import Figure
from linter.language.lex import fold
from linter.language.text import Mention, Sentence
from linter.patterns import AnyCase, Pattern

_OPENING = 24
"""Characters in which a sentence begins with before or after what it is told of."""
_KINDS_LEFT = ("title", "alt", "note", "heading")
_MANY = 5
"""From more figures than this on, a sentence is a list."""
_GOES_ON = AnyCase(r"\s*,?\s*(?:in|for|among|if|when|unless|except|on|with|but only)\b")
_SPOKEN = AnyCase(r"^\W{0,3}[\"“]|\bI\b|\bmy\b")
"""What somebody says; a quotation block may as well be a box of the page."""
_NOT = AnyCase(r"\b(?:not|never|no|nothing|without|neither|nor|cannot|avoid)\b|n't\b")
_PLAIN = Pattern(r"[a-z]+")
_VERBAL = AnyCase(
    r"\b(?:is|are|was|were|has|have|had|the|an?|you|we|it|they|your|our|can|may|will|should|must|do|does|did)\b"
)
_ORDER = AnyCase(
    r"\W*(?:wait|take|give|use|mix|add|drink|stop|start|keep|check|repeat|replace|throw|discard|store|allow|leave|bring|call"
    r"|ring|come|apply|inject|measure|send|reposition|turn|wash|see|ask|go|do)\b"
)
_PERIOD = AnyCase(
    r"\b(?:an?|per|each|every|any|one|in)\s+(?:(?:24|twenty-four)\s+(?P<h>hours)|(?P<p>day|week|month|year|dose|visit|session|hour))\b"
    r"|\b(?P<d>daily|weekly|monthly)\b|/(?P<s>day|week)"
)
_DOUBTED = AnyCase(
    r"\b(?:myth|wrong|mistake|typo|instead|rather than|used to|formerly|previously|no longer|raised (?:from|to|by)|cut from|up from|down from"
    r"|changed?|corrected|increas\w+|decreas\w+|reduc\w+|rose|fell|grew|suppose|imagine|example|e\.g|quiz|often said|it is said|commonly (?:said|believed|thought)|people think"
    r"|an? (?:\w+ ){0,2}(?:study|survey|trial|poll|review) of|compared|(?<!more )(?<!less )(?<!later )than(?!\s+[\d£$€])|versus|vs|forecast|another|other|else"
    r"|extra|additional|remaining|rest of|of (?:these|those|them|whom|which))\b"
)
"""What makes a figure that of another time, or no statement at all."""
_FROM_TO = AnyCase(r"\bfrom \S{0,3}\d.{0,20} to\b")
_AIMED = AnyCase(r"\b(?:target|aim|goal|plan(?:s)? to|planned|hope|expect|want)(?:s|ed|ing)?\b")
_TURNS = frozenset(
    "blind first second third late early initi start full final repeat durat even read place".split()
)
"""Roots that the lexicon takes for stages, seasons or places and that say when."""
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
            text = fold(block.text)
            known = told_figures(text, reading.figures)
            usable = [f for f in known if is_usable(f) and (index, f.start) not in self.view.bound]
            if not usable or (block.quoted and _SPOKEN.search(block.text)) or is_option(block.text):
                continue
            usable = [f for f in usable if f.dimension != "count" or not is_label(f, text)]
            usable = [f for f in usable if f.dimension != "date" or not is_own_date(text, f.start)]
            for figure in usable:
                sentence = reading.sentences[reading.sentence_at(figure.start)]
                figures = [f for f in known if sentence.start <= f.start < sentence.end]
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
            most = figure.qualifier == "at-most" or is_most(
                f"{label} {next_to} {self.view.column_heads(index)}"
            )
            labelled = view_figures(self.view, index)
            told = _Words(
                here, core, core | frozenset(words(rest)), frozenset(), others, [*figures, *labelled], most
            )
        else:
            low, high = noun_of(text, figure) or statement(here, figure, sentence)
            if figure.dimension == "time" and is_horizon(here, figure, figures, sentence):
                return None
            if _DOUBTED.search(text, low, high) or (
                figure.dimension != "clock" and _FROM_TO.search(text, low, high)
            ):
                return None
            most = figure.qualifier == "at-most" or is_most(next_to)
            own = text[low:high]
            core = frozenset(words(next_to if most else without(own, figures, low))) | self._named_with(
                figure, text
            )
            if low == figure.start and figure.dimension == "time":
                core |= frozenset(words("lasts"))  # 'the 10-week programme' lasts 10 weeks
            core |= frozenset(words(self.over.question(index, figure.start)))
            said = frozenset(words(without(here, figures, sentence.start)))
            opened = SETS.match(here)
            first = sentence.start + opened.end() if opened else sentence.start
            inner = [
                f
                for f in figures
                if (low <= f.start < high or f.start < first) and not is_numbering(text, f, sentence)
            ]
            restricts = self._restricts(sentence, without(text, figures, 0), figure, high)
            told = _Words(own, core, said, restricts, beside, inner, most)
        return told if core or most else None

    def _named_with(self, figure: Figure, text: str) -> frozenset[str]:
        """What a ratio names in its midst: 'one woman in ten'."""
        return frozenset(words(text[figure.start : figure.end])) if figure.kind == "ratio" else frozenset()

    def _row(self, index: int) -> tuple[str, str, frozenset[Bounds]] | None:
        """The label of a cell's row, the other words of its row and column, and the figures there."""
        view, block = self.view, self.view.block(index)
        table = view.document.tables[block.table or 0]
        row = table.rows[block.row]
        if block.row < table.header_rows or row[0] < 0 or not table.header_rows:
            return None
        if (
            row[0] == index
            and len(words(without(view.text(index), view.reader.reading.block(index).figures, 0))) < LEAST
        ):
            return None
        if row[0] == index:
            return "", " ".join(view.text(c) for c in row[1:] if c >= 0), frozenset()
        cells = [c for c in row[1:] if c >= 0 and c != index]
        figures = frozenset(f.bounds for c in cells for f in view.reader.reading.block(c).figures)
        rest = " ".join([view.column_heads(index), *(view.text(c) for c in cells)])
        label = view.text(row[0])
        return without(label, view.reader.reading.block(row[0]).figures, 0), rest, figures

    def _restricts(self, sentence: Sentence, text: str, figure: Figure, end: int) -> frozenset[str]:
        """Of a sentence up to where the statement ends, or of all of it if the rest goes on to say for whom."""
        if _GOES_ON.match(text, end, sentence.end):
            end = sentence.end
        alone = alone_from(text, (sentence.start, sentence.end), figure) or sentence.start
        told = [
            m
            for m in sentence.mentions
            if alone <= m.start < end and kind_of(m.readings[0], self.lexicon) in GROUPS
        ]
        return (frozenset(w for m in told for w in words(m.text)) | names(text[alone:end])) - CARERS - _TURNS

    def _drugs(self, index: int, sentence: Sentence, over: Iterable[Mention]) -> frozenset[str]:
        """The drugs of a sentence, its row and what stands over it, or else of the title."""
        near = [*sentence.mentions, *over]
        block = self.view.block(index)
        if block.table is not None:
            first = self.view.document.tables[block.table].rows[block.row][0]
            near += self.view.reader.reading.block(first).mentions if first >= 0 else []
        return self._named(near) or self._named(self.over.title_mentions())

    def _kinds(self, sentence: Sentence) -> frozenset[tuple[str, str]]:
        named = ((kind_of(m.readings[0], self.lexicon), m) for m in sentence.mentions)
        return frozenset((k, w) for k, m in named if k in RESTRICTS for w in words(m.text) if w not in CARERS)

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
        drugs = self._drugs(index, sentence, mentions)
        limit = told.most and bool(drugs & told.core)
        whom = whom_before(reading, sentence, self.lexicon) if limit else frozenset[str]()
        return Told(
            **place_of(self.view, index, text, sentence, figure),
            bounds=figure.bounds, size=float(sum(figure.bounds)) / 2,
            thing=thing(text, figure),
            core=told.core, said=told.said, title=self.over.title, title_kinds=self.over.title_kinds, title_turns=self.over.title_turns, opening=opening(here, figure, sentence), conditional=bool(_IF.match(here)), names=names(without(here, figures, sentence.start)), restricts=told.restricts | (whom - _TURNS), over=over, section=self.over.section(index),
            lead=lead_of(text, sentence) if not limit or is_of_case(text, sentence) else frozenset(),
            near=frozenset((f.dimension, f.bounds) for f in (*figures, *told.inner) if f is not figure),
            companions=frozenset((f.dimension, f.bounds) for f in told.inner if f is not figure and f.role not in ("year", "label") and f.dimension not in ("year", "clock", "date")),
            beside=told.beside, paragraph=frozenset(f.bounds for f in reading.figures), years=frozenset() if figure.dimension in ("year", "date") else frozenset(years_of(reading, (sentence.start, sentence.end))[0]),
            steps=steps(_marked(told, figure, text)), sides=_sides(told, here, figure, sentence, text), studies=self.over.studies(text), labels=labels_of(f"{text[:LEAD_REACH]} {here}", told.inner), aimed=bool(_AIMED.search(told.own)),
            negated=bool(_NOT.search(told.own)) and not is_most(told.own), most=told.most, siblings=self._siblings(index),
            row=block.table is not None, wording=tuple(sorted(_PLAIN.findall(told.own.lower()))),
            fragment=block.table is None and not (_VERBAL.search(here) or _ORDER.match(here)),
            kinds=self._kinds(sentence), asks=asks(figure, _PLAIN.findall(told.own.lower()), text[sentence.start : figure.lead], lasts="durat" in told.core | over.words, most=told.most),
            private=is_private(here, figure, sentence),
            drugs=drugs, period=self._period(index, text, sentence, figure),
        )  # fmt: skip


def view_figures(view: View, index: int) -> list[Figure]:
    """The figures of the label of a cell's row: 'Running time at 25 mL an hour'."""
    rows = view.document.tables[view.block(index).table or 0].rows
    first = next((r[0] for r in rows if index in r), -1)
    return [] if first in (-1, index) else list(view.reader.reading.block(first).figures)


def _marked(told: _Words, figure: Figure, text: str) -> str:
    """The statement with its figure as a mark: 'after #' is no event, nor is '# later'."""
    before, found, after = told.own.partition(text[figure.lead : figure.end])
    return f"{before.rstrip()} # {after.lstrip()}" if found else told.own


def _sides(told: _Words, here: str, figure: Figure, sentence: Sentence, text: str) -> frozenset[str]:
    """Before or after what; 'after 3 days' counts the days that the figure tells."""
    opened = figure.start - sentence.start > _OPENING
    return sides(_marked(told, figure, text)) | (
        sides(here.split(",")[0][:_OPENING]) if opened else frozenset()
    )


_IF = AnyCase(r"\W*(?:if|unless|with|without)\b")
