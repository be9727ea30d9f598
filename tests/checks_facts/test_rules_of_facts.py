"""The rules that hold a draft against facts: each sentence of their contract as drafts.

A case is a name, a draft, and every finding of the conflict, missing and stale groups:
``rule | words found | fact``, in the order of the draft.
"""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from linter.engine import Engine, Settings
from linter.facts.load import load_text
from linter.readers import read
from linter.rulebook.rules import load_rules

FACTS = """
version: 1
sources:
  iid: {title: Registry of yarrow fever, publisher: Institute for Invented Diseases, published: 2021, aka: [IID, the registry]}
  ona: {title: Palsy atlas, publisher: Office of Novel Ailments, published: 2019, aka: [ONA]}
caveats:
  averages:
    say: These are averages.
    any_of: [averages, /every (person|case) is different/]
    within: document
  doctor:
    say: Ask a doctor before you take it.
    any_of: [ask a doctor]
    within: paragraph
facts:
  five-year:
    claim: The 5-year relative survival rate for metastatic larkoma was 15%.
    period: 2010–2016
    source: iid
    superseded: [{value: "12%", as_of: 2008}]
  asked:
    claim: About 24.8% of people with marsh palsy lose their sense of smell.
    period: 2015–2019
    source: ona
    require: [period, attribution, hedge]
  caveated:
    claim: Median survival with tarn disease is 30 months.
    source: iid
    caveats: [averages]
  dose:
    claim: The usual dose of aspirin for tarn disease is 75 mg once a day.
    source: iid
    caveats: [doctor]
  cases:
    claim: In 2023, 13,400 people in Canada were diagnosed with tarn disease.
    source: iid
    as_of: 2023
  expired:
    claim: Yarrow fever leaves scars in 30% of people.
    source: iid
    valid_until: 2025-12-31
  due:
    claim: Yarrow fever itches in 70% of people.
    source: iid
    review_by: 2026-01-01
  gone:
    claim: Yarrow fever kills 9% of infants.
    source: iid
    status: withdrawn
  carrier:
    claim: Ticks are the most common carrier of yarrow fever.
    value: ticks
    among: [ticks, mosquitoes, sandflies]
    source: iid
"""

