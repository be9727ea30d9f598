"""YAML and JSON content files: the fields that are named, and nothing else of them."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
import yaml
from counting import calls
from hypothesis import given, settings
from hypothesis import strategies as st
from reader_shown import shown

from linter.errors import DraftError
from linter.model import Document
from linter.readers import Reading, read
from linter.readers.field_paths import Matcher, Step, field_path

TREE = {
    "title": "T",
    "faq": [{"q": "Q1", "answer": "A1"}, {"q": "Q2", "answer": "A2", "more": ["m1", "m2"]}],
    "cards": {"one": {"text": "C1"}, "two": {"text": "C2"}, "a.b": {"text": "C3"}},
    "deep": {"x": [{"note": "N1"}], "note": "N2"},
    "note": "N3",
}
PATHS = {
    "title": ["T"],
    "faq[].answer": ["A1", "A2"],
    "faq[].more[]": ["m1", "m2"],
    "faq.*.answer": ["A1", "A2"],
    "cards.*.text": ["C1", "C2", "C3"],
    'cards."a.b".text': ["C3"],
    "cards.one.text": ["C1"],
    "**.note": ["N1", "N2", "N3"],
    "deep.**.note": ["N1", "N2"],
    "*.note": ["N2"],
    "nothing[].here": [],
}
NO_PATHS = ["", "**", "a..b", ".a", "a.", "a[1]", "a[]b", "a.[]", "a**", '"a', "a.**"]


def made(tree: object, kind: str) -> str:
    if kind == "json":
        return json.dumps(tree)
    return yaml.safe_dump(tree, default_flow_style=kind == "flow", sort_keys=False, allow_unicode=True)


def read_fields(path: str, source: str, *fields: str) -> Document:
    document = read(path, source.encode(), Reading(fields=fields))
    for block in document.blocks:
        assert len(block.text) == len(block.starts) == len(block.ends)
        assert list(block.starts) == sorted(block.starts)
        for start, end in zip(block.starts, block.ends, strict=True):
            assert 0 <= start < end <= len(source)
    return document


@pytest.mark.parametrize("kind", ["block", "flow", "json"])
@pytest.mark.parametrize("path", PATHS)
def test_paths(path: str, kind: str) -> None:
    document = read_fields("a.json" if kind == "json" else "a.yaml", made(TREE, kind), path)
    assert [block.text for block in document.blocks] == PATHS[path]


@pytest.mark.parametrize("text", NO_PATHS)
def test_what_is_no_path(text: str) -> None:
    assert field_path(text) is None


@pytest.mark.parametrize("path", PATHS)
def test_a_path_is_found_as_it_says(path: str) -> None:
    assert field_path(path) is not None

    def walk(value: object, states: frozenset[tuple[int, int]]) -> list[str]:
        steps: list[tuple[Step, object]] = []
        if isinstance(value, dict):
            steps = list(value.items())
        elif isinstance(value, list):
            steps = list(enumerate(value))
        elif matcher.ended(states):
            return [str(value)]
        return [text for step, inner in steps for text in walk(inner, matcher.follow(states, step))]

    matcher = Matcher([path])
    assert walk(TREE, matcher.start) == PATHS[path]


SCALARS = {
    "plain": "a: About **80**% of\n  them.\n",
    "plain, on the next line": "a:\n  About **80**% of\n  them.\n",
    "double": 'a: "About **80**% of\n  them."\n',
    "single": "a: 'About **80**% of\n  them.'\n",
    "literal": "a: |\n  About **80**% of\n  them.\n",
    "literal, indented": "a: |2-\n  About **80**% of\n  them.\n",
    "folded": "a: >-\n    About **80**% of\n    them.\n\n",
    "with Windows line ends": "a: |\r\n  About **80**% of\r\n  them.\r\n",
    "after a mark": "\ufeffa: |\n  About **80**% of\n  them.\n",
    "an anchor": "x: &x About **80**% of\n  them.\na: *x\n",
    "tagged": "a: !!str About **80**% of\n  them.\n",
    "a key that is asked for": "? a\n: About **80**% of\n  them.\n",
    "the second document": "---\nb: 1\n---\na: About **80**% of\n  them.\n",
}  # fmt: skip


@pytest.mark.parametrize("style", SCALARS)
def test_places_are_exact_in_every_style_of_yaml(style: str) -> None:
    document = read_fields("a.yml", SCALARS[style], "a")
    (block,) = document.blocks
    assert block.text.replace("\n", " ") == "About 80% of them."
    for word, source in (("About", "About"), ("80%", "80**%"), ("of", "of"), ("them.", "them.")):
        at = block.text.index(word)
        assert document.source[slice(*block.span(at, at + len(word)))] == source


ESCAPED = {
    "a.yaml": ('a: "It\'s \\u0031\\x35% \\"of\\"\\\n   them\\n\\nand more"', [("It's 15% \"of\"them", "It's \\u0031\\x35% \\\"of\\\"\\\n   them"), ("and more", "and more")]),
    "b.yaml": ("a: 'It''s 15%'", [("It's 15%", "It''s 15%")]),
    "a.json": ('{"a": "It \\u0031\\u0035% \\"of\\" \\ud83d\\ude00\\n\\nand\\/or"}', [('It 15% "of" 😀', 'It \\u0031\\u0035% \\"of\\" \\ud83d\\ude00'), ("and/or", "and\\/or")]),
    "b.json": ('{"a": 15, "b": "no"}', [("15", "15")]),
}  # fmt: skip


@pytest.mark.parametrize("path", ESCAPED)
def test_escapes_are_one_character(path: str) -> None:
    source, expected = ESCAPED[path]
    document = read_fields(path, source, "a")
    assert [(text, piece) for _, text, piece in shown(document)] == expected


@pytest.mark.parametrize(
    "source", ["a:\n", "a: null\n", "a: ~\n", "a: true\n", 'a: ""\n', "b: 1\n", "", "# only this\n"]
)
def test_what_holds_no_text_states_nothing(source: str) -> None:
    assert read_fields("a.yaml", source, "a").blocks == ()


def test_a_title_heads_its_own_map_and_no_other() -> None:
    source = """\
