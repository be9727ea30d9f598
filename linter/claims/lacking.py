"""Things named only to say that they are not there: 'people without hypertension', 'nonsmokers', 'free of cancer'."""

from __future__ import annotations

from linter.claims.comparison import OWN, SENTENCE, Comparison, level_of
from linter.claims.denial import is_impossible, is_lacking


def add_lacking(result: Comparison) -> None:
    """What one side has and the other is without, in the figure's own words and in its sentence."""
    key = result.key
    claimed = key.lacking
    own = result.context.own
    denied = any(
        not all(claimed.get(r, True) for r in m.readings) and is_impossible(own.reading.text, m)
        for m in own.mentions
    )
    result.add("impossible in copy", denied and not key.impossible)
    for area in result.context.areas:
        level = level_of(area)
        if level not in (OWN, SENTENCE):
            continue
        for mention in area.tops:
            wanted = [claimed[r] for r in mention.readings if r in claimed]
            if wanted and not mention.weak and is_lacking(area.reading.text, mention) != any(wanted):
                result.add(f"turned need {level}")
                result.contrary.append(f"with and without: {mention.text}")
                return
