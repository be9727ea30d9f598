"""Sentences that a note ends, ages, and who has what a share is of."""

from __future__ import annotations

import pytest

from linter.claims.reading import BlockReading
from linter.claims.share_base import share_base
from linter.language.ages import ages
from linter.language.lexicon import builtin
from linter.language.text import sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It is found in the United States.[7,8] In children, it is rare.", 2),
        ("It is found in the United States.1 In children, it is rare.", 2),
        ("It weighs 3.5 kg at birth.", 1),
        ("The list[7] is long.", 1),
    ],
)
def test_a_note_behind_a_full_stop_ends_a_sentence(text: str, count: int) -> None:
    assert len(sentences(text, builtin())) == count


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A child of two has a cold.", ["child of two"]),
        ("Each child of two carriers may have it.", []),
        ("Women of 50 years and older are asked.", ["50 years and older"]),
        ("Aortic stenosis at age 75 and over is common.", ["at age 75 and over"]),
        ("At 45 and beyond, it is common.", ["45 and beyond"]),
        ("Some of the world's 40-to-80-year-olds have it.", ["40-to-80-year-olds"]),
        ("Some people between 40 and 80 have it.", ["people between 40 and 80"]),
        ("People between 40 and 80 kg may have it.", []),
        ("Women between 12 and 20 weeks pregnant may have it.", []),
    ],
)
def test_who_is_as_old_as_a_number_says(text: str, told: list[str]) -> None:
    assert [text[s.start : s.end] for s in ages(text)] == told


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("It makes up 40% of all cases of congenital muscular dystrophy.", ["congenital", "muscular dystrophy"]),
        ("About 10% of people with psoriasis develop arthritis.", ["psoriasis"]),
        ("About 10% of people with Down syndrome lose hearing.", ["Down syndrome"]),
        ("About 10% of affected individuals develop glaucoma.", []),
        ("It makes up 40% of these cancers.", []),
        ("About 15% of recognized cases of gout are severe.", ["gout"]),
        ("It makes up 40 mg of the lung cancer dose.", []),
    ],
)  # fmt: skip
def test_what_a_share_is_of(text: str, base: list[str]) -> None:
    reading = BlockReading(text, builtin())
    assert [m.text for m in share_base(reading, reading.figures[0], builtin())] == base


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "It takes 7-9 hours for most adults, 8-10 for teenagers, and 7-8 for older adults.",
            ["h", "h", "h"],
        ),
        ("It took 3 weeks for adults, 2 for children, and 5 in dogs.", ["week", "week", ""]),
        ("It takes 7-9 hours for most adults, and 8-10 people came.", ["h", ""]),
        ("A T-score of -2.5 or below means osteoporosis.", [""]),
        ("It affects 1:350 African American births.", ["in 350"]),
        ("The ratio was 1:350 in the lab.", [":"]),
    ],
)
def test_the_units_of_figures_that_have_none_of_their_own(text: str, told: list[str]) -> None:
    assert [f.unit for f in BlockReading(text, builtin()).figures if f.is_claim] == told


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("He has non-small cell lung cancer.", False),
        ("He has small cell lung cancer.", True),
    ],
)
def test_what_is_not_small_is_no_small_cell_cancer(text: str, named: bool) -> None:
    mentions = BlockReading(text, builtin()).mentions
    assert any("small cell lung cancer" in m.readings for m in mentions) == named
