"""A copy of a Word draft with its findings as comments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from linter.annotate.hosts import Hosts
from linter.annotate.marks import Marks
from linter.annotate.package import comment_part, free_id, repacked
from linter.annotate.runs import Runs
from linter.readers.word import open_word
from linter.readers.word_styles import W
from linter.report.comment import comment_lines
from linter.results import Finding

AUTHOR, INITIALS = "medlint", "ml"


@dataclass(frozen=True)
class Annotated:
    """The copy, and what became of the findings in it."""

    data: bytes
    comments: int = 0
    elsewhere: tuple[Finding, ...] = ()
    """Those whose comment could not stand at their own words."""


def annotated(path: str, data: bytes, findings: Sequence[Finding], today: date) -> Annotated:
    """A Word file with a comment for each finding; all else in it stays as it is.

    ``findings`` are those of this draft, with offsets into the text that its reader makes of it. The comments
    are dated ``today``, so that the same draft always gives the same copy.

    Raises:
        DraftError: if the file cannot be opened, or cannot be given comments.
    """
    if not findings:
        return Annotated(data)
    draft = open_word(path, data)
    sheet, part = comment_part(draft.docx)
    runs = Runs(draft.pieces, [offset for each in findings for offset in (each.start, each.end)])
    hosts, marks = Hosts(draft.docx.element.body), Marks(draft.docx.element.body)
    id, elsewhere = free_id(draft.docx, part), []
    for number, finding in enumerate(findings, id):
        held = runs.within(finding.start, finding.end)
        host = hosts.of(held) if held else hosts.near(runs.before(finding.start))
        if not host.is_exact:
            elsewhere.append(finding)
        lines = comment_lines(finding, is_elsewhere=not host.is_exact)
        part.element.append(_written(sheet, number, lines, today))
        marks.add(host, number)
    return Annotated(repacked(data, draft.docx, part), len(findings), tuple(elsewhere))


def _written(sheet: Any, id: int, lines: Sequence[tuple[str, str]], today: date) -> Any:
    """The element of one comment: its first line is set in bold, and so are the labels of the others."""
    comment = sheet.add_comment(author=AUTHOR, initials=INITIALS)
    element = comment.paragraphs[0]._p.getparent()
    element.set(f"{W}id", str(id))
    element.set(f"{W}date", f"{today.isoformat()}T00:00:00Z")
    for number, (label, text) in enumerate(lines):
        paragraph = comment.add_paragraph() if number else comment.paragraphs[0]
        if label:
            paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(text).bold = True if not number else None
    return element
