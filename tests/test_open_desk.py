"""What a desk says of drafts, one by one and all together."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from linter.run.desk import open_desk

_SAID = "Median survival with glioblastoma is {} months.{}\n"
_OFF = " <!-- medlint-ignore {}: the older trial -->"


@pytest.mark.parametrize(
    ("comment", "found"),
    [
        ("", ["12 months"]),
        (_OFF.format("cross-document-conflict"), []),
        (_OFF.format("corpus"), []),
        (_OFF.format("value-conflict"), ["12 months"]),
        (" <!-- medlint-ignore cross-document-conflict -->", ["12 months"]),
    ],
)
def test_drafts_are_compared_as_they_were_read(
    comment: str, found: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    texts = {"a.md": _SAID.format(15, ""), "b.md": _SAID.format(12, comment)}
    for name, text in texts.items():
        Path(name).write_text(text, encoding="utf-8")
    desk = open_desk(None, None, date(2026, 1, 1))
    desk.choose((), ())
    outcomes = [desk.check(name) for name in texts]
    for name in texts:
        Path(name).unlink()  # what happens to the drafts meanwhile changes nothing
    assert [(each.path, each.found) for each in desk.across(outcomes)] == [("b.md", text) for text in found]
