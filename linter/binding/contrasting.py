"""The slots that a context gives another value than a fact: scope, measure, age, span of time, rhythm."""

from __future__ import annotations

import re
from fractions import Fraction

from linter.binding.areas import Area, Context
from linter.binding.fit import OWN_AREAS, Fit
from linter.binding.key import FactKey
from linter.language.lexicon import Lexicon
from linter.language.slots import Slot, rhythm
from linter.patterns import Pattern

_NEAR = 0.03
"""Spans of time within 3% are the same horizon (12 months, one year, 52 weeks)."""

_OWN = ("clause", "cell", "sentence", "row", "column")
"""Areas whose words restrict a figure, rather than set its scene."""


def contrast(result: Fit, context: Context, lexicon: Lexicon) -> None:
    """Contrast sets: the nearest area that names a member decides."""
    grown = _is_grown(result, context, lexicon)
    if grown:
        result.contradicted.append("age group")
    for name, (group, label, members) in lexicon.contrasts.items():
        wanted = result.key.contrasts.get(name, frozenset())
        broader = {a for w in wanted for a in lexicon.ancestors(w)}
        if grown and label == "age group":
            continue
        if label == "combination" and not _may_be_combined(result.key):
            continue  # 'hardly alone' is no monotherapy
        for area in context.areas:
            if not area.veto or (group == "measure" and area.weight < 0.85):
                continue
            held = {m for m in members if _names(area, m, result.key, lexicon)}
            if not held and name.startswith("desk:"):
                # the 'keyhole' of 'keyhole gallbladder surgery', but not 'get' for 'diagnosed'
                held = {m for m in members if m in area.concepts and len(area.concepts[m].readings) == 1}
            if not held or (not wanted and (label == "kin" or (label == "place" and held == {"world"}))):
                continue
            if wanted:
                held -= {h for h in held for m in held if h in lexicon.ancestors(m)}  # no twin for a sibling
            if wanted & area.concepts.keys():
                break  # 'the usual dose to start with'
            if not wanted and len(held) > 1:
                break  # 'more men than women' narrows nothing
            if (
                not wanted
                and held == {"older adult"}
                and any((low or 0) >= _OLD for low, _ in result.key.ages)
            ):
                break
            if (
                not wanted
                and label == "dose kind"
                and area.name in _OWN
                and _is_dose(result.key)
                and not held & result.key.concepts
            ):
                result.narrower.append(label)
                break
            if not wanted and label == "occurrence" and held == {"death"} and result.key.base:
                result.contradicted.append(label)  # a share of the cases is no share of the deaths
                break
            if wanted and not (held & wanted):
                if not held & broader:
                    result.contradicted.append(label)
            elif label == "aim" and not wanted:
                pass  # an infection that 'has been treated' is no other infection
            elif held == {"adult"} and any(n.kind == "drug" for n in result.key.needs):
                pass  # a dose is an adult's unless it says otherwise
            elif _is_asked(area, context):
                pass
            elif not wanted and group == "scope" and area.name in _OWN and not (held & result.key.concepts):
                (result.contradicted if label == "arm" else result.narrower).append(label)
            break


def _is_asked(area: Area, context: Context) -> bool:
    """True for the question above a paragraph, which asks and narrows nothing."""
    return area.reading is not context.own.reading and area.text.rstrip().endswith("?")


def _may_be_combined(key: FactKey) -> bool:
    """True for a claim about one drug or one treatment, which 'in combination' makes another."""
    kinds = [n for n in key.needs if n.kind in ("drug", "drug class", "procedure")]
    return bool(kinds) and not any("/" in r for n in kinds for r in n.readings)


def _is_dose(key: FactKey) -> bool:
    return (
        key.figure is not None
        and key.figure.dimension.startswith("mass")
        and any(n.kind == "drug" for n in key.needs)
    )


def other_time(result: Fit, context: Context) -> None:
    """'Waits of 90 to 119 days', where the claim is about more than 119: another span in the same place."""
    key, figure = result.key, context.figure
    if key.figure is None or figure is None or key.figure.dimension == "time":
        return
    wanted = {f.bounds for f in key.reading.figures if f.dimension == "time" and f.is_claim}
    said = {f.bounds for f in context.own.figures if f.dimension == "time" and f.is_claim and f is not figure}
    if wanted and any(low != high for low, high in said) and not said & wanted:
        result.contradicted.append("span of time")


