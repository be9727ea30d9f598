"""What a draft claims, as small values that can be grouped and sent between processes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from linter.checks.corpus_clauses import alone_from, told_twice
from linter.checks.corpus_figures import DOSES, is_comparable
from linter.checks.corpus_items import Item, heads_of, items_of
from linter.checks.corpus_scope import list_starts, scope_areas
from linter.checks.corpus_slots import Bounds, Slots, Span, marks, slots_of, statement_of, years_of
from linter.checks.corpus_words import LIMIT, abbreviations
from linter.checks.persons import is_option
from linter.checks.placed import Placed, place_of
from linter.checks.view import View
from linter.claims.areas import ANCHORS, Area, Context
from linter.claims.comparison import OWN, level_of
from linter.claims.leaning import PRONOUN_FIRST
from linter.claims.modality import is_refuted
from linter.claims.reading import BlockReading
from linter.language.figure import Figure
from linter.language.lex import fold
from linter.language.words import root
from linter.patterns import Pattern

_LIST = 4
"""From more figures than this on, a sentence is a list: which words are whose is anyone's guess."""
_SCENE = frozenset({"caption", "sentence", "row heading", "introduction"})
_KINDS_LEFT = ("title", "alt", "note")
_BARE = 1.0
"""Own words that weigh less than this say nothing without the label over them: 'A: 92%'."""
_OVER = Pattern(r"(?i)\b(?:last|past|next|coming|previous)\s+$")
_Scope = list[tuple[int, Area]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Placed):
    """A figure of a draft with what is said of it and what stands over it."""

    own: tuple[Item, ...]
    """What its own clause, row and column say."""
    wording: tuple[str, ...]
    """The words of its statement, as their roots sorted, without those that say nothing: ('every', 'page', 'review')."""
    leans: bool
    """True where that is next to nothing, and ``own`` holds what the title says too."""
    scope: tuple[tuple[int, tuple[Item, ...]], ...]
    """What each label and heading over it says, the title aside, with the number of its block."""
    title: tuple[Item, ...]
    said: frozenset[str]
    """All that ``own`` may mean."""
    inner: frozenset[str]
    """What the shorter names inside its names mean."""
    scene: frozenset[str]
    """All that may be meant around it, labels and headings included."""
    titled: frozenset[str]
    """All that the title may mean."""
    slots: Slots
    scope_marks: frozenset[str]
    beside: frozenset[Bounds]
    """Every figure of its sentence: '3 or 4 years' does not contradict '4'."""
    paragraph: frozenset[Bounds]
    """Every figure of its block."""
    years: tuple[int, ...]
    """The data years of its sentence, or else of what stands over it."""
    sources: tuple[int, ...]
    """The years of the sources that its sentence names."""
    again: bool
    """True for a share that tells in brackets what was counted before it: '600 million adults (44%)'."""
    is_limit: bool
    siblings: tuple[object, ...] | None
    """The same for the items of one list and the cells of one table, which are different things."""
    section: int | None
    """The heading over it."""
    plain: bool
    """True where the whole draft never speaks of relative survival."""


def claims(view: View) -> list[Claim]:
    """Every figure of a draft that could be stated elsewhere too, in order. Figures bound to a fact are left out.

    Read once a draft: the rule within it and the one across drafts ask for the same.
    """
    if view.claims is None:
        view.claims = list(_read(view))
    return view.claims


def _read(view: View) -> Iterator[Claim]:
    reader: _Claims | None = None
    for index, block in enumerate(view.document.blocks):
        if not block.text or block.kind in _KINDS_LEFT or block.quoted or is_option(block.text):
            continue
        if not _may_claim(view, index):
            continue
        reader = reader or _Claims(view)
        for context in view.reader.figures(index):
            if context.figure is not None and (index, context.figure.start) not in view.bound:
                claim = reader.claim(context)
                if claim is not None:
                    yield claim


def _may_claim(view: View, index: int) -> bool:
    """A cheap test: whether a block has a figure to compare."""
    text = fold(view.text(index))
    return any(f.is_claim and is_comparable(f, text) for f in view.reader.reading.block(index).figures)


@dataclass(frozen=True, slots=True)
class _Said:
    """Where the words of a figure are: its clause and what belongs to it, what stands over it, its statement."""

    near: list[Area]
    over: _Scope
    own: tuple[Item, ...]
    within: Span


