"""Which findings a run reports: not those that a baseline knows, nor those on lines that did not change."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from linter.commands.acts import Acts
from linter.plain import plain
from linter.results import Finding

if TYPE_CHECKING:
    from linter.run.baseline import Baseline
    from linter.run.changed import Changed


@dataclass(frozen=True)
class Picked:
    """What is left of findings."""

    findings: tuple[Finding, ...]
    known: int = 0
    stale: tuple[str, ...] = ()


@dataclass(frozen=True)
class Picks:
    """What findings are held against; nothing, if all are to be reported."""

    baseline: Baseline | None = None
    changed: Changed | None = None

    def of(self, findings: Sequence[Finding], checked: Collection[str]) -> Picked:
        """What is to be reported of the findings in the drafts ``checked``."""
        known, stale = 0, tuple[str, ...]()
        if self.baseline is not None:
            compared = self.baseline.compare(findings, checked)
            findings, known = compared.new, len(compared.known)
            stale = tuple(f"{entry.path}: {entry.rule}: {entry.sentence}" for entry in compared.stale)
        if self.changed is not None:
            findings = [finding for finding in findings if self.changed.has(finding)]
        return Picked(tuple(findings), known, stale)


def picks(acts: Acts, baseline: str | None) -> Picks:
    """Read the baseline, ask git. InputError if either cannot be.

    ``baseline`` is the file that is in force. One that is to be written need not be there.
    """
    held, changed = None, None
    if baseline is not None:
        from linter.run.baseline import Baseline, read_baseline

        is_new = acts.write_baseline and not os.path.lexists(baseline)
        held = Baseline(baseline) if is_new else read_baseline(baseline)
    if acts.changed_since is not None:
        from linter.run.changed import changed_since

        changed = changed_since(acts.changed_since)
    return Picks(held, changed)


def rewritten(
    baseline: Baseline, findings: Sequence[Finding], checked: Collection[str], *, add: bool
) -> Picks:
    """Write a baseline anew, without what is no longer needed and, if ``add`` is set, with what is new."""
    compared = baseline.compare(findings, checked)
    kept = [*compared.known, *(compared.new if add else ())]
    new = replace(baseline, entries=(*map(baseline.entry, kept), *compared.unlooked))
    new.write()
    added, dropped = len(compared.new) if add else 0, len(compared.stale)
    told = f"{new.file}: {len(new.entries):,} known, {added:,} of them new; {dropped:,} no longer needed and taken out"
    click.echo(plain(f"medlint: {told}"), err=True)
    return Picks(new)
