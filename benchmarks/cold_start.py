"""How long one draft takes from a cold start, beside a bare start of spaCy.

python benchmarks/cold_start.py [DRAFT] [FACTS]
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence

RUNS = 8


def best(command: Sequence[str]) -> float:
    """The shortest of several runs, in seconds of wall time."""
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        times.append(time.perf_counter() - begun)
    return min(times)


def main(draft: str = "examples/sarcoma/outlook.md", facts: str = "facts.yaml") -> None:
    bare = best([sys.executable, "-c", 'import spacy; spacy.blank("en")'])
    ours = best([sys.executable, "-m", "linter.cli", "check", draft, "--facts", facts])
    print(f"bare spaCy {bare:.2f} s, medlint {ours:.2f} s: {ours / bare:.2f} times")


if __name__ == "__main__":
    main(*sys.argv[1:])
