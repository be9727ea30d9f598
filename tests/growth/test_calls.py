"""No rule and no reader does more than n log n work as a draft grows: calls are counted, not seconds.

How a search backtracks shows in no count of calls; ``test_patterns.py`` sees to that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from counting import calls

from linter.engine import Engine, Settings
from linter.facts.load import load_text
from linter.readers import read
from linter.readers.cut import LONGEST
from linter.report.excerpt import excerpt
from linter.rulebook.examples import RuleExample
from linter.rulebook.rules import load_rules
from linter.suppression.apply import apply

RULES = load_rules(examples=True)
FAILING = {
    name: next(example for example in rule.examples if example.finding)
    for name, rule in RULES.items()
    if rule.group not in ("suppression", "corpus")
}
SIZE = 1000
"""Characters that the sizes count in."""
WHOLE, HALF = (4, 8), (2, 4)
"""From one block to two, since calls may grow faster up to the length of a block; and half of that."""
MOST_GROWTH = 2.6
"""Of the calls from one text to the next, twice as long: n log n doubles them, and a little more."""
FINE_GROWTH = 2.3
"""The same for work that is cut into blocks, at half the size: a square part shows there by half as much."""


def growths(
    work: Callable[[str], object], piece: str, size: int = SIZE, sizes: Sequence[int] = WHOLE
) -> list[float]:
    """How the calls grow from a text to one twice as long, and so on."""
    times = -(-size // len(piece))
    work(piece)  # what is made once, at first use
    counts = [calls(lambda n=n: work(piece * times * n)) for n in sizes]  # type: ignore[misc]
    return [round(b / a, 2) for a, b in pairwise(counts)]


def checker(example: RuleExample) -> Callable[[str], object]:
    facts = load_text(example.facts_text()) if example.facts_file else None
    engine = Engine(facts, RULES, Settings(example.today))

    def check(text: str) -> object:
        document = read("draft.md", text.encode())
        return apply(document, engine.check(document).findings, RULES)

    return check


@pytest.mark.parametrize("between", [" ", "\n\n"], ids=["one paragraph", "many"])
@pytest.mark.parametrize("name", FAILING)
def test_a_rule(name: str, between: str) -> None:
    example = FAILING[name]
    sizes, most = (WHOLE, MOST_GROWTH) if between == " " else (HALF, FINE_GROWTH)
    (found,) = growths(checker(example), example.draft.strip() + between, sizes=sizes)
    assert found < most


TEXTS = {
    "sentences": "A word & 5% of *them*. ",
    "paragraphs": "A word & 5% of *them*.\n\n",
    "lines": "A line\n",
    "blanks": "  ",
    "comments": "<!-- medlint-off absolute-claim: why --> a\n\n",
    "openings of comments": "<!-- ",
    "items": "- an item\n",
    "items in items": "- ",
    "items in items of HTML": "<ul><li>x",
    "quotations": "> ",
    "headings": "# Lungs\n\n",
    "emphasis": "*a **b ",
    "brackets": "[",
    "links": "[5%](http://a.b/c) ",
    "images": "![5%](a) ",
    "images in images": "![",
    "notes": "a[^1]\n\n[^1]: b\n\n",
    "code": "`",
    "entities": "&nbsp;&#49;",
    "tags": "<div>",
    "tags left open": "<",
    "rows": "| a | 5% |\n|---|---|\n",
    "tables in tables": "<table><tr><td>x",
    "cells that span": "<table><tr><td rowspan=99 colspan=99>x</table>",
    "raised": "x<sup>2</sup> ",
    "a long word": "x",
    "a long number": "1",
    "links left open": "<a ",
    "attributes left open": '<a x="',
    "bold left open": "<b>",
    "titles left open": "<title>",
    "bold across items": "<b><li></li>",
    "entities left open": "&a",
    "rows left open": "|",
    "notes left open": "[^a",
    "numbers of items": "1. \n",
    "names of sections": "A B\n",
    "tabs": "\t ",
    "tiles": "<div><p>83%</p><p>of it</p></div>",
    "tiles in boxes": "<div><p>83%</p>",
    "figures one by one": "<p>83%</p><p>of</p>",
    "terms": "<dl><dt>Lungs<dd>83% of cases",
    "details in details": "<details><summary>83%</summary>",
    "buttons": "<button>",
    "words of tags": "<p title='a 5%' aria-label='b 6%'>",
    "pictures": "<svg><title>a</title><text>b c</text></svg>",
    "pictures left open": "<svg>",
    "titles in pictures": "<svg><title>",
    "data": '<script type="application/ld+json">{"description": "a b", "x": [{"text": "c d"}]}</script>',
    "data left open": '<script type="application/ld+json">{"a": [',
    "quotations in a line": "<q>a",
    "comments of nothing": "<!---->\n",
}


@pytest.mark.parametrize("reader", ["a.md", "a.html", "a.txt"])
@pytest.mark.parametrize("name", TEXTS)
def test_a_reader(name: str, reader: str) -> None:
    (found,) = growths(lambda text: read(reader, b"x " + text.encode()), TEXTS[name], 2 * LONGEST, (1, 2))
    assert found < FINE_GROWTH


TEMPLATES = {
    "tags": "{% if x %}a{% endif %} ",
    "tags on lines": "{% if x %}\na\n{% else %}\n",
    "tags left open": "{% a ",
    "expressions left open": "{{ a ",
    "strings left open": '{{ " ',
    "braces": "{",
    "comments left open": "{{!-- ",
    "enclosed left open": "{% comment %}",
    "arguments": "{{ f({text: 'a b of people'}) }} ",
    "shortcodes": "{{< a title='b c' >}}\n",
    "fences": "```{r}\n#| fig-cap: x\n```\n",
    "ticks": "`a``b",
    "marks": "==a== [[b|c]] %%d%% ",
    "elements": "<A>\n    a\n",
    "elements left open": "<A b={",
    "elements in expressions": "{<a>",
    "statements": "import a from 'b'\n\n",
    "ERB": "<% a %> <%# b %> ",
    "definitions": "[//]: # (a\n",
    "containers": "::: a b\n",
}


@pytest.mark.parametrize("reader", ["a.md", "a.mdx", "a.html.erb"])
@pytest.mark.parametrize("name", TEMPLATES)
def test_a_reader_of_templates(name: str, reader: str) -> None:
    found = growths(lambda text: read(reader, b"x " + text.encode()), TEMPLATES[name], SIZE // 2, (1, 2, 4))
    assert max(found) < MOST_GROWTH, found


HEADS = {
    "YAML": ("---\n{}\n---\n", "summary: >\n  a **b** 5%\n"),
    "YAML that is none": ("---\n{}\nx: [\n---\n", "summary: a b\n"),
    "a long value": ("---\nsummary: |\n  x{}\n---\n", "\n  - a *b &amp; <b>"),
    "brackets": ("---\nx: {}\n---\n", "["),
    "a text left open": ('---\nx: "{}\n---\n', "a\\n'"),
    "TOML": ("+++\n{}\n+++\n", "[[faq]]\nq = 'a b'\nt.u = [{ a = 1 }]\n"),
    "TOML tables": ("+++\n{}\n+++\n", "[a.b]\n"),
    "TOML left open": ("+++\nx = {}\n+++\n", "[{"),
    "JSON": ('{{"faq": [{}1]}}\n', '{"q": "a b", "a": "c \\u00e9"}, '),
    "JSON left open": ("{}", '{"a": "'),
    "fences": ("---\na: b\n{}", "-- \n"),
}


@pytest.mark.parametrize("name", HEADS)
def test_front_matter(name: str) -> None:
    frame, piece = HEADS[name]
    found = growths(lambda text: read("a.md", frame.format(text).encode()), piece, 2 * LONGEST, (1, 2, 4))
    assert max(found) < MOST_GROWTH, found


def test_the_measure() -> None:
    assert growths(lambda text: [len(c) for c in text], "ab")[0] == pytest.approx(2, abs=0.1)
    assert growths(lambda text: [len(text[:k]) for k in range(len(text) ** 2 // 50000)], "ab")[-1] > 3.5


def test_facts() -> None:
    entry = (
        "    claim: The rate for disease was 15%.\n    value: '15%'\n    source: s\n    require: [period]\n"
    )

    def work(ids: str) -> object:
        facts = "".join(f"  f{n}:\n{entry}" for n in range(len(ids)))
        return load_text(f"sources: {{s: {{title: T}}}}\nfacts:\n{facts}")

    assert max(growths(work, "f", 100, (1, 2, 4, 8))) < MOST_GROWTH


def test_a_report_on_a_draft_of_one_line() -> None:
    check = checker(FAILING["absolute-claim"])
    line = "This cure is 100% safe. "

    def report(text: str) -> object:
        return [excerpt(f.lines, f.line, f.column, f.end_column, 80) for f in check(text)]  # type: ignore[attr-defined]

    assert len(report(line * 100)) >= 100  # type: ignore[arg-type]
    (found,) = growths(report, line)
    assert found < MOST_GROWTH
