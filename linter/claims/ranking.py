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

FIRST = frozenset({"most common", "least common", "highest", "lowest", "fastest", "best", "deadliest"})
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
    noun: str = ""
    """What is ranked: 'cause', 'symptom', 'treatment' …; empty for kinds, and for what is named itself."""


def ranking(sentence: Sentence, lexicon: Lexicon) -> Ranking | None:
    """The one ranking of a sentence; None for 'one of the most common', 'after X', and whatever has another form."""
    tops = longest(sentence.mentions)
    at = next((m for m in tops if not m.weak and m.readings[0] in FIRST), None)
    if at is None or any(
        t.lower in _LESSER or t.lower in NTH or t.raw[0].isdigit() for t in sentence.tokens[: at.first]
    ):
        return None
    words = [t.lower for t in sentence.tokens]
    if _SEVERAL.intersection((*words[max(0, at.first - 2) : at.first], *words[at.last + 1 : at.last + 3])):
        return None  # 'the three most common', 'the most common types are'
    if words[max(0, at.first - 1) : at.first] == ["a"] or ranks_one_kind(sentence, at):
        return None  # 'a leading cause of death' is one of several
    noun = next((_NOUNS[w] for w in words[at.first : at.last + 4] if w in _NOUNS), "")
    verbs = [k for k, word in enumerate(words) if word in _COPULAS]
    before = [k for k in verbs if k < at.first]
    stop = next((k for k in range(at.last + 1, len(words)) if words[k] in _STOPS), len(words))
    if before:
        named = [m for m in tops if m.last < before[-1] and _is_name(m, lexicon)]
        return _ranking(at, named, -1, _between(tops, at.last, stop), tops, noun)
    opened = at.first - 1 - (words[at.first - 1] == "the") if at.first else -1
    if opened > 0 and words[opened] == "(":
        held = [m for m in tops if m.last == opened - 1 and _is_name(m, lexicon)]
        close = next((k for k in range(at.last, len(words)) if words[k] == ")"), len(words))
        return _ranking(at, held, 0, _between(tops, at.last, close), tops, noun)
    verb = next((k for k in verbs if at.last < k < stop), None)
    if verb is None:
        return None
    named = [m for m in tops if verb < m.first and _is_name(m, lexicon)]
    return _ranking(at, named, 0, _between(tops, at.last, verb), tops, noun)


_SEVERAL = frozenset(
    "two three four five six seven eight nine ten types kinds forms causes symptoms signs".split()
)
_NOUNS = {
    **dict.fromkeys(("cause", "causes", "reason", "reasons", "culprit", "killer"), "cause"),
    **dict.fromkeys(
        ("symptom", "symptoms", "sign", "signs", "complaint", "feature", "features", "manifestation"),
        "symptom",
    ),
    **dict.fromkeys(("treatment", "treatments", "therapy", "remedy"), "treatment"),
    **dict.fromkeys(("complication", "complications", "side-effect"), "complication"),
    **dict.fromkeys(("site", "sites", "location", "locations", "place", "places"), "site"),
    **dict.fromkeys(("test", "tests", "method", "methods"), "test"),
}


def ranks_one_kind(sentence: Sentence, at: Mention) -> bool:
    """'The most common of this kind of arthritis': the field is a kind that was named before."""
    near = [t.lower for t in sentence.tokens[at.last : at.last + 8]]
    return any(
        near[k : k + 2] in (["this", kind], ["that", kind])
        for k in range(len(near))
        for kind in ("kind", "type", "form", "group")
    )


def _ranking(
    at: Mention,
    named: Sequence[Mention],
    place: int,
    among: tuple[Mention, ...],
    tops: Sequence[Mention],
    noun: str,
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
    return Ranking(at.readings[0], holder, among, names, noun)


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
    """Whether both rank the same among the same: no name of either that the other leaves out, headings counted."""
    other_noun = bool(told.noun) and told.noun != claimed.noun
    if other_noun or _holds_itself(told, claimed) or _is_shared(told, claimed, context):
        return False
    if not any(_tells(m, lexicon) for m in claimed.among) and not _names_kin(
        claimed.holder, context, lexicon
    ):
        return False  # 'the most common form of the disease' is told of the disease that the claim's answer is a form of
    if not any(_tells(m, lexicon) for m in told.among) and not _are_alike(
        told.holder, claimed.holder, lexicon
    ):
        return False  # 'There are few symptoms. The most common is pain.'
    if {"death", "deadliest"} & {r for m in told.among for r in m.readings} - key.concepts:
        return False
    deaths = any("death" in m.readings for m in claimed.among)
    if deaths and "death" not in context.own.strong | lexicon.above(context.own.strong):
        return False
    people = {r for m in told.among for r in m.readings} >= EVERYONE
    unsaid = [
        m
        for m in told.among
        if _tells(m, lexicon)
        and not key.concepts.intersection(m.readings)
        and not (people and EVERYONE.intersection(m.readings))
    ]
    return not unsaid and names_all_of(claimed.among, context, lexicon)


def names_all_of(among: Sequence[Mention], context: Context, lexicon: Lexicon) -> bool:
    """Whether copy, headings counted, has all the telling names among which something is ranked."""
    return all(context.named.intersection(m.readings) for m in among if _tells(m, lexicon))


def _holds_itself(told: Ranking, claimed: Ranking) -> bool:
    """True where the copy ranks first what the claim ranks within: lung cancer among cancers, and its own first cause."""
    field = {r for m in claimed.among for r in m.readings}
    one_of_them = field & set(claimed.holder.readings)  # 'spastic palsy', of all palsy
    return bool(field & set(told.holder.readings)) and told.names <= field and not one_of_them


_NO_RIVAL = frozenset("not than before over beating unlike".split())


def _is_shared(told: Ranking, claimed: Ranking, context: Context) -> bool:
    """True where the copy names the claim's own holder as well: 'diabetes and high blood pressure are the most common'."""
    if {r for m in claimed.among for r in m.readings} & set(claimed.holder.readings):
        return False  # spastic palsy among all palsy
    held = next((context.own.concepts[r] for r in claimed.holder.readings if r in context.own.concepts), None)
    if held is None:
        return False
    tokens = context.own.reading.sentences[context.sentence].tokens
    before = {t.lower for t in tokens[max(0, held.first - 3) : held.first]}
    return not before & (_NO_RIVAL | {"ahead", "above", "rather"})


def _are_alike(holder: Mention, other: Mention, lexicon: Lexicon) -> bool:
    """Whether two names are of one kind of things, where both are known."""
    here, there = (set(lexicon.above(m.readings)) - set(m.readings) for m in (holder, other))
    return (
        bool(here & there)
        or kind_of(holder.readings[0], lexicon) == kind_of(other.readings[0], lexicon) != "symptom"
    )


def _names_kin(holder: Mention, context: Context, lexicon: Lexicon) -> bool:
    """Whether the copy names what a claim's answer is a kind of."""
    kin = {r for r in lexicon.above(holder.readings) if kind_of(r, lexicon) in ANCHORS}
    return bool(kin & _tops(context))


def _tops(context: Context) -> frozenset[str]:
    near = [a for a in context.areas if a.name in ("title", "heading") or a is context.own]
    return frozenset[str]().union(*(a.strong for a in near))


def _tells(mention: Mention, lexicon: Lexicon) -> bool:
    return not mention.weak and kind_of(mention.readings[0], lexicon) not in SAYS_LITTLE | {"rank"}
