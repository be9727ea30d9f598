"""Several processes: what is said when one is killed, and that none outlives the one that began it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.run.outcome import Outcome
from linter.run.workers import ENDED, over

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
LONG = 60


class Deadly:
    """Stands for a desk. A draft called ``killer`` kills the process that checks it."""

    def facts_for(self, path: str) -> None:
        return None

    def engine(self, facts: None) -> None:
        return None

    def check(self, path: str) -> Outcome:
        if path == "killer":
            os.kill(os.getpid(), signal.SIGKILL)
        return Outcome(path, figures=1)

    list_figures = check


@pytest.mark.parametrize("figures", [False, True])
def test_outcomes_come_in_order(figures: bool) -> None:
    drafts = [str(number) for number in range(40)]
    assert over(Deadly(), drafts, 2, figures) == [Outcome(path, figures=1) for path in drafts]  # type: ignore[arg-type]


@pytest.mark.parametrize("at", [0, 20, 39])
def test_a_killed_process_leaves_drafts_unchecked(at: int) -> None:
    drafts = [str(number) for number in range(40)]
    drafts[at] = "killer"
    outcomes = over(Deadly(), drafts, 2, False)  # type: ignore[arg-type]
    assert [outcome.path for outcome in outcomes] == drafts
    assert outcomes[at] == Outcome("killer", unchecked=ENDED)
    assert {outcome.unchecked for outcome in outcomes} <= {"", ENDED}
    assert all(outcome.figures == (not outcome.unchecked) for outcome in outcomes)


PARENT = """
import sys, time, os
from linter.run.workers import over

class Slow:
    def facts_for(self, path): return None
    def engine(self, facts): return None
    def check(self, path):
        open(os.path.join(sys.argv[1], str(os.getpid())), "w").close()
        time.sleep(600)

if __name__ == "__main__":
    over(Slow(), ["a"] * 40, 2, False)
"""


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_no_process_outlives_the_first(tmp_path: Path, end: signal.Signals) -> None:
    script, seen = tmp_path / "parent.py", tmp_path / "seen"
    script.write_text(PARENT)
    seen.mkdir()
    with subprocess.Popen([sys.executable, str(script), str(seen)]) as parent:
        _until(lambda: len(list(seen.iterdir())) == 2)
        parent.send_signal(end)
    assert parent.returncode == -end
    _until(lambda: not any(_runs(int(path.name)) for path in seen.iterdir()))


def _until(holds: Callable[[], bool]) -> None:
    for _ in range(LONG * 20):
        if holds():
            return
        time.sleep(0.05)
    raise AssertionError(f"not even after {LONG} seconds")


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")
