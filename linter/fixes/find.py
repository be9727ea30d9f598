"""Which findings have one surely right correction, and what it is. The only place that decides it.

An editor who runs ``--fix`` does not look at each change, so a finding has a fix only where nothing but
a figure, a unit or a spelling has to change, and where that is beyond doubt.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from linter.model import Block
from linter.patterns import Pattern
from linter.results import Finding, Fix

if TYPE_CHECKING:
    from linter.checks.view import View
    from linter.claims.binding import Binding
    from linter.rulebook.rules import Rules

FIGURES = frozenset({"value_conflict", "unit_conflict", "superseded_value"})
"""Checks whose findings a fact's figure may mend."""
SPELLINGS = frozenset({"trailing_zero", "naked_decimal", "error_prone_abbreviation", "malformed_number"})
"""Checks whose findings need another spelling."""

Edit = tuple[int, int, str]
"""Characters ``start`` to ``end`` of a text, and what is to stand there."""
_MARKS = Pattern(r"[<>&\"'`\\{}\[\]#|*\n]|:\s")
"""What may be markup where the draft's format has it so; in a string of JSON or YAML, too."""
_PAIRS = {"“": "”", "«": "»", "„": "“", "‘": "’"}


def with_fixes(view: View, found: Sequence[tuple[str, Finding]], rules: Rules) -> list[Finding]:
    """The findings of a draft, each by its check, with their fixes."""
    if not any(check in FIGURES or check in SPELLINGS for check, _ in found):
        return [finding for _, finding in found]
    mender = _Mender(view, rules)
    return [mender.mended(check, finding) for check, finding in found]


class _Mender:
    def __init__(self, view: View, rules: Rules) -> None:
        self.view = view
        self.rules = rules
        self.document = view.document

    def mended(self, check: str, finding: Finding) -> Finding:
        """The finding, with its fix if there is one."""
        edit = self._edit(check, finding)
        if edit is None:
            return finding
        start, end, replacement = edit
        line, column = self.document.place(start)
        end_line, end_column = self.document.place(end)
        if end_line != line or self.document.source[start:end] == replacement:
            return finding
        if not self.document.has_lines or _MARKS.search(replacement):
            return finding
        return replace(finding, fix=Fix(start, end, replacement, line, column, end_column))

    def _edit(self, check: str, finding: Finding) -> Edit | None:
        """What to change in the source."""
        if check in SPELLINGS:
            from linter.fixes.spellings import respelled as mend
        elif check not in FIGURES:
            return None
        index = self.view.block_at(finding.start)
        if index is None or is_quoted(self.document.blocks[index], finding.start):
            return None
        if check in FIGURES:
            return self._figure_edit(finding)
        return self._spelling_edit(check, finding, index, mend)

    def _spelling_edit(
        self, check: str, finding: Finding, index: int, mend: Callable[[str, str, int, int, str], Edit | None]
    ) -> Edit | None:
        block = self.document.blocks[index]
        span = _within(block, finding.start, finding.end)
        edit = span and mend(check, block.text, *span, finding.suggestion)
        return _in_source(block, edit, self.document.source) if edit else None

    def _figure_edit(self, finding: Finding) -> Edit | None:
        from linter.fixes.figures import is_settled, refigured

        binding = self._bindings.get((finding.start, finding.end))
        if binding is None or finding.fact is None or binding.key.fact.id != finding.fact.id:
            return None
        if not is_settled(self.view, binding, self.rules):
            return None
        block = self.document.blocks[binding.context.block]
        edit = refigured(block.text, binding)
        return _in_source(block, edit, self.document.source) if edit else None

    @cached_property
    def _bindings(self) -> dict[tuple[int, int], Binding]:
        """Each binding by where a finding about its figure is marked."""
        from linter.checks.figures import span_of

        return {self.document.blocks[b.context.block].span(*span_of(b.figure)): b for b in self.view.bindings}


def is_quoted(block: Block, offset: int) -> bool:
    """True where a place of the source stands in somebody else's words: those are not ours to mend."""
    if block.quoted:
        return True
    at = bisect_right(block.starts, offset) - 1
    before, after = block.text[: max(at, 0)], block.text[max(at, 0) :]
    if before.count('"') % 2 and '"' in after:
        return True
    return any(before.rfind(left) > before.rfind(right) and right in after for left, right in _PAIRS.items())


def _within(block: Block, start: int, end: int) -> tuple[int, int] | None:
    """Where a span of the source stands in the block's text, if it begins and ends there."""
    low, high = bisect_right(block.starts, start) - 1, bisect_right(block.starts, end - 1)
    if low < 0 or block.starts[low] != start or block.ends[high - 1] != end:
        return None
    return low, high


def _in_source(block: Block, edit: Edit, source: str) -> Edit | None:
    """An edit of a block's text as one of the source; None where the source is not the text.

    It is not where it holds markup, an entity, or a line break for a space.
    """
    start, end, replacement = edit
    if start == end:
        low = high = block.starts[start]
    else:
        low, high = block.span(start, end)
    return (low, high, replacement) if source[low:high] == block.text[start:end] else None
