"""No pattern takes more than quadratic time in a block, whatever stands in it.

Blocks have at most 4,000 characters (``linter/readers/cut.py``) and no white space wider than two
(``linter/readers/inline.py``), so a draft then takes time linear in its length. How a search
backtracks shows in no count of calls: the patterns are run by a matcher that counts its steps, over
texts made from the patterns themselves.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from itertools import islice
from pathlib import Path
from re import _constants as c  # type: ignore[attr-defined]
from typing import Any

import pytest
from pumps import ALPHABET, REPEATS, children, in_class, pumps
from steps import BOUNDED, TooManyError, steps, tree_of

from linter.checks.intervals import _INTERVAL

HERE = Path(__file__).parent
SHORT, LONG = 48, 96
MOST = 250_000
MOST_PUMPS = 12
MOST_GROWTH = 5
"""Quadratic steps grow 4 times, cubic ones 8."""


def patterns() -> list[tuple[str, int, str]]:
    run = subprocess.run(
        [sys.executable, HERE / "patterns.py"], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return [(pattern, flags, where) for pattern, flags, where in json.loads(run.stdout)]


def is_blank(nodes: Any) -> bool:
    """Whether only white space fits: the readers leave two characters of it at most."""
    (op, value), *rest = list(nodes)
    if rest or op not in (c.IN, c.LITERAL):
        return False
    fits = [char for char in ALPHABET if (in_class(value, char) if op is c.IN else ord(char) == value)]
    return bool(fits) and all(char.isspace() for char in fits)


def long_repeats(nodes: Any) -> int:
    """How many repetitions of a pattern may be long."""
    count = 0
    for op, value in nodes:
        if op in REPEATS and value[1] > BOUNDED and not is_blank(value[2]):
            count += 1
        count += sum(long_repeats(child) for child in children(op, value))
    return count


def growth(pattern: str, flags: int) -> tuple[float, str]:
    """How many times the steps grow when a text doubles, and what was repeated: the first too much, or the worst."""
    worst = (0.0, "")
    for prefix, pump in islice(pumps(pattern, flags), MOST_PUMPS):
        if not (pump * 3).strip() or len(prefix + pump) > SHORT // 3 or _is_wide(pump):
            continue
        ratio = _ratio(pattern, flags, prefix, pump)
        worst = max(worst, (ratio, prefix + " … " + pump))
        if ratio > MOST_GROWTH:
            break
    return worst


def _is_wide(pump: str) -> bool:
    return any(part.isspace() and len(part) > 2 for part in re.findall(r"\s+", pump * 3))


def _ratio(pattern: str, flags: int, prefix: str, pump: str) -> float:
    texts = ((prefix + pump * size)[:size] + "\0" for size in (SHORT, LONG))
    try:
        short, long = (steps(pattern, flags, text, MOST) for text in texts)
    except TooManyError:
        return 99.0
    return long / short


KNOWN = [
    (r"(a+)+b", True),
    (r"(?:a|a)*b", True),
    (r"a*a*a*b", True),
    (r"(?:[a-z]+ )+(?:[a-z]+ )+(?:[a-z]+ )+x", True),
    (r"a*a*b", True),  # cubic as a search
    (r"a*b", False),
    (r"(?:\w+ ){0,3}x", False),
    (r"a++b", False),
    (r"\b(?:the )*x", False),
]


@pytest.mark.parametrize(("pattern", "grows"), KNOWN)
def test_the_measure(pattern: str, grows: bool) -> None:
    assert (growth(pattern, 0)[0] > MOST_GROWTH) is grows


@pytest.mark.parametrize(
    ("prefix", "pump"),
    [
        ("It was 95% CI ", "9"),
        ("It was 5% (95% CI 3 to ", "9"),
        ("It was 95% CI 1.", "9"),
        ("It was ", "9,999"),
        ("It was 5% of ", "a"),
        ("It was 5 (95% CI ", "("),
        ("", "95% CI 3 to "),
    ],
)
def test_an_interval_takes_linear_time(prefix: str, pump: str) -> None:
    pattern, flags = _INTERVAL.compiled.pattern, _INTERVAL.compiled.flags
    short, long = (steps(pattern, flags, prefix + pump * n, MOST) for n in (50, 100))
    assert long / short < 2.6


def test_every_pattern() -> None:
    found = patterns()
    assert len(found) > 300
    bad = []
    for pattern, flags, where in found:
        if long_repeats(tree_of(pattern, flags)) < 2:
            continue
        worst, pumped = growth(pattern, flags)
        if worst > MOST_GROWTH:
            bad.append(f"{where}: steps grow {worst:.1f} times at {pumped!r}: {pattern[:80]}")
    assert bad == []
