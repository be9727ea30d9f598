"""Claims of all usual kinds, each told rightly, wrongly, of something else, and beside another claim.

    python benchmarks/wordings.py [--show] [FILE…]

A file holds blocks between blank lines: a claim (``@ VALUE`` behind it where it has several figures), then
copy, a line each, with what it is: agrees, conflict, drift (the claim's figure given to something else) or
none (another claim, with its own figure). '\\n' in a line is a line break.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from linter.claims.bind import Binder
from linter.claims.statements import statements
from linter.model import Fact, FactsFile
from linter.readers import read

FILES = Path(__file__).with_suffix("")


def blocks(path: Path) -> Iterator[tuple[Fact, list[tuple[str, str]]]]:
    """Each claim of a file as a fact, with its copy by label."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        head, *lines = block.split("\n")
        claim, _, value = head.partition(" @ ")
        copy = [line.partition(" ")[::2] for line in lines]
        yield (
            Fact("f", claim, None, value=value or None),
            [(kind, t.replace("\\n", "\n")) for kind, t in copy],
        )


def said(binder: Binder, text: str) -> str:
    """What medlint makes of copy: conflict, drift, agrees or none, the first of these that holds."""
    bindings, reader = binder.bind(read("draft.md", f"{text}\n".encode()))
    verdicts = {b.verdict for b in bindings} | {s.verdict for s in statements(reader, binder)}
    if verdicts - {"agrees", "scope"}:
        return "conflict"
    return "drift" if "scope" in verdicts else "agrees" if verdicts else "none"


def told(path: Path) -> list[tuple[str, str, str, str]]:
    """Label, verdict, claim and copy of each line of a file."""
    found = []
    for fact, copy in blocks(path):
        binder = Binder(FactsFile("facts.yaml", {"f": fact}))
        found += [(kind, said(binder, text), fact.claim, text) for kind, text in copy]
    return found


def main() -> None:
    """Print what was made of each kind of line, and with ``--show`` every line that went wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path, default=sorted(FILES.glob("*.txt")))
    parser.add_argument("--show", action="store_true", help="print each line that went wrong")
    options = parser.parse_args()
    with ProcessPoolExecutor(2) as pool:
        lines = [line for lines in pool.map(told, options.files) for line in lines]
    count = Counter((kind, verdict) for kind, verdict, *_ in lines)
    verdicts = ("agrees", "conflict", "drift", "none")
    print(f"{'':10}" + "".join(f"{v:>10}" for v in verdicts))
    for kind in verdicts:
        print(f"{kind:10}" + "".join(f"{count[kind, v]:10}" for v in verdicts))
    if options.show:
        for kind, verdict, claim, text in lines:
            if kind != verdict:
                print(f"\n{kind}, read as {verdict}: {claim}\n  {' '.join(text.split())}")


if __name__ == "__main__":
    main()
