"""Pages broken in ways that --fix mends: does the original come back wherever it acts?

    python benchmarks/fixes.py FOLDER [--all] [--show] [--seed N]

FOLDER holds pages as .txt. Sentences with a figure become facts, 25 to a file. Each is checked alone with
its figure or its unit changed, as ``benchmarks/mutations.py`` changes them, and every page as a whole with
doses misspelled: a trailing zero, a naked point, an abbreviation, a letter among digits.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path
from random import Random

from mutations import GROUP, SAMPLE, _engine, options_of
from mutations_facts import CLOSE, OPEN, Case, cases
from mutations_wrong import figure, unit

from linter.checks.view import Settings
from linter.engine import Engine
from linter.fixes.apply import apply_once
from linter.readers import read
from linter.rulebook.rules import load_rules

SPELLINGS = (
    ("trailing zero", r"(?<![\d.,/])\b(\d{1,3})( mg\b(?!/))", r"\1.0\2"),
    ("naked point", r"(?<![\d.,])0(\.\d+ (?:mg|mcg|mL)\b)", r"\1"),
    ("mcg", r"(\d )mcg\b", r"\1µg"),
    ("mL", r"(\d )mL\b", r"\1cc"),
    ("units", r"(\d) units\b", r"\1 U"),
    ("once daily", r"( mg )once daily\b", r"\1QD"),
    ("letter O", r"(?<![\d.,])(\d)0( mg\b(?!/))", r"\1O\2"),
    ("percent sign twice", r"(\d)%( of\b)", r"\1%%\2"),
)


def page(case: Case, marked: str) -> str:
    title = case.title[0].upper() + case.title[1:]
    head = f"# {title}\n\n" + (f"## {case.heading}\n\n" if case.heading else "")
    return head + marked.replace(OPEN, "").replace(CLOSE, "") + "\n"


def outcome(engine: Engine, right: str, wrong: str) -> tuple[str, str]:
    """What --fix makes of a broken draft: restored, left, or changed into something else."""
    findings = engine.check(read("draft.md", wrong.encode())).findings
    mended = apply_once(wrong, findings).text
    return ("restored" if mended == right else "left" if mended == wrong else "OTHER"), mended


def of_group(task: tuple[int, list[Case], int]) -> list[tuple[str, str, str, str]]:
    number, members, seed = task
    rng = Random(f"{seed}-{number}")
    engine = _engine({f"fact-{number}-{k}": case for k, case in enumerate(members)}, {})
    made = []
    for case in members:
        if case.kind == "statement":
            continue
        right = page(case, case.sentence)
        made.append(("untouched", *outcome(engine, right, right), right))
        for kind, change in (("figure", figure), ("unit", unit)):
            if (text := change(case, rng)) is not None:
                wrong = page(case, text)
                made.append((kind, *outcome(engine, right, wrong), wrong))
    return made


def of_page(path: Path) -> list[tuple[str, str, str, str]]:
    engine = Engine(None, load_rules(), Settings(date(2026, 6, 1)))
    right = path.read_text(encoding="utf-8")
    made = []
    for kind, pattern, new in SPELLINGS:
        for match in list(re.finditer(pattern, right))[:3]:
            start, end = max(0, right.rfind("\n", 0, match.start()) + 1), right.find("\n", match.end())
            line = right[start:end]
            at = match.start() - start, match.end() - start
            wrong = line[: at[0]] + match.expand(new) + line[at[1] :]
            made.append((kind, *outcome(engine, line, wrong), wrong))
    made.append(("untouched pages", *outcome(engine, right, right), right[:80]))
    return made


def run(folder: Path, everything: bool, seed: int) -> Iterator[tuple[str, str, str, str]]:
    chosen = list(cases(folder))
    pages = sorted(folder.glob("*.txt"))
    Random(seed).shuffle(chosen)
    Random(seed).shuffle(pages)
    if not everything:
        chosen, pages = chosen[:SAMPLE], pages[:SAMPLE]
    groups = [(k, chosen[k : k + GROUP], seed) for k in range(0, len(chosen), GROUP)]
    with ProcessPoolExecutor() as pool:
        for made in (*pool.map(of_group, groups), *pool.map(of_page, pages, chunksize=8)):
            yield from made


def main() -> None:
    options = options_of(__doc__).parse_args()
    tally: Counter[tuple[str, str]] = Counter()
    for kind, came, mended, draft in run(options.folder, options.all, options.seed):
        tally[kind, came] += 1
        if options.show and came == "OTHER":
            print(f"{kind}\n  draft:  {draft!r}\n  mended: {mended!r}\n")
    print(f"{'broken':22} {'drafts':>7} {'restored':>9} {'left':>6} {'other':>6}")
    for kind in dict.fromkeys(kind for kind, _ in tally):
        came = [tally[kind, each] for each in ("restored", "left", "OTHER")]
        print(f"{kind:22} {sum(came):7} {came[0]:9} {came[1]:6} {came[2]:6}")


if __name__ == "__main__":
    main()
