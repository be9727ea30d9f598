"""What tells history: an old year there is neither news gone stale nor a source that the copy leans on."""

from __future__ import annotations

import re

from linter.patterns import Pattern

_HAPPENED = Pattern(
    r"\b(?:was|were)\s+(?:\w+ly\s+|first\s+)?(?:identified|discovered|detected|found|seen|observed|described|born|diagnosed|infected|confirmed|created|built|opened|founded|established|formed|elected|"
    r"appointed|hired|isolated|named|declared)\b|\b(?:emerged|appeared|began|arose|spread|occurred|opened|started|hit|struck|broke\s+out|happened)\b",
    re.IGNORECASE,
)


def happened(between: str) -> bool:
    """True where something came to pass in the year that follows: 'A new virus was identified in 2019'."""
    return bool(_HAPPENED.search(between))


_IMPRINT = Pattern(r"©|\(c\)\s|\bcopyright\b|\ball rights reserved\b", re.IGNORECASE)
JOURNAL = Pattern(
    r"(?<![\d;])(?P<year>(?:19|20)\d\d)(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?)?\s?;\s?(?:\d{1,4}|[A-Z]\d{1,4})\s?(?:\([^()]{1,12}\))?\s?:\s?[A-Za-z]?\d"
)
"""'2008;19(4):385-397': year, volume, number and pages of a journal."""


def is_line_of_its_own(sentence: str) -> bool:
    """True for a copyright or a reference, whose year is that of the page: '© 2014 Modern Health Inc.'"""
    return bool(_IMPRINT.search(sentence) or JOURNAL.search(sentence))


_SMALL_WORDS = frozenset({"of", "in", "and", "for", "the"})
_DID = Pattern(
    r"\b(?:approved|licensed|introduced|launched|adopted|passed|opened|created|developed|added|hired|appointed|elected|brought\s+in|set\s+up)\s+(?:an?|the|its|their|two|three|several|some)\s+$",
    re.IGNORECASE,
)
_AT_THE_TIME = Pattern(r"\bat\s+(?:the|that)\s+time\b(?!\s+of\s+writing)", re.IGNORECASE)
_AS_OF = Pattern(r"^\s+(?:as\s+(?:of|at)|at)\s", re.IGNORECASE)


def is_no_news(sentence: str, start: int, end: int, gap: str) -> bool:
    """True where a word such as 'new' or 'current' at ``start:end`` does not call something old new.

    ``gap`` is what stands between it and a year behind it, empty for a year before it: a name
    ('Current Biology, 2013'), a deed ('approved a new drug in 2016'), what was the latest at the time,
    a page's own date ('current as of May 2019'), the last of a series ('most recently, in 2018').
    """
    word, before = sentence[start:end].lower(), sentence[:start]
    if word == "news" or _AT_THE_TIME.search(sentence):
        return True
    if word == "recently" and before.lower().endswith("most "):
        return True
    if word in ("current", "up to date", "up-to-date") and _AS_OF.match(gap):
        return True
    if word == "new" and _DID.search(before):
        return True
    return sentence[start].isupper() and _goes_on_as_name(gap.rstrip(" ,(").split())


def _goes_on_as_name(words: list[str]) -> bool:
    """True where every word is a capitalised one of a name: '(Current) Biology', '(New) Scientist'."""
    told = [w for w in words if w not in _SMALL_WORDS]
    return all(w[0].isupper() for w in told) and any(not w.isupper() for w in told)


_OTHER_EVENT = Pattern(
    r"(?<!\bbe\s)(?<!\bbeen\s)\b(?:born|enrol+ed|diagnosed|infected|hired|discharged|separated|retired|served|filed|treated|vaccinated|admitted|made|built|recruited|registered|died|joined|graduated|married|purchased|bought|issued)\s+(?:in|on|before|after|since|during|by)\s+(?:\w+\s+)?$"
    r"|\b(?:compared|matched|contrasted)\s+(?:with|to|against)\s+(?:\w+\s+){0,4}$|\bthan\s+(?:it\s+(?:was|is)\s+|they\s+(?:were|are)\s+)?(?:in|for|those\s+(?:in|of|from))\s+$",
    re.IGNORECASE,
)

_CONTENTS = Pattern(
    r"\b(?:(?:we|you|I|readers?)(?:'ll|\s+will|\s+shall)\s+(?:\w+ly\s+|also\s+)?(?:see|recall|notice|learn|discuss|look\s+at)"
    r"|(?:chapter|section|course|lecture|module|page|article|post|talk|book|essay)\s+will\s+(?:\w+ly\s+|also\s+)?(?:cover|discuss|describe|examine|consider|explore|focus|look|compare|summari[sz]e|outline|explain|show))\b",
    re.IGNORECASE,
)


