"""Compare what copy says of a figure with what a claim says of its own, slot by slot."""

from __future__ import annotations

from linter.claims.against import add_comparator
from linter.claims.areas import Context
from linter.claims.beside import add_extras
from linter.claims.comparison import (
    ABSENT,
    FAR,
    LEVELS,
    NEAR,
    OWN,
    SENTENCE,
    SLOTS,
    Comparison,
    level_named,
    slot_of,
)
from linter.claims.dates import add_dates
from linter.claims.events import add_events
from linter.claims.joined import add_joined
from linter.claims.key import FactKey
from linter.claims.lacking import add_lacking
from linter.claims.manner import add_manner
from linter.claims.match import find_need
from linter.claims.needs import Need
from linter.claims.of_what import add_phrases
from linter.claims.predicate import add_predicate
from linter.claims.restrictions import add_restrictions
from linter.claims.starts import add_start
from linter.claims.whereabouts import add_whereabouts
from linter.claims.widened import add_widened
from linter.language.lexicon import Lexicon


def compare_claims(context: Context, key: FactKey, lexicon: Lexicon) -> Comparison:
    """Everything but the figures: what the claim says and the copy lacks, what the copy adds, what it contradicts."""
    result = Comparison(context, key)
    _coverage(result, lexicon)
    return _completed(result, lexicon)


def compare_if_near(context: Context, key: FactKey, lexicon: Lexicon, least: float) -> Comparison | None:
    """The same, if copy says this part of the claim at least, by weight, anywhere; telling more is most of the work."""
    result = Comparison(context, key)
    _coverage(result, lexicon)
    return _completed(result, lexicon) if result.of("said anywhere") >= least else None


def _completed(result: Comparison, lexicon: Lexicon) -> Comparison:
    add_extras(result, lexicon)
    add_restrictions(result, lexicon)
    add_manner(result, lexicon)
    add_dates(result)
    add_lacking(result, lexicon)
    add_start(result, lexicon)
    add_phrases(result, lexicon)
    add_predicate(result, lexicon)
    add_events(result, lexicon)
    add_whereabouts(result, lexicon)
    add_comparator(result, lexicon)
    add_widened(result, lexicon)
    add_joined(result, lexicon)
    _together(result)
    return result


_OTHER_CLAUSES = ("sentence, clause before", "sentence, clause after")
"""Where, of several figures in one sentence, another stands: what is said there is said of that one."""


def _coverage(result: Comparison, lexicon: Lexicon) -> None:
    key, areas = result.key, result.context.areas
    total = key.total or 1.0
    shared = result.context.crowd > 1
    sums = dict.fromkeys(LEVELS, 0.0)
    parts = {part: dict.fromkeys(LEVELS, 0.0) for part in ("base", "rest")}
    for need in key.needs:
        strength, where, text = find_need(need, areas, lexicon)
        level = level_named(where) if strength else ABSENT
        slot = "subject" if need.readings == key.subject else slot_of(need.kind)
        share = need.weight / total
        sums[level] += share
        if need.start in key.parts:
            parts[key.parts[need.start]][level] += share
        result.add(f"{slot} {level}", share)
        apart = shared and where in _OTHER_CLAUSES
        result.add("said beside another figure", share if apart else 0.0)
        result.add("subject of another figure", apart and slot == "subject")
        if slot == "subject" and level in (FAR, ABSENT):
            _out_of_sight(result, need)
        if slot not in ("minor",) and level == ABSENT and not need.weak:
            result.add(f"lacks {slot}")
        if strength and need.weight >= 0.5:
            result.why.append(text if level in (OWN, SENTENCE) else f"{text} ({where})")
        elif not strength:
            result.missing.append(need.text)
            result.absent.add(need.readings)
    for part, told in parts.items():
        whole = sum(told.values())
        if whole:
            result.add(f"{part} said in sentence", (told[OWN] + told[SENTENCE]) / whole)
            result.add(f"{part} said nowhere near", told[OWN] + told[SENTENCE] + told[NEAR] == 0)
            result.add(f"{part} said nowhere", told[ABSENT] == whole)
    result.add("said own", sums[OWN])
    result.add("said in sentence", sums[OWN] + sums[SENTENCE])
    result.add("said near", sums[OWN] + sums[SENTENCE] + sums[NEAR])
    result.add("said anywhere", 1.0 - sums[ABSENT])
    result.add("claim size", min(total / 10, 2.0))


_THINGS = frozenset({"condition", "symptom", "term", "drug", "drug class", "procedure"})


def _out_of_sight(result: Comparison, need: Need) -> None:
    """What the claim is about stands neither near the figure nor in the headings over it, where those name something."""
    if need.kind in _THINGS:
        over = [a for a in result.context.areas if a.name in ("title", "heading") and a.tops]
        result.add("subject out of sight", bool(over))


_NEARLY_ALL = 0.85
"""The part of a claim that is as good as the whole of it."""
_LITTLE = 0.4
"""Less than one telling word."""


def _together(result: Comparison) -> None:
    """What is lost and what is new in one slot, taken together: a swap."""
    f = result.features
    own, extra = f.get("said own", 0.0), min(f.get("extra own", 0.0), 2.0)
    for slot in SLOTS:
        lost = sum(f.get(f"{slot} {level}", 0.0) for level in (FAR, ABSENT)) + (
            f.get("subject far", 0.0) + f.get("subject absent", 0.0) if slot == "topic" else 0.0
        )
        new = sum(
            f.get(f"extra {slot} {place}", 0.0) for place in ("base", "before", "after", "row", "column")
        )
        if lost and new:
            result.add(f"swap {slot}", min(new, 1.0))
    if extra:
        result.add("said own, and more", own * extra)
        result.add("lost, and more", f.get("lacks words", 0.0) and min(extra, 1.0))
    sentence, anywhere = f.get("said in sentence", 0.0), f.get("said anywhere", 0.0)
    clean = extra < _LITTLE
    result.add("nothing besides", clean)
    result.add("all said own", own > _NEARLY_ALL)
    result.add("all said in sentence", sentence > _NEARLY_ALL)
    result.add("all said anywhere", anywhere > _NEARLY_ALL)
    result.add("all said, nothing besides", sentence > _NEARLY_ALL and clean)
    result.add("all said anywhere, nothing besides", anywhere > _NEARLY_ALL and clean)
    result.add("all said, nothing contrary", anywhere > _NEARLY_ALL and not result.contrary)
    absent = 1.0 - f.get("said anywhere", 0.0)
    result.add("said own, not all", own * min(absent * 4, 1.0))
