"""Facts whose value is one answer among several: which of them a sentence gives."""

from __future__ import annotations

from dataclasses import dataclass

from linter.claims.areas import ANCHORS, Area, Context
from linter.claims.denial import negations
from linter.claims.key import FactKey
from linter.claims.needs import Need
from linter.claims.often import SELDOM
from linter.language.lex import wordset
from linter.language.ordinals import NTH
from linter.language.text import STOP, Mention, Sentence, longest


@dataclass(frozen=True)
class Answer:
    """The answer that a sentence gives, at ``start`` to ``end`` of its block."""

    right: bool
    start: int
    end: int


def answer(
    context: Context, sentence: Sentence, key: FactKey, options: dict[str, str], value: str
) -> Answer | None:
    """The answer of a sentence to a fact with ``options`` (concept to name), of which ``value`` is right.

    None where it gives none, denies one, or speaks of the second and the least.
    """
    mentions = [m for m in sentence.mentions if any(r in options for r in m.readings)]
    if not mentions:
        return None
    held = [_mention(n.readings, context.own) for n in ranks_of(key)]
    centre = held[0] if held and held[0] else None
    best = _subject(mentions, centre)
    if centre is not None and (_tells_where(best, centre, sentence) or _is_field(best, centre, sentence)):
        return None
    if value in best.readings:
        return Answer(True, best.start, best.end)
    named = {r for m in mentions for r in m.readings if r in options}
    if any(_is_excepted(m, sentence) for m in mentions if value in m.readings):
        return None
    beaten = value in named and not _outranked(mentions, best, value, sentence)
    if beaten or negations(sentence.tokens) or _lesser(sentence, centre, key.words):
        return None
    return Answer(False, best.start, best.end)


_MOSTLY = frozenset(("most often", "most commonly", "most frequently", "usually", "mostly"))
_HAPPENS = wordset("occur find found see seen diagnose develop begin start appear form arise")
_REACHES = frozenset("affects affect involves involve strikes strike hits".split())
"""Verbs behind which stands where: 'vulvar cancer most often affects the outer lips'."""
_AT = frozenset(("in", "at", "on", "among", "between", "during"))


def _tells_where(best: Mention, centre: Mention, sentence: Sentence) -> bool:
    """'Ewing sarcomas most often occur in children' says where they occur, and not that they are the most common.

    'Start most often in' does as well.
    """
    tokens = sentence.tokens
    if centre.text.lower() not in _MOSTLY or best.last >= centre.first:
        return False
    verbs = tokens[best.last + 1 : centre.first] + tokens[centre.last + 1 : centre.last + 2]
    if any(t.lower in _REACHES for t in tokens[centre.last + 1 : centre.last + 2]):
        return True
    at = next((t for t in tokens[centre.last + 1 : centre.last + 3] if t.lower in _AT), None)
    happens = [t for t in verbs if t.lemma in _HAPPENS]
    return (
        at is not None
        and bool(happens)
        and all(
            t in happens or t is at or t.lower in ("is", "are", "was", "were", "can", "may") for t in verbs
        )
    )


def _is_field(best: Mention, centre: Mention, sentence: Sentence) -> bool:
    """True for the last of 'the most common form of lung cancer', which is what something is the first of."""
    between = [t.lower for t in sentence.tokens[centre.last + 1 : best.first]]
    return "of" in between and not _SAYS.intersection(between)


_SAYS = frozenset(("is", "are", "was", "were", "be", ",", ":", "—", "–", "("))


def ranks_of(key: FactKey) -> list[Need]:
    """What a claim ranks by: the most common, the first-line."""
    return [n for n in key.needs if n.kind == "rank" or "first-line" in n.readings]


def aside(sentence: Sentence, options: dict[str, str]) -> dict[str, str]:
    """The answers, with every longer name that holds one: 'follicular' and 'follicular thyroid cancer'."""
    held = [m for m in sentence.mentions if any(r in options for r in m.readings)]
    longer = [m for m in sentence.mentions if any(m.first <= h.first and h.last <= m.last for h in held)]
    return {**dict.fromkeys((r for m in longer for r in m.readings), ""), **options}


