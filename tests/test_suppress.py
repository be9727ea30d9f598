from __future__ import annotations

import re
from typing import Any

import pytest

from linter.model import Comment, Document, Fact, Finding, Source
from linter.rules import load_rules
from linter.suppress import apply

RULES = load_rules()
FACT = Fact("lung", "Around 83% is in the lungs.", Source("s"), value="83%")


def document(source: str) -> Document:
    comments = [
        Comment(match.start(), match.end(), match[1])
        for match in re.finditer(r"<!--(.*?)-->", source, re.DOTALL)
    ]
    return Document("a.md", source, (), (), tuple(comments))


def finding(draft: Document, quote: str, rule: str = "value-conflict", **changes: Any) -> Finding:
    start = draft.source.index(quote)
    line, column = draft.place(start)
    end_line, end_column = draft.place(start + len(quote))
    given: dict[str, Any] = {"fact": FACT, "expected": "83%"}
    return Finding(
        "a.md",
        start,
        start + len(quote),
        line,
        column,
        end_line,
        end_column,
        rule,
        RULES[rule].group,
        "error",
        "m",
        **(given | changes),
    )


def left(source: str, *rules: str, quotes: tuple[str, ...] = ("80%",), **changes: Any) -> list[str]:
    """What is left of findings over ``quotes``: ``rule`` at line, in order."""
    draft = document(source)
    found = [
        finding(draft, quote, rule, **changes) for quote in quotes for rule in rules or ("value-conflict",)
    ]
    return [f"{each.rule}:{each.line}" for each in apply(draft, found, RULES)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("80% <!-- medlint-ignore value-conflict: quoted from 1998 -->", []),
        ("80% <!-- medlint-ignore conflict: a group -->", []),
        ("80% <!-- medlint-ignore: everything -->", []),
        ("80% <!--medlint-ignore value-conflict:x-->", []),
        ("80% <!-- medlint-ignore stale-year, value-conflict: two -->", ["suppression-unused:1"]),
        ("80% <!-- medlint-ignore value-conflict[lung]: named -->", []),
        ("80% <!-- medlint-ignore value-conflict[lung=83%]: dated -->", []),
        ("80% <!-- medlint-ignore conflict[lung]: a group and a fact -->", []),
        ("80% <!-- medlint-ignore value-conflict[liver]: other -->", ["value-conflict:1", "suppression-unused:1"]),
        ("80% <!-- medlint-ignore value-conflict[lung=81%]: old -->", ["value-conflict:1", "suppression-unused:1"]),
        ("80% <!-- medlint-ignore value-conflict -->", ["value-conflict:1", "suppression-unreasoned:1"]),
        ("80% <!-- medlint-ignore value-conflict: -->", ["value-conflict:1", "suppression-unreasoned:1"]),
        ("80% <!-- medlint-ignore -->", ["value-conflict:1", "suppression-unreasoned:1"]),
        ("80% <!-- medlint-ignore valu-conflict: typo -->", ["value-conflict:1", "suppression-unused:1"]),
        ("80%\n<!-- medlint-ignore value-conflict: wrong line -->", ["value-conflict:1", "suppression-unused:2"]),
        ("<!-- medlint-ignore-next-line value-conflict: r -->\n80%", []),
        ("<!-- medlint-ignore-next-line value-conflict: r -->\n\n80%", []),
        ("<!-- medlint-ignore-next-line stale: r -->\n<!-- other -->\n80%", ["value-conflict:3", "suppression-unused:1"]),
        ("<!-- medlint-ignore-next-line value-conflict: r -->\n<!-- other -->\n80%", []),
        ("<!-- medlint-ignore-next-line value-conflict: r -->\nx\n80%", ["value-conflict:3", "suppression-unused:1"]),
        ("<!-- medlint-ignore-next-line value-conflict: r --> 80%", ["value-conflict:1", "suppression-unused:1"]),
        ("<!-- medlint-off value-conflict: r -->\n\nx\n\n80%", []),
        ("<!-- medlint-off: r -->\n80%\n<!-- medlint-on -->", []),
        ("<!-- medlint-off value-conflict: r -->\nx\n<!-- medlint-on -->\n80%", ["value-conflict:4", "suppression-unused:1"]),
        ("<!-- medlint-off value-conflict: r -->\nx\n<!-- medlint-on stale -->\n80%", []),
        ("80%\n<!-- medlint-off value-conflict: r -->\n", ["value-conflict:1", "suppression-unused:2"]),
        ("80% <!-- medlint-ignored value-conflict: r -->", ["value-conflict:1"]),
        ("80% <!-- see medlint-ignore value-conflict: r -->", ["value-conflict:1"]),
        ("80% <!-- medlint-on -->", ["value-conflict:1"]),
        ("80% <!-- medlint-ignore value-conflict:\nreason over\nlines -->", []),
        ("80%", ["value-conflict:1"]),
    ],
)  # fmt: skip
def test_what_a_comment_switches_off(source: str, expected: list[str]) -> None:
    assert left(source) == expected


