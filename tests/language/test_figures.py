"""What is read from a sentence: each figure's place and the whole of what it says.

A sentence marks its figures with « and »; each line after it is one of them: kind, dimension, value
(``low..high`` for a range, ``± margin``, ``/second``), unit, qualifier, role.
"""

from __future__ import annotations

import pytest

from linter.language.figure import Figure, show
from linter.language.quantities import read_figures

CASES = """
# numbers
Life was shorter by «a full decade».
    duration | time | 1 | decade | exact | claim
Of every «100» people who carry it, between «5 and 10» fall ill.
    count | count | 100 |  | exact | denominator
    range | proportion | 5..10 | in 100 | exact | claim
A bump of «5 mm or larger» counts.
    quantity | length | 5 | mm | at-least | claim
There were «13,400» new cases.
    count | count | 13400 |  | exact | claim
«Nine adults with lupus in every ten» are female.
    ratio | proportion | 9 | in 10 | exact | claim
They came to «72.8 Americans with SLE in every 100,000».
    ratio | proportion | 72.8 | in 100000 | exact | claim
«Ten» women with lupus in «3» clinics took part.
    count | count | 10 |  | exact | claim
    count | count | 3 |  | exact | claim
That adds up to «795,000» strokes a year.
    count | count | 795000 |  | exact | claim
Last year up to «795,000» had a stroke.
    count | count | 795000 |  | at-most | claim
«1 in 6». Approximately «1 in 7» deaths is due to it.
    ratio | proportion | 1 | in 6 | exact | claim
    ratio | proportion | 1 | in 7 | about | claim
Take at most «4 g» («8» «500mg» tablets) a day.
    quantity | mass | 4 | g | at-most | claim
    count | count | 8 |  | exact | claim
    quantity | mass | 500 | mg | exact | claim
There were «13 400» new cases.
    count | count | 13400 |  | exact | claim
It costs «13.4 thousand» beds.
    count | count | 13400 |  | exact | claim
About «1.2 million» people live with it.
    count | count | 1200000 |  | about | claim
«Twenty-one trillion and three hundred» cells.
    count | count | 21000000000300 |  | exact | claim
«One hundred and sixty-one» deaths.
    count | count | 161 |  | exact | claim
«Two and a half million» doses.
    count | count | 2500000 |  | exact | claim
«One million and a half» possibilities.
    count | count | 1500000 |  | exact | claim
«Half a dozen» sites.
    count | count | 6 |  | exact | claim
The score was «4.5».
    number | number | 4.5 |  | exact | claim
A pH of «7·4» is normal.
    number | number | 7.4 |  | exact | claim
A loss of «−2» points.
    count | count | -2 |  | exact | claim
Some «1.234.567» tablets sold.
    count | count | 1234567 |  | about | claim
«12,34,567» doses were given.
    count | count | 1234567 |  | exact | claim
«1.5 × 10^9» copies.
    count | count | 1500000000 |  | exact | claim
«5 to 10 million» people.
    range | count | 5000000..10000000 |  | exact | claim
It rose from «1.2» to «1.5 million».
    count | count | 1200000 |  | exact | claim
    count | count | 1500000 |  | exact | claim
About «6.7m» people.
    count | count | 6700000 |  | about | claim
# parts
About «two-thirds» of patients.
    ratio | proportion | 0.666667 |  | about | claim
Nearly «half» of them.
    ratio | proportion | 0.5 |  | about | claim
«A quarter» of women and «one third» of men.
    ratio | proportion | 0.25 |  | exact | claim
    ratio | proportion | 0.333333 |  | exact | claim
«Three quarters of a billion».
    count | count | 750000000 |  | exact | claim
«0.15» of the total.
    ratio | proportion | 0.15 |  | exact | claim
Take «1/2 cup» or «2 1/2 cups».
    quantity | volume | 0.5 | cup | exact | claim
    quantity | volume | 2.5 | cup | exact | claim
«2½» tablets.
    count | count | 2.5 |  | exact | claim
# frequencies
About «1 in 7» women.
    ratio | proportion | 1 | in 7 | about | claim
«One in every seven» children.
    ratio | proportion | 1 | in 7 | exact | claim
«15 out of 100» people.
    ratio | proportion | 15 | in 100 | exact | claim
In «3 of 20» patients.
    ratio | proportion | 3 | in 20 | exact | claim
«15 per 100,000 person-years».
    ratio | rate | 15 | per 100000 person-years | exact | claim
«8 deaths per 1,000» live births.
    ratio | proportion | 8 | in 1000 | exact | claim
«One woman in three».
    ratio | proportion | 1 | in 3 | exact | claim
«7 times out of 10».
    ratio | proportion | 7 | in 10 | exact | claim
A «1-in-4» chance.
    ratio | proportion | 1 | in 4 | exact | claim
Between «1 in 400 and 1 in 1,000» babies.
    range | proportion | 1..2.5 | in 1000 | exact | claim
Of every «100» people, «8» relapse.
    count | count | 100 |  | exact | denominator
    ratio | proportion | 8 | in 100 | exact | claim
Of every «10,000» donors, around «3.1» died.
    count | count | 10000 |  | exact | denominator
    ratio | proportion | 3.1 | in 10000 | about | claim
Out of «10,000» of them, an estimated «30.8» would fall ill.
    count | count | 10000 |  | exact | denominator
    ratio | proportion | 30.8 | in 10000 | about | claim
If you gathered «100» people in a room, «95» would carry it.
    count | count | 100 |  | exact | denominator
    ratio | proportion | 95 | in 100 | exact | claim
Cook it to «165°F or hotter» inside.
    quantity | temperature-f | 165 | °F | at-least | claim
Give it not later than «4.5 hours» after that.
    duration | time | 4.5 | h | at-most | claim
Out of «1,000» women, «3» died.
    count | count | 1000 |  | exact | denominator
    ratio | proportion | 3 | in 1000 | exact | claim
All patients had it («25/25»).
    ratio | proportion | 25 | in 25 | exact | claim
# percents
Survival was «15%».
    percent | proportion | 15 | % | exact | claim
«fifteen per cent»
    percent | proportion | 15 | % | exact | claim
Up by «3 percentage points».
    percent | points | 3 | points | exact | claim
a «2-percent» solution
    percent | proportion | 2 | % | exact | claim
«12.5 ± 3.7%»
    percent | proportion | 12.5 ± 3.7 | % | exact | claim
«100 ‰»
    percent | proportion | 100 | ‰ | exact | claim
# multiples
Their odds are «100 times» those of others.
    number | multiple | 100 | × | exact | claim
It raises the risk of stroke «five times».
    number | multiple | 5 | × | exact | claim
To lower the risk use it «3» times a day.
    count | count | 3 |  | exact | claim
They are «twice» as likely.
    number | multiple | 2 | × | exact | claim
A «threefold» rise.
    number | multiple | 3 | × | exact | claim
«2.5-fold» higher.
    number | multiple | 2.5 | × | exact | claim
«Three times» higher.
    number | multiple | 3 | × | exact | claim
It «doubled».
    number | multiple | 2 | × | exact | claim
The odds are «3 to 1».
    ratio | odds | 3 | : | exact | claim
A «3:1» ratio.
    ratio | odds | 3 | : | exact | claim
# ranges
«40–50%» of cases.
    range | proportion | 40..50 | % | exact | claim
«40% to 50%» of cases.
    range | proportion | 40..50 | % | exact | claim
Between «40 and 50%» of cases.
    range | proportion | 40..50 | % | exact | claim
«10-20 mg».
    range | mass | 10..20 | mg | exact | claim
From «10 up to 20 mg».
    range | mass | 10..20 | mg | exact | claim
A «4- to 6-week» course.
    range | time | 4..6 | week | exact | claim
More than «10 but less than 40 mg».
    range | mass | 10..40 | mg | exact | claim
«2 - ~7 litres».
    range | volume | 2..7 | L | exact | claim
It fell from «20» to «15%».
    percent | proportion | 20 | % | exact | claim
    percent | proportion | 15 | % | exact | claim
«10», «15» and «20 mg».
    quantity | mass | 10 | mg | exact | claim
    quantity | mass | 15 | mg | exact | claim
    quantity | mass | 20 | mg | exact | claim
«2.7» versus «7.0 months».
    duration | time | 2.7 | month | exact | claim
    duration | time | 7 | month | exact | claim
# bounds
At least «5» visits.
    count | count | 5 |  | at-least | claim
Up to «30%».
    percent | proportion | 30 | % | at-most | claim
No more than «2» drinks.
    count | count | 2 |  | at-most | claim
Fewer than «100» cases.
    count | count | 100 |  | under | claim
≥«18 years».
    duration | time | 18 | year | at-least | claim
~«30%».
    percent | proportion | 30 | % | about | claim
An estimated «13,400» cases.
    count | count | 13400 |  | about | claim
«5 or more years».
    duration | time | 5 | year | at-least | claim
«10-plus years».
    duration | time | 10 | year | at-least | claim
«65 or older».
    count | count | 65 |  | at-least | claim
Not more than «4 g».
    quantity | mass | 4 | g | at-most | claim
«100 or so» cases.
    count | count | 100 |  | about | claim
# statistics
P < «0.001»
    number | number | 0.001 |  | under | p-value
a p-value of «0.03»
    number | number | 0.03 |  | exact | p-value
n = «120»
    count | count | 120 |  | exact | sample-size
hazard ratio, «0.70»; «95%» CI, «0.52 to 0.94»
    number | number | 0.7 |  | exact | claim
    percent | proportion | 95 | % | exact | confidence-level
    range | number | 0.52..0.94 |  | exact | interval
HR «0.83» [«0.61, 0.94»]
    number | number | 0.83 |  | exact | claim
    range | number | 0.61..0.94 |  | exact | interval
«15%» («12%–18%»)
    percent | proportion | 15 | % | exact | claim
    range | proportion | 12..18 | % | exact | interval
# time
At «24 months».
    duration | time | 24 | month | exact | claim
«2 years and 6 months» later.
    duration | time | 2.5 | year | exact | claim
«An hour and a half».
    duration | time | 1.5 | h | exact | claim
«An hour and 30 minutes».
    duration | time | 1.5 | h | exact | claim
«39 weeks 2 days».
    duration | time | 39.285714 | week | exact | claim
«39+2 weeks».
    duration | time | 39.285714 | week | exact | claim
A gestation of «39+2».
    duration | time | 39.285714 | week | exact | claim
«30 ± 10 years»
    duration | time | 30 ± 10 | year | exact | claim
«5-year» survival was low.
    duration | time | 5 | year | exact | horizon
«5»- or «10-year» survival.
    duration | time | 5 | year | exact | horizon
    duration | time | 10 | year | exact | horizon
Within «30 days».
    duration | time | 30 | day | at-most | claim
More than «a year» later.
    duration | time | 1 | year | over | claim
«Six months to a year» after.
    range | time | 0.5..1 | year | exact | claim
«A fortnight» later.
    duration | time | 1 | fortnight | exact | claim
# ages
A «40-year»-old man.
    duration | time | 40 | year | exact | age
Adults aged «50 to 64 years».
    range | time | 50..64 | year | exact | age
«3 years» of age.
    duration | time | 3 | year | exact | age
# measures
«10 mg/kg/day»
    quantity | mass/mass/time | 10 | mg/kg/day | exact | claim
«5 mg per kg per day»
    quantity | mass/mass/time | 5 | mg/kg/day | exact | claim
«10 mg» per day
    quantity | mass | 10 | mg | exact | claim
«0.5 mcg/kg/min»
    quantity | mass/mass/time | 0.5 | mcg/kg/min | exact | claim
«50 ml · kg −1 · min −1»
    quantity | volume/mass/time | 50 | mL/kg/min | exact | claim
«126 mg/dL» («7.0 mmol/L»)
    quantity | mass/volume | 126 | mg/dL | exact | claim
    quantity | substance/volume | 7 | mmol/L | exact | claim
«60 mL/min/1.73 m2»
    quantity | volume/time/area | 60 | mL/min/1.73 m² | exact | claim
«30 kg/m2»
    quantity | mass/area | 30 | kg/m² | exact | claim
«150 × 10⁹/L»
    quantity | count/volume | 150000000000 | cells/L | exact | claim
«200 cells/µL»
    quantity | count/volume | 200 | cells/µL | exact | claim
A «70-milligram» tablet.
    quantity | mass | 70 | mg | exact | claim
«5 ft 2 in» tall.
    quantity | length | 5.166667 | ft | exact | claim
«8 pounds 4 ounces»
    quantity | mass | 8.25 | lb | exact | claim
«120/80 mm Hg»
    quantity | pair:pressure | 120/80 | mm Hg | exact | claim
«140/90 or higher»
    quantity | pair:pressure | 140/90 | mm Hg | at-least | claim
«49/51 mg»
    quantity | pair:mass | 49/51 | mg | exact | claim
«38.5°C» («101.3 °F»)
    quantity | temperature | 38.5 | °C | exact | claim
    quantity | temperature-f | 101.3 | °F | exact | claim
a fever of «100.4 F»
    quantity | temperature-f | 100.4 | °F | exact | claim
«$5 million»
    quantity | money | 5000000 | USD | exact | claim
«£2m»
    quantity | money | 2000000 | GBP | exact | claim
«50 cents»
    quantity | money | 50 | cents | exact | claim
«3 dollars and 50 cents»
    quantity | money | 3.5 | USD | exact | claim
«USD 115» and «75 USD million»
    quantity | money | 115 | USD | exact | claim
    quantity | money | 75000000 | USD | exact | claim
«30 MEUR», «5 €»
    quantity | money | 30000000 | EUR | exact | claim
    quantity | money | 5 | EUR | exact | claim
an INR of «2.5»
    number | number | 2.5 |  | exact | claim
«30» CHF patients
    count | count | 30 |  | exact | claim
# dates
In «2019».
    year | calendar | 2019 | year | exact | year
From «2010–2016».
    range | calendar | 2010..2016 | year | exact | period
«2010-16»
    range | calendar | 2010..2016 | year | exact | period
The «1990s».
    range | calendar | 1990..1999 | year | exact | period
«March 3, 2026»
    date | calendar | 2026 | year | exact | date
«3 March 2026»
    date | calendar | 2026 | year | exact | date
«2026-03-03»
    date | calendar | 2026 | year | exact | date
«June 2007 to June 2008»
    range | calendar | 2007..2008 | year | exact | period
For «2000 IU».
    quantity | activity | 2000 | IU | exact | claim
# labels
Stage «4» disease.
    count | count | 4 |  | exact | label
Type «2» diabetes, grade «3».
    count | count | 2 |  | exact | label
    count | count | 3 |  | exact | label
Tables «2» and «3».
    count | count | 2 |  | exact | label
    count | count | 3 |  | exact | label
Nephronophthisis «9».
    count | count | 9 |  | exact | label
«COVID-19» and «HER2».
    number | none |  |  | exact | identifier
    number | none |  |  | exact | identifier
Vitamin «B12» and «HbA1c».
    number | none |  |  | exact | identifier
    number | none |  |  | exact | identifier
«5-fluorouracil»
    number | none |  |  | exact | identifier
«CA 15-3»
    number | none |  |  | exact | identifier
See «[12]» and «[3–5]».
    number | none |  |  | exact | citation
    number | none |  |  | exact | citation
Call «1-800-422-6237».
    number | none |  |  | exact | phone
See «https://www.cancer.gov/about/5».
    number | none |  |  | exact | url
«file.v2.pdf» and «v1.2.3»
    number | none |  |  | exact | identifier
    number | none |  |  | exact | identifier
«PMID: 12345678»
    number | none |  |  | exact | identifier
At «9 a.m.» or «17:30».
    number | none |  |  | exact | time
    number | none |  |  | exact | time
He was the 10th.
either: («1») pain or («2») fever
    count | count | 1 |  | exact | list-number
    count | count | 2 |  | exact | list-number
# a bound, a unit or a base told once
«7.0 mmol/L» («126 mg/dL») or higher
    quantity | substance/volume | 7 | mmol/L | at-least | claim
    quantity | mass/volume | 126 | mg/dL | at-least | claim
«38C» («100.4F») or above
    quantity | temperature | 38 | °C | at-least | claim
    quantity | temperature-f | 100.4 | °F | at-least | claim
larger than «5 cm» («2 inches»)
    quantity | length | 5 | cm | over | claim
    quantity | length | 2 | in | over | claim
more than «50 mg» («20%»)
    quantity | mass | 50 | mg | over | claim
    percent | proportion | 20 | % | exact | claim
«15 per 100,000 person-years» in women and «22» in men
    ratio | rate | 15 | per 100000 person-years | exact | claim
    ratio | rate | 22 | per 100000 person-years | exact | claim
«4.3 events per 100 patient-years» against «6.1»
    ratio | rate | 4.3 | per 100 person-years | exact | claim
    ratio | rate | 6.1 | per 100 person-years | exact | claim
it lasted «12 weeks», and «8» in the placebo group dropped out
    duration | time | 12 | week | exact | claim
    count | count | 8 |  | exact | claim
took «20 mg» in the morning and «5» in the evening
    quantity | mass | 20 | mg | exact | claim
    quantity | mass | 5 | mg | exact | claim
«20%» for women under «35» and «5%» over «40»
    percent | proportion | 20 | % | exact | claim
    count | count | 35 |  | under | claim
    percent | proportion | 5 | % | exact | claim
    count | count | 40 |  | over | claim
about «1 extra case of breast cancer in every 50 to 70» users
    range | proportion | 1..1.4 | in 70 | about | claim
«1 in 50 to 1 in 70» women
    range | proportion | 1..1.4 | in 70 | exact | claim
«1 in 1,000 to less than 1 in 100»
    range | proportion | 0.1..1 | in 100 | exact | claim
# told as people speak
«one to two-and-a-half years»
    range | time | 1..2.5 | year | exact | claim
in «a week to 10 days»
    range | time | 7..10 | day | exact | claim
«a day or two»
    range | time | 1..2 | day | exact | claim
steady after «4 to 5» half-lives
    range | count | 4..5 |  | exact | claim
for «a decade or more»
    duration | time | 1 | decade | at-least | claim
as long as «two or three months»
    range | time | 2..3 | month | at-most | claim
«one or two» tablets every «four to six hours»
    range | count | 1..2 |  | exact | claim
    range | time | 4..6 | h | exact | claim
«one or two in 10»
    range | proportion | 1..2 | in 10 | exact | claim
seen in «7 or 8 out of every 10» people
    range | proportion | 7..8 | in 10 | exact | claim
«2 or 3 of every 100» people
    range | proportion | 2..3 | in 100 | exact | claim
there were «7» or «8» in the ward
    count | count | 7 |  | exact | claim
    count | count | 8 |  | exact | claim
of every «three» people who die there, «one» had it
    count | count | 3 |  | exact | denominator
    ratio | proportion | 1 | in 3 | exact | claim
of the «three» people who died, «one» had it
    count | count | 3 |  | exact | claim
    count | count | 1 |  | exact | article
«30 mL of fluid per kg» of body weight
    quantity | volume/mass | 30 | mL/kg | exact | claim
«30 mL of crystalloid fluid per kg» of body weight
    quantity | volume/mass | 30 | mL/kg | exact | claim
«30 mg» of iron per tablet
    quantity | mass | 30 | mg | exact | claim
stop after «24 weeks at the most»
    duration | time | 24 | week | at-most | claim
it lasts «four hours at the shortest»
    duration | time | 4 | h | at-least | claim
on oxygen for «15 hours» a day or more
    duration | time | 15 | h | exact | claim
stage «one or two» disease
    range | count | 1..2 |  | exact | label
a woman in her mid-«60s»
    range | time | 63..67 | year | exact | age
in their «50s»
    range | time | 50..59 | year | exact | age
# what 'over' says of a span of time
«25» fractions over «5 weeks»
    count | count | 25 |  | exact | claim
    duration | time | 5 | week | exact | claim
fell by «5%» over «12 weeks»
    percent | proportion | 5 | % | exact | claim
    duration | time | 12 | week | exact | claim
Over «10 years», «5%» relapsed.
    duration | time | 10 | year | exact | claim
    percent | proportion | 5 | % | exact | claim
Over «10 years» have passed.
    duration | time | 10 | year | over | claim
for over «5 years»
    duration | time | 5 | year | over | claim
# units at odds with other words
a count under «0.5 x10^9/L»
    quantity | count/volume | 500000000 | cells/L | under | claim
«500 mg/125 mg» tablets
    quantity | pair:mass | 500/125 | mg | exact | claim
between «24+0 and 33+6 weeks»
    range | time | 24..33.857143 | week | exact | claim
induced at «41+2»
    duration | time | 41.285714 | week | exact | claim
before «37 completed weeks»
    duration | time | 37 | week | exact | claim
«94cm» («37in»)
    quantity | length | 94 | cm | exact | claim
    quantity | length | 37 | in | exact | claim
«12st 4lb»
    quantity | mass | 12.285714 | st | exact | claim
the 21st
over «25/min»
    quantity | frequency | 25 | /min | over | claim
under «50 copies/mL»
    quantity | copies/volume | 50 | copies/mL | under | claim
all over-«65»s and under-«5»s
    count | count | 65 |  | over | age
    count | count | 5 |  | under | age
the «4»S trial
    count | count | 4 |  | exact | identifier
aged ≥ «85»
    count | count | 85 |  | at-least | age
a baby under «3 months»
    duration | time | 3 | month | under | age
«3.2» (SD «1.1»)
    number | number | 3.2 |  | exact | claim
    number | number | 1.1 |  | exact | interval
SPF «30»
    count | count | 30 |  | exact | label
days «1–14»
    range | count | 1..14 |  | exact | label
a «10»-point scale
    count | count | 10 |  | exact | label
dial «999 or 112»
    number | none |  |  | exact | phone
open «24/7»
    number | none |  |  | exact | time
# pronouns, samples, bases
«One» of them took «one» drug.
    count | count | 1 |  | exact | pronoun
    count | count | 1 |  | exact | article
The trial enrolled «120» patients.
    count | count | 120 |  | exact | sample-size
Of every «100» babies, «one» or «two».
    count | count | 100 |  | exact | denominator
    ratio | proportion | 1 | in 100 | exact | claim
    ratio | proportion | 2 | in 100 | exact | claim
"""


