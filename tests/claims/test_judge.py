"""What agrees and what conflicts: each sentence of the contract as rows, and what must hold of all figures.

A row is the fact's figure, the copy's figure and the verdict; a ``#`` line quotes the contract.
"""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.claims.judge import Tolerance, compare
from linter.language.figure import Figure
from linter.language.quantities import read_figures

ROWS = """
# Same quantity, other form, agrees: 15% = 15 percent = fifteen percent = 15 in 100 = 0.15 of
15% | 15% | agrees
15% | 15 percent | agrees
15% | 15 per cent | agrees
15% | fifteen percent | agrees
15% | 15 in 100 | agrees
15% | 15 out of 100 people | agrees
15% | 15 of every 100 people | agrees
15% | 0.15 of them | agrees
15% | 15.0% | agrees
15% | 3 in 20 | agrees
15% | 150 per 1,000 | agrees
15 in 100 | 15% | agrees
fifteen percent | 15% | agrees
0.15 of them | 15% | agrees
50% | half of them | agrees
25% | a quarter of them | agrees
75% | three in four | agrees
75% | three-quarters of people | agrees
20% | 1 in 5 | agrees
20% | one in every five | agrees
1 in 7 | one in seven | agrees
1 in 7 | 2 in 14 | agrees
15% | 16% | conflicts
15% | 51% | conflicts
15% | sixteen percent | conflicts
15% | 15 in 90 | conflicts
15% | 0.16 of them | conflicts
75% | two-thirds of people | conflicts
1 in 7 | 1 in 6 | conflicts
11.1% | 1 in 9 | agrees
1 in 9 | 11.1% | agrees
14.3% | 1 in 7 | agrees
11% | 1 in 9 | conflicts
1 in 9 | 11% | conflicts
11.3% | 1 in 9 | conflicts
12.4% | 1 in 8 | conflicts
# 24 months = 2 years = two years
24 months | 24 months | agrees
24 months | 2 years | agrees
24 months | two years | agrees
24 months | twenty-four months | agrees
2 years | 24 months | agrees
18 months | a year and a half | agrees
36 hours | a day and a half | agrees
2 weeks | 14 days | agrees
1 hour | 60 minutes | agrees
24 months | 3 years | conflicts
24 months | 23 months | conflicts
18 months | 1 year | conflicts
2 weeks | 13 days | conflicts
1 hour | 59 minutes | conflicts
# days or weeks equal months or years within 3%
3 months | 90 days | agrees
3 months | 13 weeks | agrees
3 months | 91 days | agrees
90 days | 3 months | agrees
1 year | 365 days | agrees
1 year | 52 weeks | agrees
52 weeks | 12 months | agrees
6 months | 26 weeks | agrees
6 months | 180 days | agrees
1 month | 30 days | agrees
1 month | 4 weeks | conflicts
1 month | 28 days | conflicts
3 months | 12 weeks | conflicts
1 year | 50 weeks | conflicts
1 year | 350 days | conflicts
100 weeks | 99 weeks | conflicts
100 days | 99 days | conflicts
40 months | 39 months | conflicts
# 3 in 10 = 30%
3 in 10 | 30% | agrees
30% | 3 in 10 | agrees
30% | three in ten | agrees
30% | 3 out of 10 | agrees
30% | 3 in 100 | conflicts
# 13,400 = 13.4 thousand = 13 400
13,400 people | 13.4 thousand people | agrees
13,400 people | 13 400 people | agrees
13,400 people | 13400 people | agrees
13.4 thousand people | 13,400 people | agrees
6.7 million people | 6,700,000 people | agrees
13,400 people | 13,500 people | conflicts
13,400 people | 14.3 thousand people | conflicts
# 1,000 mg = 1 g
1,000 mg | 1 g | agrees
1 g | 1,000 mg | agrees
1 g | 1000 mg | agrees
0.5 g | 500 mg | agrees
500 micrograms | 0.5 mg | agrees
500 mcg | 0.5 mg | agrees
1 L | 1,000 mL | agrees
1.5 litres | 1,500 ml | agrees
1,000 mg | 2 g | conflicts
500 mcg | 5 mg | conflicts
# 40% to 50% = 40–50% = between 40% and 50%
40–50% | 40% to 50% | agrees
40–50% | between 40% and 50% | agrees
40–50% | 40-50% | agrees
40–50% | from 40 to 50 percent | agrees
40–50% | 40 to 50 in 100 | agrees
40% to 50% | 40–50% | agrees
between 40% and 50% | 40–50% | agrees
2–3 years | 24 to 36 months | agrees
4–6 weeks | four to six weeks | agrees
40–50% | between 40% and 60% | conflicts
40–50% | 30–50% | conflicts
2–3 years | 24 to 30 months | conflicts
# an exact figure in the copy must equal the fact's
24.8% | 25% | conflicts
24.8% | 24.8% | agrees
24.8% | 24% | conflicts
83% | 80% | conflicts
13,400 people | 13,000 people | conflicts
4.6 years | 5 years | conflicts
1 in 9 | 11% | conflicts
15% | 1 in 7 | conflicts
about 15% | 15% | agrees
about 15% | 16% | conflicts
about 15% | about 15% | agrees
# A hedged one may round the fact's decimals, or a ratio's percentage, to whole numbers
24.8% | about 25% | agrees
24.8% | around 25% | agrees
24.8% | roughly 25% | agrees
24.8% | nearly 25% | agrees
24.8% | approximately 25% | agrees
24.8% | almost 25% | agrees
24.8% | an estimated 25% | agrees
24.8% | about 24.8% | agrees
24.8% | about 24% | conflicts
24.8% | about 26% | conflicts
24.8% | about 20% | conflicts
1 in 9 | roughly 11% | agrees
1 in 9 | about 10% | conflicts
1 in 9 | about 12% | conflicts
1 in 3 | about 33% | agrees
1 in 3 | about 30% | conflicts
4.6 years | about 5 years | agrees
4.6 years | about 4 years | conflicts
6.7 million people | about 7 million people | conflicts
# a count of 1,000 or more to two or more significant digits
13,400 people | about 13,000 people | agrees
13,400 people | about 13,400 people | agrees
13,400 people | about 14,000 people | conflicts
13,400 people | about 12,000 people | conflicts
13,400 people | about 10,000 people | conflicts
13,460 people | about 13,500 people | agrees
13,460 people | about 13,000 people | agrees
13,460 people | about 13,600 people | conflicts
1,268 people | nearly 1,300 people | agrees
1,268 people | about 1,270 people | agrees
1,268 people | about 1,000 people | conflicts
425,147 people | roughly 425,000 people | agrees
425,147 people | roughly 430,000 people | agrees
425,147 people | roughly 400,000 people | conflicts
6.72 million people | about 6.7 million people | agrees
940 people | about 900 people | conflicts
940 people | about 1,000 people | conflicts
# a hedged "1 in N" with N up to 20 may be off by one percentage point
15% | about 1 in 7 | agrees
15% | roughly one in seven | agrees
15% | about 1 in 6 | conflicts
15% | about 1 in 8 | conflicts
16% | about 1 in 6 | agrees
12% | about 1 in 8 | agrees
8% | about 1 in 12 | agrees
5.4% | about 1 in 20 | agrees
3.4% | about 1 in 30 | conflicts
1.8% | about 1 in 100 | conflicts
# Otherwise a rounder figure conflicts
83% | about 80% | conflicts
15% | 1 in 5 | conflicts
15% | about 1 in 5 | conflicts
83% | almost 85% | conflicts
83% | about 4 in 5 | conflicts
48% | about half of them | conflicts
33% | about a quarter of them | conflicts
# A bound that the fact implies agrees
83% | more than 80% | agrees
83% | over 80% | agrees
83% | at least 80% | agrees
83% | at least 83% | agrees
83% | up to 83% | agrees
83% | more than four in five | agrees
83% | less than 90% | agrees
83% | at most 85% | agrees
40–50% | up to half of them | agrees
40–50% | up to 50% | agrees
40–50% | at least 40% | agrees
40–50% | more than 35% | agrees
40–50% | less than 60% | agrees
8% | fewer than 1 in 10 | agrees
8% | less than 10% | agrees
8% | under 10% | agrees
13,400 people | more than 13,000 people | agrees
13,400 people | more than 10,000 people | agrees
24 months | more than 1 year | agrees
24 months | less than 3 years | agrees
# A bound that it refutes conflicts
83% | more than 85% | conflicts
83% | at least 85% | conflicts
83% | less than 80% | conflicts
83% | up to 80% | conflicts
83% | more than 83% | conflicts
83% | less than 83% | conflicts
8% | more than 1 in 10 | conflicts
8% | fewer than 1 in 20 | conflicts
40–50% | more than half of them | conflicts
40–50% | up to 45% | conflicts
40–50% | at least 45% | conflicts
40–50% | less than 50% | conflicts
13,400 people | more than 14,000 people | conflicts
24 months | less than 1 year | conflicts
24 months | at least 3 years | conflicts
# For a fact that is itself a bound, a weaker bound agrees
more than 50 types | more than 40 types | agrees
more than 50 types | over 50 types | agrees
more than 50 types | at least 50 types | agrees
more than 50 types | at least 40 types | agrees
less than 1% | less than 1% | agrees
less than 1% | under 1% | agrees
less than 1% | fewer than 1 in 100 | agrees
less than 1% | less than 2% | agrees
less than 1% | fewer than 1 in 50 | agrees
at least 30% | at least 30% | agrees
at least 30% | at least 25% | agrees
at least 30% | more than 25% | agrees
up to 12 weeks | up to 12 weeks | agrees
up to 12 weeks | no more than 12 weeks | agrees
up to 12 weeks | less than 6 months | agrees
# any other bound or point figure conflicts (about 50, more than 80, 1%)
more than 50 types | about 50 types | conflicts
more than 50 types | more than 80 types | conflicts
more than 50 types | 50 types | conflicts
more than 50 types | 60 types | conflicts
more than 50 types | less than 50 types | conflicts
more than 50 types | up to 50 types | conflicts
less than 1% | 1% | conflicts
less than 1% | about 1% | conflicts
less than 1% | less than 0.5% | conflicts
less than 1% | more than 1% | conflicts
less than 1% | 0.5% | conflicts
less than 1% | 1–2% | conflicts
at least 30% | at least 35% | conflicts
at least 30% | up to 30% | conflicts
up to 12 weeks | at least 12 weeks | conflicts
up to 12 weeks | 12 weeks | conflicts
# A range in the copy must be the fact's range; a point inside the fact's range conflicts
40–50% | 45% | conflicts
40–50% | about 45% | conflicts
40–50% | 40% | conflicts
40–50% | 50% | conflicts
40–50% | half of them | conflicts
40–50% | 41–50% | conflicts
45% | 40–50% | conflicts
83% | 80–85% | conflicts
4–6 weeks | 5 weeks | conflicts
4–6 weeks | 4–8 weeks | conflicts
# unit-conflict: the digits agree, the unit or scale does not
24 months | 24 weeks | unit
24 months | 24 days | unit
15% | 15 per 1,000 | unit
15 per 1,000 | 15% | unit
10 mg | 10 mcg | unit
1 g | 1 mg | unit
1 year | 1 month | unit
10 mg | 10 g | unit
10 mg | 10 mL | unit
6.7 million people | 6.7 billion people | unit
13.4 thousand people | 13.4 million people | unit
4–6 weeks | 4–6 months | unit
50 ppb | 50 ppm | unit
# figures of other kinds say nothing of each other
15% | 15 people | other
24 months | 24 people | other
24 months | 30% | other
13,400 people | 15% | other
# blood pressures and pairs
120/80 mm Hg | 120/80 mm Hg | agrees
120/80 mm Hg | 120/80 mmHg | agrees
120/80 mm Hg | 130/80 mm Hg | conflicts
120/80 mm Hg | 120/90 mm Hg | conflicts
# a shifted decimal point is a value-conflict
31.25 mg | 3.125 mg | conflicts
0.5 mg | 5 mg | conflicts
1 in 127 | about 1 in 100 | conflicts
1 in 17 | about 1 in 16 | agrees
"""

