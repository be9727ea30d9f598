"""Grow the trees of ``linter/claims/trees.txt``: gradient boosting with LightGBM, from the rows of training."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import lightgbm
import numpy as np

from linter.claims.trees import Tree

_PARAMETERS = {
    "objective": "binary",
    "num_leaves": 4,
    "learning_rate": 0.06,
    "lambda_l2": 10.0,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "feature_fraction": 0.3,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}


_SEEDS = (1, 2, 3)
"""One forest's luck decides figures near the limit; the mean of three decides fewer of them."""


def grow(
    rows: Sequence[Mapping[str, float]],
    names: Sequence[str],
    truth: Sequence[bool],
    weights: Sequence[float],
    signs: Sequence[int],
    share: float,
    count: int,
    fewest: int,
) -> tuple[Tree, ...]:
    """Trees whose sum, times ``share``, is a log odds; the constant is spread over them.

    ``signs`` has, for each name, 1 where more of the feature must not lower the sum, -1 where it must not raise it.
    There are ``count`` trees to a seed, whose leaves hold at least ``fewest`` rows each.
    """
    place = {name: k for k, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for i, row in enumerate(rows):
        for name, value in row.items():
            if name in place:
                x[i, place[name]] = value
    data = lightgbm.Dataset(x, np.array(truth, float), weight=np.array(weights), free_raw_data=False)
    parameters = {**_PARAMETERS, "monotone_constraints": list(signs), "min_child_samples": fewest}
    trees: list[Tree] = []
    for seed in _SEEDS:
        model = lightgbm.train({**parameters, "seed": seed}, data, count)
        dumped = model.dump_model()["tree_info"]
        trees += [_tree(t["tree_structure"], names, share / len(_SEEDS)) for t in dumped]
    return tuple(trees)


def _tree(node: dict[str, Any], names: Sequence[str], share: float) -> Tree:
    if "leaf_value" in node:
        return round(share * float(node["leaf_value"]), 4)
    below, above = (_tree(node[side], names, share) for side in ("left_child", "right_child"))
    return names[node["split_feature"]], float(f"{node['threshold']:.6g}"), below, above
