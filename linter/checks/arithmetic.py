"""The arithmetic of change: what a figure that went from A to B has changed by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from linter.checks.arithmetic_columns import table_changes
from linter.checks.arithmetic_directions import turned
from linter.checks.arithmetic_ends import FALL, OTHERWISE, Change, changes
from linter.checks.arithmetic_pairs import paired_changes
from linter.checks.arithmetic_trio import trio
from linter.checks.numbers_scan import Passage, grain, number_text, passages, report
from linter.checks.sums import odd_sums
from linter.checks.view import View
from linter.language.change import is_trend
from linter.language.figure import Figure
from linter.patterns import AnyCase
from linter.results import Finding
from linter.rulebook.rules import Rule

_ALL = Fraction(1)


def _relative(first: Figure, second: Figure, trust: Fraction = _ALL) -> tuple[Fraction, Fraction, Fraction]:
    """The relative change from A to B: exact, and its lowest and highest within so much of their rounding."""
    a, b = first.value or Fraction(0), second.value or Fraction(0)
    slack_a, slack_b = (Fraction(0) if _is_counted(f) else _rounding(f) * trust for f in (first, second))
    exact = abs(b - a) / a
    ends = [
        abs((b + sb) / (a + sa) - 1)
        for sa in (-slack_a, slack_a)
        for sb in (-slack_b, slack_b)
        if a + sa > 0
    ]  # fmt: skip
    return exact, min([*ends, exact]), max([*ends, exact])


def _is_counted(figure: Figure) -> bool:
    """True for a price or a number of things below 1,000, which nobody has rounded."""
    plain = figure.dimension in ("count", "money") and figure.value is not None and figure.value < 1000
    return plain and figure.size == 1 and figure.qualifier == "exact" and not figure.hedged


def _rounding(figure: Figure) -> Fraction:
    """How far an end may be from what it rounds; whole weeks and days are seldom rounded."""
    return grain(figure) / (2 if figure.dimension == "time" and not figure.decimals else 1)


def _slack(stated: Figure) -> Fraction:
    """How far the truth may be from a stated share of change, as a share."""
    assert stated.value is not None
    own = stated.value * stated.size
    hedged = stated.hedged or stated.qualifier != "exact"
    if not stated.unit:  # in words: by a third
        return Fraction(6 if hedged else 4, 100)
    slack = Fraction(6, 1000 * 10**stated.decimals)
    return max(slack, own * Fraction(12, 100), Fraction(2, 100)) if hedged else slack


def _points(change: Change) -> Fraction | None:
    """The difference in percentage points, as a share, or None where A and B are no shares."""
    if change.first.dimension != "proportion" or change.first.value is None or change.second.value is None:
        return None
    return abs(change.second.value * change.second.size - change.first.value * change.first.size)


def _bound_holds(stated: Figure, low: Fraction, high: Fraction) -> bool:
    value = (stated.value or Fraction(0)) * stated.size
    if stated.qualifier in ("over", "at-least"):
        return value <= high <= value + Fraction(1, 4)
    if stated.qualifier in ("under", "at-most"):
        return low <= value <= low + Fraction(1, 4)
    return False


def _holds(change: Change) -> bool:
    """True where the stated relative change is what A and B give; of a gap, from either end."""
    stated = change.stated
    ends = [(change.first, change.second)]
    if change.verb == "either":
        ends.append((change.second, change.first))
    value, slack = (stated.value or Fraction(0)) * stated.size, _slack(stated)
    for first, second in ends:
        _, low, high = _relative(first, second, change.trust)
        if _bound_holds(stated, low, high) or low - slack <= value <= high + slack:
            return not _is_of_the_end(first, second, stated)
    return False


def _is_of_the_end(first: Figure, second: Figure, stated: Figure) -> bool:
    """True where the share is exactly that of where it ended, which is another: 20% for £40,000 to £50,000."""
    a, b = first.value or Fraction(0), second.value or Fraction(0)
    if not b or any(f.hedged or f.qualifier != "exact" for f in (first, second, stated)) or not stated.unit:
        return False
    value, slack = (stated.value or Fraction(0)) * stated.size, _slack(stated)
    return abs(value - abs(b - a) / b) < slack / 6 and abs(value - abs(b - a) / a) > slack * 4


def _is_difference(change: Change) -> bool:
    points = _points(change)
    if points is None:
        return False
    slack = grain(change.first) * change.first.size + grain(change.second) * change.second.size
    value = (change.stated.value or Fraction(0)) * change.stated.size
    return abs(points - value) <= min(slack, Fraction(1, 100))


def _percent_changes(view: View) -> Iterator[tuple[Passage, Change]]:
    before: list[Passage] = []
    for passage in passages(view):
        if before and (before[-1].index, before[-1].number + 1) != (passage.index, passage.number):
            before.clear()
        passage = replace(passage, figures=[f for f in passage.figures if not is_trend(passage.text, f)])
        if not OTHERWISE.search(passage.sentence):
            told = list(changes(passage))
            for change in told or list(paired_changes(passage, before[-2:])) or trio(passage):
                yield passage, change
        before.append(passage)


def percentage_points(view: View, rule: Rule) -> Iterator[Finding]:
    """'rose from 14% to 21%, a 7% increase': that is 7 percentage points."""
    for told in table_changes(view):
        change = told.change
        if change.first.value and change.second.value and _is_difference(change) and not _holds(change):
            exact, _, _ = _relative(change.first, change.second)
            points = f"{number_text(change.stated.value or Fraction(0))} percentage points"
            yield report(
                view, rule, told.block, told.start, change.stated.end,
                year=f"{number_text(change.first.value)}% to {number_text(change.second.value)}%",
                expected=told.signed(points), other=told.signed(_share(exact)),
            )  # fmt: skip
    for passage, change in _percent_changes(view):
        stated = change.stated
        if stated.dimension != "proportion" or stated.kind != "percent" or not _is_difference(change):
            continue
        exact, _, _ = _relative(change.first, change.second)
        # Rounding could let 10% stand for from 90% to 80% (11%); who writes so means the points.
        if abs((stated.value or Fraction(0)) * stated.size - exact) <= _slack(stated) or (
            change.verb == "either" and _holds(change)
        ):
            continue
        yield _report(
            view,
            rule,
            passage,
            change,
            expected=f"{number_text(stated.value or Fraction(0))} percentage points",
            other=_share(exact),
        )


def change_arithmetic(view: View, rule: Rule) -> Iterator[Finding]:
    """'from 30% to 24%, a relative drop of 35%', 'doubled from 10 to 30', 'rose from 30% to 24%'."""
    for passage, change in _percent_changes(view):
        stated = change.stated
        if stated.dimension == "multiple":
            continue
        exact, _, _ = _relative(change.first, change.second)
        if stated.dimension == "points":
            points = _points(change)
            if points is not None and not _is_difference(change) and not _is_loose(change, points):
                yield _report(
                    view, rule, passage, change, expected=f"{number_text(points * 100)} percentage points"
                )
            elif points is None and change.first.dimension == "count":
                yield _report(view, rule, passage, change, expected=_share(exact))
        elif stated.dimension == "time" and stated.unit != change.first.unit:
            continue  # 'a one hour increase in viewing from 29 to 53 months'
        elif stated.dimension not in ("proportion", "multiple"):
            apart = abs((change.second.value or Fraction(0)) - (change.first.value or Fraction(0)))
            if (
                abs(apart - (stated.value or Fraction(0))) >= _blur(passage, change)
                and stated.qualifier == "exact"
                and not stated.hedged
            ):
                yield _report(
                    view, rule, passage, change, expected=f"{number_text(apart)} {stated.unit}".strip()
                )
        elif not _holds(change) and not _is_difference(change):
            yield _report(view, rule, passage, change, expected=_share(exact))
    yield from _multiples(view, rule)
    yield from _in_tables(view, rule)
    for index, start, end, other in turned(view):
        yield report(view, rule, index, start, end, variant="direction", other=other)
    yield from odd_sums(view, rule)


_AVERAGED = AnyCase(r"\b(?:mean|average\w*|median|typical\w*|score|estimate\w*|approx\w*)\b")


def _blur(passage: Passage, change: Change) -> Fraction:
    """From what difference on A, B and their distance do not fit. Whole numbers that are no averages were counted."""
    figures = (change.first, change.second, change.stated)
    counted = all(f.value is not None and f.value < 1000 and not f.decimals and not f.hedged for f in figures)
    if counted and not _AVERAGED.search(passage.sentence):
        return Fraction(1, 2)
    return sum(map(grain, figures), Fraction(0))


def _in_tables(view: View, rule: Rule) -> Iterator[Finding]:
    """420, 525 and +20% in one row; 420, 380 and +10%."""
    for told in table_changes(view):
        first, second = told.change.first, told.change.second
        if not first.value or second.value is None or (_holds(told.change) and not told.turned):
            continue
        if _points(told.change) is None:
            exact, _, _ = _relative(first, second)
            ends = f"{number_text(first.value)} to {number_text(second.value)}"
            yield report(
                view, rule, told.block, told.start, told.change.stated.end, year=ends, expected=told.signed(_share(exact))
            )  # fmt: skip


def _is_loose(change: Change, points: Fraction) -> bool:
    """True where a hedge or a bound makes the stated difference right enough."""
    value = (change.stated.value or Fraction(0)) * change.stated.size
    if change.stated.qualifier == "exact" and not change.stated.hedged:
        return False
    return _bound_holds(change.stated, points, points) or abs(value - points) <= points * Fraction(15, 100)


def _multiples(view: View, rule: Rule) -> Iterator[Finding]:
    """'doubled from 10 to 30', 'a threefold rise, from 5 to 10'."""
    for passage, change in _percent_changes(view):
        stated = change.stated
        if (
            stated.dimension != "multiple"
            or stated.value is None
            or not change.first.value
            or change.second.value is None
        ):
            continue
        factor, wanted = change.second.value / change.first.value, stated.value
        if (
            change.verb == "either" and wanted > 1 > factor > 0
        ):  # whichever stands first, it is so many times the other
            change, factor = replace(change, first=change.second, second=change.first), 1 / factor
        if re.match(FALL, change.verb, re.IGNORECASE) and wanted > 1:
            wanted = 1 / wanted
        if (
            not _about(factor, wanted, stated)
            and not (wanted > 1 and "fold" in passage.words(stated) and _about(factor, wanted + 1, stated))
            and not _either_way(change, factor)
        ):
            times = Fraction(round(float(factor), 1)).limit_denominator(100)
            yield _report(
                view, rule, passage, change, variant="times", expected=f"{number_text(times)} times"
            )


def _either_way(change: Change, factor: Fraction) -> bool:
    """'Fivefold (15% vs 3%)': a multiple of two figures that are set against each other, in whatever order."""
    return (
        change.verb in ("up", "down", "either")
        and bool(factor)
        and _about(1 / factor, change.stated.value or Fraction(0), change.stated)
    )


def _about(factor: Fraction, wanted: Fraction, stated: Figure) -> bool:
    if stated.qualifier in ("over", "at-least"):
        return wanted * Fraction(97, 100) <= factor <= wanted * Fraction(3, 2) or (
            wanted < 1 and factor <= wanted
        )
    if stated.qualifier in ("under", "at-most"):
        return factor <= wanted * Fraction(103, 100)
    slack = Fraction(22, 100) if stated.hedged else Fraction(13, 100)
    return wanted * (1 - slack) <= factor <= wanted * (1 + slack)


def _share(share: Fraction) -> str:
    value = float(share * 100)
    return f"{value:.0f}%" if value >= 9.5 or abs(value - round(value)) < 0.05 else f"{value:.1f}%"


def _report(
    view: View, rule: Rule, passage: Passage, change: Change, variant: str = "", **more: str
) -> Finding:
    first, second, stated = change.first, change.second, change.stated
    figures = (first, second, stated)
    start, end = min(f.start for f in figures), max(f.end for f in figures)
    if passage.number - view.reader.reading.block(passage.index).sentence_at(start) > 1:
        start = min(f.start for f in figures if f.start >= passage.start)
    found = passage.words(stated)
    if first.start == second.start:  # one range figure
        ends = " ".join(passage.text[first.start : first.end].split())
    else:
        ends = f"{passage.words(first)} to {passage.words(second)}"
    return report(view, rule, passage.index, start, end, variant=variant, found=found, year=ends, **more)