CASES = [
    pytest.param(*(part.strip() for part in line.split("|")), id=line)
    for line in ROWS.strip().splitlines()
    if not line.startswith("#")
]


def figure(text: str) -> Figure:
    """The one figure that ``text`` claims, in a sentence that makes a claim of it."""
    (found,) = [f for f in read_figures(f"It was {text}.") if f.is_claim]
    return found


@pytest.mark.parametrize(("fact", "copy", "verdict"), CASES)
def test_a_row(fact: str, copy: str, verdict: str) -> None:
    assert compare(figure(copy), figure(fact)) == verdict


THRESHOLDS = [
    ("at least 2 weeks", "at least 2 weeks", "agrees"),
    ("at least 2 weeks", "2 weeks or more", "agrees"),
    ("at least 2 weeks", "at least 14 days", "agrees"),
    ("at least 2 weeks", "at least 1 week", "conflicts"),
    ("at least 2 weeks", "at least 3 weeks", "conflicts"),
    ("at least 2 weeks", "more than 1 week", "conflicts"),
    ("at least 95%", "at least 90%", "conflicts"),
    ("at least 95%", "95% or more", "agrees"),
    ("at least 95%", "more than 95%", "agrees"),
    ("less than 35 kg", "less than 40 kg", "conflicts"),
    ("less than 35 kg", "below 35 kg", "agrees"),
    ("up to 4.5 hours", "within 4.5 hours", "agrees"),
    ("up to 4.5 hours", "within 6 hours", "conflicts"),
    ("up to 4.5 hours", "within 3 hours", "conflicts"),
    ("20 minutes", "at least 10 minutes", "conflicts"),
    ("20 minutes", "at least 20 minutes", "agrees"),
    ("83%", "more than 80%", "agrees"),
]


