"""medlint facts check: facts that cannot be used, and all that is doubtful about the others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from linter.cli import cli
from linter.facts.drafts import is_named, naming_nothing

HEAD = """\
version: 1
sources:
  s: {title: An invented registry}
  gone: {title: A lost paper, retraction: {status: retracted, checked: 2026-05-01}}
  odd: {title: An odd paper, retraction: {status: concern}}
  mended: {title: A mended paper, retraction: {status: corrected}}
facts:
"""
"""Seven lines: a case's first fact stands in line 8, its keys in column 5."""
RANK = "Tarn disease is the third leading cause of death in Canada."
RASH = "About 16% of adults with tarn disease have a rash."


def fact(id: str, claim: str, *keys: str, source: str = "s") -> str:
    return "".join(
        [f"  {id}:\n    claim: {claim}\n    source: {source}\n", *(f"    {key}\n" for key in keys)]
    )


UNUSED = "no fact names it: delete it, or name it in one"
"""What is noted of the sources above that a case does not name."""


def without_notes(output: str) -> str:
    return "".join(line for line in output.splitlines(keepends=True) if not line.endswith(f"{UNUSED}\n"))


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "new.md").write_text("Nothing yet.\n", encoding="utf-8")
    return tmp_path


def check(facts: str, *args: str) -> Result:
    Path("facts.yaml").write_text(HEAD + facts, encoding="utf-8")
    return CliRunner().invoke(cli, ["facts", "check", "--today", "2026-06-01", *args], catch_exceptions=False)


SPLIT = "correct or withdraw one, or say in both what sets them apart"
UNUSABLE = [
    (fact("a", RASH, 'value: "15%"'), ['11:5: fact a: the value "15%" is not in the claim, which says "About 16%": correct one or the other']),
    (fact("a", RASH, 'value: "15%"', source='{ref: s, quote: "A rash in 17%."}'), ['11:5: fact a: the value "15%" is not in the claim or the quote: correct one or the other']),
    (fact("a", "The score was 0.70.", 'value: "<0.70"'), ['11:5: fact a: the value "<0.70" is not in the claim, which says "0.70": correct one or the other']),
    (fact("a", "More than 50 people had a rash.", 'value: "<50"'), ['11:5: fact a: the value "<50" is not in the claim, which says "More than 50": correct one or the other']),
    (fact("a", "A blood pressure of 120/80 mm Hg is normal.", 'value: "120/85 mm Hg"'), ['11:5: fact a: the value "120/85 mm Hg" is not in the claim, which says "120/80 mm Hg": correct one or the other']),
    (fact("a", "Give 15 mg per kg.", 'value: "5 mg"'), ['11:5: fact a: the value "5 mg" is not in the claim: correct one or the other']),
    (fact("a", "Give 5 mg per kg.", 'value: "5 m"'), ['11:5: fact a: the value "5 m" is not in the claim: correct one or the other']),
    (fact("a", "Give 5 mg per kg, or 5 mg per hour.", 'value: "5 mg"'), ['11:5: fact a: the value "5 mg" is not in the claim: correct one or the other']),
    (fact("a", "Tarn levels are below 150 mcg per gram.", 'value: ">150 mcg"'), ['11:5: fact a: the value ">150 mcg" is not in the claim: correct one or the other']),
    (fact("a", RASH, "require: [period]"), ["11:5: fact a: requires copy to give its years and has none: write period: 2010–2016 or as_of: 2023"]),
    (fact("a", RANK, 'superseded: [{value: 5th}, {value: "16%"}, {value: "No. 3"}]', 'value: "3rd"'), [
        '11:32: fact a: cannot read the superseded value "16%": write a rank such as "5th"',
        '11:48: fact a: the superseded value "No. 3" is the present one: correct or delete it',
    ]),
    (fact("a", RANK, "value: fourth"), ['11:5: fact a: the value "fourth" is not in the claim, which says "third leading": correct one or the other']),
    (fact("a", RASH, 'value: "16%"', 'superseded: [{value: "15%"}, {value: "16%"}]'), ['12:34: fact a: the superseded value "16%" is the present one: correct or delete it']),
    (fact("a", "Ticks carry tarn disease.", "among: [ticks, midges]"), ["11:5: fact a: has answers that compete and does not say which is right: write value: ticks, or whichever it is"]),
    # every kind of mistake in one run, in the order of the file
    (
        fact("a", RASH, 'value: "15%"', source="nosuch") + fact("b", RASH, "stauts: draft", "require: [period]") + fact("c", RASH, "valeu: 3%"),
        [
            '10:13: fact a: there is no source "nosuch": define it under sources:',
            '11:5: fact a: the value "15%" is not in the claim, which says "About 16%": correct one or the other',
            '15:5: fact b: unknown key "stauts": did you mean "status"?',
            "16:5: fact b: requires copy to give its years and has none: write period: 2010–2016 or as_of: 2023",
            '20:5: fact c: unknown key "valeu": did you mean "value"?',
        ],
    ),
    # a key that may be empty does not hide the others
    (fact("a", RASH, "superseded:", 'value: "15%"'), ['12:5: fact a: the value "15%" is not in the claim, which says "About 16%": correct one or the other']),
]  # fmt: skip


