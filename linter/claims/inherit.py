"""Builds the contexts of a document's figures: which words are whose, and what stands around them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache, cached_property, partial
from itertools import pairwise

from linter.claims.areas import Area, Context
from linter.claims.around_cell import places_around
from linter.claims.leaning import antecedents, goes_on, is_anchor
from linter.claims.owner import figure_spans, is_restated, risen_from
from linter.claims.reading import OTHER_ROLES, BlockReading, DocumentReading
from linter.claims.respectively import others_of, sides_of
from linter.language.change import is_change
from linter.language.figure import Figure
from linter.model import Block
from linter.patterns import AnyCase

CROWD = 6
"""More figures than this in a sentence are a table gone to text: nobody can tell which is whose."""
_ELLIPTICAL = 2
"""The most sentences of a paragraph that leans on the question above it; a longer one says itself what it is about."""
_RUN = 4
"""From this many figures on with nothing between them but names, they are such a table too."""
_CHANGES = frozenset({"increase", "decrease"})
_PAUSE = AnyCase(r"[,;:()—–|]|\b(?:but|while|of|in|for|with|among|is|are|was|were|have|had|to)\b")


def _is_run_together(text: str, figures: list[Figure]) -> bool:
    """True for a table gone to text: 'Anemia 90% Nausea and vomiting 90% Preeclampsia 90%'."""
    between = [text[a.end : b.lead] for a, b in pairwise(figures)]
    return len(figures) >= _RUN and all(
        words.strip() and not _PAUSE.search(words) for words in between[: _RUN - 1]
    )


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

    def _group(self, index: int, sentence: int) -> tuple[str, int, int]:
        """The table, list or sentence that a figure of this block stands in."""
        block = self.document.blocks[index]
        if block.kind == "cell" and block.table is not None:
            return "table", block.table, 0
        if block.kind == "item" and block.parent is not None:
            return "list", block.parent, 0
        return "sentence", index, sentence

    def figures(self, index: int, roles: Collection[str] = ()) -> list[Context]:
        """A context for each figure of a claim in block ``index``, and for those of other ``roles``."""
        block = self.reading.block(index)
        found: list[Context] = []
        outer = self.outer(index)
        cell = self.document.blocks[index].kind == "cell"
        told_otherwise = not OTHER_ROLES.isdisjoint(roles)
        changing = cache(partial(is_change, block.text))
        for number, sentence in enumerate(block.sentences):
            figures = [
                f
                for f in (*block.figures, *(block.others if told_otherwise else ()))
                if (f.is_claim or f.role in roles) and sentence.start <= f.start < sentence.end
            ]
            figures.sort(key=lambda f: f.start)
            if not figures:
                continue
            bands = [s for s in block.ages if sentence.start <= s.start < sentence.end]
            again = sum(is_restated(sentence, a, b) for a, b in pairwise(figures))
            crowd = CROWD + 1 if _is_run_together(block.text, figures) else len(figures) - again
            for figure, group, span, spans in figure_spans(sentence, figures, block.horizons):
                sharing = [f for f, s in zip(group, spans, strict=True) if s == span]
                alike = [f for f in figures if f.dimension == figure.dimension]
                dealt = sharing if len(sharing) > 1 else group if len(group) > 1 else alike
                but = others_of(sentence, dealt, figure, bands)
                before = group[group.index(figure) - 1] if group[0] is not figure else None
                start = risen_from(sentence, before, figure) if before else None
                but += [start] if start else []
                sides = sides_of(sentence, alike)
                place = alike.index(figure)
                but += [side for k, side in enumerate(sides) if k != place]
                own = Area(
                    "cell" if cell else "clause",
                    1.0,
                    True,
                    block,
                    sorted([span, *sides[place : place + 1]]),
                    but,
                )
                rest = self._rest(block, number, spans, own, span, but)
                joined = [f for f in sharing if f.dimension == figure.dimension]
                change = any(changing(f) for f in joined) or (cell and _heads_change(outer))
                found.append(
                    Context(
                        index,
                        figure,
                        number,
                        own,
                        [own, *rest, *outer],
                        crowd,
                        change,
                        self._group(index, number),
                    )
                )
        return found

    def _rest(
        self, block: BlockReading, number: int, spans: list[tuple[int, int]], own_area: Area,
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
            weight = 0.6 if any(is_anchor(m, self.reading.lexicon) for m in own_area.mentions) else 0.8
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
        leaning = not any(is_anchor(m, self.reading.lexicon) for m in own_area.mentions)
        for k in range(number - 2, -1, -1):
            leaning = leaning and not any(
                is_anchor(m, self.reading.lexicon) for m in block.sentences[k + 1].mentions
            )
            sentence = block.sentences[k]
            if leaning and any(is_anchor(m, self.reading.lexicon) for m in sentence.mentions):
                areas.append(Area("paragraph", 0.7, False, block, [(sentence.start, sentence.end)]))
                break
        areas.append(
            Area(
                "paragraph", 0.5, False, block, [(block.sentences[0].start, block.sentences[number - 2].end)]
            )
        )
        return areas

    def outer(self, index: int) -> list[Area]:
        """Areas outside the block: row and column, lead-in, headings, title."""
        if index not in self._outer:
            block = self.document.blocks[index]
            areas: list[Area] = []
            if block.kind == "cell" and block.table is not None:
                areas += [self.whole(*place) for place in places_around(self.reading, index, block)]
            if block.parent is not None:
                areas.append(self.whole(block.parent, "lead-in", 0.8, False))
            if block.kind == "item" and index and self.document.blocks[index - 1].kind == "item":
                leaning = not any(
                    is_anchor(m, self.reading.lexicon) for m in self.reading.block(index).mentions
                )
                areas.append(self.whole(index - 1, "item before", 0.7 if leaning else 0.4, False))
            if goes_on(self.document, index):
                areas.append(self.whole(index - 1, "paragraph before", 0.65, False))
            areas += self._headings(index, block)
            self._outer[index] = areas
        return self._outer[index]

    def _headings(self, index: int, block: Block) -> list[Area]:
        areas = []
        heading, weight = block.heading, 0.7
        asks = heading == index - 1 and self.document.blocks[heading].text.rstrip().endswith("?")
        if asks and heading is not None and len(self.reading.block(index).sentences) <= _ELLIPTICAL:
            # A question and its elliptical answer are one sentence.
            areas.append(self.whole(heading, "sentence", 0.9, True))
        while heading is not None:
            areas.append(self.whole(heading, "heading", weight, weight == 0.7))
            areas += [
                self.whole(i, "heading before", 0.55, False) for i in antecedents(self.reading, heading)
            ]
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

    @cached_property
    def _opening(self) -> list[int]:
        """The first two paragraphs, which say what a draft is about when its title is a headline."""
        return [i for i, b in enumerate(self.document.blocks[:12]) if b.kind == "paragraph"][:2]

    def whole(self, index: int, name: str, weight: float, veto: bool) -> Area:
        key = (index, name, weight, veto)
        if key not in self._whole:
            block = self.reading.block(index)
            self._whole[key] = Area(name, weight, veto, block, None)
        return self._whole[key]
