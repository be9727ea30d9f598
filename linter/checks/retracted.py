"""Copy that states a fact whose source has been retracted."""

from __future__ import annotations

from collections.abc import Iterator

from linter.checks.figures import WITHDRAWN, found_text, span_of
from linter.checks.view import View, fold_space
from linter.model import Fact
from linter.results import Finding
from linter.rulebook.rules import Rule


def retracted_source(view: View, rule: Rule) -> Iterator[Finding]:
    """Each place that states such a fact rightly; nothing is expected of it but another source."""
    for b in view.bindings:
        if b.verdict == "agrees" and _rests_on_nothing(b.key.fact):
            start, end = span_of(b.figure)
            yield view.finding(
                rule, b.context.block, start, end, fact=b.key.fact, found=found_text(view, b), why=b.why,
                sentence=view.sentence_text(b.context),
            )  # fmt: skip
    for s in view.statements:
        if s.verdict == "agrees" and _rests_on_nothing(s.key.fact):
            yield view.finding(
                rule, s.context.block, s.start, s.end, fact=s.key.fact, found=fold_space(view.text(s.context.block)[s.start : s.end]),
                why=s.why, sentence=view.sentence_text(s.context),
            )  # fmt: skip


def _rests_on_nothing(fact: Fact) -> bool:
    return fact.source.is_retracted and fact.status != WITHDRAWN
