"""Against whom or what a figure is told."""

from __future__ import annotations

import pytest
from comparing import compared

CLAIM = "Warfarin lowers the risk of stroke by 64% compared with placebo."
CASES = [
    (CLAIM, "Compared with placebo, warfarin lowers the risk of stroke by 64%.", "same comparator"),
    (CLAIM, "Compared with aspirin, warfarin lowers the risk of stroke by 64%.", "other comparator"),
    (CLAIM, "Warfarin lowers the risk of stroke by 64% versus placebo.", "same comparator"),
    (CLAIM, "Warfarin lowers the risk of stroke by 64%.", "comparator only in claim"),
    (CLAIM, "Warfarin lowers the risk of stroke by more than 60%.", "comparator only in claim"),
    ("Warfarin lowers the risk of stroke by 64%.", "Warfarin lowers the risk of stroke by 64% relative to aspirin.", "comparator only in copy"),
    ("Warfarin lowers the risk of stroke by 64%.", "Warfarin lowers the risk of stroke by 64%.", None),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "copy", "expected"), CASES, ids=[c[1] for c in CASES])
def test_the_other_side_of_a_comparison(claim: str, copy: str, expected: str | None) -> None:
    assert [name for name in compared(claim, copy) if "comparator" in name] == (
        [expected] if expected else []
    )
