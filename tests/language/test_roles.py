"""Numbers that name something, and the words before a number that only look like a bound or a hedge."""

from __future__ import annotations

import pytest

from linter.language.quantities import read_figures


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("There are three steps: 1) wash, 2) dry, and 3) dress.", ["claim", "list-number", "list-number", "list-number"]),
        ("Pain fell in 12 people (of the 40, 2) and in 3 others.", ["claim", "claim", "claim", "claim"]),
        ("Lancet 395(10223):497-506.", ["citation"]),
        ("It lies on chromosomes 17 and 21.", ["label", "label"]),
        ("Lymph node stations 4 and 7 were sampled.", ["label", "label"]),
        ("Objectives 2.1 to 2.4 are met.", ["label"]),
        ("We set 3 objectives.", ["claim"]),
        ("It meets WCAG 2.2 and ISO 13485.", ["label", "label"]),
        ("Give iso 2% and wait.", ["claim"]),
        ("An average of 37 children a year die so.", ["claim"]),
        ("Each year 476 children are told.", ["claim"]),
        ("In year 4 of the study.", ["label"]),
        ("People older than about 60 are at risk.", ["age"]),
        ("Someone with one or more of these is at risk.", ["vague"]),
        ("Give one or more doses.", ["claim"]),
        ("No more than one drink a day is advised.", ["claim"]),
        ("No more than one nurse may go in.", ["article"]),
        ("Deaths per 100 000 people fell by 20%.", ["denominator", "claim"]),
        ("Deaths fell to 100 000 people.", ["claim"]),
        ("It is 120-129/80 mm Hg.", ["claim", "vague"]),
        ("It is 129/80 mm Hg.", ["claim"]),
    ],
)  # fmt: skip
def test_roles(text: str, roles: list[str]) -> None:
    assert [f.role for f in read_figures(text)] == roles


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("A loss of 15% of body weight over 6 months.", ["exact", "exact"]),
        ("It reflects average blood sugar over 3 months.", ["exact"]),
        ("Weight change over 2 to 3 years was small.", ["exact"]),
        ("Pain that lasts over 3 months is chronic.", ["over"]),
        ("For over 5 years he smoked.", ["over"]),
        ("Children over 6 months may eat it.", ["over"]),
        ("After a loss of over 6 months, he came back.", ["over"]),
        ("A story about 3 sisters.", ["exact"]),
        ("There were about 3 visits.", ["about"]),
        ("Questions about 2 emergencies came in.", ["exact"]),
    ],
)  # fmt: skip
def test_bounds(text: str, qualifiers: list[str]) -> None:
    assert [f.qualifier for f in read_figures(text)] == qualifiers


def test_an_age_is_no_part_of_those_counted() -> None:
    """'Of 1,000 women aged 50–59': 50 to 59 of them would be a share."""
    assert [f.dimension for f in read_figures("Out of 1,000 women aged 50–59, 23 get it.")][1:] == [
        "count",
        "proportion",
    ]
