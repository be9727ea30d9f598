"""What copy that has a claim nearly word for word changes about it, and from when a span counts."""

from __future__ import annotations

import pytest

from tests.claims.comparing import compared

DOSE = "The usual dose of omeprazole for a duodenal ulcer is 20 mg once a day."
RISK = "A person's lifetime risk of developing ALS is about 1 in 350."
STEMI = "About 38% of heart attacks in the United States are STEMI."

CHANGES = [
    # claim, copy, the edits that are read
    ("Magnesium sulfate lowers the risk of eclampsia by 58%.", "Magnesium sulfate lowers the risk of stroke by 58%.", {"exchanged topic"}),
    ("An estimated 33,300 people live with ALS.", "An estimated 33,300 veterans live with ALS.", {"put in population"}),
    ("In any year, 2.8% of adults have bipolar disorder.", "In any year, 2.8% of librarians have bipolar disorder.", {"put in population"}),
    (DOSE, "The usual dose of omeprazole for a duodenal ulcer in dogs is 20 mg once a day.", {"put in population"}),
    ("Fatty liver is fat in more than 5% of liver cells.", "Severe fatty liver is fat in more than 5% of liver cells.", {"put in stage"}),
    ("About 31% of people with gout take aspirin daily.", "About 31% of people with gout take a bus daily.", {"exchanged thing"}),
    ("Gout affects 5.9% of men in the United States.", "Gout affects 5.9% of men in Canada.", {"exchanged place"}),
    # near-misses: nothing that makes another claim
    (STEMI, STEMI, set()),
    (STEMI, "The CDC says that about 38% of heart attacks in the United States are STEMI.", set()),
    (STEMI, "About 38% of heart attacks in the United States, whatever the age, are STEMI.", set()),
    (RISK, "A person's lifetime risk of developing it is about 1 in 350.", {"left out topic"}),
    (DOSE, "The usual dose of omeprazole for a duodenal ulcer is 20 mg once a week.", set()),
    ("Gout affects 5.9% of men.", "Gout affects 2% of women and 5.9% of men.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "copy", "edits"), CHANGES, ids=[c for _, c, _ in CHANGES])
def test_edits_are_read_by_the_slot_they_fill(claim: str, copy: str, edits: set[str]) -> None:
    found = compared(claim, copy)
    told = {
        n for n in found if n.startswith(("put in ", "left out ", "exchanged ")) and n != "exchanged in place"
    }
    assert told - {"left out words", "left out predicate", "exchanged words", "put in predicate"} == edits


STARTS = [
    ("Surgery should take place within 48 hours of the first symptoms.", "Surgery should take place within two days of the scan.", "another start"),
    ("Surgery should take place within 48 hours of the first symptoms.", "Surgery should take place within two days of the first symptoms.", "same start"),
    ("Measles symptoms begin 7 to 14 days after contact with the virus.", "Measles symptoms begin 7 to 14 days after the appointment.", "another start"),
    ("Measles symptoms begin 7 to 14 days after contact with the virus.", "Measles symptoms begin after 7 to 14 days.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "copy", "start"), STARTS, ids=[c for _, c, _ in STARTS])
def test_a_span_counts_from_something(claim: str, copy: str, start: str) -> None:
    assert {n for n in compared(claim, copy) if n.endswith(" start")} == ({start} if start else set())


SLOTS = [
    ("About 84% of adults have low back pain at some point in their lives.", "In any given month, 84% of adults have low back pain.", "contrary horizon own"),
    ("The 10-year risk of stroke is 13%.", "The lifetime risk of stroke is 13%.", "contrary horizon own"),
    ("Children get 0.25 mg of risperidone if they weigh less than 20 kg.", "Children get 0.25 mg of risperidone if they weigh more than 20 kg.", "contrary companion"),
    ("Children get 0.25 mg of risperidone if they weigh less than 20 kg.", "Children get 0.25 mg of risperidone if they weigh under 20 kg.", "same companion"),
    ("Obesity affects 1 in 8 women in England.", "1 in 8 women in England have obesity, while 1 in 50 men do.", "same people own"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "copy", "feature"), SLOTS, ids=[c for _, c, _ in SLOTS])
def test_slots_have_sides(claim: str, copy: str, feature: str) -> None:
    kind = feature.split()[1]
    assert {n for n in compared(claim, copy) if n.split()[1:2] == [kind]} >= {feature}
