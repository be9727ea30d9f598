"""What stands over a figure without being in its sentence: labels, leads of lists and paragraphs, headings."""

from __future__ import annotations

from collections.abc import Iterator

from linter.claims.areas import Area
from linter.claims.inherit import ContextReader
from linter.model import Document
from linter.patterns import Pattern

_LEAD = Pattern(r"\s*(?P<lead>[^.:(!;?\n—–]{1,80}?)\s*(?P<stop>[.:(!;?\n]|[—–]\s)")
_ORDINARY = Pattern(
    r"(?i)\b(?:is|are|was|were|has|have|had|can|may|will|should|must|do|does|you|we|it|they)\b"
)
_SENTENCE = Pattern(r"(?i)\s(?:the|an?|it|your|us|them|on|up)\b")
"""'Phone the front desk.' is a sentence, where 'Band ligation.' is a label."""
_LABEL_WORDS = 7
_QUESTION = Pattern(r"\s*[^.:!?\n]{3,160}\?")
_BACK = 12
"""How many blocks above a figure a label may stand by itself."""


def scope_areas(reader: ContextReader, index: int, start: int) -> list[tuple[int, Area]]:
    """The label or question that opens the block (if the figure's sentence is another), the labels above, the headings."""
    document = reader.document
    areas = [(index, area) for area in _own_lead(reader, index, start)]
    parent = document.blocks[index].parent
    while parent is not None:
        areas.append((parent, _lead_in(reader, parent)))
        parent = document.blocks[parent].parent
    label = _label_above(document, index)
    if label is not None:
        areas.append((label, reader.whole(label, "label", 0.8, False)))
    heading = document.blocks[index].heading
    while heading is not None and heading != document.title:
        areas.append((heading, reader.whole(heading, "heading", 0.7, False)))
        heading = document.blocks[heading].heading
    return areas


def _lead_in(reader: ContextReader, parent: int) -> Area:
    """The last sentence of what introduces a list."""
    reading = reader.reading.block(parent)
    last = reading.sentences[-1] if reading.sentences else None
    return Area("lead-in", 0.8, False, reading, [(last.start, last.end)] if last else None)


def _own_lead(reader: ContextReader, index: int, start: int) -> Iterator[Area]:
    reading = reader.reading.block(index)
    sentence = reading.sentences[reading.sentence_at(start)] if reading.sentences else None
    if sentence is None or sentence.start == reading.sentences[0].start:
        return
    end = lead_end(reading.text)
    if end and end <= start:
        yield Area("label", 0.8, False, reading, [(0, end)])
    before = reading.sentences[reading.sentence_at(start) - 1]
    if reading.text[before.start : before.end].rstrip().endswith("?") and before.start >= end:
        yield Area("label", 0.8, False, reading, [(before.start, before.end)])


def lead_end(text: str) -> int:
    """Where the label or the question that opens a block ends; 0 where none does."""
    question = _QUESTION.match(text)
    if question:
        return question.end()
    lead = _LEAD.match(text)
    if lead is None or len(lead["lead"].split()) > _LABEL_WORDS:
        return 0
    if lead["stop"] in ".;" and _SENTENCE.search(lead["lead"]):
        return 0
    return 0 if _ORDINARY.search(lead["lead"]) else lead.end("lead")


def _label_above(document: Document, index: int) -> int | None:
    """A short line by itself, 'Chickenpox', over the paragraph or list."""
    block = document.blocks[index]
    for at in range(index - 1, max(-1, index - _BACK), -1):
        above = document.blocks[at]
        if above.kind == "heading":
            return None
        if above.kind == "paragraph" and above.heading == block.heading and _is_label(above.text):
            return at
    return None


def _is_label(text: str) -> bool:
    plain = text.strip()
    return 0 < len(plain.split()) <= _LABEL_WORDS and (
        plain.endswith("?") or plain[-1:].isalnum() or plain[-1:] in ":)"
    )


def list_starts(document: Document) -> dict[int, tuple[object, ...]]:
    """For each item of a list what is the same for all of that list: its first item, heading and lead-in."""
    found: dict[int, tuple[object, ...]] = {}
    first = 0
    for index, block in enumerate(document.blocks):
        if block.kind != "item":
            continue
        before = document.blocks[index - 1] if index else None
        if before is None or before.kind != "item" or before.heading != block.heading:
            first = index
        found[index] = ("list", first, block.parent)
    return found
