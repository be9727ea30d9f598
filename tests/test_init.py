"""medlint init makes a content repository ready."""

from __future__ import annotations

import json
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from linter.cli import cli
from linter.facts.schema import json_schema

HOOK, JOB = Path(".pre-commit-config.yaml"), Path(".github/workflows/medlint.yml")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def init(*args: str) -> Result:
    return CliRunner().invoke(cli, ["init", *args], catch_exceptions=False)


def test_the_top_of_a_repository_gets_a_hook_and_a_job(desk: Path) -> None:
    (desk / ".git").mkdir()
    result = init()
    assert result.stdout.splitlines() == [
        "wrote facts.yaml",
        "wrote .medlint.yaml",
        "wrote .pre-commit-config.yaml",
        "wrote .github/workflows/medlint.yml",
        "Next: put your facts into facts.yaml, then run `medlint facts check` and `medlint check`.",
        "In .pre-commit-config.yaml and .github/workflows/medlint.yml, put the address of the medlint repository for HOST/ORG and its commit for COMMIT.",
    ]
    hooks = yaml.safe_load(HOOK.read_text(encoding="utf-8"))["repos"][0]["hooks"]
    assert [hook["id"] for hook in hooks] == ["medlint", "medlint-facts"]
    job = yaml.safe_load(JOB.read_text(encoding="utf-8"))
    assert "run" in job["jobs"]["medlint"]["steps"][-1]
    checked = CliRunner().invoke(cli, ["facts", "check", "--fail-on", "warning"])
    assert (checked.exit_code, checked.stdout) == (0, "facts.yaml: 1 fact from 1 source, no mistakes\n")


def test_what_is_there_stays(desk: Path) -> None:
    JOB.parent.mkdir(parents=True)
    for path in (HOOK, JOB):
        path.write_text("mine\n", encoding="utf-8")
    told = init().stdout.splitlines()
    assert told[2:4] == [f"{path} is there already and stays as it is" for path in (HOOK, JOB)]
    assert not any("HOST/ORG" in line for line in told)
    assert {path.read_text(encoding="utf-8") for path in (HOOK, JOB)} == {"mine\n"}


def test_a_folder_inside_a_repository_gets_facts_alone(desk: Path) -> None:
    (desk / ".git").mkdir()
    (desk / "desk").mkdir()
    init("desk")
    assert sorted(path.name for path in (desk / "desk").rglob("*")) == [".medlint.yaml", "facts.yaml"]


class Installed:
    """A distribution that git told pip where to find."""

    def __init__(self, told: object) -> None:
        self.told = told

    def read_text(self, name: str) -> str | None:
        assert name == "direct_url.json"
        return None if self.told is None else json.dumps(self.told)


GIT = {"url": "https://git.example.org/desk/medlint", "vcs_info": {"vcs": "git", "commit_id": "a" * 40}}


@pytest.mark.parametrize(
    ("told", "filled"),
    [
        (GIT, True),
        (None, False),
        ({"url": "file:///src/medlint", "dir_info": {"editable": True}}, False),
        (GIT | {"url": "ssh://git@git.example.org/desk/medlint"}, False),
    ],
)
def test_where_medlint_came_from_is_filled_in(
    monkeypatch: pytest.MonkeyPatch, told: Any, filled: bool
) -> None:
    monkeypatch.setattr(metadata, "distribution", lambda _: Installed(told))
    result = init()
    assert ("COMMIT" in result.stdout) is not filled
    hook = yaml.safe_load(HOOK.read_text(encoding="utf-8"))["repos"][0]
    job = yaml.safe_load(JOB.read_text(encoding="utf-8"))
    if filled:
        assert (hook["repo"], hook["rev"]) == (GIT["url"], "a" * 40)
        assert job["env"]["MEDLINT"] == f"medcopylint @ git+{GIT['url']}@{'a' * 40}"
    else:
        assert (hook["repo"], hook["rev"]) == ("https://HOST/ORG/medlint", "COMMIT")


def test_every_key_is_described() -> None:
    def keys(schema: Any, path: str = "") -> list[str]:
        if isinstance(schema, list):
            return [name for each in schema for name in keys(each, path)]
        if not isinstance(schema, dict):
            return []
        bare = [
            f"{path}.{name}"
            for name, each in schema.get("properties", {}).items()
            if not each.get("description")
        ]
        return bare + [name for key, each in schema.items() for name in keys(each, f"{path}.{key}")]

    assert keys(json_schema()) == []
