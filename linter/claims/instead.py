"""One of a set of words that exclude each other, said of the claim's subject in the place of the claim's: a virus for a fungus."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from linter.claims.areas import Context
from linter.claims.asserted import is_said, words_of
from linter.claims.compare import compare_claims
from linter.claims.denial import is_denied
from linter.claims.key import FactKey
from linter.claims.needs import Need, kind_of
from linter.claims.spoken_of import names_whole
from linter.claims.statement import Statement
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

    name: str
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
def sets() -> tuple[Exclusive, ...]:
    """The rows of ``instead.txt``."""
    lines = _SETS.read_text(encoding="utf-8").splitlines()
    return tuple(_row(line) for line in lines if line.strip() and not line.startswith("#"))


def _row(line: str) -> Exclusive:
    name, reach, verbs, little, *members = (part.strip() for part in line.split(" | "))
    patterns = tuple(map(_pattern, members))
    return Exclusive(
        name, int(reach), _pattern(verbs), patterns, frozenset(w.strip() for w in little.split(","))
    )


def _pattern(words: str) -> Pattern:
    told = "|".join(w.strip().replace(" ", r"[\s-]+").replace("*", r"\w*") for w in words.split(","))
    return AnyCase(rf"(?<![\w-])(?:{told})(?!\w)")


def said_instead(context: Context, sentence: Sentence, key: FactKey, binder: Binder) -> Statement | None:
    """The statement of a sentence that says of the claim's subject another of words that exclude each other."""
    text = fold(context.own.reading.text)[sentence.start : sentence.end]
    for of in sets():
        right, told = _alone(of, key.folded), _alone(of, text)
        if right is None or told is None or right[0] == told[0] or _OPEN.search(text):
            continue
        if is_denied(sentence.tokens) or is_denied(key.reading.sentences[0].tokens):
            continue
        at = sentence.start + told[1], sentence.start + told[2]
        rest = _rest(key, of, right)
        if _is_of_it(context, key, rest, at, binder.lexicon) and _says_all(context, sentence, key, of, right):
            return _statement(context, key, binder, at, right[1:])
    return None


_Member = tuple[int, int, int]
"""Which of a set, and where it stands."""


def _alone(of: Exclusive, text: str) -> _Member | None:
    """The one member that a text says of something, where it names no other."""
    said = of.said(text)
    if len(said) != 1 or len(of.named(text)) != 1:
        return None
    ((number, (start, end)),) = said.items()
    return number, start, end


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
    lemmas, named = {t.lemma for t in sentence.tokens}, context.own.concepts.keys()
    rest = [t for t in words_of(key) if not right[1] <= t.start < right[2] and t.lemma not in of.little]
    return all(is_said(t, key, lemmas, named) for t in rest)


def _statement(
    context: Context, key: FactKey, binder: Binder, told: tuple[int, int], right: tuple[int, int]
) -> Statement:
    said = (n for n in key.needs if n.readings == key.subject or n.readings & context.own.concepts.keys())
    rest = replace(key, needs=tuple(said))
    found = replace(compare_claims(context, rest, binder.lexicon), key=key)
    for group in ("scope", "people"):
        found.features.pop(f"contrary {group} own", None)
    found.add("rank said")
    found.add("is an answer")
    return Statement(found, "category", *told, expected=key.fact.claim[slice(*right)])
