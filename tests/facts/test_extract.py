"""Facts proposed from drafts: each claim once, in its own words, with its credit, its places and its disputes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from linter.claims import bind
from linter.claims.key import FactKey
from linter.cli import cli
from linter.engine import Engine, Settings
from linter.facts.candidates import glean
from linter.facts.gather import gather
from linter.facts.load import load
from linter.facts.statements import caution, is_statement
from linter.facts.wording import Credit, acronyms, worded
from linter.language.lexicon import Lexicon
from linter.model import Fact
from linter.readers import read
from linter.rulebook.rules import load_rules

CCS = Credit("Canadian Cancer Society", "Canadian Cancer Society", "CCS")
WORDED = [
    ("According to the Canadian Cancer Society (CCS), about 8% of them relapse.", "About 8% of them relapse.", CCS),
    ("According to the CCS, about 8% relapse.", "About 8% relapse.", Credit("CCS", "", "CCS")),
    ("About 8% relapse, according to a 2018 article.", "About 8% relapse.", Credit("a 2018 article", "", "", "2018", "article")),
    ("A 2020 study found that 8% relapse.", "8% relapse.", Credit("a 2020 study", "", "", "2020", "study")),
    ("A 2020 study of 90 people with gout found that 8% relapse.", "A 2020 study of 90 people with gout found that 8% relapse.", Credit("a 2020 study", "", "", "2020", "study")),
    ("The CCS estimates that about 900 people die.", "About 900 people die.", Credit("CCS", "", "CCS")),
    ("In fact, it’s estimated that 8% relapse.", "8% relapse.", None),
    ("But research has found that 8% relapse.", "8% relapse.", None),
    ("In 2019, about 8% relapsed.", "In 2019, about 8% relapsed.", None),
    ("The rash is seen in 8%.", "The rash is seen in 8%.", None),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "claim", "credit"), WORDED)
def test_a_claim_in_its_own_words(sentence: str, claim: str, credit: Credit | None) -> None:
    said = worded(sentence)
    assert (said.claim, said.credit) == (claim, credit)


@pytest.mark.parametrize(
    ("sentence", "leans"),
    [
        ("It affects 18% of men.", True),
        ("Of these, 60% had a rash.", True),
        ("That is roughly one in ten people.", True),
        ("In the U.S., it affects 18% of men.", True),
        ("On average, they stay for 6 days.", True),
        ("Most of those recover within 3 weeks.", True),
        ("About 8% of them relapse.", True),
        ("The rest recover within 6 days.", True),
        ("About half of those who smoke relapse.", False),
        ("Of those with gout, 8% relapse.", False),
        ("In the U.S., it is estimated that 18% of men smoke.", False),
        ("In the U.S., 18% of men smoke.", False),
        ("Gout affects 18% of men.", False),
        ("That gout affects 18% of men was news.", False),
    ],
)
def test_what_a_claim_leans_on(sentence: str, leans: bool) -> None:
    assert worded(sentence).leans is leans


@pytest.mark.parametrize(
    ("sentence", "proposed"),
    [
        ("Take salbutamol 500 mg three times a day for gout.", [("salbutamol-gout", "500 mg")]),
        ("Wash the eye three times a day for gout.", [("gout-wash-eye", "three times a day")]),
        ("Do not take more than 200 mg of salbutamol a day.", [("salbutamol", "200 mg")]),
        ("People take more than 200 mg of salbutamol a day.", [("salbutamol", "more than 200 mg")]),
        ("About 45% of adults don't know that gout exists.", [("gout-adults-know", "45%")]),
        ("Gout is found in 18% of U.K. men.", [("gout-uk-men", "18%")]),
    ],
)
def test_a_figure_is_proposed_as_it_is_meant(sentence: str, proposed: list[tuple[str, str]]) -> None:
    (gleaned,) = glean(
        Engine(None, load_rules(), Settings(date(2026, 6, 1))), read("a.md", sentence.encode())
    )
    assert [(candidate.id, candidate.value) for candidate in gleaned.candidates] == proposed


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (
            "The dose of yarrowin is 5 mg twice a day.",
            '"The dose of yarrowin is 5 mg twice a day." (value-conflict)',
        ),
        ("The dose of yarrowin is 7 mg once a day.", '"7 mg" (value-conflict)'),
        ("The dose of yarrowin is 5 mcg once a day.", '"5 mcg" (unit-conflict)'),
    ],
)
def test_a_dispute_names_a_rule_that_there_is(desk: Path, other: str, told: str) -> None:
    (desk / "a.md").write_text("# Yarrowin\n\nThe dose of yarrowin is 5 mg once a day.\n", encoding="utf-8")
    (desk / "b.md").write_text(f"# Yarrowin\n\n{other}\n", encoding="utf-8")
    lines = run("facts", "extract", "a.md", "b.md").stdout.splitlines()
    assert [line.strip() for line in lines if "disagrees" in line] == [f"# disagrees: b.md:3 says {told}"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Soft tissue sarcoma (STS) is rare.", {"Soft tissue sarcoma": "STS"}),
        ("Urinary tract infections (UTIs) are not.", {"Urinary tract infections": "UTIs"}),
        ("It spreads (ABC).", {}),
        ("Pazopanib (Votrient) is a drug.", {}),
    ],
)
def test_short_forms(text: str, found: dict[str, str]) -> None:
    assert acronyms(text) == found


STATEMENTS = [
    ("There is currently no known way to prevent yarrow fever.", True),
    ("The joints are the most common site of pain.", True),
    ("Yarrow fever is caused by a virus in ticks.", True),
    ("Smoking increases the risk of yarrow fever.", True),
    ("Is there no known way to prevent yarrow fever?", False),
    ("No known cure.", False),
    ("People may feel tired for some time after it.", False),
    ("The rash often begins on the arms and legs.", False),
]


@pytest.mark.parametrize(("sentence", "expected"), STATEMENTS)
def test_what_is_a_statement(sentence: str, expected: bool) -> None:
    assert is_statement(sentence, credited=False) is expected


def test_what_limits_a_figure() -> None:
    assert caution("But these figures do not account for new treatments.") == "do not account for"
    assert caution("We account for every case.") == ""


GUIDE = """\
# Yarrow fever

