"""What turns a claim that denies: of 'there is no X' only 'there is an X', and of 'almost always' also 'rarely'."""

from __future__ import annotations

import json

import pytest

from linter.claims.bind import Binder
from linter.claims.denied import denied_thing
from linter.claims.lethality import lethality
from linter.claims.reading import BlockReading
from linter.claims.statements import statements
from linter.facts.load import load_text
from linter.language.lexicon import builtin
from linter.readers import read

HEAD = "sources:\n  s: {title: T, publisher: P, published: 2024}\nfacts:\n"

CASES: dict[str, list[tuple[str, str]]] = {
    # -- most do not have X
    "Most women with breast cancer do not have a family history of the disease.": [
        ("polarity", "Most women with breast cancer have a family history of the disease."),
        ("", "# Family history and breast cancer risk\n\n1 in 7 women will get breast cancer."),
        ("", "# Family history\n\nOther than being female, age is the most significant factor for breast cancer."),
        ("", "Most women's family history of breast cancer is due to chance alone."),
        ("", "A small number of women with breast cancer have a family history of the disease."),
    ],
    # -- there is no X
    "There is no safe level of lead in the blood.": [
        ("polarity", "There is a safe level of lead in the blood."),
        ("polarity", "Experts have set a safe level of lead in the blood."),
        ("polarity", "Low levels of lead in the blood are safe."),
        ("polarity", "A little lead in the blood does no harm."),
        ("polarity", "Lead in the blood is safe in small amounts."),
        ("", "Some people still think that low levels of lead in the blood are safe."),
        ("", "Levels of lead in the blood are safe to measure at home."),
        ("", "# Lead\n\nEven a short time near old paint can harm a child."),
        ("", "Even low levels of lead in the blood harm children."),
        ("", "The level of lead in the blood has fallen since 1970."),
        ("", "Lead in the blood was found in one in ten children."),
        ("", "Keep your children safe from lead, and have the level in their blood measured."),
        ("", "The only safe level of lead in the blood is zero."),
        ("", "Is there a safe level of lead in the blood?"),
        ("", "It is not true that there is a safe level of lead in the blood."),
        ("", "Myth: There is a safe level of lead in the blood."),
        ("", "There is a safe level of fluoride in the water."),
        ("agrees", "No level of lead in the blood is safe."),
    ],
    "A safe dose of radon does not exist.": [
        ("polarity", "There is a safe dose of radon."),
        ("polarity", "Low doses of radon are harmless."),
        ("", "The dose of radon that people get depends on the house."),
        ("", "If there were a safe dose of radon, nobody would need a test."),
    ],
    "No screening test for ovarian cancer is available.": [
        ("polarity", "A screening test for ovarian cancer is now available."),
        ("", "The screening test for cervical cancer does not find ovarian cancer."),
        ("", "There is a screening test for cervical cancer, but not for ovarian cancer."),
        ("", "Scientists are studying a screening test for ovarian cancer."),
        ("", "A screening test for ovarian cancer might be found one day."),
    ],
    "There is no vaccine against hepatitis C.": [
        ("polarity", "A vaccine against hepatitis C exists."),
        ("polarity", "A vaccine protects against hepatitis C."),
        ("polarity", "Ask your doctor for the hepatitis C vaccine."),
        ("", "A hepatitis C vaccine is being developed."),
        ("", "People with hepatitis C should have the hepatitis A and B vaccines."),
    ],
    "Yarrow tea does not cause autism.": [
        ("", "There was no link between yarrow tea and autism."),
        ("polarity", "Yarrow tea causes autism."),
    ],
    "There is no link between vaccines and autism.": [
        ("polarity", "Vaccines are linked to autism."),
        ("polarity", "Vaccines cause autism."),
        ("", "Parents of children with autism often ask about vaccines."),
        ("", "Children with autism should get their vaccines."),
    ],
    "There are no long-term side effects of the measles vaccine.": [
        ("polarity", "The measles vaccine has long-term side effects."),
        ("", "Side effects of the measles vaccine are mild."),
        ("", "Researchers looked for long-term side effects of the measles vaccine."),
    ],
    "There is no treatment that stops motor neurone disease.": [
        ("polarity", "There is a treatment that stops motor neurone disease."),
        ("", "Treatment for motor neurone disease eases symptoms."),
    ],
    "No vaccine protects against Lyme disease.": [
        ("polarity", "A vaccine protects against Lyme disease."),
        ("", "A vaccine against Lyme disease is being tested."),
    ],
    # -- what is not known
    "The cause of sarcoidosis is unknown.": [
        ("polarity", "The cause of sarcoidosis is known."),
        ("agrees", "The cause of sarcoidosis is not known."),
        ("", "Sarcoidosis is a rare cause of heart failure."),
    ],
    # -- when, and of whom: no denial
    "Kala-azar is almost always fatal without treatment.": [
        ("polarity", "Untreated, kala-azar is rarely fatal."),
        ("agrees", "Untreated kala-azar is nearly always deadly."),
        ("", "With treatment, kala-azar is rarely fatal."),
    ],
    "Chlamydia can be passed on without any symptoms.": [
        ("", "Chlamydia is passed on by sex."),
        ("", "Symptoms of chlamydia include pain."),
    ],
    # -- how often, and who dies
    "Once the symptoms of tetanus have begun, the disease is usually fatal.": [
        ("polarity", "# Tetanus\n\nOnce symptoms begin, it seldom ends in death."),
        ("polarity", "Once the symptoms of tetanus have begun, the disease is almost never deadly."),
        ("polarity", "Once the symptoms of tetanus have begun, most people survive."),
        ("", "Once the symptoms of tetanus have begun, few people survive."),
        ("", "Once the symptoms of tetanus have begun, the disease is not always fatal."),
        ("", "If people have the vaccine before symptoms of tetanus begin, most survive."),
        ("", "Tetanus symptoms rarely begin within a day."),
        ("", "Most of those who die of tetanus once symptoms have begun are babies."),
        ("", "Chickenpox is rarely fatal."),
    ],
    "Chickenpox is rarely fatal in healthy children.": [
        ("polarity", "Chickenpox is usually fatal in healthy children."),
        ("agrees", "Chickenpox is hardly ever fatal in healthy children."),
        ("", "Chickenpox can be fatal in newborns."),
    ],
    "Measles is usually mild in vaccinated people.": [
        ("polarity", "Measles is seldom mild in vaccinated people."),
        ("", "Vaccinated people rarely get measles."),
    ],
    # -- comparisons
    "Morphine is stronger than codeine.": [
        ("polarity", "Morphine is less potent than codeine."),
        ("polarity", "Codeine is more potent than morphine."),
        ("agrees", "Codeine is weaker than morphine."),
    ],
    "Women are usually older than men when they have a first heart attack.": [
        ("polarity", "Women are usually younger than men when they have a first heart attack."),
        ("agrees", "Men are usually younger than women when they have a first heart attack."),
        ("", "A first heart attack does not mean the end of work for men and women."),
    ],
    "Sufentanil is 10 times stronger than fentanyl.": [
        ("direction", "Sufentanil is 10 times weaker than fentanyl."),
        ("direction", "Fentanyl is 10 times more potent than sufentanil."),
        ("direction", "Sufentanil is 10 times less potent than fentanyl and 500 times more potent than morphine."),
        ("agrees", "Sufentanil is 10 times as potent as fentanyl."),
        ("agrees", "Fentanyl is 10 times weaker than sufentanil."),
        ("", "Carfentanil is 20 times stronger than sufentanil."),
        ("", "Is sufentanil 10 times weaker than fentanyl?"),
    ],
    "Boys are 4 times more likely than girls to have autism.": [
        ("direction", "Boys are 4 times less likely than girls to have autism."),
        ("direction", "Girls are 4 times more likely than boys to have autism."),
        ("agrees", "Girls are 4 times less likely than boys to have autism."),
    ],
}  # fmt: skip

