"""Against whom or what a figure is measured: placebo or aspirin, those who never smoked or those who used to."""

from __future__ import annotations

from functools import lru_cache

from linter.claims.comparison import Comparison
from linter.claims.reading import BlockReading
from linter.language.lexicon import Lexicon
from linter.language.text import Mention
from linter.patterns import AnyCase

_AGAINST = AnyCase(
    r"\b(?:(?:as |when |if )?compared (?:with|to)|(?:in|by) comparison (?:with|to)|relative to|set against|as against|versus|vs\.?|than (?:in |for |among |with )?|rather than|instead of)\s+(?:that of |those of |those (?:who )?|the )?"
)
_STOP = AnyCase(r"[,.;:()]|\b(?:who have|over|after|within|at|by|had|has|was|were|is|are)\b")
"""Where the words end that tell of the other side."""
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
    mine, theirs = (frozenset().union(*(_names(m, lexicon) for m in side)) for side in (here, there))
    same = mine & {m.readings[0] for m in there} or theirs & {m.readings[0] for m in here}
    result.add("same comparator" if same else "other comparator")


def _names(mention: Mention, lexicon: Lexicon) -> frozenset[str]:
    """What a name says, and what that is a kind of."""
    return frozenset(mention.readings[:1]) | lexicon.ancestors(mention.readings[0])


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
        named = [m for m in sentence.mentions if found.end() <= m.start and m.end <= low and not m.weak]
        if named:
            return tuple(named)
    return ()
