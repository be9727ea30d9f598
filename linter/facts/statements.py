"""Which sentences without a figure make a claim that a desk would want to keep."""

from __future__ import annotations

from linter.language.lexicon import Lexicon
from linter.patterns import AnyCase, Pattern

_TELLING = {
    "rank": AnyCase(r"\b(?:most common|most frequent|least common|leading cause|main cause|first[- ]line|best when|worst when)\b"),
    "absence": AnyCase(r"\b(?:no (?:known |specific )?(?:cure|vaccine|treatment|way|evidence|test|cause)|cannot be (?:cured|prevented)|can’t be (?:cured|prevented)|not contagious)\b"),
    "cause": AnyCase(r"\b(?:(?:is|are) caused by|increases? (?:the|your) risk|(?:raises?|lowers?|reduces?|decreases?) (?:the|your) risk)\b"),
    "advice": AnyCase(r"\b(?:should not|must not|is recommended|are recommended|is approved|is not approved|is safe|is not safe|contraindicated)\b"),
    "definition": AnyCase(r"\b(?:is not|isn’t) (?:a type of|the same as)\b"),
}  # fmt: skip
"""By what a claim is: the words that give it away. "There is no cure", "the most common site", "is caused by"."""

_BRAND = Pattern(r"\b(?P<generic>[a-z][a-z-]{4,}) \((?P<brand>[A-Z][a-z]{3,})\)")
_CAUTION = AnyCase(
    r"\b(?:(?:do|does)(?: not|n[’']t) (?:account for|take into account)"
    r"|every (?:person|individual|case|body) is different"
    r"|may be (?:better|different|higher|lower) (?:now|today)"
    r"|cannot predict|are only estimates)\b"
)
_LEAST = 5
_MOST = 40


def is_statement(sentence: str, *, credited: bool) -> bool:
    """True for a sentence that says something checkable, or that the copy credits to someone."""
    words = sentence.split()
    if not _LEAST <= len(words) <= _MOST or sentence.rstrip()[-1:] not in (".", "!"):
        return False
    return credited or any(pattern.search(sentence) for pattern in _TELLING.values())


def pairs(sentence: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    """Generic and brand, of every "pazopanib (Votrient)"."""
    return [
        (found["generic"], found["brand"])
        for found in _BRAND.finditer(sentence)
        if lexicon.brands.get(found["brand"].lower()) == found["generic"]
        or lexicon.kinds.get(lexicon.concept_of(found["generic"]) or "") == "drug"
    ]


def caution(sentence: str) -> str:
    """The telling words of a sentence that limits what figures mean for one person; empty for any other."""
    found = _CAUTION.search(sentence)
    return found[0] if found else ""
