"""What there is to say of the text that an editor holds: of a draft, or of the facts themselves."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from linter.errors import InputError, Problem
from linter.lsp.desks import Desks
from linter.lsp.positions import Positions
from linter.model import Fact
from linter.results import FigureRow, Finding
from linter.run.desk import Desk
from linter.run.facts_files import FACTS_NAMES
from linter.run.outcome import Outcome

if TYPE_CHECKING:
    from linter.facts.concern import Concern

_YAML = (".yaml", ".yml")


@dataclass(frozen=True)
class Looked:
    """One state of one file, and all that was found in it."""

    path: str
    positions: Positions
    desk: Desk | None = None
    """None where the settings are wrong."""
    findings: tuple[Finding, ...] = ()
    figures: tuple[FigureRow, ...] = ()
    facts: Mapping[str, Fact] | None = None
    """What a draft was held against."""
    unread: str = ""
    """What of a draft could not be checked while the rest was."""
    unchecked: str = ""
    """Why a draft could not be checked."""
    problems: tuple[Problem, ...] = ()
    """What is wrong: with a draft's settings or facts, or with the facts that this file holds."""
    concerns: tuple[Concern, ...] = ()
    """What is doubtful about the facts that this file holds."""
    is_facts: bool = False


def look(desks: Desks, path: str, positions: Positions, unsaved: Mapping[str, str]) -> Looked | None:
    """What there is to say of a file; None if it is nothing that medlint reads.

    ``unsaved`` holds the texts of all open files by their real paths: facts may include one another.
    """
    is_yaml = path.lower().endswith(_YAML)
    try:
        desk = desks.desk(path)
        if is_yaml and (root := _facts_of(desk, path)) is not None:
            found = _look_at_facts(path, root, positions, unsaved)
            if found is not None:
                return found
        if desk.reader_for(path) == "none" or desk.leaves_out(path):
            return None
        return _look_at_draft(desk, path, positions)
    except InputError as error:
        if is_yaml:
            return None
        return Looked(path, positions, unchecked="the settings have mistakes", problems=error.problems)


def _look_at_draft(desk: Desk, path: str, positions: Positions) -> Looked:
    # Half a surrogate pair, which an editor may send, is one character and stays one.
    outcome = desk.check(path, positions.text.encode("utf-8", "replace"), tries_fixes=False)
    if outcome.unchecked:
        return Looked(path, positions, desk, unchecked=outcome.unchecked, problems=outcome.problems)
    engine = desk.engine(outcome.facts)
    facts = engine.facts.facts if engine.facts else {}
    return Looked(path, positions, desk, _new(desk, outcome), outcome.rows, facts, outcome.unread)


def _new(desk: Desk, outcome: Outcome) -> tuple[Finding, ...]:
    """The findings that the baseline does not know, in order."""
    found = sorted(outcome.findings, key=lambda finding: finding.sort_key)
    if not desk.config.baseline:
        return tuple(found)
    from linter.run.baseline import read_baseline

    with desk.config.naming():
        known = read_baseline(desk.config.baseline)
    return known.compare(found, [outcome.path]).new


def _facts_of(desk: Desk, path: str) -> str | None:
    """The facts file that a YAML file is, or may be included by."""
    if os.path.basename(path) in FACTS_NAMES:
        return path
    return desk.facts_for(path)


def _look_at_facts(path: str, root: str, positions: Positions, unsaved: Mapping[str, str]) -> Looked | None:
    """What ``medlint facts check`` says of this file; None if the facts do not include it."""
    from linter.commands.facts_check import audited
    from linter.facts.beside import beside
    from linter.facts.load import survey

    surveyed = survey(root, unsaved)
    own = os.path.realpath(path)
    if all(os.path.realpath(name) != own for name in surveyed.facts.files):
        return None
    problems, concerns = audited(surveyed, date.today())
    if (twin := beside(path)) is not None:
        problems.append(twin)
    return Looked(
        path,
        positions,
        problems=tuple(p for p in problems if os.path.realpath(p.place.path) == own),
        concerns=tuple(c for c in concerns if os.path.realpath(c.place.path) == own),
        is_facts=True,
    )
