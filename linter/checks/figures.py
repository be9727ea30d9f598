"""Conflicts between a figure of the copy and the fact it is bound to."""

from __future__ import annotations

from collections.abc import Iterator

from linter.checks.dating import Dating, dating
from linter.checks.relative import observed_for_relative
from linter.checks.view import View, fold_space, years_of
from linter.claims.binding import Binding
from linter.claims.claim_figure import is_rank
from linter.language.figure import Figure
from linter.plain import whole_brackets
from linter.results import Finding
from linter.rulebook.rules import Rule

WITHDRAWN = "withdrawn"
"""The status of a fact that copy must not state."""


def _live(view: View) -> Iterator[Binding]:
    return (b for b in view.bindings if b.key.fact.status != WITHDRAWN)


def found_text(view: View, binding: Binding) -> str:
    """The figure as the copy has it, with its bound but not its hedge."""
    start, end = span_of(binding.figure)
    return fold_space(view.text(binding.context.block)[start:end])


def span_of(figure: Figure) -> tuple[int, int]:
    """Where to mark a figure: a bound is part of what it says, a hedge is not."""
    return (figure.start if figure.qualifier in ("exact", "about") else figure.lead), figure.end


def expected_text(binding: Binding) -> str:
    """The figure as the claim has it; a rank of a claim whose value is what holds it ('the lungs') as well."""
    figure = binding.key.figure
    fact = binding.key.fact
    reading = binding.key.reading
    if figure is None or (figure not in reading.figures and figure not in reading.others):
        return fact.value or ""
    start, end = span_of(figure)
    stated = fact.claim[slice(*whole_brackets(fact.claim, start, end))]
    held = figure.role == "rank" and not is_rank(fact)
    return fact.value if fact.value and figure.qualifier in ("exact", "about") and not held else stated


def _report(view: View, rule: Rule, binding: Binding, **more: str) -> Finding:
    figure = binding.figure
    fact = binding.key.fact
    usable = fact.status != WITHDRAWN  # nothing is expected of copy but to leave a withdrawn fact out
    expected = expected_text(binding) if usable else ""
    found = found_text(view, binding)
    suggestion = (expected if figure.role == "rank" else fact.value or expected) if usable else ""
    start, end = span_of(figure)
    return view.finding(
        rule, binding.context.block, start, end,
        fact=fact, found=found, expected=expected, why=binding.why,
        suggestion=suggestion if suggestion != found else "", sentence=view.sentence_text(binding.context), **more,
    )  # fmt: skip


def _outdated(view: View, binding: Binding) -> bool:
    """True where the copy dates another figure earlier than the fact: stale-year's business."""
    return dating(view, binding).kind in ("stale", "compared")


def value_conflict(view: View, rule: Rule) -> Iterator[Finding]:
    for b in _live(view):
        if b.verdict in ("value", "frequency", "direction") and not _outdated(view, b):
            if b.verdict == "frequency":
                yield _frequency(view, rule, b)
            elif b.verdict == "direction":
                yield _report(view, rule, b, variant="direction")
            else:
                yield _report(view, rule, b)


def _frequency(view: View, rule: Rule, b: Binding) -> Finding:
    figure = b.figure
    own = b.context.own
    slots = [s for s in own.frequencies if s.start >= figure.end] or own.frequencies
    same_block = slots and slots[0].end <= len(view.text(b.context.block))
    start, end = (
        (min(figure.start, slots[0].start), max(figure.end, slots[0].end))
        if same_block
        else (figure.start, figure.end)
    )
    claim = b.key.fact.claim
    often = b.key.reading.frequencies
    expected = (
        claim[slice(*whole_brackets(claim, b.key.figure.start, often[0].end))]
        if b.key.figure and often and often[0].start > b.key.figure.start
        else expected_text(b)
    )
    return view.finding(
        rule, b.context.block, start, end, fact=b.key.fact, found=fold_space(view.text(b.context.block)[start:end]), expected=expected,
        why=b.why, suggestion=expected, sentence=view.sentence_text(b.context),
    )  # fmt: skip


