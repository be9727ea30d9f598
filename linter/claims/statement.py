"""A sentence that states a fact without a figure, and the context that each sentence has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from linter.claims.areas import Area, Context
from linter.claims.compare import compare_claims
from linter.claims.comparison import Bound, Comparison
from linter.claims.inherit import ContextReader
from linter.claims.key import FactKey
from linter.language.lexicon import Lexicon
from linter.language.text import Sentence


@dataclass(frozen=True, slots=True)
class Statement(Bound):
    """A sentence bound to a fact that has no figure; ``start`` and ``end`` are offsets in its block."""

    verdict: Literal["agrees", "category", "polarity", "name"]
    start: int
    end: int
    found: str = ""
    expected: str = ""


def told_whole(context: Context, said: FactKey, key: FactKey, lexicon: Lexicon) -> Comparison:
    """What compares a sentence with a claim that it makes or turns round in words of its own.

    ``said`` is the claim with no more than what such a sentence has to name.
    """
    found = replace(compare_claims(context, said, lexicon), key=key)
    found.add("rank said")
    found.add("is an answer")
    return found


def sentence_contexts(index: int, reader: ContextReader) -> Iterator[Context]:
    """A context for each sentence of a block, its figures aside."""
    block = reader.reading.block(index)
    outer = reader.outer(index)
    for number, sentence in enumerate(block.sentences):
        end = _main_clause(sentence)
        own = Area("clause", 1.0, True, block, [(sentence.start, end)])
        around: list[Area] = []
        if end < sentence.end:
            around.append(Area("sentence, clause after", 0.6, False, block, [(end, sentence.end)]))
        if number:
            before = block.sentences[number - 1]
            around.append(Area("sentence before", 0.6, False, block, [(before.start, before.end)]))
        if number > 1:
            around.append(
                Area(
                    "paragraph",
                    0.55,
                    False,
                    block,
                    [(block.sentences[0].start, block.sentences[number - 2].end)],
                )
            )
        yield Context(index, None, number, own, [own, *around, *outer])


def _main_clause(sentence: Sentence) -> int:
    """Where ', which …' begins, which tells more of what was said; the end of the sentence where nothing of the kind does."""
    for token, following in pairwise(sentence.tokens[_OPENING:]):
        if token.raw == "," and following.lower in ("which", "meaning"):
            return token.start
    return sentence.end


_OPENING = 4
"""So many words are no main clause yet."""
