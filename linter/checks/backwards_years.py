"""Years that run backwards: '(2023–2021)', 'between 2019 and 2015'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.checks.numbers_scan import blocks
from linter.checks.view import View
from linter.patterns import AnyCase

_YEAR = r"(?:19|20)\d\d"
_BRACKETED = AnyCase(
    rf"\((?:[a-z][a-z ]{{0,30}}\s)?(?P<range>(?P<first>{_YEAR})(?P<joint>\s?[–—-]\s?|\sto\s)(?P<last>{_YEAR}))\)"
)
_BETWEEN = AnyCase(
    rf"\b(?:between|from)\s+(?P<range>(?P<first>{_YEAR})(?P<joint>\s+(?:and|to|until)\s+)(?P<last>{_YEAR}))(?=\s*(?:[,;)]|\.(?!\d)|$)|\s+(?:there|the|we|inclusive|were|was|at|in|as|by|it|they|she|he|who|and)\b)"
)
_COMPARED = AnyCase(
    r"\b(?:difference\w*|differ\w*|gap|chang\w+|compar\w+|fell|falls?|drop\w*|back|down|newest|latest|match|links?|overlap)\b[^.;]{0,60}$"
)
"""'The difference between 2019 and 2015': two years set against each other, in whatever order."""


class Turned(NamedTuple):
    """Two years in the wrong order, and in the right one."""

    block: int
    start: int
    end: int
    turned: str


def turned_years(view: View) -> Iterator[Turned]:
    """Each span of years from the later to the earlier; none in a draft that writes all of its spans so."""
    found: list[Turned] = []
    upright = 0
    for index, text in blocks(view, re.compile(_YEAR)):
        for pattern in (_BRACKETED, _BETWEEN):
            for match in pattern.finditer(text):
                if match["first"] <= match["last"]:
                    upright += 1
                elif any(f.block == index and f.start == match.start("range") for f in found):
                    continue
                elif not _COMPARED.search(text[: match.start("range")]):
                    turned = f"{match['last']}{match['joint']}{match['first']}"
                    found.append(Turned(index, *match.span("range"), turned))
    if len(found) == 1 or upright >= len(found):
        yield from found