title: Sarcoma
intro: Of all.
cards:
  - title: Outlook
    text: Of the outlook.
  - text: Of no title.
end: Of all again.
"""
    document = read_fields("a.yaml", source, "title", "intro", "cards[].title", "cards[].text", "end")
    assert [(b.kind, b.text, b.heading) for b in document.blocks] == [
        ("heading", "Sarcoma", None),
        ("paragraph", "Of all.", 0),
        ("heading", "Outlook", 0),
        ("paragraph", "Of the outlook.", 2),
        ("paragraph", "Of no title.", 0),
        ("paragraph", "Of all again.", 0),
    ]
    assert document.title == 0


def test_the_first_question_is_not_the_title_of_all() -> None:
    source = "faq:\n- question: Is it?\n  answer: Yes.\n- answer: No.\n"
    document = read_fields("a.yaml", source, "faq[].question", "faq[].answer")
    assert ([b.heading for b in document.blocks], document.title) == ([None, 0, None], None)


def test_fields_are_markdown() -> None:
    source = (
        'a: |\n  ## Outlook\n\n  | Stage | % |\n  |---|---|\n  | IV | 15 |\n\n  <p>In HTML</p>\nb: "` 16"\n'
    )
    assert [(k, t) for k, t, _ in shown(read_fields("a.yaml", source, "a", "b"))] == [
        ("heading2", "Outlook"), ("cell", "Stage"), ("cell", "%"), ("cell", "IV"), ("cell", "15"), ("paragraph", "In HTML"),
        ("paragraph", "` 16"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("a.yaml", 'text: "{{< tip title=\\"About 15%\\" >}}\\n\\n{% if new %}of people{# old: 16% #} live{% endif %}."\n'),
        ("a.json", '{"text": "{{< tip title=\\"About 15%\\" >}}\\n\\n{% if new %}of people{# old: 16% #} live{% endif %}."}'),
    ],
)  # fmt: skip
def test_fields_may_hold_templates(path: str, source: str) -> None:
    document = read(path, source.encode(), Reading(fields=("text",)))
    assert [row[1:] for row in shown(document)] == [
        ("About 15%", "About 15%"),
        ("of people live.", "of people{# old: 16% #} live{% endif %}."),
    ]
    assert [source[each.start : each.end] for each in document.comments] == ["{# old: 16% #}"]


def test_boxes_of_mkdocs_in_fields() -> None:
    source = 'text: |\n  !!! note "Outlook"\n      About 15% of people\n'
    document = read("a.yaml", source.encode(), Reading(fields=("text",)))
    assert [row[1] for row in shown(document)] == ["Outlook", "About 15% of people"]


def test_comments_for_medlint() -> None:
    source = """\
