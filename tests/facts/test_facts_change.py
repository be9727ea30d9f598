"""medlint facts set, retire and rename, as a desk uses them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter.cli import cli
from linter.errors import InputError
from linter.facts.change import NewValue, retire, set_value
from linter.facts.load import load

FACTS = """\
# The desk's facts.  Do not sort.
version: 1
sources:
  s: {title: An invented registry}   # the first
  t: {title: A newer registry}
facts:
  # -- joints
  joints:
    claim: About 40% of people with yarrow fever have joint pain.   # per cent
    source: {ref: s, quote: "some 40% had joint pain", locator: Table 2}
    superseded: [{value: "37%", as_of: 2014}]
  stay:
    claim: "The median stay with yarrow fever was 6 days in 2020."
    value: "6 days"     # not the year
    as_of: 2020
    source: s
  spread: {claim: Ticks carry yarrow fever., value: ticks, among: [ticks, midges], source: s}
  types:
    claim: There are more than 50 kinds
      of yarrow fever.
    value: ">50"
    source: s
    appears_in: [old.md, 'x/*.md']
  brand:
    claim: Yarrowin is sold as Yarra.
    pair: [yarrowin, Yarra]
    source: s
  place: {claim: Yarrow fever is the third leading cause of death., source: s}
"""


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "facts.yaml").write_text(FACTS, encoding="utf-8")
    return tmp_path


def facts(*args: str) -> Result:
    return CliRunner().invoke(cli, ["facts", *args], catch_exceptions=False)


def changed() -> list[tuple[str, ...]]:
    """The lines that are other now: taken away with a "-" before them, added with a "+"."""
    import difflib

    now = Path("facts.yaml").read_text(encoding="utf-8").splitlines()
    return [line for line in difflib.ndiff(FACTS.splitlines(), now) if line[0] in "+-"]  # type: ignore[misc]


SET = [
    (["joints", "42%", "--source", "s", "--quote", "some 42% had joint pain"], [
        "-     claim: About 40% of people with yarrow fever have joint pain.   # per cent",
        "+     claim: About 42% of people with yarrow fever have joint pain.   # per cent",
        '-     source: {ref: s, quote: "some 40% had joint pain", locator: Table 2}',
        '-     superseded: [{value: "37%", as_of: 2014}]',
        '+     source: {ref: s, quote: "some 42% had joint pain", locator: Table 2}',
        '+     superseded: [{value: "37%", as_of: 2014}, {value: "40%", until: 2026-06-01}]',
    ]),
    (["joints", "42%", "--source", "t"], [
        "-     claim: About 40% of people with yarrow fever have joint pain.   # per cent",
        "+     claim: About 42% of people with yarrow fever have joint pain.   # per cent",
        '-     source: {ref: s, quote: "some 40% had joint pain", locator: Table 2}',
        '-     superseded: [{value: "37%", as_of: 2014}]',
        "+     source: {ref: t}",
        '+     superseded: [{value: "37%", as_of: 2014}, {value: "40%", until: 2026-06-01}]',
    ]),
    (["stay", "5 days", "--source", "t", "--as-of", "2025", "--quote", "5 days"], [
        '-     claim: "The median stay with yarrow fever was 6 days in 2020."',
        '-     value: "6 days"     # not the year',
        "-     as_of: 2020",
        "-     source: s",
        '+     claim: "The median stay with yarrow fever was 5 days in 2020."',
        '+     value: "5 days"     # not the year',
        "+     as_of: 2025",
        '+     source: {ref: t, quote: "5 days"}',
        '+     superseded: [{value: "6 days", as_of: 2020, until: 2026-06-01}]',
    ]),
    (["spread", "midges", "--source", "t"], [
        "-   spread: {claim: Ticks carry yarrow fever., value: ticks, among: [ticks, midges], source: s}",
        '+   spread: {claim: Midges carry yarrow fever., value: "midges", among: [ticks, midges], source: t, superseded: [{value: "ticks", until: 2026-06-01}]}',
    ]),
    (["types", ">60", "--source", "s"], [
        "-     claim: There are more than 50 kinds",
        "+     claim: There are more than 60 kinds",
        '-     value: ">50"',
        '+     value: ">60"',
        '+     superseded: [{value: ">50", until: 2026-06-01}]',
    ]),
    (["place", "second", "--source", "s"], [
        "-   place: {claim: Yarrow fever is the third leading cause of death., source: s}",
        '+   place: {claim: Yarrow fever is the second leading cause of death., source: s, superseded: [{value: "third leading", until: 2026-06-01}]}',
    ]),
    (["place", "No. 5", "--source", "s"], [
        "-   place: {claim: Yarrow fever is the third leading cause of death., source: s}",
        '+   place: {claim: Yarrow fever is the No. 5 leading cause of death., source: s, superseded: [{value: "third leading", until: 2026-06-01}]}',
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("args", "lines"), SET, ids=[" ".join(args[:2]) for args, _ in SET])
def test_a_value_is_changed_and_nothing_else(args: list[str], lines: list[str]) -> None:
    result = facts("set", *args, "--today", "2026-06-01")
    assert (result.exit_code, result.stderr, sorted(changed())) == (0, "", sorted(lines))
    assert facts("check").exit_code == 0


def test_what_still_says_the_old_value_is_shown() -> None:
    shown = facts("set", "joints", "42%", "--source", "s").stdout.splitlines()
    assert shown[-3:] == [
        'facts.yaml:10:22: warning: the quote says "40%", and the fact is "42%": bring them together',
        "joints is 42%, and was 40%.",
        "Next: `medlint facts where-used joints` lists the drafts that state it.",
    ]


def test_words_of_another_source_go_with_it() -> None:
    shown = facts("set", "joints", "42%", "--source", "t").stdout
    assert "The words of s went with it; give those of t with --quote.\n" in shown


REFUSED = [
    (["set", "place", "12%", "--source", "s"], 'facts.yaml:28:3: fact place: "12%" is no rank: write one such as "5th"'),
    (["set", "joints", "42", "--source", "s"], 'facts.yaml:8:3: fact joints: "42" is another kind of quantity than "40%": write it like that'),
    (["set", "joints", "many", "--source", "s"], 'facts.yaml:8:3: fact joints: "many" is no figure: write one such as "40%"'),
    (["set", "joints", "40%", "--source", "s"], 'facts.yaml:8:3: fact joints: has the value "40%" already'),
    (["set", "joints", "42%", "--source", "u"], 'facts.yaml:8:3: fact joints: there is no source "u": add it under sources: first'),
    (["set", "spread", "flies", "--source", "s"], 'facts.yaml:17:3: fact spread: "flies" is not among ticks, midges: add it there first'),
    (["set", "brand", "x", "--source", "s"], "facts.yaml:24:3: fact brand: has no value that could change: withdraw it, and write a new fact"),
    (["set", "joint", "42%", "--source", "s"], "facts.yaml: there is no fact 'joint'; did you mean joints?"),
    (["rename", "joints", "a b"], 'facts.yaml:8:3: fact joints: "a b" is no id: write letters, digits and hyphens, with no spaces'),
    (["rename", "joints", "stay"], "facts.yaml:8:3: fact joints: there is a fact stay already (facts.yaml:12:3)"),
    (["rename", "none.md", "new.md"], "facts.yaml: there is no fact 'none.md'; `medlint facts list` lists them all"),
]  # fmt: skip


@pytest.mark.parametrize(("args", "told"), REFUSED)
def test_what_cannot_be_is_refused(args: list[str], told: str) -> None:
    result = facts(*args)
    assert (result.exit_code, result.stderr, changed()) == (2, f"medlint: {told}\n", [])


def test_a_fact_is_withdrawn_once() -> None:
    assert facts("retire", "stay", "--why", 'the registry "closed"').exit_code == 0
    assert changed() == ["+     status: withdrawn", '+     why: "the registry \\"closed\\""']
    assert (
        facts("retire", "stay", "--why", "x").stderr
        == "medlint: facts.yaml:12:3: fact stay: is withdrawn already\n"
    )


def test_a_fact_is_renamed_in_the_comments_of_drafts_too(desk: Path) -> None:
    draft = "\ufeffjoints\r\n<!-- medlint-ignore value-conflict[joints=40%], stale[ joints ]: joints -->\r\n[joints]\r\n"
    (desk / "a.md").write_bytes(draft.encode())
    (desk / "b.md").write_text("joints, [joints] <!-- joints -->\n", encoding="utf-8")
    result = facts("rename", "joints", "pain")
    assert (result.exit_code, changed()) == (0, ["-   joints:", "+   pain:"])
    assert result.stdout.endswith("joints is pain, and so in the comments of 1 draft.\n")
    expected = draft.replace("[joints=", "[pain=").replace("[ joints ]", "[ pain ]")
    assert (desk / "a.md").read_bytes() == expected.encode()
    assert (desk / "b.md").read_text(encoding="utf-8") == "joints, [joints] <!-- joints -->\n"


def test_a_draft_that_moved() -> None:
    assert facts("rename", "old.md", "new.md").exit_code == 0
    assert changed() == ["-     appears_in: [old.md, 'x/*.md']", "+     appears_in: [new.md, 'x/*.md']"]


@pytest.mark.parametrize("args", [["set", "joints", "42%", "--source", "s"], ["retire", "joints", "--why", "x"], ["rename", "joints", "pain"], ["rename", "old.md", "b.md"]])  # fmt: skip
def test_a_dry_run_only_shows(args: list[str]) -> None:
    result = facts(*args, "--dry-run")
    assert (result.exit_code, changed(), "+++ facts.yaml" in result.stdout) == (0, [], True)


def test_facts_of_a_file_that_is_included(desk: Path) -> None:
    (desk / "more.yaml").write_text("facts:\n  m: {claim: It is 5% of all., source: s}\n", encoding="utf-8")
    main = FACTS.replace("version: 1\n", "version: 1\ninclude: [more.yaml]\n")
    (desk / "facts.yaml").write_text(main, encoding="utf-8")
    assert facts("set", "m", "6%", "--source", "t", "--today", "2026-06-01").exit_code == 0
    expected = (
        'facts:\n  m: {claim: It is 6% of all., source: t, superseded: [{value: "5%", until: 2026-06-01}]}\n'
    )
    assert (desk / "more.yaml").read_text(encoding="utf-8") == expected
    assert (desk / "facts.yaml").read_text(encoding="utf-8") == main


def test_a_file_that_was_edited_meanwhile_is_left_alone(desk: Path) -> None:
    loaded = load("facts.yaml")
    ready = retire(loaded, loaded.facts["joints"], "x")
    (desk / "facts.yaml").write_text(FACTS + "# mine\n", encoding="utf-8")
    with pytest.raises(InputError, match="was changed by someone else meanwhile: nothing is written"):
        ready.save()
    assert changed() == ["+ # mine"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(1, 99), st.sampled_from(["s", "t"]), st.sampled_from(["\n", "\r\n"]))
def test_what_is_set_is_what_is_read(desk: Path, percent: int, source: str, end: str) -> None:
    from datetime import date

    if percent == 40:
        return
    text = FACTS.replace("\n", end)
    (desk / "facts.yaml").write_bytes(text.encode())
    loaded = load("facts.yaml")
    set_value(loaded, loaded.facts["joints"], NewValue(f"{percent}%", source), date(2026, 6, 1)).save()
    after = load("facts.yaml")
    assert after.facts["joints"].claim == f"About {percent}% of people with yarrow fever have joint pain."
    assert (after.facts["joints"].source.id, after.facts["joints"].superseded[-1].value) == (source, "40%")
    assert {k: v for k, v in after.facts.items() if k != "joints"} == {k: v for k, v in loaded.facts.items() if k != "joints"}  # fmt: skip
    lines = (desk / "facts.yaml").read_bytes().decode().split(end)
    assert [n for n, (a, b) in enumerate(zip(text.split(end), lines, strict=True)) if a != b] in (
        [8, 10],
        [8, 9, 10],
    )
    assert sorted(os.listdir(desk)) == ["facts.yaml"]
