"""Small decision trees, added up beside the weights: what two or three features say only together.

A line of ``trees.txt`` is a tree, written from its root on: a split (``feature <= limit``), then the branch
where it holds, then the branch where it does not; a branch is a split again, or a number to add.
'said own <= 0.5 | -0.12 | same digits <= 0.5 | +0.02 | +0.31' takes 0.12 from a figure whose words say half of
the claim or less; of the others one with the fact's digits gains 0.31. A feature that is not named is 0.
"""

from __future__ import annotations

from collections.abc import Iterator

Tree = float | tuple[str, float, "Tree", "Tree"]
"""A number to add; or a feature, its limit, the branch up to the limit and the branch above it."""


def total(trees: tuple[Tree, ...], features: dict[str, float]) -> list[float]:
    """The number that each tree adds, in log odds."""
    of = features.get
    found = []
    for tree in trees:
        while not isinstance(tree, float):
            name, limit, below, above = tree
            tree = below if of(name, 0.0) <= limit else above
        found.append(tree)
    return found


def read_trees(text: str) -> dict[str, tuple[Tree, ...]]:
    """The trees of each question, from lines of ``question | tree``."""
    heads: dict[str, list[Tree]] = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            head, *parts = (part.strip() for part in line.split("|"))
            heads.setdefault(head, []).append(_read(iter(parts)))
    return {head: tuple(trees) for head, trees in heads.items()}


def _read(parts: Iterator[str]) -> Tree:
    part = next(parts)
    name, is_split, limit = part.rpartition(" <= ")
    return (name, float(limit), _read(parts), _read(parts)) if is_split else float(part)


def as_line(tree: Tree) -> str:
    """A tree as the file has it; the opposite of reading it."""
    if isinstance(tree, float):
        return f"{tree:+.4f}"
    name, limit, below, above = tree
    return f"{name} <= {limit:.6g} | {as_line(below)} | {as_line(above)}"
