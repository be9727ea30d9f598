"""The desk's settings: .medlint.yaml or .medlint.yml, or [tool.medlint] of a pyproject.toml."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from linter.errors import InputError, Place, Problem
from linter.facts.beside import beside
from linter.facts.kinds import Form, Glob, OneOf, Words, did_you_mean, report
from linter.facts.records import Key, ListOf, MapOf, Record
from linter.located_yaml import load_yaml
from linter.located_yaml.values import Map, Seq, Text
from linter.readers.decoding import ENCODINGS
from linter.run.config_fields import FieldsByGlob
from linter.run.config_toml import read_table

YAML_NAMES, TOML_NAME = (".medlint.yaml", ".medlint.yml"), "pyproject.toml"
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
    places: Mapping[str, tuple[str, Place]] = field(default_factory=dict, compare=False)
    """By each file that it names, joined to its folder: the key, and where that stands."""

    @contextmanager
    def naming(self) -> Iterator[None]:
        """Where a file that it names cannot be had, say so where it is named."""
        try:
            yield
        except InputError as error:
            raise InputError(*map(self._located, error.problems)) from None

    def _located(self, problem: Problem) -> Problem:
        path = problem.place.path
        if problem.place.line or path not in self.places or os.path.isfile(path):
            return problem
        key, place = self.places[path]
        return Problem(place, f"{key}: {path} {problem.message}", path)


def _years(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,3}", text):
        raise ValueError(f'"{text}" is not a number of years: write a whole number, such as 3')
    return int(text)


_FILES = ("facts", "baseline", "rules")
"""The keys that name other files."""
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
        config = _config(path, read, root)
        if known_rules is not None:
            with config.naming():
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
    if path.endswith(".toml"):
        return read_table(path, problems, explicit)
    return load_yaml(path, problems)


def _config(path: str, read: dict[str, Any], root: Map) -> Config:
    folder = os.path.dirname(path)
    values = {key.replace("-", "_"): value for key, value in read.items()}
    for name in ("facts", "baseline"):
        if name in values:
            values[name] = os.path.join(folder, values[name])
    values["rules"] = tuple(os.path.join(folder, name) for name in values.get("rules", ()))
    values["per_path"] = tuple(PerPath(**{"paths": (), **entry}) for entry in values.get("per_path", ()))
    places = {
        os.path.join(folder, each.text.strip()): (key.text, each.place)
        for key, item in root.items()
        if key.text in _FILES
        for each in (item.items if isinstance(item, Seq) else [item])
        if isinstance(each, Text)
    }
    return Config(path=path, folder=folder, places=places, **values)


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
