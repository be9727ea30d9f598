from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from linter.model import Fact, Source
from linter.report import Look, render
from linter.report.summary import facts_line
from linter.report.text import link_to
from linter.results import FactsUse, Finding, Report, Unchecked, Unread

Make = Callable[..., Finding]


def test_a_finding_tells_the_whole_story(finding: Make) -> None:
    report = Report((finding(),), files=1, figures=9, bound=4)
    assert render(report, "text") == (
        "a.md:12:31 error value-conflict\n"
        "  12 | Lung metastases make up about 80% of first metastatic sites.\n"
        "     |                               ^^^\n"
        "  This says about 80%; the fact is 83%.\n"
        "  found   about 80% → expected 83%\n"
        "  fact    Around 83% of metastatic soft tissue sarcoma occurs in the lungs. [msts-lung-share]\n"
        "  source  Metastatic patterns, ACS, 2018, Table 2\n"
        "  quote   “83% of metastases were in the lungs”\n"
        "  link    https://example.org/a\n"
        "  matched on lung, metastasis\n"
        "\n"
        "1 error, 0 warnings in 1 draft; 4 of 9 figures are bound to facts\n"
        "What a rule means: medlint explain value-conflict\n"
    )


def test_a_finding_without_a_fact_over_two_lines(bare: Make) -> None:
    lines = ("A study that is rec-", "ent, of 2019")
    report = Report((bare(line=9, column=17, end_line=10, end_column=4, lines=lines),), files=2, figures=1)
    assert render(report, "text", Look(quiet=True)) == (
        "a.md:9:17 warning relative-time\n"
        "   9 | A study that is rec-\n"
        "     |                 ^^^^\n"
        "  10 | ent, of 2019\n"
        "     | ^^^\n"
        "  “recent” is said of 2019.\n"
    )


def test_findings_at_one_place_about_one_fact_are_told_together(finding: Make) -> None:
    first = finding(
        rule="missing-period", severity="warning", message="Say when.", found="83%", expected="83%"
    )
    second = finding(rule="missing-caveat", message="Say more.", found="83%", expected="83%")
    text = render(Report((first, second), files=1), "text", Look(quiet=True))
    assert text.startswith("a.md:12:31 warning missing-period\n  12 | ")
    assert "  Say when.\na.md:12:31 error missing-caveat\n  Say more.\n  fact " in text
    assert text.count("  fact ") == text.count("  12 | ") == 1
    assert "→ expected" not in text, "the figure is right"


def test_a_draft_tells_a_source_once(finding: Make, fact: Fact) -> None:
    other = replace(fact, id="other", claim="Another 5%.", quote="", locator="p. 3")
    lines = [
        line.strip()
        for line in render(
            Report((
                finding(why=()), finding(start=50, why=()), finding(start=60, fact=other, why=()), finding(path="b.md", why=()),
            )),
            "text", Look(quiet=True, width=120),
        ).splitlines()
    ]  # fmt: skip
    whole = [
        "source  Metastatic patterns, ACS, 2018, Table 2",
        "quote   “83% of metastases were in the lungs”",
    ]
    claim = "fact    Around 83% of metastatic soft tissue sarcoma occurs in the lungs. [msts-lung-share]"
    link = "link    https://example.org/a"
    assert [line for line in lines if line.startswith(("fact", "source", "quote", "link"))] == [
        claim, *whole, link, f"{claim} (source above)",
        "fact    Another 5%. [other]", "source  Metastatic patterns (above), p. 3", claim, *whole, link,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (Report(()), "0 errors, 0 warnings in 0 drafts; 0 of 0 figures are bound to facts\n"),
        (
            Report((), files=1, figures=1, bound=1),
            "0 errors, 0 warnings in 1 draft; 1 of 1 figure is bound to facts\n",
        ),
        (
            Report(
                (), (Unchecked("b.docx", "Word files cannot be read"),), files=1200, figures=4000, bound=3000
            ),
            "b.docx: not checked: Word files cannot be read\n\n"
            "0 errors, 0 warnings in 1,200 drafts (1 not checked); 3,000 of 4,000 figures are bound to facts\n",
        ),
        (
            Report((), unread=(Unread(".njk", 500), Unread(".pdf", 1)), files=1),
            "0 errors, 0 warnings in 1 draft; 0 of 0 figures are bound to facts\n"
            "Not read: 500 files ending in .njk, 1 ending in .pdf\n",
        ),
        (
            Report(
                (), (Unchecked("b.md", "x"),), (Unread(".pdf", 1),), (FactsUse(None, 3),), foreign=2, files=3
            ),
            "b.md: not checked: x\n\n0 errors, 0 warnings in 3 drafts (1 not checked, 2 in another language, left alone); "
            "0 of 0 figures are bound to facts\n"
            "Not read: 1 file ending in .pdf\n"
            "No facts.yaml here or above, so nothing was held against facts; medlint init writes a first one\n",
        ),
    ],
)
def test_summary(report: Report, expected: str) -> None:
    assert render(report, "text") == expected


