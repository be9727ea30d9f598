"""What a sentence has to name before it can turn a claim round, and what it ranks."""

from __future__ import annotations

import pytest
from contradicting import HEAD, contradictions, facts_of

CASES: list[tuple[str, str, str]] = [
    ("HPV infection increases the risk of throat cancer.", "polarity", "HPV infection does not raise the risk of throat cancer."),
    ("HPV infection increases the risk of throat cancer.", "", "The risk of throat cancer is higher in people with HPV infection compared with people who do not have HPV infection."),
    ("HPV infection increases the risk of throat cancer.", "", "Throat cancers linked to HPV infection are less likely to recur than cancers not linked to it."),
    ("Beta-carotene supplements are not recommended for people who smoke.", "polarity", "Beta-carotene supplements are recommended for people who smoke."),
    ("Beta-carotene supplements are not recommended for people who smoke.", "", "Beta-carotene supplements increase the risk of lung cancer in people who smoke."),
    ("Polio cannot be cured.", "", "Polio is non-curable."),
    ("Diabetes is the leading cause of kidney disease.", "category", "High blood pressure is the leading cause of kidney disease."),
    ("Diabetes is the leading cause of kidney disease.", "", "Diabetes and high blood pressure are the most common causes of kidney disease."),
    ("Diabetes is the leading cause of kidney disease.", "", "Fatigue is the most common symptom of kidney disease."),
    ("Basal cell carcinoma is the most common type of skin cancer.", "category", "Melanoma is the most common type of skin cancer."),
    ("Basal cell carcinoma is the most common type of skin cancer.", "", "The most common types of skin cancer are squamous cell carcinoma and basal cell carcinoma."),
    ("Basal cell carcinoma is the most common type of skin cancer.", "", "Skin cancer is the most common cancer in the country."),
    ("Osteoarthritis is the most common form of arthritis.", "", "Rheumatoid arthritis is the most common form of this kind of arthritis."),
    ("Kawasaki disease does not spread from child to child.", "polarity", "Kawasaki disease spreads easily from child to child."),
    ("Kawasaki disease does not spread from child to child.", "", "Children with Kawasaki disease may be given aspirin by their doctor."),
    ("Most cases of retinoblastoma are not inherited.", "", "The hereditary form of retinoblastoma often affects both eyes."),
    ("Most cases of retinoblastoma are not inherited.", "", "A child who has heritable retinoblastoma needs regular scans."),
    ("Most cases of retinoblastoma are not inherited.", "polarity", "Most cases of retinoblastoma are inherited from a parent."),
    ("Leishmaniasis is not spread by mosquitoes.", "polarity", "Leishmaniasis is spread by mosquitoes."),
    ("Leishmaniasis is not spread by mosquitoes.", "", "Unlike leishmaniasis, malaria is spread by mosquitoes."),
    ("Nail-patella syndrome is inherited in an autosomal dominant fashion.", "category", "Nail-patella syndrome is inherited in an autosomal recessive fashion."),
    ("Nail-patella syndrome is inherited in an autosomal dominant fashion.", "", "The syndrome is inherited in an autosomal recessive fashion."),
    ("Nail-patella syndrome is inherited in an autosomal dominant fashion.", "", "Empty sella syndrome is typically not inherited."),
    ("Plaque psoriasis is the most common form of the disease.", "", "Ischemic stroke is the most common form of the disease."),
    ("Juvenile retinoschisis is an X-linked condition.", "", "Juvenile retinoschisis is inherited in an x-linked recessive pattern."),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "expected", "copy"), CASES, ids=[c[2] for c in CASES])
def test_only_copy_about_all_that_a_claim_is_about_turns_it_round(
    claim: str, expected: str, copy: str
) -> None:
    assert contradictions(facts_of(claim), copy) == ([expected] if expected else [])


AMONG = (
    HEAD
    + """  f:
    claim: Leukemia is the most common cancer in children.
    value: leukemia
    among: [leukemia, brain tumors, lymphoma]
    source: s
"""
)
DEMOTED = [
    ("polarity", "Leukemia is the second most common cancer in children."),
    ("category", "Brain tumors are the most common cancer in children."),
    ("", "Brain tumors are the third most common cancer in children, after leukemia and lymphoma."),
    ("", "Juvenile myelomonocytic leukemia is a rare cancer in children."),
    ("", "The cause of most brain tumors in children is unknown."),
]


@pytest.mark.parametrize(("expected", "copy"), DEMOTED, ids=[c for _, c in DEMOTED])
def test_a_place_below_the_first_is_the_answers_own(expected: str, copy: str) -> None:
    assert contradictions(AMONG, copy) == ([expected] if expected else [])
