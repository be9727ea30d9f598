"""The Retraction Watch data that Crossref publishes, held against the sources of a desk.

The file (https://gitlab.com/crossref/retraction-watch-data) has a row a notice: what became of an article, with the
DOI and the PubMed number of that article.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from linter.errors import InputError, Place, Problem
from linter.facts.concern import Concern
from linter.model import Source

_NATURES = {
    "retraction": "retracted",
    "expression of concern": "concern",
    "correction": "corrected",
    "reinstatement": "none",
}
_COLUMNS = ("OriginalPaperDOI", "OriginalPaperPubMedID", "RetractionNature", "RetractionDate")
_LONGEST = 10_000_000
_MEND = {
    "retracted": ("error", "is retracted", "withdraw what rests on it, or name another source"),
    "concern": ("warning", "is under an expression of concern", "look for another source"),
    "corrected": ("warning", "has been corrected", "see whether its facts still hold"),
}


@dataclass(frozen=True, slots=True)
class Notice:
    """What became of an article, as one row tells it; ``status`` is as under ``retraction:`` in a facts file."""

    status: str
    day: date | None
    reason: str
    doi: str = ""


def notices(path: str, sources: Mapping[str, Source]) -> dict[str, Notice]:
    """The newest notice about each source that has any, by its id.

    Raises:
        InputError: the file cannot be read, or is another kind of file.
    """
    ids: dict[str, list[str]] = defaultdict(list)
    for source in sources.values():
        for key in (
            f"doi:{source.doi.casefold()}" if source.doi else "",
            f"pmid:{source.pmid}" if source.pmid else "",
        ):
            if key:
                ids[key].append(source.id)
    found: dict[str, list[Notice]] = defaultdict(list)
    for row in _rows(path):
        doi, pmid = (row[column] or "" for column in _COLUMNS[:2])
        about = {*ids.get(f"doi:{doi.strip().casefold()}", ()), *ids.get(f"pmid:{pmid.strip()}", ())}
        status = _NATURES.get((row[_COLUMNS[2]] or "").strip().casefold())
        for id in about if status else ():
            reasons = [r.strip().lstrip("+") for r in (row.get("Reason") or "").split(";") if r.strip(" +")]
            found[id].append(
                Notice(
                    status or "", _day(row[_COLUMNS[3]]), "; ".join(reasons), row.get("RetractionDOI") or ""
                )
            )
    return {id: _standing(told) for id, told in found.items()}


def _rows(path: str) -> Iterator[dict[str, str | None]]:
    csv.field_size_limit(_LONGEST)
    number = 1
    try:
        with open(path, encoding="utf-8-sig", errors="replace", newline="") as file:
            reader = csv.DictReader(file)
            lacking = [name for name in _COLUMNS if name not in (reader.fieldnames or ())]
            if lacking:
                message = (
                    f"is not the Retraction Watch export: it has no column {' and no column '.join(lacking)}"
                )
                raise InputError(Problem(Place(path), message))
            for row in reader:
                number = reader.line_num
                yield row
    except OSError as error:
        raise InputError(Problem(Place(path), f"cannot be read: {error.strerror or error}")) from None
    except csv.Error as error:
        raise InputError(Problem(Place(path, number, 1), f"is no CSV that can be read: {error}")) from None


def _day(text: str | None) -> date | None:
    """``12/31/2025 0:00``, as the export has it, or an ISO date."""
    first = (text or "").strip().split(" ")[0]
    for form in ("%m/%d/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(first, form).date()
        except ValueError:
            continue
    return None


def _standing(told: list[Notice]) -> Notice:
    """What holds now: the newest notice, but a correction does not take a retraction back."""
    ordered = sorted(told, key=lambda n: (n.day or date.min, n.status))
    last = ordered[-1]
    for notice in reversed(ordered):
        if notice.status in ("none", "retracted"):
            return notice if notice.status == "retracted" or last.status == "none" else last
    return last


def retracted(sources: Iterable[Source], told: Mapping[str, Notice]) -> Iterator[Concern]:
    """A concern for each source of which the file says something that the facts do not."""
    for source in sources:
        notice = told.get(source.id)
        if notice is None or notice.status not in _MEND:
            continue
        severity, what, mend = _MEND[notice.status]
        held = source.retraction.status if source.retraction else "unchecked"
        if held == notice.status:
            continue
        when = f" since {notice.day}" if notice.day else ""
        why = f" ({notice.reason})" if notice.reason else ""
        message = f"{what}{when}{why}: write retraction: {{status: {notice.status}}}, and {mend}"
        yield Concern(
            source.place, "error" if severity == "error" else "warning", source.id, message, "source"
        )


def without_number(sources: Iterable[Source]) -> list[str]:
    """The ids of sources that cannot be looked up: they have neither DOI nor PubMed number."""
    return [source.id for source in sources if not (source.doi or source.pmid)]
