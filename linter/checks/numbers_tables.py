"""P values of tables that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.checks.view import View
from linter.language.lex import fold
from linter.model import Table
from linter.patterns import AnyCase, Pattern

_HEAD = Pattern(r"^\W*(?:[pP]|[pP][- ]?[vV]alues?)(?:\s+for\s+[\w -]{1,30})?\W*$")
_CELL = AnyCase(r"^\s*P?\s*(?P<sign>[<>=≤≥]?)\s*(?P<n>[-−–]?(?:\d+(?:\.\d+)?|\.\d+))\s*[*†‡§]*\s*$")
_SMALL = 0.2
"""No phosphate is below it, so that a column headed P with such a value is one of P values."""


def p_values(view: View) -> Iterator[tuple[int, re.Match[str]]]:
    """Cells below 0 or above 1 in a row or a column headed 'P' whose other cells are P values."""
    for table in view.document.tables:
        for head, cells in _lines(table):
            if head < 0 or not _HEAD.match(fold(view.text(head))):
                continue
            found = [(i, match) for i in cells if (match := _CELL.match(fold(view.text(i))))]
            odd = [(i, match) for i, match in found if not 0 <= _value(match) <= 1]
            rest = [match for _, match in found if 0 <= _value(match) <= 1]
            if len(odd) < len(rest) and any(match["sign"] or _value(match) < _SMALL for match in rest):
                yield from odd


def _value(match: re.Match[str]) -> float:
    return float(match["n"].replace("−", "-").replace("–", "-"))


def _lines(table: Table) -> Iterator[tuple[int, list[int]]]:
    """The head of each column and of each row, with the blocks of its cells."""
    body = table.rows[table.header_rows :]
    if table.header_rows:
        for column, head in enumerate(table.rows[table.header_rows - 1]):
            yield head, [row[column] for row in body if column < len(row) and row[column] >= 0]
    for row in body:
        if row:
            yield row[0], [i for i in row[1:] if i >= 0]