@pytest.mark.parametrize(("fact", "copy", "verdict"), THRESHOLDS)
def test_a_requirement_has_no_weaker_bound(fact: str, copy: str, verdict: str) -> None:
    assert compare(figure(copy), figure(fact), threshold=True) == verdict


TOLERANCES = [
    ("15%", "15.4%", Tolerance(Fraction(1, 2)), "agrees"),
    ("15%", "14.5%", Tolerance(Fraction(1, 2)), "agrees"),
    ("15%", "15.6%", Tolerance(Fraction(1, 2)), "conflicts"),
    ("24 months", "25 months", Tolerance(Fraction(1)), "agrees"),
    ("24 months", "26 months", Tolerance(Fraction(1)), "conflicts"),
    ("2,000 people", "2,100 people", Tolerance(Fraction(5, 100), relative=True), "agrees"),
    ("2,000 people", "2,101 people", Tolerance(Fraction(5, 100), relative=True), "conflicts"),
    ("40–50%", "41–49%", Tolerance(Fraction(1)), "agrees"),
    ("40–50%", "41–48%", Tolerance(Fraction(1)), "conflicts"),
]


@pytest.mark.parametrize(("fact", "copy", "tolerance", "verdict"), TOLERANCES)
def test_a_tolerance_is_kept_to(fact: str, copy: str, tolerance: Tolerance, verdict: str) -> None:
    assert compare(figure(copy), figure(fact), tolerance) == verdict


