"""What happens to people, by plain words, and which events copy tells in the place of the claim's."""

from __future__ import annotations

import pytest
from comparing import compared

from linter.claims.events import Event, events, told_in
from linter.language.lexicon import builtin

EVENTS = frozenset({"event told", "event lost", "event new", "event exchanged", "starts with another event"})


@pytest.mark.parametrize(
    "event", [e for e in events() if e.pattern is not None], ids=lambda e: f"{e.name} {e.example}"
)
def test_each_row_tells_what_its_example_tells(event: Event) -> None:
    assert event.pattern is not None
    assert event.pattern.search(event.example)
    assert event.name in told_in(event.example)


SILENT = [
    "The rate fell to 3%.",
    "There was a fall in deaths of mice.",
    "Half of them are well.",
]


@pytest.mark.parametrize("event", [e for e in events() if e.concept], ids=lambda e: f"{e.name} {e.concept}")
def test_each_concept_is_in_the_lexicon(event: Event) -> None:
    assert event.concept in builtin().kinds


@pytest.mark.parametrize("text", SILENT)
def test_what_tells_no_fall(text: str) -> None:
    assert "fall" not in told_in(text)


CLAIM = "Of people admitted to burn centers, 96.8% survive."
CASES = [
    (CLAIM, "Of those admitted to a burn center, 96.8% go back to their old job.", {"event told", "event new"}),
    (CLAIM, "Of those admitted to a burn center, 96.8% live.", {"event told"}),
    ("About 180,000 people die of burns each year.", "Each year 180,000 people go to hospital with burns.", {"event lost", "event new", "event exchanged"}),
    ("About 180,000 people die of burns each year.", "Burns kill 180,000 people each year.", {"event told"}),
    ("About 4.22 million people have glaucoma.", "Some 4.22 million people are blind from glaucoma.", {"event new"}),
    ("About 4.22 million people have glaucoma.", "Some 4.22 million people live with glaucoma.", set()),
    ("Surgery should be done within 36 hours of admission.", "Surgery should be done within 36 hours of the fall.", {"event new", "event lost", "event exchanged", "starts with another event"}),
    ("Surgery should be done within 36 hours of admission.", "Surgery should be done within 36 hours of going into hospital.", {"event told"}),
    ("Drops work within 2 hours of a meal.", "Drops work within 2 hours of eating.", {"event told"}),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "copy", "expected"), CASES, ids=[c[1] for c in CASES])
def test_events(claim: str, copy: str, expected: set[str]) -> None:
    assert EVENTS & compared(claim, copy).keys() == expected
