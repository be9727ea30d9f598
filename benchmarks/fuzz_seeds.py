"""Small sound inputs, with every key that there is, to be spoilt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from linter.rulebook.rules import rules_folder

ROOT = Path(__file__).resolve().parent.parent
FACTS = """\
version: 1
include: ["more/*.yaml"]
terms:
  soft tissue sarcoma: [STS]
contrasts:
  extent: [localized, regional, metastatic]
sources:
  acs: {title: A title, authors: B, publisher: American Cancer Society, published: 2018-05, url: "https://a.org/b", doi: 10.1136/bmj.l223,
        pmid: 123, file: a.pdf, accessed: 2026-05-01, aka: [a 2018 article, ACS], retraction: {status: none, checked: 2026-05-01}}
caveats:
  own: {say: These statistics don't account for individual differences., any_of: [individual differences, "/every (person|case)/"], within: document}
facts:
  lungs:
    claim: Around 83% of metastatic soft tissue sarcoma occurs in the lungs.
    source: acs
  survival:
    claim: The 5-year relative survival rate for metastatic soft tissue sarcoma was 15%.
    value: "15%"
    period: 2010–2016
    source: {ref: acs, quote: "It was 15%.", locator: Table 2}
    require: [period, attribution, hedge]
    caveats: [own]
    tolerance: 0.5
    superseded: [{value: "16%", as_of: 2014}]
    review_by: 2027-01-01
    valid_until: 2027-12-31
    status: approved
    appears_in: ["*.md"]
    examples:
      agrees: [In 15 of 100 people with metastatic STS the 5-year relative survival.]
      conflicts: [The 5-year relative survival rate for metastatic STS is 20%.]
      silent: [About 80% of people with localized disease are alive at 5 years.]
  site:
    claim: The lungs are the most common site of metastasis in soft tissue sarcoma.
    value: lungs
    among: [lungs, liver, bones]
    source: acs
  prevention:
    claim: There is currently no known way to prevent soft tissue sarcoma.
    source: acs
  brand:
    claim: Pazopanib is sold as Votrient.
    pair: [pazopanib, Votrient]
    source: acs
  dose:
    claim: The dose of pazopanib is 800 mg once daily.
    as_of: 2023
    source: acs
"""
DRAFT = """\
# Soft tissue sarcoma

About 80% of metastatic STS occurs in the lungs. The 5-year relative survival rate for metastatic STS was
20% (ACS, 2009–2014). The liver is the most common site. There is a way to prevent soft tissue sarcoma.

<!-- medlint-ignore-next-line name-conflict[brand=x]: ours -->
Pazopanib (Sutent), 800.0 mg QD, or 400 mg twice daily in 2019. The new report of 2012 says 1.2.3%.

| Stage | Alive at 5 years |
|---|---|
| Localized | 81% (95% CI 85–90) |
| Metastatic | 1 in 5 |
"""
CONFIGS = (
    (
        ".medlint.yaml",
        'facts: facts.yaml\nselect: [conflict, stale]\nignore: [stale-year]\nfail-on: warning\nexclude: ["old/**"]\n'
        "recent_years: 2\nmax-source-age: 5\nseverity: {relative-time: info}\nper-path:\n"
        '  - paths: ["*.md", "!x.md"]\n    ignore: [relative-time]\n',
    ),
    (
        "pyproject.toml",
        '[tool.medlint]\nfacts = "facts.yaml"\nselect = ["conflict"]\nrecent_years = 2\nseverity.relative-time = "info"\n'
        '[[tool.medlint.per-path]]\npaths = ["*.md"]\nignore = ["relative-time"]\n',
    ),
)


class Drafts:
    """Pieces of the labelled drafts, each with the facts of its topic."""

    def __init__(self) -> None:
        self.drafts = [
            path for path in sorted((ROOT / "tests/labelled").glob("*/drafts/*")) if path.is_file()
        ]

    def piece(self, chance: Random) -> tuple[str, str, Path]:
        """A file name, up to some 1,500 characters of a draft, and a facts file."""
        path = chance.choice(self.drafts)
        text = path.read_text(encoding="utf-8")
        start = chance.randint(0, len(text))
        whole_line = text.rfind("\n", 0, start) + 1
        piece = text[whole_line : start + chance.randint(100, 1500)]
        return path.name, DRAFT if chance.random() < 0.1 else piece, path.parent.parent / "facts.yaml"


def single_rules() -> Iterator[str]:
    """Each shipped rule as a file of a desk's own."""
    for path in sorted(rules_folder().glob("*.yaml")):
        head, *rules = path.read_text(encoding="utf-8").split("\n  - name: ")
        group = next(line for line in head.splitlines() if line.startswith("group:"))
        for rule in rules:
            yield f"{group.replace(': ', ': desk-')}\nrules:\n  - name: desk-{rule}\n"
