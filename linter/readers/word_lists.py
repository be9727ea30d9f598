"""The words of a data file beside the readers, by the section that they stand in."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def words_of(name: str) -> dict[str, frozenset[str]]:
    """The words below each ``[heading]`` of a file; a line that begins with # is none."""
    words: dict[str, set[str]] = {}
    section = ""
    for line in (files("linter.readers") / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif not line.startswith("#"):
            words.setdefault(section, set()).update(line.split())
    return {section: frozenset(each) for section, each in words.items()}


@cache
def shared_with(name: str, other: str) -> dict[str, frozenset[str]]:
    """The words of ``name``, each section with what ``other`` has below ``[shared SECTION]``."""
    words, more = words_of(name), words_of(other)
    return {section: each | more.get(f"shared {section}", frozenset()) for section, each in words.items()}
