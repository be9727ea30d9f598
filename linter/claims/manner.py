"""How copy tells a figure: denied, forecast, of one's own patients, a change, a share of another base, one of a crowd."""

from __future__ import annotations

import re

from linter.claims.comparison import Comparison
from linter.claims.key import counted_noun, share_of_patients
from linter.language.change import direction
from linter.language.lex import fold
from linter.language.lexicon import Lexicon
from linter.patterns import Pattern

_NOT = Pattern(
    r"\b(?:not|never|without|neither|nor|cannot|no)\b(?!\s+(?:only|just|more|less|fewer|yet|longer|one\b|doubt|matter))|n't\b(?!\s+(?:only|just))",
    re.IGNORECASE,
)
_OURS = Pattern(
    r"\b(?:our|my|his|her|their) (?:own|patients|readers|clients|hospital|clinic|practice|trust|ward|cent(?:er|re)|unit|team|poll|survey|audit|figures?|rates?)\b|\blocally\b|\bin (?:this|one) (?:hospital|clinic|practice|ward|unit)\b",
    re.IGNORECASE,
)
_FUTURE = Pattern(r"\b(?:will|projected|expected|forecast|predicted)\b", re.IGNORECASE)
_OTHER = Pattern(r"\b(?:another|other|others|different)\b", re.IGNORECASE)
_SOME = Pattern(r"\b(?:some|a few|others)\b", re.IGNORECASE)
_STUDY = Pattern(
    r"\b(?:stud(?:y|ies)|trial|participants|enrolled|recruited|volunteers|surveyed|respondents|survey|poll|randomi[sz]ed)\b",
    re.IGNORECASE,
)
_ALL = Pattern(
    r"\b(?:overall|in general|altogether|all (?:patients|people|cases|cancers|types|forms|kinds|stages|ages)|everyone|regardless|of any kind|whole|entire)\b",
    re.IGNORECASE,
)
_COMPARED = Pattern(r"\b(?:compared|versus|vs|against|than|from|down from|up from)\b", re.IGNORECASE)


def add_manner(result: Comparison, lexicon: Lexicon) -> None:
    key, context = result.key, result.context
    figure, fact = context.figure, key.figure
    if figure is None or fact is None:
        return
    text, claim = fold(context.own.text), fold(key.reading.text)
    result.add("negation differs", bool(_NOT.search(text)) != bool(_NOT.search(claim)))
    for name, pattern in (
        ("forecast", _FUTURE),
        ("study", _STUDY),
        ("of all", _ALL),
        ("some", _SOME),
        ("other", _OTHER),
    ):
        here, there = bool(pattern.search(text)), bool(pattern.search(claim))
        result.add(f"{name} only in copy", here and not there)
        result.add(f"{name} only in claim", there and not here)
    result.add("own data", bool(_OURS.search(text)))
    before = text[: max(0, figure.lead - context.own.spans[0][0])] if context.own.spans else ""
    result.add("compared with", bool(_COMPARED.search(before[-24:])) and not key.change)
    result.add("change differs", context.change != key.change)
    if key.direction:
        turned = key.direction * direction(context.own.mentions, context.own.reading.text, figure)
        result.add("direction turned", turned < 0)
        result.add("direction same", turned > 0)
    if figure.dimension == "count" and key.counted:
        noun = counted_noun(context.own.reading, figure, lexicon)
        if noun:
            result.add("counts same" if noun == key.counted else "counts other")
    if figure.dimension == "proportion":
        here = share_of_patients(context.own.reading.text, figure)
        result.add("base differs", bool(here) != bool(key.base))
    result.add("crowd", min(context.crowd, 12) / 6 if context.crowd > 2 else 0.0)
    result.add("cell", context.own.name == "cell")