def cases() -> list[tuple[str, list[str]]]:
    """The sentences above, each with the lines of its figures."""
    found: list[tuple[str, list[str]]] = []
    for line in CASES.strip().splitlines():
        if line.startswith("    "):
            found[-1][1].append(line.strip())
        elif not line.startswith("# "):
            found.append((line, []))
    return found


def line(figure: Figure) -> str:
    value = show(figure.value)
    if figure.low is not None:
        value = f"{show(figure.low)}..{show(figure.high)}"
    if figure.margin is not None:
        value += f" ± {show(figure.margin)}"
    if figure.second is not None:
        value += f"/{show(figure.second)}"
    parts = (figure.kind, figure.dimension, value, figure.unit, figure.qualifier, figure.role)
    return " | ".join(parts)


@pytest.mark.parametrize(
    ("marked", "expected"), cases(), ids=lambda case: case if isinstance(case, str) else ""
)
def test_every_figure_is_read_whole(marked: str, expected: list[str]) -> None:
    text = marked.replace("«", "").replace("»", "")
    figures = read_figures(text)
    seen, last = "", 0
    for figure in figures:
        seen += text[last : figure.start] + "«" + text[figure.start : figure.end] + "»"
        last = figure.end
    assert seen + text[last:] == marked
    assert [line(figure) for figure in figures] == expected