class _Claims:
    """Reads the claims of one draft."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.lexicon = view.reader.reading.lexicon
        whole = " \n".join(fold(b.text) for b in view.document.blocks)
        self.plain = "relative" not in whole.lower()
        self.short = dict(abbreviations(whole, self.lexicon))
        self.lists = list_starts(view.document)
        at = view.document.title
        self.title = [view.reader.whole(at, "title", 0.55, False)] if at is not None else []
        self.titled = heads_of(self.title, self.lexicon, self.short)

    def claim(self, context: Context) -> Claim | None:
        """What a figure claims; None for what no other figure could be held against."""
        figure = context.figure
        assert figure is not None
        reading = self.view.reader.reading.block(context.block)
        sentence = reading.sentences[context.sentence]
        here = [f for f in reading.figures if sentence.start <= f.start < sentence.end and f.is_claim]
        if (
            not is_comparable(figure, fold(reading.text))
            or len(here) > _LIST
            or is_refuted(context, self.view.reader)
        ):
            return None
        if figure.dimension == "time" and _is_over(figure, here, reading):
            return None
        said = self._said(context, figure, any(f.start < figure.start for f in here))
        leans = sum(max(1, len(i.parts)) for i in said.own) == 1
        own = (*said.own, *self.titled) if leans else said.own
        return self._made(context, figure, said, own, leans) if len(own) > leans else None

    def _said(self, context: Context, figure: Figure, coordinated: bool) -> _Said:
        """``coordinated``: another figure is before it in its sentence, whose words '12% in women' leaves out."""
        reading = self.view.reader.reading.block(context.block)
        sentence = reading.sentences[context.sentence]
        near = [context.own, *(a for a in context.areas if a is not context.own and level_of(a) == OWN)]
        within = sentence.start, sentence.end
        if coordinated and alone_from(fold(reading.text), within, figure) is None:
            near += [a for a in context.areas if a.name == "sentence, clause before"]
        within = statement_of(reading, within, figure)
        own = items_of(near, self.lexicon, self.short, within=within)
        over = scope_areas(self.view.reader, context.block, figure.start)
        if sum(i.weight for i in own) < _BARE and over and over[0][1].name in ("label", "lead-in"):
            near.append(over.pop(0)[1])
            own = items_of(near, self.lexicon, self.short, within=within)
        if PRONOUN_FIRST.match(reading.text, sentence.start):
            before = [a for a in context.areas if a.name == "sentence before"]
            topics = [i for i in items_of(before, self.lexicon, self.short) if i.kind in ANCHORS]
            own = (*own, *(topics or self.titled))
        return _Said(near, over, own, within)

    def _made(
        self, context: Context, figure: Figure, said: _Said, own: tuple[Item, ...], leans: bool
    ) -> Claim:
        block = self.view.block(context.block)
        reading = self.view.reader.reading.block(context.block)
        sentence = reading.sentences[context.sentence]
        over = [a for _, a in said.over]
        around = [a for a in context.areas if a.name in _SCENE]
        years, sources = years_of(reading, (sentence.start, sentence.end))
        years = years or tuple(y for a in (*over, *self.title) for y in years_of(a.reading)[0])
        siblings = ("table", block.table) if block.table is not None else self.lists.get(context.block)
        return Claim(
            **place_of(self.view, context.block, reading.text, sentence, figure),
            own=own, wording=_worded(reading, said.within, figure), leans=leans,
            scope=tuple((at, i) for at, a in said.over if (i := heads_of([a], self.lexicon, self.short))),
            title=self.titled,
            said=frozenset(r for i in own for r in i.readings), inner=frozenset(r for i in own for p in i.parts for r in p),
            scene=frozenset(c for a in (*said.near, *over, *around) for c in a.concepts),
            titled=frozenset(c for a in self.title for c in a.concepts),
            slots=slots_of(context, figure, said.near, said.within), scope_marks=frozenset(m for a in over for m in marks(a)) | _opening_marks(reading.text, sentence.start),
            beside=frozenset(f.bounds for f in reading.figures if sentence.start <= f.start < sentence.end),
            paragraph=frozenset(f.bounds for f in reading.figures), years=years, sources=sources,
            again=told_twice(fold(reading.text), figure, reading.figures) is not None, is_limit=figure.dimension not in DOSES or bool(LIMIT.search(fold(reading.text), sentence.start, sentence.end)),
            siblings=siblings, section=block.heading, plain=self.plain,
        )  # fmt: skip


_OPENING = 24
_MARKS = Pattern(r"\b(?:[IVX]+|\d+|[A-D])\b")


def _opening_marks(text: str, end: int) -> frozenset[str]:
    """'II' of '(Class II). Estimated risk: 0.9%': what a few words before the sentence number."""
    return frozenset(_MARKS.findall(text[:end])) if end <= _OPENING else frozenset()


_SAYS_NOTHING = frozenset(
    "a an the each all any of our your their its his her please will be is are was were to it this that these those who which about around".split()
)


def _worded(reading: BlockReading, within: Span, figure: Figure) -> tuple[str, ...]:
    sentence = reading.sentences[reading.sentence_at(figure.start)]
    text = fold(reading.text).lower()
    low, high = max(sentence.start, within[0]), min(sentence.end, within[1])
    said = text[low : figure.lead] + " " + text[figure.end : max(high, figure.end)]
    return tuple(sorted(root(w) for w in _WORD.findall(said) if w not in _SAYS_NOTHING))


_WORD = Pattern(r"[a-z][a-z'’-]*")


def _is_over(figure: Figure, here: list[Figure], reading: BlockReading) -> bool:
    """True for a span of time over which something else is told: 'in 5 years 12%', 'the last 30 years'."""
    before = max(0, figure.lead - 24)
    return any(f.dimension == "proportion" for f in here) or bool(
        _OVER.search(reading.text, before, figure.lead)
    )
