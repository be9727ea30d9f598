"""``medlint facts check``: every mistake in the facts, and all that is doubtful about them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click

from linter.commands.facts import facts_path
from linter.commands.output import look, write
from linter.errors import Problem
from linter.model import FactsFile
from linter.plain import plain
from linter.report.summary import plural
from linter.report.text import COLOURS
from linter.run.facts_files import unusable

if TYPE_CHECKING:
    from linter.facts.concern import Concern
    from linter.facts.load import Survey

OK, FOUND, FAILED = 0, 1, 2


def check(
    facts: str | None,
    form: str,
    fail_on: str,
    today: date | None,
    retractions: str | None,
    color: bool | None,
) -> int:
    """2 if the facts cannot be used, 1 if something as grave as ``fail_on`` is doubtful about them."""
    from linter.facts.concerns import in_file_order
    from linter.facts.load import survey

    surveyed = survey(facts_path(facts))
    problems, found = audited(surveyed, today or date.today())
    looked = None
    if retractions is not None:
        from linter.commands.retractions import look_up

        looked = look_up(surveyed.facts, retractions, usable=not problems)
        found = in_file_order([*found, *looked.concerns], surveyed.facts)
    appearance = look(color, None)
    if form == "json":
        from linter.report.facts_json import render_check

        worklist = None if looked is None else looked.uses
        text = render_check(surveyed.facts, problems, found, worklist, ascii_only=appearance.ascii_only)
        write(text, None)
    else:
        for problem in problems:
            click.echo(plain(f"medlint: {problem}"), err=True)
        lines = [_line(concern, appearance.colour) for concern in found]
        if looked is not None:
            lines += looked.lines(appearance)
        total = _total(surveyed.facts, problems, [concern.severity for concern in found])
        write("\n".join([*lines, *([""] if lines else []), total]) + "\n", None, appearance.colour)
    if problems:
        return FAILED
    failing = {"error": {"error"}, "warning": {"error", "warning"}, "never": set()}[fail_on]
    return FOUND if any(concern.severity in failing for concern in found) else OK


def audited(surveyed: Survey, today: date) -> tuple[list[Problem], list[Concern]]:
    """Why the facts cannot be used, and what is doubtful about those that can."""
    from linter.facts.concerns import concerns

    problems = unusable(surveyed)
    told = {problem.message.partition(":")[0] for problem in problems}
    sound = {id: fact for id, fact in surveyed.sound.facts.items() if f"fact {id}" not in told}
    return problems, concerns(surveyed, replace(surveyed.sound, facts=sound), today)


def _line(concern: Concern, colour: bool) -> str:
    severity = "note" if concern.severity == "info" else str(concern.severity)
    if colour:
        severity = click.style(severity, fg=COLOURS[concern.severity], bold=True)
    return f"{plain(str(concern.place))}: {severity}: {plain(concern.told)}"


def _total(facts: FactsFile, problems: list[Problem], severities: list[str]) -> str:
    if problems:
        verb = "keeps" if len(problems) == 1 else "keep"
        return f"{plain(facts.path)}: {plural(len(problems), 'mistake')} {verb} the facts from being used"
    read = (
        f"{plain(facts.path)}: {plural(len(facts.facts), 'fact')} from {plural(len(facts.sources), 'source')}"
    )
    counted = [(severities.count(severity), severity) for severity in ("error", "warning")]
    return f"{read}, {' and '.join(plural(n, name) for n, name in counted if n) or 'no mistakes'}"
