"""The options that act on findings, as a user gives them, over the whole engine."""

from __future__ import annotations

import json
import os
import stat
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from linter.cli import cli

FACTS = """\
version: 1
sources: {registry: {title: Yarrow Fever Registry, published: 2025}}
facts:
  yf-joints: {claim: About 83% of people with yarrow fever have joint pain., source: registry}
"""
BAD = "# Yarrow fever\n\nAbout 80% of people with yarrow fever have joint pain. Take .5 mg daily.\n"
GOOD = "# Yarrow fever\n\nAbout 83% of people with yarrow fever have joint pain. Take 0.5 mg daily.\n"
LEFT = "\nIn 2023, about 1,3590 people had it.\n"
DIFF = (
    "--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,3 @@\n # Yarrow fever\n \n"
    f"-{BAD.splitlines()[2]}\n+{GOOD.splitlines()[2]}\n"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [name for name in os.environ if name.startswith(("GIT", "CI_"))]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    Path("facts.yaml").write_text(FACTS)
    return tmp_path


def check(*options: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["check", "--today", "2026-06-01", *options], input=stdin)


def told(*options: str) -> dict[str, int]:
    summary = json.loads(check("--format", "json", *options).stdout)["summary"]
    return {name: summary[name] for name in ("errors", "known", "fixable", "fixed")}


# -- fix and diff -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("replacement", "encoding", "is_fixed"),
    [
        ("0", "utf-8", True), ("≈0", "utf-8", True), ("≈0", "windows-1252", False), ("½", "windows-1252", True),
        ("<0", "utf-8", False), ('"0', "utf-8", False), ("0: ", "utf-8", False),
    ],
)  # fmt: skip
def test_nothing_is_written_that_is_markup_or_that_the_encoding_lacks(
    replacement: str, encoding: str, is_fixed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def respelled(check: str, text: str, start: int, *_: object) -> tuple[int, int, str]:
        return start, start, replacement

    monkeypatch.setattr("linter.fixes.spellings.respelled", respelled)
    Path(".medlint.yaml").write_text("encoding: windows-1252\n")
    draft, old = Path("a.md"), "Café: take .5 mg daily.\n"
    draft.write_bytes(old.encode(encoding))
    check("--fix", "-q")
    new = old.replace(".5", f"{replacement}.5") if is_fixed else old
    assert draft.read_bytes() == new.encode(encoding)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_fix_writes_what_is_right_and_no_other_byte(ends: str, mark: str) -> None:
    draft = Path("a.md")
    draft.write_bytes((mark + BAD + LEFT).replace("\n", ends).encode())
    draft.chmod(0o640)
    result = check("--fix", "-q")
    assert result.exit_code == 1  # what is left
    assert draft.read_bytes() == (mark + GOOD + LEFT).replace("\n", ends).encode()
    assert stat.S_IMODE(draft.stat().st_mode) == 0o640
    assert sorted(os.listdir()) == ["a.md", "facts.yaml"]
    before = draft.stat().st_mtime_ns
    assert told("--fix") == {"errors": 1, "known": 0, "fixable": 0, "fixed": 0}
    assert draft.stat().st_mtime_ns == before, "the second time, nothing is written"


def test_fix_says_how_many_it_mended_and_check_how_many_it_could() -> None:
    Path("a.md").write_text(BAD + LEFT)
    assert "2 of 3 can be fixed with --fix (--diff shows how)" in check().stdout
    result = check("--fix")
    assert "1 error, 0 warnings in 1 draft" in result.stdout
    assert "Fixed 2 findings" in result.stdout


def test_diff_shows_it_and_writes_nothing() -> None:
    Path("a.md").write_text(BAD)
    result = check("--diff")
    assert (result.exit_code, result.stdout) == (1, DIFF)
    assert result.stderr == "medlint: 2 of 2 findings would be fixed, in 1 draft; 0 need an editor\n"
    assert Path("a.md").read_text() == BAD
    subprocess.run(("git", "apply"), input=result.stdout, text=True, check=True)
    assert Path("a.md").read_text() == GOOD
    again = check("--diff", "--fix")
    assert (again.exit_code, again.stdout) == (0, "")


def test_fix_of_standard_input_prints_the_draft_and_reports_beside_it() -> None:
    result = check("--fix", "--stdin-filename", "a.md", stdin=BAD + LEFT)
    assert (result.exit_code, result.stdout) == (1, GOOD + LEFT)
    assert "Fixed 2 findings" in result.stderr
    assert not Path("a.md").exists()


def test_a_link_leads_to_the_same_draft() -> None:
    Path("real.md").write_text(BAD)
    Path("a.md").symlink_to("real.md")
    check("--fix", "a.md")
    assert Path("a.md").is_symlink()
    assert Path("real.md").read_text() == GOOD


def test_a_draft_that_changed_meanwhile_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.md").write_text(BAD)
    from linter.commands import fix

    made = fix.changes

    def changed(*given: object) -> object:
        result = made(*given)  # type: ignore[arg-type]
        Path("a.md").write_text(BAD + "More.\n")
        return result

    monkeypatch.setattr(fix, "changes", changed)
    result = check("--fix")
    assert result.exit_code == 2
    advice = "was changed by someone else meanwhile: nothing is written; run the command again"
    assert result.stderr == f"medlint: a.md: not fixed: {advice}\n"
    assert "2 of 2 can be fixed with --fix" in result.stdout, "the report is that of what is there"
    assert Path("a.md").read_text() == BAD + "More.\n"


@pytest.mark.parametrize("locked", [("1.md",), ("2.md",), ("1.md", "2.md")])
def test_drafts_that_cannot_be_written_keep_no_other_from_being_fixed(locked: tuple[str, ...]) -> None:
    drafts = ("1.md", "2.md", "3.md")
    for path in drafts:
        Path(path).write_text(BAD)
    for path in locked:
        Path(path).chmod(0o444)
    result = check("--fix", "--format", "json")
    assert result.exit_code == 2
    assert result.stderr == "".join(
        f"medlint: {p}: not fixed: is read-only: nothing is written\n" for p in locked
    )
    report = json.loads(result.stdout)
    assert {finding["path"] for finding in report["findings"]} == set(locked)
    left, done = 2 * len(locked), 2 * (len(drafts) - len(locked))
    assert (report["summary"]["files"], report["summary"]["fixable"], report["summary"]["fixed"]) == (
        3,
        left,
        done,
    )
    assert {path: Path(path).read_text() for path in drafts} == {
        path: BAD if path in locked else GOOD for path in drafts
    }


NEEDING = (
    FACTS.replace("registry}\n", "registry, require: [period], period: 2020–2024, caveats: [own]}\n")
    + "caveats: {own: {say: Every case is different., any_of: [case is different]}}\n"
)
"""Of the right figure, copy has to say more."""


@pytest.mark.parametrize(
    ("facts", "draft", "fixable", "left"),
    [
        (FACTS, BAD, 2, []),
        (FACTS, BAD + LEFT, 2, ["malformed-number"]),
        (NEEDING, BAD, 2, ["missing-caveat", "missing-period"]),
        (NEEDING, BAD.replace(" Take .5 mg daily.", ""), 1, ["missing-caveat", "missing-period"]),
    ],
)
def test_check_fix_and_diff_tell_one_number(facts: str, draft: str, fixable: int, left: list[str]) -> None:
    Path("facts.yaml").write_text(facts)
    Path("a.md").write_text(draft)
    assert told()["fixable"] == fixable
    assert f"medlint: {fixable} of " in check("--diff").stderr
    report = json.loads(check("--fix", "--format", "json").stdout)
    assert [finding["rule"] for finding in report["findings"]] == left
    assert (report["summary"]["fixed"], report["summary"]["fixable"]) == (fixable, 0)


def test_a_fix_that_would_not_be_written_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "linter.fixes.spellings.respelled", lambda *_: (0, 1, "5.0")
    )  # one mistake for another
    Path("a.md").write_text("Take .5 mg daily.\n")
    report = json.loads(check("--format", "json").stdout)
    assert ([f["fix"] for f in report["findings"]], report["summary"]["fixable"]) == ([None], 0)
    assert (
        check("--diff").stderr == "medlint: 0 of 1 finding would be fixed, in 0 drafts; 1 needs an editor\n"
    )


