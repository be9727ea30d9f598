"""What a command reads drafts with: rules, settings, and the facts that belong to each draft."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter.errors import DraftError, InputError, Problem
from linter.facts.beside import beside
from linter.globs import comparable
from linter.model import Document
from linter.readers import CONTENT_SUFFIXES, reader_of
from linter.readers.decoding import encoding_of
from linter.readers.reading import Reading
from linter.readers.template_words import ending
from linter.results import FigureRow, Finding
from linter.rulebook.rules import Rules, load_rules
from linter.run.facts_files import FACTS_NAMES, find_facts, load_usable
from linter.run.outcome import Outcome

if TYPE_CHECKING:
    from linter.engine import Engine, Settings
    from linter.run.config import Config

ACROSS = "cross-document-conflict"
"""The rule that needs all drafts at once."""


def all_figures(engine: Engine, document: Document) -> Iterable[FigureRow]:
    return engine.figures(document)


@dataclass
class Desk:
    """Rules, settings and facts; cheap to send to another process."""

    rules: Rules
    config: Config
    settings: Settings
    facts: str | None = None
    """The facts file for every draft; None looks for one upward from each."""
    selected: frozenset[str] = frozenset()
    by_path: bool = True
    """Whether the config's per-path rules apply; they yield to the command line."""
    keeps_text: bool = False
    """Whether outcomes hold the drafts' bytes."""
    keeps_figures: bool = False
    """Whether outcomes of a check hold the drafts' figures."""
    listing: Callable[[Engine, Document], Iterable[Any]] = all_figures
    since: str | None = None
    """A git ref: what facts said there and no longer say is superseded."""
    folders: dict[str, str | None] = field(default_factory=dict)
    engines: dict[str | None, Engine | InputError] = field(default_factory=dict)

    def __getstate__(self) -> dict[str, Any]:
        return self.__dict__ | {"engines": {}}

    def choose(self, select: Sequence[str], ignore: Sequence[str]) -> None:
        """Set the rules to report; the command line takes the place of the config."""
        chosen = self.rules.select(select or self.config.select, ignore or self.config.ignore)
        self.selected = frozenset(chosen)
        self.by_path = not (select or ignore)

    def selected_at(self, path: str) -> frozenset[str]:
        """The rules to report in one draft: the config may have its own for some paths."""
        selected = self.selected
        for entry in self.config.per_path if self.by_path else ():
            if not self._lies_in(path, entry.paths):
                continue
            if entry.select:
                selected = frozenset(self.rules.select(entry.select))
            selected -= {rule for name in entry.ignore for rule in self.rules.expand(name)}
        return selected

    def reading(self, path: str) -> Reading:
        """How the config wants a draft to be read."""
        fields: tuple[str, ...] = ()
        is_content = ending(path) in CONTENT_SUFFIXES and os.path.basename(path) not in FACTS_NAMES
        for glob, named in self.config.content_fields.items() if is_content else ():
            if self._lies_in(path, (glob,)):
                fields += named
        config = self.config
        return Reading(config.encoding, fields, config.prose_keys, config.prose_attributes)

    def reader_for(self, path: str) -> str:
        """The name of the reader of a draft."""
        return reader_of(path, self.reading(path))

    def is_content(self, path: str) -> bool:
        """Whether a file is a draft because the config names fields of it."""
        return bool(self.reading(path).fields)

    def _lies_in(self, path: str, globs: tuple[str, ...]) -> bool:
        from pathspec import GitIgnoreSpec

        inside = os.path.relpath(os.path.abspath(path), os.path.abspath(self.config.folder or "."))
        return GitIgnoreSpec.from_lines(globs).match_file(comparable(inside))

    def leaves_out(self, path: str) -> bool:
        """Whether the config excludes a draft."""
        return self._lies_in(path, self.config.exclude)

    def facts_for(self, path: str) -> str | None:
        if self.facts:
            return self.facts
        folder = os.path.dirname(os.path.abspath(path))
        if folder not in self.folders:
            self.folders[folder] = find_facts(folder)
        return self.folders[folder]

    def twin(self, facts: str | None) -> Problem | None:
        """What is wrong with a facts file that was looked for, not named, if another stands beside it."""
        return None if facts is None or facts == self.facts else beside(facts)

    def engine(self, facts: str | None) -> Engine:
        """The engine over a facts file, made once; InputError each time if the file is broken."""
        if facts not in self.engines:
            self.engines[facts] = self._make(facts)
        engine = self.engines[facts]
        if isinstance(engine, InputError):
            raise engine
        return engine

    def _make(self, facts: str | None) -> Engine | InputError:
        from linter.engine import Engine

        try:
            if (twin := self.twin(facts)) is not None:
                return InputError(twin)
            if not facts:
                return Engine(None, self.rules, self.settings)
            from linter.facts.library import open_library

            loaded, binder = open_library(facts, load_usable)
            if self.since is not None:
                from linter.facts.history import with_history

                loaded, binder = with_history(loaded, self.since), None
            return Engine(loaded, self.rules, self.settings, *((binder,) if binder else ()))
        except InputError as error:
            return error

    def check(self, path: str, data: bytes | None = None, *, tries_fixes: bool = True) -> Outcome:
        """The findings of one draft that are neither suppressed nor deselected.

        ``tries_fixes`` leaves them only such fixes as make the draft better.
        """

        def look(document: Document, facts: str | None) -> Outcome:
            from linter.suppression.apply import apply, switched_off

            engine = self.engine(facts)
            result = engine.check(document, figures=self.keeps_figures)
            ran = self.rules.working(bool(facts)) - {ACROSS}
            found = apply(
                document, result.findings, self.rules, ran, engine.facts.facts if engine.facts else None
            )
            wanted = self.selected_at(path)
            findings = tuple(_placed(document, finding) for finding in found if finding.rule in wanted)
            claims = tuple(result.claims)
            off = switched_off(document, self.rules) if claims else None
            return Outcome(
                path, findings, result.rows, result.figures, result.bound, facts, claims=claims, off=off
            )

        return self._on(path, data, look, tries_fixes=tries_fixes)

    def across(self, outcomes: Sequence[Outcome]) -> list[Finding]:
        """Where the drafts contradict each other, unless that is suppressed or deselected there."""
        if ACROSS not in self.rules or len(outcomes) < 2:
            return []
        from linter.checks.corpus import cross_document_conflict

        by_path = {outcome.path: outcome for outcome in sorted(outcomes, key=lambda outcome: outcome.path)}
        told = cross_document_conflict([each.claims for each in by_path.values()], self.rules[ACROSS])
        return [
            finding
            for finding in told
            if ACROSS in self.selected_at(finding.path)
            and not ((off := by_path[finding.path].off) and off.covers(finding))
        ]

    def list_figures(self, path: str, data: bytes | None = None) -> Outcome:
        """What the desk's listing says of one draft: its figures, if nothing else was asked for."""

        def look(document: Document, facts: str | None) -> Outcome:
            rows = tuple(self.listing(self.engine(facts), document))
            return Outcome(path, (), rows, len(rows), facts=facts)

        return self._on(path, data, look)

    def _on(
        self,
        path: str,
        data: bytes | None,
        look: Callable[[Document, str | None], Outcome],
        *,
        tries_fixes: bool = False,
    ) -> Outcome:
        """Read a draft and look at it. What goes wrong with one draft stays with it."""
        from linter.readers import read

        try:
            facts = self.facts_for(path)
            self.engine(facts)
            data = Path(path).read_bytes() if data is None else data
            reading = self.reading(path)
            document = read(path, data, reading)
            outcome = look(document, facts)
            is_foreign = bool(document.left_out) and not document.blocks
            if tries_fixes and any(finding.fix for finding in outcome.findings):
                outcome = self._tried(outcome, data, encoding_of(data, reading.encoding))
            if self.keeps_text:
                encoding = encoding_of(data, reading.encoding) if document.has_lines else ""
                outcome = replace(outcome, data=data, encoding=encoding)
            if self.keeps_figures:
                outcome = replace(outcome, blocks=document.blocks)
            return replace(outcome, left_out=document.left_out, is_foreign=is_foreign, unread=document.unread)
        except DraftError as error:
            return Outcome(path, unchecked=str(error))
        except InputError as error:
            return Outcome(path, unchecked=f"its facts have mistakes: {facts}", problems=error.problems)
        except OSError as error:
            return Outcome(path, unchecked=f"cannot be read: {error.strerror or error}")
        except Exception as error:
            if os.environ.get("MEDLINT_DEBUG"):
                raise
            from linter.errors import internal_error

            return Outcome(path, unchecked=internal_error(error))

    def _tried(self, outcome: Outcome, data: bytes, encoding: str) -> Outcome:
        """The outcome without fixes that ``--fix`` would not make."""
        from linter.fixes.tried import tried

        def look(data: bytes) -> Sequence[Finding] | None:
            again = self.check(outcome.path, data, tries_fixes=False)
            return None if again.unchecked else again.findings

        return replace(outcome, findings=tried(data, encoding, outcome.findings, look))


