"""Edits of YAML in place: what is not edited stays, to the byte."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from linter.facts.sheet import Sheet

BLOCK = "a: {b: 1}  # x\nlist:\n  - one   # first\n  - two\n# end\nmap:\n  k: 'v'  # why\n\n  t: |\n    long\n    text\n  z: 1\n"
EDITS: list[tuple[str, Callable[[Sheet], None], str]] = [
    ("a: b\n", lambda s: s.write("c", "a"), "a: c\n"),
    ("a: 'b' # x\n", lambda s: s.write("it's", "a"), "a: 'it''s' # x\n"),
    ('a: "b"\n', lambda s: s.write('say "c"', "a"), 'a: "say \\"c\\""\n'),
    ("a: b\n", lambda s: s.write("no", "a"), 'a: "no"\n'),
    ("a: b\n", lambda s: s.write("c: d", "a"), 'a: "c: d"\n'),
    ("a: b\n", lambda s: s.write("c #d", "a"), 'a: "c #d"\n'),
    ("a: b\n", lambda s: s.write("1", "a", quoted=True), 'a: "1"\n'),
    (BLOCK, lambda s: s.write("short", "map", "t"), BLOCK.replace("|\n    long\n    text\n", "short\n")),
    (BLOCK, lambda s: s.append("three", "list"), BLOCK.replace("- two\n", "- two\n  - three\n")),
    (BLOCK, lambda s: s.add("2", "a", "c"), BLOCK.replace("{b: 1}", "{b: 1, c: 2}")),
    (BLOCK, lambda s: s.add("2", "map", "c", after=("k",)), BLOCK.replace("# why\n", "# why\n  c: 2\n")),
    (BLOCK, lambda s: s.add("2", "map", "c", after=("t",)), BLOCK.replace("    text\n", "    text\n  c: 2\n")),
    (BLOCK, lambda s: s.append("2", "map", "c"), BLOCK + "  c: [2]\n"),
    (BLOCK, lambda s: s.drop("map", "k"), BLOCK.replace("  k: 'v'  # why\n", "")),
    (BLOCK, lambda s: s.rename("kk", "map", "k"), BLOCK.replace("k: 'v'", "kk: 'v'")),
    (BLOCK, lambda s: s.put("{x: 1}", "list"), BLOCK.replace("- one   # first\n  - two", "{x: 1}")),
    ("a: {b: 1, c: 2, d: 3}\n", lambda s: s.drop("a", "c"), "a: {b: 1, d: 3}\n"),
    ("a: {b: 1, c: 2}\n", lambda s: s.drop("a", "b"), "a: {c: 2}\n"),
    ("a: {b: 1}\n", lambda s: s.drop("a", "b"), "a: {}\n"),
    ("a: [x]\n", lambda s: s.append("y", "a"), "a: [x, y]\n"),
    ("a: []\n", lambda s: s.append("y", "a"), "a: [y]\n"),
    ("a:\nb: 1\n", lambda s: s.append("y", "a"), "a: [y]\nb: 1\n"),
    ("a:\n- {x: 1}\n", lambda s: s.append("{x: 2}", "a"), "a:\n- {x: 1}\n- {x: 2}\n"),
    ("a: [x, 'y']\n", lambda s: s.write_item(1, "z", "a"), "a: [x, 'z']\n"),
    ("a:\n  b: 1", lambda s: s.add("2", "a", "c"), "a:\n  b: 1\n  c: 2"),
    ("a:\r\n  b: 1\r\nd: 3\r\n", lambda s: s.add("2", "a", "c"), "a:\r\n  b: 1\r\n  c: 2\r\nd: 3\r\n"),
    ("\ufeffé: 'x'\n", lambda s: s.write("y", "é"), "\ufeffé: 'y'\n"),
    ("😀: 'x' # 😀\n", lambda s: s.write("y", "😀"), "😀: 'y' # 😀\n"),
    ("a: It is 15% now.\n", lambda s: s.exchange("15%", "16%", "a") and None, "a: It is 16% now.\n"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "edit", "after"), EDITS)
def test_an_edit(before: str, edit: Callable[[Sheet], None], after: str) -> None:
    sheet = Sheet(before)
    edit(sheet)
    assert sheet.edited() == after


def test_what_is_met_twice_or_not_is_not_exchanged() -> None:
    sheet = Sheet("a: It is 15% of 15%.\n")
    assert (sheet.exchange("15%", "x", "a"), sheet.exchange("16%", "x", "a"), sheet.edits) == (
        False,
        False,
        [],
    )


def test_an_alias_is_not_edited() -> None:
    with pytest.raises(ValueError, match='"b" repeats a value from above by an alias'):
        Sheet("a: &x one\nb: *x\n").write("two", "b")


KEYS = st.sampled_from(["k", "s", "t", "z"])
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=12
)


@given(KEYS, TEXTS, st.sampled_from(["\n", "\r\n"]))
def test_what_is_written_is_read_and_nothing_else_is_other(key: str, text: str, end: str) -> None:
    lines = [
        "é: 1 # é",
        "m:",
        "  k: v # c",
        "  s: 's'",
        '  t: "t"',
        "  z: >",
        "    folded",
        "    text",
        "o: [k, s]",
        "",
    ]
    before = end.join(lines)
    sheet = Sheet(before)
    sheet.write(text, "m", key)
    read, was = yaml.safe_load(sheet.edited()), yaml.safe_load(before)
    assert read.pop("m") == was.pop("m") | {key: text}
    assert read == was
    assert [line for line in lines if line in sheet.edited().split(end)] == [
        line for line in lines if not line.strip().startswith((f"{key}:", "folded" if key == "z" else "\0", "text" if key == "z" else "\0"))
    ]  # fmt: skip
