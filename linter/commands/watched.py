"""The drafts under some paths, kept up to date with their files: only what has changed is checked again."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

from linter.commands.acts import Acts
from linter.commands.check import findings_of, make_report, without_own
from linter.commands.picks import picks
from linter.errors import InputError, Problem
from linter.results import Report
from linter.run.desk import Desk
from linter.run.discover import Found
from linter.run.drafts import Wanted, find, look_at, not_checked
from linter.run.outcome import Outcome

Stamp = tuple[int, int, int] | None
"""What tells one state of a file from another; None if it is not there."""
_SETTINGS = (".yaml", ".yml", ".toml")


@dataclass(frozen=True)
class Round:
    """What there is to say after a change."""

    report: Report | None
    """None where nothing could be checked at all."""
    again: tuple[str, ...] = ()
    """The drafts that were checked."""
    problems: tuple[Problem, ...] = ()
    """Mistakes in facts and settings."""


class Watched:
    """The state of the drafts as of the last round.

    ``opened`` makes the desk, and is asked for another whenever facts, settings or rules have changed.
    """

    def __init__(self, opened: Callable[[], Desk], wanted: Wanted, today: date | None = None) -> None:
        self._opened = opened
        self._wanted = wanted
        self._today = today
        self.desk = opened()
        self._is_sound = True
        self._found = Found()
        self._outcomes: dict[str, Outcome] = {}
        self._drafts: dict[str, Stamp] = {}
        self._settings: dict[str, Stamp] = {}
        self._rounds = 0

    def round(self, changed: Collection[str] = ()) -> Round | None:
        """Look at what has changed; None if that is nothing.

        ``changed`` names files that have, as far as is known. Without any, only the files that were read
        before are looked at, which is quick enough to be done every second.
        """
        real = {os.path.realpath(path) for path in changed}
        self._rounds += 1
        is_new = self._rounds == 1
        if not is_new and self._has_new_settings(real):
            is_new = True
            try:
                self.desk, self._is_sound = self._opened(), True
            except InputError as error:
                self._is_sound = False
                self._remember(error.problems)
                return Round(None, problems=error.problems)
        # What happened between the first look and the start of the watching, nobody was told of.
        elif not self._is_sound or not (real or self._rounds <= 2 or _differ(self._drafts)):
            return None
        return self._look(real, is_new=is_new)

    def _look(self, changed: Collection[str], *, is_new: bool) -> Round | None:
        if is_new:
            self._outcomes, self._drafts = {}, {}
        known = self.desk.config.baseline
        found = without_own(find(self.desk, self._wanted), known, None)
        now = {path: _stamp(path) for path in found.drafts}
        stale = [
            path
            for path, stamp in now.items()
            if path not in self._drafts or self._drafts[path] != stamp or os.path.realpath(path) in changed
        ]
        if not stale and found == self._found and not is_new:
            return None
        self._outcomes = {path: each for path, each in self._outcomes.items() if path in now}
        self._outcomes |= {each.path: each for each in look_at(self.desk, stale, None, figures=False)}
        self._drafts, self._found = now, found
        return self._told(found, known, tuple(stale))

    def _told(self, found: Found, baseline: str | None, again: tuple[str, ...]) -> Round:
        outcomes = [self._outcomes[path] for path in found.drafts]
        problems = tuple(dict.fromkeys(problem for each in outcomes for problem in each.problems))
        self._remember(problems)
        checked = [each for each in outcomes if not each.unchecked]
        failed = [told for each in outcomes for told in not_checked(each)]
        unchecked = sorted([*found.unchecked, *failed], key=lambda each: each.path)
        try:
            with self.desk.config.naming():
                held = picks(Acts(), baseline)
            findings = findings_of(self.desk, checked)
        except InputError as error:
            return Round(None, again, error.problems)
        picked = held.of(findings, [each.path for each in checked])
        return Round(make_report(checked, unchecked, found, picked, held, 0, ()), again, problems)

    # -- facts and settings -------------------------------------------------------------------

    def _has_new_settings(self, changed: Collection[str]) -> bool:
        """Whether facts, settings or rules may be other than before; a new file may be one of them."""
        if self._today is None and self.desk.settings.today != date.today():
            return True
        named = (path for path in changed if path.endswith(_SETTINGS))
        return _differ(self._settings) or any(not self.desk.is_content(path) for path in named)

    def _remember(self, problems: Sequence[Problem] = ()) -> None:
        """Note what the files look like that every draft's findings rest on."""
        config = self.desk.config
        paths = {*config.rules, *(problem.place.path for problem in problems)}
        paths |= {path for path in (config.path, config.baseline, *self.desk.engines) if path is not None}
        for engine in self.desk.engines.values():
            if not isinstance(engine, InputError) and engine.facts is not None:
                paths |= {*engine.facts.files}
        self._settings = {path: _stamp(path) for path in paths}


def _stamp(path: str) -> Stamp:
    try:
        about = os.stat(path)
    except (OSError, ValueError):
        return None
    return about.st_mtime_ns, about.st_size, about.st_ino


def _differ(stamps: dict[str, Stamp]) -> bool:
    return any(_stamp(path) != stamp for path, stamp in stamps.items())
