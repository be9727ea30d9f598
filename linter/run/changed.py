"""The lines of drafts that changed since a git ref, as git's own diff tells."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from linter.errors import InputError, Place, Problem
from linter.results import Finding

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_OPTION = Place("--changed-since")


@dataclass(frozen=True)
class Changed:
    """Changed lines by draft. Renamed drafts have those that differ, new and untracked ones all."""

    root: str
    """The top folder of the repository, links resolved."""
    lines: dict[str, frozenset[int]] = field(default_factory=dict)
    """By path from ``root``; a file that is not in here has not changed."""
    whole: frozenset[str] = frozenset()
    """Files of which every line counts: untracked ones, and those that git takes for binary."""
    repositories: dict[str, bool] = field(default_factory=dict)
    """By folder, as asked for: whether it is another repository, of which git's diff says nothing."""

    def has(self, finding: Finding) -> bool:
        """Whether any of a finding's lines has changed."""
        path = self._inside(finding.path)
        if path is None or path in self.whole:
            return True  # what git knows nothing of is new to it
        lines = self.lines.get(path, frozenset())
        return any(line in lines for line in range(finding.line, finding.end_line + 1))

    def touches(self, path: str) -> bool:
        """Whether anything of a file has changed."""
        inside = self._inside(path)
        return inside is None or inside in self.whole or inside in self.lines

    def _inside(self, path: str) -> str | None:
        """A path from the top of the repository; None if it is outside."""
        inside = os.path.relpath(os.path.realpath(path), self.root).replace(os.sep, "/")
        if inside.startswith("../"):
            return None
        folders = PurePosixPath(inside).parents
        return None if any(self._is_repository(str(folder)) for folder in folders) else inside

    def _is_repository(self, folder: str) -> bool:
        """True for a folder inside that has a repository of its own, such as a submodule."""
        if folder not in self.repositories:
            at = os.path.join(self.root, folder, ".git")
            self.repositories[folder] = folder != "." and os.path.exists(at)
        return self.repositories[folder]


def changed_since(ref: str) -> Changed:
    """What changed since the point where the current branch left ``ref``, uncommitted work included.

    Raises:
        InputError: there is no git, no repository here, or no such ref.
    """
    root = os.path.realpath(
        _git("rev-parse", "--show-toplevel", says="this is no git repository").decode().rstrip("\n")
    )
    unknown = f"git knows no commit {ref!r}; is it spelled right, and fetched? (In a CI job: fetch-depth: 0)"
    commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}", says=unknown)
    point = commit.decode().strip()
    base = _run(root, "merge-base", point, "HEAD")
    since = base.stdout.decode().strip() if base.returncode == 0 else point
    diff = ("diff", "--no-ext-diff", "--no-textconv", "--no-color", "-M", "--inter-hunk-context=0")
    numbers = _git(*diff, "--numstat", "-z", since, "--", root=root)
    patch = _git(*diff, "-U0", "--src-prefix=a/", "--dst-prefix=b/", since, "--", root=root)
    others = _git("ls-files", "--others", "--full-name", "-z", root=root)
    untracked = {os.fsdecode(path) for path in others.split(b"\0") if path}
    return Changed(root, dict(_lines(patch)), frozenset(untracked | set(_binary(numbers))))


def _binary(numbers: bytes) -> Iterator[str]:
    """The files that ``--numstat -z`` has no numbers for. A renamed one has two names after its own field."""
    fields = iter(numbers.split(b"\0"))
    for each in fields:
        added, _, rest = each.partition(b"\t")
        path = rest.partition(b"\t")[2]
        if each and not path:
            next(fields)
            path = next(fields)
        if added == b"-":
            yield os.fsdecode(path)


def _lines(patch: bytes) -> Iterator[tuple[str, frozenset[int]]]:
    """Each file of a patch without context, with the numbers of its new lines."""
    path, lines, skip = "", set[int](), 0
    for line in patch.split(b"\n"):
        if skip and not line.startswith(b"\\"):
            skip -= 1  # the text of a hunk, whatever it looks like
        elif line.startswith(b"+++ "):
            path = _name(line[4:])
        elif match := _HUNK.match(line):
            count = int(match[3] or 1)
            lines.update(range(int(match[2]), int(match[2]) + count))
            skip = int(match[1] or 1) + count
        elif line.startswith(b"diff --git "):
            if path:
                yield path, frozenset(lines)
            path, lines = "", set()
    if path:
        yield path, frozenset(lines)


def _name(quoted: bytes) -> str:
    """A path of a patch's header: after ``b/``, in quotes and escaped if it has unusual characters."""
    name = quoted.rstrip(b"\t")
    if name.startswith(b'"'):
        name = name[1:-1].decode("unicode_escape").encode("latin-1")
    return "" if name == b"/dev/null" else os.fsdecode(name.removeprefix(b"b/"))


def _git(*arguments: str, root: str = ".", says: str = "") -> bytes:
    """What git prints. InputError with ``says``, or with git's own words, if it fails."""
    done = _run(root, *arguments)
    if done.returncode:
        words = says or " ".join(done.stderr.decode(errors="replace").split()) or "git failed"
        raise InputError(Problem(_OPTION, words))
    return done.stdout


def _run(root: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ("git", "-C", root, "-c", "core.quotePath=true", *arguments),
            capture_output=True,
            stdin=subprocess.DEVNULL,
        )
    except OSError as error:
        raise InputError(Problem(_OPTION, f"git cannot be run: {error.strerror or error}")) from None
