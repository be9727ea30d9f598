"""Facts made of real sentences, and drafts that keep, reword or break them.

    python benchmarks/mutations.py FOLDER [--all] [--show] [--seed N] [--kind KIND]

FOLDER holds pages as .txt, a title on the first line. Each sentence that states a figure (or a
plain rule: no cure, not contagious, more common in) becomes a fact. Facts of several pages, 25 at a
time, are checked against drafts: the sentence untouched, reworded, broken. Deterministic for a
seed. --show prints what went wrong; --all takes every sentence, not a sample.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random

import yaml
from mutations_facts import CLOSE, OPEN, Case, cases, several
from mutations_frames import framed
from mutations_right import right
from mutations_wrong import FAMILY, anywhere, figure, others, wrong

from linter.checks import CHECKS
from linter.checks.view import Settings
from linter.engine import Engine
from linter.facts.load import load
from linter.readers import read
from linter.rulebook.rules import load_rules

GROUP = 25
SAMPLE = 250
QUIET = "untouched"


@dataclass(frozen=True)
class Result:
    """One draft and what came of it."""

    demand: str
    """"silence" or "finding"."""
    kind: str
    case: Case
    draft: str
    ok: bool
    note: str = ""
    agrees: bool = False
    own: bool = False
    """The finding names the fact itself."""


def facts_yaml(group: dict[str, Case], was: dict[str, str]) -> str:
    """A facts file as a desk writes it: claim and source, a value only where the claim has several."""
    facts: dict[str, dict[str, object]] = {}
    for name, case in group.items():
        fact: dict[str, object] = {"claim": case.claim, "source": "page"}
        if case.kind != "statement" and case.claim.count(case.value) == 1 and several(case.claim):
            fact["value"] = case.value
        if case.as_of:
            fact["as_of"] = int(case.as_of)
        if case.period:
            fact["period"] = case.period
        if name in was:
            fact["superseded"] = [{"value": was[name]}]
        facts[name] = fact
    whole = {"version": 1, "sources": {"page": {"title": "A page"}}, "facts": facts}
    return yaml.safe_dump(whole, allow_unicode=True, sort_keys=False, width=1000)


def inner(text: str) -> str:
    return text[text.index(OPEN) + 1 : text.index(CLOSE)]


def check_group(task: tuple[int, list[Case], int]) -> list[Result]:
    """All drafts of one group of facts."""
    number, members, seed = task
    names = [f"fact-{number}-{k}" for k in range(len(members))]
    rng = Random(f"{seed}-{number}")
    changed = [figure(c, rng) if c.kind != "statement" else None for c in members]
    old = {
        n: f"{'between' if ' and ' in inner(t) else c.bound_words} {inner(t)}".strip()
        for n, c, t in zip(names, members, changed, strict=True)
        if t
    }
    group = dict(zip(names, members, strict=True))
    frames = {names[k]: made for k, made in framed(members, changed)}
    plain = _engine(group, {})
    before = _engine(group, old)
    around = _engine({**group, **{n: f.case for n, f in frames.items()}}, {})
    results: list[Result] = []
    for name, case, wrong_figure in zip(names, members, changed, strict=True):
        results.append(_silent(plain, name, case, QUIET, case.sentence))
        results += [_silent(plain, name, case, kind, text) for kind, text in right(case, rng)]
        for kind, text in wrong(case, rng):
            results.append(_found(plain, name, case, kind, text))
        if wrong_figure:
            results.append(_found(before, name, case, "superseded", wrong_figure))
        results += [_silent(plain, name, case, kind, text) for kind, text in others(case, rng)]
        if name in frames:
            made = frames[name]
            for demand, kind, text in made.drafts:
                judge = _silent if demand == "silence" else _found
                results.append(judge(around, name, made.case, kind, text))
    return results


def _engine(group: dict[str, Case], was: dict[str, str]) -> Engine:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "facts.yaml"
        path.write_text(facts_yaml(group, was), encoding="utf-8")
        return Engine(load(str(path)), load_rules(), Settings(date(2026, 6, 1)))


def _check(engine: Engine, case: Case, marked: str):  # type: ignore[no-untyped-def]
    """Findings of the conflict group and stale years, bindings, and the span of the figure."""
    title = case.title[0].upper() + case.title[1:]
    head = f"# {title}\n\n" + (f"## {case.heading}\n\n" if case.heading else "")
    draft = head + marked.replace(OPEN, "").replace(CLOSE, "") + "\n"
    start = len(head) + marked.index(OPEN) if OPEN in marked else len(head)
    end = start + len(inner(marked)) if OPEN in marked else len(draft)
    view = engine.view(read("draft.md", draft.encode()))
    findings = [
        f
        for rule in engine.rules.values()
        if (rule.group == "conflict" or rule.name == "stale-year") and (check := CHECKS.get(rule.check))
        for f in check(view, rule)
    ]
    return findings, view, start, end


def _silent(engine: Engine, name: str, case: Case, kind: str, marked: str) -> Result:
    findings, view, start, end = _check(engine, case, marked)
    agrees = False
    for b in view.bindings:
        low, high = view.document.blocks[b.context.block].span(b.figure.start, b.figure.end)
        agrees = agrees or (low < end and start < high and b.verdict == "agrees" and b.key.fact.id == name)
    note = "; ".join(
        f"{f.rule} «{f.found}» for {f.expected} of “{f.fact.claim if f.fact else ''}” ({', '.join(f.why)})"
        for f in findings
    )
    return Result("silence", kind, case, marked, not findings, note, agrees or case.kind == "statement")


def _found(engine: Engine, name: str, case: Case, kind: str, marked: str) -> Result:
    findings, view, start, end = _check(engine, case, marked)
    here = [f for f in findings if anywhere(kind) or (f.start < end and start < f.end)]
    good = [f for f in here if f.rule in FAMILY[kind]]
    note = "; ".join(f"{f.rule} «{f.found}» for {f.expected}" for f in findings)
    if not note:
        rows = engine.figures(view.document, verbose=True)
        note = "; ".join(["nothing", *(r.rejected for r in rows if r.start < end and start < r.end)])
    return Result(
        "finding", kind, case, marked, bool(good), note, own=any(f.fact and f.fact.id == name for f in good)
    )


def run(folder: Path, everything: bool, seed: int) -> Iterator[Result]:
    chosen = list(cases(folder))
    Random(seed).shuffle(chosen)
    if not everything:
        chosen = chosen[:SAMPLE]
    groups = [(k, chosen[k : k + GROUP], seed) for k in range(0, len(chosen), GROUP)]
    with ProcessPoolExecutor() as pool:
        for found in pool.map(check_group, groups):
            yield from found


def report(results: list[Result]) -> None:
    tally: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for r in results:
        form = "statement" if r.case.kind == "statement" else "figure"
        for kind in (
            f"{r.kind} ({form})"
            if r.kind in (QUIET, "synonyms", "reported", "turned round", "fronted")
            else r.kind,
            "ALL" if r.kind != QUIET else "",
        ):
            if kind:
                tally[r.demand, kind].update(n=1, ok=r.ok, agrees=r.agrees, own=r.own)
    for demand, right_word in (("finding", "names the fact"), ("silence", "bound, agrees")):
        print(f"{demand + ' demanded':40} {'drafts':>6} {'right':>6} {'share':>7}   {right_word}")
        for (d, kind), c in sorted(tally.items()):
            if d == demand:
                more = c["own"] if demand == "finding" else c["agrees"]
                print(f"  {kind:38} {c['n']:6} {c['ok']:6} {c['ok'] / c['n']:7.3f}   {more / c['n']:.3f}")


def options_of(about: str | None) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    return parser


def main() -> None:
    parser = options_of(__doc__)
    parser.add_argument("--kind", default="")
    options = parser.parse_args()
    results = [replace(r) for r in run(options.folder, options.all, options.seed)]
    if options.show:
        for r in results:
            bad = not r.ok or (r.kind == QUIET and not r.agrees)
            if bad and options.kind in ("", r.kind):
                word = "MISSED" if r.demand == "finding" else "LOUD" if not r.ok else "UNBOUND"
                print(f"{word} {r.kind} [{r.case.kind}] {r.case.title} | {r.case.heading}")
                print(
                    f"  claim: {r.case.claim}\n  draft: {r.draft.replace(OPEN, '⟦').replace(CLOSE, '⟧')}\n  {r.note}\n"
                )
    print(f"{sum(r.kind == QUIET for r in results)} facts, {len(results)} drafts")
    report(results)


if __name__ == "__main__":
    main()
