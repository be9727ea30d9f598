"""The engine: one facts file and the rules, ready to check any number of drafts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from linter.binding.bind import Binder, Binding
from linter.binding.brands import pairs
from linter.binding.contexts import ContextReader
from linter.binding.key import FactKey
from linter.binding.reading import DocumentReading
from linter.binding.score import fit
from linter.binding.statements import Statement, category, polarity, sentence_contexts
from linter.checks import CHECKS
from linter.checks.corpus_keys import Claim, claims
from linter.checks.pairing import StatedPairs
from linter.checks.view import Settings, View
from linter.errors import Problem
from linter.facts.audit import audit as audit_facts
from linter.facts.describe import describe_key, slots_of
from linter.language.figure import show
from linter.language.lexicon import builtin
from linter.model import Document, FactsFile, FigureRow, Finding
from linter.rules import Rules

__all__ = ["DocumentResult", "Engine", "Settings"]


@dataclass(frozen=True)
class DocumentResult:
    """What the checks found in one draft, in no order and before suppression."""

    findings: list[Finding]
    figures: int
    bound: int
    claims: list[Claim]
    """What other drafts may contradict."""


class Engine:
    """Checks drafts against one facts file, or against none."""

    def __init__(self, facts: FactsFile | None, rules: Rules, settings: Settings) -> None:
        self.facts = facts
        self.rules = rules
        self.settings = settings
        self.binder = Binder(facts) if facts is not None else None

    def check(self, document: Document) -> DocumentResult:
        """Every rule's findings in ``document``, whichever rules are selected."""
        view = self.view(document)
        findings = [
            f for rule in self.rules.values() if (check := CHECKS.get(rule.check)) for f in check(view, rule)
        ]
        return DocumentResult(findings, view.figures, len(view.bindings), claims(view))

    def view(self, document: Document) -> View:
        """``document``, read and bound."""
        if self.binder is None:
            reader = ContextReader(DocumentReading(document, builtin()))
            figures = sum(
                f.is_claim for i in range(len(document.blocks)) for f in reader.reading.block(i).figures
            )
            return View(document, reader, self.settings, figures=figures)
        bindings, reader, figures = self.binder.bind(document)
        statements = list(self._statements(reader))
        return View(document, reader, self.settings, bindings, statements, self.binder, figures)

    def _statements(self, reader: ContextReader) -> Iterator[Statement]:
        binder = self.binder
        assert binder is not None
        keys = [k for k in binder.statements if k.fact.pair is None]
        names = {k.fact.pair[0].lower(): k for k in binder.statements if k.fact.pair}
        stated = StatedPairs(reader, [k for k in binder.statements if k.fact.pair], binder.lexicon)
        for index, block in enumerate(reader.document.blocks):
            if block.kind in ("title", "alt") or (not keys and not names):
                continue
            reading = reader.reading.block(index)
            for context in sentence_contexts(index, reader):
                sentence = reading.sentences[context.sentence]
                for key in keys:
                    if key.fact.among:
                        options = binder.options[key.fact.id]
                        found = category(
                            context,
                            sentence,
                            key,
                            options,
                            binder.answers[key.fact.id],
                            binder.lexicon,
                            reader,
                        )
                    else:
                        found = polarity(context, sentence, key, binder.lexicon, reader)
                    if found is not None:
                        yield found
            yield from self._pairs(index, reader, names, stated)

    def _pairs(
        self, index: int, reader: ContextReader, names: dict[str, FactKey], stated: StatedPairs
    ) -> Iterator[Statement]:
        assert self.binder is not None
        lexicon, reading = self.binder.lexicon, reader.reading.block(index)
        found = list(pairs(reading.text, names, lexicon))
        contexts = list(sentence_contexts(index, reader)) if found else []
        wrong = []
        for start, end, said, expected, key in found:
            context = contexts[reading.sentence_at(start)]
            wrong.append(Statement(context, fit(context, key, lexicon), "name", start, end, said, expected))
        yield from wrong
        yield from stated.of_block(index, wrong)

    def figures(self, document: Document, *, verbose: bool = False) -> list[FigureRow]:
        """Every figure of ``document``, how it was read and the fact it is bound to.

        With ``verbose``, a claim's figure that is bound to none says which fact comes nearest, and
        what rules it out.
        """
        view = self.view(document)
        bound = {(b.context.block, b.figure.start): b for b in view.bindings}
        rows = []
        for index, block in enumerate(document.blocks):
            rejected = self._rejected(view, index) if verbose else {}
            for figure in view.reader.reading.block(index).figures:
                low, high = block.span(figure.start, figure.end)
                line, column = document.place(low)
                end_line, end_column = document.place(high)
                binding = bound.get((index, figure.start))
                rows.append(FigureRow(
                    document.path, low, high, line, column, end_line, end_column, " ".join(block.text[figure.start : figure.end].split()),
                    figure.kind, show(figure.value), show(figure.low), show(figure.high), figure.unit, figure.qualifier, figure.role,
                    binding.key.fact.id if binding else None, _verdict(binding), tuple(binding.fit.why) if binding else (),
                    "" if binding else rejected.get(figure.start, ""),
                ))  # fmt: skip
        return sorted(rows, key=lambda r: (r.start, r.end))

    def _rejected(self, view: View, index: int) -> dict[int, str]:
        """By where a figure starts in a block: the fact that comes nearest, and what rules it out."""
        from linter.rejected import nearest

        if self.binder is None:
            return {}
        found = ((c.figure, nearest(self.binder, c, view.reader)) for c in view.reader.figures(index))
        return {figure.start: str(fact) for figure, fact in found if figure is not None and fact is not None}

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


def _verdict(binding: Binding | None) -> Literal["agrees", "conflicts", "unbound"]:
    if binding is None:
        return "unbound"
    return "agrees" if binding.verdict == "agrees" else "conflicts"
