"""Word, reStructuredText, notebooks and content files, from the command's side: places, suppression, settings."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from docx.document import Document as Docx

from linter.cli import cli

sys.path.insert(0, str(Path(__file__).parent / "readers"))
from word_drafts import bold, made

FACTS = """\
version: 1
sources: {registry: {title: Yarrow Fever Registry, published: 2025}}
facts:
  joints:
    claim: About 40% of adults with yarrow fever have joint pain.
    source: registry
"""
RIGHT = "About 40% of adults with yarrow fever have joint pain."
WRONG = "About 60% of adults with yarrow fever have joint pain."
IGNORE = "medlint-ignore value-conflict: another study"
Run = Callable[..., Result]


@pytest.fixture
def medlint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "facts.yaml").write_text(FACTS)
    return lambda *args: CliRunner().invoke(cli, list(args))


def drafted(draft: Docx) -> None:
    draft.add_heading("Yarrow fever", 0)
    draft.add_heading("Joints", 1)
    draft.add_paragraph("It is rare.")
    paragraph = draft.add_paragraph("About 6")
    bold(paragraph, "0%")
    paragraph.add_run(" of adults with yarrow fever have joint pain.")


def test_a_place_in_word_is_a_paragraph_and_its_heading(medlint: Run) -> None:
    Path("a.docx").write_bytes(made(drafted))
    assert medlint("check", "a.docx").stdout == (
        "a.docx: paragraph 4, under “Joints” error value-conflict\n"
        f"   | {WRONG}\n"
        "   |       ^^^\n"
        "  This says 60%; the fact is 40%.\n"
        "  found   60% → expected 40%\n"
        "  fact    About 40% of adults with yarrow fever have joint pain. [joints]\n"
        "  source  Yarrow Fever Registry, 2025\n"
        "  matched on adults, yarrow fever, joint pain\n"
        "\n"
        "1 error, 0 warnings in 1 draft; 1 of 1 figure is bound to facts\n"
        "Facts from facts.yaml\n"
        "What a rule means: medlint explain value-conflict\n"
    )
    assert medlint("check", "a.docx", "--format", "concise").stdout.splitlines()[0] == (
        "a.docx: paragraph 4, under “Joints”: value-conflict This says 60%; the fact is 40%."
    )
    assert medlint("check", "a.docx", "--format", "github").stdout.startswith(
        "::error file=a.docx,title=medlint value-conflict::paragraph 4, under “Joints”: This says"
    )


def places(result: Result, of: str) -> list[dict[str, Any]]:
    names = (
        "line",
        "column",
        "end_line",
        "end_column",
        "start",
        "end",
        "paragraph",
        "part",
        "heading",
        "cell",
    )
    return [{name: row[name] for name in names if name in row} for row in json.loads(result.stdout)[of]]


NOWHERE = dict.fromkeys(("line", "column", "end_line", "end_column", "start", "end"))


def test_places_in_json(medlint: Run) -> None:
    Path("a.docx").write_bytes(made(drafted))
    place = NOWHERE | {"paragraph": 4, "part": None, "heading": "Joints", "cell": None}
    assert places(medlint("check", "a.docx", "--format", "json"), "findings") == [place]
    assert places(medlint("figures", "a.docx", "--format", "json"), "figures") == [place]
    used = places(medlint("facts", "where-used", "joints", "a.docx", "--format", "json"), "uses")
    assert used == [
        {"line": None, "column": None, "paragraph": 4, "part": None, "heading": "Joints", "cell": None}
    ]
    cells = [{"cell_type": "code", "source": "x"}, {"cell_type": "markdown", "source": WRONG}]
    Path("b.ipynb").write_text(json.dumps({"cells": cells}))
    (place,) = places(medlint("check", "b.ipynb", "--format", "json"), "findings")
    assert (place["line"], place["cell"], place["heading"]) == (1, 2, None)
    assert "paragraph" not in place


def test_places_in_tables_of_figures(medlint: Run) -> None:
    Path("a.docx").write_bytes(made(drafted))
    lines = medlint("figures", "a.docx").stdout.splitlines()
    assert lines[1] == "a.docx: paragraph 4, under “Joints”  60%   about 60%  claim  joints  conflicts"


def in_word(text: str) -> Callable[[Docx], object]:
    return lambda draft: draft.add_comment(draft.add_paragraph(WRONG).runs, text, "A", "A")


SUPPRESSED = {
    "a.docx": lambda text: made(in_word(text)),
    "a.rst": lambda text: f".. {text.replace('ignore', 'ignore-next-line')}\n\n{WRONG}\n".encode(),
    "a.yaml": lambda text: f"a: {WRONG} # {text}\n".encode(),
    "b.yaml": lambda text: f"# {text.replace('ignore', 'ignore-next-line')}\na: {WRONG}\n".encode(),
    "a.json": lambda text: json.dumps({"a": f"{WRONG} <!-- {text} -->"}).encode(),
    "a.ipynb": lambda text: json.dumps({"cells": [{"cell_type": "markdown", "source": f"{WRONG} <!-- {text} -->"}]}).encode(),
}  # fmt: skip


@pytest.mark.parametrize("name", SUPPRESSED)
def test_suppression_in_every_format(medlint: Run, name: str) -> None:
    Path(".medlint.yaml").write_text('content-fields: {"*.yaml": [a], "*.json": [a]}\n')
    Path(name).write_bytes(SUPPRESSED[name](IGNORE))
    result = medlint("check", name)
    assert (result.exit_code, result.stdout.splitlines()[0]) == (
        0,
        "0 errors, 0 warnings in 1 draft; 1 of 1 figure is bound to facts",
    )
    Path(name).write_bytes(SUPPRESSED[name]("medlint-ignore value-conflict"))
    result = medlint("check", name, "--format", "concise")
    assert (result.exit_code, "suppression-unreasoned" in result.stdout) == (1, True)


OPEN = {
    "a.docx": (made(in_word("medlint-off value-conflict: a study")), "a comment: medlint-on"),
    "a.rst": (f".. medlint-off value-conflict: a study\n\n{WRONG}\n".encode(), ".. medlint-on"),
    "a.yaml": (f"# medlint-off value-conflict: a study\na: {WRONG}\n".encode(), "# medlint-on"),
}


@pytest.mark.parametrize("name", OPEN)
def test_what_would_end_a_block_is_written_as_the_format_has_it(medlint: Run, name: str) -> None:
    Path(".medlint.yaml").write_text('content-fields: {"*.yaml": [a]}\n')
    data, end = OPEN[name]
    if name == "a.docx":

        def build(draft: Docx) -> None:
            draft.add_comment(
                draft.add_paragraph("See.").runs, "medlint-off value-conflict: a study", "A", "A"
            )
            draft.add_paragraph(WRONG)

        data = made(build)
    Path(name).write_bytes(data)
    assert end in medlint("check", name).stdout


def test_content_files_are_drafts_only_if_the_config_names_fields(medlint: Run) -> None:
    Path("data").mkdir()
    Path("data/a.yaml").write_text(f"answer: {WRONG}\nid: 60\n")
    Path("data/b.json").write_text(json.dumps({"answer": RIGHT}))
    Path("c.json").write_text("{")
    Path("d.md").write_text(RIGHT)
    assert medlint("check", "--files").stdout.splitlines()[:3] == [
        "DRAFT  READER    FACTS",
        "d.md   markdown  facts.yaml",
        "",
    ]
    assert "Not read" not in medlint("check").stdout
    Path(".medlint.yaml").write_text(
        'content-fields:\n  "data/*.yaml": [answer]\n  "*.json": [answer]\nexclude: [c.json]\n'
    )
    assert [line.split() for line in medlint("check", "--files").stdout.splitlines()[1:4]] == [
        ["d.md", "markdown", "facts.yaml"],
        ["data/a.yaml", "content", "facts.yaml"],
        ["data/b.json", "content", "facts.yaml"],
    ]
    result = medlint("check", "--format", "concise")
    assert result.stdout.splitlines()[0].startswith("data/a.yaml:1:15: value-conflict This says")
    assert result.exit_code == 1


def test_a_content_file_without_fields_is_not_checked(medlint: Run) -> None:
    Path("a.yaml").write_text("a: b\n")
    result = medlint("check", "a.yaml")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (
        2,
        "a.yaml: not checked: is read only in the fields that .medlint.yaml names: list them there under content-fields",
    )


def test_mistakes_in_the_config_are_told_all_at_once(medlint: Run) -> None:
    Path(".medlint.yaml").write_text(
        'content-fields:\n  "data/*.yaml": ["faq..q", answer]\n  "# x": [a]\n  "*.json": []\nencoding: latin-1\n'
    )
    path = 'is not the path of a field: write one such as title, faq[].answer, cards.*.text or "**.summary"'
    result = medlint("check", ".")
    assert (result.exit_code, result.stderr.splitlines()) == (
        2,
        [
            f'medlint: .medlint.yaml:2:19: content-fields: data/*.yaml: entry 1: "faq..q" {path}',
            'medlint: .medlint.yaml:3:3: content-fields: "# x" is not a glob: write one such as old/** or data/*.yaml',
            "medlint: .medlint.yaml:4:13: content-fields: *.json: needs 1 entry or more, and has 0",
            'medlint: .medlint.yaml:5:11: encoding: "latin-1" is not one of utf-8, windows-1252',
        ],
    )


def test_an_encoding_of_the_config(medlint: Run) -> None:
    Path("a.md").write_bytes(f"“{WRONG}”".encode("cp1252"))
    result = medlint("check", "a.md")
    assert "a.md: not checked: is not UTF-8 (line 1, column 1: byte 0 is 0x93)" in result.stdout
    Path(".medlint.yaml").write_text("encoding: windows-1252\n")
    result = medlint("check", "a.md", "--format", "concise")
    assert result.exit_code in (0, 1)
    assert "not checked" not in result.stdout


@pytest.mark.parametrize("name", ["a.docx", "a.rst", "a.ipynb"])
def test_a_folder_run_reads_them(medlint: Run, name: str) -> None:
    files = {
        "a.docx": made(drafted),
        "a.rst": f"{WRONG}\n".encode(),
        "a.ipynb": json.dumps({"cells": [{"cell_type": "markdown", "source": WRONG}]}).encode(),
    }
    Path(name).write_bytes(files[name])
    assert "This says 60%" in medlint("check").stdout


def test_what_cannot_be_opened_is_not_checked_and_the_others_are(medlint: Run) -> None:
    Path("a.docx").write_bytes(b"PK\3\4")
    Path("b.rst").write_text(WRONG)
    result = medlint("check")
    assert (
        result.exit_code,
        "a.docx: not checked: cannot be opened as a Word document" in result.stdout,
    ) == (2, True)
    assert "b.rst:1:7 error value-conflict" in result.stdout


def test_other_places_are_called_by_what_they_are(medlint: Run) -> None:
    def build(draft: Docx) -> None:
        draft.add_heading("Heron fever", 1)
        draft.add_paragraph("The median survival in heron fever is 14 months.")
        draft.add_heading("In short", 1)
        draft.add_paragraph("The median survival in heron fever is 19 months.")

    Path("a.docx").write_bytes(made(build))
    Path("b.md").write_text("# Heron fever\n\nThe median survival in heron fever is 25 months.\n")
    told = medlint("check", "--select", "corpus", "--format", "concise").stdout
    assert "paragraph 2, under “Heron fever”" in told
    assert "a.docx, paragraph" in told
    assert "a.docx, line" not in told


IN_FORMATS = {
    "gitlab": ('"lines": {\n        "begin": 1\n      }', '"lines": {\n        "begin": 6,\n        "end": 6\n      }'),
    "junit": ('name="value-conflict, paragraph 4, under “Joints”" classname="a.docx" file="a.docx">',
              'name="value-conflict, line 6 (cell 1), column 12" classname="n.ipynb" file="n.ipynb" line="6">'),
    "markdown": ("| paragraph 4, under “Joints” | **error**", "| line 6 (cell 1) | **error**"),
    "html": ("<small>paragraph 4, under “Joints”, value-conflict</small>", "<small>line 6 (cell 1), value-conflict</small>"),
    "sarif": ('"artifactLocation": {\n                  "uri": "a.docx"\n                }\n              }\n            }',
              '"startLine": 6,\n                  "startColumn": 12,'),
    "rdjson": ('"location": {\n        "path": "a.docx"\n      },', '"line": 6,\n            "column": 12\n'),
}  # fmt: skip


@pytest.mark.parametrize("form", IN_FORMATS)
def test_every_format_has_no_line_of_word_and_the_cell_of_a_notebook(medlint: Run, form: str) -> None:
    in_word, in_notebook = IN_FORMATS[form]
    Path("a.docx").write_bytes(made(drafted))
    cell = {"cell_type": "markdown", "source": [WRONG]}
    Path("n.ipynb").write_text(json.dumps({"cells": [cell], "metadata": {}}, indent=1))
    assert in_word in medlint("check", "a.docx", "--format", form).stdout
    assert in_notebook in medlint("check", "n.ipynb", "--format", form).stdout


SAVED = {
    "a.docx": None,
    "n.ipynb": json.dumps({"cells": [{"cell_type": "markdown", "source": [f"“é” {WRONG}"]}]}).encode(),
    "c.json": json.dumps({"text": f"“é” {WRONG}"}).encode(),
    "c.yaml": f"text: '“é” {WRONG}'\r\n".encode(),
    "w.md": f"“é” {WRONG}\r\n".encode("windows-1252"),
    "u.md": f"\ufeff“é” {WRONG}\n".encode("utf-16-le"),
    "b.md": f"\ufeff“é” {WRONG}\n".encode("utf-16-be"),
    "r.rst": f"{WRONG}\n".encode(),
}


@pytest.mark.parametrize("name", SAVED)
def test_fix_writes_a_draft_as_it_is_written(medlint: Run, name: str) -> None:
    """But for Word, whose text is not the file's."""
    old = SAVED[name] or made(drafted)
    Path(name).write_bytes(old)
    Path(".medlint.yaml").write_text('encoding: windows-1252\ncontent-fields: {"c.*": [text]}\n')
    assert medlint("check", name, "--fix", "-q").exit_code == (1 if name == "a.docx" else 0)
    wide = {"u.md": "utf-16-le", "b.md": "utf-16-be"}.get(name, "ascii")
    new = old if name == "a.docx" else old.replace("60%".encode(wide), "40%".encode(wide))
    assert Path(name).read_bytes() == new
    Path(name).write_bytes(old)
    shown = CliRunner().invoke(cli, ["check", "--fix", "--stdin-filename", name], input=old)
    assert shown.stdout_bytes == new


