"""What a draft claims, as small values that can be grouped and sent between processes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from linter.checks.corpus_figures import DOSES, is_comparable
from linter.checks.corpus_items import Item, heads_of, items_of
from linter.checks.corpus_scope import list_of, scope_areas
from linter.checks.corpus_words import LIMIT, NEGATED, ORDER, SURVIVAL, abbreviations
from linter.checks.dating import _names_source
from linter.checks.view import View, fold_space
from linter.claims.areas import ANCHORS, Area, Context
from linter.claims.comparison import OWN, level_of
from linter.claims.inherit import PRONOUN_FIRST
from linter.claims.modality import is_refuted
from linter.claims.reading import BlockReading
from linter.language.figure import Figure
from linter.language.lex import fold
from linter.patterns import Pattern

_LIST = 4
"""From more figures than this on, a sentence is a list: which words are whose is anyone's guess."""
_SCENE = frozenset({"caption", "sentence", "row heading", "introduction"})
_KINDS_LEFT = ("title", "alt", "note")
_BARE = 1.0
"""Own words that weigh less than this say nothing without the label over them: 'A: 92%'."""
Bounds = tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True)
class Slots:
    """What has values, beside the figure itself; each is empty where the copy is silent."""

    horizons: frozenset[Fraction | int | None]
    ages: frozenset[tuple[Fraction | int | None, ...]]
    rhythms: frozenset[Fraction | int | None]
    companions: frozenset[tuple[str, Bounds]]
    """The other figures of its clause, row and column, with their dimension."""
    marks: frozenset[str]
    """Numbers and letters that name: stage 4, class V, round 2."""
    order: frozenset[str]
    negated: bool
    is_change: bool
    survival: str
    """relative, overall, free or nothing: which survival is meant."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure of a draft with what is said of it and what stands over it."""

    path: str
    block: int
    start: int
    end: int
    """Of the figure, in its block."""
    place: tuple[int, int, int, int, int, int]
    """Offsets, line and column, end line and end column in the file."""
    found: str
    sentence: str
    lines: tuple[str, ...]
    figure: Figure
    own: tuple[Item, ...]
    """What its own clause, row and column say."""
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
    years: tuple[int, ...]
    """The data years of its sentence, or else of what stands over it."""
    sources: tuple[int, ...]
    """The years of the sources that its sentence names."""
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
    bound = {(b.context.block, b.figure.start) for b in view.bindings}
    reader: _Claims | None = None
    for index, block in enumerate(view.document.blocks):
        if not block.text or block.kind in _KINDS_LEFT or block.quoted or not _may_claim(view, index):
            continue
        reader = reader or _Claims(view)
        for context in view.reader.figures(index):
            if context.figure is not None and (index, context.figure.start) not in bound:
                claim = reader.claim(context)
                if claim is not None:
                    yield claim


def _may_claim(view: View, index: int) -> bool:
    """A cheap test: whether a block has a figure to compare."""
    return any(f.is_claim and is_comparable(f) for f in view.reader.reading.block(index).figures)


