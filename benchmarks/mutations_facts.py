"""Facts for the mutation benchmark: the sentences of real pages that state a figure or a plain rule.

Figures are found here by patterns of this module's own, so that what medlint cannot read shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

OPEN, CLOSE = "\ue000", "\ue001"
"""Stand around the figure of a sentence while it is edited."""

_N = r"\d+(?:,\d{3})*(?:\.\d+)?"
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBER_WORDS = {word: n for n, word in enumerate(_WORDS, 1)}
_W = rf"(?:{_N}|{'|'.join(_WORDS)})"
_NOUN = r"(?:people|individuals|persons|Americans|adults|children|infants|newborns|babies|births|cases|women|men|boys|girls|patients|deaths|families|females|males)"
_LABEL = r"(?<![\d,.-])(?<!type )(?<!stage )(?<!age )(?<!aged )(?<!ages )(?<!age of )(?<!to )(?<!and )(?<!every )(?<!the first )(?<!the last )(?<!the past )(?<!the next )(?<!older than )(?<!younger than )"
_TO = r"(?:\s?(?:to|-|–)\s?|(?<=\d) and )"
PATTERNS = {
    "percent": rf"{_LABEL}\b(?P<a>{_N})(?:\s?(?:%|percent))?(?:\s?(?:to|-|–)\s?(?P<b>{_N}))?\s?(?P<unit>%|percent\b)",
    "ratio": rf"\b(?:\d|[Oo]ne|two|three) (?:in|out of|of) (?:every )?(?P<a>{_N})(?: (?:to|and) (?:1 in )?(?P<b>{_N}))?(?P<unit> million)?",
    "count": rf"{_LABEL}(?<!in )(?<!of )(?<!per )\b(?!(?:19|20)\d\d )(?P<a>{_N})(?:{_TO}(?P<b>{_N}))?(?P<unit> (?:million|thousand|billion))?(?= (?:[a-z]+ )?{_NOUN}\b)",
    "dose": rf"{_LABEL}\b(?P<a>{_N})(?:{_TO}(?P<b>{_N}))?\s?(?P<unit>mg|mcg|milligrams|micrograms|grams|milliliters|mL|IU|ounces|cups)\b(?!\s?/|\s?per|\s(?:of \w+ )?(?:for each|in each))",
    "duration": rf"{_LABEL}\b(?P<a>{_W})(?:{_TO}(?P<b>{_W}))? (?P<unit>hours?|days?|weeks?|months?|years?)\b(?!-| of (?:age|life)| old| and (?:older|over|younger)| or (?:older|younger|over)| ago| before \d|/)",
}  # fmt: skip
_BOUNDS = {
    "over": r"(?:more|greater|longer|higher|larger) than|over|above|at least|as many as (?=x)|a minimum of|no less than",
    "under": r"(?:less|fewer|shorter|lower|smaller) than|under|below|up to|as many as|as much as|at most|no more than|a maximum of|within",
}


@dataclass(frozen=True)
class Case:
    """A sentence of a page, made a fact."""

    page: str
    title: str
    heading: str
    sentence: str
    """As the page has it, its figure between OPEN and CLOSE; whole where it has none."""
    claim: str
    kind: str
    """Of figure; "statement" for none."""
    value: str = ""
    numbers: tuple[float, ...] = ()
    unit: str = ""
    spots: tuple[tuple[int, int], ...] = ()
    """Where each of ``numbers`` stands in ``value``."""
    bound: str = ""
    """"over" or "under"; its words are ``bound_words``."""
    bound_words: str = ""
    as_of: str = ""
    period: str = ""


def number(text: str) -> float:
    return float(NUMBER_WORDS.get(text.lower(), 0) or text.replace(",", ""))


_SKIP = re.compile(
    r"Signs and Symptoms Approximate|Human Phenotype Ontology|frequency of 25/25|www\.|http|@|\?$|©|\b[A-Z]{2} \d{5}|et al|\bif you\b|mg/d|/m[lL]|[¹²³]|\d\.\d+,|:$|\(1 in \d|ages of|[Aa]nything that|Includes|sufficient to|\.[A-Z]"
)
_LEADING = re.compile(
    r"^(?:However|Overall|In addition|In general|Also|Additionally|Therefore|For example|In fact|Today|Currently), "
)
_DANGLING = re.compile(
    r"\b(?:[Tt]his|[Tt]hese|[Tt]hey|[Tt]heir|[Tt]hose|[Ss]uch|[Tt]he (?:other|latter|former|rest)|[Ii]t (?!is (?:estimated|thought|believed))|[Ii]ts|[Hh]e|[Ss]he|[Oo]thers?|[Aa]nother|both)\b"
)
_ANAPHOR = re.compile(
    r"\b([Tt]he|[Tt]his) (?:condition|disorder|disease|syndrome|illness)\b(?! (?:process|that|of|in which))"
)
_CONDITION = re.compile(
    r"\b(?:\w*(?:cancer|tumou?r|carcinoma|leukemia|lymphoma|sarcoma|melanoma|blastoma|myeloma|diabetes|asthma|hepatitis|arthritis|stroke|dementia|glaucoma|anemia|thalassemia|hemophilia|fibrosis|cirrhosis|epilepsy|autism|pneumonia|malaria|tuberculosis|HIV|obesity|osteoporosis|hypertension|cataracts?|menopause|nephropathy|neuropathy|retinopathy|lupus|psoriasis)s?|\w+ (?:disease|syndrome|disorder|infection|dystrophy|deficiency))\b"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|may|can|should|will|do|does|did|affects?|occurs?|accounts?|develops?|causes?|lasts?|survived?|die|lives?|gets?|begins?|appears?|reach(?:es)?|increase[sd]?|reduce[sd]?|lowers?|raises?|takes?|comes?|needs?|makes?|remains?|recover|become|experience|cannot)\b"
)
_GENERIC = frozenset(
    {
        "disease", "syndrome", "disorder", "type", "adult", "adults", "childhood", "children", "treatment",
        "what", "causes", "with", "from", "need", "know", "about", "cancer", "tumor", "tumors", "other",
        "and", "the", "heart", "blood", "kidney", "liver", "brain", "skin", "facts", "health", "care",
        "associated", "related", "familial", "hereditary", "congenital", "primary", "chronic", "acute",
        "autosomal", "dominant", "recessive", "deficiency",
    }
)  # fmt: skip
_STOP = frozenset(
    {
        "the", "a", "an", "of", "in", "to", "and", "or", "is", "are", "was", "were", "be", "been", "has",
        "have", "had", "with", "for", "by", "on", "at", "as", "that", "which", "who", "about",
        "approximately", "estimated", "percent", "than", "more", "less", "from", "it", "its", "not", "can",
        "may", "most", "some", "people", "individuals", "cases", "each", "year", "years", "million",
    }
)  # fmt: skip


def cases(folder: Path) -> Iterator[Case]:
    """Every usable sentence of the pages, each claim once."""
    seen: set[str] = set()
    for path in sorted(folder.glob("*.txt")):
        for case in _page(path):
            same = re.sub(r"\W+", " ", case.claim).lower()
            if same not in seen:
                seen.add(same)
                yield case


def _page(path: Path) -> Iterator[Case]:
    title, *lines = path.read_text(encoding="utf-8").split("\n")
    heading = ""
    for line in lines:
        text = line.strip().lstrip("-•* ").strip()
        if re.match(r"(?:What|How|Who|Is|Are|Do)\b.*\?$", text):
            heading = re.sub(r" \((?:are|is)\)| (?=\?)", "", text)
            continue
        for sentence in re.split(r"(?<=[.?!])\s+(?=[A-Z])", text):
            case = _case(path.stem, title.strip(), heading, _LEADING.sub("", sentence.strip()))
            if case is not None:
                yield case


def _case(page: str, title: str, heading: str, sentence: str) -> Case | None:
    if (
        not re.fullmatch(r"[A-Z\d].*[a-z\d)]\.\d?", sentence)
        or not 6 <= len(sentence.split()) <= 42
        or _SKIP.search(sentence)
    ):
        return None
    sentence = re.sub(r"\.\d$", ".", sentence)  # a footnote's number
    sentence = sentence[0].upper() + sentence[1:]
    claim = _whole(sentence, title)
    if claim is None:
        return None
    if _STATEMENT.search(sentence) and not re.search(r"\d", sentence):
        if _OPEN_QUESTION.search(sentence):
            return None
        return Case(page, title, heading, sentence, claim, "statement")
    found = _figure(sentence)
    if found is None or _figure(claim) is None:
        return None
    kind, match = found
    value = match.group()
    numbers = tuple(number(n) for n in (match["a"], match["b"]) if n)
    spots = tuple((match.start(g) - match.start(), match.end(g) - match.start()) for g in "ab" if match[g])
    if (kind == "percent" and max(numbers) > 100) or len(set(numbers)) < len(numbers):
        return None
    before = sentence[max(0, match.start() - 24) : match.start()]
    bounds = {
        name: m[1]
        for name, words in _BOUNDS.items()
        if (
            m := re.search(
                rf"(\b(?:{words})\s+(?:about\s+)?|{'<' if name == 'under' else '>'})$", before, re.I
            )
        )
    }
    bound, words = next(iter(bounds.items()), ("", ""))
    marked = sentence[: match.start()] + OPEN + value + CLOSE + sentence[match.end() :]
    years = re.search(r"\b(?:from|between) ((?:19|20)\d\d) (?:to|and|through) ((?:19|20)\d\d)\b", sentence)
    year = re.findall(r"\b[Ii]n ((?:19|20)\d\d)\b", sentence)
    return Case(
        page, title, heading, marked, claim, kind, value, numbers, (match["unit"] or "").strip(), spots, bound, words,
        year[0] if len(year) == 1 and not years else "", f"{years[1]}–{years[2]}" if years else "",
    )  # fmt: skip


def _figure(sentence: str) -> tuple[str, re.Match[str]] | None:
    """The figure that the sentence states, the first of two; None where there are more or none."""
    found = {kind: list(re.finditer(pattern, sentence)) for kind, pattern in PATTERNS.items()}
    main = [(kind, m) for kind in ("percent", "ratio", "count", "dose") for m in found[kind]]
    if 1 <= len(main) <= 2 and "%" not in main[0][1].string[main[0][1].end() : main[0][1].end() + 4]:
        return min(main, key=lambda m: m[1].start())
    if not main and len(found["duration"]) == 1:
        return "duration", found["duration"][0]
    return None


def several(claim: str) -> bool:
    """True where a claim holds more than one number with a unit, so that a desk would name the value."""
    return sum(len(re.findall(p, claim)) for p in PATTERNS.values()) > 1


def _whole(sentence: str, title: str) -> str | None:
    """The sentence as a claim that stands alone: its subject filled in from the page's title."""
    bare = re.sub(r"\([^)]*\)", "", sentence)
    named = any(w in bare.lower() for w in _words(title)) and not _ANAPHOR.search(sentence)
    about = not re.match(r"(?:Causes|What|Your|I Need|Creating|Prevent|Facts)\b", title) and "," not in title
    claim = sentence
    if not named and about:
        claim, count = _ANAPHOR.subn(lambda _: title, sentence)
        if not count:
            claim, count = re.subn(
                r"\bof (?:all )?cases\b(?! of)", lambda _: f"of {title} cases", claim, count=1
            )
        if not count:
            claim, count = re.subn(
                r"\baffected (individuals|people|persons|patients|children)\b",
                lambda m: f"{m[1]} with {title}",
                claim,
                count=1,
            )
        if not count and not _CONDITION.search(bare):
            return None
    elif not named and not _CONDITION.search(bare):
        return None
    if _DANGLING.search(claim) or not _VERB.search(claim) or _ANAPHOR.search(claim):
        return None
    content = [w for w in re.findall(r"[a-z]+", claim.lower()) if w not in _STOP and len(w) > 2]
    return claim[0].upper() + claim[1:] if len(set(content)) >= 4 else None


def _words(title: str) -> list[str]:
    return [w for w in re.findall(r"[a-z]{4,}", title.lower()) if w not in _GENERIC]


_OPEN_QUESTION = re.compile(
    r"\b(?:evidence|needed|whether|trials?|proven|ways to|(?:to|that|which|help) (?:further |greatly |not )?(?:lower|reduce|increase|raise)s?|appear|unclear|not clear|some researchers believe|certain)\b|^An? .* that"
)
_STATEMENT = re.compile(
    r"\b(?:is (?:currently )?no (?:known )?cure|(?:is|are) (?:not )?(?:contagious|curable|inherited(?! in))|(?:is|are) more (?:common|likely)[\w ]* than"
    r"|(?:increases?|reduces?|lowers?|raises?) (?:the|your|a person's) risk of|cannot be (?:cured|prevented)|is (?:more|less) common (?:in|among))\b"
)
