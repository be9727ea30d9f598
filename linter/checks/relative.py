"""A relative survival rate explained as if it were the part of people who are alive."""

from __future__ import annotations

from collections.abc import Iterator

from linter.checks.view import View, fold_space
from linter.claims.binding import Binding
from linter.language.lex import fold
from linter.patterns import AnyCase
from linter.results import Finding
from linter.rulebook.rules import Rule

_DEFINES = AnyCase(
    r"\bsurvival rates?\b[^.]{0,40}?\b(?:is|are|means?|refers? to|tells?|shows?|describes?|gives?|measures?|reflects?)\b[^.]*\b(?:alive|living|live|survive)\b"
)
_RELATIVE = AnyCase(
    r"\b(?:relative|compared|comparison|as likely|than (?:people|someone)|general population|without the)\b"
)
_NEAR = 3
"""How many blocks on an explanation still belongs to a figure."""


def observed_for_relative(view: View, rule: Rule) -> Iterator[Finding]:
    """'A survival rate is the percentage of people who are alive', said of a relative rate."""
    told: set[tuple[int, int]] = set()
    for b in view.bindings:
        relative = any("relative survival" in n.readings for n in b.key.needs)
        if (
            b.verdict != "agrees"
            or b.key.fact.status == "withdrawn"
            or not relative
            or "relative" in fold(b.context.own.text).lower()
        ):
            continue
        for index, start, end in _definitions(view, b):
            if (index, start) not in told:
                told.add((index, start))
                text = view.text(index)[start:end]
                yield view.finding(
                    rule, index, start, end, variant="relative", fact=b.key.fact, found=fold_space(text), expected="relative survival",
                    why=b.why, sentence=text,
                )  # fmt: skip


def _definitions(view: View, binding: Binding) -> Iterator[tuple[int, int, int]]:
    first = binding.context.block
    heading = view.block(first).heading
    for index in range(first, min(first + _NEAR + 1, len(view.document.blocks))):
        block = view.block(index)
        if block.heading != heading or block.kind not in ("paragraph", "item"):
            continue
        text = fold(block.text)
        for sentence in view.reader.reading.block(index).sentences:
            here = text[sentence.start : sentence.end]
            if _DEFINES.search(here) and not _RELATIVE.search(here):
                yield index, sentence.start, sentence.end
