from __future__ import annotations

import re
import sys
from dataclasses import replace
from types import FrameType
from typing import Any

import pytest

from linter.model import Comment, Document, Fact, Source
from linter.results import Finding
from linter.rulebook.rules import load_rules
from linter.suppression.apply import apply

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


def left(
    source: str,
    *rules: str,
    quotes: tuple[str, ...] = ("80%",),
    facts: dict[str, Fact] | None = None,
    **changes: Any,
) -> list[str]:
    """What is left of findings over ``quotes``: ``rule`` at line, in order."""
    draft = document(source)
    found = [
        finding(draft, quote, rule, **changes) for quote in quotes for rule in rules or ("value-conflict",)
    ]
    return [
        f"{each.rule}:{each.line}"
        for each in apply(draft, found, RULES, facts={FACT.id: FACT} if facts is None else facts)
    ]


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
        ("<!-- medlint-off value-conflict: r -->\n\nx\n\n80%", ["suppression-unused:1"]),
        ("<!-- medlint-off: r -->\n80%\n<!-- medlint-on -->", []),
        ("<!-- medlint-off value-conflict: r -->\nx\n<!-- medlint-on -->\n80%", ["value-conflict:4", "suppression-unused:1"]),
        ("<!-- medlint-off value-conflict: r -->\nx\n<!-- medlint-on stale -->\n80%", ["suppression-unused:3", "suppression-unused:1"]),
        ("80%\n<!-- medlint-off value-conflict: r -->\n", ["value-conflict:1", "suppression-unused:2"]),
        ("80% <!-- medlint-ignored value-conflict: r -->", ["value-conflict:1", "suppression-unused:1"]),
        ("80% <!-- see medlint-ignore value-conflict: r -->", ["value-conflict:1"]),
        ("80% <!-- medlint-on -->", ["value-conflict:1", "suppression-unused:1"]),
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
    assert left(source, fact=fact, facts={"ratio": fact}) == []