# medlint-ignore-next-line value-conflict: theirs
a: It was 16%.  # medlint-ignore value-conflict: ours
b: |
  # medlint-off this is text
c: "x # medlint-off"
"""
    comments = read_fields("a.yaml", source, "a", "b").comments
    assert [(source[c.start : c.end], c.text) for c in comments] == [
        (
            "# medlint-ignore-next-line value-conflict: theirs",
            " medlint-ignore-next-line value-conflict: theirs",
        ),
        ("# medlint-ignore value-conflict: ours", " medlint-ignore value-conflict: ours"),
    ]
    (inner,) = read_fields("a.yaml", 'a: "x <!-- medlint-ignore value-conflict: y --> z"', "a").comments
    assert inner.text == " medlint-ignore value-conflict: y "


REFUSED = {
    "a list": ("a.yaml", "b: 1\na: [x]\n", "has a list in a, on line 2, where content-fields wants a text (a): write a[], or the fields in it"),
    "a map": ("a.json", '{\n"a": {"b": 1}}', "has a map in a, on line 2, where content-fields wants a text (a): write a.*, or the fields in it"),
    "no YAML": ("a.yaml", "a: 1\nb: }", "is not valid YAML (line 2, column 4: did not find expected node content): mend it, or leave it out"),
    "no JSON": ("a.json", '{"a": 1,\n}', "is not valid JSON (line 2, column 1: Expecting property name enclosed in double quotes): mend it, or leave it out"),
    "deep YAML": ("a.yaml", "a: " + "[" * 59 + "]" * 59, "has a list in a, on line 1, where content-fields wants a text (a): write a[], or the fields in it"),
    "deep JSON": ("a.json", '{"b": ' + "[" * 100_000 + "]" * 100_000 + "}", "is nested more than 60 levels deep, on line 1: simplify it"),
    "deeper YAML": ("a.yaml", "b:\n  " + "[" * 60 + "]" * 60, "is nested more than 60 levels deep, on line 2: simplify it"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    path, source, message = REFUSED[name]
    with pytest.raises(DraftError) as caught:
        read(path, source.encode(), Reading(fields=("a",)))
    assert str(caught.value).startswith(message)


VALUES = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@settings(max_examples=80)
@given(VALUES, st.sampled_from(["", '"', "'", "|", ">"]), st.booleans(), st.sampled_from([20, 80]))
def test_places_hold_whatever_the_text(value: str, style: str, ascii_only: bool, width: int) -> None:
    source = yaml.dump({"a": value}, default_style=style, allow_unicode=not ascii_only, width=width)
    check_exact(read_fields("a.yaml", source, "a"))
    source = json.dumps({"a": value}, ensure_ascii=ascii_only)
    check_exact(read_fields("a.json", source, "a"))


def check_exact(document: Document) -> None:
    for block in document.blocks:
        for char, start, end in zip(block.text, block.starts, block.ends, strict=True):
            piece = document.source[start:end]
            assert (
                piece == char
                or char.isspace()
                or char in "￼\ufffd"
                or piece[0] in "\\'&<"
                or piece.startswith(char)
            )


@settings(max_examples=80)
@given(st.text(st.sampled_from("ab: -[]{}#&*!|>'\"%@`\n\t,?\\"), max_size=40))
def test_reading_raises_nothing_else(source: str) -> None:
    for path in ("a.yaml", "a.json"):
        with suppress(DraftError):
            read_fields(path, source, "a", "**.b", "a[]")


@pytest.mark.parametrize("path", ["a.yaml", "a.json"])
def test_reading_grows_with_the_text(path: str) -> None:
    def source(n: int) -> bytes:
        items = [{"title": f"T {i}", "text": "It was **15%** of\nthem."} for i in range(n)]
        return made({"a": items}, "json" if path == "a.json" else "block").encode()

    reading = Reading(fields=("a[].title", "a[].text"))
    few, many = (calls(lambda n=n: read(path, source(n), reading)) for n in (20, 80))
    assert many < 5 * few
