"""The lexicon's files: well formed, and no entry against another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import linter.language.lexicon as module
from linter.language.lexicon import builtin, words_of

FOLDER = Path(module.__file__).parent / "lexicon"
FILES = sorted(path.name for path in FOLDER.glob("*.txt"))
CONTRASTS = "contrasts.txt"
KINDS = {
    "condition", "symptom", "anatomy", "procedure", "measurement", "nutrient", "exposure", "lifestyle", "setting",
    "professional", "population", "age", "place", "season", "drug", "drug class", "organisation", "generic", "light",
    "measure", "measure part", "rank", "relation", "stage", "brand", "broader",
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    file: str
    number: int
    kind: str
    text: str

    @property
    def place(self) -> str:
        return f"{self.file}:{self.number}"

    @property
    def head(self) -> str:
        return self.text.partition(":")[0].strip()

    @property
    def forms(self) -> list[str]:
        return [form.strip() for form in self.text.partition(":")[2].split(",") if form.strip()]


def lines(name: str) -> Iterator[Line]:
    kind = ""
    for number, text in enumerate((FOLDER / name).read_text(encoding="utf-8").splitlines(), 1):
        if text.startswith("["):
            kind = text.strip()[1:-1]
        elif text.strip() and not text.startswith("#"):
            yield Line(name, number, kind, text)


ALL = [line for name in FILES for line in lines(name)]
CONCEPTS = [line for line in ALL if line.kind not in ("broader", "brand") and line.file != CONTRASTS]
BRANDS = [line for line in ALL if line.kind == "brand"]
BROADER = [line for line in ALL if line.kind == "broader"]
SETS = [line for line in ALL if line.file == CONTRASTS and line.kind != "implied"]
IMPLIED = [line for line in ALL if line.kind == "implied"]
NAMES = {line.head.lower() for line in CONCEPTS}


def test_there_is_a_lexicon() -> None:
    assert len(CONCEPTS) > 5_000
    assert len(SETS) > 20


def test_every_line_is_under_a_known_kind() -> None:
    assert [(line.place, line.kind) for line in CONCEPTS + BRANDS + BROADER if line.kind not in KINDS] == []


def test_every_line_is_clean() -> None:
    """One space between words, no tabs, no stray signs, no empty head or form."""
    wrong = []
    for line in ALL:
        text = line.text
        tidy = (
            text == " ".join(text.split())
            and not text.endswith(",")
            and ",," not in text
            and ", ," not in text
        )
        if not tidy or not line.head or line.head.endswith("?"):
            wrong.append((line.place, text))
    assert wrong == []


def test_every_concept_has_a_colon_and_every_broader_line_two_ends() -> None:
    assert [line.place for line in CONCEPTS + BRANDS if ":" not in line.text] == []
    assert [
        line.place
        for line in BROADER
        if line.text.count("<") != 1 or not all(map(str.strip, line.text.split("<")))
    ] == []


@pytest.mark.parametrize("name", [name for name in FILES if name != CONTRASTS])
def test_no_head_stands_twice_in_a_file(name: str) -> None:
    heads = Counter(line.head.lower() for line in CONCEPTS if line.file == name)
    assert [head for head, n in heads.items() if n > 1] == []


def test_no_form_stands_twice_in_a_line() -> None:
    wrong = []
    for line in CONCEPTS:
        forms = Counter(form.rstrip("?") for form in (line.head, *line.forms))
        wrong += [(line.place, form) for form, n in forms.items() if n > 1]
    assert wrong == []


def test_no_broader_line_stands_twice() -> None:
    pairs = Counter(" < ".join(part.strip().lower() for part in line.text.split("<")) for line in BROADER)
    assert [pair for pair, n in pairs.items() if n > 1] == []


def test_both_ends_of_broader_are_concepts() -> None:
    ends = [(line.place, part.strip()) for line in BROADER for part in line.text.split("<")]
    assert [(place, end) for place, end in ends if end.lower() not in NAMES] == []


def test_nothing_is_broader_than_itself() -> None:
    lexicon = builtin()
    assert [concept for concept in sorted(lexicon.broader) if concept in lexicon.ancestors(concept)] == []


def test_no_brand_stands_twice_and_each_has_one_generic_that_is_a_concept() -> None:
    brands = Counter(line.head.lower() for line in BRANDS)
    assert [brand for brand, n in brands.items() if n > 1] == []
    assert [(line.place, line.text) for line in BRANDS if len(line.forms) != 1] == []
    assert [(line.place, line.text) for line in BRANDS if line.forms[0].lower() not in NAMES] == []


def test_no_brand_is_another_concept() -> None:
    assert [line.place for line in BRANDS if line.head.lower() in NAMES] == []


def _members(line: Line) -> list[str]:
    return [name.strip() for name in line.text.partition(":")[2].split("|")]


def test_contrast_sets_are_well_formed() -> None:
    names = Counter(line.head for line in SETS)
    assert [name for name, n in names.items() if n > 1] == []
    assert [line.place for line in SETS if line.kind not in ("scope", "measure")] == []
    assert [
        line.place
        for line in SETS
        if len(_members(line)) < 2 or len(set(_members(line))) < len(_members(line))
    ] == []


def test_the_members_of_contrast_sets_are_concepts() -> None:
    members = [(line.place, member) for line in SETS for member in _members(line)]
    members += [(line.place, member) for line in IMPLIED for member in (line.head, *_members(line))]
    assert [(place, member) for place, member in members if member.lower() not in NAMES] == []


def test_no_two_members_of_a_contrast_set_share_a_form() -> None:
    forms: dict[str, set[tuple[str, ...]]] = {}
    for line in CONCEPTS:
        strong = [form for form in (line.head, *line.forms) if not form.endswith("?")]
        forms.setdefault(line.head.lower(), set()).update(tuple(words_of(form)) for form in strong)
    shared = []
    for line in SETS:
        members = _members(line)
        for k, one in enumerate(members):
            for other in members[k + 1 :]:
                both = forms.get(one.lower(), set()) & forms.get(other.lower(), set())
                shared += [(line.place, one, other, " ".join(form)) for form in sorted(both)]
    assert shared == []
