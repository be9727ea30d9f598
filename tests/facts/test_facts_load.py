"""What a right facts file reads as, includes, the schema, and input nobody would write."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter.errors import InputError, Place, Problem
from linter.facts.keys import FACT, FILE
from linter.facts.load import load, load_text
from linter.facts.schema import json_schema
from linter.model import Caveat, Examples, Fact, Retraction, Source, Superseded

FULL = """\
version: 1
terms:
  soft tissue sarcoma: [STS]
contrasts:
  extent: [localized, regional, metastatic]
sources:
  acs:
    title: A title
    authors: A, B
    publisher: American Cancer Society
    published: 2018
    url: https://example.org/x
    doi: https://doi.org/10.1136/bmj.l223
    pmid: 12345
    file: papers/acs.pdf
    accessed: 2026-05
    aka: [a 2018 article, ACS]
    retraction: {status: none, checked: 2026-05-01}
  bare: {title: Bare}
caveats:
  individual:
    say: >
      These statistics are
      averages.
    any_of: [averages, "/every (person|case) is different/"]
    within: section
  plain: {say: It varies.}
facts:
  full:
    claim: The 5-year relative survival rate was 15%.
    value: "15%"
    period: 2010–2016
    as_of: 2016
    source: {ref: acs, quote: "it was 15%", locator: 2}
    require: [period, attribution, hedge]
    caveats: [individual, plain]
    tolerance: 0.5
    superseded: [{value: "16%", as_of: 2014}, {value: "0.50"}]
    review_by: 2027-01-01
    valid_until: "2027-12-31"
    status: draft
    why: two registries differ
    owner: A. Nobody
    appears_in: [articles/*.md]
    among: ["15%", "16%"]
    pair: [pazopanib, Votrient]
    examples:
      agrees: [It was 15%.]
      conflicts: [It was 16%.]
      silent: [It was low.]
  short:
    claim: It is so.
    source: bare
"""


def test_every_key() -> None:
    file = load_text(FULL, "desk/facts.yaml")
    acs = Source(
        "acs",
        title="A title",
        authors="A, B",
        publisher="American Cancer Society",
        published="2018",
        url="https://example.org/x",
        doi="10.1136/bmj.l223",
        pmid="12345",
        file="papers/acs.pdf",
        accessed="2026-05",
        aka=("a 2018 article", "ACS"),
        retraction=Retraction("none", date(2026, 5, 1)),
    )
    caveats = (
        Caveat(
            "individual",
            "These statistics are averages.",
            ("averages", "/every (person|case) is different/"),
            "section",
        ),
        Caveat("plain", "It varies.", ()),
    )
    bare = Source("bare", title="Bare")
    assert file.path == "desk/facts.yaml"
    assert file.files == ("desk/facts.yaml",)
    assert file.sources == {"acs": acs, "bare": bare}
    assert file.caveats == {caveat.id: caveat for caveat in caveats}
    assert file.terms == {"soft tissue sarcoma": ("STS",)}
    assert file.contrasts == {"extent": ("localized", "regional", "metastatic")}
    full = Fact(
        id="full",
        claim="The 5-year relative survival rate was 15%.",
        source=acs,
        quote="it was 15%",
        locator="2",
        value="15%",
        period=(2010, 2016),
        as_of=2016,
        require=("period", "attribution", "hedge"),
        caveats=caveats,
        tolerance="0.5",
        superseded=(Superseded("16%", 2014), Superseded("0.50")),
        review_by=date(2027, 1, 1),
        valid_until=date(2027, 12, 31),
        status="draft",
        why="two registries differ",
        owner="A. Nobody",
        appears_in=("articles/*.md",),
        among=("15%", "16%"),
        pair=("pazopanib", "Votrient"),
        examples=Examples(("It was 15%.",), ("It was 16%.",), ("It was low.",)),
        place=Place("desk/facts.yaml", 29, 3),
    )
    short = Fact("short", "It is so.", bare, place=Place("desk/facts.yaml", 51, 3))
    assert file.facts == {"full": full, "short": short}


def test_key_places() -> None:
    places = load_text(FULL).facts["full"].key_places
    assert {key.name for key in FACT.keys} <= places.keys()
    lines = FULL.split("\n")
    for name, place in places.items():
        last = name.split(".")[-1]
        rest = lines[place.line - 1][place.column - 1 :]
        assert last.isdigit() or rest.startswith(last + ":"), name
    assert places["superseded.1"] == Place("facts.yaml", 38, 47)
    assert places["examples.agrees.0"] == Place("facts.yaml", 48, 16)


@pytest.mark.parametrize(
    ("typed", "period"),
    [("2010–2016", (2010, 2016)), ("2010-2016", (2010, 2016)), ("'2010 to 2016'", (2010, 2016)), ("2019", (2019, 2019))],
)  # fmt: skip
def test_periods(typed: str, period: tuple[int, int]) -> None:
    text = f"sources: {{s: {{title: T}}}}\nfacts:\n  a: {{claim: X., source: s, period: {typed}}}\n"
    assert load_text(text).facts["a"].period == period


# -- includes ---------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts.yaml").write_text("include: [facts/*.yaml]\nsources: {s: {title: T}}\n")
    return tmp_path


def test_include(folder: Path) -> None:
    (folder / "facts/b.yaml").write_text("facts:\n  b: {claim: X., source: t}\n")
    (folder / "facts/a.yaml").write_text(
        "include: ['../*.yaml', more/c.yml]\nsources: {t: {title: U}}\nfacts:\n  a: {claim: X., source: s}\n"
    )
    (folder / "facts/more").mkdir()
    (folder / "facts/more/c.yml").write_text("facts:\n  c: {claim: X., source: s}\n")
    (folder / "facts/._a.yaml").write_bytes(b"\0")
    file = load("facts.yaml")
    assert sorted(file.facts) == ["a", "b", "c"]
    assert file.facts["b"].source.title == "U"
    assert file.files == ("facts.yaml", "facts/a.yaml", "facts/more/c.yml", "facts/b.yaml")


def test_a_file_that_includes_itself(folder: Path) -> None:
    (folder / "facts.yaml").write_text(
        "include: [facts.yaml, f*.yaml]\nsources: {s: {title: T}}\nfacts:\n  a: {claim: X., source: s}\n"
    )
    with pytest.raises(InputError) as caught:
        load("facts.yaml")
    assert [str(problem) for problem in caught.value.problems] == [
        'facts.yaml:1:11: include: "facts.yaml" is this very file: correct or delete it',
        'facts.yaml:1:23: include: "f*.yaml" is this very file: correct or delete it',
    ]


def test_include_problems(folder: Path) -> None:
    (folder / "facts.yaml").write_text(
        "include: ['facts/**/*.yaml', 'facts/*.yml']\nsources: {s: {title: T}}\nfacts:\n  a: {claim: X., source: s}\n"
    )
    (folder / "facts/loop").symlink_to(folder)
    (folder / "facts/a.yaml").write_text("sources: {s: {title: T}}\nfacts:\n  a: {claim: X., source: s}\n")
    (folder / "facts/b.yaml").write_text("facts: [\n")
    (folder / "facts/c.yaml").write_text("")
    with pytest.raises(InputError) as caught:
        load("facts.yaml")
    assert [str(problem) for problem in caught.value.problems] == [
        'facts.yaml:1:30: include: "facts/*.yml" matches no file in this folder: correct or delete it',
        "facts/a.yaml:1:11: source s: is also in facts.yaml:2:11: delete one or give it another id",
        "facts/a.yaml:3:3: fact a: is also in facts.yaml:4:3: delete one or give it another id",
        "facts/b.yaml:2:1: is not valid YAML (did not find expected node content): "
        "line up the keys that belong together, and write each as key, colon, space, value",
        "facts/c.yaml: is empty: write facts into it or delete it",
    ]


def test_missing_file(folder: Path) -> None:
    with pytest.raises(InputError) as caught:
        load("nowhere.yaml")
    assert str(caught.value) == "nowhere.yaml: does not exist: check the name and the folder"


def test_no_facts_with_includes(folder: Path) -> None:
    (folder / "facts/a.yaml").write_text("terms: {x: [y]}\n")
    with pytest.raises(InputError) as caught:
        load("facts.yaml")
    assert str(caught.value) == (
        'facts.yaml: has no facts: write "facts:" and under it an id with a claim and a source'
    )


# -- the desk's own file, the schema, speed, and anything at all --------------------------------


def test_the_canonical_facts() -> None:
    file = load(str(Path(__file__).parents[2] / "facts.yaml"))
    assert file.facts["msts-lung-share"].source.year == 2018
    assert all(fact.quote for fact in file.facts.values())


def test_schema_has_every_key() -> None:
    schema = json_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert list(schema["properties"]) == [key.name for key in FILE.keys]
    fact = schema["properties"]["facts"]["additionalProperties"]
    assert list(fact["properties"]) == [key.name for key in FACT.keys]
    assert fact["required"] == ["claim", "source"]
    assert all(entry["description"] for entry in fact["properties"].values())


def test_schema_patterns_fit_what_is_read() -> None:
    fact = json_schema()["properties"]["facts"]["additionalProperties"]["properties"]
    for name, typed in {
        "period": "2010–2016",
        "as_of": "2016",
        "tolerance": "5%",
        "review_by": "2027-01-01",
    }.items():
        assert re.search(fact[name]["pattern"], typed), name


def _loads_or_says_why(text: str) -> None:
    problems: tuple[Problem, ...] = ()
    try:
        load_text(text)
    except InputError as error:
        problems = error.problems or (Problem(Place(""), "\n"),)
    assert all("\n" not in problem.message for problem in problems)


@given(st.text())
def test_any_text(text: str) -> None:
    _loads_or_says_why(text)


@given(st.text(alphabet="ab:-[]{}*&!|>'\"%#?, \n\t019~.<", max_size=60))
@settings(max_examples=300)
def test_any_yaml(text: str) -> None:
    _loads_or_says_why(text)
    _loads_or_says_why(f"facts:\n  a:\n    claim: {text}\n    source: {text}\n")


SCALARS = st.sampled_from(["x", "no", "~", "0.50", "''", "2016–2010", "s", "/(/", "{}", "[]", "[x, [y]]", "{ref: [x]}", "2027-01-01"])  # fmt: skip


@given(st.dictionaries(st.sampled_from([key.name for key in FACT.keys]), SCALARS), SCALARS, SCALARS)
def test_any_values(keys: dict[str, str], section: str, source: str) -> None:
    fact = ", ".join(f"{name}: {value}" for name, value in keys.items())
    for top in ("terms", "contrasts", "caveats", "include", "version"):
        _loads_or_says_why(f"{top}: {section}\nsources: {{s: {source}}}\nfacts: {{a: {{{fact}}}}}\n")


@given(st.binary())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_bytes(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "facts.yaml"
    path.write_bytes(raw)
    with pytest.raises(InputError):
        load(str(path))


@pytest.mark.parametrize(
    ("value", "claim", "whole"),
    [
        ("5 mg", "The dose is 5 mg per kg of body weight.", "5 mg per kg"),
        ("5 mg", "The dose is about 5 mg/kg per day.", "5 mg/kg per day"),
        ("<150 mcg", "Tarn levels are below 150 mcg per gram.", "below 150 mcg per gram"),
        ("150 mcg", "Tarn levels are below 150 mcg per gram.", "below 150 mcg per gram"),
        ("30 mL", "It runs at 30 mL per hour.", "30 mL per hour"),
        ("5 mg", "The dose is 5 mg, once a day.", "5 mg"),
        ("5 mg", "The dose is 5 mg, or 5 mg per kg.", "5 mg"),
        ("5 mg/kg", "The dose is 5 mg per kg.", "5 mg/kg"),
        ("5 mg", "The dose is 15 mg per kg.", "5 mg"),
        ("5 m", "The dose is 5 mg per kg.", "5 m"),
        (">150 mcg", "Tarn levels are below 150 mcg per gram.", ">150 mcg"),
        ("5 mg", "The dose is 5 mg per kg, or 5 mg per hour.", "5 mg"),
        ("15%", "About 15% of people a year have it.", "15%"),
        ("12", "There are 12 cases per 100,000 people.", "12"),
    ],
)
def test_a_value_may_leave_off_the_end_of_its_unit(value: str, claim: str, whole: str) -> None:
    fact = f'sources: {{s: {{title: T}}}}\nfacts: {{a: {{claim: "{claim}", value: "{value}", source: s}}}}\n'
    assert load_text(fact).facts["a"].value == whole
