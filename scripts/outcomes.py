"""Count what decisions on labelled drafts find, report wrongly and bind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from labelled_rows import Row

from linter.claims.decide import Weights, rule

Done = tuple[list[Row], Weights]
"""The rows of one draft under one facts file, ranked, and the weights that decide on them."""


def outcome(r: Row, weights: Weights) -> tuple[str, float] | None:
    """What the decision says of a row: conflict, scope or agrees, with its margin in log odds.

    A turned direction or rhythm counts as agreeing, as its label does: the figures are equal.
    """
    ruled = rule(r.features, r.agrees, weights)
    if ruled is None:
        return None
    ruling, margin = ruled
    return ("agrees" if ruling in ("direction", "frequency") else ruling), margin


def count(done: Iterable[Done]) -> Counter[str]:
    """Wanted, found, reported and right decisions. Facts with changed values are for training alone."""
    n: Counter[str] = Counter()
    for draft, weights in done:
        if draft and draft[0].mode in ("", "neighbour"):
            _count_statements(draft, weights, n)
            _count_figures([r for r in draft if not r.statement], weights, n)
    return n


def _count_statements(draft: list[Row], weights: Weights, n: Counter[str]) -> None:
    for r in draft:
        if r.statement:
            said = weights.odds("statement", r.features) > weights.thresholds["statement"]
            n["want statement"] += r.label == "same"
            n["ok statement"] += said and r.label == "same"
            n["false statement"] += said and r.label != "same"


def _count_figures(draft: list[Row], weights: Weights, n: Counter[str]) -> None:
    best: dict[object, tuple[str, float, Row]] = {}
    want: dict[object, dict[str, str]] = defaultdict(dict)
    neighbour = bool(draft) and draft[0].mode == "neighbour"
    for r in draft:
        said = outcome(r, weights)
        if said and (r.place not in best or said[1] > best[r.place][1]):
            best[r.place] = (*said, r)
        if not neighbour and r.label in ("same", "scope"):
            want[r.place][r.fact] = "scope" if r.label == "scope" else "agrees" if r.agrees else "conflict"
    for place, facts in want.items():
        wanted = next(k for k in ("conflict", "scope", "agrees") if k in facts.values())
        n[f"want {wanted}"] += 1
        got = best.get(place)
        right = got is not None and got[2].fact in facts and got[0] == facts[got[2].fact]
        n[f"ok {wanted}"] += right
        if got is not None and not right:
            n[f"{wanted} as {got[0]}"] += 1
    for place, (said_as, _, _) in best.items():
        if neighbour:
            n[f"neighbour {said_as}"] += 1
        elif said_as != "agrees":
            n["reported"] += 1
            n["right"] += any(v != "agrees" for v in want.get(place, {}).values())


def line(n: Counter[str]) -> str:
    """The counts in one line."""
    found, wanted = n["ok conflict"] + n["ok scope"], n["want conflict"] + n["want scope"]
    return (
        f"found {found / max(1, wanted):.3f} (conflicts {n['ok conflict']}/{n['want conflict']}, "
        f"scope {n['ok scope']}/{n['want scope']}), right {n['right'] / max(1, n['reported']):.3f}, "
        f"bound {n['ok agrees'] / max(1, n['want agrees']):.3f}; scope taken for agreeing {n['scope as agrees']}; "
        f"under a neighbour's facts {n['neighbour conflict']} conflicts, {n['neighbour scope']} of scope, "
        f"{n['neighbour agrees']} agree; statements {n['ok statement']}/{n['want statement']}, {n['false statement']} false"
    )


def report(done: Iterable[Done]) -> None:
    """Print the counts of each topic and of all."""
    by_topic: dict[str, list[Done]] = defaultdict(list)
    for draft, weights in done:
        if draft:
            by_topic[draft[0].topic].append((draft, weights))
    for topic in sorted(by_topic):
        print(f"{topic:22} {line(count(by_topic[topic]))}")
    print(f"{'all':22} {line(count(d for each in by_topic.values() for d in each))}")
