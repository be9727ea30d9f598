"""What a sentence has to say of a thing before it can turn a claim round: near-misses of real pages, and real contradictions."""

from __future__ import annotations

import pytest
from contradicting import contradictions, facts_of

CASES: list[tuple[str, str, str]] = [
    # -- all that the claim asserts
    ("Kawasaki syndrome is not contagious.", "", "Kawasaki syndrome often begins with a fever that lasts at least 5 days."),
    ("Kawasaki syndrome is not contagious.", "polarity", "Kawasaki syndrome is contagious."),
    ("There is no specific treatment for Marburg hemorrhagic fever.", "", "Marburg hemorrhagic fever is a very rare human disease."),
    ("Most hydatidiform moles are not cancer.", "", "Check the list of cancer trials that are now accepting patients with a hydatidiform mole."),
    ("Most hydatidiform moles are not cancer.", "", "Most hydatidiform moles are benign, but they sometimes become cancer."),
    ("People with dark skin can get skin cancer.", "polarity", "People with dark skin cannot get skin cancer."),
    # -- 'no' in other places
    ("Age-related macular degeneration does not cause pain.", "", "AMD causes no pain."),
    ("Age-related macular degeneration does not cause pain.", "polarity", "AMD causes pain."),
    ("No treatment can stop the progression of Parry-Romberg syndrome.", "", "There is no cure and there are no treatments that can stop the progression of Parry-Romberg syndrome."),
    ("Acinetobacter is not a significant risk to healthy people.", "", "Acinetobacter poses very little risk to healthy people."),
    ("Bell's palsy results from damage to the facial nerve.", "", "The exact cause of Bell's palsy is not known, but an infection can cause the facial nerve to swell."),
    ("Most cases of retinoblastoma are not heritable.", "", "Retinoblastoma occurs in heritable and nonheritable forms."),
    ("Hairy cell leukemia usually gets worse slowly.", "", "Hairy cell leukemia gets worse slowly or does not get worse at all."),
    # -- who acts
    ("Radon in the home can cause lung cancer.", "", "Lowering radon levels may lower the risk of lung cancer."),
    ("Radon in the home can cause lung cancer.", "polarity", "Radon in the home does not cause lung cancer."),
    ("Antiphospholipid syndrome causes blood clots.", "", "APS improves with anticoagulation therapy, which reduces the risk of further clots."),
    ("A hemangioma in a child usually goes away on its own.", "", "Surgery for hemangiomas that have not gone away."),
    ("Malaria does not spread directly from one person to another.", "", "Malaria mostly spreads to people through the bites of some infected mosquitoes."),
    ("Malaria does not spread directly from one person to another.", "polarity", "Malaria spreads from one person to another."),
    ("Vaccines do not cause autism.", "", "Vaccines cause autism. This claim has been extensively studied and disproven."),
    ("Vaccines do not cause autism.", "", "**Vaccines cause autism:** This claim has been extensively studied and definitively disproven."),
    ("Epilepsy is not contagious.", "", "The causes of epilepsy are structural, genetic, infectious, metabolic and immune."),
    ("Vaccines do not cause autism.", "polarity", "Vaccines cause autism. This has been extensively studied."),
    # -- ranks
    ("Lung cancer is the leading cause of cancer death in the United States.", "", "Skin cancer is the most common cancer in the United States."),
    ("Lung cancer is the leading cause of cancer death in the United States.", "", "Breast cancer is second only to lung cancer as a cause of cancer death in the United States."),
    ("Lung cancer is the leading cause of cancer death in the United States.", "category", "Breast cancer is the leading cause of cancer death in the United States."),
    ("Ovarian cancer is the leading cause of death from cancer of the female reproductive system.", "", "Ovarian cancer is the fifth leading cause of cancer death in women."),
    # -- what there is
    ("A vaccine can prevent hepatitis A.", "polarity", "No vaccine against hepatitis A exists."),
    ("A vaccine can prevent hepatitis A.", "", "No vaccine against hepatitis C exists."),
    ("There is no vaccine against hepatitis C.", "polarity", "Hepatitis C can be prevented with a vaccine."),
    ("Tourette syndrome is more common in boys than in girls.", "polarity", "Tourette syndrome affects more girls than boys."),
    ("Tourette syndrome is more common in boys than in girls.", "", "Tourette syndrome affects more boys than girls."),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "expected", "copy"), CASES, ids=[c[2] for c in CASES])
def test_only_copy_that_asserts_the_opposite_turns_a_claim_round(
    claim: str, expected: str, copy: str
) -> None:
    assert contradictions(facts_of(claim), copy) == ([expected] if expected else [])
