"""Which keys of a draft's metadata hold prose."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from linter.patterns import Pattern
from linter.readers.word_lists import shared_with

_WORD = Pattern(r"[A-Z]+(?![a-z])|[A-Za-z][a-z]*|\d+")


def _keys() -> dict[str, frozenset[str]]:
    return shared_with("prose_keys.txt", "prose_keys.txt")


@cache
def _words(key: str) -> tuple[str, ...]:
    """``og:imageAlt`` as og, image, alt."""
    return tuple(word.lower() for word in _WORD.findall(key))


def is_prose(key: str, more: Collection[str] = ()) -> bool:
    """Whether the values of a key are prose; ``more`` are the keys that the desk adds.

    >>> is_prose("metaDescription"), is_prose("slug"), is_prose("lay-note", ["Lay_Note"])
    (True, False, True)
    """
    words = _words(key)
    if any(words == _words(each) for each in more):
        return True
    prose = _keys()["prose"]
    return bool(words) and (words[-1] in prose or "".join(words) in prose)


def is_a(section: str, key: str) -> bool:
    """Whether a key stands in one of the other sections: names, figure, label or elsewhere."""
    words = _words(key)
    return bool(words) and words[-1] in _keys()[section]


def dates(key: str) -> str:
    """Whether a key says when the draft was reviewed, updated or published; '' if it says none of these."""
    name = "".join(_words(key))
    return next((said for said in ("reviewed", "updated", "published") if name in _keys()[said]), "")
