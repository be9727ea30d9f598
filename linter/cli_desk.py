"""What a command reads drafts with: rules, settings, and the facts that belong to each draft."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from linter.errors import DraftError, InputError, Place, Problem
from linter.model import Document, FigureRow, Finding, Unchecked
from linter.rules import Rules, load_rules

if TYPE_CHECKING:
    from linter.config import Config
    from linter.engine import Engine, Settings

FACTS = "facts.yaml"
MANY = 64
"""From this number of drafts on, starting more processes is worth its time."""


@dataclass(frozen=True)
class Outcome:
    """What came of one draft."""

    path: str
    findings: tuple[Finding, ...] = ()
    rows: tuple[FigureRow, ...] = ()
    figures: int = 0
    bound: int = 0
    facts: str | None = None
    unchecked: str = ""
    problems: tuple[Problem, ...] = ()
    """Mistakes in the draft's facts file, for which it was not checked."""


@dataclass
class Desk:
    """Rules, settings and facts; cheap to send to another process."""

    rules: Rules
    config: Config
    settings: Settings
    facts: str | None = None
    """The facts file for every draft; None looks for one upward from each."""
    selected: frozenset[str] = frozenset()
    by_path: bool = True
    """Whether the config's per-path rules apply; they yield to the command line."""
    folders: dict[str, str | None] = field(default_factory=dict)
    engines: dict[str | None, Engine | InputError] = field(default_factory=dict)

    def __getstate__(self) -> dict[str, Any]:
        return self.__dict__ | {"engines": {}}

    def choose(self, select: Sequence[str], ignore: Sequence[str]) -> None:
        """Set the rules to report; the command line takes the place of the config."""
        chosen = self.rules.select(select or self.config.select, ignore or self.config.ignore)
        self.selected = frozenset(chosen)
        self.by_path = not (select or ignore)

    def selected_at(self, path: str) -> frozenset[str]:
        """The rules to report in one draft: the config may have its own for some paths."""
        selected = self.selected
        for entry in self.config.per_path if self.by_path else ():
            if not self._lies_in(path, entry.paths):
                continue
            if entry.select:
                selected = frozenset(self.rules.select(entry.select))
            selected -= {rule for name in entry.ignore for rule in self.rules.expand(name)}
        return selected

    def _lies_in(self, path: str, globs: tuple[str, ...]) -> bool:
        from pathspec import GitIgnoreSpec

        inside = os.path.relpath(os.path.abspath(path), os.path.abspath(self.config.folder or "."))
        return GitIgnoreSpec.from_lines(globs).match_file(inside.replace(os.sep, "/"))

    def facts_for(self, path: str) -> str | None:
        if self.facts:
            return self.facts
        folder = os.path.dirname(os.path.abspath(path))
        if folder not in self.folders:
            self.folders[folder] = find_facts(folder)
        return self.folders[folder]

    def engine(self, facts: str | None) -> Engine:
        """The engine over a facts file, made once; InputError each time if the file is broken."""
        if facts not in self.engines:
            self.engines[facts] = self._make(facts)
        engine = self.engines[facts]
        if isinstance(engine, InputError):
            raise engine
        return engine

    def _make(self, facts: str | None) -> Engine | InputError:
        from linter.engine import Engine

        try:
            loaded = None
            if facts:
                from linter.facts.load import load

                loaded = load(facts)
            return Engine(loaded, self.rules, self.settings)
        except InputError as error:
            return error

    def check(self, path: str, data: bytes | None = None) -> Outcome:
        """The findings of one draft that are neither suppressed nor deselected."""

        def look(document: Document, facts: str | None) -> Outcome:
            from linter.suppress import apply

            result = self.engine(facts).check(document)
            found = apply(document, result.findings, self.rules, self.rules.working(bool(facts)))
            wanted = self.selected_at(path)
            findings = tuple(finding for finding in found if finding.rule in wanted)
            return Outcome(path, findings, (), result.figures, result.bound, facts)

        return self._on(path, data, look)

    def list_figures(self, path: str, data: bytes | None = None) -> Outcome:
        def look(document: Document, facts: str | None) -> Outcome:
            rows = tuple(self.engine(facts).figures(document))
            bound = sum(row.fact is not None for row in rows)
            return Outcome(path, (), rows, len(rows), bound, facts)

        return self._on(path, data, look)

    def _on(self, path: str, data: bytes | None, look: Callable[[Document, str | None], Outcome]) -> Outcome:
        """Read a draft and look at it. What goes wrong with one draft stays with it."""
        from linter.readers import read

        try:
            facts = self.facts_for(path)
            self.engine(facts)
            document = read(path, Path(path).read_bytes() if data is None else data)
            return look(document, facts)
        except DraftError as error:
            return Outcome(path, unchecked=str(error))
        except InputError as error:
            return Outcome(path, unchecked=f"its facts have mistakes: {facts}", problems=error.problems)
        except OSError as error:
            return Outcome(path, unchecked=f"cannot be read: {error.strerror or error}")
        except Exception as error:
            if os.environ.get("MEDLINT_DEBUG"):
                raise
            from linter.cli import internal_error

            return Outcome(path, unchecked=internal_error(error))


def open_desk(facts: str | None, config: str | None, today: date | None) -> Desk:
    """Read the rules and the config; InputError if they, or a facts file named outright, are wrong."""
    from linter.engine import Settings

    settings_file, rules = read_config(config)
    desk = Desk(
        rules=rules.with_severity(settings_file.severity),
        config=settings_file,
        settings=Settings(
            today=today or date.today(),
            recent_years=settings_file.recent_years,
            max_source_age=settings_file.max_source_age,
        ),
        facts=facts or settings_file.facts,
    )
    if desk.facts:
        desk.engine(desk.facts)
    return desk


