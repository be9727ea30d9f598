"""Whether facts say what their sources say: quotes looked up in the desk's copies, and what is still to be filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from linter.claims.key import FactKey
from linter.facts.concern import Concern, warning
from linter.facts.originals import Original, OriginalError, original, path_of
from linter.language.figure import Figure
from linter.language.quantities import read_figures
from linter.model import Fact, FactsFile, Source

TO_DO = "TODO"
"""How the title of a source begins that somebody has yet to find."""
_ROUNDED = 0.005


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of looking for the quote of a fact: ``found``, ``not found``, ``no quote``, ``no copy`` or ``unreadable``."""

    fact: Fact
    outcome: str
    told: str = ""


def verify(fact: Fact) -> Verified:
    """Look for the quote of a fact in the copy of its source."""
    if not fact.source.file:
        return Verified(fact, "no copy")
    try:
        copy = original(path_of(fact.source))
    except OriginalError as error:
        return Verified(fact, "unreadable", str(error))
    if not fact.quote:
        return Verified(fact, "no quote")
    return Verified(fact, "found" if copy.has(fact.quote) else "not found", path_of(fact.source))


def is_verified(fact: Fact) -> bool:
    """True where the quote is in the copy, and the copy is the one that was pinned, if one was."""
    return verify(fact).outcome == "found" and changed(fact.source) is None


def changed(source: Source) -> Original | None:
    """The copy of a source, if it is another than the one that was pinned; else None."""
    if not (source.file and source.sha256):
        return None
    try:
        copy = original(path_of(source))
    except OriginalError:
        return None
    return copy if copy.sha256 != source.sha256 else None


def provenance(facts: FactsFile) -> Iterator[Concern]:
    """What is doubtful about sources and their words."""
    used = facts.in_use
    for fact in used:
        if fact.source.title.startswith(TO_DO):
            message = f"its source {fact.source.id} has yet to be found: complete it under sources:"
            yield warning(fact, "source", message)
        elif fact.quote and (told := _looked_up(fact)):
            place = fact.key_places.get("source.quote", fact.place)
            yield Concern(place, "error", fact.id, told)
    for source in facts.sources.values():
        yield from _copy(source, any(f.quote and f.source.id == source.id for f in used))


def _looked_up(fact: Fact) -> str:
    found = verify(fact)
    if found.outcome != "not found":
        return ""
    return f"its quote is not in {found.told}: copy the words of the source, with … for what is left out"


def _copy(source: Source, quoted: bool) -> Iterator[Concern]:
    if not source.file:
        return
    try:
        original(path_of(source))
    except OriginalError as error:
        message = f"its copy cannot be looked at: {error}"
        yield Concern(source.place, "error" if quoted else "warning", source.id, message, "source")
    if changed(source) is not None:
        message = (
            f"{path_of(source)} is not what it was when it was pinned: "
            "read it again, and then run `medlint facts verify --pin`"
        )
        yield Concern(source.place, "warning", source.id, message, "source")


def lacks_value(key: FactKey) -> bool:
    """True of a fact whose quote does not tell its value, in whatever form."""
    fact, figure = key.fact, key.figure
    if not fact.quote:
        return False
    if fact.among:
        return bool(fact.value) and _stem(fact.value or "") not in fact.quote.casefold()
    if figure is None:
        return False
    stated = read_figures(fact.quote)
    return not (any(f.dimension == figure.dimension for f in stated) or _told_by_counts(stated, figure))


def _stem(answer: str) -> str:
    """An answer without its plural: the quote may speak of one lung."""
    return answer.casefold().removesuffix("s")


def _told_by_counts(stated: list[Figure], figure: Figure) -> bool:
    """'Of 50 adults, 8 had a rash' tells 16%."""
    if figure.dimension != "proportion" or figure.value is None:
        return False
    counts = [f.value for f in stated if f.dimension == "count" and f.value]
    own = figure.bounds[0]
    return any(abs(a / b - own) <= _ROUNDED for a, b in permutations(counts, 2))
