"""What a share is a share of: of the infertile who have a disease, or of those with it who are infertile."""

from __future__ import annotations

from linter.claims.areas import Context
from linter.claims.key import FactKey
from linter.claims.needs import kind_of
from linter.claims.reading import BlockReading
from linter.language.figure import Figure
from linter.language.lexicon import Lexicon
from linter.language.text import Mention
from linter.patterns import AnyCase


def is_converse(context: Context, key: FactKey) -> bool:
    """True where copy and claim turn what has the share and what it is a share of, or events and people, about."""
    figure, fact = context.figure, key.figure
    if figure is None or fact is None or figure.dimension != "proportion":
        return False
    return (
        _is_turned(context, key, figure, fact)
        or _is_of_people(context, key, figure, fact)
        or _is_attributed(context, key)
    )


_KINDS = "type"
"""The concept of kinds, forms and subtypes, which are always kinds of something."""
_ENDS = AnyCase(
    r"[,;:.()]|\b(?:is|are|was|were|have|has|had|that|which|who|include\w*|and|or|based|depending|with|in|by|for|from)\b"
)
SAYS_LITTLE = frozenset({"light", "generic", "measure", "relation"})
"""Kinds of words that name nothing by which two things could be told apart."""


def counts_of_another(context: Context, key: FactKey, lexicon: Lexicon) -> bool:
    """True where copy counts the kinds of something else: 'three types of childhood lymphoma' for those of lymphoma."""
    figure, fact = context.figure, key.figure
    if figure is None or fact is None or key.counted != _KINDS or figure.dimension != "count":
        return False
    here = _kinds_of(context.own.reading, figure, lexicon)
    if not here:
        return False
    there = _kinds_of(key.reading, fact, lexicon) or [m for m in key.reading.mentions if m.end <= fact.start]
    return not _all_among(here, there, lexicon) or not _all_among(there, here, lexicon)


def _kinds_of(reading: BlockReading, figure: Figure, lexicon: Lexicon) -> list[Mention]:
    """What 'three types of childhood lymphoma' are types of; nothing for 'two types' alone."""
    after = [m for m in reading.mentions if figure.end <= m.start <= figure.end + 40]
    kinds = next((m for m in after if _KINDS in m.readings), None)
    if kinds is None or not _OF.match(reading.text, kinds.end):
        return []
    start = kinds.end + len(" of ")
    end = _ENDS.search(reading.text, start, start + 80)
    stop = end.start() if end else start + 80
    return [m for m in reading.mentions if start <= m.start and m.end <= stop]


def _all_among(some: list[Mention], others: list[Mention], lexicon: Lexicon) -> bool:
    """Whether every name among ``some`` stands among ``others`` too, or within a longer name that does."""
    named = {r for m in others for r in m.readings}
    met = [m for m in some if named.intersection(m.readings)]
    return all(
        m in met
        or m.weak
        or kind_of(m.readings[0], lexicon) in SAYS_LITTLE
        or any(longer.first <= m.first and m.last <= longer.last for longer in met)
        for m in some
    )


_HAVING = AnyCase(
    r"\s*(?:of (?:them|those|these|us)\s+)?(?:(?:people|patients|men|women|adults|children)\s+(?:(?:with|who have)\s+[\w' -]{3,40}?\s+)?)?(?:will |would |may |went on to |go on to )?(?:have|has|had|get|gets|got|develop\w*|suffer\w*|experience\w*|later had)\b"
)


_PREDICATE = AnyCase(
    r"\b(?:have|has|had|get|gets|got|develop\w*|are found to have|turn out to have|are|were|is|was)\b"
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


_OF = AnyCase(r"\s*of\s")


def _is_turned(context: Context, key: FactKey, figure: Figure, fact: Figure) -> bool:
    here, there = _base_and_rest(context.own.reading, figure), _base_and_rest(key.reading, fact)
    if here is None or there is None:
        return False
    diseases = frozenset(
        r for n in key.needs if n.kind in ("condition", "symptom", "term") for r in n.readings
    )
    turned = here[0] & there[1] & diseases, here[1] & there[0] & diseases
    return all(turned) and not (here[0] & there[0] & diseases)


_DUE_TO = AnyCase(
    r"[^.;:,]{0,30}?\b(?:due to|caused by|from|attributed to|because of|linked to|the result of)\s+(?:the |an? )?"
)


def _is_attributed(context: Context, key: FactKey) -> bool:
    """True where the claim's share is of the deaths from a disease, and the copy's, of other deaths, is due to it."""
    here, there = context.phrase, key.phrase
    if here is None or there is None:
        return False
    base, claimed = ({r for m in side.all for r in m.readings} for side in (here, there))
    due = _DUE_TO.match(context.own.reading.text, here.end)
    if due is None or "death" not in base & claimed:
        return False
    diseases = {r for n in key.needs if n.kind == "condition" for r in n.readings} & claimed - base
    return any(diseases & set(m.readings) for m in context.own.mentions if m.start == due.end())


def _is_of_people(context: Context, key: FactKey, figure: Figure, fact: Figure) -> bool:
    """True where the claim is about a part of the strokes, and the copy about a part of those who had one."""
    after = (m for m in key.reading.mentions if fact.end <= m.start <= fact.end + 12 and not m.weak)
    head = next(after, None)
    having = _HAVING.match(context.own.reading.text, figure.end)
    if (
        head is None
        or having is None
        or key.fact.claim[fact.end : head.start].strip() not in ("", "of", "of all")
    ):
        return False
    said = [m for m in context.own.mentions if m.start >= having.end()]
    events = bool({"condition", "symptom"} & {n.kind for n in key.needs if n.start == head.start})
    return events and any(set(m.readings) & set(head.readings) for m in said)
