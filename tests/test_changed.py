"""Changed lines as git tells them, in real repositories."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.errors import InputError
from linter.results import Finding
from linter.run.changed import changed_since

Git = Callable[..., None]
TEN = "".join(f"line {n}\n" for n in range(1, 11))


def finding(path: str, line: int, end: int = 0) -> Finding:
    return Finding(path, 0, 1, line, 1, end or line, 2, "r", "g", "error", "m")


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> None:
        who = ("-c", "user.name=A writer", "-c", "user.email=writer@example.org")
        subprocess.run(("git", *who, *arguments), check=True, capture_output=True)

    call("init", "-q", "-b", "main")
    for name in ("a.md", "old.md", "bücher “1”.md"):
        Path(name).write_text(TEN, encoding="utf-8")
    call("add", ".")
    call("commit", "-q", "-m", "Start")
    return call


def changed(path: str, ref: str = "main") -> list[int]:
    since = changed_since(ref)
    return [line for line in range(1, 12) if since.has(finding(path, line))]


def test_committed_staged_and_written_lines_count(git: Git) -> None:
    git("switch", "-q", "-c", "work")
    draft = Path("a.md")
    draft.write_text(draft.read_text().replace("line 2\n", "new 2\n"))
    git("commit", "-aqm", "One")
    draft.write_text(draft.read_text().replace("line 5\n", "new 5\nnew 6\n"))
    git("add", ".")
    draft.write_text(draft.read_text().replace("line 9\n", "++ b/x\n"))
    assert changed("a.md") == [2, 5, 6, 10]
    assert changed("old.md") == []
    assert changed_since("main").has(finding("a.md", 1, 2))


def test_what_changed_on_the_other_branch_meanwhile_does_not_count(git: Git) -> None:
    git("switch", "-q", "-c", "work")
    git("switch", "-q", "main")
    Path("a.md").write_text("other\n" + TEN)
    git("commit", "-aqm", "Other")
    git("switch", "-q", "work")
    assert changed("a.md") == []


def test_a_renamed_draft_has_only_what_differs(git: Git) -> None:
    git("mv", "old.md", "new.md")
    Path("new.md").write_text(TEN.replace("line 4", "new 4"))
    assert changed("new.md") == [4]


def test_every_line_of_what_git_has_not_seen_counts(git: Git, tmp_path: Path) -> None:
    Path(".gitignore").write_text("ignored.md\n")
    for name in ("untracked.md", "ignored.md"):
        Path(name).write_text("x\n")
    Path("data.md").write_bytes(b"\0" + TEN.encode())
    git("add", "data.md")
    Path("inner").mkdir()
    subprocess.run(("git", "init", "-q", "inner"), check=True)
    Path("inner/b.md").write_text("x\n")
    for name in ("untracked.md", "ignored.md", "data.md", "inner/b.md", str(tmp_path.parent / "outside.md")):
        assert changed(name) == list(range(1, 12)), name


def test_names_of_any_characters_are_known(git: Git) -> None:
    name = "bücher “1”.md"
    Path(name).write_text(TEN.replace("line 3", "new 3"), encoding="utf-8")
    assert changed(name) == [3]


def test_paths_count_from_wherever_one_is(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("sub").mkdir()
    Path("sub/c.md").write_text("x\n")
    Path("a.md").write_text(TEN.replace("line 7", "new 7"))
    monkeypatch.chdir("sub")
    assert changed("../a.md") == [7]
    assert changed("c.md") == list(range(1, 12))


def test_the_users_own_settings_of_git_change_nothing(git: Git) -> None:
    for key, value in (
        ("diff.noprefix", "true"), ("diff.mnemonicPrefix", "true"), ("color.ui", "always"), ("diff.context", "5"),
        ("diff.interHunkContext", "9"), ("diff.external", "false"), ("core.quotePath", "false"), ("diff.renames", "false"),
    ):  # fmt: skip
        git("config", key, value)
    Path("a.md").write_text(TEN.replace("line 2", "new 2").replace("line 4", "new 4"))
    assert changed("a.md") == [2, 4]


@pytest.mark.parametrize("ref", ["nowhere", "--output=stolen", "-h", "main..work", ""])
def test_a_ref_that_git_does_not_know(git: Git, ref: str) -> None:
    with pytest.raises(InputError) as caught:
        changed_since(ref)
    told = f"git knows no commit {ref!r}; is it spelled right, and fetched? (In a CI job: fetch-depth: 0)"
    assert str(caught.value) == f"--changed-since: {told}"
    assert not Path("stolen").exists()


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError) as caught:
        changed_since("main")
    assert str(caught.value) == "--changed-since: this is no git repository"
