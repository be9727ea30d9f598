"""What sentences say of a thing, by sense, and which of them turn a claim round."""

from __future__ import annotations

import json

import pytest

from linter.claims.bind import Binder
from linter.claims.inherit import ContextReader
from linter.claims.reading import DocumentReading
from linter.claims.senses import Row, rows, senses, turned
from linter.claims.statements import may_state
from linter.facts.load import load_text
from linter.readers import read


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.sense} {row.example}")
def test_each_row_says_what_its_example_says(row: Row) -> None:
    assert row.pattern.search(row.example.replace("n't", " not"))
    assert senses(row.example)[row.sense].sign == row.sign


SIGNS: dict[str, dict[str, int]] = {
    "It must not be taken during pregnancy.": {"allow": -1},
    "It can't be cured.": {"cure": -1},
    "There is no need to stop taking it.": {"allow": 1},
    "It does nothing to lower your risk.": {"lower": -1},
    "Large studies have found no link between the two.": {"cause": -1},
    "It usually causes no symptoms.": {"silent": 1},
    "We cannot give people a cure.": {"allow": -1, "cause": -1, "cure": -1},
    "We can give people a cure.": {"allow": 1, "cause": 1, "cure": 1},
    "Screening is not recommended without symptoms.": {"recommend": -1, "silent": 1},
    "Experts advise against screening.": {"allow": -1, "recommend": -1},
    "It not only prevents colds.": {"prevent": 1},
    "Few of them can be cured.": {"cure": -1},
    "A few of them can be cured.": {"cure": 1},
    "You cannot catch it from someone who has it.": {"spread": -1},
    "The clinic opens at nine.": {},
}


@pytest.mark.parametrize("text", SIGNS)
def test_a_not_turns_what_stands_behind_it(text: str) -> None:
    assert {s: said.sign for s, said in senses(text).items()} == SIGNS[text]


@pytest.mark.parametrize(
    ("copy", "claim", "expected"),
    [
        ("It is fine to take it.", "It must not be taken.", True),
        ("Avoid it.", "It must not be taken.", False),
        ("It raises the risk.", "It prevents it.", True),
        ("It does not raise the risk.", "It prevents it.", False),
        ("It is recommended for those with symptoms.", "It is not recommended without symptoms.", False),
        ("It is contagious.", "It can be cured.", None),
        ("It lowers the risk.", "It does not prevent it.", None),
        ("It does not lower the risk.", "It does not prevent it.", False),
        ("It does not lower the risk.", "It prevents it.", True),
        ("It does not prevent it.", "It lowers the risk.", None),
        ("It prevents it.", "It does not lower the risk.", True),
        ("It is non-contagious.", "It is contagious.", True),
    ],
)
def test_two_sentences_are_opposed_in_an_odd_number_of_senses(
    copy: str, claim: str, expected: bool | None
) -> None:
    assert turned(senses(copy), senses(claim), objects=True) is expected


HEAD = "sources:\n  s: {title: T, publisher: P, published: 2024}\nfacts:\n"
CLAIMS: dict[str, list[tuple[str, str]]] = {
    "Tamoxifen must not be taken during pregnancy.": [
        ("polarity", "Tamoxifen is considered safe during pregnancy."),
        ("polarity", "In pregnancy you can keep taking tamoxifen."),
        ("agrees", "Avoid tamoxifen during pregnancy."),
        ("", "I found out about my pregnancy while on tamoxifen."),
        ("", "Tamoxifen can be taken with food."),
        ("", "You may have heard that tamoxifen is safe during pregnancy."),
        ("", "Is tamoxifen safe during pregnancy?"),
    ],
    "The MMR vaccine does not cause autism.": [
        ("polarity", "The MMR vaccine can trigger autism in some children."),
        ("agrees", "Large studies have found no link between the MMR vaccine and autism."),
        ("", "The MMR vaccine can cause a mild fever."),
        ("", "It is a myth that the MMR vaccine causes autism."),
    ],
    "Vitamin E supplements do not prevent heart disease.": [
        ("polarity", "Vitamin E supplements protect against heart disease."),
        ("agrees", "Vitamin E supplements do nothing to lower the risk of heart disease."),
        ("", "Vitamin E supplements may help skin."),
        ("", "Exercise protects against heart disease."),
    ],
    "Most breast cancers are not inherited.": [
        ("polarity", "Most breast cancers are handed down from mother to daughter."),
        ("", "Between 5% and 10% of breast cancers are inherited."),
        ("", "A few breast cancers are inherited."),
    ],
    "Antiperspirants do not cause breast cancer.": [
        ("polarity", "Deodorants and antiperspirants can lead to breast cancer."),
        ("", "Drinking alcohol increases the risk of breast cancer."),
        ("", "Anything that raises your chance of getting breast cancer is called a risk factor."),
        ("", "Antiperspirants can cause a rash."),
    ],
    "Tuberculosis is curable and preventable.": [
        ("polarity", "Tuberculosis is incurable."),
        ("", "Tuberculosis is caused by a bacterium."),
        ("", "Smoking increases the risk of tuberculosis."),
    ],
    "Type 1 diabetes cannot be prevented.": [
        ("polarity", "You can prevent type 1 diabetes by eating well."),
        ("", "Breastfed infants may have a reduced risk of type 1 diabetes."),
        ("", "Some genes give protection from type 1 diabetes."),
    ],
    "Mycetoma is not passed between people.": [
        ("polarity", "Mycetoma can be passed from one person to another."),
        ("", "Symptoms of fungal infections vary from person to person."),
    ],
    "Epilepsy is not contagious.": [
        ("polarity", "Epilepsy can be passed from one person to another."),
        ("agrees", "You cannot catch epilepsy from someone who has it."),
        ("", "Epilepsy can be passed over in the clinic."),
        ("", "Meningitis is contagious. Epilepsy may follow."),
    ],
}  # fmt: skip


@pytest.mark.parametrize("claim", CLAIMS)
def test_what_may_turn_a_claim_round_in_other_words(claim: str) -> None:
    binder = Binder(load_text(f"{HEAD}  f: {{claim: {json.dumps(claim)}, source: s}}\n"))
    found = []
    for _, copy in CLAIMS[claim]:
        document = read("draft.md", copy.encode())
        told = may_state(ContextReader(DocumentReading(document, binder.lexicon)), binder)
        found.append((next((t.verdict for t in told), ""), copy))
    assert found == CLAIMS[claim]
