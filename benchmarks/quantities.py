"""How well figures are read: medlint beside quantulum3 and Recognizers-Text, in one run.

    python benchmarks/quantities.py QUANTITIES.jsonl [--articles FOLDER] [--peers] [--errors SOURCE]

Each line of the file is an object with ``source``, ``fold``, ``text``, ``exhaustive`` and
``quantities``. What is compared, and how, is set out in benchmarks/README.md. Peers that are not
installed are left out, and the report says so.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from quantities_readers import Found, Reader, equal, gold_items, readers
from quantities_speed import report_speed

# Sources whose annotators wrote down every number of these kinds and nothing else. A figure of
# another kind that touches no annotation says nothing about precision there.
KINDS = {
    "recognizers-number": {"number"},
    "recognizers-percent": {"percent"},
    "recognizers-range": {"range"},
    "recognizers-dimension": {"dimension"},
    "recognizers-age": {"age"},
    "recognizers-temperature": {"temperature"},
    "recognizers-currency": {"currency"},
    "recognizers-datetime": {"duration", "date"},
}


@dataclass
class Score:
    """Counts of right, wrong and missed."""

    hit: int = 0
    found: int = 0
    wanted: int = 0

    def f1(self) -> float:
        precision = self.hit / self.found if self.found else 1.0
        recall = self.hit / self.wanted if self.wanted else 1.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass
class Scores:
    """The measures of one source."""

    value: Score
    strict: Score
    exact: Score
    overlap: Score


def pair(
    gold: list[Found], found: list[Found], fits: Callable[[Found, Found], bool]
) -> tuple[set[int], set[int]]:
    """One-to-one matches, each annotation with the first free figure that fits."""
    used: set[int] = set()
    met: set[int] = set()
    for g, wanted in enumerate(gold):
        for f, item in enumerate(found):
            if f not in used and fits(wanted, item):
                used.add(f)
                met.add(g)
                break
    return met, used


def touches(a: Found, b: Found) -> bool:
    return a.start < b.end and b.start < a.end


def measure(row: dict[str, Any], found: list[Found], scores: Scores) -> tuple[list[Found], list[Found]]:
    """Add one text to ``scores``; the annotations missed and the figures that are wrong."""
    source = row["source"]
    gold = gold_items(row)
    valued = [g for g in gold if g.values]
    judged = [f for f in found if f.values and (f.kind != "date" or "date" in KINDS.get(source, ()))]
    met, used = pair(valued, judged, lambda g, f: touches(g, f) and equal(g, f))
    silent = [g for g in gold if not g.values]
    wrong = [f for k, f in enumerate(judged) if k not in used and not any(touches(f, g) for g in silent)]
    kinds = KINDS.get(source)
    counted = [f for f in wrong if kinds is None or f.kind in kinds or any(touches(f, g) for g in valued)]
    for score, bad in ((scores.value, counted), (scores.strict, wrong)):
        score.hit += len(met)
        score.wanted += len(valued)
        score.found += len(met) + len(bad)
    spans = [f for f in found if kinds is None or f.kind in kinds or any(touches(f, g) for g in gold)]
    for score, fits in (
        (scores.exact, lambda g, f: (g.start, g.end) == (f.start, f.end)),
        (scores.overlap, touches),
    ):
        hits, _ = pair(gold, spans, fits)
        score.hit += len(hits)
        score.wanted += len(gold)
        score.found += len(spans)
    return [g for k, g in enumerate(valued) if k not in met], counted


def score_all(rows: list[dict[str, Any]], read: Reader, errors: str) -> dict[str, Scores]:
    """The scores of one reader, by source; the errors of the source named by ``errors`` are printed."""
    table: dict[str, Scores] = defaultdict(lambda: Scores(Score(), Score(), Score(), Score()))
    for row in rows:
        missed, wrong = measure(row, read(row), table[part(row)])
        if errors == part(row) and (missed or wrong):
            print(repr(row["text"]) if len(row["text"]) < 300 else row["id"])
            for sign, items in (("  missed", missed), ("  wrong ", wrong)):
                for item in items:
                    print(sign, repr(row["text"][item.start : item.end]), item.kind, *item.values, item.unit)
    return table


def part(row: dict[str, Any]) -> str:
    """The part of the data a row belongs to: its source, and for papers their field."""
    return f"grobid-{row['domain']}" if row["source"] == "grobid-quantities" else str(row["source"])


def report(tables: dict[str, dict[str, Scores]], parts: Iterable[str], title: str) -> None:
    """Print one Markdown table: a line for each part and reader."""
    print(
        f"\n### {title}\n\n| part | reader | value F1 | every figure counts | exact span F1 | overlapping span F1 |"
    )
    print("|---|---|---|---|---|---|")
    for name in parts:
        for reader, table in tables.items():
            if name in table:
                s = table[name]
                numbers = " | ".join(f"{x.f1():.3f}" for x in (s.value, s.strict, s.exact, s.overlap))
                print(f"| {name} | {reader} | {numbers} |")


def disputed(path: Path | None) -> set[str]:
    """The ids listed in the file of disputed annotations: the first cell of each row of its table."""
    if path is None or not path.exists():
        return set()
    cells = (
        line.split("|")[1].strip(" `") for line in path.read_text("utf-8").splitlines() if line.count("|") > 2
    )
    return {cell for cell in cells if "-" in cell and " " not in cell and not cell.startswith("---")}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("data", type=Path, help="quantities as JSON lines")
    parser.add_argument("--fold", choices=("dev", "test"), help="only the rows of one fold")
    parser.add_argument(
        "--peers", action="store_true", help="also run the peers that are installed (minutes)"
    )
    parser.add_argument("--articles", type=Path, help="a folder of texts for the measure of speed")
    parser.add_argument("--errors", default="", metavar="PART", help="print medlint's errors on one part")
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.data.read_text("utf-8").splitlines()]
    rows = [r for r in rows if args.fold in (None, r["fold"])]
    known = disputed(Path(__file__).with_name("quantities-disputed.md"))
    tools = readers(args.peers)
    tables = {
        name: score_all(rows, read, args.errors if name.startswith("medlint") else "")
        for name, read in tools.items()
    }
    parts = sorted({part(r) for r in rows})
    report(tables, parts, f"All {len(rows)} texts")
    accepted = [r for r in rows if r["id"] not in known]
    if len(accepted) < len(rows):
        tables = {name: score_all(accepted, read, "") for name, read in tools.items()}
        report(tables, parts, f"Without the {len(rows) - len(accepted)} texts whose annotation is disputed")
    if args.articles:
        report_speed(args.articles, args.peers)


if __name__ == "__main__":
    main()
