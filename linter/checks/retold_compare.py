"""Whether two figures are told in the same words, with nothing left over that tells them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from linter.checks.corpus_figures import are_both_sides, are_own_counts, contradict, graded_apart
from linter.checks.retold import Told
from linter.checks.retold_words import CONTAINERS, ENROL, is_kind
from linter.language.figure import Figure

_SERIES = 3
"""So many figures told in the same words are a series."""
_PER_KEY = 12


def retold(told: Iterable[Told], *, across: bool) -> list[tuple[Told, Told]]:
    """Pairs of tellings that contradict each other, the later first; each telling once."""
    found: list[tuple[Told, Told]] = []
    groups: dict[tuple[object, ...], list[Told]] = {}
    for one in told:
        met: dict[tuple[str, int], Told] = {}
        for key in _keys(one, across):
            group = groups.setdefault(key, [])
            met.update({o.at: o for o in group})
            if len(group) < _PER_KEY:
                group.append(one)
        found += [(one, other) for _, other in sorted(met.items()) if are_rivals(one, other, across=across)]
    return list(_once(found))


def _once(found: list[tuple[Told, Told]]) -> Iterator[tuple[Told, Told]]:
    at = Counter(t.at for pair in found for t in pair)
    seen: set[tuple[str, int]] = set()
    for here, there in found:
        mine, theirs = here.at, there.at
        if mine in seen or max(at[mine], at[theirs]) >= _SERIES:
            continue
        seen.add(mine)
        yield (there, here) if _adds_up(here) and not _adds_up(there) else (here, there)


def _adds_up(told: Told) -> bool:
    """True for a number that its own sentence confirms: '1,248 people: 622 to the drug and 626 to placebo'."""
    parts = [bounds[0] for kind, bounds in told.near if kind == "count"]
    return len(parts) > 1 and sum(parts) == told.figure.bounds[0]


def _keys(told: Told, across: bool) -> Iterator[tuple[object, ...]]:
    place = "" if across else told.path
    kind = told.thing if told.figure.dimension == "count" else told.figure.dimension
    if told.most:
        yield from ((place, "most", drug) for drug in sorted(told.drugs))
    yield from (
        (place, kind, "study", study) for study in sorted(told.studies) if across and told.core & ENROL
    )
    rare = sorted(told.core | (told.names if across else frozenset()), key=lambda w: (-len(w), w))[:7]
    yield from ((place, kind, a, b) for a, b in combinations(sorted(rare), 2))


def are_rivals(one: Told, other: Told, *, across: bool) -> bool:
    """True for two figures that are told of one thing and cannot both be right."""
    if across == (one.path == other.path):
        return False
    if not across and (one.block == other.block or one.siblings == other.siblings):
        return False
    if not across and abs(one.block - other.block) == 1 and one.wording == other.wording:
        return False  # one after the other, word for word: alternatives
    if are_both_sides(one.figure, other.figure, one.sentence, other.sentence):
        return False
    if across and are_own_counts(one.figure, other.figure, one.found, other.found):
        return False
    if graded_apart(one.sentence, other.sentence):
        return False
    limits = one.most and other.most and bool(one.drugs & other.drugs) and one.drugs == other.drugs
    if not _differ(one, other, limits):
        return False
    if across and _are_of_one_study(one, other):
        return True
    if not _slots_agree(one, other, limits) or _are_restricted(one, other, limits):
        return False
    left, over = _left(one, other), _left(other, one)
    if (
        limits
        and (one.over.words - other.said - other.over.words)
        and (other.over.words - one.said - one.over.words)
    ):
        return False
    if limits:
        return one.period == other.period != "" and len(left) + len(over) <= _LOOSE
    shared = (one.core & (other.core | other.said)) | (other.core & (one.core | one.said))
    if _are_anchored(one, other, shared, len(left) + len(over)):
        return True
    if left and over:
        return False
    return _is_enough(one, other, shared, len(left) + len(over), across=across)


def _are_anchored(one: Told, other: Told, shared: frozenset[str], left: int) -> bool:
    """True where both sentences tell one large number beside: '412 adults at 14 clinics', '412 adults at 12 clinics'."""
    if one.thing != other.thing or not one.thing or left > _LOOSE or not shared:
        return False
    return any(kind == "count" and bounds[0] >= _LARGE for kind, bounds in one.near & other.near)


def _are_of_one_study(one: Told, other: Told) -> bool:
    """True for two sizes of the study that both name: 'AURORA-HF randomised 1,248 people'."""
    enrolled = one.core & other.core & ENROL
    return (
        bool(enrolled and one.studies & other.studies and one.thing == other.thing)
        and min(one.figure.bounds[0], other.figure.bounds[0]) >= _LARGE
    )


_LOOSE = 3
"""So many words more may be told of a drug's limit."""
_TURNS = frozenset({"dose", "time", "times", "doses", "tablet", "puff"})


def _differ(one: Told, other: Told, limits: bool) -> bool:
    a, b = one.figure, other.figure
    if limits:
        a, b = _plain(a), _plain(b)
    if one.figure.bounds in other.paragraph and other.figure.bounds in one.paragraph:
        return False
    if one.figure.bounds in other.beside or other.figure.bounds in one.beside or _are_bands(a, b):
        return False
    if a.dimension == "count" == b.dimension:
        same = one.thing == other.thing or (limits and {one.thing, other.thing} <= _TURNS)
        if not one.thing or not other.thing or not same or is_kind(one.thing):
            return False
    return contradict(a, b)