def test_what_the_desk_asks_of_a_draft_in_word(medlint: Run) -> None:
    Path("a.docx").write_bytes(made(drafted))
    place = "paragraph 4, under “Joints”"
    used = medlint("facts", "where-used", "joints", "a.docx")
    assert used.stdout.startswith(f"a.docx: {place}  conflicts  60%  About 60% of adults")
    csv = medlint("facts", "where-used", "joints", "a.docx", "--format", "csv").stdout.splitlines()
    assert csv[1:] == [f'a.docx,,,joints,conflicts,60%,{WRONG},"{place}"']
    row = json.loads(medlint("facts", "where-used", "joints", "a.docx", "--format", "json").stdout)["uses"][0]
    assert (row["line"], row["paragraph"], row["heading"]) == (None, 4, "Joints")


def test_facts_proposed_from_word_have_its_places(medlint: Run) -> None:
    Path("facts.yaml").unlink()
    Path("a.docx").write_bytes(made(drafted))
    Path("b.md").write_text(f"{RIGHT}\n")
    proposed = medlint("facts", "extract", "a.docx", "b.md").stdout
    assert "yarrow-fever-adults-joint-pain:  # a.docx, paragraph 4, under “Joints”\n" in proposed
    assert '    # disagrees: b.md:1 says "40%" (value-conflict)\n' in proposed
    Path("c.docx").write_bytes(Path("a.docx").read_bytes())
    other = medlint("facts", "extract", "b.md", "c.docx").stdout
    assert '    # disagrees: c.docx, paragraph 4, under “Joints” says "60%" (value-conflict)\n' in other


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252"])
def test_a_fact_is_renamed_in_a_draft_as_it_is_written(medlint: Run, encoding: str) -> None:
    Path(".medlint.yaml").write_text("encoding: windows-1252\n")
    comment = "“é” <!-- medlint-ignore value-conflict[joints]: another study -->\n"
    Path("a.md").write_bytes(comment.encode(encoding))
    assert medlint("facts", "rename", "joints", "pain").exit_code == 0
    assert Path("a.md").read_bytes() == comment.replace("joints", "pain").encode(encoding)


