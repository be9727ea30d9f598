"""The claims of many drafts, each compiled once, of which copy is held against those that are in play."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from linter.claims.bind import Binder
from linter.claims.key import FactKey, is_study_size
from linter.model import Fact, FactsFile


class Pool(Binder):
    """A binder over claims that come into play and leave it. How telling a word is, all of them decide together."""

    def __init__(self, claims: Sequence[Fact], terms: dict[str, tuple[str, ...]]) -> None:
        """``claims`` are known by their number in this order; none is in play."""
        facts = {str(number): fact for number, fact in enumerate(claims)}
        super().__init__(FactsFile("facts.yaml", facts, terms=terms))
        self._named: list[list[str]] = [[] for _ in self.keys]
        for concept, numbers in self._index.items():
            for number in numbers:
                self._named[number].append(concept)
        self._sizes = frozenset(n for n, key in enumerate(self.keys) if is_study_size(key))
        self._shown: set[int] = set()
        self.clear()

    def show(self, number: int, fact: Fact) -> None:
        """Bring a claim into play, told as ``fact``."""
        self.hide(number)
        self.keys[number] = key = replace(self.keys[number], fact=fact)
        self._shown.add(number)
        if number in self._sizes:
            self._studies.add(fact.id)
        for concept in self._named[number]:
            self._index.setdefault(concept, []).append(number)
        if key.figure is None:
            self.statements.append(key)

    def hide(self, number: int) -> None:
        if number not in self._shown:
            return
        self._shown.discard(number)
        self._studies.discard(self.keys[number].fact.id)
        for concept in self._named[number]:
            self._index[concept].remove(number)
        self.statements = [key for key in self.statements if key is not self.keys[number]]

    @property
    def is_empty(self) -> bool:
        return not self._shown

    def clear(self) -> None:
        """Take all claims out of play."""
        self._shown.clear()
        self._studies.clear()
        self._index.clear()
        self.statements = []

    def told(self, number: int, fact: Fact) -> FactKey:
        """A claim as it was compiled, told as ``fact``."""
        return replace(self.keys[number], fact=fact)
