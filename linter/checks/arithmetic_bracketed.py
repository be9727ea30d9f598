"""Parts that stand in brackets with the noun of their whole: '5 visits (1 screening visit and 4 follow-up visits)'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from linter.checks.numbers_scan import blocks
from linter.checks.view import View
from linter.language.cardinals import UNITS
from linter.patterns import AnyCase

_MOST = 12
_WORDS = "|".join(w for w, n in UNITS.items() if 0 < n <= _MOST)
_N = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|{_WORDS})"
_WHOLE = rf"(?<![\w.,£$€/–-])(?P<whole>{_N})\s+(?:[a-z-]+\s+){{0,2}}?(?P<noun>[a-z]{{2,}}s)"
_LISTED = AnyCase(rf"{_WHOLE}\s+\((?P<list>[^().]{{5,200}})\)")
"""'5 study visits (1 screening visit, 1 baseline visit and 4 follow-up visits)'."""
_NAMED = AnyCase(
    rf"{_WHOLE}(?!\s*\()[^.:;()\d]{{0,80}}?:?\s(?P<list>(?:[^().:;,\d]{{2,40}}\({_N}(?:\s+[a-z]+)?\)(?:,\s(?:and\s)?|\sand\s|;\s)?){{2,8}})(?=\s*(?:[.;]|$))"
)
"""'38 beds are on two wards: Alder (22 beds) and Rowan (16 beds)'."""
_DIVIDED = AnyCase(
    r"^(?!.*\b(?:and|with|plus|but)\b).*(?::|\b(?:split|divided|spread|across|among)\b)",
    re.DOTALL,
)
"""What says that the names share out the whole: a colon, 'split between'; in '60 beds and two wards:' they do not."""
_BRACKET = AnyCase(rf"\((?P<n>{_N})(?:\s+(?P<noun>[a-z]+))?\)")
_BREAKS = AnyCase(r",\s*(?:and\s+|plus\s+)?|;\s*(?:and\s+)?|\s+(?:and|plus)\s+")
_LOOSE = AnyCase(
    r"\b(?:about|around|over|under|up\s+to|at\s+(?:least|most)|maximum(?:\s+of)?|nearly|almost|some|than|or|first|last|next|per|every|of(?:\s+(?:the|our|its|all|these))*)\s+$"
)
"""What makes the number before the list no exact whole: a bound, or a whole of which something is a part."""
_TOTAL_OF = AnyCase(r"(?:^|\btotal\s)of\s+(?:(?:the|our|its|all|these)\s+)*$")
_NOT_ALL = AnyCase(
    r"\b(?:includ\w+|mainly|mostly|chiefly|most|e\.?g\.?|such\s+as|for\s+example|overlap\w*|both|some|also|at\s+least|up\s+to|about|other|others|rest|remaining|shared?|same|"
    r"per|every|each|or|either|between\s+\d|optional|extra|spare|closed|new|planned|was|were|until|now|than)\b|%|…"
)


class Bracketed(NamedTuple):
    """A list whose parts are not as many as the number before it."""

    block: int
    start: int
    end: int
    whole: str
    total: Fraction
    parts: Sequence[Fraction]


def bracketed_parts(view: View) -> Iterator[Bracketed]:
    """Lists in brackets, or of names with brackets, whose parts bear the noun of the whole and do not add up to it."""
    for index, text in blocks(view, re.compile(r"\(")):
        for pattern, read in ((_LISTED, _items), (_NAMED, _brackets)):
            for match in pattern.finditer(text):
                before = text[max(0, match.start() - 40) : match.start()]
                if _LOOSE.search(before) and not _TOTAL_OF.search(before):
                    continue
                lead = text[match.end("noun") : text.index("(", match.end("noun"))]
                if _NOT_ALL.search(match.group()) or (pattern is _NAMED and not _DIVIDED.match(lead)):
                    continue
                parts = read(match["list"], match["noun"][:-1])
                total = sum(parts, Fraction(0))
                if len(parts) > 1 and total != _number(match["whole"]):
                    yield Bracketed(index, match.start(), match.end(), match["whole"], total, parts)


def _items(listed: str, noun: str) -> list[Fraction]:
    """The numbers of '1 screening visit, 1 baseline visit and 4 follow-up visits'; none where one is of another kind."""
    item = re.compile(
        rf"\s*(?P<n>{_N})\s+(?:[\w'’-]+\s+){{0,3}}?{re.escape(noun)}s?(?:\s+(?:on|in|at|for|by|with|to|after|before)\s[^,]{{1,40}})?\s*",
        re.IGNORECASE,
    )
    matches = [item.fullmatch(part) for part in _BREAKS.split(listed)]
    return [_number(m["n"]) for m in matches if m] if all(matches) else []


def _brackets(listed: str, noun: str) -> list[Fraction]:
    """The numbers of 'Alder (22 beds) and Rowan (16)'; none where the first is not of the whole's kind."""
    found = list(_BRACKET.finditer(listed))
    nouns = [(m["noun"] or "").lower() for m in found]
    same = (noun.lower(), f"{noun.lower()}s")
    if not nouns or nouns[0] not in same or any(n and n not in same for n in nouns):
        return []
    return [_number(m["n"]) for m in found]


def _number(text: str) -> Fraction:
    return Fraction(UNITS[text.lower()] if text.lower() in UNITS else int(text.replace(",", "")))
