"""What a claim is first about, in the claim's words."""

from __future__ import annotations

from linter.claims.key import FactKey


def subject_span(key: FactKey) -> tuple[int, int] | None:
    """Where the claim names it, with the words before it that only name it: yarrow, of yarrow fever."""
    found = next((need for need in key.needs if need.readings == key.subject), None)
    if found is None:
        return None
    start = found.start
    for need in sorted(key.needs, key=lambda n: -n.start):
        if need.kind.startswith("unknown") and need.start + len(need.text) + 1 == start:
            start = need.start
    return start, found.start + len(found.text)


def subject_text(key: FactKey) -> str:
    """The same, in words; empty where the claim names no subject."""
    span = subject_span(key)
    return key.fact.claim[slice(*span)] if span else ""
