"""Comments that switch findings off, as they are written: what they name, where they hold, what is wrong.

See ``suppress`` for their forms.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cached_property

from linter.model import Comment, Document, Fact
from linter.patterns import Pattern
from linter.rulebook.rules import Rules
from linter.suppression.near import NearMisses

EVERY = "every rule"
_DIRECTIVE = Pattern(r"\s*medlint-(ignore-next-line|ignore|off|on)(?![\w-])(.*)", re.DOTALL)
_NAMES = Pattern(r"((?:[^\[\]:]|\[[^\]]*\])*)(.*)", re.DOTALL)
_NAME = Pattern(r"(?:[^\[\],]|\[[^\]]*\])+")
_TARGET = Pattern(
    r"(?P<rule>[^\s\[\]]+)\s*(?:\[\s*(?P<fact>[^\[\]=]+?)\s*(?:=\s*(?P<value>[^\[\]]+?)\s*)?\])?"
)
_MARKUP = Pattern(r"[{<].*[}>]|:{3}.*")
"""A line of tags, such as ``{% if new %}`` or ``<p>``."""
_MAX_GUESSES = 20
"""Unknown names in a draft that get a suggestion."""


@dataclass(frozen=True)
class Slip:
    """What is wrong with a comment: a variant of suppression-unused's message, and its fields."""

    comment: Comment
    variant: str
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Target:
    """One of the things that a comment switches off."""

    text: str
    rules: frozenset[str]
    fact: str | None = None
    slip: Slip | None = None
    """Why it switches nothing off."""


@dataclass(frozen=True)
class Suppression:
    """A comment, the stretch of the draft that it covers, and what it switches off there."""

    comment: Comment
    kind: str
    targets: tuple[Target, ...]
    reason: str
    listed: tuple[str, ...]
    first: int
    """Lines covered, both included; or offsets from first to before last, if ``kind`` is ``off``."""
    last: int
    expected: str = ""
    """Of one without a reason: the comment as it should be."""
    missing: str = ""
    """Of a medlint-off that nothing ends: the comment that would."""


def read_comments(
    document: Document, rules: Rules, facts: Mapping[str, Fact] | None
) -> tuple[list[Suppression], list[Slip]]:
    """The comments of a draft that switch findings off, and what is wrong with others."""
    reader = _Reader(document, rules, facts)
    return list(reader.suppressions()), reader.slips


