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
    if _is_discussed(over, text[low:high], (start - low, end - low)):
        return True
    if _BANNED.search(f"{over} {text[low:high]} {view.column_heads(index)}"):
        return True
    return any(_VERDICT.match(cell) for cell in _row(view, index))


_QUOTED = Pattern(r"['\"“‘][^'\"“”’]*(?:['’]\w[^'\"“”’]*)*['\"”’](?!\w)")
_TAKEN_OUT = (
    r"(?:remov|delet|dropp|withdr|replac|correct|rephras|reword|rewr|retract|amend|edit|strik|struck|fix)\w*"
)
_WORDS = r"(?:sentence|wording|phrase|line|slogan|statement|headline|caption|tagline|passage|text|copy)s?"
_DISCUSSED = AnyCase(
    rf"^\W*{_TAKEN_OUT}\s*[:–—-]|^\W*(?:the|this|an?|one|our)?\s*(?:old\s+|former\s+|misleading\s+)?(?:sentence|phrase|wording|passage)s?\s*[:,]?\s*$"
    rf"|^[^.]*\b{_TAKEN_OUT}\b[^.]*\b{_WORDS}\s*[:,]?\s*$|^\W*(?:we\s+|\w+\s+)?{_TAKEN_OUT}\s+$"
    r"|\b(?:bad|poor|weak)\s+(?:copy|example|wording)s?\b"
)
"""What stands before a quoted sentence that the copy talks about: 'Removed the sentence "…"', 'Bad copy: "…"'."""
_REWORDED = AnyCase(
    rf"^[.,]?\s+(?:\w+\s+){{0,3}}?{_TAKEN_OUT}\b|^[.,]?\s+(?:now\s+reads|became|is\s+gone|no\s+longer)\b"
)
_GONE = AnyCase(
    rf"^\W*(?:{_TAKEN_OUT}|changes?|changed|bad\s+(?:copy|examples?)|examples?\s+of\s+bad\s+\w+)\W*$"
)


def _is_discussed(over: str, sentence: str, claim: tuple[int, int]) -> bool:
    """True for a claim within quotation marks that the copy only talks about. ``over`` is the heading above it."""
    start, end = claim
    quote = next((q for q in _QUOTED.finditer(sentence) if q.start() < start and end <= q.end()), None)
    if quote is None:
        return False
    before, after = sentence[: quote.start()], sentence[quote.end() :]
    return bool(_DISCUSSED.search(before) or _REWORDED.match(after) or _GONE.match(over))


def _row(view: View, index: int) -> list[str]:
    """The other cells of a cell's row."""
    table = view.block(index).table
    if table is None:
        return []
    rows = view.document.tables[table].rows
    return [view.text(c) for row in rows if index in row for c in row if c not in (-1, index)]
