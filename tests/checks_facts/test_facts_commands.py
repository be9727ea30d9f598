"""medlint facts test, where-used and extract, and medlint figures --verbose."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from linter.cli import cli
from linter.engine import Engine, Settings
from linter.facts.load import load_text
from linter.readers import read
from linter.rulebook.rules import load_rules

ROOT = Path(__file__).parent.parent.parent
HEAD = "version: 1\nsources:\n  s: {title: An invented registry}\nfacts:\n"
FACT = """\
  joints:
    claim: About 40% of adults with yarrow fever have joint pain.
    source: s
"""
Write = Callable[[str, str], None]


@pytest.fixture(autouse=True)
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "MEDLINT_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def put(name: str, text: str) -> None:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return put


def medlint(*args: str) -> Result:
    return CliRunner().invoke(cli, args)


# -- facts test -----------------------------------------------------------------------------------

PASSING = """\
    examples:
      agrees:
        - In roughly 40 of 100 adults with yarrow fever, joint pain is seen.
        - Joint pain is seen in 40% of adults.
      conflicts:
        - About 60% of adults with yarrow fever have joint pain.
        - In 60% of adults with yarrow fever there is joint pain.
      silent:
        - About 60% of children with yarrow fever have joint pain.
        - |
          # Lupus
          About 60% of adults have joint pain.
"""


def test_examples_that_hold(write: Write) -> None:
    write("facts.yaml", HEAD + FACT + PASSING)
    result = medlint("facts", "test")
    assert (result.exit_code, result.stdout) == (0, "facts.yaml: 6 examples, all as expected\n")


FAILING = """\
    examples:
      agrees: [About 60% of adults with yarrow fever have joint pain., "The weather was fine."]
      conflicts: [About 40% of adults with yarrow fever have joint pain., "About 60% of children with yarrow fever have joint pain."]
      silent: [About 40% of adults with yarrow fever have joint pain., "About 60% of adults with yarrow fever have joint pain."]
"""


def test_examples_that_do_not_hold(write: Write) -> None:
    write("facts.yaml", HEAD + FACT + FAILING)
    result = medlint("facts", "test")
    assert result.exit_code == 1
    shown = re.sub(r"matched on .*", "matched on …", result.stdout)
    assert shown == (
        "facts.yaml:9:16: expected this to agree with joints\n"
        "  example   About 60% of adults with yarrow fever have joint pain.\n"
        "  happened  value-conflict about joints: This says 60%; the fact is 40%.\n"
        "  why       matched on …\n"
        "\n"
        "facts.yaml:9:72: expected this to agree with joints\n"
        "  example   The weather was fine.\n"
        "  happened  nothing in it states the fact\n"
        "  why       no figure of a claim was read in it\n"
        "\n"
        "facts.yaml:10:19: expected a conflict with joints\n"
        "  example   About 40% of adults with yarrow fever have joint pain.\n"
        "  happened  it agrees with the fact\n"
        "\n"
        "facts.yaml:10:75: expected a conflict with joints\n"
        "  example   About 60% of children with yarrow fever have joint pain.\n"
        "  happened  nothing in it states the fact, rightly or wrongly\n"
        "  why       60%: contradicted: age group: child; not said: adults\n"
        "\n"
        "facts.yaml:11:16: expected nothing about joints\n"
        "  example   About 40% of adults with yarrow fever have joint pain.\n"
        "  happened  it was taken to state the fact, rightly\n"
        "  why       matched on …\n"
        "\n"
        "facts.yaml:11:72: expected nothing about joints\n"
        "  example   About 60% of adults with yarrow fever have joint pain.\n"
        "  happened  value-conflict about joints: This says 60%; the fact is 40%.\n"
        "  why       matched on …\n"
        "\n"
        "facts.yaml: 6 examples, 6 not as expected\n"
    )


def test_examples_as_json(write: Write) -> None:
    write("facts.yaml", HEAD + FACT + FAILING)
    result = medlint("facts", "test", "--format", "json")
    assert result.exit_code == 1
    report = json.loads(result.stdout)
    assert report["summary"] == {"examples": 6, "passed": 0, "failed": 6}
    assert report["examples"][3] == {
        "fact": "joints",
        "kind": "conflicts",
        "text": "About 60% of children with yarrow fever have joint pain.",
        "path": "facts.yaml",
        "line": 10,
        "column": 75,
        "passed": False,
        "happened": "nothing in it states the fact, rightly or wrongly",
        "why": ["60%: contradicted: age group: child; not said: adults"],
    }


RIVAL = """\
  joints-farm:
    claim: About 60% of farm workers with yarrow fever have joint pain.
    source: s
"""
BOUND_ELSEWHERE = """\
    examples:
      agrees: [About 60% of farm workers with yarrow fever have joint pain.]
