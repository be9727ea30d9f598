"""What the facts commands print as JSON. The keys are described in docs/json.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from linter.errors import Place, Problem
from linter.model import Fact, FactsFile, Source
from linter.report.json_report import VERSION, dump
from linter.report.where import keys
from linter.results import Unchecked

if TYPE_CHECKING:
    from linter.facts.concern import Concern
    from linter.facts.due import Due
    from linter.facts.provenance import Verified
    from linter.facts.uses import Use


def render_check(
    facts: FactsFile, problems: Sequence[Problem], concerns: Sequence[Concern], worklist: Sequence[Use] | None = None,
    *, ascii_only: bool,
) -> str:  # fmt: skip
    """``worklist`` are the places that rest on a source of which there is a notice; None where nobody asked."""
    rows = [
        _place(each.place)
        | {"severity": "error", "fact": _fact_of(each.message), "message": each.message, "unusable": True}
        for each in problems
    ] + [
        _place(each.place)
        | {"severity": each.severity, "fact": each.fact, "message": each.told, "unusable": False}
        for each in concerns
    ]  # fmt: skip
    counted = [row["severity"] for row in rows]
    summary = {
        "facts": len(facts.facts),
        "sources": len(facts.sources),
        "errors": counted.count("error"),
        "warnings": counted.count("warning"),
    }
    report = {"version": VERSION, "path": facts.path, "problems": rows, "summary": summary}
    if worklist is not None:
        report["worklist"] = [use_row(use) for use in worklist]
    return dump(report, ascii_only)


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
        "superseded": [
            {"value": old.value, "as_of": old.as_of, "until": old.until and old.until.isoformat()}
            for old in fact.superseded
        ],
        "why": fact.why,
        "review_by": fact.review_by and fact.review_by.isoformat(),
        "valid_until": fact.valid_until and fact.valid_until.isoformat(),
        "appears_in": list(fact.appears_in),
        "among": list(fact.among),
        "pair": fact.pair and list(fact.pair),
        "examples": {kind: list(getattr(fact.examples, kind)) for kind in ("agrees", "conflicts", "silent")},
        "reading": [{"label": label, "text": text} for label, text in reading],
    }
    return dump({"version": VERSION, "fact": shown}, ascii_only)


def render_uses(
    asked: Mapping[str, str | None], uses: Sequence[Use], unchecked: Iterable[Unchecked], *, ascii_only: bool
) -> str:
    """``asked`` holds the fact or the source that was asked for."""
    summary = {
        "places": len(uses),
        "drafts": len({use.path for use in uses}),
        "conflicts": sum(use.verdict == "conflicts" for use in uses),
    }
    missed = [{"path": each.path, "error": each.error} for each in unchecked]
    rows = [use_row(use) for use in uses]
    return dump(
        {"version": VERSION, **asked, "uses": rows, "unchecked": missed, "summary": summary}, ascii_only
    )


def use_row(use: Use) -> dict[str, Any]:
    """A place where a draft states a fact."""
    return keys({
        "path": use.path, "line": use.line, "column": use.column, "verdict": use.verdict, "text": use.text,
        "sentence": use.sentence, "fact": use.fact,
    }, use.spot)  # fmt: skip


def _place(place: Place) -> dict[str, Any]:
    """Where something stands; a line of null is the whole file."""
    return {"path": place.path, "line": place.line or None, "column": place.column or None}


def _brief(fact: Fact) -> dict[str, Any]:
    """A fact in the keys that every command has."""
    return {
        "id": fact.id,
        "status": fact.status,
        "owner": fact.owner,
        "claim": fact.claim,
        "value": fact.value,
        "period": fact.period and list(fact.period),
        "as_of": fact.as_of,
        "source": _source(fact.source),
        **_place(fact.place),
    }


def _source(source: Source) -> dict[str, Any]:
    kept = "id title authors publisher published url doi pmid file sha256 accessed".split()
    retraction = source.retraction
    return {name: getattr(source, name) for name in kept} | {
        "aka": list(source.aka),
        "retraction": retraction
        and {"status": retraction.status, "checked": retraction.checked and retraction.checked.isoformat()},
    }


def render_verified(found: Sequence[Verified], *, ascii_only: bool) -> str:
    """What came of looking for each fact's quote."""
    rows = [
        {"fact": each.fact.id, "source": each.fact.source.id, "outcome": each.outcome, "detail": each.told or None}
        for each in found
    ]  # fmt: skip
    outcomes = [each.outcome for each in found]
    summary = {name.replace(" ", "_"): outcomes.count(name) for name in dict.fromkeys(outcomes)}
    return dump({"version": VERSION, "facts": rows, "summary": summary}, ascii_only)


def render_due(due: Sequence[Due], *, ascii_only: bool) -> str:
    """What wants looking at; ``day`` is null where it is due already, by no date."""
    rows = [
        {
            "day": each.day and each.day.isoformat(), "overdue": each.overdue, "kind": each.kind, "noun": each.noun,
            "id": each.id, "owner": each.owner or None, "message": each.message, **_place(each.place),
        }
        for each in due
    ]  # fmt: skip
    return dump({"version": VERSION, "due": rows, "summary": {"due": len(rows)}}, ascii_only)
