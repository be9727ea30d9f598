"""How well a context fits the key of a fact, what was matched where, and what speaks against it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

from linter.binding.areas import ANCHORS, Area, Context
from linter.binding.key import FactKey, Need, kind_of
from linter.language.lexicon import Lexicon
from linter.language.text import Mention
from linter.patterns import Pattern

_CORE = ANCHORS | {"measure", "relation", "stage", "anatomy"}
_OWN_AREAS = frozenset({"clause", "sentence", "cell", "row", "row, other label", "column"})
_ANCHORED = 0.4
"""The part of what a claim is about that must be in sight, its subject always."""
_NEAR = 0.03
"""Spans of time within 3% are the same horizon (12 months, one year, 52 weeks)."""


@dataclass
class Fit:
    """The fit of a context to a fact. ``score`` runs from 0 to 1."""

    key: FactKey
    score: float = 0.0
    near: float = 0.0
    """The part of the score that the sentence or the row itself gives."""
    own: float = 0.0
    """The part that the figure's own clause, sentence, row or column gives."""
    outcome: bool = True
    """False where the claim says more of its subject than that there is one, and none of it is in sight."""
    core: float = 0.0
    """The best level at which what is measured, or of what, was found."""
    anchored: bool = False
    contradicted: list[str] = field(default_factory=list)
    """Slots that the context gives another value."""
    other_column: bool = False
    """The figure stands in a column about something else."""
    substituted: list[str] = field(default_factory=list)
    """What the clause measures in place of what the claim measures."""
    blocked: list[str] = field(default_factory=list)
    """Something else of the same kind named in the claim's place: another drug, another organ."""
    dropped: list[str] = field(default_factory=list)
    """Scope of the fact that the context names nowhere."""
    ageless: bool = False
    """The fact is about an age group, and the context names no age."""
    narrower: list[str] = field(default_factory=list)
    """Scope that the context adds to the fact's."""
    why: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    absent: set[frozenset[str]] = field(default_factory=set)
    """The needs found nowhere."""
    extras: float = 0.0


def fit(
    context: Context, key: FactKey, lexicon: Lexicon, without: Mapping[str, str] = MappingProxyType({})
) -> Fit:
    """Fit ``context`` to ``key``, the needs for the concepts in ``without`` left aside."""
    result = Fit(key)
    got = near = 0.0
    anchors = found_anchors = 0.0
    outcomes: list[float] = []
    needs = [n for n in key.needs if not n.readings & without.keys()] if without else key.needs
    for need in needs:
        level, where, text = _found(need, context.areas, lexicon)
        got += need.weight * level
        if level >= 0.75 and where not in ("lead-in", "heading"):
            near += need.weight * level * (0.6 if where == "sentence before" else 1.0)
        if level >= 0.75 and need.weight >= 0.5 and where in _OWN_AREAS:
            result.own += need.weight * level
        if need.kind in _CORE and not need.weak:
            result.core = max(result.core, level)
            if need.readings != key.subject and need.kind in ("condition", "symptom"):
                outcomes.append(level)
        if need.anchor:
            anchors += need.weight
            found_anchors += need.weight if level else 0.0
        if level and need.weight >= 0.5:
            result.why.append(text if where in ("clause", "sentence", "cell", "row") else f"{text} ({where})")
        elif not level:
            result.missing.append(need.text)
            result.absent.add(need.readings)
    result.anchored = anchors == 0 or (
        found_anchors >= _ANCHORED * anchors and key.subject not in result.absent
    )
    result.outcome = not outcomes or max(outcomes) >= 0.55
    _contrasts(result, context, lexicon)
    _slots(result, context)
    _dropped(result, context, lexicon)
    _observed(result, context)
    result.ageless = bool(key.ages) and not any(a.ages for a in context.areas)
    slots, slots_got = _slot_score(key, context)
    total = sum(n.weight for n in needs) + slots
    result.score = (got + slots_got) / total if total else 0.0
    result.near = (near + slots_got) / total if total else 0.0
    result.own = (result.own + slots_got) / total if total else 0.0
    result.extras = _extras(
        [context.own, *(a for a in context.areas if a.name in ("row", "column"))], key, lexicon
    )
    _rivals(result, context, lexicon, without)
    _substitutes(result, context, lexicon)
    return result


def may_fit(context: Context, key: FactKey, without: Mapping[str, str] = MappingProxyType({})) -> bool:
    """A cheap test: False only where ``fit`` would find what the claim is about nowhere."""
    total = found = 0.0
    for need in key.needs:
        if need.anchor and not need.readings & without.keys():
            total += need.weight
            if need.readings & context.named or (need.parts and need.parts <= context.named):
                found += need.weight
            elif need.readings == key.subject:
                return False
    return found >= _ANCHORED * total