@pytest.mark.parametrize(("facts", "problems"), UNUSABLE)
def test_facts_that_cannot_be_used(facts: str, problems: list[str]) -> None:
    result = check(facts)
    shown = [line.removeprefix("medlint: facts.yaml:") for line in result.stderr.splitlines()]
    assert (result.exit_code, shown) == (2, problems)
    many = "1 mistake keeps" if len(problems) == 1 else f"{len(problems)} mistakes keep"
    assert result.stdout.splitlines()[-1] == f"facts.yaml: {many} the facts from being used"
    draft = CliRunner().invoke(cli, ["check", "articles"])
    assert (draft.exit_code, draft.stderr) == (2, result.stderr)


NARROW = "make it narrower"
DOUBTFUL = [
    (0, fact("a", RASH, source='{ref: s, quote: "A rash is common."}'), ['10:22: warning: fact a: the quote does not say "16%": quote the words that do, with … for what is left out']),
    (0, fact("a", "Ticks carry tarn disease.", "value: ticks", "among: [ticks, midges]", source='{ref: s, quote: "It is spread by insects."}'), ['10:22: warning: fact a: the quote does not say "ticks": quote the words that do, with … for what is left out']),
    (0, fact("a", RASH, "tolerance: 4") + fact("b", "About 20% of children with tarn disease have a rash."), [f"11:5: warning: fact a: the tolerance reaches 20%, which is fact b (facts.yaml:12:3): {NARROW}"]),
    (0, fact("a", RASH, "tolerance: 4", 'superseded: [{value: "19%"}]'), [f"11:5: warning: fact a: the tolerance reaches the superseded 19%: {NARROW}"]),
    (0, fact("a", RASH, "as_of: 2020", 'superseded: [{value: "19%", as_of: 2021}, {value: "19%"}]'), [
        '12:18: warning: fact a: the superseded "19%" is of 2021, and the fact of 2020: correct a year',
        '12:47: warning: fact a: "19%" is superseded twice: delete one',
    ]),
    (0, fact("a", RASH, "as_of: 2020", 'superseded: [{value: "20%"}]') + fact("b", RASH.replace("16", "20"), "as_of: 2023", 'superseded: [{value: "16%"}]'), [
        "17:5: warning: fact b: supersedes 16%, and fact a (facts.yaml:8:3) supersedes 20%: withdraw the older of the two",
    ]),
    (0, fact("a", "In 2019, 16% of adults with tarn disease had a rash.", "as_of: 2020"), ["11:5: warning: fact a: the claim says 2019, and as_of is 2020: bring them together"]),
    (1, fact("a", RASH) + fact("b", "About 20% of adults with tarn disease have a rash."), [f"12:5: error: fact b: makes the claim of fact a (facts.yaml:8:3) with another value: {SPLIT}"]),
    (1, fact("a", "Ticks carry tarn disease.", "value: ticks", "among: [ticks, midges]") + fact("b", "Midges carry tarn disease.", "value: midges", "among: [ticks, midges]"), [f"14:5: error: fact b: makes the claim of fact a (facts.yaml:8:3) with another value: {SPLIT}"]),
    (0, fact("a", RASH) + fact("b", "A rash is seen in about 20% of adults with tarn disease."), [f"12:5: warning: fact b: is read as the claim of fact a (facts.yaml:8:3) with another value: {SPLIT.replace(' or withdraw', '')}"]),
    (0, fact("a", RASH) + fact("b", RASH), [f"12:5: warning: fact b: is read as the claim of fact a (facts.yaml:8:3): {SPLIT.replace('correct or withdraw', 'delete')}"]),
    (1, fact("a", RASH, source="gone"), ["10:5: error: fact a: its source gone is retracted (seen 2026-05-01): withdraw the fact, or give it another source"]),
    (0, fact("a", RASH, source="odd"), ["10:5: warning: fact a: its journal has voiced concern about odd: look for another source"]),
    (0, fact("a", RASH, "valid_until: 2026-05-31", "review_by: 2026-01-01"), [
        "11:5: warning: fact a: was valid until 2026-05-31: look for a newer figure, and give the fact a new date",
        "12:5: warning: fact a: was due for review by 2026-01-01: look at its source, and give the fact a new date",
    ]),
    (0, fact("a", RASH, "appears_in: [articles/new.md, articles/old.md, 'news/*.md']"), [
        '11:35: warning: fact a: appears_in "articles/old.md" names no file: correct or delete it',
        '11:52: warning: fact a: appears_in "news/*.md" names no file: correct or delete it',
    ]),
    (0, fact("a", RASH, source='{ref: s, quote: "A rash in 15%."}'), ['10:22: warning: fact a: the quote says "15%", and the fact is "16%": bring them together']),
    (0, fact("a", RASH, 'value: "15%"', source='{ref: s, quote: "A rash in 15%."}'), ['9:5: warning: fact a: the claim says "16%", and the fact is "15%": bring them together']),
    (0, fact("a", "From 2010 to 2016, 16% of adults with tarn disease had a rash.", "period: 2012–2018"), ['11:5: warning: fact a: the claim says "2010 to 2016", and period is 2012–2018: bring them together']),
]  # fmt: skip


