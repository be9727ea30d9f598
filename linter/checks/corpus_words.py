"""The words that tell how a claim is told, or which part of a page it stands in, and not what it is."""

from __future__ import annotations

from collections.abc import Iterator

from linter.claims.needs import kind_of
from linter.language.lexicon import Lexicon
from linter.language.words import root
from linter.patterns import Pattern

_REPORTING_WORDS = """
accord article study report estimate say state find show suggest note expect data statistic figure number
research researcher survey society association institute organization american national occur make
up account include about case affect have develop live see happen represent comprise constitute percent
percentage proportion share rate time type form currently today year annually approximately overall
usually often typically generally also common commonly mean spread arise result lead cause appear receive
take get give use need become remain know call likely chance total people person individual patient
participant fact part member organizer document wait leave gap trial pool pooled random randomize
remember dose daily hour exceed someone anyone
"""
_SMALL_WORDS = """
once away again inside outside ever never always often usually mostly mainly generally typically minimum
maximum altogether already thing things fine good only probably normally just actually fully well back
truly really degree extent must should anything something anyone everyone across
"""
_REPORTING = frozenset(_REPORTING_WORDS.split())
SAID_ONLY = frozenset(root(w) for w in _REPORTING) | _REPORTING | frozenset(_SMALL_WORDS.split())
"""Words, and their roots, that tell how a thing is told."""
_ASPECT_WORDS = """
overview summary glance brief short introduction background basic definition what who why how when where
question answer ask faq know learn fact figure number statistic key point detail information more
symptom sign cause risk factor complication diagnosis diagnose test treatment treat therapy management
manage prevention prevent outlook prognosis survival recovery recover living live life support care help
resource reference history use work take taking dose dosage side effect warning precaution interaction
before during after day home hospital visit step check list tip advice rule note remember table chart
frequency inheritance common expect happen start stop next other general common problem possible
contact contacts phone turnaround reminder reminders glance short brief recap conclusion discussion results method methods
background introduction appendix changes change changelog privacy storage storing safety rules rule notes thanks
acknowledgements checklist form forms how-to claim claiming apply applying deadline deadlines cost costs fee fees price
prices payment opening hours school schools letter plan plans website page booking appointment appointments complaint
epidemiology aetiology etiology worth burden
complaints feedback aftercare discharge going leaving arriving what's forget forgot miss missed at in on of for to the if when with and or need needs pay paying should box panel sidebar aside
caption title footer header intro overview policy aims aim purpose scope responsibilities training audit review
newly diagnosed your you about guide leaflet page patient people update news family parent carer caregiver
quick simple read start stage type kind long many much often soon
"""
ASPECTS = frozenset(_ASPECT_WORDS.split()) | frozenset(root(w) for w in _ASPECT_WORDS.split())
"""Words of headings that say which part of a page follows, not of what it speaks."""
SURVIVAL = Pattern(
    r"(?i)\b(?P<relative>relative survival|relative \d)|(?P<overall>overall survival)|(?P<free>(?:progression|disease|event|relapse|recurrence)-free)"
)
LIMIT = Pattern(
    r"(?i)\b(?:maximum|(?:not|never|n't|nobody should) (?:\w+ ){0,3}(?:more than|exceed)|no more than|not exceed|at most|limit(?:ed)? (?:is|of|to))\b"
)
"""What makes a dose a limit, of which there is one, where doses differ from aim to aim."""
NEGATED = Pattern(r"(?i)\b(?:not|never|no|without|neither|nor|away|avoid\w*|free)\b|n't\b")
ORDER = Pattern(
    r"(?i)\b(?:first|second|third|fourth|next|later|previous(?:ly)?|before|since|until|former(?:ly)?|initial(?:ly)?|further)\b"
)
"""Words that tell one time or turn from another."""
_ABBREVIATION = Pattern(r"(?<=[\w'’-])\s{0,2}\(([A-Z][A-Za-z]{1,6})s?[);,]")
_NO_WORD = Pattern(r"[^\w'’ -]")
_LONGEST_NAME = 120
"""Characters before an abbreviation in which the name that it stands for is looked for."""


def is_aspect(readings: frozenset[str], text: str) -> bool:
    """True for a word of a heading that could head a part of any page."""
    words = text.lower().split()
    return all(w in ASPECTS or root(w) in ASPECTS for w in words) or any(
        r.lstrip("~") in ASPECTS for r in readings
    )


def abbreviations(text: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """'soft tissue sarcoma (STS)': STS stands for that concept in this draft."""
    for match in _ABBREVIATION.finditer(text):
        words, short = _words_before(text, match.start()), match[1]
        letters = [c for c in short if c.isupper()]
        if len(words) < len(letters) or len(letters) < 2:
            continue
        for count in range(len(letters), min(len(words), len(letters) + 2) + 1):
            name = words[-count:]
            if name[0][0].lower() != letters[0].lower():
                continue
            concept = lexicon.concept_of(" ".join(name)) or lexicon.concept_of(" ".join(name).rstrip("s"))
            if concept and kind_of(concept, lexicon) != "organisation":
                yield short, concept
            break


def _words_before(text: str, end: int) -> list[str]:
    """The last words of ``text[:end]``, hyphenated ones cut; none of another clause, none that is a number."""
    start = max(0, end - _LONGEST_NAME)
    words = _NO_WORD.split(text[start:end])[-1].split(" ")
    if start and len(words) > 1:
        del words[0]  # it may be the rest of a longer one
    first = max((i + 1 for i, word in enumerate(words) if not word[:1].isalpha()), default=0)
    return " ".join(words[max(first, len(words) - 8) :]).replace("-", " ").split()
