"""Front matter and other metadata: which values are prose, and where their characters stand."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from reader_shown import check_places, source_of

from linter.readers import Reading, read
from linter.readers.tree_json import read_json


def metadata(source: str, *more: str, path: str = "a.md") -> list[str]:
    """The text of each block of metadata."""
    document = read(path, source.encode(), Reading(prose_keys=more))
    check_places(document)
    return [block.text for block in document.blocks if block.kind == "metadata"]


def front(body: str, fence: str = "---") -> str:
    return f"{fence}\n{body}\n{fence}\nText.\n"


YAML = {
    "plain": ("summary: x 5%\n  goes on # not this", ["x 5% goes on"]),
    "in quotes": ("summary: \"x \\\"5%\\\"\\u00a0y\\\n  z\"\nexcerpt: 'it''s'", ['x "5%"\xa0yz', "it's"]),
    "folded": ("summary: >\n  x\n  y\n\n  z", ["x y", "z"]),
    "kept": ("summary: |2-\n   x\n  - y\n  1. z", ["x", "y", "z"]),
    "markup": ("summary: '**5**% of [all](u) &amp; <b>x</b> ![y](v) <!-- z --> _w_'", ["5% of all & x y  w"]),
    "no markup": ("summary: 5 * 3, a_b, x < 5% and > 3%, [z]", ["5 * 3, a_b, x < 5% and > 3%, [z]"]),
    "paragraphs": ("summary: '<p>x</p><p>y<br>z</p>'", ["x", "y\nz"]),
    "by last word": ("metaDescription: a b\nog:title: c d\nhero_image-alt: e f", ["a b", "c d", "e f"]),
    "nested": ("seo:\n  social:\n  - {description: a b}", ["a b"]),
    "a list": ("key_points:\n- a b\n- c d", ["a b", "c d"]),
    "lists of lists": ("points: [[a b], [c d]]", ["a b", "c d"]),
    "questions": ("faq:\n- a: b 5%.\n  q: A b?", ["A b?", "b 5%."]),
    "a figure and its label": ("stats:\n- value: 5%\n  label: of all", ["5%\nof all"]),
    "a label and its figure": ("stats:\n- {label: New cases, value: '13,400'}", ["New cases\n13,400"]),
    "a number of no kind": ("parts:\n- {title: Lungs, number: 3}", ["Lungs"]),
    "dates, numbers, names": (
        "description: 2021-05-04\nsummary: 5\nexcerpt: /a/b\nlead: x.png\ntext: ''",
        [],
    ),
    "other keys": ("slug: a b\nid: a 5%\ntags: [a b]\nlastmod: May 5\ndescription_source: a b", []),
    "not its own": ("authors:\n- description: a b\nreferences: [{title: a b}]", []),
    "named and typed": ("summary: &x 'a b'\nlead: !!str c d", ["a b", "c d"]),
    "the last of two": ("summary: a b\nsummary: c d", ["c d"]),
    "an alias": ("summary: &x a b\nexcerpt: *x", ["a b"]),
    "keys that are no words": ("summary: c d\n? [x]\n: a b\nlead: e f", ["c d", "e f"]),
    "no YAML": ("summary: a b\nexcerpt: 'c ''d'\nx: {{ y }} {", ["a b", "c 'd"]),
    "a tab": ("summary: a b\n\tx: c", ["a b"]),
    "nested too deep": ("summary: a b\nx: " + "[" * 50 + "]" * 50, ["a b"]),
}


@pytest.mark.parametrize("name", YAML)
def test_yaml(name: str) -> None:
    source, expected = YAML[name]
    assert sorted(metadata(front(source))) == sorted(expected)


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (front("title: [\nsummary: a b"), "YAML (line 4, column 1: did not find expected ',' or ']')"),
        (front("a: b\ntitle: a: b\nfaq:\n- a: c d"), "YAML (line 3, column 9: mapping values are not allowed in this context)"),
        (front("summary: a b\nx: " + "[" * 80 + "]" * 80), "YAML (from line 2 on)"),
        (front("a = 'b'\nsummary = [ 'c'", "+++"), "TOML (from line 2 on)"),
        (front('{"summary": "a b"', "---"), "JSON (from line 2 on)"),
        (front("title: a: b\nsummary: 'c' d # e\n\n# f\nfaq:"), ""),  # line by line all of it is read
        (front("title: {{ x }} of {% y %}\nfaq:\n  - [<%= z %>"), ""),  # a template's
        (front("title: a b"), ""),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told(source: str, why: str) -> None:
    told = f"has front matter that is not valid {why}: mend it; the rest is checked" if why else ""
    for name in ("a.md", "a.html"):
        document = read(name, source.encode())
        assert document.unread == told
        assert [b.text for b in document.blocks if b.kind == "paragraph"] == ["Text."]


TOML = {
    "texts": (
        "summary = \"x \\\"5%\\\" \\u00e9\" # z\nlead = 'a\\b'\nexcerpt = '''c\nd'''",
        ['x "5%" é', "a\\b", "c d"],
    ),
    "tables": ("[a.b]\nsummary = 'x y'\n[[c]]\nq = 'A b?'\n[[c]]\na = 'd e'", ["x y", "A b?", "d e"]),
    "inline": (
        "x = { summary = 'a b', n = [1, 2.5] }\npoints = [\n 'c d', # e\n \"f\"\n]",
        ["a b", "c d", "f"],
    ),
    "dotted": ("params.seo.summary = 'x y'\n'meta title' = 'z w'", ["x y", "z w"]),
    "dates, numbers": ("description = 2021-05-04 07:32:00\nsummary = 3.14\nlead = true", ["true"]),
    "no TOML": ("summary = 'x y'\nlead: z w\n= =", ["x y", "z w"]),
}


@pytest.mark.parametrize("name", TOML)
def test_toml(name: str) -> None:
    source, expected = TOML[name]
    assert sorted(metadata(front(source, "+++"))) == sorted(expected)


@pytest.mark.parametrize(
    ("source", "expected", "body"),
    [
        ('{"summary": "x \\"5%\\" \\ud83d\\ude00\\/"}\nText.', ['x "5%" 😀/'], ["Text."]),
        ('---json\n{"summary": "x y"}\n---\nText.', ["x y"], ["Text."]),
        (';;;\n{"summary": "x y"}\n;;;\nText.', ["x y"], ["Text."]),
        ('{"summary": "x y"', [], ['{"summary": "x y"']),
        ('{"summary": "x y"} of it', [], ['{"summary": "x y"} of it']),
    ],
)
def test_json(source: str, expected: list[str], body: list[str]) -> None:
    assert metadata(source) == expected
    blocks = read("a.md", source.encode()).blocks
    assert [block.text for block in blocks if block.kind != "metadata"] == body


def test_keys_that_a_desk_adds() -> None:
    source = front("lay-note: a b\nstandfirst: c d\nnote: e f")
    assert metadata(source) == ["c d"]
    assert metadata(source, "LayNote") == ["a b", "c d"]


def test_keys_that_count_as_a_whole() -> None:
    assert metadata(front("sidebar_label: a b\nnavLabel: c d\nform_label: e f\nlabel: g h")) == ["a b", "c d"]


def test_comments_to_medlint() -> None:
    source = front(
        "# medlint-ignore-next-line x: y\nsummary: a b # medlint-ignore x: y\n# a comment\nlead: c# medlint\n"
        "teaser: 'd # medlint-off x'"
    )
    document = read("a.md", source.encode())
    assert [(source[c.start : c.end], c.text) for c in document.comments] == [
        ("# medlint-ignore-next-line x: y", " medlint-ignore-next-line x: y"),
        ("# medlint-ignore x: y", " medlint-ignore x: y"),
    ]


def test_front_matter_of_html_is_no_text_of_the_page() -> None:
    document = read("a.html", front("title: T\nlang: en\nsummary: x &amp; 5%\nid: y").encode())
    assert [(b.kind, b.text) for b in document.blocks] == [
        ("title", "T"),
        ("metadata", "x & 5%"),
        ("paragraph", "Text."),
    ]
    assert document.title == 0
    assert source_of(document, "& 5%") == "&amp; 5%"


def test_metadata_of_a_template_have_their_places() -> None:
    source = (
        "---\ntitle: Sarcoma\nlead: About 83%\n---\n{% include 'a.njk' %}\n{# old: 16% #}<script type='application/ld+json'>"
        '{"description": "x 5%", "stats": [{"value": "15%", "label": "of all"}]}</script><p>{{ a }} It is 4%.</p>'
    )
    document = read("a.njk", source.encode())
    check_places(document)
    assert [(b.kind, b.text) for b in document.blocks] == [
        ("title", "Sarcoma"), ("metadata", "About 83%"), ("metadata", "x 5%"), ("metadata", "15%\nof all"),
        ("paragraph", "￼ It is 4%."),
    ]  # fmt: skip
    for words in ("About 83%", "x 5%", "15%", "of all", "It is 4%."):
        assert source_of(document, words) == words


def test_metadata_introduces_nothing_and_stands_under_no_heading() -> None:
    source = '<h2>H</h2><p>Lead</p><script type="application/ld+json">{"description": "x y"}</script><ul><li>a</ul>'
    document = read("a.html", source.encode())
    assert [(b.kind, b.heading, b.parent) for b in document.blocks] == [
        ("heading", None, None),
        ("paragraph", 0, None),
        ("metadata", None, None),
        ("item", 0, 1),
    ]


words = st.text(
    st.characters(categories=["L", "Nd", "P"], max_codepoint=0x24F, exclude_characters="*_<>&[]`#|\\{}•"),
    min_size=1,
    max_size=8,
)
values = st.lists(words, min_size=2, max_size=12).map(" ".join).map("So {}".format)


def _toml(text: str) -> str:
    return 'lang = "en"\nsummary = ' + json.dumps(text)


WRITERS = {
    "YAML": lambda text: front(yaml.safe_dump({"lang": "en", "summary": text}, width=20)),
    "YAML in ASCII, in quotes": lambda text: front(
        yaml.safe_dump({"lang": "en", "summary": text}, default_style='"')
    ),
    "YAML, kept": lambda text: front(f"lang: en\nsummary: |\n  X {text}"),
    "YAML, in Unicode": lambda text: front(
        yaml.safe_dump({"lang": "en", "summary": text}, allow_unicode=True, width=30)
    ),
    "JSON": lambda text: json.dumps({"lang": "en", "summary": text}) + "\nText.",
    "TOML": lambda text: front(_toml(text), "+++"),
}


@pytest.mark.parametrize("name", WRITERS)
@settings(max_examples=60, deadline=None)
@given(text=values)
def test_what_is_written_is_read(name: str, text: str) -> None:
    source = WRITERS[name](text)
    found = read("a.md", source.encode())
    check_places(found)
    shown = [block.text for block in found.blocks if block.kind == "metadata"]
    assert [" ".join(each.removeprefix("X ").split()) for each in shown] == [" ".join(text.split())]


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("[]{}=,.'\"#\n a1\\:-&*|>!"), max_size=60))
def test_any_text_between_fences(text: str) -> None:
    for fence in ("---", "+++"):
        check_places(read("a.md", front("summary: a b\n" + text, fence).encode()))
    read_json(text, 0, len(text))
