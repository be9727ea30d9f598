"""What copy tells of besides the claim's own thing, what it lacks, and how its other figures stand to the claim's."""

from __future__ import annotations

import pytest
from comparing import compared

SAYS = frozenset(
    {
        "joined with another",
        "turned need own",
        "of another amount",
        "counted over another time",
        "of people, not of events",
        "base and predicate exchanged",
        "contrary age own",
        "another thing said of it",
        "another thing said of it, the claim's beside",
        "told of all",
        "told of some",
        "aim differs",
        "another year own",
        "contrary horizon own",
    }
)
CASES = [
    ("About 40% of people with hepatitis B are ill.", "About 40% of people with hepatitis B or C are ill.", {"joined with another"}),
    ("About 40% of people with gout are ill.", "About 40% of people with gout and asthma are ill.", {"joined with another"}),
    ("About 40% of people with gout are ill.", "About 40% of people with gout and their families are ill.", set()),
    ("About 40% of people with hepatitis B and C are ill.", "About 40% of people with hepatitis B or C are ill.", set()),
    ("Without CPR, 10% survive.", "When nobody does CPR, 10% survive.", set()),
    ("Without CPR, 10% survive.", "With CPR, 10% survive.", {"turned need own"}),
    ("About 40% of people without asthma snore.", "About 40% of people who have asthma snore.", {"turned need own"}),
    ("People with HIV are 10 times as likely as people without HIV to get it.", "People who have HIV have 10 times the risk.", set()),
    ("Patients were 9 times as likely to die on 100 mg or more a day.", "Patients were 4 times as likely to die on 50 to 99 mg a day.", {"of another amount"}),
    ("Patients were 9 times as likely to die on 100 mg or more a day.", "Patients were 4 times as likely to die on at least 100 mg a day.", set()),
    ("In 2022, 81,806 people died of an overdose.", "Every day 295 people died of an overdose.", {"counted over another time"}),
    ("In 2022, 81,806 people died of an overdose.", "Each year 73,000 people died of an overdose.", set()),
    ("About 1 in 5 deaths of people with anorexia are suicides.", "About 1 in 5 people with anorexia commit suicide.", {"of people, not of events"}),
    ("About 1 in 5 deaths of people with anorexia are suicides.", "About 1 in 5 deaths of people with anorexia are suicides.", set()),
    ("About 25% of adults with COPD have never smoked.", "About 25% of adults who have never smoked have COPD.", {"base and predicate exchanged"}),
    ("About 25% of adults with COPD have never smoked.", "About 25% of adults with COPD never smoked.", set()),
    ("About 98% of people with lupus have a positive antibody test.", "Of those with a positive antibody test, 98% have lupus.", {"base and predicate exchanged"}),
    ("About 98% of people with lupus have a positive antibody test.", "Of those with lupus, 98% have a positive antibody test.", set()),
    ("About 41% of children with cerebral palsy have epilepsy.", "About 41% of children with cerebral palsy have asthma.", {"another thing said of it"}),
    ("About 41% of children with cerebral palsy have epilepsy.", "About 41% of children with cerebral palsy have asthma, and epilepsy may come on top.", {"another thing said of it, the claim's beside"}),
    ("About 41% of children with cerebral palsy have epilepsy.", "About 41% of children with cerebral palsy have fits.", set()),
    ("Between 5% and 10% of people paralysed by polio die.", "Of everyone who catches polio, between 5% and 10% die.", {"told of all"}),
    ("Between 5% and 10% of people paralysed by polio die.", "Of every 100 people paralysed by polio, between 5 and 10 die.", set()),
    ("Cases of polio have fallen by 99% since 1988.", "Cases of polio have fallen by 99% since 2015.", {"contrary horizon own", "another year own"}),
    ("Cases of polio have fallen by 99% since 1988.", "Since 1988, cases of polio have fallen by 99%.", set()),
    ("After 6 to 12 weeks of diclofenac, 60% of people have less pain.", "After 6 to 12 days of diclofenac, 60% of people have less pain.", {"contrary horizon own"}),
    ("A migraine attack lasts 4 to 72 hours.", "In children, migraine attacks last 2 to 72 hours.", {"told of some"}),
    ("A migraine attack lasts 4 to 72 hours.", "In men and women, migraine attacks last 2 to 72 hours.", set()),
    ("The lifetime risk of gout for men is 3%.", "For men, the lifetime risk of gout is 3%.", set()),
    ("An HbA1c of 6.5% or higher indicates diabetes.", "The goal for most people with diabetes is an HbA1c below 7%.", {"aim differs"}),
    ("An HbA1c of 6.5% or higher indicates diabetes.", "An HbA1c of 6% or higher indicates diabetes.", set()),
    ("In 2023, malaria killed 597,000 people.", "In 2021, there were 247 million cases of malaria and about 619,000 people were killed.", {"another year own"}),
    ("In 2023, malaria killed 597,000 people.", "About 619,000 people were killed by malaria.", set()),
    ("Gout affects 18% of women.", "In their lifetime, 43% of women will have gout.", {"contrary horizon own"}),
    ("About 40% of people with gout have no leg pain.", "About 40% of people with gout never get pain in their legs.", set()),
    ("About 40% of people with epilepsy became free of seizures.", "In about 40% of people with epilepsy, seizures ceased.", set()),
    ("Scans show it in 96% of 80-year-olds with gout.", "By age 80, scans show it in 96% of people with gout.", set()),
    ("Scans show it in 96% of 80-year-olds with gout.", "By age 60, scans show it in 96% of people with gout.", {"contrary age own"}),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "copy", "expected"), CASES, ids=[c[1] for c in CASES])
def test_what_else_copy_says(claim: str, copy: str, expected: set[str]) -> None:
    assert SAYS & compared(claim, copy).keys() == expected
