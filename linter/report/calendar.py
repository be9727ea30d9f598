"""What is due, as a calendar that other programs read (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.facts.due import Due

_OCTETS = 75
"""Octets of a line at most, its end aside."""


def calendar(found: Sequence[Due], today: date) -> str:
    """An all-day event each; what is due by no date, or was before, stands at ``today``.

    An event keeps its UID from run to run, so that a calendar that reads the file again moves it.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//medlint//facts due//EN"]
    for each in found:
        lines += _event(each, today)
    return "".join(f"{folded}\r\n" for line in [*lines, "END:VCALENDAR"] for folded in _fold(line))


def _event(each: Due, today: date) -> Iterator[str]:
    day = max(each.day or today, today)
    uid = blake2b(f"{each.noun} {each.id} {each.kind}".encode(), digest_size=12).hexdigest()
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}@medlint"
    yield f"DTSTAMP:{today:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(1):%Y%m%d}"
    yield f"SUMMARY:{_text(f'{each.noun} {each.id} {each.message}')}"
    told = [str(each.place), *([f"owner: {each.owner}"] if each.owner else [])]
    yield f"DESCRIPTION:{_text('; '.join(told))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return " ".join(escaped.split())


def _fold(line: str) -> Iterator[str]:
    """Lines of 75 octets at most; what goes on begins with a space, and no character is cut."""
    held = ""
    for char in line:
        if len((held + char).encode()) > _OCTETS:
            yield held
            held = " "
        held += char
    yield held
