"""A small cache of compiled data, so that a hook starts fast. Losing it costs time, never results.

An entry is JSON under a line that names what it was made from and the digest of what follows. It is
only ever data: an entry that is cut, changed, of another version or somebody else's is made anew.
"""

from __future__ import annotations

import json
import os
import stat
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

from linter import __version__

enabled = True
"""False under ``--no-cache``: nothing is read from the cache or written to it."""

_Value = TypeVar("_Value")
_MALFORMED = (ValueError, TypeError, LookupError, AttributeError, RecursionError)


def folder() -> Path:
    """Where the cache is kept: MEDLINT_CACHE_DIR, or ``medlint`` in the user's cache folder."""
    named = os.environ.get("MEDLINT_CACHE_DIR")
    if named:
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "medlint" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "medlint"


def cached(
    name: str, sources: tuple[Path, ...], make: Callable[[], Any], thaw: Callable[[Any], _Value]
) -> _Value:
    """What ``thaw`` makes of what ``make`` returns, kept until one of ``sources`` changes.

    ``make`` returns what JSON knows. ``thaw`` gets that, or what was read back, and builds the value;
    what it cannot build from is made anew. A cache that cannot be read or written, for whatever
    reason, is as good as none.
    """
    if not enabled:
        return thaw(make())
    path, stamp = None, b""
    with suppress(OSError, RuntimeError, ValueError):
        stamp = _stamp(sources)
        path = folder() / f"{name}-{stamp[:24].decode()}.json"
        with suppress(*_MALFORMED):
            return thaw(json.loads(_read(path, stamp)))
    made = make()
    if path is not None:
        data = json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()
        with suppress(OSError, ValueError):
            _write(path, _header(stamp, data) + data, name)
    return thaw(made)


def _stamp(sources: tuple[Path, ...]) -> bytes:
    """What an entry depends on: this version of medlint, and every byte of the sources."""
    digest = blake2b(__version__.encode(), digest_size=20)
    for source in (Path(__file__), *sources):
        data = source.read_bytes()
        digest.update(b"%d\n" % len(data))
        digest.update(data)
    return digest.hexdigest().encode()


def _header(stamp: bytes, data: bytes) -> bytes:
    return b"medlint %s %s\n" % (stamp, blake2b(data, digest_size=20).hexdigest().encode())


def _read(path: Path, stamp: bytes) -> bytes:
    """The JSON of an entry. Raises ValueError unless it is whole, of this stamp and the user's own."""
    # Whoever may write to the folder may put a pipe or a link there: neither is waited for or followed.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(path, flags | getattr(os, "O_BINARY", 0)), "rb") as file:
        if not _is_own(os.fstat(file.fileno())):
            raise ValueError("somebody else could have written it")
        header, data = file.readline(200), file.read()
    if header != _header(stamp, data):
        raise ValueError("not what was written")
    return data


def _is_own(status: os.stat_result) -> bool:
    if not stat.S_ISREG(status.st_mode):
        return False
    if sys.platform == "win32":
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _write(path: Path, data: bytes, name: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(draft, path)
    except OSError:
        with suppress(OSError):
            os.unlink(draft)
        raise
    for old in path.parent.glob(f"{name}-*"):
        if old != path:
            with suppress(OSError):
                old.unlink()
