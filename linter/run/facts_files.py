"""Which facts file belongs to a place, and whether what it holds can be used."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from linter.errors import InputError, Problem
from linter.model import FactsFile

if TYPE_CHECKING:
    from linter.facts.load import Survey

FACTS_NAMES = ("facts.yaml", "facts.yml")
FACTS = FACTS_NAMES[0]


def find_facts(folder: str) -> str | None:
    """The nearest facts.yaml or facts.yml in a folder or above it, as short a path as it has from here."""
    for above in (Path(folder), *Path(folder).parents):
        for name in FACTS_NAMES:
            if (above / name).is_file():
                return shown(above / name)
    return None


def shown(path: Path) -> str:
    """A path as a person here would type it."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def load_usable(path: str) -> FactsFile:
    """The facts at ``path``; InputError with every mistake in them, of whatever kind."""
    from linter.facts.load import survey

    surveyed = survey(path)
    if problems := unusable(surveyed):
        raise InputError(*problems)
    return surveyed.facts


def unusable(surveyed: Survey) -> list[Problem]:
    """Why the facts cannot be used: what could not be read, and what was read and cannot be."""
    from linter.engine import Engine
    from linter.facts.load import in_order

    return in_order([*surveyed.problems, *Engine.audit(surveyed.sound)], surveyed.facts.files)
