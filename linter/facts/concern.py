"""Something about the facts that an editor should look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from linter.errors import Place
from linter.model import Fact


@dataclass(frozen=True, slots=True)
class Concern:
    """What is doubtful about a fact, a source or a caveat; it does not keep copy from being checked."""

    place: Place
    severity: Literal["error", "warning", "info"]
    id: str
    message: str
    """What it is and how to mend it, without the id."""
    noun: str = "fact"
    """What ``id`` is the id of: fact, source or caveat."""

    @property
    def fact(self) -> str | None:
        return self.id if self.noun == "fact" else None

    @property
    def told(self) -> str:
        return f"{self.noun} {self.id}: {self.message}"


def warning(fact: Fact, key: str, message: str) -> Concern:
    """A warning about a key of a fact."""
    return Concern(fact.key_places.get(key, fact.place), "warning", fact.id, message)