@pytest.mark.parametrize(
    ("text", "lead", "hedged"),
    [
        ("It is more than 80% of them.", "more than ", False),
        ("It is between 40% and 50% of them.", "between ", False),
        ("It is almost 80% of them.", "almost ", True),
        ("It is 80% of them.", "", False),
        ("It is no more than 80% of them.", "no more than ", False),
    ],
)
def test_a_lead_is_where_the_qualifier_begins(text: str, lead: str, hedged: bool) -> None:
    (figure,) = read_figures(text)
    assert (text[figure.lead : figure.start], figure.hedged) == (lead, hedged)


NEAR_MISSES = [
    "Cut it in half.",
    "He may well recover.",
    "A second opinion helps.",
    "It has a short half-life.",
    "In the first half of the year.",
    "Double vision is rare.",
    "It is done twice a day.",
    "A third dose was given.",
    "Most people do well.",
    "It was a year ago.",
    "She went back to a day hospital.",
]


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_words_of_number_that_count_nothing(text: str) -> None:
    assert [f for f in read_figures(text) if f.is_claim] == []


@pytest.mark.parametrize(
    ("text", "dimensions"),
    [
        ("two trials in 40 countries", ["count", "count"]),
        ("212 in 2020", ["count", "calendar"]),
        ("12 patients in 2019", ["count", "calendar"]),
        ("1 in 5 years", ["count", "time"]),
        ("3 in 10 mg", ["count", "mass"]),
        ("page 2 of 5", ["count", "count"]),
        ("on 2 MS patients", ["count"]),
        ("3 x 4 cm", ["count", "length"]),
        ("rose from 20% to 30%", ["proportion", "proportion"]),
        ("five men and a third woman", ["count", "proportion"]),
        ("the 2000 patients", ["count"]),
        ("two thousand, three of them", ["count", "count"]),
        ("between one hundred and two hundred", ["count"]),
    ],
)
def test_near_misses_of_ratios_ranges_and_units(text: str, dimensions: list[str]) -> None:
    assert [f.dimension for f in read_figures(text)] == dimensions
