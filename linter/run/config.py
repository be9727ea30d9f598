"""The desk's settings: .medlint.yaml or .medlint.yml, or [tool.medlint] of a pyproject.toml."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from linter.errors import InputError, Place, Problem
from linter.facts.beside import beside
from linter.facts.kinds import Form, Glob, OneOf, Words, did_you_mean, report
from linter.facts.records import Key, ListOf, MapOf, Record
from linter.located_yaml import load_yaml, read_text
from linter.located_yaml.compose import NOT_TEXT
from linter.located_yaml.values import Map, Node, Seq, Text
from linter.patterns import Pattern
from linter.readers.decoding import ENCODINGS
from linter.run.config_fields import FieldsByGlob

YAML_NAMES, TOML_NAME = (".medlint.yaml", ".medlint.yml"), "pyproject.toml"
_TOO_LONG = Pattern(r"[0-9_]{4000}")
_SHORTEN = "holds a number too long to read: shorten it"
_LARGEST = 10**100
"""A whole number of TOML may be hexadecimal, and longer than Python will print."""
KnownRules = Collection[str] | Callable[[tuple[str, ...]], Collection[str]]
"""The names of rules and groups, or a function that gives them for the desk's own rule files."""


@dataclass(frozen=True)
class PerPath:
    """Rules selected or ignored for the drafts that some globs name."""

    paths: tuple[str, ...]
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True)
class Config:
    """Settings with their defaults. Paths are joined to the config file's folder, globs are not."""

    path: str | None = None
    """The file the settings are from; None if there is none."""
    folder: str = ""
    """Where its globs count from."""
    facts: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "error"
    exclude: tuple[str, ...] = ()
    recent_years: int = 3
    max_source_age: int = 10
    micrograms: str = ""
    """How the desk writes the unit: mcg or micrograms; empty: as the draft does."""
    rules: tuple[str, ...] = ()
    severity: dict[str, str] = field(default_factory=dict)
    per_path: tuple[PerPath, ...] = ()
    prose_attributes: tuple[str, ...] = ()
    encoding: str = "utf-8"
    """What drafts are in that are not in UTF-8."""
    content_fields: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By glob of YAML and JSON files: the paths of the fields that hold copy."""
    baseline: str | None = None
    """The file of known findings."""
    prose_keys: tuple[str, ...] = ()


def _years(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,3}", text):
        raise ValueError(f'"{text}" is not a number of years: write a whole number, such as 3')
    return int(text)


_NAMES = ListOf(Words())
_GLOBS = ListOf(Glob())
_SEVERITY = OneOf(("error", "warning", "info"))
_YEARS = Form("a number of years", _years, r"^[0-9]{1,3}$", numbers=True)
_PER_PATH = Record(
    (
        Key("paths", ListOf(Glob(), least=1), "globs of drafts", required=True),
        Key("select", _NAMES, "rules or groups to run there"),
        Key("ignore", _NAMES, "rules or groups not to run there"),
    ),
    "paths: with select: or ignore:",
    fold=True,
)
CONFIG = Record(
    (
        Key("facts", Words(), "the facts file"),
        Key("select", _NAMES, "rules or groups to run"),
        Key("ignore", _NAMES, "rules or groups not to run"),
        Key("fail-on", OneOf(("error", "warning", "info", "never")), "the severity that fails a check"),
        Key("exclude", _GLOBS, "globs of drafts to leave out"),
        Key("recent-years", _YEARS, "how old a year may be and still be called recent"),
        Key("max-source-age", _YEARS, "the age in years at which a source is old"),
        Key("micrograms", OneOf(("mcg", "micrograms")), "what to write for µg"),
        Key("rules", _NAMES, "the desk's own rule files"),
        Key("baseline", Words(), "the file of known findings, which are not reported"),
        Key("severity", MapOf(_SEVERITY), "severities by rule"),
        Key("per-path", ListOf(_PER_PATH), "rules by draft"),
        Key("prose-attributes", _NAMES, "more attributes of tags whose values are read"),
        Key("encoding", OneOf(ENCODINGS), "the encoding of drafts that are not in UTF-8"),
        Key("content-fields", FieldsByGlob(), "fields of YAML and JSON files that hold copy, by glob"),
        Key("prose-keys", _NAMES, "more keys of front matter whose values are read"),
    ),
    "settings such as fail-on: warning",
    fold=True,
)


def load_config(explicit: str | None, start: Path | str, known_rules: KnownRules | None = None) -> Config:
    """The settings in the file ``explicit``, or in the nearest one from ``start`` upward.

    Without ``known_rules`` the names of rules are not judged.

    Raises:
        InputError: with every mistake in the file.
    """
    problems: list[Problem] = []
    config = Config()
    if explicit is not None:
        root = _read(explicit, problems, explicit=True)
        path = explicit
    else:
        root, path = _search(start, problems)
    if root is not None:
        read = CONFIG.read(root, problems, ()) or {}
        config = _config(path, read)
        if known_rules is not None:
            known = known_rules(config.rules) if callable(known_rules) else known_rules
            _check_names(root, known, problems, ())
    if problems:
        raise InputError(*sorted(problems, key=lambda p: (p.place.line, p.place.column)))
    return config


def _search(start: Path | str, problems: list[Problem]) -> tuple[Map | None, str]:
    here = Path(os.path.abspath(start))
    for folder in (here, *here.parents):
        for name in (*YAML_NAMES, TOML_NAME):
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                shown = _shown(path)
                if name == YAML_NAMES[0] and (twin := beside(shown)) is not None:
                    problems.append(twin)
                root = _read(shown, problems)
                if root is not None or problems:
                    return root, shown
    return None, ""


def _shown(path: str) -> str:
    """The path as people would type it: from the current folder if it is inside it."""
    try:
        relative = os.path.relpath(path)
    except (OSError, ValueError):
        return path
    return path if relative.startswith(os.pardir) else relative


def _read(path: str, problems: list[Problem], explicit: bool = False) -> Map | None:
    """The settings of one file as a located map; None if it has none (or a problem)."""
    if not path.endswith(".toml"):
        return load_yaml(path, problems)
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


def _config(path: str, read: dict[str, Any]) -> Config:
    folder = os.path.dirname(path)
    values = {key.replace("-", "_"): value for key, value in read.items()}
    for name in ("facts", "baseline"):
        if name in values:
            values[name] = os.path.join(folder, values[name])
    values["rules"] = tuple(os.path.join(folder, name) for name in values.get("rules", ()))
    values["per_path"] = tuple(PerPath(**{"paths": (), **entry}) for entry in values.get("per_path", ()))
    return Config(path=path, folder=folder, **values)


def _check_names(node: Map, known: Collection[str], problems: list[Problem], trail: tuple[str, ...]) -> None:
    """Report names in select, ignore and severity, here and under per-path, that are no rule or group."""
    for key, item in node.items():
        at = (*trail, key.text)
        names: list[Text] = []
        if key.text in ("select", "ignore") and isinstance(item, Seq):
            names = [entry for entry in item.items if isinstance(entry, Text) and entry.text.strip()]
        elif key.text == "severity" and isinstance(item, Map):
            names = list(item.keys.values())
        elif key.text in ("per-path", "per_path") and isinstance(item, Seq):
            for number, entry in enumerate(item.items, 1):
                if isinstance(entry, Map):
                    _check_names(entry, known, problems, (*at, f"entry {number}"))
        for name in names:
            if name.text.strip() not in known:
                advice = did_you_mean(name.text, known) or "medlint explain lists them all"
                report(problems, name, at, f'there is no rule or group "{name.text}": {advice}')
