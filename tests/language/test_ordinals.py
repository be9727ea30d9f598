"""Ranks in prose: which place a thing takes, and what ranks nothing."""

from __future__ import annotations

import pytest

from linter.language.ordinals import read_ranks

RANKS = [
    ("Harrow fever is the third leading cause of blindness.", [("third leading", 3)]),
    ("It is the most common cancer in men.", [("most common", 1)]),
    ("It is the 4th most commonly diagnosed cancer and the leading cause of death.", [("4th most commonly diagnosed", 4), ("leading", 1)]),
    ("Worldwide it ranks sixth among cancers.", [("sixth", 6)]),
    ("It came in second place behind stroke.", [("second place", 2)]),
    # nothing is ranked
    ("It is one of the most common cancers.", []),
    ("The two most common types are gout and pseudogout.", []),
    ("It most often begins between 30 and 50 years of age.", []),
    ("In the second year, most children are well.", []),
    ("The third dose is given at six months.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RANKS, ids=[t for t, _ in RANKS])
def test_ranks_are_read(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(text[f.start : f.end], f.value) for f in read_ranks(text)] == expected
