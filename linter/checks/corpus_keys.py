"""What a draft claims, as small values that can be grouped by key and sent between processes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from linter.checks.corpus_alike import Telling, telling
from linter.checks.corpus_words import (
    GENERIC,
    MEASURES,
    NO_SUBJECT,
    REPORTING,
    SCOPE,
    SUBJECTS,
    SURVIVAL,
    abbreviations,
)
from linter.checks.dating import _names_source
from linter.checks.view import View, fold_space
from linter.claims.areas import Area, Context
from linter.claims.key import kind_of
from linter.claims.modality import is_refuted
from linter.claims.reading import BlockReading
from linter.language.change import is_change
from linter.language.figure import Figure
from linter.language.lex import fold
from linter.language.text import STOP, Mention, Sentence, Token, root
from linter.patterns import Pattern

Key = tuple[object, ...]

_SPANS = frozenset({"incubation", "interval", "isolation"})
"""Measures that are spans of time themselves."""
_LIST = 4
"""From more figures than this on, a sentence is a list."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure of a draft with what it is said of."""

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
    key: Key
    words: frozenset[str]
    """What its own clause says beside the key."""
    context: frozenset[str]
    """Everything said around it, headings and title included."""
    survival: str
    """relative, overall, free or nothing: which survival is meant."""
    plain: bool
    """True where the whole draft never speaks of relative survival."""
    years: tuple[int, ...]
    """The data years of its sentence."""
    sources: tuple[int, ...]
    """The years of the sources that its sentence names."""
    of_draft: bool
    """True where only the draft as a whole tells its subject: no other draft can be compared."""
    weight: int
    """How much the key says: concepts, measures, spans of time and ages."""
    names: tuple[str, ...]
    """The concepts of the key, for people."""
    is_limit: bool = False
    """True for a maximum, however it is worded: 'at most 4 g' and 'a maximum of 3 g' disagree."""
    is_span: bool = False
    """True for an incubation period and the like, of which there is one, however far apart two figures are."""
    table: int | None = None
    """Of a cell: the rows of one table are different things, whatever they share."""
    proper: frozenset[str] = frozenset()
    """Those of ``words`` that are written as names are."""
    shown: tuple[tuple[str, str], ...] = ()
    """Each of ``words`` as the copy writes it."""
    told: Telling | None = None
    """What its own words say, for comparison with claims of another key."""
    called: str = ""
    """What to call its line: ``line 12``, or what a format without lines has."""


def claims(view: View) -> list[Claim]:
    """Every figure of a draft that could be stated elsewhere too, in order. Figures bound to a fact are left out.

    Read once a draft: the rule within it and the one across drafts ask for the same.
    """
    if view.claims is None:
        view.claims = _read(view)
    return view.claims


def _read(view: View) -> list[Claim]:
    bound = {(b.context.block, b.figure.start) for b in view.bindings}
    wanted = [
        i
        for i, b in enumerate(view.document.blocks)
        if b.text and b.kind not in ("title", "alt", "note") and not b.quoted and _may_claim(view, i)
    ]
    if not wanted:
        return []
    reader = _Claims(view)
    return [
        claim
        for index in wanted
        for context in view.reader.figures(index)
        if context.figure is not None and (index, context.figure.start) not in bound
        for claim in reader.claim(context)
    ]


def _may_claim(view: View, index: int) -> bool:
    """A cheap test: whether a block has a figure to compare, in a sentence that is no list."""
    reading = view.reader.reading.block(index)
    count: dict[int, int] = {}
    comparable = set()
    for figure in reading.figures:
        if figure.is_claim:
            sentence = reading.sentence_at(figure.start)
            count[sentence] = count.get(sentence, 0) + 1
            if _is_comparable(figure):
                comparable.add(sentence)
    return any(count[s] <= _LIST for s in comparable)