ANSWERS: dict[tuple[str, str, str], list[tuple[str, str]]] = {
    ("Worldwide, mosquitoes are the insects that most often carry ross fever.", "mosquitoes", "mosquitoes, ticks, sandflies"): [
        ("category", "# Ross fever\n\nWorldwide, ticks are the usual source."),
        ("category", "Most cases of ross fever are spread by ticks."),
        ("category", "Ross fever usually comes from a tick bite."),
        ("category", "The main culprit in ross fever is the sandfly."),
        ("category", "Ticks are to blame for most cases of ross fever."),
        ("", "Ticks can spread ross fever."),
        ("", "In Canada, ticks are the main source of ross fever."),
        ("", "Ticks may be the main source of ross fever."),
        ("", "Ticks are a leading source of ross fever."),
        ("", "Among soldiers, ross fever is mostly spread by ticks in tents, not by mosquitoes."),
        ("", "Ticks most often bite in summer, when ross fever is rare."),
        ("", "Ross fever is rarely spread by ticks."),
    ],
    ("Heart disease is the leading cause of death in Canada.", "heart disease", "heart disease, cancer, suicide"): [
        ("category", "Suicide is the leading cause of death in Canada."),
        ("", "Suicide is a leading cause of death in Canada."),
    ],
    ("Skin cancer is the most common cancer in yarrow workers.", "skin cancer", "skin cancer, lung cancer, liver cancer"): [
        ("category", "Lung cancer is the most common cancer in yarrow workers."),
        ("", "Lung cancer is the leading cause of cancer death in yarrow workers."),
        ("", "Asbestos is the most common cause of lung cancer in yarrow workers."),
    ],
}  # fmt: skip


