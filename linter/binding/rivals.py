"""What a context names in place of what a fact is about, or beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from linter.binding.areas import ANCHORS, Area, Context
from linter.binding.fit import Fit
from linter.binding.found import NAMED, find_need, is_another
from linter.binding.key import FactKey, kind_of
from linter.language.lexicon import Lexicon
from linter.language.text import Mention
from linter.patterns import Pattern

_OUTCOMES = frozenset(
    {"death", "hospitalization", "readmission", "recurrence", "emergency visit", "survival"}
)
_BESIDE = 60
"""How many characters from a figure the word for what it measures stands at most."""


def substitute(result: Fit, context: Context, lexicon: Lexicon) -> None:
    """Another outcome in place of the claim's: hospital stays for attacks."""
    key = result.key
    lost = [
        n for n in key.needs
        if n.kind in ("measure", "condition", "symptom") and not n.weak and n.weight >= 1.5 and n.readings != key.subject
        and not any(r in a.concepts for r in n.readings for a in context.areas)
        and not (n.parts and any(n.parts <= a.concepts.keys() for a in context.areas))
    ]  # fmt: skip
    figure = context.figure
    for concept in context.own.sorted_strong:
        mention = context.own.concepts[concept]
        if figure is None or min(abs(mention.start - figure.end), abs(figure.start - mention.end)) > _BESIDE:
            continue
        if concept in _OUTCOMES and result.missing and not akin(concept, context.own, key, lexicon):
            result.substituted.append(concept)
        if not lost:
            continue
        kinds = ("measure", "symptom", "condition") if key.change else ("measure", "symptom")
        foreign = kind_of(concept, lexicon) in kinds and not set(mention.readings) & key.named
        if foreign and len(mention.readings) == 1:
            result.substituted.append(f"{concept} for {lost[0].text}")


_FOREIGN = {**dict.fromkeys(ANCHORS, 0.15), "measure": 0.1}
_TELLING_RELATIONS = frozenset({"cause", "prevent", "treat", "association", "stop", "return"})


def extras_of(areas: list[Area], key: FactKey, lexicon: Lexicon) -> float:
    """What the figure's own words, row and column name beside the claim: another disease, drug or measure."""
    extra = 0.0
    for area in areas:
        for concept in area.sorted_strong:
            kind = kind_of(concept, lexicon)
            if (
                len(area.concepts[concept].readings) == 1
                and (kind in _FOREIGN or concept in _TELLING_RELATIONS)
                and not akin(concept, area, key, lexicon)
            ):
                extra += _FOREIGN.get(kind, 0.1)
    return min(extra, 0.4)


def akin(concept: str, area: Area, key: FactKey, lexicon: Lexicon) -> bool:
    """True where a concept's words may mean one that the claim names, or a broader or narrower one."""
    readings = set(area.concepts[concept].readings)
    if readings & key.concepts:
        return True
    return any(lexicon.ancestors(r) & key.named for r in readings)


_RIVAL_KINDS = (
    frozenset({"condition", "symptom", "term"}), frozenset({"drug", "drug class"}), frozenset({"nutrient"}),
    frozenset({"anatomy"}), frozenset({"procedure"}), frozenset({"measurement"}),
)  # fmt: skip


