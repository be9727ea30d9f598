"""``medlint watch``."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

import click

from linter.commands.output import look
from linter.commands.watched import Round, Watched
from linter.errors import InputError, Place, Problem
from linter.plain import plain
from linter.report import Look, render
from linter.report.summary import plural
from linter.run.desk import Desk, open_desk
from linter.run.drafts import Wanted

_NAMED = 3
"""More drafts than these are only counted."""
_PAUSE = 1000
"""Milliseconds after which files are looked at of which the system tells nothing: facts elsewhere."""


def watch(
    *,
    paths: tuple[str, ...],
    facts: str | None,
    config: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    today: date | None,
    exclude: tuple[str, ...],
    force_exclude: bool,
    color: bool | None,
    changes: Iterable[Collection[str]] | None = None,
) -> int:
    """Check drafts, and again what changes of them, until interrupted.

    ``changes`` gives the files that have changed, time after time; default: what the system tells.
    """
    if missing := [path for path in paths if not os.path.exists(path)]:
        raise InputError(*(Problem(Place(path), "is not there") for path in missing))
    changes = changes_under(paths or (".",)) if changes is None else changes

    def opened() -> Desk:
        desk = open_desk(facts, config, today)
        desk.choose(select, ignore)
        return desk

    appearance = look(color, None)
    try:
        watched = Watched(opened, Wanted(paths, exclude, force_exclude), today)
        _show(watched, watched.round(), appearance)
        for changed in changes:
            _show(watched, watched.round(changed), appearance)
    except KeyboardInterrupt:
        if appearance.terminal:
            click.echo()
    return 0


def changes_under(paths: Sequence[str]) -> Iterator[Collection[str]]:
    """The files that change in or beside some paths, time after time, and nothing every second.

    Raises:
        InputError: at once, if the package that this needs is not installed; later, if the system
            cannot watch.
    """
    try:
        import watchfiles
    except ImportError:
        advice = 'needs watchfiles, which is not installed: `pip install "medcopylint[watch]"` adds it'
        raise InputError(Problem(Place("medlint watch"), advice)) from None
    is_folder = [os.path.isdir(path) for path in paths]
    # A file that an editor puts in another's place is seen from its folder only.
    roots = {
        path if folder else os.path.dirname(path) or "."
        for path, folder in zip(paths, is_folder, strict=True)
    }
    stream = watchfiles.watch(
        *sorted(roots), recursive=any(is_folder), rust_timeout=_PAUSE, yield_on_timeout=True, ignore_permission_denied=True
    )  # fmt: skip
    return _paths(stream, " ".join(paths))


def _paths(stream: Iterator[Collection[tuple[object, str]]], shown: str) -> Iterator[Collection[str]]:
    try:
        for changes in stream:
            yield {path for _, path in changes}
    except (OSError, RuntimeError) as error:
        advice = "with WATCHFILES_FORCE_POLLING=1 set, medlint looks for changes by itself"
        problem = f"cannot be watched ({getattr(error, 'strerror', None) or error}); {advice}"
        raise InputError(Problem(Place(shown), problem)) from None


def _show(watched: Watched, told: Round | None, appearance: Look) -> None:
    """Print the whole report anew, in place of the one before."""
    if told is None:
        return
    if appearance.terminal:
        click.clear()
    if told.report is not None:
        click.echo(render(told.report, "text", appearance, watched.desk.rules), color=appearance.colour)
    for problem in told.problems:
        click.echo(plain(f"medlint: {problem}"), err=True)
    click.echo(plain(_state(told)))
    sys.stdout.flush()


def _state(told: Round) -> str:
    """``Checked: a.md, b.md. Watching 12 drafts; Ctrl-C ends.``"""
    again = told.again
    names = ", ".join(again) if len(again) <= _NAMED else plural(len(again), "draft")
    checked = f"Checked: {names}. " if again else ""
    if told.report is None:
        return f"{checked}Waiting for that to be mended; Ctrl-C ends."
    files = told.report.files + len(told.report.unchecked)
    return f"{checked}Watching {plural(files, 'draft')}; Ctrl-C ends."
