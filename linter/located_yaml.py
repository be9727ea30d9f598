"""YAML whose every text, map and list knows where it stands.

Nothing is turned into a number, a date or a truth value here: a scalar stays the text that was typed,
with the tag YAML would give it, so that each key can judge its own values (`0.50` keeps its zero).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from linter.errors import Place, Problem
from linter.facts.yaml_causes import explain
from linter.patterns import Pattern

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_BYTES = 32_000_000
MAX_DEPTH = 40
MAX_ALIASED = 10_000
"""Entries that may be repeated through aliases: plenty for people, too few for a YAML bomb."""

_NESTED = f"is nested more than {MAX_DEPTH} levels deep: check the brackets and the indentation"
_BRACKET = Pattern(r"[\[\]{}]")
_TAG = "tag:yaml.org,2002:"
_RESOLVERS: dict[str, list[tuple[str, re.Pattern[str]]]] = yaml.SafeLoader.yaml_implicit_resolvers
_KNOWN_TAGS = frozenset(["str", "int", "float", "bool", "null", "timestamp", "merge", "map", "seq"])
NOT_TEXT = Pattern("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


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


def read_text(path: str, problems: list[Problem]) -> str | None:
    """The file's text, without a byte order mark; None, and a problem, if it cannot be had."""
    try:
        with open(path, "rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except IsADirectoryError:
        problems.append(Problem(Place(path), "is a folder: name a file"))
        return None
    except FileNotFoundError:
        problems.append(Problem(Place(path), "does not exist: check the name and the folder"))
        return None
    except (OSError, ValueError) as error:
        cause = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        problems.append(Problem(Place(path), f"cannot be read: {cause}"))
        return None
    if len(raw) > MAX_BYTES:
        size = MAX_BYTES // 1_000_000
        problems.append(Problem(Place(path), f"is larger than {size} MB: split it into several files"))
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", "replace")
        message = "is not UTF-8 text: save the file with the encoding UTF-8"
        problems.append(Problem(_place_at(path, before, len(before)), message))
        return None


def load_yaml(path: str, problems: list[Problem], empty: str | None = None) -> Map | None:
    """The mapping that the file at ``path`` holds; see :func:`parse_yaml`."""
    source = read_text(path, problems)
    return None if source is None else parse_yaml(source, path, problems, empty)


def parse_yaml(source: str, path: str, problems: list[Problem], empty: str | None = None) -> Map | None:
    """The mapping that ``source`` holds; None, and a problem, where it cannot be read as one.

    A text with nothing in it is a problem with the message ``empty``, or an empty mapping without one.
    """
    source = source.removeprefix("\ufeff")
    if wrong := NOT_TEXT.search(source):
        message = f"holds the control character U+{ord(wrong[0]):04X}: delete it, or save the file as text"
        problems.append(Problem(_place_at(path, source, wrong.start()), message))
        return None
    try:
        value = _Composer(source, path, problems).document()
    except _TooMuchError as stop:
        problems.append(stop.problem)
        return None
    except yaml.MarkedYAMLError as error:
        problems.append(_too_deep(source, path) or explain(error, source, path))
        return None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        cause = " ".join(str(error).split())
        problems.append(Problem(Place(path), f"cannot be read as YAML ({cause}): simplify it"))
        return None
    if value is None or (isinstance(value, Text) and value.tag == "null"):
        if empty is None:
            return Map(path, 1, 1)
        problems.append(Problem(Place(path), empty))
        return None
    if not isinstance(value, Map):
        kind = "a list" if isinstance(value, Seq) else "one text"
        message = f'holds {kind}, not keys: begin with a key and a colon, such as "facts:"'
        problems.append(Problem(value.place, message))
        return None
    return value


def _place_at(path: str, source: str, offset: int) -> Place:
    line = source.count("\n", 0, offset) + 1
    return Place(path, line, offset - source.rfind("\n", 0, offset))


def _too_deep(source: str, path: str) -> Problem | None:
    """Where YAML that the library gave up on is nested too deep; None if that is not what is wrong.

    libyaml scans up to 1,024 characters ahead for a colon, and may refuse the thousandth bracket before it has
    reported the first. Its Python twin, slower by far, has no such limit.
    """
    depth = 0
    for bracket in _BRACKET.finditer(source):
        depth = max(depth + (1 if bracket[0] in "[{" else -1), 0)
        if depth > MAX_DEPTH:
            break
    else:
        return None
    depth = 0
    try:
        event: Any
        for event in yaml.parse(source, Loader=yaml.SafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                mark = event.start_mark
                return Problem(Place(path, mark.line + 1, mark.column + 1), _NESTED)
    except yaml.YAMLError:
        pass
    return None


# -- from the parser's events to values -------------------------------------------------------


class _TooMuchError(Exception):
    def __init__(self, place: Place, message: str) -> None:
        self.problem = Problem(place, message)


class _Composer:
    """Builds values from the parser's events.

    PyYAML's own composer would do, but with libyaml it crashes the interpreter on a few thousand open
    brackets, and it works out the tag of every quoted text.
    """

    def __init__(self, source: str, path: str, problems: list[Problem]) -> None:
        self.path = path
        self.problems = problems
        self.next: Any = _Loader(source).get_event
        self.anchors: dict[str, tuple[Node, int]] = {}
        """What each anchor (&) names, and its size with all aliases written out."""
        self.open: set[str] = set()
        self.count = 0
        self.aliased = 0

    def document(self) -> Node | None:
        self.next()  # the start of the stream
        if isinstance(self.next(), yaml.StreamEndEvent):
            return None
        value = self.value(self.next(), 0)
        self.next()  # the end of the document
        after = self.next()
        if not isinstance(after, yaml.StreamEndEvent):
            mark = after.start_mark
            message = 'a second document begins here: delete the line "---", or move the rest to another file'
            raise _TooMuchError(Place(self.path, mark.line + 1, mark.column + 1), message)
        return value

    def value(self, event: Any, depth: int) -> Node:
        self.count += 1
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        kind = type(event)
        before = self.count
        value: Node
        if kind is yaml.ScalarEvent:
            value = self.scalar(event, line, column)
        elif kind is yaml.AliasEvent:
            return self.alias(event.anchor, Place(self.path, line, column))
        else:
            if depth >= MAX_DEPTH:
                raise _TooMuchError(Place(self.path, line, column), _NESTED)
            if event.anchor:
                self.open.add(event.anchor)
            if event.tag:
                self.tag(event.tag, line, column)
            if kind is yaml.SequenceStartEvent:
                value = Seq(self.path, line, column)
                while type(item := self.next()) is not yaml.SequenceEndEvent:
                    value.items.append(self.value(item, depth + 1))
            else:
                value = Map(self.path, line, column)
                while type(item := self.next()) is not yaml.MappingEndEvent:
                    self.entry(value, self.value(item, depth + 1), self.value(self.next(), depth + 1))
        if event.anchor:
            self.open.discard(event.anchor)
            self.anchors[event.anchor] = value, self.count - before + 1
        return value

    def scalar(self, event: Any, line: int, column: int) -> Text:
        text, style = event.value, event.style
        if wrong := NOT_TEXT.search(text):  # "\\0" in quotes
            message = f"stands for a text with the control character U+{ord(wrong[0]):04X}: take it out"
            self.problems.append(Problem(Place(self.path, line, column), message))
            text = NOT_TEXT.sub("", text)
        tag = "str"
        plain = not style or style == "plain"
        if event.tag:
            tag = self.tag(event.tag, line, column)
        elif plain:
            for name, pattern in _RESOLVERS.get(text[:1], ()):
                if name != _TAG + "value" and pattern.match(text):
                    tag = name.removeprefix(_TAG)
                    break
        return Text(self.path, line, column, text, tag, plain, style in ("|", ">"))

    def entry(self, into: Map, key: Node, item: Node) -> None:
        if not isinstance(key, Text):
            message = "a bracket or a list stands where a key should: write a name and a colon, or put quotes around a text"
        elif key.tag == "merge":
            message = '"<<" is not supported: write the keys out'
        elif key.text in into.keys:
            first = into.keys[key.text].line
            message = (
                f'"{key.text}" stands here a second time (first in line {first}): keep one, or rename one'
            )
        else:
            into.keys[key.text] = key
            into.values[key.text] = item
            return
        self.problems.append(Problem(key.place, " ".join(message.split())))

    def alias(self, name: str, place: Place) -> Node:
        if name in self.open:
            raise _TooMuchError(place, f"the alias *{name} stands inside what it names: write it out")
        if name not in self.anchors:
            message = f'"*{name}" is a YAML alias, and nothing is named so: put quotes around a text that begins with *'
            raise _TooMuchError(place, message)
        value, size = self.anchors[name]
        self.count += size
        self.aliased += size
        if self.aliased > MAX_ALIASED:
            message = f"aliases (*) repeat more than {MAX_ALIASED:,} entries: write out what you need"
            raise _TooMuchError(place, message)
        return value

    def tag(self, tag: str, line: int, column: int) -> str:
        short = tag.removeprefix(_TAG)
        if short not in _KNOWN_TAGS and tag != "!":
            message = f'"{tag}" is a YAML tag: put quotes around a text that begins with "!"'
            self.problems.append(Problem(Place(self.path, line, column), message))
        return short if short in _KNOWN_TAGS else "str"
