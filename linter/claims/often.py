"""How often something is so: 'almost always fatal' and 'rarely fatal' are opposites, without a 'not' in either."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from linter.claims.denial import is_denied
from linter.claims.denied import NOTS
from linter.language.tokens import Token

_MOSTLY = frozenset(
    "always usually mostly generally typically commonly normally invariably nearly almost virtually ordinarily".split()
)
SELDOM = frozenset("rarely seldom scarcely infrequently uncommonly".split())
_ALL = frozenset(
    "always all every everyone necessarily everybody entirely completely invariably usually".split()
)
DEGREES = _MOSTLY | SELDOM | _ALL
"""Words that say how often something is so."""


@dataclass(frozen=True, slots=True)
class Often:
    """Whether a clause says 'not', 'seldom' or 'mostly', and 'not always', which is neither."""

    denied: bool
    seldom: bool
    mostly: bool
    partly: bool

    @property
    def is_told(self) -> bool:
        return self.denied or self.seldom or self.mostly


def often(tokens: list[Token]) -> Often:
    """How often a clause says that what it tells is so."""
    words = [t.lower for t in tokens]
    partly = any(a in NOTS and b in _ALL for a, b in pairwise(words))
    return Often(is_denied(tokens), any(w in SELDOM for w in words), any(w in _MOSTLY for w in words), partly)


def is_turned(copy: list[Token], claim: list[Token]) -> bool | None:
    """Whether of two clauses one says what the other denies; None where 'not always' leaves that open.

    'Seldom' denies beside a 'not' or a 'mostly'; beside nothing of the kind it may be either.
    """
    here, there = often(copy), often(claim)
    if (here.partly or there.partly) and here.denied != there.denied:
        return None
    if here.is_told and there.is_told:
        return (here.denied ^ here.seldom) != (there.denied ^ there.seldom)
    return here.denied != there.denied
