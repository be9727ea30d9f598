"""``medlint check``."""

from __future__ import annotations

from collections import Counter
from datetime import date

import click

from linter.cli_desk import Desk, Outcome, open_desk
from linter.cli_drafts import Wanted, find, run
from linter.cli_output import look, write
from linter.discover import Found
from linter.model import FactsUse, Finding, Report, Unchecked
from linter.plain import plain
from linter.report import Look, render
from linter.report.summary import fails, plural

OK, FOUND, FAILED = 0, 1, 2


def check(
    *,
    paths: tuple[str, ...],
    facts: str | None,
    since_facts: str | None,
    config: str | None,
    form: str,
    output: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    today: date | None,
    stdin_filename: str | None,
    exclude: tuple[str, ...],
    force_exclude: bool,
    allow_empty: bool,
    quiet: bool,
    verbose: bool,
    statistics: bool,
    files: bool,
    fail_on_unread: bool,
    color: bool | None,
    jobs: int | None,
) -> int:
    """Check drafts, report, and say how it went as an exit status."""
    desk = open_desk(facts, config, today, since_facts)
    desk.choose(select, ignore)
    wanted = Wanted(paths, exclude, force_exclude, allow_empty, stdin_filename)
    found = find(desk, wanted)
    appearance = look(color, output, quiet=quiet, statistics=statistics)
    if files:
        return _list(desk, found, form, appearance, output, fail_on_unread)
    outcomes, unchecked = run(desk, wanted, jobs, found=found)
    if verbose:
        _tell(desk, outcomes)
    report = _report(outcomes, unchecked, found, desk.across(outcomes))
    write(render(report, form, appearance), output, appearance.colour)
    if unchecked or (fail_on_unread and found.unread):
        return FAILED
    return FOUND if fails(report.findings, fail_on or desk.config.fail_on or "error") else OK


def _list(
    desk: Desk, found: Found, form: str, appearance: Look, output: str | None, fail_on_unread: bool
) -> int:
    """What would be read, and with which facts; nothing is checked."""
    from linter.report.files import render_files

    write(render_files(found, desk.facts_for, form, appearance), output)
    twins = [twin for facts in dict.fromkeys(map(desk.facts_for, found.drafts)) if (twin := desk.twin(facts))]
    for twin in twins:
        click.echo(plain(f"medlint: {twin}"), err=True)
    return FAILED if twins or found.unchecked or (fail_on_unread and found.unread) else OK


def _report(
    outcomes: list[Outcome], unchecked: list[Unchecked], found: Found, across: list[Finding]
) -> Report:
    findings = [*(finding for outcome in outcomes for finding in outcome.findings), *across]
    return Report(
        findings=tuple(sorted(findings, key=lambda finding: finding.sort_key)),
        unchecked=tuple(unchecked),
        unread=found.unread,
        facts=_facts_used(outcomes),
        foreign=sum(outcome.is_foreign for outcome in outcomes),
        files=len(outcomes),
        figures=sum(outcome.figures for outcome in outcomes),
        bound=sum(outcome.bound for outcome in outcomes),
    )


def _facts_used(outcomes: list[Outcome]) -> tuple[FactsUse, ...]:
    used = Counter(outcome.facts for outcome in outcomes)
    paths = sorted(used, key=lambda path: (path is None, path or ""))
    return tuple(FactsUse(path, used[path]) for path in paths)


def _tell(desk: Desk, outcomes: list[Outcome]) -> None:
    """What an editor asks when a finding is missed: was the draft read, and with which facts?"""
    click.echo(f"medlint: rules on: {', '.join(sorted(desk.selected))}", err=True)
    for outcome in outcomes:
        facts = f"facts in {outcome.facts}" if outcome.facts else "no facts.yaml above it"
        figures = f"{outcome.bound} of {outcome.figures} figures bound to facts"
        left = "".join(f"; {plural(n, 'block')} left out as {name}" for name, n in outcome.left_out)
        click.echo(plain(f"medlint: {outcome.path}: {facts}; {figures}{left}"), err=True)
