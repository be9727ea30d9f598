"""Figures of one claim that disagree, inside a draft and across drafts, with no facts to judge by.

Nothing is compared pairwise: claims are grouped by key, and within a key each new figure meets the
few different figures seen so far.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from linter.checks.corpus_alike import are_alike, are_parted
from linter.checks.corpus_keys import Claim, Key, claims
from linter.checks.corpus_sizes import Size, slips
from linter.checks.numbers_scan import report, sentence_around
from linter.checks.view import View, fold_space
from linter.claims.judge import compare
from linter.language.figure import Figure
from linter.language.lexicon import builtin
from linter.model import Finding
from linter.rules import Rule

_REPRESENTATIVES = 12
"""How many different figures of one key are kept: a key with more is no key."""
_NEIGHBOURS = 3
_BARE = 90
"""The length of a sentence that can say little beyond its subject and its figure."""
_EXTRA = 2
"""How many words either of two clauses may have that the other's surroundings lack."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two figures of one claim; ``here`` is the later."""

    here: Claim
    there: Claim
    measure: bool = False
    """True where the figures are equal and what they measure is not."""


def within_document_conflict(view: View, rule: Rule) -> Iterator[Finding]:
    """The same claim with two figures in one draft."""
    yield from _found(claims(view), rule, across=False)
    for size, earlier in slips(view):
        yield _size(view, rule, size, earlier)


def _size(view: View, rule: Rule, size: Size, earlier: Size) -> Finding:
    text = view.text(earlier.block)
    low, high = sentence_around(view, earlier.block, earlier.start, earlier.end)
    line, _ = view.document.place(view.block(earlier.block).span(earlier.start, earlier.end)[0])
    return report(
        view, rule, size.block, size.start, size.end, expected=fold_space(text[earlier.start : earlier.end]),
        source=view.document.called(line), other=_short(fold_space(text[low:high])),
    )  # fmt: skip


def cross_document_conflict(drafts: Iterable[Sequence[Claim]], rule: Rule) -> list[Finding]:
    """Findings for the claims of all drafts, each draft's as ``claims`` gives them, drafts in order of path."""
    return list(_found([claim for draft in drafts for claim in draft], rule, across=True))


def _found(told: Sequence[Claim], rule: Rule, *, across: bool) -> Iterator[Finding]:
    """What disagrees, by key first and then in other words; no place and no two figures of two drafts twice."""
    seen: set[tuple[object, ...]] = set()
    for conflict in conflicts(told, across=across):
        seen.update(_marks(conflict))
        yield finding(conflict, rule)
    for conflict in alike_conflicts(told, across=across):
        if not seen.intersection(_marks(conflict)):
            seen.update(_marks(conflict))
            yield finding(conflict, rule)


def _marks(conflict: Conflict) -> tuple[tuple[object, ...], ...]:
    here, there = conflict.here, conflict.there
    return (here.path, here.place[0]), (here.path, there.path, here.figure.bounds, there.figure.bounds)


def conflicts(found: Iterable[Claim], *, across: bool) -> Iterator[Conflict]:
    """Disagreements, in the order of the later place, each told once. ``across`` wants two drafts, else one."""
    groups: dict[Key, list[Claim]] = {}
    told: set[tuple[object, ...]] = set()
    for claim in found:
        if not claim.key:
            continue
        group = groups.setdefault(claim.key if across else (claim.path, *claim.key), [])
        for other in group:
            if across == (claim.path == other.path) or (
                (claim.block, claim.sentence) == (other.block, other.sentence) and not across
            ):
                continue
            if not across and claim.table is not None and claim.table == other.table:
                continue
            conflict = _conflict(claim, other, across)
            if conflict is None:
                continue
            once = (claim.path, other.path, claim.key, claim.figure.bounds, other.figure.bounds)
            if once not in told:
                told.add(once)
                yield conflict
            break
        if len(group) < _REPRESENTATIVES and all(
            o.path != claim.path or o.figure.bounds != claim.figure.bounds or o.words != claim.words
            for o in group
        ):
            group.append(claim)


