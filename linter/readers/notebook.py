"""The Markdown cells of Jupyter notebooks (.ipynb). Places are those of the file, and the number of the cell."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace

from linter.errors import DraftError
from linter.model import Document, Spot
from linter.readers.content import trees
from linter.readers.mapped import EmbeddingBuilder
from linter.readers.reading import Reading
from linter.readers.scalars import text_of
from linter.readers.sifted import Sifted
from linter.readers.tree import Items, Node, Pairs, Scalar


def read_notebook(path: str, source: str, reading: Reading) -> Document:
    """The document that a notebook's Markdown cells are, one after the other."""
    builder = EmbeddingBuilder(path, source)
    if not source.removeprefix("\ufeff").strip():
        return builder.document()
    spans: list[tuple[int, int, int]] = []
    for number, cell in enumerate(_cells(trees(source, is_json=True)[0]), 1):
        text = _markdown(source, cell)
        if text.text:
            spans.append((number, text.starts[0], text.ends[-1]))
            builder.read_markdown(text, reading.prose_attributes)
    document = builder.document()
    return replace(document, spots=_spots(document, spans))


def _cells(notebook: Node) -> list[Node]:
    """DraftError if this is no notebook of the format that is in use since 2015."""
    cells = notebook.values.get("cells") if isinstance(notebook, Pairs) else None
    if not isinstance(cells, Items):
        raise DraftError("is no notebook, or one of before 2015: open it in Jupyter and save it again")
    return cells.items


def _markdown(source: str, cell: Node) -> Sifted:
    """The text of a cell, one string or a list of its lines; of one that is not Markdown, none."""
    values = cell.values if isinstance(cell, Pairs) else {}
    kind, text = values.get("cell_type"), values.get("source")
    is_markdown = isinstance(kind, Scalar) and source[kind.start : kind.end] == "markdown"
    lines = text.items if isinstance(text, Items) else [text]
    whole = Sifted("", array("I"), array("I"))
    for line in lines if is_markdown else ():
        if isinstance(line, Scalar) and line.style == "double":
            part = text_of(source, line)
            whole.text += part.text
            whole.starts.extend(part.starts)
            whole.ends.extend(part.ends)
    return whole


def _spots(document: Document, spans: Sequence[tuple[int, int, int]]) -> tuple[Spot, ...]:
    """By line of the file, the cell whose text stands there."""
    spots = [Spot()] * len(document.line_starts)
    for cell, start, end in spans:
        first, last = document.place(start)[0], document.place(end)[0]
        spots[first - 1 : last] = [Spot(cell=cell)] * (last - first + 1)
    return tuple(spots)
