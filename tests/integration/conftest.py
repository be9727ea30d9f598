"""Scratch content repositories, and medlint run in them as a writer's machine or a CI job would."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from content_repo import FACTS, GOOD, Run

BIN = Path(sys.executable).parent
SLOW = ("test_pre_commit.py", "test_action.py", "test_contributing.py")
"""One installs medlint anew, from a package registry; the others start it over and over."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the slow tests to .ci/run, and to whoever names this folder."""
    if any("integration" in argument for argument in config.invocation_params.args):
        return
    slow = [item for item in items if item.path.name in SLOW]
    if slow:
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if item.path.name not in SLOW]


@pytest.fixture(scope="session")
def run() -> Run:
    """Run a command in a folder, with git's and GitHub's surroundings of this very run kept away."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "GITHUB_", "PRE_COMMIT"))}
    surroundings = kept | {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "A writer",
        "GIT_AUTHOR_EMAIL": "writer@example.org",
        "GIT_COMMITTER_NAME": "A writer",
        "GIT_COMMITTER_EMAIL": "writer@example.org",
        "NO_COLOR": "1",
        "PATH": os.pathsep.join([str(BIN), os.environ.get("PATH", os.defpath)]),
        "PYTHONIOENCODING": "utf-8",
    }

    def call(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=folder,
            env=surroundings | environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )

    return call


@pytest.fixture
def content(tmp_path: Path, run: Run) -> Path:
    """A content repository with facts, settings and one good draft, all committed."""
    folder = tmp_path / "content"
    (folder / "articles").mkdir(parents=True)
    (folder / "facts.yaml").write_text(FACTS, encoding="utf-8")
    (folder / ".medlint.yaml").write_text("exclude: [archive/]\n", encoding="utf-8")
    (folder / "articles" / "joints.md").write_text(GOOD, encoding="utf-8")
    for command in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-q", "-m", "Start")):
        result = run(folder, "git", *command)
        assert result.returncode == 0, result.stderr
    return folder
