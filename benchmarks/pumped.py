"""Look for texts that medlint takes more than linear time over.

    python benchmarks/pumped.py [--seconds 60] [--seed N] [--facts FILE]

A few fragments (of the rules' examples and phrases, and bits of markup) are repeated to some 12,000
characters, and then to twice as many, as one paragraph or as many. A text that takes more than three
times as long at double the length, or ten seconds of CPU at all, is printed with what to repeat, and the exit status
is 1. Every text that was slow for its length is listed: no draft should take long.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

from linter.engine import Engine, Settings
from linter.errors import DraftError
from linter.facts.load import load
from linter.readers import read
from linter.rulebook.rules import load_rules

SIZE = 12_000
LONGEST = 10
"""Seconds of CPU after which a text is given up."""
NOTICEABLE = 0.4
"""Seconds of CPU below which a ratio is noise."""
MARKUP = (
    "**", "_", "`", "[", "](", "](a)", "![", "<!--", "-->", "<p>", "</p>", "<td>", "<table>", "<", "&", "&nbsp;", "> ",
    "- ", "1. ", "# ", "|", "|-|", "\n", "\n\n", "  ", "\\", "[^1]", "---\n", "<!-- medlint-off -->", "https://a.b/", "-", ",", "(",
    "1", "1%", "<1% ", "5 mg ", "a", "in ", "of ", "the ", "and ", "2020 ", "95% CI ", ".", ";", "1–2 ", "(STS) ", "1 in 7 ", "— ", "“",
)  # fmt: skip


class Slow(Exception):  # noqa: N818
    """A text took too long."""


def fragments(rules: Any) -> list[str]:
    """Bits of the rules' examples, their phrases, and markup."""
    found = list(MARKUP) * 4
    for rule in rules.values():
        for phrases in rule.phrases.values():
            found += [phrase + " " for phrase in phrases]
        for example in rule.examples:
            words = example.draft.split(" ")
            found += [" ".join(words[at : at + 4]) + " " for at in range(0, len(words), 4)] * 2
    return found


def seconds(engine: Engine, name: str, text: str) -> float:
    """CPU time to read and check a text; Slow where it is given up."""

    def give_up(*_: Any) -> None:
        raise Slow

    signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
    begun = time.process_time()
    try:
        engine.check(read(name, text.encode()))
    except DraftError:
        pass
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - begun


def judge(engine: Engine, name: str, piece: str) -> tuple[float, float]:
    """Seconds at full size, and how many times those at half of it; an infinite ratio where it is given up."""
    try:
        long = seconds(engine, name, (piece * SIZE)[: 2 * SIZE])
        if long < NOTICEABLE:
            return long, 1.0
        short = min(seconds(engine, name, (piece * SIZE)[:SIZE]) for _ in range(2))
        long = min(long, seconds(engine, name, (piece * SIZE)[: 2 * SIZE]))
    except Slow:
        return float(LONGEST), float("inf")
    return long, long / short


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--seconds", type=int, default=60, help="how long to look")
    options.add_argument("--seed", type=int, default=int(date.today().strftime("%Y%m%d")))
    options.add_argument("--facts", default=str(Path(__file__).parents[1] / "facts.yaml"))
    given = options.parse_args()
    draw = random.Random(given.seed)
    rules = load_rules(examples=True)
    settings = Settings(date(2026, 6, 1))
    engines = [Engine(None, rules, settings), Engine(load(given.facts), rules, settings)]
    bits = fragments(rules)
    tried, bad, slow = 0, 0, []
    end = time.monotonic() + given.seconds
    while time.monotonic() < end:
        piece = "".join(draw.choices(bits, k=draw.choice((1, 1, 2, 2, 3, 5))))
        piece += draw.choice(("", "", " ", "\n\n"))
        which, name = draw.randrange(2), draw.choice(("a.md", "a.md", "a.html", "a.txt"))
        took, ratio = judge(engines[which], name, piece)
        tried += 1
        slow.append((took, name, which, piece))
        if ratio > 3:
            bad += 1
            print(
                f"{ratio:.1f} times at double the length, {took:.1f} s, {name}, {'with' if which else 'no'} facts: {piece!r}",
                flush=True,
            )
    print(
        f"{tried} texts, seed {given.seed}: {bad} of more than linear time. The slowest of {2 * SIZE:,} characters:"
    )
    for took, name, which, piece in sorted(slow, reverse=True)[:5]:
        print(f"  {took:.2f} s, {name}, {'with' if which else 'no'} facts: {piece!r}")
    return min(bad, 1)


if __name__ == "__main__":
    sys.exit(main())
