"""What the elements of a Word document hold, whatever they are wrapped in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from linter.readers.word_styles import W, is_on

WRAPPERS = frozenset({f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"})
"""Elements that show what they hold; deletions, and where moved text was, show nothing."""


def filled(element: Any) -> Iterator[Any]:
    """The content of a content control (``w:sdt``), unless all that it shows is what to type there."""
    settings = element.find(f"{W}sdtPr")
    if settings is not None:
        prompt = settings.find(f"{W}showingPlcHdr")
        gallery = settings.find(f"{W}docPartObj/{W}docPartGallery")
        if prompt is not None and is_on(prompt.get(f"{W}val")):
            return
        if gallery is not None and "Contents" in (gallery.get(f"{W}val") or ""):
            return
    yield from element.iterchildren(f"{W}sdtContent")


def inside(element: Any, name: str) -> list[Any]:
    """The rows of a table, or the cells of a row, whatever they are wrapped in."""
    found: list[Any] = []
    for child in element:
        if child.tag == f"{W}{name}":
            found.append(child)
        elif child.tag == f"{W}sdt":
            for content in filled(child):
                found += inside(content, name)
        elif child.tag in WRAPPERS:
            found += inside(child, name)
    return found


def paragraphs_of(cell: Any, nested: list[Any]) -> list[Any]:
    """The paragraphs of a cell; tables in it are added to ``nested``."""
    found: list[Any] = []
    for child in cell:
        if child.tag == f"{W}p":
            found.append(child)
        elif child.tag == f"{W}tbl":
            nested.append(child)
        elif child.tag == f"{W}sdt":
            for content in filled(child):
                found += paragraphs_of(content, nested)
        elif child.tag in WRAPPERS:
            found += paragraphs_of(child, nested)
    return found


def joined(outer: str, inner: str) -> str:
    return f"{outer}, {inner}" if outer else inner


def is_end_deleted(paragraph: Any) -> bool:
    return is_deleted(paragraph, "pPr", "rPr", "del")


def is_deleted(element: Any, *path: str) -> bool:
    return element.find("/".join(f"{W}{name}" for name in path)) is not None


def number_of(settings: Any, name: str) -> int:
    found = settings.find(f"{W}{name}") if settings is not None else None
    value = found.get(f"{W}val", "") if found is not None else ""
    return int(value) if value.isdecimal() and len(value) < 10 else 0
