"""``medlint check --fix`` and ``--diff``."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import click

from linter.commands.picks import Picks
from linter.errors import InputError, Problem
from linter.fixes.apply import diff
from linter.fixes.tried import mended
from linter.plain import cell, plain
from linter.report.summary import plural
from linter.results import Finding
from linter.run.desk import Desk
from linter.run.outcome import Outcome
from linter.whole_file import write_whole


@dataclass(frozen=True)
class Change:
    """A draft's text before and after its fixes, and how many findings they deal with."""

    path: str
    old: str
    new: str
    fixed: int
    encoding: str = "utf-8"

    @property
    def data(self) -> bytes:
        """What is to be written."""
        return self.new.encode(self.encoding)


def changes(
    desk: Desk, picks: Picks, outcomes: Sequence[Outcome], findings: Sequence[Finding]
) -> list[Change]:
    """What fixing ``findings``, which are those to be reported, makes of each draft. Nothing is written."""
    by_path: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_path[finding.path].append(finding)
    made = []
    for outcome in outcomes:
        here = by_path[outcome.path]
        if not any(finding.fix for finding in here):
            continue

        def look(data: bytes, path: str = outcome.path) -> Sequence[Finding] | None:
            again = desk.check(path, data, tries_fixes=False)
            return None if again.unchecked else picks.of(again.findings, [path]).findings

        new = mended(outcome.data, outcome.encoding, here, look)
        if new.fixed:
            old = outcome.data.decode(outcome.encoding)
            made.append(Change(outcome.path, old, new.text, new.fixed, outcome.encoding))
    return made


def write_changes(made: Sequence[Change]) -> list[Problem]:
    """Write each draft in one step, its line ends and permissions kept; what kept any from being written."""
    problems: list[Problem] = []
    for change in made:
        try:
            write_whole(change.path, change.data, instead_of=change.old.encode(change.encoding))
        except InputError as error:
            problems += error.problems
    return problems


def diffs(made: Sequence[Change], *, terminal: bool) -> str:
    """All changes as one unified diff; on a terminal without characters that would act on it."""
    whole = "".join(diff(change.path, change.old, change.new) for change in made)
    if not terminal:
        return whole
    return "".join(char if char in "\n\t" else cell(char)[0] for char in whole.replace("\r\n", "\n"))


def tell(made: Sequence[Change], total: int) -> None:
    """Say on standard error what the diff on standard output comes to."""
    fixed = sum(change.fixed for change in made)
    left = total - fixed
    verb = "needs" if left == 1 else "need"
    words = f"{fixed:,} of {plural(total, 'finding')} would be fixed, in {plural(len(made), 'draft')}"
    click.echo(plain(f"medlint: {words}; {left:,} {verb} an editor"), err=True)


def print_text(made: Sequence[Change], outcomes: Sequence[Outcome]) -> None:
    """Print the draft that came from standard input, mended or as it was, byte for byte."""
    sys.stdout.flush()
    for outcome in outcomes:
        mended = next((change.data for change in made if change.path == outcome.path), outcome.data)
        sys.stdout.buffer.write(mended)
    sys.stdout.buffer.flush()
