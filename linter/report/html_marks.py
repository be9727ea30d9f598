"""A draft's text cut where its marks begin and end: figures by how they stand to the facts, and findings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from linter.model import Block
from linter.plain import cell


@dataclass(frozen=True, slots=True)
class Mark:
    """What is to be marked of a draft: offsets in its source, and what it is called there."""

    start: int
    end: int
    kind: str
    """agrees, conflicts, unbound; or a severity."""
    key: str
    """What it leads to: a finding's or a fact's number in the page; "" for nothing."""


@dataclass(slots=True)
class Piece:
    """A stretch of text with the marks on it."""

    text: str
    kinds: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Shown:
    """A block of a draft as the page shows it; a table's rows in place of its cells."""

    kind: str
    """That of the block; ``named`` for a title that heads no text: it names the draft in a list, a tab, a search."""
    level: int = 0
    pieces: list[Piece] = field(default_factory=list)
    rows: list[list[list[Piece]]] = field(default_factory=list)


def shown(blocks: Sequence[Block], marks: Sequence[Mark]) -> Iterator[Shown]:
    """The blocks in the order of the source, cells gathered into tables."""
    placed = _placed(blocks, marks)
    table: Shown | None = None
    row = number = -1
    for index, block in enumerate(blocks):
        if not block.text.strip():
            continue
        pieces = _pieces(block.text, placed.get(index, []))
        if block.kind != "cell":
            table = None
            kind = "named" if block.kind == "title" and not block.level else block.kind
            yield Shown(kind, min(max(block.level, 1), 4) if block.level else 0, pieces)
            continue
        if table is None or block.table != number:
            table, row, number = Shown("table"), -1, -1 if block.table is None else block.table
            yield table
        if block.row != row:
            table.rows.append([])
            row = block.row
        # A cell without words is no block, and keeps its place all the same.
        table.rows[-1] += [[] for _ in range(block.column - len(table.rows[-1]))]
        table.rows[-1].append(pieces)


def _placed(blocks: Sequence[Block], marks: Sequence[Mark]) -> dict[int, list[Mark]]:
    """The marks of each block, as offsets in its text."""
    order = sorted((block.starts[0], index) for index, block in enumerate(blocks) if block.starts)
    firsts = [start for start, _ in order]
    placed: dict[int, list[Mark]] = {}
    for mark in marks:
        at = bisect_right(firsts, mark.start) - 1
        if at < 0:
            continue
        index = order[at][1]
        starts = blocks[index].starts
        low, high = bisect_left(starts, mark.start), bisect_left(starts, mark.end)
        if low < high and mark.start < blocks[index].ends[-1]:
            placed.setdefault(index, []).append(Mark(low, high, mark.kind, mark.key))
    return placed


def _pieces(text: str, marks: Sequence[Mark]) -> list[Piece]:
    """The text cut at every end of a mark. No character in it acts on the page's reader."""
    safe = "".join(char if char == "\n" else " " if char == "\t" else cell(char)[0] for char in text)
    cuts = sorted({0, len(safe), *(m.start for m in marks), *(m.end for m in marks)})
    pieces = []
    for start, end in pairwise(cuts):
        here = [mark for mark in marks if mark.start <= start and end <= mark.end]
        kinds = list(dict.fromkeys(mark.kind for mark in here))
        keys = list(dict.fromkeys(mark.key for mark in here if mark.key))
        pieces.append(Piece(safe[start:end], kinds, keys))
    return pieces
