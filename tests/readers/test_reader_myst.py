"""Markdown of MyST: directives in fences are text, comments and targets are not."""

from __future__ import annotations

import pytest
from reader_shown import check_places

from linter.readers import read

SHOWN = {
    "a title and text": ("```{note} Of 10%\nText.\n```\n\nAfter.\n", ["Of 10%", "Text.", "After."]),
    "options": ("```{figure} a.png\n:alt: Of 10%\n:class: wide\n\nCaption.\n```\n", ["Of 10%", "Caption."]),
    "options in YAML": ("```{tip}\n---\nclass: x\n---\nText.\n```\n", ["Text."]),
    "one in another": ("````{admonition} Title\n```{hint}\nIn.\n```\nOut.\n````\n", ["Title", "In.", "Out."]),
    "code within": ("````{note}\n```python\n83%\n```\nText.\n````\n", ["Text."]),
    "in a list": ("- ```{note}\n  Text.\n  ```\n", ["Text."]),
    "never closed": ("```{note}\nText.\n", ["Text."]),
    "code is no directive": (
        "```{python}\n83%\n```\n\n```{code-block} r\n83%\n```\n\n```note\n83%\n```\n",
        [],
    ),
    "a listing's caption stays": ('```{r, fig.cap="Of 10%"}\n83%\n```\n', ["Of 10%"]),
    "comments": ("Text.\n\n% 83%\n% more\n\nAfter.\n", ["Text.", "After."]),
    "a comment at the head": ("---\ntitle: T\n---\n% 83%\n\nText.\n", ["T", "Text."]),
    "a line that wraps at its sign": ("About 83\n% of people.\n", ["About 83\n% of people."]),
    "no comment": ("Text.\n\n%} 83%\n", ["Text.", "%} 83%"]),
    "a title of Pandoc": ("% Of 83%\n\nText.\n", ["% Of 83%", "Text."]),
    "a target": ("(about-83-percent)=\n## Two\n", ["Two"]),
    "a new cell": ('One.\n+++ {"tags": ["83%"]}\nTwo.\n', ["One.", "Two."]),
    "no target": ("A (b)=c.\n", ["A (b)=c."]),
}


@pytest.mark.parametrize(("source", "texts"), SHOWN.values(), ids=SHOWN)
def test_shown(source: str, texts: list[str]) -> None:
    document = read("a.md", source.encode())
    assert [block.text for block in document.blocks] == texts
    check_places(document)


def test_a_comment_switches_findings_off() -> None:
    [comment] = read("a.md", b"Text.\n\n% medlint-ignore value-conflict: ours\n").comments
    assert comment.text == "medlint-ignore value-conflict: ours"


def test_mdx_has_no_directives() -> None:
    assert not read("a.mdx", b"```{note}\n83%\n```\n").blocks
