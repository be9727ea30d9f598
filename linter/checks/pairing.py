"""Where a draft states two names of one thing rightly: a fact's generic and brand in one sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from linter.binding.contexts import ContextReader
from linter.binding.key import FactKey
from linter.binding.refuted import is_refuted_sentence
from linter.binding.score import fit
from linter.binding.statements import Statement, sentence_contexts
from linter.language.lex import fold
from linter.language.lexicon import Lexicon
from linter.patterns import Pattern
from linter.plain import whole_brackets

_DENIED = Pattern(r"\b(?:not|never|nor|neither|no longer)\b|n't\b", re.IGNORECASE)


def stated_pairs(
    index: int,
    reader: ContextReader,
    keys: Collection[FactKey],
    wrong: Collection[Statement],
    lexicon: Lexicon,
) -> Iterator[Statement]:
    """The sentences of a block that name both of a pair, those aside where ``wrong`` has that fact."""
    block = reader.reading.block(index)
    whole = fold(block.text).lower()
    for key in keys:
        first, second = key.fact.pair or ("", "")
        if first.lower() not in whole or second.lower() not in whole:
            continue
        for context in sentence_contexts(index, reader):
            sentence = block.sentences[context.sentence]
            here = whole[sentence.start : sentence.end]
            one, other = _name(first).search(here), _name(second).search(here)
            if one is None or other is None or is_refuted_sentence(context, reader):
                continue
            start, end = min(one.start(), other.start()), max(one.end(), other.end())
            low, high = whole_brackets(block.text, sentence.start + start, sentence.start + end)
            if _DENIED.search(here[start:end]) or any(
                s.key is key and s.start < high and low < s.end for s in wrong
            ):
                continue
            yield Statement(context, fit(context, key, lexicon), "agrees", low, high)


@lru_cache(maxsize=1024)
def _name(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name.lower())}(?!\w)")
