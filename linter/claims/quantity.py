"""How a figure of the copy stands to a fact's figure: the verdict, and named numbers for the decision."""

from __future__ import annotations

from dataclasses import replace
from math import log10

from linter.claims.alignment import add_alignment
from linter.claims.areas import Context
from linter.claims.comparison import SLOTS, Comparison
from linter.claims.digits import distinct
from linter.claims.edits import EDITS
from linter.claims.judge import Verdict, compare, counts_a_few, same_digits
from linter.claims.key import FactKey
from linter.claims.limits import add_limits
from linter.claims.reading import BlockReading, with_age
from linter.language.ages import OLDEST, YEAR
from linter.language.figure import Figure
from linter.language.lexicon import Lexicon
from linter.patterns import AnyCase

BOUNDS = ("over", "under", "at-least", "at-most")


_LASTS = AnyCase(
    r"\b(?:for|takes?|took|taking|(?<!the )lasts?|lasting|every|runs? to|course of|up to)\s+(?:about\s+|around\s+|roughly\s+|a\s+)?$"
)


_ELAPSED = AnyCase(r"\bbeen \w+ing for\s+(?:about\s+|around\s+)?$")
"""'Once you have been trying for 6 months': at 6 months."""


def is_horizon(reading: BlockReading, figure: Figure) -> bool:
    """True for a time that something is measured at: 'at 5 years', but not 'for 12 weeks', which is how long it takes."""
    before = reading.text[max(0, figure.lead - 24) : figure.lead]
    if _LASTS.search(before) and not _ELAPSED.search(before):
        return False
    return any(s.start == figure.start for s in reading.horizons)


_EVERY = AnyCase(r"\b(?:every|each|once (?:in|every))\s+(?:about\s+|around\s+)?$")
_TAKES = AnyCase(r"\b(?:takes?|took|lasts?|lasting|for)\s+(?:about\s+|around\s+|only\s+|just\s+)?$")


def is_recurring(reading: BlockReading, figure: Figure) -> bool | None:
    """True for 'every 2 years' and 'annually', False for what takes 20 minutes, None where the words do not tell."""
    if figure.role == "rhythm":
        return True
    before = reading.text[max(0, figure.lead - 24) : figure.lead]
    return True if _EVERY.search(before) else False if _TAKES.search(before) else None


_POINTED = AnyCase(r"\s+(?:before|after|prior to|earlier|later|ago|following)\b")
"""'Two days before a migraine': when something is, not how long it lasts."""
_AFTER_AGES = AnyCase(
    r"^\s*(?:[,.;:)]|$|(?:and|or|but|who|with|if|when|on average|are|is|were|can|get|have|may|should|in|at|every|years?|a)\b)"
)
_AT_AGE = AnyCase(
    r"\b(?:at|by|around|between|from|after|before|until|is|was|typically|usually|mostly|of)\s*$"
)
"""What stands before the age at which something is so."""
_SETS_IN = AnyCase(
    r"\b(?:ages?|onset|life|born|birth|old|infan\w+|child\w*|appear\w*|beg[aiu]n\w*|start\w*|develop\w*|diagnos\w*|occur\w*|stop\w*"
    r"|cease\w*|first|affect\w*|found|seen|strikes?)\b"
)


def _is_one_decade(copy: Figure, fact: Figure) -> bool:
    """True for 'in their 40s' under a fact of 30 to 60: one part of it told by itself."""
    if copy.role != "age" or copy.low is None or copy.high is None or not fact.is_range:
        return False
    low, high = fact.bounds
    return (
        copy.low % 10 == 0 and copy.high - copy.low == 9 and low <= copy.bounds[0] and copy.bounds[0] < high
    )


def narrows_share(context: Context) -> bool:
    """True for an age that says of whom a share is told: '60% of those whose psoriasis starts before 40'."""
    sentence = context.own.reading.sentences[context.sentence]
    return any(
        f.is_claim and f.dimension == "proportion" and sentence.start <= f.start < sentence.end
        for f in context.own.reading.figures
    )


