"""The one way medlint says that something could not be done."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file. Lines and columns count from 1; 0 means the whole file."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in an input: where it is, what it is, and what to write instead."""

    place: Place
    message: str
    file: str = ""
    """Where another file names the one that is meant: that one."""

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class InputError(Exception):
    """Input that medlint cannot work with (facts, config, rules, options): exit status 2.

    ``problems`` lists every mistake found, in file order.
    """

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class DraftError(Exception):
    """One draft that cannot be read. The other drafts are still checked."""


def internal_error(error: Exception) -> str:
    """One line for a mistake that is medlint's own."""
    what = " ".join(str(error).split())
    kind = type(error).__name__
    return f"internal error, please report it ({kind}: {what}); MEDLINT_DEBUG=1 shows where"
