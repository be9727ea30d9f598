"""What is said of that which a figure is of: another disease or treatment than the claim's, or base and predicate exchanged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.claims.beside import accounted, is_aside
from linter.claims.comparison import Comparison
from linter.claims.needs import DRUGS, Need, kind_of
from linter.claims.phrase import Phrase
from linter.language.lexicon import Lexicon
from linter.language.text import Mention

_GROUPS = (frozenset({"condition", "symptom"}), DRUGS, frozenset({"procedure"}))
"""Kinds of things of which one stands in another's place."""
_SAY_LITTLE = frozenset(
    {"light", "generic", "relation", "place", "person", "organisation", "measure part", "unknown"}
)
"""Kinds of words that may be both of what a figure is of and of what is said of that."""


def add_predicate(result: Comparison, lexicon: Lexicon) -> None:
    """What the copy says of the figure's base in the place of what the claim says of its own."""
    context, key = result.context, result.key
    if context.figure is None or key.figure is None or context.figure.role == "rank":
        return
    here, there = context.phrase, key.phrase
    told = [m for m in context.own.tops if _is_said(m, here) and not is_aside(context.own, m, context)]
    claimed = [n for n in key.needs if key.parts.get(n.start) != "base" and not n.weak]
    own = _readings(told)
    for group in _GROUPS:
        new = [m for m in told if kind_of(m.readings[0], lexicon) in group and not m.weak]
        if not any(not accounted(m, key, lexicon) for m in new):
            continue
        asked = [n for n in claimed if n.kind in group]
        absent = [n for n in asked if not _is_named(n, result.named_near, lexicon)]
        result.add("another thing said of it", bool(absent))
        moved = bool(asked) and not absent and not any(_is_named(n, own, lexicon) for n in asked)
        result.add("another thing said of it, the claim's beside", moved)
    if here and there and not context.change and not key.change:
        result.add("base and predicate exchanged", _is_exchanged(told, here, there, claimed, key.needs))
        result.add("base for predicate", _is_base_told(result, told, here, there, claimed, lexicon))


def _is_said(mention: Mention, base: Phrase | None) -> bool:
    return base is None or not base.start <= mention.start < base.end


def _is_named(need: Need, named: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether the thing, a kind of it or the parts of its name are among what is named."""
    if need.readings & named or (need.parts and need.parts <= named):
        return True
    return any(need.readings & (lexicon.ancestors(n) | lexicon.implied.get(n, frozenset())) for n in named)


def _is_exchanged(
    told: Sequence[Mention], here: Phrase, there: Phrase, claimed: Iterable[Need], needs: Iterable[Need]
) -> bool:
    """'Of those with a positive test, 98% have lupus' for 98% of those with lupus, who have a positive test."""
    base, said = _readings(here.all), _readings(told)
    inside = (n for n in needs if there.start <= n.start < there.end)
    of, about = (
        frozenset(r for n in side if n.kind not in _SAY_LITTLE for r in n.readings)
        for side in (inside, claimed)
    )
    return bool((base & about) - of and (said & of) - base)


def _is_base_told(
    result: Comparison,
    told: Sequence[Mention],
    here: Phrase,
    there: Phrase,
    claimed: Sequence[Need],
    lexicon: Lexicon,
) -> bool:
    """'One in three adults has high blood pressure' for one in four of those with high blood pressure, who have it under control."""
    base, said = _readings(here.all), _readings(told)
    about = [n for n in claimed if n.kind not in _SAY_LITTLE or n.kind in ("relation", "unknown")]
    of = frozenset(
        r
        for n in result.key.needs
        if there.start <= n.start < there.end and n.kind not in _SAY_LITTLE
        for r in n.readings
    )
    asked = frozenset(r for n in about for r in n.readings)
    if not about or not (said & of) - base - asked:
        return False
    within = result.key.reading.text[there.start : there.end].lower()
    return not any(
        _is_named(n, result.named_near, lexicon) for n in about if n.text.lower() not in within
    )  # 'blood pressure' is named in 'high blood pressure'


def _readings(mentions: Iterable[Mention]) -> frozenset[str]:
    return frozenset(r for m in mentions for r in m.readings)