def _found(need: Need, areas: list[Area], lexicon: Lexicon) -> tuple[float, str, str]:
    """The best level at which a need is met, the area's name and the words there."""
    best = (0.0, "", "")
    for area in areas:
        if area.weight <= best[0]:
            continue
        reading = next((r for r in need.sorted_readings if r in area.strong), None) or next(
            (r for r in need.sorted_readings if r in area.concepts), ""
        )
        mention = area.concepts.get(reading)
        factor = 1.0
        if mention is None and need.parts and all(p in area.concepts for p in need.parts):
            mention, factor = next(area.concepts[p] for p in sorted(need.parts) if p in area.concepts), 0.95
        if mention is None:
            mention, factor = _related(need, area, lexicon), 0.7
        if mention is not None:
            weak = reading in mention.weak_readings if reading else mention.weak
            level = area.weight * factor * (0.8 if weak and not need.weak else 1.0)
            if level > best[0]:
                best = (level, area.name, mention.text)
    if need.parts and best[0] < 0.8:
        best = max(best, _assembled(need, areas))
    if need.anchor and 0 < best[0] < 0.8:
        best = max(best, _anaphor(need, areas, lexicon))
    return best


def _assembled(need: Need, areas: list[Area]) -> tuple[float, str, str]:
    """The parts of a need found apart: 'a broken bone' under a heading about osteoporosis."""
    levels = []
    for part in sorted(need.parts):
        level, name, text = max(
            ((a.weight, a.name, a.concepts[part].text) for a in areas if part in a.concepts),
            default=(0.0, "", ""),
        )
        levels.append((level, name, text))
    weakest = min(levels)
    return (
        (weakest[0] * 0.5 + max(levels)[0] * 0.4, max(levels)[1], max(levels)[2])
        if weakest[0]
        else (0.0, "", "")
    )


def _related(need: Need, area: Area, lexicon: Lexicon) -> Mention | None:
    """A mention of a narrower or broader concept than the one needed."""
    if need.anchor:
        return None
    for concept in area.sorted_strong:
        if lexicon.ancestors(concept) & need.readings:
            return area.concepts[concept]
    for above in sorted(a for r in need.readings for a in lexicon.ancestors(r)):
        if above in area.strong:
            return area.concepts[above]
    return None


def _anaphor(need: Need, areas: list[Area], lexicon: Lexicon) -> tuple[float, str, str]:
    """'This cancer', 'the drug': a broader word near, for what a farther area names."""
    if _other_topic(need, areas, lexicon):
        return 0.0, "", ""
    above = {a for r in need.readings for a in lexicon.ancestors(r)} | _STAND_INS.get(need.kind, frozenset())
    for area in areas:
        if area.weight < 0.6:
            continue
        for concept in area.concepts:
            if concept in above and not _is_another(area, area.concepts[concept]):
                return area.weight * 0.85, area.name, area.concepts[concept].text
    return 0.0, "", ""


_NAMED = ANCHORS | {"generic"}


def _is_another(area: Area, mention: Mention) -> bool:
    """'Another fever' and 'other cancers' stand for nothing named before."""
    before = area.reading.text[max(0, mention.start - 12) : mention.start].lower().split()
    return bool(before) and before[-1] in ("another", "other", "different", "many", "several")


_TOPICS = ("heading", "title", "caption")
_DISEASES = frozenset({"condition", "symptom", "term"})


def _other_topic(need: Need, areas: list[Area], lexicon: Lexicon) -> bool:
    """True where headings and title name a disease, and not the one that is needed."""
    if need.kind not in _DISEASES:
        return False
    topics = {
        c
        for a in areas
        if a.name in _TOPICS
        for c in a.strong
        if kind_of(c, lexicon) in ("condition", "term")
    }
    same = any(
        t in need.readings
        or lexicon.ancestors(t) & need.readings
        or any(t in lexicon.ancestors(r) for r in need.readings)
        for t in topics
    )
    return bool(topics) and not same


_STAND_INS = {
    **dict.fromkeys(("condition", "symptom", "term"), frozenset({"disease", "case"})),
    **dict.fromkeys(("drug", "drug class"), frozenset({"medication", "treatment"})),
    "procedure": frozenset({"test", "treatment"}),
}


_OWN = ("clause", "cell", "sentence", "row", "column")
"""Areas whose words restrict a figure, rather than set its scene."""


