"""Grounds for and against a verdict, beside the fit: scale, base, scope, what is counted."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from linter.binding.areas import Context
from linter.binding.fit import Fit
from linter.binding.key import (
    FactKey,
    kind_of,
    share_of_patients,
)
from linter.binding.reading import BlockReading, with_age
from linter.language.figure import Figure
from linter.language.lex import fold
from linter.language.lexicon import Lexicon
from linter.patterns import Pattern


def side(figure: Figure) -> int:
    """1 for a lower limit, -1 for an upper one, 0 for none."""
    return {"over": 1, "at-least": 1, "under": -1, "at-most": -1}.get(figure.qualifier, 0)


BOUNDS = ("over", "under", "at-least", "at-most")
_ALL_AGES = Pattern(r"\b(?:of all ages|of any age|at any age|all age groups)\b", re.IGNORECASE)
_ALL = Pattern(
    r"\b(?:of any kind|of all kinds|any type|all types|all stages|any stage|overall|as a whole|in general|altogether|together|of all ages|of any age|at any age|everyone|the (?:general|whole|entire) population|all (?:patients|people|cases|cancers|species|types|forms|kinds)|regardless|irrespective|whatever (?:the|their|your|his|her) (?:age|sex|stage|type|kind|species))\b",
    re.IGNORECASE,
)


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


def widens(context: Context, found: Fit) -> bool:
    """True where the copy widens the claim in so many words and lacks a scope of it."""
    if found.key.ages and _ALL_AGES.search(context.own.text) and not any(a.ages for a in context.areas[:2]):
        return True
    missing = [
        n for n in found.key.needs if n.kind in ("anatomy", "stage", "population") and n.text in found.missing
    ]
    return bool(missing) and bool(
        _ALL.search(context.own.text)
        or (
            len(context.areas) > 1
            and context.areas[1].name == "sentence"
            and _ALL.search(context.areas[1].text)
        )
    )


def names_subject(context: Context, key: FactKey) -> bool:
    """True where the sentence itself says who or what has the figure, so that nothing is inherited."""
    near = {c for a in context.areas if a.name in ("clause", "sentence", "cell", "row") for c in a.concepts}
    anchors = [n for n in key.needs if n.anchor]
    return bool(anchors) and all(n.readings & near for n in anchors)


_LASTS = Pattern(
    r"(?<!ing )\b(?:for|takes?|took|taking|lasts?|lasting|every|runs? to|course of|up to)\s+(?:about\s+|around\s+|roughly\s+|a\s+)?$",
    re.IGNORECASE,
)


def is_horizon(reading: BlockReading, figure: Figure) -> bool:
    """True for a time that something is measured at: 'at 5 years', but not 'for 12 weeks', which is how long it takes."""
    if _LASTS.search(reading.text[max(0, figure.lead - 24) : figure.lead]):
        return False
    return any(s.start == figure.start for s in reading.horizons)


_EVERY = Pattern(r"\b(?:every|each|once (?:in|every))\s+(?:about\s+|around\s+)?$", re.IGNORECASE)
_TAKES = Pattern(
    r"\b(?:takes?|took|lasts?|lasting|for)\s+(?:about\s+|around\s+|only\s+|just\s+)?$", re.IGNORECASE
)


def is_recurring(reading: BlockReading, figure: Figure) -> bool | None:
    """True for 'every 2 years', False for what takes 20 minutes, None where the words do not tell."""
    before = reading.text[max(0, figure.lead - 24) : figure.lead]
    return True if _EVERY.search(before) else False if _TAKES.search(before) else None


def is_out_of_scale(copy: Figure, fact: Figure) -> bool:
    """Counts so far apart that they cannot be of the same thing; a slipped thousand or million can."""
    if copy.dimension not in ("count", "number") or not copy.bounds[1] or not fact.bounds[1]:
        return False
    ratio = copy.bounds[1] / fact.bounds[1]
    return not Fraction(1, 20) <= ratio <= 20 and ratio not in (
        Fraction(1, 1000),
        1000,
        Fraction(1, 10**6),
        10**6,
    )


_AFTER_AGES = Pattern(
    r"^\s*(?:[,.;:)]|$|(?:and|or|who|with|if|are|is|were|can|get|have|may|should|in|at|every|years?|a)\b)",
    re.IGNORECASE,
)
_OLDEST = 110


def as_ages(context: Context, key: FactKey) -> Context | None:
    """The context with a bare range read as ages, for a claim about an age group: 'from 55 to 74'."""
    figure, fact = context.figure, key.figure
    if figure is None or fact is None or fact.role != "age" or not fact.is_range or not figure.is_range:
        return None
    low, high = figure.bounds
    bare = figure.is_claim and figure.dimension == "count" and not figure.unit and 0 < low < high <= _OLDEST
    if not bare or not _AFTER_AGES.match(context.own.reading.text[figure.end : figure.end + 12]):
        return None
    return replace(context, figure=with_age(figure))


_STRENGTH = Pattern(
    r"^[\s-]*(?:film-coated\s+|coated\s+|chewable\s+|effervescent\s+)?(?:tablets?|capsules?|pills?|caplets?|patch(?:es)?|vials?|pens?|syringes?|sachets?|suppositor\w+|lozenges?)\b",
    re.IGNORECASE,
)


def is_strength(context: Context, key: FactKey) -> bool:
    """True for what one tablet holds, where the claim is about a dose: 'two 300-mg tablets'."""
    figure, fact = context.figure, key.figure
    assert figure is not None
    assert fact is not None
    if not figure.dimension.startswith("mass") or _STRENGTH.match(key.reading.text[fact.end :]):
        return False
    if (
        _ONE.search(context.own.reading.text[max(0, figure.lead - 10) : figure.lead])
        and context.own.frequencies
    ):
        return False  # 'a 50 mg tablet once a day' is the dose
    return bool(_STRENGTH.match(context.own.reading.text[figure.end : figure.end + 40]))


_ONE = Pattern(r"\b(?:an?|one|single)\s+$", re.IGNORECASE)


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


def is_distinct(figure: Figure) -> bool:
    """True for figures that hardly stand in two claims by chance: 6.7 million, 45.5%, 425,147."""
    value = figure.value if figure.value is not None else figure.high
    digits = "".join(c for c in str(float(value or 0)).rstrip("0").replace(".", "") if c.isdigit()).strip("0")
    return len(digits) >= 2 and not (
        figure.decimals == 0 and figure.dimension == "proportion" and (value or 0) % 5 == 0
    )


_SORTS = Pattern(
    r"\s+(?:[\w-]+\s+){0,2}?(?:types|kinds|forms|sorts|stages|subtypes|varieties|groups|ways)\s+(?:of|to)\s+(?:the\s+|a\s+)?",
    re.IGNORECASE,
)


_LIVES = Pattern(r"\s+(?:\w+\s+)?lives\b", re.IGNORECASE)
"""'Claimed 1.25 million lives' counts deaths."""


def counts_alike(figure: Figure, key: FactKey, context: Context, lexicon: Lexicon) -> bool:
    """Counts of different things never meet: 250 hospitals are not 250 people."""
    sort = _SORTS.match(context.own.reading.text, figure.end)
    if sort and any(
        sort.end() <= m.start <= sort.end() + 12 and not m.weak and not set(m.readings) & key.concepts
        for m in context.own.mentions
    ):
        return False  # three types of biopsy are no types of sarcoma
    if not key.counted:
        return True
    if _LIVES.match(context.own.reading.text, figure.end):
        return key.counted in ("death", "person")
    figures = [f for f in context.own.reading.figures if f is not figure]
    after = [
        m
        for m in context.own.mentions
        if figure.end <= m.start <= figure.end + 40 and not any(f.start <= m.start < f.end for f in figures)
    ]
    for mention in after:
        kinds = {kind_of(r, lexicon) for r in mention.readings}
        person = bool(kinds & {"population", "place"}) or bool(
            {"people", "case", "patient"} & set(mention.readings)
        )
        if person:
            return key.counted in ("person", "death")
        if "death" in mention.readings:
            return key.counted in ("death", "person")
        if mention.weak or kinds <= {"light"}:
            continue
        return key.counted not in ("person", "death") or bool(kinds & {"measure", "condition", "term"})
    return True


_EXPOSURES = frozenset({"drug", "drug class", "procedure", "exposure", "nutrient"})


def lacks_exposure(key: FactKey, found: Fit) -> bool:
    """True where the copy names nowhere the drug, the vaccine or the deed after which the claim's figure holds."""
    return any(
        n.kind in _EXPOSURES and not n.weak and n.weight >= 1.5 and n.readings in found.absent
        for n in key.needs
    )


