"""Blocks of bounded length: what is too long to be one paragraph is read as several.

Many rules weigh every figure of a paragraph against its other words, which is cheap as long as a
paragraph is one. Text without breaks (a pasted export, a line of a megabyte) is therefore cut.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from linter.patterns import Pattern
from linter.readers.inline import Prose

LONGEST = 4000
"""Characters of the longest block; the longest paragraphs of published copy have about 2,500."""
MOST_NUMBERS = 150
"""Groups of digits of the block that has most."""
LONGEST_WORD = 1000
"""Characters without white space, from which on they are data and no prose."""

_NUMBER = Pattern(r"\d++")
_SENTENCE_END = Pattern(r"[.!?][\"')\]’”]?\s")
_SPACE = Pattern(r"\s")
_DATA = Pattern(rf"\S{{{LONGEST_WORD},}}+")


def cut(prose: Prose) -> Iterator[Prose]:
    """``prose`` in pieces no longer than a block may be, each without white space at its ends.

    A piece ends with a sentence where one ends in its second half, and between words where not.
    Data (1,000 characters and more without a blank) are left out.
    """
    if len(prose.text) <= MOST_NUMBERS:
        yield prose
        return
    here = 0
    for data in _DATA.finditer(prose.text):
        yield from _pieces(prose, here, data.start())
        here = data.end()
    yield from _pieces(prose, here, len(prose.text))


def _pieces(prose: Prose, start: int, end: int) -> Iterator[Prose]:
    while start < end:
        stop = _stop(prose.text, start, end)
        piece = _part(prose, start, stop)
        if piece is not None:
            yield piece
        start = stop


def _stop(text: str, start: int, end: int) -> int:
    """Where the piece that begins at ``start`` ends."""
    far = min(end, start + LONGEST)
    for count, number in enumerate(_NUMBER.finditer(text, start, far)):
        if count == MOST_NUMBERS:
            far = number.start()
            break
    if far == end:
        return end
    half = (start + far) // 2
    stop = max((m.end() for m in _SENTENCE_END.finditer(text, half, far)), default=0)
    return stop or max((m.end() for m in _SPACE.finditer(text, half, far)), default=0) or far


def _part(prose: Prose, start: int, end: int) -> Prose | None:
    """``prose.text[start:end]`` with its places and links, or None if it is blank."""
    if (start, end) == (0, len(prose.text)):
        return prose
    text = prose.text[start:end]
    body = text.strip()
    if not body:
        return None
    low = start + len(text) - len(text.lstrip())
    high = low + len(body)
    first = bisect_left(prose.links, low, key=lambda link: link.end)
    last = bisect_right(prose.links, high, key=lambda link: link.start)
    links = tuple(
        replace(link, start=max(link.start - low, 0), end=min(link.end, high) - low)
        for link in prose.links[first:last]
        if link.end > low or link.start == link.end
    )
    return Prose(body, prose.starts[low:high], prose.ends[low:high], links)
