"""The lexicon's files: well formed, and no entry against another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

import linter.language.lexicon as module
from linter.errors import InputError
from linter.language.lexicon import builtin, words_of
from linter.language.lexicon_files import CONCEPT_SECTIONS, CONTRAST_SECTIONS, GROUPS, Entry, read_entries

FOLDER = Path(module.__file__).parent / "lexicon"
FILES = sorted(path.name for path in FOLDER.glob("*.txt"))
CONTRASTS = "contrasts.txt"


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
    assert [line.place for line in SETS if line.kind not in GROUPS] == []
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


GOOD = """\
# a comment
[condition]
lung cancer: cancer of the lung, lung carcinoma?
cancer:

[broader]
lung cancer < cancer
  lung cancer < condition

[brand]
Votrient: pazopanib
"""
NAMED = ", ".join(f"[{name}]" for name in CONCEPT_SECTIONS)


def read(tmp_path: Path, text: str, sections: Mapping[str, str] = CONCEPT_SECTIONS) -> list[Entry]:
    file = tmp_path / "own.txt"
    file.write_text(text, encoding="utf-8")
    return [entry for _, entry in read_entries({file: sections})]


def test_entries(tmp_path: Path) -> None:
    assert read(tmp_path, GOOD) == [
        Entry("condition", "lung cancer", ("cancer of the lung", "lung carcinoma?")),
        Entry("condition", "cancer", ()),
        Entry("broader", "lung cancer", ("cancer",)),
        Entry("broader", "lung cancer", ("condition",)),
        Entry("brand", "Votrient", ("pazopanib",)),
    ]
    assert read(tmp_path, "[scope]\nsex: man | woman\n", CONTRAST_SECTIONS) == [
        Entry("scope", "sex", ("man", "woman"))
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("[condition]", "[conditon]", "2:1: there is no section [conditon]; did you mean [condition]?"),
        ("[condition]", "[condition", "2:1: there is no section [condition; did you mean [condition]?"),
        ("[condition]", "[xyz]", f"2:1: there is no section [xyz]; it may be {NAMED}"),
        ("[condition]\n", "", f"2:1: stands under no section: write one of {NAMED} above it"),
        (
            "\ncancer:",
            "\ncancer",
            '4:1: has no colon: write the concept, a colon and its other forms ("lung: lungs, pulmonary")',
        ),
        ("cancer:\n", ": tumour\n", "4:1: begins with a colon: write the concept before it"),
        ("lung, ", "lung,, ", "3:1: has nothing between two signs, or after the last: take a sign out"),
        (
            "carcinoma?",
            "carcinoma?,",
            "3:1: has nothing between two signs, or after the last: take a sign out",
        ),
        ("lung carcinoma?", "cancer of the lung?", '3:1: says "cancer of the lung" twice: take one out'),
        ("lung carcinoma?", "lung cancer", '3:1: says "lung cancer" twice: take one out'),
        (
            "cancer:\n",
            "Lung cancer:\n",
            '4:1: "Lung cancer" stands here a second time (first in line 3): make one line of them',
        ),
        ("< condition", "condition", "8:3: must be a concept, < and a broader one: hip fracture < fracture"),
        ("< condition", "< a < b", "8:3: must be a concept, < and a broader one: hip fracture < fracture"),
        (
            "< condition",
            "< cancer",
            '8:3: "lung cancer" stands here a second time (first in line 7): make one line of them',
        ),
        (": pazopanib", ": pazopanib, x", "11:1: must be a brand, a colon and its one generic name"),
    ],
)
def test_a_slip_is_a_located_mistake(tmp_path: Path, old: str, new: str, problem: str) -> None:
    assert old in GOOD
    with pytest.raises(InputError) as error:
        read(tmp_path, GOOD.replace(old, new, 1))
    assert [str(each) for each in error.value.problems] == [f"own.txt:{problem}"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("sex man | woman", 'is no set: write a name, a colon and members with | between them ("sex: man | woman")'),
        ("sex:", 'is no set: write a name, a colon and members with | between them ("sex: man | woman")'),
        ("sex: man | man", 'says "man" twice: take one out'),
        ("sex: man || woman", "has nothing between two signs, or after the last: take a sign out"),
    ],
)  # fmt: skip
def test_a_slip_in_a_contrast_set(tmp_path: Path, line: str, problem: str) -> None:
    with pytest.raises(InputError) as error:
        read(tmp_path, f"[scope]\n{line}\n", CONTRAST_SECTIONS)
    assert [str(each) for each in error.value.problems] == [f"own.txt:2:1: {problem}"]


def test_every_slip_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        read(tmp_path, "cancer\n: x\n[conditon]\na\n[condition]\nb\nc\n")
    assert [(each.place.line, each.message[:9]) for each in error.value.problems] == [
        (1, "stands un"),
        (3, "there is "),
        (6, "has no co"),
        (7, "has no co"),
    ]