_NUMBER = Pattern(r"\d+(?:[.,]\d+)*")
_LABEL = Pattern(
    r"[^\d]{0,40}\d{1,3}(?:\s*(?:to|and|or|-|–)\s*(?:\d{1,3}|\w+))?\s*(?:years?|months?|weeks?|days?|hours?|and \w+)?\W*$"
)
"""A label that tells one row from the next by a number: '40', '30–59 days', 'More than 119 days'."""


def other_row(result: Fit, context: Context) -> None:
    """A row labelled '30–59 days' or '40', where the claim is about more than 119 days, or about 60."""
    key = result.key
    row = next((a for a in context.areas if a.name in ("row", "row, other cell")), None)
    if row is None or key.figure is None or not _LABEL.match(row.text):
        return
    claim = key.reading.text
    rest = claim[: min(key.figure.lead, key.figure.start)] + claim[key.figure.end :]
    wanted = set(_NUMBER.findall(rest))
    said = set(_NUMBER.findall(row.text))
    grouping = {s.start for s in (*key.reading.ages, *key.reading.horizons)} | {
        f.start for f in key.reading.figures if f.dimension == "time"
    }
    if said and wanted and grouping - {key.figure.start} and not said <= wanted:
        result.contradicted.append("row")


def _is_grown(result: Fit, context: Context, lexicon: Lexicon) -> bool:
    """True where a figure of newborns or of births is given to adults."""
    people = {r for n in result.key.needs if n.kind == "population" for r in n.readings}
    young = any(lexicon.ancestors(r) & {"infant", "child"} for r in people)
    return young and bool(context.own.strong & {"adult", "older adult"})


_OLD = 60
"""The age from which people may be called seniors."""
_DROPPABLE = frozenset(
    {
        "ethnicity",
        "extent",
        "severity",
        "stage",
        "age group",
        "sex",
        "grade",
        "course",
        "malignancy",
        "risk level",
    }
)


def drop_scope(result: Fit, context: Context, lexicon: Lexicon) -> None:
    """Scope sets that the claim names and the copy does not, at any level."""
    named = {c for a in context.areas for c in a.concepts}
    for name, wanted in sorted(result.key.contrasts.items()):
        group, label, _ = lexicon.contrasts[name]
        if label == "age group" and result.key.ages:
            continue
        told = (
            wanted & named
            or any(lexicon.ancestors(c) & wanted for c in named)
            or any(_is_implied(w, result.key, lexicon) for w in wanted)
        )
        if group == "scope" and label in _DROPPABLE and not told:
            result.dropped.append(label)


def _names(area: Area, member: str, key: FactKey, lexicon: Lexicon) -> bool:
    """True where an area names a member of a contrast set, itself or within a disease: 'metastatic melanoma'."""
    if member in area.strong:
        if lexicon.kinds.get(member) == "population" and _is_mine(area, member):
            return False
        return not (
            _ambiguous(area, member, key) or _is_implied(member, key, lexicon) or _is_comparator(area, member)
        )
    return member in area.implied(lexicon) and not _is_implied(member, key, lexicon)


_MINE = Pattern(r"\b(?:my|our|his|her)\s+(?:own\s+|own\s+\w+\s+)?$", re.IGNORECASE)


def _is_mine(area: Area, member: str) -> bool:
    """True for 'my kids', who are of a story and no age group."""
    start = area.concepts[member].start
    return bool(_MINE.search(area.reading.text[max(0, start - 16) : start]))


_THAN = Pattern(
    r"\b(?:than|versus|vs\.?|compared|against|over|relative)\b(?:\s+[\w-]+){0,3}\s*$", re.IGNORECASE
)


def _is_implied(member: str, key: FactKey, lexicon: Lexicon) -> bool:
    return bool(lexicon.implied.get(member, frozenset()) & key.concepts)


def _is_comparator(area: Area, member: str) -> bool:
    """True for 'than with placebo': what a figure is compared with, not what it is of."""
    mention = area.concepts[member]
    return member == "placebo" and bool(
        _THAN.search(area.reading.text[max(0, mention.start - 40) : mention.start])
    )


def _ambiguous(area: Area, concept: str, key: FactKey) -> bool:
    """True where the words have another reading that suits the claim."""
    mention = area.concepts[concept]
    return len(mention.readings) > 1 and any(r in key.concepts for r in mention.readings if r != concept)


_OBSERVED = frozenset({"alive", "live", "survive", "survivor", "living", "lived", "lives", "survived"})


