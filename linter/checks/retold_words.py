"""Words by which two tellings of one thing are known: their roots, without those that tell nothing."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from linter.language.words import lemma, root
from linter.patterns import AnyCase, Pattern

_NOTHING = frozenset(
    """
a an the this that these those it its they them their we us our you your he his she her i my me who whom which what there here
is are was were be been being am has have had having do does did done will would shall should can could may might must
of in on at to for from by with within without as into onto per than then so and or but nor if not no yes also too only just
about around roughly some any each every all both most more less least few other another such same own very still yet now today
when where while because since until up down out off over under again once how why please note remember usual usually normally
generally typically often always never ever exactly total altogether overall whole in-all combined everyone someone anyone people person one two
take takes took taken taking give gives gave given giving get gets got use uses used using run runs ran make makes made making
need needs needed put puts go goes went gone come comes came let lets see seen say says said tell told
work works worked carry carried contain contains contained include includes included including hold holds held
last lasts lasted cost costs pay pays paid offer offers offered provide provides provided serve served receive receives received
year month week day hour minute hours minutes days weeks months years time times amount number figure figures rate count
percent percentage dose doses dosage limit daily weekly monthly nightly hourly annual annually currently approximately least
patient patients fully many away mr mrs ms dr after before today value item result choice step alone anything something everything above below beyond exceed exceeds exceeding
three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty
monday tuesday wednesday thursday friday saturday sunday weekday weekend
fifty sixty seventy eighty ninety hundred thousand million half quarter
""".split()
)
_FILE = Path(__file__).parent / "same_words.txt"
_SIDES = AnyCase(
    r"\b(?:(?P<before>before(?:hand)?|prior to|ahead of|until|pre)|(?P<after>after(?:wards)?|since|following|post|(?<=# )later))\b(?!\s#)"
)
_KINDS = frozenset(
    "type kind way reason form part stage phase sign symptom question option group point tip rule page section chapter example version item thing case sort set level author feature category".split()
)
"""What texts count off, each its own."""
_MONTHS = frozenset(
    "January February March April May June July August September October November December".split()
)
_STEPS = AnyCase(
    r"\b(?:first|second|third|fourth|next|then|after that|thereafter|from then on|(?<!# )later|final|initial|initially|afterwards|follow-up (?=visit|appointment|call)|further|extra|additional|another|repeat|new|old"
    r"|(?:this|last|next) (?:year|month|week|quarter|season|winter|spring|summer|autumn)|so far"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekdays?|weekends?|bank holidays?)\b"
)
"""Words that tell one turn from another."""
_MOSTS = frozenset({"highest", "maximum", "max", "maximal", "ceiling", "exceed", "limit", "limits"})
_LASTS = frozenset({"lasts", "lasted", "life", "lifetime", "duration", "runtime"})
_WORD = Pattern(r"[A-Za-z][A-Za-z'’]*(?:&[a-z])?")
_MOST = AnyCase(
    r"\b(?:highest|maximum|max\.?|ceiling|the most|no more than|(?:not|never|n't) (?:[a-z]+ ){0,3}?(?:more than|exceed)|at most|up to|must not exceed|limit(?: of| is)?)\b"
)


ENROL = frozenset({"randomiz", "enrol", "enroll", "recruit", "screen"})
"""What a study does with all who take part."""
CONTAINERS = frozenset(
    stem
    for word in "card box sheet poster fridge wallet pocket wall door handover checklist recap nutshell panel sticker".split()
    for stem in (word, root(word))
)
"""What a page's own figures are told again on: 'A card for the fridge'."""
RESTRICTS = frozenset(
    {
        "population", "stage", "age", "season", "place", "condition", "symptom", "drug", "drug class", "procedure",
        "anatomy", "nutrient",
    }
)  # fmt: skip
"""Kinds of concept that say of whom, where or for what something is told."""
GROUPS = RESTRICTS - {"place", "procedure", "anatomy", "nutrient"}
CARERS = frozenset(
    {"parent", "carer", "caregiver", "family", "staff", "nurse", "doctor", "patient", "people"}
)
"""Who does what is told, whoever it is."""


