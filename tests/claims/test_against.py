"""Against whom or what a figure is told."""

from __future__ import annotations

import pytest
from comparing import compared

CLAIM = "Warfarin lowers the risk of stroke by 64% compared with placebo."
SMOKERS = (
    "Heavy smokers have a risk of cataract that is 49% higher than that of people who have never smoked."
)
STAYING = "Staying on warfarin lowers the risk of stroke by 57% compared with stopping it."
VACCINE = "The high-dose vaccine prevents 24% more cases of flu than the standard-dose vaccine."
CASES = [
    (CLAIM, "Compared with placebo, warfarin lowers the risk of stroke by 64%.", "same comparator"),
    (CLAIM, "Compared with aspirin, warfarin lowers the risk of stroke by 64%.", "other comparator"),
    (CLAIM, "Warfarin lowers the risk of stroke by 64% versus placebo.", "same comparator"),
    (CLAIM, "Warfarin lowers the risk of stroke by 64%.", "comparator only in claim"),
    (CLAIM, "Warfarin lowers the risk of stroke by more than 60%.", "comparator only in claim"),
    ("Warfarin lowers the risk of stroke by 64%.", "Warfarin lowers the risk of stroke by 64% relative to aspirin.", "comparator only in copy"),
    ("Warfarin lowers the risk of stroke by 64%.", "Warfarin lowers the risk of stroke by 64%.", None),
    (SMOKERS, "Heavy smokers are 49% more likely to get a cataract than light smokers.", "other comparator"),
    (SMOKERS, "Heavy smokers are 49% more likely to get a cataract than never smokers.", "same comparator"),
    (STAYING, "Carrying on with warfarin cuts the risk of stroke by 57%, compared with coming off it.", None),
    (VACCINE, "It keeps 24% more cases of flu at bay than the ordinary shot.", "same comparator"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "copy", "expected"), CASES, ids=[c[1] for c in CASES])
def test_the_other_side_of_a_comparison(claim: str, copy: str, expected: str | None) -> None:
    assert [name for name in compared(claim, copy) if "comparator" in name] == (
        [expected] if expected else []
    )
