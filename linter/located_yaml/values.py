"""What YAML holds: texts, lists and maps, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from linter.errors import Place


@dataclass(slots=True)
class Text:
    """A scalar as typed. ``plain`` means without quotes, and not a | or > block."""

    path: str
    line: int
    column: int
    text: str
    tag: str = "str"
    plain: bool = False
    block: bool = False

    @property
    def place(self) -> Place:
        return Place(self.path, self.line, self.column)


@dataclass(slots=True)
class Seq:
    """A list."""

    path: str
    line: int
    column: int
    items: list[Node] = field(default_factory=list)

    @property
    def place(self) -> Place:
        return Place(self.path, self.line, self.column)


@dataclass(slots=True)
class Map:
    """A mapping: ``keys`` are the located keys, ``values`` what stands under them."""

    path: str
    line: int
    column: int
    keys: dict[str, Text] = field(default_factory=dict)
    values: dict[str, Node] = field(default_factory=dict)

    @property
    def place(self) -> Place:
        return Place(self.path, self.line, self.column)

    def items(self) -> Iterator[tuple[Text, Node]]:
        for name, key in self.keys.items():
            yield key, self.values[name]


Node = Text | Seq | Map


def texts_of(node: Node) -> Iterator[str]:
    """Every scalar in a value, keys left out, without white space around it."""
    if isinstance(node, Text):
        yield node.text.strip()
        return
    for item in node.items if isinstance(node, Seq) else node.values.values():
        yield from texts_of(item)
