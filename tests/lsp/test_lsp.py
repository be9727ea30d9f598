"""medlint in an editor: the process is started, and spoken with as an editor does."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from lsprotocol import types

from linter.cli import cli
from tests.lsp.editor import Editor

FACTS = """\
version: 1
sources:
  brennan-2018: {title: "Where *sarcoma* goes", publisher: ACS, published: 2018, url: https://example.org/a}
facts:
  lung-share:
    claim: Around 83% of metastatic soft tissue sarcoma occurs in the lungs.
    source: {ref: brennan-2018, quote: "In 83% it was the lungs.", locator: Table 2}
"""
SAID = "About {} of metastatic soft tissue sarcoma occurs in the lungs."
WRONG, RIGHT = SAID.format("80%"), SAID.format("83%")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "facts.yaml").write_text(FACTS, encoding="utf-8")
    editor = Editor(folder)
    yield editor
    status, written = editor.stop()
    assert (status, written, editor.messages) == (0, "", [])


def applied(text: str, action: types.CodeAction, uri: str) -> str:
    """A text after an action's edits, which are all in one file."""
    assert action.edit is not None
    assert action.edit.changes is not None
    assert list(action.edit.changes) == [uri]
    lines = [f"{line}\n" for line in text.split("\n")]

    def offset(place: types.Position) -> int:
        before = lines[place.line].encode("utf-16-le")[: place.character * 2].decode("utf-16-le")
        return sum(map(len, lines[: place.line])) + len(before)

    for edit in reversed(action.edit.changes[uri]):
        text = text[: offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end) :]
    return text


def span(line: int, start: int, end: int) -> types.Range:
    return types.Range(types.Position(line, start), types.Position(line, end))


PLACES = [
    ("a.md", f"# Sarcoma\n\n😀 𝐀 {WRONG}\n", span(2, 12, 15)),
    ("b.md", f"# Sarcoma\r\n\r\n\u2028 é {WRONG}\r\n", span(2, 10, 13)),
    ("c.html", f"<h1>Sarcoma</h1>\n<p>😀&nbsp;{WRONG}</p>\n", span(1, 17, 20)),
    ("d.njk", f"<h1>Sarcoma</h1>\n{{% if x %}}<p>😀 {WRONG}</p>{{% endif %}}\n", span(1, 22, 25)),
    ("e.rst", f"Sarcoma\n=======\n\n😀 {WRONG}\n", span(3, 9, 12)),
    ("f.txt", f"{WRONG}\n", span(0, 6, 9)),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "place"), PLACES)
def test_says_what_it_finds_where_it_is(desk: Editor, name: str, text: str, place: types.Range) -> None:
    (found,) = desk.open(name, text)
    page = Path(__file__).parents[2] / "docs" / "rules" / "conflict.md"
    assert found == types.Diagnostic(
        range=place,
        message="This says 80%; the fact is 83%.",
        severity=types.DiagnosticSeverity.Error,
        code="value-conflict",
        code_description=types.CodeDescription(f"{page.as_uri()}#L7"),
        source="medlint",
        related_information=(
            types.DiagnosticRelatedInformation(
                types.Location(desk.uri("facts.yaml"), span(4, 2, 12)),
                "fact lung-share: Around 83% of metastatic soft tissue sarcoma occurs in the lungs.",
            ),
        ),
    )
    assert page.read_text(encoding="utf-8").splitlines()[6] == "## value-conflict"


def test_follows_what_is_typed(desk: Editor) -> None:
    heard = len(desk.told.get(desk.uri("typed.md"), ()))
    assert desk.open("typed.md", RIGHT) == []
    assert desk.type("typed.md", SAID.format("8"), SAID.format("80"), WRONG) != []
    assert desk.type("typed.md", RIGHT) == []
    assert desk.type("typed.md", RIGHT) == [], "each version has its answer, also where nothing changed"
    said = [each.version for each in desk.told[desk.uri("typed.md")][heard:]]
    assert said == [1, 4, 5, 6], "nothing is said of what is half typed"
    desk.type("typed.md", WRONG)
    desk.close("typed.md")
    desk.open("other.md", RIGHT)
    assert desk.told[desk.uri("typed.md")][-1].diagnostics == ()


def test_reads_a_text_without_a_name_by_its_language(desk: Editor) -> None:
    text = f"---\ndescription: {WRONG}\n---\n"
    assert [found.range for found in desk.open("untitled:Untitled-1", text)] == [span(1, 19, 22)]


@pytest.mark.parametrize("name", ["pixel.py", "data.yaml", "data.json", "page.css"])
def test_leaves_alone_what_is_no_draft(desk: Editor, name: str) -> None:
    assert desk.open(name, f"# {WRONG}\n", "other") == []
    assert desk.hover(name, 0, 9) is None
    assert desk.actions(name, span(0, 0, 40)) == []


def test_says_what_cannot_be_checked(desk: Editor) -> None:
    (found,) = desk.open("binary.md", "a\0b")
    message = "This draft is not checked: is binary, not text: it holds NUL bytes"
    assert (found.message, found.severity) == (message, types.DiagnosticSeverity.Error)


def test_says_what_part_cannot_be_checked(desk: Editor) -> None:
    found = desk.open("part.md", f"---\ntitle: [\n---\n{WRONG}\n")
    why = "has front matter that is not valid YAML (line 3, column 1: did not find expected node content): mend it"
    assert found[0].message == f"Not all is checked: this {why}; the rest is checked"
    assert [each.code for each in found] == ["unchecked", "value-conflict"]


