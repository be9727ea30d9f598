"""Facts on invented or invented-for-the-purpose topics, and a short way to ask what a draft states of them."""

from __future__ import annotations

from functools import cache

from linter.checks.view import Settings
from linter.engine import Engine
from linter.facts.load import load_text
from linter.language.figure import Figure
from linter.readers import read
from linter.rulebook.rules import load_rules

_HEAD = "version: 1\nsources:\n  s: {title: An invented registry, publisher: Invented Institute, published: 2024}\n"

TOPICS = {
    "yarrow": """
facts:
  joints: {claim: About 40% of people with yarrow fever have joint pain., source: s}
  rash: {claim: A rash develops in 65% of people with yarrow fever., source: s}
  vaccine: {claim: The injected vaccine prevents yarrow fever in 92% of adults., source: s}
  deaths: {claim: Yarrow fever kills about 1 in 250 people who catch it., source: s}
  incubation: {claim: The incubation period of yarrow fever is 10 to 14 days., source: s}
  people: {claim: "In the United States, 13,400 people are diagnosed with yarrow fever each year.", source: s}
  spread: {claim: Ticks are the most common carrier of yarrow fever., value: ticks, among: [ticks, mosquitoes, sandflies], source: s}
  person: {claim: Yarrow fever does not spread from person to person., source: s}
""",
    "gout": """
facts:
  men: {claim: Gout affects 5.9% of men in the United States., source: s}
  women: {claim: Gout affects 2.0% of women in the United States., source: s}
  allo-start: {claim: The usual starting dose of allopurinol for gout is 100 mg once a day., source: s}
  allo-max: {claim: The maximum dose of allopurinol for gout is 800 mg a day., source: s}
  urate: {claim: The target uric acid level in gout is below 6 mg/dL., source: s}
  attack: {claim: A gout attack usually lasts 7 to 10 days., source: s}
  toe: {claim: The big toe is the joint most often affected by gout., value: big toe, among: [big toe, knee, ankle, wrist], source: s}
  brand: {claim: Allopurinol is sold as Zyloprim., pair: [allopurinol, Zyloprim], source: s}
""",
    "melanoma": """
facts:
  local-5y: {claim: The 5-year relative survival rate for localized melanoma is 99%., source: s}
  distant-5y: {claim: The 5-year relative survival rate for metastatic melanoma is 35%., source: s, superseded: [{value: "27%", as_of: 2018}]}
  brain: {claim: Around 43% of metastatic melanoma spreads to the brain., source: s}
  pembro-pfs: {claim: The median progression-free survival with pembrolizumab for metastatic melanoma was 8.4 months., source: s}
  pembro-os: {claim: The median overall survival with pembrolizumab for metastatic melanoma was 32.7 months., source: s}
  mutation: {claim: About half of melanomas have a BRAF mutation., source: s}
  lifetime: {claim: The lifetime risk of melanoma in the United States is about 1 in 33 for men., source: s}
""",
    "knee": """
facts:
  adults: {claim: Knee osteoarthritis affects 19% of adults aged 45 and over., source: s}
  women: {claim: About 62% of people with knee osteoarthritis are women., source: s}
  exercise: {claim: Exercise therapy reduced pain from knee osteoarthritis by 30% at 12 weeks., source: s}
  replaced: {claim: About 82% of total knee replacements last 25 years., source: s}
  infection: {claim: Less than 1% of people who have a knee replacement get an infection., source: s}
  walking: {claim: Most people walk without aids within 6 weeks of a knee replacement., source: s}
  types: {claim: There are more than 100 types of arthritis., source: s}
""",
    "shingles": """
facts:
  lifetime: {claim: About 1 in 3 people in the United States will develop shingles in their lifetime., source: s}
  vaccine: {claim: Two doses of Shingrix are 97% effective at preventing shingles in adults aged 50 to 69., source: s}
  older: {claim: Two doses of Shingrix are 91% effective at preventing shingles in adults aged 70 and older., source: s}
  gap: {claim: The second dose of Shingrix should be given 2 to 6 months after the first., source: s}
  phn: {claim: "Between 10% and 18% of people with shingles develop postherpetic neuralgia.", source: s}
  aciclovir: {claim: The adult dose of aciclovir for shingles is 800 mg five times a day., source: s}
  live: {claim: Shingrix is not a live vaccine., source: s}
""",
    "sepsis": """
facts:
  us: {claim: "At least 1.7 million adults in the United States develop sepsis each year.", source: s}
  deaths: {claim: "About 350,000 adults who develop sepsis die during their hospitalization or are discharged to hospice.", source: s, value: "350,000"}
  hospital: {claim: "1 in 3 people who die in a hospital had sepsis.", source: s, value: "1 in 3"}
  fluid: {claim: Adults with septic shock should receive at least 30 mL/kg of fluid within the first 3 hours., value: at least 30 mL/kg, source: s}
  outside: {claim: Sepsis begins outside the hospital in nearly 87% of cases., source: s}
""",
    "heart": """
facts:
  afib-us: {claim: An estimated 12.1 million people in the United States will have atrial fibrillation in 2030., source: s}
  stroke: {claim: Atrial fibrillation increases the risk of stroke fivefold., source: s}
  warfarin: {claim: Warfarin reduces the risk of stroke in atrial fibrillation by 64%., source: s}
  apixaban: {claim: The usual dose of apixaban for atrial fibrillation is 5 mg twice a day., source: s}
  ablation: {claim: One year after ablation 70% of people with paroxysmal atrial fibrillation are free of it., source: s}
  bp: {claim: The target blood pressure for most adults is below 130/80 mm Hg., source: s}
""",
    "withdrawn": """
facts:
  marsh-old: {claim: Marsh palsy affects 3% of children., source: s, status: withdrawn}
  marsh: {claim: Marsh palsy affects 6% of adults., source: s}
""",
}  # fmt: skip


@cache
def engine(topic: str) -> Engine:
    from datetime import date

    return Engine(load_text(_HEAD + TOPICS[topic]), load_rules(), Settings(date(2026, 6, 1)))


def stated(topic: str, draft: str, path: str = "draft.md") -> list[tuple[str, str, str]]:
    """What ``draft`` states of the topic's facts: the copy's words, the fact, the verdict, in their order."""
    document = read(path, draft.encode())
    view = engine(topic).view(document)
    found = []
    for b in view.bindings:
        text = document.blocks[b.context.block].text
        found.append(
            (
                _place(document, b.context.block, b.figure),
                text[b.figure.start : b.figure.end],
                b.key.fact.id,
                b.verdict,
            )
        )
    for s in view.statements:
        at = document.blocks[s.context.block].starts[s.start]
        found.append((at, "", s.key.fact.id, s.verdict))
    return [(" ".join(text.split()), fact, verdict) for _, text, fact, verdict in sorted(found)]


def _place(document, block: int, figure: Figure) -> int:  # type: ignore[no-untyped-def]
    return int(document.blocks[block].starts[figure.start])
