"""What speaks for two figures being one quantity told twice, and what against it; each by a name with a weight.

The words may be the same or others: another verb, another noun or a pronoun, another unit. Weights and meanings
stand in ``told_weights.txt``, which ``scripts/train_told.py`` writes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from linter.checks.corpus_words import ASPECTS
from linter.checks.retold import Told
from linter.checks.retold_figures import EXACT
from linter.checks.retold_two import all_of, are_of_one_study, are_two, may_be_one, times
from linter.checks.retold_words import ENROL, telling

_FILE = Path(__file__).parent / "told_weights.txt"
_PER_KEY = 40
"""So many tellings at most are met by one word."""
_SERIES = 3
"""So many figures of what seems one quantity are a series."""
_GROUNDS = frozenset({"shared-1", "asks", "thing", "most", "slip-4", "study"})
"""Without any of these two statements have no more in common than what they stand beside."""
_CROWDS = (3, 8)
_UNTOLD = frozenset({"number", "none"})
_TELLING_DIGITS = 4
"""So many digits in another order are no accident."""
_SMALL = 10
_LARGE = 100
_AGAIN = frozenset(
    "summar short brief check checkl faq question glance recap remember key card step overview ask".split()
)
"""What stands over figures that a page tells again."""


@cache
def weights() -> dict[str, float]:
    """The weight of each name of evidence, and of ``sure`` and ``likely`` the sum from which on a pair is told."""
    lines = (line.split(" ", 2) for line in _FILE.read_text(encoding="utf-8").splitlines())
    return {name: float(weight) for name, weight, *_ in lines if name != "#"}


def weighed(told: Iterable[Told], *, across: bool) -> list[tuple[Told, Told, bool]]:
    """Pairs that are likely one quantity with two figures, the later first, and whether that is sure; each telling once."""
    known = weights()
    found: list[tuple[float, Told, Told]] = []
    for here, there, crowd in candidates(told, across=across):
        names = set(evidence(here, there, crowd))
        total = known["base"] + sum(known.get(name, 0.0) for name in names)
        if total >= known["likely"] and names & _GROUNDS:
            found.append((total, here, there))
    return list(_once(found, known["sure"]))


def is_sure(one: Told, other: Told) -> bool:
    """True for two figures of one quantity, as their words tell, that nothing sets apart."""
    if one.figure.dimension in _UNTOLD or not may_be_one(one, other, one.path != other.path):
        return False
    if are_two(one, other) or (one.path != other.path and one.figure.dimension == "date"):
        return False
    known = weights()
    return known["base"] + sum(known.get(name, 0.0) for name in evidence(one, other, 1)) >= known["likely"]


def _once(found: list[tuple[float, Told, Told]], sure: float) -> Iterator[tuple[Told, Told, bool]]:
    """The strongest pair of each telling, none of those that are told with three figures."""
    rivals: dict[tuple[str, int], set[object]] = {}
    for _, here, there in found:
        for one, other in ((here, there), (there, here)):
            rivals.setdefault(one.at, {one.bounds}).add(other.bounds)
    seen: set[tuple[str, int]] = set()
    for total, here, there in sorted(found, key=lambda f: (-f[0], f[1].at, f[2].at)):
        if max(len(rivals[here.at]), len(rivals[there.at])) < _SERIES and not {here.at, there.at} & seen:
            seen |= {here.at, there.at}
            yield (
                *((there, here) if _adds_up(here) and not _adds_up(there) else (here, there)),
                total >= sure,
            )


def _adds_up(told: Told) -> bool:
    """True for a number that its own sentence confirms: '1,248 people: 622 to the drug and 626 to placebo'."""
    parts = [bounds[0] for kind, bounds in told.near if kind == "count"]
    return len(parts) > 1 and sum(parts) == told.bounds[0]


def candidates(told: Iterable[Told], *, across: bool) -> list[tuple[Told, Told, int]]:
    """Tellings that share a word that few have, and cannot both be right; with how many such either has."""
    keyed = [(t, _met_by(t, across)) for t in told if t.figure.dimension not in _UNTOLD]
    places = [("" if across else t.path, t.figure.dimension) for t, _ in keyed]
    often = Counter((place, word) for place, (_, said) in zip(places, keyed, strict=True) for word in said)
    groups: dict[object, list[tuple[Told, frozenset[str]]]] = {}
    found: list[tuple[Told, Told]] = []
    crowd: Counter[tuple[str, int]] = Counter()
    for place, (one, said) in zip(places, keyed, strict=True):
        met: dict[tuple[str, int], Told] = {}
        for key in ((place, word) for word in said):
            if 1 < often[key] <= _PER_KEY:
                group = groups.setdefault(key, [])
                met.update((o.at, o) for o, its in group if not across or _meet(one, said, o, its))
                group.append((one, said))
        for at, other in met.items():
            if may_be_one(one, other, across):
                crowd.update((one.at, at))
                if not are_two(one, other):
                    found.append((one, other))
    return [(one, other, max(crowd[one.at], crowd[other.at])) for one, other in found]


def _meet(one: Told, said: frozenset[str], other: Told, its: frozenset[str]) -> bool:
    """True for two drafts of which the sentences share a word or a drug, and something more."""
    if one.path == other.path or len(said & its) < 2:
        return False
    return not (one.said.isdisjoint(other.said) and one.drugs.isdisjoint(other.drugs))


def _met_by(told: Told, across: bool) -> frozenset[str]:
    """By what a telling meets others: its words, what it asks, of two drafts the title too."""
    title = telling(told.title - ASPECTS) if across else frozenset[str]()
    digits = _digits(told)
    slip = {f"<{digits}>"} if len(digits) >= _TELLING_DIGITS else frozenset[str]()
    counted = {f"<{told.thing}>"} if told.thing and told.figure.dimension == "count" else frozenset[str]()
    limits = {f"<most {drug}>" for drug in told.drugs} if told.most else frozenset[str]()
    studies = {f"<{study}>" for study in told.studies} if told.core & ENROL else frozenset[str]()
    asked = {f"<{a}>" for a in told.asks}
    return telling(told.core | told.said) | asked | title | slip | counted | limits | studies


def _digits(told: Told) -> str:
    """The digits of a figure, sorted, by which a slip of the keys is known: $1,850 and $1,580."""
    return "".join(sorted(c for c in told.found if c.isdigit()))


def evidence(one: Told, other: Told, crowd: int) -> Iterator[str]:
    """The names of all that speaks for or against two tellings being of one quantity."""
    yield from _words(one, other)
    yield from _figures(one, other)
    yield from (name for name, holds in _EITHER if holds(one, other))
    for name, holds in _ONE_SIDED:
        sides = holds(one, other) + holds(other, one)
        if sides:
            yield f"{name}-{'both' if sides == 2 else 'one'}"
    yield from (f"crowd-{size}" for size in _CROWDS if crowd > size)
    yield one.figure.dimension


def _words(one: Told, other: Told) -> Iterator[str]:
    """What both say, what either says alone."""
    shared = telling(one.core & other.core)
    said = telling((one.core & other.said) | (other.core & one.said)) - shared
    over = telling((one.core & _over(other)) | (other.core & _over(one))) - shared - said
    yield from (f"shared-{n}" for n in (1, 2, 3, 4) if len(shared) >= n)
    yield from (f"said-{n}" for n in (1, 2) if len(said) >= n)
    if over:
        yield "over"
    mine = telling(one.core - other.core - other.said - _over(other))
    theirs = telling(other.core - one.core - one.said - _over(one))
    fewer, more = sorted((len(mine), len(theirs)))
    yield from (f"left-both-{n}" for n in (1, 2) if fewer >= n)
    yield from (f"left-{n}" for n in (1, 2, 3, 4) if more >= n)
    if not more and len(shared | said) >= 3:
        yield "all-said"


def _over(told: Told) -> frozenset[str]:
    return told.over.words | told.title


def _figures(one: Told, other: Told) -> Iterator[str]:
    """How the figures themselves go together."""
    a, b = one.figure, other.figure
    if a.dimension not in EXACT:
        ratio = times(one, other)
        yield from (f"times-{n}" for n, least in (("1.5", 1.5), ("2", 2.05), ("3", 3.1)) if ratio > least)
    if _digits(one) == _digits(other) and len(_digits(one)) > 1:
        yield "slip"
        if len(_digits(one)) >= _TELLING_DIGITS and a.decimals == b.decimals:
            yield "slip-4"
    if a.dimension == "count":
        if one.thing == other.thing:
            yield "thing"
        if min(one.bounds[0], other.bounds[0]) < _SMALL:
            yield "small"
    if a.is_range != b.is_range:
        yield "range"


def _is_label(one: Told, other: Told) -> bool:
    """True where a sentence says all that a row of a table does."""
    row, told = (one, other) if one.row else (other, one)
    return bool(row.core) and row.core <= told.core | told.said


_Pair = Callable[[Told, Told], bool]
_EITHER: tuple[tuple[str, _Pair], ...] = (
    ("asks", lambda a, b: bool(a.asks & b.asks)),
    ("most", lambda a, b: a.most and b.most),
    ("sides", lambda a, b: bool(a.sides & b.sides)),
    ("near", lambda a, b: bool(a.near & b.near)),
    ("drugs", lambda a, b: bool(a.drugs & b.drugs)),
    ("limit", lambda a, b: a.most and b.most and bool(a.drugs & b.drugs) and a.period == b.period != ""),
    ("study", are_of_one_study),
    ("anchored", lambda a, b: any(k == "count" and n[0] >= _LARGE for k, n in a.near & b.near)),
    ("label", lambda a, b: a.row != b.row and _is_label(a, b)),
    ("again", lambda a, b: bool(a.over.words & _AGAIN) != bool(b.over.words & _AGAIN)),
    ("rows", lambda a, b: a.row and b.row),
    ("fragments", lambda a, b: a.fragment and b.fragment),
    ("section", lambda a, b: a.path == b.path and a.section == b.section),
    ("list", lambda a, b: max(len(a.beside), len(b.beside)) > 2),
    ("folder", lambda a, b: a.path.rpartition("/")[0] != b.path.rpartition("/")[0]),
)
"""What holds of the two, or of either."""
_ONE_SIDED: tuple[tuple[str, _Pair], ...] = (
    ("scope", lambda a, b: bool(a.over.scopes - b.said - b.over.words - b.core)),
    ("heading", lambda a, b: bool(telling(a.over.telling) - b.core - b.said - b.over.words)),
    ("title", lambda a, b: a.path != b.path and bool(telling(a.title - ASPECTS) - all_of(b))),
    ("names", lambda a, b: bool(a.names - all_of(b))),
    ("companion", lambda a, b: bool(a.companions - b.near)),
    ("opening", lambda a, b: bool(a.opening - b.said - b.over.words)),
)
"""What the one tells that the other does not."""
