"""What a check sees of a draft, and how it says what it found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from math import inf
from typing import TYPE_CHECKING

from linter.claims.areas import Context
from linter.claims.bind import Binder
from linter.claims.binding import Binding
from linter.claims.inherit import ContextReader
from linter.claims.statement import Statement
from linter.model import Block, Document, Fact, Source
from linter.plain import plain, whole_brackets
from linter.results import Finding, Severity
from linter.rulebook.rules import Rule

if TYPE_CHECKING:
    from linter.checks.corpus_claims import Claim
    from linter.checks.retold import Told


@dataclass(frozen=True)
class Settings:
    """What a run is judged by."""

    today: date
    recent_years: int = 3
    """From how many years on something is no longer recent."""
    max_source_age: int = 10
    micrograms: str = ""
    """What the desk writes for µg, mcg or micrograms; empty: what the draft does."""


@dataclass
class View:
    """A draft, read and bound."""

    document: Document
    reader: ContextReader
    settings: Settings
    bindings: list[Binding] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    binder: Binder | None = None
    figures: int = 0
    claims: list[Claim] | None = None
    """What the draft claims, once the corpus rules have read it."""
    told: list[Told] | None = None
    """Its figures with the words they are told in, once read."""

    @cached_property
    def bound(self) -> dict[tuple[int, int], Binding]:
        """The bindings by where their figures stand: the block, and the offset there."""
        return {b.comparison.place: b for b in self.bindings}

    def block(self, index: int) -> Block:
        return self.document.blocks[index]

    def text(self, index: int) -> str:
        return self.document.blocks[index].text

    def block_at(self, offset: int) -> int | None:
        """The block with text over an offset of the source; None where there is none."""
        at = bisect_right(self._spans, (offset, inf)) - 1
        if at < 0 or offset >= self._spans[at][1]:
            return None
        return self._spans[at][2]

    @cached_property
    def _spans(self) -> list[tuple[float, float, int]]:
        blocks = enumerate(self.document.blocks)
        return sorted((*block.span(0, len(block.text)), index) for index, block in blocks if block.text)

    def column_heads(self, index: int) -> str:
        """What heads the column of a cell, in words; empty for any other block."""
        block = self.block(index)
        if block.kind != "cell" or block.table is None:
            return ""
        table = self.document.tables[block.table]
        heads = table.heads(block.column)
        return " ".join(self.text(h) for h in heads if h >= 0)

    def heading(self, index: int) -> str:
        """The nearest heading over a block; empty where there is none."""
        over = self.block(index).heading
        return self.text(over) if over is not None else ""

    def row_label(self, index: int) -> str:
        """What opens the row of a cell; empty for any other block."""
        block = self.block(index)
        if block.kind != "cell" or block.table is None:
            return ""
        first = self.document.tables[block.table].rows[block.row][0]
        return self.text(first) if first >= 0 else ""

    def sentence_text(self, context: Context, following: int = 0) -> str:
        """The sentence of a context, with ``following`` more after it."""
        block = self.reader.reading.block(context.block)
        last = min(context.sentence + following, len(block.sentences) - 1)
        return block.text[block.sentences[context.sentence].start : block.sentences[last].end]

    def finding(
        self, rule: Rule, block: int, start: int, end: int, *, variant: str = "", fact: Fact | None = None,
        found: str = "", expected: str = "", why: Sequence[str] = (), suggestion: str = "", sentence: str = "", **fields: str,
    ) -> Finding:  # fmt: skip
        """A finding at ``text[start:end]`` of a block. ``fields`` fill the message's other places.

        What rests on a fact that is not approved weighs less, and the message says so.
        """
        text = self.text(block)
        if found == fold_space(text[start:end]):
            found = text[slice(*whole_brackets(text, start, end))]
        found = _shown(found)
        expected, suggestion = _shown(expected), _shown(suggestion)
        low, high = self.document.blocks[block].span(start, end)
        line, column = self.document.place(low)
        last_line, last_column = self.document.place(high)
        values = {"found": found, "expected": expected, **fields}
        if fact is not None:
            values |= {"claim": fact.claim, "source": fields.get("source") or describe(fact.source)}
        template = rule.variants[variant] if variant else rule.message
        severity, remark = _weight(rule, fact)
        return Finding(
            self.document.path, low, high, line, column, last_line, last_column, rule.name, rule.group, severity,
            plain(template.format(**values)) + remark, found, expected, fact, tuple(map(plain, why)), suggestion, " ".join(sentence.split()),
            tuple(self.document.line_text(n) for n in range(line, last_line + 1)),
        )  # fmt: skip


def _shown(text: str) -> str:
    """A few words of a draft or a claim on one line, with no bracket that lacks its other half."""
    start, end = whole_brackets(text, 0, len(text))
    return plain(text[start:end])


def _weight(rule: Rule, fact: Fact | None) -> tuple[Severity, str]:
    """How grave a finding is, and what its message adds: less where the fact itself is not settled."""
    if fact is not None and fact.status == "draft":
        return "info", " (The fact is still a draft.)"
    if fact is not None and fact.status == "disputed":
        return "info" if rule.severity == "info" else "warning", " (The fact is disputed.)"
    return rule.severity, ""


def describe(source: Source) -> str:
    """A source in a few words: publisher or title, and year."""
    name = (
        source.publisher
        or (source.aka[0] if source.aka and not source.title else "")
        or source.title
        or source.id
    )
    year = source.published[:4]
    return f"{name}, {year}" if year and year not in name else name


def years_of(period: tuple[int, int] | None, as_of: int | None = None) -> str:
    """Years as copy gives them: 2010–2016, or 2023 alone. Empty if there are none."""
    first, last = period or (as_of, as_of)
    return "" if first is None else str(first) if first == last else f"{first}–{last}"


def fold_space(text: str) -> str:
    return " ".join(text.split())