POINTS = st.one_of(
    st.integers(1, 99).map(lambda n: f"{n}%"),
    st.integers(1, 9_999).map(lambda n: f"{n / 100:.2f}%"),
    st.integers(2, 100).map(lambda n: f"1 in {n}"),
    st.integers(2, 400).map(lambda n: f"{n} months"),
    st.integers(2, 400).map(lambda n: f"{n} weeks"),
    st.integers(2, 5_000).map(lambda n: f"{n} mg"),
    st.integers(1_000, 10**8).map(lambda n: f"{n:,} people"),
)
BOUNDS = ("more than", "at least", "less than", "up to")


@given(POINTS)
def test_every_figure_agrees_with_itself(text: str) -> None:
    assert compare(figure(text), figure(text)) == "agrees"


@given(POINTS)
def test_a_hedge_never_makes_a_right_figure_wrong(text: str) -> None:
    assert compare(figure(f"about {text}"), figure(text)) == "agrees"


@given(POINTS, POINTS)
def test_exact_points_agree_both_ways_or_neither(one: str, other: str) -> None:
    """Except within the 3% of the calendar, which is 3% of the fact's span."""
    a, b = figure(one), figure(other)
    if a.dimension == "time" and "month" in (a.unit, b.unit) and a.unit != b.unit:
        return
    assert (
        (compare(a, b) == "agrees")
        == (compare(b, a) == "agrees")
        == (a.bounds == b.bounds and a.dimension == b.dimension)
    )


