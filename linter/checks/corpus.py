"""Figures of one claim that disagree, inside a draft and across drafts, with no facts to judge by.

Nothing is compared pairwise: claims meet by any two things that both name, and each meets the few
different ones seen so far.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from linter.checks.corpus_claims import Claim, claims
from linter.checks.corpus_compare import are_one_claim, are_rivals, dated_apart
from linter.checks.corpus_figures import are_neighbouring, equal
from linter.checks.corpus_sizes import Size, slips
from linter.checks.numbers_scan import report, sentence_around
from linter.checks.persons import is_of_one, is_record
from linter.checks.placed import contradiction, shortened
from linter.checks.retold import Told
from linter.checks.retold_apart import are_turns_apart
from linter.checks.retold_evidence import is_sure, weighed
from linter.checks.retold_person import ages_of_one
from linter.checks.retold_read import tellings
from linter.checks.view import View, fold_space
from linter.claims.rarity import rarity
from linter.language.lexicon import builtin
from linter.results import Finding, Related
from linter.rulebook.rules import Rule

_REPRESENTATIVES = 12
"""How many different claims are kept that name the same two things."""
_KEYS = 8
"""How many of the rarest things that a claim names it can be met by."""
_SERIES = 3
"""So many different figures of what seems one claim are a series: a row that is missing tells them apart."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two figures of one claim; ``here`` is the later."""

    here: Claim
    there: Claim
    measure: bool = False
    """True where the figures are equal and what they measure is not."""


def within_document_conflict(view: View, rule: Rule) -> Iterator[Finding]:
    """The same claim with two figures in one draft."""
    told: set[int] = set()
    sizes = list(slips(view))
    sized = [{size.block, earlier.block} for size, earlier in sizes]
    by_place = {t.at: t for t in tellings(view)}
    for conflict in _kept(conflicts(claims(view), across=False), tellings(view)):
        told |= {conflict.here.place[0], conflict.there.place[0]}
        yield finding(conflict, rule, sure=_stands(conflict, by_place))
    whole = " ".join(b.text for b in view.document.blocks)
    aged = ((*pair, True) for pair in ages_of_one(tellings(view), whole))
    for here, there, sure in (*aged, *weighed(tellings(view), across=False)):
        places = {here.place[0], there.place[0]}
        if not places & told and {here.block, there.block} not in sized:
            told |= places
            yield contradiction(here, there, rule, sure=sure)
    for size, earlier in sizes:
        yield _size(view, rule, size, earlier)


def _size(view: View, rule: Rule, size: Size, earlier: Size) -> Finding:
    text = view.text(earlier.block)
    low, high = sentence_around(view, earlier.block, earlier.start, earlier.end)
    start, end = view.block(earlier.block).span(earlier.start, earlier.end)
    line, column = view.document.place(start)
    said = fold_space(text[earlier.start : earlier.end])
    told = report(
        view, rule, size.block, size.start, size.end, expected=said, source=view.document.called(line),
        other=shortened(fold_space(text[low:high])),
    )  # fmt: skip
    related = Related(
        view.document.path, line, column, *view.document.place(end), said, view.document.spot(line)
    )
    return replace(told, related=(related,))


def told_to_others(view: View) -> list[Claim | Told]:
    """What a draft claims that another may claim too: nothing of one person's record, or of somebody in a story."""
    if is_record(view):
        return []
    told: list[Claim | Told] = [*claims(view), *tellings(view)]
    return [c for c in told if not is_of_one(c.sentence)]


def cross_document_conflict(drafts: Iterable[Sequence[Claim | Told]], rule: Rule) -> list[Finding]:
    """Findings for what all drafts claim, each draft's as the engine gives it, drafts in order of path."""
    all_told = [c for draft in drafts for c in draft]
    found = _kept(
        conflicts([c for c in all_told if isinstance(c, Claim)], across=True),
        [t for t in all_told if isinstance(t, Told)],
    )
    known = {c.at for conflict in found for c in (conflict.here, conflict.there)}
    tellings = [t for t in all_told if isinstance(t, Told)]
    by_place = {t.at: t for t in tellings}
    likely = [pair for pair in weighed(tellings, across=True) if not {t.at for t in pair[:2]} & known]
    return [
        *(finding(c, rule, sure=_stands(c, by_place)) for c in found),
        *(contradiction(here, there, rule, sure=sure) for here, there, sure in likely),
    ]


def _kept(found: Iterable[Conflict], told: Iterable[Told]) -> list[Conflict]:
    """Conflicts without those of two weeks, versions or pages of a series."""
    by_place = {t.at: t for t in told}
    return [
        c
        for c in found
        if not _are_apart(by_place.get(c.here.at), by_place.get(c.there.at))
        and not are_neighbouring(c.here.figure, c.there.figure)
    ]


def _are_apart(one: Told | None, other: Told | None) -> bool:
    return one is not None and other is not None and are_turns_apart(one, other)