@pytest.mark.parametrize(
    ("used", "expected"),
    [
        ({}, ""),
        ({"facts.yaml": 3}, "Facts from facts.yaml"),
        (
            {"a/facts.yaml": 2, "b/facts.yml": 1},
            "Facts from a/facts.yaml (2 drafts) and b/facts.yml (1 draft)",
        ),
        ({"facts.yaml": 2, None: 1}, "Facts from facts.yaml (2 drafts); 1 draft has none"),
        ({"facts.yaml": 1, None: 1200}, "Facts from facts.yaml (1 draft); 1,200 drafts have none"),
        (
            {"a": 1, "b": 1, "c": 1, "d": 1, "e": 1},
            "Facts from a (1 draft), b (1 draft), c (1 draft) and 2 other files",
        ),
    ],
)
def test_which_facts_were_used(used: dict[str | None, int], expected: str) -> None:
    assert facts_line(Report((), facts=tuple(FactsUse(*each) for each in used.items()))) == expected


def test_quiet_and_clean_prints_nothing() -> None:
    assert render(Report((), files=3), "text", Look(quiet=True)) == ""


def test_statistics_count_rules_most_frequent_first(finding: Make, bare: Make) -> None:
    report = Report(
        (bare(lines=()), finding(lines=(), fact=None, found="", why=(), suggestion=""), bare(lines=()))
    )
    counts = "     2  warning  relative-time\n     1  error    value-conflict\n"
    for form in ("text", "concise"):
        assert render(report, form, Look(statistics=True)) == counts
    report = replace(report, unchecked=(Unchecked("b.docx", "cannot be read"),))
    assert render(report, "text", Look(statistics=True)) == f"{counts}\nb.docx: not checked: cannot be read\n"
    report = replace(report, unchecked=(), unread=(Unread(".pdf", 2),))
    assert render(report, "text", Look(statistics=True)) == f"{counts}\nNot read: 2 files ending in .pdf\n"


def test_statistics_of_nothing_say_that_there_is_nothing() -> None:
    assert render(Report((), files=2), "text", Look(statistics=True)) == render(Report((), files=2), "text")


def test_concise_is_a_line_a_finding(finding: Make, bare: Make) -> None:
    report = Report(
        (finding(), bare(message="One\nline.", path="b\x1b.md")),
        (Unchecked("b.docx", "cannot be read"),),
        (Unread(".pdf", 2),),
        files=2,
    )
    assert render(report, "concise") == (
        "a.md:12:31: value-conflict This says about 80%; the fact is 83%.\n"
        "b·.md:12:31: relative-time One line.\n"
        "b.docx: not checked: cannot be read\n"
        "1 error, 1 warning in 2 drafts (1 not checked); 0 of 0 figures are bound to facts\n"
        "Not read: 2 files ending in .pdf\n"
    )
    assert render(Report((finding(),)), "concise", Look(quiet=True)).count("\n") == 1
    assert "\x1b[31m\x1b[1mvalue-conflict\x1b[0m This" in render(report, "concise", Look(colour=True))


def test_notes_are_counted_only_if_there_are_any(bare: Make) -> None:
    text = render(Report((bare(severity="info"),), files=1), "text")
    assert "0 errors, 0 warnings, 1 note in 1 draft;" in text


def test_colour_only_when_asked_for(finding: Make) -> None:
    report = Report((finding(),), files=1)
    assert "\x1b" not in render(report, "text")
    coloured = render(report, "text", Look(colour=True))
    assert "\x1b[31m\x1b[1merror\x1b[0m" in coloured
    assert "\x1b[31m\x1b[1m" + " " * 30 + "^^^\x1b[0m" in coloured


def test_a_draft_cannot_command_the_terminal(bare: Make) -> None:
    line = "\x1b[2Jrecent \u202e2019"
    text = render(Report((bare(column=5, end_column=11, lines=(line,)),)), "text", Look(quiet=True))
    assert "  12 | ·[2Jrecent ·2019\n     |     ^^^^^^\n" in text
    assert "\x1b" not in text


@pytest.mark.parametrize(
    ("source", "link"),
    [
        (Source("s", url="https://a.org", doi="10.1/x"), "https://a.org"),
        (Source("s", doi="10.1/x"), "https://doi.org/10.1/x"),
        (Source("s", pmid="123"), "https://pubmed.ncbi.nlm.nih.gov/123/"),
        (Source("s", file="docs/a.pdf"), "docs/a.pdf"),
        (Source("s"), ""),
    ],
)
def test_link(source: Source, link: str) -> None:
    assert link_to(source) == link


def test_a_source_that_says_nothing_goes_by_its_id(finding: Make) -> None:
    fact = Fact("f", "It is 83%.", Source("acs"))
    text = render(Report((finding(fact=fact),)), "text", Look(quiet=True))
    assert "  source  acs\n" in text
    assert "quote" not in text
    assert "link" not in text