@pytest.mark.parametrize(("status", "facts", "concerns"), DOUBTFUL)
def test_facts_that_are_doubtful(status: int, facts: str, concerns: list[str]) -> None:
    result = check(facts)
    *shown, blank, total = without_notes(result.stdout).splitlines()
    assert (result.exit_code, [line.removeprefix("facts.yaml:") for line in shown]) == (status, concerns)
    assert (blank, "mistakes" in total, result.stderr) == ("", False, "")
    assert check(facts, "--fail-on", "warning").exit_code == 1
    assert check(facts, "--fail-on", "never").exit_code == 0


SOUND = [
    fact("a", RASH, source='{ref: s, quote: "Of 50 adults, 8 had a rash."}'),
    fact("a", "Ticks carry tarn disease.", "value: ticks", "among: [ticks, midges]", source='{ref: s, quote: "It is spread by a tick."}'),
    fact("a", RASH, "tolerance: 1") + fact("b", "About 20% of children with tarn disease have a rash."),
    fact("a", RASH, "tolerance: 4") + fact("b", "About 20% of adults with meadow fever have a cough."),
    fact("a", RASH, "tolerance: 1", 'superseded: [{value: "19%"}]'),
    fact("a", RASH, "as_of: 2020", 'superseded: [{value: "19%", as_of: 2019}, {value: "18%", as_of: 2019}]'),
    fact("a", RASH, 'superseded: [{value: "20%"}]') + fact("b", "About 20% of children with tarn disease have a rash.", 'superseded: [{value: "16%"}]'),
    fact("a", RASH, "as_of: 2020") + fact("b", RASH.replace("16", "20"), "as_of: 2023", 'superseded: [{value: "16%"}]'),
    fact("a", "In 2020, 16% of adults with tarn disease had a rash.", "as_of: 2020"),
    fact("a", "A score below 0.70 is rare.", 'value: "<0.70"'),
    fact("a", "The drug is given within 4.5 hours.", 'value: "4.5 hours"'),
    fact("a", "About one in seven adults with tarn disease has a rash.", 'value: "15%"', source='{ref: s, quote: "A rash in 15%."}'),
    fact("a", RASH, source='{ref: s, quote: "Of 50 adults, 8 had a rash; it cleared in 2 weeks."}'),
    fact("a", RASH, "require: [period]", "as_of: 2023"),
    fact("a", "From 2010 to 2016, 16% of adults with tarn disease had a rash.", "require: [period]"),
    fact("a", RASH, "valid_until: 2026-06-01", "review_by: 2026-06-01"),
    fact("a", RASH, "appears_in: ['articles/*.md', new.md]"),
    fact("a", RASH, "status: withdrawn", "valid_until: 2020-01-01", "appears_in: [none.md]", source="gone"),
    fact("a", RASH, source="mended"),
    fact("a", RASH, 'value: "16%"', 'superseded: [{value: ">16%"}]'),
    # other facts: another year, another group, a bound that the first implies, one withdrawn or in dispute
    fact("a", RASH, "as_of: 2020") + fact("b", RASH.replace("16", "20"), "as_of: 2023"),
    fact("a", RASH) + fact("b", RASH.replace("adults", "children").replace("16", "20")),
    fact("a", RASH) + fact("b", RASH.replace("16", "20"), "status: withdrawn"),
    fact("a", RASH) + fact("b", RASH.replace("16", "20"), "status: disputed"),
    fact("a", "Of adults with tarn disease 16% have a rash and 9% a fever.", 'value: "16%"') + fact("b", "Of adults with tarn disease 16% have a rash and 9% a fever.", 'value: "9%"'),
    fact("a", "Between 25% and 50% of women with infertility have endometriosis.") + fact("b", "Between 30% and 50% of women with endometriosis have infertility."),
    fact("a", "Allopurinol is sold as Zyloprim.", "pair: [allopurinol, Zyloprim]") + fact("b", "Allopurinol is sold as Aloprim.", "pair: [allopurinol, Aloprim]"),
]  # fmt: skip


