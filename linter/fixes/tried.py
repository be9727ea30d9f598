"""Fixes tried on the draft itself, so that none is promised that would not be written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from linter.fixes.apply import Mended, apply_all, edit_of
from linter.results import Finding

Look = Callable[[bytes], Sequence[Finding] | None]
"""What is found in a draft's bytes; None if they cannot be read."""


def mended(data: bytes, encoding: str, findings: Sequence[Finding], look: Look) -> Mended:
    """A draft's text after its fixes."""

    def check(text: str) -> Sequence[Finding] | None:
        try:
            return look(text.encode(encoding))
        except UnicodeEncodeError:  # what is right cannot be written there
            return None

    return apply_all(data.decode(encoding), findings, check)


def tried(data: bytes, encoding: str, findings: Sequence[Finding], look: Look) -> tuple[Finding, ...]:
    """The findings of a draft, each with its fix only if that would be written."""
    edits = mended(data, encoding, findings, look).edits
    return tuple(f if f.fix is None or edit_of(f) in edits else replace(f, fix=None) for f in findings)
