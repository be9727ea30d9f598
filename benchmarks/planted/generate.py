"""Write the planted errors and near-misses of each rule that needs no facts, one JSON line a case.

    python benchmarks/planted/generate.py

The cases are drawn from templates, topics and numbers with a fixed seed, so that running it again
writes the same files. `run.py` beside it checks them.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path

HERE = Path(__file__).parent
EACH = 48
TODAY = "2026-06-01"

GROUPS = [
    "patients",
    "adults",
    "women",
    "men",
    "children",
    "nurses",
    "older adults",
    "people with asthma",
    "people with gout",
    "smokers",
    "teenagers",
    "new mothers",
]
EVENTS = [
    "had nausea",
    "reported insomnia",
    "developed a rash",
    "needed surgery",
    "got better within a week",
    "had high blood pressure",
    "stopped the treatment",
    "had a relapse",
    "were readmitted",
    "had low iron",
]
CONDITIONS = [
    "migraine",
    "asthma",
    "gout",
    "psoriasis",
    "eczema",
    "epilepsy",
    "lupus",
    "endometriosis",
    "glaucoma",
    "anemia",
    "celiac disease",
    "osteoporosis",
    "depression",
    "type 2 diabetes",
    "hypertension",
    "Crohn's disease",
]
DRUGS = [
    "warfarin",
    "metformin",
    "lisinopril",
    "levothyroxine",
    "prednisone",
    "amoxicillin",
    "methotrexate",
    "sertraline",
    "furosemide",
    "digoxin",
    "atorvastatin",
    "omeprazole",
]
CANCERS = [
    "melanoma",
    "breast cancer",
    "kidney cancer",
    "bladder cancer",
    "colorectal cancer",
    "ovarian cancer",
    "pancreatic cancer",
    "prostate cancer",
    "lung cancer",
    "thyroid cancer",
]
WORDS = {
    3: ("one in three", "a third"),
    4: ("one in four", "a quarter"),
    5: ("one in five", "a fifth"),
    2: ("one in two", "half"),
}

Case = dict[str, object]
Maker = Callable[[random.Random], Iterator[Case]]
MAKERS: dict[str, Maker] = {}


def rule(name: str) -> Callable[[Maker], Maker]:
    def add(maker: Maker) -> Maker:
        MAKERS[name] = maker
        return maker

    return add


def error(draft: str, quote: str) -> Case:
    first = draft.split("<!-- next draft -->")[-1]
    assert quote in first, (draft, quote)
    return {"error": True, "draft": draft, "quote": quote}


def miss(draft: str) -> Case:
    return {"error": False, "draft": draft}


def cap(text: str) -> str:
    return text[:1].upper() + text[1:]


@rule("fraction-percent")
def fraction_percent(r: random.Random) -> Iterator[Case]:
    g, e = r.choice(GROUPS), r.choice(EVENTS)
    n = r.choice([80, 120, 150, 240, 360, 500])
    k = r.randrange(n // 5, n // 2)
    right = 100 * k / n
    wrong = round(right + r.choice([-9, -6, 6, 9, 13]))
    d = r.choice([3, 4, 5])
    word, part = WORDS[d]
    off = round(100 / d) + r.choice([-9, 11, 14])
    yield error(f"{cap(word)} {g} ({off}%) {e}.", f"({off}%)")
    yield error(f"In the trial, {k} of {n} {g} ({wrong}%) {e}.", f"{wrong}%")
    yield error(f"Overall, {k}/{n} ({wrong}%) {e}.", f"{wrong}%")
    yield error(f"{cap(part)} of the {g} ({off} percent) {e}.", f"{off} percent")
    yield error(f"About {word}, or {off}%, {e}.", f"{off}%")
    yield error(f"Of {n} {g}, {k} ({wrong}%) {e}.", f"{wrong}%")
    yield error(f"A total of {k} ({wrong}%) of the {n} {g} {e}.", f"{wrong}%")
    yield error(f"Around {off}% of {g} ({word}) {e}.", f"{off}%")
    yield error(f"Two-thirds of {g} ({r.choice([51, 54, 58, 76, 79])}%) {e}.", "Two-thirds")
    yield error(f"More than half of {g} ({r.choice([38, 41, 46, 47])}%) {e}.", "half")
    yield error(f"Nearly three-quarters of {g} ({r.choice([58, 61, 63, 83])}%) {e}.", "three-quarters")
    yield error(f"Among {g}, {k} out of {n} ({wrong}%) {e}.", f"{wrong}%")
    near = round(100 / d) + r.choice([-1, 0, 1])
    yield miss(f"{cap(word)} {g} ({near}%) {e}.")
    yield miss(f"In the trial, {k} of {n} {g} ({right:.0f}%) {e}.")
    yield miss(f"Overall, {k}/{n} ({right:.1f}%) {e}.")
    yield miss(f"About {part} of the {g} ({near}%) {e}.")
    yield miss(f"Of {n} {g}, {k} ({right:.1f}%) {e}.")
    yield miss(f"In {k} of {n} {g}, the adjusted rate ({wrong}%) was lower.")
    yield miss(f"{cap(part)} of {g} {e}, and most of those (60%) took no pills.")
    yield miss(f"{cap(word)} {g} {e}; the 5-year Kaplan–Meier estimate ({off}%) was close.")
    yield miss(f"More than half of {g} ({r.choice([52, 57, 61])}%) {e}.")
    yield miss(f"Of {n} {g}, {k} were women, of whom {k // 4} (25%) {e}.")
    yield miss(f"About {word} {g} {e}, compared with {off}% in 2010.")
    yield miss(f"{cap(word)} {g} {e}. Another {off}% felt better.")


@rule("reversed-range")
def reversed_range(r: random.Random) -> Iterator[Case]:
    low = r.choice([10, 20, 30, 40, 50])
    high = low + r.choice([5, 10, 15, 25])
    g, e, c, drug = r.choice(GROUPS), r.choice(EVENTS), r.choice(CONDITIONS), r.choice(DRUGS)
    yield error(f"About {high}% to {low}% of {g} {e}.", f"{high}% to {low}%")
    yield error(f"Between {high}% and {low}% of people with {c} need no treatment.", f"{high}% and {low}%")
    yield error(f"Some {high}–{low}% of {g} {e}.", f"{high}–{low}%")
    yield error(f"The usual dose of {drug} is {high} to {low} mg a day.", f"{high} to {low} mg")
    yield error(f"Symptoms of {c} last {r.choice([9, 8, 7])} to {r.choice([3, 4, 5])} weeks.", "weeks")
    yield error(f"Take {high}-{low} mg of {drug} with food.", f"{high}-{low} mg")
    yield error(f"Most {g} recover in {high} to {low} days.", f"{high} to {low} days")
    yield error(
        f"Estimates range between {high} percent and {low} percent of {g}.",
        f"{high} percent and {low} percent",
    )
    yield miss(f"About {low}% to {high}% of {g} {e}.")
    yield miss(f"The share of {g} who {e} fell from {high}% to {low}%.")
    yield miss(f"The dose of {drug} is reduced, {high} to {low} mg over a month.")
    yield miss(f"{cap(c)} affects 1 in {low}0 to 1 in {high}0 people.")
    yield miss(f"See pages {high}0–{low} of the guide to {c}.")
    yield miss(f"The T-score was −1.{r.randrange(1, 5)} to −2.5 in {g}.")
    yield miss(f"Admissions for {c} dropped {high}% to {low}% within a year.")
    yield miss(f"{low}–{high} mg of {drug} is taken twice a day.")
    yield miss(f"The team lost by {high} to {low} points.")


@rule("impossible-value")
def impossible_value(r: random.Random) -> Iterator[Case]:
    n = r.choice([104, 110, 120, 132, 150, 515])
    g, e, c = r.choice(GROUPS), r.choice(EVENTS), r.choice(CONDITIONS)
    month, day = r.choice(
        [("June", 31), ("April", 31), ("November", 31), ("September", 31), ("February", 30), ("January", 32)]
    )
    year = r.choice([2021, 2022, 2023])
    yield error(f"About {n}% of {g} {e}.", f"{n}%")
    yield error(f"Register by {day} {month} {year} for the {c} course.", f"{day} {month}")
    yield error(f"The {c} clinic opens on {month} {day}, {year}.", f"{month} {day}")
    yield error(f"The probability of a relapse was 1.{r.randrange(1, 9)}.", "probability")
    yield error(f"The groups did not differ (P = {r.choice(['1.2', '2.4', '1.05', '3.1'])}).", "P =")
    yield error(f"The 5-year survival rate was {n}% in {g}.", f"{n}%")
    yield error(f"The test for {c} has a sensitivity of {n}%.", f"{n}%")
    yield error(f"Take the tablet at {r.choice([25, 26, 27])}:{r.choice(['00', '15', '30'])}.", ":")
    yield error(f"{r.choice([12, 13, 15])} in 10 people with {c} sleep badly.", "in 10")
    yield error(
        f"Her blood pressure was {r.choice([70, 80, 85])}/{r.choice([120, 135, 140])} mm Hg.", "mm Hg"
    )
    yield error(f"Mortality fell (95% CI, 0.6 to 0.9; p={r.choice(['1.3', '4.2'])}).", "p=")
    yield error(f"The model had a C-statistic of 1.{r.randrange(1, 9)} for {c}.", "C-statistic")
    yield error(f"Oxygen saturation was {r.choice([104, 109, 120])}% at rest.", "Oxygen")
    yield miss(f"Cases of {c} rose by {n}%.")
    yield miss(f"One serving has {n}% of the recommended amount of vitamin C.")
    yield miss(f"His lungs worked at {n}% of predicted.")
    yield miss(f"In {month} {day} {g} {e}.")
    yield miss(f"The {c} course ends on 30 June {year}.")
    yield miss("The leap day was 29 February 2024.")
    yield miss(f"The probability of a relapse was 0.{r.randrange(1, 9)}.")
    yield miss(f"The groups did not differ (P = .{r.randrange(10, 99)}).")
    yield miss(f"Take the tablet at {r.choice([7, 13, 21])}:30.")
    yield miss(f"Give {n}% in the race for {c} research.")
    yield miss(f"Deaths were {n}% of those expected.")
    yield miss(f"Her blood pressure was {r.choice([120, 135])}/{r.choice([70, 80])} mm Hg.")
    yield miss(f"Spending on {c} was {n}% of the previous year's.")


@rule("parts-total")
def parts_total(r: random.Random) -> Iterator[Case]:
    a, b = r.randrange(30, 52), r.randrange(12, 28)
    rest = 100 - a - b
    off = rest + r.choice([-12, -8, 8, 12])
    g, c = r.choice(GROUPS), r.choice(CONDITIONS)
    n = r.choice([200, 300, 400])
    k, m = n // 2, n // 4
    yield error(
        f"Of the {g}, {a}% had no pain, {b}% had mild pain, and the remaining {off}% had severe pain.",
        f"{off}%",
    )
    yield error(
        f"In {c}, {a}% of deaths are due to infection and {b}% to stroke. The remaining {off}% have other causes.",
        f"{off}%",
    )
    yield error(
        f"About {a}% of {g} took one tablet, {b}% took two, and the rest ({off}%) took none.", f"{off}%"
    )
    yield error(
        f"Some {a}% chose surgery; the other {100 - a + r.choice([-15, 12, 20])}% chose to wait.", "other"
    )
    yield error(
        f"Of the {n} {g}, {k} improved, {m} did not change, and the remaining {n - k - m + r.choice([-20, 15, 30])} got worse.",
        "remaining",
    )
    yield error(
        f"The sample was made up of {a}% men, {b}% women, and {off if off > rest else rest + 9}% children.",
        f"{a}%",
    )
    yield error(
        f"Two-thirds of {g} had {c}, and the remaining {r.choice([45, 48, 52])}% did not.", "remaining"
    )
    yield error(
        f"Among people with {c}, {a} percent are treated at home, {b} percent in a clinic and the remaining {off} percent in hospital.",
        f"{off} percent",
    )
    yield miss(
        f"Of the {g}, {a}% had no pain, {b}% had mild pain, and the remaining {rest}% had severe pain."
    )
    yield miss(
        f"In {c}, {a}% of deaths are due to infection and {b}% to stroke. The remaining {rest}% have other causes."
    )
    yield miss(f"About {a}% of {g} had nausea, {off}% had headache, and {b}% had a rash.")
    yield miss(f"About 33% took one tablet, 33% took two, and the remaining {r.choice([33, 34])}% took none.")
    yield miss(f"Of the {n} {g}, {k} improved, {m} did not change, and the remaining {n - k - m} got worse.")
    yield miss(f"Some {a}% had {c}. Of these, {b}% had it mildly and the remaining {100 - b}% severely.")
    yield miss(f"Half of the {g} had {c} and the other half did not.")
    yield miss(f"In one trial {a}% got better; in the other, {off}% did.")
    yield miss(f"Two-thirds of {g} had {c}, and the remaining third did not.")
    yield miss(f"Among other things, {a}% of {g} felt tired.")


@rule("estimate-outside-interval")
def outside(r: random.Random) -> Iterator[Case]:
    e = r.choice([0.62, 0.71, 0.84, 1.32, 1.57])
    low, high = round(e + r.choice([0.08, 0.11]), 2), round(e + 0.35, 2)
    ok = (round(e - 0.12, 2), round(e + 0.2, 2))
    p = r.randrange(12, 40)
    c, d = r.choice(CONDITIONS), r.choice(DRUGS)
    yield error(f"{cap(d)} lowered the risk (hazard ratio, {e}; 95% CI, {low} to {high}).", f"{e}")
    yield error(f"The odds ratio for {c} was {e} (95% CI {low}–{high}).", f"{e}")
    yield error(f"{cap(c)} was found in {p}% (95% CI {p + 3}–{p + 9}) of adults.", f"{p}%")
    yield error(f"The relative risk was {e} [95% confidence interval, {low} to {high}].", f"{e}")
    yield error(f"The mean difference was {p}.4 points (95% CI, {p + 1}.2 to {p + 3}.8).", f"{p}.4")
    yield error(f"With {d}, HR {e} (95% CI: {low}, {high}).", f"{e}")
    yield error(
        f"The median age at diagnosis of {c} was {p} years (range, {p + 8} to {p + 40}).", f"{p} years"
    )
    yield error(f"Prevalence of {c} was {p}.5% (95% CI, {p - 9}.1% to {p - 3}.2%).", f"{p}.5%")
    yield miss(f"{cap(d)} lowered the risk (hazard ratio, {e}; 95% CI, {ok[0]} to {ok[1]}).")
    yield miss(f"The odds ratio for {c} was {e} (95% CI {ok[0]}–{ok[1]}).")
    yield miss(f"{cap(c)} was found in {p}% (95% CI {p - 3}–{p + 4}) of adults.")
    yield miss(f"Pain fell by {p}.4 points (95% CI, −{p + 1}.2 to −{p - 2}.8).")
    yield miss(f"Survival was {p + 30}% at 5 years (95% CI {p + 25} to {p + 36}).")
    yield miss(f"The odds ratio was {e} (P = .04; 95% CI, {ok[0]} to {ok[1]}).")
    yield miss(f"The effect of {d} was large (n = {p}; 95% CI, {ok[0]} to {ok[1]}).")
    yield miss(f"Adults aged {p} (range, {p + 1} to {p + 4} tablets) took {d}.")
    yield miss(f"The relative risk was {e} [95% confidence interval, {e} to {high}].")


@rule("percentage-points")
def percentage_points(r: random.Random) -> Iterator[Case]:
    a = r.choice([12, 14, 20, 25, 30, 40])
    d = r.choice([4, 5, 6, 7, 8])
    up, down = a + d, a - d
    rel = round(100 * d / a)
    c = r.choice(CONDITIONS)
    yield error(f"The share of adults with {c} rose from {a}% to {up}%, a {d}% increase.", f"{d}%")
    yield error(f"Use of sunscreen fell from {a}% to {down}%, a {d}% drop.", f"{d}%")
    yield error(
        f"Screening went up from {a} percent to {up} percent, an increase of {d} percent.", f"{d} percent"
    )
    yield error(f"There was a {d}% rise in {c}, from {a}% to {up}%.", f"{d}%")
    yield error(f"Smoking fell by {d}%, from {a}% to {down}%, in ten years.", f"{d}%")
    yield error(f"The rate of {c} dropped from {a}% to {down}% (a {d}% reduction).", f"{d}%")
    yield error(f"Coverage rose {d}% from {a}% to {up}%.", f"{d}%")
    yield error(f"From 2010 to 2020, {c} grew from {a}% to {up}%, or by {d}%.", f"{d}%")
    yield miss(f"The share of adults with {c} rose from {a}% to {up}%, a {rel}% increase.")
    yield miss(f"Use of sunscreen fell from {a}% to {down}%, a drop of {d} percentage points.")
    yield miss(f"Visits rose from 100 to {100 + d}, a {d}% increase.")
    yield miss(f"Screening for {c} went from {a}% to {up}%, and {d}% of tests were repeated.")
    yield miss(f"The rate of {c} dropped from {a}% to {down}% (adjusted reduction, {d}%).")
    yield miss(f"Smoking fell from {a}% to {down}%. Vaping rose by {d}%.")
    yield miss(f"Coverage rose from {a}% to {up}%, a {d}-point increase.")
    yield miss(f"{cap(c)} costs rose {d}% a year from 2010 to 2020.")


@rule("change-arithmetic")
def change_arithmetic(r: random.Random) -> Iterator[Case]:
    a, b = r.choice([(20, 30), (30, 24), (40, 50), (50, 35), (10, 16), (60, 45)])
    rel = round(100 * abs(b - a) / a)
    wrong = rel + r.choice([-13, 14, 21, 26])
    if wrong <= 0 or abs(wrong - abs(b - a)) < 2:
        wrong = rel + 33
    noun = "increase" if b > a else "drop"
    verb, anti = ("rose", "fell") if b > a else ("fell", "rose")
    c = r.choice(CONDITIONS)
    yield error(f"The rate of {c} {verb} from {a}% to {b}%, a relative {noun} of {wrong}%.", f"{wrong}%")
    yield error(f"Admissions for {c} {verb} from {a}0 to {b}0, a {wrong}% {noun}.", f"{wrong}%")
    yield error(f"Cases of {c} doubled from {a} to {a * 3}.", "doubled")
    yield error(f"The number of visits tripled, from {a} to {a * 2}.", "tripled")
    yield error(f"The share with {c} {anti} from {a}% to {b}%.", f"{a}% to {b}%")
    yield error(
        f"{cap(c)} {verb} from {a}% to {b}%, a difference of {abs(b - a) + 3} percentage points.",
        "percentage points",
    )
    yield error(f"Deaths from {c} were halved from {a} to {a - a // 5}.", "halved")
    yield error(f"There was a {wrong}% {noun} in {c}, from {a},000 to {b},000 cases.", f"{wrong}%")
    yield error(f"Costs {verb} from ${a} million to ${b} million, or by {wrong}%.", f"{wrong}%")
    yield miss(f"The rate of {c} {verb} from {a}% to {b}%, a relative {noun} of {rel}%.")
    yield miss(f"Admissions for {c} {verb} from {a}0 to {b}0, a {rel}% {noun}.")
    yield miss(f"Cases of {c} doubled from {a} to {a * 2 + 1}.")
    yield miss(f"Cases of {c} nearly doubled, from {a} to {round(a * 1.9)}.")
    yield miss(f"The share with {c} {verb} from {a}% to {b}%.")
    yield miss(f"The risk of {c} {verb} from {a}% to {b}% (adjusted hazard ratio, 0.6; a {wrong}% {noun}).")
    yield miss(f"{cap(c)} {verb} from {a}% to {b}%, a difference of {abs(b - a)} percentage points.")
    yield miss(f"{cap(c)} {verb} by {wrong}% between 2000 and 2010, and from {a}% to {b}% among men.")
    yield miss(f"Her score {verb} from {a} to {b}; {wrong}% of others did better.")
    yield miss(f"Costs {verb} from ${a} million to ${b} million, or by about {rel}%.")


@rule("malformed-number")
def malformed(r: random.Random) -> Iterator[Case]:
    c, d = r.choice(CONDITIONS), r.choice(DRUGS)
    k = r.randrange(1, 9)
    m = r.randrange(1000, 9999)
    yield error(f"About {k},{m} people were diagnosed with {c}.", f"{k},{m}")
    yield error(f"In all, {m}{k},{r.randrange(100, 999)} adults have {c}, and 1,200 die.", f"{m}{k},")
    yield error(f"The clinic treated 1{k}.{r.randrange(100, 999)},{k} people.", f"1{k}.")
    yield error(f"Take {k}..{r.randrange(1, 9)} mL of the syrup.", f"{k}..")
    yield error(f"The dose of {d} is {k},{r.randrange(10, 99)} mg, up to 1,000 mg.", f"{k},")
    yield error(f"Give 1O{r.choice(['', '0'])} mg of {d}.", "1O")
    yield error(f"Start {d} at l{r.choice([0, 5])} mg.", "mg")
    yield error(f"There were {k}2,,{r.randrange(100, 999)} cases of {c}.", ",,")
    yield error(f"About {k}5%% of people with {c} smoke.", "%%")
    yield miss(f"About {k},{r.randrange(100, 999)} people were diagnosed with {c}.")
    yield miss(f"Version 1.{k}.2 of the {c} app is out.")
    yield miss(f"Call 0800 12{k} 4567 about {c}.")
    yield miss(f"In India, 1,2{k},456 people have {c}.")
    yield miss(f"{cap(c)} was seen in 2018,2019 and 202{r.randrange(0, 5)}.")
    yield miss(f"The enzyme acts on 1,25-dihydroxyvitamin D in {c}.{k},12")
    yield miss(f"Take {k}.5 mL of the syrup… then rest.")
    yield miss(f"The tablets hold 0,5 mg, {k},5 mg or 12,5 mg of {d}.")
    yield miss(f"The server is at 10.0.0.{k}; see section 3.{k}.1.")
    yield miss(f"About {k},{r.randrange(100, 999)},000 people have {c} (ICD-10 E1{k}.9).")


@rule("trailing-zero")
def trailing(r: random.Random) -> Iterator[Case]:
    n, d = r.choice([1, 2, 4, 5, 10, 25, 50]), r.choice(DRUGS)
    yield error(f"Adults take {n}.0 mg of {d} once a day.", f"{n}.0 mg")
    yield error(f"The starting dose of {d} is {n}.0 mg.", f"{n}.0 mg")
    yield error(f"Give {n}.0 mL of the suspension every 8 hours.", f"{n}.0 mL")
    yield error(f"Inject {n}.0 units before breakfast.", f"{n}.0 units")
    yield error(f"{cap(d)} ({n}.0 mg tablets) is sold by prescription.", f"{n}.0 mg")
    yield error(f"She was prescribed {n}.0 mcg daily.", f"{n}.0 mcg")
    yield error(f"The dose is raised from {n}.0 to {n * 2}.5 mg.", f"{n}.0")
    yield error(f"Children get {n}.0 mg/kg of {d} a day.", f"{n}.0 mg/kg")
    yield error(f"Take {n}.00 g of {d} by mouth twice a day.", f"{n}.00 g")
    yield miss(f"Adults take {n} mg of {d} once a day.")
    yield miss(f"A creatinine of {n}.0 mg/dL was found.")
    yield miss(f"The tumor measured {n}.0 cm.")
    yield miss(f"Serum potassium was {n}.0 mEq/L.")
    yield miss(f"The mean dose of {d} was {n}.0 mg (SD 1.3).")
    yield miss(f"Take {n}.5 mg of {d}.")
    yield miss(f"The kidney stone weighed {n}.0 mg.")
    yield miss(f"The hazard ratio was {n}.0 in those on {d}.")
    yield miss(f"Each serving has {n}.0 g of fiber.")
    yield miss(f"Version {n}.0 of the {d} leaflet is out.")


@rule("naked-decimal")
def naked(r: random.Random) -> Iterator[Case]:
    n, d = r.choice([5, 25, 125, 75, 4, 2]), r.choice(DRUGS)
    yield error(f"Adults take .{n} mg of {d} a day.", f".{n} mg")
    yield error(f"Inject .{n} mL into the thigh.", f".{n} mL")
    yield error(f"The starting dose of {d} (.{n} mg) is low.", f".{n} mg")
    yield error(f"Apply a .{n}% cream twice a day.", f".{n}%")
    yield error(f"Give {d} .{n} mg/kg by mouth.", f".{n} mg")
    yield error(f"The cyst was .{n} cm wide.", f".{n} cm")
    yield error(f".{n} mg of {d} is enough.", f".{n} mg")
    yield error(f"Take 0.1–.{n} g of {d}.", f".{n} g")
    yield miss(f"Adults take 0.{n} mg of {d} a day.")
    yield miss(f"The groups did not differ (P = .{n}).")
    yield miss(f"Age and dose of {d} were correlated (r = .{n}).")
    yield miss("He was shot with a .45 caliber gun.")
    yield miss(f"Take 1.{n} mg of {d}.")
    yield miss(f"Do not stop {d}.{n} mL of water helps.")
    yield miss(f"The .{n} figure has no unit.")
    yield miss(f"Version 2.{n} of the {d} leaflet is out.")


@rule("error-prone-abbreviation")
def abbreviation(r: random.Random) -> Iterator[Case]:
    d = r.choice(DRUGS)
    n = r.choice([5, 10, 20, 40])
    yield error(f"The usual dose of {d} is {n} mg QD.", "QD")
    yield error(f"Take {d} {n} mg q.d. with food.", "q.d.")
    yield error(f"{cap(d)} {n} mg PO QOD is enough.", "QOD")
    yield error(f"Inject {n} U of insulin before dinner.", "U")
    yield error(f"Take {n}00 IU of vitamin D daily.", "IU")
    yield error(f"Pregnant women need {n}0 µg of folate a day.", "µg")
    yield error(f"Give {n} cc of the syrup.", "cc")
    yield error(f"Enoxaparin {n} mg SC every day prevents clots.", "SC")
    yield error(f"{cap(d)} {n} mg SQ weekly is given.", "SQ")
    yield error(f"Put {r.choice([1, 2, 3])} drops OU at night.", "OU")
    yield error("Use 4 drops AD twice a day.", "AD")
    yield error(f"She got MSO4 {r.choice([2, 4])} mg for the pain.", "MSO4")
    yield error(f"Give MgSO4 {r.choice([2, 4])} g by vein.", "MgSO4")
    yield error(f"{cap(d)} {n} mg qhs helps with sleep.", "qhs")
    yield error(f"D/C {d} before surgery.", "D/C")
    yield error(f"Take {d} {n} mg TIW.", "TIW")
    yield error(f"MTX {n} mg is taken once a week.", "MTX")
    yield error(f"Do not take a dose > {n}0 mg.", ">")
    yield miss(f"In the U.S., {n}% of adults take {d}.")
    yield miss(f"An ALT above {n} U/L or {n} IU/L is raised.")
    yield miss(f"Lead levels of {n} µg/dL need follow-up.")
    yield miss(f"He took {d} and had an OD in 2019.")
    yield miss(f"The clinic in Columbia, SC gives {d} {n} mg.")
    yield miss(f"People with MS may take {d} {n} mg a day.")
    yield miss(f"cc: the pharmacist, about {d}.")
    yield miss(f"The QD-{n} monitor costs $300.")
    yield miss(f"“QD” stands for once daily, as in {d} {n} mg QD.")
    yield miss(f"Vitamin K2 and {d} {n} mg once daily are taken together.")
    yield miss(f"The US study of {d} had {n} arms.")
    yield miss(f"More than {n} mg of {d} is too much.")
    yield miss(f"His GP, Dr. A. U. Smith, stopped {d}.")


@rule("absolute-claim")
def absolute(r: random.Random) -> Iterator[Case]:
    c, d = (
        r.choice(CONDITIONS),
        r.choice([*DRUGS, "turmeric", "acupuncture", "this tea", "fasting", "the patch"]),
    )
    yield error(f"{cap(d)} cures {c}.", "cures")
    yield error(f"{cap(d)} is completely safe.", "completely safe")
    yield error(f"{cap(d)} is 100% effective against {c}.", "100% effective")
    yield error(f"{cap(d)} has no side effects.", "no side effects")
    yield error(f"{cap(d)} is guaranteed to end {c}.", "guaranteed")
    yield error(f"{cap(d)} is a miracle cure for {c}.", "miracle cure")
    yield error(f"{cap(d)} works every time.", "works every time")
    yield error(f"{cap(d)} is risk-free for people with {c}.", "risk-free")
    yield error(f"{cap(d)} has been proven to cure {c}.", "proven to cure")
    yield error(f"The method never fails in {c}.", "never fails")
    yield error(f"{cap(d)} prevents all cases of {c}.", "prevents all")
    yield error(f"{cap(d)} eliminates the risk of {c}.", "eliminates the risk")
    yield error(f"{cap(d)} is perfectly safe in pregnancy.", "perfectly safe")
    yield error(f"{cap(d)} always works for {c}.", "always works")
    yield error(f"{cap(d)} treats {c} without any side effects.", "without any side effects")
    yield error(f"{cap(d)} will cure your {c}.", "will cure")
    yield miss(f"There is no cure for {c}.")
    yield miss(f"{cap(d)} is not completely safe.")
    yield miss(f"No drug is 100% effective against {c}.")
    yield miss(f"Researchers hope for a cure for {c}.")
    yield miss(f"Is {d} completely safe?")
    yield miss(f"{cap(d)} cannot be guaranteed to end {c}.")
    yield miss(f"Beware of anyone who promises a miracle cure for {c}.")
    yield miss(f"It is a myth that {d} cures {c}.")
    yield miss(f"{cap(d)} may have fewer side effects than surgery.")
    yield miss(f"“{cap(d)} cures {c},” the site said. That is false.")
    yield miss(f"If {c} is found early, it can often be cured.")
    yield miss(f"Most people with {c} have no symptoms and no pain.")
    yield miss(f"{cap(d)} does not eliminate the risk of {c}.")
    yield miss(f"Nothing works every time for {c}.")


@rule("relative-without-absolute")
def relative(r: random.Random) -> Iterator[Case]:
    n, c, d = r.choice([15, 20, 26, 30, 45]), r.choice(CONDITIONS), r.choice(DRUGS)
    yield error(f"{cap(d)} cut the risk of stroke by {n}%.", f"{n}%")
    yield error(f"People with {c} have a {n}% higher risk of falls.", f"{n}%")
    yield error(f"Women with {c} are {n}% more likely to die early.", f"{n}%")
    yield error(f"Smoking doubles the risk of {c}.", "doubles")
    yield error(f"People who smoke are three times as likely to have {c}.", "three times")
    yield error(f"With {d}, there was a {n}% reduction in deaths.", f"{n}%")
    yield error(f"{cap(d)} lowers the chance of a relapse by up to {n} percent.", f"{n} percent")
    yield error(f"Their odds of {c} were {n}% lower.", f"{n}%")
    yield miss(f"{cap(d)} cut the risk of stroke by {n}%, from 4% to 3%.")
    yield miss(f"People with {c} have a {n}% higher risk of falls: 30% against 25%.")
    yield miss(f"About {n}% of people with {c} smoke.")
    yield miss(f"Smoking doubles the risk of {c}. About 1 in 50 smokers gets it.")
    yield miss(f"Sales of {d} rose by {n}%.")
    yield miss(f"The risk of {c} fell by 3 percentage points with {d}.")
    yield miss(f"Take {d} twice as often if you smoke.")
    yield miss(f"Deaths fell by {n}%, from 12 to 9 in 1,000.")


@rule("mixed-denominators")
def mixed(r: random.Random) -> Iterator[Case]:
    a, b = r.choice([8, 12, 20, 35]), r.choice([1000, 5000, 10000])
    c, c2 = r.sample(CONDITIONS, 2)
    k = r.randrange(2, 9)
    yield error(f"{cap(c)} affects 1 in {a} women and {k} in {b:,} men.", f"{k} in {b:,}")
    yield error(f"About 1 in {a} people have {c}, and 1 in {b:,} have {c2}.", f"1 in {b:,}")
    yield error(
        f"Side effects occur in {k} in 100 on the tablet and in {k} in {b:,} on the patch.", f"{k} in {b:,}"
    )
    yield error(f"The rate is {k} per 1,000 in the north but {k} per 100,000 in the south.", "per 100,000")
    yield error(f"The risk of {c} is 1 in {a}; with treatment it is 1 in {a * 7}.", f"1 in {a * 7}")
    yield miss(f"{cap(c)} affects {k + 5} in 1,000 women and {k} in 1,000 men.")
    yield miss(f"{cap(c)} affects 1 in {a} to 1 in {a * 3} people.")
    yield miss(f"About 1 in 4, or 25 in 100, have {c}.")
    yield miss(f"About 1 in {a} people have {c}. Most get better.")
    yield miss(f"Some {k}% of women and 1 in {a} men have {c}.")
    yield miss(f"Half of those with {c} smoke, and 1 in {a} drinks.")


@rule("anonymous-source")
def anonymous(r: random.Random) -> Iterator[Case]:
    c, d = r.choice(CONDITIONS), r.choice(DRUGS)
    yield error(f"Studies show that exercise eases {c}.", "Studies show")
    yield error(f"Experts say {c} is often missed.", "Experts say")
    yield error(f"Research suggests that {d} helps with {c}.", "Research suggests")
    yield error(f"Scientists have found a link between sleep and {c}.", "Scientists have found")
    yield error(f"Many studies have shown that {d} is well tolerated.", "studies have shown")
    yield error(f"According to what we know, experts agree that {c} is common.", "experts agree")
    yield error(f"Recent studies suggest that diet affects {c}.", "studies suggest")
    yield miss(f"Studies show that exercise eases {c}, says the Arthritis Foundation.")
    yield miss(f"Research suggests that {d} helps with {c}. A 2022 review agrees.")
    yield miss(f"[Studies show](https://example.org/a) that exercise eases {c}.")
    yield miss(f"More research is needed on {c}.")
    yield miss(f"Do studies show that {d} helps?")
    yield miss(f"Doctors treat {c} with {d}.")
    yield miss(f"Ask your doctor about studies of {d}.")


@rule("unsourced-figure")
def unsourced(r: random.Random) -> Iterator[Case]:
    n, c = r.choice([4, 8, 15, 20, 35]), r.choice(CONDITIONS)
    yield error(f"About {n}% of people with {c} also have anxiety.", f"{n}%")
    yield error(f"{cap(c)} affects 1 in {n} women.", f"1 in {n}")
    yield error(f"Up to {n}% of adults have {c}.", f"{n}%")
    yield error(f"In {n} percent of cases, {c} goes away.", f"{n} percent")
    yield error(f"Between {n}% and {n + 10}% of people with {c} smoke.", f"{n}%")
    yield miss(f"According to the Mayo Clinic, about {n}% of people with {c} also have anxiety.")
    yield miss(f"{cap(c)} affects [1 in {n} women](https://example.org/a).")
    yield miss(f"The CDC says that up to {n}% of adults have {c}.")
    yield miss(f"Take {n} mg once a day for {c}.")
    yield miss(f"A 2021 study found that {n}% of people with {c} smoke.")
    yield miss(f"{cap(c)} has {n} stages.")


@rule("within-document-conflict")
def within(r: random.Random) -> Iterator[Case]:
    c, k = r.choice(CONDITIONS), r.choice(CANCERS)
    n = r.choice([12, 15, 24, 31, 45])
    m = n + r.choice([1, 2, 3, 5])
    big = r.choice([1240, 2340, 5610, 1380])
    s = str(big)
    slip = int(s[0] + s[2] + s[1] + s[3])
    gap = "\n\nTalk to your doctor about what this means for you.\n\n## More to know\n\nEveryone is different.\n\nAsk for help early.\n\n"
    st = r.choice(["metastatic", "localized"])
    yield error(
        f"The 5-year survival rate for {st} {k} is {n}%.{gap}The 5-year survival rate for people with {st} {k} is {m}%.",
        f"{m}%",
    )
    yield error(
        f"The trial enrolled {big:,} adults with {c}.{gap}Of the {slip:,} enrolled, 300 dropped out.",
        f"{slip:,}",
    )
    yield error(
        f"In our survey, {big:,} readers replied.{gap}Of the {slip:,} readers who replied, half had {c}.",
        f"{slip:,}",
    )
    yield error(
        f"About {n}% of women develop {k} in their lifetime.{gap}Around {m}% of women develop {k} in their lifetime.",
        f"{m}%",
    )
    yield error(f"- {cap(c)} affects about {n}% of adults.{gap}About {m}% of adults have {c}.", f"{m}%")
    yield error(
        f"Median survival with {k} is {n} months.{gap}The median survival of people with {k} is {m} months.",
        f"{m} months",
    )
    yield error(
        f"The study followed {big:,} nurses.{gap}All {slip:,} nurses were followed for a decade.", f"{slip:,}"
    )
    yield error(
        f"| Stage | 5-year survival rate, {k} |\n|---|---|\n| {st} | {n}% |\n{gap}The 5-year survival rate for {st} {k} is {m}%.",
        f"{m}%",
    )
    yield miss(
        f"The 5-year survival rate for metastatic {k} is {n}%.{gap}The 5-year survival rate for localized {k} is {m}%."
    )
    yield miss(f"The trial enrolled {big:,} adults with {c}.{gap}Of the {big:,} enrolled, 300 dropped out.")
    yield miss(
        f"About {n}% of women develop {k} in their lifetime.{gap}About {m}% of men develop {k} in their lifetime."
    )
    yield miss(f"In 2010, {n}% of adults had {c}.{gap}In 2020, {m}% of adults had {c}.")
    yield miss(f"The trial enrolled {big:,} adults.{gap}A second trial enrolled 880 adults.")
    yield miss(f"The 1-year survival rate for {k} is {m}%.{gap}The 5-year survival rate for {k} is {n}%.")
    yield miss(f"About {n}% of adults have {c}.{gap}More than {n - 2}% of adults have {c}.")
    yield miss(f"About {n}% of adults have {c}.{gap}It is a myth that {m}% of adults have {c}.")
    yield miss(f"About {n}% of adults have {c}.{gap}About {m}% of adults with {c} also have anxiety.")
    yield miss(f"In {n}% of cases, {c} runs in families.{gap}In {m}% of cases, {c} needs surgery.")


@rule("cross-document-conflict")
def cross(r: random.Random) -> Iterator[Case]:
    c, k = r.choice(CONDITIONS), r.choice(CANCERS)
    n = r.choice([12, 15, 24, 31, 45])
    m = n + r.choice([2, 3, 5])
    cut = "\n\n<!-- next draft -->\n\n"
    st = r.choice(["metastatic", "localized"])
    yield error(
        f"The 5-year survival rate for {st} {k} is {n}%.{cut}The 5-year survival rate for people with {st} {k} is {m}%.",
        f"{m}%",
    )
    yield error(
        f"About {n}% of women develop {k} in their lifetime.{cut}Over a lifetime, {m}% of women develop {k}.",
        f"{m}%",
    )
    yield error(
        f"{cap(c)} affects about {n}% of adults in the United States.{cut}About {m}% of adults in the United States have {c}.",
        f"{m}%",
    )
    yield error(
        f"Median survival with {k} is {n} months.{cut}The median survival of people with {k} is {m} months.",
        f"{m} months",
    )
    yield error(
        f"The 5-year relative survival rate for {st} {k} is {n}%.{cut}The 5-year survival rate for people with {st} {k} is {n}%.",
        f"{n}%",
    )
    yield error(
        f"According to a 2023 report, {m}% of adults in Canada have {c}.{cut}According to a 2014 report, {n}% of adults in Canada have {c}.",
        f"{n}%",
    )
    yield error(
        f"About {n}% of {k} cases spread to the liver.{cut}{cap(k)} spreads to the liver in {m}% of cases.",
        f"{m}%",
    )
    yield miss(
        f"The 5-year survival rate for metastatic {k} is {n}%.{cut}The 5-year survival rate for localized {k} is {m}%."
    )
    yield miss(
        f"About {n}% of women develop {k} in their lifetime.{cut}About {m}% of men develop {k} in their lifetime."
    )
    yield miss(f"In 2010, {n}% of adults had {c}.{cut}In 2020, {m}% of adults had {c}.")
    yield miss(f"About {n}% of adults have {c}.{cut}About {n} percent of adults have {c}.")
    yield miss(f"This condition affects {n}% of adults.{cut}This condition affects {m}% of adults.")
    yield miss(
        f"The 5-year relative survival rate for {k} is {m}%.{cut}The 1-year relative survival rate for {k} is {m + 20}%."
    )
    yield miss(f"About {n}% of adults have {c}.{cut}About {m}% of adults with {c} have anxiety.")
    yield miss(f"About {n}% of adults in Canada have {c}.{cut}About {m}% of adults in Japan have {c}.")


@rule("stale-forecast")
def forecast(r: random.Random) -> Iterator[Case]:
    y, c = r.choice([2013, 2018, 2020, 2023, 2024]), r.choice(CONDITIONS)
    yield error(f"About 59,000 people will be diagnosed with {c} in {y}.", f"{y}")
    yield error(f"By {y}, the number of people with {c} is expected to double.", f"{y}")
    yield error(f"Spending on {c} is projected to reach $3 billion by {y}.", f"{y}")
    yield error(f"The results of the {c} trial will be published in {y}.", f"{y}")
    yield error(f"Newer data on {c} have yet to be released.", "yet to be released")
    yield error(f"Deaths from {c} are forecast to fall by {y}.", f"{y}")
    yield error(f"An estimated 9,000 people will die of {c} in {y}.", f"{y}")
    yield miss(f"By 2050, the number of people with {c} is expected to double.")
    yield miss(f"In {y}, about 59,000 people were diagnosed with {c}.")
    yield miss(f"In 2009, experts predicted that {c} would double by {y}.")
    yield miss(f"A trial that began in {y} will show whether {c} can be prevented.")
    yield miss(f"About 59,000 people will be diagnosed with {c} in 2026.")
    yield miss(f"Since {y}, people with {c} will find help online.")
    yield miss(f"According to guidance from {y}, your doctor will ask about {c}.")


@rule("relative-time")
def relative_time(r: random.Random) -> Iterator[Case]:
    y, c = r.choice([2009, 2014, 2018, 2021, 2022]), r.choice(CONDITIONS)
    yield error(f"A recent study from {y} linked {c} to poor sleep.", f"{y}")
    yield error(f"The latest guidelines, published in {y}, cover {c}.", f"{y}")
    yield error(f"New research from {y} shows that {c} can be eased.", f"{y}")
    yield error(f"A recent {y} survey counted people with {c}.", f"{y}")
    yield error(f"The most recent data ({y}) show that {c} is common.", f"{y}")
    yield error(f"In a new {y} trial, {c} improved.", f"{y}")
    yield miss(f"A recent study from 2025 linked {c} to poor sleep.")
    yield miss(f"In {y}, there were 38,000 new cases of {c}.")
    yield miss(f"A {y} study in New York followed people with {c}.")
    yield miss(f"Current treatments for {c} include a drug approved in {y}.")
    yield miss(f"A study from {y} and a more recent one from 2025 agree on {c}.")
    yield miss(f"In {y}, newly diagnosed {c} was common.")


@rule("old-source")
def old_source(r: random.Random) -> Iterator[Case]:
    y, c = r.choice([1998, 2005, 2009, 2012, 2015]), r.choice(CONDITIONS)
    yield error(f"According to a {y} study, yoga eases {c}.", f"{y}")
    yield error(f"A review published in {y} found that {c} is common.", f"{y}")
    yield error(f"Data from a {y} survey show that {c} is common.", f"{y}")
    yield error(f"A small {y} trial tested zinc in {c}.", f"{y}")
    yield error(f"Guidelines from {y} advise rest for {c}.", f"{y}")
    yield error(f"A study in {y} linked {c} to poor sleep.", f"{y}")
    yield miss(f"According to a 2023 study, yoga eases {c}.")
    yield miss(f"The first drug for {c} was approved in {y}.")
    yield miss(f"In {y}, about 7% of adults had {c}.")
    yield miss(f"She was diagnosed with {c} in {y}.")
    yield miss(f"A 2024 study followed people with {c} from {y} on.")
    yield miss(f"The {c} charity was founded in {y}.")


def write() -> None:
    for name, maker in MAKERS.items():
        r = random.Random(f"medlint {name}")
        errors: dict[str, Case] = {}
        misses: dict[str, Case] = {}
        rounds = 0
        while (len(errors) < EACH or len(misses) < EACH) and rounds < 400:
            rounds += 1
            for case in maker(r):
                held = errors if case["error"] else misses
                if len(held) < EACH + 16:
                    held.setdefault(str(case["draft"]), case)
        lines = [
            {"id": f"{name}-{k}", "rule": name, "today": TODAY, **case}
            for k, case in enumerate([*errors.values(), *misses.values()], 1)
        ]
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        (HERE / f"{name}.jsonl").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
