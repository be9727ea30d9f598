"""The runs of a Word draft, split where a comment begins or ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any, NamedTuple

from linter.readers.word import Piece
from linter.readers.word_styles import W

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Stretch(NamedTuple):
    """A stretch of ``Document.source`` and the one element that holds all of it, and nothing else."""

    start: int
    end: int
    element: Any


class Runs:
    """The text of a draft in its file, cut at some offsets.

    A run that is cut becomes two with the same formatting, so nothing looks other than before.
    """

    def __init__(self, pieces: Sequence[Piece], offsets: Iterable[int]) -> None:
        cuts = sorted(set(offsets))
        found: list[Stretch] = []
        # From the end on, since a cut moves all that follows it in the run.
        for piece in reversed(pieces):
            here = cuts[bisect_left(cuts, piece.start) : bisect_right(cuts, piece.end)]
            found += _cut(piece, here)
        self._stretches = found[::-1]

    def within(self, start: int, end: int) -> list[Stretch]:
        """What holds ``source[start:end]``, in order."""
        last = bisect_left(self._stretches, max(end, start + 1), key=_start)
        first = bisect_right(self._stretches, start, key=_start) - 1
        return [each for each in self._stretches[max(first, 0) : last] if each.end > start]

    def before(self, offset: int) -> Stretch | None:
        """The last stretch that begins before or at an offset."""
        at = bisect_right(self._stretches, offset, key=_start)
        return self._stretches[at - 1] if at else None


def _start(stretch: Stretch) -> int:
    return stretch.start


def _cut(piece: Piece, cuts: Sequence[int]) -> list[Stretch]:
    """The stretches of a piece, the last first."""
    found, end = [], piece.end
    for cut in reversed(cuts):
        right = _split(piece.text, cut - piece.start, end - piece.start)
        if piece.start < cut < end and right is not None:
            found.append(Stretch(cut, end, right))
            end = cut
    return [*found, Stretch(piece.start, end, piece.text)]


def _split(element: Any, offset: int, size: int) -> Any:
    """Split a run within or beside the text of an element in it.

    Returns the element that holds the text from ``offset`` on, if that is a new one.
    """
    run = element.getparent()
    if run is None or run.tag != f"{W}r":
        return None
    after, right = list(element.itersiblings()), None
    if offset <= 0:
        before = [each for each in element.itersiblings(preceding=True) if each.tag != f"{W}rPr"]
        after = [element, *after] if before else []
    elif offset < size:
        if element.tag != f"{W}t":
            return None
        right = deepcopy(element)
        text = element.text
        for half, words in ((element, text[:offset]), (right, text[offset:])):
            half.text = words
            if words != words.strip():
                half.set(_SPACE, "preserve")
        after = [right, *after]
    if after:
        new = run.makeelement(run.tag, run.attrib)
        if (settings := run.find(f"{W}rPr")) is not None:
            new.append(deepcopy(settings))
        run.addnext(new)
        new.extend(after)
    return right
