"""Where settings are found, what they read as, and what is said about wrong ones."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter.errors import InputError
from linter.run.config import CONFIG, Config, PerPath, load_config

KNOWN = frozenset(["conflict", "value-conflict", "stale-year", "relative-time"])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "top/in").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "top")
    return tmp_path / "top"


def problems(explicit: str | None, start: Path) -> list[str]:
    with pytest.raises(InputError) as caught:
        load_config(explicit, start, KNOWN)
    return [str(problem) for problem in caught.value.problems]


YAML = """\
facts: desk/facts.yaml
select: [conflict]
ignore: [stale-year]
fail-on: warning
exclude: ["old/**"]
recent_years: 2
max-source-age: 5
micrograms: micrograms
rules: [desk.yaml]
severity: {relative-time: info}
prose-attributes: [claim]
per-path:
  - paths: ["news/*.md"]
    ignore: [relative-time]
prose-keys: [lay-note]
"""
TOML = """\
[project]
name = "x"
[tool.medlint]
facts = "desk/facts.yaml"
select = ["conflict"]
ignore = ["stale-year"]
fail-on = "warning"
exclude = ["old/**"]
recent_years = 2
max-source-age = 5
micrograms = "micrograms"
rules = ["desk.yaml"]
severity.relative-time = "info"
prose-attributes = ["claim"]
prose-keys = ["lay-note"]
[[tool.medlint.per-path]]
paths = ["news/*.md"]
ignore = ["relative-time"]
"""
READ = {
    "select": ("conflict",),
    "ignore": ("stale-year",),
    "fail_on": "warning",
    "exclude": ("old/**",),
    "recent_years": 2,
    "max_source_age": 5,
    "micrograms": "micrograms",
    "severity": {"relative-time": "info"},
    "prose_attributes": ("claim",),
    "per_path": (PerPath(("news/*.md",), ignore=("relative-time",)),),
    "prose_keys": ("lay-note",),
}


@pytest.mark.parametrize(("name", "text"), [(".medlint.yaml", YAML), ("pyproject.toml", TOML)])
def test_every_key(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text)
    expected = Config(path=name, facts="desk/facts.yaml", rules=("desk.yaml",), **READ)  # type: ignore[arg-type]
    assert load_config(None, folder / "in", KNOWN) == expected


def test_paths_count_from_the_config(folder: Path) -> None:
    (folder / "in/.medlint.yaml").write_text("facts: f.yaml\nrules: [r.yaml]\n")
    config = load_config("in/.medlint.yaml", folder)
    assert (config.facts, config.rules, config.folder) == ("in/f.yaml", ("in/r.yaml",), "in")


def test_none(folder: Path) -> None:
    assert load_config(None, folder, KNOWN) == Config()


def test_nearest_wins(folder: Path) -> None:
    (folder / ".medlint.yaml").write_text("recent-years: 1\n")
    (folder / "pyproject.toml").write_text("[tool.medlint]\nrecent-years = 2\n")
    assert load_config(None, folder / "in").recent_years == 1
    (folder / "in/pyproject.toml").write_text("[tool.other]\n")
    assert load_config(None, folder / "in").recent_years == 1
    (folder / "in/pyproject.toml").write_text("[tool.medlint]\nrecent-years = 3\n")
    assert load_config(None, folder / "in").recent_years == 3
    (folder / "in/.medlint.yaml").write_text("# nothing yet\n")
    assert load_config(None, folder / "in") == Config(path="in/.medlint.yaml", folder="in")


def test_known_rules_may_need_the_desks_own(folder: Path) -> None:
    (folder / ".medlint.yaml").write_text("rules: [desk.yaml]\nselect: [house-style]\n")
    config = load_config(None, folder, lambda paths: {"house-style"} if paths == ("desk.yaml",) else set())
    assert config.select == ("house-style",)


WRONG = [
    ("fact: x\n", ['1:1: unknown key "fact": did you mean "facts"?']),
    ("select: conflict\n", ["1:9: select: must be a list: write select: [conflict]"]),
    ("select: [conflicts]\n", ['1:10: select: there is no rule or group "conflicts": did you mean "conflict"?']),
    ("ignore: [zzz]\n", ['1:10: ignore: there is no rule or group "zzz": medlint explain lists them all']),
    ("fail_on: errors\n", [
        '1:10: fail_on: "errors" is not one of error, warning, info, never: did you mean "error"?'
    ]),
    ("fail_on: info\nfail-on: info\n", ['2:1: "fail-on" stands here a second time: keep one']),
    ("recent-years: three\n", ['1:15: recent-years: "three" is not a number of years: write a whole number, such as 3']),
    ("recent-years: -1\n", ['1:15: recent-years: "-1" is not a number of years: write a whole number, such as 3']),
    ("facts: no\n", ['1:8: facts: YAML reads no as false: write facts: "no"']),
    ("exclude:\n  - a\n  -\n", ["3:4: exclude: entry 2: is empty: write a value or delete it"]),
    ("severity: {value-conflict: off, stale: info}\n", [
        '1:28: severity: value-conflict: "off" is not one of error, warning, info',
        '1:33: severity: there is no rule or group "stale": did you mean "stale-year"?',
    ]),
    ("per-path:\n  - select: [nope]\n", [
        '2:5: per-path: entry 1: has no "paths": write paths: and globs of drafts',
        '2:14: per-path: entry 1: select: there is no rule or group "nope": medlint explain lists them all',
    ]),
    ("- a\n", ['1:1: holds a list, not keys: begin with a key and a colon, such as "facts:"']),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WRONG, ids=[text[:30] for text, _ in WRONG])
def test_wrong_yaml(folder: Path, text: str, expected: list[str]) -> None:
    (folder / ".medlint.yaml").write_text(text)
    assert problems(None, folder / "in") == [f".medlint.yaml:{message}" for message in expected]


WRONG_TOML = [
    ("[tool.medlint]\nfail-on = 1\nfact = 'x'\n", [
        '2:1: fail-on: "1" is not one of error, warning, info, never',
        '3:1: unknown key "fact": did you mean "facts"?',
    ]),
    ("[tool.medlint]\nselect = 'conflict'\n", ['2:1: select: must be a list: write select = ["conflict"]']),
    ("[tool.medlint]\nexclude = [true]\n", ['2:1: exclude: entry 1: must be text: write "true", with the quotes']),
    ("[tool]\nmedlint = 3\n", ["2:1: tool.medlint must be a table: write [tool.medlint] and the keys under it"]),
    ("[tool.medlint.severity]\nx = 'info'\n", [
        '2:1: severity: there is no rule or group "x": medlint explain lists them all'
    ]),
    ("[[tool.medlint.per-path]]\npaths = ['a']\n[[tool.medlint.per-path]]\npaths = ['b']\nselect = ['x']\n", [
        '5:1: per-path: entry 2: select: there is no rule or group "x": medlint explain lists them all'
    ]),
    ("[project\n", [
        "1:9: is not valid TOML (Expected ']' at the end of a table declaration): "
        'write each setting as key = value, with texts in "quotes" and lists in [brackets]'
    ]),
    ("[project]\nx = [1,\n", [
        "2:1: is not valid TOML (Invalid value): "
        'write each setting as key = value, with texts in "quotes" and lists in [brackets]'
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WRONG_TOML, ids=[text[:40] for text, _ in WRONG_TOML])
def test_wrong_toml(folder: Path, text: str, expected: list[str]) -> None:
    (folder / "pyproject.toml").write_text(text)
    assert problems(None, folder / "in") == [f"pyproject.toml:{message}" for message in expected]


def test_explicit_problems(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[project]\n")
    assert problems("no.yaml", folder) == ["no.yaml: does not exist: check the name and the folder"]
    assert problems("in", folder) == ["in: is a folder: name a file"]
    assert problems("pyproject.toml", folder) == [
        "pyproject.toml: has no [tool.medlint]: add that table or name another file"
    ]


def test_keys_are_those_of_the_dataclass() -> None:
    fields = set(Config.__dataclass_fields__) - {"path", "folder", "places"}
    assert {key.name.replace("-", "_") for key in CONFIG.keys} == fields


@given(st.text(), st.sampled_from([".medlint.yaml", "pyproject.toml"]), st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_text(tmp_path: Path, text: str, name: str, table: bool) -> None:
    path = tmp_path / name
    head = "[tool.medlint]\n" if table and name.endswith("toml") else ""
    path.write_text(head + text, encoding="utf-8", errors="replace")
    with suppress(InputError):
        load_config(str(path), tmp_path, KNOWN)


@pytest.mark.parametrize(
    "text",
    [
        f"recent-years = {'9' * 5000}",
        f"recent-years = 0x{'f' * 5000}",
        f"facts = {'9' * 400}",
    ],
)
def test_a_number_too_long_to_read(folder: Path, text: str) -> None:
    (folder / "pyproject.toml").write_text(f"[tool.medlint]\n{text}\n")
    assert problems(None, folder) == ["pyproject.toml:2:1: holds a number too long to read: shorten it"]
