"""What the copy itself shows as wrong: an exercise, a mistake that it names, the form to avoid."""

from __future__ import annotations

from linter.checks.view import View, fold_space
from linter.language.lex import fold
from linter.patterns import AnyCase
from linter.results import Finding

GROUPS = ("numbers", "safety")
"""The groups of rules that read spellings and sums, which a lesson may show wrong on purpose."""
_WRONG = r"(?:mistakes?|errors?|typos?|misprints?|slips?)"
_ASKED = AnyCase(
    rf"\b(?:spot|find|identify|name|circle)\s+(?:the|an?|two|three|each|any)\s+(?:\w+\s+)?{_WRONG}\b"
    r"|\bwhat(?:'s|\s+is)\s+wrong\b|\bwhat(?:'s|\s+is)\s+the\s+(?:mistake|error)\b"
)
"""'Spot the error: …', 'What is wrong with it?'"""
_NAMED = AnyCase(
    rf"^(?:\s+\w+){{0,2}}[\"')\]]*,?\s*(?:(?:which|that|this)\s+)?(?:(?:is|was|are|were|would\s+be|must\s+be)\s+(?:\w+ly\s+|of\s+course\s+)?(?:an?\s+|the\s+)?"
    rf"(?:{_WRONG}|wrong|incorrect|impossible|nonsense|rubbish|(?:now\s+|no\s+longer\s+)?(?:accepted|refused|rejected)|not\s+possible|form\s+to\s+avoid|(?:wrong|incorrect)\s+\w+)\b|cannot\s+be\b|makes?\s+no\s+sense\b)"
)
"""'A probability of 1.2 is a mistake': what follows a figure and calls it wrong."""
_LABELLED = AnyCase(
    r"(?:^|[.;:(]\s*)\W*(?:incorrect|wrong|avoid|unsafe|error[- ]prone|not\s+acceptable|bad\s+example|(?:do\s+not|don't|never)\s+(?:write|use))\s*:\W*(?:[^.;:]{0,40}\s)?$"
    r"|\b(?:typed|entered|keyed)\s+(?:in\s+)?as\W*$"
)
"""'Wrong: .5 mg. Right: 0.5 mg.', 'a band typed as "80-60 kg"'."""
_TO_AVOID = AnyCase(
    r"^\W*(?:avoid|do\s+not\s+(?:use|write)|don't\s+(?:use|write)|never\s+write|instead\s+of|error[- ]prone|wrong|incorrect|unsafe|not\s+like\s+this)\b"
)
"""The head of a column, or a heading, of forms that are not to be used."""


def is_shown_as_wrong(view: View, finding: Finding) -> bool:
    """True where the copy says itself that what was found is wrong, so that nobody need be told."""
    if finding.group not in GROUPS:
        return False
    index = view.block_at(finding.start)
    if index is None:
        return False
    block = view.block(index)
    over = " ".join(fold(view.text(i)) for i in (block.heading,) if i is not None)
    if _TO_AVOID.match(fold(view.column_heads(index))) or _ASKED.search(over):
        return True
    text = fold_space(fold(block.text))
    sentence, found = fold_space(fold(finding.sentence)), fold_space(fold(finding.found))
    low = max(0, text.find(sentence))
    at = max(low, text.find(found, low))
    # An exercise asks before its example or straight after it.
    if _ASKED.search(text[max(0, low - 80) : at]) or _ASKED.match(
        text[low + len(sentence) :].lstrip(" \"'*_")
    ):
        return True
    return bool(_NAMED.match(text[at + len(found) :]) or _LABELLED.search(text[max(0, at - 80) : at]))
