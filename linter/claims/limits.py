"""Limits: whether the copy says that one is that of the normal, and whether it is a limit at all or a span of time."""

from __future__ import annotations

from linter.claims.areas import Area
from linter.claims.comparison import OWN, SENTENCE, TOPIC, Comparison, level_of
from linter.claims.match import find_need
from linter.language.lexicon import Lexicon
from linter.patterns import AnyCase

_SPANNED = AnyCase(r"\b(?:first|last|next|past|final|remaining)\s+$")
"""'During the last 6 months of pregnancy': a span, where the claim sets a bound."""


def _before(result: Comparison) -> str:
    """The text right before the copy's figure."""
    figure = result.figure
    return result.context.own.reading.text[max(0, figure.lead - _LEAD) : figure.lead]


_LEAD = 24
_NORMAL = AnyCase(r"\b(?:normal|healthy|ideal|optimal)\b")
_AIM = AnyCase(r"\b(?:goals?|targets?|aim(?:s|ed|ing)?(?: (?:is|for|to|at))?)\b")
_MARKS = AnyCase(r"\b(?:indicates?|means?|diagnos\w+|defined|signs?|considered|called)\b")
"""What a limit marks off, which is not what a patient is to reach."""
_NORM_TOLD = AnyCase(
    r"\b(?:normal\w*|ideal\w*|optimal\w*|references?|ranges?|typical\w*|desirable|health(?:y|ier) (?:blood|level|weight|bmi|body|reading|value|rate|heart|adult|people)\w*)\b"
)
"""What says that a limit is that of the normal, not what a patient is to reach, or where another class begins."""


_OVER = frozenset({"lead-in", "caption", "introduction", "row heading"})


def _around(result: Comparison) -> list[Area]:
    """The copy's own sentence, and what stands over it; the sentence before may tell of another limit."""
    return [a for a in result.context.areas if level_of(a) in (OWN, SENTENCE, TOPIC) or a.name in _OVER]


_DEFINES = AnyCase(
    r"[^,.;:]{0,30}?\b(?:is|are|means?|indicates?|signals?|counts? as|defines?|is called)\s+(?:an? |the )?"
)
"""Between a limit and the class that it makes: 'a reading above 180/120 is a hypertensive crisis'."""
_CLASS_ENDS = AnyCase(r"[,.;:]|\b(?:in|for|of|at|on|during|when|if)\b")


def _is_class_unsaid(result: Comparison, lexicon: Lexicon) -> bool:
    """True where the copy nowhere near names the class that the claim's limit makes: a crisis, not high blood pressure."""
    key, fact = result.key, result.key.figure
    assert fact is not None
    text = key.reading.text
    defined = _DEFINES.match(text, fact.end)
    if defined is None:
        return False
    end = _CLASS_ENDS.search(text, defined.end())
    named = [n for n in key.needs if defined.end() <= n.start < (end.start() if end else len(text))]
    return bool(named) and find_need(named[-1], _around(result), lexicon)[0] == 0


def add_limits(result: Comparison, lexicon: Lexicon) -> None:
    """What makes of the copy's figure another limit than the claim's, or none."""
    key, fact = result.key, result.key.figure
    assert fact is not None
    normal = key.threshold and _NORMAL.search(key.fact.claim) is not None
    result.add("norm unsaid", normal and not any(_NORM_TOLD.search(a.text) for a in _around(result)))
    result.add(
        "norm only in copy",
        key.threshold and not normal and _NORMAL.search(result.context.own.text) is not None,
    )
    aims = [bool(_AIM.search(t)) for t in (result.context.own.text, key.fact.claim)]
    result.add(
        "aim differs", key.threshold and aims[0] != aims[1] and _MARKS.search(key.fact.claim) is not None
    )
    result.add("class unsaid", key.threshold and _is_class_unsaid(result, lexicon))
    spanned = [bool(_SPANNED.search(t)) for t in (_before(result), key.fact.claim[: fact.lead])]
    result.add(
        "a span for a bound", fact.dimension == "time" and bool(fact.side) and spanned == [True, False]
    )
