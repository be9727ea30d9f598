"""Every kind of mistake in a facts file, with the whole problem an editor gets to read."""

from __future__ import annotations

import pytest

from linter.errors import InputError
from linter.facts.load import load_text

HEAD = "sources:\n  s: {title: T}\ncaveats:\n  c: {say: It varies.}\nfacts:\n  a:\n    claim: X is 15%.\n    source: s\n"
"""A right file of 8 lines that a further key of fact a can follow, in line 9."""


def problems(text: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        load_text(text)
    return [str(problem) for problem in caught.value.problems]


OF_A_FACT = [
    ("sorce: s", '5: fact a: unknown key "sorce": did you mean "source"?'),
    (
        "colour: s",
        '5: fact a: unknown key "colour": the keys are claim, value, period, as_of, source, require, caveats, '
        "tolerance, superseded, review_by, valid_until, status, why, owner, appears_in, among, pair, examples",
    ),
    ("claim: Y", '5: "claim" stands here a second time (first in line 7): keep one, or rename one'),
    ("value: 1:20", '12: fact a: value: YAML reads 1:20 as the number 80: write value: "1:20"'),
    ("value: 0.50", '12: fact a: value: YAML reads 0.50 as a number: write value: "0.50"'),
    ("value: no", '12: fact a: value: YAML reads no as false: write value: "no"'),
    ("value: On", '12: fact a: value: YAML reads On as true: write value: "On"'),
    ("value: 15", '12: fact a: value: YAML reads 15 as a number: write value: "15"'),
    ("value: 1_000", '12: fact a: value: YAML reads 1_000 as a number: write value: "1_000"'),
    ("value: 2018-05-01", '12: fact a: value: YAML reads 2018-05-01 as a date: write value: "2018-05-01"'),
    ("value:", "5: fact a: value: is empty: write a value or delete the key"),
    ("value: ''", "12: fact a: value: is empty: write a value or delete it"),
    ("value: [15%]", "12: fact a: value: must be text, not a list: put quotes around it"),
    ("value: {a: b}", "12: fact a: value: must be text, not a map: put quotes around it"),
    ("value: !x 15", '12: "!x" is a YAML tag: put quotes around a text that begins with "!"'),
    ("period: 2016–2010", "13: fact a: period: 2016–2010 ends before it begins: write 2010–2016, or correct a year"),
    ("period: 2010–16", '13: fact a: period: "2010–16" has a year of two digits: write 2010–2016'),
    ("period: lately", '13: fact a: period: "lately" is not a period: write two years, such as 2010–2016, or one'),
    ("period: 1066", "13: fact a: period: 1066 is not a year between 1800 and 2200: check the digits"),
    ("as_of: 23", '12: fact a: as_of: "23" is not a year: write four digits, such as 2023'),
    ("as_of: 2500", "12: fact a: as_of: 2500 is not a year between 1800 and 2200: check the digits"),
    (
        "as_of: [2023]",
        "12: fact a: as_of: must be a year, not a list: take away the brackets or the indented lines",
    ),
    ("require: period", "14: fact a: require: must be a list: write require: [period]"),
    ("require: {a: b}", '14: fact a: require: must be a list: write require: […], or begin each entry with "- "'),
    (
        "require: [periods]",
        '15: fact a: require: entry 1: "periods" is not one of period, attribution, hedge: did you mean "period"?',
    ),
    ("caveats: [d, c]", '15: fact a: there is no caveat "d": define it under caveats:'),
    ("caveats: [c, ~]", "18: fact a: caveats: entry 2: is empty: write a value or delete it"),
    (
        "tolerance: a bit",
        '16: fact a: tolerance: "a bit" is not a number or a percentage: '
        'write 0.5 (in the value\'s unit) or "5%" (of it)',
    ),
    (
        "superseded: [16%]",
        '18: fact a: superseded: entry 1: must be keys with values: write {value: "16%", as_of: 2014}',
    ),
    (
        "superseded: [{value: 0.50}]",
        '26: fact a: superseded: entry 1: value: YAML reads 0.50 as a number: write value: "0.50"',
    ),
    (
        "superseded: [{as_of: 2014}]",
        '18: fact a: superseded: entry 1: has no "value": write value: and the old figure, in quotes: "16%"',
    ),
    (
        "review_by: soon",
        '16: fact a: review_by: "soon" is not a date: write year, month and day, such as 2027-01-31',
    ),
    (
        "valid_until: 2027-02-30",
        "18: fact a: valid_until: 2027-02-30 is not in the calendar: write year-month-day, such as 2027-01-31",
    ),
    ("valid_until: 2027-2-3", '18: fact a: valid_until: "2027-2-3" lacks a zero: write 2027-02-03'),
    (
        "status: aproved",
        '13: fact a: status: "aproved" is not one of approved, draft, disputed, withdrawn: did you mean "approved"?',
    ),
    ("status: ok", '13: fact a: status: "ok" is not one of approved, draft, disputed, withdrawn'),
    ('appears_in: ["!"]', '18: fact a: appears_in: entry 1: "!" is not a glob: write one such as old/** or news/*.md'),
    ("appears_in: ['[z-a]']", '18: fact a: appears_in: entry 1: "[z-a]" is not a glob: write one such as old/** or news/*.md'),
    ("appears_in: [a.md, '!b.md']", '24: fact a: appears_in: entry 2: "!b.md" is not a glob: write one such as old/** or news/*.md'),
    ("among: [lungs]", "12: fact a: among: needs 2 entries or more, and has 1"),
    ("among: [lungs, no]", '20: fact a: among: entry 2: YAML reads no as false: write "no"'),
    ("pair: [a, b, c]", "11: fact a: pair: needs 2 entries, and has 3"),
    ("pair: [a, 12]", '15: fact a: pair: entry 2: YAML reads 12 as a number: write "12"'),
    ("examples: [x]", "15: fact a: examples: must be keys with values: write agrees:, conflicts: or silent:, "
     "each with a list of sentences"),
    ("examples: {agree: [x]}", '16: fact a: examples: unknown key "agree": did you mean "agrees"?'),
    ("examples: {agrees: x}", "24: fact a: examples: agrees: must be a list: write agrees: [x]"),
    ("<<: {value: x}", '5: "<<" is not supported: write the keys out'),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), OF_A_FACT, ids=[line for line, _ in OF_A_FACT])