def alike_conflicts(found: Iterable[Claim], *, across: bool) -> Iterator[Conflict]:
    """Disagreements of claims in other words, which meet by any two things that both name."""
    groups: dict[Key, list[Claim]] = {}
    for claim in found:
        if claim.told is None or (claim.figure.dimension in ("mass", "volume") and not claim.is_limit):
            continue  # doses differ by age, by aim and by course, in words that a leaflet leaves out
        place = () if across else (claim.path,)
        met: dict[tuple[str, int], Claim] = {}
        for key in claim.told.pairs():
            group = groups.setdefault((*place, claim.figure.dimension, *key), [])
            met.update(((o.path, o.place[0]), o) for o in group)
            if len(group) < _REPRESENTATIVES:
                group.append(claim)
        rival = next((o for _, o in sorted(met.items()) if _are_rivals(claim, o, across)), None)
        if rival is not None:
            yield Conflict(claim, rival)


def _are_rivals(claim: Claim, other: Claim, across: bool) -> bool:
    """True for two figures of one claim in different words that cannot both be right."""
    if across == (claim.path == other.path):
        return False
    same_table = claim.table is not None and claim.table == other.table
    if not across and (same_table or (claim.block, claim.sentence) == (other.block, other.sentence)):
        return False
    if _dated_apart(claim, other) or (claim.survival != other.survival and claim.survival and other.survival):
        return False
    limits = _are_limits(claim.figure, other.figure)
    if not (limits or _disagree(claim.figure, other.figure)) or not _similar(claim.figure, other.figure):
        return False
    assert claim.told is not None
    assert other.told is not None
    if claim.figure.bounds in other.told.beside or other.figure.bounds in claim.told.beside:
        return False
    close = not across and abs(claim.block - other.block) <= _NEIGHBOURS
    return are_alike(claim.told, other.told, builtin(), across=across, side_by_side=close)


def _conflict(claim: Claim, other: Claim, across: bool) -> Conflict | None:
    if not _same_words(claim, other) or _dated_apart(claim, other) or (across and claim.of_draft):
        return None
    if across and claim.told and other.told and are_parted(claim.told, other.told, builtin(), across=False):
        return None
    if across and claim.told and other.told and claim.figure.dimension in ("mass", "volume"):
        mine, theirs = claim.told.topics - other.told.topics, other.told.topics - claim.told.topics
        if mine and theirs:
            return None  # a drug for two diseases has two doses
    if not across and abs(claim.block - other.block) <= _NEIGHBOURS and claim.words != other.words:
        return None  # statements side by side that differ in a word are a contrast
    kinds = {claim.survival, other.survival}
    spans = claim.is_span and other.is_span
    limits = claim.is_limit and other.is_limit
    if not (
        _disagree(claim.figure, other.figure, touching=spans)
        or (limits and not _equal(claim.figure, other.figure))
    ):
        relative, plain = (claim, other) if claim.survival == "relative" else (other, claim)
        if (
            across
            and relative.survival == "relative"
            and not plain.survival
            and plain.plain
            and _equal(claim.figure, other.figure)
        ):
            return Conflict(claim, other, measure=True)
        return None
    if len(kinds) > 1 and "" not in kinds:
        return None
    if claim.is_span or _similar(claim.figure, other.figure):
        return Conflict(claim, other)
    return None


