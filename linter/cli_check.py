"""``medlint check``."""

from __future__ import annotations

from datetime import date

import click

from linter.cli_desk import Desk, Outcome, open_desk
from linter.cli_drafts import Wanted, run
from linter.cli_output import look, write
from linter.model import Finding, Report, Unchecked
from linter.report import render
from linter.report.summary import fails

OK, FOUND, FAILED = 0, 1, 2


def check(
    *,
    paths: tuple[str, ...],
    facts: str | None,
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
    color: bool | None,
    jobs: int | None,
) -> int:
    """Check drafts, report, and say how it went as an exit status."""
    desk = open_desk(facts, config, today)
    desk.choose(select, ignore)
    wanted = Wanted(paths, exclude, force_exclude, allow_empty, stdin_filename)
    outcomes, unchecked = run(desk, wanted, jobs)
    if verbose:
        _tell(desk, outcomes)
    report = _report(outcomes, unchecked, desk.across(outcomes))
    appearance = look(color, output, quiet=quiet, statistics=statistics)
    write(render(report, form, appearance), output, appearance.colour)
    if unchecked:
        return FAILED
    return FOUND if fails(report.findings, fail_on or desk.config.fail_on or "error") else OK


def _report(outcomes: list[Outcome], unchecked: list[Unchecked], across: list[Finding]) -> Report:
    findings = [*(finding for outcome in outcomes for finding in outcome.findings), *across]
    return Report(
        findings=tuple(sorted(findings, key=lambda finding: finding.sort_key)),
        unchecked=tuple(unchecked),
        files=len(outcomes),
        figures=sum(outcome.figures for outcome in outcomes),
        bound=sum(outcome.bound for outcome in outcomes),
    )


def _tell(desk: Desk, outcomes: list[Outcome]) -> None:
    """What an editor asks when a finding is missed: was the draft read, and with which facts?"""
    click.echo(f"medlint: rules on: {', '.join(sorted(desk.selected))}", err=True)
    for outcome in outcomes:
        facts = f"facts in {outcome.facts}" if outcome.facts else "no facts.yaml above it"
        figures = f"{outcome.bound} of {outcome.figures} figures bound to facts"
        click.echo(f"medlint: {outcome.path}: {facts}; {figures}", err=True)