def test_of_a_fact(line: str, expected: str) -> None:
    assert problems(f"{HEAD}    {line}\n") == [f"facts.yaml:9:{expected}"]


@pytest.mark.parametrize("claim", ["?", "…", "—", "15%", "40–50", "_"])
def test_a_claim_that_says_nothing(claim: str) -> None:
    said = f'facts.yaml:7:12: fact a: claim: "{claim}" says nothing: write the fact as one plain sentence'
    assert problems(HEAD.replace("X is 15%.", f'"{claim}"')) == [said]


@pytest.mark.parametrize("claim", ["X is 15%.", "Étang.", "肺がん 15%"])
def test_a_claim_that_says_something(claim: str) -> None:
    assert load_text(HEAD.replace("X is 15%.", f'"{claim}"')).facts["a"].claim == claim


OF_A_SOURCE = [
    ("titel: T", '5: source s: unknown key "titel": did you mean "title"?'),
    ("title: 1984", '12: source s: title: YAML reads 1984 as a number: write title: "1984"'),
    (
        "published: May 2018",
        '16: source s: published: "May 2018" is not a year, a month or a date: write 2018, 2018-05 or 2018-05-31',
    ),
    ("published: 2018-13", "16: source s: published: 2018-13 has no such month: write year-month, such as 2018-05"),
    ("url: example.org", '10: source s: url: "example.org" is not a web address: write it whole, with https:// and no spaces'),
    ("doi: bmj.l223", '10: source s: doi: "bmj.l223" is not a DOI: write it as 10.1136/bmj.l223'),
    ("pmid: PMC12", '11: source s: pmid: "PMC12" is not a PubMed number: write its digits alone'),
    ("aka: ACS", "10: source s: aka: must be a list: write aka: [ACS]"),
    (
        "retraction: none",
        "17: source s: retraction: must be keys with values: write {status: none, checked: 2026-05-01}",
    ),
    (
        "retraction: {status: no}",
        '26: source s: retraction: status: "no" is not one of none, retracted, concern, corrected, unchecked: '
        'did you mean "none"?',
    ),
    (
        "retraction: {checked: 2026}",
        '27: source s: retraction: checked: "2026" is not a date: write year, month and day, such as 2027-01-31',
    ),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), OF_A_SOURCE, ids=[line for line, _ in OF_A_SOURCE])
