"""What the facts commands print as JSON. The keys are described in docs/json.md."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from linter.errors import Place, Problem
from linter.model import Fact, FactsFile, Source, Unchecked
from linter.report.json_report import VERSION, dump
from linter.report.where import keys

if TYPE_CHECKING:
    from linter.facts.concerns import Concern
    from linter.facts.uses import Use


def render_check(
    facts: FactsFile, problems: Sequence[Problem], concerns: Sequence[Concern], *, ascii_only: bool
) -> str:
    rows = [
        _place(each.place)
        | {"severity": "error", "fact": _fact_of(each.message), "message": each.message, "unusable": True}
        for each in problems
    ] + [
        _place(each.place)
        | {"severity": each.severity, "fact": each.fact, "message": f"fact {each.fact}: {each.message}", "unusable": False}
        for each in concerns
    ]  # fmt: skip
    counted = [row["severity"] for row in rows]
    summary = {
        "facts": len(facts.facts),
        "sources": len(facts.sources),
        "errors": counted.count("error"),
        "warnings": counted.count("warning"),
    }
    return dump({"version": VERSION, "path": facts.path, "problems": rows, "summary": summary}, ascii_only)


def _fact_of(message: str) -> str | None:
    noun, _, id = message.partition(":")[0].partition(" ")
    return id if noun == "fact" and id and " " not in id else None


def render_list(facts: FactsFile, *, ascii_only: bool) -> str:
    rows = [_brief(fact) for fact in facts.facts.values()]
    return dump({"version": VERSION, "path": facts.path, "facts": rows}, ascii_only)


def render_show(fact: Fact, reading: Iterable[tuple[str, str]], *, ascii_only: bool) -> str:
    shown = _brief(fact) | {
        "quote": fact.quote,
        "locator": fact.locator,
        "tolerance": fact.tolerance,
        "require": list(fact.require),
        "caveats": [
            {"id": c.id, "say": c.say, "any_of": list(c.any_of), "within": c.within} for c in fact.caveats
        ],
        "superseded": [{"value": old.value, "as_of": old.as_of} for old in fact.superseded],
        "review_by": fact.review_by and fact.review_by.isoformat(),
        "valid_until": fact.valid_until and fact.valid_until.isoformat(),
        "appears_in": list(fact.appears_in),
        "among": list(fact.among),
        "pair": fact.pair and list(fact.pair),
        "examples": {kind: list(getattr(fact.examples, kind)) for kind in ("agrees", "conflicts", "silent")},
        "reading": [{"label": label, "text": text} for label, text in reading],
    }
    return dump({"version": VERSION, "fact": shown}, ascii_only)


def render_uses(id: str, uses: Sequence[Use], unchecked: Iterable[Unchecked], *, ascii_only: bool) -> str:
    rows = [
        keys({"path": use.path, "line": use.line, "column": use.column, "verdict": use.verdict, "text": use.text, "sentence": use.sentence}, use.spot)
        for use in uses
    ]  # fmt: skip
    summary = {
        "places": len(rows),
        "drafts": len({use.path for use in uses}),
        "conflicts": sum(use.verdict == "conflicts" for use in uses),
    }
    missed = [{"path": each.path, "error": each.error} for each in unchecked]
    return dump(
        {"version": VERSION, "fact": id, "uses": rows, "unchecked": missed, "summary": summary}, ascii_only
    )


def _place(place: Place) -> dict[str, Any]:
    """Where something stands; a line of null is the whole file."""
    return {"path": place.path, "line": place.line or None, "column": place.column or None}


def _brief(fact: Fact) -> dict[str, Any]:
    """A fact in the keys that every command has."""
    return {
        "id": fact.id,
        "status": fact.status,
        "claim": fact.claim,
        "value": fact.value,
        "period": fact.period and list(fact.period),
        "as_of": fact.as_of,
        "source": _source(fact.source),
        **_place(fact.place),
    }


def _source(source: Source) -> dict[str, Any]:
    kept = ("id", "title", "authors", "publisher", "published", "url", "doi", "pmid", "file", "accessed")
    retraction = source.retraction
    return {name: getattr(source, name) for name in kept} | {
        "aka": list(source.aka),
        "retraction": retraction
        and {
            "status": retraction.status,
            "checked": retraction.checked and retraction.checked.isoformat(),
        },
    }