CASES = [
    # -- conflict
    ("rightly", "The 5-year relative survival rate for metastatic larkoma was 15%.", []),
    ("another figure", "The 5-year relative survival rate for metastatic larkoma was 18%.", ["value-conflict | 18% | five-year"]),
    ("another unit", "Median survival with tarn disease is 30 weeks. These are averages.", ["unit-conflict | 30 weeks | caveated"]),
    ("superseded, instead of value-conflict", "The 5-year relative survival rate for metastatic larkoma was 12%.", ["superseded-value | 12% | five-year"]),
    ("superseded before stale-year", "From 2001 to 2008, the 5-year relative survival rate for metastatic larkoma was 12%.", ["superseded-value | 12% | five-year"]),
    ("observed for relative", "Of people with metastatic larkoma, 15% are alive after 5 years.", ["scope-conflict | 15% | five-year"]),
    ("another rhythm", "The usual dose of aspirin for tarn disease is 75 mg twice a day. Ask a doctor.", ["value-conflict | 75 mg twice a day | dose"]),
    ("a shifted decimal point", "The usual dose of aspirin for tarn disease is 7.5 mg once a day.", ["value-conflict | 7.5 mg | dose"]),
    ("other data years", "From 2012 to 2018, the 5-year relative survival rate for metastatic larkoma was 15%.", ["period-conflict | 2012–2018 | five-year"]),
    ("its own data years", "From 2010 to 2016, the 5-year relative survival rate for metastatic larkoma was 15%.", []),
    ("another source", "According to the ONA, the 5-year relative survival rate for metastatic larkoma was 15%.", ["source-conflict | ONA | five-year"]),
    ("its own source", "According to the IID, the 5-year relative survival rate for metastatic larkoma was 15%.", []),
    ("another year of the source", "According to a 2017 report by the IID, the 5-year relative survival rate for metastatic larkoma was 15%.", ["source-conflict | 2017 | five-year"]),
    ("a source that no one knows", "According to the Daily Planet, the 5-year relative survival rate for metastatic larkoma was 15%.", []),
    ("withdrawn", "Yarrow fever kills 9% of infants.", ["withdrawn-fact | 9% | gone"]),
    ("withdrawn, another figure", "Yarrow fever kills 4% of infants.", []),
    ("another answer", "Mosquitoes are the most common carrier of yarrow fever.", ["category-conflict | Mosquitoes | carrier"]),
    # -- stale
    ("an earlier year", "In 2020, 13,400 people in Canada were diagnosed with tarn disease.", ["stale-year | 2020 | cases"]),
    ("an earlier year, another figure", "In 2020, 12,900 people in Canada were diagnosed with tarn disease.", ["stale-year | 2020 | cases"]),
    ("its own year", "In 2023, 13,400 people in Canada were diagnosed with tarn disease.", []),
    ("compared with the past", "In 2023, 13,400 people in Canada were diagnosed with tarn disease, up from 12,000 in 2019.", []),
    ("an earlier period", "From 2001 to 2007, the 5-year relative survival rate for metastatic larkoma was 15%.", ["stale-year | 2001–2007 | five-year"]),
    ("stale before period", "Between 2003 and 2009, the 5-year relative survival rate for metastatic larkoma was 15%.", ["stale-year | 2003–2009 | five-year"]),
    ("expired", "Yarrow fever leaves scars in 30% of people.", ["expired-fact | 30% | expired"]),
    ("due for review", "Yarrow fever itches in 70% of people.", ["expired-fact | 70% | due"]),
    ("expired, and wrong", "Yarrow fever leaves scars in 50% of people.", ["value-conflict | 50% | expired"]),
    # -- missing
    ("all that it asks", "From 2015 to 2019, about 25% of people with marsh palsy lost their sense of smell, according to the ONA.", []),
    ("all but the years", "According to the ONA, about 25% of people with marsh palsy lose their sense of smell.", ["missing-period | 25% | asked"]),
    ("all but the source", "From 2015 to 2019, about 25% of people with marsh palsy lost their sense of smell.", ["missing-attribution | 25% | asked"]),
    ("all but the hedge", "From 2015 to 2019, 24.8% of people with marsh palsy lost their sense of smell, according to the ONA.", ["missing-hedge | 24.8% | asked"]),
    ("none of it", "In marsh palsy, 24.8% of people lose their sense of smell.", ["missing-attribution | 24.8% | asked", "missing-hedge | 24.8% | asked", "missing-period | 24.8% | asked"]),
    ("years in the next sentence", "According to the ONA, about 25% of people with marsh palsy lose their sense of smell. The data are from 2015 to 2019.", []),
    ("years two sentences on", "According to the ONA, about 25% of people with marsh palsy lose their sense of smell. Most are adults. The data are from 2015 to 2019.", ["missing-period | 25% | asked"]),
    ("the source elsewhere in the paragraph", "The ONA looked at marsh palsy. From 2015 to 2019, about 25% of people lost their sense of smell.", []),
    ("the source in another paragraph", "The ONA looked at marsh palsy.\n\nFrom 2015 to 2019, about 25% of people with marsh palsy lost their sense of smell.", ["missing-attribution | 25% | asked"]),
    ("nothing is missing from a conflict", "In marsh palsy, 40% of people lose their sense of smell.", ["value-conflict | 40% | asked"]),
    ("without its caveat", "Median survival with tarn disease is 30 months.", ["missing-caveat | 30 months | caveated"]),
    ("the caveat anywhere in the draft", "Median survival with tarn disease is 30 months.\n\n## More\n\nThese figures are Averages.", []),
    ("the caveat across a line break, by its pattern", "Median survival with tarn disease is 30 months.\n\nEvery person\nis different.", []),
    ("the caveat in other words", "Median survival with tarn disease is 30 months.\n\nThese are only average figures.", []),
    ("the caveat in its paragraph", "The usual dose of aspirin for tarn disease is 75 mg once a day. Ask a doctor.", []),
    ("the caveat in the wrong paragraph", "The usual dose of aspirin for tarn disease is 75 mg once a day.\n\nAsk a doctor.", ["missing-caveat | 75 mg | dose"]),
    ("a table says it in its caption", "Marsh palsy, ONA, 2015–2019:\n\n| Sign | About |\n|---|---|\n| Loss of the sense of smell | about 25% |\n", []),
]  # fmt: skip


@cache
def engine() -> Engine:
    return Engine(load_text(FACTS), load_rules(), Settings(date(2026, 6, 1)))


def found(draft: str, path: str = "draft.md") -> list[str]:
    findings = sorted(engine().check(read(path, draft.encode())).findings, key=lambda f: f.sort_key)
    return [
        f"{f.rule} | {f.found} | {f.fact.id if f.fact else '-'}"
        for f in findings
        if f.group in ("conflict", "missing", "stale")
    ]


@pytest.mark.parametrize(("draft", "expected"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_a_draft(draft: str, expected: list[str]) -> None:
    assert found(draft) == expected


def test_the_facts_are_read_without_a_mistake() -> None:
    facts = engine().facts
    assert facts is not None
    assert Engine.audit(facts) == []
