"""The rules of medlint, as their files in ``rules/`` tell them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from linter.errors import InputError, Place, Problem
from linter.results import Severity

if TYPE_CHECKING:
    from linter.rulebook.examples import RuleExample

SEVERITIES: tuple[str, ...] = get_args(Severity)

FIELDS = frozenset(
    {"found", "expected", "fact_period", "as_of", "claim", "source", "caveat", "year", "other"}
)
"""What a message may name in braces."""

_SOMEWHERE = Place("rules")
_FACT_GROUPS = frozenset({"conflict", "missing"})
_FACT_RULES = frozenset({"stale-year", "expired-fact", "retracted-source"})


@dataclass(frozen=True)
class Rule:
    """One thing that medlint looks for."""

    name: str
    group: str
    severity: Severity
    summary: str
    """One line, to an editor."""
    meaning: str
    norm: str
    """The style guide or safety standard that it comes from."""
    message: str
    """A ``str.format`` template over ``FIELDS``."""
    check: str
    """The name of the function that looks for it."""
    variants: Mapping[str, str] = field(default_factory=dict)
    """Other wordings of the message, for cases that deserve one."""
    parameters: Mapping[str, str | int | float | bool] = field(default_factory=dict)
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    examples: tuple[RuleExample, ...] = ()
    """Empty unless asked for when loading."""
    place: Place = _SOMEWHERE

    @property
    def needs_facts(self) -> bool:
        """Whether it finds nothing in a draft alone."""
        return self.group in _FACT_GROUPS or self.name in _FACT_RULES


class Rules(Mapping[str, Rule]):
    """All rules by name, and their groups."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = {rule.name: rule for rule in rules}
        self.groups: dict[str, tuple[str, ...]] = {}
        for rule in rules:
            self.groups[rule.group] = (*self.groups.get(rule.group, ()), rule.name)

    def __getitem__(self, name: str) -> Rule:
        return self._rules[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)

    @property
    def known(self) -> frozenset[str]:
        """Everything that a rule or a group may be called by."""
        return frozenset(self._rules) | frozenset(self.groups)

    def expand(self, name: str) -> tuple[str, ...]:
        """The rules that a rule's or a group's name stands for; none if it is unknown."""
        return (name,) if name in self._rules else self.groups.get(name, ())

    def unknown(self, name: str) -> str:
        """What to say of a name that is neither a rule nor a group."""
        close = get_close_matches(name, sorted(self.known), 1)
        hint = f"did you mean {close[0]}?" if close else "`medlint explain` lists them all"
        return f"there is no rule or group called {name!r}; {hint}"

    def working(self, facts: bool) -> frozenset[str]:
        """The rules that can find anything, with facts or without."""
        return frozenset(self) if facts else frozenset(name for name in self if not self[name].needs_facts)

    def with_severity(self, severity: Mapping[str, str]) -> Rules:
        """The same rules, those named (or whose group is named) with another severity."""
        given = {
            **{r: s for n, s in severity.items() if n in self.groups for r in self.groups[n]},
            **severity,
        }
        return Rules(
            [replace(r, severity=cast(Severity, given.get(r.name, r.severity))) for r in self.values()]
        )

    def select(self, select: Collection[str] = (), ignore: Collection[str] = ()) -> set[str]:
        """The rules to run: those selected (all if none is) without those ignored."""
        problems = [
            Problem(Place(option), self.unknown(name))
            for option, names in (("--select", select), ("--ignore", ignore))
            for name in names
            if not self.expand(name)
        ]
        if problems:
            raise InputError(*problems)
        chosen = {rule for name in select for rule in self.expand(name)} if select else set(self)
        return chosen - {rule for name in ignore for rule in self.expand(name)}


def rules_folder() -> Path:
    """Where the shipped rules are: inside a wheel, or at the root of a checkout or an sdist."""
    here = Path(__file__).resolve().parent.parent
    return next((d for d in (here / "_rules", here.parent / "rules") if d.is_dir()), here / "_rules")


def load_rules(extra: Sequence[str] = (), *, examples: bool = False) -> Rules:
    """Every shipped rule and those of the files in ``extra``, or InputError with every mistake."""
    from linter.rulebook.file import read_rules

    problems: list[Problem] = []
    rules: list[Rule] = []
    shipped = sorted(rules_folder().glob("*.yaml"))
    if not shipped:
        problems.append(Problem(Place(str(rules_folder())), "medlint's own rules are not installed here"))
    for path in shipped:
        rules += read_rules(str(path), problems, examples=examples, cut=not examples)
    own = Rules(rules)
    for name in extra:
        rules += read_rules(name, problems, examples=examples, shipped=own)
    seen: dict[str, Rule] = {}
    for rule in rules:
        first = seen.setdefault(rule.name, rule)
        if first is not rule:
            problems.append(Problem(rule.place, f"rule {rule.name} is already defined at {first.place}"))
    if problems:
        raise InputError(*problems)
    return Rules(rules)