def read_config(config: str | None) -> tuple[Config, Rules]:
    """The config, and the rules with those that it adds."""
    from linter.config import load_config

    loaded: list[Rules] = []

    def known(extra: tuple[str, ...]) -> frozenset[str]:
        loaded.append(load_rules(extra))
        return loaded[0].known

    settings = load_config(config, Path.cwd(), known)
    return settings, loaded[0] if loaded else load_rules(settings.rules)


def find_facts(folder: str) -> str | None:
    """The nearest facts.yaml in a folder or above it, as short a path as it has from here."""
    for above in (Path(folder), *Path(folder).parents):
        if (above / FACTS).is_file():
            return shown(above / FACTS)
    return None


def shown(path: Path) -> str:
    """A path as a person here would type it."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


@dataclass(frozen=True)
class Wanted:
    """Which drafts a command is about."""

    paths: tuple[str, ...]
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    allow_empty: bool = False
    stdin_filename: str | None = None


def run(
    desk: Desk, wanted: Wanted, jobs: int | None, *, figures: bool = False
) -> tuple[list[Outcome], list[Unchecked]]:
    """Every draft's outcome, and what is no draft or could not be read, both by path."""
    look = desk.list_figures if figures else desk.check
    if wanted.stdin_filename is not None:
        if [path for path in wanted.paths if path != "-"]:
            raise click.UsageError("--stdin-filename reads one draft; give no PATHS with it")
        data = sys.stdin.buffer.read() if sys.stdin else b""
        return _sort([look(wanted.stdin_filename, data)], [])
    drafts, unchecked = _discover(desk, wanted)
    if not drafts and not unchecked and not wanted.allow_empty:
        where = " ".join(wanted.paths or (".",))
        raise InputError(
            Problem(Place(where), "there is no draft here to check (--allow-empty accepts that)")
        )
    return _sort(list(_over(desk, drafts, jobs, figures)), unchecked)


def _discover(desk: Desk, wanted: Wanted) -> tuple[list[str], list[Unchecked]]:
    """The drafts under the paths. A path that is not there does not keep the others from being checked."""
    from linter.discover import discover
    from linter.readers import SUFFIXES

    root, exclude = _excluded(desk.config, wanted.exclude)
    paths = list(wanted.paths or (".",))
    missing: list[Unchecked] = []
    while True:
        try:
            drafts, unchecked = discover(
                paths, exclude=exclude, force_exclude=wanted.force_exclude, suffixes=SUFFIXES, root=root
            )
        except InputError as error:
            missing += [Unchecked(problem.place.path, problem.message) for problem in error.problems]
            left = [path for path in paths if path not in {each.path for each in missing}]
            if not left:
                return [], missing
            if left == paths:
                raise
            paths = left
        else:
            return drafts, [*missing, *unchecked]


def _excluded(config: Config, globs: Sequence[str]) -> tuple[str, list[str]]:
    """All globs of drafts to leave out, and the folder they count from: the config's, if it is above."""
    here, folder = os.getcwd(), os.path.abspath(config.folder or ".")
    inner = os.path.relpath(here, folder).replace(os.sep, "/")
    if inner == "." or inner.startswith(".."):
        return here, [*config.exclude, *globs]
    return folder, [*config.exclude, *(_below(glob, inner) for glob in globs)]


def _below(glob: str, folder: str) -> str:
    """A glob of the current folder as one of a folder above it. Without a slash it holds anywhere."""
    return f"/{folder}/{glob.lstrip('/')}" if "/" in glob.rstrip("/") else f"/{folder}/**/{glob}"


def _sort(outcomes: list[Outcome], unchecked: list[Unchecked]) -> tuple[list[Outcome], list[Unchecked]]:
    """Set the unchecked apart; mistakes in facts are told once, and end the run if nothing was checked."""
    problems = list(dict.fromkeys(problem for outcome in outcomes for problem in outcome.problems))
    failed = [Unchecked(outcome.path, outcome.unchecked) for outcome in outcomes if outcome.unchecked]
    checked = [outcome for outcome in outcomes if not outcome.unchecked]
    if problems and not checked:
        raise InputError(*problems)
    for problem in problems:
        click.echo(f"medlint: {problem}", err=True)
    return checked, sorted([*unchecked, *failed], key=lambda each: each.path)


def _over(desk: Desk, drafts: Sequence[str], jobs: int | None, figures: bool) -> Sequence[Outcome]:
    look = desk.list_figures if figures else desk.check
    processes = min(jobs or os.cpu_count() or 1, len(drafts))
    if processes < 2 or len(drafts) < MANY:
        return [look(path) for path in drafts]
    from concurrent.futures import ProcessPoolExecutor

    # Where processes are forked, they inherit these.
    for facts in dict.fromkeys(map(desk.facts_for, drafts)):
        with suppress(InputError):
            desk.engine(facts)
    with ProcessPoolExecutor(processes, initializer=_start, initargs=(desk, figures)) as pool:
        return list(pool.map(_look, drafts, chunksize=max(1, len(drafts) // (processes * 8))))


_here: list[Callable[[str], Outcome]] = []


def _start(desk: Desk, figures: bool) -> None:
    _here[:] = [desk.list_figures if figures else desk.check]


def _look(path: str) -> Outcome:
    return _here[0](path)
