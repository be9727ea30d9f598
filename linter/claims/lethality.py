"""Whether a disease is said to kill most whom it strikes, or hardly any, in whatever words."""

from __future__ import annotations

from functools import lru_cache

from linter.claims.areas import Context
from linter.claims.beside import EVERYONE
from linter.claims.key import FactKey
from linter.claims.needs import Need, kind_of
from linter.language.lex import fold
from linter.language.lexicon import Lexicon
from linter.language.text import Sentence
from linter.patterns import AnyCase

_MOSTLY = r"(?<!not )\b(?:always|usually|generally|mostly|invariably|typically|normally)"
_SELDOM = r"\b(?:rarely|seldom|scarcely|infrequently|uncommonly|hardly ever|almost never|nearly never|not usually|n't usually|not normally)"
_MOST = r"\b(?:most|almost all|nearly all|almost every\w*|nearly every\w*|the (?:great |vast )?majority)\b"
_FEW = r"(?<!a )\b(?:few|hardly any\w*|almost no(?: ?one|body)?|almost none|scarcely any\w*)\b"
_DEADLY = r"(?:fatal|deadly|lethal|death|kills?|dies?|deaths)\b"
_LIVE = r"(?:survives?|survived|recovers?|recovered|pulls? through)\b"
_RARE = r"(?:is|are|remains?) (?:very |extremely |quite |exceedingly )?(?:rare|uncommon|unusual)\b"
_BETWEEN = r"(?: [\w'’-]+){0,3}? "
_FURTHER = r"(?: [\w'’-]+){0,7}? "
_KILLS = (
    AnyCase(rf"{_MOSTLY}{_BETWEEN}{_DEADLY}"),  # almost always fatal
    AnyCase(rf"{_MOST}{_FURTHER}(?<!who )(?<!that )(?:dies?|died)\b"),  # most people with it die
    AnyCase(rf"{_FEW}{_FURTHER}(?<!who )(?<!that ){_LIVE}"),  # few people survive
    AnyCase(rf"{_SELDOM}{_BETWEEN}{_LIVE}"),  # people rarely survive
    AnyCase(rf"\b(?:survival|recovery) {_RARE}"),  # survival is rare
    AnyCase(rf"\bdeath {_MOSTLY} follows\b"),
)
_SPARES = (
    AnyCase(rf"{_SELDOM}{_BETWEEN}{_DEADLY}"),  # seldom deadly
    AnyCase(rf"{_MOST}{_FURTHER}(?<!who )(?<!that ){_LIVE}"),  # most people survive
    AnyCase(rf"{_FEW}{_FURTHER}(?<!who )(?<!that )(?:dies?|died)\b"),  # few people die of it
    AnyCase(rf"{_MOSTLY}{_BETWEEN}{_LIVE}"),  # patients usually survive
    AnyCase(rf"\bdeaths?(?: [\w'’-]+){{0,7}}? {_RARE}"),  # deaths from it are rare
)
_UNTREATED = AnyCase(
    r"\b(?:untreated|without (?:\w+ ){0,2}(?:treatment|therapy|care)|(?:not|n't|never) (?:be |being |get )?treated)\b"
)
_HELPED = AnyCase(
    r"\b(?:treat\w*|therap\w+|vaccin\w*|shots?|jabs?|prompt\w*|early|immediate\w*|care|transplant\w*|surgery|antibiotics?|if|unless|before|prevent\w*)\b"
)
_ENDS = frozenset({"death", "survival", "recovery", "rare", "most common", "deadliest"})
_CONDITIONS = frozenset({"generic", "stage", "symptom", "condition", "population", "age", "person"})
"""Kinds of what a claim about dying may hang on: 'once symptoms have appeared'."""
_STANDS_IN = frozenset({"disease", "case", "infection", "illness"})


@lru_cache(maxsize=1024)
def lethality(text: str) -> int:
    """1 where ``text`` says that most die, -1 where it says that hardly any do, 0 where it says neither or both."""
    return any(p.search(text) for p in _KILLS) - any(p.search(text) for p in _SPARES)


def _helped(text: str) -> int:
    return -1 if _UNTREATED.search(text) else 1 if _HELPED.search(text) else 0


def tells_of_the_other_end(context: Context, sentence: Sentence, key: FactKey, lexicon: Lexicon) -> bool:
    """True where a sentence says that most live of those of whom the claim says that most die, or the other way about."""
    claimed = lethality(key.folded)
    text = fold(context.own.reading.text[sentence.start : sentence.end])
    if not claimed or lethality(text) != -claimed or _helped(text) != _helped(key.folded):
        return False
    own = context.own.concepts.keys()
    if any(not n.readings & (own | lexicon.above(own)) for n in key.needs if _is_condition(n, key)):
        return False
    named = [m for m in context.own.mentions if not m.weak and kind_of(m.readings[0], lexicon) in _WHOM]
    return all(key.concepts.intersection(m.readings) or EVERYONE.intersection(m.readings) for m in named)


_WHOM = frozenset({"condition", "population", "person", "age", "place"})


def _is_condition(need: Need, key: FactKey) -> bool:
    return (
        need.kind in _CONDITIONS
        and need.readings != key.subject
        and not need.weak
        and not need.readings & (_ENDS | _STANDS_IN | EVERYONE)
    )