def conflicts(told: Iterable[Claim], *, across: bool) -> list[Conflict]:
    """Disagreements, in the order of the later place, each told once. ``across`` wants two drafts, else one."""
    found = list(_disagreements(told, across=across))
    series = _series(found)
    seen: set[tuple[object, ...]] = set()
    kept: list[Conflict] = []
    for conflict in found:
        here, there = conflict.here, conflict.there
        marks = {(here.path, here.place[0]), (here.path, there.path, here.figure.bounds, there.figure.bounds)}
        if marks & seen or (not across and {here.at, there.at} & series):
            continue
        seen |= marks
        kept.append(conflict)
    return kept


def _series(found: Iterable[Conflict]) -> set[tuple[str, int]]:
    """The places of claims that contradict each other three ways or more."""
    groups: dict[tuple[str, int], set[tuple[str, int]]] = {}
    figures: dict[tuple[str, int], object] = {}
    for conflict in found:
        here, there = conflict.here.at, conflict.there.at
        figures[here], figures[there] = conflict.here.figure.bounds, conflict.there.figure.bounds
        joined = groups.get(here, {here}) | groups.get(there, {there})
        groups.update(dict.fromkeys(joined, joined))
    return {at for at, group in groups.items() if len({figures[g] for g in group}) >= _SERIES}


def _disagreements(told: Iterable[Claim], *, across: bool) -> Iterator[Conflict]:
    """Every claim with each earlier one that it contradicts."""
    groups: dict[tuple[object, ...], dict[tuple[object, ...], Claim]] = {}
    for claim in told:
        met: dict[tuple[str, int], Claim] = {}
        said = (claim.path, claim.section, claim.sentence, claim.found)
        for key in _keys(claim, across):
            group = groups.setdefault(key, {})
            met.update((o.at, o) for o in group.values() if across or o.block != claim.block)
            if len(group) < _REPRESENTATIVES:
                group.setdefault(said, claim)
        for _, other in sorted(met.items()):
            if are_rivals(claim, other, builtin(), across=across):
                yield Conflict(claim, other)
            elif across and _is_told_as_relative(claim, other):
                yield Conflict(claim, other, measure=True)


def _keys(claim: Claim, across: bool) -> Iterator[tuple[object, ...]]:
    """By what claims find each other: any two of the rarest things that both name, or, in one draft, their wording."""
    place = () if across else (claim.path,)
    rarest = sorted(claim.said | claim.inner, key=lambda r: (-rarity(r), r))[:_KEYS]
    dimension = "count" if claim.figure.dimension == "number" else claim.figure.dimension
    for pair in combinations(sorted(rarest), 2):
        yield (*place, dimension, *pair)
    if not across:
        yield (*place, dimension, claim.wording)


def _is_told_as_relative(claim: Claim, other: Claim) -> bool:
    """True for one survival rate told as relative in one draft and as people alive in another that knows no 'relative'."""
    relative, plain = (claim, other) if claim.slots.survival == "relative" else (other, claim)
    if claim.path == other.path or relative.slots.survival != "relative" or plain.slots.survival:
        return False
    if not plain.plain or not equal(claim.figure, other.figure) or dated_apart(claim, other):
        return False
    return are_one_claim(claim, other, builtin(), across=True)


def _stands(conflict: Conflict, told: Mapping[tuple[str, int], Told]) -> bool:
    """True where the words of both figures bear out that they are of one quantity, or cannot be weighed."""
    here, there = told.get(conflict.here.at), told.get(conflict.there.at)
    if here is None or there is None or conflict.measure:
        return True
    # What brackets tell again is weighed by its claim alone: the words around it are told of the number before.
    again = conflict.here.again != conflict.there.again
    return again or _say_the_same(conflict.here, conflict.there) or is_sure(here, there)


_SENTENCE = 6
"""So many words, in two drafts the same, with a disease and where it is counted, are told of one quantity."""


def _say_the_same(one: Claim, other: Claim) -> bool:
    """True for 'Worldwide, about 71 million people live with hepatitis C' and the same with 50 million."""
    named = [{i.kind for i in c.own} for c in (one, other)]
    if not all({"place", "condition"} <= kinds for kinds in named):
        return False
    return one.path != other.path and one.wording == other.wording and len(one.wording) >= _SENTENCE


def finding(conflict: Conflict, rule: Rule, *, sure: bool = True) -> Finding:
    """What to tell: at the later place, with the earlier one in words."""
    here, there = conflict.here, conflict.there
    variant, year = _variant(conflict)
    why = [i.text for i in here.own if i.readings & there.said]
    return contradiction(here, there, rule, variant=variant, year=year, why=why, sure=sure)


def _variant(conflict: Conflict) -> tuple[str, str]:
    """What tells the two apart, if anything: the measure, a date."""
    here, there = conflict.here, conflict.there
    if conflict.measure:
        return ("relative", "") if there.slots.survival == "relative" else ("plain", "")
    mine, theirs = here.sources or here.years, there.sources or there.years
    if mine and theirs and max(mine) != max(theirs):
        return ("older", str(max(mine))) if max(mine) < max(theirs) else ("newer", str(max(theirs)))
    return "", ""
