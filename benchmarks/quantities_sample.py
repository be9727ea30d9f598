"""Print sentences at random with what was read in each, for a reader to judge by eye.

python benchmarks/quantities_sample.py FOLDER [--size 200] [--seed 11]
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from quantities_speed import sentences

from linter.language.figure import CLAIM, show
from linter.language.quantities import read_figures

_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred"
    r"|thousand|million|half|third|quarter|twice|double)\b",
    re.IGNORECASE,
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, help="a folder of texts")
    parser.add_argument("--size", type=int, default=200)
    parser.add_argument("--seed", type=int, default=11)
    args = parser.parse_args()
    numbered = [s for s in sentences(args.folder) if _NUMBER.search(s)]
    chosen = random.Random(args.seed).sample(numbered, min(args.size, len(numbered)))
    for place, sentence in enumerate(chosen, 1):
        print(f"{place}. {sentence}")
        for figure in read_figures(sentence):
            value = show(figure.value) if figure.low is None else f"{show(figure.low)} to {show(figure.high)}"
            role = "" if figure.role == CLAIM else f"({figure.role})"
            qualifier = "" if figure.qualifier == "exact" else figure.qualifier
            words = [figure.kind, qualifier, value, figure.unit, role]
            print(f"     {sentence[figure.start : figure.end]!r}:", *(w for w in words if w))


if __name__ == "__main__":
    main()
