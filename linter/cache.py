"""A small cache of compiled data, so that a hook starts fast. Losing it costs time, never results."""

from __future__ import annotations

import marshal
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

enabled = True
"""False under ``--no-cache``: nothing is read from the cache or written to it."""


def folder() -> Path:
    """Where the cache is kept: MEDLINT_CACHE_DIR, or ``medlint`` in the user's cache folder."""
    named = os.environ.get("MEDLINT_CACHE_DIR")
    if named:
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "medlint" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "medlint"


def cached(name: str, sources: tuple[Path, ...], make: Callable[[], Any]) -> Any:
    """What ``make`` returns, kept until one of ``sources`` changes.

    The value must be made of what ``marshal`` knows: dicts, lists, tuples, strings, numbers. A
    cache that cannot be read or written, for whatever reason, is as good as none.
    """
    if not enabled:
        return make()
    path = None
    with suppress(OSError, RuntimeError):
        path = folder() / f"{name}-{_stamp(sources)}.bin"
        with suppress(EOFError, ValueError, TypeError):
            return marshal.loads(path.read_bytes())
    value = make()
    if path is not None:
        with suppress(OSError):
            _write(path, marshal.dumps(value), name)
    return value


def _stamp(sources: tuple[Path, ...]) -> str:
    parts = [sys.implementation.cache_tag or "", str(marshal.version)]
    for source in sources:
        stat = source.stat()
        parts += [str(source), str(stat.st_size), str(stat.st_mtime_ns)]
    return blake2b("\n".join(parts).encode(), digest_size=12).hexdigest()


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
    for old in path.parent.glob(f"{name}-*.bin"):
        if old != path:
            with suppress(OSError):
                old.unlink()
