"""The size of one study or survey, told twice and not the same: 'enrolled 1,240 … of the 1,420 enrolled'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from linter.checks.corpus_words import ORDER
from linter.checks.numbers_scan import blocks
from linter.checks.view import View
from linter.patterns import AnyCase

_VERBS: tuple[tuple[str, str], ...] = (
    (
        "enrolled",
        r"enrolled|recruited|took in|taking in|takes in|enrolling|recruiting|enrols?|enrolls?|signed up",
    ),
    ("randomized", r"randomi[sz]ed|randomly assigned|assigned"),
    (
        "replied",
        r"replied|responded|answered|returned the (?:form|questionnaire|survey)|filled (?:in|out) the (?:form|questionnaire|survey)|took part in the (?:poll|survey)",
    ),
    ("surveyed", r"surveyed|polled|interviewed|questioned|asked"),
    ("followed", r"followed|tracked|monitored"),
    (
        "studied",
        r"studied|included|analy[sz]ed|examined|involved|involving|including|looked at|evaluated|reviewed",
    ),
    ("participated", r"participated|took part|taking part"),
    ("treated", r"treated"),
    ("vaccinated", r"vaccinated|immuni[sz]ed"),
)
_ANY = "|".join(f"(?P<v{k}>{words})" for k, (_, words) in enumerate(_VERBS))
_NOUN = r"(?P<noun>people|persons|adults|patients|women|men|children|participants|volunteers|readers|respondents|nurses|doctors|students|smokers|babies|infants|subjects|individuals|teenagers|adolescents|veterans|mothers|residents|members|customers|subscribers|users|couples|families|households|hospitals|clinics|pregnancies|births|employees|teachers|physicians|athletes)"
_N = r"(?P<n>\d{1,3}(?:,\d{3})+|\d{2,7})"
_VERB_FIRST = AnyCase(
    rf"\b(?:{_ANY})\s+(?:(?:a\s+total\s+of|about|around|nearly|some|more\s+than|over|roughly|approximately|with|data\s+(?:from|on)|records\s+of)\s+)*{_N}(?![\d.,]*\d|%|\s*percent)\s+(?:[a-z-]+\s+){{0,3}}?{_NOUN}\b"
)
_NUMBER_FIRST = AnyCase(
    rf"(?<![\d.,$£€-]){_N}(?![\d.,]*\d|%|\s*percent)\s+(?:(?!and\b|but\b)[a-z-]+\s+){{0,2}}?(?:{_NOUN}\s+)?(?:(?:with|aged|from|of)\s+[\w -]{{1,40}}\s+)?(?:(?:who|that)\s+)?(?:(?:were|was|had|have|has|been)\s+)*(?:{_ANY})\b"
)
_DEFINITE = AnyCase(r"\b(?:of|among)\s+(?:the|these|those|all|all the|our)\s+$|\b(?:all|the)\s+$")
_ROUND = AnyCase(
    r"\b(?:about|around|nearly|some|more\s+than|over|roughly|approximately|almost|at least|up to)\s+$"
)
_LEFT = AnyCase(r"^\s+(?:in|into|to|on|with|for|at|after|before|by|from|and|until)\b")


@dataclass(frozen=True, slots=True)
class Size:
    """How many there were, of whom and in what."""

    block: int
    start: int
    end: int
    number: int
    verb: str
    noun: str
    definite: bool
    hedged: bool
    bare: bool
    """True where nothing behind the verb narrows it."""
    order: frozenset[str]
    """'first', 'second', 'next': which survey it is the size of."""


def sizes(view: View) -> list[Size]:
    """Every size of a study that a draft tells, in order."""
    found: list[Size] = []
    for index, text in blocks(view, re.compile(r"\d{2}")):
        here: dict[int, Size] = {}
        for pattern in (_VERB_FIRST, _NUMBER_FIRST):
            for match in pattern.finditer(text):
                if match.start("n") in here:
                    continue
                number = int(match["n"].replace(",", ""))
                if number < 30 or ("," not in match["n"] and 1900 <= number <= 2100):
                    continue
                verb = next(name for k, (name, _) in enumerate(_VERBS) if match[f"v{k}"])
                before = text[max(0, match.start("n") - 24) : match.start("n")]
                here[match.start("n")] = Size(
                    index, match.start("n"), match.end("n"), number, verb, (match["noun"] or "").lower(),
                    bool(_DEFINITE.search(before)), bool(_ROUND.search(before)), not _LEFT.match(text[match.end() :]),
                    frozenset(w.lower() for w in ORDER.findall(text, max(0, match.start() - 60), match.start())),
                )  # fmt: skip
        found += [here[at] for at in sorted(here)]
    return found


def slips(view: View) -> Iterator[tuple[Size, Size]]:
    """Pairs of sizes that should be one: the later, the earlier."""
    seen: dict[str, list[Size]] = {}
    told = sizes(view)
    whole = [s for s in told if s.verb in _ALL_IN and not s.hedged]
    for size in told:
        earlier = seen.setdefault(size.verb, [])
        if (other := _transposed(size, whole)) is not None:
            yield size, other
            continue
        if not size.hedged and all(e.number != size.number for e in earlier):
            rivals = [
                e
                for e in earlier
                if not e.hedged
                and e.order == size.order
                and (not e.noun or not size.noun or e.noun == size.noun)
            ]
            slip = next((e for e in reversed(rivals) if _mistyped(e.number, size.number)), None)
            if (
                slip is None
                and size.definite
                and size.bare
                and len(rivals) == 1
                and rivals[0].block >= size.block - 2
                and not rivals[0].definite
            ):
                slip = (
                    rivals[0]
                    if size.number * 2 > rivals[0].number and rivals[0].number * 2 > size.number
                    else None
                )
            if slip is not None and (size.definite or size.block != slip.block or size.noun):
                yield size, slip
                continue
        earlier.append(size)


_ALL_IN = frozenset({"enrolled", "followed", "studied", "participated", "surveyed"})


def _transposed(size: Size, whole: list[Size]) -> Size | None:
    """The only other size of a study, told before with another verb, where two digits changed places: 460, 640."""
    if len(whole) != 2 or whole[1] is not size or whole[0].verb == size.verb:
        return None
    same_digits = sorted(str(whole[0].number)) == sorted(str(size.number))
    return whole[0] if same_digits and _mistyped(whole[0].number, size.number) else None


def _mistyped(a: int, b: int) -> bool:
    """True where one number is the other with two digits swapped or one digit wrong."""
    left, right = str(a), str(b)
    if len(left) != len(right) or len(left) < 3:
        return False
    wrong = [k for k, (x, y) in enumerate(zip(left, right, strict=True)) if x != y]
    if len(wrong) == 2:
        i, j = wrong
        return j == i + 1 and left[i] == right[j] and left[j] == right[i]
    return len(wrong) == 1 and len(left) >= 4
