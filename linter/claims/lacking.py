"""Things named only to say that they are not there: 'people without hypertension', 'nonsmokers', 'free of cancer'."""

from __future__ import annotations

from collections.abc import Mapping

from linter.claims.areas import Area
from linter.claims.beside import accounted
from linter.claims.comparison import OWN, SENTENCE, Comparison, level_of
from linter.claims.denial import is_impossible, is_lacking
from linter.claims.needs import kind_of
from linter.claims.of_what import HAD
from linter.language.lexicon import Lexicon
from linter.language.text import Mention
from linter.patterns import AnyCase

_LITTLE = frozenset({"light", "generic", "relation"})
"""Kinds of words that nobody can have or lack: 'was', 'known'."""


def add_lacking(result: Comparison, lexicon: Lexicon) -> None:
    """What one side has and the other is without, in the figure's own words and in its sentence."""
    key = result.key
    claimed = key.lacking
    own = result.context.own
    denied = any(
        not all(claimed.get(r, True) for r in m.readings) and is_impossible(own.reading.text, m)
        for m in own.mentions
    )
    result.add("impossible in copy", denied and not key.impossible)
    lacking = [
        m for m in own.tops if kind_of(m.readings[0], lexicon) in HAD and not accounted(m, key, lexicon)
    ]
    result.add("restricted by a lack", any(is_lacking(own.reading.text, m) for m in lacking))
    for area in result.context.areas:
        level = level_of(area)
        if level not in (OWN, SENTENCE):
            continue
        turned = _turned(area, claimed, lexicon)
        if turned is not None:
            result.add(f"turned need {level}")
            result.contrary.append(f"with and without: {turned.text}")
            return


_FIRST = AnyCase(r"\b(?:first[- ]time|for the first time|previously)\b")
"""Who has it for the first time never had it before."""


def _turned(area: Area, claimed: Mapping[str, bool], lexicon: Lexicon) -> Mention | None:
    """What one side has and the other lacks, and the words tell nowhere the same as the claim."""
    if _FIRST.search(area.text):
        return None
    told: dict[str, list[tuple[bool, Mention]]] = {}
    for mention in area.tops:
        if mention.weak or kind_of(mention.readings[0], lexicon) in _LITTLE:
            continue
        for reading in mention.readings:
            if reading in claimed:
                told.setdefault(reading, []).append((is_lacking(area.reading.text, mention), mention))
    apart = (
        mentions[0][1]
        for reading, mentions in told.items()
        if all(lacks != claimed[reading] for lacks, _ in mentions)
    )
    return next(apart, None)
