"""Builds the contexts of a document's figures: which words are whose, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import pairwise

from linter.claims.areas import ANCHORS, Area, Context
from linter.claims.owner import others_of, regions
from linter.claims.reading import BlockReading, DocumentReading
from linter.language.change import is_change
from linter.language.figure import Figure
from linter.language.slots import Slot
from linter.language.text import Mention, Sentence
from linter.model import Block
from linter.patterns import Pattern

CROWD = 6
"""More figures than this in a sentence are a table gone to text: nobody can tell which is whose."""

_FAR = 4
"""How many headings back a pronoun may lean."""
PRONOUN_FIRST = Pattern(
    r"\W*(?:it|it's|its|they|they're|their|these|this|that|those|he|she)\b", re.IGNORECASE
)
_STAND_IN_FIRST = Pattern(
    r"\W*(?:the|this|that|these|such) (?:same )?(?:drug|disease|condition|cancer|tumou?r|vaccine|test|treatment|medicine|illness|infection|virus|operation|pill|tablet|jab|injection|therap)\w*\b",
    re.IGNORECASE,
)
_LEANING = Pattern(
    r"^\W*(?:and|but|so|what about|how about|or)\b|\b(?:it|it's|its|they|them|their|this|that|the disease|the condition|the cancer|the tumou?r|the drug|the illness|the infection)\b",
    re.IGNORECASE,
)
_TOPICS = frozenset({"condition", "symptom", "term", "drug", "drug class", "nutrient", "unknown name"})
"""Kinds that a pronoun may stand for."""


def _leans(heading: str) -> bool:
    return len(heading.split()) > 2 and bool(_LEANING.search(heading))


_Spanned = tuple[Figure, list[Figure], tuple[int, int], list[tuple[int, int]]]


def figure_spans(sentence: Sentence, figures: list[Figure], horizons: list[Slot]) -> list[_Spanned]:
    """Each figure, the figures it shares the sentence with, its own words and theirs.

    Spans of time ('five-year', 'at 10 years') are read beside every other figure, but do not part
    the words of those: they belong to one of them.
    """
    spans_of_time = {s.start for s in horizons} | {f.start for f in figures if f.role == "age"}
    main = [f for f in figures if f.start not in spans_of_time]
    result: list[_Spanned] = []
    for group, wanted in ((main, main), (figures, [f for f in figures if f.start in spans_of_time])):
        if wanted:
            spans = regions(sentence, group)
            result += [(f, group, spans[group.index(f)], spans) for f in wanted]
    return sorted(result, key=lambda r: r[0].start)


_CHANGES = frozenset({"increase", "decrease"})


_PAUSE = Pattern(
    r"[,;:()—–|]|\b(?:but|while|of|in|for|with|among|is|are|was|were|have|had|to)\b", re.IGNORECASE
)


def _is_run_together(text: str, figures: list[Figure]) -> bool:
    """True for a table gone to text: 'Anemia 90% Nausea and vomiting 90% Preeclampsia 90%'."""
    between = [text[a.end : b.lead] for a, b in pairwise(figures)]
    return len(figures) >= _RUN and all(
        words.strip() and not _PAUSE.search(words) for words in between[: _RUN - 1]
    )


_RUN = 4


def _heads_change(outer: Sequence[Area]) -> bool:
    """True for a cell under 'Reduction' or 'Risk lowered by'."""
    return any(a.name == "column" and a.strong & _CHANGES for a in outer)


class ContextReader:
    """Builds the contexts of a document's figures."""

    def __init__(self, reading: DocumentReading) -> None:
        self.reading = reading
        self.document = reading.document
        self._outer: dict[int, list[Area]] = {}
        self._whole: dict[tuple[int, str, float, bool], Area] = {}

    def figures(self, index: int, roles: Collection[str] = ()) -> list[Context]:
        """A context for each figure of a claim in block ``index``, and for those of other ``roles``."""
        block = self.reading.block(index)
        found: list[Context] = []
        outer = self.outer(index)
        cell = self.document.blocks[index].kind == "cell"
        for number, sentence in enumerate(block.sentences):
            figures = [
                f
                for f in block.figures
                if (f.is_claim or f.role in roles) and sentence.start <= f.start < sentence.end
            ]
            if not figures:
                continue
            bands = [s for s in block.ages if sentence.start <= s.start < sentence.end]
            crowd = CROWD + 1 if _is_run_together(block.text, figures) else len(figures)
            for figure, group, span, spans in figure_spans(sentence, figures, block.horizons):
                sharing = [f for f, s in zip(group, spans, strict=True) if s == span]
                but = others_of(sentence, sharing if len(sharing) > 1 else group, figure, bands)
                own = Area("cell" if cell else "clause", 1.0, True, block, [span], but)
                rest = self._rest(block, number, group, spans, own, span, but)
                joined = [f for f in sharing if f.dimension == figure.dimension]
                change = any(is_change(block.text, f) for f in joined) or (cell and _heads_change(outer))
                found.append(Context(index, figure, number, own, [own, *rest, *outer], crowd, change))
        return found

    def _rest(
        self, block: BlockReading, number: int, figures: list[Figure], spans: list[tuple[int, int]], own_area: Area,
        own: tuple[int, int], but: list[tuple[int, int]],
    ) -> list[Area]:  # fmt: skip
        """The rest of the sentence and the paragraph so far."""
        sentence = block.sentences[number]
        areas = []
        earlier = [s for s in dict.fromkeys(spans) if s[1] <= own[0]]
        if not earlier and sentence.start < own[0]:
            areas.append(Area("sentence", 0.9, True, block, [(sentence.start, own[0])], but))
        later = [s for s in dict.fromkeys(spans) if s[0] >= own[1]]
        if earlier:
            areas.append(Area("sentence, clause before", 0.8, False, block, earlier, but))
        if later:
            areas.append(Area("sentence, clause after", 0.6, False, block, later, but))
        elif own[1] < sentence.end:
            areas.append(Area("sentence, clause after", 0.6, False, block, [(own[1], sentence.end)], but))
        if number and not self._crowded(block, number - 1):
            before = block.sentences[number - 1]
            weight = 0.6 if any(self._anchors(m) for m in own_area.mentions) else 0.8
            areas.append(Area("sentence before", weight, False, block, [(before.start, before.end)]))
        if number > 1 and not self._crowded(block, 0):
            areas += self._earlier(block, number, own_area)
        return areas

    @staticmethod
    def _crowded(block: BlockReading, number: int) -> bool:
        """True for a table gone to text, which lends its topics to no one."""
        sentence = block.sentences[number]
        return sum(f.is_claim and sentence.start <= f.start < sentence.end for f in block.figures) > CROWD

    def _earlier(self, block: BlockReading, number: int, own_area: Area) -> list[Area]:
        """The sentences before the last one. The nearest that has a topic lends it to those that have none."""
        areas = []
        leaning = not any(self._anchors(m) for m in own_area.mentions)
        for k in range(number - 2, -1, -1):
            leaning = leaning and not any(self._anchors(m) for m in block.sentences[k + 1].mentions)
            sentence = block.sentences[k]
            if leaning and any(self._anchors(m) for m in sentence.mentions):
                areas.append(Area("paragraph", 0.7, False, block, [(sentence.start, sentence.end)]))
                break
        areas.append(
            Area(
                "paragraph", 0.5, False, block, [(block.sentences[0].start, block.sentences[number - 2].end)]
            )
        )
        return areas

    def _anchors(self, mention: Mention) -> bool:
        """True for words that say what a sentence is about; without any it leans on the one before."""
        return not mention.weak and any(
            self.reading.lexicon.kinds.get(r) in ANCHORS for r in mention.readings
        )

    def outer(self, index: int) -> list[Area]:
        """Areas outside the block: row and column, lead-in, headings, title."""
        if index not in self._outer:
            block = self.document.blocks[index]
            areas: list[Area] = []
            if block.kind == "cell" and block.table is not None:
                areas += self._table(index, block)
            if block.parent is not None:
                areas.append(self.whole(block.parent, "lead-in", 0.8, False))
            if block.kind == "item" and index and self.document.blocks[index - 1].kind == "item":
                leaning = not any(self._anchors(m) for m in self.reading.block(index).mentions)
                areas.append(self.whole(index - 1, "item before", 0.7 if leaning else 0.4, False))
            if block.kind == "paragraph" and self._continues(index):
                areas.append(self.whole(index - 1, "paragraph before", 0.65, False))
            areas += self._headings(index, block)
            self._outer[index] = areas
        return self._outer[index]

    def _headings(self, index: int, block: Block) -> list[Area]:
        areas = []
        heading, weight = block.heading, 0.7
        if heading == index - 1 and self.document.blocks[heading].text.rstrip().endswith("?"):
            # A question and its elliptical answer are one sentence.
            areas.append(self.whole(heading, "sentence", 0.9, True))
        while heading is not None:
            areas.append(self.whole(heading, "heading", weight, weight == 0.7))
            areas += [self.whole(i, "heading before", 0.55, False) for i in self._antecedents(heading)]
            heading, weight = self.document.blocks[heading].heading, 0.6
        title = self.document.title
        if title is not None and title != block.heading:
            areas.append(self.whole(title, "title", 0.55, False))
        above = self._above(block)
        for i in self._opening:
            if i != index:
                here = self.document.blocks[i].heading in above
                areas.append(self.whole(i, "opening" if here else "opening elsewhere", 0.5, False))
        return areas

    def _above(self, block: Block) -> set[int | None]:
        """The headings over a block: an opening paragraph under another one lends its topic, and no more."""
        above: set[int | None] = {None, self.document.title}
        heading = block.heading
        while heading is not None:
            above.add(heading)
            heading = self.document.blocks[heading].heading
        return above

    def _continues(self, index: int) -> bool:
        """True for a paragraph that opens with a pronoun: it goes on about what the one before named."""
        before, block = self.document.blocks[index - 1], self.document.blocks[index]
        return (
            index > 0
            and before.kind == "paragraph"
            and before.heading == block.heading
            and bool(PRONOUN_FIRST.match(block.text) or _STAND_IN_FIRST.match(block.text))
        )

    def _antecedents(self, heading: int) -> list[int]:
        """The headings that one like 'And if it has spread?' leans on: back to the first that has a topic."""
        blocks = self.document.blocks
        found: list[int] = []
        at = heading
        while _leans(blocks[at].text) and not self._names_topic(at):
            earlier = (i for i in range(at - 1, -1, -1) if blocks[i].kind == "heading")
            sibling = next((i for i in earlier if blocks[i].heading == blocks[heading].heading), None)
            if sibling is None or len(found) == _FAR:
                break
            found.append(sibling)
            at = sibling
        return found

    def _names_topic(self, index: int) -> bool:
        kinds = self.reading.lexicon.kinds
        return any(
            kinds.get(r) in _TOPICS
            for m in self.reading.block(index).mentions
            if not m.weak
            for r in m.readings
        )

    @cached_property
    def _opening(self) -> list[int]:
        """The first two paragraphs, which say what a draft is about when its title is a headline."""
        return [i for i, b in enumerate(self.document.blocks[:12]) if b.kind == "paragraph"][:2]

    def _table(self, index: int, block: Block) -> list[Area]:
        table = self.document.tables[block.table or 0]
        areas = []
        row = table.rows[block.row]
        labels = dict.fromkeys(
            cell for at, cell in enumerate(row)
            if cell not in (-1, index) and (at < table.header_columns or not self._has_figures(cell) or self._has_scope(cell))
        )  # fmt: skip
        areas += [
            self.whole(cell, "row" if n == 0 else "row, other label", 1.0 if n == 0 else 0.95, True)
            for n, cell in enumerate(labels)
        ]
        columns = dict.fromkeys(
            table.rows[r][block.column] for r in range(table.header_rows) if block.column < len(table.rows[r])
        )
        areas += [self.whole(cell, "column", 1.0, True) for cell in columns if cell not in (-1, index)]
        corner = [table.rows[r][0] for r in range(table.header_rows) if block.column != 0 and table.rows[r]]
        areas += [
            self.whole(cell, "row heading", 0.85, False)
            for cell in dict.fromkeys(corner)
            if cell not in (-1, index, *columns)
        ]
        rest = [cell for cell in dict.fromkeys(row) if cell not in (-1, index) and cell not in labels]
        areas += [self.whole(cell, "row, other cell", 0.5, False) for cell in rest]
        if table.caption is not None:
            areas.append(self.whole(table.caption, "caption", 0.85, True))
        if table.intro is not None:
            areas.append(self.whole(table.intro, "introduction", 0.75, False))
        return areas

    def _has_figures(self, cell: int) -> bool:
        return any(f.is_claim or f.role in ("period", "year") for f in self.reading.block(cell).figures)

    def _has_scope(self, cell: int) -> bool:
        """True for a cell that says of whom its row speaks, whatever figures it holds: 'Children up to 15 kg'."""
        kinds = {
            self.reading.lexicon.kinds.get(r)
            for m in self.reading.block(cell).mentions
            if not m.weak
            for r in m.readings
        }
        return bool(kinds & {"population", "condition", "place"})

    def whole(self, index: int, name: str, weight: float, veto: bool) -> Area:
        key = (index, name, weight, veto)
        if key not in self._whole:
            block = self.reading.block(index)
            self._whole[key] = Area(name, weight, veto, block, None)
        return self._whole[key]
