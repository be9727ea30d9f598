"""Whether a sentence that says otherwise than a claim contradicts it: it supposes nothing, and speaks of the same, not of a few."""

from __future__ import annotations

from linter.claims.areas import Context
from linter.claims.beside import accounted
from linter.claims.denial import answers_no, is_of_a_few, parts
from linter.claims.key import FactKey
from linter.claims.modality import CLAIMED
from linter.claims.needs import Need, kind_of
from linter.claims.objects import has_other_object
from linter.language.lex import fold
from linter.language.lexicon import Lexicon
from linter.language.text import Sentence
from linter.language.tokens import Token
from linter.patterns import AnyCase

_SHARE = AnyCase(r"\d\s?(?:%|percent|per cent)|\b(?:one|two|three|\d+) (?:in|out of) ")
_MOSTLY = AnyCase(r"\b(?:most|mostly|usually|majority|generally|typically)\b")


_ENDS = frozenset(
    {"stop", "discontinuation", "smoking cessation", "prevent", "replace", "limit", "untreated"}
)


def is_ended(context: Context, key: FactKey) -> bool:
    """True where something is stopped or prevented that the claim does not stop: 'quitting smoking lowers the risk'.

    'Hard to keep up' limits nothing.
    """
    ended = context.own.strong & _ENDS | context.own.concepts.keys() & (_ENDS - {"limit"})
    return bool(ended - key.concepts)


def may_oppose(context: Context, sentence: Sentence, key: FactKey, lexicon: Lexicon) -> bool:
    """Whether a sentence that says otherwise than a claim contradicts it: it supposes nothing, and speaks of no few and nothing else."""
    text = fold(context.own.reading.text[sentence.start : sentence.end])
    predicate = [n for n in key.needs if not n.anchor and not n.weak and n.weight >= 0.5]
    clause, claim = clause_of(context, key, sentence), [t for s in key.reading.sentences for t in s.tokens]
    if (
        CLAIMED.search(text)
        or _is_supposed(context, key, sentence)
        or _TO_COME.search(text)
        or (context.own.strong & _ENDPOINTS) - key.concepts
        or is_of_a_few(clause, claim)
    ):
        return False
    if _MOSTLY.search(key.folded) and _SHARE.search(text):
        return False  # 'most are not', and 5% are
    return not (
        has_other_object(sentence, key, lexicon) or _has_other_agent(context, key, predicate, lexicon)
    )


_HYPOTHETICAL = AnyCase(
    r"\b(?:if(?! (?:you|your|they|people|someone|a person|patients|she|he)\b)|whether|unless|could it|would|look(?:s|ed|ing)? for|search(?:es|ing)? for|seek(?:s|ing)?|hop(?:e|es|ing)|in pursuit of|quest for|working (?:on|towards?)|aim(?:s|ed|ing)?|finding (?:new )?ways|(?:stud|explor|test|develop|discover|investigat|identif|trying)\w* (?:\w+ ){0,3}ways|research(?:ers)? into"
    r"|(?:some|many|most|few)(?: \w+){0,2} (?:think|believe|say|claim|assume))\b"
)


_TO_COME = AnyCase(
    r"\b(?:may|might|could|will)\s+(?:\w+\s+){0,2}?(?:be (?:found|discovered|developed|available|possible|invented|approved)|become)\b|\bone day\b|\bsomeday\b"
    r"|\b(?:been|being|are|is) (?:also )?(?:studied|investigated|examined|explored)\b|\b(?:potential|possible) (?:\w+ )?(?:risk factors?|causes?|links?)\b"
)
"""'A cure may be found one day': there is none."""
_ENDPOINTS = frozenset({"recurrence", "death", "survival", "metastasis"})
"""What may come of a disease: a claim that names none of these is not about how likely they are."""


def clause_of(context: Context, key: FactKey, sentence: Sentence) -> list[Token]:
    """The tokens of the clause that makes the claim: a 'not' beyond a colon or a 'but' is another's."""
    if answers_no(sentence.tokens):
        return sentence.tokens
    named = [
        context.own.concepts[r]
        for n in key.needs
        if n.weight >= 0.5
        for r in n.readings
        if r in context.own.concepts
    ]
    first, last = (
        min((m.first for m in named), default=0),
        max((m.last for m in named), default=len(sentence.tokens) - 1),
    )
    tokens = sentence.tokens
    while first > 0 and not parts(tokens, first - 1):
        first -= 1
    while last + 1 < len(tokens) and not parts(tokens, last + 1):
        last += 1
    return tokens[first : last + 1]


def _is_supposed(context: Context, key: FactKey, sentence: Sentence) -> bool:
    """True where what the sentence says hangs on an 'if' before it."""
    named = [
        context.own.concepts[r].start
        for n in key.needs
        if n.weight >= 0.5
        for r in n.readings
        if r in context.own.concepts
    ]
    first = min(named, default=sentence.start)
    return bool(_HYPOTHETICAL.search(context.own.reading.text[sentence.start : first]))


_AGENTS = frozenset({"drug", "drug class", "procedure", "exposure", "lifestyle", "nutrient"})


def _has_other_agent(context: Context, key: FactKey, predicate: list[Need], lexicon: Lexicon) -> bool:
    """True where only a heading names what the claim is about, and the sentence says it of something else."""
    own = context.own
    agents = [n.readings for n in key.needs if n.kind in _AGENTS]
    if not agents or any(a & own.concepts.keys() for a in agents):
        return False
    said = [own.concepts[r].start for n in predicate for r in n.readings if r in own.concepts]
    return any(
        kind_of(c, lexicon) in _AGENTS | {"condition"}
        and own.concepts[c].start < min(said, default=0)
        and not accounted(own.concepts[c], key, lexicon)
        for c in sorted(own.strong)
    )
