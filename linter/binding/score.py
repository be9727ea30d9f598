"""How well a context fits the key of a fact."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from linter.binding.areas import ANCHORS, Context
from linter.binding.contrasting import (
    compare_slots,
    contrast,
    drop_scope,
    observe,
    other_row,
    other_time,
    slot_score,
)
from linter.binding.fit import OWN_AREAS, Fit
from linter.binding.found import find_need
from linter.binding.key import FactKey
from linter.binding.rivals import extras_of, rival, substitute
from linter.language.lexicon import Lexicon

_CORE = ANCHORS | {"measure", "relation", "stage", "anatomy"}
_ANCHORED = 0.4
"""The part of what a claim is about that must be in sight, its subject always."""


def fit(
    context: Context, key: FactKey, lexicon: Lexicon, without: Mapping[str, str] = MappingProxyType({})
) -> Fit:
    """Fit ``context`` to ``key``, the needs for the concepts in ``without`` left aside."""
    result = Fit(key)
    got = near = 0.0
    anchors = found_anchors = 0.0
    outcomes: list[float] = []
    predicates: list[tuple[float, str]] = []
    unknown: list[float] = []
    is_course = _is_course(key)
    needs = [n for n in key.needs if not n.readings & without.keys()] if without else key.needs
    for need in needs:
        level, where, text = find_need(need, context.areas, lexicon)
        if level < 1 and "dose" in need.readings and _is_dosing(context):
            level, where, text = (
                1.0,
                "clause",
                "dose",
            )  # '600 mg twice a day' is a dose, whatever it is called
        got += need.weight * level
        if level >= 0.75 and where not in ("lead-in", "heading"):
            near += need.weight * level * (0.6 if where == "sentence before" else 1.0)
        if level >= 0.75 and need.weight >= 0.5 and where in OWN_AREAS:
            result.own += need.weight * level
        if need.kind == "anatomy" and not need.weak:
            result.site = min(result.site, level * (0.7 if where == "paragraph" else 1.0))
        if need.kind in _CORE and not need.weak:
            result.core = max(result.core, level)
            if need.readings != key.subject and need.kind in ("condition", "symptom") and not is_course:
                outcomes.append(level)
        if need.kind.startswith("unknown") and need.weight >= 1:
            unknown.append(level)
        if need.kind in ("measure", "relation") and need.weight >= 0.5:
            predicates.append((level, where))
        if need.readings == key.subject:
            result.afar |= where in ("opening", "opening elsewhere")
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
    if unknown and not any(n.kind in _CORE and not n.weak for n in needs):
        result.core = min(unknown)  # a disease that the lexicon lacks: all the words of its name
    result.outcome = not outcomes or max(outcomes) >= 0.55
    result.afar |= max(predicates, default=(0.0, ""))[1] in _AFAR
    contrast(result, context, lexicon)
    compare_slots(result, context)
    other_time(result, context)
    other_row(result, context)
    drop_scope(result, context, lexicon)
    observe(result, context)
    result.ageless = bool(key.ages) and not any(a.ages for a in context.areas)
    slots, slots_got = slot_score(key, context)
    total = sum(n.weight for n in needs) + slots
    result.score = (got + slots_got) / total if total else 0.0
    result.near = (near + slots_got) / total if total else 0.0
    result.own = (result.own + slots_got) / total if total else 0.0
    result.extras = extras_of(
        [context.own, *(a for a in context.areas if a.name in ("row", "column"))], key, lexicon
    )
    rival(result, context, lexicon, without)
    substitute(result, context, lexicon)
    return result


_AFAR = frozenset({"item before", "opening", "opening elsewhere", "title"})
"""Places that lend a topic, but do not say what is told of it."""


def _is_course(key: FactKey) -> bool:
    """True for a claim of how much or how long of a drug: what it is for goes without saying."""
    if key.figure is None or not any(n.kind == "drug" and n.readings == key.subject for n in key.needs):
        return False
    return key.figure.dimension.split("/")[0] in ("time", "mass", "volume", "activity")


def _is_dosing(context: Context) -> bool:
    figure = context.figure
    return (
        figure is not None
        and figure.dimension.split("/")[0] in ("mass", "volume")
        and any(a.frequencies for a in context.areas if a.name in OWN_AREAS)
    )


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
