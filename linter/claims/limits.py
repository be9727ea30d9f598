"""Limits: whether the copy says that one is that of the normal, and whether it is a limit at all or a span of time."""

from __future__ import annotations

from linter.claims.areas import Area
from linter.claims.comparison import OWN, SENTENCE, TOPIC, Comparison, level_of
from linter.claims.judge import COUNTED
from linter.claims.match import find_need
from linter.claims.needs import kind_of
from linter.language.lexicon import Lexicon
from linter.language.text import Mention
from linter.patterns import AnyCase

_SPANNED = AnyCase(r"\b(?:first|last|next|past|final|remaining)\s+$")
"""'During the last 6 months of pregnancy': a span, where the claim sets a bound."""


def _before(result: Comparison) -> str:
    """The text right before the copy's figure."""
    figure = result.figure
    return result.context.own.reading.text[max(0, figure.lead - _LEAD) : figure.lead]


_LEAD = 24
_STRENGTH = AnyCase(
    r"[\s-]+(?:strength )?(?:tablet|capsule|caplet|pill|patch|sachet|suppositor|vial|ampoule|lozenge|pen)(?:s|es|y|ies)?\b"
)
"""'Two 500 mg tablets': what one of them holds, and no dose."""
_MOST = AnyCase(r"\b(?:maximum|limit|at most|no more than)\b")
_TURN = AnyCase(r"\b(?:before|after)\s+$")
_AT = AnyCase(r"\bat\s+$")
"""'Babies born at 23 weeks', where the claim is of those born before 37."""
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
_DEFINED = AnyCase(
    r"(?:an? |the )?(?P<class>[^,.;:()]{3,60}?)\s+(?:is|are|means?|refers to|counts as|starts|begins)\b(?! recommended| advised)"
)
"""A class, and then its limit: 'preterm birth is birth before 37 weeks'."""
_CLASSES = frozenset({"condition", "symptom"})
_DEGREE = AnyCase(
    r"\b(?:extreme(?:ly)?|very|moderate(?:ly)?|late|early|severe(?:ly)?|mild(?:ly)?|morbid(?:ly)?|borderline|profound(?:ly)?|serious(?:ly)?)[ -]+$"
)
"""What makes of a class one of its degrees, which has a limit of its own: 'extremely preterm'."""
_DEGREE_REACH = 14
_HABIT = AnyCase(
    r"\b(?:consum(?:es?|ed)|eats?|ate|drinks?|drank|intakes? (?:is|was|are|were|of)|takes? in|took in|average (?:[\w-]+ )?(?:diet|adult|person|man|woman|american|intake|consumption) (?:\w+ )?)\s*(?:[\w'’-]+\s+){0,4}$"
)
"""What people do, right before the figure, where the claim tells what they should: 'Americans consume over 3,500 mg'."""
_ADVICE = AnyCase(
    r"\b(?:should|must|need|needs|ought|can|may|limit\w*|recommend\w*|advis\w*|maximum|no more|not|never|safe(?:ly)?|keep|aim\w*|target|goal|try|tries|guidelines?|please|if|when|to)\b"
)
_ADVISED = AnyCase(r"\b(?:should|must|limit|recommended|no more than|maximum|upper|need|aim)\b")
_HABIT_REACH = 60


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


def _is_class(mention: Mention, lexicon: Lexicon) -> bool:
    return kind_of(mention.readings[0], lexicon) in _CLASSES and not mention.weak


def _is_class_of_claim_unsaid(result: Comparison, lexicon: Lexicon) -> bool:
    """The same of a claim that names the class first, where the copy's own words name another one."""
    key, fact = result.key, result.key.figure
    assert fact is not None
    defined = _DEFINED.match(key.reading.text, 0, fact.lead)
    if defined is None:
        return False
    low, high = defined.span("class")
    needs = [n for n in key.needs if low <= n.start < high and n.kind != "light" and not n.weak]
    if not any(n.kind in _CLASSES for n in needs):
        return False
    wider = frozenset(r for n in needs for r in (*n.readings, *lexicon.above(n.readings)))
    own = [m for m in result.context.own.tops if _is_class(m, lexicon)]
    named = any(wider & set(m.readings) for m in own)
    return named and find_need(needs[-1], _around(result), lexicon)[0] == 0


def _is_of_degree(result: Comparison) -> bool:
    """True where the copy's limit is of a degree of the claim's class, and the claim's is not: 'extremely preterm'."""
    own, key, fact = result.context.own, result.key, result.key.figure
    defined = _DEFINED.match(key.reading.text, 0, fact.lead) if fact else None
    if defined is None:
        return False
    text = own.reading.text
    classes = [m for m in own.tops if set(m.readings) & key.subject or set(m.readings) & key.named]
    degrees = [_DEGREE.search(text, max(0, m.start - _DEGREE_REACH), m.start) for m in classes]
    return any(d and d.group().strip(" -").lower() not in key.words for d in degrees)


def _is_habit(result: Comparison) -> bool:
    """True where the copy tells how much people take, and the claim how much they should."""
    figure, text = result.figure, result.context.own.reading.text
    low = max(0, figure.lead - _HABIT_REACH)
    low = max([low, *(text.rfind(mark, low, figure.lead) + 1 for mark in ".;:!?")])
    told = _HABIT.search(text, low, figure.lead)
    return told is not None and not _ADVICE.search(text, low, figure.lead)


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
        "aim differs",
        key.threshold and aims[0] != aims[1] and (normal or _MARKS.search(key.fact.claim) is not None),
    )
    opposed = result.figure.side * fact.side < 0 and result.figure.bounds != fact.bounds
    result.add("a limit on the other side", key.threshold and opposed)
    turned = _TURN.search(key.fact.claim[: fact.lead]) is not None
    result.add(
        "a point for a limit",
        key.threshold and turned and not result.figure.side and _AT.search(_before(result)) is not None,
    )
    unsaid = key.threshold and (
        _is_class_unsaid(result, lexicon) or _is_class_of_claim_unsaid(result, lexicon)
    )
    result.add("class unsaid", unsaid)
    result.add("a degree of the class", key.threshold and _is_of_degree(result))
    strong = [
        bool(_STRENGTH.match(r.text, f.end))
        for r, f in ((result.context.own.reading, result.figure), (key.reading, fact))
    ]
    several = fact.side != 0 or _MOST.search(key.fact.claim) is not None
    result.add("strength of one", several and strong == [True, False])
    advised = _ADVISED.search(key.fact.claim) is not None
    result.add("what is done", advised and fact.dimension not in COUNTED and _is_habit(result))
    spanned = [bool(_SPANNED.search(t)) for t in (_before(result), key.fact.claim[: fact.lead])]
    result.add(
        "a span for a bound", fact.dimension == "time" and bool(fact.side) and spanned == [True, False]
    )
