"""The keys of a facts file: the one table that the loader validates by and the schema is made from."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from linter.facts.kinds import Claim, Form, Glob, OneOf, Words
from linter.facts.records import Either, Key, ListOf, MapOf, Record
from linter.language.lex import fold
from linter.patterns import linear

FIRST_YEAR, LAST_YEAR = 1800, 2200


def _year(text: str) -> int:
    if not re.fullmatch(r"[0-9]{4}", text):
        raise ValueError(f'"{text}" is not a year: write four digits, such as 2023')
    year = int(text)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"{text} is not a year between {FIRST_YEAR} and {LAST_YEAR}: check the digits")
    return year


def _period(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"([0-9]{4})(?:(?: ?[-‐‑‒–—−] ?| to )([0-9]{4}|[0-9]{2}))?", text)
    if not found:
        raise ValueError(f'"{text}" is not a period: write two years, such as 2010–2016, or one')
    begin, end = found[1], found[2] or found[1]
    if len(end) == 2:
        raise ValueError(f'"{text}" has a year of two digits: write {begin}–{begin[:2]}{end}')
    years = _year(begin), _year(end)
    if years[1] < years[0]:
        raise ValueError(f"{text} ends before it begins: write {end}–{begin}, or correct a year")
    return years


def _date(text: str) -> date:
    found = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", text)
    if not found:
        raise ValueError(f'"{text}" is not a date: write year, month and day, such as 2027-01-31')
    year, month, day = (int(part) for part in found.groups())
    try:
        value = date(_year(found[1]), month, day)
    except ValueError as error:
        if "between" in str(error):
            raise
        raise ValueError(f"{text} is not in the calendar: write year-month-day, such as 2027-01-31") from None
    if len(text) != 10:
        raise ValueError(f'"{text}" lacks a zero: write {year}-{month:02}-{day:02}')
    return value


def _published(text: str) -> str:
    """A year, a month or a date, kept as written."""
    if re.fullmatch(r"[0-9]{4}", text):
        _year(text)
    elif found := re.fullmatch(r"([0-9]{4})-([0-9]{2})", text):
        _year(found[1])
        if not 1 <= int(found[2]) <= 12:
            raise ValueError(f"{text} has no such month: write year-month, such as {found[1]}-05")
    elif re.fullmatch(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}", text):
        _date(text)
    else:
        raise ValueError(f'"{text}" is not a year, a month or a date: write 2018, 2018-05 or 2018-05-31')
    return text


def _tolerance(text: str) -> str:
    if not re.fullmatch(r"[0-9]+(\.[0-9]+)? ?%?", text):
        message = (
            f'"{text}" is not a number or a percentage: write 0.5 (in the value\'s unit) or "5%" (of it)'
        )
        raise ValueError(message)
    return text.replace(" ", "")


def _version(text: str) -> int:
    if text != "1":
        raise ValueError(f'"{text}" is not a version that medlint reads: write version: 1')
    return 1


def _pattern(text: str) -> str:
    """A phrase, or a pattern between slashes, which must compile."""
    if not text.startswith("/"):
        return text
    if len(text) < 3 or not text.endswith("/"):
        raise ValueError(f'"{text}" begins as a pattern and has no slash at its end: write "/…/", in quotes')
    try:
        compiled = linear(fold(text[1:-1]))
    except ValueError as error:
        raise ValueError(
            f"{text} is not a pattern that medlint can use ({error}): mend it, or write a plain phrase"
        ) from None
    if compiled.search(""):
        raise ValueError(f"{text} fits any text at all: leave something in it that must be there")
    return text


def _doi(text: str) -> str:
    bare = re.sub(r"(?i)^(https?://(dx\.)?doi\.org/|doi:\s*)", "", text)
    if not re.fullmatch(r"10\.[0-9]{4,9}/\S+", bare):
        raise ValueError(f'"{text}" is not a DOI: write it as 10.1136/bmj.l223')
    return bare


def _whole(pattern: str, wrong: str) -> Callable[[str], str]:
    """Takes texts that the pattern matches as a whole, and says of others what is ``wrong``."""

    def take(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(f'"{text}" {wrong}')
        return text

    return take


def _as_typed(text: str) -> str:
    return text


_WORDS = Words()
_YEAR = Form("a year", _year, r"^[0-9]{4}$", numbers=True)
_PERIOD = Form("a period", _period, r"^[0-9]{4}(( ?[-‐‑‒–—−] ?| to )[0-9]{4})?$", numbers=True)
_DATE = Form("a date", _date, r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
_PUBLISHED = Form(
    "a year, a month or a date", _published, r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", numbers=True
)
_TOLERANCE = Form("a number or a percentage", _tolerance, r"^[0-9]+(\.[0-9]+)? ?%?$", numbers=True)
_VERSION = Form("1", _version, r"^1$", numbers=True)
_PATTERN = Form("a phrase or a /pattern/", _pattern, r"^([^/].*|/.+/)$")
_DOI = Form("a DOI", _doi, r"10\.[0-9]{4,9}/\S+$")
_PMID = Form(
    "digits",
    _whole(r"[0-9]{1,9}", "is not a PubMed number: write its digits alone"),
    r"^[0-9]{1,9}$",
    numbers=True,
)
_URL = Form(
    "a web address",
    _whole(r"(?i)https?://\S+", "is not a web address: write it whole, with https:// and no spaces"),
    r"^[Hh][Tt][Tt][Pp][Ss]?://\S+$",
)
_DIGEST = Form(
    "a SHA-256",
    _whole(r"[0-9a-f]{64}", "is not a SHA-256: let `medlint facts verify --pin` write it"),
    r"^[0-9a-f]{64}$",
    numbers=True,
)
_LOCATOR = Form("text", _as_typed, r".", numbers=True)

_RETRACTION = Record(
    (
        Key(
            "status",
            OneOf(("none", "retracted", "concern", "corrected", "unchecked")),
            "what the journal has said since",
        ),
        Key("checked", _DATE, "the day someone last looked"),
    ),
    "{status: none, checked: 2026-05-01}",
)

_SOURCE = Record(
    (
        Key("title", _WORDS, "the title of the article, page or report"),
        Key("authors", _WORDS, "the authors, as a reference list gives them"),
        Key("publisher", _WORDS, "the journal, organization or site"),
        Key("published", _PUBLISHED, "a year, a month (2018-05) or a date"),
        Key("url", _URL, "its web address"),
        Key("doi", _DOI, "its DOI"),
        Key("pmid", _PMID, "its PubMed number"),
        Key("file", _WORDS, "a copy the desk keeps, by its path from this file: text, HTML or PDF"),
        Key("sha256", _DIGEST, "what medlint facts verify --pin found that copy to be"),
        Key("accessed", _PUBLISHED, "when it was last read: a year, a month or a date"),
        Key("aka", ListOf(_WORDS), "how copy names it, such as: a 2018 article"),
        Key("retraction", _RETRACTION, "whether it has been retracted, and when that was checked"),
    ),
    "title: and what else is known of it",
)

_CAVEAT = Record(
    (
        Key("say", _WORDS, "the sentence that copy should carry", required=True),
        Key("any_of", ListOf(_PATTERN, least=1), "phrases or /patterns/: any of them in the copy is enough"),
        Key(
            "within",
            OneOf(("sentence", "paragraph", "section", "document")),
            "how near to the fact it must stand; document if left out",
        ),
    ),
    "say: and any_of:",
)

_CITATION = Record(
    (
        Key("ref", _WORDS, "the id of the source", required=True),
        Key("quote", _WORDS, "the source's own words"),
        Key("locator", _LOCATOR, "where in the source: a page, a table, a section"),
    ),
    'an id, or {ref: an-id, quote: "…", locator: Table 2}',
)

_SUPERSEDED = Record(
    (
        Key("value", _WORDS, 'the old figure, in quotes: "16%"', required=True),
        Key("as_of", _YEAR, "the year it was right for"),
        Key("until", _DATE, "the day on which another figure took its place"),
    ),
    '{value: "16%", as_of: 2014}',
)

_EXAMPLES = Record(
    (
        Key("agrees", ListOf(_WORDS), "sentences that state the fact rightly"),
        Key("conflicts", ListOf(_WORDS), "sentences that state it wrongly"),
        Key("silent", ListOf(_WORDS), "sentences about something else"),
    ),
    "agrees:, conflicts: or silent:, each with a list of sentences",
)

FACT = Record(
    (
        Key("claim", Claim(), "the fact as one plain sentence", required=True),
        Key("value", _WORDS, 'which of the claim\'s figures is the fact, in quotes: "83%"'),
        Key("period", _PERIOD, "the years the data cover, such as 2010–2016"),
        Key("as_of", _YEAR, "the single year the fact is for"),
        Key("source", Either("ref", _WORDS, _CITATION), "the id of its source", required=True),
        Key("require", ListOf(OneOf(("period", "attribution", "hedge"))), "what copy must say with the fact"),
        Key("caveats", ListOf(_WORDS), "ids of the caveats that copy must carry"),
        Key("tolerance", _TOLERANCE, 'how far copy may be off: 0.5 in the value\'s unit, or "5%" of it'),
        Key("superseded", ListOf(_SUPERSEDED), "figures that were once right"),
        Key("review_by", _DATE, "the day by which the fact itself is to be checked again"),
        Key("valid_until", _DATE, "the last day on which copy may state it"),
        Key("status", OneOf(("approved", "draft", "disputed", "withdrawn")), "approved if left out"),
        Key("why", _WORDS, "why it is disputed or withdrawn"),
        Key("owner", _WORDS, "who looks after the fact: a name or an address"),
        Key(
            "appears_in", ListOf(Glob(takes_back=False)), "drafts that must state the fact, as paths or globs"
        ),
        Key("among", ListOf(_WORDS, least=2), "the answers that compete; the value is one of them"),
        Key("pair", ListOf(_WORDS, exactly=2), "two names of one thing: generic, brand"),
        Key("examples", _EXAMPLES, "the desk's own tests of the fact, for medlint facts test"),
    ),
    "claim: and source:",
)

FILE = Record(
    (
        Key("version", _VERSION, "the version of this format: 1"),
        Key("include", ListOf(_WORDS), "further facts files, as paths or globs from this file's folder"),
        Key(
            "terms", MapOf(ListOf(_WORDS, least=1)), "names for one thing, such as soft tissue sarcoma: [STS]"
        ),
        Key("contrasts", MapOf(ListOf(_WORDS, least=2)), "sets of words of which no two are the same claim"),
        Key("sources", MapOf(_SOURCE, "source"), "where facts come from, by id"),
        Key("caveats", MapOf(_CAVEAT, "caveat"), "what copy must say beside a fact, by id"),
        Key("facts", MapOf(FACT, "fact"), "the claims, by id"),
    ),
    '"facts:" and the facts under it',
)
