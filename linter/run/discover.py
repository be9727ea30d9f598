"""Which drafts a command is about: files named outright, and those found in folders."""

from __future__ import annotations

import os
import re
import stat
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from pathspec import GitIgnoreSpec

from linter.errors import InputError, Place, Problem
from linter.globs import comparable
from linter.readers import refusal
from linter.readers.template_words import ending
from linter.readers.unread import unread_endings
from linter.results import Unchecked, Unread
from linter.unwalked import unwalked


@dataclass(frozen=True, slots=True)
class _Rules:
    """Patterns in the manner of .gitignore, and the folder that they are about."""

    base: str
    spec: GitIgnoreSpec

    def verdict(self, path: str, is_folder: bool) -> bool | None:
        """Whether the patterns say to leave a path out, to keep it, or nothing."""
        inner = self._inner(path)
        return self.spec.check_file(inner + "/" if is_folder else inner).include

    def _inner(self, path: str) -> str:
        """The path as seen from the folder; one that lies elsewhere as it is."""
        base = self.base.rstrip(os.sep) + os.sep
        inner = path[len(base) :] if path.startswith(base) else path.lstrip(os.sep)
        return comparable(inner)

    def without(self, folder: str) -> _Rules:
        """The same but for patterns that leave the folder itself out: it was asked for by name."""
        inner = self._inner(folder) + "/"
        kept = [p for p in self.spec.patterns if not (p.include and p.match_file(inner))]
        return _Rules(self.base, GitIgnoreSpec(kept))


