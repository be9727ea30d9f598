"""What a run found, for people and for programs."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from linter.formats import FORMATS
from linter.results import Report

if TYPE_CHECKING:
    from linter.rulebook.rules import Rules

__all__ = ["FORMATS", "Look", "render"]


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


def render(report: Report, form: str, look: Look | None = None, rules: Rules | None = None) -> str:
    """The whole report in one of ``FORMATS``, with its final line break.

    Formats that describe the rules need ``rules``: those of the run, or the shipped ones if None.
    """
    look = look or Look()
    if form == "concise" and look.statistics:
        form = "text"
    module = import_module(f"linter.report.{_MODULES.get(form, form)}")
    rendered: str = module.render(report, look, rules) if form in _DESCRIBING else module.render(report, look)
    return rendered


_MODULES = {"json": "json_report", "html": "html_page"}
_DESCRIBING = ("sarif",)
