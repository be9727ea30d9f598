from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from time import perf_counter

import pytest

from linter.errors import InputError
from linter.facts.load import load_text
from linter.rules import FIELDS, load_rules, rules_folder

RULES = load_rules(examples=True)
SEVERITIES = {
    "conflict": {
        "value-conflict": "error",
        "unit-conflict": "error",
        "superseded-value": "error",
        "withdrawn-fact": "error",
        "scope-conflict": "error",
        "category-conflict": "error",
        "polarity-conflict": "error",
        "name-conflict": "error",
        "period-conflict": "error",
        "source-conflict": "error",
    },
    "missing": {
        "missing-caveat": "error",
        "missing-period": "warning",
        "missing-attribution": "warning",
        "missing-hedge": "warning",
        "missing-fact": "warning",
    },
    "stale": {
        "stale-year": "error",
        "expired-fact": "warning",
        "stale-forecast": "warning",
        "relative-time": "warning",
        "old-source": "warning",
    },
    "suppression": {"suppression-unused": "warning", "suppression-unreasoned": "warning"},
}
NEEDS_NO_DRAFT = ("suppression",)


@pytest.mark.parametrize("group", SEVERITIES)
def test_a_group_has_its_rules_with_their_severities(group: str) -> None:
    assert {name: RULES[name].severity for name in RULES.groups[group]} == SEVERITIES[group]


def test_unsourced_figure_is_a_note() -> None:
    assert (RULES["unsourced-figure"].group, RULES["unsourced-figure"].severity) == ("source", "info")


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_written_for_editors(name: str) -> None:
    rule = RULES[name]
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)
    assert rule.summary.endswith(".")
    assert len(rule.summary) <= 90
    assert "\n" not in rule.summary
    assert len(rule.meaning) > 80
    assert rule.norm
    assert rule.check.isidentifier()
    for template in (rule.message, *rule.variants.values()):
        assert {field for _, field, _, _ in Formatter().parse(template) if field} <= FIELDS


@pytest.mark.parametrize("name", [name for name in RULES if RULES[name].phrases])
def test_phrases_are_words(name: str) -> None:
    for phrases in RULES[name].phrases.values():
        assert len(phrases) == len(set(phrases))
        for phrase in phrases:
            assert re.fullmatch(r"[a-z]+([ -][a-z]+)*", phrase), phrase


@pytest.mark.parametrize("name", [name for name in RULES if RULES[name].group not in NEEDS_NO_DRAFT])
def test_a_rule_has_examples_and_near_misses(name: str) -> None:
    examples = RULES[name].examples
    assert sum(example.finding is not None for example in examples) >= 3
    assert sum(example.finding is None for example in examples) >= 4


EXAMPLES = [
    pytest.param(name, example, id=f"{name}-{example.line}")
    for name, rule in RULES.items()
    for example in rule.examples
]


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_an_example_is_well_formed(name: str, example) -> None:  # type: ignore[no-untyped-def]
    if example.facts_file:
        loaded = load_text(example.facts_text())
        assert loaded.facts
    if example.finding is None:
        assert example.why
        return
    assert example.draft.count(example.finding["quote"]) == 1
    assert example.finding.get("fact") in (None, *(example.sections.get("facts") or {}))
    pieces = [re.escape(piece) for piece in re.split(r"\{\w+\}", RULES[name].message)]
    variants = [
        ".+".join(re.escape(piece) for piece in re.split(r"\{\w+\}", template))
        for template in RULES[name].variants.values()
    ]
    assert any(
        re.fullmatch(pattern, example.finding["message"]) for pattern in [".+".join(pieces), *variants]
    )


def test_loading_all_rules_is_quick() -> None:
    load_rules()
    times = []
    for _ in range(5):
        start = perf_counter()
        load_rules()
        times.append(perf_counter() - start)
    assert min(times) < 0.025


def test_the_quick_way_reads_the_same_rules() -> None:
    quick = load_rules()
    assert list(quick) == list(RULES)
    for name, rule in quick.items():
        whole = RULES[name]
        assert (rule.message, rule.phrases, rule.place, rule.meaning) == (
            whole.message,
            whole.phrases,
            whole.place,
            whole.meaning,
        )
        assert rule.examples == ()


