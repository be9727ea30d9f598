"""What tells two figures apart by itself: both may be right, or one slot has two values."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from math import inf

from linter.checks.corpus_figures import (
    are_both_sides,
    are_of_two_wholes,
    are_own_counts,
    contradict,
    graded_apart,
)
from linter.checks.corpus_words import ASPECTS
from linter.checks.retold import Told
from linter.checks.retold_apart import (
    are_marked_apart,
    are_restricted,
    are_titled_apart,
    have_topic,
    is_for,
    slots_agree,
)
from linter.checks.retold_figures import EXACT
from linter.checks.retold_person import are_man_and_woman
from linter.checks.retold_words import CONTAINERS, ENROL, is_kind, opposites, stem, telling
from linter.claims.judge import comparable, compare
from linter.language.figure import Figure
from linter.patterns import AnyCase

_HEDGED = frozenset({"proportion", "count", "number"})
"""Dimensions of which 'more than 10%' and 'about 11%' are one."""
_POINTS = 0.015
"""'1 in 8' and '12%' are one share."""
_NEARLY = 1.3
"""'1 in 40' and '1 in 60' are none, small as they are."""
_FIRST = frozenset(
    {
        "first",
        "second",
        "third",
        "initial",
        "initially",
        "repeat",
        "new",
        "old",
        "final",
        "last year",
        "so far",
        "afterward",
    }
)
"""Turns of which a text tells once, or leaves them out."""
_ANOTHER = AnyCase(
    r"\b(?:an?|one|the)\s+(?:second|third|further|other|separate|different|later|earlier)\s+(?!dose|injection|visit|jab|appointment)"
)
_RHYTHM = AnyCase(
    r"\b(?:once|twice|(?:two|three|four|five|six|[2-6])\s+times)\s+(?:daily|weekly|an?\s+(?:day|week|month|year))\b"
)
_AT_LENGTH = 5
"""So many words make a statement in which one can be exchanged for another."""
_SLOTS = frozenset({"anatomy", "population", "condition", "symptom", "drug", "drug class", "place", "season"})
"""Kinds of which a statement names one."""
_UPPER, _LOWER = frozenset({"at-most", "under"}), frozenset({"at-least", "over"})
_FARTHEST = 5
_LARGE = 100
_MEASURED = EXACT | {"time", "mass", "volume", "money", "temperature"}


def may_be_one(one: Told, other: Told, across: bool) -> bool:
    """True for two figures of no person, in two places, that cannot both be right of one thing."""
    if across == (one.path == other.path) or one.private or other.private:
        return False
    if not across and (one.block == other.block or one.siblings == other.siblings):
        return False
    return _differ(one, other)


def _differ(one: Told, other: Told) -> bool:
    """True for two figures that cannot both be right, none far from the other."""
    a, b = one.figure, other.figure
    if (
        a.dimension not in EXACT
        and not 1 < times(one, other) <= _FARTHEST
        and not (a.is_range and b.is_range)
    ):
        return False
    if a.dimension in ("money", *EXACT) and a.unit != b.unit and a.unit and b.unit:
        return False
    if a.dimension == "count" and (a.decimals or not (one.thing and other.thing)):
        return False
    mine, theirs = one.bounds, other.bounds
    if mine == theirs or mine in other.beside or theirs in one.beside:
        return False
    if mine in other.paragraph and theirs in one.paragraph:
        return False
    if a.dimension in EXACT:
        return not (a.is_range or b.is_range) or _overlap(one, other)
    if is_kind(one.thing) or is_kind(other.thing):
        return False
    if a.is_range != b.is_range and mine[0] <= theirs[1] and theirs[0] <= mine[1]:
        return False
    if _are_bands(a, b):
        return False
    if a.dimension in _HEDGED and a.qualifier != b.qualifier:
        return contradict(a, b)
    near = abs(mine[0] - theirs[0]) < _POINTS and times(one, other) < _NEARLY
    if a.dimension == "proportion" and (a.base or b.base) and near:
        return False
    if a.dimension == "proportion":
        return contradict(a, b)
    a, b = (replace(f, qualifier="exact", hedged=False) for f in (a, b))
    if not comparable(a, b):
        return False
    return a.is_range or b.is_range or compare(a, b) == compare(b, a) == "conflicts"


def _are_bands(a: Figure, b: Figure) -> bool:
    """True for bands of one scale: '10% to 19%' and '20% or more'."""
    if not (a.is_range or b.is_range) or a.dimension in _MEASURED:
        return False
    (low, high), (low2, high2) = a.bounds, b.bounds
    return high < low2 or high2 < low or (a.is_range and b.is_range and (high == low2 or high2 == low))


def _overlap(one: Told, other: Told) -> bool:
    """True for ages that some are of both; 'under 35' and '40 to 42' are two bands."""
    (low, high), (low2, high2) = (
        (
            t.bounds[0] if t.figure.qualifier not in _UPPER else 0,
            t.bounds[1] if t.figure.qualifier not in _LOWER else inf,
        )
        for t in (one, other)
    )
    return low <= high2 and low2 <= high


def times(one: Told, other: Told) -> float:
    low, high = sorted((one.size, other.size))
    return high / low if low > 0 else _FARTHEST + 1


def are_of_one_study(one: Told, other: Told) -> bool:
    """True for two sizes of the study that both name: 'AURORA-HF randomised 1,248 people'."""
    enrolled = one.core & other.core & ENROL
    return (
        bool(enrolled and one.studies & other.studies and one.thing == other.thing)
        and min(one.bounds[0], other.bounds[0]) >= _LARGE
    )


def are_two(one: Told, other: Told) -> bool:
    """True where one slot has two values: two years, two questions, two turns, opposites, two bounds."""
    if are_of_one_study(one, other):
        return False
    for mine, theirs in ((one.years, other.years), (one.asks, other.asks)):
        if mine and theirs and mine.isdisjoint(theirs):
            return True
    if one.labels != other.labels or one.aimed != other.aimed or (one.steps ^ other.steps) - _FIRST:
        return True
    bounds = {one.figure.qualifier, other.figure.qualifier}
    if bounds & _UPPER and bounds & _LOWER and one.figure.dimension != "mass":
        return True
    if (one.core - other.core) & opposites(other.core - one.core) or _of_two_kinds(one, other):
        return True
    if are_marked_apart(one, other) or are_titled_apart(one, other) or _are_worded_apart(one, other):
        return True
    if one.figure.dimension == "proportion" and not slots_agree(one, other):
        return True
    if one.path != other.path and are_own_counts(one.figure, other.figure, one.found, other.found):
        return True
    titled = [telling(t.title - ASPECTS) - all_of(o) for t, o in ((one, other), (other, one))]
    if one.path != other.path and all(titled) and not have_topic(one, other, all_of(one) & all_of(other)):
        return True
    for a, b in ((one, other), (other, one)):
        left = telling(a.core - b.core - b.said - b.over.words) - _FIRST
        aged = one.figure.dimension != "count" and any(k == "age" for k, _ in a.companions - b.near)
        if aged or any(is_for(a, w) for w in left):
            return True
    return _are_exchanged(one, other) or are_restricted(one, other, limits=one.most and other.most)


def _are_exchanged(one: Told, other: Told) -> bool:
    """True where one word stands for another in the same statement, or all of it under a heading that says of what."""
    mine, theirs = Counter(one.wording), Counter(other.wording)
    heads = one.over.telling, other.over.telling
    if (
        one.path == other.path
        and one.section != other.section
        and heads[0] & heads[1]
        and heads[0] != heads[1]
    ):
        return not (heads[0] | heads[1]) & CONTAINERS  # under 'The pill' and 'The mini pill'
    if (
        mine == theirs
        and one.path == other.path
        and not (_are_one_limit(one, other) and one.over.words == other.over.words)
    ):
        return one.section == other.section or bool((one.over.scopes ^ other.over.scopes) - one.said)
    changed = list(mine - theirs), list(theirs - mine)
    if [len(words) for words in changed] != [1, 1] or len(one.wording) < _AT_LENGTH:
        return False
    stems = [stem(words[0]) for words in changed]
    return stems[0] != stems[1] and all(stems) and len(telling(frozenset(stems))) == len(stems)


def _are_one_limit(one: Told, other: Told) -> bool:
    """True for the most of one drug that may be taken in one span of time: there is one such, in whatever words."""
    named = one.drugs & one.core == other.drugs & other.core != frozenset()
    return one.most and other.most and named and one.period == other.period != ""


def _are_worded_apart(one: Told, other: Told) -> bool:
    """True for two rhythms, two grades, a man and a woman, the two sides of a whole."""
    if len({bool(_ANOTHER.search(t.sentence)) for t in (one, other)}) > 1:
        return True
    rhythms = [{m.lower() for m in _RHYTHM.findall(t.sentence.replace(t.found, " "))} for t in (one, other)]
    if all(rhythms) and rhythms[0].isdisjoint(rhythms[1]):
        return True
    if graded_apart(one.sentence, other.sentence) or are_man_and_woman(one.sentence, other.sentence):
        return True
    whole = are_both_sides(one.figure, other.figure, one.sentence, other.sentence)
    return whole or are_of_two_wholes(one.figure, other.figure, one.sentence, other.sentence)


def _of_two_kinds(one: Told, other: Told) -> bool:
    """True where each names another thing of one kind: the hip and the knee, adults and children."""
    mine = {kind for kind, word in one.kinds if kind in _SLOTS and word not in _near(other)}
    return any(kind in mine and word not in _near(one) for kind, word in other.kinds)


def _near(told: Told) -> frozenset[str]:
    return told.core | told.said | told.over.words


def all_of(told: Told) -> frozenset[str]:
    return told.core | told.said | told.over.words | told.title