def _placed(document: Document, finding: Finding) -> Finding:
    """The finding with what people call its place, if they count no lines there."""
    spot = document.spot(finding.line)
    return finding if spot is None else replace(finding, spot=spot)


def open_desk(
    facts: str | None,
    config: str | None,
    today: date | None,
    since: str | None = None,
    start: Path | None = None,
) -> Desk:
    """Read the rules and the config; InputError if they, or a facts file named outright, are wrong.

    The config is looked for from ``start`` upward, which is the current folder if it is not given.
    """
    from linter.engine import Settings

    settings_file, rules = read_config(config, start)
    desk = Desk(
        rules=rules.with_severity(settings_file.severity),
        config=settings_file,
        settings=Settings(
            today=today or date.today(),
            recent_years=settings_file.recent_years,
            max_source_age=settings_file.max_source_age,
            micrograms=settings_file.micrograms,
        ),
        facts=facts or settings_file.facts,
        since=since,
    )
    if desk.facts:
        with nullcontext() if facts else settings_file.naming():
            desk.engine(desk.facts)
    return desk


def read_config(config: str | None, start: Path | None = None) -> tuple[Config, Rules]:
    """The config, and the rules with those that it adds."""
    from linter.run.config import load_config

    loaded: list[Rules] = []

    def known(extra: tuple[str, ...]) -> frozenset[str]:
        loaded.append(load_rules(extra))
        return loaded[0].known

    settings = load_config(config, start or Path.cwd(), known)
    return settings, loaded[0] if loaded else load_rules(settings.rules)
