"""The report as Markdown, for a comment in a pull request or a job's summary: for editors, by draft.

Facts and sources are told once, at the end, however many findings rest on them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from urllib.parse import quote

from linter.model import Fact, Source
from linter.patterns import Pattern
from linter.plain import plain
from linter.report import Look
from linter.report.places import in_repository, web_link
from linter.report.summary import baseline_lines, facts_line, fix_lines, plural, summary_line, unread_line
from linter.report.text import describe, link_to
from linter.report.where import named
from linter.results import Finding, Report

_MOST = 60_000
"""A comment on GitHub holds 65,536 characters."""
_LONG = 240
_NAMES = {"error": "error", "warning": "warning", "info": "note"}
_SPECIAL = Pattern(r"[\\`*_\[\]<>|~&$]")
_CALLS = Pattern(r"[@#](?=\w)|(?<=\w):(?=//)|(?<=\bwww)\.|:(?=[\w+-]+:)|\b(?<=GH)-(?=\d)")
"""What GitHub makes of plain words: mentions, issues, links, pictures."""
_LINKED = ("https://", "http://")
_IN_LINKS = "-._~:/?#@!$&'*+,;=%"
_TICKS = Pattern(r"`+")


def render(report: Report, look: Look) -> str:
    """A heading, a table for each draft, the facts. What would be too long for a comment is counted."""
    parts = [f"### medlint: {_text(summary_line(report))}"]
    parts += _unchecked(report)
    drafts = [list(each) for _, each in groupby(report.findings, lambda finding: finding.path)]
    told: list[Finding] = []
    size = 0
    for findings in drafts:
        table = _draft(findings)
        size += len(table) + sum(len(_fact(fact)) for fact in _facts(findings))
        if told and size > _MOST:
            break
        parts.append(table)
        told += findings
    if left := len(report.findings) - len(told):
        parts.append(f"And {plural(left, 'finding')} more, which medlint's own output has.")
    parts += _evidence(told)
    lines = (*fix_lines(report), *baseline_lines(report), unread_line(report.unread), facts_line(report))
    parts += ["  \n".join(_text(line) for line in lines if line)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _unchecked(report: Report) -> list[str]:
    rows = [f"- **not checked** {_code(each.path)}: {_text(each.error)}" for each in report.unchecked]
    return ["\n".join(rows)] if rows else []


def _draft(findings: Sequence[Finding]) -> str:
    has_lines = all(finding.spot is None for finding in findings)
    head = "| Line | What | Fact |\n|---:|---|---|" if has_lines else "| Where | What | Fact |\n|---|---|---|"
    rows = [f"#### {_code(in_repository(findings[0].path))}", "", head]
    for finding in findings:
        what = f"**{_NAMES[finding.severity]}** {_text(finding.message)} {_code(finding.rule)}"
        if finding.sentence:
            what += f"<br>“{_text(_short(finding.sentence))}”"
        place = finding.line if finding.spot is None else _text(named(finding))
        rows.append(f"| {place} | {what} | {_link(finding.fact) if finding.fact else ''} |")
    return "\n".join(rows)


def _short(sentence: str) -> str:
    """A sentence, cut between words if it is long."""
    return sentence if len(sentence) <= _LONG else sentence[:_LONG].rpartition(" ")[0] + " …"


def _facts(findings: Iterable[Finding]) -> list[Fact]:
    return list({finding.fact.id: finding.fact for finding in findings if finding.fact}.values())


def _evidence(findings: Sequence[Finding]) -> Iterator[str]:
    """The facts by source, each source once."""
    by_source: dict[str, list[Fact]] = {}
    for fact in _facts(findings):
        by_source.setdefault(fact.source.id, []).append(fact)
    if by_source:
        yield "#### Facts and their sources"
    for facts in by_source.values():
        yield "\n".join([f"- {_source(facts[0].source)}", *map(_fact, facts)])


def _fact(fact: Fact) -> str:
    locator = f", {_text(fact.locator)}" if fact.locator else ""
    quote = f" (“{_text(fact.quote)}”{locator})" if fact.quote else ""
    return f"  - {_link(fact)}: {_text(fact.claim)}{quote}"


def _link(fact: Fact) -> str:
    return f"[{_code(fact.id)}](<{web_link(fact.place)}>)"


def _source(source: Source) -> str:
    """The work, linked if it has an address on the web."""
    link = link_to(source)
    if not link.startswith(_LINKED):
        return _text(describe(source))
    target = quote(plain(link), safe=_IN_LINKS)
    return f"[{_text(describe(source))}](<{target}>)"


def _text(words: str) -> str:
    """Words that stay words: nothing in them is markup, a link, or calls a person or an issue."""
    escaped = _SPECIAL.sub(r"\\\g<0>", plain(words))
    return _CALLS.sub(r"\g<0><!-- -->", escaped)


def _code(words: str) -> str:
    """Words as code; a bar would end a cell of a table, even there."""
    folded = plain(words).replace("|", "¦")
    fence = "`" * (max(map(len, _TICKS.findall(folded)), default=0) + 1)
    space = " " if "`" in folded else ""
    return f"{fence}{space}{folded}{space}{fence}"
