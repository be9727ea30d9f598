"""What a share is a share of, in the claim and in the copy: of all, of the cases, of those without the disease."""

from __future__ import annotations

import re

from linter.binding.areas import Context
from linter.binding.key import FactKey, share_of_patients
from linter.binding.reading import BlockReading
from linter.language.figure import Figure
from linter.language.lex import fold
from linter.patterns import Pattern


def has_other_base(context: Context, key: FactKey) -> bool:
    """True where the figure is a part of something else than the claim's.

    A share of the cases, or of 'adults with asthma', is no share of all adults.
    """
    assert context.figure is not None
    if _part_of_events(context, key) or _is_converse(context, key):
        return True
    if not (key.ages or any(n.kind == "population" for n in key.needs)) or key.base or _is_of_cases(key):
        return False
    return bool(share_of_patients(context.own.reading.text, context.figure))


def _is_of_cases(key: FactKey) -> bool:
    """True for '75% of leukaemias in children', which is a share of the cases."""
    assert key.figure is not None
    if not _OF.match(key.reading.text, key.figure.end):
        return False
    first = next((n for n in key.needs if key.figure.end <= n.start <= key.figure.end + 12), None)
    return first is not None and first.kind == "condition"


_HAVING = Pattern(
    r"\s*(?:of (?:them|those|these|us)\s+)?(?:(?:people|patients|men|women|adults|children)\s+(?:(?:with|who have)\s+[\w' -]{3,40}?\s+)?)?(?:will |would |may |went on to |go on to )?(?:have|has|had|get|gets|got|develop\w*|suffer\w*|experience\w*|later had)\b",
    re.IGNORECASE,
)


_PREDICATE = Pattern(
    r"\b(?:have|has|had|get|gets|got|develop\w*|are found to have|turn out to have|are|were|is|was)\b",
    re.IGNORECASE,
)


def _base_and_rest(reading: BlockReading, figure: Figure) -> tuple[frozenset[str], frozenset[str]] | None:
    """What 'N% of infertile women have endometriosis' is a share of, and what that share has."""
    if not _OF.match(reading.text, figure.end):
        return None
    verb = _PREDICATE.search(reading.text, figure.end, figure.end + 80)
    if verb is None:
        return None
    inner = [m for m in reading.mentions if figure.end <= m.start < figure.end + 160]
    base = frozenset(r for m in inner if m.end <= verb.start() for r in m.readings)
    return base, frozenset(r for m in inner if m.start >= verb.end() for r in m.readings)


_OF = Pattern(r"\s*of\s", re.IGNORECASE)


def _is_converse(context: Context, key: FactKey) -> bool:
    """True for a share of the infertile who have a disease, where the claim is about a share of those with it."""
    figure, fact = context.figure, key.figure
    assert figure is not None
    assert fact is not None
    here, there = _base_and_rest(context.own.reading, figure), _base_and_rest(key.reading, fact)
    if here is None or there is None:
        return False
    diseases = frozenset(
        r for n in key.needs if n.kind in ("condition", "symptom", "term") for r in n.readings
    )
    turned = here[0] & there[1] & diseases, here[1] & there[0] & diseases
    return all(turned) and not (here[0] & there[0] & diseases)


def _part_of_events(context: Context, key: FactKey) -> bool:
    """True where the claim is about a part of the strokes, and the copy about a part of those who had one."""
    figure, fact = context.figure, key.figure
    assert figure is not None
    assert fact is not None
    if figure.dimension != "proportion":
        return False
    head = next(
        (m for m in key.reading.mentions if fact.end <= m.start <= fact.end + 12 and not m.weak), None
    )
    having = _HAVING.match(context.own.reading.text, figure.end)
    if (
        head is None
        or having is None
        or key.fact.claim[fact.end : head.start].strip() not in ("", "of", "of all")
    ):
        return False
    after = [m for m in context.own.mentions if m.start >= having.end()]
    return bool({"condition", "symptom"} & {n.kind for n in key.needs if n.start == head.start}) and any(
        set(m.readings) & set(head.readings) for m in after
    )


_NOT = Pattern(
    r"\b(?:not|never|without|neither|nor|cannot)\b(?!\s+(?:only|just|more|less|fewer|yet|necessarily|always))|n't\b(?!\s+(?:only|just))|\bno\b(?!\s+(?:more|less|fewer|longer|one\b|doubt|matter))",
    re.IGNORECASE,
)
_CLAUSE_END = Pattern(
    r"[.;:,—–]|\b(?:and|but|because|so|while|whereas|although|(?<!those )(?<!people )(?<!patients )(?<!women )(?<!men )(?:who|which|that))\b",
    re.IGNORECASE,
)


_RID = Pattern(r"\b(?:free (?:of|from)|without|rid of|stop\w*|cleared?|lose|lost|avoid\w*)\b", re.IGNORECASE)


def is_complement(context: Context, key: FactKey) -> bool:
    """True where the figure is the part of whom the claim is not so: '3 in 4 do not have it', '1 in 4 have it'.

    Never where either speaks of being free of something, which is a 'not' in other words.
    """
    figure, fact = context.figure, key.figure
    assert figure is not None
    assert fact is not None
    if figure.dimension != "proportion":
        return False
    here, there = _said_after(context.own.reading, figure), _said_after(key.reading, fact)
    if _RID.search(here) or _RID.search(there):
        return False
    return bool(_NOT.search(here)) != bool(_NOT.search(there))


def _said_after(reading: BlockReading, figure: Figure) -> str:
    text = fold(reading.text)
    stop = _CLAUSE_END.search(text, figure.end + 1)
    return text[figure.end : stop.start() if stop else len(text)]


_UNAFFECTED = Pattern(
    r"\b(?:with no (?:such|known)|without (?:it|them|(?:the|this|that|any such) (?:condition|disease|illness|problem|disorder|infection))|(?:do not|don't|does not|doesn't|did not|didn't) have (?:it|the (?:condition|disease)|this)|unaffected|healthy (?:people|couples?|women|men|adults|children|volunteers))\b",
    re.IGNORECASE,
)


def is_of_unaffected(context: Context, key: FactKey) -> bool:
    """True for a figure of those who lack the disease: 'a couple with no such problem has a one in four chance'."""
    return bool(_UNAFFECTED.search(context.own.text)) and not _UNAFFECTED.search(key.reading.text)
