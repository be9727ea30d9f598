"""How long one draft takes against 100 facts and against 10,000, from a warm cache.

    python benchmarks/library.py [--facts 10000] [--runs 5]

The facts are made up, each of another disease, group, place, symptom and year, in files of 200. Times are of
whole processes (``medlint check``), the best of some runs, in seconds of the processor, which other work does not lengthen; "loading" is the part that reads and compiles the facts.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from itertools import islice, product
from pathlib import Path

DISEASES = "asthma diabetes gout malaria measles psoriasis eczema migraine epilepsy sepsis".split()
GROUPS = (
    "children",
    "adults",
    "women",
    "men",
    "older adults",
    "teenagers",
    "infants",
    "nurses",
    "athletes",
    "smokers",
)
PLACES = "France Japan Kenya Peru Norway India Chile Spain Ghana Egypt".split()
SYMPTOMS = (
    "a rash",
    "fever",
    "joint pain",
    "a cough",
    "nausea",
    "fatigue",
    "headaches",
    "weight loss",
    "swelling",
    "itching",
)
DRAFT = "# Asthma in France\n\nAbout 30% of adults with asthma in France had a rash. About 12% of women with gout in Japan had fever.\n"
LOAD = """\
import sys, time
from linter.run.facts_files import load_usable
from linter.facts.library import open_library
from linter.language.lexicon import builtin
builtin()
begin = time.process_time()
open_library(sys.argv[1], load_usable)
print(time.process_time() - begin)
"""


def write(folder: Path, count: int) -> None:
    """A library of ``count`` facts in files of 200, and a draft."""
    (folder / "facts").mkdir(parents=True)
    (folder / "draft.md").write_text(DRAFT, encoding="utf-8")
    head = "version: 1\ninclude: [facts/*.yaml]\nsources:\n  s: {title: A registry}\n"
    (folder / "facts.yaml").write_text(head, encoding="utf-8")
    combined = islice(product(SYMPTOMS, PLACES, DISEASES, GROUPS), count)
    lines = [
        f"  f{n}:\n    claim: About {n % 97 + 2}% of {group} with {disease} in {place} had {symptom}.\n    source: s\n"
        for n, (symptom, place, disease, group) in enumerate(combined)
    ]
    for start in range(0, count, 200):
        text = "facts:\n" + "".join(lines[start : start + 200])
        (folder / "facts" / f"{start:05}.yaml").write_text(text, encoding="utf-8")


def spent() -> float:
    """Seconds of the processor that child processes have taken so far."""
    used = os.times()
    return used.children_user + used.children_system


def best(command: list[str], folder: Path, cache: Path, runs: int) -> tuple[float, str]:
    """The shortest of some runs in seconds, and what the last one printed."""
    environment = {**os.environ, "MEDLINT_CACHE_DIR": str(cache)}
    times, output = [], ""
    for _ in range(runs):
        begin = spent()
        output = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, check=False
        ).stdout
        times.append(spent() - begin)
    return min(times), output


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--facts", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    chosen = parser.parse_args()
    check = [sys.executable, "-m", "linter.cli", "check", "draft.md"]
    took = {}
    with tempfile.TemporaryDirectory() as made:
        for count in (100, chosen.facts):
            folder, cache = Path(made, str(count)), Path(made, "cache")
            write(folder, count)
            cold, _ = best(check, folder, cache, 1)
            took[count], _ = best(check, folder, cache, chosen.runs)
            loads = [
                float(best([sys.executable, "-c", LOAD, "facts.yaml"], folder, cache, 1)[1])
                for _ in range(chosen.runs)
            ]
            print(
                f"{count:6,} facts: check {took[count]:.2f} s (cold {cold:.1f} s), loading {min(loads):.2f} s"
            )
    print(f"{took[chosen.facts] / took[100]:.2f} times as long")
    return 0


if __name__ == "__main__":
    sys.exit(main())