def test_a_comment_covers_a_finding_that_spans_lines() -> None:
    source = "about 80\nin 100 <!-- medlint-ignore value-conflict: quoted --> cases"
    assert left(source, quotes=("80\nin 100",)) == []


def test_only_the_named_rule_is_switched_off() -> None:
    source = "80% <!-- medlint-ignore value-conflict: quoted -->"
    assert left(source, "value-conflict", "stale-year") == ["stale-year:1"]


def test_a_rule_that_could_not_run_is_not_unused() -> None:
    draft = document("x <!-- medlint-ignore value-conflict, stale-forecast: r -->")
    found = apply(draft, [], RULES, RULES.working(facts=False))
    assert [(each.rule, each.found) for each in found] == [("suppression-unused", "stale-forecast")]


def test_a_value_written_with_a_colon_in_it() -> None:
    fact = Fact("ratio", "It is 3:1.", Source("s"), value="3:1")
    source = "80% <!-- medlint-ignore value-conflict[ratio=3:1]: a reason -->"
    assert left(source, fact=fact) == []


def test_a_value_that_was_read_from_the_claim() -> None:
    fact = Fact("lung", "Around 83% is in the lungs.", Source("s"))
    assert left("80% <!-- medlint-ignore value-conflict[lung=83%]: r -->", fact=fact) == []
    assert left("80% <!-- medlint-ignore value-conflict[lung=81%]: r -->", fact=fact) == [
        "value-conflict:1",
        "suppression-unused:1",
    ]


UNREASONED = "This comment has no effect until it gives a reason after a colon, like"


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        (
            "medlint-ignore stale-year: r",
            "There is nothing here for this comment to switch off (stale-year). Remove it.",
        ),
        (
            "medlint-ignore-next-line a, b",
            f"{UNREASONED} medlint-ignore-next-line a, b: why it is right here.",
        ),
        ("medlint-ignore", f"{UNREASONED} medlint-ignore: why it is right here."),
        (
            "medlint-ignore valu-conflict: r",
            "This comment switches off valu-conflict, but there is no rule or group called 'valu-conflict'; "
            "did you mean value-conflict?",
        ),
        (
            "medlint-ignore value-conflict[lung=81%]: r",
            "This comment was written when the fact was 81%; it is now 83%. Check the copy, then the comment.",
        ),
    ],
)
def test_what_is_said_of_a_comment(comment: str, message: str) -> None:
    draft = document(f"80%\n80% <!-- {comment} -->\n")
    last = finding(draft, "80% <!--")
    complaint = apply(draft, [last], RULES)[-1]
    assert complaint.message == message
    assert (complaint.line, complaint.column, complaint.end_line) == (2, 5, 2)
    assert draft.source[complaint.start : complaint.end] == f"<!-- {comment} -->"
    assert complaint.group == "suppression"
    assert complaint.severity == "warning"
    assert complaint.lines == (f"80% <!-- {comment} -->",)
