"""What a sentence ranks first, and among what: 'X is the most common cause of Y', 'the main type of Y is X'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from linter.claims.areas import ANCHORS, Context
from linter.claims.bases import SAYS_LITTLE
from linter.claims.beside import EVERYONE
from linter.claims.key import FactKey
from linter.claims.needs import kind_of
from linter.language.lexicon import Lexicon
from linter.language.ordinals import NTH
from linter.language.text import Mention, Sentence, longest

_FIRST = frozenset({"most common", "least common", "highest", "lowest", "fastest", "best", "deadliest"})
"""The ranks of which there is only one holder."""
_COPULAS = frozenset("is are was were be being remains remain".split())
_STOPS = frozenset(
    (",", ";", ":", ".", "(", ")", "—", "–", "but", "while", "whereas", "although", "because", "since")
)
_LESSER = frozenset("next one among another other after besides also following except".split())
"""Words before a rank that make it another: 'one of the most common', 'after X, the most common'."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """``holder`` is what is ranked first, ``among`` the names of what it is first among, ``rank`` the concept."""

    rank: str
    holder: Mention
    among: tuple[Mention, ...]
    names: frozenset[str] = frozenset()
    """The holder with the words next to it: 'dystrophic' of 'dystrophic epidermolysis bullosa'."""


def ranking(sentence: Sentence, lexicon: Lexicon) -> Ranking | None:
    """The one ranking of a sentence; None for 'one of the most common', 'after X', and whatever has another form."""
    tops = longest(sentence.mentions)
    at = next((m for m in tops if not m.weak and m.readings[0] in _FIRST), None)
    if at is None or any(
        t.lower in _LESSER or t.lower in NTH or t.raw[0].isdigit() for t in sentence.tokens[: at.first]
    ):
        return None
    words = [t.lower for t in sentence.tokens]
    verbs = [k for k, word in enumerate(words) if word in _COPULAS]
    before = [k for k in verbs if k < at.first]
    stop = next((k for k in range(at.last + 1, len(words)) if words[k] in _STOPS), len(words))
    if before:
        named = [m for m in tops if m.last < before[-1] and _is_name(m, lexicon)]
        return _ranking(at, named, -1, _between(tops, at.last, stop), tops)
    opened = at.first - 1 - (words[at.first - 1] == "the") if at.first else -1
    if opened > 0 and words[opened] == "(":
        held = [m for m in tops if m.last == opened - 1 and _is_name(m, lexicon)]
        close = next((k for k in range(at.last, len(words)) if words[k] == ")"), len(words))
        return _ranking(at, held, 0, _between(tops, at.last, close), tops)
    verb = next((k for k in verbs if at.last < k < stop), None)
    if verb is None:
        return None
    named = [m for m in tops if verb < m.first and _is_name(m, lexicon)]
    return _ranking(at, named, 0, _between(tops, at.last, verb), tops)


def _ranking(
    at: Mention, named: Sequence[Mention], place: int, among: tuple[Mention, ...], tops: Sequence[Mention]
) -> Ranking | None:
    if not named:
        return None
    holder = named[place]
    first = last = tops.index(holder)
    while first and tops[first - 1].last + 1 == tops[first].first:
        first -= 1
    while last + 1 < len(tops) and tops[last].last + 1 == tops[last + 1].first:
        last += 1
    names = frozenset(r for m in tops[first : last + 1] if m is not at and not m.weak for r in m.readings)
    return Ranking(at.readings[0], holder, among, names)


def _is_name(mention: Mention, lexicon: Lexicon) -> bool:
    return not mention.weak and _family(mention, lexicon) != ""


def _family(mention: Mention, lexicon: Lexicon) -> str:
    """Which answers compete with a name: diseases, drugs and the like with one another, places in the body with such."""
    kind = kind_of(mention.readings[0], lexicon)
    return "name" if kind in ANCHORS else kind if kind in ("anatomy", "place") else ""


def _between(tops: Sequence[Mention], first: int, end: int) -> tuple[Mention, ...]:
    return tuple(m for m in tops if first < m.first and m.last < end)


def other_holder(told: Ranking, claimed: Ranking, lexicon: Lexicon) -> bool:
    """True where both rank by the same and give the first place to two things, neither a kind of the other."""
    mine, theirs = frozenset(told.holder.readings), frozenset(claimed.holder.readings)
    if told.rank == claimed.rank and mine & theirs:
        return bool(told.names - claimed.names) and bool(claimed.names - told.names)
    if (
        told.rank != claimed.rank
        or mine & theirs
        or _family(told.holder, lexicon) != _family(claimed.holder, lexicon)
    ):
        return False
    return not (lexicon.above(mine) & theirs or lexicon.above(theirs) & mine)


def same_field(told: Ranking, claimed: Ranking, context: Context, key: FactKey, lexicon: Lexicon) -> bool:
    """Whether both rank among the same: no name of either that the other leaves out, headings counted."""
    people = {r for m in told.among for r in m.readings} >= EVERYONE
    unsaid = [
        m
        for m in told.among
        if _tells(m, lexicon)
        and not key.concepts.intersection(m.readings)
        and not (people and EVERYONE.intersection(m.readings))
    ]
    unmet = [m for m in claimed.among if _tells(m, lexicon) and not context.named.intersection(m.readings)]
    return not unsaid and not unmet


def _tells(mention: Mention, lexicon: Lexicon) -> bool:
    return not mention.weak and kind_of(mention.readings[0], lexicon) not in SAYS_LITTLE | {"rank"}
