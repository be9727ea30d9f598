"""Comments of MDX: not text, and as good as those of HTML."""

from __future__ import annotations

import pytest

from linter.model import Fact, Source
from linter.readers import read
from linter.results import Finding
from linter.rulebook.rules import load_rules
from linter.suppression.apply import apply

RULES = load_rules()
FACT = Fact("lung", "Around 83% is in the lungs.", Source("s"), value="83%")


def shown(source: str, name: str = "a.mdx") -> tuple[list[str], list[str]]:
    """The text of the blocks, and of the comments."""
    document = read(name, source.encode())
    for comment in document.comments:
        assert comment.text in source[comment.start : comment.end]
    for block in document.blocks:
        for at, char in enumerate(block.text):
            assert char in (source[block.starts[at]], " ", "\n") or not char.isalnum()
    return [block.text for block in document.blocks], [comment.text for comment in document.comments]


def messages(name: str, source: str) -> list[str]:
    """What is said of a draft with one finding, at 80%."""
    document = read(name, source.encode())
    at = source.index("80%")
    (line, column), (end_line, end_column) = document.place(at), document.place(at + 3)
    finding = Finding(
        name, at, at + 3, line, column, end_line, end_column, "value-conflict", "conflict", "error", "m", fact=FACT
    )  # fmt: skip
    return [each.message for each in apply(document, [finding], RULES, facts={FACT.id: FACT})]


@pytest.mark.parametrize(
    ("source", "blocks", "comments"),
    [
        ("About {/* 80% */} 83% of it.", ["About 83% of it."], [" 80% "]),
        ("{/* a */}\n\n83% of it.", ["83% of it."], [" a "]),
        ("{/* a */}\n83% of it.", ["83% of it."], [" a "]),
        ("# T {/* é */}\n\n83% — of it.", ["T", "83% — of it."], [" é "]),
        ("About {/* a\n\nb\n*/} 83%.", ["About 83%."], [" a\n\nb\n"]),
        ("{/*\n# Not a title\n\n- 80%\n*/}\n\n83%.", ["83%."], ["\n# Not a title\n\n- 80%\n"]),
        ("a{/**/}b", ["ab"], [""]),
        ("a { /* x */ } b", ["a b"], [" x "]),
        ("a {/* x --> y */} b", ["a b"], [" x --> y "]),
        ("a {/* <b> <!-- x */} b", ["a b"], [" <b> <!-- x "]),
        ("a <!-- x --> {/* y */} b", ["a b"], [" x ", " y "]),
        ("- a {/* x */}\n- b\n\n| c | d |\n|---|---|\n| 1 {/* y */} | 2 |", ["a", "b", "c", "d", "1", "2"], [" x ", " y "]),
        ("---\ntitle: T\n---\n\nä {/* x */} b", ["T", "ä b"], [" x "]),
        ("`{/* x */}` and\n\n```\n{/* y */}\n```\n", ["\ufffc and"], []),
        ("a {/* x b", ["a {/* x b"], []),
        ("a {/* x */ b", ["a {/* x */ b"], []),
        ("a {/* x */ + 1} {/* y */} b", ["a \ufffc b"], [" y "]),
        ("<Note>\n\n{/* x */}\n\n83%\n\n</Note>", ["83%"], [" x "]),
        ("      {/* x */}\n      <div>\n        <p>83% of it.</p>\n      </div>\n\n      <p>\n        Half.\n      </p>\n", ["83% of it.", "Half."], [" x "]),
    ],
)  # fmt: skip
def test_comments_are_not_text(source: str, blocks: list[str], comments: list[str]) -> None:
    assert shown(source) == (blocks, comments)


def test_only_mdx_has_them() -> None:
    assert shown("a {/* x */} b", "a.md") == (["a {/* x */} b"], [])
    assert shown("a {/* x */} b", "A.MDX") == (["a b"], [" x "])


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("80% {/* medlint-ignore value-conflict: quoted */}", []),
        ("{/* medlint-ignore-next-line value-conflict[lung=83%]: quoted */}\n80%", []),
        ("{/* medlint-ignore-next-line value-conflict: quoted */}\n\n{/* other\n */}\n80%", []),
        ("{/* medlint-off value-conflict: quoted */}\n\n80%\n\n{/* medlint-on */}", []),
        ("<!-- medlint-off value-conflict: quoted -->\n\n80%\n\n{/* medlint-on */}", []),
        ("{/* medlint-off stale: r */}80%{/* medlint-on */}", ["m", "There is nothing here for this comment to switch off (stale). Remove it."]),
        ("{/* medlint-off value-conflict: r */}\n\n80%", ["This comment switches value-conflict off to the end of the draft. Write {/* medlint-on */} where that should end."]),
        ("80% {/* medlint-disable-line value-conflict: r */}", ["m", "This comment switches nothing off: medlint does not know “medlint-disable-line”. Did you mean “medlint-ignore value-conflict: r”?"]),
    ],
)  # fmt: skip
def test_they_switch_findings_off(source: str, expected: list[str]) -> None:
    assert messages("a.mdx", source) == expected


@pytest.mark.parametrize(
    ("name", "source", "expected"),
    [
        ("a.md", "{% comment %} medlint-ignore value-conflict: r {% endcomment %} 80%", []),
        ("a.md", "{# medlint-ignore-next-line value-conflict: r #}\n{% if x %}\n80%\n{% endif %}", []),
        ("a.md", "{{/* medlint-ignore value-conflict: r */}} 80%", []),
        ("a.md", "%% medlint-ignore value-conflict: r %% 80%", []),
        ("a.md", "[//]: # (medlint-off value-conflict: r)\n\n80%", ["This comment switches value-conflict off to the end of the draft. Write [//]: # (medlint-on) where that should end."]),
        ("a.njk", "{# medlint-off value-conflict: r #}<p>80%</p>{# medlint-on #}", []),
        ("a.njk", "{#- medlint-off value-conflict: r -#}80%", ["This comment switches value-conflict off to the end of the draft. Write {#- medlint-on -#} where that should end."]),
        ("a.njk", "{# medlint ignore value-conflict: r #} 80%", ["m", "This comment switches nothing off: medlint does not know “medlint ignore”. Did you mean “medlint-ignore value-conflict: r”?"]),
        ("a.hbs", "{{!-- medlint-ignore value-conflict: r --}} 80%", []),
        ("a.hbs", "{{! medlint-ignore value-conflict }} 80%", ["m", "This comment has no effect until it gives a reason after a colon, like medlint-ignore value-conflict: why it is right here."]),
        ("a.html.erb", "<%# medlint-ignore value-conflict: r %> 80%", []),
        ("a.html", "<!-- medlint-ignore-next-line value-conflict: r -->\n<p>\n80%</p>", []),
        ("a.html", "<!-- medlint-ignore-next-line value-conflict: r -->\n<p>a</p>\n80%", ["m", "There is nothing here for this comment to switch off (value-conflict). Remove it."]),
        ("a.mdx", "`{/* medlint-ignore value-conflict: r */}` 80%", ["m"]),
    ],
)  # fmt: skip
def test_so_do_those_of_templates(name: str, source: str, expected: list[str]) -> None:
    assert messages(name, source) == expected
