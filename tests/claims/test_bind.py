"""Which fact each figure of a draft states, and how: small drafts on topics that nothing was tuned for.

A case is a name, a topic (its facts are in topics.py), a Markdown draft, and all that it states:
``words of the copy > fact > verdict``, joined by semicolons; nothing where medlint must be silent.
A statement without a figure has no words.
"""

from __future__ import annotations

import pytest
from topics import stated

CASES = [
    # -- the same claim in other words
    ("the claim itself", "yarrow", "About 40% of people with yarrow fever have joint pain.", "40% > joints > agrees"),
    ("words for digits", "yarrow", "Forty percent of people with yarrow fever have joint pain.", "Forty percent > joints > agrees"),
    ("a ratio for a percentage", "yarrow", "Two in five people with yarrow fever have joint pain.", "Two in five > joints > agrees"),
    ("turned round", "yarrow", "Joint pain is seen in 40% of yarrow fever patients.", "40% > joints > agrees"),
    ("a plain word for a Latin one", "yarrow", "In 40% of people with yarrow fever, the joints hurt.", "40% > joints > agrees"),
    ("the verb for the noun", "melanoma", "In 43% of metastatic melanoma cases, the cancer has spread to the brain.", "43% > brain > agrees"),
    ("cerebral for brain", "melanoma", "About 43% of metastatic melanomas form cerebral metastases.", "43% > brain > agrees"),
    ("alone in hedged decimals", "gout", "Gout affects about 6% of men in the United States.", "6% > men > agrees"),
    ("an implied bound", "knee", "More than 80% of total knee replacements last 25 years.", "80% > replaced > agrees"),
    ("a weaker bound", "knee", "There are more than 90 types of arthritis.", "90 > types > agrees"),
    ("months for years", "heart", "Twelve months after ablation, 70% of people with paroxysmal atrial fibrillation are free of it.", "70% > ablation > agrees"),
    ("before for after", "heart", "One year before ablation 70% of people with paroxysmal atrial fibrillation are free of it.", "70% > ablation > scope"),
    ("a no put in", "heart", "One year after no ablation 70% of people with paroxysmal atrial fibrillation are free of it.", "70% > ablation > scope"),
    ("since for after", "heart", "One year since ablation 70% of people with paroxysmal atrial fibrillation are free of it.", "70% > ablation > agrees"),
    ("after and before in other words", "heart", "A year on from ablation, 70% of people with paroxysmal atrial fibrillation are free of it.", "70% > ablation > agrees"),
    ("a bound in other words", "knee", "Fewer than 1 in 100 people get an infection after a knee replacement.", "1 in 100 > infection > agrees"),
    ("an abbreviation", "melanoma", "In metastatic melanoma, median OS with pembrolizumab was 32.7 months.", "32.7 months > pembro-os > agrees"),
    # -- the same claim, another figure
    ("another figure", "yarrow", "About 60% of people with yarrow fever have joint pain.", "60% > joints > value"),
    ("said again more exactly", "yarrow", "In yarrow fever, not quite half, 40%, have joint pain.", "40% > joints > agrees"),
    ("said again less exactly", "gout", "Gout affects 5.9%, or about 6%, of men in the United States.", "5.9% > men > agrees; 6% > men > agrees"),
    ("a rounder figure", "melanoma", "About 40% of metastatic melanoma spreads to the brain.", "40% > brain > value"),
    ("a rounder ratio", "yarrow", "A rash develops in half of people with yarrow fever.", "half > rash > value"),
    ("swapped digits", "knee", "About 28% of total knee replacements last 25 years.", "28% > replaced > value"),
    ("another range", "yarrow", "The incubation period of yarrow fever is 7 to 14 days.", "7 to 14 days > incubation > value"),
    ("a point of the range", "shingles", "About 15% of people with shingles develop postherpetic neuralgia.", "15% > phn > value"),
    ("a refuted bound", "knee", "More than 90% of total knee replacements last 25 years.", "90% > replaced > value"),
    ("a bound turned round", "knee", "More than 1% of people who have a knee replacement get an infection.", "1% > infection > value"),
    ("a point for a bound", "knee", "About 1% of people who have a knee replacement get an infection.", "1% > infection > value"),
    ("another count", "yarrow", "Each year in the United States, 14,300 people are diagnosed with yarrow fever.", "14,300 > people > value"),
    ("another ratio", "yarrow", "Yarrow fever kills 1 in 50 people who catch it.", "1 in 50 > deaths > value"),
    ("a requirement weakened", "sepsis", "Adults with septic shock should receive at least 20 mL/kg of fluid within the first 3 hours.", "20 mL/kg > fluid > value"),
    ("a shifted decimal point", "melanoma", "With pembrolizumab, the median progression-free survival for metastatic melanoma was 84 months.", "84 months > pembro-pfs > value"),
    ("another pressure", "heart", "The target blood pressure for most adults is below 140/90 mm Hg.", "140/90 mm Hg > bp > value"),
    # -- the same digits, another unit
    ("weeks for months", "melanoma", "The median progression-free survival with pembrolizumab for metastatic melanoma was 8.4 weeks.", "8.4 weeks > pembro-pfs > unit"),
    ("micrograms for milligrams", "gout", "The usual starting dose of allopurinol for gout is 100 mcg once a day.", "100 mcg > allo-start > unit"),
    ("per 1,000 for percent", "yarrow", "A rash develops in 65 per 1,000 people with yarrow fever.", "65 per 1,000 > rash > unit"),
    ("billion for million", "heart", "An estimated 12.1 billion people in the United States will have atrial fibrillation in 2030.", "12.1 billion > afib-us > unit"),
    ("hours for days", "gout", "A gout attack usually lasts 7 to 10 hours.", "7 to 10 hours > attack > unit"),
    # -- what rules a fact out
    ("another stage", "melanoma", "About 60% of people with localized melanoma have one mole removed.", ""),
    ("another stage with its own figure", "melanoma", "The 5-year relative survival rate for regional melanoma is 74%.", ""),
    ("another sex", "gout", "Gout affects 2% of women in the United States and 5.9% of men.", "2% > women > agrees; 5.9% > men > agrees"),
    ("another age", "shingles", "Two doses of Shingrix are 85% effective at preventing shingles in adults aged 18 to 49.", ""),
    ("another horizon", "melanoma", "The 1-year relative survival rate for metastatic melanoma is 60%.", ""),
    ("another organ", "melanoma", "Around 30% of metastatic melanoma spreads to the liver.", ""),
    ("another drug", "melanoma", "The median progression-free survival with nivolumab for metastatic melanoma was 6.9 months.", ""),
    ("another measure", "melanoma", "The median duration of response with pembrolizumab for metastatic melanoma was 20 months.", ""),
    ("mean for median", "melanoma", "The mean progression-free survival with pembrolizumab for metastatic melanoma was 10 months.", ""),
    ("what the draft names nowhere", "shingles", "# Flu\n\nTwo doses are 85% effective in adults aged 50 to 69.", ""),
    ("another disease", "yarrow", "About 60% of people with lupus have joint pain.", ""),
    ("another place", "gout", "Gout affects 2.5% of men in the United Kingdom.", ""),
    ("a change for a level", "yarrow", "Joint pain in people with yarrow fever fell by 25%.", ""),
    ("a level for a change", "knee", "Pain from knee osteoarthritis disturbs sleep in 70% of people.", ""),
    ("another kind of quantity", "yarrow", "People with yarrow fever have joint pain for 3 weeks.", ""),
    ("another dose", "gout", "The maximum dose of allopurinol for gout is 800 mg a day.", "800 mg > allo-max > agrees"),
    ("another vaccine", "shingles", "Zostavax was 51% effective at preventing shingles in adults aged 60 and older.", ""),
    ("one dose for two", "shingles", "One dose of Shingrix was 70% effective at preventing shingles in adults aged 50 to 69.", ""),
    ("another outcome", "yarrow", "About 60% of people with yarrow fever keep a cat.", ""),
    ("another outcome in a line that says 'have'", "yarrow", "About 60% of people with yarrow fever have a cat.", ""),
    ("another outcome, of the same kind", "yarrow", "About 60% of people with yarrow fever have blurred vision.", ""),
    ("an unrelated number", "yarrow", "Yarrow fever was described in 1931, and 212 papers have been written since.", ""),
    ("cases are not deaths", "yarrow", "In the United States, 54 people die of yarrow fever each year.", ""),
    # -- inheritance
    ("from the heading", "yarrow", "# Yarrow fever\n\n## Symptoms\n\nAbout 60% have joint pain.", "60% > joints > value"),
    ("from the title", "yarrow", "# Yarrow fever: what to know\n\n## Outlook\n\nA rash develops in 65% of people.", "65% > rash > agrees"),
    ("from the sentence before", "yarrow", "Yarrow fever is spread by ticks. About 60% of people have joint pain.", " > spread > agrees; 60% > joints > value"),
    ("by 'the disease'", "yarrow", "Yarrow fever is rare in towns. The disease kills 1 in 50 people who catch it.", "1 in 50 > deaths > value"),
    ("by 'this cancer'", "melanoma", "# Metastatic melanoma\n\nThis cancer reaches the brain in about 43% of people.", "43% > brain > agrees"),
    ("by 'it'", "yarrow", "Ticks carry yarrow fever. It kills about 1 in 250 people who catch it.", " > spread > agrees; 1 in 250 > deaths > agrees"),
    ("from a question", "yarrow", "# Yarrow fever\n\n## How long is the incubation period?\n\n7 to 10 days.", "7 to 10 days > incubation > value"),
    ("from a list's lead-in", "yarrow", "Signs of yarrow fever:\n\n- a rash, in 65% of people\n- joint pain, in 60% of people\n", "65% > rash > agrees; 60% > joints > value"),
    ("from row and column", "gout", "Gout in the United States:\n\n| Group | Affected by gout in the United States |\n|---|---|\n| Men | 5.9% |\n| Women | 3.0% |\n", "5.9% > men > agrees; 3.0% > women > value"),
    ("the localized heading rules out", "melanoma", "# Melanoma\n\n## Localized melanoma\n\nAbout 85% of people survive.", ""),
    ("the heading's stage", "melanoma", "# Melanoma\n\n## Metastatic melanoma\n\nThe 5-year relative survival rate is 30%.", "30% > distant-5y > value"),
    ("a heading that contradicts", "yarrow", "# Yarrow fever\n\n## Other diseases: lupus\n\nAbout 60% of people with lupus have joint pain.", ""),
    ("a page on something else", "yarrow", "# Lupus\n\nAbout 60% of people have joint pain.", ""),
    # -- several figures in a sentence
    ("two sides in a bracket", "gout", "In the United States, gout affects men 3 times as often, rather than women, with more in men than in women (5.9% vs. 2.0%).", "5.9% > men > agrees; 2.0% > women > agrees"),
    ("two sides in a bracket exchanged", "gout", "In the United States, gout is more common in men than in women (2.0% vs. 5.9%).", "2.0% > men > value; 5.9% > women > value"),
    ("respectively", "gout", "In the United States, gout affects 5.9% and 3.0% of men and women, respectively.", "5.9% > men > agrees; 3.0% > women > value"),
    ("swapped", "gout", "In the United States, gout affects 2.0% of men and 5.9% of women.", "2.0% > men > value; 5.9% > women > value"),
    ("while", "melanoma", "The 5-year relative survival rate is 99% for localized melanoma, while it is 30% for metastatic melanoma.", "99% > local-5y > agrees; 30% > distant-5y > value"),
    ("an aside", "yarrow", "About 40% of people with yarrow fever (some 5,000 a year) have joint pain.", "40% > joints > agrees"),
    # -- scope
    ("all stages for one", "melanoma", "The 5-year relative survival rate for melanoma is 35%.", "35% > distant-5y > scope"),
    ("observed for relative", "melanoma", "About 35% of people with metastatic melanoma are alive after 5 years.", "35% > distant-5y > scope"),
    ("another measure with this figure", "melanoma", "The median overall survival with pembrolizumab for metastatic melanoma was 8.4 months.", "8.4 months > pembro-pfs > scope"),
    ("another horizon with this figure", "melanoma", "The 1-year relative survival rate for metastatic melanoma is 35%.", "35% > distant-5y > scope"),
    ("a wider age", "shingles", "Two doses of Shingrix are 97% effective at preventing shingles in adults of all ages.", "97% > vaccine > scope"),
    # -- superseded, withdrawn
    ("superseded", "melanoma", "The 5-year relative survival rate for metastatic melanoma is 27%.", "27% > distant-5y > superseded"),
    ("a bound that holds though it was once the figure", "melanoma", "The 5-year relative survival rate for metastatic melanoma is more than 27%.", "27% > distant-5y > agrees"),
    ("withdrawn", "withdrawn", "Marsh palsy affects 3% of children.", "3% > marsh-old > agrees"),
    # -- direction, rhythm
    ("a rise for a fall", "heart", "Warfarin increases the risk of stroke in atrial fibrillation by 64%.", "64% > warfarin > direction"),
    ("a fall", "heart", "With warfarin, the risk of stroke in atrial fibrillation is 64% lower.", "64% > warfarin > agrees"),
    ("another rhythm", "heart", "The usual dose of apixaban for atrial fibrillation is 5 mg once a day.", "5 mg > apixaban > frequency"),
    ("the same rhythm in other words", "heart", "The usual dose of apixaban for atrial fibrillation is 5 mg every 12 hours.", "5 mg > apixaban > agrees"),
    ("another rhythm, hours", "shingles", "The adult dose of aciclovir for shingles is 800 mg three times a day.", "800 mg > aciclovir > frequency"),
    # -- refuted figures
    ("a myth", "yarrow", "It is a myth that 60% of people with yarrow fever have joint pain.", ""),
    ("not this but that", "yarrow", "Not 60%, as often reported, but 40% of people with yarrow fever have joint pain.", "40% > joints > agrees"),
    ("quoted to be denied", "yarrow", 'A leaflet says "60% of people with yarrow fever have joint pain." That is not true.', ""),
    ("rather than", "yarrow", "Joint pain is seen in 40% of people with yarrow fever rather than 60%.", "40% > joints > agrees"),
    ("no longer true", "melanoma", "It is no longer true that the 5-year relative survival rate for metastatic melanoma is 27%.", ""),
    # -- statements
    ("another answer", "yarrow", "Mosquitoes are the most common carrier of yarrow fever.", "> spread > category"),
    ("the answer in other words", "yarrow", "Yarrow fever is most commonly carried by ticks.", "> spread > agrees"),
    ("another answer beside the right one", "yarrow", "After ticks, mosquitoes are the most common carrier of yarrow fever.", ""),
    ("the opposite", "yarrow", "Yarrow fever spreads from person to person.", "> person > polarity"),
    ("the opposite, denied", "yarrow", "It is a myth that yarrow fever spreads from person to person.", ""),
    ("the statement", "yarrow", "Yarrow fever can't spread from person to person.", "> person > agrees"),
    ("a question", "yarrow", "Does yarrow fever spread from person to person?", ""),
    ("the opposite of a negation", "shingles", "Shingrix is a live vaccine.", "> live > polarity"),
    ("another organ as the answer", "gout", "The knee is the joint most often affected by gout.", "> toe > category"),
    ("another brand", "gout", "Allopurinol (Colcrys) lowers uric acid.", "> brand > name"),
    ("the brand", "gout", "Allopurinol (Zyloprim) lowers uric acid.", "> brand > agrees"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("topic", "draft", "expected"), [pytest.param(*case[1:], id=case[0]) for case in CASES]
)
def test_a_draft(topic: str, draft: str, expected: str) -> None:
    rows = [tuple(part.strip() for part in row.split(">")) for row in expected.split(";") if row]
    assert stated(topic, draft) == rows


@pytest.mark.parametrize("topic", ["yarrow", "gout", "melanoma", "knee", "shingles", "sepsis", "heart"])
def test_every_claim_states_its_own_fact(topic: str) -> None:
    from topics import engine

    facts = engine(topic).facts
    assert facts is not None
    for fact in facts.facts.values():
        found = [row[1:] for row in stated(topic, f"{fact.claim}\n")]
        assert (fact.id, "agrees") in found or fact.pair
        assert {verdict for _, verdict in found} <= {"agrees"}
