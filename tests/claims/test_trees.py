"""Trees are read as they are written, and asked from the root on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.claims.trees import Tree, as_line, read_trees, total

LEAVES = st.integers(-9999, 9999).map(lambda n: n / 10_000)
NAMES = st.sampled_from(["said own", "same digits", "all said, nothing contrary"])
TREES: st.SearchStrategy[Tree] = st.recursive(
    LEAVES, lambda branch: st.tuples(NAMES, st.integers(-300, 300).map(lambda n: n / 100), branch, branch)
)
HALF: Tree = ("said own", 0.5, -0.12, ("same digits", 0.5, 0.02, 0.31))


@given(st.lists(TREES, max_size=4))
def test_trees_are_read_as_they_are_written(trees: list[Tree]) -> None:
    text = "# trees\n" + "".join(f"conflict | {as_line(tree)}\n" for tree in trees)
    assert read_trees(text).get("conflict", ()) == tuple(trees)


@pytest.mark.parametrize(
    ("features", "adds"),
    [
        ({}, -0.12),
        ({"said own": 0.5}, -0.12),
        ({"said own": 0.51}, 0.02),
        ({"said own": 0.51, "same digits": 1.0}, 0.31),
        ({"same digits": 1.0}, -0.12),
    ],
)
def test_a_feature_that_is_not_named_is_none(features: dict[str, float], adds: float) -> None:
    assert total((HALF, 0.5), features) == [adds, 0.5]
