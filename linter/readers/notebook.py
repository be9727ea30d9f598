"""The Markdown cells of Jupyter notebooks (.ipynb). Places are those of the file, and the number of the cell."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from linter.errors import DraftError
from linter.model import Document, Spot
from linter.readers.content import Scalar
from linter.readers.field_paths import Matcher
from linter.readers.json_fields import json_fields
from linter.readers.mapped import EmbeddingBuilder
from linter.readers.reading import Reading
from linter.readers.sifted import Sifted

_SOURCES = ("cells[].source", "cells[].source[]")
"""A cell's text is one string, or a list of its lines."""


def read_notebook(path: str, source: str, reading: Reading) -> Document:
    """The document that a notebook's Markdown cells are, one after the other."""
    builder = EmbeddingBuilder(path, source)
    if not source.removeprefix("\ufeff").strip():
        return builder.document()
    fields = json_fields(source, Matcher(_SOURCES), texts_only=False)
    kinds = _kinds(json.loads(source.removeprefix("\ufeff"), strict=False))
    spans: list[tuple[int, int, int]] = []
    for number, parts in groupby(fields.scalars, key=lambda scalar: scalar.path[1]):
        assert isinstance(number, int)
        if kinds[number] == "markdown":
            cell = _joined(list(parts))
            if cell.text:
                spans.append((number + 1, cell.starts[0], cell.ends[-1]))
                builder.read_markdown(cell, reading.prose_attributes)
    document = builder.document()
    return replace(document, spots=_spots(document, spans))


def _kinds(notebook: Any) -> list[str]:
    """What each cell is. DraftError if this is no notebook of the format that is in use since 2015."""
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list):
        raise DraftError("is no notebook, or one of before 2015: open it in Jupyter and save it again")
    return [str(cell.get("cell_type")) if isinstance(cell, dict) else "" for cell in cells]


def _joined(parts: Sequence[Scalar]) -> Sifted:
    starts, ends = array("I"), array("I")
    for part in parts:
        starts.extend(part.embedded.starts)
        ends.extend(part.embedded.ends)
    return Sifted("".join(part.embedded.text for part in parts), starts, ends)


def _spots(document: Document, spans: Sequence[tuple[int, int, int]]) -> tuple[Spot, ...]:
    """By line of the file, the cell whose text stands there."""
    spots = [Spot()] * len(document.line_starts)
    for cell, start, end in spans:
        first, last = document.place(start)[0], document.place(end)[0]
        spots[first - 1 : last] = [Spot(cell=cell)] * (last - first + 1)
    return tuple(spots)
