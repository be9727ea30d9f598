"""Statements told by their senses: the same things named, and said of them what the claim says or its opposite."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from linter.claims.answers import ranks_of
from linter.claims.areas import Context
from linter.claims.compare import compare_claims
from linter.claims.comparison import Comparison
from linter.claims.denial import QUALITIES, answers_no
from linter.claims.key import FactKey
from linter.claims.match import find_need
from linter.claims.needs import Need, kind_of
from linter.claims.opposing import is_ended, may_oppose
from linter.claims.senses import Said, senses, turned, without_which
from linter.claims.spoken_of import names_whole, speaks_of
from linter.claims.statement import Statement
from linter.language.lex import fold
from linter.language.text import Mention, Sentence
from linter.patterns import AnyCase

if TYPE_CHECKING:
    from linter.claims.bind import Binder


def opposed(context: Context, sentence: Sentence, key: FactKey, binder: Binder) -> bool | None:
    """Whether a sentence says the opposite of a claim in a sense that both have.

    None where they share none, where the sentence is a label answered with *no*, and where the senses are not all that the
    claim says: it compares, ranks, or denies that a thing exists.
    """
    ranks = binder.is_ranking(key) or any(not n.weak for n in ranks_of(key))
    if not key.senses or ranks or key.compared or key.denied is not None or answers_no(sentence.tokens):
        return None
    return turned(_told(context, sentence, key), key.senses, objects=bool(_objects(key)))


_ADDED = AnyCase(r",\s+which\b")


def _told(context: Context, sentence: Sentence, key: FactKey) -> dict[str, Said]:
    """What a sentence of the copy says, by sense, beyond what it adds of something else: 'treatment, which lowers the risk'."""
    text = without_which(context.own.reading.text[sentence.start : sentence.end])
    added = _ADDED.search(text)
    if added is None:
        return senses(text)
    told = [m for m in sentence.mentions if m.end <= sentence.start + added.start() and not m.weak]
    of_it = not told or bool(key.subject & set(told[-1].readings))
    return senses(text if of_it else text[: added.start()])


def says_else(context: Context, sentence: Sentence, key: FactKey) -> bool:
    """Whether a sentence says something in a sense, but in none of the claim's: 'raises the risk', for 'is not recommended'."""
    copy = _told(context, sentence, key)
    return bool(copy and key.senses) and turned(copy, key.senses, objects=True) is None


def by_sense(
    context: Context, sentence: Sentence, key: FactKey, binder: Binder, opposite: bool
) -> Statement | None:
    """A sentence that says of the same things what the claim says of them, or denies it: 'is safe' and 'should be avoided'."""
    ended = is_ended(context, key) and "prevent" not in key.senses
    words = {w for said in key.senses.values() for w in said.words.lower().split()}
    if opposite and (
        ended
        or not may_oppose(context, sentence, key, binder.lexicon)
        or not speaks_of(context, key, binder.lexicon, words)
    ):
        return None
    if opposite and _acts_otherwise(context, sentence, key, binder):
        return None
    rest = replace(
        key, needs=tuple(n for n in key.needs if n.anchor or not set(n.text.lower().split()) <= words)
    )
    if any(
        find_need(n, context.areas, binder.lexicon)[0] == 0 for n in rest.needs if n.anchor and not n.weak
    ):
        return None
    found = replace(compare_claims(context, rest, binder.lexicon), key=key)
    if opposite and (any(map(found.of, _INSTEAD)) or not _objects_said(found, rest, binder)):
        return None
    found.add("sense turned", opposite)
    return Statement(found, "polarity" if opposite else "agrees", sentence.start, sentence.end)


_LESS_OF = AnyCase(
    r"\b(?:lower|reduc|cut|decreas|avoid|quit|stop|limit|remov|eliminat|less|fewer|without)\w*\s+(?:\w+\s+){0,2}$|\bnot\s+$"
)
"""Before what acts: less of it acts the other way, 'lowering radon levels'."""
_AGENTS = frozenset({"drug", "drug class", "procedure", "exposure", "lifestyle", "nutrient"})
_DEEDS = frozenset({"cause", "prevent", "lower", "allow"})
"""Senses of which it matters who or what does it."""


