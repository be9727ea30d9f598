"""What tells two tellings apart: whom, when, where and of what each is told."""

from __future__ import annotations

from linter.checks.corpus_words import ASPECTS
from linter.checks.retold import Bounds, Told
from linter.checks.retold_words import CONTAINERS, stem, telling
from linter.patterns import AnyCase

_ALIKE = 3
_TOLD = 4
"""So many words of both name their subject without what opens the paragraph."""


def _turns(one: Told, other: Told) -> bool:
    """True where a heading over one names a turn that neither the other nor what stands over it does."""
    said = other.sentence.lower()
    return any(turn not in said for turn in one.over.turns - other.over.turns)


def are_turns_apart(one: Told, other: Told) -> bool:
    """True for figures of two phases, versions, months, or of two pages that a letter tells apart."""
    return are_marked_apart(one, other) or are_titled_apart(one, other)


def are_marked_apart(one: Told, other: Told) -> bool:
    """True for figures under two numbers, or two turns: 'phase 2', 'June', 'Hospital B', '25 to 49'."""
    marks = one.over.marks, other.over.marks
    if (all(marks) and marks[0] != marks[1]) or _turns(one, other) or _turns(other, one):
        return True
    pages = one.title_turns, other.title_turns
    return one.path != other.path and all(pages) and pages[0] != pages[1] and not one.years & other.years


def are_titled_apart(one: Told, other: Told) -> bool:
    """True where the titles of two pages name two things of one kind: two drugs, two diseases."""
    if one.path == other.path or one.studies & other.studies:
        return False
    mine = {kind for kind, word in one.title_kinds if word not in other.title | other.said}
    return any(kind in mine and word not in one.title | one.said for kind, word in other.title_kinds)


def slots_agree(one: Told, other: Told) -> bool:
    if one.years and other.years and not one.years & other.years:
        return False
    if are_turns_apart(one, other):
        return False
    if one.sides and other.sides and not one.sides & other.sides:
        return False
    if (
        one.steps != other.steps
        or one.aimed != other.aimed
        or (one.negated != other.negated and one.figure.dimension != "time")
        or (one.most != other.most and one.figure.dimension in ("mass", "volume"))
    ):
        return False
    if one.labels - other.labels - other.over.marks or other.labels - one.labels - one.over.marks:
        return False
    if one.figure.dimension in ("year", "clock", "date"):
        return True
    if one.figure.dimension == "age" and any(kind != "age" for kind, _ in one.near | other.near):
        return False
    if one.row != other.row and not (one if one.row else other).companions:
        told, row = (other, one) if one.row else (one, other)
        return not any(c[0] == "age" for c in told.companions - row.near)
    if one.thing == other.thing != "" and not (one.companions and other.companions):
        mine, theirs = (frozenset(c for c in t.companions if c[0] != "count") for t in (one, other))
        return not mine and not theirs
    return _without_one(one, other) <= other.near and _without_one(other, one) <= one.near


def _without_one(one: Told, other: Told) -> frozenset[tuple[str, Bounds]]:
    """The other figures of a statement; the 'one' of 'one break of 45 minutes' only where the other counts too."""
    if any(kind == "count" for kind, _ in other.near):
        return one.companions
    return frozenset((kind, at) for kind, at in one.companions if kind != "count" or at[0] != 1)


def are_restricted(one: Told, other: Told, limits: bool) -> bool:
    """True where whom, where or what for one is told of, the other is not."""
    free = one.drugs if limits else frozenset[str]()
    for a, b in ((one, other), (other, one)):
        known = b.core | b.said | b.over.words | b.title | free
        if telling(a.restricts) - known:
            return True
    mine = one.over.scopes - other.said - other.over.words - free
    theirs = other.over.scopes - one.said - one.over.words - free
    if one.opening and other.opening and _opens_apart(one, other):
        return True
    if any(
        a.conditional and a.opening - b.opening - b.said - b.over.words - b.title
        for a, b in ((one, other), (other, one))
    ):
        return True
    shared = one.core & other.core
    if len(shared) < _TOLD and _led(one, other) and _led(other, one):
        return True
    headed = one.over.telling - other.core - other.said - other.over.words
    parted = other.over.telling - one.core - one.said - one.over.words
    if (mine and theirs) or (headed and parted and _are_siblings(one, other)):
        return True
    alike = (one.core == other.core and len(one.core) >= _ALIKE) or one.drugs == other.drugs != frozenset()
    known = (
        (one.over.groups | other.over.groups)
        if alike or one.row or other.row
        else one.over.scopes | other.over.scopes
    )
    return bool((mine & known) - other.title or (theirs & known) - one.title)


def _opens_apart(one: Told, other: Told) -> bool:
    """True where each sentence opens with something that the other does not say, or one with before and the other not."""
    sides = {w for w in one.opening ^ other.opening if w.startswith("<")}
    mine = one.opening - other.opening - other.said - other.over.words
    theirs = other.opening - one.opening - one.said - one.over.words
    return bool(sides or (mine and theirs))


def _led(one: Told, other: Told) -> bool:
    """True where a paragraph opens with something that the other does not speak of."""
    return bool(one.lead - ASPECTS - other.lead - other.core - other.said - other.over.words - other.title)


def _are_siblings(one: Told, other: Told) -> bool:
    """True for sections that are of one kind by their headings, 'Green zone', 'Amber zone', or say the same one after the other."""
    if one.path != other.path or (one.over.telling | other.over.telling) & CONTAINERS:
        return False
    beside = abs(one.section - other.section) == 1 and one.wording == other.wording
    return beside or bool(one.over.telling & other.over.telling)


_LEANS = AnyCase(
    r"\b(?:the|this|these|such)\s+(?:condition|disease|disorder|syndrome|illness|infection|cancer|drug|medicine)s?\b"
)
"""What a page's title must name."""
_MANY = 4
"""So many words make two figures one where the pages name different things."""


def _named(one: Told, other: Told, shared: frozenset[str]) -> frozenset[str]:
    return telling(shared) & (one.names | other.names | one.title | other.title | one.drugs)


def have_topic(one: Told, other: Told, shared: frozenset[str]) -> bool:
    """True for tellings of two pages that name what they speak of, in what they share or in their titles."""
    if _named(one, other, shared) or _share_topic(one, other):
        return True
    leans = _LEANS.search(one.sentence) or _LEANS.search(other.sentence)
    return len(telling(shared)) >= _MANY and not leans


def _share_topic(one: Told, other: Told) -> bool:
    """True for pages whose titles name one thing, or of which one names nothing; or neighbours."""
    mine, theirs = (telling(t.title - ASPECTS) for t in (one, other))
    if _LEANS.search(one.sentence) or _LEANS.search(other.sentence):
        return bool(mine & theirs)
    return not mine or not theirs or bool(mine & theirs) or _are_neighbours(one, other)


def _are_neighbours(one: Told, other: Told) -> bool:
    """True for two pages of one folder that tell of one year."""
    return one.path.rpartition("/")[0] == other.path.rpartition("/")[0] and bool(one.years & other.years)


_FOR = AnyCase(r"\bfor\s+(?:the\s+|an?\s+|your\s+|our\s+|their\s+)?([A-Za-z'’-]+)")


def is_for(told: Told, word: str) -> bool:
    """True for the 'resit' of 'the pass mark for the resit': a narrower thing."""
    return any(stem(m[1]) == word for m in _FOR.finditer(told.sentence))
