"""What a deed is done to: 'prevents kidney cancer' and 'prevents nausea in kidney cancer' are two claims."""

from __future__ import annotations

from typing import NamedTuple

from linter.claims.key import FactKey
from linter.claims.needs import kind_of
from linter.language.lexicon import Lexicon
from linter.language.text import STOP, Sentence
from linter.language.tokens import Token

_DEEDS = {
    **dict.fromkeys(("prevent", "avert", "avoid", "prevention", "preventable", "avoidable"), "prevent"),
    **dict.fromkeys(("cure", "curable"), "cure"),
    **dict.fromkeys(("cause", "trigger", "induce"), "cause"),
    **dict.fromkeys(("treat", "treatment", "treatable"), "treat"),
    **dict.fromkeys(("reverse", "reversible"), "reverse"),
    **dict.fromkeys(("stop", "halt"), "stop"),
    **dict.fromkeys(("increase", "raise", "elevate", "boost"), "increase"),
    **dict.fromkeys(("decrease", "reduce", "lower", "cut"), "decrease"),
}
"""Verbs that take an object, and the nouns and adjectives made of them."""

_NOUNS = frozenset({"cure", "prevention", "treatment", "cause", "reduction"})
_ADJECTIVES = frozenset({"preventable", "avoidable", "curable", "treatable", "reversible"})
_PREPOSITIONS = frozenset(
    "of in on at with for from by to into among between through during after before against without as than like per".split()
)
_ENDS = frozenset(
    "and or but that which who because if when while so though although unless until since where whether yet".split()
)
_AUXILIARIES = frozenset(
    "be is are was were been being 's can could may might will would should must has have had do does did cannot exist exists".split()
)
_BE = frozenset("be is are was were been being get gets got".split())
_SHARES = frozenset(
    "case most many some all half percent % majority development onset occurrence risk chance odds likelihood rate "
    "incidence number kind type form proportion share probability effect course any one each other".split()
)
"""Nouns that stand for what follows their 'of': most cases of a disease are the disease."""


class _Object(NamedTuple):
    """A noun phrase: the readings of its head, and of what stands before it."""

    head: frozenset[str]
    modifiers: frozenset[str]


def has_other_object(sentence: Sentence, key: FactKey, lexicon: Lexicon) -> bool:
    """True where every deed of the claim that the sentence names is done to something else.

    Silent, so False, where an object cannot be told: a pronoun, an ellipsis.
    """
    claimed: dict[str, set[str]] = {}
    for part in key.reading.sentences:
        for deed, done_to in _deeds(part):
            if done_to is not None:
                claimed.setdefault(deed, set()).update(done_to.head)
    said = [(deed, done_to) for deed, done_to in _deeds(sentence) if deed in claimed]
    return bool(said) and all(
        done_to is not None and (not done_to.head & claimed[deed] or _is_staged(done_to, key, lexicon))
        for deed, done_to in said
    )


def _is_staged(done_to: _Object, key: FactKey, lexicon: Lexicon) -> bool:
    """True for a stage that the claim does not name: to prevent advanced cancer is not to prevent cancer."""
    return any(kind_of(r, lexicon) == "stage" for r in done_to.modifiers - key.concepts)


def _deeds(sentence: Sentence) -> list[tuple[str, _Object | None]]:
    return [
        (_DEEDS[t.lemma], _object(sentence, i)) for i, t in enumerate(sentence.tokens) if t.lemma in _DEEDS
    ]


def _object(sentence: Sentence, at: int) -> _Object | None:
    """What the deed at token ``at`` is done to, where it can be told."""
    tokens = sentence.tokens
    word = tokens[at]
    before = tokens[max(0, at - 4) : at]
    acted = any(t.lower in _BE for t in before) and (word.lower.endswith("ed") or word.lower in ("cut",))
    if acted or word.lower in _ADJECTIVES:
        return _head(sentence, *_phrase_before(tokens, at))
    after = at + 1
    if word.lemma in _NOUNS and after < len(tokens) and tokens[after].lower in ("for", "of", "against"):
        after += 1
    end = _phrase_after(tokens, after)
    found = _head(sentence, after, end)
    if found is not None and _is_hindered(tokens, end):
        return _Object(frozenset({"~event"}), frozenset())
    return found


def _is_hindered(tokens: list[Token], i: int) -> bool:
    """True before 'from growing': what is kept from happening is the growing."""
    return i + 1 < len(tokens) and tokens[i].lower == "from" and tokens[i + 1].lower.endswith("ing")


def _phrase_after(tokens: list[Token], first: int) -> int:
    """One past the last token of the noun phrase at ``first``, with the 'of' of a share."""
    i = first
    while i < len(tokens):
        token = tokens[i]
        if token.lower == "of" and i > first and tokens[i - 1].lemma in _SHARES | {"%"}:
            i += 1
            continue
        if token.lower in _PREPOSITIONS | _ENDS | _AUXILIARIES | _BE or not (
            token.lemma or token.raw in "-%"
        ):
            break
        i += 1
    return i


def _phrase_before(tokens: list[Token], at: int) -> tuple[int, int]:
    """The subject of the passive verb at ``at``: a phrase cut at its first preposition."""
    last = at
    while last > 0 and (
        tokens[last - 1].lower in _AUXILIARIES
        or tokens[last - 1].lower in STOP
        or _is_adverb(tokens[last - 1])
    ):
        last -= 1
    first = last
    while (
        first > 0
        and tokens[first - 1].lower not in _ENDS
        and (tokens[first - 1].lemma or tokens[first - 1].raw in "-%")
    ):
        first -= 1
    return first, min(last, _phrase_after(tokens, first))


def _head(sentence: Sentence, first: int, end: int) -> _Object | None:
    """The last thing that ``tokens[first:end]`` names; None for a pronoun or nothing."""
    tokens = sentence.tokens
    while end > first and _is_adverb(tokens[end - 1]):
        end -= 1
    held = [m for m in sentence.mentions if first <= m.first and m.last < end]
    if not held:
        return None
    last = max(m.last for m in held)
    head = min((m for m in held if m.last == last), key=lambda m: m.first)
    before = frozenset(r for m in held if m.last < head.first for r in m.readings)
    return _Object(frozenset(head.readings), before)


def _is_adverb(token: Token) -> bool:
    return token.lower.endswith("ly") or token.lower in _TIMES


_TIMES = frozenset(
    "today now always ever never alone altogether entirely outright early often again yet too".split()
)