@pytest.mark.parametrize("facts", SOUND)
def test_facts_that_are_sound(facts: str) -> None:
    result = check(facts, "--fail-on", "warning")
    many = "1 fact" if facts.count("claim:") == 1 else "2 facts"
    expected = f"facts.yaml: {many} from 4 sources, no mistakes\n"
    assert (result.exit_code, without_notes(result.stdout).lstrip(), result.stderr) == (0, expected, "")


@pytest.mark.parametrize("named", [["facts.yaml"], ["--facts", "facts.yaml"], []])
def test_the_facts_file_may_be_named_either_way(named: list[str]) -> None:
    result = check(fact("a", RASH), *named)
    assert result.exit_code == 0
    assert "facts.yaml: 1 fact from " in result.stdout


def test_two_facts_files_are_one_too_many() -> None:
    result = check(fact("a", RASH), "facts.yaml", "--facts", "other.yaml")
    assert result.exit_code == 2
    assert result.stderr.endswith("Error: two facts files: facts.yaml and --facts other.yaml. Name one.\n")


def test_the_report_as_json() -> None:
    result = check(fact("a", RASH, 'value: "15%"') + fact("b", RASH, source="gone"), "--format", "json")
    assert result.exit_code == 2
    assert json.loads(result.stdout) == {
        "version": 1,
        "path": "facts.yaml",
        "problems": [
            {
                "path": "facts.yaml", "line": 11, "column": 5, "severity": "error", "fact": "a", "unusable": True,
                "message": 'fact a: the value "15%" is not in the claim, which says "About 16%": correct one or the other',
            },
            *(
                {
                    "path": "facts.yaml", "line": line, "column": 3, "severity": "info", "fact": None, "unusable": False,
                    "message": f"source {id}: {UNUSED}",
                }
                for line, id in ((5, "odd"), (6, "mended"))
            ),
            {
                "path": "facts.yaml", "line": 14, "column": 5, "severity": "error", "fact": "b", "unusable": False,
                "message": "fact b: its source gone is retracted (seen 2026-05-01): withdraw the fact, or give it another source",
            },
        ],
        "summary": {"facts": 2, "sources": 4, "errors": 2, "warnings": 0},
    }  # fmt: skip


