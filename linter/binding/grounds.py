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
)
from linter.binding.reading import BlockReading, with_age
from linter.language.figure import Figure
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
    r"\b(?:for|takes?|took|taking|lasts?|lasting|every|runs? to|course of|up to)\s+(?:about\s+|around\s+|roughly\s+|a\s+)?$",
    re.IGNORECASE,
)


_ELAPSED = Pattern(r"\bbeen \w+ing for\s+(?:about\s+|around\s+)?$", re.IGNORECASE)
"""'Once you have been trying for 6 months': at 6 months."""


def is_horizon(reading: BlockReading, figure: Figure) -> bool:
    """True for a time that something is measured at: 'at 5 years', but not 'for 12 weeks', which is how long it takes."""
    before = reading.text[max(0, figure.lead - 24) : figure.lead]
    if _LASTS.search(before) and not _ELAPSED.search(before):
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


def lacks_scope(found: Fit) -> bool:
    """True where the copy names nowhere the people, the stage or the site that a fact is about."""
    kinds = ("population", "condition", "anatomy")
    absent = any(n.kind in kinds and not n.weak and n.readings in found.absent for n in found.key.needs)
    return absent or bool(found.dropped) or found.ageless
