"""Where a draft states two names of one thing rightly: a fact's generic and brand in one sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from linter.claims.compare import compare_claims
from linter.claims.inherit import ContextReader
from linter.claims.key import FactKey
from linter.claims.modality import is_refuted_sentence
from linter.claims.statement import Statement, sentence_contexts
from linter.language.lex import fold
from linter.language.lexicon import Lexicon
from linter.patterns import AnyCase
from linter.plain import whole_brackets

_DENIED = AnyCase(r"\b(?:not|never|nor|neither|no longer)\b|n't\b")


class StatedPairs:
    """Finds the pairs that a draft states, block by block. What is known of a table's row is kept."""

    def __init__(self, reader: ContextReader, keys: Collection[FactKey], lexicon: Lexicon) -> None:
        self.reader = reader
        self.keys = keys
        self.lexicon = lexicon
        self._rows: dict[tuple[int, int, str], bool] = {}

    def of_block(self, index: int, wrong: Collection[Statement]) -> Iterator[Statement]:
        """Where a block names both of a pair in a sentence, or the second beside the first in a table's row.

        A sentence in which ``wrong`` has that fact states it not.
        """
        whole = fold(self.reader.reading.block(index).text).lower()
        for key in self.keys:
            first, second = (name.lower() for name in key.fact.pair or ("", ""))
            if second not in whole:
                continue
            if first in whole:
                told = {s.context.sentence for s in wrong if s.key is key}
                yield from self._in_sentences(index, key, told)
            elif self._in_row(index, first):
                yield from self._in_cell(index, key, second)

    def _in_sentences(self, index: int, key: FactKey, told: Collection[int]) -> Iterator[Statement]:
        block = self.reader.reading.block(index)
        whole = fold(block.text)
        first, second = key.fact.pair or ("", "")
        for context in sentence_contexts(index, self.reader):
            sentence = block.sentences[context.sentence]
            here = whole[sentence.start : sentence.end]
            one, other = _name(first).search(here), _name(second).search(here)
            if one is None or other is None or context.sentence in told:
                continue
            start, end = min(one.start(), other.start()), max(one.end(), other.end())
            if _DENIED.search(here[start:end]) or is_refuted_sentence(context, self.reader):
                continue
            low, high = whole_brackets(block.text, sentence.start + start, sentence.start + end)
            yield Statement(compare_claims(context, key, self.lexicon), "agrees", low, high)

    def _in_cell(self, index: int, key: FactKey, name: str) -> Iterator[Statement]:
        """The brand in a cell whose row has the generic in another."""
        found = _name(name).search(fold(self.reader.reading.block(index).text))
        if found is not None:
            context = next(iter(sentence_contexts(index, self.reader)))
            yield Statement(compare_claims(context, key, self.lexicon), "agrees", found.start(), found.end())

    def _in_row(self, index: int, name: str) -> bool:
        """Whether any cell in the row of a cell has the name; False for any other block."""
        document = self.reader.document
        block = document.blocks[index]
        if block.kind != "cell" or block.table is None:
            return False
        row = (block.table, block.row, name)
        if row not in self._rows:
            cells = dict.fromkeys(c for c in document.tables[block.table].rows[block.row] if c >= 0)
            self._rows[row] = any(_name(name).search(fold(document.blocks[cell].text)) for cell in cells)
        return self._rows[row]


@lru_cache(maxsize=1024)
def _name(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
