from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
from counting import calls

from linter.checks import CHECKS
from linter.errors import InputError
from linter.facts.load import load_text
from linter.rulebook.needs import PER_RUN
from linter.rulebook.rules import FIELDS, load_rules, rules_folder

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
            for member in phrase.split(" | "):
                assert re.fullmatch(r"[a-z]+('[a-z]+)?([ -][a-zA-Z0-9]+)*", member), phrase


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
    assert calls(load_rules) * 4 < calls(lambda: load_rules(examples=True))


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
  - name: house-words
    severity: warning
    summary: S.
    meaning: M.
    norm: N
    message: "{found} is not house style in {year}."
    check: relative_time
    phrases: {recent: [no, 1:20, "on"], not_of: [moon]}
  - name: house-abbreviations
    severity: info
    summary: S.
    meaning: M.
    norm: N
    message: "{found} is not house style."
    check: error_prone_abbreviation
    parameters: {QD: 3, IU: 0.5, HS: yes, SC: x}
"""


def test_a_desk_adds_its_own_rules(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(RULE)
    rules = load_rules([str(file)])
    rule = rules["house-words"]
    assert (rule.group, rule.severity, rule.place.line) == ("desk", "warning", 3)
    assert rule.phrases == {"recent": ("no", "1:20", "on"), "not_of": ("moon",)}
    assert rules["house-abbreviations"].parameters == {"QD": 3, "IU": 0.5, "HS": True, "SC": "x"}
    assert rules.groups["desk"] == ("house-words", "house-abbreviations")


MISTAKES = [
    ("severity: warning", "severity: fatal", "4:15: severity is one of error, warning, info"),
    ("name: house-words", "name: House_Style", "3:11: a rule's name is in kebab-case, not 'House_Style'"),
    ("name: house-words", "name: desk", "3:11: desk is the name of a group: call the rule otherwise"),
    ("name: house-words", "name: stale", "3:11: stale is the name of a group: call the rule otherwise"),
    ("group: desk", "group: The desk", "1:8: a group's name is in kebab-case, not 'The desk'"),
    ("{found} is not house style in", "{fund}", "8:14: a message cannot name {fund}; it can name as_of, caveat, claim, expected, fact_period, found, other, source, year"),
    ("{found} is", "{found is", "8:14: a message is text with fields in braces: "),
    ("{found} is", "{found!r} is", "8:14: write {found} alone: a field in a message has no form of its own"),
    ("{found} is", "{found:>9} is", "8:14: write {found} alone: a field in a message has no form of its own"),
    ("{found} is", "{caveat} is", "8:14: the check relative_time gives no {caveat} here; it gives expected, found, year"),
    ("    norm: N\n", "", "3:5: a rule needs norm"),
    ("    norm: N", "    nrom: N", "7:5: a rule has no key 'nrom'; did you mean norm?"),
    ("group: desk", "gruop: desk", "1:1: a rule file has no key 'gruop'; did you mean group?"),
    ("[no, 1:20, \"on\"]", "no", "10:23: recent must be a list of phrases"),
    ("[no, 1:20, \"on\"]", "[]", "10:23: recent must be a list of phrases"),
    ("{recent: [no, 1:20, \"on\"], not_of: [moon]}", "[a]", "10:14: phrases must be keys with values, not a list"),
    (", not_of: [moon]", "", "10:14: the check relative_time needs phrases: not_of"),
    ("not_of:", "not_fo:", "10:41: the check relative_time has no phrases 'not_fo'; did you mean not_of?"),
    ("    phrases: {recent: [no, 1:20, \"on\"], not_of: [moon]}\n", "", "9:12: the check relative_time needs phrases: recent, not_of"),
    ("QD: 3", "QD: 3, qhss: x", "18:25: the check error_prone_abbreviation has no parameters 'qhss'; did you mean qhs?"),
    ("QD: 3", "QD: 0x1F", "18:22: 0x1F is no plain number: write one such as 3 or 0.5, or \"0x1F\" as text"),
    ("QD: 3", "QD: 1:20", "18:22: 1:20 is no plain number: write one such as 3 or 0.5, or \"1:20\" as text"),
    ("check: relative_time", "check: nonsense", "9:12: there is no check 'nonsense'; it may be absolute_claim, "),
    ("check: relative_time", "check: relativetime", "9:12: there is no check 'relativetime'; did you mean relative_time?"),
    ("check: relative_time", "check: suppression_unused", "9:12: there is no check 'suppression_unused'; "),
    ("check: relative_time", "check: cross_document_conflict", "9:12: there is no check 'cross_document_conflict'; did you mean within_document_conflict?"),
    ("summary: S.", "summary: []", "5:14: summary must be text"),
    ("summary: S.", "? [a]\n    : b\n    summary: S.", "5:7: a bracket or a list stands where a key should: write a name and a colon, or put quotes around a text"),
    ("summary: S.", "summary: !new S.", "5:14: \"!new\" is a YAML tag: put quotes around a text that begins with \"!\""),
    ("name: house-words", "name: value-conflict", "3:5: rule value-conflict is already defined at "),
]  # fmt: skip


@pytest.mark.parametrize("examples", [False, True])
@pytest.mark.parametrize(("old", "new", "problem"), MISTAKES)
def test_a_mistake_in_a_rule_file_is_located(
    tmp_path: Path, old: str, new: str, problem: str, examples: bool
) -> None:
    file = tmp_path / "own.yaml"
    assert old in RULE
    file.write_text(RULE.replace(old, new, 1))
    with pytest.raises(InputError) as error:
        load_rules([str(file)], examples=examples)
    assert str(error.value.problems[0]).startswith(f"{file}:{problem}")
    assert problem.endswith((" ", ", ")) or str(error.value.problems[0]) == f"{file}:{problem}"


def test_the_rule_that_may_have_a_check_is_the_one_that_ships_with_it() -> None:
    assert {rule.check for rule in RULES.values()} == {*CHECKS, *PER_RUN}


EXAMPLE = (
    RULE
    + """\
    examples:
      fail:
        - draft: Take it QD.
          today: 2026-01-01
          facts: {a: {claim: "It is 5%.", source: {ref: s}}}
          finding: {quote: QD, message: QD is not house style.}
      pass:
        - {draft: Take it daily., why: It is a word.}
