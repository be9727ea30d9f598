"""Every fifth labelled folder as a whole: nothing that medlint once recognised may be lost unnoticed.

The floors lie slightly under what was measured last. ``python tests/labelled_score.py`` prints the
scores of all folders, and every miss.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from labelled_score import FOLDERS, STATEMENTS, TODAY, score, total

from linter.engine import Engine, Settings
from linter.facts.load import load
from linter.rulebook.rules import load_rules

RECALL, PRECISION, BINDING = 0.71, 0.915, 0.885
SOME = tuple(FOLDERS[::5])
TOLD = tuple(STATEMENTS[::5])
RECALL_TOLD, PRECISION_TOLD = 0.39, 0.76
FLOOR = 0.3


def test_the_findings_expected_are_made() -> None:
    assert total(SOME).recall >= RECALL, "\n".join(total(SOME).misses)


def test_the_findings_made_are_expected() -> None:
    assert total(SOME).precision >= PRECISION, "\n".join(total(SOME).misses)


def test_copy_that_agrees_is_bound_to_its_fact() -> None:
    assert total(SOME).binding >= BINDING, "\n".join(total(SOME).misses)


def test_statements_are_turned_round_and_left_alone_as_often_as_ever() -> None:
    assert total(TOLD).recall >= RECALL_TOLD, "\n".join(total(TOLD).misses)
    assert total(TOLD).precision >= PRECISION_TOLD, "\n".join(total(TOLD).misses)


@pytest.mark.parametrize("folder", SOME, ids=lambda folder: folder.name)
def test_no_folder_falls_far_behind(folder: Path) -> None:
    found = score(folder)
    assert sum(found.counts.values()) > 35
    assert min(found.recall, found.precision, found.binding) >= FLOOR, "\n".join(found.misses)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_facts_are_read_without_a_mistake(folder: Path) -> None:
    facts = load(str(folder / "facts.yaml"))
    assert Engine.audit(facts) == []
    engine = Engine(facts, load_rules(), Settings(TODAY))
    assert engine.binder is not None
    assert len(engine.binder.keys) == len(facts.facts)
    assert all(engine.describe(id) for id in facts.facts)