def observe(result: Fit, context: Context) -> None:
    """A relative rate given as the part of people who are alive: 'relative' is part of what it means."""
    if "relative survival" not in {r for n in result.key.needs for r in n.readings}:
        return
    near = [a for a in context.areas if a.name in ("clause", "sentence", "cell", "row", "column")]
    if any("relative survival" in a.concepts for a in near):
        return
    words = {a.concepts["survival"].text.lower() for a in near if "survival" in a.concepts}
    if words & _OBSERVED or any(w.split()[-1] in _OBSERVED or w.split()[0] in _OBSERVED for w in words):
        result.contradicted.append("survival kind")


def same_span(a: Fraction, b: Fraction) -> bool:
    return abs(a - b) <= _NEAR * float(max(a, b))


_UNITS_APART = (
    Fraction(7),
    Fraction(12),
    Fraction(24),
    Fraction(60),
    Fraction(365),
    Fraction("30.4"),
    Fraction("4.35"),
    Fraction("52.2"),
)
"""How many times a unit of time goes into the larger ones: days in a week, months in a year, …"""


def _is_slip(a: Fraction, b: Fraction) -> bool:
    """True for 'within six weeks', where the claim says six months: one number, another unit."""
    low, high = sorted((a, b))
    return any(same_span(low * times, high) for times in _UNITS_APART)


_BARE_BAND = Pattern(r"\s*(\d{1,3})\s*(?:to|-|–)\s*(\d{1,3})\s*$")
"""A row labelled '75 to 84': a group of some measure, age most often."""


def _bare_bands(area: Area) -> set[tuple[Fraction | int | None, Fraction | int | None]]:
    band = _BARE_BAND.match(area.text)
    return {(int(band[1]), int(band[2]))} if band else set()


def _is_own_figure(slot: Slot, area: Area, context: Context) -> bool:
    """True for an age that is itself the figure judged."""
    figure = context.figure
    return (
        figure is not None
        and figure.role == "age"
        and area.reading is context.own.reading
        and slot.start < figure.end
        and figure.start < slot.end
    )


def compare_slots(result: Fit, context: Context) -> None:
    """Ages, horizons and frequencies that the nearest area contradicts."""
    key = result.key
    figure = context.figure
    for area in context.areas:
        banded = area.name == "row" and bool(_BARE_BAND.match(area.text)) and not area.ages
        ages = [s for s in area.ages if not _is_own_figure(s, area, context)]
        if area.veto and (ages or banded):
            bands = {(s.value[0], s.value[1]) for s in ages} or _bare_bands(area)
            if key.ages and not bands & key.ages:
                result.contradicted.append("age")
            elif not key.ages and area.name in _OWN:
                result.narrower.append("age")
            break
    own_time = key.figure is not None and key.figure.dimension == "time"
    for area in context.areas:
        spans = [
            Fraction(s.value[0] or 0)
            for s in area.horizons
            if figure is None or not (figure.start <= s.start < figure.end)
        ]
        near = [Fraction(s.value[0] or 0) for s in area.horizons]
        if area.name == "sentence before" and any(same_span(a, b) for a in near for b in key.horizons):
            break  # 'five-year survival was 32%. For regional disease it was 75%.'
        if area.veto and spans and not own_time:
            if key.horizons and not any(same_span(a, b) for a in spans for b in key.horizons):
                result.contradicted.append("horizon")
                result.slipped = any(_is_slip(a, b) for a in spans for b in key.horizons)
            elif (
                not key.horizons
                and area.name in _OWN
                and key.figure is not None
                and key.figure.dimension in ("proportion", "count")
            ):
                lifelong = "lifetime" in key.contrasts.get("rhythm", ())
                (result.contradicted if lifelong else result.narrower).append("horizon")
            break


def frequency_differs(key: FactKey, context: Context) -> bool:
    """True where the copy says how often, and says it otherwise than the fact."""
    if key.frequency is None:
        return False
    for area in context.areas:
        if area.name in OWN_AREAS and area.frequencies:
            nearest = rhythm(area.frequencies, context.figure) if area is context.own else area.frequencies
            return all(not same_span(Fraction(s.value[0] or 0), key.frequency) for s in nearest)
    return False


def slot_score(key: FactKey, context: Context) -> tuple[float, float]:
    """Weight and gain of the age and horizon slots."""
    total = got = 0.0
    if key.ages:
        total += 1.5
        got += max(
            (1.5 * a.weight for a in context.areas if {(s.value[0], s.value[1]) for s in a.ages} & key.ages),
            default=0.0,
        )
    if key.horizons and (key.figure is None or key.figure.dimension != "time"):
        total += 1.5
        got += max(
            (
                1.5 * a.weight
                for a in context.areas
                if any(same_span(Fraction(s.value[0] or 0), h) for s in a.horizons for h in key.horizons)
            ),
            default=0.0,
        )
    return total, got
