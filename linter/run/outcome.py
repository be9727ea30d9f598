"""What comes of looking at one draft, as it passes between processes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from linter.errors import Problem
from linter.model import Block
from linter.results import Finding

if TYPE_CHECKING:
    from linter.checks.corpus_claims import Claim
    from linter.checks.retold import Told
    from linter.suppression.apply import SwitchedOff


@dataclass(frozen=True)
class Outcome:
    """What came of one draft."""

    path: str
    findings: tuple[Finding, ...] = ()
    rows: tuple[Any, ...] = ()
    """What the desk's listing says of it."""
    figures: int = 0
    bound: int = 0
    facts: str | None = None
    unchecked: str = ""
    unread: str = ""
    """What of it could not be checked while the rest was, and why."""
    problems: tuple[Problem, ...] = ()
    """Mistakes in the draft's facts file, for which it was not checked."""
    claims: tuple[Claim | Told, ...] = ()
    """What other drafts may contradict."""
    off: SwitchedOff | None = None
    """Where its comments switch off what comes of all drafts together."""
    left_out: tuple[tuple[str, int], ...] = ()
    """The other languages in it, with the number of their blocks."""
    is_foreign: bool = False
    """True if there is nothing else in it."""
    data: bytes = b""
    """The draft's bytes, if the desk keeps them."""
    encoding: str = ""
    """What these are in, by Python's name; of a draft that is no text, \"\"."""
    blocks: tuple[Block, ...] = ()
    """The draft as its reader understood it, if the desk keeps figures."""
