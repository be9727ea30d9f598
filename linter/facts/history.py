"""What facts said at an earlier commit: copy that still says so is out of date, whether or not anybody wrote it down."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from linter.claims.claim_figure import figure_for
from linter.errors import InputError, Place, Problem
from linter.facts.load import survey
from linter.facts.values import value_text
from linter.model import Fact, FactsFile, Superseded

_ENDINGS = (".yaml", ".yml")


def with_history(facts: FactsFile, ref: str) -> FactsFile:
    """``facts``, with every value that was another at a git ref among the superseded ones.

    Raises:
        InputError: the facts are in no repository, or it has no such ref.
    """
    before = facts_at(facts.path, ref)
    return replace(facts, facts={id: _remembering(fact, before.get(id)) for id, fact in facts.facts.items()})


def facts_at(path: str, ref: str) -> Mapping[str, Fact]:
    """The facts as they were at a git ref, by id; none where the file was not there yet."""
    folder = os.path.dirname(os.path.abspath(path))
    top = _git(path, folder, "rev-parse", "--show-toplevel").decode().strip()
    commit = (
        _git(path, folder, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}", told=ref).decode().strip()
    )
    inner = os.path.relpath(os.path.realpath(os.path.abspath(path)), os.path.realpath(top)).replace(
        os.sep, "/"
    )
    listed = _git(path, top, "ls-tree", "-r", "-z", "--name-only", "--full-tree", commit)
    names = [
        name for name in listed.decode("utf-8", "surrogateescape").split("\0") if name.endswith(_ENDINGS)
    ]
    if inner not in names:
        return {}
    with tempfile.TemporaryDirectory(prefix="medlint-") as made:
        for name, data in _blobs(path, top, commit, names):
            target = Path(made, name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        return survey(str(Path(made, inner))).facts.facts


def _remembering(fact: Fact, before: Fact | None) -> Fact:
    if before is None or fact.pair or fact.among:
        return fact
    old, new = value_text(before), value_text(fact)
    was, now = figure_for(fact, old), figure_for(fact, new)
    if (
        was is None
        or now is None
        or (was.dimension, was.bounds, was.qualifier) == (now.dimension, now.bounds, now.qualifier)
    ):
        return fact
    known = [figure_for(fact, each.value) for each in fact.superseded]
    if any(k is not None and (k.dimension, k.bounds) == (was.dimension, was.bounds) for k in known):
        return fact
    year = before.as_of or (before.period[1] if before.period else None)
    return replace(fact, superseded=(*fact.superseded, Superseded(old, year)))


def _blobs(path: str, top: str, commit: str, names: Iterable[str]) -> Iterable[tuple[str, bytes]]:
    """Name and content of files of a commit, by one call of git."""
    wanted = [name for name in names if "\n" not in name]
    asked = "".join(f"{commit}:{name}\n" for name in wanted).encode("utf-8", "surrogateescape")
    told = _git(path, top, "cat-file", "--batch", text=asked)
    at = 0
    for name in wanted:
        end = told.index(b"\n", at)
        head = told[at:end].split(b" ")
        if head[-1] == b"missing":
            at = end + 1
            continue
        size = int(head[-1])
        yield name, told[end + 1 : end + 1 + size]
        at = end + 1 + size + 1


def _git(path: str, folder: str, *args: str, text: bytes = b"", told: str = "") -> bytes:
    try:
        done = subprocess.run(["git", "-C", folder, *args], input=text, capture_output=True, check=False)
    except FileNotFoundError:
        raise InputError(
            Problem(Place("--since-facts"), "needs git, and there is none on this computer")
        ) from None
    if done.returncode == 0:
        return done.stdout
    if told:
        raise InputError(
            Problem(Place("--since-facts"), f'git knows no commit "{told}": name one, a branch or a tag')
        )
    said = done.stderr.decode("utf-8", "replace").strip().splitlines()
    reason = said[-1].removeprefix("fatal: ") if said else "git failed"
    raise InputError(Problem(Place(path), f"its history cannot be read: {reason}"))
