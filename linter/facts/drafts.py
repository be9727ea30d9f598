"""The drafts that ``appears_in`` names."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from fnmatch import fnmatch

_SKIPPED = frozenset({"node_modules", "__pycache__"})


def is_named(path: str, globs: Iterable[str]) -> bool:
    """Whether any of ``globs`` names the draft at ``path``, which is absolute. ``*`` may cross folders."""
    plain = path.replace(os.sep, "/")
    return any(fnmatch(plain, glob if glob.startswith("/") else f"*/{glob}") for glob in globs)


def naming_nothing(globs: Collection[str], folders: Iterable[str]) -> set[str]:
    """Those of ``globs`` that name no file in ``folders`` or below."""
    left = set(globs)
    for path in _files(folders):
        if not left:
            break
        left -= {glob for glob in left if is_named(path, (glob,))}
    return left


def _files(folders: Iterable[str]) -> Iterator[str]:
    """Every file below the folders, hidden ones and those of installed packages aside, each once."""
    seen: set[str] = set()
    for top in folders:
        for folder, inner, names in os.walk(os.path.abspath(top)):
            inner[:] = [] if folder in seen else sorted(n for n in inner if n[0] != "." and n not in _SKIPPED)
            if folder not in seen:
                yield from (os.path.join(folder, name) for name in names)
            seen.add(folder)
