"""What is told of one patient, whom no other page speaks of, or as one answer of several, which is no claim at all."""

from __future__ import annotations

from linter.checks.view import View
from linter.language.lex import fold
from linter.patterns import Pattern

_AGED = (
    r"\b\d{1,3}[- ](?:years?|yrs?|months?|weeks?|days?)[- ]old\s+(?:[\w-]+\s+){0,4}?"
    r"(?:man|woman|male|female|boy|girl|child|infant|gentleman|lady|patient|primigravida|student|smoker)\b"
)
_NOTE = (
    r"\b(?:the|this|our)\s+patient\s+(?:is|was|has|had|presents?|presented|denies|denied|reports?|reported|states|will|underwent"
    r"|complains?|appears|continues|returns|tolerated)\b"
)
_HEAD = (
    r"(?:^|\n)\W{0,4}(?:chief complaint|history of present illness|HPI|past (?:medical|surgical) history|assessment and plan"
    r"|review of systems|physical exam(?:ination)?|patient info(?:rmation)? [A-Z]|discharge diagnos[ei]s)\b\W{0,4}(?:$|[:\n])"
)
_FIELD = r"(?:^|\n)\W{0,4}(?:name|age|sex|gender|DOB|date of birth|MRN|patient (?:name|no|id))\W{0,3}:\s*\S"
_ROWS = (Pattern(rf"(?i)(?:{_AGED})|(?:{_NOTE})"), Pattern(rf"(?i)(?:{_HEAD})|(?:{_FIELD})"))
_LEAST = 2
"""So many signs make a record; a story of one patient on a page for all has one."""
_ONE = Pattern(r"(?i)\b(?:he|she|his|him|her|hers|the patient(?:'s)?|this patient(?:'s)?|patient to)\b")


def is_record(view: View) -> bool:
    """True for a draft of notes or vignettes, each of a patient of its own."""
    signs = 0
    for block in view.document.blocks:
        text = fold(block.text) if block.text else ""
        signs += sum(len(row.findall(text)) for row in _ROWS)
        if signs >= _LEAST:
            return True
    return False


_OPTION = Pattern(r"\s*\(?[A-H][.)]\s+\S")


def is_option(text: str) -> bool:
    """True for one answer of several: 'B. Repeat blood cultures after 24 hours'."""
    return bool(_OPTION.match(text))


def is_asked(view: View, index: int) -> bool:
    """True for the question of a quiz: a block that answers to choose from follow."""
    blocks = view.document.blocks
    return index + 1 < len(blocks) and is_option(blocks[index + 1].text) and not is_option(blocks[index].text)


def is_of_one(sentence: str) -> bool:
    """True for what is told of one person: 'He will follow up in 4 weeks'."""
    return bool(_ONE.search(sentence))
