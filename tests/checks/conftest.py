"""An engine without facts, and what it finds in a draft."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from linter.checks.view import Settings
from linter.engine import Engine
from linter.readers import read
from linter.results import Finding
from linter.rulebook.rules import load_rules

Find = Callable[..., list[Finding]]


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine(None, load_rules(), Settings(date(2026, 6, 1)))


@pytest.fixture(scope="session")
def find(engine: Engine) -> Find:
    """The warnings and errors of a draft, or those of one rule whatever its severity, in order."""

    def found(draft: str, rule: str = "", path: str = "draft.md") -> list[Finding]:
        findings = sorted(engine.check(read(path, draft.encode())).findings, key=lambda f: f.sort_key)
        return [f for f in findings if (f.rule == rule if rule else f.severity != "info")]

    return found
