"""Copy that gives a figure to more than its claim does, or to a part of it, in so many words."""

from __future__ import annotations

import pytest
from comparing import compared

NAMES = (
    "told of all", "a place for the world", "clause of the base unsaid", "of numbered kinds", "another organisation"
)  # fmt: skip
MEN = "About 1 in 42 men will develop lymphoma during their lifetime."
ADULTS = "Acute myeloid leukaemia accounts for about 32% of leukaemia in adults."
WORLD = "Worldwide, 40 million adults live with dementia."
NEED = "Of the adults who could benefit from statins, 54.5% take them."
HPV = "HPV causes 99% of cervical cancers."
CDC = "The CDC recommends 2 doses of the vaccine for children."
CASES = [
    (MEN, "About 1 in 42 men and women alike will develop lymphoma.", "told of all"),
    (MEN, "About 1 in 42 men will develop lymphoma.", None),
    (ADULTS, "Acute myeloid leukaemia accounts for about 32% of all leukaemias.", "told of all"),
    (ADULTS, "Acute myeloid leukaemia accounts for about 32% of all adult leukaemias.", None),
    (ADULTS, "Acute myeloid leukaemia makes up 32% of leukaemia, whatever the patient's age.", "told of all"),
    (WORLD, "In Europe 40 million adults live with dementia.", "a place for the world"),
    (WORLD, "Some 40 million adults live with dementia.", None),
    (WORLD, "In Europe and around the world 40 million adults live with dementia.", None),
    (NEED, "Some 54.5% of adults take statins.", "clause of the base unsaid"),
    (NEED, "Of the adults who would benefit from statins, 54.5% take one.", None),
    (HPV, "HPV types 16 and 18 cause 70% of cervical cancers.", "of numbered kinds"),
    (HPV, "HPV causes 70% of cervical cancers.", None),
    (CDC, "The World Health Organization recommends 2 doses of the vaccine for children.", "another organisation"),
    (CDC, "The CDC recommends 2 doses of the vaccine for children.", None),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "copy", "expected"), CASES, ids=[c[1] for c in CASES])
def test_what_gives_a_figure_to_more_or_to_a_part(claim: str, copy: str, expected: str | None) -> None:
    assert [n for n in compared(claim, copy) if n in NAMES] == ([expected] if expected else [])
