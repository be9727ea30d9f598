"""From when a span of time counts: 'within 48 hours of the first symptoms', and not of the scan."""

from __future__ import annotations

from linter.claims.beside import accounted
from linter.claims.comparison import Comparison
from linter.claims.events import told_in
from linter.claims.needs import kind_of
from linter.claims.reading import BlockReading
from linter.language.figure import Figure
from linter.language.lexicon import Lexicon
from linter.language.text import STOP, Mention
from linter.patterns import AnyCase

_START = AnyCase(r"\s*(?:of|after|from|since|before|following|until)\s")
_END = AnyCase(r"[.,;:()!?]|\b(?:and|but|because|if|unless|or)\b")
_REACH = 60


def add_start(result: Comparison, lexicon: Lexicon) -> None:
    """Add whether a span of time counts from what the claim says, from something else, or from what only one says."""
    figure, fact = result.context.figure, result.key.figure
    if figure is None or fact is None or fact.dimension != "time" or figure.dimension != "time":
        return
    there, from_there = _event(result.key.reading, fact)
    here, from_here = _event(result.context.own.reading, figure)
    if here is None or there is None:
        return
    events = told_in(from_here), told_in(from_there)
    result.add("starts with another event", bool(all(events)) and not events[0] & events[1])
    telling = [m for m in here if m.text.lower() not in STOP and kind_of(m.readings[0], lexicon) != "light"]
    if telling:
        same = any(accounted(m, result.key, lexicon) for m in telling)
        result.add("same start" if same else "another start")


def _event(reading: BlockReading, figure: Figure) -> tuple[list[Mention] | None, str]:
    """What stands after 'of', 'after' or 'before' behind a figure, and its words; None where nothing of the kind does."""
    start = _START.match(reading.text, figure.end)
    if start is None:
        return None, ""
    stop = min(figure.end + _REACH, len(reading.text))
    end = _END.search(reading.text, start.end(), stop)
    stop = end.start() if end else stop
    return [m for m in reading.mentions if start.end() <= m.start < stop], reading.text[start.end() : stop]
