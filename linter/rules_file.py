"""Reading one file of rules, with every mistake in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from string import Formatter
from typing import TYPE_CHECKING, Any

from linter.errors import Problem
from linter.located_yaml import Map, Node, Seq, Text, parse_yaml, read_text
from linter.patterns import Pattern
from linter.rules import FIELDS, SEVERITIES, Rule

if TYPE_CHECKING:
    from linter.rule_examples import RuleExample

_REQUIRED = ("name", "severity", "summary", "meaning", "norm", "message", "check")
_OPTIONAL = ("variants", "parameters", "phrases", "examples")
_NAME = Pattern(r"[a-z]+(-[a-z]+)*")
_EMPTY = "has no rules: write `group:` and `rules:`"
# A shipped file keeps its examples under each rule, for people and tests. A check needs none of
# them, and they are nine tenths of the YAML: cut them out as text, line numbers kept.
_EXAMPLES = Pattern(r"^    examples:\n(?:      .*\n|[ \t]*\n)*", re.MULTILINE)


def read_rules(
    path: str, problems: list[Problem], *, examples: bool = False, cut: bool = False
) -> list[Rule]:
    """The rules of a file; what is wrong is added to ``problems`` and left out.

    ``cut`` skips the examples unread, which is safe only in a file laid out as the shipped ones are.
    """
    text = read_text(path, problems)
    if text is None:
        return []
    if cut:
        text = _EXAMPLES.sub(lambda match: "\n" * match[0].count("\n"), text)
    root = parse_yaml(text, path, problems, _EMPTY)
    if root is None:
        return []
    return _Reader(problems, _values(text) if examples else None).rules(root)


def _values(text: str) -> Any:
    """The file as plain values: an example's facts are written out again for whoever loads them."""
    import yaml

    return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))


class _Reader:
    def __init__(self, problems: list[Problem], values: Any) -> None:
        self.problems = problems
        self.values = values

    def wrong(self, node: Node, message: str) -> None:
        self.problems.append(Problem(node.place, message))

    def rules(self, root: Map) -> list[Rule]:
        keys = self.keys(root, ("group", "rules"), (), "a rule file")
        if len(keys) < 2:
            return []
        group = self.text(keys["group"], "group")
        entries = keys["rules"]
        if not isinstance(entries, Seq):
            self.wrong(entries, "`rules` must be a list of rules")
            return []
        return [rule for i, entry in enumerate(entries.items) if (rule := self.rule(entry, group, i))]

    def rule(self, node: Node, group: str, index: int) -> Rule | None:
        known = len(self.problems)
        keys = self.keys(node, _REQUIRED, _OPTIONAL, "a rule")
        texts: dict[str, Any] = {key: self.text(keys[key], key) for key in _REQUIRED if key in keys}
        if "name" in texts and not _NAME.fullmatch(texts["name"]):
            self.wrong(keys["name"], f"a rule's name is in kebab-case, not {texts['name']!r}")
        if "severity" in texts and texts["severity"] not in SEVERITIES:
            self.wrong(keys["severity"], f"severity is one of {', '.join(SEVERITIES)}")
        variants = {key: self.template(value) for key, value in self.pairs(keys.get("variants"), "variants")}
        if "message" in keys:
            self.template(keys["message"])
        phrases = {key: self.phrases(value, key) for key, value in self.pairs(keys.get("phrases"), "phrases")}
        parameters = {
            key: self.number(value) for key, value in self.pairs(keys.get("parameters"), "parameters")
        }
        examples = self.examples(keys.get("examples"), index)
        if len(self.problems) > known:
            return None
        return Rule(
            **texts,
            group=group,
            variants=variants,
            parameters=parameters,
            phrases=phrases,
            examples=examples,
            place=node.place,
        )

    def keys(
        self, node: Node, required: Sequence[str], optional: Sequence[str], what: str
    ) -> dict[str, Node]:
        """The values of a mapping by key; unknown and missing keys are noted."""
        found: dict[str, Node] = {}
        allowed = (*required, *optional)
        for key, value in self.pairs(node, what):
            if key in allowed:
                found[key] = value
                continue
            close = get_close_matches(key, allowed, 1)
            hint = f"did you mean {close[0]}?" if close else f"it may have {', '.join(allowed)}"
            self.wrong(
                node.keys[key] if isinstance(node, Map) else node, f"{what} has no key {key!r}; {hint}"
            )
        if isinstance(node, Map) and (missing := [key for key in required if key not in found]):
            self.wrong(node, f"{what} needs {', '.join(missing)}")
        return found

    def pairs(self, node: Node | None, what: str) -> list[tuple[str, Node]]:
        if node is None:
            return []
        if isinstance(node, Map):
            return list(node.values.items())
        self.wrong(
            node, f"{what} must be keys with values, not a {'list' if isinstance(node, Seq) else 'text'}"
        )
        return []

    def text(self, node: Node, what: str) -> str:
        """A text as typed: as a phrase, ``no`` and ``1:20`` are words."""
        if isinstance(node, Text) and node.text.strip():
            return node.text.strip()
        self.wrong(node, f"{what} must be text")
        return ""

    def phrases(self, node: Node, what: str) -> tuple[str, ...]:
        if isinstance(node, Seq):
            return tuple(self.text(item, "a phrase") for item in node.items)
        self.wrong(node, f"{what} must be a list of phrases")
        return ()

    def number(self, node: Node) -> str | int | float | bool:
        text = self.text(node, "a parameter")
        kind = node.tag if isinstance(node, Text) else "str"
        if kind == "bool":
            return text.lower() in ("true", "yes", "on")
        return int(text) if kind == "int" else float(text) if kind == "float" else text

    def template(self, node: Node) -> str:
        template = self.text(node, "a message")
        try:
            names = {name for _, name, _, _ in Formatter().parse(template) if name is not None}
        except ValueError as error:
            self.wrong(node, f"a message is text with fields in braces: {error}")
            return ""
        if unknown := sorted(names - FIELDS):
            self.wrong(
                node, f"a message cannot name {{{unknown[0]}}}; it can name {', '.join(sorted(FIELDS))}"
            )
        return template

    def examples(self, node: Node | None, index: int) -> tuple[RuleExample, ...]:
        if node is None or self.values is None:
            return ()
        from linter.rule_examples import read_examples

        return read_examples(self.values["rules"][index]["examples"], node, self.wrong)
