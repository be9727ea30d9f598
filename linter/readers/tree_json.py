"""JSON read as a tree of places."""

from __future__ import annotations

import json

from linter.patterns import Pattern
from linter.readers.scalars import unescaped
from linter.readers.tree import Grower, Items, Node, Pairs, Scalar, TreeError

TOKEN = Pattern(r'\s*+(?:"((?:[^"\\]++|\\.)*+)"|([{}\[\]:,])|([^\s"{}\[\]:,]++))')


def read_json(source: str, start: int, end: int) -> tuple[Node | None, int]:
    """The value that begins at ``start``, and where it ends; ``start`` itself if it is not whole.

    It reads up to the first thing that is no JSON, and never raises.
    """
    grower = Grower()
    try:
        here = _grow(grower, source, start, end)
    except TreeError:
        here = start
    return grower.root, here


def whole_json(source: str) -> Node:
    """The value that a file holds. Raises TreeError if it is not JSON, or nested too deep."""
    start = int(source.startswith("\ufeff"))
    try:
        json.loads(source[start:], strict=False, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        raise TreeError(f"line {error.lineno}, column {error.colno}: {error.msg}") from None
    except RecursionError:
        pass  # growing it says where it is too deep
    grower = Grower()
    _grow(grower, source, start, len(source))
    assert grower.root is not None
    return grower.root


def _grow(grower: Grower, source: str, start: int, end: int) -> int:
    """Where the value ends that begins at ``start``; ``start`` itself if it is not whole."""
    here = start
    while (token := TOKEN.match(source, here, end)) is not None:
        here = token.end()
        _take(grower, token.span(1), token.group(2) or "", token.span(3), source, here)
        if grower.documents and not grower.stack:
            return here
    return start


def _take(
    grower: Grower, text: tuple[int, int], mark: str, bare: tuple[int, int], source: str, after: int
) -> None:
    if text[0] >= 0:
        if grower.wants_key():
            grower.key(unescaped(source[slice(*text)]))
        else:
            grower.put(Scalar(*text, "double"))
    elif bare[0] >= 0:
        grower.put(Scalar(*bare))
    elif mark in "{[":
        grower.open(Pairs(after - 1) if mark == "{" else Items(after - 1))
    elif mark in "}]":
        grower.close()
