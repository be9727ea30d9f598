"""Rounding is no error, whatever the numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter.results import Finding

Find = Callable[..., list[Finding]]
quiet = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@quiet
@given(whole=st.integers(21, 4000), part=st.data(), decimals=st.integers(0, 1))
def test_a_count_fits_its_own_percentage(whole: int, part: st.DataObject, decimals: int, find: Find) -> None:
    count = part.draw(st.integers(1, whole - 1))
    share = f"{100 * count / whole:.{decimals}f}"
    assert find(f"Nausea occurred in {count:,} of {whole:,} patients ({share}%).", "fraction-percent") == []


@quiet
@given(whole=st.integers(40, 4000), part=st.data())
def test_a_count_does_not_fit_another_percentage(whole: int, part: st.DataObject, find: Find) -> None:
    count = part.draw(st.integers(whole // 10 + 1, whole // 2))
    wrong = round(100 * count / whole) + part.draw(st.sampled_from([-7, -3, 3, 8, 20]))
    found = find(f"Nausea occurred in {count:,} of {whole:,} patients ({wrong}%).", "fraction-percent")
    assert [f.found for f in found] == [f"{count:,} of {whole:,}"]


@quiet
@given(before=st.integers(5, 60), after=st.integers(5, 60))
def test_a_change_fits_its_own_size(before: int, after: int, find: Find) -> None:
    if before == after:
        return
    verb, noun = ("rose", "increase") if after > before else ("fell", "drop")
    relative = round(100 * abs(after - before) / before)
    draft = f"Screening {verb} from {before}% to {after}%, a {relative}% {noun}."
    assert [f.message for f in find(draft) if f.rule in ("percentage-points", "change-arithmetic")] == []
    points = f"Screening {verb} from {before}% to {after}%, a difference of {abs(after - before)} percentage points."
    assert find(points) == []


@pytest.mark.parametrize(
    ("draft", "rule", "found"),
    [
        ("Coverage rose from 14% to 21%, or by 7%.", "percentage-points", "7%"),
        ("Coverage rose 7% from 14% to 21%.", "percentage-points", "7%"),
        ("Coverage rose from 14% to 21%, a rise of 9 percentage points.", "change-arithmetic", "9 percentage points"),
        ("Costs rose from $20 million to $30 million, or by 71%.", "change-arithmetic", "71%"),
        ("Visits quadrupled, from 10 to 20.", "change-arithmetic", "quadrupled"),
    ],
)  # fmt: skip
def test_a_change_told_in_other_words(draft: str, rule: str, found: str, find: Find) -> None:
    assert [(f.rule, f.found) for f in find(draft)] == [(rule, found)]


@pytest.mark.parametrize(
    ("shown", "wrong"),
    [
        ("One in three<br>patients (25&nbsp;%) had pain.", "One in three<br>patients (25&nbsp;%"),
        ("<td>42 of 120 (30%)</td>", "42 of 120 (30%"),
        ("<li><b>Two-thirds</b> of them (54%) quit.</li>", "Two-thirds</b> of them (54%"),
    ],
)
def test_a_place_survives_markup(shown: str, wrong: str, find: Find) -> None:
    page = (
        f"<html><body><table><tr>{shown}</tr></table></body></html>" if "<td>" in shown else f"<p>{shown}</p>"
    )
    (finding,) = find(page, "fraction-percent", path="page.html")
    assert page[finding.start : finding.end] == wrong
