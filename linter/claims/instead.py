"""One of a set of words that exclude each other, said of the claim's subject in the place of the claim's: a virus for a fungus."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from linter.claims.areas import Context
from linter.claims.asserted import telling_words, unsaid_of
from linter.claims.denial import is_denied
from linter.claims.key import FactKey
from linter.claims.needs import Need, kind_of
from linter.claims.spoken_of import names_whole
from linter.claims.statement import Statement, told_whole
from linter.language.lex import fold
from linter.language.lexicon import Lexicon
from linter.language.text import Sentence
from linter.language.words import lemma
from linter.patterns import AnyCase, Pattern

if TYPE_CHECKING:
    from linter.claims.bind import Binder

_SETS = Path(__file__).with_name("instead.txt")
_PARTED = Pattern(r"[,;:()—–]")
_OPEN = AnyCase(
    r"\b(?:may|might|could|can|some|sometimes|or|rarely|either|also|other|another|suspected|thought|believed|possibly|like|if|few|both)\b"
)
"""Words by which a sentence says it of some, or does not say it for sure."""


@dataclass(frozen=True, slots=True)
class Exclusive:
    """Words that exclude each other: ``verbs`` say them of a thing, ``little`` are lemmas that add nothing to them."""

    reach: int
    """How many characters may stand between a verb and what it says."""
    verbs: Pattern
    members: tuple[Pattern, ...]
    little: frozenset[str]

    def named(self, text: str, start: int = 0, end: int = sys.maxsize) -> dict[int, tuple[int, int]]:
        """The members that a text names, by number, with where the first stands."""
        found = ((k, m.search(text, start, end)) for k, m in enumerate(self.members))
        return {k: m.span() for k, m in found if m is not None}

    def said(self, text: str) -> dict[int, tuple[int, int]]:
        """The members that a text says of something."""
        found: dict[int, tuple[int, int]] = {}
        for verb in self.verbs.finditer(text):
            parted = _PARTED.search(text, verb.end(), verb.end() + self.reach)
            found |= self.named(text, verb.end(), parted.start() if parted else verb.end() + self.reach)
        return found


@cache
def sets() -> dict[str, Exclusive]:
    """The rows of ``instead.txt``, by name."""
    lines = _SETS.read_text(encoding="utf-8").splitlines()
    return dict(_row(line) for line in lines if line.strip() and not line.startswith("#"))


def _row(line: str) -> tuple[str, Exclusive]:
    name, reach, verbs, little, *members = (part.strip() for part in line.split(" | "))
    lemmas = frozenset(w.strip() for w in little.split(","))
    return name, Exclusive(int(reach), _pattern(verbs), tuple(map(_pattern, members)), lemmas)


def _pattern(words: str) -> Pattern:
    told = "|".join(w.strip().replace(" ", r"[\s-]+").replace("*", r"\w*") for w in words.split(","))
    return AnyCase(rf"(?<![\w-])(?:{told})(?!\w)")


_Member = tuple[int, int, int]
"""Which of a set, and where it stands."""


@lru_cache(maxsize=4096)
def _members(text: str) -> dict[str, _Member]:
    """Of each set the one member that a folded text says of something, where it names no other."""
    found = {}
    for name, of in sets().items():
        said = of.said(text)
        if len(said) == 1 and len(of.named(text)) == 1:
            ((number, (start, end)),) = said.items()
            found[name] = number, start, end
    return found


def said_instead(context: Context, sentence: Sentence, key: FactKey, binder: Binder) -> Statement | None:
    """The statement of a sentence that says of the claim's subject another of words that exclude each other."""
    claimed = _members(key.folded)
    if not claimed:
        return None
    text = fold(context.own.reading.text[sentence.start : sentence.end])
    here = _members(text)
    for name, right in claimed.items():
        told = here.get(name)
        if told is None or right[0] == told[0] or _OPEN.search(text):
            continue
        if is_denied(sentence.tokens) or is_denied(key.reading.sentences[0].tokens):
            continue
        of, at = sets()[name], (sentence.start + told[1], sentence.start + told[2])
        rest = _rest(key, of, right)
        if _is_of_it(context, key, rest, at, binder.lexicon) and _says_all(context, sentence, key, of, right):
            return _statement(context, key, binder, at, right[1:])
    return None


def _rest(key: FactKey, of: Exclusive, right: _Member) -> list[Need]:
    """What a claim names besides the member, and the words that add nothing to it."""
    return [
        n for n in key.needs if not right[1] <= n.start < right[2] and lemma(n.text.lower()) not in of.little
    ]


def _is_of_it(
    context: Context, key: FactKey, rest: list[Need], told: tuple[int, int], lexicon: Lexicon
) -> bool:
    """Whether a sentence is about what the claim is about, and neither about a share of those who have it nor another disease."""
    own, sentence = context.own, context.own.reading.sentences[context.sentence]
    things = [n for n in rest if n.kind == "condition" and not n.weak]
    if not all(n.readings & context.named for n in things) or not names_whole(context, key):
        return False
    shares = (f.start for f in own.reading.figures if f.dimension == "proportion")
    if any(sentence.start <= start < sentence.end for start in shares):
        return False
    others = (own.concepts[r] for r in own.strong - key.concepts if kind_of(r, lexicon) == "condition")
    return all(m.start < told[1] and told[0] < m.end for m in others)


def _says_all(context: Context, sentence: Sentence, key: FactKey, of: Exclusive, right: _Member) -> bool:
    """Whether a sentence speaks of all that a claim says besides: the growth hormone of 'too much growth hormone'."""
    rest = [t for t in telling_words(key) if not right[1] <= t.start < right[2] and t.lemma not in of.little]
    return not unsaid_of(rest, context, sentence, key)


def _statement(
    context: Context, key: FactKey, binder: Binder, told: tuple[int, int], right: tuple[int, int]
) -> Statement:
    said = (n for n in key.needs if n.readings == key.subject or n.readings & context.own.concepts.keys())
    found = told_whole(context, replace(key, needs=tuple(said)), key, binder.lexicon)
    for group in ("scope", "people"):
        found.features.pop(f"contrary {group} own", None)
    return Statement(found, "category", *told, expected=key.fact.claim[slice(*right)])
