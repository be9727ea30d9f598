"""Whether two figures are told in the same words, with nothing left over that tells them apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from linter.checks.corpus_figures import are_both_sides, are_own_counts, contradict, graded_apart
from linter.checks.corpus_words import ASPECTS
from linter.checks.retold import Told
from linter.checks.retold_apart import are_restricted, slots_agree
from linter.checks.retold_figures import EXACT
from linter.checks.retold_words import ENROL, is_kind, opposites, stem, telling
from linter.language.figure import Figure
from linter.patterns import AnyCase

_SERIES = 3
"""So many figures told in the same words are a series."""
_PER_KEY = 12
_CORE, _MORE = 7, 3
"""By how many words of its statement, and of the rest of its sentence, a telling is met."""


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
    rivals: dict[tuple[str, int], set[object]] = {}
    for pair in found:
        for one, other in (pair, pair[::-1]):
            rivals.setdefault(one.at, {one.figure.bounds}).add(other.figure.bounds)
    seen: set[tuple[str, int]] = set()
    rows: set[tuple[object, ...]] = set()
    for here, there in found:
        mine, theirs = here.at, there.at
        row = (there.at, here.siblings if here.row else here.at)
        if row in rows or mine in seen or max(len(rivals[mine]), len(rivals[theirs])) >= _SERIES:
            continue
        seen.add(mine)
        rows.add(row)
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
    core, more = told.core | (told.names if across else frozenset()), told.said - told.core
    if len(told.core) == 1:
        yield from ((place, kind, *told.core, *beside) for beside in sorted(told.companions))
    if across:
        more |= telling(told.title - ASPECTS) - told.core
    rare = sorted(core, key=_by_length)[:_CORE] + sorted(more, key=_by_length)[:_MORE]
    yield from ((place, kind, a, b) for a, b in combinations(sorted(rare), 2))


def _is_for(told: Told, word: str) -> bool:
    """True for the 'resit' of 'the pass mark for the resit': a narrower thing."""
    return any(stem(m[1]) == word for m in _FOR.finditer(told.sentence))


def _by_length(word: str) -> tuple[int, str]:
    return -len(word), word


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
    if not slots_agree(one, other, limits) or are_restricted(one, other, limits):
        return False
    left, over = _left(one, other), _left(other, one)
    if (one.core - other.core) & opposites(other.core - one.core):
        return False
    if (
        limits
        and (one.over.words - other.said - other.over.words)
        and (other.over.words - one.said - one.over.words)
    ):
        return False
    if limits:
        return one.period == other.period != "" and len(left) + len(over) <= _LOOSE
    shared = (one.core & (other.core | other.said)) | (other.core & (one.core | one.said))
    if across:
        if not telling(shared):
            return False
        shared |= (one.core & other.title) | (other.core & one.title)
    if _are_anchored(one, other, shared, len(left) + len(over)):
        return True
    if len(shared) == 2 and any(_is_for(t, w) for t, own in ((one, left), (other, over)) for w in own):
        return False
    if (left and over) or (one.figure.dimension in ("clock", "date") and len(left) + len(over) > 1):
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
    if a.dimension == "time":
        a, b = (replace(f, qualifier="exact") if f.qualifier == "over" else f for f in (a, b))
    if limits:
        a, b = _plain(a), _plain(b)
    if one.figure.bounds in other.paragraph and other.figure.bounds in one.paragraph:
        return False
    if one.figure.bounds in other.beside or other.figure.bounds in one.beside or _are_bands(a, b):
        return False
    if a.dimension == b.dimension and a.dimension in EXACT:
        return a.bounds != b.bounds and (
            a.unit == b.unit or not a.unit or not b.unit
        )  # a date's unit is its year
    if a.dimension == "count" == b.dimension:
        same = one.thing == other.thing or (limits and {one.thing, other.thing} <= _TURNS)
        if not one.thing or not other.thing or not same or is_kind(one.thing):
            return False
    if a.dimension == "proportion" and (a.base or b.base) and abs(a.bounds[0] - b.bounds[0]) < _POINTS:
        return False
    return contradict(a, b) or _are_ends(a, b)


_POINTS = Fraction(3, 200)
"""'1 in 8' and '12%' are one share."""


def _are_ends(a: Figure, b: Figure) -> bool:
    """True for two limits of one kind, or two ranges of which one end differs: 'within 20', 'within 30'."""
    if a.is_range and b.is_range:
        return (
            a.dimension == b.dimension
            and a.dimension in _MEASURED
            and a.bounds != b.bounds
            and a.unit == b.unit
        )
    return (
        a.dimension == b.dimension
        and a.qualifier == b.qualifier != "exact"
        and contradict(_plain(a), _plain(b))
    )


def _are_bands(a: Figure, b: Figure) -> bool:
    """True for bands of one scale: '10% to 19%' and '20% or more'."""
    if not (a.is_range or b.is_range) or a.dimension in _MEASURED:
        return False
    (low, high), (low2, high2) = a.bounds, b.bounds
    return high < low2 or high2 < low or (a.is_range and b.is_range and (high == low2 or high2 == low))


def _plain(figure: Figure) -> Figure:
    return replace(figure, qualifier="exact", hedged=False)


def _left(one: Told, other: Told) -> frozenset[str]:
    title = other.title if one.path != other.path else frozenset[str]()
    return telling(one.core - other.core - other.said - other.over.words - title)


_MEASURED = EXACT | {"time", "mass", "volume", "money", "temperature"}
_FOR = AnyCase(r"\bfor\s+(?:the\s+|an?\s+|your\s+|our\s+|their\s+)?([A-Za-z'’-]+)")
_LEANS = AnyCase(
    r"\b(?:the|this|these|such)\s+(?:condition|disease|disorder|syndrome|illness|infection|cancer|drug|medicine)s?\b"
)
"""What a page's title must name."""
_MANY = 4
"""So many words make two figures one where the pages name different things."""
_WORDS = 6
"""So many words told again, with the figure between them, are one statement."""
_LARGE = 100
_TIMES_OF_DAY = frozenset({"morn", "night", "bedtime", "evening", "breakfast", "noon", "lunch", "bed"})