class _Claims:
    """Reads the claims of one draft."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.lexicon = view.reader.reading.lexicon
        whole = " \n".join(fold(b.text) for b in view.document.blocks)
        self.plain = "relative" not in whole.lower()
        self.short = dict(abbreviations(whole, self.lexicon))

    def claim(self, context: Context) -> Iterator[Claim]:
        figure = context.figure
        assert figure is not None
        if not _is_comparable(figure):
            return
        reading = self.view.reader.reading.block(context.block)
        sentence = reading.sentences[context.sentence]
        if sum(f.is_claim and sentence.start <= f.start < sentence.end for f in reading.figures) > _LIST:
            return  # a list of figures: which words are whose is anyone's guess
        if is_refuted(context, self.view.reader):
            return
        near = [
            a
            for a in context.areas
            if (a.weight >= 0.85 and a.name != "caption") or a.name in ("clause", "cell")
        ]
        end = self._clause_end(context)
        concepts = {c: k for a in near for c, k in self._concepts(a, end)}
        subjects = {c for c, k in concepts.items() if k in SUBJECTS}
        inherited = {} if subjects else self._inherited(context)
        text = " ".join(_before_next_clause(a, *end) for a in near)
        change = is_change(self.view.text(context.block), figure)
        measures = tuple(
            name for name, pattern in MEASURES if pattern.search(text) and not (change and name == "effect")
        )
        span = any(s.start == figure.start for s in context.own.horizons)
        keyed = _is_telling(figure, concepts | inherited, measures, text) and (
            not span or bool(set(measures) & _SPANS)
        )
        if figure.dimension == "proportion" and not figure.unit:
            keyed = False  # 'two-thirds', too vague for a key of few words
        elif not keyed and (figure.dimension != "time" or _is_slot(reading, sentence)):
            return
        kind = _survival(text) if "survival" in measures else ""
        key = (
            _dimension(figure), change, tuple(sorted(concepts | inherited)), _label_figures(near), measures,
            tuple(sorted({s.value[0] for a in near for s in a.horizons if s.value[0] and not (a is context.own and s.start == figure.start)})),
            tuple(sorted({(s.value[0] or 0, s.value[1] or 999) for a in near for s in a.ages})),
            tuple(sorted({s.value[0] for a in near for s in a.frequencies if s.value[0]} if figure.dimension == "mass" else ())),
        )  # fmt: skip
        weight = len(concepts) + len(measures) + len(key[5]) + len(key[6]) + bool(inherited)
        yield self._made(
            context,
            figure,
            key,
            near,
            tuple(sorted(concepts)),
            kind,
            weight,
            not (subjects - NO_SUBJECT) and not inherited,
            "maximum" in measures,
            bool(set(measures) & _SPANS),
            keyed,
            end[1],
        )

    def _made(
        self,
        context: Context,
        figure: Figure,
        key: Key,
        near: list[Area],
        names: tuple[str, ...],
        survival: str,
        weight: int,
        of_draft: bool,
        is_limit: bool,
        is_span: bool,
        keyed: bool,
        end: int,
    ) -> Claim:
        view = self.view
        low, high = view.document.blocks[context.block].span(figure.start, figure.end)
        (line, column), (last, last_column) = view.document.place(low), view.document.place(high)
        shown = self._words(context, end)
        reading = view.reader.reading.block(context.block)
        sentence = reading.sentences[context.sentence]
        text = fold(reading.text)
        dated = [
            f
            for f in reading.figures
            if f.role in ("year", "period") and sentence.start <= f.start < sentence.end
        ]
        sources = tuple(int(f.bounds[1]) for f in dated if _names_source(text, f))
        years = tuple(int(f.bounds[1]) for f in dated if not _names_source(text, f))
        around = {r for a in context.areas for c in a.concepts for r in (c, *self._roots(c))}
        around |= {root(t) for a in context.areas for t in re.findall(r"[a-z]{3,}", fold(a.text).lower())}
        return Claim(
            view.document.path, context.block, figure.start, figure.end, (low, high, line, column, last, last_column),
            fold_space(view.text(context.block)[figure.lead : figure.end]), fold_space(reading.text[sentence.start : sentence.end]),
            tuple(view.document.line_text(n) for n in range(line, last + 1)), figure, key if keyed else (), frozenset(w for w, _ in shown),
            frozenset(around), survival, self.plain, years, sources, of_draft, weight, names, is_limit, is_span, view.block(context.block).table, frozenset(w for w, t in shown if t != t.lower()), shown,
            telling(context, self.lexicon, end), view.document.called(line),
        )  # fmt: skip

    @staticmethod
    def _roots(concept: str) -> list[str]:
        return [root(w) for w in concept.lstrip("~").split()]

    def _clause_end(self, context: Context) -> tuple[BlockReading, int]:
        """Where the figure's clause ends: at ', and' or ', but' before another statement, or nowhere."""
        figure = context.figure
        assert figure is not None
        reading = self.view.reader.reading.block(context.block)
        sentence = reading.sentences[context.sentence]
        joint = _NEXT_CLAUSE.search(fold(reading.text), figure.end, sentence.end)
        later = joint and any(f.is_claim and joint.end() <= f.start < sentence.end for f in reading.figures)
        return reading, joint.start() if joint and not later else len(reading.text)

    def _concepts(self, area: Area, end: tuple[BlockReading, int] | None = None) -> Iterator[tuple[str, str]]:
        """The concepts that say what is spoken of, each with its kind; none of its block beyond ``end``."""
        for mention in area.mentions:
            if end is not None and area.reading is end[0] and mention.start >= end[1]:
                continue
            named = self.short.get(mention.text)
            if named is not None:
                if named[1] in SUBJECTS or named[1] in SCOPE:
                    yield named
                continue
            if mention.weak:
                continue
            parts = self._parts(area, mention)
            if parts:
                yield from parts
                continue
            concept, kind = self._best(mention)
            if concept not in GENERIC and (kind in SUBJECTS or kind in SCOPE):
                yield concept, kind

    def _parts(self, area: Area, mention: Mention) -> list[tuple[str, str]]:
        """A stage and a disease that the lexicon also knows as one: 'metastatic colorectal cancer'."""
        inner = [
            m for m in area.mentions if m is not mention and mention.start <= m.start and m.end <= mention.end
        ]
        if len(inner) < 2:
            return []
        found = [
            best
            for m in inner
            if (best := self._best(m))[0] not in GENERIC and best[1] in ("stage", "condition")
        ]
        kinds = {kind for _, kind in found}
        return found if kinds == {"stage", "condition"} else []

    def _best(self, mention: Mention) -> tuple[str, str]:
        """The first reading; an ambiguous word that may name an organisation says nothing of the subject."""
        kinds = [kind_of(r, self.lexicon) for r in mention.readings]
        return ("", "light") if "organisation" in kinds else (mention.readings[0], kinds[0])

    def _is_known(self, mention: Mention) -> bool:
        """True for words that the key holds already, or that name whoever is credited."""
        concept, kind = self._best(mention)
        return not concept or ((kind in SUBJECTS or kind in SCOPE) and concept not in GENERIC)

    def _inherited(self, context: Context) -> dict[str, str]:
        """The subject of a clause that names none: that of the nearest heading, or the title."""
        for area in context.areas:
            if area.name in ("heading", "title", "row", "column", "caption"):
                subjects = {c: k for c, k in self._concepts(area) if k in SUBJECTS}
                if subjects:
                    return subjects
        return {}

    def _words(self, context: Context, end: int) -> tuple[tuple[str, str], ...]:
        """What the clause says beyond concepts, as roots with the word itself."""
        figure = context.figure
        assert figure is not None
        reading = self.view.reader.reading.block(context.block)
        sentence = reading.sentences[context.sentence]
        spans = [
            (m.start, m.end)
            for m in sentence.mentions
            if not m.weak and not m.readings[0].startswith("~") and self._is_known(m)
        ]
        own = context.own.text
        found: dict[str, str] = {}
        for token in sentence.tokens:
            if (
                not _is_word(token)
                or token.raw in self.short
                or token.raw not in own
                or token.start >= end
                or any(a <= token.start < b for a, b in spans)
            ):
                continue
            if figure.lead <= token.start < figure.end:
                continue
            stem = root(token.lemma)
            if (
                token.lemma not in REPORTING
                and stem not in REPORTING
                and not any(p.fullmatch(token.lower) for _, p in MEASURES)
            ):
                found.setdefault(stem, token.raw)
        return tuple(found.items())