def test_what_is_suppressed_or_deselected_is_not_fixed() -> None:
    Path("a.md").write_text(f"{BAD[:-1]} <!-- medlint-ignore naked-decimal: as quoted -->\n")
    check("--fix", "--ignore", "conflict")
    assert Path("a.md").read_text().startswith(BAD[:-1])


# -- baseline ---------------------------------------------------------------------------------


def test_known_findings_are_not_reported() -> None:
    Path("a.md").write_text(BAD)
    result = check("--baseline", "known.txt", "--write-baseline")
    assert result.exit_code == 0
    assert result.stderr == "medlint: known.txt: 2 known, 2 of them new; 0 no longer needed and taken out\n"
    assert "2 known findings are not shown (known.txt)" in result.stdout
    Path("a.md").write_text("New line.\n\n" + BAD + LEFT)
    assert told("--baseline", "known.txt") == {"errors": 1, "known": 2, "fixable": 0, "fixed": 0}
    Path("facts.yaml").write_text(FACTS.replace("83%", "84%"))
    assert told("--baseline", "known.txt")["errors"] == 2, "the fact is another now"


def test_what_is_no_longer_found_is_said_and_can_be_taken_out() -> None:
    Path("a.md").write_text(BAD)
    check("--baseline", "known.txt", "--write-baseline")
    Path("a.md").write_text(BAD.replace("80%", "83%") + LEFT)
    assert (
        "1 line of known.txt is no longer needed; --prune-baseline takes it out"
        in check("--baseline", "known.txt").stdout
    )
    assert check("--baseline", "known.txt", "--prune-baseline").exit_code == 1, "what is new stays new"
    assert [line.split("\t")[1] for line in Path("known.txt").read_text().splitlines()[2:]] == [
        "naked-decimal"
    ]


