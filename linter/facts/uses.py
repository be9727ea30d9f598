"""Where drafts state a fact, and what facts their other figures might become."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from linter.checks.figures import span_of
from linter.checks.view import View, fold_space
from linter.claims.areas import Context
from linter.claims.key import compile_fact
from linter.engine import Engine
from linter.facts.audit import audit
from linter.language.lexicon import Lexicon, builtin
from linter.model import Document, Fact, FactsFile, Source, Spot

_WORDS = 4
"""How many words an id is made of."""
_SHORTEST = 3
"""A sentence of fewer words is no claim."""


@dataclass(frozen=True, slots=True)
class Use:
    """A place where a draft states a fact; ``verdict`` is agrees or conflicts."""

    path: str
    line: int
    column: int
    verdict: str
    text: str
    sentence: str
    spot: Spot | None = None


def uses(engine: Engine, document: Document, fact: str) -> Iterator[Use]:
    """Every place of ``document`` that states the fact, rightly or wrongly, by figure or in words."""
    view = engine.view(document)
    for binding in view.bindings:
        if binding.key.fact.id == fact:
            yield _use(view, binding.context, *span_of(binding.figure), binding.verdict)
    for statement in view.statements:
        if statement.key.fact.id == fact:
            yield _use(view, statement.context, statement.start, statement.end, statement.verdict)


def _use(view: View, context: Context, start: int, end: int, verdict: str) -> Use:
    line, column = view.document.place(view.block(context.block).span(start, end)[0])
    return Use(
        view.document.path, line, column, "agrees" if verdict == "agrees" else "conflicts",
        fold_space(view.text(context.block)[start:end]), fold_space(view.sentence_text(context)),
        view.document.spot(line),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure of a draft that might become a fact. ``value`` is empty where the claim has no other."""

    words: tuple[str, ...]
    claim: str
    value: str
    path: str
    line: int


def candidates(engine: Engine, document: Document) -> Iterator[Candidate]:
    """What ``document`` claims with a figure that no fact covers, as far as a fact can be read from it."""
    view = engine.view(document)
    bound = {(b.context.block, b.figure.start) for b in view.bindings}
    lexicon = engine.binder.lexicon if engine.binder else builtin()
    for index in range(len(document.blocks)):
        spans = {slot.start for slot in view.reader.reading.block(index).horizons}
        for context in view.reader.figures(index):
            figure = context.figure
            if figure is None or figure.start in spans or (index, figure.start) in bound:
                continue
            claim = _claim(view, context)
            value = fold_space(view.text(index)[slice(*span_of(figure))])
            line, _ = document.place(view.block(index).span(figure.start, figure.end)[0])
            found = _readable(claim, value, lexicon)
            if found is not None:
                yield Candidate(*found, path=document.path, line=line)


def _claim(view: View, context: Context) -> str:
    """The sentence of a figure; of a cell, with the labels of its row and column before it."""
    labels = [fold_space(a.text) for a in context.areas if a.name in ("row", "column", "caption")]
    return ", ".join([*labels, fold_space(view.sentence_text(context))])


def _readable(claim: str, value: str, lexicon: Lexicon) -> tuple[tuple[str, ...], str, str] | None:
    """The words, claim and value of a fact that loads without mistakes; None if there is no such."""
    if claim.endswith("?") or len(claim.split()) < _SHORTEST:
        return None
    source = Source("todo")
    for said in ("", value):
        fact = Fact("candidate", claim, source, value=said or None)
        if audit(FactsFile("facts.yaml", {fact.id: fact})):
            continue
        key = compile_fact(fact, lexicon)
        if key.figure is None or (not said and not _is_it(claim, key.figure.start, key.figure.end, value)):
            continue
        telling = sorted(
            (n for n in key.needs if n.weight >= 1 and not n.weak), key=lambda n: (-n.weight, n.start)
        )[:_WORDS]
        words = [w for need in sorted(telling, key=lambda n: n.start) for w in need.text.split()]
        return tuple(words), claim, said
    return None


def _is_it(claim: str, start: int, end: int, value: str) -> bool:
    """True where the figure that the claim alone tells is the one meant."""
    return value.endswith(claim[start:end])
