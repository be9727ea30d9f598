"""The sources of a desk looked up in the Retraction Watch export, and the drafts that rest on what was found."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.commands.facts_uses import places, table
from linter.commands.figures import complain
from linter.facts.concern import Concern
from linter.facts.originals import path_of
from linter.facts.retractions import notices, retracted, without_number
from linter.model import FactsFile
from linter.report import Look
from linter.report.summary import plural
from linter.run.drafts import Wanted

if TYPE_CHECKING:
    from linter.facts.uses import Use


@dataclass(frozen=True)
class LookedUp:
    """What the export says of the sources; ``uses`` are the places in drafts that rest on those it names."""

    concerns: Sequence[Concern]
    uses: Sequence[Use]
    unknown: Sequence[str]
    """Ids of sources that could not be looked up."""

    def lines(self, appearance: Look) -> list[str]:
        """The worklist, and what could not be looked up."""
        lines = []
        if self.uses:
            drafts = plural(len({use.path for use in self.uses}), "draft")
            lines += ["", f"{drafts} to look at:", *table(self.uses, appearance, with_fact=True)]
        if self.unknown:
            lines += ["", f"Not looked up, for want of a DOI or a PubMed number: {', '.join(self.unknown)}"]
        return lines


def look_up(facts: FactsFile, path: str, *, usable: bool) -> LookedUp:
    """Look every source up. Drafts are looked through from the folder of the facts file down, if these are usable."""
    told = notices(path, facts.sources)
    bad = {id for id, notice in told.items() if notice.status != "none"}
    ids = frozenset(f.id for f in facts.facts.values() if f.source.id in bad and f.status != "withdrawn")
    uses: list[Use] = []
    if ids and usable:
        wanted = Wanted((os.path.dirname(facts.path) or ".",), allow_empty=True)
        uses, unchecked = places(facts.path, ids, wanted)
        complain(unchecked)
        copies = {os.path.realpath(path_of(source)) for source in facts.sources.values() if source.file}
        uses = [use for use in uses if os.path.realpath(use.path) not in copies]
    concerns = list(retracted(facts.sources.values(), told))
    return LookedUp(concerns, uses, without_number(facts.sources.values()))
