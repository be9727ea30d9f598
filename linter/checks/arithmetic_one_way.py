"""Shares of what anyone does in one way only, which are at most all: '60% chose the implant, 30% the coil'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.checks.arithmetic_apart import all_kinds, graded, is_list, one_each
from linter.checks.numbers_scan import Passage
from linter.language.figure import Figure
from linter.patterns import AnyCase

_SOURCES = AnyCase(
    r"\b(?:came|come|comes|arrived|lived?|lives|died|chose|prefer(?:red|s)?|voted|travel(?:led|ed|s)?|(?:was|were|are|is) (?:referred|employed|aged|born|caused by|due to|either))\b"
)
"""What anyone does in one way only, so that 'a from one, b from another and c from a third' are at most all."""
_NONE = AnyCase(
    r"^\s+(?:(?:had|have|gave|expressed|saw)\s+no|did not|didn't|(?:were|was|are) (?:undecided|unsure))\b"
)
_SEVERAL = AnyCase(r"\b(?:both|either|more than one|several|as well|also|all (?:of|that)|multiple)\b")
_ELIDED = AnyCase(
    r"^\s+(?:(?:the|an?|for)\s+)?(?!(?:of|had|have|has|with|said|felt|did|took)\b)(?:[\w-]+\s+){0,2}?[\w-]+\s*(?:,|\band\b|[.;)]|$)"
)
"""'60% chose the implant, 30% the coil': the verb is told once."""
_LINK = AnyCase(r"^\s+(?P<word>from|in|by|of|at|on|to|aged)\b")


def one_way_each(passage: Passage, shares: Sequence[Figure]) -> list[Figure]:
    """The shares of 'of all referrals, 54% came from GPs, 28% from nurses and 23% from hospitals'."""
    parts = [f for f in shares if f.kind == "percent" or not f.unit]
    if len(parts) < 3 or not is_list(passage, parts) or _SEVERAL.search(passage.sentence):
        return []
    if all_kinds(passage, parts) or graded(passage, parts) or one_each(passage, parts):
        return parts
    told = _SOURCES.search(passage.sentence)
    if told is None or passage.start + told.start() > parts[1].lead:
        return []
    after = [passage.text[f.end : f.end + 40] for f in parts]
    verbs = [bool(re.match(rf"\s+{_SOURCES.pattern}", words, re.IGNORECASE)) for words in after]
    if all(verbs[:-1]) and (verbs[-1] or _NONE.match(after[-1])):
        return parts
    if verbs[0] and all(
        verb or _ELIDED.match(words) for verb, words in zip(verbs[1:], after[1:], strict=True)
    ):
        return parts
    links = [_LINK.match(words) for words in after[1:]]
    words = {link["word"].lower() for link in links if link}
    return parts if len(words) == 1 and all(links) else []
