"""Every example of every rule, run: what fails must be found exactly so, what passes must not."""

from __future__ import annotations

from functools import cache

import pytest

from linter.engine import Engine
from linter.facts.load import load_text
from linter.model import Finding
from linter.readers import read_document
from linter.rule_examples import RuleExample
from linter.rules import load_rules
from linter.checks.view import Settings

RULES = load_rules(examples=True)
ABOUT_COMMENTS = "suppression"
"""These rules are about comments in a draft, and found by whoever applies them, not by a check."""

EXAMPLES = [
    pytest.param(name, example, id=f"{name}-{'fail' if example.finding else 'pass'}-{example.line}-{number}")
    for name, rule in RULES.items()
    if rule.group != ABOUT_COMMENTS
    for number, example in enumerate(rule.examples)
]


@cache
def engine(facts: str, today: str) -> Engine:
    from datetime import date

    return Engine(load_text(facts) if facts else None, RULES, Settings(date.fromisoformat(today)))


def findings(example: RuleExample, rule: str) -> list[Finding]:
    facts = example.facts_text() if example.facts_file else ""
    document = read_document("draft.md", example.draft)
    found = engine(facts, str(example.today)).check(document).findings
    return sorted((f for f in found if f.rule == rule), key=lambda f: f.sort_key)


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_an_example(name: str, example: RuleExample) -> None:
    found = findings(example, name)
    expected = example.finding
    if expected is None:
        assert [(f.found, f.message) for f in found] == []
        return
    quote = expected["quote"]
    start = example.draft.index(quote)
    assert [example.draft[f.start : f.end] for f in found] == [quote]
    (finding,) = found
    assert (finding.start, finding.end) == (start, start + len(quote))
    assert finding.message == expected["message"]
    assert finding.severity == expected.get("severity", RULES[name].severity)
    assert finding.group == RULES[name].group
    assert (finding.fact.id if finding.fact else None) == expected.get("fact")
    if "expected" in expected:
        assert finding.expected == expected["expected"]
    if "found" in expected:
        assert finding.found == expected["found"]
    if "line" in expected:
        assert finding.line == expected["line"]
