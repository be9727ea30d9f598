"""What came of the facts' own examples, for people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from linter.plain import plain
from linter.report import Look
from linter.report.summary import plural

if TYPE_CHECKING:
    from linter.facts.examples import Outcome

_EXPECTED = {
    "agrees": "this to agree with {fact}",
    "conflicts": "a conflict with {fact}",
    "silent": "nothing about {fact}",
}


def render(outcomes: Sequence[Outcome], path: str, look: Look) -> str:
    """The examples that failed, each with what was expected, what happened and why; then the sum."""
    lines: list[str] = []
    failed = [outcome for outcome in outcomes if outcome.happened]
    for outcome in failed:
        expected = _EXPECTED[outcome.kind].format(fact=outcome.fact)
        place = click.style(str(outcome.place), bold=True) if look.colour else str(outcome.place)
        lines += [
            f"{place}: expected {expected}",
            f"  example   {plain(outcome.text)}",
            f"  happened  {plain(outcome.happened)}",
            *(f"  {'why' if n == 0 else '':8}  {plain(reason)}" for n, reason in enumerate(outcome.why)),
            "",
        ]
    total = f"{path}: {plural(len(outcomes), 'example')}"
    if not outcomes:
        total = f"{path}: no fact has examples"
    elif failed:
        total += f", {len(failed):,} not as expected"
    else:
        total += ", all as expected"
    return "\n".join([*lines, total]) + "\n"
