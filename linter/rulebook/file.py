"""Reading one file of rules, with every mistake in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from string import Formatter
from typing import TYPE_CHECKING, Any

from linter.errors import Problem
from linter.located_yaml import parse_yaml, read_text
from linter.located_yaml.values import Map, Node, Seq, Text
from linter.patterns import Pattern
from linter.rulebook.needs import Needs, patterns
from linter.rulebook.rules import FIELDS, SEVERITIES, Rule, Rules

if TYPE_CHECKING:
    from linter.rulebook.examples import RuleExample

_REQUIRED = ("name", "severity", "summary", "meaning", "norm", "message", "check")
_OPTIONAL = ("variants", "parameters", "phrases", "examples")
_NAME = Pattern(r"[a-z]+(-[a-z]+)*")
_EMPTY = "has no rules: write `group:` and `rules:`"
# A shipped file keeps its examples under each rule, for people and tests. A check needs none of
# them, and they are nine tenths of the YAML: cut them out as text, line numbers kept.
_EXAMPLES = Pattern(r"^    examples:\n(?:      .*\n|[ \t]*\n)*", re.MULTILINE)


def read_rules(
    path: str,
    problems: list[Problem],
    *,
    examples: bool = False,
    cut: bool = False,
    shipped: Rules | None = None,
) -> list[Rule]:
    """The rules of a file; what is wrong is added to ``problems`` and left out.

    ``cut`` skips the examples unread, which is safe only in a file laid out as the shipped ones are.
    With ``shipped``, the file is a desk's own, and each rule is held to what its check needs.
    """
    text = read_text(path, problems)
    if text is None:
        return []
    if cut:
        text = _EXAMPLES.sub(lambda match: "\n" * match[0].count("\n"), text)
    root = parse_yaml(text, path, problems, _EMPTY)
    if root is None:
        return []
    return _Reader(problems, examples, shipped).rules(root)


class _Reader:
    def __init__(self, problems: list[Problem], with_examples: bool, shipped: Rules | None) -> None:
        self.problems = problems
        self.with_examples = with_examples
        self.needs = Needs(patterns(shipped), self.wrong) if shipped is not None else None
        self.groups = {} if shipped is None else shipped.groups

    def wrong(self, node: Node, message: str) -> None:
        self.problems.append(Problem(node.place, message))

    def rules(self, root: Map) -> list[Rule]:
        keys = self.keys(root, ("group", "rules"), (), "a rule file")
        if len(keys) < 2:
            return []
        group = self.text(keys["group"], "group")
        if group and not _NAME.fullmatch(group):
            self.wrong(keys["group"], f"a group's name is in kebab-case, not {group!r}")
        entries = keys["rules"]
        if not isinstance(entries, Seq):
            self.wrong(entries, "`rules` must be a list of rules")
            return []
        return [rule for entry in entries.items if (rule := self.rule(entry, group))]

    def rule(self, node: Node, group: str) -> Rule | None:
        known = len(self.problems)
        keys = self.keys(node, _REQUIRED, _OPTIONAL, "a rule")
        texts: dict[str, Any] = {key: self.text(keys[key], key) for key in _REQUIRED if key in keys}
        if "name" in texts and not _NAME.fullmatch(texts["name"]):
            self.wrong(keys["name"], f"a rule's name is in kebab-case, not {texts['name']!r}")
        elif texts.get("name") in (group, *self.groups):
            self.wrong(keys["name"], f"{texts['name']} is the name of a group: call the rule otherwise")
        if "severity" in texts and texts["severity"] not in SEVERITIES:
            self.wrong(keys["severity"], f"severity is one of {', '.join(SEVERITIES)}")
        variants = {key: self.template(value) for key, value in self.pairs(keys.get("variants"), "variants")}
        if "message" in keys:
            self.template(keys["message"])
        phrases = {key: self.phrases(value, key) for key, value in self.pairs(keys.get("phrases"), "phrases")}
        parameters = {
            key: self.number(value) for key, value in self.pairs(keys.get("parameters"), "parameters")
        }
        examples = self.examples(keys.get("examples"))
        if len(self.problems) > known:
            return None
        rule = Rule(
            **texts,
            group=group,
            variants=variants,
            parameters=parameters,
            phrases=phrases,
            examples=examples,
            place=node.place,
        )
        if self.needs is not None:
            self.needs.judge(rule, keys)
        return rule

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
        if isinstance(node, Seq) and node.items:
            return tuple(self.text(item, "a phrase") for item in node.items)
        self.wrong(node, f"{what} must be a list of phrases")
        return ()

    def number(self, node: Node) -> str | int | float | bool:
        text = self.text(node, "a parameter")
        kind = node.tag if isinstance(node, Text) else "str"
        if kind == "bool":
            return text.lower() in ("true", "yes", "on")
        try:
            return int(text) if kind == "int" else float(text) if kind == "float" else text
        except (ValueError, OverflowError):  # YAML has numbers that Python has not: 0x1F, 1:20, .inf
            self.wrong(node, f'{text} is no plain number: write one such as 3 or 0.5, or "{text}" as text')
            return text

    def template(self, node: Node) -> str:
        template = self.text(node, "a message")
        try:
            parts = list(Formatter().parse(template))
        except ValueError as error:
            self.wrong(node, f"a message is text with fields in braces: {error}")
            return ""
        for _, name, form, conversion in parts:
            if name is not None and name not in FIELDS:
                self.wrong(node, f"a message cannot name {{{name}}}; it can name {', '.join(sorted(FIELDS))}")
            elif form or conversion:
                self.wrong(node, f"write {{{name}}} alone: a field in a message has no form of its own")
        return template

    def examples(self, node: Node | None) -> tuple[RuleExample, ...]:
        if node is None or not self.with_examples:
            return ()
        from linter.rulebook.examples import ExampleReader

        return ExampleReader(self.wrong).examples(node)
