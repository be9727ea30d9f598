"""Which question a figure answers: how long something lasts, how far apart, when it opens, what it costs."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from linter.language.figure import Figure
from linter.language.words import lemma
from linter.patterns import AnyCase

_FILE = Path(__file__).parent / "asked.txt"
_EVERY = AnyCase(r"\b(?:every|each|once an?|once every)\s*$")
_ENDS = {"start": "opens", "end": "closes"}
_NEAR = 14
"""Characters before a figure in which 'every' makes it a rhythm."""


@cache
def _questions() -> dict[str, dict[str, str]]:
    """By dimension: the question that each word asks."""
    found: dict[str, dict[str, str]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            head, _, said = line.partition(": ")
            dimension, question = head.split()
            found.setdefault(dimension, {}).update(
                {form: question for w in said.split() for form in (w, lemma(w))}
            )
    return found


def asks(figure: Figure, own: Iterable[str], before: str, *, lasts: bool, most: bool) -> frozenset[str]:
    """The questions that a figure answers, by the words of its ``own`` statement and the text ``before`` it."""
    known = _questions().get(figure.dimension)
    if known is None:
        return frozenset()
    found = {q for w in own if (q := known.get(w) or known.get(lemma(w)))}
    if figure.dimension == "time":
        if _EVERY.search(before[-_NEAR:]):
            found.add("every")
        if lasts:
            found.add("lasts")
    if figure.dimension == "clock" and figure.unit:
        found.add(_ENDS[figure.unit])
    if most and figure.dimension in ("mass", "volume", "money"):
        found.add("most")
    return frozenset(found)
