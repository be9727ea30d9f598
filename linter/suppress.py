"""Comments in a draft that switch findings off.

    <!-- medlint-ignore value-conflict: reason -->              findings on the comment's own lines
    <!-- medlint-ignore-next-line stale: reason -->             on the next line that has any text
    <!-- medlint-off value-conflict[fact-id]: reason -->        from here to medlint-on, or to the end

Several rules are separated by commas, a group stands for its rules, and no rule at all for every rule.
``rule[fact-id=83%]`` holds only while that fact is 83%.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from linter.model import Comment, Document, Finding
from linter.patterns import Pattern
from linter.rules import Rules

UNUSED = "suppression-unused"
UNREASONED = "suppression-unreasoned"

_DIRECTIVE = Pattern(r"\s*medlint-(ignore-next-line|ignore|off|on)(?![\w-])(.*)", re.DOTALL)
_TARGET = Pattern(
    r"(?P<rule>[^\s\[\]]+)\s*(?:\[\s*(?P<fact>[^\[\]=]+?)\s*(?:=\s*(?P<value>[^\[\]]+?)\s*)?\])?"
)
_COMMENT = Pattern(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True)
class _Target:
    """One of the things that a comment switches off."""

    text: str
    rules: frozenset[str]
    fact: str | None = None
    value: str | None = None

    def names(self, finding: Finding) -> bool:
        """Whether it is this rule and this fact that it speaks of, whatever the fact's value."""
        if finding.rule not in self.rules:
            return False
        return self.fact is None or (finding.fact is not None and finding.fact.id == self.fact)

    def value_now(self, finding: Finding) -> str | None:
        """The fact's value, if it is no longer the one that the comment was written for."""
        if self.value is None or finding.fact is None:
            return None
        now = finding.fact.value or finding.expected
        return None if _fold(now) == _fold(self.value) else now


@dataclass
class _Suppression:
    """A comment, the stretch of the draft that it covers, and what it switches off there."""

    comment: Comment
    kind: str
    targets: list[_Target]
    reason: str
    first: int
    """Lines covered, of which a finding needs one; or offsets, if ``kind`` is ``off``."""
    last: int

    def covers(self, finding: Finding) -> bool:
        if self.kind == "off":
            return self.first <= finding.start < self.last
        return finding.line <= self.last and finding.end_line >= self.first


def apply(
    document: Document, findings: Sequence[Finding], rules: Rules, ran: Collection[str] | None = None
) -> list[Finding]:
    """The findings that no comment switches off, and what is to say of the comments themselves.

    A comment is not called unused for a rule outside ``ran``, the rules that could find anything.
    """
    if not any("medlint-" in comment.text for comment in document.comments):
        return list(findings)
    suppressions = list(_read(document, rules))
    kept = [finding for finding in findings if not any(_silences(each, finding) for each in suppressions)]
    for each in suppressions:
        kept += _complaints(document, each, findings, rules, frozenset(rules if ran is None else ran))
    return kept


def _silences(suppression: _Suppression, finding: Finding) -> bool:
    return (
        bool(suppression.reason)
        and suppression.covers(finding)
        and any(target.names(finding) and target.value_now(finding) is None for target in suppression.targets)
    )


# -- reading comments -------------------------------------------------------------------------


def _read(document: Document, rules: Rules) -> Iterator[_Suppression]:
    parsed = [
        (comment, match[1], match[2])
        for comment in document.comments
        if (match := _DIRECTIVE.match(comment.text))
    ]
    ons = [(comment.start, _split(rest)[0]) for comment, kind, rest in parsed if kind == "on"]
    for comment, kind, rest in parsed:
        if kind == "on":
            continue
        named, reason = _split(rest)
        targets = [_target(name, rules) for name in named] or [_Target("every rule", frozenset(rules))]
        first, last = _stretch(document, comment, kind, named, ons)
        yield _Suppression(comment, kind, targets, reason, first, last)


def _split(rest: str) -> tuple[list[str], str]:
    """What a comment names, and its reason. A colon inside brackets is part of a fact's value."""
    match = re.match(r"((?:[^\[\]:]|\[[^\]]*\])*):?(.*)", rest, re.DOTALL)
    listed, reason = (match[1], match[2]) if match else (rest, "")
    names = re.findall(r"(?:[^\[\],]|\[[^\]]*\])+", listed)
    return [name.strip() for name in names if name.strip()], reason.strip()


def _target(name: str, rules: Rules) -> _Target:
    match = _TARGET.fullmatch(name)
    if not match:
        return _Target(name, frozenset())
    return _Target(name, frozenset(rules.expand(match["rule"])), match["fact"], match["value"])


def _stretch(
    document: Document, comment: Comment, kind: str, named: list[str], ons: list[tuple[int, list[str]]]
) -> tuple[int, int]:
    if kind == "off":
        ends = (start for start, switched in ons if start > comment.start and _ends(switched, named))
        return comment.end, next(ends, len(document.source) + 1)
    first, last = document.place(comment.start)[0], document.place(comment.end - 1)[0]
    if kind == "ignore":
        return first, last
    line = _next_line(document, last)
    return line, line


def _ends(switched: list[str], named: list[str]) -> bool:
    """Whether medlint-on ends this medlint-off: it names nothing, or the same."""
    return not switched or bool(set(switched) & set(named)) or not named


def _next_line(document: Document, line: int) -> int:
    """The next line with text: blank lines and lines that are all comment are passed over."""
    following = line + 1
    while (
        following < len(document.line_starts) and not _COMMENT.sub("", document.line_text(following)).strip()
    ):
        following += 1
    return following


# -- saying what is wrong with a comment ------------------------------------------------------


def _complaints(
    document: Document,
    each: _Suppression,
    findings: Sequence[Finding],
    rules: Rules,
    ran: frozenset[str],
) -> Iterator[Finding]:
    covered = [finding for finding in findings if each.covers(finding)]
    if not each.reason:
        listed = ", ".join(target.text for target in each.targets if target.text != "every rule")
        example = f"medlint-{each.kind} {listed}".rstrip() + ": why it is right here"
        yield _finding(document, each, rules, UNREASONED, None, found=listed, expected=example)
        return
    for target in each.targets:
        named = [finding for finding in covered if target.names(finding)]
        changed = next((now for finding in named if (now := target.value_now(finding)) is not None), None)
        if changed is not None:
            yield _finding(document, each, rules, UNUSED, "value", found=target.value or "", expected=changed)
        elif not target.rules:
            name = target.text.partition("[")[0].strip()
            other = rules.unknown(name)
            yield _finding(document, each, rules, UNUSED, "unknown", found=target.text, other=other)
        elif not named and target.rules & ran:
            yield _finding(document, each, rules, UNUSED, None, found=target.text)


def _finding(
    document: Document, each: _Suppression, rules: Rules, name: str, variant: str | None, **fields: str
) -> Finding:
    rule, comment = rules[name], each.comment
    line, column = document.place(comment.start)
    end_line, end_column = document.place(comment.end)
    template = rule.variants[variant] if variant else rule.message
    return Finding(
        path=document.path,
        start=comment.start,
        end=comment.end,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        rule=rule.name,
        group=rule.group,
        severity=rule.severity,
        message=template.format(**fields),
        found=fields.get("found", ""),
        sentence=_fold(document.source[comment.start : comment.end]),
        lines=tuple(document.line_text(n) for n in range(line, end_line + 1)),
    )


def _fold(text: str) -> str:
    return " ".join(text.split())
