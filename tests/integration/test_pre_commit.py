"""The hooks of this repository, really run by pre-commit at commits to a content repository.

pre-commit installs medlint from a clone of this working tree, once for all tests here. That takes a
package registry and half a minute; see conftest.py for when these tests run.
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess

import pytest
import yaml
from content_repo import BAD, FACTS, GOOD, ROOT, Run

pytest.importorskip("pre_commit", reason="pre-commit is not installed; the dev extra has it")

LEFT_OUT = shutil.ignore_patterns(
    ".*_cache", ".git", ".venv", "venv", "__pycache__", "*.egg-info", ".hypothesis"
)


@pytest.fixture(scope="session")
def tool(tmp_path_factory: pytest.TempPathFactory, run: Run) -> tuple[Path, str]:
    """This working tree as a repository of its own, and its commit."""
    folder = tmp_path_factory.mktemp("tool") / "medlint"
    shutil.copytree(ROOT, folder, ignore=LEFT_OUT)
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "The working tree")):
        result = run(folder, "git", *command)
        assert result.returncode == 0, result.stderr
    return folder, run(folder, "git", "rev-parse", "HEAD").stdout.strip()


@dataclass
class Writer:
    """Someone at work in a content repository that has the hooks."""

    folder: Path
    run: Run
    home: str

    def git(self, *arguments: str) -> CompletedProcess[str]:
        return self.run(self.folder, "git", *arguments, PRE_COMMIT_HOME=self.home)

    def commits(self) -> int:
        return int(self.git("rev-list", "--count", "HEAD").stdout)

    def commit(self, **files: str | bytes) -> tuple[bool, str]:
        """Write files (``articles__a_md`` is articles/a.md), commit them; whether it went through, and the log."""
        for name, data in files.items():
            path = self.folder / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data if isinstance(data, bytes) else data.encode())
        before = self.commits()
        self.git("add", "-A")
        result = self.git("commit", "-m", "Work")
        went_through = result.returncode == 0
        assert self.commits() - before == went_through
        return went_through, result.stdout + result.stderr


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("pre-commit"))


@pytest.fixture
def writer(content: Path, run: Run, tool: tuple[Path, str], home: str) -> Writer:
    folder, commit = tool
    hooks = [{"id": "medlint"}, {"id": "medlint-facts"}]
    config = {"repos": [{"repo": str(folder), "rev": commit, "hooks": hooks}]}
    (content / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    writer = Writer(content, run, home)
    installed = run(
        content, sys.executable, "-m", "pre_commit", "install", "--install-hooks", PRE_COMMIT_HOME=home
    )
    assert installed.returncode == 0, installed.stdout + installed.stderr
    return writer


def test_a_good_draft_passes(writer: Writer) -> None:
    went_through, log = writer.commit(articles__more_md=GOOD)
    assert went_through, log
    assert "medlint (drafts)" in log
    assert "Passed" in log


def test_a_bad_draft_is_stopped_with_the_finding_and_its_source(writer: Writer) -> None:
    went_through, log = writer.commit(articles__more_md=BAD, articles__fine_md=GOOD)
    assert not went_through
    assert "articles/more.md:3:7 error value-conflict" in log
    assert "This says 80%; the fact is 83%." in log
    assert "Yarrow Fever Registry, Institute for Invented Diseases, 2025" in log
    assert "https://example.org/registry-2025" in log
    assert "articles/fine.md" not in log


def test_a_word_file_is_not_passed_over(writer: Writer) -> None:
    went_through, log = writer.commit(articles__more_docx=b"PK\x03\x04")
    assert not went_through
    assert "articles/more.docx: not checked: cannot be opened as a Word document" in log


def test_files_that_are_no_drafts_pass(writer: Writer) -> None:
    went_through, log = writer.commit(
        LICENSE="80% of people with yarrow fever have joint pain.\n", a_py="a = 1\n"
    )
    assert went_through, log


def test_an_excluded_draft_passes_by_itself(writer: Writer) -> None:
    went_through, log = writer.commit(archive__old_md=BAD)
    assert went_through, log


def test_a_changed_fact_is_held_against_drafts_that_did_not_change(writer: Writer) -> None:
    went_through, log = writer.commit(facts_yaml=FACTS.replace("83%", "85%"))
    assert not went_through
    assert "articles/joints.md:3:7 error value-conflict" in log
    assert "This says 83%; the fact is 85%." in log
    went_through, log = writer.commit(articles__joints_md=GOOD.replace("83%", "85%"))
    assert went_through, log


def test_facts_with_a_mistake_are_stopped(writer: Writer) -> None:
    went_through, log = writer.commit(facts_yaml=FACTS.replace("source: registry-2025", "source: registry"))
    assert not went_through
    assert "facts.yaml:13:" in log
    assert "Traceback" not in log
