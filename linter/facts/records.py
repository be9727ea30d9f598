"""The kinds of lists and maps that a key may hold. A record is a map with known keys."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from linter.errors import Problem
from linter.facts.kinds import Kind, Trail, did_you_mean, is_null, report
from linter.located_yaml.values import Map, Node, Seq, Text
from linter.patterns import Pattern

_ID = Pattern(r"[^\W_][\w./+-]*")


@dataclass(frozen=True)
class ListOf(Kind):
    """A list, of so many entries at least, or of exactly so many."""

    kind: Kind
    least: int = 0
    exactly: int = 0
    may_be_empty = True

    def read(self, node: Node, problems: list[Problem], trail: Trail) -> tuple[Any, ...] | None:
        key = trail[-1] if trail else "it"
        if isinstance(node, Text):
            text = node.text.strip()
            example = f'{key} = ["{text}"]' if node.path.endswith(".toml") else f"{key}: [{text}]"
            report(problems, node, trail, f"must be a list: write {example}")
            return None
        if isinstance(node, Map):
            report(problems, node, trail, f'must be a list: write {key}: […], or begin each entry with "- "')
            return None
        read: list[Any] = []
        for number, item in enumerate(node.items, 1):
            place = (*trail, f"entry {number}")
            if is_null(item):
                report(problems, item, place, "is empty: write a value or delete it")
            else:
                read.append(self.kind.read(item, problems, place))
        if self.exactly and len(node.items) != self.exactly:
            report(problems, node, trail, f"needs {self.exactly} entries, and has {len(node.items)}")
            return None
        if len(node.items) < self.least:
            entries = "entry" if self.least == 1 else "entries"
            report(problems, node, trail, f"needs {self.least} {entries} or more, and has {len(node.items)}")
            return None
        return tuple(item for item in read if item is not None)

    def schema(self) -> dict[str, Any]:
        schema: dict[str, Any] = {"type": "array", "items": self.kind.schema()}
        if least := self.exactly or self.least:
            schema["minItems"] = least
        if self.exactly:
            schema["maxItems"] = self.exactly
        return schema


@dataclass(frozen=True)
class MapOf(Kind):
    """Entries by a name of the writer's. With a ``noun`` the names are ids, and messages begin anew."""

    kind: Kind
    noun: str = ""
    may_be_empty = True

    def read(self, node: Node, problems: list[Problem], trail: Trail) -> dict[str, Any] | None:
        if not isinstance(node, Map):
            names = f"{self.noun} ids" if self.noun else "names"
            message = f'must be {names}, each with a colon and its entry: write "name:" and the rest under it'
            report(problems, node, trail, message)
            return None
        read: dict[str, Any] = {}
        for key, item in node.items():
            place = (f"{self.noun} {key.text}",) if self.noun else (*trail, key.text)
            if self.noun and not _ID.fullmatch(key.text):
                slug = re.sub(r"[^\w./+]+", "-", key.text).strip("-_./+").lower() or "an-id"
                message = f'an id is letters, digits and hyphens, with no spaces: write "{slug}"'
                report(problems, key, place, message)
            elif not key.text.strip():
                report(problems, key, trail, "a name is empty: write one before the colon")
            if is_null(item):
                report(problems, key, place, "is empty: write its keys or delete it")
            else:
                value = self.kind.read(item, problems, place)
                if value is not None:
                    read[key.text] = value
        return read

    def schema(self) -> dict[str, Any]:
        schema: dict[str, Any] = {"type": ["object", "null"], "additionalProperties": self.kind.schema()}
        if self.noun:
            schema["propertyNames"] = {"pattern": r"^[^\W_][\w./+-]*$"}
        return schema


@dataclass(frozen=True)
class Key:
    """A key of a record: its name, what it holds, and its meaning to a writer."""

    name: str
    kind: Kind
    help: str
    required: bool = False


@dataclass(frozen=True)
class Record(Kind):
    """A map with known keys. Reads as a dict of those that are there and right."""

    keys: tuple[Key, ...]
    example: str
    """What to write where something else than a map stands."""
    fold: bool = False
    """True if hyphens and underscores in key names are one."""
    by_name: dict[str, Key] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {key.name: key for key in self.keys})

    def read(self, node: Node, problems: list[Problem], trail: Trail) -> dict[str, Any] | None:
        if not isinstance(node, Map):
            report(problems, node, trail, f"must be keys with values: write {self.example}")
            return None
        read: dict[str, Any] = {}
        met: set[str] = set()
        for text, item in node.items():
            name = text.text.replace("_", "-") if self.fold else text.text
            key = self.by_name.get(name)
            if key is None:
                guess = did_you_mean(text.text, self.by_name) or f"the keys are {', '.join(self.by_name)}"
                report(problems, text, trail, f'unknown key "{text.text}": {guess}')
            elif name in met:
                report(problems, text, trail, f'"{name}" stands here a second time: keep one')
            elif is_null(item):
                if not key.kind.may_be_empty:
                    report(problems, text, (*trail, text.text), "is empty: write a value or delete the key")
            else:
                value = key.kind.read(item, problems, (*trail, text.text))
                if value is not None:
                    read[name] = value
            met.add(name)
        for key in self.keys:
            if key.required and key.name not in met:
                report(problems, node, trail, f'has no "{key.name}": write {key.name}: and {key.help}')
        return read

    def schema(self) -> dict[str, Any]:
        return {
            "type": "object",
            "properties": {key.name: {"description": key.help, **key.kind.schema()} for key in self.keys},
            "additionalProperties": False,
            "required": [key.name for key in self.keys if key.required],
        }


@dataclass(frozen=True)
class Either(Kind):
    """A text alone, or a record; the text alone reads as a record with that one key."""

    key: str
    text: Kind
    record: Record

    def read(self, node: Node, problems: list[Problem], trail: Trail) -> dict[str, Any] | None:
        if isinstance(node, Map):
            return self.record.read(node, problems, trail)
        if isinstance(node, Seq):
            report(problems, node, trail, f"must be one {trail[-1]}, not a list: write {self.record.example}")
            return None
        value = self.text.read(node, problems, trail)
        return None if value is None else {self.key: value}

    def schema(self) -> dict[str, Any]:
        return {"oneOf": [self.text.schema(), self.record.schema()]}
