"""A regular expression matched as ``re`` matches it, by backtracking, with its steps counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from pumps import REPEATS, in_class

BOUNDED = 128
"""Repetitions that cost a constant, however long the text: they are matched FEW times at most."""
FEW = 4


class TooManyError(Exception):
    """More steps than were allowed."""


@lru_cache(maxsize=1024)
def tree_of(pattern: str, flags: int) -> Any:
    return parser.parse(pattern, flags)


def steps(pattern: str, flags: int, text: str, most: int) -> int:
    """Steps to find every match in ``text``. Raises TooManyError past ``most``."""
    return Matcher(pattern, flags, text, most).scan()


class Matcher:
    """One pattern over one text."""

    def __init__(self, pattern: str, flags: int, text: str, most: int) -> None:
        tree = tree_of(pattern, flags)
        self.nodes = tree.data
        self.folded = bool((flags | tree.state.flags) & re.IGNORECASE)
        self.text = text.lower() if self.folded else text
        self.groups: dict[int, tuple[int, int]] = {}
        self.fitting: dict[tuple[int, str], bool] = {}  # by identity of a node: the tree is kept
        self.most = most
        self.count = 0

    def scan(self) -> int:
        at = 0
        while at <= len(self.text):
            end = next(self.run(self.nodes, 0, at), None)
            at = at + 1 if end is None or end == at else end
        return self.count

    def run(self, nodes: Sequence[Any], k: int, at: int) -> Iterator[int]:
        """Where ``nodes[k:]`` can end when they begin at ``at``, in the order in which they are tried."""
        if k == len(nodes):
            yield at
            return
        for end in self.node(nodes[k], at):
            yield from self.run(nodes, k + 1, end)

    def node(self, node: Any, at: int) -> Iterator[int]:
        self.count += 1
        if self.count > self.most:
            raise TooManyError
        op, value = node
        if op in (c.LITERAL, c.NOT_LITERAL, c.IN, c.ANY):
            if at < len(self.text) and self.fits(node, self.text[at]):
                yield at + 1
        elif op is c.BRANCH:
            for branch in value[1]:
                yield from self.run(branch.data, 0, at)
        elif op is c.SUBPATTERN:
            for end in self.run(value[3].data, 0, at):
                self.groups[value[0]] = (at, end)
                yield end
        elif op in REPEATS:
            low, high, body = value
            high = min(high, max(low, FEW)) if high <= BOUNDED else high
            found = self.repeat(body.data, low, high, at, op is c.MIN_REPEAT)
            yield from islice(found, 1) if op is c.POSSESSIVE_REPEAT else found
        elif op is c.ATOMIC_GROUP:
            yield from islice(self.run(value.data, 0, at), 1)
        elif op in (c.ASSERT, c.ASSERT_NOT):
            if self.looks(value, at) is (op is c.ASSERT):
                yield at
        elif op is c.AT:
            if self.stands(str(value), at):
                yield at
        elif op is c.GROUPREF:
            start, end = self.groups.get(value, (0, 0))
            if self.text.startswith(self.text[start:end], at):
                yield at + end - start
        else:
            raise NotImplementedError(op)

    def repeat(self, body: Sequence[Any], low: int, high: int, at: int, is_lazy: bool) -> Iterator[int]:
        if low <= 0 and is_lazy:
            yield at
        if high:
            for end in self.run(body, 0, at):
                if end > at or low > 0:
                    yield from self.repeat(body, low - 1, high - 1, end, is_lazy)
        if low <= 0 and not is_lazy:
            yield at

    def fits(self, node: Any, char: str) -> bool:
        key = (id(node), char)
        if key not in self.fitting:
            self.fitting[key] = self._fits(*node, char)
        return self.fitting[key]

    def _fits(self, op: Any, value: Any, char: str) -> bool:
        forms = {char, char.upper()} if self.folded else {char}
        if op is c.ANY:
            return char != "\n"
        if op is c.IN:
            return any(in_class(value, form) for form in forms)
        return (chr(value) in forms) is (op is c.LITERAL)

    def looks(self, value: Any, at: int) -> bool:
        direction, body = value
        if direction > 0:
            return next(self.run(body.data, 0, at), None) is not None
        width = body.getwidth()[0]
        return at >= width and any(end == at for end in self.run(body.data, 0, at - width))

    def stands(self, where: str, at: int) -> bool:
        before = at > 0 and (self.text[at - 1].isalnum() or self.text[at - 1] == "_")
        after = at < len(self.text) and (self.text[at].isalnum() or self.text[at] == "_")
        if where == "AT_BOUNDARY":
            return before != after
        if where == "AT_NON_BOUNDARY":
            return before == after
        return at == 0 if where.startswith("AT_BEGINNING") else at == len(self.text)
