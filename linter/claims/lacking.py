"""Things named only to say that they are not there: 'people without hypertension', 'nonsmokers', 'free of cancer'."""

from __future__ import annotations

import re

from linter.claims.comparison import OWN, SENTENCE, Comparison, level_of
from linter.language.lex import fold
from linter.language.text import Mention
from linter.patterns import Pattern

_WITHOUT = Pattern(
    r"\b(?:without|lacking|free (?:of|from)|never had|no (?:history|sign|signs|evidence) of|(?:do|does|did) ?n[o']t have|have no|had no|has no)"
    r"\s+(?:(?:any|a|an|the|known|diagnosed|previous|prior|active)\s+)*$|\bnon-?$",
    re.IGNORECASE,
)
_REACH = 48


def is_lacking(text: str, mention: Mention) -> bool:
    """True where the words before a mention say that it is not there."""
    return bool(_WITHOUT.search(fold(text[max(0, mention.start - _REACH) : mention.start])))


def add_lacking(result: Comparison) -> None:
    """What one side has and the other is without, in the figure's own words and in its sentence."""
    key = result.key
    claimed = {
        r: is_lacking(key.reading.text, m) for m in key.reading.mentions if not m.weak for r in m.readings
    }
    for area in result.context.areas:
        level = level_of(area)
        if level not in (OWN, SENTENCE):
            continue
        for mention in area.mentions:
            wanted = [claimed[r] for r in mention.readings if r in claimed]
            if wanted and not mention.weak and is_lacking(area.reading.text, mention) != any(wanted):
                result.add(f"turned need {level}")
                result.contrary.append(f"with and without: {mention.text}")
                return
