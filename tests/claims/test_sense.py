"""Which way a sentence says that a risk goes."""

from __future__ import annotations

import pytest

from linter.claims.sense import sense

CASES = [
    ("Smoking raises the risk of bladder cancer.", 1),
    ("Smokers are more likely to develop it.", 1),
    ("The odds of a second stroke go up.", 1),
    ("Daily sunscreen lowers the risk of melanoma.", -1),
    ("It makes pneumonia less likely in people with COPD.", -1),
    ("The vaccine protects children against measles.", -1),
    ("Their chances of relapse are lower.", -1),
    ("The risk is known.", 0),
    ("It lowers the risk of stroke and raises the risk of bleeding.", 0),
    ("The dose was raised.", 0),
    ("Fewer people smoke.", 0),
]


@pytest.mark.parametrize(("text", "way"), CASES, ids=[case[0] for case in CASES])
def test_the_way_a_risk_goes(text: str, way: int) -> None:
    assert sense(text) == way
