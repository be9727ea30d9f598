"""``medlint init``: the first files of a desk, and what runs medlint in its repository."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from linter.errors import InputError, Place, Problem
from linter.plain import plain
from linter.run.facts_files import FACTS_NAMES, shown

FACTS = """\
# What your desk has verified. medlint checks copy against this file.
# The least a fact needs is an id, a claim and a source; replace the example with your own. `medlint facts extract`
# proposes facts from drafts that you have.
#
# For an editor that completes the keys, run `medlint facts schema > facts.schema.json`, and take the first # and
# the space after it away from this line:
# # yaml-language-server: $schema=facts.schema.json
version: 1

sources:
  physical-activity-guidelines:
    title: Physical Activity Guidelines for Americans, 2nd edition
    publisher: U.S. Department of Health and Human Services
    published: 2018
    aka: [HHS, the Physical Activity Guidelines]   # how copy names it
    # file: sources/guidelines.pdf    # a copy that you keep: `medlint facts verify` looks the quotes up in it

facts:
  adult-activity-minutes:
    claim: Adults should do at least 150 minutes of moderate-intensity physical activity a week.
    source: physical-activity-guidelines   # with its words: {ref: physical-activity-guidelines, quote: "…"}
    # require: [attribution]      # what copy must say with it: period, attribution, hedge
    # review_by: 2027-01-01       # when to look at the source again; `medlint facts due` lists what is due
    # owner: your name            # who does
    # appears_in: [leaflets/activity.md]    # drafts that must state it
"""

CONFIG_NAME = ".medlint.yaml"
CONFIG = """\
# How medlint checks this folder. Every line is optional. Each draft is held against the nearest facts.yaml, in its
# own folder or above.
fail-on: error                  # error, warning, info or never
# exclude: [archive/*.md, sources/]
# ignore: [unsourced-figure]    # rules or groups; `medlint explain` lists them
"""

HOOK_NAME = ".pre-commit-config.yaml"
HOOK = """\
# What runs before each commit, once `pip install pre-commit` and `pre-commit install` have been run on a machine.
repos:
  - repo: https://HOST/ORG/medlint      # the address of the medlint repository
    rev: COMMIT                         # its commit that you want; `git ls-remote` with the address prints the newest
    hooks:
      - id: medlint                     # the drafts of a commit
      - id: medlint-facts               # the facts, and every draft against them, when the facts change
"""

JOB_NAME = ".github/workflows/medlint.yml"


def init(folder: str) -> int:
    """Write what is not there yet, and say what to do next."""
    files: list[tuple[str, Callable[[], str]]] = [
        (FACTS_NAMES[0], lambda: FACTS),
        (CONFIG_NAME, lambda: CONFIG),
    ]
    lacking = False
    if _is_root(folder):
        files += [(HOOK_NAME, lambda: HOOK), (JOB_NAME, _job)]
    for name, text in files:
        path = Path(folder, name)
        if (there := _there(path, name == CONFIG_NAME)) is not None:
            click.echo(f"{shown(there)} is there already and stays as it is")
            continue
        written = _filled(text()) if name in (HOOK_NAME, JOB_NAME) else text()
        _write(path, written, make=name == JOB_NAME)
        click.echo(f"wrote {path}")
        lacking |= "https://HOST/ORG" in written
    for line in _next(lacking):
        click.echo(line)
    return 0


def _next(lacking: bool) -> Iterator[str]:
    yield "Next: put your facts into facts.yaml, then run `medlint facts check` and `medlint check`."
    if lacking:
        yield (
            f"In {HOOK_NAME} and {JOB_NAME}, put the address of the medlint repository for HOST/ORG "
            "and its commit for COMMIT."
        )


def _write(path: Path, text: str, *, make: bool) -> None:
    """Write a new file; one that somebody else makes meanwhile stays."""
    try:
        if make:
            path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        cause = plain(error.strerror or str(error))
        raise InputError(Problem(Place(str(path)), f"cannot be written: {cause}")) from None


def _is_root(folder: str) -> bool:
    """Whether this is where a repository's hook and CI job belong: the top of it, or of no other desk, if git is not there."""
    here = Path(folder).absolute()
    if os.path.lexists(here / ".git"):
        return True
    if any(os.path.lexists(above / ".git") for above in here.parents):
        return False
    return _there(here / CONFIG_NAME, True) in (None, here / CONFIG_NAME)


def _job() -> str:
    """The job for GitHub: ``docs/ci/medlint.yml``, which an installed medlint carries along."""
    here = Path(__file__).resolve().parent.parent
    places = (here / "_start" / "medlint.yml", here.parent / "docs" / "ci" / "medlint.yml")
    return next(path for path in places if path.is_file()).read_text(encoding="utf-8")


def _filled(text: str) -> str:
    """``text`` with the address and the commit that this medlint was installed from, if git told pip."""
    import json
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        told = json.loads(distribution("medcopylint").read_text("direct_url.json") or "{}")
        address, commit = told["url"], told["vcs_info"]["commit_id"]
    except (PackageNotFoundError, ValueError, KeyError, TypeError, OSError):
        return text
    if not str(address).startswith("https://"):
        return text
    for line, mark in (("rev: COMMIT", "rev: "), ("medlint@COMMIT", "medlint@")):
        text = text.replace(line, f"{mark}{commit}")
    return text.replace("https://HOST/ORG/medlint", str(address))


def _there(path: Path, is_config: bool) -> Path | None:
    """The file that does what ``path`` would do: itself, its twin in .yml, and for settings one above."""
    above = path.absolute().parents if is_config else ()
    for folder in (path.parent, *above):
        for ending in (".yaml", ".yml"):
            if os.path.lexists(there := (folder / path.name).with_suffix(ending)):
                return there
    return None
