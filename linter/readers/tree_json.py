"""JSON read as a tree of places. It reads up to the first thing that is no JSON, and never raises."""

from __future__ import annotations

from linter.patterns import Pattern
from linter.readers.tree import Grower, Items, Node, Pairs, Scalar, TreeError

TOKEN = Pattern(r'\s*+(?:"((?:[^"\\]|\\.)*+)"|([{}\[\]:,])|([^\s"{}\[\]:,]++))')


def read_json(source: str, start: int, end: int) -> tuple[Node | None, int]:
    """The value that begins at ``start``, and where it ends; ``start`` itself if it is not whole."""
    grower = Grower()
    here = start
    try:
        while (token := TOKEN.match(source, here, end)) is not None:
            here = token.end()
            _take(grower, token.span(1), token.group(2) or "", token.span(3), source)
            if grower.root is not None and not grower.stack:
                return grower.root, here
    except TreeError:
        pass
    return grower.root, start


def _take(grower: Grower, text: tuple[int, int], mark: str, bare: tuple[int, int], source: str) -> None:
    if text[0] >= 0:
        if grower.wants_key():
            grower.key(source[slice(*text)])
        else:
            grower.put(Scalar(*text, "double"))
    elif bare[0] >= 0:
        grower.put(Scalar(*bare))
    elif mark in "{[":
        grower.open(Pairs() if mark == "{" else Items())
    elif mark in "}]":
        grower.close()