Juvenile yarrow arthritis (JYA) is rare. According to the Institute for Invented Diseases (IID), about 40% of people
with yarrow fever have joint pain. There is no known cure for yarrow fever. Yarrow fever is treated with allopurinol (Zyloprim).

The median stay with yarrow fever is 6 days. These figures don’t account for individual differences.
"""
NEWS = """\
# News of yarrow fever

Some 40 in 100 people with yarrow fever have joint pain. The median stay with yarrow fever is 9 days, according to a
2024 report.
"""
PROPOSED = """\
version: 1

terms:
  juvenile yarrow arthritis: [JYA]

sources:
  iid:
    title: 'TODO: what the drafts call Institute for Invented Diseases'
    publisher: Institute for Invented Diseases
    aka: [IID]
  to-do:
    title: 'TODO: the drafts credit these to nobody'
  report-2024:
    title: 'TODO: what the drafts call a 2024 report'
    published: 2024
    aka: [a 2024 report]

facts:
  yarrow-fever-joint-pain:  # guide.md:3; also news.md:3
    # near it in some drafts only: These figures don’t account for individual differences.
    claim: "About 40% of people with yarrow fever have joint pain."
    value: "40%"
    source: iid
    status: draft
  yarrow-fever-cure:  # guide.md:4
    claim: There is no known cure for yarrow fever.
    source: to-do
    status: draft
  allopurinol-brand:  # guide.md:4
    claim: Allopurinol is sold as Zyloprim.
    pair: [allopurinol, Zyloprim]
    source: to-do
    status: draft
  yarrow-fever-median-stay:  # news.md:3
    # disagrees: guide.md:6 says "6 days" (value-conflict)
    claim: The median stay with yarrow fever is 9 days.
    value: "9 days"
    source: report-2024
    status: draft
"""


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "guide.md").write_text(GUIDE, encoding="utf-8")
    (tmp_path / "news.md").write_text(NEWS, encoding="utf-8")
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, args, catch_exceptions=False)


def test_what_two_drafts_claim() -> None:
    result = run("facts", "extract", "guide.md", "news.md")
    assert result.exit_code == 0
    assert result.stdout[result.stdout.index("version: 1") :] == PROPOSED


def test_what_is_proposed_can_be_used_and_reports_the_disputes_alone() -> None:
    assert run("facts", "extract", ".", "-o", "new.yaml").exit_code == 0
    checked = run("facts", "check", "--facts", "new.yaml")
    assert checked.exit_code == 0
    assert all(
        "has yet to be found: complete it under sources:" in line for line in checked.stdout.splitlines()[:-2]
    )
    found = run("check", "--facts", "new.yaml", "--select", "conflict,missing", "--format", "concise").stdout
    assert [line.split(" ")[:2] for line in found.splitlines()[:-1]] == [["guide.md:6:38:", "value-conflict"]]
    assert all(fact.status == "draft" for fact in load("new.yaml").facts.values())


def test_nothing_is_overwritten_and_nothing_is_proposed_twice(desk: Path) -> None:
    run("facts", "extract", ".", "-o", "facts.yaml")
    again = run("facts", "extract", ".", "-o", "facts.yaml")
    assert (again.exit_code, again.stderr) == (2, "medlint: facts.yaml: is there already: name a new file, and move over what you want to keep\n")  # fmt: skip
    (desk / "guide.md").write_text(
        "About 40% of people with yarrow fever have joint pain.\n", encoding="utf-8"
    )
    none = run("facts", "extract", "guide.md")
    assert (none.exit_code, none.stdout, none.stderr) == (0, "", "medlint: nothing is claimed in these drafts that no fact covers\n")  # fmt: skip


def test_each_claim_is_compiled_as_often_however_many_drafts_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiled: list[str] = []
    compile_fact = bind.compile_fact

    def counted(fact: Fact, lexicon: Lexicon) -> FactKey:
        compiled.append(fact.claim)
        return compile_fact(fact, lexicon)

    monkeypatch.setattr(bind, "compile_fact", counted)
    rules, settings = load_rules(), Settings(date(2026, 6, 1))
    names = ("gout", "asthma", "measles", "psoriasis", "scurvy", "lupus")
    drafts = {f"{n}.md": f"About {41 + n}% of people with {name} smoke." for n, name in enumerate(names)}
    documents = {path: read(path, text.encode()) for path, text in drafts.items()}
    gleaned = [each for d in documents.values() for each in glean(Engine(None, rules, settings), d)]
    proposed = gather(gleaned, documents.__getitem__, (), rules, settings)
    assert [p.fact.claim for p in proposed.proposals] == list(drafts.values())
    assert sorted(compiled) == sorted(2 * list(drafts.values()))