def as_ages(context: Context, key: FactKey) -> Context | None:
    """The context with a number or a span of time read as an age, for a claim about one: 'starts at 40', 'from 55 to 74'."""
    figure, fact = context.figure, key.figure
    if figure is None or fact is None or fact.role != "age" or not figure.is_claim:
        return None
    text = context.own.reading.text
    low, high = figure.bounds
    if figure.dimension in ("count", "number"):
        after = _AFTER_AGES.match(text[figure.end : figure.end + 12])
        fits = not figure.unit and 0 < low <= high <= OLDEST and after is not None
    else:
        fits = figure.dimension == "time" and high <= OLDEST * YEAR
    ranges = fact.is_range and figure.is_range and figure.dimension in ("count", "number")
    if not fits or not (ranges or _AT_AGE.search(text[max(0, figure.lead - 16) : figure.lead])):
        return None
    if not ranges and not _SETS_IN.search(context.own.text):
        return None
    return replace(context, figure=with_age(figure))


_COMPLEMENT = {"at-least": "under", "under": "at-least", "over": "at-most", "at-most": "over"}


def _is_complement(copy: Figure, fact: Figure) -> bool:
    """True for below 1.1 where the fact is 1.1 or more: the same threshold, told from the other side."""
    return copy.bounds == fact.bounds and _COMPLEMENT.get(fact.qualifier) == copy.qualifier


def _is_shifted(copy: Figure, fact: Figure) -> bool:
    """True for 3.125 mg where the fact is 31.25 mg: the same digits, the point elsewhere."""
    if not copy.value or not fact.value or copy.unit != fact.unit or copy.base != fact.base:
        return False
    ratio = abs(copy.value / fact.value)
    return ratio in (10, 100, 1000) or 1 / ratio in (10, 100, 1000)


_POINT = AnyCase(r"\b(?:threshold|cut-?off|trigger)\b")


_FROM_AGE = AnyCase(
    r"\b(?:from|starting|starts?|turn(?:ed|s|ing)?|reach(?:ed|es|ing)?)(?: (?:at|the|age|of|aged)){0,3}\s*$"
)


_LIMITS = {
    1: AnyCase(
        r"\b(?:minimum|least|goal|target|aim|from|starts? at|begins? at|recommend(?:ed|s)?|threshold|cut-?off)\b"
    ),
    -1: AnyCase(
        r"\b(?:has|have|had|gives?|leaves?) (?:[\w-]+ ){1,4}(?:seconds|minutes|hours|days|weeks|months) to\b|\b(?:maximum|max|most|ceiling|limit|cap|the line|go over|exceed\w*|go beyond|goes beyond|more than|until|no later|as late as|first|window|in which|threshold|cut-?off)\b"
    ),
}
"""What makes a figure told without a bound a limit: 'the daily ceiling (4 g)', 'a weekly target of 150 minutes'."""


