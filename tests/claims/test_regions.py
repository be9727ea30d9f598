"""Which words of a sentence are a figure's own. A row: the figure, its words, words dealt to others."""

from __future__ import annotations

import itertools

import pytest

from linter.claims.owner import figure_spans, regions, risen_from
from linter.claims.reading import BlockReading
from linter.claims.respectively import others_of
from linter.language.lexicon import builtin

CASES = [
    (
        "A 28% lower risk of MCI (mild impairment) and a 48% lower risk of dementia were seen.",
        [
            ("28%", "A 28% lower risk of MCI (mild impairment)", []),
            ("48%", "and a 48% lower risk of dementia were seen.", []),
        ],
    ),
    (
        "It is commoner in Ireland (1 in 65,000), Germany (1 in 17,800) and Qatar (1 in 1,800).",
        [
            ("1 in 65,000", "It is commoner in Ireland (1 in 65,000)", []),
            ("1 in 17,800", "Germany (1 in 17,800)", []),
            ("1 in 1,800", "and Qatar (1 in 1,800).", []),
        ],
    ),
    (
        "In 25% of cases, it is familial (2 or more people in a family have it).",
        [
            ("25%", "In 25% of cases, it is familial", []),
            ("2 or more", "(2 or more people in a family have it).", []),
        ],
    ),
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
        "Death or stroke fell with aspirin and warfarin by 9% and 12%, respectively.",
        [
            ("9%", "Death or stroke fell with aspirin and warfarin by 9% and 12%, respectively.", ["warfarin"]),
            ("12%", "Death or stroke fell with aspirin and warfarin by 9% and 12%, respectively.", ["aspirin"]),
        ],
    ),
    (
        "Oral and intravenous insulin come at 1 g and 2 g, respectively.",
        [
            ("1 g", "Oral and intravenous insulin come at 1 g and 2 g, respectively.", ["intravenous"]),
            ("2 g", "Oral and intravenous insulin come at 1 g and 2 g, respectively.", ["Oral"]),
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


def test_ages_are_dealt_out_too() -> None:
    text = "In patients aged 18 to 34 and 40 to 42 it was 16% and 35%, respectively."
    reading = BlockReading(text, builtin())
    (sentence,) = reading.sentences
    figures = [figure for figure in reading.figures if figure.is_claim and figure.kind == "percent"]
    dealt = [[text[a:b] for a, b in others_of(sentence, figures, f, reading.ages)] for f in figures]
    assert dealt == [["40 to 42"], ["aged 18 to 34"]]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("About 20 people with MS. Nationally there are more.", 2),
        ("Ms. Brown came. She left.", 2),
        ("Rest for 30 min. The next dose follows.", 2),
        ("Take approx. 5 ml at night.", 1),
        ('It fell by year five. "Suppose more had left," he said.', 2),
        ('"It fell." He left.', 2),
        ("It is rare.1Most people never get it.", 2),
        ("The rate was 8.7%.3,4The others had none.", 2),
        ("The rate was 8.7%.Others had none.", 2),
        ('It is hard to overcome."Screening helps.', 2),
        ("Is it rare?Most doctors say so.", 2),
        ("See fig.5A and vitamin B.12Then as well.", 1),
        ("The U.S.A. has it.", 1),
    ],
)
def test_where_sentences_end(text: str, count: int) -> None:
    assert len(BlockReading(text, builtin()).sentences) == count


def test_a_bound_of_a_span_does_not_part_the_words_of_a_share() -> None:
    text = "Half of the children live less than 1 year from diagnosis, and 10% live 5 years from it."
    reading = BlockReading(text, builtin())
    (sentence,) = reading.sentences
    found = figure_spans(sentence, reading.figures, reading.horizons)
    words = {text[f.start : f.end]: text[low:high].strip(" ,") for f, _, (low, high), _ in found}
    assert words["Half"] == "Half of the children live less than 1 year from diagnosis"
    assert words["10%"] == "and 10% live 5 years from it."


def test_what_rose_from_one_figure_to_another_is_told_of_both() -> None:
    text = "The rate among girls has risen from 8% in 1990 to 20% in 2022."
    reading = BlockReading(text, builtin())
    (sentence,) = reading.sentences
    figures = [f for f in reading.figures if f.is_claim]
    start, end = risen_from(sentence, *figures) or (0, 0)
    assert text[start:end] == "from 8% in 1990 "
    assert {text[low:high] for low, high in regions(sentence, figures)[1:]} == {text}
