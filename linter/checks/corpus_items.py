"""What words say of a figure, as items that another sentence can account for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from linter.checks.corpus_words import SAID_ONLY, is_aspect
from linter.claims.areas import ANCHORS, Area
from linter.claims.needs import kind_of, weight_of
from linter.claims.rarity import rarity
from linter.language.figure import Figure
from linter.language.lexicon import Lexicon
from linter.language.text import Mention
from linter.language.words import root
from linter.patterns import Pattern

_NOTHING = frozenset({"organisation", "measure part", "light"})
"""Kinds that say nothing of what a figure is of."""
_TELLING = ANCHORS | {
    "stage", "population", "age", "place", "anatomy", "rank", "season", "measure", "setting", "professional",
}  # fmt: skip
"""Kinds of concept that make another claim where only one of two names them."""
_HOW = Pattern(r"(?i)\bhow\s$")
_WEAK, _GENERIC, _LEAST = 0.2, 0.5, 0.3
PARTS = 9.0
"""The cost of what parts two claims by itself."""


@dataclass(frozen=True, slots=True)
class Item:
    """Words that name something.

    ``readings`` are the concepts they may mean, ``parts`` those of the shorter names inside a longer
    one. ``weight`` tells how much it says, ``cost`` how far two claims are apart if only one says it.
    """

    readings: frozenset[str]
    parts: tuple[frozenset[str], ...]
    text: str
    kind: str
    weight: float
    cost: float


def items_of(
    areas: Iterable[Area],
    lexicon: Lexicon,
    short: Mapping[str, str],
    *,
    within: tuple[int, int] | None = None,
) -> tuple[Item, ...]:
    """What the areas name, each once; of the first of them only what begins between two offsets."""
    found: dict[frozenset[str], Item] = {}
    for number, area in enumerate(areas):
        for mention in _tops(area):
            if (number or within is None or within[0] <= mention.start < within[1]) and (
                item := _item(mention, area, lexicon, short)
            ):
                found.setdefault(item.readings, item)
    return tuple(found.values())


def heads_of(areas: Iterable[Area], lexicon: Lexicon, short: Mapping[str, str]) -> tuple[Item, ...]:
    """What labels and headings name, the names of a page's usual parts left out."""
    named = items_of(areas, lexicon, short)
    return tuple(i for i in named if not is_aspect(i.readings, i.text))


def ends_of(area: Area) -> tuple[int, int]:
    """Where an area begins and ends in its block."""
    if not area.spans:
        return 0, len(area.reading.text)
    return min(s[0] for s in area.spans), max(s[1] for s in area.spans)


def figures_of(area: Area) -> list[Figure]:
    """The figures that an area touches. Those far from it are passed over first: a block may have thousands."""
    low, high = ends_of(area)
    return [f for f in area.reading.figures if low < f.end and f.start < high]


def _tops(area: Area) -> Iterator[Mention]:
    """The longest names of an area, in order, those inside its figures aside."""
    taken = [(min(f.lead, f.start), f.end) for f in figures_of(area)]
    reach = -1
    for mention in area.mentions:
        if mention.start >= reach and not any(low <= mention.start < high for low, high in taken):
            reach = mention.end
            yield mention


def _item(mention: Mention, area: Area, lexicon: Lexicon, short: Mapping[str, str]) -> Item | None:
    if _HOW.search(area.reading.text, max(0, mention.start - 5), mention.start):
        return None  # 'how long' asks for the figure
    kind = kind_of(mention.readings[0], lexicon)
    readings = frozenset((*mention.readings, *([short[mention.text]] if mention.text in short else [])))
    if kind in _NOTHING or mention.text.lower() in SAID_ONLY:
        return None
    if any(r.lstrip("~") in SAID_ONLY or root(r.lstrip("~")) in SAID_ONLY for r in readings):
        return None
    parts = tuple(_inside(mention, area, lexicon))
    if mention.weak or kind == "relation":
        return Item(readings, parts, mention.text, kind, 1.0 if kind == "measure" else 0.4, _WEAK)
    if kind == "generic":
        return Item(readings, parts, mention.text, kind, _GENERIC, _GENERIC)
    if kind in _TELLING or _is_name(mention, area):
        return Item(readings, parts, mention.text, kind, min(2.0, weight_of(kind)), PARTS)
    return Item(readings, parts, mention.text, kind, 1.0, max(_LEAST, rarity(mention.readings[0])))


def _inside(mention: Mention, area: Area, lexicon: Lexicon) -> Iterator[frozenset[str]]:
    """The readings of the names and words that a longer name is made of: 'hip fracture' is a fracture of the hip."""
    if mention.last == mention.first:
        return
    reach = mention.start
    for inner in area.mentions:
        shorter = inner is not mention and reach <= inner.start and inner.end <= mention.end
        if shorter and inner.last - inner.first < mention.last - mention.first:
            reach = inner.end
            if kind_of(inner.readings[0], lexicon) not in _NOTHING:
                yield frozenset(inner.readings)


def _is_name(mention: Mention, area: Area) -> bool:
    """True for a capital where no sentence begins."""
    return mention.text[:1].isupper() and all(s.start != mention.start for s in area.reading.sentences)
