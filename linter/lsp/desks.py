"""Which settings and facts a file has in an editor, as the command would find them; read again when they change."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from linter.errors import InputError
from linter.run.config import TOML_NAME, YAML_NAMES
from linter.run.desk import Desk, open_desk
from linter.run.facts_files import FACTS_NAMES

_Stamp = tuple[object, ...]


@dataclass
class _Open:
    """A desk, or why there is none, and the state of the files that it was read from."""

    desk: Desk | InputError
    files: tuple[str, ...]
    stamp: _Stamp
    facts: dict[str | None, tuple[tuple[str, ...], _Stamp]] = field(default_factory=dict)
    """By facts file: all the files that it is made of, and their state."""


class Desks:
    """The desks of an editor's folders."""

    def __init__(self) -> None:
        self.folders: tuple[str, ...] = ()
        self._open: dict[str, _Open] = {}

    def forget(self) -> None:
        """Read everything again: a file has come, gone or changed."""
        self._open.clear()

    def desk(self, path: str) -> Desk:
        """The desk of a file, up to date with what is on disk. InputError if its settings are wrong."""
        start = self._start(path)
        held = self._open.get(start)
        if held is None or _stamp(held.files) != held.stamp:
            held = self._open[start] = self._opened(start)
        if isinstance(held.desk, InputError):
            raise held.desk
        self._renew(held, held.desk, path)
        return held.desk

    def _start(self, path: str) -> str:
        """Where settings are looked for from: the innermost open folder around a file, or its own."""
        around = [folder for folder in self.folders if Path(path).is_relative_to(folder)]
        return max(around, key=len, default=os.path.dirname(path))

    @staticmethod
    def _opened(start: str) -> _Open:
        files = _candidates(start)
        try:
            desk = open_desk(None, None, None, start=Path(start))
            desk.choose((), ())
            desk.keeps_figures = True
            config = desk.config
            files += (*config.rules, *filter(None, (config.baseline, config.facts)))
            return _Open(desk, files, _stamp(files))
        except InputError as error:
            files += tuple(problem.file or problem.place.path for problem in error.problems)
            return _Open(error, files, _stamp(files))

    @staticmethod
    def _renew(held: _Open, desk: Desk, path: str) -> None:
        """Drop the engine of a file's facts if these have changed since it was made."""
        desk.folders.clear()
        facts = desk.facts_for(path)
        if facts in held.facts and _stamp(held.facts[facts][0]) != held.facts[facts][1]:
            desk.engines.pop(facts, None)
            del held.facts[facts]
        if facts is not None and facts not in held.facts:
            files = _files_of(desk, facts)
            held.facts[facts] = files, _stamp(files)


def _candidates(start: str) -> tuple[str, ...]:
    """Every file that may hold the settings of a folder."""
    folders = (Path(start), *Path(start).parents)
    return tuple(str(folder / name) for folder in folders for name in (*YAML_NAMES, TOML_NAME))


def _files_of(desk: Desk, facts: str) -> tuple[str, ...]:
    """The files that a facts file is made of, and those beside it that would be in its way."""
    beside = [os.path.join(os.path.dirname(facts), name) for name in FACTS_NAMES]
    try:
        engine = desk.engine(facts)
    except InputError as error:
        named: Sequence[str] = [problem.place.path for problem in error.problems]
    else:
        named = engine.facts.files if engine.facts is not None else ()
    return tuple(dict.fromkeys((facts, *beside, *named)))


def _stamp(files: Iterable[str]) -> _Stamp:
    """The day, and when each file was written and how long it is, None for one that is not there."""
    return (date.today(), *map(_state, files))


def _state(path: str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size
