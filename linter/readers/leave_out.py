"""A document without the blocks that are not to be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from linter.model import Block, Document, Table
from linter.readers.languages import ENGLISH, guess, name_of


def leave_out_foreign(document: Document, declared: Sequence[str]) -> Document:
    """The document without what is in another language than English.

    ``declared`` holds the language code that the draft gives for each block, or ''.
    """
    unknown = [index for index, code in enumerate(declared) if not code]
    codes = list(declared)
    if unknown:
        for index, code in zip(unknown, guess(document.blocks[i].text for i in unknown), strict=True):
            codes[index] = code
    foreign = {index: code for index, code in enumerate(codes) if code not in ("", ENGLISH)}
    if not foreign:
        return document
    count = Counter(name_of(code) for code in foreign.values())
    left_out = tuple(sorted(count.items(), key=lambda each: (-each[1], each[0])))
    return replace(_without(document, foreign.keys()), left_out=left_out)


def _without(document: Document, out: Collection[int]) -> Document:
    """What hung on a block that is gone hangs on what that one hung on."""
    new: dict[int, int] = {}
    for index in range(len(document.blocks)):
        if index not in out:
            new[index] = len(new)

    headings = _moved([block.heading for block in document.blocks], new)
    parents = _moved([block.parent for block in document.blocks], new)

    def kept(index: int) -> Block:
        return replace(document.blocks[index], heading=headings[index], parent=parents[index])

    def table(each: Table) -> Table:
        rows = tuple(tuple(new.get(cell, -1) for cell in row) for row in each.rows)
        return replace(each, rows=rows, caption=_at(new, each.caption), intro=_at(new, each.intro))

    return replace(
        document,
        blocks=tuple(map(kept, new)),
        tables=tuple(table(each) for each in document.tables),
        title=_at(new, document.title),
    )


def _moved(links: Sequence[int | None], new: dict[int, int]) -> list[int | None]:
    """For each block, where the block that it points to is now, or the nearest one kept above that."""
    moved: list[int | None] = []
    for link in links:
        if link is None or link >= len(moved):
            moved.append(None)
        else:
            moved.append(new[link] if link in new else moved[link])
    return moved


def _at(new: dict[int, int], index: int | None) -> int | None:
    return None if index is None else new.get(index)
