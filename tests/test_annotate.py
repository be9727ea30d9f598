"""``medlint check --annotate``, as a user gives it, over the whole engine."""

from __future__ import annotations

import os
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from linter.cli import cli

FACTS = """\
version: 1
sources: {registry: {title: Yarrow Fever Registry, published: 2025, url: "https://example.org/yf?a=1&b=2"}}
facts:
  yf-joints:
    claim: About 83% of people with yarrow fever have joint pain.
    source: {ref: registry, quote: 83% had joint pain, locator: Table 2}
"""
CONFLICT = """\
This says 80%; the fact is 83%.
Found: 80%
Expected: 83%
To mend: write “83%”; if the fact is wrong or out of date, change that and its source first
Fact: About 83% of people with yarrow fever have joint pain. [yf-joints]
Source: Yarrow Fever Registry, 2025, Table 2
Quote: “83% had joint pain”
Link: https://example.org/yf?a=1&b=2
Matched on: yarrow fever, joint pain
Rule: value-conflict (error); medlint explain value-conflict says more"""
ZERO = """\
Write 5 mg: when the point is missed, 5.0 mg is read as ten times the dose.
Place: header, where no comment can stand
Found: 5.0 mg
Expected: 5 mg
To mend: write “5 mg”
Rule: trailing-zero (error); medlint explain trailing-zero says more"""
TWO = """\
medlint: out.docx: a copy with 2 comments
medlint: beside their words no comment can stand in: header. Those comments say where they belong
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("facts.yaml").write_text(FACTS)
    return tmp_path


def draft(text: str, header: str = "", name: str = "draft.docx") -> bytes:
    made = docx.Document()
    made.add_paragraph(text)
    if header:
        made.sections[0].header.paragraphs[0].text = header
    made.save(name)
    return Path(name).read_bytes()


def check(*options: str) -> Result:
    return CliRunner().invoke(cli, ["check", "--today", "2026-06-01", *options])


def comments(name: str) -> list[str]:
    return ["\n".join(p.text for p in each.paragraphs) for each in docx.Document(name).comments]


def test_findings_become_comments() -> None:
    before = draft("80% of people with yarrow fever have joint pain.", "Take 5.0 mg.")
    Path("out.docx").write_text("an older copy")
    result = check("draft.docx", "--annotate", "out.docx")
    assert (result.exit_code, result.stderr) == (1, TWO)
    assert result.stdout.endswith("medlint explain value-conflict\n")
    assert comments("out.docx") == [CONFLICT, ZERO]
    assert Path("draft.docx").read_bytes() == before
    assert sorted(os.listdir()) == ["draft.docx", "facts.yaml", "out.docx"]


def test_the_copy_is_checked_as_the_draft_is() -> None:
    draft("80% of people with yarrow fever have joint pain.", "Take 5.0 mg.")
    check("draft.docx", "--annotate", "out.docx")
    told = [check(name, "--format", "concise").stdout for name in ("draft.docx", "out.docx")]
    assert told[0].replace("draft.docx", "out.docx") == told[1]


def test_only_what_is_reported_is_in_it() -> None:
    before = draft("80% of people with yarrow fever have joint pain.", "Take 5.0 mg.")
    result = check("draft.docx", "--annotate", "out.docx", "--select", "safety", "-q")
    assert (result.exit_code, result.stderr, comments("out.docx")) == (1, "", [ZERO])
    result = check("draft.docx", "--annotate", "out.docx", "--select", "missing")
    told = "medlint: out.docx: a copy without comments, since there is nothing to report\n"
    assert (result.exit_code, result.stderr) == (0, told)
    assert Path("out.docx").read_bytes() == before


ONE = "--annotate writes a copy of one Word draft"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("draft.docx --annotate draft.docx", "draft.docx: is the draft itself: give --annotate another name"),
        ("draft.docx --annotate linked.docx", "linked.docx: is the draft itself: give --annotate another name"),
        ("linked.docx --annotate draft.docx", "draft.docx: is the draft itself: give --annotate another name"),
        ("draft.docx --annotate ./draft.docx", "./draft.docx: is the draft itself: give --annotate another name"),
        ("draft.docx --annotate o.docx --output o.docx", "o.docx: is the file of --output: give --annotate another name"),
        ("draft.docx --annotate o.txt", "o.txt: --annotate writes a Word file: give it a name that ends in .docx"),
        ("--annotate o.docx", f"o.docx: {ONE}, and none was given: medlint check DRAFT.docx --annotate o.docx"),
        ("draft.docx b.docx --annotate o.docx", f"o.docx: {ONE}, and 2 were given: medlint check DRAFT.docx --annotate o.docx"),
        (". --annotate o.docx", f".: is a folder, and {ONE}: name that"),
        ("a.md --annotate o.docx", f"a.md: is no Word file (.docx), and {ONE}: name that"),
        ("draft.docx --annotate o.docx --fix", "o.docx: --annotate and --fix cannot go together: Word drafts are not corrected"),
        ("draft.docx --annotate o.docx --diff", "o.docx: --annotate and --diff cannot go together: Word drafts are not corrected"),
        ("draft.docx --annotate o.docx --files", "o.docx: --annotate and --files cannot go together: that checks nothing"),
        ("--stdin-filename a.docx --annotate o.docx", "o.docx: --annotate and --stdin-filename cannot go together: give the path of the draft"),
        ("draft.docx --annotate no/o.docx -q --fail-on never --select missing", "no/o.docx: cannot be written: No such file or directory"),
        ("gone.docx --annotate o.docx -q", "o.docx: not written, since no draft was checked"),
        ("broken.docx --annotate o.docx -q", "o.docx: not written, since no draft was checked"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said(options: str, message: str) -> None:
    before = draft("80% of people with yarrow fever have joint pain.")
    os.symlink("draft.docx", "linked.docx")
    Path("broken.docx").write_text("no archive")
    result = check(*options.split())
    assert (result.exit_code, result.stderr) == (2, f"medlint: {message}\n")
    assert Path("draft.docx").read_bytes() == before
    assert not Path("o.docx").exists()
