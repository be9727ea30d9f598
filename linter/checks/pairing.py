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
    """Where a block names both of a pair in a sentence, or the second beside the first in a row of a table.

    Places where ``wrong`` has that fact are none.
    """
    whole = fold(reader.reading.block(index).text).lower()
    for key in keys:
        first, second = (name.lower() for name in key.fact.pair or ("", ""))
        if second in whole:
            if first in whole:
                yield from _in_sentences(index, reader, key, wrong, lexicon)
            elif any(_name(first).search(fold(cell)) for cell in _row(index, reader)):
                yield from _in_cell(index, reader, key, second, lexicon)


def _in_sentences(
    index: int, reader: ContextReader, key: FactKey, wrong: Collection[Statement], lexicon: Lexicon
) -> Iterator[Statement]:
    block = reader.reading.block(index)
    whole = fold(block.text)
    first, second = key.fact.pair or ("", "")
    for context in sentence_contexts(index, reader):
        sentence = block.sentences[context.sentence]
        here = whole[sentence.start : sentence.end]
        one, other = _name(first).search(here), _name(second).search(here)
        if one is None or other is None or is_refuted_sentence(context, reader):
            continue
        start, end = min(one.start(), other.start()), max(one.end(), other.end())
        low, high = whole_brackets(block.text, sentence.start + start, sentence.start + end)
        if not _DENIED.search(here[start:end]) and not any(
            s.key is key and s.start < high and low < s.end for s in wrong
        ):
            yield Statement(context, fit(context, key, lexicon), "agrees", low, high)


def _in_cell(
    index: int, reader: ContextReader, key: FactKey, name: str, lexicon: Lexicon
) -> Iterator[Statement]:
    """The brand in a cell whose row has the generic in another."""
    block = reader.reading.block(index)
    found = _name(name).search(fold(block.text))
    if found is not None:
        context = next(iter(sentence_contexts(index, reader)))
        yield Statement(context, fit(context, key, lexicon), "agrees", found.start(), found.end())


def _row(index: int, reader: ContextReader) -> Iterator[str]:
    """The texts of the other cells in a cell's row; none for any other block."""
    document = reader.document
    block = document.blocks[index]
    if block.kind != "cell" or block.table is None:
        return
    for cell in dict.fromkeys(document.tables[block.table].rows[block.row]):
        if cell not in (-1, index):
            yield document.blocks[cell].text


@lru_cache(maxsize=1024)
def _name(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
