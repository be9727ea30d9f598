"""Prose as the binder reads it: sentences of words, each with its lemma and the concepts it names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from linter.language.abbreviations import ABBREVIATIONS, ENDING, TITLES
from linter.language.lexicon import SKIPPED, Lexicon
from linter.language.tokens import Token, tokenize
from linter.language.words import root

_CLOSING = frozenset(['"', ")"])
"""What may stand behind the full stop of a sentence."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a concept. ``readings`` are alternatives, the likeliest first, sorted."""

    readings: tuple[str, ...]
    first: int
    last: int
    """Token indices, both inclusive."""
    start: int
    end: int
    text: str
    weak: bool = False
    """True where its likeliest reading is weak evidence."""
    weak_readings: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sentence:
    """``text[start:end]`` of a block, with its tokens and mentions."""

    start: int
    end: int
    tokens: list[Token]
    mentions: list[Mention]


def sentences(text: str, lexicon: Lexicon) -> list[Sentence]:
    """``text`` cut into sentences, concepts marked."""
    result = []
    tokens = tokenize(text)
    first = 0
    for i, token in enumerate(tokens):
        ends = (
            i + 1 == len(tokens)
            or (token.raw[-1] in ".!?" and _ends(tokens, i))
            or (
                token.raw in _CLOSING
                and i
                and tokens[i - 1].raw in ".!?"
                and tokens[i - 1].end == token.start
                and _ends(tokens, i)
            )
        )
        if ends:
            part = tokens[first : i + 1]
            result.append(Sentence(part[0].start, part[-1].end, part, find_mentions(part, lexicon)))
            first = i + 1
    return result


def _ends(tokens: list[Token], i: int) -> bool:
    following = tokens[i + 1]
    if following.start == tokens[i].end and not _is_run_together(tokens, i):
        return False
    if following.raw in (")", "'", "”"):
        return False  # a quotation mark after a space opens the next sentence
    if tokens[i].raw in "!?":
        return True
    if following.raw[0].islower() or _numbers(tokens, i):
        return False
    last = tokens[i] if tokens[i].raw != "." or not i else tokens[i - 1]
    before, word = last.lower.rstrip("."), last.raw.rstrip(".")
    if before not in ABBREVIATIONS or (before in TITLES and word.isupper() and not following.raw.isupper()):
        return True  # 'people with MS. Nationally …'
    if following.raw[0].isdigit():
        return False
    return before in ENDING or (before not in TITLES and following.lower in STOP)


def _is_run_together(tokens: list[Token], i: int) -> bool:
    """True for the stop of 'it is rare.Most people', where a space was lost; not for 'U.S.A.' or 'Node.Js'."""
    before, after = (
        tokens[i - 1] if tokens[i].raw in ".?!" and i else tokens[i],
        tokens[i + 1].raw.lstrip('"“”'),
    )
    ends = before.raw[-1:] in "%)]" or (before.raw[-2:].islower() and before.lower not in ABBREVIATIONS)
    return ends and after[:1].isupper() and after[1:2].islower()


_NUMBERED = frozenset("the 's ’s a its our at in as is ranks ranked ranking to".split())


def _numbers(tokens: list[Token], i: int) -> bool:
    """True for the 'No.' of 'the No. 5 cause of death', at its full stop."""
    k = i - (tokens[i].raw == ".")
    if k < 1 or tokens[k].lower.rstrip(".") not in ("no", "nos") or not tokens[i + 1].raw[0].isdigit():
        return False
    before = tokens[k - 1]
    return before.lower in _NUMBERED or (tokens[k].raw[0] == "N" and before.raw[-1] not in ".?!:")


def _joins(tokens: list[Token], i: int) -> bool:
    """True for the letter of 'X-linked', however it is written."""
    if i + 2 >= len(tokens) or tokens[i + 1].raw != "-":
        return False
    return tokens[i].raw.isupper() or tokens[i + 2].lower == "linked"


def longest(mentions: Iterable[Mention]) -> list[Mention]:
    """The longest names among the mentions of a sentence, in order: none that stands within another."""
    found: list[Mention] = []
    for mention in mentions:
        if not found or mention.first > found[-1].last:
            found.append(mention)
    return found


_MANNERS = frozenset({"stage", "anatomy", "procedure", "population", "exposure", "condition"})
"""Kinds of concepts that an adverb names as well: 'chronically', 'surgically', 'mildly'."""


def _adjective(word: str, lexicon: Lexicon) -> list[str]:
    """The adjective that an adverb is of, where it names something: 'chronically infected' has a chronic infection."""
    if not word.endswith("ly") or word in lexicon.forms:
        return []
    stems = (word[:-2], word[:-4] if word.endswith("ically") else "")
    return [
        s
        for s in stems
        if any(not f[0] and lexicon.kinds.get(f[1]) in _MANNERS for f in lexicon.forms.get(s, ()))
    ]


