"""Which files hold copy that medlint cannot read, by the ending of their name, and how to say so."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from linter.readers.word_lists import words_of
from linter.results import Unread


@cache
def unread_endings() -> dict[str, str]:
    """The kind of document that an ending (with its dot, in lower case) stands for."""
    return {ending: kind for kind, endings in words_of("unread.txt").items() for ending in endings}


def told(unread: Iterable[Unread]) -> str:
    """``500 files ending in .njk, 1 ending in .pdf``; empty if there are none."""
    parts = [f"{each.files:,} ending in {each.ending}" for each in unread]
    if not parts:
        return ""
    number, rest = parts[0].split(" ", 1)
    return ", ".join([f"{number} {'file' if number == '1' else 'files'} {rest}", *parts[1:]])
