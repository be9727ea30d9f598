"""Claims that say the same in other words: how alike the words around two figures are.

A claim is a bag of items: what its clause names, each with the readings that the lexicon gives it. Two
claims are alike where nearly everything that either says is said, or set as its scene, by the other, and
nothing of weight is said by one alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from linter.checks.corpus_words import NO_SUBJECT, REPORTING
from linter.claims.areas import Area, Context
from linter.claims.key import kind_of, weight_of
from linter.claims.reading import BlockReading
from linter.language.change import is_change
from linter.language.lex import fold
from linter.language.lexicon import Lexicon
from linter.language.text import Mention, root
from linter.patterns import Pattern

_WITHIN, _ACROSS = 2.2, 3.0
"""The weight of what both say in their own words: two or three telling words."""
_ALIKE = 0.75
"""The part of what either says that the other must say or have around it."""
_SIDE_BY_SIDE = 0.94
"""The same for claims a few paragraphs apart, where a word's difference is a contrast."""
_KEYS = 16
_FOREIGN = frozenset(
    (
        "condition", "symptom", "drug", "drug class", "procedure", "stage", "population", "age", "place", "anatomy",
        "rank", "season", "nutrient", "measurement", "measure", "exposure",
    )
)  # fmt: skip
"""Kinds of concept that make another claim where only one of two names them."""
_NEAR = frozenset({"row", "column"})
_SCENE = frozenset(
    ("heading", "title", "caption", "lead-in", "sentence", "sentence before", "paragraph", "row heading")
)
_TOPICS = frozenset({"heading", "title"})
_SUBJECTS = frozenset(
    {"condition", "symptom", "term", "drug", "drug class", "procedure", "nutrient", "anatomy"}
)
_SMALL = frozenset(
    "once away again inside outside ever never always often usually mostly mainly generally typically minimum maximum altogether already thing things fine good".split()
)
_NEGATED = Pattern(r"\b(?:not|never|no|without|neither|nor|away|avoid\w*|free)\b|n't\b")
_ORDER = Pattern(
    r"\b(?:first|second|third|fourth|next|later|previous(?:ly)?|before|since|until|former(?:ly)?|initial(?:ly)?|further)\b",
    re.IGNORECASE,
)
_OPENED = Pattern(r"[:;—]\s")


@dataclass(frozen=True, slots=True)
class Item:
    """Words that name something: the concepts they may mean, their weight and the likeliest kind."""

    readings: frozenset[str]
    weight: float
    kind: str
    is_name: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """What a figure's own words say of it, and what stands around them."""

    items: tuple[Item, ...]
    readings: frozenset[str]
    """All that the items may mean; kept, since every comparison asks for it."""
    scene: frozenset[str]
    """What stands around: the sentence, the headings, the title."""
    horizons: frozenset[Fraction | int | None]
    ages: frozenset[tuple[Fraction | int | None, ...]]
    is_change: bool
    is_span: bool
    """True for a figure that is a span of time which something takes."""
    negated: bool
    beside: frozenset[tuple[Fraction, Fraction]]
    """Every figure of its sentence: '3 or 4 years' does not contradict '4'."""
    topics: frozenset[str]
    """What the headings and the title are about."""
    order: frozenset[str]
    """Words that tell one time or turn from another: first, second, before, since."""

    def pairs(self) -> Iterator[tuple[object, ...]]:
        """By what claims find each other: any two things that both name."""
        for pair in combinations(sorted(self.readings)[:_KEYS], 2):
            yield self.is_change, self.is_span, *pair


def telling(context: Context, lexicon: Lexicon, end: int) -> Telling:
    """What is told of a figure, its clause read no further than the offset ``end`` of its block."""
    figure, own = context.figure, context.own
    assert figure is not None
    near = [own, *(a for a in context.areas if a is not own and a.name in _NEAR)]
    text = fold(own.reading.text)
    sentence = own.reading.sentences[context.sentence]
    start = max([sentence.start, *(m.end() for m in _OPENED.finditer(text, sentence.start, figure.lead))])
    items = tuple(_items(near, lexicon, (start, end)))
    return Telling(
        items,
        frozenset(r for i in items for r in i.readings),
        frozenset(c for a in context.areas if a is own or a.name in _SCENE for c in a.concepts)
        | _treatments(context, lexicon),
        frozenset(s.value[0] for a in near for s in a.horizons if not (a is own and s.start == figure.start)),
        frozenset(s.value for a in near for s in a.ages),
        is_change(own.reading.text, figure),
        any(s.start == figure.start for s in own.horizons),
        len(_NEGATED.findall(text, start, min(end, sentence.end))) % 2 == 1,
        frozenset(f.bounds for f in own.reading.figures if sentence.start <= f.start < sentence.end),
        _topics(context, lexicon),
        frozenset(w.lower() for w in _ORDER.findall(text, sentence.start, sentence.end)),
    )


