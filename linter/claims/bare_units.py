"""Numbers whose unit stands elsewhere: in the head of their column, the label of their row, or in the name of what is measured.

'Typical use (%)' makes 9 in a cell below it 9%; 'a BMI of 30' is one of 30 kg/m².
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from linter.language.figure import Figure
from linter.language.quantities import read_figures
from linter.model import Block, Document
from linter.patterns import AnyCase, Pattern

_BARE = frozenset({"count", "number"})
_SAYS = (
    r"(?:\s+(?:is|of|was|at|in|below|under|above|over|between|from|to|than|less|more|lower|higher|least|most|or|an?|the|value|level|reaches|falls"
    r"|drops|rises|about|around|up|equal|greater|usually|normally|should|be))*[\s:]*[≥≤<>]?\s*$"
)
"""What may stand between the name of a measure and its number."""
_MEASURES = (
    (AnyCase(rf"\b(?:BMI|body[- ]mass index){_SAYS}"), "kg/m²"),
    (AnyCase(rf"\b(?:Hb)?A1c{_SAYS}"), "%"),
)
"""What is measured, up to its number, and the unit that goes without saying."""
_BRACKETS = Pattern(r"[(\[]([^()\[\]]{1,30})[)\]]")
_LAST = AnyCase(r",\s+(?:in\s+)?([^,;:]{1,24})$")
_WITHIN = AnyCase(r"((?<!\d)(?<!\d )%|(?<!\d )\bper\s?cent\b|\bper\s+\d[\d,. ]*\d(?:\s+[a-z-]+)?)")
_PERCENTAGE = AnyCase(r"\bpercentages?\b")
_IN = AnyCase(r"^in\s+")
_WRITTEN_OUT = 10_000
"""From here on a number stands for itself, whatever its head says of millions."""
_NOTES = AnyCase(r"[\s*†‡§.)(a-d\]\[\d]*")
"""What may stand behind a number in its cell: footnote marks."""
_PLURAL = AnyCase(r"\b(million|thousand|billion)s\b")


_SHARES = AnyCase(rf"\b(?:sensitivity|specificity|heritability|probability|proportion){_SAYS}")
"""What is a share of one where it is told as a decimal: 'a heritability of 0.74'."""


def of_measures(figures: list[Figure], text: str) -> list[Figure]:
    """The figures of a text, those of a named measure in the unit that goes without saying."""
    return [_measured(f, text) if f.is_claim and f.dimension in _BARE and not f.unit else f for f in figures]


def _measured(figure: Figure, text: str) -> Figure:
    before = text[max(0, min(figure.lead, figure.start) - 50) : figure.start]
    if figure.decimals and not any(f >= 1 for f in figure.bounds) and _SHARES.search(before):
        return replace(figure, kind="ratio", dimension="proportion")
    unit = next((unit for pattern, unit in _MEASURES if pattern.search(before)), None)
    told = _unit(unit) if unit else None
    return _in_unit(figure, told) if told else figure


def of_cell(figures: list[Figure], block: Block, document: Document) -> list[Figure]:
    """The figures of a cell: one that is all that the cell holds, in the unit that head, label or caption tells, and bounded as they say."""
    claims = [f for f in figures if f.is_claim]
    if len(claims) != 1 or block.table is None:
        return figures
    only = _bounded(claims[0], block, document)
    figures = [only if f is claims[0] else f for f in figures]
    bare = only.dimension in _BARE and not only.unit and only.size == 1
    if not bare or block.text[: only.lead].strip(" <>≥≤~") or not _NOTES.fullmatch(block.text, only.end):
        return figures
    told = next((unit for text in _heads(block, document) if (unit := unit_of(text))), None)
    return [_in_unit(f, told) if f is only else f for f in figures] if told else figures


_OPEN = AnyCase(r"\b(?:within|under|over|below|above|than|least|most|up to|by)\s*:?$")


def _bounded(figure: Figure, block: Block, document: Document) -> Figure:
    """'14 days' under 'Most have recovered within' is at most 14 days."""
    if figure.qualifier != "exact" or figure.is_range or figure.lead:
        return figure
    head = next((text for text in _heads(block, document) if _OPEN.search(text)), None)
    if head is None:
        return figure
    lead = head.rstrip(" :") + " "
    told = next((f for f in read_figures(lead + block.text) if f.start == len(lead)), None)
    return replace(figure, qualifier=told.qualifier) if told else figure


def _heads(block: Block, document: Document) -> Iterator[str]:
    """The texts over and beside a cell that may tell its unit, the nearest first."""
    table = document.tables[block.table or 0]
    if block.row < table.header_rows:
        return
    cells = table.heads(block.column)[::-1]
    cells += table.rows[block.row][:1] if block.column else []
    yield from (document.blocks[c].text for c in cells if c >= 0 and document.blocks[c] is not block)
    if table.caption is not None:
        yield document.blocks[table.caption].text


@lru_cache(maxsize=4096)
def unit_of(head: str) -> Figure | None:
    """The unit that a head tells, as the figure 7 in that unit; None where it tells none."""
    said: Sequence[str] = [*_BRACKETS.findall(head), *_LAST.findall(head), *_WITHIN.findall(head)]
    said = [*said, *(["%"] if _PERCENTAGE.search(head) else [])]
    return next((unit for text in said if (unit := _unit(text.strip()))), None)


@lru_cache(maxsize=4096)
def _unit(text: str) -> Figure | None:
    """The figure 7 in the unit that a text is; None for a text that is none."""
    text = _PLURAL.sub(r"\1", _IN.sub("", text))
    found = read_figures(f"7{text}" if text.startswith("%") else f"7 {text}")
    first = found[0] if found else None
    if first is None or first.start or not first.is_claim or first.end < 3 - text.startswith("%"):
        return None
    return first if first.unit or first.value != 7 else None


def _in_unit(figure: Figure, told: Figure) -> Figure:
    """A bare number in the unit of ``told``, which is 7 of it."""
    if told.dimension == "count" and told.value and figure.value is not None:
        if figure.value >= _WRITTEN_OUT:
            return figure
        return replace(figure, value=figure.value * told.value / 7, kind="count", dimension="count")
    kind = figure.kind if figure.is_range else told.kind
    return replace(
        figure, kind=kind, dimension=told.dimension, unit=told.unit, size=told.size, base=told.base
    )
