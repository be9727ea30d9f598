"""Targets whose year has passed: 'one of the targets is to cut it by 25% between 2010 and 2025', 'Target 8: … by 2025'."""

from __future__ import annotations

import re

from linter.checks.announced import AIMS, OF_WHAT, PAST_TENSE
from linter.checks.told_past import is_dated_promise
from linter.checks.view import View
from linter.language.figure import Figure
from linter.language.lex import fold
from linter.patterns import AnyCase

_CHANGE = r"(?:reduce|cut|lower|halve|decrease|bring\s+down|raise|increase|double|triple|improve|expand|boost|eliminate|end|halt|reach|achieve|attain|ensure|keep)"
_HOW_FAR = r"[^.;]{0,100}?\b(?:(?:by|to|at|below|under)\s+(?:about\s+|at\s+least\s+|less\s+than\s+)?(?:\d|a\s|one\s|two\s|three\s|zero|half))[^.;]{0,60}?"
_BETWEEN = r"\b(?:between|from|over|in\s+the\s+(?:years|period))\s+(?:the\s+years\s+)?$"
_OF_PERIOD = AnyCase(
    rf"\b{AIMS}\s+{OF_WHAT}(?:is|are|remains?)\s+to\s+{_CHANGE}\b{_HOW_FAR}{_BETWEEN}"
    rf"|\b(?:aims?|plans|intends|wants|hopes)\s+to\s+{_CHANGE}\b{_HOW_FAR}{_BETWEEN}"
)
"""An aim that says how far and over which years; a study's aim 'to describe trends between 2010 and 2020' says neither."""
_LISTED = AnyCase(
    r"^\W*(?:target|goal|aim|objective|ambition|milestone)(?:\s+(?:no\.?\s*)?(?:\d{1,2}(?:\.\d{1,2}|[a-z])?|[ivx]{1,4}|[a-e]))?\s*[:–—-]\s+"
)
_IMPERATIVE = AnyCase(
    rf"^(?:to\s+)?{_CHANGE}\b{_HOW_FAR}(?:{_BETWEEN}|\bby\s+(?:the\s+end\s+of\s+|the\s+year\s+)?$)"
)
_SHOULD = AnyCase(
    r"^[^.;]{3,120}?\b(?:should|must|ought\s+to|to|will)\s+(?:\w+\s+){0,2}?(?:be|have|get|receive|reach|attend|take|use|know|live|meet)\b[^.;]{0,140}?\bby\s+(?:the\s+end\s+of\s+|the\s+year\s+)?$"
)
_OUTCOME = AnyCase(
    r"\b(?:met|unmet|missed|achieved|reached|attained|fell\s+short|on\s+track|off\s+track|progress|results?|outcome|status|replaced|extended|now)\b"
)
"""What says how it went, behind the target or in the next line."""


def target_of_period(before: str, sentence: str) -> re.Match[str] | None:
    """An aim that is told as open although its years are over; ``before`` is the sentence up to them."""
    match = _OF_PERIOD.search(before)
    if match is None or PAST_TENSE.search(before[: match.start()] + sentence[len(before) :]):
        return None
    return match


def listed_target(
    view: View, index: int, sentence: tuple[int, int], figure: Figure
) -> tuple[int, int] | None:
    """Where a target with a label of its own sets a year: 'Target 8: at least 50% should be treated by 2025'."""
    block = view.block(index)
    if block.kind not in ("paragraph", "item"):
        return None  # a table may tell in the next column how it went
    text, (low, high) = fold(block.text), sentence
    label = _LISTED.match(text[low : figure.start])
    if label is None:
        return None
    said = text[low + label.end() : figure.start]
    if not (_IMPERATIVE.match(said) or (figure.role != "period" and _SHOULD.match(said))):
        return None
    if _OUTCOME.search(text[figure.end :] + _next_line(view, index)) or PAST_TENSE.search(
        text[figure.end : high]
    ):
        return None
    if any(is_dated_promise(part, int(figure.bounds[1])) for part in text[:low].split(".")):
        return None
    return low, figure.end


_GLANCE = 60
"""So much of the next line says how a target went, if it does."""


def _next_line(view: View, index: int) -> str:
    """How the block behind a target begins; nothing where that is the next target."""
    if index + 1 >= len(view.document.blocks):
        return ""
    text = view.text(index + 1)
    return "" if _LISTED.match(text) else " " + text[:_GLANCE]