def verdict_of(
    copy: Figure, key: FactKey, cell: bool, before: str = "", told: str = "", after: str = ""
) -> tuple[Verdict, bool]:
    """The verdict, and whether the figure is one that the fact once had.

    ``before`` and ``after`` are the text around the copy's figure, ``told`` all of its own words. A bound that the fact implies agrees even where its
    figure was once the fact's, unless that very bound was.
    """
    assert key.figure is not None
    fact = key.figure
    if _is_one_decade(copy, fact) and copy.bounds != fact.bounds:
        return "other", False
    verdict = compare(copy, fact, key.tolerance, key.threshold, cell)
    if verdict == "conflicts" and (counts_a_few(copy) or _OF_TEXT.match(after)):
        return "other", False
    if (
        verdict == "conflicts"
        and copy.bounds == fact.bounds
        and not fact.side
        and _POINT.search(key.fact.claim)
    ):
        return "agrees", False  # 'a transfusion below 7 g/dL', of a threshold of 7 g/dL
    if verdict == "agrees" and copy.side == fact.side == -1 and copy.bounds != fact.bounds:
        at_most = _UP_TO.search(before), _UP_TO.search(key.fact.claim, 0, fact.start)
        return ("conflicts" if all(at_most) else verdict), False
    equated = before.endswith("(") or _EQUATED.search(before)
    restated = equated and fact.side and not copy.side
    if verdict == "conflicts" and restated and copy.bounds == fact.bounds:
        return "agrees", False  # 'greater than 30 milligrams for each gram (30 mg/g)'
    limit = key.threshold and fact.side and not copy.side and copy.bounds == fact.bounds
    if verdict == "conflicts" and limit and _LIMITS[fact.side].search(told):
        return "agrees", False
    if verdict == "conflicts" and copy.bounds == fact.bounds and _is_reached(copy, fact, before):
        return "agrees", False
    if verdict == "conflicts" and copy.bounds == fact.bounds and _ends_there(copy, before, key):
        return "agrees", False
    for old, _ in key.superseded:
        again = copy.qualifier in ("exact", "about", fact.qualifier) and compare(copy, old) == "agrees"
        if verdict == "conflicts" and (again or copy.bounds == old.bounds):
            return verdict, True
        listed = (copy.bounds, copy.side) == (old.bounds, old.side) and copy.bounds != fact.bounds
        if verdict == "agrees" and listed and (old.side or copy.hedged):
            return "conflicts", True  # 'about 1 in 16' rounds 1 in 17, but was the fact once
    return verdict, False


_EQUATED = AnyCase(
    r"\b(?:equals?|equal to|equivalent to|the same as|which is|that is|that's|or about|or around)\s+$"
)
"""Before a limit told again in another unit: '2.4 g of sodium, equal to 6 g of salt'."""
_OF_TEXT = AnyCase(
    r"\s+(?:[\w-]+ ){0,2}?(?:facts|tips|ways|things|reasons|myths|questions|steps|ideas|stories|lessons|chapters|pages|slides)\b"
)
"""What a text counts of its own: '25 skin cancer facts'."""
_TURNING = r"(?:(?: \w+){1,4} (?:is|are|was|were|turns?|turned|reach(?:es|ed)?))?"
"""'Before the baby is 15 weeks old', 'before he or she turned 12'."""
_TURNS = {
    -1: AnyCase(rf"\b(?:before|until|till|by|prior to|earlier than)(?: the)?{_TURNING}\s*$"),
    1: AnyCase(rf"\b(?:after|past|beyond|from|later than|since)(?: the)?{_TURNING}\s*$"),
}
"""What makes a point in time a bound: 'birth before 37 weeks' is one at less than 37 weeks."""


def _ends_there(copy: Figure, before: str, key: FactKey) -> bool:
    """Whether one of two equal times is a bound by its qualifier, and the other by the word before it."""
    fact = key.figure
    assert fact is not None
    told = ((copy.side, before), (fact.side, key.fact.claim[: fact.lead]))
    sides = [side or next((s for s, p in _TURNS.items() if p.search(text)), 0) for side, text in told]
    return copy.dimension == "time" and sides[0] == sides[1] != 0


_UP_TO = AnyCase(r"\b(?:up to|as (?:many|much|high|long) as)\s+$")
"""What gives the most that there is: 'up to eight' is no weaker way of saying 'up to three'."""


def _is_reached(copy: Figure, fact: Figure, before: str) -> bool:
    """'From the age of 75' says 'aged 75 and older'."""
    aged = fact.role == "age" and fact.qualifier == "at-least" and copy.qualifier == "exact"
    return aged and bool(_FROM_AGE.search(before))