#: ', and most supermarkets have a shelf for them': another statement, whose words are not the figure's.
_NEXT_CLAUSE = Pattern(
    r"[,;]\s+(?:and|but|so|yet)\s+(?=(?:[\w'’-]+\s+){3})|,\s+which\s|\s[—–]\s|[;:]\s|,[\x22”]\s+(?:said|says)\b|,\s+(?:[\w'’-]+\s+){1,4}(?:say|says|said|reports?|reported|estimates?)\b|,\s+(?:slightly|most(?:ly)?|more|many|half|split|usually|often|mainly|chiefly|men and women|women and men|and often|and usually)\b"
)


def _before_next_clause(area: Area, reading: BlockReading, end: int) -> str:
    """The text of an area, of the block ``reading`` no further than the offset ``end``."""
    if area.reading is not reading or end == len(reading.text):
        return area.text
    return area.text[: len(area.text) - max(0, _last(area) - end)]


def _last(area: Area) -> int:
    """Where an area ends in its block."""
    return max((high for _, high in area.spans), default=len(area.reading.text))


def _label_figures(near: list[Area]) -> tuple[tuple[Fraction, Fraction], ...]:
    """The figures of a cell's row and column, 'More than 119 days' or '2019': they part it from its neighbours."""
    labels = [a for a in near if a.name.startswith(("row", "column"))]
    return tuple(
        sorted(
            f.bounds
            for a in labels
            for f in a.figures
            if all(s.start != f.start for s in (*a.horizons, *a.ages))
        )
    )


