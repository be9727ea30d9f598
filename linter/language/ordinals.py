"""Ranks: 'the third leading cause', 'the most common cancer', 'ranks sixth'."""

from __future__ import annotations

from fractions import Fraction

from linter.language.figure import Figure
from linter.patterns import AnyCase

NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NTH = rf"(?P<nth>{'|'.join(NTH)}|[1-9]\d?(?:st|nd|rd|th))"
_MOST = r"(?:most (?:commonly|frequently|often) (?:diagnosed|found|seen|reported|occurring|fatal|used)|most (?:common|frequent|prevalent)|commonest|leading|biggest|largest)"
_FORMS = (
    AnyCase(rf"\b(?:{_NTH}[- ])?{_MOST}\b"),  # the fourth most common
    AnyCase(
        rf"\b(?:ranks?|ranked|comes?|came|in|is) (?:the )?{_NTH}(?: place)?(?= (?:among|for|as|in|on|behind|of all)\b|[,.;])"
    ),
)
"""The second of these stands for itself: 'ranks sixth among cancers'."""
_ONE_OF = AnyCase(
    r"\b(?:one of|among|some of|of|(?:two|three|four|five|\d+)) (?:the |its |their )?(?:\w+ )?$"
)


def read_ranks(text: str) -> list[Figure]:
    """Every rank in ``text``, in order: 1 for the most common. 'One of the most common' ranks nothing."""
    found = []
    for form in _FORMS:
        for told in form.finditer(text):
            nth = told["nth"]
            if nth is None and _ONE_OF.search(text[max(0, told.start() - 24) : told.start()]):
                continue
            place = 1 if nth is None else NTH.index(nth.lower()) + 1 if nth.lower() in NTH else int(nth[:-2])
            start = told.start("nth") if nth else told.start()
            found.append(
                Figure(start, told.end(), "number", "rank", Fraction(place), lead=start, role="rank")
            )
    return sorted(found, key=lambda f: f.start)