@given(POINTS, POINTS)
def test_what_is_not_comparable_is_never_a_plain_conflict(one: str, other: str) -> None:
    a, b = figure(one), figure(other)
    if a.dimension != b.dimension:
        assert compare(a, b) in ("other", "unit")


@given(POINTS, POINTS, st.sampled_from(BOUNDS))
def test_a_bound_agrees_exactly_where_the_fact_implies_it(fact: str, copy: str, bound: str) -> None:
    a, b = figure(f"{bound} {copy}"), figure(fact)
    if a.dimension != b.dimension or a.size != b.size:
        return
    value, limit = b.bounds[0], a.bounds[0]
    holds = {
        "more than": value > limit,
        "at least": value >= limit,
        "less than": value < limit,
        "up to": value <= limit,
    }
    assert (compare(a, b) == "agrees") == holds[bound]


@given(
    st.integers(1, 5_000),
    st.sampled_from([("mg", "g", 1000), ("mcg", "mg", 1000), ("mL", "L", 1000), ("g", "kg", 1000)]),
)
def test_units_of_one_thing_convert(number: int, units: tuple[str, str, int]) -> None:
    small, large, factor = units
    assert compare(figure(f"{number * factor} {small}"), figure(f"{number} {large}")) == "agrees"
    assert compare(figure(f"{number} {large}"), figure(f"{number * factor} {small}")) == "agrees"
    assert compare(figure(f"{number} {small}"), figure(f"{number} {large}")) == "unit"


@given(st.integers(1, 40), st.integers(1, 40))
def test_years_are_twelve_months(years: int, months: int) -> None:
    expected = "agrees" if months == 12 * years else "unit" if months == years else "conflicts"
    assert compare(figure(f"{months} months"), figure(f"{years} years")) == expected


@given(st.integers(1_000, 10**8))
def test_a_hedged_count_may_be_rounded_to_two_digits_and_no_further(number: int) -> None:
    digits = len(str(number))
    for kept in range(2, digits + 1):
        rounded = int(Fraction(number, 10 ** (digits - kept)) + Fraction(1, 2)) * 10 ** (digits - kept)
        assert compare(figure(f"about {rounded:,} people"), figure(f"{number:,} people")) == "agrees"
    one = round(number, 1 - digits)
    if len(str(one).rstrip("0")) == 1 and len(str(round(number, 2 - digits)).rstrip("0")) == 2:
        assert compare(figure(f"about {one:,} people"), figure(f"{number:,} people")) == "conflicts"


@given(st.integers(1, 999))
def test_hedged_decimals_round_to_whole_numbers(tenths: int) -> None:
    exact = Fraction(tenths, 10)
    for whole in {int(exact), int(exact) + 1} - {0}:
        down = exact - whole
        near = (
            abs(down) < Fraction(1, 2) or down == -Fraction(1, 2) or (down == Fraction(1, 2) and exact >= 10)
        )
        expected = "agrees" if near else "conflicts"
        assert compare(figure(f"about {whole}%"), figure(f"{tenths / 10}%")) == expected