def _verdict(fact: str, copy: str) -> str:
    binder = Binder(load_text(HEAD + f"  fact: {{{fact}, source: s}}\n"))
    bound, reader = binder.bind(read("copy.md", copy.encode()))
    found = {b.verdict for b in bound} | {s.verdict for s in statements(reader, binder)}
    return ", ".join(sorted(found))


@pytest.mark.parametrize(
    ("claim", "expected", "copy"), [(c, v, t) for c, rows in CASES.items() for v, t in rows]
)
def test_copy_turns_a_denial_only_by_what_is_denied(claim: str, expected: str, copy: str) -> None:
    found = _verdict(f"claim: {json.dumps(claim)}", copy)
    assert found == expected or (expected == "" and found == "agrees")


@pytest.mark.parametrize(
    ("fact", "expected", "copy"), [(f, v, t) for f, rows in ANSWERS.items() for v, t in rows]
)
def test_what_most_come_from_is_an_answer_in_whatever_words(
    fact: tuple[str, str, str], expected: str, copy: str
) -> None:
    claim, value, among = fact
    found = _verdict(f"claim: {json.dumps(claim)}, value: {value}, among: [{among}]", copy)
    assert found == expected or (expected == "" and found == "agrees")


@pytest.mark.parametrize(
    ("claim", "head", "qualities"),
    [
        ("There is no safe level of noise.", "level", ["safe"]),
        ("There isn't a blood test for migraine.", "test", ["blood"]),
        ("No dose of radon is harmless.", "dose", ["harmless"]),
        ("At present, no vaccine against malaria exists.", "vaccine", []),
        ("A vaccine against norovirus has not been developed.", "vaccine", []),
        ("No diet can cure gout.", "", []),
        ("Most people with gout have no symptoms.", "", []),
        ("Gout does not spread from person to person.", "", []),
        ("There is no cure for gout.", "", []),
    ],
)
def test_what_a_claim_says_there_is_none_of(claim: str, head: str, qualities: list[str]) -> None:
    thing = denied_thing(BlockReading(claim, builtin()).sentences[0])
    if not head:
        assert thing is None
    else:
        assert thing is not None
        assert head in thing.heads
        assert len(thing.qualities) == len(qualities)
        assert all(q in group for q, group in zip(qualities, thing.qualities, strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is almost always fatal.", 1),
        ("Most people who catch it die.", 1),
        ("Hardly anyone survives.", 1),
        ("Survival is very rare.", 1),
        ("It rarely kills.", -1),
        ("Nearly all patients recover.", -1),
        ("Deaths from it are rare.", -1),
        ("Most of those who die are babies.", 0),
        ("It is not always fatal.", 0),
        ("It can be fatal.", 0),
    ],
)
def test_who_dies(text: str, expected: int) -> None:
    assert lethality(text) == expected


def test_answers_are_known_beside_terms_of_the_desk() -> None:
    facts = (
        "terms: {ross fever: [RF]}\n"
        + HEAD
        + "  fact: {claim: Ticks are the most common carriers of ross fever., "
        "value: ticks, among: [ticks, voles], source: s}\n"
    )
    binder = Binder(load_text(facts))
    reader = binder.bind(read("copy.md", b"Voles are the most common carriers of ross fever."))[1]
    assert [s.verdict for s in statements(reader, binder)] == ["category"]
