"""The kinds of scalars that a key may hold: how each is read and judged, and its JSON Schema.

One object does both, so that what the loader accepts and what an editor's completion offers agree.
A kind reads a located node and returns its value, or None after reporting what to write instead.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from linter.errors import Problem
from linter.globs import ADVICE, is_glob
from linter.located_yaml.values import Node, Seq, Text
from linter.patterns import Pattern

_LETTER = Pattern(r"[^\W\d_]")
Trail = tuple[str, ...]
"""Where a message is at, in words: ("fact msts-lung-share", "source")."""


def report(problems: list[Problem], node: Node, trail: Trail, message: str) -> None:
    text = ": ".join((*trail, message))
    problems.append(Problem(node.place, " ".join(text.split()) if "\n" in text else text))


def did_you_mean(name: str, options: Iterable[str]) -> str:
    """The question ``did you mean "x"?``, or nothing."""
    by_fold = {option.casefold().replace("_", "-"): option for option in options}
    near = get_close_matches(name.casefold().replace("_", "-"), by_fold, 1, 0.6)
    return f'did you mean "{by_fold[near[0]]}"?' if near else ""


def is_null(node: Node) -> bool:
    return isinstance(node, Text) and node.plain and node.tag == "null"


class Kind(ABC):
    may_be_empty = False
    """True of lists and maps whose key may stand with nothing under it."""

    @abstractmethod
    def read(self, node: Node, problems: list[Problem], trail: Trail) -> Any: ...

    @abstractmethod
    def schema(self) -> dict[str, Any]: ...


def _scalar(node: Node, problems: list[Problem], trail: Trail, what: str) -> Text | None:
    if not isinstance(node, Text):
        shape = "list" if isinstance(node, Seq) else "map"
        hint = "put quotes around it" if what == "text" else "take away the brackets or the indented lines"
        report(problems, node, trail, f"must be {what}, not a {shape}: {hint}")
        return None
    if is_null(node) or not node.text.strip():
        report(problems, node, trail, "is empty: write a value or delete it")
        return None
    return node


def _read_as(node: Text) -> str:
    """What YAML makes of an unquoted text, in words."""
    if node.tag == "bool":
        return "true" if node.text.lower() in ("yes", "true", "on", "y") else "false"
    if node.tag == "timestamp":
        return "a date"
    if ":" in node.text and node.tag == "int" and len(node.text) < 100:
        total = 0
        for part in node.text.strip("+-").replace("_", "").split(":"):
            total = total * 60 + int(part)
        return f"the number {total}"
    return "nothing" if node.tag == "null" else "a number"


@dataclass(frozen=True)
class Words(Kind):
    """A text that is kept as typed: YAML must not see a number, a date or yes/no in it."""

    example: str = ""

    def read(self, node: Node, problems: list[Problem], trail: Trail) -> str | None:
        found = _scalar(node, problems, trail, "text")
        if found is None:
            return None
        if found.tag != "str" and not found.plain:  # TOML, or a tag spelled out
            report(problems, found, trail, f'must be text: write "{found.text}", with the quotes')
            return None
        if found.tag != "str":
            key = f"{trail[-1]}: " if trail and not trail[-1].startswith("entry ") else ""
            message = f'YAML reads {found.text} as {_read_as(found)}: write {key}"{found.text}"'
            report(problems, found, trail, message)
            return None
        text = found.text.strip()
        return re.sub(r"\s*\n\s*", " ", text) if "\n" in text else text

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1, **({"examples": [self.example]} if self.example else {})}


@dataclass(frozen=True)
class Claim(Words):
    """A text that says something: one with a word in it."""

    def read(self, node: Node, problems: list[Problem], trail: Trail) -> str | None:
        text = super().read(node, problems, trail)
        if text is not None and not _LETTER.search(text):
            report(problems, node, trail, f'"{text}" says nothing: write the fact as one plain sentence')
            return None
        return text


@dataclass(frozen=True)
class Glob(Words):
    """A text that names drafts as a line of .gitignore does."""

    takes_back: bool = True
    """Whether it may begin with "!", for what an earlier one named."""

    def read(self, node: Node, problems: list[Problem], trail: Trail) -> str | None:
        text = super().read(node, problems, trail)
        if text is None:
            return None
        if is_glob(text) and (self.takes_back or not text.startswith("!")):
            return text
        report(problems, node, trail, f'"{text}" {ADVICE}')
        return None


@dataclass(frozen=True)
class Form(Kind):
    """A scalar of a certain form. ``parse`` raises ValueError with what to write instead."""

    what: str
    parse: Callable[[str], Any]
    pattern: str
    numbers: bool = False
    """True if the value may stand unquoted where YAML would see a number in it."""

    def read(self, node: Node, problems: list[Problem], trail: Trail) -> Any:
        found = _scalar(node, problems, trail, self.what)
        if found is None:
            return None
        try:
            return self.parse(found.text.strip())
        except ValueError as error:
            report(problems, found, trail, str(error))
            return None

    def schema(self) -> dict[str, Any]:
        types = ["string", "number"] if self.numbers else "string"
        return {"type": types, "pattern": self.pattern}


@dataclass(frozen=True)
class OneOf(Kind):
    """One of a few words."""

    options: tuple[str, ...]

    def read(self, node: Node, problems: list[Problem], trail: Trail) -> str | None:
        listed = ", ".join(self.options)
        found = _scalar(node, problems, trail, f"one of {listed}")
        if found is None:
            return None
        text = found.text.strip()
        if text not in self.options:
            guess = did_you_mean(text, self.options)
            message = f'"{text}" is not one of {listed}' + (f": {guess}" if guess else "")
            report(problems, found, trail, message)
            return None
        return text

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.options)}
