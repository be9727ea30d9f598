"""Which drafts a command is about, and what came of each of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from linter.errors import InputError, Place, Problem
from linter.plain import plain
from linter.readers import SUFFIXES
from linter.readers.unread import told
from linter.results import Unchecked
from linter.run.desk import Desk
from linter.run.discover import Found, discover
from linter.run.outcome import Outcome
from linter.run.progress import progress

if TYPE_CHECKING:
    from linter.run.config import Config

MANY = 64
"""From this number of drafts on, starting more processes is worth its time."""


NAMELESS = '""'
"""How a path of no characters is told, as a shell gives it for a variable that is not set."""


@dataclass(frozen=True)
class Wanted:
    """Which drafts a command is about."""

    paths: tuple[str, ...]
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    allow_empty: bool = False
    stdin_filename: str | None = None


def run(
    desk: Desk, wanted: Wanted, jobs: int | None, *, figures: bool = False, found: Found | None = None
) -> tuple[list[Outcome], list[Unchecked]]:
    """Every draft's outcome, and what is no draft or could not be read, both by path.

    ``found`` is what :func:`find` gave for ``wanted``, if that was asked before.
    """
    look = desk.list_figures if figures else desk.check
    found = found or find(desk, wanted)
    if wanted.stdin_filename is not None:
        data = sys.stdin.buffer.read() if sys.stdin else b""
        return _sort([look(wanted.stdin_filename, data)], ())
    if not found.drafts:
        desk.engine(
            desk.facts_for(os.path.join(".", "draft"))
        )  # facts with mistakes are none the better for it
    if not found.drafts and not found.unchecked and not wanted.allow_empty:
        where = " ".join(wanted.paths or (".",))
        unread = f": {told(found.unread)} cannot be read" if found.unread else ""
        raise InputError(
            Problem(Place(where), f"there is no draft here to check{unread} (--allow-empty accepts that)")
        )
    return _sort(list(look_at(desk, found.drafts, jobs, figures)), found.unchecked)


def find(desk: Desk, wanted: Wanted) -> Found:
    """The drafts under the paths. A path that is not there does not keep the others from being checked."""
    if wanted.stdin_filename is not None:
        if [path for path in wanted.paths if path != "-"]:
            raise click.UsageError("--stdin-filename reads one draft; give no PATHS with it")
        return Found((wanted.stdin_filename,))
    root, exclude = _excluded(desk.config, wanted.exclude)
    paths = list(wanted.paths or (".",))
    missing: list[Unchecked] = []
    while True:
        try:
            found = discover(
                paths,
                exclude=exclude,
                force_exclude=wanted.force_exclude,
                suffixes=SUFFIXES,
                root=root,
                also=desk.is_content,
            )
        except InputError as error:
            gone = {problem.place.path: problem.message for problem in error.problems}
            missing += [Unchecked(path or NAMELESS, message) for path, message in gone.items()]
            left = [path for path in paths if path not in gone]
            if not left:
                return Found(unchecked=tuple(missing))
            if left == paths:
                raise
            paths = left
        else:
            return replace(found, unchecked=(*missing, *found.unchecked))


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


def _sort(outcomes: list[Outcome], unchecked: Sequence[Unchecked]) -> tuple[list[Outcome], list[Unchecked]]:
    """Set the unchecked apart; mistakes in facts are told once, and end the run if nothing was checked."""
    problems = list(dict.fromkeys(problem for outcome in outcomes for problem in outcome.problems))
    failed = [told for outcome in outcomes for told in not_checked(outcome)]
    checked = [outcome for outcome in outcomes if not outcome.unchecked]
    if problems and not checked:
        raise InputError(*problems)
    for problem in problems:
        click.echo(plain(f"medlint: {problem}"), err=True)
    return checked, sorted([*unchecked, *failed], key=lambda each: each.path)


def not_checked(outcome: Outcome) -> list[Unchecked]:
    """What of a draft, or that all of it, was not checked."""
    reason = outcome.unchecked or outcome.unread
    return [Unchecked(outcome.path, reason)] if reason else []


def look_at(desk: Desk, drafts: Sequence[str], jobs: int | None, figures: bool) -> Sequence[Outcome]:
    look = desk.list_figures if figures else desk.check
    processes = min(jobs or os.cpu_count() or 1, len(drafts))
    with progress(len(drafts), least=MANY) as done:
        if processes > 1 and len(drafts) >= MANY:
            from linter.run.workers import over

            return over(desk, drafts, processes, figures, done)
        outcomes = []
        for path in drafts:
            outcomes.append(look(path))
            done(1)
        return outcomes