def _contrasts(result: Fit, context: Context, lexicon: Lexicon) -> None:
    """Contrast sets: the nearest area that names a member decides."""
    for name, (group, label, members) in lexicon.contrasts.items():
        wanted = result.key.contrasts.get(name, frozenset())
        broader = {a for w in wanted for a in lexicon.ancestors(w)}
        for area in context.areas:
            if not area.veto or (group == "measure" and area.weight < 0.85):
                continue
            held = {m for m in members if _names(area, m, result.key, lexicon)}
            if not held:
                continue
            if wanted & area.concepts.keys():
                break  # 'the usual dose to start with'
            if not wanted and len(held) > 1:
                break  # 'more men than women' narrows nothing
            if wanted and not (held & wanted):
                if not held & broader:
                    result.contradicted.append(label)
            elif not wanted and group == "scope" and area.name in _OWN and not (held & result.key.concepts):
                (result.contradicted if label == "arm" else result.narrower).append(label)
            break


_DROPPABLE = frozenset(
    {"extent", "severity", "stage", "age group", "sex", "grade", "course", "malignancy", "risk level"}
)


def _dropped(result: Fit, context: Context, lexicon: Lexicon) -> None:
    """Scope sets that the claim names and the copy does not, at any level."""
    named = {c for a in context.areas for c in a.concepts}
    for name, wanted in sorted(result.key.contrasts.items()):
        group, label, _ = lexicon.contrasts[name]
        if label == "age group" and result.key.ages:
            continue
        told = wanted & named or any(lexicon.ancestors(c) & wanted for c in named)
        if group == "scope" and label in _DROPPABLE and not told:
            result.dropped.append(label)


def _names(area: Area, member: str, key: FactKey, lexicon: Lexicon) -> bool:
    """True where an area names a member of a contrast set, itself or within a disease: 'metastatic melanoma'."""
    if member in area.strong:
        return not _ambiguous(area, member, key)
    return any(
        member in lexicon.ancestors(c) and kind_of(c, lexicon) in ("condition", "population")
        for c in area.strong
    )


def _ambiguous(area: Area, concept: str, key: FactKey) -> bool:
    """True where the words have another reading that suits the claim."""
    mention = area.concepts[concept]
    return len(mention.readings) > 1 and any(r in key.concepts for r in mention.readings if r != concept)


_OBSERVED = frozenset({"alive", "live", "survive", "survivor", "living", "lived", "lives", "survived"})


def _observed(result: Fit, context: Context) -> None:
    """A relative rate given as the part of people who are alive: 'relative' is part of what it means."""
    if "relative survival" not in {r for n in result.key.needs for r in n.readings}:
        return
    near = [a for a in context.areas if a.name in ("clause", "sentence", "cell", "row", "column")]
    if any("relative survival" in a.concepts for a in near):
        return
    words = {a.concepts["survival"].text.lower() for a in near if "survival" in a.concepts}
    if words & _OBSERVED or any(w.split()[-1] in _OBSERVED or w.split()[0] in _OBSERVED for w in words):
        result.contradicted.append("survival kind")


def _same_span(a: Fraction, b: Fraction) -> bool:
    return abs(a - b) <= _NEAR * float(max(a, b))


def _slots(result: Fit, context: Context) -> None:
    """Ages, horizons and frequencies that the nearest area contradicts."""
    key = result.key
    figure = context.figure
    for area in context.areas:
        if area.veto and area.ages:
            bands = {(s.value[0], s.value[1]) for s in area.ages}
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
        if area.veto and spans and not own_time:
            if key.horizons and not any(_same_span(a, b) for a in spans for b in key.horizons):
                result.contradicted.append("horizon")
            elif (
                not key.horizons
                and area.name in _OWN
                and key.figure is not None
                and key.figure.dimension in ("proportion", "count")
            ):
                result.narrower.append("horizon")
            break


def frequency_differs(key: FactKey, context: Context) -> bool:
    """True where the copy says how often, and says it otherwise than the fact."""
    if key.frequency is None:
        return False
    for area in context.areas:
        if area.name in _OWN_AREAS and area.frequencies:
            figure = context.figure
            nearest = area.frequencies
            if figure is not None and area is context.own:
                later = [s for s in nearest if s.start >= figure.end]
                nearest = later[:1] or nearest[-1:]
            return all(not _same_span(Fraction(s.value[0] or 0), key.frequency) for s in nearest)
    return False


_OUTCOMES = frozenset(
    {"death", "hospitalization", "readmission", "recurrence", "emergency visit", "survival"}
)
_BESIDE = 60
"""How many characters from a figure the word for what it measures stands at most."""