class _Claims:
    """Reads the claims of one draft."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.lexicon = view.reader.reading.lexicon
        whole = " \n".join(fold(b.text) for b in view.document.blocks)
        self.plain = "relative" not in whole.lower()
        self.short = dict(abbreviations(whole, self.lexicon))
        at = view.document.title
        self.title = [view.reader.whole(at, "title", 0.55, False)] if at is not None else []

    def claim(self, context: Context) -> Claim | None:
        """What a figure claims; None for what no other figure could be held against."""
        figure = context.figure
        assert figure is not None
        reading = self.view.reader.reading.block(context.block)
        sentence = reading.sentences[context.sentence]
        here = [f for f in reading.figures if f.is_claim and sentence.start <= f.start < sentence.end]
        if not is_comparable(figure) or len(here) > _LIST or is_refuted(context, self.view.reader):
            return None
        if figure.dimension == "time" and (
            any(f.dimension == "proportion" for f in here) or _OVER.search(reading.text[: figure.lead])
        ):
            return None  # it tells over what time something else is taken
        near = [context.own, *(a for a in context.areas if a is not context.own and level_of(a) == OWN)]
        if any(f.start < figure.start for f in here):
            near += [a for a in context.areas if a.name == "sentence, clause before"]  # what '12% in women' leaves out
        within = _clause(reading, sentence.start, sentence.end, figure)
        own = items_of(near, self.lexicon, self.short, within=within)
        over = scope_areas(self.view.reader, context.block, figure.start)
        if sum(i.weight for i in own) < _BARE and over and over[0].name in ("label", "lead-in"):
            near, over = [*near, over[0]], over[1:]
            own = items_of(near, self.lexicon, self.short, within=within)
        if PRONOUN_FIRST.match(reading.text, sentence.start):
            before = [a for a in context.areas if a.name == "sentence before"]
            topics = [i for i in items_of(before, self.lexicon, self.short) if i.kind in ANCHORS]
            own = (*own, *(topics or heads_of(self.title, self.lexicon, self.short)))
        leans = sum(max(1, len(i.parts)) for i in own) == 1
        if leans:
            own = (*own, *heads_of(self.title, self.lexicon, self.short))
        return self._made(context, figure, near, over, own, within, leans) if len(own) > leans else None

    def _made(
        self, context: Context, figure: Figure, near: list[Area], over: list[Area], own: tuple[Item, ...],
        within: tuple[int, int],
        leans: bool,
    ) -> Claim:  # fmt: skip
        view, document = self.view, self.view.document
        block = view.block(context.block)
        reading = view.reader.reading.block(context.block)
        sentence = reading.sentences[context.sentence]
        text = fold(reading.text)
        low, high = block.span(figure.start, figure.end)
        (line, column), (last, last_column) = document.place(low), document.place(high)
        around = [a for a in context.areas if a.name in _SCENE]
        years, sources = _years(reading, sentence.start, sentence.end, text)
        return Claim(
            document.path, context.block, figure.start, figure.end, (low, high, line, column, last, last_column),
            fold_space(reading.text[figure.lead : figure.end]), fold_space(reading.text[sentence.start : sentence.end]),
            tuple(document.line_text(n) for n in range(line, last + 1)), figure, own, leans,
            self._heads(context.block, over), heads_of(self.title, self.lexicon, self.short),
            frozenset(r for i in own for r in i.readings), frozenset(r for i in own for p in i.parts for r in p),
            frozenset(c for a in (*near, *over, *around) for c in a.concepts),
            frozenset(c for a in self.title for c in a.concepts),
            _slots(context, figure, near, within, text),
            frozenset(m for a in over for m in _marks(a)),
            frozenset(f.bounds for f in reading.figures if sentence.start <= f.start < sentence.end),
            years or tuple(y for a in (*over, *self.title) for y in _years(a.reading, 0, 1 << 30, a.reading.text)[0]), sources,
            figure.dimension not in DOSES or bool(LIMIT.search(text, sentence.start, sentence.end)),
            ("table", block.table) if block.table is not None else list_of(document, context.block), block.heading, self.plain,
        )  # fmt: skip

    def _heads(self, block: int, over: list[Area]) -> tuple[tuple[int, tuple[Item, ...]], ...]:
        return tuple(
            (id(a.reading), items) for a in over if (items := heads_of([a], self.lexicon, self.short))
        )


def _slots(context: Context, figure: Figure, near: list[Area], within: tuple[int, int], text: str) -> Slots:
    own, said = context.own, text[within[0] : within[1]]
    horizons = [s for a in near for s in a.horizons if a is not own or (figure.start != s.start < within[1])]
    aged = [s for a in near for s in a.ages if a is not own or s.start < within[1]]
    rhythms = [s for a in near for s in a.frequencies if a is not own or s.start < within[1]]
    spans = {(a.reading, s.start) for a in near for s in (*a.horizons, *a.ages)}
    others = [
        f
        for a in near
        for f in a.figures
        if f is not figure and f.is_claim and (a.reading, f.start) not in spans and (a is not own or f.start < within[1])
    ]
    timed = [
        f.bounds[1]
        for f in own.figures
        if f is not figure and not f.is_claim and f.dimension == "time" and f.role not in _DATED and f.start < within[1]
    ]
    survival = SURVIVAL.search(said)
    return Slots(
        frozenset([*(s.value[0] for s in horizons), *timed]),
        frozenset(s.value for s in aged),
        frozenset(s.value[0] for s in rhythms),
        frozenset((f.dimension, f.bounds) for f in others),
        frozenset(m for a in near for m in _marks(a, within[1] if a is own else 1 << 30)),
        frozenset(w.lower() for w in ORDER.findall(said)),
        len(NEGATED.findall(LIMIT.compiled.sub(" ", said))) % 2 == 1,
        context.change,
        (survival.lastgroup or "") if survival else "",
    )


_DATED = frozenset({"age", "year", "period", "date"})
_MARK = Pattern(r"\b(?:[IVX]+|[A-Z]|[A-Za-z]?\d+[A-Za-z]?)\b")
_NUMBERED = frozenset({"label", "identifier", "ordinal", "version", "name", "date"})


def _marks(area: Area, end: int = 1 << 30) -> Iterator[str]:
    """'V' of 'class V', 'B' of 'phone B', '2' of 'round 2'; not the letter that begins a sentence."""
    figures = area.reading.figures
    starts = {s.start for s in area.reading.sentences}
    for match in _MARK.finditer(area.reading.text):
        if match.start() >= end or not area.covers(match.start(), match.end()):
            continue
        held = next((f for f in figures if f.start <= match.start() < f.end), None)
        if held is not None and held.role not in _NUMBERED:
            continue
        if match[0] in ("A", "I") and match.start() in starts:
            continue
        yield match[0]


def _years(reading: BlockReading, start: int, end: int, text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The years that a stretch of a block gives its data, and those of the sources that it names."""
    dated = [f for f in reading.figures if f.role in ("year", "period", "date") and start <= f.start < end]
    named = [f for f in dated if _names_source(text, f)]
    return tuple(int(f.bounds[1]) for f in dated if f not in named), tuple(int(f.bounds[1]) for f in named)


