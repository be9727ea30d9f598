from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from linter.model import Fact, Source
from linter.results import Finding

DRAFT = "Lung metastases make up about 80% of first metastatic sites."


@pytest.fixture
def fact() -> Fact:
    return Fact(
        id="msts-lung-share",
        claim="Around 83% of metastatic soft tissue sarcoma occurs in the lungs.",
        source=Source(
            id="brennan-2018",
            title="Metastatic patterns",
            publisher="ACS",
            published="2018",
            url="https://example.org/a",
        ),
        quote="83% of metastases were in the lungs",
        locator="Table 2",
    )


@pytest.fixture
def finding(fact: Fact) -> Callable[..., Finding]:
    """Makes a value-conflict over the 80% of ``DRAFT``; keywords change it."""

    def make(**changes: Any) -> Finding:
        given: dict[str, Any] = {
            "path": "a.md",
            "start": 30,
            "end": 33,
            "line": 12,
            "column": 31,
            "end_line": 12,
            "end_column": 34,
            "rule": "value-conflict",
            "group": "conflict",
            "severity": "error",
            "message": "This says about 80%; the fact is 83%.",
            "found": "about 80%",
            "expected": "83%",
            "fact": fact,
            "why": ("lung", "metastasis"),
            "suggestion": "83%",
            "sentence": DRAFT,
            "lines": (DRAFT,),
        }
        return Finding(**(given | changes))

    return make


@pytest.fixture
def bare(finding: Callable[..., Finding]) -> Callable[..., Finding]:
    """Makes a finding that rests on the draft alone."""

    def make(**changes: Any) -> Finding:
        given: dict[str, Any] = {
            "fact": None,
            "rule": "relative-time",
            "group": "stale",
            "severity": "warning",
            "message": "“recent” is said of 2019.",
            "found": "recent",
            "expected": "",
            "why": (),
            "suggestion": "",
        }
        return finding(**(given | changes))

    return make
