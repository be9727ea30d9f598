"""What everyday nouns stand for that the lexicon does not know: people, or things."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from linter.language.words import lemma


@cache
def _table() -> dict[str, str]:
    sorts: dict[str, str] = {}
    name = ""
    for line in (Path(__file__).parent / "sorts.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif not line.startswith("#"):
            sorts.update(dict.fromkeys(line.split(), name))
    return sorts


def sort_of(text: str) -> str:
    """``person``, ``thing`` or '' of a word as written: 'librarians', 'lorry'."""
    return _table().get(lemma(text.lower()), "")
