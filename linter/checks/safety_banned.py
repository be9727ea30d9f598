"""Claims that the copy shows as such: in a list of banned words, crossed out, as the wrong answer, as a test's bad example."""

from __future__ import annotations

from linter.checks.persons import is_option
from linter.checks.view import View
from linter.language.lex import fold
from linter.patterns import AnyCase, Pattern

_CROSSED = AnyCase(
    r"\s*(?:[❌✗✘🚫⛔]|\[[xX]\]\s*(?:wrong|bad)|(?:wrong|bad|incorrect|false|don't say|never say|do not say|not)\s*[:–—])"
)
_BANNED = AnyCase(
    r"\b(?:banned|prohibited|forbidden|disallowed|blocklist|non-?compliant|compliance\s+(?:reviews?|issues?|checks?|rules?)|unsubstantiated|exaggerated|misleading|deceptive"
    r"|over-?claim\w*|hallucinat\w+|unsupported\s+claims?|violat\w+|words?\s+to\s+avoid|never\s+(?:say|write|claim)|do(?:n't|\s+not)\s+(?:say|write|claim)|fallac\w+|adversarial|guardrails?)\b"
)
_VERDICT = Pattern(
    r"^\W*(?:blocked?|banned|fail(?:s|ed)?|false|reject(?:ed)?|flag(?:ged)?|unsafe|violation|non-?compliant|wrong|bad|no|❌)\W*$",
    1 << 1,
)
_SCORED = AnyCase(r"(?:^|[,;(]\s*)(?:(?:score|level|grade|rating|value)\s+)?\d+\s*[=:]\s*$")
"""'Score 5: completely safe for the most fragile skin', '1 = treats all symptoms': what a number stands for."""
_OPENED = Pattern(r"(?<!\w)['\"“‘]$")
_CLOSED = Pattern(r"^,?['\"”’](?!\w)")


def is_shown_as_banned(
    view: View, index: int, text: str, sentence: tuple[int, int], claim: tuple[int, int]
) -> bool:
    """True where the copy makes no claim with these words, but shows them. ``claim`` is where they stand."""
    (low, high), (start, end) = sentence, claim
    if is_option(text) or _CROSSED.match(text) or _SCORED.search(text[low:start]):
        return True
    if _OPENED.search(text[:start]) and _CLOSED.match(text[end:]):
        return True  # '100% certain', said to be somebody's words
    block = view.block(index)
    over = " ".join(fold(view.text(i)) for i in (block.heading, block.parent) if i is not None)
    if _BANNED.search(f"{over} {text[low:high]} {view.column_heads(index)}"):
        return True
    return any(_VERDICT.match(cell) for cell in _row(view, index))


def _row(view: View, index: int) -> list[str]:
    """The other cells of a cell's row."""
    table = view.block(index).table
    if table is None:
        return []
    rows = view.document.tables[table].rows
    return [view.text(c) for row in rows if index in row for c in row if c not in (-1, index)]
