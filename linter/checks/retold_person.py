"""The age of the one person whom a letter tells of: 'this 78-year-old driver' and, below, 'an 81-year-old man'."""

from __future__ import annotations

from collections.abc import Iterator

from linter.checks.retold import Told
from linter.patterns import AnyCase

_MENTION = AnyCase(
    r"\b(?P<det>this|the|an?)\s+(?:[a-z-]+\s+){0,2}?(?P<n>\d{1,3})[-\s]years?[-\s]old\s+(?P<noun>(?:[a-z-]+\s+){0,4}?[a-z]+)"
)
_LETTER = AnyCase(
    r"\b(?:Mrs?|Ms|Miss|Mx)\.?\s+[A-Z]|\b(?:Dear|Re:|Patient:|Name:|DOB|NHS)\b|\bthank you for (?:referring|seeing)"
)
_MALE = AnyCase(r"\b(?:man|gentleman|boy|male|father|he|his|him)\b")
_FEMALE = AnyCase(r"\b(?:woman|lady|girl|female|mother|she|her)\b")
_CASES = 2
"""From a third age on a page tells of several people."""


def ages_of_one(told: list[Told], text: str) -> Iterator[tuple[Told, Told]]:
    """The two ages that a letter gives one person: the later, the earlier."""
    if not _LETTER.search(text):
        return
    found = [(t, m) for t in told if t.figure.dimension == "age" and (m := _mention(t))]
    if len({t.figure.bounds for t, _ in found}) != _CASES or not any(m == "this" for _, m in found):
        return
    first = found[0][0]
    later = next(t for t, _ in found if t.figure.bounds != first.figure.bounds)
    if later.block != first.block and not are_man_and_woman(first.sentence, later.sentence):
        yield later, first


def _mention(told: Told) -> str:
    for match in _MENTION.finditer(told.sentence):
        if match["n"] in told.found:
            return "this" if match["det"].lower() in ("this", "the") else match["det"].lower()
    return ""


def are_man_and_woman(one: str, other: str) -> bool:
    """True for a man and a woman."""
    man, woman = (_MALE.search(one), _FEMALE.search(one)), (_MALE.search(other), _FEMALE.search(other))
    return bool(
        (man[0] and not man[1] and woman[1] and not woman[0])
        or (man[1] and not man[0] and woman[0] and not woman[1])
    )