def test_a_fact_that_a_comment_in_word_names_is_not_renamed_there_unsaid(medlint: Run) -> None:
    def commented(draft: Docx) -> None:
        paragraph = draft.add_paragraph(WRONG)
        draft.add_comment(paragraph.runs, text="medlint-ignore value-conflict[joints]: another study")

    Path("a.docx").write_bytes(made(commented))
    result = medlint("facts", "rename", "joints", "pain")
    told = "medlint: a.docx: names joints in a comment that medlint cannot change\n"
    assert (result.exit_code, result.stderr) == (2, told)


def test_a_quote_is_looked_up_in_word(medlint: Run) -> None:
    Path("source.docx").write_bytes(made(lambda draft: draft.add_paragraph("Some 40% had joint pain.")))
    facts = FACTS.replace("published: 2025", "published: 2025, file: source.docx")
    for quote, status in (("40% had joint pain", 0), ("41% had joint pain", 1)):
        Path("facts.yaml").write_text(
            facts.replace("source: registry", f'source: {{ref: registry, quote: "{quote}"}}')
        )
        assert medlint("facts", "verify").exit_code == status


def test_the_facts_are_no_draft(medlint: Run) -> None:
    Path(".medlint.yaml").write_text('content-fields: {"*.yaml": ["**.claim", "**.title"]}\n')
    Path("c.yaml").write_text(f"title: {WRONG}\n")
    listed = json.loads(medlint("check", "--files", "--format", "json").stdout)["files"]
    assert [(each["path"], each["reader"]) for each in listed] == [("c.yaml", "content")]