def test_the_config_may_name_it_and_it_is_no_draft() -> None:
    Path("a.md").write_text(BAD)
    Path(".medlint.yaml").write_text("baseline: known.txt\n")
    missing = "does not exist: medlint check --baseline FILE --write-baseline writes it"
    result = check()
    assert (result.exit_code, result.stderr) == (
        2,
        f"medlint: .medlint.yaml:1:11: baseline: known.txt {missing}\n",
    )
    result = check("--baseline", "known.txt")
    assert (result.exit_code, result.stderr) == (2, f"medlint: known.txt: {missing}\n")
    assert check("--write-baseline").exit_code == 0
    assert json.loads(check("--format", "json").stdout)["summary"]["files"] == 1


def test_a_draft_that_cannot_be_read_keeps_what_is_known_of_it() -> None:
    Path("a.md").write_text(BAD)
    check("--baseline", "known.txt", "--write-baseline")
    Path("a.md").write_bytes(b"\0")
    before = Path("known.txt").read_text()
    assert check("--baseline", "known.txt", "--write-baseline").exit_code == 2
    assert Path("known.txt").read_text() == before


# -- changed lines ----------------------------------------------------------------------------


def git(*arguments: str) -> None:
    who = ("-c", "user.name=A writer", "-c", "user.email=writer@example.org")
    subprocess.run(("git", *who, *arguments), check=True, capture_output=True)


def test_only_changed_lines_are_reported_and_fixed() -> None:
    Path("a.md").write_text(BAD)
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "Start")
    Path("a.md").write_text(BAD + "\nTake 5.0 mg daily.\n")
    assert told("--changed-since", "HEAD") == {"errors": 1, "known": 0, "fixable": 1, "fixed": 0}
    assert check("--changed-since", "HEAD", "--fix").exit_code == 0
    assert Path("a.md").read_text() == BAD + "\nTake 5 mg daily.\n"


def test_changed_facts_are_said() -> None:
    Path("a.md").write_text(BAD)
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "Start")
    Path("facts.yaml").write_text(FACTS + "# more\n")
    result = check("--changed-since", "HEAD")
    advice = "has changed as well: to see what it says of all drafts, leave out --changed-since"
    assert (result.exit_code, result.stderr) == (0, f"medlint: facts.yaml {advice}\n")


# -- what cannot go together ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("--write-baseline", "--write-baseline needs the file: add --baseline FILE (or baseline: to .medlint.yaml)"),
        ("--prune-baseline", "--prune-baseline needs the file: add --baseline FILE (or baseline: to .medlint.yaml)"),
        ("--baseline b --write-baseline --prune-baseline", "--write-baseline drops what is no longer needed as well: leave out --prune-baseline"),
        ("--baseline b --write-baseline --fix", "--write-baseline and --fix (or --diff): do one after the other"),
        ("--baseline b --write-baseline --changed-since x", "--changed-since looks at a part of the findings of files: it cannot go with --write-baseline"),
        ("--stdin-filename a.md --changed-since x", "--changed-since looks at a part of the findings of files: it cannot go with --stdin-filename"),
        ("--diff --format json", "--diff prints a diff and nothing else: leave out --format json"),
    ],
)  # fmt: skip
def test_options_that_cannot_go_together(options: str, message: str) -> None:
    Path("a.md").write_text(BAD)
    result = check(*options.split(), stdin="")
    assert result.exit_code == 2
    assert f"Error: {message}\n" in result.stderr
