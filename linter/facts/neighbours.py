"""Facts that stand too near each other: what copy says could be held to agree with either."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from linter.claims.claim_figure import read_value
from linter.claims.judge import compare
from linter.claims.key import FactKey
from linter.facts.concern import Concern, warning
from linter.facts.rivals import claim_of
from linter.facts.values import value_text
from linter.language.figure import Figure
from linter.language.text import STOP

_ALIKE = 0.5
"""The part of what two claims ask of copy that both ask for, from which they are neighbours."""


def neighbours(keys: Sequence[FactKey]) -> Iterator[Concern]:
    """Tolerances that reach as far as another fact, and old figures that are someone's present one."""
    by_subject: dict[frozenset[str], list[FactKey]] = defaultdict(list)
    for key in keys:
        if key.fact.status == "approved" and key.figure is not None:
            by_subject[key.subject].append(key)
    for key in keys:
        if key.fact.status == "withdrawn" or key.figure is None:
            continue
        if key.tolerance is None and not key.superseded:
            continue  # most facts: to look for their neighbours would take long in a big library
        near = [k for k in by_subject[key.subject] if k is not key and _share(k, key) >= _ALIKE]
        yield from _too_wide(key, near)
        yield from _circle(key, near)
        yield from _old(key)


def _share(a: FactKey, b: FactKey) -> float:
    first, second = ({need.readings for need in key.needs} for key in (a, b))
    return len(first & second) / max(len(first | second), 1)


def _too_wide(key: FactKey, near: Sequence[FactKey]) -> Iterator[Concern]:
    """A tolerance within which another figure lies that is known to be something else."""
    if key.tolerance is None or key.figure is None:
        return
    fact = key.fact
    mend = "make it narrower"
    for old in fact.superseded:
        figure = read_value(old.value)
        if figure is not None and _reaches(key, figure):
            yield warning(fact, "tolerance", f"the tolerance reaches the superseded {old.value}: {mend}")
            return
    for other in near:
        assert other.figure is not None
        if _reaches(key, other.figure):
            told = f"the tolerance reaches {value_text(other.fact)}, which is fact {other.fact.id} ({other.fact.place})"
            yield warning(fact, "tolerance", f"{told}: {mend}")
            return


def _reaches(key: FactKey, figure: Figure) -> bool:
    assert key.figure is not None
    return figure.bounds != key.figure.bounds and compare(figure, key.figure, key.tolerance) == "agrees"


def _circle(key: FactKey, near: Sequence[FactKey]) -> Iterator[Concern]:
    """Two facts of which each says that the other's figure has been superseded."""
    for other in near:
        if (
            _timeless(key) == _timeless(other)
            and _supersedes(key, other)
            and _supersedes(other, key)
            and other.fact.place.line < key.fact.place.line
        ):
            message = (
                f"supersedes {value_text(other.fact)}, and fact {other.fact.id} ({other.fact.place}) supersedes "
                f"{value_text(key.fact)}: withdraw the older of the two"
            )
            yield warning(key.fact, "superseded", message)


def _timeless(key: FactKey) -> Hashable:
    """What is read of a claim, whatever the years that it is for."""
    return claim_of(replace(key, period=None, as_of=None))


def _supersedes(key: FactKey, other: FactKey) -> bool:
    assert other.figure is not None
    return any(
        (f.dimension, f.bounds) == (other.figure.dimension, other.figure.bounds) for f, _ in key.superseded
    )


def _old(key: FactKey) -> Iterator[Concern]:
    """Old figures that stand there twice, or are newer than the present one."""
    fact = key.fact
    now = fact.as_of or (fact.period[1] if fact.period else None)
    met: set[str] = set()
    for number, old in enumerate(fact.superseded):
        place = f"superseded.{number}"
        if old.value in met:
            yield warning(fact, place, f'"{old.value}" is superseded twice: delete one')
        met.add(old.value)
        if now and old.as_of and old.as_of > now:
            message = f'the superseded "{old.value}" is of {old.as_of}, and the fact of {now}: correct a year'
            yield warning(fact, place, message)


def words_apart(fact_claim: str, other_claim: str) -> tuple[str, str] | None:
    """A word of each claim that the other lacks: what a desk may mean to set them apart. None if one has none."""
    first, second = (re.findall(r"[^\W\d_]{3,}", claim.casefold()) for claim in (fact_claim, other_claim))
    only = [
        [w for w in words if w not in other and w not in STOP]
        for words, other in ((first, second), (second, first))
    ]
    return (only[0][0], only[1][0]) if only[0] and only[1] else None
