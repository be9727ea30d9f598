"""How much of what drafts claim in figures is backed by facts that somebody has verified."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from linter.checks.figures import span_of
from linter.checks.stale import any_phrase
from linter.checks.view import View, fold_space
from linter.claims.areas import ANCHORS, Context
from linter.claims.binding import Binding
from linter.engine import Engine, idle_spans
from linter.facts.provenance import is_verified
from linter.language.lex import fold
from linter.model import Document, Fact, Spot

_MANY = 1000
BACKED = "backed"
UNBOUND = "unbound"


@dataclass(frozen=True, slots=True)
class Claimed:
    """A figure of a claim: ``state`` is backed, unbound, or what its fact lacks; ``weight``, how much like a claim it looks."""

    path: str
    line: int
    column: int
    text: str
    fact: str | None
    state: str
    weight: int
    sentence: str
    spot: Spot | None = None


def claimed(engine: Engine, document: Document) -> Iterator[Claimed]:
    """Every figure of ``document`` that claims something, with what backs it."""
    view = engine.view(document)
    rule = engine.rules.get("unsourced-figure")
    words = any_phrase(rule.phrases["statistics"]) if rule else None
    idle = idle_spans(view)
    others = [b.context for b in view.bindings if not b.figure.is_claim]
    for index, block in enumerate(document.blocks):
        figures = view.reader.figures(index) if block.text else []
        for context in (*figures, *(c for c in others if c.block == index)):
            figure = context.figure
            if figure is None or (index, figure.start) in idle:
                continue
            if not figure.is_claim and context not in others:
                continue
            start, end = span_of(figure)
            line, column = document.place(block.span(start, end)[0])
            binding = view.bound.get((index, figure.start))
            sentence = fold_space(view.sentence_text(context))
            said = bool(words and words.search(fold(sentence)))
            yield Claimed(
                document.path, line, column, fold_space(block.text[start:end]), binding.key.fact.id if binding else None,
                state_of(binding, view.settings.today), _weight(view, context) + 2 * said, sentence, document.spot(line),
            )  # fmt: skip


def state_of(binding: Binding | None, today: date) -> str:
    """What a figure has behind it: the first thing that is lacking, or that nothing is."""
    if binding is None:
        return UNBOUND
    fact = binding.key.fact
    if fact.status != "approved":
        return fact.status
    if binding.verdict != "agrees":
        return "conflicts"
    if _is_expired(fact, today):
        return "expired"
    if not fact.quote:
        return "unquoted"
    return BACKED if is_verified(fact) else "unverified"


def _is_expired(fact: Fact, today: date) -> bool:
    return any(day is not None and day < today for day in (fact.valid_until, fact.review_by))


def _weight(view: View, context: Context) -> int:
    """How much an unbound figure looks like something that a desk would want a fact for."""
    figure = context.figure
    assert figure is not None
    weight = 3 if figure.dimension == "proportion" else 0
    weight += 2 if figure.dimension in ("count", "number") and figure.bounds[1] >= _MANY else 0
    weight += 1 if figure.dimension not in ("proportion", "count", "number", "time") else 0
    lexicon = view.reader.reading.lexicon
    named = any(lexicon.kinds.get(concept) in ANCHORS for concept in context.own.strong)
    return weight + (2 if named else 0)
