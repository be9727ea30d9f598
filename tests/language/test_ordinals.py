"""Ranks in prose: which place a thing takes, and what ranks nothing."""

from __future__ import annotations

import pytest

from linter.language.ordinals import read_rank, read_ranks

RANKS = [
    ("Harrow fever is the third leading cause of blindness.", [("third leading", 3)]),
    ("It is the most common cancer in men.", [("most common", 1)]),
    ("It is the 4th most commonly diagnosed cancer and the leading cause of death.", [("4th most commonly diagnosed", 4), ("leading", 1)]),
    ("Worldwide it ranks sixth among cancers.", [("sixth", 6)]),
    ("It came in second place behind stroke.", [("second place", 2)]),
    ("Gout is the No. 5 cause of pain.", [("No. 5", 5)]),
    ("It is the #1 preventable cause of gout.", [("#1", 1)]),
    ("Gout is the number-two killer of mice.", [("number-two", 2)]),
    ("Gout has moved up to the #4 spot.", [("#4 spot", 4)]),
    ("Gout fell from that spot to #10.", [("#10", 10)]),
    ("Gout rose from fifth to fourth place.", [("fourth place", 4)]),
    ("Gout, in fourth place, is common.", [("fourth place", 4)]),
    ("Gout is the nation's fifth-biggest killer.", [("fifth-biggest", 5)]),
    ("Gout is the third cause of death in mice.", [("third", 3)]),
    ("Gout ranks number four among pains.", [("number four", 4)]),
    ("Gout is 12th on the list of pains.", [("12th", 12)]),
    ("Gout tops the list of pains.", [("tops the list", 1)]),
    ("Gout is the top cause of pain.", [("top", 1)]),
    ("Gout is second only to cramp.", [("second only to", 2)]),
    ("Gout remains fifth and cramp comes first.", [("fifth", 5), ("first", 1)]),
    # nothing is ranked
    ("Gout is a leading cause of pain.", []),
    ("Gout is an increasingly common and a leading cause of pain.", []),
    ("Gout is among the top 8 leading causes of pain.", []),
    ("The leading causes of pain include gout.", []),
    ("Cramp and gout, the #2 and #3 causes of pain, are common.", []),
    ("Gout is no longer the leading cause of pain.", []),
    ("Gout was formerly the fifth leading cause of pain.", []),
    ("Chapter No. 5 tells of gout.", []),
    ("A No. 5 screwdriver was used.", []),
    ("A phase 3 trial treated gout.", []),
    ("In the first place, drink water.", []),
    ("The first spot appears on the toe.", []),
    ("She was third in line.", []),
    ("It is one of the most common cancers.", []),
    ("The two most common types are gout and pseudogout.", []),
    ("It most often begins between 30 and 50 years of age.", []),
    ("In the second year, most children are well.", []),
    ("The third dose is given at six months.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RANKS, ids=[t for t, _ in RANKS])
def test_ranks_are_read(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(text[f.start : f.end], f.value) for f in read_ranks(text)] == expected


VALUES = [
    ("5th", 5), ("fifth", 5), ("No. 5", 5), ("#5", 5), ("number five", 5), ("fifth leading", 5), ("the fourth most common", 4),
    ("fifth place", 5), ("leading", 1), ("first", 1), ("5", None), ("16%", None), ("5 years", None), ("a fifth of all", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place"), VALUES, ids=[t for t, _ in VALUES])
def test_a_value_that_is_a_rank(text: str, place: int | None) -> None:
    rank = read_rank(text)
    assert (rank and rank.value) == place
