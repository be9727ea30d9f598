"""Against whom or what a figure is measured: placebo or aspirin, those who never smoked or those who used to."""

from __future__ import annotations

from functools import lru_cache

from linter.claims.comparison import Comparison
from linter.claims.needs import kind_of
from linter.claims.reading import BlockReading
from linter.language.lexicon import Lexicon
from linter.language.text import Mention
from linter.patterns import AnyCase

_AGAINST = AnyCase(
    r"\b(?:(?:as |when |if )?compared (?:with|to)|(?:in|by) comparison (?:with|to)|relative to|set against|as against|versus|vs\.?|than(?: in| for| among| with)?|rather than|instead of|next to|set beside)\s+(?:(?:that|those|the one) of )?(?:(?:those|people|patients|women|men|adults|children) who (?:have |had )?|those |the )?"
)
_STOP = AnyCase(r"[,.;:()]|\b(?:who have|over|after|within|at|by|had|has|was|were|is|are)\b")
"""Where the words end that tell of the other side."""
_TREATED = frozenset({"drug", "drug class", "procedure", "stage"})
_SIDES = (_TREATED, frozenset({"population"}), frozenset({"place"}), frozenset({"condition", "symptom"}))
"""Kinds of what a figure is measured against: only what is alike tells another from the same; untreated is a stage."""
_REACH = 70
"""Characters in which it is told."""


def add_comparator(result: Comparison, lexicon: Lexicon) -> None:
    """Add whether copy and claim measure the figure against the same, against another, or one of them against nothing."""
    context, key = result.context, result.key
    if context.figure is None or key.figure is None:
        return
    here, there = _against(context.own.reading, context.figure.start), _against(key.reading, key.figure.start)
    if not here or not there:
        result.add("comparator only in claim", bool(there))
        result.add("comparator only in copy", bool(here))
        return
    kinds = [{kind_of(m.readings[0], lexicon) for m in side} for side in (here, there)]
    if not any(all(told & group for told in kinds) for group in _SIDES):
        return  # 'with coming off them' for 'with stopping it'
    mine, theirs = (frozenset().union(*(_names(m, lexicon) for m in side)) for side in (here, there))
    same = mine & {r for m in there for r in m.readings} or theirs & {r for m in here for r in m.readings}
    result.add("same comparator" if same else "other comparator")


def _names(mention: Mention, lexicon: Lexicon) -> frozenset[str]:
    """What a name says, and what that is a kind of."""
    return frozenset(mention.readings).union(*(lexicon.ancestors(r) for r in mention.readings))


@lru_cache(maxsize=2048)
def _against(reading: BlockReading, start: int) -> tuple[Mention, ...]:
    """The names in what the figure at ``start`` is measured against; none where its sentence tells nothing of the kind.

    Kept, since a figure is held against many facts and a fact against many figures.
    """
    sentence = reading.sentences[reading.sentence_at(start)]
    for found in _AGAINST.finditer(reading.text, sentence.start, sentence.end):
        if reading.text[found.end() : found.end() + 1].isdigit():
            continue  # 'more than 20%'
        stop = min(sentence.end, found.end() + _REACH)
        end = _STOP.search(reading.text, found.end(), stop)
        low = end.start() if end else stop
        named = [
            m
            for m in sentence.mentions
            if found.start() < m.start and found.end() < m.end <= low and not m.weak
        ]
        if named:
            return tuple(named)
    return ()
