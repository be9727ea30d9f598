"""Two parts of which one is what the other is not: '96 ate the fish and 64 did not', '96 with a rash, 64 without'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.language.words import root
from linter.patterns import AnyCase

_BARE = AnyCase(
    r"\s+(?:of\s+(?:them|these|those)\s+)?(?:(?:people|patients|others)\s+)?(?:(?:who\s+)?(?:did|were|was|are|is|do|does|had|have|has|could|would)(?:\s+not|n['’]t)|(?:had|have|with|reported)\s+none|without(?:\s+(?:it|one|any|them))?)\s*"
)
"""'64 did not', '64 had none', '64 without': what the part before did, had or was."""
_NOT = AnyCase(
    r"\b(?:(?:did|were|was|are|is|do|does|had|have|has|could|would)(?:\s+not\b|n['’]t\b)|not\b|never\b|no\b|without\b|non[- ])|\bun(?=[a-z]{4})"
)
_LIGHT = frozenset(
    "a an the any it them of had have has having with were was are is be been did do does who that people patients also only not no "
    "reported showed gave got took felt said told developed experienced".split()
)
_WORD = AnyCase(r"[a-z][a-z'’-]+")


def are_opposites(said: Sequence[str]) -> bool:
    """True for two parts, told by the words behind their numbers, that cannot both be anyone's."""
    if len(said) != 2:
        return False
    first, second = said
    if _NOT.search(first):
        first, second = second, first
    if _NOT.search(first):
        return False
    told = _content(first)
    if _BARE.fullmatch(second):
        return bool(told or re.search(r"\w", first))
    denied = _NOT.sub(" ", second, count=1)
    return denied != second and bool(_content(denied)) and _content(denied) <= told


def _content(words: str) -> set[str]:
    """The roots of what words tell, without verbs that tell nothing alone."""
    return {root(w.group().lower()) for w in _WORD.finditer(words) if w.group().lower() not in _LIGHT}
