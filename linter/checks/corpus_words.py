"""The words that a claim's key is made of, and those that say nothing of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.claims.key import kind_of
from linter.language.lexicon import Lexicon
from linter.language.text import root
from linter.patterns import Pattern

SUBJECTS = frozenset(
    {"condition", "symptom", "term", "drug", "drug class", "procedure", "nutrient", "exposure", "lifestyle"}
)
"""Kinds of concept that a claim can be about."""
SCOPE = frozenset({"anatomy", "stage", "population", "place", "setting", "rank", "age", "season"})
"""Kinds of concept that tell of whom, where and when it holds."""
NO_SUBJECT = frozenset({"gene mutation"})
"""Named by so many drafts, of such different diseases, that it tells no subject."""
_GENERIC_WORDS = """
disease condition cancer tumor infection disorder illness syndrome symptom sign treatment treat people
person patient individual case health diagnosis diagnose medicine medication drug therapy surgery body
part adult pain risk test primary new chronic cell tissue problem complication effect organ area
procedure care year month week day
"""
GENERIC = frozenset(_GENERIC_WORDS.split()) | {"best"}
"""Concepts that could be anything's."""
_REPORTING_WORDS = """
accord article study report estimate say state find show suggest note expect data statistic figure number
research researcher survey society association institute organization american national cancer occur make
up account include about case affect have develop live see happen represent comprise constitute percent
percentage proportion share rate time type form currently today year annually approximately overall
usually often typically generally also common commonly mean spread arise result lead cause appear receive
take get give use need become remain know call likely chance recent recently new total united states
population general center disease control prevention health world people person individual patient adult
participant fact part member organizer document wait leave gap drop fall reduce reduction cut rise increase decrease trial pool pooled random randomize remember dose daily hour maximum exceed someone anyone relative diagnosis median
"""
_REPORTING = frozenset(_REPORTING_WORDS.split())
REPORTING = frozenset(root(w) for w in _REPORTING) | _REPORTING
"""Words, and their roots, that tell how a thing is told."""
MEASURES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for name, words in (
        ("survival", r"surviv\w*|alive|still living|live (?:for )?(?:at least )?\d+ years|outlook"),
        ("death", r"deaths?|die[sd]?|dying|mortality|fatal\w*|kill(?:s|ed)?|lethal\w*"),
        (
            "incidence",
            r"incidence|new(?:ly)? (?:cases?|diagnos\w*)|(?:are|is|were|was|be|been|being) diagnosed|diagnosed (?:with|each|every|in)|receive a diagnosis",
        ),
        ("recurrence", r"recur\w*|relaps\w*|come[s]? back|return(?:s|ed)?"),
        ("remission", r"remission\w*"),
        ("response", r"respon[ds]\w*"),
        ("cure", r"cur(?:e|ed|es|able)"),
        ("lifetime", r"lifetime|(?:his|her|their|your) li(?:fe|ves)"),
        ("heredity", r"inherit\w*|hereditary|genetic|carriers?|mutations?|famil(?:y|ial)"),
        ("median", r"median"),
        ("mean", r"mean|average"),
        ("sensitivity", r"sensitivity"),
        ("specificity", r"specificity"),
        ("detection", r"detect\w*|found (?:early|at)|finds?"),
        ("effect", r"effective\w*|efficacy|prevent\w*|protect\w*|reduc\w*|lower\w*"),
        ("hospital", r"hospitali\w*|admi(?:t|ssion)\w*"),
        (
            "maximum",
            r"maximum|(?:not|never|n't|nobody should) (?:\w+ ){0,3}(?:more than|exceed)|no more than|not exceed|at most|limit(?:ed)? (?:is|of|to)",
        ),
        (
            "incubation",
            r"incubation(?: period)?|symptoms? (?:of [\w ]{1,30} )?(?:begin|start|appear|show|come on)\w*",
        ),
        (
            "isolation",
            r"(?:stay|keep|remain)(?:s|ing)? (?:\w+ ){0,3}?(?:home|away|off)|exclu\w+|isolat\w+|infectious|contagious",
        ),
        (
            "interval",
            r"between (?:[\w-]+ ){0,3}(?:donations|doses|injections|visits|scans|tests|treatments|screenings|boosters|infusions)|apart|interval",
        ),
        ("cost", r"cost\w*|spend\w*|spent"),
    )
)
SURVIVAL = Pattern(
    r"\b(?P<relative>relative survival|relative \d)|(?P<overall>overall survival)|(?P<free>(?:progression|disease|event|relapse|recurrence)-free)",
    re.IGNORECASE,
)
_ABBREVIATION = Pattern(r"(?<=[\w'’-])\s{0,2}\(([A-Z][A-Za-z]{1,6})s?[);,]")
_NO_WORD = Pattern(r"[^\w'’ -]")
_LONGEST_NAME = 120
"""Characters before an abbreviation in which the name that it stands for is looked for."""
_BODY = Pattern(
    r"\b(?:Society|Institutes?|Associations?|Organi[sz]ation|Centers?|Centres?|Agency|Administration|Foundation|Council|College|Academy|University|Department|Service|Task Force|Committee|Trust|Network|Program|Registry|Survey)\b"
)


def abbreviations(text: str, lexicon: Lexicon) -> Iterator[tuple[str, tuple[str, str]]]:
    """'soft tissue sarcoma (STS)': STS is that concept in this draft."""
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
            if _BODY.search(" ".join(name)):
                yield short, (concept or "", "organisation")
            elif concept:
                yield short, (concept, kind_of(concept, lexicon))
            else:
                yield short, (" ".join(name).lower(), "term" if len(name) > 1 else "unknown")
            break


def _words_before(text: str, end: int) -> list[str]:
    """The last words of ``text[:end]``, hyphenated ones cut; none of another clause, none that is a number."""
    start = max(0, end - _LONGEST_NAME)
    words = _NO_WORD.split(text[start:end])[-1].split(" ")
    if start and len(words) > 1:
        del words[0]  # it may be the rest of a longer one
    first = max((i + 1 for i, word in enumerate(words) if not word[:1].isalpha()), default=0)
    return " ".join(words[max(first, len(words) - 8) :]).replace("-", " ").split()