def test_a_file_that_is_no_facts_file_as_json() -> None:
    Path("facts.yaml").write_text("][", encoding="utf-8")
    result = CliRunner().invoke(cli, ["facts", "check", "--format", "json"])
    report = json.loads(result.stdout)
    assert (result.exit_code, report["summary"]["errors"], report["problems"][0]["fact"]) == (2, 1, None)


# -- drafts that are named ------------------------------------------------------------------------

LITERAL = [
    ("pages/[id].mdx", "pages/[id].mdx", True),
    ("pages/i.mdx", "pages/[id].mdx", False),
    ("posts/i.mdx", "posts/[id].mdx", True),
    ("pages/deep/[id].mdx", "[id].mdx", True),
]


@pytest.mark.parametrize(("path", "glob", "expected"), LITERAL)
def test_brackets_are_no_pattern_where_a_file_has_them_in_its_name(
    desk: Path, path: str, glob: str, expected: bool
) -> None:
    for name in ("pages/[id].mdx", "pages/i.mdx", "posts/i.mdx", "pages/deep/[id].mdx"):
        (desk / name).parent.mkdir(parents=True, exist_ok=True)
        (desk / name).touch()
    assert is_named(str(desk / path), (glob,)) is expected


NAMED = [
    ("/desk/articles/a.md", "articles/a.md", True),
    ("/desk/articles/a.md", "a.md", True),
    ("/desk/articles/a.md", "articles/*.md", True),
    ("/desk/articles/deep/a.md", "articles/*.md", True),
    ("/desk/articles/a.md", "/desk/articles/a.md", True),
    ("/desk/articles/a.md", "news/*.md", False),
    ("/desk/articles/ba.md", "a.md", False),
]


@pytest.mark.parametrize(("path", "glob", "expected"), NAMED)
def test_a_draft_is_named(path: str, glob: str, expected: bool) -> None:
    assert is_named(path, (glob,)) is expected


@given(st.sets(st.sampled_from(["new.md", "articles/*", "no.md", "*.html", "facts.*"])))
def test_a_glob_names_nothing_unless_a_file_is_named_by_it(globs: set[str]) -> None:
    here = Path()
    files = [str(path.absolute()) for path in here.rglob("*") if path.is_file()]
    assert naming_nothing(globs, ["."]) == {g for g in globs if not any(is_named(f, (g,)) for f in files)}


def test_a_draft_is_held_to_a_fact_from_whatever_folder_it_is_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path("facts.yaml").write_text(HEAD + fact("a", RASH, "appears_in: [articles/new.md]"), encoding="utf-8")
    monkeypatch.chdir("articles")
    result = CliRunner().invoke(cli, ["check", "--format", "json", "new.md"])
    assert [f["rule"] for f in json.loads(result.stdout)["findings"]] == ["missing-fact"]


@pytest.mark.parametrize(
    ("facts", "noted"),
    [
        ("  a: {claim: It is 5%., source: other}\n", ["s", "spare"]),
        ("  a: {clam: It is 5%., source: s}\n", ["spare"]),
        ("  a: {claim: It is 5%., sorce: s}\n", ["spare"]),
        ("  a: {claim: It is 5%., source: {rf: s}, caveat: [care]}\n", ["spare"]),
        ("  a: {claim: It is 5%., source: other, caveat: [care]}\n", ["s", "spare"]),
        ("  - {claim: It is 5%., source: s}\n", []),
    ],
)
def test_what_a_broken_fact_names_is_not_called_unused(facts: str, noted: list[str]) -> None:
    head = (
        "sources: {s: {title: S}, other: {title: O}, spare: {title: P}}\n"
        "caveats: {care: {say: Take care., any_of: [care]}}\nfacts:\n"
    )
    sound = "" if "- {" in facts else "  b: {claim: It is 7%., source: other, caveats: [care]}\n"
    Path("facts.yaml").write_text(head + facts + sound, encoding="utf-8")
    told = CliRunner().invoke(cli, ["facts", "check"], catch_exceptions=False).stdout.splitlines()
    assert [line.split()[3].rstrip(":") for line in told if line.endswith(UNUSED)] == noted
