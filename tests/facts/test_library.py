"""A big library is read and compiled once, and says what it would say if it were compiled each time."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from linter import cache
from linter.engine import Engine, Settings
from linter.errors import InputError
from linter.facts import library
from linter.facts.frozen import freeze, thaw
from linter.facts.includes import included
from linter.facts.library import KeptBinder, open_library
from linter.model import FactsFile
from linter.readers import read
from linter.rulebook.rules import load_rules
from linter.run.facts_files import load_usable

ROOT = Path(__file__).resolve().parents[2]
DRAFTS = sorted(path for path in (ROOT / "examples").rglob("*") if path.suffix in (".md", ".html", ".txt"))
FULL = """\
version: 1
include: [more/*.yaml]
terms: {yarrow fever: [YF]}
contrasts: {kind: [acute, chronic]}
sources:
  s: {title: A registry, aka: [the registry], retraction: {status: none, checked: 2026-05-01}}
caveats:
  c: {say: It varies., any_of: [varies]}
facts:
  pain:
    claim: About 40% of people with yarrow fever have joint pain.
    source: {ref: s, quote: "40%", locator: 3}
    caveats: [c]
    superseded: [{value: "37%", as_of: 2014, until: 2020-01-01}]
    period: 2010–2016
    review_by: 2027-01-01
    examples: {agrees: [It is 40%.]}
  carrier: {claim: Ticks carry yarrow fever., value: ticks, among: [ticks, midges], source: s}
  brand: {claim: Yarrowin is sold as Yarra., pair: [yarrowin, Yarra], source: s}
  cure: {claim: There is no known cure for yarrow fever., source: s}
"""


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own, in which the smallest library is kept."""
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(cache, "enabled", True)
    monkeypatch.setattr(library, "BIG", 0)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "more").mkdir()
    (tmp_path / "facts.yaml").write_text(FULL, encoding="utf-8")
    write_more(tmp_path, "16%")
    return tmp_path


def write_more(folder: Path, value: str, name: str = "a.yaml", id: str = "rash") -> None:
    text = f"facts:\n  {id}: {{claim: About {value} of people with yarrow fever have a {id}., source: s}}\n"
    (folder / "more" / name).write_text(text, encoding="utf-8")


class Loads:
    """Loads facts and counts how often."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, path: str) -> FactsFile:
        self.count += 1
        return load_usable(path)


def test_what_is_kept_is_what_was_read() -> None:
    facts = load_usable("facts.yaml")
    again = thaw(freeze(facts))
    assert again == facts
    assert [f.key_places for f in again.facts.values()] == [f.key_places for f in facts.facts.values()]
    assert [s.place for s in again.sources.values()] == [s.place for s in facts.sources.values()]


def test_every_key_is_kept() -> None:
    """A key that is added to a fact is one of those that are kept, or has a place of its own."""
    import json

    facts = load_usable("facts.yaml")
    pain = dataclasses.replace(facts.facts["pain"], why="x", owner="y", tolerance="5%", require=("hedge",))
    whole = dataclasses.replace(facts, facts={"pain": pain})
    assert thaw(json.loads(json.dumps(freeze(whole)))) == whole


@pytest.mark.parametrize("facts", ["facts.yaml", str(ROOT / "facts.yaml"), str(ROOT / "examples" / "yarrow-fever" / "facts.yaml")])  # fmt: skip
def test_a_kept_library_decides_as_any_other(facts: str) -> None:
    rules, settings = load_rules(), Settings(today=date(2026, 6, 1))
    load = Loads()
    open_library(facts, load)
    loaded, binder = open_library(facts, load)
    assert (type(binder), load.count) == (KeptBinder, 1)
    first, second = Engine(load_usable(facts), rules, settings), Engine(loaded, rules, settings, binder)
    for path in DRAFTS:
        document = read(str(path), path.read_bytes())
        assert second.check(document).findings == first.check(document).findings
        assert second.figures(document) == first.figures(document)
    for id in loaded.facts:
        assert second.describe(id) == first.describe(id)


def test_a_claim_is_compiled_only_if_something_is_asked_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    load = Loads()
    open_library("facts.yaml", load)
    compiled: list[str] = []
    compile_fact = library.compile_fact

    def counted(fact: Any, lexicon: Any) -> Any:
        compiled.append(fact.id)
        return compile_fact(fact, lexicon)

    monkeypatch.setattr(library, "compile_fact", counted)
    _, binder = open_library("facts.yaml", load)
    assert binder is not None
    assert ([key.fact.id for key in binder.keys], compiled) == (
        ["pain", "carrier", "brand", "cure", "rash"],
        [],
    )
    assert binder.by_id["rash"].figure is not None
    assert (binder.by_id["rash"].base, compiled) == (True, ["rash"])
    copied = dataclasses.replace(binder.by_id["pain"], fact=binder.by_id["cure"].fact)
    assert (copied.fact.id, copied.figure, compiled) == (
        "cure",
        binder.by_id["pain"].figure,
        ["rash", "pain"],
    )


def test_a_change_anywhere_is_seen(kept: Path) -> None:
    load = Loads()

    def rash() -> tuple[str, int]:
        facts, _ = open_library("facts.yaml", load)
        return facts.facts["rash"].claim.split()[1], len(facts.facts)

    assert (rash(), rash(), load.count) == (("16%", 5), ("16%", 5), 1)
    write_more(kept, "17%")
    assert (rash(), load.count) == (("17%", 5), 2)
    write_more(kept, "9%", "b.yaml", "fever")
    assert (rash(), load.count) == (("17%", 6), 3)
    (kept / "more" / "b.yaml").unlink()
    assert (rash(), load.count) == (("17%", 5), 4)


def test_a_library_with_mistakes_is_never_kept(kept: Path) -> None:
    (kept / "more" / "a.yaml").write_text(
        "facts:\n  rash: {claim: It is 5%., source: none}\n", encoding="utf-8"
    )
    for _ in range(2):
        with pytest.raises(InputError, match='there is no source "none"'):
            open_library("facts.yaml", load_usable)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("version: 1\n", []),
        ("include: [a/*.yaml, b.yaml]\nfacts:\n", ["a/*.yaml", "b.yaml"]),
        ("version: 1\ninclude:\n- a.yaml   # one\n# two\n- 'b.yaml'\nsources:\n  include: {title: x}\n", ["a.yaml", "b.yaml"]),
        ("'include' : [a.yaml]\n", ["a.yaml"]),
        ("{include: [a.yaml]}\n", None),
        ("--- \ninclude: [a.yaml]\n", None),
        ("include: a.yaml\n", None),
    ],
)  # fmt: skip
def test_what_a_file_includes_is_told_from_its_lines(text: str, found: list[str] | None) -> None:
    assert included(text) == found
