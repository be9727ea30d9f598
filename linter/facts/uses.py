"""Where drafts state facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from linter.checks.figures import span_of
from linter.checks.view import View, fold_space
from linter.claims.areas import Context
from linter.engine import Engine
from linter.model import Document, Fact, Spot


@dataclass(frozen=True, slots=True)
class Use:
    """A place where a draft states a fact; ``verdict`` is agrees or conflicts."""

    path: str
    line: int
    column: int
    verdict: str
    text: str
    sentence: str
    fact: str
    spot: Spot | None = None


def uses(engine: Engine, document: Document, facts: frozenset[str]) -> Iterator[Use]:
    """Every place of ``document`` that states one of the facts, rightly or wrongly, by figure or in words."""
    view = engine.view(document)
    for binding in view.bindings:
        if binding.key.fact.id in facts:
            yield _use(view, binding.context, *span_of(binding.figure), binding.verdict, binding.key.fact)
    for statement in view.statements:
        if statement.key.fact.id in facts:
            yield _use(
                view, statement.context, statement.start, statement.end, statement.verdict, statement.key.fact
            )  # fmt: skip


def _use(view: View, context: Context, start: int, end: int, verdict: str, fact: Fact) -> Use:
    line, column = view.document.place(view.block(context.block).span(start, end)[0])
    rightly = verdict == "agrees" and fact.status != "withdrawn"
    return Use(
        view.document.path, line, column, "agrees" if rightly else "conflicts",
        fold_space(view.text(context.block)[start:end]), fold_space(view.sentence_text(context)), fact.id, view.document.spot(line),
    )  # fmt: skip
