"""The examples in a rule's file: drafts that must raise a finding, and drafts that must not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from linter.located_yaml import Map, Node, Seq

_SECTIONS = ("sources", "caveats", "terms", "contrasts", "facts")
_KEYS = {
    "fail": (*_SECTIONS, "draft", "today", "finding"),
    "pass": (*_SECTIONS, "draft", "today", "why"),
}
_FINDING = ("quote", "message", "severity", "fact", "expected", "found", "line")
TODAY = date(2026, 6, 1)
"""The date of an example that names none."""


@dataclass(frozen=True)
class RuleExample:
    """A draft in Markdown, the facts it is read against, and what comes of it."""

    draft: str
    sections: Mapping[str, Any] = field(default_factory=dict)
    """Sections of a facts file: sources, caveats, terms, contrasts, facts."""
    today: date = TODAY
    finding: Mapping[str, Any] | None = None
    """quote, message and perhaps severity, fact, expected, found, line; None in a near-miss."""
    why: str = ""
    """Of a near-miss: why nothing is wrong with it."""
    line: int = 0

    @property
    def facts_file(self) -> dict[str, Any] | None:
        """What facts.yaml would say. A source that the example only names is given a title."""
        facts = self.sections.get("facts")
        if not facts:
            return None
        refs = [f["source"] if isinstance(f["source"], str) else f["source"]["ref"] for f in facts.values()]
        sources = {ref: {"title": f"Source {ref}"} for ref in refs} | dict(self.sections.get("sources", {}))
        return {"version": 1, **self.sections, "sources": sources}

    def facts_text(self) -> str:
        """The same as YAML."""
        import yaml

        return yaml.safe_dump(self.facts_file, allow_unicode=True, sort_keys=False)


def read_examples(value: Any, node: Node, wrong: Callable[[Node, str], None]) -> tuple[RuleExample, ...]:
    """The examples of a rule, failing ones first; ``wrong`` is told of each mistake."""
    if not isinstance(value, dict) or not set(value) <= set(_KEYS):
        wrong(node, "examples are a `fail` list and a `pass` list")
        return ()
    lists = node.values if isinstance(node, Map) else {}
    return tuple(
        _example(item, at, kind, wrong)
        for kind in _KEYS
        if isinstance(items := lists.get(kind), Seq)
        for item, at in zip(value[kind], items.items, strict=True)
    )


def _example(item: Any, node: Node, kind: str, wrong: Callable[[Node, str], None]) -> RuleExample:
    if not isinstance(item, dict) or not isinstance(item.get("draft"), str):
        wrong(node, "an example needs a draft")
        return RuleExample("")
    if unknown := sorted(set(item) - set(_KEYS[kind])):
        wrong(node, f"an example to {kind} has no key {unknown[0]!r}")
    finding = item.get("finding")
    if kind == "fail":
        if not isinstance(finding, dict) or not {"quote", "message"} <= set(finding) <= set(_FINDING):
            wrong(
                node,
                f"a failing example needs a finding with quote and message (and {', '.join(_FINDING[2:])})",
            )
        elif finding["quote"] not in item["draft"]:
            wrong(node, f"the quote {finding['quote']!r} is not in the draft")
    elif not item.get("why"):
        wrong(node, "a near-miss says why it passes")
    return RuleExample(
        draft=item["draft"],
        sections={key: item[key] for key in _SECTIONS if key in item},
        today=item.get("today", TODAY),
        finding=finding,
        why=item.get("why", ""),
        line=node.line,
    )
