"""The dates that a page or a post has for itself: 'Last updated: 3 May 2026.', 'Lin wrote on 9 January 2026:'.

They say when something was written. No figure is of that date, and no source is.
"""

from __future__ import annotations

from functools import lru_cache

from linter.language.calendar import MONTH_NAMES
from linter.patterns import AnyCase

_MONTH = rf"(?:{'|'.join(f'{m[:3]}(?:{m[3:]})?' for m in MONTH_NAMES)}|Sept)\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:(?:{_DAY}\s+)?{_MONTH}\s+(?:{_DAY},?\s+)?(?:19|20)\d\d"
    r"|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d)"
)
_HOUR = r",?\s*(?:at\s+)?\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?"
_BEGINS = r"(?:^|\n|[.!?;·|]\s+)[^\w\n]{0,8}"
_ENDS = r"(?=[^\w\n]{0,8}(?:$|\n|[.!?;·|](?:\s|\W*$)|\bby\s+[A-Z]|\(\s*version|version\b))"
_DEED = r"(?:updat(?:ed|e)|review(?:ed)?|revis(?:ed|ion)|edit(?:ed)?|modified|publi(?:shed|cation)|posted|print(?:ed)?|issued?|chang(?:ed?)|checked|written|uploaded|archived|retrieved|accessed|due)"
_THING = r"(?:(?:this|our|the)\s+)?(?:page|article|leaflet|booklet|fact\s?sheet|content|document|post|thread|entry|text|guide|website|information|date)"
_OWN = AnyCase(
    rf"{_BEGINS}(?:(?:{_THING}\s+)?(?:(?:was|is)\s+)?(?:(?:first|last|next|originally|medically|date|day)\s+)*{_DEED}(?:\s+(?:date|due))?(?:\s+(?:on|in|at|by))?\s*:?\s*"
    rf"|(?:©|\(c\)|copyright|version|edition)\s*[\w.]{{0,6}},?\s*)(?P<date>{_DATE}(?:{_HOUR})?|(?:19|20)\d\d){_ENDS}"
)
"""A page's or a leaflet's own: all of a sentence, or of a part of a line between dots or bars."""
_WRITER = r"^[^\w\n]{0,8}\w[\w@.'’()-]{0,30}(?:[ ][\w@(][\w@.'’()-]{0,30}){0,4}[^\w\n]{0,8}"
_POST = AnyCase(
    rf"{_WRITER}\b(?:wrote|posted|replied|said|commented|answered|added)\s+(?:on\s+)?(?P<told>{_DATE}(?:{_HOUR})?)[^\w\n]{{0,8}}(?=$|\n)"
    rf"|{_WRITER}(?:[·|,–—-]|\bon\b)\s*(?P<timed>{_DATE}{_HOUR})[^\w\n]{{0,8}}(?=$|\n)"
    rf"|{_WRITER}[·|]\s*(?P<dated>{_DATE})[^\w\n]{{0,8}}(?=$|\n)"
    rf"|^[^\w\n]{{0,8}}(?P<stamp>{_DATE}{_HOUR})[^\w\n]{{0,8}}(?:\n|\s[—–|·-]\s|:\s|$)"
)
"""A post's: its first line, and nothing else on that."""


@lru_cache(maxsize=256)
def own_dates(text: str) -> tuple[tuple[int, int], ...]:
    """Where such dates stand in the text of a block, look-alike characters folded."""
    found = [match.span("date") for match in _OWN.finditer(text)]
    post = _POST.match(text)
    if post:
        found.append(post.span(next(name for name, told in post.groupdict().items() if told)))
    return tuple(found)


def is_own_date(text: str, start: int) -> bool:
    """True where a date that begins at an offset is that of the page or of the post."""
    return any(low <= start < high for low, high in own_dates(text))


def without_own_dates(text: str) -> str:
    """A text in which they are blank, as long as it was."""
    for start, end in own_dates(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text
