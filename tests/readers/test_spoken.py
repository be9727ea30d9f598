"""What the attributes of a tag show: texts, and lists of them."""

from __future__ import annotations

import pytest

from linter.readers.spoken import spoken


def said(source: str, *names: str, bare: bool = False) -> list[str]:
    found = spoken(source, 0, len(source), names, bare=bare)
    return ["".join(source[low:high] if told is None else told for low, high, told in each.parts) for each in found]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('points={["About 5% of them relapse.", "Most of them live."]}', ["About 5% of them relapse.", "Most of them live."]),
        ('items={ [\n  "About 5% of them relapse.",\n  "",\n  "Most of them live." ] }', ["About 5% of them relapse.", "Most of them live."]),
        ('label={["One", "Two"]}', ["One", "Two"]),
        ("takeaways: ['About 5% of them relapse.']", ["About 5% of them relapse."]),
        ('items={["home", "about-us"]}', []),
        ('items={["/a of b/c d", "One"]}', []),
        ('classes={["a of many words here", "and of more"]}', []),
        ('points={x} id={["a of many words here"]}', []),
        ('label={["One"]} id="two of them and more"', ["One"]),
        ('items="About 5% of them relapse."', []),
    ],
)  # fmt: skip
def test_lists_of_texts(source: str, expected: list[str]) -> None:
    assert said(source) == expected


def test_a_list_that_the_desk_names() -> None:
    assert said('lay-notes={["One", "Two"]}', "laynotes") == ["One", "Two"]


def test_a_list_without_a_name() -> None:
    assert said('["About 5% of them relapse.", "a-b"]', bare=True) == ["About 5% of them relapse."]
