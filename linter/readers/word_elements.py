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


def unwrapped(element: Any) -> Iterator[Any]:
    """What an element holds, without what it may be wrapped in."""
    for child in element:
        if child.tag == f"{W}sdt":
            for content in filled(child):
                yield from unwrapped(content)
        elif child.tag in WRAPPERS:
            yield from unwrapped(child)
        else:
            yield child


def inside(element: Any, name: str) -> list[Any]:
    """The rows of a table, or the cells of a row, whatever they are wrapped in."""
    return [child for child in unwrapped(element) if child.tag == f"{W}{name}"]


def paragraphs_of(cell: Any, nested: list[Any]) -> list[Any]:
    """The paragraphs of a cell; tables in it are added to ``nested``."""
    children = list(unwrapped(cell))
    nested += (child for child in children if child.tag == f"{W}tbl")
    return [child for child in children if child.tag == f"{W}p"]


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