def _treatments(context: Context, lexicon: Lexicon) -> frozenset[str]:
    """The drugs of the clauses before: 'the tablets are taken for 8 weeks, and 95% are cured'."""
    before = [a for a in context.areas if a.name == "sentence, clause before"]
    return frozenset(c for a in before for c in a.strong if kind_of(c, lexicon) in ("drug", "drug class"))


def _topics(context: Context, lexicon: Lexicon) -> frozenset[str]:
    """The diseases, drugs and deeds that headings and title name; of those that name none, the words unknown."""
    heads = [a for a in context.areas if a.name in _TOPICS]
    named = frozenset(c for a in heads for c in a.strong if kind_of(c, lexicon) in _SUBJECTS) - NO_SUBJECT
    return named or frozenset(c for a in heads for c in a.concepts if c.startswith("~"))


def _items(areas: Iterable[Area], lexicon: Lexicon, within: tuple[int, int]) -> Iterator[Item]:
    seen: set[frozenset[str]] = set()
    for number, area in enumerate(areas):
        for mention in area.mentions:
            readings = frozenset((*mention.readings, *_words_in(mention, area)))
            inside = number or within[0] <= mention.start < within[1]
            if not inside or readings in seen or _is_inner(mention, area):
                continue
            seen.add(readings)
            kind = kind_of(mention.readings[0], lexicon)
            if kind in ("organisation", "measure part", "light") or _is_small(mention):
                continue
            if mention.weak:
                yield Item(readings, 0.4, "weak", False)
            else:
                weight = 1.0 if kind == "unknown" else min(2.0, weight_of(kind))
                yield Item(readings, weight, kind, _is_name(mention, area.reading))


def _words_in(mention: Mention, area: Area) -> Iterator[str]:
    """The words of a longer name that name nothing by themselves: 'heavy lifting' is to lift what is heavy."""
    for inner in area.mentions if mention.last > mention.first else ():
        if inner is not mention and mention.start <= inner.start and inner.end <= mention.end:
            yield from (r for r in inner.readings if r.startswith("~"))


def _is_small(mention: Mention) -> bool:
    return mention.text.lower() in _SMALL or any(
        r.lstrip("~") in REPORTING or root(r.lstrip("~")) in REPORTING for r in mention.readings
    )


def _is_inner(mention: Mention, area: Area) -> bool:
    """True for a word inside a longer name: the 'hip' of 'hip fracture'."""
    size = mention.last - mention.first
    return any(
        m.start <= mention.start and mention.end <= m.end and m.last - m.first > size for m in area.mentions
    )


def _is_name(mention: Mention, reading: BlockReading) -> bool:
    """True for a capital where no sentence begins."""
    return mention.text[:1].isupper() and all(s.start != mention.start for s in reading.sentences)


def are_parted(one: Telling, other: Telling, lexicon: Lexicon, *, across: bool) -> bool:
    """True where headings or scope make two claims of one wording: a drug's page and another's, men and women."""
    mine, theirs = one.readings | one.topics, other.readings | other.topics
    shared = one.topics & theirs or other.topics & mine
    if not shared and (across or (one.topics and other.topics)):
        return True
    mine, theirs = one.scene | one.readings, other.scene | other.readings
    for group, _, members in lexicon.contrasts.values():
        here, there = mine.intersection(members), theirs.intersection(members)
        if group == "scope" and here and there and not here & there:
            return True
    return False


def are_alike(one: Telling, other: Telling, lexicon: Lexicon, *, across: bool, side_by_side: bool) -> bool:
    """True where two figures are told of the same thing."""
    if one.is_change != other.is_change or one.is_span != other.is_span or one.negated != other.negated:
        return False
    if (one.horizons and other.horizons and one.horizons != other.horizons) or (
        one.ages and other.ages and one.ages != other.ages
    ):
        return False
    if one.order != other.order or are_parted(one, other, lexicon, across=across):
        return False
    return _likeness(one, other, _ACROSS if across else _WITHIN) >= (
        _SIDE_BY_SIDE if side_by_side else _ALIKE
    )


def _likeness(one: Telling, other: Telling, least: float) -> float:
    """How much of either is said by the other, from 0 to 1; 0 where one names what makes it another claim."""
    both = sum(
        i.weight if i.readings & other.readings else 0.5 * i.weight
        for i in one.items
        if i.readings & (other.readings | other.scene)
    )
    met = max(sum(bool(i.readings & b.readings) for i in a.items) for a, b in ((one, other), (other, one)))
    if both < least or met < 2:
        return 0.0
    got = total = 0.0
    for items, there, around in (
        (one.items, other.readings, other.scene),
        (other.items, one.readings, one.scene),
    ):
        for item in items:
            total += item.weight
            if item.readings & there:
                got += item.weight
            elif item.readings & around:
                got += 0.8 * item.weight
            elif item.kind in _FOREIGN or item.is_name:
                return 0.0
    return got / total