def _same_words(claim: Claim, other: Claim) -> bool:
    """True where one clause at most adds a little to what the other says.

    Words that stand against other words (blastic phase, accelerated phase) and names make another
    claim. The less a key says, the more alike the words must be.
    """
    mine, theirs = claim.words - other.context, other.words - claim.context
    if (mine and theirs) or (mine & claim.proper) or (theirs & other.proper):
        return False
    extra = max(len(mine), len(theirs))
    shared = len(claim.words & other.words)
    said = claim.weight
    if said >= 3:
        return extra <= _EXTRA
    if said == 2:
        return extra <= min(1, shared)
    return (
        extra == 0
        and said > 0
        and (
            shared >= 2
            or (
                not claim.words
                and not other.words
                and bool(claim.names and other.names)
                and max(len(claim.sentence), len(other.sentence)) <= _BARE
            )
        )
    )


def _dated_apart(claim: Claim, other: Claim) -> bool:
    """True for figures of different years: both may be right."""
    return bool(claim.years and other.years and not set(claim.years) & set(other.years))


def _equal(a: Figure, b: Figure) -> bool:
    return a.bounds == b.bounds


def _disagree(a: Figure, b: Figure, *, touching: bool = False) -> bool:
    """True where no reader could hold both; with ``touching``, also of ranges that share no more than an end."""
    if a.bounds == b.bounds or (
        a.qualifier not in ("exact", "about") and b.qualifier not in ("exact", "about")
    ):
        return False
    if a.is_range or b.is_range:
        (low, high), (low2, high2) = a.bounds, b.bounds
        if low <= high2 and low2 <= high and not (touching and (low == high2 or low2 == high)):
            return False
    return compare(a, b) == "conflicts" and compare(b, a) == "conflicts"


def _are_limits(a: Figure, b: Figure) -> bool:
    """True for 'at least 21 days' and 'at least 14 days': one limit of a time or a dose, twice."""
    if a.dimension not in ("time", "mass", "volume") or a.qualifier in ("exact", "about"):
        return False
    return a.qualifier == b.qualifier and not _equal(a, b)


def _similar(a: Figure, b: Figure) -> bool:
    """Figures of one thing are of one size, or one is the other mistyped; others are of two things."""
    low, high = sorted((a.bounds[0], b.bounds[0]))
    if low > 0 and high <= 2 * low:
        return True
    digits = ["".join(sorted(str(f.bounds[0] / f.size).replace("/", ""))) for f in (a, b)]
    return digits[0].strip("0") == digits[1].strip("0") and len(digits[0].strip("0")) > 1


def finding(conflict: Conflict, rule: Rule) -> Finding:
    """What to tell: at the later place, with the earlier one in words."""
    here, there = conflict.here, conflict.there
    where = there.called if here.path == there.path else f"{there.path}, {there.called}"
    variant, more = _variant(conflict)
    template = rule.variants[variant] if variant else rule.message
    message = template.format(
        found=here.found,
        expected=there.found,
        source=where,
        other=_short(there.sentence),
        year=more,
        claim=more,
    )
    low, high, line, column, last, last_column = here.place
    return Finding(
        here.path, low, high, line, column, last, last_column, rule.name, rule.group, rule.severity, message,
        here.found, there.found, why=here.names, sentence=here.sentence, lines=here.lines,
    )  # fmt: skip


def _variant(conflict: Conflict) -> tuple[str, str]:
    """What tells the two apart, if anything: the measure, a date, a word."""
    here, there = conflict.here, conflict.there
    if conflict.measure:
        return ("relative", "") if there.survival == "relative" else ("plain", "")
    mine, theirs = here.sources or here.years, there.sources or there.years
    if mine and theirs and max(mine) != max(theirs):
        return ("older", str(max(mine))) if max(mine) < max(theirs) else ("newer", str(max(theirs)))
    extra = [text for word, text in here.shown if word not in there.context]
    if extra:
        return "differs", ", ".join(extra)
    extra = [text for word, text in there.shown if word not in here.context]
    return ("other", ", ".join(extra)) if extra else ("", "")


def _short(sentence: str, limit: int = 160) -> str:
    return sentence if len(sentence) <= limit else sentence[: limit - 1].rsplit(" ", 1)[0] + "…"