@dataclass(frozen=True)
class Found:
    """What some paths lead to, each part sorted by path; ``unread`` by number of files."""

    drafts: tuple[str, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
    """What was named outright, or is a draft by its name, and cannot be checked."""
    unread: tuple[Unread, ...] = ()
    """What folders hold besides that one might take for drafts."""


def discover(
    paths: Sequence[str],
    *,
    exclude: Sequence[str] = (),
    force_exclude: bool = False,
    suffixes: Collection[str],
    root: str | os.PathLike[str] = ".",
    also: Callable[[str], bool] = lambda path: False,
) -> Found:
    """The drafts that ``paths`` name, and what there cannot be checked.

    ``exclude`` holds patterns as in .gitignore, relative to ``root``. They hold in folders, and with
    ``force_exclude`` for files named outright too. ``also`` says which files are drafts whatever their
    suffix. A path that does not exist raises InputError.
    """
    walk = _Walk(_Rules(os.path.abspath(root), _spec(exclude)), force_exclude, frozenset(suffixes), also)
    missing = []
    for path in paths:
        try:
            mode = os.stat(path).st_mode
        except (FileNotFoundError, NotADirectoryError):
            missing.append(Problem(Place(path), "there is no such file or folder"))
        except (OSError, ValueError) as error:
            walk.unchecked[_shown(path)] = f"cannot be read: {_reason(error)}"
        else:
            walk.take(path, mode)
    if missing:
        raise InputError(*missing)
    counts = Counter(walk.unread.values())
    return Found(
        tuple(sorted(walk.found)),
        tuple(Unchecked(path, walk.unchecked[path]) for path in sorted(walk.unchecked)),
        tuple(Unread(*each) for each in sorted(counts.items(), key=lambda each: (-each[1], each[0]))),
    )


class _Walk:
    """Gathers files; ``seen`` keeps folders from being walked twice and links from leading in a ring."""

    def __init__(
        self, exclude: _Rules, force_exclude: bool, suffixes: frozenset[str], also: Callable[[str], bool]
    ) -> None:
        self.exclude = exclude
        self.force_exclude = force_exclude
        self.suffixes = suffixes
        self.also = also
        self.found: set[str] = set()
        self.unchecked: dict[str, str] = {}
        self.unread: dict[str, str] = {}
        """The endings of what was met in folders and is no draft, by whole path."""
        self.taken: set[str] = set()
        self.seen: set[tuple[int, int]] = set()

    def take(self, path: str, mode: int) -> None:
        """A path named outright."""
        full = os.path.abspath(path)
        is_folder = stat.S_ISDIR(mode)
        if self.force_exclude and self.exclude.verdict(full, is_folder):
            return
        if is_folder:
            above = [rules.without(full) for rules in _rules_above(full)]
            self._walk(path, self.exclude.without(full), above)
        elif not stat.S_ISREG(mode):
            self.unchecked[_shown(path)] = "is not a file that can be read"
        else:
            self._add(path, full)
            self._own_up(path, full)

    def _walk(self, top: str, exclude: _Rules, above: list[_Rules]) -> None:
        waiting = [(top, above)]
        while waiting:
            folder, rules = waiting.pop()
            try:
                about = os.stat(folder)
                if (about.st_dev, about.st_ino) in self.seen:
                    continue
                self.seen.add((about.st_dev, about.st_ino))
                with os.scandir(folder) as entries:
                    # A real folder comes before a link to it, so that its own name is shown.
                    inside = sorted(entries, key=lambda e: (e.is_symlink(), e.name))
            except OSError as error:
                self.unchecked[_shown(folder)] = f"cannot be read: {_reason(error)}"
                continue
            rules = [*rules, *_rules_in(os.path.abspath(folder))]
            folders = list(self._visit(folder, inside, [*rules, exclude]))
            waiting.extend((sub, rules) for sub in reversed(folders))

    def _visit(self, folder: str, entries: list[os.DirEntry[str]], rules: list[_Rules]) -> Iterator[str]:
        """Take the files of a folder; yields the folders in it that are to be walked."""
        passed = unwalked(folder, {entry.name for entry in entries})
        for entry in entries:
            if entry.name.startswith((".", "~$")) or entry.name in passed:
                continue
            path = os.path.join(folder, entry.name)
            full = os.path.abspath(path)
            mode, trouble = _mode(entry)
            is_folder = stat.S_ISDIR(mode)
            if not is_folder and not self._is_draft(path):
                continue
            verdicts = (rule.verdict(full, is_folder) for rule in reversed(rules))
            if next((verdict for verdict in verdicts if verdict is not None), False):
                continue
            if is_folder:
                yield path
            elif stat.S_ISREG(mode):
                self._add(path, full)
            elif trouble:
                self.unchecked[_shown(path)] = f"cannot be read: {trouble}"

    def _is_draft(self, path: str) -> bool:
        """Whether a file found in a folder is one to check, or one to own up to not checking."""
        suffix = ending(path)
        return suffix in self.suffixes or suffix in unread_endings() or self.also(path)

    def _add(self, path: str, full: str) -> None:
        if full in self.taken:
            return
        self.taken.add(full)
        suffix = ending(path)
        if suffix in self.suffixes or self.also(path):
            self.found.add(_shown(path))
        else:
            self.unread[full] = suffix

    def _own_up(self, path: str, full: str) -> None:
        """A file named outright was meant: if it cannot be read, that is more than a number."""
        suffix = self.unread.pop(full, None)
        if suffix is not None:
            self.unchecked[_shown(path)] = (
                refusal(path) or f"files ending in {suffix} are not among the drafts"
            )


def _spec(lines: Sequence[str]) -> GitIgnoreSpec:
    """Compile patterns; a line that is none is left out, as git does."""
    try:
        return GitIgnoreSpec.from_lines(lines)
    except (ValueError, re.error):
        good: list[Any] = []
        for line in lines:
            try:
                good += GitIgnoreSpec.from_lines([line]).patterns
            except (ValueError, re.error):
                continue
        return GitIgnoreSpec(good)


def _rules_in(folder: str) -> list[_Rules]:
    """What the .gitignore of a folder says, if it has one."""
    try:
        text = Path(folder, ".gitignore").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return [_Rules(folder, _spec(text.splitlines()))]


def _rules_above(folder: str) -> list[_Rules]:
    """What the .gitignore files above a folder say, from the top of the git repository down."""
    above = list(Path(folder).parents)
    if (Path(folder) / ".git").exists():
        return []
    top = next((i for i, parent in enumerate(above) if (parent / ".git").exists()), None)
    if top is None:
        return []
    return [rules for parent in reversed(above[: top + 1]) for rules in _rules_in(str(parent))]


def _shown(path: str) -> str:
    """The path as given, with '/' between its parts and without './' before it."""
    return PurePath(path).as_posix()


def _mode(entry: os.DirEntry[str]) -> tuple[int, str]:
    """What an entry of a folder is (links followed); or 0, and why nobody can tell."""
    try:
        return entry.stat().st_mode, ""
    except FileNotFoundError:
        # What is no link was there a moment ago and is gone: there is nothing to own up to.
        return 0, "it is a link to nothing" if entry.is_symlink() else ""
    except OSError as error:
        return 0, _reason(error)


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