@cache
def _families() -> tuple[dict[str, str], frozenset[str], dict[str, frozenset[str]]]:
    """What each word of ``same_words.txt`` is told as, what of that tells nothing apart, and what is its opposite."""
    same: dict[str, str] = {}
    light: set[str] = set()
    opposites: dict[str, frozenset[str]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("! "):
            sides = [root(root(same.get(w) or lemma(w))) for w in line[2:].split()]
            for side in sides:
                opposites[side] = opposites.get(side, frozenset()).union(sides) - {side}
            continue
        family = line.removeprefix("- ").split()
        head = same.get(family[0]) or root(lemma(family[0]))
        for word in family:
            for form in (word, lemma(word)):
                same.setdefault(form, head)
        if line.startswith("- "):
            light |= {same[word] for word in family}
    return same, frozenset(light), opposites


def opposites(roots: frozenset[str]) -> frozenset[str]:
    """What contradicts any of ``roots``: 'stop' for 'start'."""
    return frozenset().union(*(_families()[2].get(r, frozenset()) for r in roots))


def telling(roots: frozenset[str]) -> frozenset[str]:
    """``roots`` without those that tell nothing apart where only one of two says them."""
    return roots - _families()[1]


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The root that a word shares with its other forms; empty for one that tells nothing."""
    plain = word.lower().replace("’", "'").removesuffix("'s").strip("'")
    if plain in _LASTS:
        return "durat"
    if plain in _NOTHING or len(plain) < 2 or plain in _MOSTS or plain.partition("'")[0] in _NOTHING:
        return ""
    base = lemma(plain)
    if base in _NOTHING:
        return ""
    same = _families()[0]
    return same.get(plain) or same.get(base) or root(root(base))


_PHRASES = (
    (r"sample size", "recruit"),
    (r"intensive care", "icu"),
    (r"accident and emergency|emergency department", "emergency"),
    (r"tak(?:e|es|en|ing) (?:\w+ )?(?:out|off)|c(?:o|a)mes? (?:out|off)", "removed"),
    (r"set up|start(?:ed)? up|open(?:ed|s)? (?:its|their|our) doors", "founded"),
    (r"half[- ]li(?:fe|ves)", "halflife"),
    (r"physical therap(?:y|ies|ists?)", "physiotherapy"),
    (r"ke(?:ep|eps|pt|eping) an eye on|keep watch (?:on|over)", "observe"),
    (r"pick(?:s|ed|ing)? up the (?:phone|telephone|receiver)", "answer call"),
    (r"tak(?:e|es|en|ing) (?:a |the |every |their )?calls?", "answer call"),
    (r"go(?:es)? out|sen(?:d|ds|t) out", "post"),
    (r"look(?:s|ed)? at (?:it|this|the case) again|second look", "review"),
    (r"turn(?:s|ed)? down", "refuse"),
    (r"by mouth", "oral"),
    (r"ru(?:n|ns|nning) (?:in|through)|go(?:es|ne)? in(?! the| to)|went in(?! the| to)", "infuse"),
    (r"shuts? down|goes dead|switch(?:es)? (?:itself )?off", "stop"),
    (r"grown-ups?", "adult"),
    (r"how long|go(?:es)? on for|goes on", "lasts"),
    (r"giv(?:e|es|en|ing) up", "stop"),
    (r"fill(?:s|ed)? (?:in|out)", "complete"),
    (r"t(?:a|oo)k(?:e|es|ing)? part", "participate"),
    (r"throw(?:n)? (?:away|out)", "discard"),
    (r"how much", "cost"),
    (r"get(?:s|ting)? rid of", "discard"),
    (r"pick(?:s|ed)? up", "collect"),
    (r"hand(?:s|ed)? (?:in|back)", "return"),
    (r"sign(?:s|ed)? up", "enrol"),
    (r"call(?:s|ed)? off", "cancel"),
    (r"put(?:s|ting)? (?:off|back)", "postpone"),
    (r"turn(?:s|ed)? (?:off|down)", "decline"),
)
"""Words that tell one thing together, and one word for them."""
_PHRASE = Pattern("|".join(rf"(?P<p{k}>\b(?:{phrase})\b)" for k, (phrase, _) in enumerate(_PHRASES)))
_ANY_PHRASE = Pattern(rf"\b(?:{'|'.join(phrase for phrase, _ in _PHRASES)})\b")
"""The same without groups: most text has none of them, and this is quick to tell."""


def words(text: str) -> list[str]:
    """The telling words of ``text`` as their roots, in order."""
    text = text.lower()
    if _ANY_PHRASE.search(text):
        text = _PHRASE.sub(lambda m: _PHRASES[int((m.lastgroup or "p0")[1:])][1], text)
    return [s for w in _WORD.findall(text) if (s := stem(w))]


def names(text: str) -> frozenset[str]:
    """The roots of words with a capital that no sentence begins with."""
    found = re.finditer(
        r"(?<!\b[MD]r )(?<!\bMrs )(?<!\bMs )(?<=[a-z,;] )[A-Z][A-Za-z'’-]+|\b[A-Z]{2,}[A-Za-z0-9-]*", text
    )
    return frozenset(
        s for m in found if m.group() not in _MONTHS for w in re.split("-", m.group()) if (s := stem(w))
    )


def is_most(text: str) -> bool:
    """True for words that set a limit."""
    return _MOST.search(text) is not None


def is_kind(thing: str) -> bool:
    """True for what every text counts off anew: 'two types', 'three steps'."""
    return thing in _KINDS or any(root(k) == thing for k in _KINDS)


def steps(text: str) -> frozenset[str]:
    """Which turn a sentence tells of: 'second', 'later', 'extra'."""
    return frozenset(w.lower().removesuffix("s") for w in _STEPS.findall(text))


def sides(text: str) -> frozenset[str]:
    """Whether a sentence tells of before or after something."""
    return frozenset(m.lastgroup or "" for m in _SIDES.finditer(text))
