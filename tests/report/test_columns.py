"""Tables and texts on a terminal of any width."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from linter.cli import cli
from linter.commands import facts, facts_uses, figures
from linter.language.figure import with_unit
from linter.report import Look
from linter.report.columns import align, fit, width, wrapped

ROWS = [("ID", "CLAIM", "SOURCE"), ("a", "A rash is seen in 16% of adults with tarn disease.", "s")]


def test_a_table_with_room_stays_as_it_is() -> None:
    assert fit(ROWS, 1, None) == fit(ROWS, 1, 80) == align(ROWS)


def test_a_table_breaks_its_prose() -> None:
    assert fit(ROWS, 1, 50) == [
        "ID  CLAIM                                 SOURCE",
        "a   A rash is seen in 16% of adults with  s\n    tarn disease.",
    ]


def test_a_narrow_table_has_its_prose_below() -> None:
    assert fit(ROWS, 1, 36) == [
        "ID  SOURCE\n    CLAIM",
        "a   s\n    A rash is seen in 16% of adults\n    with tarn disease.",
    ]


@given(
    st.lists(st.tuples(st.text("ab", max_size=5), st.text("ab ", max_size=90)), min_size=1, max_size=5),
    st.integers(10, 80),
)
def test_a_table_loses_no_word_and_is_no_wider_than_it_must_be(
    rows: list[tuple[str, str]], room: int
) -> None:
    entries = fit(rows, 1, room)
    assert len(entries) == len(rows)
    longest = max((len(word) for row in rows for word in row[1].split()), default=0)
    for entry, (id, prose) in zip(entries, rows, strict=True):
        assert sorted(entry.split()) == sorted([*id.split(), *prose.split()])
        assert all(width(line) <= max(room, longest + 7) for line in entry.split("\n"))


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 20, ["  "]),
        ("one two", 20, ["  one two"]),
        ("one two", 6, ["  one", "  two"]),
        ("a\nb", 9, ["  a b"]),
    ],
)
def test_wrapped(text: str, room: int, lines: list[str]) -> None:
    assert wrapped(text, room, "  ") == lines


@pytest.mark.parametrize(
    ("amount", "unit", "shown"),
    [
        ("15", "%", "15%"),
        ("40 to 50", "%", "40 to 50%"),
        ("24", "month", "24 months"),
        ("1", "week", "1 week"),
        ("10", "mg", "10 mg"),
        ("13400", "", "13400"),
    ],
)
def test_an_amount_with_its_unit(amount: str, unit: str, shown: str) -> None:
    assert with_unit(amount, unit) == shown


FACTS = """\
version: 1
sources:
  s: {title: "An invented registry of all people with yarrow fever in the whole of the country"}
facts:
  joints: {claim: About 40% of adults with yarrow fever have joint pain in the first year., source: s}
"""
SCREENS = {
    ("facts", "list"): (
        "ID      STATUS    SOURCE\n    CLAIM\n"
        "joints  approved  s\n    About 40% of adults with yarrow fever have\n    joint pain in the first year.\n"
    ),
    ("facts", "show", "joints"): (
        "joints  facts.yaml:5:3\n  About 40% of adults with yarrow fever have\n  joint pain in the first year.\n"
        "  source      An invented registry of all\n              people with yarrow fever in the\n              whole of the country\n"
    ),
    ("facts", "where-used", "joints"): (
        "drafts/a.md:3:7   conflicts  60%\n    About 60% of adults with yarrow fever have\n    joint pain in the first year.\n"
        "drafts/a.md:5:11  agrees     40%\n    Joints of 40% of adults with yarrow fever\n    have joint pain in the first year.\n"
    ),
    ("figures",): (
        "PLACE TEXT READ AS   ROLE  FACT   VERDICT\n"
        "drafts/a.md\n"
        "3:7   60%  about 60% claim joints conflicts\n"
        "5:11  40%  40%       claim joints agrees\n"
        "7:4   2020 2020      year  -      unbound\n"
        "\n2 of 2 figures are bound to facts; 1 more claims nothing (see ROLE)\n"
    ),
}  # fmt: skip


@pytest.mark.parametrize("command", SCREENS, ids=" ".join)
def test_a_narrow_terminal(command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("facts.yaml").write_text(FACTS, encoding="utf-8")
    Path("drafts").mkdir()
    Path("drafts/a.md").write_text(
        "# Fever\n\nAbout 60% of adults with yarrow fever have joint pain in the first year.\n\n"
        "Joints of 40% of adults with yarrow fever have joint pain in the first year.\n\nIn 2020 it was rare.\n",
        encoding="utf-8",
    )
    for module in (facts, facts_uses, figures):
        monkeypatch.setattr(module, "look", lambda *_: Look(width=46, terminal=True))
    result = CliRunner().invoke(cli, command, catch_exceptions=False)
    assert result.stdout.startswith(SCREENS[command])
