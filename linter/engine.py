"""The engine: one facts file and the rules, ready to check any number of drafts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from linter.checks import CHECKS
from linter.checks.corpus import told_to_others
from linter.checks.corpus_claims import Claim
from linter.checks.retold import Told
from linter.checks.shown import is_shown_as_wrong
from linter.checks.view import Settings, View
from linter.claims.bind import Binder
from linter.claims.binding import Binding
from linter.claims.inherit import ContextReader
from linter.claims.reading import DocumentReading
from linter.claims.reasons import reasons
from linter.claims.statements import statements
from linter.errors import Problem
from linter.facts.audit import audit as audit_facts
from linter.facts.describe import describe_key, slots_of
from linter.fixes.find import with_fixes
from linter.language.figure import show
from linter.language.lexicon import builtin
from linter.model import Document, FactsFile
from linter.results import FigureRow, Finding
from linter.rulebook.rules import Rules

__all__ = ["DocumentResult", "Engine", "Settings"]


@dataclass(frozen=True)
class DocumentResult:
    """What the checks found in one draft, in no order and before suppression."""

    findings: list[Finding]
    figures: int
    bound: int
    claims: list[Claim | Told]
    """What other drafts may contradict."""
    rows: tuple[FigureRow, ...] = ()
    """Every figure, if asked for."""


class Engine:
    """Checks drafts against one facts file, or against none."""

    def __init__(
        self, facts: FactsFile | None, rules: Rules, settings: Settings, binder: Binder | None = None
    ) -> None:
        """``binder`` is the one over ``facts``, if there is one already."""
        self.facts = facts
        self.rules = rules
        self.settings = settings
        self.binder: Binder | None = binder or (Binder(facts) if facts is not None else None)

    def check(self, document: Document, *, figures: bool = False, view: View | None = None) -> DocumentResult:
        """Every rule's findings in ``document``, whichever rules are selected; its figures, if asked for.

        ``view`` is the one of ``document``, if there is one already.
        """
        view = view or self.view(document)
        found = [
            (rule.check, finding)
            for rule in self.rules.values()
            if (check := CHECKS.get(rule.check))
            for finding in check(view, rule)
            if not is_shown_as_wrong(view, finding)
        ]
        if (dated := document.dated) is not None:
            told = f" The page says that it was {dated.said} in {dated.year}."
            found = [
                (check, replace(f, message=f.message + told) if f.group == "stale" else f)
                for check, f in found
            ]
        return DocumentResult(
            with_fixes(view, found, self.rules),
            view.figures,
            len(view.bindings),
            told_to_others(view),
            tuple(self._rows(view)) if figures else (),
        )

    def view(self, document: Document) -> View:
        """``document``, read and bound."""
        if self.binder is None:
            reader = ContextReader(DocumentReading(document, builtin()))
            view = View(document, reader, self.settings)
        else:
            bindings, reader = self.binder.bind(document)
            told = list(statements(reader, self.binder))
            view = View(document, reader, self.settings, bindings, told, self.binder)
        view.figures = _count(view)
        return view

    def figures(self, document: Document, *, verbose: bool = False) -> list[FigureRow]:
        """Every figure of ``document``, how it was read and the fact it is bound to.

        With ``verbose``, a claim's figure that is bound to none says which fact comes nearest, and
        what rules it out.
        """
        view = self.view(document)
        return self._rows(view, self._rejected(view) if verbose else {})

    @staticmethod
    def _rows(view: View, rejected: Mapping[tuple[int, int], str] = MappingProxyType({})) -> list[FigureRow]:
        document = view.document
        idle = idle_spans(view)
        rows = []
        for index, block in enumerate(document.blocks):
            reading = view.reader.reading.block(index)
            others = [f for f in reading.others if (index, f.start) in view.bound]
            labels = {
                f
                for f in reading.figures
                if f.role == "label" and any(o.start <= f.start < o.end for o in others)
            }
            for figure in (*(f for f in reading.figures if f not in labels), *others):
                low, high = block.span(figure.start, figure.end)
                line, column = document.place(low)
                end_line, end_column = document.place(high)
                binding = view.bound.get((index, figure.start))
                rows.append(FigureRow(
                    document.path, low, high, line, column, end_line, end_column, " ".join(block.text[figure.start : figure.end].split()),
                    figure.kind, show(figure.value), show(figure.low), show(figure.high), figure.unit, figure.qualifier,
                    "horizon" if (index, figure.start) in idle else figure.role,
                    binding.key.fact.id if binding else None, _verdict(binding), tuple(binding.why) if binding else (),
                    "" if binding else rejected.get((index, figure.start), ""), document.spot(line),
                ))  # fmt: skip
        return sorted(rows, key=lambda r: (r.start, r.end))

    def _rejected(self, view: View) -> dict[tuple[int, int], str]:
        """By block and start of a figure: the fact that comes nearest, and what speaks against it."""
        if self.binder is None:
            return {}
        nearest = self.binder.nearest(view.reader)
        return {at: f"{c.fact}: {'; '.join(reasons(c, self.binder.weights))}" for at, c in nearest.items()}

    def describe(self, fact_id: str) -> str:
        """How a fact was read, for an editor."""
        assert self.binder is not None
        return describe_key(self.binder.by_id[fact_id], self.binder.lexicon)

    def slots(self, fact_id: str) -> list[tuple[str, str]]:
        """The same as pairs of what a slot is called and what is in it."""
        assert self.binder is not None
        return slots_of(self.binder.by_id[fact_id], self.binder.lexicon)

    @staticmethod
    def audit(facts: FactsFile) -> list[Problem]:
        """Why facts cannot be used: a value that their claim does not have, another fact that denies them."""
        return audit_facts(facts)


def _count(view: View) -> int:
    """How many figures every command counts: those that claim something, or that a fact is bound to."""
    idle = idle_spans(view)
    claims = sum(
        figure.is_claim and (index, figure.start) not in idle
        for index in range(len(view.document.blocks))
        for figure in view.reader.reading.block(index).figures
    )
    return claims + sum(not b.figure.is_claim for b in view.bindings)


def idle_spans(view: View) -> set[tuple[int, int]]:
    """By block and start: over what time a claim holds ("alive 5 years after"), which itself claims nothing."""
    found = set[tuple[int, int]]()
    for index in range(len(view.document.blocks)):
        reading = view.reader.reading.block(index)
        spans = {slot.start for slot in reading.horizons}
        found |= {
            (index, figure.start) for figure in reading.figures if figure.is_claim and figure.start in spans
        }
    return found - view.bound.keys()


def _verdict(binding: Binding | None) -> Literal["agrees", "conflicts", "unbound"]:
    if binding is None:
        return "unbound"
    # Copy that states a withdrawn fact rightly is wrong all the same.
    rightly = binding.verdict == "agrees" and binding.key.fact.status != "withdrawn"
    return "agrees" if rightly else "conflicts"
