"""What a run would read, and with which facts: ``medlint check --files``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from linter.plain import plain
from linter.report import Look
from linter.report.columns import align
from linter.report.summary import plural, unread_line

if TYPE_CHECKING:
    from linter.run.discover import Found


def render_files(
    found: Found,
    reader_for: Callable[[str], str],
    facts_for: Callable[[str], str | None],
    form: str,
    look: Look,
) -> str:
    """One line a draft: its path, its reader, its facts file; then what cannot be read."""
    rows = [(path, reader_for(path), facts_for(path)) for path in found.drafts]
    if form == "json":
        from linter.report.json_report import render_listing

        return render_listing(rows, found.unchecked, found.unread, ascii_only=look.ascii_only)
    lines = []
    if rows:
        lines += align([("DRAFT", "READER", "FACTS"), *((*row[:2], row[2] or "-") for row in rows)])
    lines += [f"{plain(each.path)}: not checked: {plain(each.error)}" for each in found.unchecked]
    if not look.quiet:
        lines += ["", f"{plural(len(rows), 'draft')} would be checked"] if lines else ["no drafts here"]
        lines += [line] if (line := unread_line(found.unread)) else []
    return "".join(f"{line}\n" for line in lines)
