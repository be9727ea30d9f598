"""A big library of facts, read and compiled once and kept, as data, until a byte of it changes.

Compiling a claim costs milliseconds, and a draft meets a few of ten thousand. So what all the facts together
decide (which words lead to which facts, how telling each word is) comes from the cache, and a claim is
compiled when a draft first asks something of it.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import fields, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

from linter import cache
from linter.claims.bind import Binder
from linter.claims.decide import builtin_weights
from linter.claims.key import FactKey, compile_fact
from linter.claims.names import names_in
from linter.facts.frozen import freeze, thaw
from linter.facts.includes import files_of
from linter.language.lexicon import Lexicon, builtin
from linter.model import Fact, FactsFile

BIG = 100_000
"""Bytes of facts files from which keeping them compiled is worth its room."""


def open_library(path: str, load: Callable[[str], FactsFile]) -> tuple[FactsFile, Binder | None]:
    """The facts at ``path``, and the binder over them if they are many; ``load`` reads them anew.

    Raises:
        InputError: what ``load`` raises. Facts with mistakes are never kept.
    """
    files = files_of(path) if cache.enabled else None
    if files is None or sum(os.path.getsize(name) for name in files) < BIG:
        return load(path), None

    def make() -> dict[str, Any]:
        facts = load(path)
        if set(map(os.path.realpath, facts.files)) != set(map(os.path.realpath, files)):
            return {"facts": None}
        return {"facts": freeze(facts), **_compiled(Binder(facts))}

    def build(data: dict[str, Any]) -> tuple[FactsFile, Binder | None]:
        if data["facts"] is None:
            return load(path), None
        facts = thaw(data["facts"])
        if facts.path != path or len(data["weights"]) != len(facts.facts):
            raise ValueError("of another library")
        return facts, KeptBinder(facts, data)

    name = f"facts-{blake2b(os.path.realpath(path).encode('utf-8', 'replace'), digest_size=8).hexdigest()}"
    return cache.cached(name, (*_code(), *map(Path, files)), make, build)


class KeptBinder(Binder):
    """A binder whose claims are compiled when something is asked of them. It decides what any binder decides."""

    def __init__(self, facts: FactsFile, data: dict[str, Any]) -> None:
        self.weights = builtin_weights()
        self.lexicon: Lexicon = builtin().extended(facts.terms, facts.contrasts, names_in(facts))
        self._needs: list[list[float]] = data["weights"]
        self._studies = set(data["studies"])
        self._roles = data["roles"]
        self.sources = facts.sources
        self.options = {}
        self.answers = {}
        self.keys: list[FactKey] = [self._kept(fact, n) for n, fact in enumerate(facts.facts.values())]
        self.statements = [self.keys[number] for number in data["statements"]]
        self.by_id = {key.fact.id: key for key in self.keys}
        self._index = data["index"]

    def _kept(self, fact: Fact, number: int) -> KeptKey:
        return KeptKey.of(fact, lambda: self.compiled(fact, number))

    def compiled(self, fact: Fact, number: int) -> FactKey:
        """A claim as it would be, had all been compiled together."""
        key = self._opened(compile_fact(fact, self.lexicon))
        weights = zip(key.needs, self._needs[number], strict=True)
        return replace(key, needs=tuple(replace(need, weight=weight) for need, weight in weights))


class KeptKey(FactKey):
    """A claim that is compiled when anything but its fact is asked of it."""

    _compile: Callable[[], FactKey]

    @classmethod
    def of(cls, fact: Fact, compile: Callable[[], FactKey]) -> KeptKey:
        key = cls.__new__(cls)
        vars(key).update(fact=fact, _compile=compile)
        return key


class _Compiled:
    """A field of a kept claim until it is compiled: what stands in an object itself comes before this."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, key: KeptKey, owner: type[FactKey]) -> Any:
        vars(key).update(vars(key._compile()))
        return vars(key)[self.name]


for _field in fields(FactKey):
    if _field.name != "fact":
        setattr(KeptKey, _field.name, _Compiled(_field.name))


def _compiled(binder: Binder) -> dict[str, Any]:
    """What all facts together decide."""
    numbers = {id(key): number for number, key in enumerate(binder.keys)}
    return {
        "weights": [[need.weight for need in key.needs] for key in binder.keys],
        "studies": sorted(binder._studies),
        "roles": binder._roles,
        "statements": [numbers[id(key)] for key in binder.statements],
        "index": binder._index,
    }


def _code() -> list[Path]:
    """What decides how a claim is compiled."""
    here = Path(__file__).resolve().parent.parent
    return sorted(path for folder in ("claims", "language", "facts") for path in (here / folder).rglob("*.*") if path.suffix in (".py", ".txt", ".yaml"))  # fmt: skip
