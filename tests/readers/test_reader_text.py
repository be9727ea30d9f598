"""Plain text: headings, paragraphs and lists told apart."""

from __future__ import annotations

import pytest
from reader_shown import check_places, shown

from linter.readers import read

BLOCKS = {
    "title, question, paragraphs": (
        "Anal Cancer\n\nWhat is (are) Anal Cancer ?\n\nIt is a disease\nof the anus.\n\nMore.\n",
        [
            ("title1", "Anal Cancer", "Anal Cancer"),
            ("heading2", "What is (are) Anal Cancer ?", "What is (are) Anal Cancer ?"),
            ("paragraph", "It is a disease\nof the anus.", "It is a disease\nof the anus."),
            ("paragraph", "More.", "More."),
        ],
    ),
    "a lone line is prose": ("Survival was 15%", [("paragraph", "Survival was 15%", "Survival was 15%")]),
    "bullets": (
        "Lead:\n\n  • one\n  • two\n    goes on\n\n- three\n* four\n",
        [
            ("paragraph", "Lead:", "Lead:"),
            ("item", "one", "one"),
            ("item", "two\ngoes on", "two\n    goes on"),
            ("item", "three", "three"),
            ("item", "four", "four"),
        ],
    ),
    "a bullet on its own line": (
        "Tests may be:\n-\nPhysical exam: an exam.\n-\nBiopsy: a sample.\nThese take time.\n",
        [
            ("paragraph", "Tests may be:", "Tests may be:"),
            ("item", "Physical exam: an exam.", "Physical exam: an exam."),
            ("item", "Biopsy: a sample.", "Biopsy: a sample."),
            ("paragraph", "These take time.", "These take time."),
        ],
    ),
    "numbers": (
        "Do this:\n1. First\n2) Second\n",
        [("paragraph", "Do this:", "Do this:"), ("item", "First", "First"), ("item", "Second", "Second")],
    ),
    "a number that a line begins with by chance": (
        "The youngest of them was aged\n12. The oldest was much older.\n",
        [
            (
                "paragraph",
                "The youngest of them was aged\n12. The oldest was much older.",
                "The youngest of them was aged\n12. The oldest was much older.",
            )
        ],
    ),
    "sections after their list": (
        "1. What X is\n2. How X is taken\n\n1. What X is\n\nX is a pill.\n\n2. How X is taken\n\nBy mouth.\n\n2.1 Dose for all\n\nOne.\n",
        [
            ("item", "What X is", "What X is"),
            ("item", "How X is taken", "How X is taken"),
            ("heading2", "What X is", "What X is"),
            ("paragraph", "X is a pill.", "X is a pill."),
            ("heading2", "How X is taken", "How X is taken"),
            ("paragraph", "By mouth.", "By mouth."),
            ("heading3", "Dose for all", "Dose for all"),
            ("paragraph", "One.", "One."),
        ],
    ),
    "items that stand apart": (
        "Steps are these.\n\n1. Rest\n\n2. Drink\n\n3. Sleep\n\nThat is all.\n",
        [
            ("paragraph", "Steps are these.", "Steps are these."),
            ("item", "Rest", "Rest"),
            ("item", "Drink", "Drink"),
            ("item", "Sleep", "Sleep"),
            ("paragraph", "That is all.", "That is all."),
        ],
    ),
    "capitals and underlines": (
        "Big one\n=======\n\nHELP NOW\nCall us.\n\nSmaller\n---\nText.\n\nRates\n\nText.\n",
        [
            ("title1", "Big one", "Big one"),
            ("heading2", "HELP NOW", "HELP NOW"),
            ("paragraph", "Call us.", "Call us."),
            ("heading2", "Smaller", "Smaller"),
            ("paragraph", "Text.", "Text."),
            ("heading3", "Rates", "Rates"),
            ("paragraph", "Text.", "Text."),
        ],
    ),
    "a heading right above its text": (
        "Text of some kind stands here, long enough.\n\nKey Points\n- One.\n- Two.\n\nRates\nThe rate is 15% in all of the people.\n",
        [
            (
                "paragraph",
                "Text of some kind stands here, long enough.",
                "Text of some kind stands here, long enough.",
            ),
            ("heading3", "Key Points", "Key Points"),
            ("item", "One.", "One."),
            ("item", "Two.", "Two."),
            ("heading3", "Rates", "Rates"),
            ("paragraph", "The rate is 15% in all of the people.", "The rate is 15% in all of the people."),
        ],
    ),
    "a lead-in is no heading": (
        "Text here.\n\nSymptoms can include:\n\n- a\n\nThey may have\n\nPains.\n",
        [
            ("paragraph", "Text here.", "Text here."),
            ("paragraph", "Symptoms can include:", "Symptoms can include:"),
            ("item", "a", "a"),
            ("paragraph", "They may have", "They may have"),
            ("paragraph", "Pains.", "Pains."),
        ],
    ),
    "lines that are whole paragraphs": (
        "x" * 130 + " one.\nSurgery\nSurgery is " + "y" * 130 + ".\nIt helps.\n",
        [
            ("paragraph", "x" * 130 + " one.", "x" * 130 + " one."),
            ("heading3", "Surgery", "Surgery"),
            ("paragraph", "Surgery is " + "y" * 130 + ".", "Surgery is " + "y" * 130 + "."),
            ("paragraph", "It helps.", "It helps."),
        ],
    ),
    "line ends and a byte order mark": (
        "\ufeffA b\r\n\r\nc  \r\n  d.\r\n",
        [("title1", "A b", "A b"), ("paragraph", "c\nd.", "c  \r\n  d.")],
    ),
    "invisible characters": (
        "Meta\u00adstatic 8\u200b3%.\nMore.",
        [("paragraph", "Metastatic 83%.\nMore.", "Meta\u00adstatic 8\u200b3%.\nMore.")],
    ),
    "comments": (
        "It <!-- x\n\ny --> is.\n<!-- z -->\nSo.\n",
        [("paragraph", "It is.\nSo.", "It <!-- x\n\ny --> is.\n<!-- z -->\nSo.")],
    ),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_blocks(name: str) -> None:
    source, expected = BLOCKS[name]
    document = read("draft.txt", source.encode())
    assert shown(document) == expected
    check_places(document)


def test_items_hang_on_their_lead_in() -> None:
    source = "Lead:\n\n- a\n  - b\n    c\n- d\n\n  more\n\nText.\n"
    document = read("draft.txt", source.encode())
    assert [(b.kind, b.text, b.parent) for b in document.blocks] == [
        ("paragraph", "Lead:", None),
        ("item", "a", 0),
        ("item", "b\nc", 1),
        ("item", "d", 0),
        ("paragraph", "more", 3),
        ("paragraph", "Text.", None),
    ]


@pytest.mark.parametrize(
    ("source", "title"),
    [("Sarcoma\n\nText.\n", 0), ("Text.\n\nSarcoma\n\nText.\n", None), ("pH and you\n\nText.\n", 0)],
)
def test_title(source: str, title: int | None) -> None:
    assert read("draft.txt", source.encode()).title == title


@pytest.mark.parametrize("source", ["0.", "-", "=\n0. 0", "- \n-", "===", "a\n===", "<!-- a", "\f\n x"])
def test_odd_lines(source: str) -> None:
    check_places(read("draft.txt", source.encode()))


def test_comments_are_kept_apart() -> None:
    source = "It <!-- x --> is <!-- open.\n"
    document = read("draft.txt", source.encode())
    assert [(source[c.start : c.end], c.text) for c in document.comments] == [("<!-- x -->", " x ")]
