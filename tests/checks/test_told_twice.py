"""What copy tells twice agrees with itself, in whatever form: changes with a sign, shares before their count, opposites."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter.results import Finding

Find = Callable[..., list[Finding]]
quiet = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
RULES = {"change-arithmetic", "fraction-percent", "parts-total", "percentage-points", "impossible-value", "malformed-number"}  # fmt: skip
ends = st.tuples(st.integers(20, 90_000), st.integers(20, 90_000))


def table(heads: str, rows: list[str]) -> str:
    return "\n".join([heads, "|" + "---|" * (heads.count("|") - 1), *rows, ""])


@quiet
@given(rows=st.lists(ends, min_size=1, max_size=4), turned=st.booleans())
def test_a_signed_change_fits_its_own_ends(rows: list[tuple[int, int]], turned: bool, find: Find) -> None:
    told = [
        f"| Ward {k} | {b if turned else a:,} | {a if turned else b:,} | {'−' if b < a else '+'}{round(100 * abs(b - a) / a)}% |"
        for k, (a, b) in enumerate(rows)
        if a != b
    ]
    years = "2025 | 2024" if turned else "2024 | 2025"
    assert find(table(f"| Ward | {years} | Change |", told), "change-arithmetic") == []


@quiet
@given(whole=st.integers(21, 4000), part=st.data())
def test_a_percentage_fits_the_count_behind_it(whole: int, part: st.DataObject, find: Find) -> None:
    count = part.draw(st.integers(1, whole - 1))
    share = round(100 * count / whole)
    assert find(f"Of the {whole:,} patients, {share}% ({count:,}) had pain.", "fraction-percent") == []
    rows = table("| Operation | n / N | Percent |", [f"| Fusion | {count:,} / {whole:,} | {share}% |"])
    assert find(rows, "fraction-percent") == []


@quiet
@given(ill=st.integers(20, 900), well=st.integers(20, 900))
def test_opposites_fit_their_own_sum(ill: int, well: int, find: Find) -> None:
    whole = ill + well
    assert find(f"Of the {whole} guests, {ill} fell ill and {well} did not.", "parts-total") == []
    found = find(f"Of the {whole - 9} guests, {ill} fell ill and {well} did not.", "parts-total")
    assert len(found) == 1


@pytest.mark.parametrize(
    ("draft", "rule"),
    [
        ("Of 150 children, 96 were infected while 64 were not infected.", "parts-total"),
        ("Of 150 people, 96 reported pain and 64 reported no pain.", "parts-total"),
        ("Of 150 children, 96 were vaccinated and 64 were unvaccinated.", "parts-total"),
        ("64% smoked and 46% did not.", "parts-total"),
        ("At the fair 64% of guests fell ill and 46% stayed well.", "parts-total"),
        ("Of 80 replies, 30% (32) were late.", "fraction-percent"),
        ("In a quarter of the 40 clinics (40%) the fridge was off.", "fraction-percent"),
        ("Falls doubled on the ward over the ten weeks of the strike, from 20 to 60.", "change-arithmetic"),
        ("In 2019 it was 11%, three times the 33% of 2017.", "change-arithmetic"),
        (
            "Among smokers it is 9% and among others 6%, so smoking raises the risk by 3%.",
            "percentage-points",
        ),
        ("It helped 130% of the guests who ate it.", "impossible-value"),
        ("In the same people the correlation with weight was strong (r = 1.3).", "impossible-value"),
    ],
)
def test_what_disagrees_is_reported(draft: str, rule: str, find: Find) -> None:
    assert {f.rule for f in find(draft)} & RULES == {rule}


@pytest.mark.parametrize(
    "draft",
    [
        "Of 150 people, 96 had no pain and 64 had no fever.",
        "Of the 150 guests, 96 fell ill and 64 had eaten fish.",
        "60% of men did, and 50% of women did not.",
        "In the trial 30% of those vaccinated fell ill, and 80% of others did not.",
        "60% had pain on the drug and 50% had no pain on placebo.",
        "Cough was found in 60% with asthma and 50% without.",
        "They gave it to 60% who asked and 50% who did not.",
        "It worked in 80% in vaccinated and 30% in unvaccinated children.",
        "Of the 40 patients, 30 completed the first course and 20 dropped out later.",
        "Stones formed in 12% of drinkers, compared with 27% for others.",
        "Of 80 replies, 30% of those who answered (12) were late.",
        "Of 80 people, 60 answered; of these, 30% (18) were late.",
        "In two thirds of the 28 fractures (most of them open), 75% healed.",
        "Side effects doubled in people aged from 20 to 30.",
        "Among smokers it is 9% and among others 6%, so smoking raises the risk by 50%.",
        "Among smokers it is 9% and among others 6%, so quitting lowers the risk of a stroke by 20%.",
        "Wages were 120% of drivers' wages, and 130% of members in 2019.",
        "See references 1,40,2. Groups (1,40,2) were left out. It costs 1,23,456.50 rupees.",
    ],
)
def test_what_comes_near_is_not(draft: str, find: Find) -> None:
    assert {f.rule for f in find(draft)} & RULES == set()
