"""Sources and caveats that no fact names."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from linter.facts.concern import Concern
from linter.model import Caveat, FactsFile, Source


def leftovers(facts: FactsFile, mentioned: Collection[str] | None = ()) -> Iterator[Concern]:
    """Notes: a source may well stand there before its facts.

    ``mentioned`` is what facts that could not be read in full may name; None if there is no telling.
    """
    if mentioned is None:
        return
    sources = {fact.source.id for fact in facts.facts.values()}
    caveats = {caveat.id for fact in facts.facts.values() for caveat in fact.caveats}
    for noun, entries, named in (("source", facts.sources, sources), ("caveat", facts.caveats, caveats)):
        each: Source | Caveat
        for id, each in entries.items():
            if id not in named and id not in mentioned:
                yield Concern(each.place, "info", id, "no fact names it: delete it, or name it in one", noun)
