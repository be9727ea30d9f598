"""The documents: what they show is what medlint prints, and their links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from content_repo import ROOT, Run

from linter.cli import cli
from linter.readers.unread import unread_endings

PAGES = sorted(
    [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
)
_FENCE = re.compile(r"^```(\w+)( add)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_teaching_shows_what_medlint_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is read from above: facts to write or to add to, drafts to write, a command and its output."""
    lesson = (ROOT / "docs" / "teaching.md").read_text(encoding="utf-8").partition("## When nothing else")[0]
    facts: dict[str, Any] = {}
    runs = 0
    monkeypatch.chdir(tmp_path)
    for kind, added, text in _FENCE.findall(lesson):
        if kind == "yaml":
            for key, value in yaml.safe_load(text).items():
                facts[key] = {**facts[key], **value} if added and key in facts else value
            (tmp_path / "facts.yaml").write_text(yaml.safe_dump(facts, sort_keys=False), encoding="utf-8")
        elif kind == "markdown":
            (tmp_path / "draft.md").write_text(text, encoding="utf-8")
        else:
            command, _, shown = text.removeprefix("$ ").partition("\n")
            program, *arguments = command.split()
            assert program == "medlint"
            result = CliRunner().invoke(cli, arguments)
            assert _gist(result.stdout + result.stderr) == _gist(shown)
            runs += 1
    assert runs == 6


def test_the_readme_shows_what_its_first_command_prints(run: Run) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (shown,) = [text for kind, _, text in _FENCE.findall(readme) if kind == "text"]
    result = run(ROOT, "medlint", "check", "examples")
    assert "\n".join(_gist(shown)) in "\n".join(_gist(result.stdout))


def test_what_is_said_not_to_be_read_is_not() -> None:
    """Endings in brackets after 'cannot read' or 'are not read', with what each page adds before them."""
    said = re.compile(r"(?:cannot read|other formats)\s+\(((?:\.\w+,? ?)+)")
    found = {str(page.relative_to(ROOT)): said.findall(page.read_text(encoding="utf-8")) for page in PAGES}
    lists = {name: " ".join(endings).replace(",", "").split() for name, endings in found.items() if endings}
    assert sorted(lists) == ["README.md", "docs/ci.md", "docs/formats.md"]
    assert [e for endings in lists.values() for e in endings if e not in unread_endings()] == []


def test_the_readme_begins_with_two_commands() -> None:
    """.ci/run takes them from here."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    first, second, *_ = [text for kind, _, text in _FENCE.findall(readme) if kind == "sh"]
    assert first.count("\n") == second.count("\n") == 1
    assert first.endswith("medlint check examples\n")
    assert second.endswith("-m pytest\n")


def _gist(output: str) -> list[str]:
    """What matched may be said in more or fewer words."""
    return [line for line in output.splitlines() if not line.startswith("  matched ")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_within_the_repository_lead_somewhere(page: Path) -> None:
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        aim = (page.parent / path).resolve() if path else page
        assert aim.exists(), f"{page.name}: {target}"
        if anchor:
            headings = re.findall(r"^#+ (.*)$", aim.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in [re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings], target
