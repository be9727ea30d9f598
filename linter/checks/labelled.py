"""A line that says where each figure of a page comes from: 'Recurrence: National Kidney Survey, 2010.'"""

from __future__ import annotations

import re

from linter.checks.view import View
from linter.language.lex import fold
from linter.patterns import AnyCase, Pattern

_STUDY = r"(?:Survey|Registry|Register|Audit|Census|Report|Study|Review|Trial|Statistics|Cohort|Database|Atlas|Yearbook|Guidelines?)"
_NAME = rf"(?:(?:the\s+)?[A-Z][\w&'’.-]*,?\s+|(?:of|the|and|for|on|in)\s+){{1,7}}?{_STUDY}"
_ENTRY = Pattern(rf"^\W*[A-Z][\w '’/-]{{1,40}}:\s+{_NAME},?\s+\(?$")
"""What stands before the year of such a sentence: a label, and the name of what was asked, counted or reviewed."""
_FROM = AnyCase(
    r"\bsources?\b(?!\s+of\b(?!\s+(?:the|these|our)\b))|\breferences?\b"
    r"|\b(?:figures?|numbers?|data|facts|evidence|statistics|information)\s+(?:\w+\s+){0,3}?(?:come|comes|are|is|were|taken|drawn)\s+(?:\w+\s+)?from\b"
    r"|\bwhere\s+(?:\w+\s+){0,3}?(?:figures?|numbers?|data|facts|evidence|statistics|information)\b"
)

_LONGEST = 70
"""More characters than a label and a name have."""


def is_labelled_source(view: View, index: int, before: str) -> re.Match[str] | None:
    """The label and name before a year, in copy that says it tells its sources; ``before`` is the sentence up to the year."""
    entry = _ENTRY.search(before) if len(before) <= _LONGEST else None
    if entry is None:
        return None
    block = view.block(index)
    around = [fold(view.text(i)) for i in (block.heading, block.parent) if i is not None]
    return entry if any(_FROM.search(text) for text in (*around, fold(block.text))) else None
