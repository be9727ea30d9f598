"""Every example of every rule, run: what fails must be found exactly so, what passes must not."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from linter.checks.corpus import cross_document_conflict, told_to_others
from linter.checks.view import Settings
from linter.engine import Engine
from linter.facts.load import load_text
from linter.readers import read
from linter.results import Finding
from linter.rulebook.examples import RuleExample
from linter.rulebook.rules import load_rules

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
    return Engine(load_text(facts) if facts else None, RULES, Settings(date.fromisoformat(today)))


NEXT = "<!-- next draft -->"
"""Between the drafts of an example that has several."""


def findings(example: RuleExample, rule: str) -> list[tuple[Finding, int]]:
    """What is found, with the place in the example where its draft begins."""
    facts = example.facts_text() if example.facts_file else ""
    judge = engine(facts, str(example.today))
    if rule != "cross-document-conflict":
        found = judge.check(read("draft.md", example.draft.encode())).findings
        return [(f, 0) for f in sorted(found, key=lambda f: f.sort_key) if f.rule == rule]
    drafts = example.draft.split(NEXT)
    starts = [sum(len(d) + len(NEXT) for d in drafts[:k]) for k in range(len(drafts))]
    views = [judge.view(read(f"draft-{k}.md", draft.encode())) for k, draft in enumerate(drafts, 1)]
    conflicts = cross_document_conflict([told_to_others(view) for view in views], RULES[rule])
    return [(f, starts[int(f.path[6:-3]) - 1]) for f in conflicts]


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_an_example(name: str, example: RuleExample) -> None:
    found = findings(example, name)
    expected = example.finding
    if expected is None:
        assert [(f.found, f.message) for f, _ in found] == []
        return
    quote = expected["quote"]
    start = example.draft.index(quote)
    assert [example.draft[at + f.start : at + f.end] for f, at in found] == [quote]
    ((finding, at),) = found
    assert (at + finding.start, at + finding.end) == (start, start + len(quote))
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
