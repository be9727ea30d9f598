"""``medlint check``."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click

from linter.commands.acts import Acts
from linter.commands.output import look, write
from linter.commands.picks import Picked, Picks, picks, rewritten
from linter.plain import plain
from linter.report import Look, render
from linter.report.summary import fails, plural
from linter.results import Draft, FactsUse, Finding, Report, Unchecked
from linter.run.desk import Desk, open_desk
from linter.run.discover import Found
from linter.run.drafts import Wanted, find, run
from linter.run.outcome import Outcome

if TYPE_CHECKING:
    from linter.commands.fix import Change
    from linter.run.changed import Changed

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
    acts: Acts,
) -> int:
    """Check drafts, report, and say how it went as an exit status."""
    if acts.annotate is not None:
        from linter.commands.annotate import judge

        flags = {
            "--stdin-filename": stdin_filename is not None,
            "--files": files,
            "--fix": acts.fix,
            "--diff": acts.diff,
            "--write-baseline": acts.write_baseline,
        }
        judge(acts.annotate, paths, given=[name for name, is_set in flags.items() if is_set], output=output)
    desk = open_desk(facts, config, today, since_facts)
    desk.choose(select, ignore)
    known = acts.baseline or desk.config.baseline
    acts.judge(baseline=known, on_stdin=stdin_filename is not None, form=form)
    wanted = Wanted(paths, exclude, force_exclude, allow_empty, stdin_filename)
    found = without_own(find(desk, wanted), known, output)
    appearance = look(color, output, quiet=quiet, statistics=statistics)
    if files:
        return _list(desk, found, form, appearance, output, fail_on_unread)
    with desk.config.naming() if acts.baseline is None else nullcontext():
        held = picks(acts, known)
    desk.keeps_text = acts.fix or acts.diff or acts.annotate is not None
    desk.keeps_figures = form == "html"
    outcomes, unchecked = run(desk, wanted, jobs, found=found)
    if verbose:
        _tell(desk, outcomes)
    is_unchecked = bool(unchecked or (fail_on_unread and found.unread))
    findings = findings_of(desk, outcomes)
    checked = [outcome.path for outcome in outcomes]
    if held.baseline is not None and (acts.write_baseline or acts.prune_baseline):
        held = rewritten(held.baseline, findings, checked, add=acts.write_baseline)
    picked, fixed = held.of(findings, checked), 0
    least = fail_on or desk.config.fail_on or "error"
    if acts.fix or acts.diff:
        from linter.commands import fix
        from linter.commands.figures import complain

        made = fix.changes(desk, held, outcomes, picked.findings)
        if acts.diff:
            write(fix.diffs(made, terminal=appearance.terminal), output)
            if not quiet:
                fix.tell(made, len(picked.findings))
            complain(unchecked)
            return _status(picked.findings, least, is_unchecked)
        if stdin_filename is not None:
            fix.print_text(made, outcomes)
        elif problems := fix.write_changes(made):
            is_unchecked = True
            for problem in problems:
                click.echo(plain(f"medlint: {problem.place.path}: not fixed: {problem.message}"), err=True)
            unwritten = {problem.place.path for problem in problems}
            made = [change for change in made if change.path not in unwritten]
        outcomes = _mended(desk, outcomes, made)
        fixed = sum(change.fixed for change in made)
        picked = held.of(findings_of(desk, outcomes), checked)
    report = make_report(outcomes, unchecked, found, picked, held, fixed, _drafts(desk, outcomes))
    shown = render(report, form, appearance, desk.rules)
    if acts.fix and stdin_filename is not None and output is None:
        click.echo(shown, nl=False, err=True)  # standard output is the draft
    else:
        write(shown, output, appearance.colour)
    if form == "github":
        _summarize(report, appearance)
    if acts.annotate is not None:
        from linter.commands.annotate import write_copy

        write_copy(acts.annotate, outcomes, report.findings, desk.settings.today, quiet=quiet)
    if held.changed is not None:
        _tell_changed_facts(held.changed, outcomes)
    return _status(report.findings, least, is_unchecked)


def _summarize(report: Report, appearance: Look) -> None:
    """Add the report to the summary of a GitHub job, which shows all findings, as annotations do not."""
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if not summary:
        return
    try:
        with open(summary, "a", encoding="utf-8") as file:
            file.write(render(report, "markdown", appearance))
    except OSError as error:
        click.echo(plain(f"medlint: no job summary: {error.strerror or error}"), err=True)


def without_own(found: Found, *own: str | None) -> Found:
    """What was found, but for files that medlint itself writes: they may have the suffix of a draft."""
    written = {os.path.abspath(path) for path in own if path is not None}
    return replace(found, drafts=tuple(each for each in found.drafts if os.path.abspath(each) not in written))


def _status(findings: Sequence[Finding], least: str, is_unchecked: bool) -> int:
    return FAILED if is_unchecked else FOUND if fails(findings, least) else OK


def findings_of(desk: Desk, outcomes: Sequence[Outcome]) -> list[Finding]:
    """All findings of all drafts, in their order."""
    found = [finding for outcome in outcomes for finding in outcome.findings]
    return sorted([*found, *desk.across(outcomes)], key=lambda finding: finding.sort_key)


def _mended(desk: Desk, outcomes: list[Outcome], made: Sequence[Change]) -> list[Outcome]:
    """The outcomes, anew for what was mended."""
    by_path = {change.path: change for change in made}
    return [
        desk.check(outcome.path, by_path[outcome.path].data) if outcome.path in by_path else outcome
        for outcome in outcomes
    ]


def _tell_changed_facts(changed: Changed, outcomes: Sequence[Outcome]) -> None:
    """Changed facts may be at odds with lines that did not change, of which this run says nothing."""
    for facts in dict.fromkeys(outcome.facts for outcome in outcomes if outcome.facts):
        if changed.touches(facts):
            advice = "has changed as well: to see what it says of all drafts, leave out --changed-since"
            click.echo(plain(f"medlint: {facts} {advice}"), err=True)


def _list(
    desk: Desk, found: Found, form: str, appearance: Look, output: str | None, fail_on_unread: bool
) -> int:
    """What would be read, and with which facts; nothing is checked."""
    from linter.report.files import render_files

    write(render_files(found, desk.reader_for, desk.facts_for, form, appearance), output)
    twins = [twin for facts in dict.fromkeys(map(desk.facts_for, found.drafts)) if (twin := desk.twin(facts))]
    for twin in twins:
        click.echo(plain(f"medlint: {twin}"), err=True)
    return FAILED if twins or found.unchecked or (fail_on_unread and found.unread) else OK


def make_report(
    outcomes: list[Outcome], unchecked: list[Unchecked], found: Found, picked: Picked, held: Picks, fixed: int,
    drafts: tuple[Draft, ...],
) -> Report:  # fmt: skip
    return Report(
        findings=picked.findings,
        unchecked=tuple(unchecked),
        unread=found.unread,
        facts=_facts_used(outcomes),
        foreign=sum(outcome.is_foreign for outcome in outcomes),
        baseline=held.baseline.file if held.baseline else None,
        known=picked.known,
        stale=picked.stale,
        fixed=fixed,
        drafts=drafts,
        checked=tuple(sorted(outcome.path for outcome in outcomes)),
        files=len(outcomes),
        figures=sum(outcome.figures for outcome in outcomes),
        bound=sum(outcome.bound for outcome in outcomes),
    )


def _drafts(desk: Desk, outcomes: Sequence[Outcome]) -> tuple[Draft, ...]:
    """The drafts themselves, by path, if the desk has kept them."""
    if not desk.keeps_figures:
        return ()
    facts = {outcome.facts: desk.engine(outcome.facts).facts for outcome in outcomes}
    ordered = sorted(outcomes, key=lambda outcome: outcome.path)
    return tuple(
        Draft(o.path, o.blocks, o.rows, held.facts if (held := facts[o.facts]) else {}) for o in ordered
    )


def _facts_used(outcomes: list[Outcome]) -> tuple[FactsUse, ...]:
    used = Counter(outcome.facts for outcome in outcomes)
    paths = sorted(used, key=lambda path: (path is None, path or ""))
    return tuple(FactsUse(path, used[path]) for path in paths)


def _tell(desk: Desk, outcomes: list[Outcome]) -> None:
    """What an editor asks when a finding is missed: was the draft read, and with which facts?"""
    click.echo(plain(f"medlint: {_rules_on(desk)}"), err=True)
    for outcome in outcomes:
        facts = f"facts in {outcome.facts}" if outcome.facts else "no facts.yaml above it"
        figures = f"{outcome.bound:,} of {plural(outcome.figures, 'figure')} bound to facts"
        left = "".join(f"; {plural(n, 'block')} left out as {name}" for name, n in outcome.left_out)
        click.echo(plain(f"medlint: {outcome.path}: {facts}; {figures}{left}"), err=True)


def _rules_on(desk: Desk) -> str:
    """``all 41 rules are on``; else those that are, or those that are off, whichever are fewer."""
    on, off = sorted(desk.selected), sorted(set(desk.rules) - desk.selected)
    if not off:
        return f"all {len(on)} rules are on"
    if len(on) <= len(off):
        return f"rules on: {', '.join(on) or 'none'}"
    return f"{len(on)} of {len(desk.rules)} rules are on; off: {', '.join(off)}"
