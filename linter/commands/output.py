"""Where output goes, and whether it may have colour."""

from __future__ import annotations

import os
import shutil
import sys

import click

from linter.errors import InputError, Place, Problem
from linter.report import Look
from linter.whole_file import write_whole

_MOST = 120
"""Lines of prose longer than this are hard to read on any screen."""
_PIPED = 100
_LEAST = 40
"""What the labels of a report need beside them."""


def look(color: bool | None, output: str | None, *, quiet: bool = False, statistics: bool = False) -> Look:
    """Colour is for terminals, unless asked for or refused; NO_COLOR is heeded."""
    terminal = output is None and sys.stdout is not None and sys.stdout.isatty()
    wanted = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "")
    return Look(
        colour=wanted if color is None else color,
        quiet=quiet,
        statistics=statistics,
        width=_width(terminal),
        ascii_only=output is None and not encoding.startswith("utf"),
        terminal=terminal,
    )


def _width(terminal: bool) -> int:
    """COLUMNS as it is asked for, if it is; else the terminal's width, but for lines too long to read."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal() and int(asked[:5]) > 0:
        return max(int(asked[:5]), _LEAST)
    return max(min(shutil.get_terminal_size((_PIPED, 24)).columns, _MOST), _LEAST) if terminal else _PIPED


def write(text: str, output: str | None, colour: bool = False) -> None:
    """Print, or write a file in one step, so that no one reads half a report."""
    if output is None:
        _print(text, colour)
        return
    write_whole(output, text.encode(errors="replace"))


def _print(text: str, colour: bool) -> None:
    """Print; a reader that leaves early (``| head``) changes nothing about the exit status."""
    try:
        click.echo(text, nl=False, color=colour)
    except OSError as error:
        # What is left in the buffer would fail again, and loudly, when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            problem = f"cannot be written: {error.strerror or error}"
            raise InputError(Problem(Place("standard output"), problem)) from None
