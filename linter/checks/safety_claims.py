"""Claims that no treatment can keep: cures, complete safety, no side effects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from linter.checks.numbers_scan import blocks, report, sentence_around
from linter.checks.safety_banned import is_shown_as_banned
from linter.checks.safety_named import is_named_drug
from linter.checks.safety_promises import denials, promises, worded
from linter.checks.safety_senses import has_another_sense
from linter.checks.view import View
from linter.claims.modality import _MYTH, CLAIMED
from linter.patterns import AnyCase
from linter.results import Finding
from linter.rulebook.rules import Rule

_ADVERB = r"(?:completely|totally|entirely|perfectly|absolutely|wholly|utterly|fully|100%|100 percent|100 per cent|one hundred percent)"
_ALL = r"(?:all|every|any|each)"
_ILLS = r"(?:diseases?|illness(?:es)?|infections?|cancers?|diabetes|asthma|arthritis|depression|anxiety|alzheimer's|dementia|autism|migraines?|pain|colds?|flu|heart disease|strokes?|symptoms?|pregnanc(?:y|ies)|relapses?|cases|herpes|HIV|AIDS|obesity|acne|eczema|psoriasis|hypertension|insomnia|COVID-19|COVID|hepatitis(?: [ABC])?|tumou?rs?|ulcers?|gout|epilepsy|lupus|tinnitus|hay fever|allerg(?:y|ies)|warts?|hemorrhoids|IBS|ADHD|\w+ (?:cancer|disease|infection))"
_CLAIMS: tuple[tuple[str, str], ...] = (
    (
        "safe",
        rf"\b{_ADVERB}\s+(?:safe|harmless|risk-free|risk free|reliable|accurate)\b(?![\"”]?\s+(?:from|to (?:say|assume)|ads?\b|adverts?\b|labels?\b|slogans?\b))|\bsafe\s+for\s+everyone\b|\bperfectly safe\b|\bharmless\s+(?:to|for)\s+everyone\b|\b(?:safe|harmless)\s+(?:for|in)\s+(?:all|every)\s+(?:single\s+)?(?:people|patients?|person|users?|children|cases?)\b"
        r"|\b(?:cannot|can't|can never|will never|never|won't)\s+(?:possibly\s+)?(?:harms?|hurts?|damages?|injures?|cause[sd]?\s+(?:any\s+)?harm)\b|\bnothing\s+(?:can|could|will)\s+(?:possibly\s+)?go\s+wrong\b|\bposes?\s+(?:absolutely\s+)?no\s+(?:risk|danger|threat)\b(?!\s+to\s+(?:others|the public))",
    ),
    (
        "effective",
        r"\b(?:100%|100 percent|100 per cent|one hundred percent|completely|totally|always)\s+effective\b|\balways\s+(?:works|cures|prevents|heals)\b|\bnever\s+(?:fails?|miss(?:es)?\s+an?)\b|\byou\s+(?:definitely|certainly)\s+(?:do not|don't|will not|won't)\s+(?:have|get|catch)\b|\bworks\s+(?:every\s+(?:single\s+)?time|for\s+everyone|without\s+fail)\b"
        r"|\b(?:works?|succeeds?|cures?|helps?|(?:is|are)\s+(?:effective|successful))\s+(?:in|for)\s+(?:(?:100%|100 percent|100 per cent|all|every one)\s+of\s+(?:the\s+|all\s+)?|all\s+|every\s+(?:single\s+)?)(?:people|patients?|persons?|users?|women|men|children|cases?)\b"
        r"|\b(?:100%|100 percent|100 per cent|one hundred percent)\s+(?:of\s+the\s+time|success|curative|cure|protection|effectiveness|cured|certain(?:ty)?|guaranteed?)\b|\bwithout\s+(?:fail|exception)\b(?=[^.;]{0,3}[.;!]|$)|\b(?:cannot|can't)\s+fail\b"
        r"|\b(?:is|are)\s+(?:absolutely\s+)?(?:certain|sure|bound)\s+to\s+(?:work|succeed|cure|heal|help|recover|protect)\b",
    ),
    (
        "guaranteed",
        r"\bguaranteed\s+(?:to\s+\w+|results?|cure|relief|success|weight loss|recovery|safe|effective)\b|\b(?:is|are)\s+guaranteed\b|\bguarantees?\s+(?:that\s+)?(?:you|a\s+(?:cure|full|complete|successful|healthy)|results?|success|relief|recovery|weight loss|better|complete|full|immunity|safety|protection)\b",
    ),
    (
        "effects",
        r"\b(?:has|have|with|had|causes?|carry|carries|there\s+are)\s+(?:absolutely\s+)?(?:no|zero)\s+(?:known\s+)?(?:side[- ]effects?|risks?\s*(?:at all|whatsoever|[.,;!]|$|or side)|adverse (?:effects|reactions)|complications?\s*(?:at all|whatsoever))|\bwithout\s+any\s+(?:side[- ]effects?|risks?\b|adverse effects)|\bfree (?:of|from)\s+(?:any\s+|all\s+)?side[- ]effects?\b|\bside[- ]effect[- ]free\b|\b(?:is|are|completely|totally|a|entirely)\s+risk[- ]free\b|\bcarries no risk\b|\bno side effects\s*[.!](?=\s|$)",
    ),
    (
        "miracle",
        r"\bmiracle\s+(?:cure|drug|treatment|pill|remedy|diet|supplement|food|weight[- ]loss|solution|therapy|medicine|product)s?\b|\bmiraculous\s+(?:cure|results?|recovery|healing)\b|\bwonder\s+drug\b|\bcure-all\b",
    ),
    (
        "cure",
        rf"\b(?:proven\s+to\s+cure|permanently\s+cures?|cures?\s+(?:[\w'-]+\s+){{1,4}}(?:permanently|for good|forever|once and for all)|completely\s+cures?|instantly\s+(?:cures?|heals?|relieves?)|cures\s+(?:the\s+|your\s+|{_ALL}\s+|most\s+)?(?:\w+[\w'-]*\s+)?{_ILLS}|(?:will|can|does)\s+(?:completely\s+|permanently\s+|definitely\s+)cure|will\s+cure\s+(?:your|the|this|{_ILLS})|a\s+(?:proven|guaranteed|permanent|sure|certain|definitive|complete)\s+cure\s+for)\b",
    ),
    (
        "all",
        rf"\b(?:prevents?|cures?|treats?|heals?|stops?|eliminates?|kills?|detects?|finds?|catches)\s+(?:all|every|each and every|100%\s+of|any\s+and\s+all)\s+(?!of\b(?!\s+(?:the|these)?\s*{_ILLS}))(?:types?\s+of\s+|kinds?\s+of\s+|forms?\s+of\s+|known\s+|cases?\s+of\s+|of\s+the\s+)?(?:\w+\s+)?{_ILLS}\b",
    ),
    (
        "cure",
        r"\b(?:disappears?|vanish(?:es)?|goes?\s+away|gone)\s+(?:for\s+ever|forever|for\s+good|permanently)\b|\b(?:in|for)\s+every\s+(?:single\s+)?(?:one|man|woman|person|patient|child|user)\s+who\s+(?:takes?|uses?|tries|wears?)\b|,\s+guaranteed(?=\s*[.!])",
    ),
    (
        "all",
        rf"\b{_ADVERB}\s+(?:prevents?|cures?|heals?|reverses?|halts?)\s+(?:[\w'-]+\s+){{0,3}}?(?:{_ILLS}|damage|spread|attacks?|loss|decay|flares?|disease|bleeding|death|complications?|side effects|harm)\b|\b(?:prevents?|cures?|heals?|reverses?|halts?)\s+(?:[a-z-]+\s+){{1,3}}?{_ADVERB}(?=\s*[.,;!])",
    ),
    (
        "all",
        r"\b(?:eliminates?|removes?|erases?)\s+(?:all\s+|the\s+|any\s+|your\s+)+risks?\s+(?:of|for)\b|\b(?:completely|totally|entirely)\s+(?:eliminates?|prevents?|protects?)\s+(?:\w+\s+){0,2}?(?:you|risks?|cancer|pain|infections?|diseases?|disease|heart attacks?|strokes?|pregnancy|relapse|from|against)\b|\b(?:provides?|gives?|offers?|confers?|guarantees?)\s+(?:you\s+|them\s+)?(?:complete|total|100%|absolute|full|lifelong and complete)\s+(?:protection|immunity)\b|\b(?:is|are|be|stay)\s+(?:fully|completely|totally|100%)\s+(?:protected|immune)\b(?!\s+(?:from|against)\s+(?:light|moisture|heat|water|rain|loss|access))|\b(?:rules?\s+out|removes?|excludes?)\s+(?:all|any|every)\s+(?:possible\s+)?(?:risk|danger|chance|harm)s?\b|\b(?:there\s+is|has|with)\s+(?:absolutely\s+)?(?:no|zero)\s+(?:risk|chance)\s+of\s+(?:side effects|harm|complications|addiction|overdose|recurrence|relapse|infection|failure)\b",
    ),
)
_QUICK = AnyCase(
    r"safe|infallib|(?:cannot|can't|never) (?:possibly )?(?:miss|go|let|get|cause|make|lead|bring|produce|trigger)|ly (?:without|free)|only (?:treatment|cure|drug|medicine|way|method|remedy|therapy|diet|thing|cream|product) that|(?:nobody|no one|no-one|no \w+) ha(?:s|ve|d) ever|feel (?:a thing|anything|no |any )|every (?:patient|person|user|child|client|customer) |disappear|vanish|go away|goes away|gone|in every|for every|effective|certain|sure|bound|immune|harm|damage|hurt|injur|wrong|every (?:single )?time|exception|guarant|fail|side|risk|mirac|wonder drug|cure|prevent|heal|treats?|stops?|eliminat|kills?|detects?|finds?|works|always|chance|protect|harmless|100|complet|total|catch|reliabl|accura|will (?:never|not)|'ll never|(?:can|could|not|n't|never|cannot)\s+(?:simply |just )?(?:occur|happen|exist|become|recur)|impossible|reverse|banish|erase|eradicat|wipe|gets? rid|fool-?proof|never (?:wrong|failed|miss)|(?:nobody|no one|everyone|everybody|every \w+|people|patients|users) (?:who|that)|every(?:one|body) can|anyone can|there(?:'s| is| are) (?:\w+ )?(?:no|zero) |assured|confident|definite|unheard|unknown|successful|all (?:of )?(?:our |the )?(?:patients|people|users|children|women|men)|(?:cannot|can't|will not|won't|never) (?:get|be) (?:addicted|hooked)|always"
)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], bool, str], ...]:
    """The wording of a finding, what to look for, whether that is told by denying something, and a word that it needs."""
    rows = [(name, text, False, "") for name, text in _CLAIMS]
    rows += [(name, text, False, "") for name, text, _ in promises(_ILLS)]
    rows += [(name, text, True, "") for name, text, _ in denials(_ILLS)]
    rows += [(name, text, denies, word) for word, denies, name, text, _ in worded()]
    return tuple((name, re.compile(text, re.IGNORECASE), denies, word) for name, text, denies, word in rows)


_NEGATED = AnyCase(
    r"(?:\b(?:no|not|never|none|nothing|neither|nor|without|cannot|can't|won't|don't|doesn't|didn't|isn't|aren't|wasn't|hasn't|haven't|hardly|rarely|few|no one|nobody|unlikely|seldom|"
    r"fails? to|impossible|unable|lack|far from|too good|less than|nearly|almost|not necessarily|no such thing|thought to be|instead of|rather than|beware|wary|be careful|careful of|avoid|skeptical|sceptical|suspicious|ignore)\b|n't\b)"
)
# A condition or a doubt makes the claim another one.
_DOUBT = AnyCase(
    r"\b(?:if|whether|unless|may|might|could|would|hope\w*|aim\w*|try (?:to|and)|tries|trying|seek\w*|search\w*|goal|claim(?:s|ed|ing)?|(?<!we )promis\w*|advertis\w*|marketed as|touted|said to|so-called|alleged\w*|"
    r"believe[sd]? (?:that|to)|once thought|thought that|some people (?:say|think|believe)|sounds?|too good to be true|research(?:ers)? (?:is|are)|study(?:ing)?|test(?:ing|ed)? whether|"
    r"scams?|frauds?|fraudulent|bogus|unproven|red flags?|warning signs?|quack\w*|question|wonder(?:s|ed|ing)?\b(?! drug)|imagine|ideal(?:ly)?|should|must|need to|to see|to find|to ensure|make sure|asks?)\b"
)
_NEGATED_AFTER = AnyCase(
    r"^[^.;!?]{0,60}?\b(?:is a myth|is false|is untrue|is not true|isn't true|does not exist|do not exist|doesn't exist|don't exist|is unlikely|is impossible|(?:is|are|can|could)?\s?(?:not|never)\s+(?:be\s+)?(?:promised|guaranteed|claimed|possible)|are scams?|are lying|should (?:be avoided|raise))\b"
)
# 'Many people have no side effects' tells what people feel, not what a treatment does.
_SOME_PEOPLE = AnyCase(
    r"\b(?:people|patients|adults|women|men|children|babies|users|participants|those|they|many|most|some|you|others|recipients|individuals|she|he|who)\b[^,;]{0,30}$"
)
_NONE = AnyCase(
    r"\W*(?:no(?!\s+(?:matter|doubt|wonder|need|more|longer|other))|none|nobody|nothing|neither|few|hardly any|not)\b"
)
_TURN = AnyCase(r";|\b(?:but|because|and (?:it|they|this)|so)\b")
_PRONOUN_CLAUSE = AnyCase(r"[,;:—–]|\b(?:but|although|though|however|because|since|while)\b")


def absolute_claim(view: View, rule: Rule) -> Iterator[Finding]:
    """'This supplement cures diabetes', '100% safe', 'no side effects'."""
    for index, text in blocks(view, _QUICK):
        taken: list[tuple[int, int]] = []
        lower = text.lower()
        for name, pattern, denies, word in _patterns():
            if word not in lower:
                continue
            for match in pattern.finditer(text):
                if any(a < match.end() and match.start() < b for a, b in taken):
                    continue
                named = match.groupdict().get("drug")
                if named and not is_named_drug(named, view.reader.reading.lexicon):
                    continue
                low, high = sentence_around(view, index, match.start(), match.end())
                if _is_denied(text, low, high, match, name, denies) or (
                    view.block(index).quoted and _MYTH.search(text)
                ):
                    continue
                if _is_myth(view, index, text, low, high) or has_another_sense(text, low, high, match):
                    continue
                if is_shown_as_banned(view, index, text, (low, high), match.span()):
                    continue
                taken.append(match.span())
                yield report(view, rule, index, *match.span(), variant=name if name in rule.variants else "")


def _is_denied(text: str, low: int, high: int, match: re.Match[str], name: str, denies: bool) -> bool:
    sentence = text[low:high]
    if sentence.rstrip(" \"')").endswith("?"):
        return True
    before = text[low : match.start()]
    if not denies and _NONE.match(_TURN.split(before)[-1]):
        return True  # 'no single sign, set of signs or score can be relied on to guarantee success'
    clause = _PRONOUN_CLAUSE.split(before)[-1] if name != "miracle" else before
    if name == "effects" and _SOME_PEOPLE.search(clause):
        return True
    negated = _NEGATED.search(clause[-70:])
    if negated or _DOUBT.search(before[-120:]) or _DOUBT.search(match.group()):
        return True
    if re.search(r"\b(?:no|not|never|n't)\b", before[-25:]):
        return True
    if re.search(r"\b(?:if|unless|when (?:caught|found|detected|treated|used|taken))\b", sentence):
        return True
    if re.match(
        r"\s*[\"')]*\s*(?:,\s*(?:but|though|although)|\s+but)\b[^.]{0,40}\b(?:not|no|never|n't|rare|few)\b",
        text[match.end() : high],
    ):
        return True
    return (
        bool(_NEGATED_AFTER.match(text[match.end() : high]))
        or _MYTH.search(text[low : match.start()] + " " + text[match.end() : high]) is not None
        or CLAIMED.search(sentence) is not None
    )


_REFUTES = AnyCase(
    r"\W*(?:please\s+\w+\s+(?:\w+\s+)?that\s+|but\s+)?(?:it|they|this|that|these|those|he|she)\s+(?:do|does|did|is|are|was|can|will)(?:\s*n't|\s*not|'t|n't)\s*(?:[.,;!?]|$|so\b|true\b)"
)
"""'It does not.', 'Please print that it doesn't, …': the next sentence says no."""


