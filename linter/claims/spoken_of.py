"""Whether a sentence that seems to turn a claim round speaks of all that the claim is about, known words or not."""

from __future__ import annotations

from collections.abc import Set

from linter.claims.areas import Context
from linter.claims.comparison import NEAR, OWN, SENTENCE, level_of
from linter.claims.key import FactKey
from linter.claims.match import find_need
from linter.claims.needs import Need
from linter.claims.share_base import CLASSES
from linter.language.lexicon import Lexicon
from linter.patterns import AnyCase

_TELLING = 0.8
"""From what weight on a word says what a claim is about."""
_MOSTLY = 0.5
"""The part of such words that copy has to have where nothing else says what acts on what."""
POINTS = AnyCase(
    r"^\W*(?:it(?! (?:is|was) (?:not )?\w+ (?:to|that)\b)|they|this|these|that|those|such|both|he|she)\b|\bthem\b"
)
"""What points back at something that was named before."""
_IS_A = AnyCase(
    r"(?:[\w'’-]+\s+){1,4}?(?:is|are)\s+(?:not\s+)?an?\s+(?:[\w-]+\s+){0,2}?(?:form|kind|type|sort|name)\s+(?:of|for)\b"
)
"""A claim that says nothing of a thing but what it is: 'X is a form of Y'."""
_ACTS = frozenset({"cause", "prevent", "lower"})
"""Senses in which one thing acts on another, known to the lexicon or not."""
_NO_THING = frozenset({"light", "generic", "relation", "rank", "measure", "measure part", "place"})


def names_whole(context: Context, key: FactKey) -> bool:
    """Whether copy has all of a name of which the lexicon knows only the class: the nail and the patella of 'nail-patella syndrome'."""
    return all(n.readings & context.named for n in name_of(key))


def name_of(key: FactKey) -> list[Need]:
    """What stands before the class in the name of what a claim is about: nail and patella."""
    about = next((n for n in key.needs if n.readings == key.subject), None)
    found: list[Need] = []
    if about is None or about.text.lower() not in CLASSES:
        return found
    start, text = about.start, key.reading.text
    for need in sorted((n for n in key.needs if n.start < about.start), key=lambda n: -n.start):
        if text[need.start + len(need.text) : start].strip(" -"):
            break
        found.append(need)
        start = need.start
    return found


def speaks_of(context: Context, key: FactKey, lexicon: Lexicon, carried: Set[str] = frozenset()) -> bool:
    """Whether a sentence names the things of a claim: those that the lexicon knows all, and of other telling words most.

    What the claim is about may stand in a heading; what it says of that must stand in the sentence, or before one that points back, or
    'antiperspirants do not cause breast cancer' would be contradicted by whatever does cause it. ``carried`` are the words
    that say what the claim says of its things, which copy says in its own.
    """
    needs = [n for n in key.needs if not n.weak and n.weight >= _TELLING and n.kind not in _NO_THING]
    needs = [n for n in needs if n.anchor or carried.isdisjoint(n.text.lower().split())]
    own = [a for a in context.areas if level_of(a) in (OWN, SENTENCE)]
    points = any(POINTS.search(a.text) for a in own)
    classing = _IS_A.match(key.reading.text) is not None
    near = [a for a in context.areas if level_of(a) == NEAR] if points and not classing else []

    def is_met(need: Need) -> bool:
        if not need.anchor:  # a hand is no knuckle
            return any(need.readings & a.concepts.keys() for a in own + near)
        about = need.readings == key.subject and not classing
        return find_need(need, context.areas if about else own + near, lexicon)[0] > 0

    things = [n for n in needs if n.anchor]
    if not all(map(is_met, things)) or (classing and len(things) < 2):
        return False
    acts = key.senses.keys() & _ACTS or not key.senses
    if len(things) > 1 or len(needs) == len(things) or (key.subject and not acts):
        return True
    others = [n for n in needs if not n.anchor]
    met = sum(n.weight for n in others if is_met(n))
    least = _MOSTLY if things else 1.0
    return met >= least * sum(n.weight for n in others)