"""
)


def test_a_desk_rule_has_examples(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(EXAMPLE)
    failing, passing = load_rules([str(file)], examples=True)["house-abbreviations"].examples
    assert (failing.draft, failing.today, failing.line) == ("Take it QD.", date(2026, 1, 1), 21)
    assert failing.finding == {"quote": "QD", "message": "QD is not house style."}
    assert load_text(failing.facts_text()).facts["a"].claim == "It is 5%."
    assert (passing.draft, passing.why, passing.finding) == ("Take it daily.", "It is a word.", None)


FINDING = "{quote: QD, message: QD is not house style.}"
NEEDS_FINDING = (
    "a failing example needs a finding with quote and message (and severity, fact, expected, found, line)"
)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("draft: Take it QD.", "x: 1", "21:11: an example needs a draft"),
        ("draft: Take it QD.", "draft: [a]", "21:11: an example needs a draft"),
        ("draft: Take it QD.", "draft:", "21:11: an example needs a draft"),
        ("today: 2026-01-01", "tody: 2026-01-01", "22:11: an example to fail has no key 'tody'; did you mean today?"),
        ("today: 2026-01-01", "today: soon", "22:18: today must be a date like 2026-05-01"),
        ("today: 2026-01-01", "today: 2026-13-01", "22:18: today must be a date like 2026-05-01"),
        ("today: 2026-01-01", "today: 2026-01-01 10:00:00", "22:18: today must be a date like 2026-05-01"),
        ("source: {ref: s}", "source: {}", "23:19: the fact a needs a source: write an id, or {ref: an-id}"),
        (", source: {ref: s}", "", "23:19: the fact a needs a source: write an id, or {ref: an-id}"),
        ("facts: {a: {claim: \"It is 5%.\", source: {ref: s}}}", "facts: [a]", "23:18: `facts` must be keys with values, as in facts.yaml"),
        (FINDING, "", f"24:19: {NEEDS_FINDING}"),
        (FINDING, "{quote: QD}", f"24:20: {NEEDS_FINDING}"),
        (FINDING, "[QD]", f"24:20: {NEEDS_FINDING}"),
        (FINDING, "{quote: [QD], message: m}", f"24:20: {NEEDS_FINDING}"),
        (FINDING, "{quote: QD, message: m, lien: 1}", "24:44: a finding has no key 'lien'; did you mean line?"),
        (FINDING, "{quote: BID, message: m}", "24:28: the quote 'BID' is not in the draft"),
        ("why: It is a word.", "wy: x", "26:35: an example to pass has no key 'wy'; did you mean why?"),
        ("why: It is a word.", "why: ", "26:40: a near-miss says why it passes"),
        ("      pass:", "      pas:", "25:7: `examples` has no key 'pas'; did you mean pass?"),
        ("        - {draft: Take it daily., why: It is a word.}\n", "", "25:12: `pass` must be a list of examples"),
    ],
)  # fmt: skip
def test_a_mistake_in_an_example_is_located(tmp_path: Path, old: str, new: str, problem: str) -> None:
    file = tmp_path / "own.yaml"
    assert old in EXAMPLE
    file.write_text(EXAMPLE.replace(old, new, 1))
    with pytest.raises(InputError) as error:
        load_rules([str(file)], examples=True)
    assert str(error.value.problems[0]) == f"{file}:{problem}"


@pytest.mark.parametrize("examples", ["[a]", "no", "{fail: no}"])
def test_examples_that_are_none(tmp_path: Path, examples: str) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(RULE + f"    examples: {examples}\n")
    with pytest.raises(
        InputError, match=r"own.yaml:19:\d+: (examples are a `fail` list|`fail` must be a list)"
    ):
        load_rules([str(file)], examples=True)


@pytest.mark.parametrize("text", ["", "- a", "group: x\nrules: {}\n", "a: [", "\x00"])
def test_a_file_that_holds_no_rules(tmp_path: Path, text: str) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(text)
    with pytest.raises(InputError):
        load_rules([str(file)])


def test_a_rule_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        load_rules([str(tmp_path / "none.yaml")])