def _acts_otherwise(context: Context, sentence: Sentence, key: FactKey, binder: Binder) -> bool:
    """Whether a sentence opens with something else that acts, or with less of what does."""
    if not _DEEDS & key.senses.keys():
        return False
    own, text = context.own, fold(context.own.reading.text)
    about = min((own.concepts[r].start for r in key.subject if r in own.concepts), default=sentence.end)
    acting = [
        m
        for m in sentence.mentions
        if not m.weak and m.start <= about and kind_of(m.readings[0], binder.lexicon) in _AGENTS
    ]
    if not acting:
        return False
    mine = next((m for m in acting if _is_claimed(m, key)), None)
    if mine is None:
        return True
    here, there = (
        _LESS_OF.search(t, max(0, at - 40), at)
        for t, at in ((text, mine.start), (key.folded, _place(key, mine)))
    )
    return bool(here) != bool(there)


def _is_claimed(mention: Mention, key: FactKey) -> bool:
    return bool(key.concepts & set(mention.readings) or key.words & set(mention.text.lower().split()))


def _place(key: FactKey, mention: Mention) -> int:
    """Where a claim names what a mention does; 0 where it does not."""
    return next((m.start for m in key.reading.mentions if set(m.readings) & set(mention.readings)), 0)


_INSTEAD = ("disease instead", "drug instead", "another disease nearer")
"""What makes it a statement about something else."""


def _objects_said(found: Comparison, rest: FactKey, binder: Binder) -> bool:
    """Whether the sentence names all that the claim speaks of but for what it is about, which may stand before or above."""
    return all(find_need(n, found.near, binder.lexicon)[0] for n in _objects(rest))


def _objects(key: FactKey) -> list[Need]:
    """What a claim names besides what it is about."""
    return [n for n in key.needs if n.anchor and not n.weak and n.readings != key.subject]


_ATTRIBUTE = AnyCase(
    rf"(?<!is an )(?<!is a )(?<!are )(?<!is )\b(?:non-?|in)?(?:{QUALITIES})"
    r"\s+(?!(?:in|from|as|by|through|and|or|but|to|with|if|when|because|at|for|on|than)\b)[a-z]"
    rf"|(?<=, )(?:{QUALITIES})(?=, )"
)
"""'Heritable retinoblastoma', 'an infectious illness', 'genetic, infectious, metabolic': which one is spoken of, and not that it is so."""


def _is_attribute(told: Statement) -> bool:
    """Whether a sentence only names a kind of what the claim is about by what the claim says of it."""
    reading = told.context.own.reading
    text = reading.text[told.start : told.end]
    rest = _ATTRIBUTE.sub(" ", text)
    return rest != text and turned(senses(rest), told.key.senses, objects=False) is None


def contradicts(told: Statement) -> bool:
    """Whether a sentence that is to contradict a claim speaks of all of its subject, and asserts what it says of it."""
    if told.verdict == "polarity" and told.key.senses and (_is_attribute(told) or _is_carried(told)):
        return False
    return names_whole(told.context, told.key)


_CARRIERS = AnyCase(
    r"\b(?:bites?|bitten|stings?|mosquito\w*|ticks?|fleas?|lice|sand ?fl\w+|insects?|snails?|contaminated|food|water|soil)\b"
)
"""By what a disease may reach people that does not pass from one to another."""


def _is_carried(told: Statement) -> bool:
    """Whether a sentence says by what something spreads, of which the claim does not speak: 'to people through bites'."""
    text = told.context.own.reading.text
    spreads = "spread" in told.key.senses and _CARRIERS.search(text, told.start, told.end) is not None
    return spreads and not _CARRIERS.search(told.key.folded)