def _are_bands(a: Figure, b: Figure) -> bool:
    """True for bands of one scale: '10% to 19%' and '20% or more'."""
    if not (a.is_range or b.is_range):
        return False
    (low, high), (low2, high2) = a.bounds, b.bounds
    return high < low2 or high2 < low or (a.is_range and b.is_range and (high == low2 or high2 == low))


def _plain(figure: Figure) -> Figure:
    return replace(figure, qualifier="exact") if figure.qualifier in ("at-most", "under") else figure


def _turns(one: Told, other: Told) -> bool:
    """True where a heading over one names a turn that neither the other nor what stands over it does."""
    said = other.sentence.lower()
    return any(turn not in said for turn in one.over.turns - other.over.turns)


def are_turns_apart(one: Told, other: Told) -> bool:
    """True for figures of two phases, versions, months, or of two pages that a letter tells apart."""
    mine, theirs = one.over.marks, other.over.marks
    if (mine and theirs and mine != theirs) or _turns(one, other) or _turns(other, one):
        return True
    pages = one.title_turns, other.title_turns
    return one.path != other.path and all(pages) and pages[0] != pages[1]


def _slots_agree(one: Told, other: Told, limits: bool) -> bool:
    if one.years and other.years and not one.years & other.years:
        return False
    if are_turns_apart(one, other) or (limits and one.over.marks != other.over.marks):
        return False
    if not (one.row or other.row) and one.sides != other.sides:
        return False
    if (
        one.steps != other.steps
        or one.negated != other.negated
        or (one.most != other.most and one.figure.dimension in ("mass", "volume"))
    ):
        return False
    if one.fragment and other.fragment and not limits:
        return False
    if limits or (one.row != other.row and not (one if one.row else other).companions):
        return True
    if one.thing == other.thing != "" and not (one.companions and other.companions):
        mine, theirs = (frozenset(c for c in t.companions if c[0] != "count") for t in (one, other))
        return not mine and not theirs
    return one.companions <= other.near and other.companions <= one.near


def _left(one: Told, other: Told) -> frozenset[str]:
    return one.core - other.core - other.said - other.over.words


def _are_restricted(one: Told, other: Told, limits: bool) -> bool:
    """True where whom, where or what for one is told of, the other is not."""
    free = one.drugs if limits else frozenset[str]()
    for a, b in ((one, other), (other, one)):
        known = b.core | b.said | b.over.words | b.title | free
        if a.restricts - known:
            return True
    mine = one.over.scopes - other.said - other.over.words - free
    theirs = other.over.scopes - one.said - one.over.words - free
    if _led(one, other) and _led(other, one):
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


def _led(one: Told, other: Told) -> bool:
    """True where a paragraph opens with something that the other does not speak of."""
    return bool(one.lead - other.lead - other.core - other.said - other.over.words - other.title)


def _are_siblings(one: Told, other: Told) -> bool:
    """True for sections that are of one kind by their headings, 'Green zone', 'Amber zone', or say the same one after the other."""
    if one.path != other.path or (one.over.telling | other.over.telling) & CONTAINERS:
        return False
    beside = abs(one.section - other.section) == 1 and one.wording == other.wording
    return beside or bool(one.over.telling & other.over.telling)


_ALIKE = 3
_WORDS = 6
"""So many words told again, with the figure between them, are one statement."""
_LARGE = 100
_TIMES_OF_DAY = frozenset({"morn", "night", "bedtime", "evening", "breakfast", "noon", "lunch", "bed"})


def _is_enough(one: Told, other: Told, shared: frozenset[str], left: int, *, across: bool) -> bool:
    size = len(shared)
    known = shared & (one.names | other.names | one.title | other.title | one.drugs)
    if across and not known and len(one.title & other.title) < 2 and not _are_neighbours(one, other):
        return False
    if one.wording == other.wording and len(one.wording) >= _WORDS and size > 1:
        return True
    row = one if one.row else other
    if (one.row != other.row and row.core <= shared and size >= 3) or size >= 4:
        return left <= 2
    if size == 3:
        return left <= 1
    if size != 2:
        return False
    if one.row != other.row and one.core == other.core:
        return True
    anchored = bool(one.companions & other.companions) or bool(one.drugs & shared and shared & _TIMES_OF_DAY)
    if anchored:
        return left <= 1
    if shared & one.title & other.title and one.thing == other.thing != "":
        return left <= 1  # what a page is about, and how much of something it has
    return not left and (
        _is_slip(one, other) or (bool(one.years & other.years) and one.thing == other.thing != "")
    )


def _are_neighbours(one: Told, other: Told) -> bool:
    """True for two pages of one folder that tell of one year."""
    return one.path.rpartition("/")[0] == other.path.rpartition("/")[0] and bool(one.years & other.years)


def _is_slip(one: Told, other: Told) -> bool:
    """True for figures of the same digits in another order: 420 and 240."""
    a, b = (str(int(t.figure.bounds[0] / (t.figure.size or 1))) for t in (one, other))
    return len(a) > 1 and sorted(a) == sorted(b)
