"""``medlint explain``: what a rule looks for and why, in an editor's words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

import click

from linter.commands.output import look, write
from linter.errors import InputError, Place, Problem
from linter.report import Look
from linter.report.columns import fit
from linter.report.text import COLOURS
from linter.rulebook.examples import RuleExample
from linter.rulebook.rules import Rule, Rules, load_rules
from linter.run.desk import read_config


def explain(name: str | None, config: str | None, color: bool | None) -> int:
    """Print a rule's page, a group's, or the list of all rules."""
    settings, rules = read_config(config)
    appearance = look(color, None)
    if name is None:
        lines = list(_groups(rules, rules.groups, appearance))
        lines += ["", "What one of them means: medlint explain RULE"]
    elif name in rules:
        lines = list(_page(load_rules(settings.rules, examples=True)[name], appearance))
    elif name in rules.groups:
        lines = list(_groups(rules, [name], appearance))
    else:
        raise InputError(Problem(Place("explain"), rules.unknown(name)))
    write("\n".join(lines) + "\n", None, appearance.colour)
    return 0


def _groups(rules: Rules, groups: Iterable[str], appearance: Look) -> Iterator[str]:
    """Each group with a line a rule, their columns aligned throughout."""
    names = [name for group in groups for name in rules.groups[group]]
    lines = fit([(name, rules[name].severity, rules[name].summary) for name in names], 2, _room(appearance))
    group = ""
    for name, line in zip(names, lines, strict=True):
        if rules[name].group != group:
            if group:
                yield ""
            group = rules[name].group
            yield _bold(group, appearance)
        yield textwrap.indent(line, "  ")


def _room(appearance: Look) -> int | None:
    return appearance.room and appearance.room - 2


def _page(rule: Rule, appearance: Look) -> Iterator[str]:
    severity = click.style(rule.severity, fg=COLOURS[rule.severity]) if appearance.colour else rule.severity
    yield f"{_bold(rule.name, appearance)}  {severity}, group {rule.group}"
    yield ""
    yield from _wrap(rule.summary, appearance)
    yield ""
    yield from _wrap(rule.meaning, appearance)
    yield ""
    yield from _wrap(f"After: {rule.norm}", appearance)
    failing = [example for example in rule.examples if example.finding]
    passing = [example for example in rule.examples if not example.finding]
    for title, examples in (("Reported", failing), ("Not reported", passing)):
        if examples:
            yield from ("", _bold(title, appearance))
        for example in examples:
            yield from _example(example, appearance)
    yield ""
    yield f"Switch it off at one place: <!-- medlint-ignore {rule.name}: the reason -->"


def _example(example: RuleExample, appearance: Look) -> Iterator[str]:
    draft = [line for line in example.draft.splitlines() if line.strip()]
    for i, line in enumerate(draft):
        yield from _wrap(line, appearance, "  - " if i == 0 else "    ", "    ")
    note = example.finding["message"] if example.finding else example.why
    yield from _wrap(f"→ {note}", appearance, "    ", "      ")


def _wrap(text: str, appearance: Look, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        text, appearance.width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )


def _bold(text: str, appearance: Look) -> str:
    return click.style(text, bold=True) if appearance.colour else text
