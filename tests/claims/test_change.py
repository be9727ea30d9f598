"""Whether a figure is a level or a change, and which way a change goes: 1 up, -1 down, 0 not told."""

from __future__ import annotations

import pytest

from linter.claims.reading import BlockReading
from linter.language.change import direction, is_change
from linter.language.lexicon import builtin

CASES = [
    ("The risk fell by 20%.", True, -1),
    ("A 20% reduction in deaths.", True, -1),
    ("A reduction in deaths of 20%.", True, -1),
    ("Deaths were 20% lower.", True, -1),
    ("They were 20% less likely to relapse.", True, -1),
    ("There were 20% fewer deaths.", True, -1),
    ("It cut deaths by about 30%.", True, -1),
    ("Women at higher risk cut it by 30%.", True, -1),
    ("It reduces pain by 30%.", True, -1),
    ("Deaths dropped by a third.", True, -1),
    ("The risk rose by a fifth.", True, 1),
    ("An increase of 20%.", True, 1),
    ("They were 20% more likely to relapse.", True, 1),
    ("The risk was up to 20% higher.", True, 1),
    ("It adds 11 months of life.", True, 1),
    ("It raised survival by 5 percentage points.", True, 1),
    ("Survival was 3 months longer.", True, 1),
    ("They die 14.6 years earlier than others.", True, 0),
    ("It came back 10 years later.", False, 0),
    ("Rates were 88% below that of other women.", True, -1),
    ("The cancer is 87% rarer among them.", True, -1),
    ("There was a 94% fall in deaths.", True, -1),
    ("Of the deaths, 94% fall in poorer countries.", False, 0),
    ("The risk is 20%.", False, 0),
    ("It affects 20% of men.", False, 0),
    ("The median survival was 24 months.", False, 0),
    ("More than 20% of men have it.", False, 0),
    ("At least 20% of men have it.", False, 0),
    ("It is found by 20% of them.", False, 0),
]


@pytest.mark.parametrize(("text", "change", "way"), CASES, ids=[case[0] for case in CASES])
def test_a_change(text: str, change: bool, way: int) -> None:
    reading = BlockReading(text, builtin())
    (figure,) = [f for f in reading.figures if f.is_claim]
    found = is_change(text, figure)
    assert (found, direction(reading.mentions, text, figure) if found else 0) == (change, way)


LEVELS = [
    ("The rate fell from 20% to 15%.", [False, False]),
    ("It lowers the risk to 20%.", [False]),
    ("The rate fell by 5 percentage points to 15%.", [True, False]),
]


@pytest.mark.parametrize(("text", "expected"), LEVELS, ids=[case[0] for case in LEVELS])
def test_the_ends_of_a_change_are_levels(text: str, expected: list[bool]) -> None:
    assert [is_change(text, f) for f in BlockReading(text, builtin()).figures if f.is_claim] == expected