_BEATS = frozenset(
    "ahead over above than before beating followed outranking then outstripping rather behind".split()
)


def _outranked(mentions: list[Mention], best: Mention, value: str, sentence: Sentence) -> bool:
    """True where the fact's own answer stands after the copy's, as the lesser one: 'hormones, ahead of stress'."""
    other = next(m for m in mentions if value in m.readings)
    return other.first > best.last and any(
        t.lower in _BEATS for t in sentence.tokens[best.last + 1 : other.first]
    )


_EXCEPT = frozenset("except excepting excluding besides barring apart aside".split())


def _is_excepted(mention: Mention, sentence: Sentence) -> bool:
    """'More than any other cancer except it'."""
    return bool(_EXCEPT & {t.lower for t in sentence.tokens[max(0, mention.first - 2) : mention.first]})


_LESSER = frozenset(("next", "less", "other", "after", "least", "another", "also", "one", "among", *NTH[1:]))


def _lesser(sentence: Sentence, centre: Mention | None, claimed: frozenset[str]) -> bool:
    """True for the second and the least, where the claim does not speak of just that."""
    if centre is None:
        return False
    near = sentence.tokens[max(0, centre.first - 3) : centre.first]
    shared = bool(near) and near[-1].lower in ("a", "an")  # 'a leading cause' is one of several
    opening = sentence.tokens[0].lower if sentence.tokens else ""
    return shared or any(t.lower in _LESSER - claimed for t in near) or opening == "after"


_DEMOTED = (
    frozenset(("runner-up", "least", "rare", "infrequent", "2nd", "3rd", "4th", "5th", *NTH[1:])) | SELDOM
)
"""What takes the first place from the answer that a claim gives it to."""


def is_demoted(sentence: Sentence, key: FactKey, value: str) -> bool:
    """True where a sentence gives the claim's own answer a place below the first: 'is rarely due to a virus'.

    It has to name what the claim ranks, and the answer itself: 'a rare form of it' and 'third, after it' are no such place.
    """
    if not _DEMOTED & {t.lower for t in sentence.tokens} - key.words:
        return False
    tops = longest(sentence.mentions)
    given = [m for m in tops if value in m.readings and _is_given(m, sentence)]
    if any("most common" in m.readings for m in tops):
        return False  # 'very rare, but the most common one in young men'
    field = {r for n in key.needs if n.kind in ANCHORS | {"relation"} for r in n.readings} - {value}
    parts = [n for n in key.needs if n.kind == "anatomy"]
    named = {r for m in tops for r in m.readings}
    return (
        bool(given)
        and any(field & set(m.readings) for m in tops if m not in given)
        and all(n.readings & named for n in parts)
    )


_BELOW = _BEATS | {"after", "following", "besides"}


def _is_given(mention: Mention, sentence: Sentence) -> bool:
    """Whether an answer is told as one: not as what is beaten, and not as a kind of it, 'myelomonocytic leukemia'."""
    before = [t.lower for t in sentence.tokens[max(0, mention.first - 2) : mention.first]]
    if before[-1:] == ["to"] and set(NTH) & {
        t.lower for t in sentence.tokens[max(0, mention.first - 4) : mention.first]
    }:
        return False  # 'second only to it'
    kind = bool(before) and before[-1].isalpha() and before[-1] not in STOP
    field = before[-1:] == ["of"] and before[0] in ("type", "kind", "form")  # 'a rare type of it'
    return not _BELOW & set(before) and not kind and not field


def _mention(readings: frozenset[str], where: Area) -> Mention | None:
    return next((where.concepts[r] for r in sorted(readings) if r in where.concepts), None)


def _subject(mentions: list[Mention], centre: Mention | None) -> Mention:
    """The option that the ranking is about: the nearest before it, or else the nearest."""
    if centre is None:
        return mentions[0]
    return min(
        mentions, key=lambda m: (abs(m.start - centre.start) - (30 if m.start < centre.start else 0), m.start)
    )
