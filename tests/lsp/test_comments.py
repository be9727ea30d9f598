"""The comment that switches a finding off: in the file's own form, where it does that and nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from linter.lsp.comments import comment_for, put_in
from linter.run.desk import Desk, open_desk

FACTS = """\
sources: {a: {title: T}}
facts:
  lung-share: {claim: Around 83% of metastatic soft tissue sarcoma occurs in the lungs., source: a}
"""
CONFIG = "content-fields: {'*.yaml': ['items[].text'], '*.json': [text]}\n"
WRONG = "About 80% of metastatic soft tissue sarcoma occurs in the lungs."
NAMED = "value-conflict[lung-share=83%]: why it is right here"
NEXT, HERE = f"medlint-ignore-next-line {NAMED}", f"medlint-ignore {NAMED}"
OFF = f"medlint-off {NAMED}"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "facts.yaml").write_text(FACTS, encoding="utf-8")
    (folder / ".medlint.yaml").write_text(CONFIG, encoding="utf-8")
    desk = open_desk(None, None, date(2026, 5, 1), start=folder)
    desk.choose((), ())
    return desk


def mended(desk: Desk, name: str, text: str) -> str | None:
    """A draft with one finding, with the comment in it; None if there is no comment for it."""
    path = str(Path(desk.config.folder) / name)
    (finding,) = desk.check(path, text.encode()).findings
    pieces = comment_for(desk, finding, text)
    if pieces is None:
        return None
    after = put_in(text, pieces)
    assert desk.check(path, after.encode()).findings == ()
    return after


PLACED = [
    ("a paragraph", "a.md", f"Hi.\n\n{WRONG}\n", f"Hi.\n\n<!-- {NEXT} -->\n{WRONG}\n"),
    ("a paragraph's later line", "a.md", f"Hi.\n{WRONG}\n", f"Hi.\n{WRONG} <!-- {HERE} -->\n"),
    ("CRLF", "a.md", f"Hi.\r\n\r\n{WRONG}\r\n", f"Hi.\r\n\r\n<!-- {NEXT} -->\r\n{WRONG}\r\n"),
    ("no line end", "a.md", f"Hi.\n{WRONG}", f"Hi.\n{WRONG} <!-- {HERE} -->"),
    ("a byte order mark", "a.md", f"\ufeff{WRONG}\n", f"\ufeff<!-- {NEXT} -->\n{WRONG}\n"),
    ("a heading", "a.md", f"# {WRONG}\n", f"<!-- {NEXT} -->\n# {WRONG}\n"),
    ("front matter", "a.md", f"---\ntitle: {WRONG}\n---\n", f"---\n# {NEXT}\ntitle: {WRONG}\n---\n"),
    ("TOML", "a.md", f'+++\ntitle = "{WRONG}"\n+++\n', f'+++\n# {NEXT}\ntitle = "{WRONG}"\n+++\n'),
    (
        "a table's cell", "a.md", f"| Metastatic sarcoma |\n|---|\n| {WRONG} |\n",
        f"| Metastatic sarcoma |\n|---|\n| {WRONG} <!-- {HERE} --> |\n",
    ),
    ("MDX", "a.mdx", f"Hi.\n\n{WRONG}\n", f"Hi.\n\n{{/* {NEXT} */}}\n{WRONG}\n"),
    ("HTML", "a.html", f"<div>\n  <p>{WRONG}</p>\n</div>\n", f"<div>\n  <!-- {NEXT} -->\n  <p>{WRONG}</p>\n</div>\n"),
    ("Nunjucks", "a.html.njk", f"<p>{WRONG}</p>\n", f"{{# {NEXT} #}}\n<p>{WRONG}</p>\n"),
    ("Markdown in Jinja", "a.md.j2", f"{WRONG}\n", f"{{# {NEXT} #}}\n{WRONG}\n"),
    ("Liquid", "a.liquid", f"<p>{WRONG}</p>\n", f"{{% comment %}} {NEXT} {{% endcomment %}}\n<p>{WRONG}</p>\n"),
    ("Handlebars", "a.hbs", f"<p>{WRONG}</p>\n", f"{{{{! {NEXT} }}}}\n<p>{WRONG}</p>\n"),
    ("ERB", "a.erb", f"<p>{WRONG}</p>\n", f"<%# {NEXT} %>\n<p>{WRONG}</p>\n"),
    ("Go", "a.gohtml", f"<p>{WRONG}</p>\n", f"{{{{/* {NEXT} */}}}}\n<p>{WRONG}</p>\n"),
    ("text", "a.txt", f"Hi.\n\n{WRONG}\n", f"Hi.\n\n<!-- {NEXT} -->\n{WRONG}\n"),
    ("reStructuredText", "a.rst", f"Hi.\n\n{WRONG}\n", f"Hi.\n\n.. {NEXT}\n\n{WRONG}\n"),
    (
        "a later line of it", "a.rst", f"Hi.\n{WRONG}\n\nBye.\n",
        f".. {OFF}\n\nHi.\n{WRONG}\n\n.. medlint-on\n\nBye.\n",
    ),
    ("YAML", "a.yaml", f"items:\n  - text: {WRONG}\n", f"items:\n  # {NEXT}\n  - text: {WRONG}\n"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "wanted"), [row[1:] for row in PLACED], ids=[row[0] for row in PLACED]
)
def test_puts_the_comment_where_it_changes_nothing_else(
    desk: Desk, name: str, text: str, wanted: str
) -> None:
    assert mended(desk, name, text) == wanted


def test_a_text_over_several_lines_is_switched_off_around_it(desk: Desk) -> None:
    text = f"---\ndescription: >\n  Hi there.\n  {WRONG}\n---\n"
    off, on = f"# {OFF}\n", "# medlint-on\n"
    assert mended(desk, "a.md", text) == f"---\n{off}description: >\n  Hi there.\n  {WRONG}\n{on}---\n"


@pytest.mark.parametrize(("name", "text"), [
    ("a.md", f'{{"title": "{WRONG}"}}\n\nHi.\n'),
    ("a.json", f'{{"text": "{WRONG}"}}\n'),
])  # fmt: skip
def test_json_has_no_comments(desk: Desk, name: str, text: str) -> None:
    assert mended(desk, name, text) is None
