"""When a draft says of itself that it was last reviewed, updated or published."""

from __future__ import annotations

from collections.abc import Iterable

from linter.model import Block, Dated
from linter.patterns import AnyCase, Pattern
from linter.readers.prose_keys import dates

YEAR = Pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
LINE = AnyCase(
    r"(?:this |page |content |article |medically |clinically |date |last )*(reviewed|updated|revised|published)\b"
    r"[^.;]{0,60}?((?:19|20)\d\d)\W*"
)
"""'Last reviewed: May 2021', 'Medically reviewed by Ann Abel, MD, on 4 May 2021'."""
LONGEST = 120
RANKS = ("reviewed", "updated", "published")


def of_key(key: str, value: str) -> Dated | None:
    """What ``lastReviewed: 2021-05-04`` says, wherever it stands in a draft's metadata."""
    said, year = dates(key), YEAR.search(value)
    return Dated(said, int(year.group())) if said and year is not None else None


def of_blocks(blocks: Iterable[Block]) -> Iterable[Dated]:
    """What the lines of a page say that hold nothing else."""
    for block in blocks:
        if len(block.text) <= LONGEST and block.kind in ("paragraph", "item"):
            for line in block.text.split("\n"):
                found = LINE.fullmatch(line.strip())
                if found is not None:
                    word = found.group(1).lower()
                    yield Dated("updated" if word == "revised" else word, int(found.group(2)))


def latest(dated: Iterable[Dated]) -> Dated | None:
    """The most telling of them: a review before an update, a later year before an earlier one."""
    return max(dated, key=lambda each: (-RANKS.index(each.said), each.year), default=None)