def _is_word(token: Token) -> bool:
    return (
        len(token.lower) > 2 and token.lower.isalpha() and token.lower not in STOP and token.lemma not in STOP
    )


def _is_slot(reading: BlockReading, sentence: Sentence) -> bool:
    """True where a sentence tells a share, and a span of time in it tells over what."""
    return any(
        f.dimension == "proportion" and f.is_claim and sentence.start <= f.start < sentence.end
        for f in reading.figures
    )


def _dimension(figure: Figure) -> str:
    return "count" if figure.dimension == "number" else figure.dimension


def _is_comparable(figure: Figure) -> bool:
    if figure.dimension == "proportion":
        return figure.kind in ("percent", "range") or figure.base > 0
    return figure.dimension in ("count", "time", "mass", "volume") and (
        figure.value is not None or figure.is_range
    )


def _is_telling(figure: Figure, concepts: dict[str, str], measures: tuple[str, ...], text: str) -> bool:
    """True where a figure says enough for another to contradict it."""
    if figure.dimension == "proportion":
        return True
    if figure.dimension == "count":
        people = any(k == "population" for k in concepts.values()) or re.search(
            r"\b(?:people|patients|cases|adults|children|men|women|deaths|births|babies|Americans)\b", text
        )
        return figure.bounds[1] >= 100 and bool(people)
    if figure.dimension == "time":
        return bool(set(measures) & (_SPANS | {"survival", "median", "mean"}))
    drugs = any(k in ("drug", "nutrient") for k in concepts.values())
    return drugs and figure.bounds[0] > Fraction(0)


def _survival(text: str) -> str:
    match = SURVIVAL.search(text)
    return (match.lastgroup or "") if match else ""
