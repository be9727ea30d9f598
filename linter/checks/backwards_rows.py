"""Bare ranges that run backwards among others that do not: '44 to 30' in a list of stages, '7.8–2.5' in a table."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from linter.checks.view import View
from linter.language.lex import fold, number_value
from linter.patterns import Pattern

_ENTRY = Pattern(
    r"^(?P<label>[^:\n]{0,40}?(?:[:–—]\s+|\s-\s+))?(?P<low>\d{1,5}(?:\.\d{1,4})?)(?P<mark>\s?[-–−]\s?|\s+to\s+)(?P<high>\d{1,5}(?:\.\d{1,4})?)(?P<rest>(?:\s?[^\s\d]{1,12}){0,3})\s*[.;,]?\s*$"
)
_FALLS = Pattern(
    r"(?i)\b(?:change\w*|before|after|from|fall|drop|result|score|trend|taper\w*|page|pp|won|lost|ratio|step\w*|down|year|season)\b"
)
_OTHERS = 2
"""So many ranges beside it that run upwards show which way they are written."""


class Backwards(NamedTuple):
    """A range with its larger end first, in its block."""

    block: int
    start: int
    end: int
    turned: str


class _Entry(NamedTuple):
    block: int
    start: int
    end: int
    low: Fraction
    high: Fraction
    turned: str
    glued: bool


def turned_entries(view: View) -> Iterator[Backwards]:
    """The only range of its list, row or column that runs downwards."""
    seen: set[int] = set()
    for group in (*_lists(view), *_crosses(view)):
        entries = [e for i in group if (e := _entry(view, i)) is not None]
        down = [e for e in entries if e.low > e.high]
        if len(down) != 1 or len(entries) - 1 < _OTHERS or down[0].block in seen:
            continue
        entry = down[0]
        if entry.glued and len(str(entry.high)) < len(str(entry.low)) and entry.low.denominator == 1:
            continue  # '120-30' leaves out the hundred
        if _FALLS.search(
            f"{view.column_heads(entry.block)} {view.row_label(entry.block)} {fold(view.text(entry.block))}"
        ):
            continue
        seen.add(entry.block)
        yield Backwards(entry.block, entry.start, entry.end, entry.turned)


def _lists(view: View) -> Iterator[list[int]]:
    """The items of each list."""
    items: list[int] = []
    for index, block in enumerate(view.document.blocks):
        if block.kind == "item":
            items.append(index)
        elif items:
            yield items
            items = []
    if items:
        yield items


def _crosses(view: View) -> Iterator[list[int]]:
    """Of each cell with a range the cells of its row and of its column."""
    for table in view.document.tables:
        body = table.rows[table.header_rows :]
        for row in body:
            for column, cell in enumerate(row[1:], 1):
                if cell >= 0 and _is_down(view, cell):
                    below = [r[column] for r in body if r is not row and column < len(r)]
                    yield [i for i in (*row[1:], *below) if i >= 0]


def _is_down(view: View, index: int) -> bool:
    entry = _entry(view, index)
    return entry is not None and entry.low > entry.high


def _entry(view: View, index: int) -> _Entry | None:
    match = _ENTRY.match(fold(view.text(index)))
    if match is None:
        return None
    low, high = number_value(match["low"]), number_value(match["high"])
    if low is None or high is None or (1900 <= low <= 2100 and 1900 <= high <= 2100):
        return None
    turned = f"{match['high']}{match['mark']}{match['low']}"
    return _Entry(index, match.start("low"), match.end("high"), low, high, turned, "to" not in match["mark"])
