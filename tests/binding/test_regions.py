"""Which words of a sentence are a figure's own. A row: the figure, its words, words dealt to others."""

from __future__ import annotations

import itertools

import pytest

from linter.binding.reading import BlockReading
from linter.binding.regions import others_of, regions
from linter.language.lexicon import builtin

CASES = [
    (
        "A rash is seen in 83%, joint pain in 10% and fever in 7%.",
        [("83%", "A rash is seen in 83%", []), ("10%", "joint pain in 10%", []), ("7%", "and fever in 7%.", [])],
    ),
    (
        "8% in children but less than 1% in adults get it.",
        [("8%", "8% in children", []), ("1%", "but less than 1% in adults get it.", [])],
    ),
    (
        "Take 30 mg once daily for 5 days.",
        [("30 mg", "Take 30 mg once daily for 5 days.", []), ("5 days", "Take 30 mg once daily for 5 days.", [])],
    ),
    (
        "In 2014–2015, 38% were seen and 41% were not.",
        [("38%", "In 2014–2015, 38% were seen", []), ("41%", "and 41% were not.", [])],
    ),
    ("About 40% of people have pain.", [("40%", "About 40% of people have pain.", [])]),
    (
        "In men, 12% relapse; in women, 9% do.",
        [("12%", "In men, 12% relapse", []), ("9%", "in women, 9% do.", [])],
    ),
    (
        "Of men 12% relapse, while 9% of women do.",
        [("12%", "Of men 12% relapse", []), ("9%", "while 9% of women do.", [])],
    ),
    (
        "In men the rate is 5%, compared with 3% in women.",
        [("5%", "In men the rate is 5%", []), ("3%", "compared with 3% in women.", [])],
    ),
    (
        "12% of men, 9% of women, and 4% of children have it.",
        [("12%", "12% of men", []), ("9%", "9% of women", []), ("4%", "and 4% of children have it.", [])],
    ),
    (
        "15% and 60% of men and women, respectively, recover.",
        [
            ("15%", "15% and 60% of men and women, respectively, recover.", ["women"]),
            ("60%", "15% and 60% of men and women, respectively, recover.", ["men"]),
        ],
    ),
    (
        "Cough, fever and rash were seen in 40%, 30% and 20%, respectively.",
        [
            ("40%", "Cough, fever and rash were seen in 40%, 30% and 20%, respectively.", ["fever", "rash"]),
            ("30%", "Cough, fever and rash were seen in 40%, 30% and 20%, respectively.", ["Cough", "rash"]),
            ("20%", "Cough, fever and rash were seen in 40%, 30% and 20%, respectively.", ["Cough", "fever"]),
        ],
    ),
    (
        "In the United States, gout affects 5.9% and 3.0% of men and women, respectively.",
        [
            ("5.9%", "In the United States, gout affects 5.9% and 3.0% of men and women, respectively.", ["women"]),
            ("3.0%", "In the United States, gout affects 5.9% and 3.0% of men and women, respectively.", ["men"]),
        ],
    ),
    (
        "Deaths fell in men and women, by 12% and 9%, and the young.",
        [
            ("12%", "Deaths fell in men and women, by 12% and 9%, and the young.", []),
            ("9%", "Deaths fell in men and women, by 12% and 9%, and the young.", []),
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_own_words(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    reading = BlockReading(text, builtin())
    (sentence,) = reading.sentences
    figures = [figure for figure in reading.figures if figure.is_claim]
    spans = regions(sentence, figures)
    found = [
        (
            text[figure.start : figure.end],
            text[low:high].strip(" ,;"),
            [text[a:b] for a, b in others_of(sentence, figures, figure)],
        )
        for figure, (low, high) in zip(figures, spans, strict=True)
    ]
    assert found == expected


@pytest.mark.parametrize("text", [case[0] for case in CASES])
def test_a_figure_stands_in_its_own_words_and_in_no_others(text: str) -> None:
    reading = BlockReading(text, builtin())
    (sentence,) = reading.sentences
    figures = [figure for figure in reading.figures if figure.is_claim]
    spans = regions(sentence, figures)
    for figure, (low, high) in zip(figures, spans, strict=True):
        assert sentence.start <= low <= figure.start < figure.end <= high <= sentence.end
    parted = sorted(set(spans))
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(parted))
