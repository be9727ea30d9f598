"""A file written in one step, so that nobody reads half of it, and none is left if that fails."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from linter.errors import InputError, Place, Problem


def write_whole(path: str, data: bytes) -> None:
    """Put ``data`` in place of a file, or make it. Its permissions stay; a link leads to the same file.

    Raises:
        InputError: if that cannot be done, or the file is there and may not be written to.
    """
    target = Path(path)
    try:
        if target.exists() and not target.is_file():  # /dev/stdout, a named pipe
            target.write_bytes(data)
            return
        target = target.resolve()
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(None, "it may not be written to")
        draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
        try:
            draft.write_bytes(data)
            with suppress(FileNotFoundError):
                draft.chmod(stat.S_IMODE(target.stat().st_mode))
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise InputError(Problem(Place(path), f"cannot be written: {error.strerror or error}")) from None
