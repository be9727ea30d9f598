"""The examples in a rule's file: drafts that must raise a finding, and drafts that must not."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Any

from linter.located_yaml.values import Map, Node, Seq, Text

_SECTIONS = ("sources", "caveats", "terms", "contrasts", "facts")
_KEYS = {"fail": (*_SECTIONS, "draft", "today", "finding"), "pass": (*_SECTIONS, "draft", "today", "why")}
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


class ExampleReader:
    """Reads the examples of rules; ``wrong`` is told of each mistake."""

    def __init__(self, wrong: Callable[[Node, str], None]) -> None:
        self.wrong = wrong

    def examples(self, node: Node) -> tuple[RuleExample, ...]:
        """The examples of one rule, failing ones first."""
        if not isinstance(node, Map):
            self.wrong(node, "examples are a `fail` list and a `pass` list")
            return ()
        self._known(node, _KEYS, "`examples`")
        found: list[RuleExample] = []
        for kind in _KEYS:
            items = node.values.get(kind)
            if isinstance(items, Seq):
                found += [example for item in items.items if (example := self._example(item, kind))]
            elif items is not None:
                self.wrong(items, f"`{kind}` must be a list of examples")
        return tuple(found)

    def _known(self, node: Map, known: Collection[str], what: str) -> None:
        for name, key in node.keys.items():
            if name not in known:
                close = get_close_matches(name, known, 1)
                hint = f"did you mean {close[0]}?" if close else f"it may have {', '.join(known)}"
                self.wrong(key, f"{what} has no key {name!r}; {hint}")

    def _example(self, node: Node, kind: str) -> RuleExample | None:
        draft = node.values.get("draft") if isinstance(node, Map) else None
        if not isinstance(node, Map) or not isinstance(draft, Text) or not draft.text.strip():
            self.wrong(node, "an example needs a draft")
            return None
        self._known(node, _KEYS[kind], f"an example to {kind}")
        today = value_of(node.values["today"]) if "today" in node.values else TODAY
        if type(today) is not date:
            self.wrong(node.values["today"], "today must be a date like 2026-05-01")
            today = TODAY
        sections = {key: node.values[key] for key in _SECTIONS if key in node.values}
        self._facts(sections)
        finding, why = self._outcome(node, kind, draft.text)
        values = {key: value_of(section) for key, section in sections.items()}
        return RuleExample(draft.text, values, today, finding, why, node.line)

    def _facts(self, sections: Mapping[str, Node]) -> None:
        """Whether the sections hold what ``facts_file`` counts on; the loader of facts judges the rest."""
        for name, section in sections.items():
            if not isinstance(section, Map):
                self.wrong(section, f"`{name}` must be keys with values, as in facts.yaml")
        facts = sections.get("facts")
        for key, fact in facts.items() if isinstance(facts, Map) else ():
            source = fact.values.get("source") if isinstance(fact, Map) else None
            if isinstance(source, Map):
                source = source.values.get("ref")
            if not isinstance(source, Text):
                self.wrong(key, f"the fact {key.text} needs a source: write an id, or {{ref: an-id}}")

    def _outcome(self, node: Map, kind: str, draft: str) -> tuple[dict[str, Any] | None, str]:
        """The finding of a failing example, or why another one passes."""
        if kind == "pass":
            why = node.values.get("why")
            if isinstance(why, Text) and why.text.strip():
                return None, why.text
            self.wrong(why or node, "a near-miss says why it passes")
            return None, ""
        finding = node.values.get("finding")
        texts = [finding.values.get(key) for key in ("quote", "message")] if isinstance(finding, Map) else []
        if not isinstance(finding, Map) or not all(isinstance(text, Text) and text.text for text in texts):
            more = ", ".join(_FINDING[2:])
            self.wrong(
                finding or node, f"a failing example needs a finding with quote and message (and {more})"
            )
            return None, ""
        self._known(finding, _FINDING, "a finding")
        found: dict[str, Any] = {key: value_of(value) for key, value in finding.values.items()}
        found |= {
            key: text.text
            for key, text in zip(("quote", "message"), texts, strict=True)
            if isinstance(text, Text)
        }
        if found["quote"] not in draft:
            self.wrong(finding.values["quote"], f"the quote {found['quote']!r} is not in the draft")
        return found, ""


def value_of(node: Node) -> Any:
    """A node as the plain value that YAML makes of it; what it can make nothing of stays text."""
    if isinstance(node, Seq):
        return [value_of(item) for item in node.items]
    if isinstance(node, Map):
        return {name: value_of(value) for name, value in node.values.items()}
    if node.tag == "str":
        return node.text
    import yaml

    try:
        return yaml.safe_load(node.text)
    except (yaml.YAMLError, ValueError, OverflowError):
        return node.text
