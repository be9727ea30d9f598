"""The short forms that drafts introduce, and ids made with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from linter.facts.candidates import Gleaned, slug


def short_forms(gleaned: Iterable[Gleaned]) -> dict[str, tuple[str, ...]]:
    """Of each long form, in lower case, the short ones that any draft has."""
    terms: dict[str, dict[str, None]] = {}
    for each in gleaned:
        for long, short in each.terms.items():
            terms.setdefault(long.lower(), {})[short] = None
    return {long: tuple(shorts) for long, shorts in terms.items()}


class Shortened:
    """Ids with the short form of what any draft has one for."""

    def __init__(self, terms: Mapping[str, tuple[str, ...]]) -> None:
        self.by_word: dict[str, list[tuple[str, str]]] = defaultdict(list)
        """By the first word of a long form's id: the id, and the short form."""
        for long, shorts in terms.items():
            named = slug([long])
            self.by_word[named.partition("-")[0]].append((named, shorts[0].lower()))

    def __call__(self, id: str) -> str:
        for word in id.split("-"):
            for long, short in self.by_word.get(word, ()):
                id = f"-{id}-".replace(f"-{long}-", f"-{short}-").strip("-")
        return id
