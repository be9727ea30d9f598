"""What the engine promises whatever the facts: one answer, wherever and in whatever order it is asked."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from dataclasses import astuple, replace
from datetime import date
from pathlib import Path

import pytest

from linter.engine import Engine, Settings
from linter.facts.load import load, load_text
from linter.model import Document, FactsFile
from linter.readers import read
from linter.results import FigureRow, Finding
from linter.rulebook.rules import load_rules

LABELLED = Path(__file__).parent / "labelled"
FOLDERS = sorted(path.name for path in LABELLED.iterdir() if path.is_dir())
SETTINGS = Settings(date(2026, 6, 1))
RULES = load_rules()


def drafts(folder: str) -> list[Document]:
    """Every seventh draft of a folder: of each kind of page some."""
    paths = sorted((LABELLED / folder / "drafts").iterdir())[::7]
    return [read(path.name, path.read_bytes()) for path in paths]


def told(facts: FactsFile, documents: list[Document]) -> list[object]:
    """All that can be said of the drafts: findings in their order, then figures."""
    engine = Engine(facts, RULES, SETTINGS)
    rows: list[object] = []
    for document in documents:
        result = engine.check(document, figures=True)
        rows += [_shown(finding) for finding in sorted(result.findings, key=lambda f: f.sort_key)]
        rows += [astuple(row) for row in result.rows]
    return rows


def _shown(finding: Finding) -> tuple[object, ...]:
    fact = finding.fact.id if finding.fact else ""
    return (
        *finding.sort_key,
        finding.end,
        finding.found,
        finding.expected,
        fact,
        finding.why,
        finding.suggestion,
    )


@pytest.mark.parametrize("folder", FOLDERS[::5])
def test_the_order_of_the_facts_changes_nothing(folder: str) -> None:
    facts = load(str(LABELLED / folder / "facts.yaml"))
    documents = drafts(folder)
    expected = told(facts, documents)
    ids = list(facts.facts)
    orders = [ids[::-1], random.Random(7).sample(ids, len(ids))]
    for order in orders:
        assert told(replace(facts, facts={id: facts.facts[id] for id in order}), documents) == expected


@pytest.mark.parametrize("folder", FOLDERS[:2])
def test_checking_again_changes_nothing(folder: str) -> None:
    engine = Engine(load(str(LABELLED / folder / "facts.yaml")), RULES, SETTINGS)
    documents = drafts(folder)
    first = [[_shown(f) for f in engine.check(d).findings] for d in documents]
    again = [[_shown(f) for f in engine.check(d).findings] for d in reversed(documents)]
    assert again[::-1] == first


BOTH = """
import sys
from click.testing import CliRunner
from linter.cli import cli
for command in ("check --fail-on never", "figures --verbose"):
    result = CliRunner().invoke(cli, [*command.split(), "--format", "json", "--today", "2026-06-01", *sys.argv[1:]])
    assert (result.exit_code, result.stderr, len(result.stdout) > 1_000) == (0, "", True)
    print(result.stdout)
"""


def test_hash_seeds_change_nothing() -> None:
    drafts = sorted((LABELLED / FOLDERS[0] / "drafts").iterdir())[:3]
    arguments = ["--facts", LABELLED / FOLDERS[0] / "facts.yaml", *drafts]
    outputs = set()
    for seed in ("0", "4242"):
        run = subprocess.run(
            [sys.executable, "-c", BOTH, *arguments],
            capture_output=True, text=True, check=False, env=os.environ | {"PYTHONHASHSEED": seed},
        )  # fmt: skip
        assert (run.returncode, run.stderr) == (0, "")
        outputs.add(run.stdout)
    assert len(outputs) == 1


# -- medlint figures --verbose ------------------------------------------------------------------

FACTS = """\
version: 1
sources: {s: {title: An invented registry}}
facts:
  joints: {claim: About 40% of adults with yarrow fever have joint pain., source: s}
  risk: {claim: The injected vaccine lowers the risk of yarrow fever by 92%., source: s}
"""


def rows(draft: str, verbose: bool = True) -> list[FigureRow]:
    engine = Engine(load_text(FACTS), RULES, SETTINGS)
    return engine.figures(read("a.md", draft.encode()), verbose=verbose)


REJECTED = [
    ("Among children with yarrow fever, 60% have joint pain.", "joints: contradicted: age group"),
    ("It is a myth that 60% of adults with yarrow fever have joint pain.", "joints: refuted: the copy says that this is wrong"),
    ("About 60% of adults with lupus have joint pain.", "joints: not said: yarrow fever; said besides: lupus"),
    ("Some 60% of farms lie in counties where yarrow fever is found.", "risk: a level, the fact is a change; not said: injected, vaccine, lowers, risk; said besides: farms"),
    ("The vaccine is given to 60% of adults at risk of yarrow fever.", "risk: a level, the fact is a change"),
    ("The river is 60% deeper this year.", ""),
    ("Nine of the 60 people at the table had the soup.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("draft", "expected"), REJECTED, ids=[case[0] for case in REJECTED])
def test_an_unbound_figure_says_what_it_is_nearest_to(draft: str, expected: str) -> None:
    row = next(row for row in rows(draft) if row.role == "claim")
    assert (row.fact, row.verdict) == (None, "unbound")
    assert row.rejected.startswith(expected)
    assert bool(row.rejected) == bool(expected)


def test_only_unbound_figures_of_claims_say_so_and_only_if_asked() -> None:
    draft = "About 40% of adults with yarrow fever have joint pain, says a 2019 report; stage 4 is rare."
    found = {row.text: (row.fact, row.role, row.rejected) for row in rows(draft)}
    assert found == {
        "40%": ("joints", "claim", ""),
        "2019": (None, "year", ""),
        "4": (None, "label", ""),
    }
    assert [row.rejected for row in rows(REJECTED[0][0], verbose=False)] == [""]
