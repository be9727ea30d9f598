"""Known findings, kept in a file, so that only new ones are reported.

The file has a line for each, sorted, so that two branches' changes merge::

    # medlint baseline, version 1. …
    articles/sts.md<TAB>value-conflict[msts-lung-share=83%]<TAB>4d2a…<TAB>About 80% of them are found …

What counts is the fingerprint: rule, fact, that fact's value, sentence. The path tells two places of one
sentence apart; the sentence is for people.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from linter.errors import InputError, Place, Problem
from linter.facts.values import value_text
from linter.patterns import Pattern
from linter.plain import plain
from linter.report.fingerprint import fingerprint
from linter.results import Finding
from linter.whole_file import write_whole

HEAD = "# medlint baseline, version 1."
_REST = (
    " Known findings, which `medlint check --baseline` does not report.\n"
    "# One line each: draft, rule[fact=value], fingerprint, sentence. Written by --write-baseline; lines may be deleted.\n"
)
_MARK = Pattern(r"(?:<{7}|={7}|>{7}|\|{7})(?: |$)")
_PRINT = Pattern(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One known finding. ``path`` counts from the baseline's own folder, with ``/``."""

    path: str
    rule: str
    """With its fact and the fact's value: ``value-conflict[msts-lung-share=83%]``."""
    fingerprint: str
    sentence: str

    @property
    def line(self) -> str:
        return "\t".join((self.path, self.rule, self.fingerprint, self.sentence))


@dataclass(frozen=True)
class Compared:
    """Findings held against a baseline."""

    new: tuple[Finding, ...]
    known: tuple[Finding, ...]
    stale: tuple[Entry, ...]
    """Entries of drafts that were checked, or are gone, which nothing answers to any more."""
    unlooked: tuple[Entry, ...]
    """Entries of drafts that this run did not look at."""


@dataclass(frozen=True)
class Baseline:
    """A baseline file; without entries if there is none yet."""

    file: str
    entries: tuple[Entry, ...] = ()

    def compare(self, findings: Sequence[Finding], checked: Collection[str]) -> Compared:
        """Tell known findings from new ones. ``checked`` are the drafts of this run.

        An entry stands for one finding. It is used for its own draft first; for another one only if its
        own is gone or was checked and needs it no more, as when a paragraph or a draft has moved.
        """
        prints = [fingerprint(finding) for finding in findings]
        own: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in sorted(self.entries, reverse=True):
            own[entry.fingerprint, entry.path].append(entry)
        known = {n for n, f in enumerate(findings) if _take(own.get((prints[n], self._path(f.path))))}
        left = sorted((entry for entries in own.values() for entry in entries), reverse=True)
        looked_at = {self._path(path) for path in checked}
        is_free = {path: self._is_free(path, looked_at) for path in {entry.path for entry in left}}
        free: dict[str, list[Entry]] = defaultdict(list)
        for entry in left:
            if is_free[entry.path]:
                free[entry.fingerprint].append(entry)
        known |= {n for n in range(len(findings)) if n not in known and _take(free.get(prints[n]))}
        return Compared(
            tuple(f for n, f in enumerate(findings) if n not in known),
            tuple(f for n, f in enumerate(findings) if n in known),
            tuple(sorted(entry for entries in free.values() for entry in entries)),
            tuple(sorted(entry for entry in left if not is_free[entry.path])),
        )

    def _is_free(self, path: str, looked_at: Collection[str]) -> bool:
        """True where a draft does not need the entries that are left: it was looked at, or is no more."""
        return path in looked_at or not Path(os.path.dirname(self.file), path).exists()

    def _path(self, path: str) -> str:
        """A draft's path as entries have it."""
        return plain(os.path.relpath(path, os.path.dirname(self.file) or ".").replace(os.sep, "/"))

    def entry(self, finding: Finding) -> Entry:
        fact = finding.fact
        rule = f"{finding.rule}[{fact.id}={plain(value_text(fact))}]" if fact else finding.rule
        return Entry(self._path(finding.path), rule, fingerprint(finding), plain(finding.sentence))

    def write(self) -> None:
        """Write the file anew. InputError if that cannot be done."""
        lines = "".join(f"{entry.line}\n" for entry in sorted(self.entries))
        write_whole(self.file, f"{HEAD}{_REST}{lines}".encode())


def _take(entries: list[Entry] | None) -> Entry | None:
    """The first of some entries, which stand in reverse order; None if none is left."""
    return entries.pop() if entries else None


def read_baseline(path: str) -> Baseline:
    """The baseline in a file. InputError with every line that is none."""
    try:
        text = Path(path).read_bytes().decode()
    except FileNotFoundError:
        advice = "does not exist: medlint check --baseline FILE --write-baseline writes it"
        raise InputError(Problem(Place(path), advice)) from None
    except OSError as error:
        raise InputError(Problem(Place(path), f"cannot be read: {error.strerror or error}")) from None
    except UnicodeDecodeError:
        raise InputError(Problem(Place(path), "is not UTF-8 text, so no baseline")) from None
    lines = text.removeprefix("\ufeff").split("\n")
    if not lines[0].startswith(HEAD):
        advice = f'is no baseline: its first line does not begin with "{HEAD}"'
        raise InputError(Problem(Place(path, 1, 1), advice))
    problems: list[Problem] = []
    entries: list[Entry] = []
    for number, line in enumerate((each.rstrip("\r") for each in lines), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) == 4 and _PRINT.fullmatch(fields[2]):
            entries.append(Entry(*fields))
        elif _MARK.match(line):
            problems.append(
                Problem(
                    Place(path, number, 1),
                    "is a mark of a merge: keep the entries of both sides, delete the marks",
                )
            )
        else:
            advice = "is no entry (draft, rule, fingerprint and sentence, with tabs between): delete the line, or write the file anew with --write-baseline"
            problems.append(Problem(Place(path, number, 1), advice))
    if problems:
        raise InputError(*problems)
    return Baseline(path, tuple(entries))
