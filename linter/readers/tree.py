"""YAML, TOML and JSON as a tree of values, each of which knows its place in the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from linter.model import Comment
from linter.patterns import Pattern

Style = Literal["plain", "single", "double", "literal", "folded", "raw"]
"""How a text is written: bare, in quotes where '' is ', in quotes where a backslash escapes, as an indented
block below a | or a >, and in quotes where nothing escapes."""

MAX_DEPTH = 60
"""Maps and lists in each other; nobody writes more, and walking them must not exhaust the stack."""
COMMENT = Pattern(r"(?:^\ufeff?|(?<=\s))#([^\r\n]*+)")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value; its words are in ``source[start:end]``, quotes not included."""

    start: int
    end: int
    style: Style = "plain"
    value: str | None = None
    """What the parser read there, where white space folds."""


@dataclass(slots=True)
class Items:
    """A list."""

    start: int = 0
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Pairs:
    """A mapping. Of a key written twice the last counts, as it does for whoever publishes the page."""

    start: int = 0
    values: dict[str, Node] = field(default_factory=dict)


Node = Scalar | Items | Pairs


class TreeError(Exception):
    """The text is not what its ending, fence or type says; the message says where and why."""


class TooDeepError(TreeError):
    """More maps and lists in each other than are read; ``at`` is where the first of those too many begins."""

    def __init__(self, at: int) -> None:
        super().__init__("nested too deep")
        self.at = at


class Grower:
    """Grows trees from events in the order of the source, one for each document."""

    def __init__(self) -> None:
        self.documents: list[Node] = []
        self.stack: list[Items | Pairs] = []
        self.keys: list[str | None] = []
        """For each open map, the key whose value comes next."""

    @property
    def root(self) -> Node | None:
        """The tree of the first document."""
        return self.documents[0] if self.documents else None

    def open(self, node: Items | Pairs) -> None:
        """A map or a list begins. Raises TooDeepError past the deepest nesting."""
        if len(self.stack) == MAX_DEPTH:
            raise TooDeepError(node.start)
        self.put(node)
        self.stack.append(node)
        self.keys.append(None)

    def close(self) -> None:
        """The innermost map or list ends. Raises TreeError if none is open."""
        if not self.stack:
            raise TreeError("an end without a beginning")
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
            self.documents.append(node)
            return
        top = self.stack[-1]
        if isinstance(top, Items):
            top.items.append(node)
        elif (key := self.keys[-1]) is not None:
            top.values.pop(key, None)  # the order is that of what counts
            top.values[key] = node
            self.keys[-1] = None
        else:
            self.keys[-1] = ""


def scalars(nodes: Iterable[Node]) -> Iterator[Scalar]:
    """Every value in some trees."""
    for node in nodes:
        if isinstance(node, Scalar):
            yield node
        else:
            yield from scalars(node.items if isinstance(node, Items) else node.values.values())


def comments(source: str, start: int, end: int, nodes: Iterable[Node]) -> Iterator[Comment]:
    """The comments of YAML or TOML that are for medlint; a # inside one of the values is none."""
    if source.find("medlint", start, end) < 0:
        return
    spans = sorted({(scalar.start, scalar.end) for scalar in scalars(nodes)})
    begins = [low for low, _ in spans]
    here = start
    while (found := COMMENT.search(source, here, end)) is not None:
        mark = found.start(1) - 1
        at = bisect_right(begins, mark) - 1
        is_inside = at >= 0 and mark < spans[at][1]
        if not is_inside and "medlint" in found[1]:
            yield Comment(mark, found.end(), found[1])
        here = spans[at][1] if is_inside else found.end()