def _substitutes(result: Fit, context: Context, lexicon: Lexicon) -> None:
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
        if concept in _OUTCOMES and result.missing and not _akin(concept, context.own, key, lexicon):
            result.substituted.append(concept)
        if not lost:
            continue
        kinds = ("measure", "symptom", "condition") if key.change else ("measure", "symptom")
        foreign = kind_of(concept, lexicon) in kinds and not set(mention.readings) & key.named
        if foreign and len(mention.readings) == 1:
            result.substituted.append(f"{concept} for {lost[0].text}")


def _slot_score(key: FactKey, context: Context) -> tuple[float, float]:
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
                if any(_same_span(Fraction(s.value[0] or 0), h) for s in a.horizons for h in key.horizons)
            ),
            default=0.0,
        )
    return total, got


_FOREIGN = {**dict.fromkeys(ANCHORS, 0.15), "measure": 0.1}
_TELLING_RELATIONS = frozenset({"cause", "prevent", "treat", "association", "stop", "return"})


def _extras(areas: list[Area], key: FactKey, lexicon: Lexicon) -> float:
    """What the figure's own words, row and column name beside the claim: another disease, drug or measure."""
    extra = 0.0
    for area in areas:
        for concept in area.sorted_strong:
            kind = kind_of(concept, lexicon)
            if (
                len(area.concepts[concept].readings) == 1
                and (kind in _FOREIGN or concept in _TELLING_RELATIONS)
                and not _akin(concept, area, key, lexicon)
            ):
                extra += _FOREIGN.get(kind, 0.1)
    return min(extra, 0.4)


def _akin(concept: str, area: Area, key: FactKey, lexicon: Lexicon) -> bool:
    """True where a concept's words may mean one that the claim names, or a broader or narrower one."""
    readings = set(area.concepts[concept].readings)
    if readings & key.concepts:
        return True
    return any(lexicon.ancestors(r) & key.named for r in readings)


_RIVAL_KINDS = (
    frozenset({"condition", "symptom", "term"}), frozenset({"drug", "drug class"}), frozenset({"nutrient"}),
    frozenset({"anatomy"}), frozenset({"procedure"}), frozenset({"measurement"}),
)  # fmt: skip


def _rivals(result: Fit, context: Context, lexicon: Lexicon, without: Mapping[str, str]) -> None:
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
            if c not in without and kind_of(c, lexicon) != "term" and kind_of(c, lexicon) in kinds and not _akin(c, a, key, lexicon) and len(a.concepts[c].readings) == 1
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
            and any(n.readings == key.subject and _found(n, near, lexicon)[0] < 0.6 for n in needs)
            and any(kind_of(c, lexicon) == "condition" and _restricts(c, near) for c in foreign)
        )
        if usurped:
            result.blocked.append(f"{foreign[0]} for the subject")
        elif needs and not any(_found(n, near, lexicon)[0] >= 0.6 for n in needs):
            result.blocked.append(f"{foreign[0]} for {needs[0].text}")
        elif "drug" in kinds:
            result.narrower += foreign[:1]
        elif kinds & {"condition", "nutrient"}:
            result.narrower += [
                c for c in foreign if c not in topics and (_is_share(key) or _restricts(c, near))
            ][:1]
    if any(
        _is_another(context.own, m) and kind_of(m.readings[0], lexicon) in _NAMED
        for m in context.own.mentions
    ):
        result.blocked.append("another")
    settings = [
        c
        for a in near
        for c in a.sorted_strong
        if kind_of(c, lexicon) == "setting" and not _akin(c, a, key, lexicon)
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
    above = lexicon.ancestors(concept) & key.named
    return concept not in key.named and any(
        kind_of(a, lexicon) in ("condition", "term") and not any(a in n.strong for n in near) for a in above
    )


def _column_differs(column: Area, key: FactKey, lexicon: Lexicon) -> bool:
    """True where a column is headed by something that the claim is not about."""
    foreign = [
        c
        for c in column.sorted_strong
        if kind_of(c, lexicon) in ANCHORS and not _akin(c, column, key, lexicon)
    ]
    return bool(foreign) and not any(n.readings & column.concepts.keys() for n in key.needs if n.weight >= 1)


def _row_fits(row: Area, key: FactKey, lexicon: Lexicon) -> bool:
    """True where a row's label shares something with the claim, or says nothing to compare."""
    told = [c for c in row.strong if kind_of(c, lexicon) != "light"]
    if not told:
        return True
    if any(_akin(c, row, key, lexicon) for c in told) or row.ages or row.horizons:
        return True
    return any(n.readings & set(row.concepts) for n in key.needs)