"""


def test_another_fact_that_an_example_states_is_named(write: Write) -> None:
    write("facts.yaml", HEAD + FACT + BOUND_ELSEWHERE + RIVAL)
    result = medlint("facts", "test")
    assert result.exit_code == 1
    assert "  why       60%: bound to joints-farm (agrees)\n" in result.stdout


OTHERS = """\
  spread:
    claim: Ticks are the most common carrier of yarrow fever.
    value: ticks
    among: [ticks, mosquitoes, sandflies]
    source: s
    examples:
      agrees: [Yarrow fever is most commonly carried by ticks.]
      conflicts: [Mosquitoes are the most common carrier of yarrow fever.]
      silent: [Mosquitoes are the most common carrier of malaria.]
  brand:
    claim: Allopurinol is sold as Zyloprim.
    pair: [allopurinol, Zyloprim]
    source: s
    examples:
      agrees: [Take allopurinol (Zyloprim) with food.]
      conflicts: [Take allopurinol (Colcrys) with food.]
      silent: [Take allopurinol with food.]
  gone:
    claim: Marsh palsy affects 3% of children.
    source: s
    status: withdrawn
    examples:
      agrees: [Some 3% of children have marsh palsy.]
      conflicts: [Some 3% of children have marsh palsy.]
"""


def test_facts_without_a_figure_and_withdrawn_ones_have_examples_too(write: Write) -> None:
    write("facts.yaml", HEAD + OTHERS)
    result = medlint("facts", "test")
    assert (result.stdout, result.exit_code) == ("facts.yaml: 8 examples, all as expected\n", 0)


def test_no_examples_are_no_failure(write: Write) -> None:
    write("facts.yaml", HEAD + FACT)
    result = medlint("facts", "test")
    assert (result.exit_code, result.stdout) == (0, "facts.yaml: no fact has examples\n")


@pytest.mark.parametrize(
    "facts", ["version: 1\nfacts: {}\n", "][", HEAD + "  a: {claim: It is 3% or 4%., source: s}\n"]
)
def test_facts_that_cannot_be_tested(write: Write, facts: str) -> None:
    write("facts.yaml", facts)
    result = medlint("facts", "test")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("medlint: facts.yaml")
    assert "internal error" not in result.stderr


def test_the_place_of_an_example_in_an_included_file(write: Write) -> None:
    write("facts.yaml", "version: 1\ninclude: [more/*.yaml]\nsources:\n  s: {title: T}\n")
    write("more/a.yaml", "version: 1\nfacts:\n" + FACT + FAILING)
    result = medlint("facts", "test")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (
        1,
        "more/a.yaml:7:16: expected this to agree with joints",
    )


def test_the_facts_of_this_repository_pass_their_examples() -> None:
    result = medlint("facts", "test", "--facts", str(ROOT / "facts.yaml"))
    assert (result.exit_code, result.stdout.count("expected")) == (0, 1)


def test_the_examples_of_the_page_on_facts_hold(write: Write) -> None:
    page = (ROOT / "docs" / "facts.md").read_text(encoding="utf-8")
    fences = re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    facts: dict[str, Any] = yaml.safe_load(fences[0])
    for fence in fences:
        if fence.strip().startswith("examples:"):
            facts["facts"]["yf-joints"] |= yaml.safe_load(fence)
    assert "examples" in facts["facts"]["yf-joints"]
    write("facts.yaml", yaml.safe_dump(facts, sort_keys=False))
    result = medlint("facts", "test")
    assert (result.stdout, result.exit_code) == ("facts.yaml: 3 examples, all as expected\n", 0)


# -- facts where-used -------------------------------------------------------------------------------


def test_where_a_fact_is_stated(write: Write) -> None:
    write("facts.yaml", HEAD + FACT + OTHERS)
    write("a.md", "# Yarrow fever\n\nAbout 40% of adults have\njoint pain. It is rare.\n")
    write("b/c.md", "Mosquitoes are the most common carrier of yarrow fever.\n")
    write("b/d.md", "About 60% of adults with yarrow fever have joint pain.\n")
    result = medlint("facts", "where-used", "joints", ".")
    assert (result.exit_code, result.stdout) == (
        0,
        "a.md:3:7    agrees     40%  About 40% of adults have joint pain.\n"
        "b/d.md:1:7  conflicts  60%  About 60% of adults with yarrow fever have joint pain.\n"
        "\n"
        "joints is stated at 2 places in 2 drafts, at 1 of them wrongly\n",
    )
    result = medlint("facts", "where-used", "spread")
    assert (result.exit_code, result.stdout) == (
        0,
        "b/c.md:1:1  conflicts  Mosquitoes  Mosquitoes are the most common carrier of yarrow fever.\n"
        "\n"
        "spread is stated at 1 place in 1 draft, at 1 of them wrongly\n",
    )
    result = medlint("facts", "where-used", "gone", "a.md")
    assert (result.exit_code, result.stdout) == (0, "gone is stated at 0 places in 0 drafts\n")


def test_a_fact_that_is_not_there_and_a_draft_that_cannot_be_read(write: Write) -> None:
    write("facts.yaml", HEAD + FACT)
    write("a.md", "About 40% of adults with yarrow fever have joint pain.\n")
    write("b.doc", "")
    result = medlint("facts", "where-used", "joint", ".")
    assert (result.exit_code, result.stderr) == (
        2,
        "medlint: facts.yaml: there is no fact 'joint'; did you mean joints?\n",
    )
    result = medlint("facts", "where-used", "joints", "a.md", "b.doc", "nothing.md")
    assert result.exit_code == 2
    assert "a.md:1:7  agrees  40%" in result.stdout
    assert "medlint: b.doc: " in result.stderr
    assert "medlint: nothing.md: " in result.stderr


# -- facts extract ----------------------------------------------------------------------------------

DRAFT = """\
# Tarn disease