def _is_myth(view: View, index: int, text: str, low: int, high: int) -> bool:
    """True where the sentence is quoted and the next or the one before refutes it, or its heading says myth."""
    around = text[max(0, low - 160) : low] + " " + text[high : high + 160]
    quoted = text.count('"', low, high) >= 2 or text[:low].count('"') % 2 == 1
    if quoted and (_MYTH.search(around) or _DOUBT.search(text[max(0, low - 160) : low])):
        return True
    if re.match(
        r"\s*(?:no[,.]|this is (?:a myth|not true|false|wrong)|that is (?:not true|false|wrong)|in fact, (?:no|it)|not (?:true|so)\b|false\b|fact:)",
        text[high : high + 40],
        re.IGNORECASE,
    ):
        return True
    if _REFUTES.match(text[high : high + 80]):
        return True
    heading = view.block(index).heading
    parent = view.block(index).parent
    outer = " ".join(view.text(i) for i in (heading, parent) if i is not None)
    return bool(
        re.search(
            r"\b(?:myths?|misconceptions?|scams?|fraud|too good|beware|warning signs|red flags?|claims? (?:to|such|like|that)|avoid|watch out|be wary|false)\b",
            outer + " " + text[max(0, low - 100) : low],
            re.IGNORECASE,
        )
    ) or bool(re.match(r"\s*myth\b", text, re.IGNORECASE))
