"""A file written in one step, so that no one ever meets half of it, and none is left if that fails."""

from __future__ import annotations

import os
import stat
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


def write_whole(path: str, data: bytes, *, instead_of: bytes | None = None) -> None:
    """Put ``data`` in the place of a file, or make it; of ``instead_of``, if that is given and still all of the file.

    The new text is complete on the disk before it takes the place of the old one, so whatever stops
    this (a full disk, a kill) leaves the one or the other. Permissions stay, and a link leads to the
    same file.

    Raises:
        InputError: the file is not ``instead_of`` any more, may not be written, or could not be; it is as it was.
    """
    target = os.path.realpath(path)
    try:
        if instead_of is None and os.path.exists(target) and not os.path.isfile(target):
            with open(target, "wb") as file:  # /dev/stdout, a named pipe
                file.write(data)
            return
        mode = os.stat(target).st_mode if instead_of is not None or os.path.exists(target) else None
        if mode is not None and not (mode & stat.S_IWUSR and os.access(target, os.W_OK)):
            raise _problem(path, "is read-only: nothing is written")
        _replace(path, target, data, mode, instead_of)
    except OSError as error:
        kept = "" if instead_of is None else "; it is as it was"
        raise _problem(path, f"cannot be written: {error.strerror or error}{kept}") from None


def _replace(path: str, target: str, data: bytes, mode: int | None, old: bytes | None) -> None:
    draft = os.path.join(os.path.dirname(target), f".{os.path.basename(target)}.{os.getpid()}.tmp")
    try:
        with open(draft, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            os.chmod(draft, stat.S_IMODE(mode))
        if old is not None and read_whole(target) != old:
            raise _problem(path, _CHANGED)
        os.replace(draft, target)
    finally:
        with suppress(OSError):
            os.unlink(draft)


def _problem(path: str, message: str) -> InputError:
    return InputError(Problem(Place(path), message))
