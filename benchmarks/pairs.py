"""Pairs of sentences from inference sets: the premise as a claim, the hypothesis as a draft.

    python benchmarks/pairs.py PAIRS.jsonl [--show]

A line holds premise, hypothesis, label (entail, contradict, neutral) and source. Each figure of the
premise is a fact with the premise as its claim; a premise without figures is one statement. A
contradiction should be reported by a rule of the conflict group, the others should not. Reported
neutral pairs that give a point figure for a claim with a bound ('15 hours' for 'less than 65 hours')
are counted apart: neutral to logic, to an editor another figure than the source's.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

import yaml
from pages import conflicts

from linter.checks.view import Settings
from linter.engine import Engine
from linter.facts.load import load
from linter.language.quantities import read_figures
from linter.readers import read
from linter.results import Finding
from linter.rulebook.rules import load_rules


def plain(text: str) -> str:
    """The sentence as people write it; some sets are cut into tokens."""
    text = re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", text)
    text = re.sub(r" ([,.;:?!%)])", r"\1", text.strip())
    text = re.sub(r"([$(]) ", r"\1", text)
    text = re.sub(r" ' (s|t|re|ve|ll|d|m)\b", r"'\1", text)
    text = re.sub(r"(?<=\w) - (?=\w)", "-", text)
    return text if text[-1:] in ".?!" else text + "."


def facts_of(premise: str) -> dict[str, dict[str, str]]:
    figures = [f for f in read_figures(premise) if f.is_claim]
    values = list(dict.fromkeys(premise[f.start : f.end] for f in figures))
    if len(values) < 2:
        return {"premise": {"claim": premise, "source": "pair"}}
    return {f"premise-{n}": {"claim": premise, "value": v, "source": "pair"} for n, v in enumerate(values)}


def check(premise: str, hypothesis: str) -> list[Finding]:
    """What is reported of the hypothesis, given the premise."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "facts.yaml"
        facts = {"version": 1, "sources": {"pair": {"title": "A pair"}}, "facts": facts_of(premise)}
        path.write_text(yaml.safe_dump(facts, allow_unicode=True, width=10000), encoding="utf-8")
        engine = Engine(load(str(path)), load_rules(), Settings(date(2026, 6, 1)))
    return conflicts(engine, read("draft.md", (hypothesis + "\n").encode()))


def narrowed(found: list[Finding]) -> bool:
    """True where all that is reported is a figure in place of a bound."""
    bound = re.compile(r"(?:less|more|fewer) than\b")
    return bool(found) and all(bound.match(f.expected) and not bound.match(f.found) for f in found)


def main(path: str, *options: str) -> None:
    tally: dict[tuple[str, str], Counter[str]] = {}
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        premise, hypothesis = plain(pair["premise"]), plain(pair["hypothesis"])
        found = check(premise, hypothesis)
        source, label = pair["source"], pair["label"]
        for name in (source, "all"):
            tally.setdefault((name, label), Counter()).update(
                n=1, reported=bool(found), narrowed=narrowed(found)
            )
        if "--show" in options and bool(found) != (label == "contradict"):
            print(f"{'LOUD' if found else 'MISSED'} {pair['id']} ({label})\n  P {premise}\n  H {hypothesis}")
            print(
                "  "
                + ("; ".join(f"{f.rule} «{f.found}» for «{f.expected}»" for f in found) or "nothing")
                + "\n"
            )
    print(
        f"{'source':24} {'contradict':>10} {'detected':>9} {'entail':>7} {'false':>6} {'neutral':>8} {'false':>6} {'point for bound':>16}"
    )
    for name in sorted({n for n, _ in tally}, key=lambda n: (n == "all", n)):
        c, e, n = (tally.get((name, label), Counter()) for label in ("contradict", "entail", "neutral"))
        print(
            f"{name:24} {c['n']:10} {c['reported']:9} {e['n']:7} {e['reported']:6} {n['n']:8} {n['reported'] - n['narrowed']:6} {n['narrowed']:16}"
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
