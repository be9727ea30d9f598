"""A file made new in one step, so that no one ever meets half of it, and only if it is still what was read."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress

from linter.errors import InputError, Place, Problem

_CHANGED = "was changed by someone else meanwhile: nothing is written; run the command again"


def read_whole(path: str) -> bytes:
    """The bytes of ``path``; InputError if they cannot be had."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise _problem(path, f"cannot be read: {error.strerror or error}") from None


def rewrite(path: str, old: bytes, new: bytes) -> None:
    """Put ``new`` in the place of ``old``, the whole of the file at ``path`` when it was read.

    The new text is complete on the disk before it takes the place of the old one, so whatever stops
    this (a full disk, a kill) leaves the one or the other. A link stays a link to the file it names.

    Raises:
        InputError: the file is not ``old`` any more, may not be written, or could not be; it is as it was.
    """
    target = os.path.realpath(path)
    try:
        mode = os.stat(target).st_mode
        if not mode & stat.S_IWUSR:
            raise _problem(path, "is read-only: nothing is written")
        handle, draft = tempfile.mkstemp(
            dir=os.path.dirname(target), prefix=f".{os.path.basename(target)}-", suffix=".tmp"
        )
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(new)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(draft, stat.S_IMODE(mode))
            if read_whole(target) != old:
                raise _problem(path, _CHANGED)
            os.replace(draft, target)
        finally:
            with suppress(OSError):
                os.unlink(draft)
    except OSError as error:
        cause = error.strerror or str(error)
        raise _problem(path, f"cannot be written: {cause}; it is as it was") from None


def _problem(path: str, message: str) -> InputError:
    return InputError(Problem(Place(path), message))