def rival(result: Fit, context: Context, lexicon: Lexicon, without: Mapping[str, str]) -> None:
    """Something of the same kind named in place of what the claim is about: another drug, another organ."""
    key = result.key
    near = [
        a
        for a in context.areas
        if a.name in ("clause", "cell", "sentence", "row", "column", "row, other label")
    ]
    topics = {c for a in context.areas if a.name in ("heading", "title", "caption") for c in a.concepts}
    for kinds in _RIVAL_KINDS:
        needs = [n for n in key.needs if n.kind in kinds and not n.weak and not n.readings & without.keys()]
        foreign = [
            c for a in near for c in a.sorted_strong
            if c not in without and kind_of(c, lexicon) != "term" and kind_of(c, lexicon) in kinds and not akin(c, a, key, lexicon) and len(a.concepts[c].readings) == 1
            and not _is_theirs(a, c)
        ]  # fmt: skip
        if "condition" in kinds:
            result.narrower += [c for a in near for c in a.sorted_strong if _narrows(c, key, near, lexicon)][
                :1
            ]
        if "procedure" in kinds:
            foreign = [
                c
                for c in foreign
                if any(lexicon.ancestors(c) & lexicon.ancestors(r) for n in needs for r in n.readings)
            ]
        if not foreign:
            continue
        usurped = (
            "condition" in kinds
            and any(n.readings == key.subject and find_need(n, near, lexicon)[0] < 0.6 for n in needs)
            and any(kind_of(c, lexicon) == "condition" and _restricts(c, near) for c in foreign)
        )
        if usurped:
            result.blocked.append(f"{foreign[0]} for the subject")
        elif needs and not any(find_need(n, near, lexicon)[0] >= 0.6 for n in needs):
            result.blocked.append(f"{foreign[0]} for {needs[0].text}")
        elif "drug" in kinds:
            result.narrower += foreign[:1]
        elif kinds & {"condition", "nutrient"}:
            result.narrower += [
                c for c in foreign if c not in topics and (_is_share(key) or _restricts(c, near))
            ][:1]
    if any(
        is_another(context.own, m) and kind_of(m.readings[0], lexicon) in NAMED for m in context.own.mentions
    ):
        result.blocked.append("another")
    settings = [
        c
        for a in near
        for c in a.sorted_strong
        if kind_of(c, lexicon) == "setting" and not akin(c, a, key, lexicon)
    ]
    result.narrower += [c for c in settings if c not in topics][:1]
    if any(n.kind == "unknown name" and n.readings & context.own.concepts.keys() for n in key.needs):
        result.narrower = []  # a named trial says by itself whom it is about
    for a in context.areas:
        if a.name == "column" and _column_differs(a, key, lexicon):
            result.other_column = True
        if a.name == "row" and a.strong and not _row_fits(a, key, lexicon):
            result.blocked.append("row")
            break


_THEIRS = Pattern(r"\b(?:their|his|her|its|your|my)\s+$", re.IGNORECASE)


def _is_theirs(area: Area, concept: str) -> bool:
    """True for 'their disability': the people spoken of have it, which makes them no other people."""
    at = area.concepts[concept].start
    return bool(_THEIRS.search(area.reading.text[max(0, at - 7) : at]))


def _is_share(key: FactKey) -> bool:
    return key.figure is not None and key.figure.dimension in ("proportion", "count")


_RESTRICTING = Pattern(
    r"\b(?:with|for|of|from|having|have|treat|treating|against|prevent|preventing|in)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)


def _restricts(concept: str, near: list[Area]) -> bool:
    """True where a preposition ties a condition to the figure: 'for migraine', 'people with asthma'."""
    for area in near:
        mention = area.concepts.get(concept)
        if mention is not None:
            at = area.text.find(mention.text.split(" ")[0])
            return at >= 0 and bool(_RESTRICTING.search(area.text[max(0, at - 30) : at]))
    return False


def _narrows(concept: str, key: FactKey, near: list[Area], lexicon: Lexicon) -> bool:
    """True for a kind of what the claim is about: haemorrhagic stroke, where the claim is about stroke."""
    above = lexicon.ancestors(concept) & {r for n in key.needs for r in n.readings}
    if any(_is_made_of(a.concepts[concept], a, key) for a in near if concept in a.concepts):
        return False
    return concept not in key.named and any(
        kind_of(a, lexicon) in ("condition", "term") and not any(a in n.strong for n in near) for a in above
    )


def _is_made_of(mention: Mention, area: Area, key: FactKey) -> bool:
    """True for 'infertile women', where the claim names both the women and the infertility."""
    inner = [
        m for m in area.mentions if m is not mention and mention.start <= m.start and m.end <= mention.end
    ]
    return len(inner) > 1 and all(set(m.readings) & key.named for m in inner)


def _column_differs(column: Area, key: FactKey, lexicon: Lexicon) -> bool:
    """True where a column is headed by something that the claim is not about."""
    foreign = [
        c
        for c in column.sorted_strong
        if kind_of(c, lexicon) in ANCHORS and not akin(c, column, key, lexicon)
    ]
    return bool(foreign) and not any(n.readings & column.concepts.keys() for n in key.needs if n.weight >= 1)


def _row_fits(row: Area, key: FactKey, lexicon: Lexicon) -> bool:
    """True where a row's label shares something with the claim, or says nothing to compare."""
    told = [c for c in row.strong if kind_of(c, lexicon) != "light"]
    if not told:
        return True
    if any(akin(c, row, key, lexicon) for c in told) or row.ages or row.horizons:
        return True
    return any(n.readings & set(row.concepts) for n in key.needs)