def find_mentions(tokens: list[Token], lexicon: Lexicon) -> list[Mention]:
    """The concepts that ``tokens`` name, longest form first, in order of place.

    Words inside a longer form are mentioned too, since a claim may use them apart ('hip fracture'
    is a fracture, and of the hip); the longer mention comes first.
    """
    mentions: list[Mention] = []
    reach = named = denied = -1
    for i, token in enumerate(tokens):
        word = token.lemma
        if (
            i <= named
            or not word
            or (len(token.raw) == 1 and not token.raw.isdigit() and not _joins(tokens, i))
        ):
            continue
        by_end: dict[int, list[tuple[str, bool, bool]]] = {}
        acronym = len(token.raw) > 1 and token.raw.isupper() and token.raw.isalpha()
        if (
            acronym
            and i + 1 < len(tokens)
            and tokens[i + 1].lower in _STUDIES
            and not _is_name(word, lexicon)
        ):
            mentions.append(_mention(tokens, ("~" + word,), i, i, frozenset()))
            continue  # the ADVANCE trial is not advanced
        for key in dict.fromkeys((word, token.lower, *_adjective(token.lower, lexicon))):
            for entry in lexicon.forms.get(key, ()) if i > denied else ():
                if acronym and not entry[2] and not entry[0] and key in STOP:
                    continue  # 'US' is no pronoun
                rest, concept, exact, weak = entry
                if rest and token.lower in _COMPARATIVES:
                    continue  # 'a higher risk' compares; 'high risk' names a group
                last = _match(tokens, i, rest) if rest else i
                if last is None or (exact and not _is_exact(tokens, i, last, exact)):
                    continue
                if (
                    rest
                    and lexicon.kinds.get(concept) == "organisation"
                    and not _is_title(tokens[i : last + 1])
                ):
                    continue
                by_end.setdefault(last, []).append((concept, weak, GAP in rest))
        for last in sorted(by_end, reverse=True):
            literal = [r for r in by_end[last] if not r[2]]  # 'took their own lives' is no 'took … lives'
            found = sorted({(c, weak) for c, weak, _ in literal or by_end[last]}, key=lambda r: (r[1], r[0]))
            readings = tuple(dict.fromkeys(c for c, _ in found))
            covered = i <= reach
            strong = {c for c, weak in found if not weak}
            doubtful = frozenset(readings) if covered else frozenset(c for c in readings if c not in strong)
            mentions.append(_mention(tokens, readings, i, last, doubtful))
            reach = max(reach, last)
            if last > i and word == "non":
                denied = i + 2  # of 'non-small cell lung cancer' the small cell kind is no part
            if last > i and lexicon.kinds.get(readings[0]) == "organisation":
                named = last  # the American Heart Association speaks of no America and no heart
                break
        if (
            i not in by_end
            and word not in SKIPPED
            and word not in STOP
            and len(word) > 1
            and word[0].isalpha()
        ):
            mentions.append(_mention(tokens, ("~" + root(word),), i, i, frozenset()))
    return mentions


def _is_title(tokens: list[Token]) -> bool:
    """True for words that name somebody: 'Diabetes UK', but not 'diabetes in the UK'."""
    told = [t for t in tokens if t.lower not in SKIPPED]
    return all(t.raw[:1].isupper() or not t.raw[:1].isalpha() for t in told) and not any(
        t.lower == "in" for t in tokens
    )


def _is_name(word: str, lexicon: Lexicon) -> bool:
    """True for a word that the lexicon knows in capitals: HIV, COPD."""
    return any(exact and not rest for rest, _, exact, _ in lexicon.forms.get(word, ()))


def _mention(
    tokens: list[Token], readings: tuple[str, ...], first: int, last: int, weak: frozenset[str]
) -> Mention:
    text = tokens[first].raw if first == last else " ".join(t.raw for t in tokens[first : last + 1])
    return Mention(
        readings, first, last, tokens[first].start, tokens[last].end, text, readings[0] in weak, weak
    )


def _is_exact(tokens: list[Token], first: int, last: int, exact: str) -> bool:
    return "".join(t.raw for t in tokens[first : last + 1]).replace(".", "") == exact.replace(
        " ", ""
    ).replace(".", "")


GAP = "…"
"""Stands in a form for a few words between two others: 'take … lives'."""


def _match(tokens: list[Token], i: int, rest: tuple[str, ...]) -> int | None:
    """Index of the last token of a form whose first word is at ``i``, small words skipped."""
    j = i
    gap = False
    for word in rest:
        if word == GAP:
            gap = True
            continue
        j += 1
        skipped = 0
        while (
            j < len(tokens)
            and tokens[j].lemma != word
            and tokens[j].lower != word
            and _OTHER_LEMMA.get(tokens[j].lower) != word
        ):
            if skipped == (7 if gap else 3) or not (
                gap
                or tokens[j].lower in SKIPPED
                or tokens[j].raw in ("-", "/", "–")
                or tokens[j].lower in _OBJECTS
            ):
                return None
            j, skipped = j + 1, skipped + 1
        gap = False
        if j >= len(tokens):
            return None
    return j


_STUDIES = frozenset({"trial", "trials", "study", "studies", "investigators"})
_OBJECTS = frozenset({"it", "them"})
"""What stands between a verb and its particle: 'shake it off'."""
_COMPARATIVES = frozenset({"higher", "lower", "highest", "lowest"})
_OTHER_LEMMA = {"lives": "life", "leaves": "leaf", "found": "found", "left": "left", "rose": "rose"}
"""Words with a second reading that forms may ask for."""

STOP = frozenset(
    (
        "be the a an and or but if then so than that this these those it its he she they them his her their "
        "we us our you your i me my of in on at to for from by with as into onto up out off over under about "
        "after before during between through until while when where which who whom whose what how why there "
        "here not no nor only also too very just even still yet such both either neither can could may might "
        "must shall should will would do have has had get let s t re ve ll d m n't 's 'd 'll 're 've because "
        "since though although however therefore thus hence per via within without across among amid upon "
        "toward towards against one two three four five six seven eight nine ten some any all each every much "
        "more most less least few many own same other age aged ages around roughly nearly almost "
        "approximately it's that's non"
    ).split()
)
"""Words that carry no claim of their own."""
