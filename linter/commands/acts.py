"""The options of ``medlint check`` that act on findings, or pick some of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])


@dataclass(frozen=True)
class Acts:
    """What is to be done about findings."""

    fix: bool = False
    diff: bool = False
    baseline: str | None = None
    write_baseline: bool = False
    prune_baseline: bool = False
    changed_since: str | None = None
    annotate: str | None = None

    @classmethod
    def taken(cls, options: dict[str, Any]) -> Acts:
        """These options, taken out of all options of the command."""
        return cls(**{field.name: options.pop(field.name) for field in fields(cls)})

    def judge(self, *, baseline: str | None, on_stdin: bool, form: str) -> None:
        """Raise click.UsageError for options that cannot go together.

        ``baseline`` is the file that is in force, by option or by config.
        """
        writes = (
            "--write-baseline" if self.write_baseline else "--prune-baseline" if self.prune_baseline else ""
        )
        if writes and baseline is None:
            raise click.UsageError(
                f"{writes} needs the file: add --baseline FILE (or baseline: to .medlint.yaml)"
            )
        if self.write_baseline and self.prune_baseline:
            raise click.UsageError(
                "--write-baseline drops what is no longer needed as well: leave out --prune-baseline"
            )
        if writes and (self.fix or self.diff):
            raise click.UsageError(f"{writes} and --fix (or --diff): do one after the other")
        if self.changed_since is not None and (writes or on_stdin):
            other = writes or "--stdin-filename"
            raise click.UsageError(
                f"--changed-since looks at a part of the findings of files: it cannot go with {other}"
            )
        if self.diff and form != "text":
            raise click.UsageError(f"--diff prints a diff and nothing else: leave out --format {form}")


def acting(command: _Command) -> _Command:
    """Add the options to a command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


_OPTIONS = (
    click.option("--fix", is_flag=True, help="Correct in the drafts what has one right correction only."),
    click.option("--diff", is_flag=True, help="Only show what --fix would change."),
    click.option("--baseline", metavar="FILE", type=click.Path(), help="Do not report the known findings in FILE."),
    click.option("--write-baseline", is_flag=True, help="Write all findings to that file: from now on they are known."),
    click.option("--prune-baseline", is_flag=True, help="Take out of that file what is no longer found."),
    click.option("--changed-since", metavar="REF", help="Only findings on lines that changed since this git ref."),
    click.option("--annotate", metavar="FILE.docx", type=click.Path(), help="Write a copy of the one Word draft there, with its findings as comments."),
)  # fmt: skip
