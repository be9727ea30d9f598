"""Metadata as a tree of texts, each of which knows its place in the source: what YAML, TOML and JSON share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Style = Literal["plain", "single", "double", "block", "raw"]
"""How a text is written: bare, in quotes where '' is ', in quotes where a backslash escapes, as an
indented block below a | or >, and in quotes where nothing escapes."""

MAX_DEPTH = 40
"""Maps and lists in each other; nobody writes more, and walking them must not exhaust the stack."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value; its words are in ``source[start:end]``, quotes not included."""

    start: int
    end: int
    style: Style = "plain"


@dataclass(slots=True)
class Items:
    """A list."""

    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Pairs:
    """A mapping. Of a key written twice the last counts, as it does for whoever publishes the page."""

    values: dict[str, Node] = field(default_factory=dict)


Node = Scalar | Items | Pairs


class TreeError(Exception):
    """The text is not what its fence or type says. What was read before is in the tree."""


class Grower:
    """Grows a tree from events in the order of the source."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.stack: list[Items | Pairs] = []
        self.keys: list[str | None] = []
        """For each open map, the key whose value comes next."""

    def open(self, node: Items | Pairs) -> None:
        """A map or a list begins. Raises TreeError past the deepest nesting."""
        if len(self.stack) == MAX_DEPTH:
            raise TreeError
        self.put(node)
        self.stack.append(node)
        self.keys.append(None)

    def close(self) -> None:
        """The innermost map or list ends. Raises TreeError if none is open."""
        if not self.stack:
            raise TreeError
        self.stack.pop()
        self.keys.pop()

    def wants_key(self) -> bool:
        """Whether the next scalar is a key."""
        return bool(self.stack) and isinstance(self.stack[-1], Pairs) and self.keys[-1] is None

    def key(self, name: str) -> None:
        """The key of the value that comes next."""
        self.keys[-1] = name

    def put(self, node: Node) -> None:
        """A value. One that stands where a key should, such as a list, is a key without a name."""
        if not self.stack:
            if self.root is None:
                self.root = node
            return
        top = self.stack[-1]
        if isinstance(top, Items):
            top.items.append(node)
        elif (key := self.keys[-1]) is not None:
            top.values[key] = node
            self.keys[-1] = None
        else:
            self.keys[-1] = ""