About 12% of adults with tarn disease have gallstones: a "silent" sign. It was named in 1931.
Among adults, 15% lost hair and 7% lost weight. Is it 30%?

| Group | Share with tarn disease |
|---|---|
| Men | 5% |

About 40% of adults with yarrow fever have joint pain.
"""


def test_facts_from_a_draft(write: Write) -> None:
    write("facts.yaml", HEAD + FACT)
    write("draft.md", DRAFT)
    result = medlint("facts", "extract", "draft.md")
    assert result.exit_code == 0
    assert result.stderr == ""
    skeleton = yaml.safe_load(result.stdout)["facts"]
    claims = [(fact["claim"], fact.get("value"), fact["source"]) for fact in skeleton.values()]
    assert claims == [
        ('About 12% of adults with tarn disease have gallstones: a "silent" sign.', "12%", "to-do"),
        ("Among adults, 15% lost hair and 7% lost weight.", "15%", "to-do"),
        ("Among adults, 15% lost hair and 7% lost weight.", "7%", "to-do"),
        ("Men, Share with tarn disease, 5%", "5%", "to-do"),
    ]
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id) for id in skeleton)
    assert "# draft.md:3" in result.stdout
    assert sorted(path.name for path in Path().iterdir()) == ["draft.md", "facts.yaml"]


def test_extracted_facts_load_and_want_a_source(write: Write) -> None:
    write("facts.yaml", HEAD + FACT)
    write("draft.md", DRAFT)
    text = medlint("facts", "extract", "draft.md").stdout
    write("new.yaml", text)
    checked = medlint("facts", "check", "--facts", "new.yaml")
    assert (checked.exit_code, checked.stdout.count("its source to-do has yet to be found")) == (0, 4)
    assert Engine.audit(load_text(text)) == []


DRAFTS = sorted((ROOT / "tests" / "labelled").glob("*/drafts/*"))[::60]


def test_real_drafts_give_facts_that_load_and_that_the_drafts_then_state(write: Write) -> None:
    """Copy held against facts made of its own sentences: nearly all of them are found, nearly none contradicted."""
    write("none.yaml", HEAD + FACT)
    facts_in_all = stated = contradicted = 0
    for draft in DRAFTS:
        text = medlint("facts", "extract", "--facts", "none.yaml", str(draft)).stdout
        facts = load_text(text)
        assert Engine.audit(facts) == []
        engine = Engine(facts, load_rules(), Settings(date(2026, 6, 1)))
        bindings = engine.view(read(str(draft), draft.read_bytes())).bindings
        facts_in_all += sum(fact.value is not None for fact in facts.facts.values())
        stated += len({b.key.fact.id for b in bindings if b.verdict == "agrees"})
        contradicted += sum(b.verdict != "agrees" for b in bindings)
    assert facts_in_all > 60
    assert stated >= 0.95 * facts_in_all
    assert contradicted <= 0.02 * facts_in_all


def test_nothing_to_extract(write: Write) -> None:
    write("facts.yaml", HEAD + FACT)
    write("draft.md", "About 40% of adults with yarrow fever have joint pain.")
    result = medlint("facts", "extract", "draft.md")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "medlint: nothing is claimed in these drafts that no fact covers\n"


# -- figures --verbose --------------------------------------------------------------------------------


def test_figures_that_are_bound_to_none_say_what_they_are_nearest_to(write: Write) -> None:
    write("facts.yaml", HEAD + FACT)
    write("draft.md", "About 40% of adults with yarrow fever have joint pain; of children, 60% do.\n")
    assert medlint("figures", "--verbose").stdout == (
        "PLACE          TEXT  READ AS    ROLE   FACT    VERDICT\n"
        "draft.md:1:7   40%   about 40%  claim  joints  agrees\n"
        "draft.md:1:69  60%   60%        claim  -       unbound\n"
        "    not joints: contradicted: age group: child\n"
        "\n"
        "1 of 2 figures are bound to facts\n"
    )
    rows = json.loads(medlint("figures", "--verbose", "--format", "json").stdout)["figures"]
    assert [(row["fact"], row["rejected"]) for row in rows] == [
        ("joints", None),
        (None, "joints: contradicted: age group: child"),
    ]
    rows = json.loads(medlint("figures", "--format", "json").stdout)["figures"]
    assert [row["rejected"] for row in rows] == [None, None]


def test_the_fact_and_the_verdict_have_colour(write: Write) -> None:
    write("facts.yaml", HEAD + FACT)
    write("draft.md", "About 60% of adults with yarrow fever have joint pain.\n")
    lines = CliRunner().invoke(cli, ["figures", "--color"], color=True).stdout.splitlines()
    assert lines[1] == "draft.md:1:7  60%   about 60%  claim  \x1b[31mjoints  conflicts\x1b[0m"
