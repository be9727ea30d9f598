"""Places, scalars as typed, and what an editor reads about YAML that is not YAML."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from linter.errors import Place, Problem
from linter.located_yaml import compose, load_yaml, parse_yaml
from linter.located_yaml.values import Map, Seq, Text


def read(text: str) -> tuple[Map | None, list[str]]:
    problems: list[Problem] = []
    root = parse_yaml(text, "x.yaml", problems, "is empty")
    return root, [str(problem) for problem in problems]


def test_places_and_text() -> None:
    root, problems = read("\ufeffé: 0.50\nb:\n  - 'no'\n  - 1:20\nc: {d: ''}\n")
    assert problems == []
    assert root is not None
    assert root.keys["é"] == Text("x.yaml", 1, 1, "é", "str", True)
    assert root.values["é"] == Text("x.yaml", 1, 4, "0.50", "float", True)
    assert root.values["b"] == Seq(
        "x.yaml", 3, 3, [Text("x.yaml", 3, 5, "no", "str"), Text("x.yaml", 4, 5, "1:20", "int", True)]
    )
    assert root.values["c"].place == Place("x.yaml", 5, 4)


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("no", "bool"), ("15", "int"), ("0x1f", "int"), ("1e3", "str"), ("1.0e+3", "float"), (".5", "float"),
        ("~", "null"), ("", "null"), ("2026-05-01", "timestamp"), ("2018-05", "str"), ("15%", "str"),
        ("13,400", "str"), ("=", "str"), ("!!str 0.50", "str"), ("<1%", "str"),
    ],
)  # fmt: skip
def test_tags(typed: str, tag: str) -> None:
    root, problems = read(f"a: {typed}\n")
    assert problems == []
    assert root is not None
    value = root.values["a"]
    assert isinstance(value, Text)
    assert value.tag == tag


BROKEN = [
    ("", "x.yaml: is empty"),
    ("a: b: c\n", "x.yaml:1:5: is not valid YAML (mapping values are not allowed in this context): "
     'put quotes around a text that holds a colon and a space, as in claim: "Note: …"'),
    ("a:\n\tb: c\n", "x.yaml:2:1: is not valid YAML (found character that cannot start any token): "
     "indent with spaces, not tabs"),
    ("a: >50\n", "x.yaml:1:6: is not valid YAML (did not find expected comment or line break): "
     "put quotes around a text that begins with a special character, as in \">50\" or '*.md'"),
    ("a: %5\n", "x.yaml:1:4: is not valid YAML (found character that cannot start any token): "
     "put quotes around a text that begins with a special character, as in \">50\" or '*.md'"),
    ("a: [*.md]\n", "x.yaml:1:6: is not valid YAML (did not find expected alphabetic or numeric character): "
     "put quotes around a text that begins with a special character, as in \">50\" or '*.md'"),
    ("a: *b\n", 'x.yaml:1:4: "*b" is a YAML alias, and nothing is named so: '
     "put quotes around a text that begins with *"),
    ('b: 1\na: "open\nc: 1\n', "x.yaml:2:4: is not valid YAML (found unexpected end of stream): "
     "close the quotation mark or the bracket that is open here"),
    ('a: "x" y\n', "x.yaml:1:8: is not valid YAML (did not find expected key): put quotes around the whole "
     "of a text, and single quotes around one that holds double quotes"),
    ('a: "\\d"\n', "x.yaml:1:5: is not valid YAML (found unknown escape character): "
     "use single quotes around a text that holds a backslash, or write two backslashes"),
    ("a: [b\nc: d\n", "x.yaml:2:2: is not valid YAML (did not find expected ',' or ']'): the bracket opened in "
     "line 1 is not closed: close every bracket, and put quotes around a text that holds a comma, a colon "
     "or a bracket"),
    ("a:\n  b: 1\n c: 2\n", "x.yaml:3:2: is not valid YAML (did not find expected key): "
     "line up the keys that belong together, and write each as key, colon, space, value"),
    ("a: 1\n---\nb: 2\n", 'x.yaml:2:1: a second document begins here: delete the line "---", '
     "or move the rest to another file"),
    ("a: 1\na: 2\n", 'x.yaml:2:1: "a" stands here a second time (first in line 1): keep one, or rename one'),
    ("{{ a }}: 1\n", "x.yaml:1:2: a bracket or a list stands where a key should: "
     "write a name and a colon, or put quotes around a text"),
    ("a: \x07\n", "x.yaml:1:4: holds the control character U+0007: delete it, or save the file as text"),
    ("[" * 100_000, "x.yaml:1:41: is nested more than 40 levels deep: check the brackets and the indentation"),
]  # fmt: skip


@pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="the causes are libyaml's words")
@pytest.mark.parametrize(("text", "expected"), BROKEN, ids=[text[:20] or "empty" for text, _ in BROKEN])
def test_broken(text: str, expected: str) -> None:
    assert read(text)[1][0] == expected


@pytest.mark.parametrize(("text", "_"), BROKEN, ids=[text[:20] or "empty" for text, _ in BROKEN])
def test_broken_without_libyaml(text: str, _: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compose, "_Loader", yaml.SafeLoader)
    assert read(text)[1]


DEEP = {
    "brackets": "a: " + "[" * 100_000,
    "braces": "a: " + "{" * 2_000,
    "both": "a: " + "[{x: " * 700,
    "below much that is not deep": "a: 1\n" * 50 + "b: " + "[" * 5_000,
    "indentation": "".join(" " * n + "a:\n" for n in range(1_200)),
    "hyphens": "- " * 1_100 + "a",
}


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize("name", DEEP)
def test_depth_is_our_own_limit_and_no_library_s(
    name: str, loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compose, "_Loader", getattr(yaml, loader, yaml.SafeLoader))
    (*_, said) = read(DEEP[name])[1]
    assert said.endswith(": is nested more than 40 levels deep: check the brackets and the indentation")


@pytest.mark.parametrize(
    "text", ["a: " + "[" * 38 + "]" * 37, "a: '" + "[" * 50 + "'\nb: [", "a: b: c\n# " + "[" * 50]
)
def test_other_mistakes_are_not_called_depth(text: str) -> None:
    assert "levels deep" not in read(text)[1][0]


def test_aliases() -> None:
    root, problems = read("a: &x [1, 2]\nb: *x\n")
    assert problems == []
    assert root is not None
    assert root.values["b"] is root.values["a"]


def test_alias_bomb() -> None:
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    text = "\n".join(["a0: &a0 [x, x]", *levels])
    assert read(text)[1] == [
        "x.yaml:5:15: aliases (*) repeat more than 10,000 entries: write out what you need"
    ]


def test_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "latin").write_bytes("a: b\nc: dé\n".encode("latin-1"))
    (tmp_path / "utf16").write_bytes("a: b".encode("utf-16"))
    problems: list[Problem] = []
    for name in (".", "missing", "latin", "utf16", "a\0b"):
        assert load_yaml(name, problems) is None
    assert [str(problem) for problem in problems] == [
        ".: is a folder: name a file",
        "missing: does not exist: check the name and the folder",
        "latin:2:5: is not UTF-8 text: save the file with the encoding UTF-8",
        "utf16:1:1: is not UTF-8 text: save the file with the encoding UTF-8",
        "a\0b: cannot be read: embedded null byte",
    ]
