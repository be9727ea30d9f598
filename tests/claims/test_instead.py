"""Words that exclude each other, said of one thing: a virus for a fungus."""

from __future__ import annotations

import pytest
from contradicting import contradictions, facts_of

CASES: list[tuple[str, str, str]] = [
    # -- the kind of germ
    ("Aspergillosis is caused by a fungus.", "category", "Aspergillosis is caused by a virus."),
    ("Aspergillosis is caused by a fungus.", "category", "Aspergillosis is a bacterial infection."),
    ("Aspergillosis is caused by a fungus.", "", "Aspergillosis is a fungal infection."),
    ("Aspergillosis is caused by a fungus.", "", "Aspergillosis may be mistaken for a viral infection."),
    ("Aspergillosis is caused by a fungus.", "", "Aspergillosis is not caused by a virus."),
    ("Aspergillosis is caused by a fungus.", "", "Pneumonia is caused by a virus in some people with aspergillosis."),
    # -- what carries it
    ("Leishmaniasis is spread by the bite of infected sand flies.", "category", "Leishmaniasis is spread by ticks."),
    ("Leishmaniasis is spread by the bite of infected sand flies.", "", "Lyme disease is spread by ticks, and leishmaniasis is not."),
    # -- growths, and too much or too little
    ("Acoustic neuromas are benign.", "category", "Acoustic neuromas are usually malignant."),
    ("Acoustic neuromas are benign.", "", "Acoustic neuromas are hardly ever malignant."),
    ("Acromegaly is caused by too much growth hormone.", "category", "Acromegaly is caused by a lack of growth hormone."),
    ("Acromegaly is caused by too much growth hormone.", "", "Acromegaly may lead to a lack of other hormones."),
    # -- how it is inherited
    ("Usher syndrome is inherited in an autosomal recessive pattern.", "category", "Usher syndrome is inherited in an autosomal dominant pattern."),
    ("Alport syndrome is inherited in an X-linked pattern.", "", "Alport syndrome has autosomal dominant inheritance in about 5 percent of cases."),
    ("A father cannot pass X-linked Alport syndrome to his sons.", "", "Genetic Testing Registry: Alport syndrome, autosomal dominant"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "expected", "copy"), CASES, ids=[c[2] for c in CASES])
def test_one_of_a_set_for_another(claim: str, expected: str, copy: str) -> None:
    assert contradictions(facts_of(claim), copy) == ([expected] if expected else [])
