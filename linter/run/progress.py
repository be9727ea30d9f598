"""How far long work has come: one line on a terminal's standard error, gone at the end."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_CLEAR = "\r\x1b[K"


@contextmanager
def progress(total: int, *, least: int) -> Iterator[Callable[[int], None]]:
    """Gives a function that is to be told how many more drafts are done.

    It shows nothing if there are fewer than ``least``, or where nobody watches: a pipe, a file, a job.
    """
    stream = sys.stderr
    if total < least or stream is None or not stream.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda count: None
        return
    done, shown = 0, -1

    def tell(count: int) -> None:
        nonlocal done, shown
        done += count
        percent = done * 100 // total
        if percent != shown:
            shown = percent
            stream.write(f"{_CLEAR}medlint: {done:,} of {total:,} drafts")
            stream.flush()

    try:
        tell(0)
        yield tell
    finally:
        stream.write(_CLEAR)
        stream.flush()
