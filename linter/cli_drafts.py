"""Which drafts a command is about, and what came of each of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from linter.cli_desk import Desk, Outcome
from linter.errors import InputError, Place, Problem
from linter.model import Unchecked
from linter.plain import plain

if TYPE_CHECKING:
    from linter.config import Config

MANY = 64
"""From this number of drafts on, starting more processes is worth its time."""


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
    if not drafts:
        desk.engine(
            desk.facts_for(os.path.join(".", "draft"))
        )  # facts with mistakes are none the better for it
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
        click.echo(plain(f"medlint: {problem}"), err=True)
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
