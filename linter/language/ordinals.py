"""Ranks: 'the third leading cause', 'the most common cancer', 'ranks sixth', 'the No. 5 killer', 'the #4 spot'."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from linter.language.cardinals import UNITS
from linter.language.figure import Figure
from linter.patterns import AnyCase

NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")  # fmt: skip
_NTH = rf"(?P<nth>{'|'.join(NTH)}|[1-9]\d?(?:st|nd|rd|th))"
_SPELLED = tuple(UNITS)[1:16]
_HASH = r"(?:#|№ ?|\b(?:no|nr)(?:\. ?| )|\bnumber[- ])"
"""What makes a number a rank: 'No. 5', '#4'."""
_NO = rf"{_HASH}(?P<no>[1-9]\d?(?![\d.,]?\d)|(?:{'|'.join(_SPELLED)})\b)"
_ANY = rf"(?:\b{_NTH}|{_NO})"
_MOST = (
    r"(?:most (?:commonly|frequently|often) (?:diagnosed|found|seen|reported|occurring|fatal|used)"
    r"|most (?:common|frequent|prevalent|deadly|lethal|fatal)|commonest|deadliest|leading|biggest|largest)"
)
_CAUSE = r"(?:(?:[a-z]+ ){0,2}(?:cause|killer|reason|source|risk factor|cancer|disease|infection|condition)\b(?! and\b))"
_SPOT = r"(?:place|spot|position|slot|rank|ranking)\b"
_RANKS = r"\b(?:ranks?|ranked|ranking|comes?|came|coming|stands?|stood|sits?|sat|placed|places|finish(?:es|ed)|listed|rated|rates|remains?|remained|in|is|was|are|were)"
_MOVES = r"\b(?:mov(?:e|es|ed|ing)|climb(?:s|ed|ing)?|rose|rises?|risen|rising|falls?|fell|fallen|falling|drop(?:s|ped|ping)?|slip(?:s|ped|ping)?|jump(?:s|ed|ing)?|went|gone)\b[^,.;()]{0,40}? to"
_STILL = r"(?: (?:now|still|currently|only|again|up|down|back|just))*(?: (?:in|as|at|to))?(?: (?:the|a|its))?"
_ENDS = r"(?= (?:among|amongst|for|as|in(?! line)|on|behind|after|of all|overall|and(?! foremost)|but|while|with|nationally|nationwide|worldwide|globally|today|now)\b| ?[,.;:)(–—]|\s*$)"

_FORMS = (
    AnyCase(rf"(?:{_ANY}[- ])?\b{_MOST}\b"),  # the fourth most common
    AnyCase(rf"\b{_NTH}(?= cause of (?:[a-z]+ ){{0,2}}(?:death|mortality|disability|blindness)\b| killer\b)"),
    AnyCase(rf"{_NO}(?=[- ]{_CAUSE})"),  # the No. 5 cause
    AnyCase(rf"(?:{_RANKS}|{_MOVES}){_STILL} {_ANY}(?: {_SPOT}{_ENDS}|{_ENDS})"),  # ranks sixth among
    AnyCase(rf"\b(?:in|into|to|at|holds?|holding|takes?|took|taking|occup(?:y|ies|ied)|now)(?: the| its)? {_NTH} {_SPOT}"),
    AnyCase(rf"{_NO}[- ]{_SPOT}"),  # the #4 spot
    AnyCase(rf"{_ANY}(?= (?:place )?(?:on|in) (?:the|a|its|our) (?:list|ranking|league table)\b)"),
    AnyCase(rf"\b(?P<top>top|chief|principal|main|greatest)\b(?= {_CAUSE})"),  # the top cause
    AnyCase(r"(?P<top>\b(?:tops|topped|heads|headed|leads|led) the (?:list|ranking)\b|\b(?:the )?top (?:spot|place|position)\b)"),
    AnyCase(r"\b(?P<next>second only to)\b"),
)  # fmt: skip
"""The forms of a rank. In all but the first a group says what is marked as the rank."""
_ONE_OF = AnyCase(
    r"\b(?:one of|among|amongst|some of|of|(?:two|three|four|five|\d+)) (?:the |its |their )?(?:[\w-]+ )?$"
    r"|\b(?:an?|any|another|each|every|other|many|several|these|those|such|top(?: ten|[- ]\d+)|next|ten) (?:(?:[a-z]+ly|major|very) )?$"
)
_CAUSES = AnyCase(r" (?:(?!of )[a-z]+ ){0,2}(?:causes|killers|reasons)\b")
_WAS = AnyCase(r"\b(?:from|formerly|previously|no longer|used to be|once)(?: in)?(?: the| its)? $")
_JOINED = AnyCase(r"^ ?(?:,|,? and|or|to|[-–&]) (?:the )?(?:#|no\. ?|number )?\d|^-\d")
_JOINS = AnyCase(r"(?:#|no\. ?|number )\d{1,2}(?:,| ?&| and| or)(?: and)? (?:the )?$")
_IDIOM = AnyCase(r"\bin the first place\b")


def read_ranks(text: str) -> list[Figure]:
    """Every rank in ``text``, in order: 1 for the most common.

    'One of the most common' and 'a leading cause' rank nothing; 'from fifth to fourth' ranks fourth.
    """
    found: dict[int, Figure] = {}
    for form in _FORMS:
        for start, end, place in _told(form, text):
            if not any(f.start < end and start < f.end for f in found.values()):
                found[start] = Figure(start, end, "number", "rank", Fraction(place), lead=start, role="rank")
    return [found[start] for start in sorted(found)]


def read_rank(text: str) -> Figure | None:
    """The rank that ``text`` is: '5th', 'fifth', 'No. 5', 'fifth leading', 'leading'; None for any other text."""
    told = _WHOLE.fullmatch(text.strip())
    if told is None:
        return None
    place = _place(told["nth"] or "", told["no"] or "")
    return Figure(0, len(text), "number", "rank", Fraction(place), role="rank")


_WHOLE = AnyCase(rf"(?:the )?(?:{_ANY}(?:[- ](?:{_MOST}|{_SPOT}))?|{_MOST}|top)")


def _told(form: AnyCase, text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and number of each rank told in one form."""
    for told in form.finditer(text):
        groups = told.groupdict()
        nth, no = groups.get("nth") or "", groups.get("no") or ""
        start = next((told.start(g) for g in ("nth", "top", "next") if groups.get(g)), told.start())
        if no:
            start = _sign(text, told.start("no"))
        before, after = text[max(0, start - 24) : start], text[told.end() : told.end() + 40]
        if not (nth or no) and not groups.get("next") and (_ONE_OF.search(before) or _CAUSES.match(after)):
            continue
        if _WAS.search(before) or _IDIOM.search(told[0]) or (no and _is_listed(before, after)):
            continue
        yield start, told.end(), 2 if groups.get("next") else _place(nth, no)


def _is_listed(before: str, after: str) -> bool:
    """True for one of several: 'the #2 and #3 causes'."""
    return bool(_JOINS.search(before) or _JOINED.match(after))


def _sign(text: str, at: int) -> int:
    """Where the sign of a number begins: the 'No.' of 'No. 5'."""
    told = _SIGN.search(text, max(0, at - 8), at)
    return told.start() if told else at


_SIGN = AnyCase(rf"{_HASH}$")


def _place(nth: str, no: str) -> int:
    """The number of a rank: 5 of 'fifth', '5th' and 'No. five', 1 where no number is told."""
    nth, no = nth.lower(), no.lower()
    if nth:
        return NTH.index(nth) + 1 if nth in NTH else int(nth[:-2])
    return (int(no) if no.isdigit() else UNITS[no]) if no else 1
