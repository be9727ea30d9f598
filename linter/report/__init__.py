"""What a run found, for people and for programs."""

from __future__ import annotations

from dataclasses import dataclass

from linter.model import Report

FORMATS = ("text", "concise", "json", "github")


@dataclass(frozen=True)
class Look:
    """How a report is to look. Programs' formats heed ``ascii_only`` alone."""

    colour: bool = False
    quiet: bool = False
    statistics: bool = False
    width: int = 100
    ascii_only: bool = False
    terminal: bool = False

    @property
    def room(self) -> int | None:
        """The columns that a table must fit into; None where each row is to stay on one line, for a program."""
        return self.width if self.terminal else None


def render(report: Report, form: str, look: Look | None = None) -> str:
    """The whole report in one of ``FORMATS``, with its final line break."""
    look = look or Look()
    if form == "json":
        from linter.report import json_report

        return json_report.render(report, ascii_only=look.ascii_only)
    if form == "github":
        from linter.report import github

        return github.render(report, look)
    if form == "concise" and not look.statistics:
        from linter.report import concise

        return concise.render(report, look)
    from linter.report import text

    return text.render(report, look)
