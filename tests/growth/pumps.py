"""Texts that a regular expression may take long over, made from the expression itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, product
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

ALPHABET = " a1A,-.%(\n\"/'_é"
"""Characters tried for a class of them, the likeliest first."""
REPEATS = (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT)


def pumps(pattern: str, flags: int) -> list[tuple[str, str]]:
    """What may lead to a repetition, and what it may repeat: ``prefix + n * pump`` is to be searched."""
    tree = parser.parse(pattern, flags)
    found = list(dict.fromkeys(_repeats(list(tree), "")))
    words = list(dict.fromkeys(pump for _, pump in found))
    return list(
        dict.fromkeys([*found, *(("", pump) for pump in words), *(("", p + q) for p, q in pairwise(words))])
    )


def _repeats(nodes: Sequence[Any], prefix: str) -> Iterator[tuple[str, str]]:
    for at, (op, value) in enumerate(nodes):
        before = prefix + "".join(next(iter(_samples([node])), "") for node in nodes[:at])
        if op in REPEATS:
            _, high, body = value
            if high > 1:
                for sample in islice(_samples(list(body)), 6):
                    if sample:
                        yield before, sample
        for child in children(op, value):
            yield from _repeats(list(child), before)


def children(op: Any, value: Any) -> list[Any]:
    """What a node of a parsed expression holds."""
    if op in REPEATS:
        return [value[2]]
    if op is c.BRANCH:
        return list(value[1])
    if op is c.SUBPATTERN:
        return [value[3]]
    if op is c.ATOMIC_GROUP:
        return [value]
    return [value[1]] if op in (c.ASSERT, c.ASSERT_NOT) else []


def _samples(nodes: Sequence[Any]) -> Iterator[str]:
    """Some texts that the nodes match, the lookarounds left out of account."""
    yield from (
        "".join(parts) for parts in islice(product(*(list(islice(_of(node), 5)) for node in nodes)), 12)
    )


def _of(node: Any) -> Iterator[str]:
    op, value = node
    if op is c.LITERAL:
        yield chr(value)
    elif op is c.NOT_LITERAL:
        yield from (char for char in ALPHABET if ord(char) != value)
    elif op is c.ANY:
        yield from ALPHABET[:3]
    elif op is c.IN:
        yield from class_samples(value)
    elif op is c.BRANCH:
        for branch in value[1]:
            yield from islice(_samples(list(branch)), 1)
    elif op is c.SUBPATTERN:
        yield from _samples(list(value[3]))
    elif op is c.ATOMIC_GROUP:
        yield from _samples(list(value))
    elif op in REPEATS:
        low, _, body = value
        once = list(islice(_samples(list(body)), 4))
        if low == 0:
            yield ""
        yield from (text * max(low, 1) for text in once)
    else:
        yield ""


def class_samples(items: Any) -> Iterator[str]:
    """Characters of a class: those of the alphabet, else its own first ones."""
    chars = [char for char in ALPHABET if in_class(items, char)]
    if not chars:
        chars = [chr(v if op is c.LITERAL else v[0]) for op, v in items if op in (c.LITERAL, c.RANGE)]
    yield from chars


def in_class(items: Any, char: str) -> bool:
    """Whether a set of a parsed expression holds a character."""
    negated = found = False
    for op, value in items:
        if op is c.NEGATE:
            negated = True
        elif op is c.LITERAL:
            found |= ord(char) == value
        elif op is c.RANGE:
            found |= value[0] <= ord(char) <= value[1]
        elif op is c.CATEGORY:
            found |= in_category(value, char)
    return found != negated


def in_category(category: Any, char: str) -> bool:
    """Whether ``\\d``, ``\\w``, ``\\s`` or its opposite holds a character."""
    name = str(category).removeprefix("CATEGORY_")
    positive = name.removeprefix("NOT_")
    test = {"DIGIT": char.isdigit(), "SPACE": char.isspace(), "WORD": char.isalnum() or char == "_"}
    return test[positive] != (positive != name)
