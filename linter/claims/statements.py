"""Facts without a figure: one answer among several, a yes or a no, two names of one thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from linter.claims.answers import Answer, answer, aside, is_demoted, ranks_of
from linter.claims.areas import Context
from linter.claims.asserted import KNOWN, names_most, names_some
from linter.claims.brand_cells import wrong_in_cell
from linter.claims.brands import pairs
from linter.claims.by_sense import by_sense, contradicts, opposed, says_else
from linter.claims.claim_figure import is_rank
from linter.claims.compare import compare_claims
from linter.claims.harmless import is_called_harmless
from linter.claims.inherit import ContextReader
from linter.claims.instead import said_instead
from linter.claims.key import FactKey
from linter.claims.lethality import tells_of_the_other_end
from linter.claims.modality import is_refuted_sentence
from linter.claims.needs import EVERYWHERE, kind_of
from linter.claims.pairing import StatedPairs
from linter.claims.polarity import asked_of, denies_what_is_there, said_of_it, says_opposite
from linter.claims.rank_told import gives_rank, ranks_below, without_rank
from linter.claims.ranking import (
    FIRST,
    Ranking,
    names_all_of,
    other_holder,
    ranking,
    ranks_one_kind,
    same_field,
)
from linter.claims.sources import main_source, says_most
from linter.claims.spoken_of import speaks_of
from linter.claims.statement import Statement, sentence_contexts, told_whole
from linter.language.text import Sentence, longest
from linter.patterns import AnyCase

if TYPE_CHECKING:
    from linter.claims.bind import Binder


def statements(reader: ContextReader, binder: Binder) -> Iterator[Statement]:
    """Every sentence of a draft that states one of the facts without a figure, rightly or wrongly."""
    limit = binder.weights.thresholds["statement"]
    for told in may_state(reader, binder):
        sure = binder.weights.odds("statement", told.comparison.features) > limit
        if sure and (told.verdict == "agrees" or contradicts(told)):
            yield told
    paired = [k for k in binder.statements if k.fact.pair]
    stated = StatedPairs(reader, paired, binder.lexicon)
    for index, block in enumerate(reader.document.blocks):
        if paired and block.kind not in ("title", "alt"):
            wrong = list(_wrong_pairs(index, reader, paired, binder))
            yield from wrong
            yield from stated.of_block(index, wrong)


def may_state(reader: ContextReader, binder: Binder) -> Iterator[Statement]:
    """Every sentence that would state such a fact if it made its claim: what the decision chooses from."""
    keys = [k for k in binder.statements if k.fact.pair is None]
    for index, block in enumerate(reader.document.blocks):
        if not keys or block.kind in ("title", "alt") or not block.text:
            continue
        for context in sentence_contexts(index, reader):
            sentence = context.own.reading.sentences[context.sentence]
            if sentence.tokens[-1].raw == "?":
                continue
            if block.kind == "heading" and not _says(context, binder):
                continue
            named = all(kind_of(m.readings[0], binder.lexicon) in _NAMES for m in context.own.mentions)
            for key in keys:
                if named and key.fact.id not in binder.options:
                    continue  # a name by itself says nothing
                if any(_is_about(k, context, binder) for k in (key, binder.field(key))):
                    told = (_answer if key.fact.id in binder.options else _plain)(
                        context, sentence, key, binder
                    )
                    if told is not None and (
                        told.verdict == "agrees" or not is_refuted_sentence(context, reader)
                    ):
                        yield told


_VERBS = frozenset(
    "is are was were be been has have had do does did can could may might must should will would cannot".split()
)


_DEEDS = frozenset("treatment treatments prevention diagnosis cause causes cure cures".split())
"""Nouns that name what a section is about: 'Treatment for dengue' says nothing of it."""


def _says(context: Context, binder: Binder) -> bool:
    """Whether a heading is a sentence: 'Smoking causes cancer', not 'Family history and risk'."""
    sentence = context.own.reading.sentences[context.sentence]
    told = any(
        kind_of(r, binder.lexicon) in ("relation", "rank")
        for m in sentence.mentions
        for r in m.readings
        if m.text.lower() not in _DEEDS
    )
    return told or any(t.lower in _VERBS for t in sentence.tokens)


_UNLIKE = AnyCase(r"\b(?:unlike|in contrast to|as opposed to)\s+(?:\w+\s+)?$")


def _is_about(key: FactKey, context: Context, binder: Binder) -> bool:
    """Whether the context names what a claim is about, and not only to set it apart: 'unlike malaria'."""
    held = next((context.own.concepts[r] for r in sorted(key.subject) if r in context.own.concepts), None)
    if held is not None and _UNLIKE.search(context.own.reading.text, max(0, held.start - 24), held.start):
        return False
    return not key.subject or binder.is_named(key, context.named)


def _answer(context: Context, sentence: Sentence, key: FactKey, binder: Binder) -> Statement | None:
    options, value = binder.options[key.fact.id], binder.answers[key.fact.id]
    sourced = main_source(context, sentence, key, options)
    if sourced is not None:
        given: Answer | None = Answer(value in sourced.readings, sourced.start, sourced.end)
    else:
        given = answer(context, sentence, key, options, value)
    if given is None:
        return _unlisted_first(context, sentence, key, binder)
    if not given.right and _is_elsewhere(context, sentence, given, key, binder):
        return None
    if not given.right and not key.subject and not speaks_of(context, key, binder.lexicon):
        return None  # of what the lexicon does not know, copy has to have the words
    claimed = binder.ranking(key)
    told = ranking(sentence, binder.lexicon) if claimed and not given.right else None
    if (
        told is not None
        and claimed is not None
        and not same_field(told, claimed, context, key, binder.lexicon)
    ):
        return None  # 'the most common type of indolent lymphoma'
    own = context.own
    tops = {r for m in longest(sentence.mentions) if not m.weak for r in m.readings}
    ranked = sourced is not None or all(
        n.readings & (own.concepts.keys() if n.weak else tops) for n in ranks_of(key)
    )
    unfit = sourced is None and (not says_most(sentence, key) or _ranks_by_other(context, key, binder))
    if not given.right and (
        not ranked or unfit or _is_of_one_kind(sentence) or not _names_field(context, key, binder)
    ):
        return None  # what spreads to the lungs too is not the most common site for that
    without = aside(sentence, options)
    same_rank = gives_rank(context, key)
    if ranks_below(key) and not same_rank:
        return None  # which rank it gives is told by the figure that the rank is
    needs = without_rank(key) if same_rank else key.needs
    rest = replace(
        key,
        needs=tuple(n for n in needs if not n.readings & without.keys()),
        concepts=key.concepts | options.keys(),
    )
    if sourced is not None:
        named = own.concepts.keys()
        rest = replace(rest, needs=tuple(n for n in rest.needs if n.anchor or n.readings & named))
    found = replace(compare_claims(context, rest, binder.lexicon), key=key)
    found.add("rank said", same_rank or (ranked and bool(ranks_of(key))))
    if not given.right and any(found.of(f"{kind} instead") for kind in ("disease", "drug")):
        return None
    found.add("is an answer")
    verdict: Literal["agrees", "category", "polarity"] = "agrees" if given.right else "category"
    demoted = given.right and ranks_of(key) and not same_rank and is_demoted(sentence, key, value)
    if demoted and not _ranks_by_other(context, key, binder):
        return Statement(found, "polarity", sentence.start, sentence.end)
    return Statement(found, verdict, given.start, given.end, expected=options.get(value, value))


def _ranks_by_other(context: Context, key: FactKey, binder: Binder) -> bool:
    """True where one of sentence and claim ranks by deaths, and the other does not: the most common is not the deadliest."""
    named = context.own.strong | binder.lexicon.above(context.own.strong)
    return bool(ranks_of(key)) and ("death" in named) != ("death" in key.concepts)


def _names_field(context: Context, key: FactKey, binder: Binder) -> bool:
    """Whether copy names what a claim ranks within: the facial paralysis of 'the most common cause of facial paralysis'."""
    claimed = binder.ranking(key)
    return claimed is None or names_all_of(claimed.among, context, binder.lexicon)


def _is_of_one_kind(sentence: Sentence) -> bool:
    """Whether a sentence ranks within a kind that was named before it: 'the most common form of this kind'."""
    return any(ranks_one_kind(sentence, m) for m in sentence.mentions if m.readings[0] in FIRST)


_MAYBE = frozenset("may might could possibly perhaps probably".split())


def _is_elsewhere(context: Context, sentence: Sentence, given: Answer, key: FactKey, binder: Binder) -> bool:
    """True for an answer that is given for another place, or only supposed: 'in some countries it may be bats'."""
    told = (
        context.own.concepts.get(r) for n in key.needs if n.anchor or n.kind == "rank" for r in n.readings
    )
    end = max([given.end + 1, *(m.start for m in told if m is not None)])
    if any(t.lower in _MAYBE for t in sentence.tokens if t.start <= end):
        return True
    places = {r for n in key.needs for r in n.readings if kind_of(r, binder.lexicon) == "place"}
    here = [
        frozenset(m.readings)
        for m in context.own.mentions
        if not m.weak and kind_of(m.readings[0], binder.lexicon) == "place"
    ]
    return any(not places & r and (places or EVERYWHERE not in r) for r in here)


_NAMES = frozenset({"condition", "term", "symptom", "anatomy", "stage", "drug", "unknown", "unknown name"})
_SAID = 0.4
"""The part of what a claim says of its subject from which a sentence may make it, or turn it round."""


def _plain(context: Context, sentence: Sentence, key: FactKey, binder: Binder) -> Statement | None:
    claimed = binder.ranking(key)
    told = ranking(sentence, binder.lexicon) if claimed else None
    if told is not None and claimed is not None and other_holder(told, claimed, binder.lexicon):
        return _other_first(context, told, claimed, key, binder)
    other = said_instead(context, sentence, key, binder)
    if other is not None:
        return other
    harmless = key.denied is not None and is_called_harmless(
        context, sentence, key, key.denied, binder.lexicon
    )
    if harmless or tells_of_the_other_end(context, sentence, key, binder.lexicon):
        about = replace(key, needs=tuple(n for n in key.needs if n.readings & context.own.strong))
        return _turned_whole(context, sentence, about, key, binder)
    if denies_what_is_there(context, sentence, key, binder.lexicon):
        return _turned_whole(context, sentence, key, key, binder)
    turns = opposed(context, sentence, key, binder)
    if turns is not None:
        return by_sense(context, sentence, key, binder, turns)
    said = said_of_it(context, key)
    if said < _SAID or not names_some(sentence, key):
        return None
    opposite = says_opposite(context, sentence, key, binder.lexicon)
    if opposite is None or (opposite and not names_most(context, sentence, key)):
        return None
    if opposite and says_else(context, sentence, key):
        return None
    if opposite and not speaks_of(context, asked_of(context, key), binder.lexicon, KNOWN):
        return None
    found = replace(compare_claims(context, asked_of(context, key), binder.lexicon), key=key)
    if any(found.of(f"contrary {group} own") for group in ("scope", "people", "measure", "outcome")):
        return None  # another claim, whatever it says
    found.add("said of it", said)
    found.add("all said of it", said >= 0.99)
    if binder.is_ranking(key) and (not opposite or (is_rank(key.fact) and not gives_rank(context, key))):
        return None  # which rank it gives is told by the figure that the rank is
    return Statement(found, "polarity" if opposite else "agrees", sentence.start, sentence.end)


def _turned_whole(
    context: Context, sentence: Sentence, said: FactKey, key: FactKey, binder: Binder
) -> Statement:
    """A sentence that says the opposite in words of its own; ``said`` is the claim with what it has to name."""
    found = told_whole(context, said, key, binder.lexicon)
    return Statement(found, "polarity", sentence.start, sentence.end)


def _unlisted_first(context: Context, sentence: Sentence, key: FactKey, binder: Binder) -> Statement | None:
    """A sentence that gives the first place to what is none of the listed answers."""
    claimed, told = binder.ranking(key), ranking(sentence, binder.lexicon)
    if claimed is None or told is None or not other_holder(told, claimed, binder.lexicon):
        return None
    return _other_first(context, told, claimed, key, binder)


def _other_first(
    context: Context, told: Ranking, claimed: Ranking, key: FactKey, binder: Binder
) -> Statement | None:
    """A sentence that gives the first place to something else, among the same."""
    if not same_field(told, claimed, context, key, binder.lexicon):
        return None
    found = told_whole(context, binder.field(key), key, binder.lexicon)
    at, right = told.holder, claimed.holder
    return Statement(found, "category", at.start, at.end, expected=key.fact.claim[right.start : right.end])


def _wrong_pairs(
    index: int, reader: ContextReader, paired: list[FactKey], binder: Binder
) -> Iterator[Statement]:
    """Where a block gives the one of a pair another name than the fact's."""
    names = {k.fact.pair[0].lower(): k for k in paired if k.fact.pair}
    reading = reader.reading.block(index)
    found = list(pairs(reading.text, names, binder.lexicon))
    found += wrong_in_cell(index, reader, paired, binder.lexicon)
    contexts = list(sentence_contexts(index, reader)) if found else []
    for start, end, said, expected, key in found:
        comparison = compare_claims(contexts[reading.sentence_at(start)], key, binder.lexicon)
        yield Statement(comparison, "name", start, end, said, expected)
