"""What an editor can do about a finding: correct it, switch it off, go to the fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lsprotocol import types

from linter.lsp.comments import REASON, comment_for, put_in
from linter.lsp.looking import Looked
from linter.lsp.positions import Positions
from linter.lsp.told import diagnostic, place_of
from linter.plain import plain
from linter.results import Finding, Fix

SHOW = "medlint.show"
"""The command that has the editor show a range of a file: its URI, and the range."""


@dataclass(frozen=True)
class Asked:
    """What an editor asks about: a stretch of a file."""

    uri: str
    range: types.Range
    can_show: bool = False
    """Whether the editor shows a place when it is told to."""


def actions(looked: Looked, asked: Asked) -> list[types.CodeAction]:
    """The actions for each finding that touches a range."""
    start, end = (looked.positions.offset(place) for place in (asked.range.start, asked.range.end))
    touched = [f for f in looked.findings if f.start <= end and start <= f.end]
    return [action for finding in touched for action in _actions(looked, finding, asked)]


def _actions(looked: Looked, finding: Finding, asked: Asked) -> Iterator[types.CodeAction]:
    shown = [diagnostic(looked, finding)]
    if (fix := finding.fix) is not None:
        edit = types.TextEdit(looked.positions.range(fix.start, fix.end), fix.replacement)
        yield types.CodeAction(
            title=f"Write “{_corrected(finding, fix, looked.positions.text)}”",
            kind=types.CodeActionKind.QuickFix,
            diagnostics=shown,
            is_preferred=True,
            edit=_workspace(asked, [edit]),
        )
    if finding.group != "suppression" and (off := _switching_off(looked, finding, asked)) is not None:
        off.diagnostics = shown
        yield off
    if finding.fact is not None and asked.can_show:
        place = place_of(finding.fact)
        yield types.CodeAction(
            title=f"Go to fact {finding.fact.id}",
            kind=types.CodeActionKind.QuickFix,
            diagnostics=shown,
            command=types.Command("Go to the fact", SHOW, arguments=[place.uri, place.range]),
        )


def _corrected(finding: Finding, fix: Fix, text: str) -> str:
    """The words of a finding as they are once it is corrected."""
    start, end = min(finding.start, fix.start), max(finding.end, fix.end)
    return plain(text[start : fix.start] + fix.replacement + text[fix.end : end])


def _switching_off(looked: Looked, finding: Finding, asked: Asked) -> types.CodeAction | None:
    """The comment that switches a finding off, with its reason selected for the writer to type over."""
    assert looked.desk is not None
    text = looked.positions.text
    pieces = comment_for(looked.desk, finding, text)
    if pieces is None:
        return None
    edits = [types.TextEdit(looked.positions.range(p.at, p.at), p.text) for p in pieces]
    action = types.CodeAction(
        title=f"Switch {finding.rule} off here, with a reason",
        kind=types.CodeActionKind.QuickFix,
        edit=_workspace(asked, edits),
    )
    if asked.can_show:
        after = Positions(put_in(text, pieces), looked.positions.units)
        at = after.text.index(REASON, pieces[0].at)
        place = after.range(at, at + len(REASON))
        action.command = types.Command("Write the reason", SHOW, arguments=[asked.uri, place])
    return action


def _workspace(asked: Asked, edits: list[types.TextEdit]) -> types.WorkspaceEdit:
    return types.WorkspaceEdit(changes={asked.uri: edits})
