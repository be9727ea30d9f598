"""Whether a share is of what is in a place: '90% of all malaria deaths occur in Africa', and not of whom it strikes there."""

from __future__ import annotations

from linter.claims.comparison import Comparison
from linter.claims.needs import kind_of
from linter.claims.reading import BlockReading
from linter.language.figure import Figure
from linter.language.lexicon import Lexicon
from linter.patterns import AnyCase

_OCCURS = AnyCase(
    r"\s*of\s+[^.;:,()]{3,70}?\b(?:occur\w*|happen\w*|took place|takes? place|are|were|is|was|lives?|lived|came|comes?|found|recorded|reported|seen)\s+(?:\w+ly )?(?:in|from|within)\s+(?:the\s+|sub-)?"
)
"""What stands between a share and the place where it is."""
_HAS = AnyCase(
    r"(?:'s share|'s)?\s+(?:alone\s+|may\s+|now\s+|still\s+|region\s+){0,3}(?:accounts? for|accounted for|bears?|carr(?:y|ies|ied)|has|had|makes? up|made up|contributes?|represents?|(?:is|was) home to|sees?|saw)\s+(?:[a-z-]+\s+){0,4}$"
)
"""What stands between a place and its share of all."""
_OF = AnyCase(r"\s*of\s")
_IN = AnyCase(r"\b(?:in|from)\s+(?:the\s+)?$")
_REACH = 60
_THAT_PLACE = AnyCase(r"(?:region|continent|country|area)\b")


def add_whereabouts(result: Comparison, lexicon: Lexicon) -> None:
    """Add whether the copy's share is of what is in a place, and the claim's of something else."""
    figure, fact = result.context.figure, result.key.figure
    if figure is None or fact is None or figure.dimension != "proportion":
        return
    here, there = (
        is_there(r, f, lexicon) for r, f in ((result.context.own.reading, figure), (result.key.reading, fact))
    )
    result.add("said to be there", here and not there)


def is_there(reading: BlockReading, figure: Figure, lexicon: Lexicon) -> bool:
    """Whether a share says how much of something is in a place."""
    text = reading.text
    sentence = reading.sentences[reading.sentence_at(figure.start)]
    places = [m for m in sentence.mentions if kind_of(m.readings[0], lexicon) == "place" and not m.weak]
    occurs = _OCCURS.match(text, figure.end, sentence.end)
    if occurs and (_THAT_PLACE.match(text, occurs.end()) or any(m.start == occurs.end() for m in places)):
        return True
    lead = min(figure.lead, figure.start)
    for m in places:
        if not lead - _REACH <= m.end <= lead:
            continue
        if _OF.match(text, figure.end) and _HAS.match(text, m.end, lead):
            return True
        if text[m.end : lead].lower().strip() in ("(", "region (") and _IN.search(
            text, sentence.start, m.start
        ):
            return True
    return False
