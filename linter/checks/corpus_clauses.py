"""What in a figure's sentence is none of its own: an earlier statement, or the same thing told in another form."""

from __future__ import annotations

from collections.abc import Iterable

from linter.language.figure import Figure
from linter.patterns import AnyCase, Pattern

_AND = AnyCase(
    r"[,;]\s+(?:and|but|while|whereas)\s+(?:(?:about|around|some|nearly|almost|roughly|only|over|an\s+estimated|up\s+to|more\s+than|less\s+than)\s+)*$"
)
_ITS_OWN = AnyCase(
    r"\s+of\s+(?:all\s+)?(?:the\s+)?[a-z]+\s+(?:[\w'’-]+\s+){1,6}?"
    r"(?:have|has|had|are|is|were|was|will|can|cannot|die|live|get|need|develop|survive|remain)\s+[a-z]{2,}"
)
"""'60% of people with sleep apnoea have not been diagnosed': of whom, and what of them."""
_ELLIPSIS = AnyCase(r"\b(?:so|too|as\s+well|also|it|them|this|that|these|those|the\s+same)\b")
_SETTING = AnyCase(
    r"\W*(?:in|among|amongst|for|at|after|before|by|during|under|over|of|within|with|without|on|when|where|if|until|since|from|across|as|while|although|though"
    r"|worldwide|globally|nationally|overall|today|currently)\b"
)
"""What a sentence opens with that holds for all of it: 'In Norway, 12% smoke, and 60% of …'."""


def alone_from(text: str, within: tuple[int, int], figure: Figure) -> int | None:
    """Where a statement begins that says by itself what its figure is of, after another in its sentence; None where it leans."""
    start, stop = within
    if _AND.search(text, start, figure.lead) is None or _SETTING.match(text, start, stop):
        return None
    own = _ITS_OWN.match(text, figure.end, stop)
    return figure.lead if own and not _ELLIPSIS.search(text, figure.end, stop) else None


_PEOPLE = 1_000_000
_BRACKET = Pattern(r"\((?:[a-z]+\s)?$")
_THING = Pattern(r"\s+[a-z][^.,;:()]{0,60}\((?:[a-z]+\s)?$")


def told_twice(text: str, figure: Figure, figures: Iterable[Figure]) -> Figure | None:
    """The figure that a share in brackets tells again: '600 million adults (44%)', '1 in 5 adults (21%)'.

    A number of people is one that only a country or the world has: '12 patients (30%)' is one arm of a trial.
    """
    if figure.dimension != "proportion" or not text.startswith(")", figure.end):
        return None
    if not _BRACKET.search(text, max(0, figure.lead - 12), figure.start):
        return None
    before = [f for f in figures if f.end <= figure.lead and f.is_claim]
    nearest = max(before, key=lambda f: f.end, default=None)
    if nearest is None or not _THING.match(text, nearest.end, figure.start):
        return None
    counts = nearest.dimension == "count" and nearest.bounds[0] >= _PEOPLE
    return nearest if counts or nearest.dimension == "proportion" else None
