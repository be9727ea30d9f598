"""What tells history: an old year there is neither news gone stale nor a source that the copy leans on."""

from __future__ import annotations

import re

from linter.patterns import AnyCase, Pattern

_HAPPENED = AnyCase(
    r"\b(?:was|were)\s+(?:\w+ly\s+|first\s+)?(?:identified|discovered|detected|found|seen|observed|described|born|diagnosed|infected|confirmed|created|built|opened|founded|established|formed|elected|"
    r"appointed|hired|isolated|named|declared)\b|\b(?:emerged|appeared|began|arose|spread|occurred|opened|started|hit|struck|broke\s+out|happened)\b"
)


def happened(between: str) -> bool:
    """True where something came to pass in the year that follows: 'A new virus was identified in 2019'."""
    return bool(_HAPPENED.search(between))


_IMPRINT = AnyCase(r"©|\(c\)\s|\bcopyright\b|\ball rights reserved\b")
JOURNAL = Pattern(
    r"(?<![\d;])(?P<year>(?:19|20)\d\d)(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?)?\s?;\s?(?:\d{1,4}|[A-Z]\d{1,4})\s?(?:\([^()]{1,12}\))?\s?:\s?[A-Za-z]?\d"
)
"""'2008;19(4):385-397': year, volume, number and pages of a journal."""


def is_line_of_its_own(sentence: str) -> bool:
    """True for a copyright or a reference, whose year is that of the page: '© 2014 Modern Health Inc.'"""
    return bool(_IMPRINT.search(sentence) or JOURNAL.search(sentence))


_SMALL_WORDS = frozenset({"of", "in", "and", "for", "the"})
_DID = AnyCase(
    r"\b(?:approved|licensed|introduced|launched|adopted|passed|opened|created|developed|added|hired|appointed|elected|brought\s+in|set\s+up)\s+(?:an?|the|its|their|two|three|several|some)\s+$"
)
_AT_THE_TIME = AnyCase(r"\bat\s+(?:the|that)\s+time\b(?!\s+of\s+writing)")
_AS_OF = AnyCase(r"^\s+(?:as\s+(?:of|at)|at)\s")


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


_OTHER_EVENT = AnyCase(
    r"(?<!\bbe\s)(?<!\bbeen\s)\b(?:born|enrol+ed|diagnosed|infected|hired|discharged|separated|retired|served|filed|treated|vaccinated|admitted|received|recieved|operated|made|built|recruited|registered|died|joined|graduated|married|purchased|bought|issued)\s+(?:in|on|before|after|since|during|by)\s+(?:\w+\s+)?$"
    r"|\bwho\s+(?:\w+ed|had|got|took|began|underwent)\s+(?:\w+\s+){1,4}?in\s+$|\b(?:compared|matched|contrasted)\s+(?:with|to|against)\s+(?:\w+\s+){0,4}$|\bthan\s+(?:it\s+(?:was|is)\s+|they\s+(?:were|are)\s+)?(?:in|for|those\s+(?:in|of|from))\s+$"
)

_CONTENTS = AnyCase(
    r"\b(?:(?:we|you|I|readers?)(?:'ll|\s+will|\s+shall)\s+(?:\w+ly\s+|also\s+)?(?:see|recall|notice|learn|discuss|look\s+at|use|analy[sz]e|fit|plot|illustrate|demonstrate|consider|examine|compare|load)"
    r"|(?:code|function|command|script|model|example|plot|figure|line|call)s?\s+(?:below\s+|above\s+)?will\b|\b(?:we|I)\s+(?:first\s+|then\s+|now\s+)?use\s+(?:the\s+)?data\b|\bforecasts\s+(?:during|for|of|from)\s+"
    r"|\bas\s+of\s+(?:the\s+)?(?:\w+\s+){0,2}$|\b(?:he|she|(?:the|this)\s+patient|patient)\s+(?:\w+\s+){0,16}?(?:will|plans?|is|hopes|intends|expects)\b"
    r"|(?:chapter|section|course|lecture|module|page|article|post|talk|book|essay)\s+will\s+(?:\w+ly\s+|also\s+)?(?:cover|discuss|describe|examine|consider|explore|focus|look|compare|summari[sz]e|outline|explain|show))\b"
)