_AIMS = frozenset({"condition", "symptom", "measure", "procedure"})
"""Kinds that a section is about as a whole: a disease, an outcome, an operation."""


def heads_another(key: FactKey, found: Fit, elsewhere: frozenset[str]) -> bool:
    """True where what the claim is about, and the copy here does not name, heads another section of the draft."""
    return any(
        n.kind in _AIMS
        and n.readings in found.absent
        and n.weight >= 1.5
        and not n.weak
        and n.readings & elsewhere
        for n in key.needs
    )


_UNAFFECTED = Pattern(
    r"\b(?:with no (?:such|known)|without (?:it|them|(?:the|this|that|any such) (?:condition|disease|illness|problem|disorder|infection))|(?:do not|don't|does not|doesn't|did not|didn't) have (?:it|the (?:condition|disease)|this)|unaffected|healthy (?:people|couples?|women|men|adults|children|volunteers))\b",
    re.IGNORECASE,
)


def is_of_unaffected(context: Context, key: FactKey) -> bool:
    """True for a figure of those who lack the disease: 'a couple with no such problem has a one in four chance'."""
    return bool(_UNAFFECTED.search(context.own.text)) and not _UNAFFECTED.search(key.reading.text)


def lacks_scope(found: Fit) -> bool:
    """True where the copy names nowhere the people, the stage or the site that a fact is about."""
    kinds = ("population", "condition", "anatomy")
    absent = any(n.kind in kinds and not n.weak and n.readings in found.absent for n in found.key.needs)
    return absent or bool(found.dropped) or found.ageless