def _is_enough(one: Told, other: Told, shared: frozenset[str], left: int, *, across: bool) -> bool:
    size = len(shared)
    known = telling(shared) & (one.names | other.names | one.title | other.title | one.drugs)
    if across and not known and not _share_topic(one, other):
        named = len(telling(shared)) >= _MANY and not (
            _LEANS.search(one.sentence) or _LEANS.search(other.sentence)
        )
        if not named:
            return False
    if one.wording == other.wording and len(one.wording) >= _WORDS and (size > 1 or one.drugs & shared):
        return True
    row = one if one.row else other
    if (one.row != other.row and row.core <= shared and size >= 3) or size >= 4:
        return left <= 2
    if size == 3:
        return left <= 1
    if size == 1 and one.companions & other.companions:
        return left <= (one.row != other.row)
    if size != 2:
        return False
    if not across and left <= (bool(known) or one.figure.dimension == "year"):
        return True  # two words of one draft, and a word more where they name something or it has one year: 'founded in'
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


def _share_topic(one: Told, other: Told) -> bool:
    """True for pages whose titles name one thing, or of which one names nothing; or neighbours."""
    mine, theirs = (telling(t.title - ASPECTS) for t in (one, other))
    if _LEANS.search(one.sentence) or _LEANS.search(other.sentence):
        return bool(mine & theirs)
    return not mine or not theirs or bool(mine & theirs) or _are_neighbours(one, other)


def _are_neighbours(one: Told, other: Told) -> bool:
    """True for two pages of one folder that tell of one year."""
    return one.path.rpartition("/")[0] == other.path.rpartition("/")[0] and bool(one.years & other.years)


def _is_slip(one: Told, other: Told) -> bool:
    """True for figures of the same digits in another order: 420 and 240."""
    a, b = (str(int(t.figure.bounds[0] / (t.figure.size or 1))) for t in (one, other))
    return len(a) > 1 and sorted(a) == sorted(b)