def is_of_another_event(before: str) -> bool:
    """True where a year dates something else than what is to come: 'will be offered to people born in 1966'."""
    return bool(_OTHER_EVENT.search(before) or _CONTENTS.search(before))


_RESOLVED = AnyCase(
    r"\b(?P<year>(?:19|20)\d\d)\b[^.;]{0,80}?\b(?:set|adopted|pledged|agreed|launched|committed|announced|declared|signed|resolved|vowed|called\s+for)\b[^.;]*$"
)


def is_dated_promise(before: str, year: int) -> bool:
    """True where the copy says when it was promised: 'In 2012, the WHO set a target: by 2020 …'."""
    match = _RESOLVED.search(before)
    return match is not None and int(match["year"]) < year


_AN_EVENT = AnyCase(
    r"\b(?:after|since|following|until|prior\s+to|in\s+the\s+wake\s+of)\s+(?:the|its|his|her|their)\s+$"
)
_RAN_ITS_COURSE = AnyCase(
    r"^\s+(?:closed|ended|began|started|opened|moved|changed|stopped|ran\b|led\s+to|prompted|triggered|sparked|brought\s+about|was\s+(?:stopped|halted|launched|renamed|set\s+up))\b"
)
_RECORD = r"(?:CT|MRI|MRA|X-?ray|ECG|EKG|EEG|biopsy|echo(?:cardiogram)?|pathology|radiology|autopsy|discharge|medication)"
_RECORD_AFTER = AnyCase(rf"^\s+{_RECORD}\s+(?:report|review)\b")
_RECORD_BEFORE = AnyCase(
    rf"\b{_RECORD}\s+(?:report|review)s?\b|\b(?:my|your|his|her|the\s+patient's)\s+(?:\w+\s+)?(?:report|review)s?\b|\breview\s+of\s+(?:my|your|his|her)\b"
)
_WHO = r"\b(?:he|she|I|who|patient|mother|father|wife|husband|son|daughter|family|police)"
_LIFE = AnyCase(
    rf"{_WHO}\s+(?:\w+\s+)?(?:noted|reported|found|discovered|concluded|estimated)\s+(?:back\s+)?in\s+$"
    rf"|{_WHO}\s+(?:\w+\s+)?(?:published|wrote|presented|edited)\s+(?:\w+\s+){{0,4}}(?:in|since|from)\s+$"
    r"|\b(?:joined|entered|left)\s+(?:the|a|our)\s+(?:\w+\s+)?(?:trial|study|survey|journal)\s+in\s+$"
    r"|\beditor\s+of\b[^.;]*$|\b(?:accepted|submitted)\s+for\s+publication\s+in\s+$"
)
"""Somebody's career or history, not what the copy leans on."""
_ITSELF = AnyCase(
    r"\bthis\s+(?:article|page|post|leaflet|booklet|fact\s?sheet|handbook|brochure|newsletter|website|blog)\s+(?:was\s+|is\s+)?(?:first\s+)?(?:published|written|posted|issued|printed|updated|reviewed|dated)?\s*(?:in\s+|on\s+|from\s+|\()(?:\w+\s+)?$"
)
_SINCE_UPDATED = AnyCase(
    r"^[^.;]*\b(?:updated|revised|amended|reissued|re-issued)\b(?:\s+\w+){0,3}?\s+20[2-9]\d\b"
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


_WE = Pattern(
    r"\b[Ww]e\s+(?:\w+ly\s+)?(?:used|reviewed|analy[sz]ed|conducted|performed|included|identified|collected|obtained|examined|compared|assessed|evaluated|searched|studied|linked|extracted|queried|enrolled|selected)\b"
    r"|\bour\s+(?:\w+\s+){0,3}?(?:hospitals?|service|unit|clinics?|institution|cent(?:er|re)|department|database|cohort)\b|\bdata\s+were\s+collected\b"
)
_DESIGN = AnyCase(
    r"\b(?:prospective|retrospective|longitudinal|cross-sectional|case-control|time-series|observational|nationally representative|cohort)\b"
    r"|\b(?:main|primary)\s+sources?\s+of\s+data\b|\b(?:was|were)\s+(?:used|utili[sz]ed|analy[sz]ed|extracted|obtained|reviewed)\b"
)
_WAS_DONE = AnyCase(r"\b(?:was|were)?\s*(?:conducted|performed|carried\s+out|undertaken|done)\b[^.;]*$")
_OF_EVENT = AnyCase(r"\b(?:data|results|reports?|figures|samples)\s+(?:from|of|on)\s+the\s+$")


def is_own_data(sentence: str, before: str, is_span: bool) -> bool:
    """True where a study tells of its own data: 'We used claims data from 2002–2007', 'data from the 2009 outbreak'.

    ``before`` is the sentence up to the years, and ``is_span`` says whether there are several.
    """
    if _WE.search(sentence) or _OF_EVENT.search(before):
        return True
    return bool(_DESIGN.search(sentence)) and (is_span or bool(_WAS_DONE.search(before)))


_TOOL = r"(?:score|scale|index|inventory|questionnaire|checklist|formula|equation|nomogram|criteria|classification|algorithm|theory|rule|method|staging|grade)s?"
_NAMED_FOR = AnyCase(
    rf"\b{_TOOL}\s*(?:\([\w-]{{2,12}}\)|,\s+[A-Z][\w-]{{1,11}})?\s*\(?(?:[A-Z][A-Z0-9-]{{1,11}}[;,]\s*)?(?:see\s+)?$"
)
_WORKED_OUT = AnyCase(
    rf"\b(?:calculat\w+|comput\w+|scor\w+|assess\w*|predict\w*|estimat\w+|screen\w*|measur\w+)\b.*\b{_TOOL}\b|\b{_TOOL}\b.*\b(?:calculat\w+|comput\w+|predict\w*|assess\w*|screen\w*|measur\w+|scor\w+)\b",
    re.DOTALL,
)
_REFERENCE = AnyCase(r"\b(?:references?|source|citation|from|after)\s*:\s[^:]*$")


_MADE = AnyCase(
    r"\b(?:validation of|development and|derivation and|prediction rule|scor(?:e|ing system)s?|(?:rating|assessment|withdrawal|coma|stroke)\s+scale|simple index|severity of disease classification"
    r"|brief measure|comorbidity index|early warning)\b"
)
"""The title of the paper that a score was made in."""


def names_instrument(before: str, sentence: str) -> bool:
    """True where a citation says whose a score, a formula or a theory is: 'the Anxiety Index (Reiss, 1992)'.

    ``before`` is the text up to the citation, and ``sentence`` what the sentence says up to its year.
    """
    return bool(_NAMED_FOR.search(before[-60:])) or _is_reference_of_tool(sentence)


def is_instruments_own(entry: str) -> bool:
    """True for a reference, up to its year, to what a score or a scale was made in."""
    return bool(_MADE.search(entry)) or _is_reference_of_tool(entry)


def _is_reference_of_tool(text: str) -> bool:
    """True for 'Calculates the Wells score. Reference: Wells PS et al.'"""
    lead = _REFERENCE.search(text)
    return lead is not None and bool(_WORKED_OUT.search(text[: lead.start()]))


def any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of ``phrases`` where a text begins, after spaces."""
    return re.compile(r"^\s*(?:" + "|".join(re.escape(p) for p in phrases) + r")\b", re.IGNORECASE)
