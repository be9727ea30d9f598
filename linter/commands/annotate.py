"""``medlint check --annotate``."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from datetime import date

import click

from linter.errors import DraftError, InputError, Place, Problem
from linter.plain import plain
from linter.readers.template_words import ending
from linter.report.summary import plural
from linter.report.where import called
from linter.results import Finding
from linter.run.outcome import Outcome
from linter.whole_file import write_whole

_WORD = ".docx"
_AT_ODDS = {
    "--stdin-filename": "give the path of the draft",
    "--files": "that checks nothing",
    "--fix": "Word drafts are not corrected",
    "--diff": "Word drafts are not corrected",
    "--write-baseline": "all findings would be known, and none would be left for the copy",
}


def judge(copy: str, paths: Sequence[str], *, given: Collection[str], output: str | None) -> None:
    """Refuse what ``--annotate COPY`` cannot do, before anything is checked.

    ``given`` holds the other options of the command that were given.

    Raises:
        InputError: with the file and what to do instead.
    """
    for option, advice in _AT_ODDS.items():
        if option in given:
            raise _refused(copy, f"--annotate and {option} cannot go together: {advice}")
    if ending(copy) != _WORD:
        raise _refused(copy, "--annotate writes a Word file: give it a name that ends in .docx")
    if len(paths) != 1:
        number = f"{len(paths)} were given" if paths else "none was given"
        raise _refused(copy, f"--annotate writes a copy of one Word draft, and {number}: medlint check DRAFT.docx --annotate {copy}")  # fmt: skip
    draft = paths[0]
    if os.path.isdir(draft) or ending(draft) != _WORD:
        kind = "is a folder" if os.path.isdir(draft) else "is no Word file (.docx)"
        raise _refused(draft, f"{kind}, and --annotate writes a copy of one Word draft: name that")
    for other, what in ((draft, "the draft itself"), (output, "the file of --output")):
        if other is not None and _is_same(copy, other):
            raise _refused(copy, f"is {what}: give --annotate another name")


def write_copy(
    copy: str, outcomes: Sequence[Outcome], findings: Sequence[Finding], today: date, *, quiet: bool
) -> None:
    """Write the copy of the one draft that was checked, and say on standard error what is in it.

    Raises:
        InputError: if that cannot be done; nothing is written then.
    """
    from linter.annotate import annotated

    if not outcomes:
        click.echo(plain(f"medlint: {copy}: not written, since no draft was checked"), err=True)
        return
    outcome = outcomes[0]
    try:
        made = annotated(outcome.path, outcome.data, findings, today)
    except DraftError as error:
        raise _refused(outcome.path, f"{error} (so {copy} was not written)") from None
    write_whole(copy, made.data)
    if not quiet:
        for line in _told(copy, made.comments, made.elsewhere):
            click.echo(plain(f"medlint: {line}"), err=True)


def _told(copy: str, comments: int, elsewhere: Sequence[Finding]) -> list[str]:
    if not comments:
        return [f"{copy}: a copy without comments, since there is nothing to report"]
    places = dict.fromkeys(called(each.spot) for each in elsewhere if each.spot is not None)
    lines = [f"{copy}: a copy with {plural(comments, 'comment')}"]
    if places:
        lines.append(f"beside their words no comment can stand in: {'; '.join(places)}. Those comments say where they belong")  # fmt: skip
    return lines


def _is_same(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:  # one is not there yet
        return os.path.realpath(one) == os.path.realpath(other)


def _refused(path: str, message: str) -> InputError:
    return InputError(Problem(Place(path), message))
