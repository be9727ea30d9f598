"""Jupyter notebooks: their Markdown, and nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from reader_shown import check_places, shown

from linter.errors import DraftError
from linter.model import Document
from linter.readers import read

CELLS = [
    {"cell_type": "markdown", "source": ["# Outlook\n", "\n", "About **15**% é."]},
    {"cell_type": "code", "source": ["# 16%\n", "x = 16"], "outputs": [{"text": "16%"}]},
    {"cell_type": "raw", "source": "16%"},
    {"source": "Then \"17%\".\n\n- one", "cell_type": "markdown", "attachments": {"a.png": {}}},
    {"cell_type": "markdown", "source": []},
]  # fmt: skip


def notebook(cells: Any, **how: Any) -> str:
    return json.dumps(
        {"cells": cells, "metadata": {"title": "16"}, "nbformat": 4, "nbformat_minor": 5}, **how
    )


def read_notebook(source: str) -> Document:
    return read("a.ipynb", source.encode())


@pytest.mark.parametrize("how", [{"indent": 1}, {"ensure_ascii": False}])
def test_markdown_cells_are_read(how: dict[str, Any]) -> None:
    document = read_notebook(notebook(CELLS, **how))
    assert [(kind, text) for kind, text, _ in shown(document)] == [
        ("heading1", "Outlook"), ("paragraph", "About 15% é."), ("paragraph", 'Then "17%".'), ("item", "one"),
    ]  # fmt: skip
    assert [block.heading for block in document.blocks] == [None, 0, 0, 0]
    assert shown(document)[2][2] == 'Then \\"17%\\".'


def test_a_place_is_a_line_of_the_file_and_a_cell() -> None:
    document = read_notebook(notebook(CELLS, indent=1))
    spots = [document.spot(document.place(block.starts[0])[0]) for block in document.blocks]
    assert [spot.cell if spot else None for spot in spots] == [1, 1, 4, 4]
    assert (
        document.source.splitlines()[document.place(document.blocks[1].starts[0])[0] - 1]
        .strip()
        .startswith('"About')
    )


def test_places_of_plain_text() -> None:
    check_places(
        read_notebook(notebook([{"cell_type": "markdown", "source": "# A\n\nIt was **15**% then."}]))
    )


@pytest.mark.parametrize("source", ["{}", "[]", "1", '{"worksheets": [{"cells": []}]}', '{"cells": 1}'])
def test_what_is_no_notebook(source: str) -> None:
    with pytest.raises(
        DraftError, match=r"^is no notebook, or one of before 2015: open it in Jupyter and save it again$"
    ):
        read_notebook(source)


@pytest.mark.parametrize("cells", [[1], [[]], [{}], [{"cell_type": "markdown"}], [{"cell_type": "markdown", "source": {"a": ["16%"]}}], [{"cell_type": "markdown", "source": [["16%"], 1]}]])  # fmt: skip
def test_odd_cells_raise_nothing(cells: Any) -> None:
    assert [block.text for block in read_notebook(notebook(cells)).blocks] in ([], ["1"])