def is_of_another_event(before: str) -> bool:
    """True where a year dates something else than what is to come: 'will be offered to people born in 1966'."""
    return bool(_OTHER_EVENT.search(before) or _CONTENTS.search(before))


_RESOLVED = Pattern(
    r"\b(?P<year>(?:19|20)\d\d)\b[^.;]{0,80}?\b(?:set|adopted|pledged|agreed|launched|committed|announced|declared|signed|resolved|vowed|called\s+for)\b[^.;]*$",
    re.IGNORECASE,
)


def is_dated_promise(before: str, year: int) -> bool:
    """True where the copy says when it was promised: 'In 2012, the WHO set a target: by 2020 …'."""
    match = _RESOLVED.search(before)
    return match is not None and int(match["year"]) < year


_AN_EVENT = Pattern(
    r"\b(?:after|since|following|until|prior\s+to|in\s+the\s+wake\s+of)\s+(?:the|its|his|her|their)\s+$",
    re.IGNORECASE,
)
_RAN_ITS_COURSE = Pattern(
    r"^\s+(?:closed|ended|began|started|opened|moved|changed|stopped|ran\b|led\s+to|prompted|triggered|sparked|brought\s+about|was\s+(?:stopped|halted|launched|renamed|set\s+up))\b",
    re.IGNORECASE,
)
_RECORD = r"(?:CT|MRI|MRA|X-?ray|ECG|EKG|EEG|biopsy|echo(?:cardiogram)?|pathology|radiology|autopsy|discharge|medication)"
_RECORD_AFTER = Pattern(rf"^\s+{_RECORD}\s+(?:report|review)\b", re.IGNORECASE)
_RECORD_BEFORE = Pattern(
    rf"\b{_RECORD}\s+(?:report|review)s?\b|\b(?:my|your|his|her|the\s+patient's)\s+(?:\w+\s+)?(?:report|review)s?\b|\breview\s+of\s+(?:my|your|his|her)\b",
    re.IGNORECASE,
)
_WHO = r"\b(?:he|she|I|who|patient|mother|father|wife|husband|son|daughter|family|police)"
_LIFE = Pattern(
    rf"{_WHO}\s+(?:\w+\s+)?(?:noted|reported|found|discovered|concluded|estimated)\s+(?:back\s+)?in\s+$"
    rf"|{_WHO}\s+(?:\w+\s+)?(?:published|wrote|presented|edited)\s+(?:\w+\s+){{0,4}}(?:in|since|from)\s+$"
    r"|\b(?:joined|entered|left)\s+(?:the|a|our)\s+(?:\w+\s+)?(?:trial|study|survey|journal)\s+in\s+$"
    r"|\beditor\s+of\b[^.;]*$|\b(?:accepted|submitted)\s+for\s+publication\s+in\s+$",
    re.IGNORECASE,
)
"""Somebody's career or history, not what the copy leans on."""
_ITSELF = Pattern(
    r"\bthis\s+(?:article|page|post|leaflet|booklet|fact\s?sheet|handbook|brochure|newsletter|website|blog)\s+(?:was\s+|is\s+)?(?:first\s+)?(?:published|written|posted|issued|printed|updated|reviewed|dated)?\s*(?:in\s+|on\s+|from\s+|\()(?:\w+\s+)?$",
    re.IGNORECASE,
)
_SINCE_UPDATED = Pattern(
    r"^[^.;]*\b(?:updated|revised|amended|reissued|re-issued)\b(?:\s+\w+){0,3}?\s+20[2-9]\d\b", re.IGNORECASE
)


def is_event(before: str, after: str, rest: str) -> bool:
    """True where a study or report beside a year is an event, or a patient's own record.

    ``before`` ends at the year, ``after`` begins behind it, and ``rest`` behind the noun that was taken
    for a source: 'fell after the 2002 WHI study', 'in 2008 the survey closed', 'CT report 2014'.
    """
    return bool(
        _AN_EVENT.search(before)
        or _RAN_ITS_COURSE.match(rest)
        or _RECORD_AFTER.match(after)
        or _RECORD_BEFORE.search(before[-40:])
        or _LIFE.search(before[-80:])
        or _ITSELF.search(before[-60:])
        or _SINCE_UPDATED.match(after)
    )


def any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of ``phrases`` where a text begins, after spaces."""
    return re.compile(r"^\s*(?:" + "|".join(re.escape(p) for p in phrases) + r")\b", re.IGNORECASE)
