"""Which cells and texts of its table say what a cell tells of: labels of its row, heads of its column, the caption."""

from __future__ import annotations

from collections.abc import Iterator

from linter.claims.leaning import kinds_named
from linter.claims.reading import DocumentReading
from linter.model import Block

Place = tuple[int, str, float, bool]
"""A block, what it is to the cell, how much it counts there, and whether it can rule a fact out."""


def places_around(reading: DocumentReading, index: int, block: Block) -> Iterator[Place]:
    """The blocks around a cell, those of its own row and column first."""
    table = reading.document.tables[block.table or 0]
    row = table.rows[block.row]
    others = [cell for cell in dict.fromkeys(row) if cell not in (-1, index)]
    labels = dict.fromkeys(
        cell for at, cell in enumerate(row)
        if cell not in (-1, index) and (at < table.header_columns or not _has_figures(reading, cell) or _has_scope(reading, cell))
    )  # fmt: skip
    for n, cell in enumerate(labels):
        yield (cell, "row, other label", 0.95, True) if n else (cell, "row", 1.0, True)
    heads = table.rows[: table.header_rows]
    columns = dict.fromkeys(table.heads(block.column))
    for cell in columns:
        if cell not in (-1, index):
            yield cell, "column", 1.0, True
    corner = dict.fromkeys(head[0] for head in heads if block.column != 0 and head)
    for cell in corner:
        if cell not in (-1, index, *columns):
            yield cell, "row heading", 0.85, False
    for cell in others:
        if cell not in labels:
            yield cell, "row, other cell", 0.5, False
    if table.caption is not None:
        yield table.caption, "caption", 0.85, True
    if table.intro is not None:
        yield table.intro, "introduction", 0.75, False


def _has_figures(reading: DocumentReading, cell: int) -> bool:
    return any(f.is_claim or f.role in ("period", "year") for f in reading.block(cell).figures)


def _has_scope(reading: DocumentReading, cell: int) -> bool:
    """True for a cell that says of whom its row speaks, whatever figures it holds: 'Children up to 15 kg'."""
    return bool(kinds_named(reading, cell) & {"population", "condition", "place"})
