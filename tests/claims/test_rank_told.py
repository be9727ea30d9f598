"""A rank of the copy against a claim that ranks: of the same holder, among the same, of the same people, there and then."""

from __future__ import annotations

import json
from functools import cache

import pytest

from linter.claims.bind import Binder
from linter.claims.statements import statements
from linter.facts.load import load_text
from linter.readers import read

HEAD = "sources:\n  s: {title: T, publisher: P, published: 2024}\n"
GOUT = {
    "claim": "Gout is the fourth leading cause of disability worldwide.",
    "superseded": [{"value": "5th", "as_of": 2010}],
}
COPD = {
    "claim": "Among causes of death in Canada, COPD ranks 4th.",
    "value": "4th",
    "superseded": [{"value": "No. 6"}],
}
DROWNING = {
    "claim": "Among people aged 5 to 14, drowning is the third leading cause of death worldwide.",
    "value": "third",
}
AMONG = {**DROWNING, "among": ["second", "third", "fourth"]}
THYROID = {"claim": "Thyroid cancer is the fifth most common cancer in women worldwide."}
LIVER = {"claim": "Liver cancer is the third leading cause of cancer death worldwide."}
GLAUCOMA = {"claim": "Glaucoma is the second leading cause of blindness worldwide."}
RADON = {
    "claim": "Among the causes of lung cancer, radon ranks second, after smoking.",
    "value": "radon",
    "among": ["radon", "asbestos", "air pollution"],
}
FIRST = {"claim": "Heart disease is the leading cause of death in Canada."}

