"""Slots that have values: members of contrast sets, ages, spans of time, rhythms, the other figures of a claim."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from linter.claims.areas import Area, Context
from linter.claims.beside import is_aside
from linter.claims.companions import add_companions
from linter.claims.comparison import OWN, SENTENCE, Comparison, level_of
from linter.claims.key import FactKey
from linter.language.lexicon import Lexicon
from linter.language.slots import Slot, rhythm
from linter.patterns import AnyCase


def add_restrictions(result: Comparison, lexicon: Lexicon) -> None:
    """For each slot: same, contrary (with the level), restricted (only the copy has it) or dropped (only the claim)."""
    _contrasts(result, lexicon)
    _ages(result)
    _horizons(result)
    add_companions(result)
    if result.key.frequency is not None:
        _rhythm(result)
    figure = result.context.figure
    if figure is not None and figure.dimension == "count":
        often = rhythm(result.context.own.frequencies, figure)
        yearly = result.key.frequency or _YEAR
        result.add("counted over another time", any(not same_span(s.seconds, yearly) for s in often))


_YEAR = Fraction(400, 146_097)
"""How often a day what is counted over a year is, as is a count that tells no time."""


def _contrasts(result: Comparison, lexicon: Lexicon) -> None:
    key = result.key
    ranked = result.context.figure is not None and result.context.figure.role == "rank"
    for name in _relevant_sets(result, lexicon):
        if ranked and name == "rank":
            continue  # the rank is the figure
        group, title, members = lexicon.contrasts[name]
        wanted = key.contrasts.get(name, frozenset())
        label = "place" if title == "place" else "desk" if name.startswith("desk:") else group
        if label == "outcome" and wanted and wanted <= _COUNTED:
            label = "measure"
        broader = lexicon.above(wanted)
        told = False
        for area in result.context.areas:
            level = level_of(area)
            held = {m for m in members if m in area.strong or m in area.implied(lexicon)}
            if not held and label == "desk":
                held = {m for m in members if m in area.concepts and len(area.concepts[m].readings) == 1}
            next_to = _next_to(result.context, held) if level == OWN and len(held) > 1 else set()
            held = next_to or held  # '130–139 systolic or 80–89 diastolic'
            if held and wanted & (next_to or held | area.concepts.keys()):
                told = True
                result.add(f"same {label} {level}")
                break
            if label == "place" and broader & area.concepts.keys():
                told = True  # 'this country'
                wider = [area.concepts[c] for c in broader & area.concepts.keys()]
                named = level == OWN and all(m.text[:1].isupper() and m.text.isalpha() for m in wider)
                result.add("wider place own", named)
                break
            held = {m for m in held if not (lexicon.implied.get(m, frozenset()) & key.concepts)}
            held = {m for m in held if not _may_be_else(area, m, lexicon)}
            if not held:
                continue
            if wanted:
                if held & broader:
                    continue
                told = True
                result.add(f"contrary {label} {level}")
                result.contrary.append(f"{title}: {', '.join(sorted(held))}")
                if level == OWN:
                    result.elsewhere += [area.concepts[m].text for m in sorted(held) if m in area.concepts]
            elif level in (OWN, SENTENCE):
                held = {
                    m
                    for m in held
                    if m not in area.concepts or not is_aside(area, area.concepts[m], result.context)
                }
                if not held:
                    continue
                told = True
                label = "measure" if held <= _COUNTED else label
                result.add(f"both {label}" if len(held) > 1 else f"restricted {label} {level}")
                result.add(f"restricted extent {level}", name in _EXTENTS and len(held) == 1)
            else:
                continue
            break
        if wanted - _UNSAID and not told:
            result.add(f"dropped {label}")


_UNIT_REACH = 12
"""Characters in which the unit of a figure stands."""


def _next_to(context: Context, held: set[str]) -> set[str]:
    """Of several members, the one that stands right behind the figure, its unit aside."""
    figure, own = context.figure, context.own
    if figure is None:
        return set()
    text = own.reading.text
    behind = {
        c
        for c in held
        if c in own.concepts and figure.end <= own.concepts[c].start <= figure.end + _UNIT_REACH
    }
    return {c for c in behind if not _PARTS.search(text, figure.end, own.concepts[c].start)}


_PARTS = AnyCase(r"[,;:.()]|\b(?:or|and|in|of|to|for|vs|than)\b")
_COUNTED = frozenset({"incidence", "prevalence"})
"""Occurrences that copy leaves to its verb: 'have', 'get'."""
_UNSAID = frozenset({"adult", "world"})
"""What nobody names where no others are meant."""
_EXTENTS = frozenset({"extent", "stage", "grade"})
"""Sets whose members hardly stand in a sentence by chance: a rate of regional disease is none of all of it."""


def _relevant_sets(result: Comparison, lexicon: Lexicon) -> list[str]:
    names = set(result.key.contrasts)
    for area in result.context.areas:
        if level_of(area) in (OWN, SENTENCE):
            for concept in (*area.strong, *area.implied(lexicon)):
                names.update(lexicon.sets_of.get(concept, ()))
    return sorted(names)


def _overlaps_figure(slot_start: int, slot_end: int, area: Area, context: Context) -> bool:
    figure = context.figure
    return (
        figure is not None
        and area.reading is context.own.reading
        and slot_start < figure.end
        and figure.start < slot_end
    )


def _may_be_else(area: Area, member: str, lexicon: Lexicon) -> bool:
    """Whether the word for a member has a sense of quite another kind: ticks that 'spread' a fever."""
    mention = area.concepts.get(member)
    readings = mention.readings if mention else ()
    return bool(readings) and any(lexicon.kinds.get(r) != lexicon.kinds.get(member) for r in readings)


Band = tuple[Fraction | int | None, Fraction | int | None]
"""The lowest and the highest age in years; None where it is open."""


def _ages(result: Comparison) -> None:
    key = result.key
    for area in result.context.areas:
        bands = {
            band
            for s in area.ages
            for band in _bands(s, area.reading.text)
            if not _overlaps_figure(s.start, s.end, area, result.context)
        }
        if not bands:
            continue
        level = level_of(area)
        if not key.ages and all(_implied_by_people(band, key) for band in bands):
            return
        if key.ages:
            wanted = {b for s in key.reading.ages for b in _bands(s, key.reading.text)} | key.ages
            same = bool(bands & wanted)
            within = not same and any(_is_within(band, own) for band in bands for own in key.ages)
            result.add(f"{'same' if same else 'restricted' if within else 'contrary'} age {level}")
            if not same and not within:
                result.contrary.append("age")
                result.elsewhere += _texts(area, area.ages) if level == OWN else []
        elif level in (OWN, SENTENCE):
            result.add(f"restricted age {level}")
        else:
            continue
        return
    if key.ages:
        result.add("dropped age")


def _bands(slot: Slot, text: str) -> list[Band]:
    """The band of an age; 'by age 80' is what holds at 80 as well."""
    low, high = slot.value[0], slot.value[1]
    by = low is None and text[slot.start : slot.start + 3].lower() == "by "
    return [(low, high), (high, high)] if by else [(low, high)]


def _texts(area: Area, slots: Sequence[Slot]) -> list[str]:
    """How the copy tells ages or spans of time."""
    return [area.reading.text[s.start : s.end] for s in slots]


def _is_within(band: Band, own: Band) -> bool:
    """'30 to 65' of 'from 30': a claim of all who are older holds for the younger of them."""
    low, high = own
    return high is None and band[1] is not None and band[0] is not None and band[0] == low


_PEOPLE = {
    "infant": (0, 3),
    "newborn": (0, 1),
    "child": (0, 21),
    "adolescent": (9, 25),
    "older adult": (59, None),
}
"""The ages that a word for people stands for, the oldest taken generously: children are under 18, 20 or 21."""


_OF_AGE = (16, 21)
"""The ages from which on people are adults, by one law or another: 'adults 19+'."""


def _implied_by_people(band: Band, key: FactKey) -> bool:
    """True for an age band that the claim's own word for its people says already: 'children under 20'."""
    low, high = band
    if "adult" in key.concepts and high is None and _OF_AGE[0] <= (low or 0) <= _OF_AGE[1]:
        return True
    for people, (youngest, oldest) in _PEOPLE.items():
        if (
            people in key.concepts
            and (low or 0) >= youngest
            and (oldest is None or (high is not None and high <= oldest))
        ):
            return True
    return False


