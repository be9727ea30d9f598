"""What stands close to the forms of other people's pages that are left alone, and is reported all the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.results import Finding

Find = Callable[..., list[Finding]]

REPORTED = [
    ("absolute-claim", "## Blocked nose\n\nThis spray cures all colds.", ["cures all colds"]),
    ("absolute-claim", "The method is guaranteed to work.", ["is guaranteed"]),
    ("absolute-claim", "The tablets cannot fail.", ["cannot fail"]),
    ("absolute-claim", "The tea, 'pure' and old, is completely safe.", ["completely safe"]),
    ("change-arithmetic", "Admissions increased from 350 to 160 a year.", ["increased from 350 to 160"]),
    ("estimate-outside-interval", "The mean age was 2.7 years (range: 5.6-16.8 years).", ["2.7 years"]),
    ("estimate-outside-interval", "The odds ratio was 0.9 (97.5% CI 1.2 to 1.8).", ["0.9"]),
    ("fraction-percent", "In slightly more than half (72%) of the cases the answer was right.", ["half"]),
    ("fraction-percent", "In lesions under 10 cm -74% (16/25) stayed open.", ["16/25"]),
    ("impossible-value", "The groups differed (test for trend, p = 10).", ["p = 10"]),
    ("impossible-value", "Agreement was good, with a kappa value of 61.8 in all.", ["kappa value of 61.8"]),
    ("malformed-number", "Take 10,,5 mg.", ["10,,5"]),
    ("malformed-number", "Take 1..2 mg a day.", ["1..2"]),
    ("parts-total", "The volume is 4 × 70 × 30 = 8,100 mL.", ["4 × 70 × 30"]),
    ("relative-time", "The new 2018 guideline says so.", ["new"]),
    ("reversed-range", "Take 875-125 mg of metformin at once; the range is between 875-125 mg.", ["875-125 mg", "875-125 mg"]),
    ("old-source", "According to data from 2009, one in five people smokes.", ["data from 2009"]),
    ("old-source", "Smoking kills (Peterson and Reiss, 1992).", ["Peterson and Reiss, 1992"]),
    ("stale-forecast", "The clinic will be switching to another insurer in July 2021.", ["will be switching to another insurer in July 2021"]),
    ("trailing-zero", "Give 2.50 units of insulin before the meal.", ["2.50 units"]),
    ("error-prone-abbreviation", "Give the rabbit 2 cc once a day. Mice need less.", ["cc"]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "draft", "found"), REPORTED, ids=[d for _, d, _ in REPORTED])
def test_what_is_close_is_reported(rule: str, draft: str, found: list[str], find: Find) -> None:
    assert [f.found for f in find(draft, rule)] == found
