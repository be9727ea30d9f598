"""Limits: whether the copy says that one is that of the normal, and whether it is a limit at all or a span of time."""

from __future__ import annotations

from linter.claims.areas import Area
from linter.claims.comparison import OWN, SENTENCE, TOPIC, Comparison, level_of
from linter.patterns import AnyCase

_SPANNED = AnyCase(r"\b(?:first|last|next|past|final|remaining)\s+$")
"""'During the last 6 months of pregnancy': a span, where the claim sets a bound."""


def _before(result: Comparison) -> str:
    """The text right before the copy's figure."""
    figure = result.figure
    return result.context.own.reading.text[max(0, figure.lead - _LEAD) : figure.lead]


_LEAD = 24
_NORMAL = AnyCase(r"\b(?:normal|healthy|ideal|optimal)\b")
_NORM_TOLD = AnyCase(
    r"\b(?:normal\w*|ideal\w*|optimal\w*|references?|ranges?|typical\w*|desirable|health(?:y|ier) (?:blood|level|weight|bmi|body|reading|value|rate|heart|adult|people)\w*)\b"
)
"""What says that a limit is that of the normal, not what a patient is to reach, or where another class begins."""


_OVER = frozenset({"lead-in", "caption", "introduction", "row heading"})


def _around(result: Comparison) -> list[Area]:
    """The copy's own sentence, and what stands over it; the sentence before may tell of another limit."""
    return [a for a in result.context.areas if level_of(a) in (OWN, SENTENCE, TOPIC) or a.name in _OVER]


def add_limits(result: Comparison) -> None:
    """What makes of the copy's figure another limit than the claim's, or none."""
    key, fact = result.key, result.key.figure
    assert fact is not None
    normal = key.threshold and _NORMAL.search(key.fact.claim) is not None
    result.add("norm unsaid", normal and not any(_NORM_TOLD.search(a.text) for a in _around(result)))
    spanned = [bool(_SPANNED.search(t)) for t in (_before(result), key.fact.claim[: fact.lead])]
    result.add(
        "a span for a bound", fact.dimension == "time" and bool(fact.side) and spanned == [True, False]
    )