def unit_conflict(view: View, rule: Rule) -> Iterator[Finding]:
    for b in _live(view):
        if b.verdict == "unit" and not _outdated(view, b):
            yield _report(view, rule, b)


def superseded_value(view: View, rule: Rule) -> Iterator[Finding]:
    for b in _live(view):
        if b.verdict == "superseded" and dating(view, b).kind != "compared":
            years = {f.bounds: year for f, year in b.key.superseded}
            year = years.get(b.figure.bounds)
            yield _report(view, rule, b, variant="as_of", year=str(year)) if year else _report(view, rule, b)


_NAMED = 2
"""How many of the words that give a figure to something else a message tells."""


def scope_conflict(view: View, rule: Rule) -> Iterator[Finding]:
    for b in _live(view):
        if b.verdict == "scope":
            # A bare number, as of an age in a table, tells nobody what is other.
            others = [w for w in dict.fromkeys(b.comparison.elsewhere) if not w[:1].isdigit() or " " in w]
            told = "” and “".join(others[:_NAMED])
            yield _report(view, rule, b, variant="named", other=told) if told else _report(view, rule, b)
    yield from observed_for_relative(view, rule)


def withdrawn_fact(view: View, rule: Rule) -> Iterator[Finding]:
    for b in view.bindings:
        if b.key.fact.status == WITHDRAWN and b.verdict == "agrees":
            yield _report(view, rule, b)
    for s in view.statements:
        if s.key.fact.status == WITHDRAWN and s.verdict == "agrees":
            yield view.finding(
                rule, s.context.block, s.start, s.end, fact=s.key.fact, found=fold_space(view.text(s.context.block)[s.start : s.end]),
                why=s.why, sentence=view.sentence_text(s.context),
            )  # fmt: skip


def period_conflict(view: View, rule: Rule) -> Iterator[Finding]:
    for b in _live(view):
        dated = dating(view, b)
        if b.verdict == "agrees" and dated.kind == "other":
            yield _dated(view, rule, b, dated)


def stale_year(view: View, rule: Rule) -> Iterator[Finding]:
    for b in _live(view):
        dated = dating(view, b)
        if b.verdict in ("agrees", "value", "unit") and dated.kind == "stale":
            yield _dated(view, rule, b, dated, variant="period" if _spans(b, dated) else "")


def _dated(view: View, rule: Rule, b: Binding, dated: Dating, variant: str = "") -> Finding:
    """A finding about the years of a figure: what is found and what is expected are both years."""
    assert dated.figure is not None
    start, end, block = dated.figure.start, dated.figure.end, dated.block
    if block == b.context.block:
        start, end = min(start, b.figure.start), max(end, b.figure.end)
    years = fold_space(view.text(block)[dated.figure.start : dated.figure.end])
    if dated.figure.is_range:
        first, last = map(int, dated.figure.bounds)
        years = years_of((first, last))
    expected = years_of(b.key.period) if _spans(b, dated) else years_of(None, b.key.as_of)
    return view.finding(
        rule, block, start, end, variant=variant, fact=b.key.fact, found=years, expected=expected,
        why=b.why, sentence=view.sentence_text(b.context), year=years, as_of=expected, fact_period=expected,
        other=expected_text(b),
    )  # fmt: skip


def _spans(b: Binding, dated: Dating) -> bool:
    """True where the copy's years are to be held against the fact's period, not against its single year."""
    assert dated.figure is not None
    return b.key.period is not None and (dated.figure.role == "period" or b.key.as_of is None)


def expired_fact(view: View, rule: Rule) -> Iterator[Finding]:
    today = view.settings.today
    for b in _live(view):
        fact = b.key.fact
        if b.verdict != "agrees" or dating(view, b).kind not in ("none", "same"):
            continue
        if fact.valid_until and fact.valid_until < today:
            yield _report(view, rule, b, other=fact.valid_until.isoformat())
        elif fact.review_by and fact.review_by < today:
            yield _report(view, rule, b, variant="review_by", other=fact.review_by.isoformat())
