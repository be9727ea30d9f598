"""A fact's own examples, run: what the desk expects of a sentence, and what medlint makes of it.

Each example is a small Markdown draft, read with all the facts of the file. Copy leaves out its
subject where the page has named it, so an example stands under a title: what the fact's claim is
first about (its drug, or else its disease), in the claim's words. Nothing else is lent to it, least
of all a stage or a population: that would agree to anything. An example with a heading of its own
keeps that instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from linter.checks.view import View
from linter.claims.binding import Binding
from linter.claims.key import FactKey
from linter.claims.reasons import reasons
from linter.claims.statement import Statement
from linter.engine import Engine
from linter.errors import Place
from linter.facts.subject import subject_text
from linter.model import Document, Fact
from linter.readers import read
from linter.results import Finding

KINDS = ("agrees", "conflicts", "silent")
_ABOUT = ("conflict", "missing", "stale")
"""Groups of findings that speak about a fact."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one example; ``happened`` is empty where it was as expected."""

    fact: str
    kind: str
    text: str
    place: Place
    happened: str = ""
    why: tuple[str, ...] = ()


def run(engine: Engine) -> Iterator[Outcome]:
    """Every example of every fact, in the order of the file."""
    if engine.facts is None:
        return
    for fact in engine.facts.facts.values():
        for kind in KINDS:
            for number, text in enumerate(getattr(fact.examples, kind)):
                place = fact.key_places.get(f"examples.{kind}.{number}", fact.place)
                happened, why = _try(engine, fact, kind, text)
                yield Outcome(fact.id, kind, " ".join(text.split()), place, happened, why)


def draft_of(text: str, key: FactKey) -> Document:
    """An example as a draft, under what the claim is about if it has no heading of its own."""
    document = read("example.md", text.encode())
    subject = subject_text(key)
    if not subject or any(block.kind in ("title", "heading") for block in document.blocks):
        return document
    return read("example.md", f"# {' '.join(subject.split())}\n\n{text}".encode())


def _try(engine: Engine, fact: Fact, kind: str, text: str) -> tuple[str, tuple[str, ...]]:
    """What happened instead of what was expected, and why; empty if nothing did."""
    assert engine.binder is not None
    document = draft_of(text, engine.binder.by_id[fact.id])
    view = engine.view(document)
    found = sorted(engine.check(document, view=view).findings, key=lambda f: f.sort_key)
    bound = _bound(view, fact)
    rightly = any(b.verdict == "agrees" for b in bound)
    if kind == "agrees":
        against = [
            f for f in found if f.group == "conflict" and not (f.rule == "withdrawn-fact" and f.fact == fact)
        ]
        if against:
            return _told(against[0]), _matched(against[0].why)
        return ("", ()) if rightly else ("nothing in it states the fact", _reasons(engine, view, fact))
    if kind == "conflicts":
        if any(f.group == "conflict" and f.fact is not None and f.fact.id == fact.id for f in found):
            return "", ()
        if rightly:
            return "it agrees with the fact", ()
        other = next((f for f in found if f.group in _ABOUT), None)
        happened = _told(other) if other else "nothing in it states the fact, rightly or wrongly"
        return happened, _reasons(engine, view, fact)
    about = [f for f in found if f.group in _ABOUT and f.fact is not None and f.fact.id == fact.id]
    if about:
        return _told(about[0]), _matched(about[0].why)
    return ("it was taken to state the fact, rightly", _matched(bound[0].why)) if rightly else ("", ())


def _bound(view: View, fact: Fact) -> list[Binding | Statement]:
    """All that the draft says of the fact, in figures and in words."""
    said: list[Binding | Statement] = [*view.bindings, *view.statements]
    return [each for each in said if each.key.fact.id == fact.id]


def _matched(why: Sequence[str]) -> tuple[str, ...]:
    return ("matched on " + ", ".join(why),) if why else ()


def _told(finding: Finding) -> str:
    about = f" about {finding.fact.id}" if finding.fact else ""
    return f"{finding.rule}{about}: {finding.message}"


def _reasons(engine: Engine, view: View, fact: Fact) -> tuple[str, ...]:
    """Of each figure in the example: how it was read, and what keeps it from the fact."""
    assert engine.binder is not None
    compared = {c.place: c for c in engine.binder.ranked(view.reader, denied=True) if c.fact == fact.id}
    lines = []
    for index, block in enumerate(view.document.blocks):
        for context in view.reader.figures(index):
            if context.figure is None:
                continue
            shown = " ".join(block.text[context.figure.start : context.figure.end].split())
            other = view.bound.get((index, context.figure.start))
            if other is not None and other.key.fact.id != fact.id:
                lines.append(f"{shown}: bound to {other.key.fact.id} ({other.verdict})")
            elif other is None and (index, context.figure.start) in compared:
                c = compared[index, context.figure.start]
                lines.append(f"{shown}: {'; '.join(reasons(c, engine.binder.weights))}")
    return tuple(lines) or ("no figure of a claim was read in it",)
