"""Tables that give a drug's generic name and, under a head that says so, a brand: '| celecoxib | Mobic |'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.claims.inherit import ContextReader
from linter.claims.key import FactKey
from linter.language.lex import fold
from linter.language.lexicon import Lexicon
from linter.patterns import AnyCase, Pattern

_HEAD = AnyCase(r"\b(?:brands?|brand names?|trade names?|sold as|marketed as|proprietary)\b")
_BRAND = Pattern(r"[A-Z][\w-]{3,}(?:\s[A-Z][\w-]+)?")
_PARTED = Pattern(r"\s*(?:,|;|/|\bor\b|\band\b|\()\s*")
_NO_BRAND = AnyCase(r"(?:generics?|none|various|several|many|unbranded|own)\b")


def wrong_in_cell(
    index: int, reader: ContextReader, keys: Sequence[FactKey], lexicon: Lexicon
) -> Iterator[tuple[int, int, str, str, FactKey]]:
    """A cell under a head for brands whose row names a fact's generic, and which names only other brands.

    As for text: span, found, expected, the fact. Only names that the lexicon knows as those of other drugs are wrong.
    """
    document = reader.document
    block = document.blocks[index]
    if block.kind != "cell" or block.table is None:
        return
    if not any(a.name == "column" and _HEAD.search(a.text) for a in reader.outer(index)):
        return
    brands = [name.strip() for name in _PARTED.split(fold(block.text).strip()) if name.strip()]
    if not brands or not all(_BRAND.match(b) and not _NO_BRAND.match(b) for b in brands):
        return
    row = {
        fold(document.blocks[c].text).strip().lower()
        for c in document.tables[block.table].rows[block.row]
        if c >= 0
    }
    for key in keys:
        generic, brand = key.fact.pair or ("", "")
        named = {b.lower().strip(")") for b in brands}
        if generic.lower() not in row or brand.lower() in named:
            continue
        if not all(lexicon.brands.get(name, generic.lower()) != generic.lower() for name in named):
            continue  # another brand of it, or a name that nobody knows
        found = f"{generic} ({', '.join(brands)})"
        yield 0, len(block.text), found, f"{generic} ({brand})", key