def test_of_a_source(line: str, expected: str) -> None:
    text = f"facts:\n  a: {{claim: X., source: s}}\nsources:\n  s:\n    {line}\n"
    assert problems(text) == [f"facts.yaml:5:{expected}"]


OF_A_CAVEAT = [
    ("anyof: [x]", '5: caveat c: unknown key "anyof": did you mean "any_of"?'),
    ("any_of: []", "13: caveat c: any_of: needs 1 entry or more, and has 0"),
    (
        "any_of: [/(x/]",
        "14: caveat c: any_of: entry 1: /(x/ is not a pattern that medlint can use "
        "(missing ): (x): mend it, or write a plain phrase",
    ),
    (
        r"any_of: ['/(a+)+\1 x/']",
        r"14: caveat c: any_of: entry 1: /(a+)+\1 x/ is not a pattern that medlint can use "
        r"(invalid escape sequence: \1): mend it, or write a plain phrase",
    ),
    (
        "any_of: [/every(?! one)/]",
        "14: caveat c: any_of: entry 1: /every(?! one)/ is not a pattern that medlint can use "
        "(invalid perl operator: (?!): mend it, or write a plain phrase",
    ),
    (
        "any_of: ['/x{2000}/']",
        "14: caveat c: any_of: entry 1: /x{2000}/ is not a pattern that medlint can use "
        "(invalid repetition size: {2000}): mend it, or write a plain phrase",
    ),
    (
        "any_of: [/x]",
        '14: caveat c: any_of: entry 1: "/x" begins as a pattern and has no slash at its end: write "/…/", in quotes',
    ),
    (
        "any_of: [/x*/]",
        "14: caveat c: any_of: entry 1: /x*/ fits any text at all: leave something in it that must be there",
    ),
    ("within: page", '13: caveat c: within: "page" is not one of sentence, paragraph, section, document'),
]


@pytest.mark.parametrize(("line", "expected"), OF_A_CAVEAT, ids=[line for line, _ in OF_A_CAVEAT])
def test_of_a_caveat(line: str, expected: str) -> None:
    text = f"caveats:\n  c:\n    say: It varies.\n    within: document\n    {line}\n"
    text = text.replace("    within: document\n", "    # none\n") if line.startswith("within") else text
    rest = "sources: {s: {title: T}}\nfacts:\n  a: {claim: X., source: s}\n"
    assert problems(text + rest) == [f"facts.yaml:5:{expected}"]


RIGHT = "sources: {s: {title: T}}\nfacts:\n  a: {claim: X., source: s}\n"
"""A right file of 3 lines that further facts, or top-level keys, can follow."""

