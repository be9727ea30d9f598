"""Comments in a draft that switch findings off.

    <!-- medlint-ignore value-conflict: reason -->              findings on the comment's own lines
    <!-- medlint-ignore-next-line stale: reason -->             on the next line that has any text
    <!-- medlint-off value-conflict[fact-id]: reason -->        from here to medlint-on

Several rules are separated by commas, a group stands for its rules, and no rule at all for every rule.
``rule[fact-id=83%]`` holds only while that fact is 83%. The comments of MDX and of
templates (``{/* … */}``, ``{# … #}``, ``{% comment %} … {% endcomment %}``, ``<%# … %>``) do the same.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate

from linter.model import Comment, Document, Fact
from linter.results import Finding
from linter.rulebook.rules import Rules
from linter.suppression.near import UNUSED
from linter.suppression.read import EVERY, Slip, Suppression, Target, read_comments

UNREASONED = "suppression-unreasoned"

_Key = tuple[str, str | None]
"""A rule, and a fact if only findings about that are meant."""


def apply(
    document: Document,
    findings: Sequence[Finding],
    rules: Rules,
    ran: Collection[str] | None = None,
    facts: Mapping[str, Fact] | None = None,
) -> list[Finding]:
    """The findings that no comment switches off, and what is to say of the comments themselves.

    A comment is not called unused for a rule outside ``ran``, the rules that could find anything.
    Without ``facts``, what a comment says of a fact is not judged. Linear but for sorting.
    """
    suppressions, slips = read_comments(document, rules, facts)
    if not suppressions and not slips:
        return list(findings)
    switched = SwitchedOff(suppressions)
    kept = [finding for finding in findings if not switched.covers(finding)]
    found, could = _Found(findings), frozenset(rules if ran is None else ran)
    kept += (_of_slip(document, rules, slip) for slip in slips)
    for each in suppressions:
        kept += _complaints(document, each, found, rules, could)
    return kept


def switched_off(document: Document, rules: Rules) -> SwitchedOff | None:
    """Where the draft's comments switch off findings that no fact is needed for; None if they do so nowhere."""
    suppressions, _ = read_comments(document, rules, None) if document.comments else ((), ())
    return SwitchedOff(suppressions) if suppressions else None


def _keys(finding: Finding) -> tuple[_Key, ...]:
    """What a comment may call the finding by."""
    plain: _Key = (finding.rule, None)
    return (plain,) if finding.fact is None else (plain, (finding.rule, finding.fact.id))


def _switching(target: Target) -> Iterator[_Key]:
    return ((rule, target.fact) for rule in target.rules)


class SwitchedOff:
    """Where what is switched off, by comments that have any effect."""

    def __init__(self, suppressions: Sequence[Suppression]) -> None:
        self.lines: set[tuple[int, _Key]] = set()
        spans: dict[_Key, list[tuple[int, int]]] = {}
        for each in suppressions:
            for target in each.targets if each.reason else ():
                for key in _switching(target) if target.slip is None else ():
                    if each.kind == "off":
                        spans.setdefault(key, []).append((each.first, each.last))
                    else:
                        self.lines.update((line, key) for line in range(each.first, each.last + 1))
        self.starts: dict[_Key, list[int]] = {}
        self.ends: dict[_Key, list[int]] = {}
        """For each start, in order: the furthest end of the stretches that begin up to there."""
        for key, listed in spans.items():
            listed.sort()
            self.starts[key] = [start for start, _ in listed]
            self.ends[key] = list(accumulate((end for _, end in listed), max))

    def covers(self, finding: Finding) -> bool:
        for key in _keys(finding):
            if any((line, key) in self.lines for line in range(finding.line, finding.end_line + 1)):
                return True
            at = bisect_right(self.starts.get(key, ()), finding.start) - 1
            if at >= 0 and finding.start < self.ends[key][at]:
                return True
        return False


class _Found:
    """Where what was found, switched off or not."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.lines: set[tuple[int, _Key]] = set()
        self.starts: dict[_Key, list[int]] = {}
        for finding in sorted(findings, key=lambda each: each.start):
            for key in _keys(finding):
                self.lines.update((line, key) for line in range(finding.line, finding.end_line + 1))
                self.starts.setdefault(key, []).append(finding.start)

    def at(self, suppression: Suppression, target: Target) -> bool:
        """Whether there is anything that a target names where the comment covers it."""
        first, last = suppression.first, suppression.last
        if suppression.kind != "off":
            lines = range(first, last + 1)
            return any((line, key) in self.lines for key in _switching(target) for line in lines)
        for key in _switching(target):
            starts = self.starts.get(key, ())
            at = bisect_left(starts, first)
            if at < len(starts) and starts[at] < last:
                return True
        return False


# -- saying what is wrong with a comment ------------------------------------------------------


def _complaints(
    document: Document, each: Suppression, found: _Found, rules: Rules, ran: frozenset[str]
) -> Iterator[Finding]:
    if not each.reason:
        listed = ", ".join(target.text for target in each.targets if target.text != EVERY)
        yield _finding(document, each.comment, rules, UNREASONED, None, found=listed, expected=each.expected)
        return
    useful = False
    for target in each.targets:
        if target.slip is not None:
            yield _of_slip(document, rules, target.slip)
        elif found.at(each, target):
            useful = True
        elif target.rules & ran:
            yield _finding(document, each.comment, rules, UNUSED, None, found=target.text)
    if useful and each.missing:
        named = ", ".join(each.listed) or EVERY
        slip = Slip(each.comment, "open", {"found": named, "expected": each.missing})
        yield _of_slip(document, rules, slip)


def _of_slip(document: Document, rules: Rules, slip: Slip) -> Finding:
    return _finding(document, slip.comment, rules, UNUSED, slip.variant, **slip.fields)


def _finding(
    document: Document, comment: Comment, rules: Rules, name: str, variant: str | None, **fields: str
) -> Finding:
    rule = rules[name]
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
        sentence=" ".join(document.source[comment.start : comment.end].split()),
        lines=tuple(document.line_text(n) for n in range(line, end_line + 1)),
    )
