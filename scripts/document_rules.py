"""Writes docs/rules/ from the rules' own files, a page a group.

python scripts/document_rules.py            write the pages
python scripts/document_rules.py --check    only compare: exit 1 and show the difference if there is one
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from linter.rulebook.examples import RuleExample
from linter.rulebook.rules import Rule, Rules, load_rules

DOCS = Path(__file__).resolve().parent.parent / "docs" / "rules"
GROUPS = {
    "conflict": "The copy contradicts a fact",
    "missing": "The copy states a fact and leaves out what must go with it",
    "stale": "The copy was right once",
    "numbers": "The copy contradicts itself, or arithmetic",
    "risk": "The copy shows a risk so that it is hard to judge",
    "safety": "The copy could harm a reader who acts on it",
    "source": "The copy does not say where a figure comes from",
    "corpus": "Two places of the copy disagree with each other",
    "suppression": "A comment in the copy switches a finding off",
}
"""What each group is about, in the order of the index."""
NOTE = (
    "<!-- Written by scripts/document_rules.py from rules/{group}.yaml. Change that file, not this one. -->"
)


def pages(rules: Rules) -> dict[str, str]:
    """Every page by its file name."""
    order = [*GROUPS, *rules.groups]
    groups = sorted(rules.groups, key=order.index)
    shown = {f"{group}.md": _joined(_group(group, rules)) for group in groups}
    return {"README.md": _joined(_index(groups, rules)), **shown}


def _joined(lines: Iterator[str]) -> str:
    return "\n".join(lines) + "\n"


def _index(groups: list[str], rules: Rules) -> Iterator[str]:
    yield NOTE.format(group="*")
    yield ""
    yield "# The rules"
    yield ""
    yield (
        "A rule belongs to a group. Either name selects it (`--select`, `--ignore`, `medlint explain`), and "
        "a desk may give it another severity."
    )
    for group in groups:
        yield ""
        yield f"## [{group}]({group}.md): {_lower(GROUPS.get(group, ''))}".rstrip(": ")
        yield ""
        yield "| Rule | Severity | What it finds |"
        yield "|---|---|---|"
        for name in rules.groups[group]:
            rule = rules[name]
            yield f"| [{name}]({group}.md#{name}) | {rule.severity} | {_prose(rule.summary)} |"


def _group(group: str, rules: Rules) -> Iterator[str]:
    yield NOTE.format(group=group)
    yield ""
    yield f"# {GROUPS.get(group, group.capitalize())}"
    yield ""
    yield f"The group `{group}`. [All rules](README.md)"
    for name in rules.groups[group]:
        yield from _rule(rules[name])


def _rule(rule: Rule) -> Iterator[str]:
    yield ""
    yield f"## {rule.name}"
    yield ""
    need = ", needs facts" if rule.needs_facts else ""
    yield f"*{rule.severity}{need}*"
    yield ""
    yield f"**{_prose(rule.summary)}** {_prose(rule.meaning)}"
    yield ""
    yield _sentence(f"After: {_prose(rule.norm)}")
    for example in rule.examples:
        yield from _example(example)
    for title, phrases in rule.phrases.items():
        yield ""
        yield f"Phrases, *{title.replace('_', ' ')}*: {', '.join(_prose(phrase) for phrase in phrases)}."
    if rule.parameters:
        yield ""
        settings = (f"{name.replace('_', ' ')} {value}" for name, value in rule.parameters.items())
        yield f"Parameters: {', '.join(settings)}."


def _example(example: RuleExample) -> Iterator[str]:
    """What is said of a draft, the draft in a fence, and the facts that it is read against."""
    fence = "`" * max(3, 1 + max((len(ticks) for ticks in re.findall("`+", example.draft)), default=0))
    facts = example.sections.get("facts") or {}
    yield ""
    if example.finding:
        yield f"**Reported:** {_prose(example.finding['message'])}"
    else:
        yield _sentence(f"**Not reported:** {_prose(example.why)}")
    yield ""
    yield f"{fence}markdown"
    yield example.draft.rstrip("\n")
    yield fence
    if facts:
        yield ""
        stated = " · ".join(_prose(fact["claim"]) + _more(fact) for fact in facts.values())
        yield f"{'Fact' if len(facts) == 1 else 'Facts'}: {stated}"


def _more(fact: dict[str, object]) -> str:
    """What else of a fact matters to an example."""
    parts = [
        f"{key.replace('_', ' ')}: {_plain(fact[key])}"
        for key in ("status", "period", "as_of", "superseded", "valid_until", "review_by", "require")
        if key in fact
    ]
    return f" ({'; '.join(parts)})" if parts else ""


def _plain(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_plain(each) for each in value)
    if isinstance(value, dict):
        return " of ".join(_prose(str(each)) for each in value.values())
    return _prose(str(value))


def _prose(text: str) -> str:
    """Words as they are, with what Markdown or HTML would take for markup made harmless."""
    return re.sub(r"([\\*_<>\[\]|`])", r"\\\1", " ".join(text.split()))


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    check = parser.parse_args().check
    wanted = pages(load_rules(examples=True))
    there = {path.name: path.read_text(encoding="utf-8") for path in sorted(DOCS.glob("*.md"))}
    if check:
        for name in sorted({*wanted, *there}):
            old, new = there.get(name, ""), wanted.get(name, "")
            sys.stdout.writelines(
                unified_diff(
                    old.splitlines(True), new.splitlines(True), f"docs/rules/{name}", "as it should be"
                )
            )
        if wanted != there:
            print("docs/rules is not what rules/ says: run python scripts/document_rules.py", file=sys.stderr)
        return int(wanted != there)
    DOCS.mkdir(parents=True, exist_ok=True)
    for name in there.keys() - wanted.keys():
        (DOCS / name).unlink()
    for name, text in wanted.items():
        (DOCS / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
