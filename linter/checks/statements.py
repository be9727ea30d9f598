"""Conflicts of copy with facts that have no figure."""

from __future__ import annotations

from collections.abc import Iterator

from linter.checks.view import View, fold_space
from linter.results import Finding
from linter.rulebook.rules import Rule


def _statements(view: View, rule: Rule, verdict: str) -> Iterator[Finding]:
    for s in view.statements:
        if s.verdict == verdict and s.key.fact.status != "withdrawn":
            found = s.found or fold_space(view.text(s.context.block)[s.start : s.end])
            yield view.finding(
                rule, s.context.block, s.start, s.end, fact=s.key.fact, found=found, expected=s.expected, why=s.why,
                suggestion=s.expected, sentence=view.sentence_text(s.context),
            )  # fmt: skip


def category_conflict(view: View, rule: Rule) -> Iterator[Finding]:
    yield from _statements(view, rule, "category")


def polarity_conflict(view: View, rule: Rule) -> Iterator[Finding]:
    yield from _statements(view, rule, "polarity")


def name_conflict(view: View, rule: Rule) -> Iterator[Finding]:
    yield from _statements(view, rule, "name")