def test_rules_are_found_in_the_checkout() -> None:
    assert (rules_folder() / "conflict.yaml").is_file()


def test_select_takes_rules_and_groups() -> None:
    assert RULES.select(["missing", "stale-year"], ["missing-fact"]) == {
        "missing-caveat",
        "missing-period",
        "missing-attribution",
        "missing-hedge",
        "stale-year",
    }
    assert RULES.select() == set(RULES)
    assert RULES.select(ignore=["conflict"]) == set(RULES) - set(SEVERITIES["conflict"])


def test_every_unknown_name_is_reported_with_the_nearest() -> None:
    with pytest.raises(InputError) as error:
        RULES.select(["conflit", "zzz"], ["stale-yaer"])
    assert [str(problem) for problem in error.value.problems] == [
        "--select: there is no rule or group called 'conflit'; did you mean conflict?",
        "--select: there is no rule or group called 'zzz'; `medlint explain` lists them all",
        "--ignore: there is no rule or group called 'stale-yaer'; did you mean stale-year?",
    ]


def test_severities_can_be_changed_by_rule_and_by_group() -> None:
    rules = RULES.with_severity({"missing": "info", "missing-fact": "error"})
    assert (rules["missing-hedge"].severity, rules["missing-fact"].severity) == ("info", "error")
    assert rules["value-conflict"].severity == "error"


def test_rules_without_facts() -> None:
    working = RULES.working(facts=False)
    assert {"stale-forecast", "trailing-zero", "fraction-percent", "suppression-unused"} <= working
    assert not working & {"stale-year", "expired-fact", *RULES.expand("conflict"), *RULES.expand("missing")}


RULE = """\
group: desk
rules:
  - name: house-style
    severity: warning
    summary: S.
    meaning: M.
    norm: N
    message: "{found} is not house style."
    check: house_style
    parameters: {limit: 3, share: 0.5, strict: yes, name: x}
    phrases: {words: [no, 1:20, "on"]}
"""


def test_a_desk_adds_its_own_rules(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(RULE)
    rule = load_rules([str(file)])["house-style"]
    assert (rule.group, rule.severity, rule.place.line) == ("desk", "warning", 3)
    assert rule.phrases == {"words": ("no", "1:20", "on")}
    assert rule.parameters == {"limit": 3, "share": 0.5, "strict": True, "name": "x"}


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("severity: warning", "severity: fatal", "4:15: severity is one of error, warning, info"),
        ("name: house-style", "name: House_Style", "3:11: a rule's name is in kebab-case, not 'House_Style'"),
        ("{found}", "{fund}", "8:14: a message cannot name {fund}; it can name"),
        ("{found}", "{found", "8:14: a message is text with fields in braces: "),
        ("    norm: N\n", "", "3:5: a rule needs norm"),
        ("    norm: N", "    nrom: N", "7:5: a rule has no key 'nrom'; did you mean norm?"),
        ("group: desk", "gruop: desk", "1:1: a rule file has no key 'gruop'; did you mean group?"),
        ("words: [no, 1:20, \"on\"]", "words: no", "11:22: words must be a list of phrases"),
        ("phrases: {words: [no, 1:20, \"on\"]}", "phrases: [a]", "11:14: phrases must be keys with values, not a list"),
        ("summary: S.", "summary: []", "5:14: summary must be text"),
        ("name: house-style", "name: value-conflict", "3:5: rule value-conflict is already defined at "),
    ],
)  # fmt: skip
def test_a_mistake_in_a_rule_file_is_located(tmp_path: Path, old: str, new: str, problem: str) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(RULE.replace(old, new))
    with pytest.raises(InputError) as error:
        load_rules([str(file)])
    assert str(error.value.problems[0]).startswith(f"{file}:{problem}")


@pytest.mark.parametrize("text", ["", "- a", "group: x\nrules: {}\n", "a: [", "\x00"])
def test_a_file_that_holds_no_rules(tmp_path: Path, text: str) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(text)
    with pytest.raises(InputError):
        load_rules([str(file)])


def test_a_rule_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        load_rules([str(tmp_path / "none.yaml")])