def same_span(a: Fraction, b: Fraction) -> bool:
    return abs(a - b) <= 0.03 * float(max(a, b))


_LIFELONG = frozenset(("lifetime", "lifetime risk"))


_HAVE = AnyCase(r"\b(?:has|have|had|affects?|lives? with|living with|present in|prevalence)\b")
_GET = AnyCase(r"\b(?:get|gets|getting|develop\w*|risk|chance|odds|ever|life|lives|lifetime|diagnosed)\b")


def _tells_how_many_have(key: FactKey) -> bool:
    """True for a claim of how many have something at one time, which are fewer than ever have it."""
    figure, claim = key.figure, key.fact.claim
    share = figure is not None and figure.dimension == "proportion"
    return share and not key.horizons and bool(_HAVE.search(claim)) and not _GET.search(claim)


def _horizons(result: Comparison) -> None:
    key, context = result.key, result.context
    if key.figure is not None and key.figure.dimension == "time":
        return
    own = rhythm(context.own.frequencies, context.figure)
    if key.frequency is not None and any(same_span(s.seconds, key.frequency) for s in own):
        return  # 'no more than 14 units per week, over three days or more'
    for_life = bool(_LIFELONG & key.concepts)
    if _tells_how_many_have(key) and not for_life and _LIFELONG & context.own.concepts.keys():
        result.add("contrary horizon own")
        result.contrary.append("horizon")
        return
    for area in context.areas:
        if key.horizons and level_of(area) in (OWN, SENTENCE) and _LIFELONG & area.concepts.keys():
            result.add(f"contrary horizon {level_of(area)}")
            return
        spans = [s.seconds for s in area.horizons if not _overlaps_figure(s.start, s.end, area, context)]
        if not spans:
            continue
        level = level_of(area)
        if key.horizons:
            same = any(same_span(a, b) for a in spans for b in key.horizons)
            result.add(f"{'same' if same else 'contrary'} horizon {level}")
            if not same:
                result.contrary.append("horizon")
                result.elsewhere += _texts(area, area.horizons) if level == OWN else []
        elif for_life and level in (OWN, SENTENCE):
            result.add(f"contrary horizon {level}")
            result.contrary.append("horizon")
        elif level in (OWN, SENTENCE):
            result.add(f"restricted horizon {level}")
        else:
            continue
        return
    if key.horizons:
        result.add("dropped horizon")


def _rhythm(result: Comparison) -> None:
    key, context = result.key, result.context
    for area in context.areas:
        if level_of(area) in (OWN, SENTENCE) and area.frequencies:
            nearest = rhythm(area.frequencies, context.figure) if area is context.own else area.frequencies
            same = any(same_span(s.seconds, key.frequency or Fraction(1)) for s in nearest)
            if same or area is context.own:  # beside another figure, 'a day' is that one's
                result.add("same rhythm" if same else "contrary rhythm")
                return
    result.add("dropped rhythm")
