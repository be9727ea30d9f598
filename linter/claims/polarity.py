"""Plain statements: whether a sentence says what a claim says, or its opposite."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from linter.claims.areas import Context
from linter.claims.asserted import KNOWN
from linter.claims.comparands import compared
from linter.claims.denial import is_untreated, lacks_having, negations
from linter.claims.denied import affirms, denied_thing
from linter.claims.key import FactKey
from linter.claims.needs import Need, kind_of
from linter.claims.often import SELDOM, is_turned
from linter.claims.opposing import clause_of, is_ended, may_oppose
from linter.claims.sense import sense
from linter.language.lex import fold
from linter.language.lexicon import Lexicon
from linter.language.text import STOP, Mention, Sentence
from linter.language.tokens import Token
from linter.language.words import lemma
from linter.patterns import AnyCase


def says_opposite(context: Context, sentence: Sentence, key: FactKey, lexicon: Lexicon) -> bool | None:
    """True where a sentence turns the claim round, False where it makes it; None where that cannot be told."""
    affirmed = key.denied is not None and affirms(sentence, key.denied, key.concepts, lexicon)
    if is_ended(context, key) and not affirmed:
        return None
    predicate = [n for n in key.needs if not n.anchor and not n.weak and n.weight >= 0.5]
    ways = _ways(context, key, sentence)
    if ways < 0:
        turned = [n for n in key.needs if n.readings & _WAYS.keys()]
    else:
        turned = [] if ways else _turned(context, key, predicate)
    told = compared(sentence) if key.compared else None
    if key.compared and key.compared.less and (told is None or _is_of_another(context, key, lexicon)):
        return None
    exchanged = key.compared.turned(told, lexicon) if key.compared and told else None
    if exchanged is not None:
        turned = list(key.needs) if exchanged else []
    if _OR_NOT.search(fold(context.own.reading.text[sentence.start : sentence.end])):
        return None
    clause, claim = clause_of(context, key, sentence), [t for s in key.reading.sentences for t in s.tokens]
    here, there = sentence.mentions, key.reading.mentions
    if _tell_of_lack(claim, there, sentence.tokens, here) != claim:
        return None  # who goes 'without symptoms' is not spoken of
    denied = is_turned(_tell_of_lack(clause, here, claim, there), claim)
    if denied is None:
        return None
    if negations(clause) and KNOWN & {t.lower for t in clause} and not KNOWN & {t.lower for t in claim}:
        return None  # that the cause 'is not known' is no word against one
    if KNOWN & {t.lower for t in claim}:
        denied ^= _is_unknown(clause) != _is_unknown(claim)
        if _CAUSE & {t.lemma for t in claim} and not KNOWN & {t.lower for t in clause}:
            return None  # 'a common cause of it' is no word on whether its own is known
    if denied == bool(turned):
        return False
    if _is_seldom(clause, claim) and not _names_all(predicate, context):
        return None  # who seldom gets it is not told how mild it is
    if key.denied is not None and not affirmed:
        return None  # what there is none of has to be said to be there
    if lacks_having(clause, claim):
        return None
    return True if may_oppose(context, sentence, key, lexicon) else None


_OR_NOT = AnyCase(
    r"\b(?:or|but|and)(?: (?:do|does|did|is|are|was|were|may|might|can|could|will|would|some|sometimes))+ not\b"
)
"""'Gets worse slowly or does not get worse at all': both are told."""


def denies_what_is_there(context: Context, sentence: Sentence, key: FactKey, lexicon: Lexicon) -> bool:
    """Whether a sentence says that there is none of what the claim says there is: 'no vaccine against it exists'."""
    if key.denied is not None or not key.reading.sentences:
        return False
    if negations([t for s in key.reading.sentences for t in s.tokens]) % 2:
        return False  # 'no link between vaccines and autism' is what 'vaccines do not cause autism' says
    thing = denied_thing(sentence)
    if thing is None:
        return False
    if any(kind_of(r, lexicon) == "condition" for r in context.own.strong - key.concepts):
        return False
    return affirms(key.reading.sentences[0], thing, key.concepts, lexicon)


def said_of_it(context: Context, key: FactKey) -> float:
    """The part of what the claim says of its subject that the sentence itself says, from 0 to 1."""
    predicate = [n for n in key.needs if not n.anchor and not n.weak and n.weight >= 0.5]
    predicate = [n for n in predicate if n.text.lower() not in SELDOM] or predicate
    predicate = predicate or [n for n in key.needs if n.readings != key.subject and n.kind != "light"]
    predicate += [n for n in _denied_of(key) if n not in predicate]
    total = sum(n.weight for n in predicate)
    named, strong = _told_beside(context, key)
    if key.compared:
        named, strong = (
            which | {_CONVERSE[r] for r in which & _CONVERSE.keys()} for which in (named, strong)
        )
    said = [
        n
        for n in predicate
        if n.readings & (named if n.weak or n.kind == "stage" else strong) or _is_undenied(n, key, context)
    ]
    return sum(n.weight for n in said) / total if total else 1.0


_NOT = AnyCase(r"\b(?:not|never|cannot|without)\b|n't\b")


def _denied_of(key: FactKey) -> list[Need]:
    """What a claim says its subject has or does not: the 'family history' of 'most do not have a family history'."""
    no = _NOT.search(key.folded)
    if no is None:
        return []
    return [
        n for n in key.needs if n.start >= no.end() and n.anchor and not n.weak and n.readings != key.subject
    ]


def asked_of(context: Context, key: FactKey) -> FactKey:
    """The claim without what a comparison may say the other way round: 'stronger' where the copy has 'weaker'."""
    told = context.own.concepts.keys()
    converse = {c for c, other in _CONVERSE.items() if other in told} if key.compared else set()
    needs = (n for n in key.needs if not n.readings & converse and not _is_undenied(n, key, context))
    return replace(key, needs=tuple(needs))


def _is_seldom(copy: list[Token], claim: list[Token]) -> bool:
    """Whether one says 'seldom' and the other does not."""
    here, there = ({t.lower for t in tokens} & SELDOM for tokens in (copy, claim))
    return bool(here) != bool(there)


def _names_all(predicate: list[Need], context: Context) -> bool:
    return all(n.readings & context.own.concepts.keys() for n in predicate if n.text.lower() not in SELDOM)


_THERE = AnyCase(r"\bthere (?:is|are) (?:\w+ )?$")


def _is_undenied(need: Need, key: FactKey, context: Context) -> bool:
    """True for the 'no cure' of 'there is no cure' where the sentence speaks of a cure: the 'no' is counted by itself."""
    no, _, thing = need.text.lower().rpartition(" ")
    if no != "no" or not _THERE.search(key.folded[: need.start]):
        return False
    return lemma(thing) in {t.lemma for t in context.own.reading.sentences[context.sentence].tokens}


_CONVERSE = {"stronger": "weaker", "weaker": "stronger", "common": "rare", "rare": "common"}
"""What a comparison says of the greater, and of the lesser."""


def _told_beside(context: Context, key: FactKey) -> tuple[Set[str], Set[str]]:
    """What the sentence names, and what without doubt, names within that of the subject aside: the flu of 'flu shot'."""
    own = context.own
    whole = [m for m in own.mentions if m.first < m.last and any(r in key.concepts for r in m.readings)]
    beside = [
        m
        for m in own.mentions
        if not any(m is not w and w.first <= m.first and m.last <= w.last for w in whole)
    ]
    named = frozenset(r for m in beside for r in m.readings)
    return named, named & own.strong


def _tell_of_lack(
    tokens: list[Token], mentions: Sequence[Mention], others: list[Token], named: Sequence[Mention]
) -> list[Token]:
    """The tokens but for a 'without' before something that the ``others``, with what is ``named`` there, do not tell of."""
    lemmas = {t.lemma for t in others if t.lemma and t.lower not in STOP}
    readings = {r for m in named for r in m.readings}

    def is_shared(what: list[Token]) -> bool:
        if not what or lemmas & {t.lemma for t in what}:
            return True
        held = {r for m in mentions if what[0].start <= m.start < what[-1].end for r in m.readings}
        return bool(readings & held)

    return [
        t
        for k, t in enumerate(tokens)
        if t.lower != "without" or is_untreated(tokens, k) or is_shared(tokens[k + 1 : k + 5])
    ]


_CAUSE = frozenset({"cause", "reason", "origin", "source"})


def _is_unknown(tokens: list[Token]) -> bool:
    return any(t.lower in ("unknown", "incompletely", "poorly") for t in tokens)


_WAYS = {"increase": "decrease", "decrease": "increase"}


def _turned(context: Context, key: FactKey, predicate: list[Need]) -> list[Need]:
    """Needs for a rise where the sentence tells of a fall, or the other way about, of all the same things."""
    said, strong = context.own.concepts.keys(), context.own.strong
    if any(n.anchor and n.readings != key.subject and not n.readings & said for n in key.needs):
        return []
    return [
        n
        for n in predicate
        for way in sorted(n.readings & _WAYS.keys())
        if len(n.readings & _WAYS.keys()) == 1
        and _WAYS[way] in said
        and (
            way not in said or (_WAYS[way] in strong and way not in strong and _WAYS[way] not in key.concepts)
        )
    ]


def _ways(context: Context, key: FactKey, sentence: Sentence) -> int:
    """1 where sentence and claim say that a risk goes the same way, -1 where opposite ways, 0 where not both say."""
    return sense(key.reading.text) * sense(fold(context.own.reading.text[sentence.start : sentence.end]))


def _is_of_another(context: Context, key: FactKey, lexicon: Lexicon) -> bool:
    """Whether a sentence that does not name what the claim is about names another disease."""
    own = context.own
    if key.subject & own.concepts.keys() or not key.subject:
        return False
    others = {r for r in own.strong if kind_of(r, lexicon) == "condition"}
    return not others <= key.concepts
