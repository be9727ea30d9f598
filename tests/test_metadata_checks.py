"""What the rules make of front matter, a page's head and stat tiles."""

from __future__ import annotations

from datetime import date

import pytest

from linter.engine import Engine, Settings
from linter.facts.load import load_text
from linter.readers import read
from linter.rulebook.rules import load_rules

FACTS = """\
sources: {reg: {title: Harrow Fever Registry, published: 2025}}
facts:
  joint:
    claim: About 40% of people with harrow fever had joint pain in 2016 to 2020.
    value: "40%"
    source: reg
    period: 2016–2020
    require: [period, attribution]
"""
ENGINE = Engine(load_text(FACTS), load_rules(), Settings(date(2026, 11, 20)))
WRONG = "About 60% of people with harrow fever have joint pain."
RIGHT = WRONG.replace("60", "40")


def found(path: str, source: str) -> list[tuple[str, str]]:
    """Each error's and warning's rule, and the source that it stands on."""
    findings = ENGINE.check(read(path, source.encode())).findings
    return [(f.rule, source[f.start : f.end]) for f in findings if f.severity != "info"]


SAID = {
    "front matter": ("a.md", "---\ndescription: {}\n---\n# Harrow fever\n\nRest.\n"),
    "an answer": ("a.md", '---\nfaq: [{{q: "How many?", a: "{}"}}]\n---\n# Harrow fever\n\nRest.\n'),
    "a description": ("a.html", '<meta name="description" content="{}"><h1>Harrow fever</h1>'),
    "data": ("a.html", '<script type="application/ld+json">{{"description": "{}"}}</script><h1>Harrow fever</h1>'),
}  # fmt: skip


@pytest.mark.parametrize("name", SAID)
def test_metadata_conflicts_with_facts_and_need_not_say_all_that_copy_must(name: str) -> None:
    path, frame = SAID[name]
    assert found(path, frame.format(WRONG)) == [("value-conflict", "60%")]
    assert found(path, frame.format(RIGHT)) == []
    assert found(path, frame.format("Take 5.0 mg a day.")) == [("trailing-zero", "5.0 mg")]


@pytest.mark.parametrize(
    "tile",
    [
        "<div><div>60%</div><div>of people with harrow fever have joint pain</div></div>",
        "<div><div>People with harrow fever who have joint pain</div><div>60%</div></div>",
        "<div><h3>60%</h3><p>of people with harrow fever have joint pain</p></div>",
        "<p><b>60%</b><span>of people with harrow fever have joint pain</span></p>",
    ],
)
def test_a_tile_conflicts_as_a_sentence_does(tile: str) -> None:
    rules = [rule for rule, _ in found("a.html", f"<h1>Harrow fever</h1>{tile}")]
    assert rules == ["value-conflict"]


def test_a_description_that_the_page_contradicts() -> None:
    source = f'<meta name="description" content="{RIGHT}"><h1>Harrow fever</h1><p>{WRONG}</p>'
    bare = Engine(None, load_rules(), Settings(date(2026, 11, 20)))
    findings = bare.check(read("a.html", source.encode())).findings
    assert [(f.rule, source[f.start : f.end]) for f in findings if f.severity != "info"] == [
        ("within-document-conflict", "60%")
    ]


def test_a_description_that_the_page_repeats() -> None:
    source = f'<meta name="description" content="{RIGHT}"><h1>Harrow fever</h1><p>{RIGHT}</p>'
    bare = Engine(None, load_rules(), Settings(date(2026, 11, 20)))
    assert [f for f in bare.check(read("a.html", source.encode())).findings if f.severity != "info"] == []


DATED = {
    "---\nlastReviewed: 2021-05-04\ndate: 2024-01-01\n---\n{}\n": ("reviewed", 2021),
    "+++\nlastmod = 2021-05-04\n+++\n{}\n": ("updated", 2021),
    "---\ndate: 2021-05-04\n---\n{}\n": ("published", 2021),
    "{}\n\nLast reviewed: May 2021\n": ("reviewed", 2021),
    "{}\n\nMedically reviewed by Ann Abel, MD, on 4 May 2021.\n": ("reviewed", 2021),
    '{}\n\n<script type="application/ld+json">{{"dateModified": "2021-05-04"}}</script>\n': ("updated", 2021),
    '{}\n\n<meta property="article:modified_time" content="2021-05-04T10:00:00Z">\n': ("updated", 2021),
    "---\nevents: [{{start: 2021-05-04}}]\nreview_by: 2021-01-01\n---\n{}\n": None,
    "{}\n\nThe trial, published in 2021, found nothing.\n": None,
    "{}\n\nWe reviewed 2021 records.\n": None,
    "{}\n\nNext review due: May 2021\n": None,
}


@pytest.mark.parametrize("frame", DATED)
def test_the_message_of_a_stale_figure_says_when_the_page_was_reviewed(frame: str) -> None:
    document = read("a.md", frame.format("A recent 2019 survey asked nurses.").encode())
    expected = DATED[frame]
    assert (document.dated and (document.dated.said, document.dated.year)) == expected
    told = f" The page says that it was {expected[0]} in {expected[1]}." if expected else ""
    assert [f.message for f in ENGINE.check(document).findings if f.rule == "relative-time"] == [
        f"“recent” is said of 2019. Leave the word out, or use something newer.{told}"
    ]
