"""Every line that tells someone to install something: it must install this project, or what it names."""

from __future__ import annotations

import re
import shlex
import tomllib

import pytest
import yaml
from content_repo import ROOT

NAME = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["name"]
FROM_GIT = "git+https://HOST/ORG/medlint@COMMIT"
THIS_CLONE = {".", ".[dev]", ".[docs]"}
OTHERS = {"pre-commit", "pypdf"}
ADDED = {f"{NAME}[lsp]", f"{NAME}[watch]"}
"""An extra, for whoever has the project: pip takes the one that is installed."""
_INSTALL = re.compile(r"(?:pip3?|pipx|uv(?: tool| pip)?|poetry|conda) (?:install|add)\b([^`\n&|;]*)")
PAGES = sorted([
    ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md", ROOT / ".pre-commit-hooks.yaml",
    *(ROOT / "docs").rglob("*.md"), *(ROOT / "docs").rglob("*.yml"), *(ROOT / "linter").rglob("*.py"),
])  # fmt: skip


def installed(text: str) -> list[str]:
    """What the install lines of a page name, options and the variables of a recipe resolved."""
    variables = dict(re.findall(r"^ *([A-Z]+): (.+)$", text, re.MULTILINE))
    names = []
    for arguments in _INSTALL.findall(text):
        for word in shlex.split(arguments):
            word = re.sub(r"^\$(\w+)$", lambda found: variables[found[1]], word)
            if not word.startswith("-"):
                names.append(word)
    return names


def is_right(named: str) -> bool:
    """Whether it is this clone, a tool of others, or this project at a commit."""
    if named in THIS_CLONE | OTHERS | ADDED:
        return True
    return named in {f"{NAME}{extra} @ {FROM_GIT}" for extra in ("", "[lsp]", "[lsp,watch]")}


LINES = [(page, named) for page in PAGES for named in installed(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("page", "named"), LINES, ids=[f"{page.name}: {named}" for page, named in LINES])
def test_each_line_installs_what_it_should(page: object, named: str) -> None:
    assert is_right(named)


def test_the_lines_are_found() -> None:
    pages = {str(page.relative_to(ROOT)) for page, named in LINES if named not in OTHERS}
    assert pages == {
        "README.md", "CONTRIBUTING.md", "docs/ci/medlint.yml", "docs/editors.md", "docs/outputs.md", "linter/commands/lsp.py",
        "linter/commands/watch.py",
    }  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "pip install medlint",
        "`pipx install medlint==0.1.0`",
        "pip install -U 'medlint>=0.1'",
        "uv tool install medlint",
        f'pip install "medlint @ {FROM_GIT}"',
        "pip install medcopylint",
        'pip install "medcopylint @ git+https://HOST/ORG/medlint@v0.1.0"',
        'pip install "medcopylint @ git+https://HOST/ORG/medlint"',
        "  MEDLINT: medlint\n  run: python -m pip install $MEDLINT",
    ],
)
def test_a_wrong_line_would_be_seen(line: str) -> None:
    (named,) = installed(line)
    assert not is_right(named)


def test_the_hook_s_recipe_names_a_commit_too() -> None:
    page = (ROOT / "docs" / "hook.md").read_text(encoding="utf-8")
    (recipe,) = re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    (repository,) = yaml.safe_load(recipe)["repos"]
    assert (repository["repo"], repository["rev"]) == ("https://HOST/ORG/medlint", "COMMIT")
