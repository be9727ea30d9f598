"""What a desk's own rule must and may have, given its check.

The shipped rule with the same check is the measure: its check is called with the phrases, wordings and
parameters that stand there, and fills the fields of its messages.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from string import Formatter

from linter.located_yaml.values import Map, Node
from linter.rulebook.rules import Rule, Rules

PER_RUN = frozenset({"suppression_unused", "suppression_unreasoned", "cross_document_conflict"})
"""Checks that are not made draft by draft, and only for the one rule that ships with them."""
_ALWAYS = frozenset({"found", "expected"})
_WITH_A_FACT = frozenset({"claim", "source"})


def patterns(shipped: Rules) -> dict[str, Rule]:
    """By the name of each check that a desk's rule may have: the shipped rule that has it."""
    return {rule.check: rule for rule in shipped.values() if rule.check not in PER_RUN}


@dataclass(frozen=True)
class Needs:
    """Judges one rule; ``wrong`` is told of each mistake."""

    like: Mapping[str, Rule]
    wrong: Callable[[Node, str], None]

    def judge(self, rule: Rule, nodes: Mapping[str, Node]) -> None:
        """Compare a rule, and the nodes of its keys, with the shipped rule of its check."""
        like = self.like.get(rule.check)
        if like is None:
            hint = _guess(rule.check, self.like) or f"it may be {', '.join(sorted(self.like))}"
            self.wrong(nodes["check"], f"there is no check {rule.check!r}; {hint}")
            return
        for key in ("phrases", "variants", "parameters"):
            given, known = getattr(rule, key), getattr(like, key)
            node = nodes.get(key)
            for name in given:
                if name not in known:
                    at = node.keys[name] if isinstance(node, Map) else nodes["check"]
                    may = f"it may have {', '.join(known)}" if known else f"it has no {key}"
                    self.wrong(
                        at, f"the check {rule.check} has no {key} {name!r}; {_guess(name, known) or may}"
                    )
            if key != "parameters" and (missing := [name for name in known if name not in given]):
                self.wrong(
                    node or nodes["check"], f"the check {rule.check} needs {key}: {', '.join(missing)}"
                )
        self._fields(rule, nodes, like)

    def _fields(self, rule: Rule, nodes: Mapping[str, Node], like: Rule) -> None:
        known = _ALWAYS | (_WITH_A_FACT if like.needs_facts else frozenset())
        variants = nodes.get("variants")
        templates = [(nodes["message"], rule.message, like.message)]
        if isinstance(variants, Map):
            templates += [
                (variants.values[name], template, like.variants[name])
                for name, template in rule.variants.items()
                if name in like.variants
            ]
        for node, template, its in templates:
            may = known | set(fields(its))
            for name in fields(template):
                if name not in may:
                    listed = ", ".join(sorted(may))
                    self.wrong(node, f"the check {rule.check} gives no {{{name}}} here; it gives {listed}")


def fields(template: str) -> Iterator[str]:
    """What a message names in braces."""
    return (name for _, name, _, _ in Formatter().parse(template) if name is not None)


def _guess(name: str, known: Collection[str]) -> str:
    close = get_close_matches(name, known, 1)
    return f"did you mean {close[0]}?" if close else ""