OF_A_FILE = [
    ("", [": has no facts: write \"facts:\" and under it an id with a claim and a source"]),
    ("# soon\n", [": has no facts: write \"facts:\" and under it an id with a claim and a source"]),
    ("facts:\n", [": has no facts: write \"facts:\" and under it an id with a claim and a source"]),
    ("version: 1\nsources: {s: {title: T}}\n", [": has no facts: write \"facts:\" and under it an id with a claim and a source"]),
    ("- a\n", [':1:1: holds a list, not keys: begin with a key and a colon, such as "facts:"']),
    ("hello\n", [':1:1: holds one text, not keys: begin with a key and a colon, such as "facts:"']),
    ("facts:\n- a\n", [':2:1: facts: must be fact ids, each with a colon and its entry: write "name:" and the rest under it']),
    (RIGHT + "version: 2\n", [':4:10: version: "2" is not a version that medlint reads: write version: 1']),
    (RIGHT + "fact: {}\n", [':4:1: unknown key "fact": did you mean "facts"?']),
    (RIGHT + "terms: [STS]\n", [':4:8: terms: must be names, each with a colon and its entry: write "name:" and the rest under it']),
    (RIGHT + "terms: {sarcoma: STS}\n", [":4:18: terms: sarcoma: must be a list: write sarcoma: [STS]"]),
    (RIGHT + "terms: {nitric oxide: [no]}\n", [':4:24: terms: nitric oxide: entry 1: YAML reads no as false: write "no"']),
    (RIGHT + "contrasts: {extent: [regional]}\n", [":4:21: contrasts: extent: needs 2 entries or more, and has 1"]),
    (RIGHT + "include: facts/*.yaml\n", [":4:10: include: must be a list: write include: [facts/*.yaml]"]),
    (RIGHT + "include: [/nowhere-*/x.yaml]\n", [':4:11: include: "/nowhere-*/x.yaml" matches no file in this folder: correct or delete it']),
    (RIGHT + "include: ['a**']\n", [":4:11: include: \"a**\" cannot be used (Invalid pattern: '**' can only be an entire path component): write a path or a glob such as facts/*.yaml"]),
    (RIGHT + "  a: {claim: Y., source: s}\n", [':4:3: "a" stands here a second time (first in line 3): keep one, or rename one']),
    (RIGHT + "  b:\n", [":4:3: fact b: is empty: write its keys or delete it"]),
    (RIGHT + "  b: X.\n", [":4:6: fact b: must be keys with values: write claim: and source:"]),
    (RIGHT + "  b: {source: s}\n", [':4:6: fact b: has no "claim": write claim: and the fact as one plain sentence']),
    (RIGHT + "  b: {claim: Y.}\n", [':4:6: fact b: has no "source": write source: and the id of its source']),
    (RIGHT + "  My fact: {claim: Y., source: s}\n", [':4:3: fact My fact: an id is letters, digits and hyphens, with no spaces: write "my-fact"']),
    (RIGHT + "  b: {claim: Y., source: S}\n", [':4:26: fact b: there is no source "S": did you mean "s"?']),
    (RIGHT + "  b: {claim: Y., source: {ref: z}}\n", [':4:32: fact b: there is no source "z": define it under sources:']),
    (RIGHT + "  b: {claim: Y., source: {qoute: z}}\n", [
        ':4:26: fact b: source: has no "ref": write ref: and the id of the source',
        ':4:27: fact b: source: unknown key "qoute": did you mean "quote"?',
    ]),
    (RIGHT + "  b: {claim: Y., source: [s]}\n", [
        ':4:26: fact b: source: must be one source, not a list: write an id, or {ref: an-id, quote: "…", locator: Table 2}'
    ]),
    (RIGHT + "  b: {claim: Y., source: s, value: lung, among: [lungs, liver]}\n", [
        ':4:36: fact b: value: "lung" is not among lungs, liver: did you mean "lungs"?'
    ]),
    ("sources: {s: {}}\nfacts: {a: {claim: X., source: s}}\n", [":1:11: source s: says nothing: give at least a title"]),
    ("a: &a [*a]\n", [":1:8: the alias *a stands inside what it names: write it out"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), OF_A_FILE, ids=[text[-40:] or "empty" for text, _ in OF_A_FILE]
)
def test_of_a_file(text: str, expected: list[str]) -> None:
    assert problems(text) == [f"facts.yaml{message}" for message in expected]


def test_all_at_once() -> None:
    text = """\
verson: 1
terms: {sarcoma: STS}
sources:
  s: {titel: T}
caveats:
  c: {any_of: [/(/]}
facts:
  a:
    claim: X is 0.5.
    claim: X is 0.6.
    value: 0.50
    source: t
    period: 2016-2010
    caveats: [d]
  b:
    source: s
"""
    assert problems(text) == [
        'facts.yaml:1:1: unknown key "verson": did you mean "version"?',
        "facts.yaml:2:18: terms: sarcoma: must be a list: write sarcoma: [STS]",
        'facts.yaml:4:7: source s: unknown key "titel": did you mean "title"?',
        'facts.yaml:6:6: caveat c: has no "say": write say: and the sentence that copy should carry',
        "facts.yaml:6:16: caveat c: any_of: entry 1: /(/ is not a pattern that medlint can use "
        "(missing ): (): mend it, or write a plain phrase",
        'facts.yaml:10:5: "claim" stands here a second time (first in line 9): keep one, or rename one',
        'facts.yaml:11:12: fact a: value: YAML reads 0.50 as a number: write value: "0.50"',
        'facts.yaml:12:13: fact a: there is no source "t": define it under sources:',
        "facts.yaml:13:13: fact a: period: 2016-2010 ends before it begins: write 2010–2016, or correct a year",
        'facts.yaml:14:15: fact a: there is no caveat "d": define it under caveats:',
        'facts.yaml:16:5: fact b: has no "claim": write claim: and the fact as one plain sentence',
    ]
