"""Ordinary medical copy, in which nothing is wrong: no rule may raise a warning."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.results import Finding

COPY = [
    "Of 1,024 patients screened, 512 (50%) were eligible and 480 (94%) were enrolled.",
    "Overall survival at 5 years was 72% (95% CI, 65% to 78%) with surgery and 61% (95% CI, 54% to 68%) without.",
    "The response rate was 42% (21 of 50 patients; 95% CI, 28 to 57).",
    "Among 3,210 women, 45% were current smokers, 20% were former smokers, and 35% had never smoked.",
    "Mean (SD) age was 64.0 (9.5) years; 52.0% were women.",
    "The dose was titrated from 2.5 mg to 10 mg over 4 weeks.",
    "The median follow-up was 5.2 years (range, 0.1 to 12.3 years).",
    "Blood pressure fell from 150/90 to 130/80 mm Hg, a decrease of 20/10 mm Hg.",
    "Hospitalizations declined from 8.4 to 6.3 per 1,000, a 25% relative reduction.",
    "Rates were 12.1 vs 9.4 events per 1,000 person-years (hazard ratio, 0.78; 95% CI, 0.66-0.92; P=.003).",
    "One in five adults (about 20 million people) has chronic pain.",
    "About two-thirds of people with the disease are women, and 10% are children.",
    "Vaccine efficacy was 95.0% (95% credible interval, 90.3 to 97.6).",
    "The remaining 5% of tumors are rare types.",
    "Visits for warts have dropped by 94% in girls of 15 to 17 and by 83% in boys of that age.",
    "Of 87,895 animals tested, 3,663 were rabid. That is 18% fewer than the year before.",
    "In 2024, 26,890 people got the disease and 10,880 died of it. It makes up 1.3% of all cancers.",
    "The decline in deaths was 45%, or 1.4 fewer deaths per million children.",
    "Doubling the dose changed nothing (15% against 12%).",
    "By 2050, hip fractures in men are projected to have risen by 310% over the number in 1990.",
    "Nearly 1 in 3 adults (108 million) has high blood pressure, and only half (54%) have it under control.",
    "Sensitivity was 100% and specificity 97%.",
    "Patients lost 5% to 10% of their weight; 100% adherence was rare.",
    "The test is 99.9% accurate, but no test is 100% accurate.",
    "TSH levels of 0.5 to 5.0 mIU/L are considered normal.",
    "A normal INR is 1.0; the goal is 2.0 to 3.0.",
    "Tablets come in strengths of 1 mg, 2 mg, 2.5 mg, 3 mg, 4 mg, 5 mg, 6 mg, 7.5 mg, and 10 mg.",
    "Give 15 mg/kg every 6 hours, up to a maximum of 60 mg/kg/day.",
    "The pH of the stomach is 1.5 to 3.5.",
    "From 1999 to 2014, obesity rose from 30.5% to 37.7% among adults.",
    "Deaths fell 26% from 1991 to 2015, from 215 per 100,000 to 159 per 100,000.",
    "Prices rose by 200% between 2007 and 2016, from $100 to $300.",
    "The incidence doubled between 1990 and 2010, from 2.5 to 5 per 100,000.",
    "The number of cases tripled, from about 1,000 in 2012 to more than 3,000 in 2018.",
    "Mortality decreased from 20% to 15% (absolute difference, 5 percentage points; relative risk reduction, 25%).",
    "Risk was reduced by about half, from 1.0% to 0.5%.",
    "In the intervention group, weight dropped from 95 to 88 kg, a 7% loss.",
    "The ratio of women to men is 9 to 1, and the age at onset is 15 to 45 years.",
    "Call 911. Open from 9 to 5, Monday to Friday; see pages 34-9.",
    "Between 80% and 90% of lung cancers are caused by smoking; the other 10% to 20% occur in people who never smoked.",
    "About 85% of strokes are ischemic. The remaining 15% are hemorrhagic.",
    "About 85% of strokes are ischemic; the rest are hemorrhagic (12% intracerebral and 3% subarachnoid).",
    "Most cases (70%) resolve. Of the remaining 30%, half need surgery and half need drugs.",
    "Some 60% of patients had surgery; of the other 40%, a quarter (10% of all patients) had radiation.",
    "The drug is considered safe and effective when used as directed.",
    "It is not completely safe, and it does not work for everyone.",
    "There is no guarantee that treatment will work.",
    "Doctors say that completely safe sex does not exist.",
    "Vaccines have eliminated smallpox and prevent many infections.",
    "Surgery can cure early-stage cancer in most people.",
    "Antibiotics cure most infections, but resistance is growing.",
    "This medicine has no known interactions with alcohol.",
    "Many people have no side effects from the shot.",
    "People at low risk may have no risk factors at all.",
    "She took 20 mg of fluoxetine for OCD and 0.5 mg of lorazepam at bedtime.",
    "Insulin comes as U-100 and U-500; 1 mL of U-100 holds 100 units.",
    "CD4 counts below 200 cells/µL define AIDS; MS and ALS are other diseases.",
    "Serum ferritin below 30 µg/L suggests low iron. The IU/L and U/L scales agree.",
    "The OS and PFS were 24 and 11 months; OD and OS stand for right and left eye.",
    "In SC, NC and GA, 12% of adults smoke.",
    "A study of 2,000 adults (1,020 women and 980 men) found that 35% slept badly.",
    "The trial enrolled 1,240 adults; 1,204 completed it and 1,180 were analyzed.",
    "We surveyed 2,400 nurses, of whom 1,800 replied (75%).",
    "Of 2,400 nurses, 1,800 (75%) replied, 300 (17% of responders) had burnout.",
    "In 2019, 34.2 million people had diabetes; in 2021, 38.4 million had it.",
    "According to the ACS, about 1 in 8 women (13%) will get breast cancer, and about 1 in 39 (2.5%) will die of it.",
    "In people younger than 50, 1 in 3 (30%) had it; in those older, 2 in 3 (70%).",
    "Up to 1 in 5 children (10–20%) have eczema.",
    "About 1 in 1,000 births (0.1%) is affected, roughly 4,000 babies a year.",
    "Half a tablet (25 mg) twice a day is enough; a third dose (50%) may be skipped.",
    "The p values were .04 and 0.6, r = .45, kappa = 0.81, AUC 0.91, and R2 = 1.0.",
    "The relative risk was 1.4 and the odds ratio 2.3; the probability of relapse was 14%.",
    "The score fell from 24 to 12 points, a 50% drop, on a scale of 0 to 30.",
    "On May 31 and June 30, 31 people were tested; on September 30, 2020, 45 were.",
    "The shop is open 24 hours a day, 7 days a week; he slept 7 to 8 hours a night.",
    "Oxygen at 100% was given; saturations of 88% to 92% are the target.",
    "Interest costs 1,250.50 dollars; version 2.0.1 has 10,000 users, at 10.5% and 1,5-anhydroglucitol.",
    "Sales were 110% of the target. Caffeine intake was 120% of average. Peak flow was 105% of predicted.",
    "LDL fell by 1.0 mmol/L (38.7 mg/dL); hemoglobin rose 1.0 g/dL. Protein intake was 1.0 g/kg.",
    "The infant weighed 3.0 kg and took 1.0 g of protein. The nodule was 1.0 cm.",
    "Recent advances since 2015 have changed care. New cases fell in 2019. The current guideline is from 2024.",
    "Since 2000, new treatments have appeared. In 2012, the newly formed agency began its work.",
]


@pytest.mark.parametrize("sentence", COPY)
def test_ordinary_copy_is_left_alone(sentence: str, find: Callable[..., list[Finding]]) -> None:
    assert [(f.rule, f.found) for f in find(sentence)] == []


def test_nothing_is_made_of_sentences_that_have_nothing_to_do_with_each_other(
    find: Callable[..., list[Finding]],
) -> None:
    assert [(f.rule, f.found) for f in find("\n\n".join(COPY))] == []
