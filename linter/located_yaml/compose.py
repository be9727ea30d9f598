"""From the events of PyYAML's parser to values with places."""

from __future__ import annotations

import re
from typing import Any

import yaml

from linter.errors import Place, Problem
from linter.located_yaml.values import Map, Node, Seq, Text
from linter.patterns import Pattern

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_DEPTH = 40
MAX_ALIASED = 10_000
"""Entries that may be repeated through aliases: plenty for people, too few for a YAML bomb."""

NESTED = f"is nested more than {MAX_DEPTH} levels deep: check the brackets and the indentation"
_TAG = "tag:yaml.org,2002:"
_RESOLVERS: dict[str, list[tuple[str, re.Pattern[str]]]] = yaml.SafeLoader.yaml_implicit_resolvers
_KNOWN_TAGS = frozenset(["str", "int", "float", "bool", "null", "timestamp", "merge", "map", "seq"])
NOT_TEXT = Pattern("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class TooMuchError(Exception):
    def __init__(self, place: Place, message: str) -> None:
        self.problem = Problem(place, message)


class Composer:
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
            raise TooMuchError(Place(self.path, mark.line + 1, mark.column + 1), message)
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
                raise TooMuchError(Place(self.path, line, column), NESTED)
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
            raise TooMuchError(place, f"the alias *{name} stands inside what it names: write it out")
        if name not in self.anchors:
            message = f'"*{name}" is a YAML alias, and nothing is named so: put quotes around a text that begins with *'
            raise TooMuchError(place, message)
        value, size = self.anchors[name]
        self.count += size
        self.aliased += size
        if self.aliased > MAX_ALIASED:
            message = f"aliases (*) repeat more than {MAX_ALIASED:,} entries: write out what you need"
            raise TooMuchError(place, message)
        return value

    def tag(self, tag: str, line: int, column: int) -> str:
        short = tag.removeprefix(_TAG)
        if short not in _KNOWN_TAGS and tag != "!":
            message = f'"{tag}" is a YAML tag: put quotes around a text that begins with "!"'
            self.problems.append(Problem(Place(self.path, line, column), message))
        return short if short in _KNOWN_TAGS else "str"