TOLD = [
    # -- by number, spot and list
    (COPD, "agrees", "COPD is the No. 4 cause of death in Canada."),
    (COPD, "agrees", "In Canada, COPD is the country's fourth-biggest killer."),
    (COPD, "agrees", "Heart disease remains the leading cause of death in Canada and COPD has moved up to the #4 spot."),
    (COPD, "agrees", "COPD - now replacing flu as the 4th leading cause of death in Canada - is common."),
    (COPD, "agrees", "In Canada, COPD rose from sixth to fourth place among the causes of death."),
    (COPD, "value", "COPD sits at the #3 spot on the list of leading causes of death in Canada."),
    (COPD, "value", "COPD is Canada's number one killer."),
    (COPD, "value", "COPD is the top cause of death in Canada."),
    (COPD, "value", "COPD comes in third place among causes of death in Canada."),
    (COPD, "value", "In Canada, COPD is second only to heart disease among causes of death."),
    (COPD, "value", "COPD has overtaken stroke as the third leading cause of death in Canada."),
    (COPD, "value", "COPD kills 12,000 people a year in Canada, making it the third leading cause of death."),
    (COPD, "value", "Did you know that COPD is the third leading cause of death in Canada?"),
    (COPD, "superseded", "# COPD\n\nCOPD narrows the airways. It is the No. 6 cause of death and a leading cause of disability in Canada."),
    (COPD, "superseded", "The sixth leading cause of death in Canada, COPD, can be prevented."),
    (GOUT, "superseded", "Gout ranks fifth among causes of disability worldwide."),
    (GOUT, "value", "Worldwide, gout is the leading cause of disability."),
    # -- of another holder
    (COPD, "", "Heart disease is the leading cause of death in Canada, and COPD is common too."),
    (COPD, "", "Smoking, the leading cause of COPD, is the leading cause of death in Canada."),
    (COPD, "", "COPD deaths are up, while stroke is the third leading cause of death in Canada."),
    (COPD, "", "Ontario ranks first in Canada for deaths from COPD."),
    (COPD, "", "Lung diseases, COPD and stroke – the #2 and #3 causes of death in Canada – are common."),
    # -- of no rank
    (COPD, "", "COPD is a leading cause of death in Canada."),
    (COPD, "", "COPD is one of the top 8 leading causes of death in Canada."),
    (COPD, "", "# COPD\n\nA cough is #5 on the list of symptoms of COPD."),
    (COPD, "", "# COPD\n\nSee chapter No. 5 on deaths from COPD in Canada."),
    (COPD, "", "A phase 3 trial in COPD counted deaths in Canada."),
    # -- of others, elsewhere, at another time
    (COPD, "", "Worldwide, COPD is the third leading cause of death."),
    (COPD, "", "COPD is the third leading cause of death in women in Canada."),
    (COPD, "", "COPD could become the third leading cause of death in Canada."),
    (COPD, "", "COPD was formerly the third leading cause of death in Canada."),
    (COPD, "", "Is COPD the third leading cause of death in Canada?"),
    (DROWNING, "value", "# Asthma\n\nDrowning is the fourth leading cause of death in 5- to 14-year-olds."),
    (COPD, "", "# Living with gout\n\nCOPD is in first place with about 39% of deaths, and gout follows."),
    (COPD, "", "COPD is the third leading cause of death in Ruritania."),
    (THYROID, "", "In Singapore, tests are common. Thyroid cancer is the 10th commonest cancer in women in Singapore."),
    (THYROID, "", "# Thyroid cancer\n\nThe scan is not the most common method for finding thyroid cancer in women."),
    (DROWNING, "value", "Worldwide, drowning ranks second among causes of death in 5- to 14-year-olds."),
    (DROWNING, "", "Drowning is the second leading cause of death for children aged 1 to 4 worldwide."),
    (DROWNING, "", "Drowning is the ninth leading cause of death worldwide."),
    (DROWNING, "", "Drowning is a leading cause of death and can happen at any age."),
    (AMONG, "agrees", "Globally, drowning is the No. 3 killer of people aged 5 to 14."),
    (AMONG, "value", "Globally, drowning is the fourth leading cause of death among people aged 5 to 14."),
    (AMONG, "", "Drowning is the second leading cause of death for children aged 1 to 4."),
    # -- among other things
    (COPD, "", "COPD is the third leading cause of disability in Canada."),
    (COPD, "", "COPD is the second leading cause of preventable death in Canada."),
    (LIVER, "agrees", "Worldwide, liver cancer is the third deadliest cancer."),
    (LIVER, "value", "Liver cancer is the world's No. 2 cancer killer."),
    (LIVER, "", "Liver cancer is the sixth most common cancer worldwide."),
    (LIVER, "", "Liver cancer is the sixteenth leading cause of death worldwide."),
    (LIVER, "", "Hepatitis B is the leading cause of liver cancer worldwide."),
    (THYROID, "agrees", "Globally, thyroid cancer is the #5 cancer in women."),
    (THYROID, "value", "Thyroid cancer ranks third among cancers in women around the world."),
    (THYROID, "", "Breast cancer is the most common cancer in women worldwide, ahead of thyroid cancer."),
    (GLAUCOMA, "value", "Glaucoma is the number one cause of blindness in the world."),
    (GLAUCOMA, "", "Glaucoma is the leading cause of irreversible blindness worldwide."),
    (GLAUCOMA, "", "Eye pain is the third most common symptom of glaucoma."),
    # -- an answer by its rank
    (RADON, "agrees", "Radon is the second leading cause of lung cancer."),
    (RADON, "category", "Asbestos is the No. 2 cause of lung cancer."),
    (RADON, "value", "Radon is the third leading cause of lung cancer."),
    (RADON, "", "Asbestos is the third leading cause of lung cancer."),
    # -- the first place
    (FIRST, "agrees", "Heart disease tops the list of causes of death in Canada."),
    (FIRST, "value", "Heart disease is the No. 2 killer in Canada."),
    (FIRST, "", "Heart disease is a leading cause of death in Canada."),
]  # fmt: skip


@cache
def _binder(fact: str) -> Binder:
    return Binder(load_text(HEAD + "facts:\n  fact: " + fact))


@pytest.mark.parametrize(("fact", "verdict", "copy"), TOLD, ids=[copy for *_, copy in TOLD])
def test_what_copy_says_of_a_rank(fact: dict[str, object], verdict: str, copy: str) -> None:
    """The verdicts on the copy's figures and statements, joined; nothing where it makes no such claim."""
    binder = _binder(json.dumps({**fact, "source": "s"}))
    bindings, reader = binder.bind(read("copy.md", copy.encode()))
    verdicts = {b.verdict for b in bindings} | {s.verdict for s in statements(reader, binder)}
    assert verdicts == ({verdict} if verdict else set())
