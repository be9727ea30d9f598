"""Many drafts, looked at by several processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from linter.errors import InputError
from linter.run.desk import Desk
from linter.run.outcome import Outcome

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

ENDED = "was not checked: a process that was to check it was ended from outside; run medlint again"


def over(
    desk: Desk,
    drafts: Sequence[str],
    processes: int,
    figures: bool,
    done: Callable[[int], None] = lambda count: None,
) -> list[Outcome]:
    """Every draft's outcome, in order. Drafts that a process was killed over are unchecked.

    ``done`` is told how many more are done.
    """
    from concurrent.futures import ProcessPoolExecutor

    # Where processes are forked, they inherit these.
    for facts in dict.fromkeys(map(desk.facts_for, drafts)):
        with suppress(InputError):
            desk.engine(facts)
    size = max(1, len(drafts) // (processes * 8))
    batches = [drafts[at : at + size] for at in range(0, len(drafts), size)]
    pool = ProcessPoolExecutor(processes, initializer=_start, initargs=(desk, figures))
    try:
        waiting = list(_submitted(pool, batches))
        outcomes: list[Outcome] = []
        for batch, future in waiting:
            outcomes += _result(batch, future)
            done(len(batch))
        return outcomes
    finally:
        # Interrupted, it would wait here for every draft; the processes end when this one does.
        pool.shutdown(wait=False, cancel_futures=True)


def _submitted(
    pool: Executor, batches: Sequence[Sequence[str]]
) -> Iterator[tuple[Sequence[str], Future[list[Outcome]] | None]]:
    """Each batch and what will come of it; nothing, once a process has been killed."""
    from concurrent.futures.process import BrokenProcessPool

    for batch in batches:
        future = None
        with suppress(BrokenProcessPool):
            future = pool.submit(_look, batch)
        yield batch, future


def _result(batch: Sequence[str], future: Future[list[Outcome]] | None) -> list[Outcome]:
    from concurrent.futures.process import BrokenProcessPool

    with suppress(BrokenProcessPool):
        if future is not None:
            return future.result()
    return [Outcome(path, unchecked=ENDED) for path in batch]


_here: list[Callable[[str], Outcome]] = []


def _start(desk: Desk, figures: bool) -> None:
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process is interrupted as well, and says so
    Thread(target=_end_with_parent, daemon=True).start()
    _here[:] = [desk.list_figures if figures else desk.check]


def _end_with_parent() -> None:
    """End this process when the one that started it has ended, however that came about."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _look(batch: Sequence[str]) -> list[Outcome]:
    return [_here[0](path) for path in batch]
