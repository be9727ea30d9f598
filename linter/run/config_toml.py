"""Settings in TOML, as values that know their lines."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from linter.errors import Place, Problem
from linter.located_yaml import read_text
from linter.located_yaml.compose import NOT_TEXT
from linter.located_yaml.values import Map, Node, Seq, Text
from linter.patterns import Pattern

_TOO_LONG = Pattern(r"[0-9_]{4000}")
_SHORTEN = "holds a number too long to read: shorten it"
_LARGEST = 10**100
"""A whole number of TOML may be hexadecimal, and longer than Python will print."""


def read_table(path: str, problems: list[Problem], explicit: bool) -> Map | None:
    """The table ``[tool.medlint]`` of a file; None if it has none (a problem, if it is ``explicit``)."""
    source = read_text(path, problems)
    if source is None:
        return None
    try:
        tool = tomllib.loads(source.replace("\r\n", "\n")).get("tool", {})
    except tomllib.TOMLDecodeError as error:
        problems.append(_toml_problem(path, source, str(error)))
        return None
    except ValueError:  # Python reads no number of more than some thousand digits
        line = next((n for n, text in enumerate(source.splitlines(), 1) if _TOO_LONG.search(text)), 0)
        problems.append(Problem(Place(path, line, int(line > 0)), _SHORTEN))
        return None
    except RecursionError:
        problems.append(Problem(Place(path), "is not valid TOML (nested too deep): take out some brackets"))
        return None
    table = tool.get("medlint") if isinstance(tool, dict) else None
    if table is None:
        if explicit:
            problems.append(
                Problem(Place(path), "has no [tool.medlint]: add that table or name another file")
            )
        return None
    try:
        node = _Located(path, source).tool(table)
    except _ValueError as error:
        problems.append(Problem(Place(path, error.line, 1), str(error)))
        return None
    if isinstance(node, Map):
        return node
    problems.append(
        Problem(node.place, "tool.medlint must be a table: write [tool.medlint] and the keys under it")
    )
    return None


def _toml_problem(path: str, source: str, message: str) -> Problem:
    found = re.search(r" ?\((?:at line ([0-9]+), column ([0-9]+)|at end of document)\)$", message)
    line, column = 0, 0
    if found:
        cause = message[: found.start()]
        line, column = (
            (int(found[1]), int(found[2])) if found[1] else (source.rstrip("\n").count("\n") + 1, 1)
        )
    else:
        cause = message
    mending = 'write each setting as key = value, with texts in "quotes" and lists in [brackets]'
    return Problem(Place(path, line, column), f"is not valid TOML ({cause}): {mending}")


class _ValueError(Exception):
    """A value that TOML may hold and medlint cannot take."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


class _Located:
    """TOML values as located nodes. The parser keeps no places, so each key is searched for."""

    def __init__(self, path: str, source: str) -> None:
        self.path = path
        self.lines = source.splitlines()

    def line(self, key: str, after: int) -> int:
        """The first line below line ``after`` that sets ``key`` or opens its table, or ``after``."""
        name = rf"[\"']?{re.escape(key)}[\"']?"
        setting = re.compile(rf"(?:^|[{{,.])\s*{name}\s*(?:=|\.)|^\s*\[.*\b{name}\s*[.\]]")
        for number in range(after, len(self.lines)):
            if setting.search(self.lines[number]):
                return number + 1
        return after

    def tool(self, table: Any) -> Node:
        header = re.compile(r"\s*\[\[?\s*tool\s*\.\s*[\"']?medlint\b")
        at = next((number for number, text in enumerate(self.lines, 1) if header.match(text)), 0)
        return self.value(table, at or self.line("medlint", 0))

    def value(self, value: Any, line: int) -> Node:
        place = (self.path, max(line, 1), 1)
        if isinstance(value, dict):
            # A key may share the line of its table, so the search begins on that line.
            table = Map(*place)
            for name, item in value.items():
                at = self.line(name, max(line - 1, 0))
                table.keys[name] = Text(self.path, max(at, 1), 1, name)
                table.values[name] = self.value(item, at)
            return table
        if isinstance(value, list):
            items: list[Node] = []
            at = line
            for item in value:
                first = next(iter(item), "") if isinstance(item, dict) else ""
                at = max(at, self.line(first, at)) if first else at
                items.append(self.value(item, at if first else line))
            return Seq(*place, items)
        if isinstance(value, str):
            if wrong := NOT_TEXT.search(value):
                raise _ValueError(line, f"holds the control character U+{ord(wrong[0]):04X}: take it out")
            return Text(*place, value)
        tag = {bool: "bool", int: "int", float: "float"}.get(type(value), "timestamp")
        if tag == "int" and abs(value) > _LARGEST:
            raise _ValueError(line, _SHORTEN)
        return Text(*place, str(value).lower() if tag == "bool" else str(value), tag)
