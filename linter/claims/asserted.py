"""What a claim asserts of the things it is about, word by word, and whether a sentence speaks of all of that."""

from __future__ import annotations

from itertools import pairwise

from linter.claims.areas import Context
from linter.claims.denial import NEGATORS
from linter.claims.key import FactKey
from linter.claims.often import DEGREES
from linter.claims.spoken_of import POINTS, name_of
from linter.language.text import STOP, Sentence
from linter.language.tokens import Token

KNOWN = frozenset({"known", "unknown", "know", "knows", "understood", "identified", "discovered"})
"""Words of what is known, and what is not."""
_SAYS_LITTLE = frozenset(
    "be have do exist make get can could may might will would must should there known current specific main major significant"
    " most more common form type kind case people person patient disease condition illness".split()
)
"""Words, in lemmas, without which a claim still asserts what it does."""


def names_some(sentence: Sentence, key: FactKey) -> bool:
    """Whether a sentence has a word of what the claim says of its things: the 'turn' of 'does not turn into'."""
    told = {t.lemma for t in _words(key)}
    return _is_free(key) or not told or bool(told & {t.lemma for t in sentence.tokens})


_SEVERAL = 4
"""Of so many words a sentence may lack one."""


def names_most(context: Context, sentence: Sentence, key: FactKey) -> bool:
    """Whether a sentence speaks of all that a claim asserts, or nearly all, in its words or in others of the lexicon."""
    if _is_free(key):
        return True
    telling = telling_words(key)
    if not telling:
        return _is_told_of(context, sentence, key)  # 'most moles are not cancer' is told of moles alone
    unsaid = len(unsaid_of(telling, context, sentence, key))
    return unsaid == 0 or (unsaid == 1 and len(telling) >= _SEVERAL)


def unsaid_of(words: list[Token], context: Context, sentence: Sentence, key: FactKey) -> list[Token]:
    """Those of a claim's words that a sentence has neither itself nor in another word of the lexicon."""
    lemmas, named = {t.lemma for t in sentence.tokens}, context.own.concepts.keys()
    needs = [n for n in key.needs if not n.weak and n.readings & named]
    return [
        t
        for t in words
        if t.lemma not in lemmas and not any(n.start <= t.start < n.start + len(n.text) for n in needs)
    ]


def telling_words(key: FactKey) -> list[Token]:
    """The words of a claim without which it would assert something else."""
    return [t for t in _words(key) if t.lemma not in _SAYS_LITTLE and t.lower not in DEGREES]


def _words(key: FactKey) -> list[Token]:
    """The words of a claim that are no part of the name of a thing or of the people it is about."""
    name = name_of(key)
    things = [n for n in key.needs if n.anchor or n.kind in ("population", "person") or n in name]
    return [
        t
        for s in key.reading.sentences
        for t in s.tokens
        if t.lemma
        and t.lower not in STOP | NEGATORS
        and not any(n.start <= t.start < n.start + len(n.text) for n in things)
    ]


def _is_free(key: FactKey) -> bool:
    """True for claims of which others ask what is said: what is known, what there is none of, comparisons."""
    return bool(KNOWN & key.words) or key.denied is not None or key.compared is not None


_VERBS = frozenset(
    "is are was were be become becomes became get gets got have has do does did can cannot may will affect affects"
    " develop develops turn turns".split()
)
_WHICH = frozenset("that who which".split())


def _is_told_of(context: Context, sentence: Sentence, key: FactKey) -> bool:
    """Whether a verb stands between a claim's subject, or what points at it, and what else the claim names."""
    own = context.own.concepts
    about = next((own[r] for r in sorted(key.subject) if r in own), None)
    others = [
        own[r]
        for n in key.needs
        if (n.anchor or n.kind == "population") and n.readings != key.subject
        for r in n.readings
        if r in own
    ]
    if not others or (about is None and POINTS.search(context.own.text) is None):
        return False
    at = about.first if about else 0
    nearest = min(others, key=lambda m: abs(m.first - at)).first
    between = sentence.tokens[min(at, nearest) : max(at, nearest)]
    return any(
        t.lower in _VERBS and before.lower not in _WHICH for before, t in pairwise([between[0], *between])
    )