def add_figures(result: Comparison, lexicon: Lexicon) -> None:
    """What the two figures alone say for and against one claim."""
    key, copy, verdict = result.key, result.figure, result.verdict
    fact = key.figure
    assert fact is not None
    dim = copy.dimension.split("/")[0]
    dim = dim if dim in ("proportion", "count", "time", "money", "mass", "number", "multiple") else "unit"
    result.add(f"is {dim}")
    result.add("is rank", copy.role == "rank")
    result.add("verdict unit", verdict == "unit")
    result.add("was the fact's", result.was)
    result.add("range for point", copy.is_range and not fact.is_range)
    result.add("point for range", fact.is_range and not copy.is_range)
    result.add("both ranges", fact.is_range and copy.is_range)
    result.add("other bound", copy.side != fact.side)
    result.add("other kind", copy.kind != fact.kind)
    result.add("other unit", copy.unit != fact.unit)
    result.add("threshold", key.threshold)
    add_limits(result, lexicon)
    result.add("other side of the threshold", key.threshold and _is_complement(copy, fact))
    result.add("hedge differs", copy.hedged != fact.hedged)
    equal = copy.bounds == fact.bounds
    result.add("equal", equal)
    result.add("equal and distinct", distinct(copy) if equal else 0.0)
    result.add("implied bound", verdict == "agrees" and not equal and copy.qualifier in BOUNDS)
    result.add("rounded", verdict == "agrees" and not equal and copy.qualifier not in BOUNDS)
    a, b = float(copy.bounds[1]), float(fact.bounds[1])
    if a > 0 and b > 0:
        result.add("apart", min(abs(log10(a / b)), 3.0))
        result.add("near", 1.0 if not equal and 0.67 <= a / b <= 1.5 else 0.0)
        result.add("far", 1.0 if not 0.1 <= a / b <= 10 else 0.0)
    whole = copy.dimension == fact.dimension == "proportion" and not copy.is_range and not fact.is_range
    result.add("the rest of the whole", whole and not equal and copy.bounds[0] + fact.bounds[0] == 1)
    result.add("same digits", not equal and same_digits(copy, fact))
    shifted = not equal and _is_shifted(copy, fact)
    result.add("decimal point shifted", shifted)
    result.add("decimal point of a distinct figure shifted", distinct(copy) if shifted else 0.0)
    ends = {*copy.bounds} & {*fact.bounds}
    result.add("shares an end", bool(ends) and not equal)
    stated = [f for f in key.reading.figures if f.bounds != fact.bounds]
    result.add(
        "claim says it too", any(f.bounds == copy.bounds and f.dimension == copy.dimension for f in stated)
    )
    if copy.dimension == "time":
        here = is_recurring(result.context.own.reading, copy)
        there = is_recurring(key.reading, fact)
        result.add("recurs differs", {here, there} == {True, False})
        result.add("so many each time", here is True and there is True and bool(result.of("new companion")))
        claimed = there is False and not _POINTED.match(key.fact.claim, fact.end)
        result.add(
            "a point for a span",
            claimed and bool(_POINTED.match(result.context.own.reading.text, copy.end)),
        )
        result.add(
            "horizon differs", is_horizon(result.context.own.reading, copy) != is_horizon(key.reading, fact)
        )
    result.add("as many decimals", bool(copy.decimals) == bool(fact.decimals))
    if verdict == "agrees" or result.of("said in sentence") > _TOLD:
        add_alignment(result, lexicon)


_TOLD = 0.5
"""The part of a claim that its sentence says, from which another figure is of the same or of a neighbouring claim."""
FIGURE_FEATURES = frozenset(
    (
        "verdict unit|was the fact's|range for point|point for range|both ranges|other bound|other kind|other unit|"
        "hedge differs|equal|equal and distinct|implied bound|rounded|apart|near|far|same digits|shares an end|"
        "claim says it too|as many decimals|recurs differs|horizon differs|word for word|words swapped|words dropped|"
        "words added|nothing swapped|verbatim but for a word|verbatim but for words added|verbatim|"
        "other side of the threshold|decimal point shifted|decimal point of a distinct figure shifted|"
        "exchanged in place|thing exchanged in place|added in place|relation turned|nearly verbatim, a thing changed|"
        + "|".join(f"{what} {slot}" for what in EDITS for slot in (*SLOTS, "predicate"))
    ).split("|")
)
"""Features that only two figures, or copy with the fact's figure, have: what a claim is about is judged without."""
