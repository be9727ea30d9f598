"""What copy gives a figure to together with what the claim gives it to: 'hepatitis B or C' for hepatitis B."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.claims.areas import ANCHORS, Area
from linter.claims.comparison import Comparison
from linter.claims.needs import kind_of
from linter.language.lexicon import Lexicon
from linter.language.text import Mention
from linter.patterns import AnyCase, Pattern

_JOINT = AnyCase(r"(?:\s+(?:or|and|and/or)|\s*[/&])\s+")
_LETTER = Pattern(r"(?:^|[\s-])([A-Z]|\d{1,2})$")
"""What tells kinds of one thing apart: 'hepatitis B', 'type 2'."""
_NEXT = Pattern(r"([A-Z]|\d{1,2})\b(?![%.]?\d|%)")


def add_joined(result: Comparison, lexicon: Lexicon) -> None:
    """Whether the figure's own words name another thing beside the claim's, as one of two that it is of."""
    key, own = result.key, result.context.own
    wanted = frozenset().union(*(n.readings for n in key.needs if n.anchor))
    for mention, other in _pairs(own, wanted):
        if isinstance(other, str):
            words = (w.strip(",.;:()") for w in key.fact.claim.split())
            result.add("joined with another", other not in words)
        elif not _is_akin(mention, other, key.concepts, lexicon):
            result.add("joined with another")
            result.elsewhere.append(other.text)
        else:
            continue
        return


def _pairs(own: Area, wanted: frozenset[str]) -> Iterator[tuple[Mention, Mention | str]]:
    """What the claim is about, with what is joined to it by 'or' or 'and'."""
    text = own.reading.text
    for k, mention in enumerate(own.tops):
        if not wanted & set(mention.readings) or mention.weak:
            continue
        before = own.tops[k - 1] if k else None
        if before is not None and _JOINT.fullmatch(text, before.end, mention.start):
            yield mention, before
        joint = _JOINT.match(text, mention.end)
        if joint is None or _is_in_a_name(text, mention, joint):
            continue
        after = own.tops[k + 1] if k + 1 < len(own.tops) else None
        letter, told = _LETTER.search(mention.text), _NEXT.match(text, joint.end())
        if letter and told and letter[1].isdigit() == told[1].isdigit():
            yield mention, told[1]
        elif after is not None and after.start == joint.end():
            yield mention, after


def _is_in_a_name(text: str, mention: Mention, joint: re.Match[str]) -> bool:
    """'The Autism and Developmental Disabilities Monitoring Network' joins nothing."""
    capitals = text[mention.start].isupper() and text[joint.end() : joint.end() + 2].istitle()
    return capitals and mention.start > 0 and text[: mention.start].rstrip()[-1:] not in ".:;!?•-"


def _is_akin(mention: Mention, other: Mention, concepts: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether what is joined is no other thing: the claim names it as well, or the one is a kind of the other."""
    told, named = set(other.readings), set(mention.readings)
    kind = kind_of(other.readings[0], lexicon)
    if kind not in ANCHORS or kind != kind_of(mention.readings[0], lexicon) or other.weak:
        return True
    return bool(
        told & concepts
        or any(lexicon.ancestors(r) & named for r in told)
        or any(lexicon.ancestors(r) & told for r in named)
    )
