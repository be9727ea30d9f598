"""The drafts that ``appears_in`` names."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from fnmatch import fnmatch
from functools import lru_cache

from linter.unwalked import unwalked


def is_named(path: str, globs: Iterable[str]) -> bool:
    """Whether any of ``globs`` names the draft at ``path``, which is absolute. ``*`` may cross folders."""
    plain = path.replace(os.sep, "/")
    return any(_is_named(plain, glob) for glob in globs)


def _is_named(path: str, glob: str) -> bool:
    """``pages/[id].mdx`` is a file of that very name, where there is one, and no pattern."""
    if path == glob or path.endswith(f"/{glob}"):
        return True
    if "[" in glob and _is_there(os.path.dirname(path), glob):
        return False
    return fnmatch(path, glob if glob.startswith("/") else f"*/{glob}")


@lru_cache(maxsize=1024)
def _is_there(folder: str, name: str) -> bool:
    """Whether a file of this very name is in a folder, or below one of those above it."""
    if os.path.lexists(os.path.join(folder, name)):
        return True
    above = os.path.dirname(folder)
    return above != folder and _is_there(above, name)


def naming_nothing(globs: Collection[str], folders: Iterable[str]) -> set[str]:
    """Those of ``globs`` that name no file in ``folders`` or below."""
    left = set(globs)
    for path in _files(folders):
        if not left:
            break
        left -= {glob for glob in left if is_named(path, (glob,))}
    return left


def _files(folders: Iterable[str]) -> Iterator[str]:
    """Every file below the folders, hidden ones and what no walk goes into aside, each once."""
    seen: set[str] = set()
    for top in folders:
        for folder, inner, names in os.walk(os.path.abspath(top)):
            passed = unwalked(folder, {*inner, *names})
            inner[:] = [] if folder in seen else sorted(n for n in inner if n[0] != "." and n not in passed)
            if folder not in seen:
                yield from (os.path.join(folder, name) for name in names)
            seen.add(folder)
