"""What copy says of a claim of each usual kind: an age, a rank, a comparison of two groups, a limit, a rhythm, a trend."""

from __future__ import annotations

import json

import pytest

from linter.claims.bind import Binder
from linter.claims.statements import statements
from linter.facts.load import load_text
from linter.readers import read
from tests.claims.comparing import FACTS

CASES: dict[str, list[tuple[str, str]]] = {
    # -- a rise told as 'so many times', turned
    "Women living with HIV are 6 times as likely to develop cervical cancer as women without HIV.": [
        ("direction", "Women living with HIV are 6 times less likely to develop cervical cancer."),
        (
            "agrees",
            "Women living with HIV are six times as likely to develop cervical cancer as women without the virus.",
        ),
    ],
    "Each 1 mmol/L reduction in LDL cholesterol with a statin lowers the risk of heart attack by 22%. @ 22%": [
        (
            "direction",
            "Each 1 mmol/L by which a statin reduced LDL cholesterol raised the risk of heart attack by 22%.",
        ),
        (
            "agrees",
            "Each 1 mmol/L by which a statin reduced LDL cholesterol lowered the risk of heart attack by 22%.",
        ),
    ],
    # -- things named to say that they are not there
    "Each year about 0.33% of people with non-dysplastic Barrett's oesophagus develop cancer of the oesophagus.": [
        (
            "agrees",
            "Where Barrett's oesophagus is not dysplastic, 0.33% of people develop cancer of the oesophagus each year.",
        ),
    ],
    # -- none, and a few counted in one place, are no slips
    "Yarrow fever killed 727,000 people in 2021.": [
        ("", "In the outbreak of yarrow fever there were 0 deaths."),
    ],
    "About 1 in 8 women will get breast cancer.": [
        ("", "Breast cancer was the most common cancer in women in 157 countries out of 185."),
    ],
    # -- bounds told by a word
    "Preterm birth is birth before 37 weeks of pregnancy.": [
        ("agrees", "Preterm birth is birth at less than 37 weeks of pregnancy."),
        ("agrees", "Preterm birth is birth before 37 weeks of pregnancy."),
        ("value", "Preterm birth is birth at less than 34 weeks of pregnancy."),
        ("scope", "Preterm birth is birth after 37 weeks of pregnancy."),
    ],
    # -- whose figure it is
    "Yarrow fever kills three people a day in Norland.": [
        ("agrees", "In Norland three people a day die of yarrow fever."),
        ("scope", "In Norland 3 children a day die of yarrow fever."),
    ],
    # -- limits of the normal
    "Normal yarrow pressure is below 120 mm Hg.": [
        ("value", "Normal yarrow pressure is below 140 mm Hg."),
        ("", "Keep your yarrow pressure below 140 mm Hg."),
        (
            "agrees",
            "A yarrow pressure below 120 mm Hg is normal. With diabetes, keep your yarrow pressure below 140 mm Hg.",
        ),
    ],
    "A blood pressure higher than 180/120 mm Hg is a hypertensive crisis.": [
        ("value", "A blood pressure higher than 160/100 mm Hg is a hypertensive crisis."),
        ("", "High blood pressure is a blood pressure of 140/90 mm Hg or higher."),
    ],
    "A fever is a body temperature of 38 °C or higher.": [
        ("value", "A fever is a body temperature of 37 °C or higher."),
        ("", "# Fever\n\nThe normal body temperature is around 37 °C."),
    ],
    # -- with whom it is compared
    "In nonvalvular atrial fibrillation, warfarin lowers the risk of stroke by 64% compared with placebo.": [
        (
            "agrees",
            "Compared with placebo, warfarin lowers the risk of stroke by 64% in nonvalvular atrial fibrillation.",
        ),
        (
            "scope",
            "Compared with aspirin, warfarin lowers the risk of stroke by 64% in nonvalvular atrial fibrillation.",
        ),
    ],
    "People who smoke are at least 3 times as likely to get bladder cancer as people who do not smoke.": [
        (
            "agrees",
            "People who smoke are at least 3 times as likely to get bladder cancer as those who do not smoke.",
        ),
        (
            "scope",
            "People who smoke are at least 3 times as likely to get bladder cancer as people who used to smoke.",
        ),
    ],
    # -- of which kind
    "Antiviral medicines cure more than 95% of people with hepatitis C.": [
        (
            "agrees",
            "Direct-acting antiviral medicines can cure more than 95% of persons with hepatitis C infection.",
        ),
    ],
    "The 5-year relative survival rate for distant small cell lung cancer was 3%.": [
        ("agrees", "The 5-year relative survival rate for distant small cell lung cancer was 3%."),
        ("", "The 5-year relative survival rate for distant non-small cell lung cancer was 9%."),
    ],
    # -- ages
    "Yarrow fever is usually diagnosed at about age 40.": [
        ("agrees", "# Yarrow fever\n\nThe average age at diagnosis is 40."),
        ("agrees", "Yarrow fever is usually found in people who are about 40 years old."),
        ("value", "Most people with yarrow fever are diagnosed around the age of 55."),
        ("", "Yarrow fever is usually diagnosed within 40 days."),
    ],
    "Yarrow fits mostly happen between the ages of 6 months and 5 years.": [
        ("agrees", "Yarrow fits usually occur in children aged 6 months to 5 years."),
        ("value", "Yarrow fits usually occur in children between the ages of 6 months and 8 years."),
        ("", "Yarrow fits mostly last less than 5 minutes."),
    ],
    "Most people with Parkinson's disease develop it after age 60.": [
        ("agrees", "Parkinson's disease usually affects people over the age of 60."),
        ("value", "Parkinson's disease usually affects people over the age of 50."),
    ],
    "Most children with hepatoblastoma are under 3 years old.": [
        ("agrees", "Hepatoblastoma usually affects children before the age of 3."),
        ("unit", "Hepatoblastoma usually affects children younger than 3 months of age."),
    ],
    # -- ranks
    "Liver cancer is the sixth most common cancer in the world.": [
        ("agrees", "Worldwide, liver cancer ranks sixth among cancers by number of cases."),
        ("value", "Liver cancer is the fourth most common cancer in the world."),
        ("", "Liver cancer is the third leading cause of cancer death in the world."),
        ("", "Stomach cancer is the fifth most common cancer in the world."),
    ],
    # -- one group against another
    "Gout is three times as common in men as in women.": [
        ("agrees", "Men get gout three times as often as women."),
        ("direction", "Gout is three times as common in women as in men."),
        ("value", "Gout is four times more common in men than in women."),
    ],
    "Hairy cell leukemia is more common in men than in women.": [
        ("agrees", "Hairy cell leukemia is less common in women than in men."),
        ("polarity", "Hairy cell leukemia occurs more often in women than in men."),
    ],
    # -- what cannot be
    "Medicines can control seizures in about 70% of people with epilepsy.": [
        ("agrees", "In about 70% of people with epilepsy, seizures can be controlled with medicines."),
        ("direction", "In about 70% of people with epilepsy, seizures cannot be controlled with medicines."),
    ],
    # -- limits told by a noun
    "Adults should take no more than 4 g of paracetamol a day.": [
        ("agrees", "The daily ceiling for adults on paracetamol (4 g) is easily passed."),
        ("agrees", "In any one day, 4,000 mg is the most paracetamol that an adult may have."),
    ],
    # -- rhythms
    "A small abdominal aortic aneurysm is checked by ultrasound every 12 months.": [
        ("agrees", "A small abdominal aortic aneurysm is checked by ultrasound once a year."),
        ("value", "A small abdominal aortic aneurysm is checked by ultrasound twice a year."),
        ("value", "With a small abdominal aortic aneurysm, you will have another ultrasound every 3 months."),
    ],
    # -- trends
    "New cases of melanoma have increased over the past 30 years. @ 30 years": [
        ("direction", "New cases of melanoma have decreased over the last 30 years."),
        ("value", "New cases of melanoma have increased over the last 40 years."),
    ],
    # -- the same amount
    "Symptoms of hepatitis B start 60 to 150 days after exposure to the virus.": [
        ("agrees", "Symptoms of hepatitis B start 2 to 5 months after exposure to the virus."),
    ],
    "Adults with obesity should lose at least 4.5 kg in the first year.": [
        ("agrees", "Adults with obesity should lose at least 10 pounds in the first year."),
        ("value", "Adults with obesity should lose at least 12 pounds in the first year."),
    ],
    "A newborn normally takes 40 to 60 breaths a minute.": [
        ("agrees", "Newborns normally breathe between 40 and 60 times in a minute."),
    ],
    # -- what a share is of
    "LAMA2-related muscular dystrophy makes up 30% to 40% of all congenital muscular dystrophy.": [
        (
            "agrees",
            "LAMA2-related muscular dystrophy accounts for between 30 and 40 percent of cases of congenital muscular dystrophy.",
        ),
        (
            "scope",
            "LAMA2-related muscular dystrophy accounts for between 30 and 40 percent of total cases of muscular dystrophy.",
        ),
    ],
    "Adenocarcinoma makes up 40% of lung cancers.": [
        ("agrees", "Adenocarcinoma makes up 40% of lung tumors."),
        ("scope", "Adenocarcinoma makes up 40% of all cancers."),
        ("", "Adenocarcinoma makes up 60% of lung cancers in women."),
    ],
    "About 20% of people with multiple lentigines syndrome lose hearing.": [
        (
            "agrees",
            "Approximately 20 percent of individuals with multiple lentigines syndrome develop hearing loss.",
        ),
    ],
    # -- what is counted the kinds of
    "Lymphomas fall into two broad types, Hodgkin and non-Hodgkin.": [
        ("agrees", "There are two general types of lymphoma: Hodgkin lymphoma and non-Hodgkin lymphoma."),
        ("value", "Lymphomas are divided into three general types: Hodgkin, non-Hodgkin and others."),
        ("", "There are three major types of childhood non-Hodgkin lymphoma."),
    ],
    # -- what is ranked first, without a list of answers
    "Coronary artery disease is the most common cause of heart failure.": [
        ("category", "High blood pressure is the most common cause of heart failure."),
        ("category", "The most common cause of heart failure is high blood pressure."),
        ("", "High blood pressure is the most common cause of stroke."),
        ("", "High blood pressure is one of the most common causes of heart failure."),
        ("", "High blood pressure is the most common cause of heart failure in Black people."),
    ],
    # -- ways of inheritance
    "Marfan syndrome is inherited in an autosomal dominant pattern.": [
        ("agrees", "# Marfan syndrome\n\nThis condition is inherited in an autosomal dominant pattern."),
        ("category", "# Marfan syndrome\n\nThis condition is inherited in an X-linked pattern."),
        ("", "Some related disorders are inherited in an autosomal recessive pattern."),
    ],
    # -- comparisons of any two things, and of one side only
    "Plasmodium falciparum malaria is more dangerous than malaria caused by Plasmodium vivax.": [
        (
            "polarity",
            "Plasmodium falciparum malaria is less dangerous than malaria caused by Plasmodium vivax.",
        ),
    ],
    "Hypothyroidism is more common in women than in men.": [
        (
            "agrees",
            "Hypothyroidism is more common in women, people with other thyroid problems, and those over 60 years old.",
        ),
        (
            "polarity",
            "Hypothyroidism is more common in men, people with other thyroid problems, and those over 60 years old.",
        ),
    ],
    "Being pregnant does not raise the risk of Hodgkin lymphoma.": [
        ("polarity", "Pregnancy is a risk factor for Hodgkin lymphoma."),
        (
            "",
            "# Childhood Hodgkin lymphoma\n\nTalk with your child's doctor if you think your child may be at risk.",
        ),
    ],
    # -- ages in decimals, and since birth
    "Obsessive-compulsive disorder begins at an average age of 19.5 years.": [
        ("agrees", "On average, obsessive-compulsive disorder begins at age 19.5."),
        ("value", "OCD starts at 29.5 years of age on average."),
    ],
    # -- the most that there is, working days, and where
    "One organ donor can save the lives of up to eight people.": [
        ("agrees", "One organ donor can save as many as eight lives."),
        ("value", "One organ donor can save the lives of up to three people."),
    ],
    "Anyone with suspected arthritis should be referred to a specialist within 3 working days.": [
        (
            "agrees",
            "People with suspected arthritis should be referred to a specialist within 3 working days.",
        ),
        (
            "unit",
            "People with suspected arthritis should be referred to a specialist within 3 working weeks.",
        ),
    ],
    "Some 10.3 million people in France live with arthritis.": [
        ("agrees", "In France, 10.3 million people live with arthritis."),
        ("scope", "In Europe, 10.3 million people live with arthritis."),
    ],
    "About 28 million people in the United States have asthma.": [
        ("value", "About 5 million people in the United States have asthma."),
        ("", "About 5 million Californians have asthma."),
    ],
    # -- how long, and how long before
    "A migraine attack typically lasts 4 to 72 hours.": [
        ("value", "A migraine attack typically lasts 4 to 24 hours."),
        ("", "Yawning may start one or two days before a migraine attack."),
    ],
    "In the United States, a person dies of heart disease every 34 seconds.": [
        ("value", "Someone in the United States dies of heart disease every 60 seconds."),
        ("", "In the United States, about 2,500 people die of heart disease every day."),
    ],
    # -- limits of another class, and one of several makes
    "Adults with a body mass index of 30 or more have obesity.": [
        ("agrees", "Obesity means a body mass index of 30 or more in adults."),
        ("value", "Adults with a body mass index of 25 or more have obesity."),
    ],
    "In adults over 50, Shingrix is 97.2% effective against shingles.": [
        ("value", "In adults over 50, Shingrix is 67.2% effective against shingles."),
        ("", "In adults over 50, Zostavax is 51.3% effective against shingles."),
    ],
    # -- ever and now
    "ADHD is present in 4.4% of American adults.": [
        ("value", "In the United States, 6.4% of adults have ADHD."),
        ("", "The lifetime prevalence of ADHD in American adults was 8.1%."),
    ],
    # -- a multiple the other way
    "People with epilepsy die early three times as often as the general population.": [
        ("agrees", "People with epilepsy are three times as likely to die early as the general population."),
        ("direction", "People with epilepsy die early three times less often than the general population."),
    ],
    # -- as many people as births
    "About 1 in 365 African Americans is born with sickle cell disease.": [
        ("agrees", "Sickle cell disease affects 1:365 African Americans at birth."),
        ("value", "Sickle cell disease affects 1:250 African Americans at birth."),
    ],
    "Alcohol causes about 2.6 million deaths a year.": [
        ("value", "Each year, alcohol causes about 1.6 million deaths."),
        ("", "The number of deaths from alcohol per 100 000 people has fallen."),
    ],
    # -- names
    "About 1 in 700 babies in the United States is born with Down syndrome.": [
        ("agrees", "In the U.S., about 1 in 700 babies is born with Down syndrome."),
        ("value", "In the U.S., about 1 in 7,000 babies is born with Down syndrome."),
    ],
    "The number of people with diabetes in the UK has doubled in the past 15 years. @ doubled": [
        ("value", "In the past 15 years, the number of people with diabetes in the UK has tripled."),
    ],
}
ROWS = [(claim, verdict, copy) for claim, told in CASES.items() for verdict, copy in told]


@pytest.mark.parametrize(("claim", "verdict", "copy"), ROWS, ids=[copy for *_, copy in ROWS])
def test_a_claim_of_each_kind(claim: str, verdict: str, copy: str) -> None:
    """The verdicts on the copy's figures and statements, joined; nothing where it makes no such claim."""
    told, _, value = claim.partition(" @ ")
    keys = json.dumps(told) + (f", value: {json.dumps(value)}" if value else "")
    binder = Binder(load_text(FACTS.format(claim=keys)))
    bindings, reader = binder.bind(read("copy.md", copy.encode()))
    verdicts = {b.verdict for b in bindings} | {s.verdict for s in statements(reader, binder)}
    assert verdicts == ({verdict} if verdict else set())
