"""One hostile draft, with hostile facts and a hostile name, through every format."""

from __future__ import annotations

import json
import os
import sys
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pyromark
import pytest
from click.testing import CliRunner

from linter.cli import cli
from linter.plain import cell
from linter.report import FORMATS

NASTY = (
    "</script><script>alert(1)</script><img src=x onerror=alert(2)> ::error file=a::x | ]]> "
    "[x](https://evil.example) `code` @everyone #1 https://evil.example www.evil.example <!-- --> {{ 1 }} $x$ &lt;"
)
CONTROL = "\x1b[31m\x07\u202e\u2066\x85\ufffe"
NAME = "a|`b` <img src=x onerror=alert(3)> ::error::]]>\u202e.md"
DRAFT = (
    f"# Yarrow fever\n\n## {NASTY}\n\n# Yarrow fever\n\n::error file=a::{CONTROL} \n\nAbout 80% of people with yarrow fever have joint pain. {NASTY}\n\n"
    f"    ::stop-commands::x\n\n::set-output name=a::{CONTROL}{NASTY} Take 5.0 mg of it twice daily.\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [name for name in os.environ if name.startswith(("GITHUB_", "CI_"))]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    source = {
        "title": NASTY,
        "publisher": "\u202eACS\n::error::x",
        "published": "2025",
        "url": "https://a.example/|)>\"'<b>",
    }
    claim = "About 83% of people with yarrow fever have joint pain <b>|`x`."
    facts = {
        "version": 1,
        "sources": {"registry": source},
        "facts": {"yf": {"claim": claim, "value": "83%", "source": {"ref": "registry", "quote": f"83% {NASTY}"}}},
    }  # fmt: skip
    Path("facts.yaml").write_text(json.dumps(facts), encoding="utf-8")
    Path(NAME).write_text(DRAFT, encoding="utf-8")
    Path("broken" + NAME).write_bytes(b"\0")
    return tmp_path


def shown(form: str) -> str:
    result = CliRunner().invoke(cli, ["check", ".", "--format", form, "--today", "2026-06-01"])
    assert result.exit_code == 2, result.output
    return result.stdout


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names are text there")
@pytest.mark.parametrize("form", FORMATS)
def test_a_name_that_is_no_text(form: str, folder: Path) -> None:
    for name in (b"bad\xff.md", b"broken\xfe.docx"):
        Path(os.fsdecode(name)).write_text(
            "About 80% of people with yarrow fever have joint pain.\n", encoding="utf-8"
        )
    text = shown(form)
    is_uri = form == "sarif"
    assert ("bad%FF.md" if is_uri else "bad·.md") in text
    assert ("broken%FE.docx" if is_uri else "broken·.docx") in text


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_acts_on_a_terminal(form: str, folder: Path) -> None:
    out = shown(form)
    acting = {char for char in out if char != "\n" and cell(char)[0] != char}
    assert "value-conflict" in out
    assert acting == set()


def test_no_workflow_command_is_the_drafts(folder: Path) -> None:
    lines = [line.lstrip() for line in shown("github").splitlines()]
    commands = [line for line in lines if line.startswith("::")]
    stop = commands.index(next(line for line in commands if line.startswith("::stop-commands::")))
    token = commands[stop].removeprefix("::stop-commands::")
    assert len(token) == 16
    assert commands[-1] == f"::{token}::"
    assert [line.partition(" ")[0] for line in commands[:stop]] == ["::error", "::error", "::error"]
    for line in commands[:stop]:
        properties = line.partition(" ")[2].split("::")[0]
        assert properties.count("file=") == 1


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def tags(html: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(html)
    return parser.seen


def test_the_page_holds_no_element_of_the_draft(folder: Path) -> None:
    seen = tags(shown("html"))
    assert [tag for tag, _ in seen].count("script") == 1
    assert not [tag for tag, _ in seen if tag in ("img", "iframe", "object", "base", "link")]
    assert not [name for _, attributes in seen for name in attributes if name.startswith("on")]
    targets = {a["href"] for tag, a in seen if tag == "a" and not str(a["href"]).startswith("#")}
    assert targets == {"https://a.example/|)>\"'<b>"}


def test_a_comment_holds_no_markup_of_the_draft(folder: Path) -> None:
    out = shown("markdown")
    html = pyromark.html(out, options=pyromark.Options.ENABLE_TABLES)
    seen = tags(html)
    assert {tag for tag, _ in seen} <= {
        "h3", "h4", "p", "ul", "li", "strong", "code", "table", "thead", "tbody", "tr", "th", "td", "a", "br",
    }  # fmt: skip
    targets = {a["href"] for tag, a in seen if tag == "a"}
    assert targets == {"facts.yaml#L1", "https://a.example/%7C%29%3E%22'%3Cb%3E"}
    rows = [tag for tag, _ in seen if tag in ("tr", "td", "th")]
    assert rows.count("td") == 3 * (rows.count("tr") - 1)
    assert "@everyone" not in out
    assert "#1" not in out.replace("facts.yaml#L1", "")
    assert "https://evil" not in out
    assert "www.evil" not in out


def test_junit_is_well_formed(folder: Path) -> None:
    root = ET.fromstring(shown("junit").encode())
    assert {element.tag for element in root.iter()} <= {
        "testsuites", "testsuite", "testcase", "failure", "error", "system-out",
    }  # fmt: skip


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab", "rdjson"])
def test_programs_get_whole_json(form: str, folder: Path) -> None:
    json.loads(shown(form))


def test_sarif_has_no_link_of_the_draft(folder: Path) -> None:
    (run,) = json.loads(shown("sarif"))["runs"]
    texts = [result["message"]["text"] for result in run["results"]]
    assert [text for text in texts if "[x](" in text.replace("\\[x](", "")] == []


def test_a_baseline_of_it_is_read_again(folder: Path) -> None:
    write = ["check", ".", "--baseline", "known.txt", "--write-baseline"]
    assert CliRunner().invoke(cli, write).exit_code == 2
    again = CliRunner().invoke(cli, ["check", ".", "--baseline", "known.txt", "--format", "json"])
    told = json.loads(again.stdout)
    assert (told["findings"], told["baseline"]["stale"]) == ([], [])
