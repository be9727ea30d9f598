"""Lines of plain text, and what the look of a line says about it."""

from __future__ import annotations

from typing import NamedTuple

from linter.patterns import Pattern

LONG_LINE = 120
"""Nobody wraps lines at more than this: a longer one is a whole paragraph."""
HEADING = 80
LABEL = 60

BLANKS = " \t\0\ufeff\f\v"
SYMBOLS = "-*•‣▪◦·"
MARKS = SYMBOLS + "–—(0123456789"
BULLET = Pattern(r"(?:[-*•‣▪◦·–—]|\(?\d{1,3}[.)]|\(?[a-zA-Z]\))(?:[ \t]++(?=\S)|$)")
SECTION = Pattern(r"(?:\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.)])[ \t]++(?=[^\W\d_])")
RULE = Pattern(r"(?:=+|-{3,}|_{3,}|\*{3,}|~{3,})$")
INNER_SENTENCE = Pattern(r"[a-z)][.!?]\s*[A-Z]")
_LEADING_WORDS = (
    "a an and are as at be by can for from has have if in include includes including into is may of on or"
    " such than that the these this to was were when which will with"
)
"""Words that do not end a heading: what follows belongs to the sentence."""
QUESTION_WORDS = frozenset({"how", "what", "when", "where", "which", "who", "why"})
LEADING_WORDS = frozenset(_LEADING_WORDS.split())


class Line(NamedTuple):
    """A line without the white space around it, which ``indent`` counts on its left."""

    start: int
    end: int
    indent: int
    text: str
    mark: str
    """The bullet or number with which it begins, if any, with the blanks after it."""


def is_heading(text: str, is_lead_in: bool) -> bool:
    """Whether a line that stands alone reads like a heading; ``is_lead_in`` if a list follows."""
    words = text.rstrip(":? ").split()
    if not words or len(text) > HEADING or text.endswith((".", ";", ",", "!")) or INNER_SENTENCE.search(text):
        return False
    asks = words[0].lower() in QUESTION_WORDS
    if not (starts_like_a_heading(text) or (asks and text.endswith("?"))):
        return False
    if words[-1].lower() in LEADING_WORDS and not asks:
        return False
    if text.endswith(":"):
        return not is_lead_in and len(words) <= 5
    return not is_lead_in or len(words) <= 6 or text.endswith("?")


def starts_like_a_heading(text: str) -> bool:
    """Whether the first letter is a capital, or a figure or quotation mark stands first."""
    first = text.lstrip("\"'“‘([¿¡")[:1]
    return first.isupper() or first.isdigit()


def is_deliberate_break(lines: list[Line], at: int, wide: int) -> bool:
    """Whether the next line's first word would have fitted on line ``at``."""
    word = len(lines[at + 1].text.split(None, 1)[0])
    return len(lines[at].text) + 1 + word <= wide


def ends_sentence(text: str) -> bool:
    """Whether a line ends with the end of a sentence or clause."""
    return text.rstrip("\"'”’)]").endswith((".", "!", "?", ":", ";"))
