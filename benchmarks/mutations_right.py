"""Right drafts for the mutation benchmark: a sentence reworded and reordered, its claim kept.

The synonyms are of this benchmark, from general knowledge of English, and none is looked up in
medlint's lexicon: what medlint does not know shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from random import Random

from mutations_facts import CLOSE, NUMBER_WORDS, OPEN, Case
from mutations_wrong import written

SYNONYMS = (
    ("individuals", "people"), ("people", "individuals"), ("people", "men, women and children"), ("children", "youngsters"), ("newborns", "newborn babies"), ("infants", "babies"),
    ("births", "deliveries"), ("patients", "people"), ("women", "female patients"), ("elderly", "older"), ("physician", "doctor"), ("doctor", "clinician"),
    ("affects", "is seen in"), ("affect", "strike"), ("occurs in", "is found in"), ("occurs", "arises"), ("occur in", "are seen in"), ("develop", "go on to have"), ("have", "live with"),
    ("accounts for", "makes up"), ("accounting for", "making up"), ("account for", "make up"), ("are caused by", "result from"), ("is caused by", "stems from"), ("causes", "leads to"),
    ("have been reported", "have been described"), ("have been described", "are on record"), ("diagnosed", "identified"), ("estimated", "thought"), ("died", "lost their lives"), ("die", "lose their lives"),
    ("approximately", "about"), ("about", "roughly"), ("nearly", "almost"), ("an estimated", "around"), ("more than", "over"), ("less than", "under"), ("fewer than", "under"), ("at least", "no fewer than"), ("up to", "as many as"),
    ("in the United States", "in the US"), ("in the United States", "in America"), ("Americans", "people in the US"), ("worldwide", "around the world"), ("worldwide", "globally"),
    ("disorder", "illness"), ("condition", "illness"), ("mutations", "changes"), ("kidney", "renal"), ("heart attack", "myocardial infarction"), ("high blood pressure", "hypertension"), ("stroke", "brain attack"),
    ("cancer", "malignancy"), ("cancers", "malignancies"), ("tumor", "tumour"), ("leukemia", "leukaemia"), ("anemia", "anaemia"), ("hemophilia", "haemophilia"), ("seizures", "fits"), ("surgery", "an operation"), ("medicine", "medication"),
    ("usually", "typically"), ("symptoms", "signs"), ("last", "go on for"), ("increases the risk of", "makes it likelier to get"), ("increases the risk of", "raises the chance of"), ("lowers the risk of", "cuts the risk of"),
    ("is no cure for", "is no way to cure"), ("is not contagious", "cannot be passed from person to person"), ("cannot be cured", "is incurable"), ("is more common in", "is seen more often in"), ("are more likely", "have a higher chance"),
)  # fmt: skip
_FRAMES = (
    "Experts say that {}",
    "According to health officials, {}",
    "It is generally accepted that {}",
    "Studies have found that {}",
    "Doctors point out that {}",
)
_NAMES = re.compile(r"[A-Z]{2}|[A-Z][a-z]+(?:[-' ][A-Z]|'s)|[A-Z]\w+ (?:syndrome|disease)|[A-Z]\w*\d")


def lowered(text: str) -> str:
    """``text`` to go on after a comma."""
    bare = text.replace(OPEN, "")
    return (
        text
        if _NAMES.match(bare) or (text.startswith(OPEN) and bare[0].isdigit())
        else re.sub(r"[A-Za-z]", lambda m: m[0].lower(), text, count=1)
    )


def _raised(text: str) -> str:
    return re.sub(r"^(\W?)([a-z])", lambda m: m[1] + m[2].upper(), text)


def number_form(case: Case, rng: Random) -> str | None:
    """The same quantity written otherwise."""
    inner = _FORMS[case.kind](case) if case.kind in _FORMS else None
    if inner is None or inner == case.value:
        return None
    text = case.sentence.replace(OPEN + case.value + CLOSE, OPEN + inner + CLOSE)
    if re.search(r"\d in \d", inner) or "half" in inner or "quarter" in inner:
        text = text.replace(CLOSE + " of ", CLOSE + " ")
    return text


def _percent(case: Case) -> str | None:
    if len(case.numbers) == 1 and case.numbers[0] == int(case.numbers[0]):
        share = Fraction(int(case.numbers[0]), 100)
        if share.numerator <= 3 and share.denominator <= 20 and share < 1:
            return f"{share.numerator} in {share.denominator}"
        return f"{share * 100} in 100"
    if "%" in case.value:
        return re.sub(r"\s?%", " percent", case.value)
    return re.sub(r" percent", "%", case.value)


def _ratio(case: Case) -> str | None:
    return re.sub(r"^(?:1|[Oo]ne) in (?:every )?", "one in every ", case.value)


def _count(case: Case) -> str | None:
    value = case.numbers[0]
    if len(case.numbers) > 1:
        return None
    if case.unit:
        whole = value * {"thousand": 1e3, "million": 1e6, "billion": 1e9}[case.unit]
        return f"{whole:,.0f}"
    if value >= 1_000_000:
        return f"{value / 1e6:g} million"
    return f"{value / 1000:g} thousand" if value >= 1000 and value % 100 == 0 else None


_STEPS = {"months": (12, "year"), "days": (7, "week"), "hours": (24, "day")}
_DOWN = {"year": (12, "months"), "years": (12, "months"), "week": (7, "days"), "weeks": (7, "days")}


def _duration(case: Case) -> str | None:
    size, larger = _STEPS.get(case.unit, (0, ""))
    if size and all(n % size == 0 for n in case.numbers):
        new = [n / size for n in case.numbers]
    elif case.unit in _DOWN and all(n <= 3 for n in case.numbers):
        size, larger = _DOWN[case.unit]
        new = [n * size for n in case.numbers]
    else:
        if any(n != int(n) or n > 12 for n in case.numbers):
            return None
        words = list(NUMBER_WORDS)
        spelled = case.value[0].isalpha()
        forms = [f"{n:g}" if spelled else words[int(n) - 1] for n in case.numbers]
        return f"{' to '.join(forms)} {case.unit}"
    name = larger.rstrip("s") + ("s" if max(new) != 1 else "")
    return f"{' to '.join(written(n, 'one' if n <= 12 else '1') for n in new)} {name}"


_FORMS: dict[str, Callable[[Case], str | None]] = {
    "percent": _percent,
    "ratio": _ratio,
    "count": _count,
    "duration": _duration,
}


def front(case: Case, rng: Random) -> str | None:
    """A trailing phrase brought to the front, or a leading one to the end."""
    text = case.sentence.rstrip(".")
    tail = re.search(
        r" ((?:in|among|within|during|after|with) (?:the |a )?[\w' -]{3,40}|worldwide|each year|every year)$",
        text,
    )
    main = text[: tail.start()] if tail else ""
    if (
        tail
        and "," not in text
        and len(re.split(r"[ ]", main)) >= 5
        and not re.search(r"\b(?:of|than|and|or|to)$", main)
        and main.count(OPEN) == 1
    ):
        phrase = tail[1]
        if not re.search(r"\b(?:in|among|with|after|during|of) ", phrase[4:]) and not re.search(
            rf"(?:occur\w*|{CLOSE}|found|seen|common|often|cases)$", main
        ):
            return f"{phrase[0].upper()}{phrase[1:]}, {lowered(main)}."
    lead = re.match(r"((?:In|Among|Within|During|After|For|By|Of) [\w' -]{3,40}), (.+)$", text)
    if lead and "," not in lead[2] and OPEN in lead[2]:
        return f"{_raised(lead[2])} {lead[1][0].lower()}{lead[1][1:]}."
    return None


_TEMPLATES = (
    (rf"^(.{{4,60}}?) (?:affects|occurs in|is (?:estimated|thought|believed) to (?:affect|occur in)) ((?:an estimated |approximately |about |nearly |fewer than |less than |more than |at least )*{OPEN}.+)\.$", r"{2} have {1}."),
    (rf"^(.{{4,60}}?) (?:affects|occurs in|is (?:estimated|thought|believed) to (?:affect|occur in)) ((?:an estimated |approximately |about |nearly |fewer than |less than |more than |at least )*{OPEN}.+)\.$", r"{2} are affected by {1}."),
    (rf"^((?:\w+ ){{0,2}}{OPEN}[^{CLOSE}]+{CLOSE}) of ((?:people|individuals|patients|children|adults|women|men) with [^,.]{{4,60}}?) (have|develop|do not have|experience|are) (.+)\.$", r"Among {2}, {1l} {3} {4}."),
    (rf"^(.{{6,90}}?) accounts? for ((?:\w+ ){{0,3}}{OPEN}[^{CLOSE}]+{CLOSE} of .+)\.$", r"{2} are due to {1}."),
    (rf"^((?:\w+ ){{0,2}}{OPEN}[^{CLOSE}]+{CLOSE}) of (.{{4,80}}?) (?:are|is) caused by (.+)\.$", r"{3} cause {1l} of {2}."),
    (r"^There is (currently )?no (?:known )?cure for (.+)\.$", r"No cure for {2} is known."),
    (r"^(.{4,80}?) increases the risk of (.+)\.$", r"The risk of {2} goes up with {1}."),
    (r"^(.{4,80}?) lowers the risk of (.+)\.$", r"The risk of {2} goes down with {1}."),
)  # fmt: skip


def template(case: Case, rng: Random) -> str | None:
    """The clause turned round: passive for active, the base before the share."""
    options = []
    for pattern, wanted in _TEMPLATES:
        if (match := re.match(pattern, case.sentence)) and not re.search(
            r"[;:]|, (?:but|and|which|although)", case.sentence
        ):
            parts = {str(n): g or "" for n, g in enumerate(match.groups(), 1)}
            first = lowered(parts.get("1", ""))
            text = wanted.replace("{1l}", first)
            for n, part in parts.items():
                text = text.replace(f"{{{n}}}", first if n == "1" and not wanted.startswith("{1}") else part)
            options.append(_raised(re.sub(r"\bhave ([Tt]he )", r"have the ", text)))
    return rng.choice(options) if options else None


def synonyms(case: Case, rng: Random, most: int = 2) -> str | None:
    """One or two words replaced."""
    text = case.sentence
    known = [pair for pair in SYNONYMS if re.search(rf"\b{pair[0]}\b(?!-)", text)]
    rng.shuffle(known)
    done = 0
    touched: set[str] = set()
    for old, new in known:
        if (
            old in touched
            or done == most
            or (old == "have" and re.search(r"have (?:been|a|no|not|the)\b|may have|to have", text))
        ):
            continue
        text, count = re.subn(rf"\b{old}\b(?!-)(?! been)", new, text, count=1)
        done += count
        touched |= {old, *new.split()}
    return _raised(text) if done else None


def frame(case: Case, rng: Random) -> str | None:
    """The sentence reported."""
    return (
        rng.choice(_FRAMES).format(lowered(case.sentence)) if not case.sentence.startswith("It is") else None
    )


_REWORDS: dict[str, Callable[[Case, Random], str | None]] = {
    "number form": number_form, "fronted": front, "turned round": template, "synonyms": synonyms, "reported": frame,
}  # fmt: skip


def right(case: Case, rng: Random) -> Iterator[tuple[str, str]]:
    """Each kind of rewording and the marked sentence, where it can be made; and several at once."""
    for kind, reword in _REWORDS.items():
        if (text := reword(case, rng)) is not None and text != case.sentence:
            yield kind, text
