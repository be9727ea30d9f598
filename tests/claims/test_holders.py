"""Whose rank it is, by the words of the rank's own clause."""

from __future__ import annotations

import pytest

from linter.claims.holders import holder
from linter.claims.reading import BlockReading
from linter.language.lexicon import builtin

HOLDERS = [
    (
        "Gout remains the leading cause of pain and asthma has moved up to the #4 spot.",
        [["gout"], ["asthma"]],
    ),
    ("According to the Asthma Society, gout ranks third.", [["gout"]]),
    ("Among lung diseases, asthma comes second.", [["asthma"]]),
    ("Gout (5% of all pain), the fourth leading cause of pain, is common.", [["gout"]]),
    ("Gout - now replacing asthma as the 4th leading cause of pain - is common.", [["gout"]]),
    ("Gout has overtaken asthma as the third leading cause of pain.", [["gout"]]),
    ("Gout, which affects the joints, is the fifth leading cause of pain.", [["gout"]]),
    ("Gout, followed by asthma, is the leading cause of pain.", [["gout"]]),
    ("Many suffer from gout, which remains the 5th leading cause of pain.", [["gout"]]),
    ("Gout affects the joints and is the fifth leading cause of pain.", [["gout"]]),
    ("It is on the rise, making gout the second leading cause of pain.", [["gout"]]),
    ("The fourth leading cause of pain is gout.", [["gout"]]),
    ("In the United States, the fourth leading cause of pain is gout.", [["gout"]]),
    ("The fourth leading cause of pain, gout, is common.", [["gout"]]),
    ("Ranking fourth, gout is common.", [["gout"]]),
    ("In fourth place is gout.", [["gout"]]),
    ("Gout is the nation's fifth-biggest killer.", [["gout"]]),
    ("While asthma is the second leading cause of pain, gout ranks fifth.", [["asthma"], ["gout"]]),
    ("Gout ranks third, and they say that asthma ranks second.", [["gout"], ["asthma"]]),
    ("The United States ranks fourth.", [["united states"]]),
    # only pointed at
    ("Gout is common. It is the No. 5 cause of pain.", [[]]),
    ("This disease is the third leading cause of pain.", [[]]),
    ("These deaths are the third leading kind.", [[]]),
]


@pytest.mark.parametrize(("text", "expected"), HOLDERS, ids=[t for t, _ in HOLDERS])
def test_the_holder_of_each_rank(text: str, expected: list[list[str]]) -> None:
    reading = BlockReading(text, builtin())
    ranks = [f for f in reading.others if f.role == "rank"]
    held = [holder(reading.sentences[reading.sentence_at(f.start)], f, builtin()) for f in ranks]
    assert [sorted(names) for names in held] == expected