def test_tells_of_the_fact_under_the_pointer(desk: Editor) -> None:
    desk.open("hover.md", f"# Sarcoma\n\n😀 {WRONG}\n\n{RIGHT}\n\nIn 2019 there were 12.\n")
    told = """\
**{}** fact `lung-share`

> Around 83% of metastatic soft tissue sarcoma occurs in the lungs.

Source: [Where \\*sarcoma\\* goes, ACS, 2018](<https://example.org/a>), Table 2

Quote: “In 83% it was the lungs.”

Matched on: metastatic, soft tissue sarcoma, lungs"""
    assert desk.hover("hover.md", 2, 9) == told.format("80%** disagrees with").replace(
        "with** fact", "with fact"
    )
    assert desk.hover("hover.md", 4, 7) == told.format("83%** agrees with").replace(
        "with** fact", "with fact"
    )
    assert desk.hover("hover.md", 2, 30) is None
    assert desk.hover("hover.md", 6, 4) is None
    assert desk.definition("hover.md", 4, 7) == types.Location(desk.uri("facts.yaml"), span(4, 2, 12))
    assert desk.definition("hover.md", 6, 4) is None


def test_offers_what_can_be_done(desk: Editor) -> None:
    text = f"# Sarcoma\n\n😀 {WRONG}\n"
    found = desk.open("act.md", text)
    fix, off, go = desk.actions("act.md", span(2, 10, 10))
    assert [each.title for each in (fix, off, go)] == [
        "Write “83%”",
        "Switch value-conflict off here, with a reason",
        "Go to fact lung-share",
    ]
    assert all(list(each.diagnostics or ()) == found for each in (fix, off, go))
    assert applied(text, fix, desk.uri("act.md")) == text.replace("80%", "83%")
    off_text = applied(text, off, desk.uri("act.md"))
    comment = "<!-- medlint-ignore-next-line value-conflict[lung-share=83%]: why it is right here -->"
    assert off_text == f"# Sarcoma\n\n{comment}\n😀 {WRONG}\n"
    assert desk.type("act.md", off_text) == []
    desk.run(off.command)
    desk.run(go.command)
    reason, fact = desk.shown[-2:]
    assert (reason.uri, fact.uri) == (desk.uri("act.md"), desk.uri("facts.yaml"))
    assert (reason.selection, fact.selection) == (span(2, 62, 82), span(4, 2, 12))
    assert desk.actions("act.md", span(0, 0, 3)) == []


BROKEN = FACTS.replace("claim:", "clain:")


def test_follows_facts_and_settings_on_disk(desk: Editor) -> None:
    draft = desk.uri("disk.md")
    assert len(desk.open("disk.md", WRONG)) == 1
    assert desk.watches == ["workspace/didChangeWatchedFiles"]

    def after(name: str, text: str, kind: types.FileChangeType = types.FileChangeType.Changed) -> list[str]:
        heard = len(desk.told[draft])
        desk.write(name, text, kind)
        return [each.message for each in desk.heard(draft, heard)]

    assert after("facts.yaml", FACTS.replace("83%", "80%")) == []
    said = after("facts.yaml", BROKEN)
    assert said == [
        "This draft is not checked: its facts have mistakes: facts.yaml. facts.yaml:6:5: "
        'fact lung-share: unknown key "clain": did you mean "claim"? (and 1 more)'
    ], "however many mistakes there are"
    assert desk.hover("disk.md", 0, 7) is None
    assert after("facts.yaml", FACTS) == ["This says 80%; the fact is 83%."]
    new = types.FileChangeType.Created
    assert after(".medlint.yaml", "ignore: [conflict]\n", new) == []
    assert after(".medlint.yaml", "exclude: [disk.md]\n") == []
    said = after(".medlint.yaml", "ignroe: [conflict]\n")
    assert len(said) == 1
    assert said[0].startswith("This draft is not checked: the settings have mistakes. .medlint.yaml:1:1: ")
    (desk.folder / ".medlint.yaml").unlink()
    assert after("other.toml", "", new) == ["This says 80%; the fact is 83%."]


def test_audits_facts_as_they_are_typed(desk: Editor) -> None:
    assert desk.open("facts.yaml", FACTS, "yaml") == []
    found = [
        each for each in desk.type("facts.yaml", BROKEN) if each.severity is types.DiagnosticSeverity.Error
    ]
    assert [(each.range, each.message.partition(":")[2][:20]) for each in found] == [
        (span(5, 4, 76), ' unknown key "clain"'),
        (span(5, 4, 76), ' has no "claim": wri'),
    ]
    (mistake,) = desk.type("facts.yaml", FACTS + '    value: "15%"\n')
    assert mistake.range == span(7, 4, 16)
    assert mistake.message.startswith('fact lung-share: the value "15%" is not in')
    (doubt,) = desk.type("facts.yaml", FACTS + "    valid_until: 2020-01-01\n")
    assert (doubt.range.start.line, doubt.severity) == (7, types.DiagnosticSeverity.Warning)
    assert desk.type("facts.yaml", "facts: [") != []
    assert desk.type("facts.yaml", FACTS) == []


def test_names_the_extra_where_pygls_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.commands.lsp.find_spec", lambda name: None)
    result = CliRunner().invoke(cli, ["lsp"])
    message = (
        'Error: medlint lsp needs pygls, which is not installed: `pip install "medcopylint[lsp]"` adds it\n'
    )
    assert (result.exit_code, result.stderr) == (2, message)


def test_other_commands_do_not_load_pygls() -> None:
    import subprocess

    code = "import linter.cli, linter.commands.check, sys; sys.exit('pygls' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
