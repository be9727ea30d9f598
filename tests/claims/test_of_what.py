"""What a figure is of: read behind it, held against what the claim's is of, and what follows where the two are not the same."""

from __future__ import annotations

import pytest
from comparing import compared

from linter.claims.phrase import phrase_of
from linter.claims.reading import BlockReading
from linter.language.lexicon import builtin

PHRASES = {
    "75% of hospital admissions for asthma could be avoided.": (["hospital admissions"], ["asthma"]),
    "Yarrow fever causes 13.8 million missed school days a year.": (["missed", "school", "days"], []),
    "About 90% of people who have tinnitus also hear badly.": (["people"], ["have", "tinnitus"]),
    "Of people who have tinnitus, 90% also hear badly.": (["people"], ["have", "tinnitus"]),
    "About 280 million women, most of them young, have it.": (["women"], []),
    "One in four stroke survivors will have another.": (["stroke survivors"], []),
    "The survival rate is 15%.": None,
    "It is 50% more common among women.": None,
    "It lasts 12 days in children.": None,
}


@pytest.mark.parametrize("copy", PHRASES)
def test_what_stands_behind_a_figure(copy: str) -> None:
    reading = BlockReading(copy, builtin())
    figure = next(f for f in reading.figures if f.is_claim)
    phrase = phrase_of(reading, figure)
    told = phrase and ([m.text for m in phrase.head], [m.text for m in phrase.rest])
    assert told == PHRASES[copy]


OF = frozenset(
    {
        "of fewer people",
        "of more people",
        "of other people",
        "of people of an age",
        "of people of another age",
        "of people of any age",
        "of a wider thing",
        "of another outcome",
    }
)
CASES = [
    ("Asthma kills three people a day.", "On average 3 children a day die from asthma.", {"of fewer people"}),
    ("Asthma kills three people a day.", "On average 3 people a day die from asthma.", set()),
    ("Asthma kills three people a day.", "Every day 3 adults die from asthma.", set()),
    ("About 280 million people live with depression.", "About 280 million women live with depression.", {"of fewer people"}),
    ("About 280 million people live with depression.", "About 280 million men and women live with depression.", set()),
    ("About 280 million people live with depression.", "About 280 million men, women and children live with depression.", set()),
    ("About 60% of children with gout are ill.", "About 60% of people with gout are ill.", {"of more people"}),
    ("About 60% of children with gout are ill.", "About 60% of adults with gout are ill.", {"of other people"}),
    ("About 60% of children with gout are ill.", "About 60% of girls with gout are ill.", {"of fewer people"}),
    ("About 60% of children with gout are ill.", "In children, about 60% of patients with gout are ill.", set()),
    ("About 12% of women get breast cancer.", "About 12% of women get breast cancer.", set()),
    ("About 12% of cases of breast cancer are found late.", "About 12% of women with breast cancer are found late.", set()),
    ("Half of people aged 75 and older have gout.", "Half of people older than 65 have gout.", {"of people of another age"}),
    ("Half of people aged 75 and older have gout.", "Half of those aged 75 or over have gout.", set()),
    ("About 9% of people have gout.", "About 9% of people aged 12 to 17 have gout.", {"of people of an age"}),
    ("About 9% of adults have gout.", "About 9% of adults aged 18 and older have gout.", set()),
    ("About 9% of adults have gout.", "About 9% of adults aged 65 and older have gout.", {"of people of an age"}),
    ("Gout affects 9% of people aged 12 to 17.", "Gout affects 9% of the population.", {"of people of any age"}),
    ("About 87% of all strokes are ischemic.", "About 87% of all stroke deaths are ischemic.", {"of another outcome"}),
    ("One in four people will have a stroke.", "One in four people will die of a stroke.", {"of another outcome"}),
    ("One in four people with gout will die.", "One in four people with gout will die.", set()),
    ("About 75% of admissions for asthma could be avoided.", "About 75% of admissions for lung disease could be avoided.", {"of a wider thing"}),
    ("About 25% of thyroid cancers are inherited.", "About 25% of these cancers are inherited.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "copy", "expected"), CASES, ids=[f"{c[0]} / {c[1]}" for c in CASES])
def test_of_whom_and_of_what(claim: str, copy: str, expected: set[str]) -> None:
    assert OF & compared(claim, copy).keys() == expected


PARTS = [
    ("About 80% of strokes could be prevented.", "About 60% of strokes could be prevented.", ()),
    (
        "About 80% of strokes could be prevented.",
        "About 60% of strokes strike at night.",
        ("rest said nowhere",),
    ),
    (
        "About 80% of strokes could be prevented.",
        "About 60% of migraines could be prevented.",
        ("base said nowhere",),
    ),
]


@pytest.mark.parametrize(("claim", "copy", "expected"), PARTS, ids=[c[1] for c in PARTS])
def test_both_what_it_is_of_and_what_is_said_of_it_are_looked_for(
    claim: str, copy: str, expected: tuple[str, ...]
) -> None:
    found = compared(claim, copy)
    assert tuple(n for n in ("base said nowhere", "rest said nowhere") if n in found) == expected
