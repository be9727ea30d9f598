"""Boxes and tabs as MkDocs has them: ``!!! note "Title"``, ``??? tip``, ``=== "Tab"``, with their text indented.

To the parser their text would be a block of code. So each mark is masked as that of an item of a list,
whose text is indented as much; places stay as they are.
"""

from __future__ import annotations

from typing import NamedTuple

from linter.patterns import Pattern

_FILLER = "\u2060"
"""A character of no width, which stands for what is not shown."""
_MARK = Pattern(
    r"(?m)^[ \t]*(?:(?:!!!|\?\?\?\+?)[ \t]+(?P<kind>[\w-]+)(?P<more>[^\"\r\n]*)|===[!+]?[ \t]+(?=\"))"
    r"(?:\"(?P<title>[^\"\r\n]*)\")?[ \t]*(?=\r?$)"
)
_INDENTED = Pattern(r"(?:[ \t]*\r?\n)+([ \t]*)\S")


class Boxes(NamedTuple):
    """A text whose boxes are masked as items; ``titles`` has the end of each one's first line by its start."""

    text: str
    titles: dict[int, int]


def masked(text: str) -> Boxes:
    """The text with every box as an item of the same length."""
    if not any(mark in text for mark in ("!!!", "???", "===")):
        return Boxes(text, {})
    pieces: list[str] = []
    titles: dict[int, int] = {}
    here = 0
    for found in _MARK.finditer(text):
        line = found.group()
        start = found.start() + len(line) - len(line.lstrip())
        indent = start - found.start()
        below = _INDENTED.match(text, found.end())
        if below is None or _width(below[1]) < _width(line[:indent]) + 4:
            continue
        shown = "title" if found["title"] is not None else "kind"
        first, last = found.span(shown)
        first = max(first, start + 4)
        pieces += [text[here:start], "-   ", _FILLER * (first - start - 4), text[first:last]]
        pieces.append(_FILLER * (found.end() - max(last, first)))
        titles[start] = found.end()
        here = found.end()
    return Boxes("".join([*pieces, text[here:]]), titles)


def _width(blanks: str) -> int:
    return len(blanks.expandtabs(4))