def test_a_value_that_was_read_from_the_claim() -> None:
    fact = Fact("lung", "Around 83% is in the lungs.", Source("s"))
    assert (
        left("80% <!-- medlint-ignore value-conflict[lung=83%]: r -->", fact=fact, facts={"lung": fact}) == []
    )
    assert left(
        "80% <!-- medlint-ignore value-conflict[lung=81%]: r -->", fact=fact, facts={"lung": fact}
    ) == [
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
    complaint = apply(draft, [last], RULES, facts={FACT.id: FACT})[-1]
    assert complaint.message == message
    assert (complaint.line, complaint.column, complaint.end_line) == (2, 5, 2)
    assert draft.source[complaint.start : complaint.end] == f"<!-- {comment} -->"
    assert complaint.group == "suppression"
    assert complaint.severity == "warning"
    assert complaint.lines == (f"80% <!-- {comment} -->",)


def said(source: str, facts: dict[str, Fact] | None = None, quote: str = "80%") -> list[str]:
    """The messages about comments."""
    draft = document(source)
    known = {FACT.id: FACT} if facts is None else facts
    found = apply(draft, [finding(draft, quote)], RULES, facts=known)
    return [each.message for each in found if each.group == "suppression"]


def nothing(found: str, expected: str) -> str:
    return f"This comment switches nothing off: medlint does not know “{found}”. Did you mean “{expected}”?"


@pytest.mark.parametrize(
    ("comment", "found", "expected"),
    [
        ("medlint-disable value-conflict: r", "medlint-disable", "medlint-off value-conflict: r"),
        ("medlint-enable", "medlint-enable", "medlint-on"),
        ("medlint-disable-line stale: r", "medlint-disable-line", "medlint-ignore stale: r"),
        ("medlint-disable-next-line stale: r", "medlint-disable-next-line", "medlint-ignore-next-line stale: r"),
        ("medlint ignore", "medlint ignore", "medlint-ignore"),
        ("medlint ignore value-conflict: r", "medlint ignore", "medlint-ignore value-conflict: r"),
        ("medlint ignore next line stale: r", "medlint ignore next line", "medlint-ignore-next-line stale: r"),
        ("medlint ignore valu-conflict", "medlint ignore", "medlint-ignore valu-conflict"),
        ("medlint: ignore stale: r", "medlint: ignore", "medlint-ignore stale: r"),
        ("medlint_ignore_next_line stale: r", "medlint_ignore_next_line", "medlint-ignore-next-line stale: r"),
        ("Medlint-Ignore stale: r", "Medlint-Ignore", "medlint-ignore stale: r"),
        ("medlint-ignor stale: r", "medlint-ignor", "medlint-ignore stale: r"),
        ("medlint-ignore-nextline stale: r", "medlint-ignore-nextline", "medlint-ignore-next-line stale: r"),
        ("medlnt-ignore stale: r", "medlnt-ignore", "medlint-ignore stale: r"),
        ("med-lint-ignore stale: r", "med-lint-ignore", "medlint-ignore stale: r"),
        ("- medlint-ignore stale: r -", "medlint-ignore", "medlint-ignore stale: r -"),
        ("medlint-ignore: value-conflict", "medlint-ignore: value-conflict", "medlint-ignore value-conflict: the reason"),
        ("medlint-ignore: value-conflict: r", "medlint-ignore: value-conflict: r", "medlint-ignore value-conflict: r"),
        ("medlint-ignore value-conflict[lung: r", "medlint-ignore value-conflict[lung: r", "medlint-ignore value-conflict[lung]: the reason"),
    ],
)  # fmt: skip
def test_a_near_miss_is_told_what_was_meant(comment: str, found: str, expected: str) -> None:
    assert said(f"80% <!-- {comment} -->") == [nothing(found, expected)]
    assert left(f"80% <!-- {comment} -->") == ["value-conflict:1", "suppression-unused:1"]


@pytest.mark.parametrize(
    "comment",
    [
        "medlint checks this page",
        "medlint ignores this page, which is fine",
        "medlint was run on 2026-05-01",
        "see medlint-ignore value-conflict: r",
        "medlint",
        "medlint-",
        "medlint-verified by the desk",
        "markdownlint-disable MD013",
        "markdownlint-disable-next-line",
        "stylelint-disable",
        "eslint-disable stale",
        "medline ignore",
        "medlint-ignore-next-line-but-one",
        "prettier-ignore",
        "medical",
    ],
)
def test_other_comments_are_left_alone(comment: str) -> None:
    assert said(f"80% <!-- {comment} -->") == []


@pytest.mark.parametrize(
    ("source", "messages"),
    [
        (
            "80% <!-- medlint-ignore value-conflict[lungs]: r -->",
            ["This comment switches off value-conflict[lungs], but there is no fact called 'lungs'; did you mean lung?"],
        ),
        (
            "80% <!-- medlint-ignore value-conflict[xyz]: r -->",
            ["This comment switches off value-conflict[xyz], but there is no fact called 'xyz'; `medlint facts list` lists them all"],
        ),
        (
            "80% <!-- medlint-ignore value-conflict(lung): r -->",
            ["This comment switches off value-conflict(lung), but there is no rule or group called 'value-conflict(lung)'; did you mean value-conflict?"],
        ),
        (
            "80% <!-- medlint-ignore value-conflict stale: r -->",
            ["This comment switches off value-conflict stale, but 'value-conflict stale' is no rule: write a rule, or rule[fact], and commas between several"],
        ),
        (
            "x <!-- medlint-ignore value-conflict[lung=81%]: r -->\n\n80%",
            ["This comment was written when the fact was 81%; it is now 83%. Check the copy, then the comment."],
        ),
        (
            "80% <!-- medlint-ignore value-conflict -- quoted from 1998 -->",
            [f"{UNREASONED} medlint-ignore value-conflict: quoted from 1998."],
        ),
        (
            "80% <!-- medlint-ignore value-conflict, stale-year -->",
            [f"{UNREASONED} medlint-ignore value-conflict, stale-year: why it is right here."],
        ),
        (
            "<!-- medlint-off value-conflict, stale: r -->\n80%",
            [
                "There is nothing here for this comment to switch off (stale). Remove it.",
                "This comment switches value-conflict, stale off to the end of the draft. Write <!-- medlint-on --> where that should end.",
            ],
        ),
        (
            "<!-- medlint-off: r -->\n80%",
            ["This comment switches every rule off to the end of the draft. Write <!-- medlint-on --> where that should end."],
        ),
        ("<!-- medlint-off -->\n80%", [f"{UNREASONED} medlint-off: why it is right here."]),
        ("80% <!-- medlint-on stale -->", ["There is no medlint-off above for this comment to end. Remove it."]),
        ("<!-- medlint-off value-conflict: r -->80%<!-- medlint-on value-conflict -->", []),
        ("<!-- medlint-off value-conflict: r -->80%<!-- medlint-on -->x<!-- medlint-on -->", ["There is no medlint-off above for this comment to end. Remove it."]),
    ],
)  # fmt: skip
def test_what_is_said_of_slips(source: str, messages: list[str]) -> None:
    assert said(source) == messages


def test_without_facts_nothing_is_said_of_them() -> None:
    draft = document("80% <!-- medlint-ignore value-conflict[lungs=1%], stale-forecast: r -->")
    assert [each.found for each in apply(draft, [], RULES, RULES.working(facts=False))] == ["stale-forecast"]


def test_offs_overlap_and_end_by_name() -> None:
    source = (
        "<!-- medlint-off value-conflict: a -->1%<!-- medlint-off stale-year: b -->2%"
        "<!-- medlint-on value-conflict -->3%<!-- medlint-on stale-year -->4%"
    )
    quotes = ("1%", "2%", "3%", "4%")
    draft = document(source)
    found = [finding(draft, quote, rule) for quote in quotes for rule in ("value-conflict", "stale-year")]
    kept = apply(draft, found, RULES, facts={FACT.id: FACT})
    assert [(each.rule, draft.source[each.start : each.end]) for each in kept] == [
        ("stale-year", "1%"),
        ("value-conflict", "3%"),
        ("value-conflict", "4%"),
        ("stale-year", "4%"),
    ]


def test_next_line_skips_a_comment_of_several_lines() -> None:
    assert left("<!-- medlint-ignore-next-line value-conflict: r -->\n<!-- a\nb -->\n80%") == []


MANY: dict[str, str] = {
    "ignores of one line": "<!-- medlint-ignore stale-year[x{0}]: r -->",
    "ignores": "80% <!-- medlint-ignore value-conflict: r -->\n",
    "next lines": "<!-- medlint-ignore-next-line value-conflict: r -->\n",
    "offs": "<!-- medlint-off value-conflict: r -->\n",
    "offs and ons": "<!-- medlint-off stale: r -->80%<!-- medlint-on stale -->\n",
    "ons": "<!-- medlint-on a{0} -->\n",
    "unknown rules": "<!-- medlint-ignore rule-{0}: r -->\n",
    "unknown facts": "<!-- medlint-ignore value-conflict[fact-{0}]: r -->\n",
    "near misses": "<!-- medlint ignore rule-{0}: r -->\n",
    "brackets": "<!-- medlint-ignore a[{0}]b[ -->\n",
}


def steps(source: str) -> int:
    """How many lines and calls of medlint's own it takes to deal with the comments of a draft."""
    draft = document("80%\n" + source)
    draft.place(0)
    found = [finding(draft, "80%")] + [
        replace(finding(draft, "80%"), line=line, end_line=line, start=start)
        for line, start in enumerate(draft.line_starts, 1)
    ]
    count = 0

    def trace(frame: FrameType, event: str, arg: object) -> Any:
        nonlocal count
        count += 1
        return trace

    sys.settrace(trace)
    try:
        apply(draft, found, RULES, facts={FACT.id: FACT})
    finally:
        sys.settrace(None)
    return count


@pytest.mark.parametrize("name", MANY)
def test_the_work_grows_with_the_number_of_comments(name: str) -> None:
    short, long = ("".join(MANY[name].format(n) for n in range(size)) for size in (250, 1000))
    assert steps(long) <= 4.4 * steps(short)
