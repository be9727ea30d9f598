"""What most cases are said to come from, without a word that ranks: 'most cases are caused by ticks', 'ticks are the usual source'."""

from __future__ import annotations

from linter.claims.answers import ranks_of
from linter.claims.areas import Context
from linter.claims.denial import negations
from linter.claims.key import FactKey
from linter.language.lex import fold, wordset
from linter.language.text import STOP, Mention, Sentence
from linter.patterns import AnyCase

_ROLE = r"(?:source|cause|culprit|carrier|vector|host|reservoir|origin|trigger|reason|offender|transmitter|spreader|animal|insect)s?"
_FIRST = r"(?:main|usual|most usual|chief|principal|primary|prime|commonest|biggest|number one|top|leading|predominant|most common|most frequent|major)"
_MOSTLY = (
    r"(?:usually|mostly|mainly|chiefly|most often|most commonly|most frequently|generally|primarily|largely)"
)
_MOST = r"(?:most|nearly all|almost all|the (?:great |vast )?majority of)"
_COMES = r"(?:caused|spread|carried|transmitted|given|passed on|triggered|brought|caught|acquired|come|comes|came|contracted|got)"
_FROM = r"(?:by|from|through|to)(?: (?:the bites? of|contact with|infected|bites from|being bitten by))?(?: (?:an?|the))?"
_BEFORE = (
    AnyCase(
        rf"\bthe {_FIRST} {_ROLE}\b[^.;:,]*\b(?:is|are|remains?) (?:an? |the )?$"
    ),  # the main source of it is the fox
    AnyCase(rf"\b{_MOST} [^.;:,]*\b(?:{_COMES}|due|down) {_FROM} $"),  # most cases are caused by ticks
    AnyCase(rf"\b{_MOSTLY} (?:{_COMES}|due) {_FROM} $"),  # it usually comes from a tick
    AnyCase(
        rf"\b{_MOSTLY} (?:catch|get|contract|acquire) [^.;:,]*{_FROM} $"
    ),  # people usually catch it from bats
)
"""Before the answer."""
_AFTER = (
    AnyCase(rf"^(?: bites?)? (?:is|are|remains?) the {_FIRST} {_ROLE}\b"),  # ticks are the usual source
    AnyCase(
        r"^(?: bites?)? (?:(?:is|are) (?:responsible for|to blame for|behind)|accounts? for|causes?|spreads?|carry|carries|give|gives|transmits?) "
        rf"{_MOST}\b"
    ),  # ticks spread most cases
)
"""Behind it."""
_SOURCES = wordset(
    "cause give carry carrier source spread transmit vector trigger culprit reason origin responsible"
)
"""Words of a claim that tells where a disease comes from."""


def main_source(
    context: Context, sentence: Sentence, key: FactKey, options: dict[str, str]
) -> Mention | None:
    """The answer, one of ``options`` by concept, that a sentence gives as what most comes from; None where it gives none.

    A sentence that denies something, or names two of the answers, gives none.
    """
    held = [m for m in sentence.mentions if any(r in options for r in m.readings)]
    named = {r for m in held for r in m.readings if r in options}
    if len(named) != 1 or negations(sentence.tokens) or not _tells_source(key):
        return None
    text = context.own.reading.text
    return next((m for m in held if _is_main(text, sentence, m)), None)


_RANKING = wordset(
    "most mostly usually mainly chiefly majority main leading chief primary primarily principal usual commonest largely biggest"
    " largest prime"
)
_SHARED = AnyCase(
    r"\b(?:one of the|some of the|among the|a|an|another|other) (?:\w+ )?(?:most|main|leading|common|chief|top|major|usual)\b"
)


_WHEN = AnyCase(rf"{_MOSTLY} (\w+) (?:in|at|on|during|between)\b")


def says_most(sentence: Sentence, key: FactKey) -> bool:
    """Whether a sentence says what most are, and among what, as far as the claim does.

    'A common cause' is one of several; 'among wild animals' and 'ticks most often bite in summer' are other claims.
    """
    claim = {t.lower for s in key.reading.sentences for t in s.tokens}
    if not claim & _RANKING:
        return True
    words = " ".join(t.lower for t in sentence.tokens)
    ranked = any(not n.weak for n in ranks_of(key)) or {t.lower for t in sentence.tokens} & _RANKING
    if not ranked or _SHARED.search(words):
        return False
    when = _WHEN.search(words)
    if when and _tells_source(key) and when[1] not in claim:
        return False
    return not _among(sentence, key) - claim - STOP - {"people", "cases", "types", "causes", "'s"}


def _among(sentence: Sentence, key: FactKey) -> set[str]:
    """The words among which a sentence ranks, but for other names of what the claim names: 'America's veterans'."""
    tokens = sentence.tokens
    opens = next((k for k, t in enumerate(tokens) if t.lower == "among"), None)
    if opens is None:
        opens = 1 if [t.lower for t in tokens[:2]] == ["of", "all"] else len(tokens)
    closes = next((k for k in range(opens + 1, len(tokens)) if tokens[k].raw in ",;:.()"), len(tokens))
    met = [m for m in sentence.mentions if key.concepts & set(m.readings)]
    return {
        t.lower
        for k, t in enumerate(tokens[opens + 1 : closes], opens + 1)
        if not any(m.first <= k <= m.last for m in met)
    }


def _tells_source(key: FactKey) -> bool:
    """Whether a claim tells what something comes from or is spread by."""
    return any(t.lemma in _SOURCES for s in key.reading.sentences for t in s.tokens)


def _is_main(text: str, sentence: Sentence, mention: Mention) -> bool:
    before, after = fold(text[sentence.start : mention.start]), fold(text[mention.end : sentence.end])
    return any(p.search(before) for p in _BEFORE) or any(p.search(after) for p in _AFTER)
