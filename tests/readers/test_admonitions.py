"""MkDocs' boxes, folds and tabs in Markdown."""

from __future__ import annotations

import pytest
from reader_shown import check_places, kind_of

from linter.readers import read

BOXES = {
    "a title and a line": ('!!! note "Its *title* 1%"\n    In it 15%.\n    More.\n', ["Its title 1%", "In it 15%.\nMore."]),
    "no title": ("!!! note\n    In it.\n", ["note", "In it."]),
    "a blank line first": ("!!! note\n\n    In it.\n", ["note", "In it."]),
    "a title that is none": ('!!! note ""\n    In it.\n', ["In it."]),
    "classes": ("!!! danger highlight blink\n    In it.\n", ["danger", "In it."]),
    "at the side": ('!!! info inline end "T"\n\n    In it.\n', ["T", "In it."]),
    "two paragraphs": ("!!! note\n    One.\n\n    Two.\n\nAfter.\n", ["note", "One.", "Two.", "After."]),
    "folded": ('??? tip "T"\n    In it.\n', ["T", "In it."]),
    "folded open": ("???+ tip\n    In it.\n", ["tip", "In it."]),
    "tabs": ('=== "One"\n\n    In it.\n\n=== "Two"\n\n    In that.\n', ["One", "In it.", "Two", "In that."]),
    "in each other": ("!!! note\n\n    ??? tip\n\n        In it.\n\n    Out.\n", ["note", "tip", "In it.", "Out."]),
    "indented with tabs": ("!!! note\n\tIn it.\n", ["note", "In it."]),
    "with Windows line ends": ('!!! note "T"\r\n    In it.\r\n', ["T", "In it."]),
    "after a line of text": ("Text.\n!!! note\n    In it.\n", ["Text.", "note", "In it."]),
    "code in it": ("!!! note\n\n        x = 16\n\n    In it.\n", ["note", "In it."]),
}  # fmt: skip
NO_BOXES = {
    "nothing in it": "!!! note\n\nText.\n",
    "an exclamation": "Really!!! note this\n",
    "a line under a heading": "Heading\n===\n\n    code\n",
    "in code": "```\n!!! note\n    16\n```\n",
    "text after the title": '!!! note "T" x\n    go on\n',
}


@pytest.mark.parametrize("name", BOXES)
def test_boxes(name: str) -> None:
    source, expected = BOXES[name]
    document = read("a.md", source.encode())
    check_places(document)
    assert [(kind_of(block), block.text) for block in document.blocks] == [
        ("paragraph", text) for text in expected
    ]


@pytest.mark.parametrize("name", NO_BOXES)
def test_what_is_no_box_is_read_as_it_was(name: str) -> None:
    source = NO_BOXES[name]
    boxes = [block.text for block in read("a.md", source.encode()).blocks]
    plain = [block.text for block in read("a.md", source.replace("!!!", "%%%").encode()).blocks]
    assert boxes == [text.replace("%%%", "!!!") for text in plain]


def test_lists_in_boxes_are_lists_and_boxes_in_lists_are_boxes() -> None:
    source = "!!! note\n\n    These:\n\n    - one\n\n- item\n\n    !!! tip\n\n        In it.\n\n1. one\n\n    !!! tip\n        In it.\n"
    document = read("a.md", source.encode())
    check_places(document)
    assert [(b.kind, b.text, b.parent) for b in document.blocks] == [
        ("paragraph", "note", None), ("paragraph", "These:", None), ("item", "one", 1), ("item", "item", None),
        ("paragraph", "tip", None), ("paragraph", "In it.", None),
        ("item", "one", 5), ("paragraph", "tip", None), ("paragraph", "In it.", None),
    ]  # fmt: skip
