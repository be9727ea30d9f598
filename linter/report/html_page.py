"""The report as one page for a managing editor: no network, nothing beside it, to mail or to print.

The page is ``page.html.j2`` with ``page.css`` and ``page.js`` in it. Its content security policy lets
nothing run or load but these two, whatever a draft holds.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from linter.model import Fact
from linter.plain import plain
from linter.report import Look
from linter.report.html_marks import Mark, Shown, shown
from linter.report.places import in_repository
from linter.report.summary import baseline_lines, counts, facts_line, fix_lines, plural, unread_line
from linter.report.text import describe, link_to
from linter.report.where import named, where
from linter.results import Draft, Finding, Report

_FOLDER = Path(__file__).parent
_WEB = ("https://", "http://")
_LABELS = {"named": "title", "metadata": "about the draft", "alt": "picture"}
"""What to call blocks that stand nowhere in the running text."""


@dataclass(slots=True)
class Entry:
    """A finding in the page."""

    key: str
    finding: Finding
    draft: str
    fact: FactEntry | None = None


@dataclass(slots=True)
class FactEntry:
    """A fact in the page, with where drafts state it."""

    key: str
    fact: Fact
    source: str
    link: str
    """Of the source on the web, or ""."""
    entries: list[Entry] = field(default_factory=list)
    agreeing: int = 0


@dataclass(slots=True)
class Part:
    """A draft in the page."""

    key: str
    path: str
    entries: list[Entry]
    blocks: list[Shown]
    verdicts: dict[str, int]


def render(report: Report, look: Look) -> str:
    """The whole page."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )  # fmt: skip
    environment.filters["plain"] = plain
    style, script = (_FOLDER / name for name in ("page.css", "page.js"))
    css, js = style.read_text(encoding="utf-8"), script.read_text(encoding="utf-8")
    policy = f"default-src 'none'; style-src '{_digest(css)}'; script-src '{_digest(js)}'"
    page = _Page(report)
    return environment.get_template("page.html.j2").render(
        style=css, script=js, policy=policy, report=report, numbers=counts(report.findings),
        drafts=page.parts, facts=page.facts_told(), rules=sorted({f.rule for f in report.findings}),
        coverage=page.coverage(), labels=_LABELS, notes=list(_notes(report)), plural=plural, named=named, where=where,
    )  # fmt: skip


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _notes(report: Report) -> Iterator[str]:
    lines = (facts_line(report), unread_line(report.unread), *fix_lines(report), *baseline_lines(report))
    yield from (line for line in lines if line)
    if report.foreign:
        yield f"{plural(report.foreign, 'draft')} in another language, left alone"


class _Page:
    def __init__(self, report: Report) -> None:
        self.facts: dict[tuple[str, str], FactEntry] = {}
        self.number = 0
        by_path: dict[str, list[Finding]] = {}
        for finding in report.findings:
            by_path.setdefault(finding.path, []).append(finding)
        drafts = {draft.path: draft for draft in report.drafts}
        paths = sorted({*drafts, *by_path})
        self.parts = [self._part(path, by_path.get(path, []), drafts.get(path)) for path in paths]

    def _part(self, path: str, findings: list[Finding], draft: Draft | None) -> Part:
        key = f"d{len(self.facts)}-{self.number}"
        entries = [self._entry(finding, key) for finding in findings]
        marks = [Mark(e.finding.start, e.finding.end, e.finding.severity, e.key) for e in entries]
        verdicts = dict.fromkeys(("agrees", "conflicts", "unbound"), 0)
        for row in draft.figures if draft else ():
            if row.role == "claim" or row.fact:
                fact = draft.facts.get(row.fact or "") if draft else None
                known = self._fact(fact) if fact else None
                verdicts[row.verdict] += 1
                if known and row.verdict == "agrees":
                    known.agreeing += 1
                marks.append(Mark(row.start, row.end, row.verdict, known.key if known else ""))
        blocks = list(shown(draft.blocks, marks)) if draft else []
        return Part(key, in_repository(path), entries, blocks, verdicts)

    def _entry(self, finding: Finding, draft: str) -> Entry:
        self.number += 1
        entry = Entry(f"f{self.number}", finding, draft)
        if finding.fact:
            known = self._fact(finding.fact)
            known.entries.append(entry)
            entry.fact = known
        return entry

    def _fact(self, fact: Fact) -> FactEntry:
        at = fact.place.path, fact.id
        if at not in self.facts:
            link = link_to(fact.source)
            web = plain(link) if link.startswith(_WEB) else ""
            self.facts[at] = FactEntry(f"fact{len(self.facts)}", fact, describe(fact.source), web)
        return self.facts[at]

    def facts_told(self) -> list[FactEntry]:
        """The facts that drafts state, those with most findings first."""
        return sorted(self.facts.values(), key=lambda each: (-len(each.entries), each.fact.id))

    def coverage(self) -> dict[str, int]:
        """How many figures of all drafts agree, conflict and are bound to no fact."""
        total = dict.fromkeys(("agrees", "conflicts", "unbound"), 0)
        for part in self.parts:
            for verdict, n in part.verdicts.items():
                total[verdict] += n
        return total