_OVER = Pattern(r"(?i)\b(?:last|past|next|coming|previous)\s+$")
_NEXT_CLAUSES = (
    r"[,;]\s+(?:and|but|so|yet)\s+(?=(?:[\w'’-]+\s+){3})",
    r",\s+which\s|\s[—–]\s|[;:]\s",
    r",[\x22”]\s+(?:said|says)\b",
    r",\s+(?:[\w'’-]+\s+){1,4}(?:say|says|said|reports?|reported|estimates?)\b",
    r",\s+(?:slightly|most(?:ly)?|more|many|half|split|usually|often|mainly|chiefly|and often|and usually)\b",
    r",\s+(?:men and women|women and men)\b",
)
_NEXT_CLAUSE = Pattern("|".join(_NEXT_CLAUSES))
"""', and most supermarkets have a shelf for them': another statement, whose words are not the figure's."""


_OPENING = Pattern(r"(?i)\W*(?:because|although|though|besides|despite|in short)\b[^,;:]*[,:]\s")
"""'Because it is common,': a reason, which restricts nothing, before the statement."""


def _clause(reading: BlockReading, start: int, stop: int, figure: Figure) -> tuple[int, int]:
    """Where the figure's statement begins and ends, in a sentence that says more beside it."""
    text = fold(reading.text)
    opening = _OPENING.match(text, start, figure.lead)
    joint = _NEXT_CLAUSE.search(text, figure.end, stop)
    spans = {s.start for s in (*reading.horizons, *reading.ages)}
    later = joint and any(
        f.is_claim and joint.end() <= f.start < stop and f.start not in spans for f in reading.figures
    )
    return opening.end() if opening else start, joint.start() if joint and not later else stop