class _Reader:
    def __init__(self, document: Document, rules: Rules, facts: Mapping[str, Fact] | None) -> None:
        self.document = document
        self.rules = rules
        self.facts = facts
        self.slips: list[Slip] = []
        self.guesses: dict[str, str] = {}
        self.near = NearMisses(rules)

    def suppressions(self) -> Iterator[Suppression]:
        blocks = _OpenBlocks()
        for comment in self.document.comments:
            match = _DIRECTIVE.match(comment.text)
            if match is None:
                if slip := self.near.meant(comment.text):
                    self.slips.append(Slip(comment, "near", {"found": slip[0], "expected": slip[1]}))
                continue
            kind, (listed, rest) = match[1], _split(match[2])
            if slip := self._misplaced(kind, listed, rest):
                self.slips.append(Slip(comment, "near", {"found": slip[0], "expected": slip[1]}))
            elif kind != "on":
                made = self._suppression(comment, kind, listed, rest.removeprefix(":").strip())
                if kind == "off":
                    blocks.open(made)
                else:
                    yield made
            elif closed := blocks.close(listed):
                yield from (replace(each, last=comment.start) for each in closed)
            else:
                self.slips.append(Slip(comment, "stray"))
        for each in blocks.left():
            yield replace(each, last=len(self.document.source) + 1, missing=self._like(each.comment))

    def _like(self, comment: Comment) -> str:
        """The comment that ends a block, in the marks that the one which begins it has."""
        if not self.document.has_lines:
            return "a comment: medlint-on"
        written = self.document.source[comment.start : comment.end]
        before, found, after = written.partition(comment.text)
        if not found:  # written with escapes or an indentation that its text lacks
            before = written.partition("medlint")[0]
            after = "-->" if before.startswith("<!--") else ""
        gap = "" if before.endswith("(") else " "
        return f"{before.strip()}{gap}medlint-on{gap}{after.strip()}".strip()

    def _misplaced(self, kind: str, listed: tuple[str, ...], rest: str) -> tuple[str, str] | None:
        """What was written and what was meant, where a bracket or a colon is out of place."""
        names = ", ".join(listed)
        if rest and not rest.startswith(":"):
            name = rest.strip(" []").partition(":")[0].partition("]")[0].strip()
            return f"medlint-{kind} {names}{rest}".strip(), f"medlint-{kind} {names}[{name}]: the reason"
        first, colon, reason = rest.removeprefix(":").strip().partition(":")
        target = _TARGET.fullmatch(first.strip())
        if not listed and target and self.rules.expand(target["rule"]):
            reason = reason.strip() if colon else ""
            return (
                f"medlint-{kind}{rest}".strip(),
                f"medlint-{kind} {first.strip()}: {reason or 'the reason'}",
            )
        return None

    def _suppression(self, comment: Comment, kind: str, listed: tuple[str, ...], reason: str) -> Suppression:
        targets = tuple(self._target(comment, name) for name in listed) or (
            Target(EVERY, frozenset(self.rules)),
        )
        first, last = self._stretch(comment, kind)
        return Suppression(
            comment, kind, targets, reason, listed, first, last, self._with_reason(kind, listed)
        )

    def _with_reason(self, kind: str, listed: tuple[str, ...]) -> str:
        """The comment with a reason; one whose colon was forgotten may hold it already."""
        names, reason = ", ".join(listed), "why it is right here"
        first, _, rest = names.partition(" ")
        if rest and self.rules.expand(first.rstrip(",")) and not first.endswith(","):
            names, reason = first, rest.strip(" -–—")
        return f"medlint-{kind} {names}".rstrip() + f": {reason}"

    # -- what is named ------------------------------------------------------------------------

    def _target(self, comment: Comment, name: str) -> Target:
        match = _TARGET.fullmatch(name)
        if match is None:
            other = f"{name!r} is no rule: write a rule, or rule[fact], and commas between several"
            return Target(name, frozenset(), None, Slip(comment, "unknown", {"found": name, "other": other}))
        rules, fact = frozenset(self.rules.expand(match["rule"])), match["fact"]
        slip = None
        if not rules:
            other = self._guess(match["rule"], self.rules.unknown)
            slip = Slip(comment, "unknown", {"found": name, "other": other})
        elif fact is not None and self.facts is not None:
            slip = self._fact_slip(comment, name, fact, match["value"])
        return Target(name, rules, fact, slip)

    def _fact_slip(self, comment: Comment, name: str, fact: str, value: str | None) -> Slip | None:
        known = self.facts or {}
        if fact not in known:
            other = self._guess(fact, self._unknown_fact)
            return Slip(comment, "unknown", {"found": name, "other": other})
        if value is None:
            return None
        from linter.facts.values import value_text

        now = value_text(known[fact])
        if _fold(now) == _fold(value):
            return None
        return Slip(comment, "value", {"found": value, "expected": now})

    def _guess(self, name: str, guess: Callable[[str], str]) -> str:
        """What to say of an unknown name. Each guess costs a look at every name, so they are few."""
        if name not in self.guesses:
            few = len(self.guesses) < _MAX_GUESSES
            self.guesses[name] = guess(name) if few else f"there is no rule, group or fact called {name!r}"
        return self.guesses[name]

    def _unknown_fact(self, fact: str) -> str:
        close = get_close_matches(fact, self.facts or (), 1)
        hint = f"did you mean {close[0]}?" if close else "`medlint facts list` lists them all"
        return f"there is no fact called {fact!r}; {hint}"

    # -- where it holds -----------------------------------------------------------------------

    def _stretch(self, comment: Comment, kind: str) -> tuple[int, int]:
        if kind == "off":
            return comment.end, comment.end
        first, last = self.document.place(comment.start)[0], self.document.place(comment.end - 1)[0]
        if kind == "ignore":
            return first, last
        line = self._text_after[last] if last < len(self._text_after) else last + 1
        return line, line

    @cached_property
    def _text_after(self) -> list[int]:
        """By line, from 0: the next line below it that has text which is no comment."""
        pieces, here = [], 0
        for comment in self.document.comments:
            if comment.start >= here:
                pieces += [self.document.source[here : comment.start], "\n" * self._breaks(comment)]
                here = comment.end
        lines = "".join([*pieces, self.document.source[here:]]).split("\n")
        found, after = len(lines), [0] * len(lines)
        for number in range(len(lines) - 1, -1, -1):
            after[number] = found
            line = lines[number - 1].strip() if number else ""
            if line and (number in self._lines_with_words or not _MARKUP.fullmatch(line)):
                found = number
        return after

    @cached_property
    def _lines_with_words(self) -> set[int]:
        lines: set[int] = set()
        for block in self.document.blocks:
            low, high = block.span(0, len(block.text))
            lines.update(range(self.document.place(low)[0], self.document.place(high - 1)[0] + 1))
        return lines

    def _breaks(self, comment: Comment) -> int:
        return self.document.source.count("\n", comment.start, comment.end)


class _OpenBlocks:
    """The medlint-off comments that no medlint-on has ended yet. Each is put in and taken out once."""

    def __init__(self) -> None:
        self.by_name: dict[str, dict[int, Suppression]] = {}
        self.all: dict[int, Suppression] = {}

    def open(self, block: Suppression) -> None:
        self.all[block.first] = block
        for name in block.listed or (EVERY,):
            self.by_name.setdefault(name, {})[block.first] = block

    def close(self, listed: tuple[str, ...]) -> list[Suppression]:
        """End those that a medlint-on ends: it names nothing, or the same, or they name nothing."""
        names = (*listed, EVERY) if listed else tuple(self.by_name)
        closed: dict[int, Suppression] = {}
        for name in names:
            closed |= self.by_name.pop(name, {})
        for block in closed.values():
            del self.all[block.first]
            for name in block.listed:
                self.by_name.get(name, {}).pop(block.first, None)
        return list(closed.values())

    def left(self) -> list[Suppression]:
        return list(self.all.values())


def _split(rest: str) -> tuple[tuple[str, ...], str]:
    """What a comment names, and what follows, which begins with a colon if all is well.

    A colon inside brackets is part of a fact's value.
    """
    match = _NAMES.fullmatch(rest)
    assert match is not None
    names = (" ".join(name.split()) for name in _NAME.findall(match[1]))
    return tuple(name for name in names if name), match[2]


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold()
