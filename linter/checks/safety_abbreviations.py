"""Abbreviations that have led to medication errors, where they stand beside a dose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from linter.checks.numbers_scan import report, sentence_around
from linter.checks.safety import is_laboratory
from linter.checks.safety_nutrients import is_of_food, is_reference_intake, is_vitamin_told_of
from linter.checks.safety_undosed import is_animal_study, is_undosed
from linter.checks.view import View
from linter.language.lex import fold
from linter.patterns import AnyCase, Pattern
from linter.results import Finding
from linter.rulebook.rules import Rule

_COUNT = r"(?:(?<![\w.,/–-])|(?<=\d[–-]))\d[\d,.]*"
"""A number, or the second of '6–8'."""
_UNIT = r"(?:mg|mcg|µg|ug|g|grams?|mL|ml|cc|units?|micrograms?|milligrams?|IU|U|mEq|%|tab(?:let)?s?|cap(?:sule)?s?|pills?|drops?|gtts?|puffs?|sprays?|patch(?:es)?|inhalations?|doses?)"
_DOSE = rf"(?<![\w.])\d[\d,.]*\s?-?{_UNIT}(?:/kg|/m2)?(?![\w])"
_ROUTE = r"(?:PO|po|p\.o\.|IV|IM|SL|PR|SC|SQ|SubQ|subcut|orally|by mouth|oral|topically|intravenously|subcutaneously)"
_NEAR = rf"(?:{_DOSE}|\b{_ROUTE})(?:[\s,(]+(?:{_ROUTE}|tab(?:let)?s?|cap(?:sule)?s?|of|[a-z]+(?:in|ol|ide|ine|one|ate|pam|pril|tan|mab|cin)|cream|ointment|drops?|injection|oral|once))*[\s,(]*"
_VERB = r"(?:[Tt]ake|[Gg]ive|[Gg]iven|[Aa]pply|[Ii]nject|[Uu]se|[Ii]nstill|[Aa]dminister(?:ed)?|[Pp]rescribed?|[Dd]osed?|[Tt]aken)"
_DROPS = r"(?:drops?|gtts?|ointment|drop)"


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The abbreviation as the rule's table names it, and where it is dangerous.

    Each pattern has the abbreviation in group ``a``; capitals count, since od, hs and u are words
    or parts of words elsewhere.
    """
    after_dose = rf"(?:{_NEAR}|\b{_VERB}\s+(?:[\w.-]+\s+){{0,5}}?)"

    def rx(text: str) -> re.Pattern[str]:
        return re.compile(text)

    number = _COUNT
    return (
        ("QD", rx(rf"{after_dose}(?P<a>Q\.D\.|QD|q\.d\.|qd|q1d|qday|q\.day)(?![\w/-])")),
        ("QOD", rx(rf"{after_dose}(?P<a>Q\.O\.D\.|QOD|q\.o\.d\.|qod)(?![\w/-])|(?:{_DOSE}[^.;]{{0,50}}?|\b(?:takes?|taking|given|is|are))\s(?P<b>Q\.O\.D\.|q\.o\.d\.)")),
        ("qhs", rx(rf"{after_dose}(?P<a>qhs|QHS|q\.h\.s\.|qn)(?![\w/-])")),
        ("HS", rx(rf"{_NEAR}(?P<a>HS|hs|h\.s\.)(?![\w/-])")),
        ("BT", rx(rf"{_NEAR}(?:at\s+)?(?P<a>BT)(?![\w/-])")),
        ("TIW", rx(rf"{after_dose}(?P<a>TIW|tiw|t\.i\.w\.|BIW|biw)(?![\w/-])")),
        ("q6PM", rx(rf"{after_dose}(?P<a>q\s?\d{{1,2}}\s?(?:[PpAa][Mm]))(?![\w])")),
        ("UD", rx(rf"{_NEAR}(?P<a>UD|u\.d\.|ut dict)(?![\w/-])")),
        ("SC", rx(rf"(?:{_DOSE}[\s,(]*|\b(?:given|inject(?:ed)?|administered|take|injection|insulin|heparin)\s+)(?P<a>SC|SQ|sub q|sub-q|s\.c\.|s\.q\.)(?![\w/.-])|\b(?P<b>SC|SQ)(?=\s+(?:injections?|insulin|heparin|[a-z]*(?:parin|tropin|oxytocin|penicillin|tetin|kinase|plase)|daily|weekly|once|twice|every|route|administration|doses?)\b)")),
        ("AD", rx(rf"(?:\d\s*{_DROPS}|{_DROPS}\s+(?:in|to)?)\s*(?P<a>A\.[DSU]\.|A[DSU])(?![\w/-])|(?<=\bto )(?P<b>A[SU])(?=\s+(?:daily|twice|every|BID|TID))")),
        ("OD", rx(rf"(?:\d\s*{_DROPS}|{_DROPS}\s+(?:in|to)?|{_DOSE}(?:\s+{_ROUTE})?)\s*(?P<a>O\.[DSU]\.|O[DSU])(?![\w/-])")),
        ("IU", rx(rf"{number}(?:\s?(?:million|thousand))?\s?-?(?P<a>I\.U\.|IU)(?![\w]|\s?/\s?(?:m?[Ll]|dL|L|liter|mmol|24)|\s+per\s+(?:m?[Ll]\b|lit|millil))")),
        ("U", rx(rf"{number}\s?(?P<a>[Uu])(?![\w'-]|\.\w|\s?/(?!\s?(?:kg|h|hr|hour|min|day)\b))(?!\s+(?:of\s+[A-Z]|turns?|bolt))(?=\s+(?:of\s+(?:the\s+|your\s+)?(?:[a-z]+-[a-z]+\s+)?)?(?:[a-z]*insulin|heparin|daily|twice|once|every|SC|SQ|IV|IM|SubQ|subcut\w*|per\s+kg|per\s+day|at\s+bedtime|before|with|in\s+the)\b|\s*[.,;]|\)|\s?/|\s*$)")),
        ("µg", rx(rf"{number}\s?-?(?P<a>[µu]g)(?![\w]|\s?[·*×]\s?h|\s?/\s?(?:m?[Ll]|dL|dl|g|m3|m³|L|mmol|cm)|\s+per\s+(?:m?[Ll]\b|lit|dec|millil|cubic|gram))")),
        ("cc", rx(rf"{number}\s?-?(?P<a>cc|c\.c\.)(?![\w:])(?!\s+(?:engine|motor|bike|scooter|moped|version|:))")),
        ("MSO4", rx(r"(?<![\w])(?P<a>MSO4|MgSO4)(?=[^;]{0,40}?\d\s?(?:mg|g|mEq|mL|ml)\b|\s+(?:infusion|injection|drip|IV|given|bolus|dose))|\d\s?(?:mg|g|mEq)\s+(?:of\s+)?(?P<b>MSO4|MgSO4)(?![\w])")),
        ("MS", rx(r"(?<![\w-])(?P<a>MS)(?=\s+\d[\d.]*\s?mg\b)|\d\s?mg\s+(?:of\s+)?(?:IV\s+)?(?P<b>MS)(?=\s+(?:IV|IM|SC|PO|every|q\d|given)\b|[.,;])")),
        ("D/C", rx(r"(?<![\w/.])(?P<a>[Dd]/[Cc](?:'?d|'?ed)?)(?=\s+(?:the\s+|all\s+|your\s+|her\s+|his\s+)?(?:[a-z]+(?:in|ol|ide|ine|one|ate|pam|pril|tan|mab|cin)s?|medications?|medicines?|drugs?|antibiotics?|therapy|treatment|steroids?|home|patient|IV|opioids?|on\b|after)\b)")),
        ("abbreviated drug", rx(r"(?<![\w/(-])(?P<a>HCTZ|HCT|MTX|AZT|CPZ|DTO|ZnSO4|ARA A|TAC|DPT)(?=\s+\d[\d.,]*\s?(?:mg|g|mcg|mL)\b)|\d\s?(?:mg|g|mcg)\s+(?:of\s+)?(?P<b>HCTZ|MTX|AZT|CPZ|DTO|ZnSO4)(?![\w/-])")),
        ("x3d", rx(rf"{_NEAR}(?P<a>[x×]\s?\d{{1,2}}\s?[dD])(?![\w/-])")),
        ("per os", rx(rf"{_NEAR}(?P<a>per os)(?![\w])")),
        ("gr", rx(r"(?<![\w.,/-])\d+(?:[./]\d+)?\s(?P<a>gr\.?)(?=\s+(?:aspirin|phenobarbital|tablets?|PO|daily|twice|every)\b)")),
        (">", rx(r"(?<!\b[Tt]oxic )(?<!\b[Ll]ethal )(?<!\b[Ff]atal )(?<!\b[Cc]umulative )\b(?:dos(?:e|es|age)s?|give|giving|take|taking)\s+(?:of\s+|is\s+|are\s+|was\s+)?(?P<a>[<>≤≥])\s?\d[\d,.]*\s?(?:mg|mcg|µg|g|mL|ml|units?)\b")),
        ("@", rx(r"(?P<a>@)\s?\d[\d,.]*\s?(?:mg|mcg|g|mL|ml|units?|cc)(?:/|\b)")),
        ("M or K", rx(r"(?<![\w.,$£€])\d[\d.,]*\s?(?P<a>MM|M|K)(?=\s(?:units|IU|international units)\b)")),
    )  # fmt: skip


_OFTEN = AnyCase(
    r"\b(?:how\s+often|frequency|dos(?:e|es|age|ing)|regimen|schedule|directions?|sig|when|times?|given|daily)\b"
)
_ENDS_CELL = r"(?=\s*(?:[,;.(]|$|with\b|at\b|for\b|in\b|before\b|after\b|if\b|as\b|to\b))"
_IN_CELL = tuple(
    (name, re.compile(rf"^\W*(?P<a>{words}){_ENDS_CELL}"))
    for name, words in (
        ("QD", r"QD|Q\.D\.|q\.d\.|qd"),
        ("QOD", r"QOD|Q\.O\.D\.|q\.o\.d\.|qod"),
        ("TIW", r"TIW|BIW|tiw|t\.i\.w\."),
        ("qhs", r"QHS|qhs|q\.h\.s\."),
    )
)
"""A cell that opens with how often: '| 24 mg/kg | QOD, with food |'."""
_PLACE = AnyCase(
    r"\b(?:ward|room|bay|bed|block|unit|gate|floor|level|lot|suite|wing|box|flat|entrance|zone|area|theatre|clinic|corridor|desk|bus|line|model|size|type|class)\s+$"
)
"""'Ward 12 U': the letter is that of a place."""
_HINT = Pattern(
    r"[Qq]\.?[Oo]?\.?[Dd]\b|q\s?\d|qhs|QHS|\b[Hh]\.?[Ss]\b|\bBT\b|[Tt]\.?[Ii]\.?[Ww]|[Bb][Ii][Ww]|\bUD\b|u\.d\.|ut dict|\bS[CQ]\b|sub.q\b|s\.[cq]\.|\bA\.?[DSU]\b|\bO\.?[DSU]\b|"
    r"I\.?U\b|\d\s?[Uu]\b|µg|\d\s?-?ug\b|\bcc\b|c\.c\.|SO4|\bMS\b|[Dd]/[Cc]|HCT|MTX|AZT|CPZ|DTO|ARA A|TAC|DPT|[x×]\s?\d|per os|\bgr\b|[<>≤≥]|@|\d\s?[MK]|qday|q\.day|\bqn\b"
)
_INSULIN = AnyCase(r"\b(?:insulin|heparin|units|bolus(?:es)?)\b")
_ALCOHOL = AnyCase(r"\b(?:alcohol\w*|beers?|wine|pints?)\b")
_U_OF_INSULIN = re.compile(rf"{_COUNT}(?:\s?(?P<a>U)|(?P<b>u))(?=\s+[a-z])")
"""Where the copy speaks of insulin, a number and a U are a dose, whatever follows."""
_OTHER_MS = AnyCase(r"multiple sclerosis|mitral stenosis|mass spectrom")


def _tried(view: View, index: int, text: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    yield from _patterns()
    if _INSULIN.search(text):
        yield "U", _U_OF_INSULIN
    if view.block(index).kind == "cell" and _OFTEN.search(view.column_heads(index)):
        yield from _IN_CELL


def error_prone_abbreviation(view: View, rule: Rule) -> Iterator[Finding]:
    """'10 U of insulin', '5 mg QD', '2 cc', 'MSO4 4 mg'."""
    animal: bool | None = None
    for index, block in enumerate(view.document.blocks):
        if not block.text or not _HINT.search(text := fold(block.text)):
            continue
        taken: set[int] = set()
        for name, pattern in _tried(view, index, text):
            if name not in rule.parameters:
                continue  # a desk may strike an abbreviation from its list
            for match in pattern.finditer(text):
                start, end = match.span("a") if match["a"] else match.span("b")
                if (
                    start in taken
                    or _is_told(text, start, end)
                    or (name == "MS" and any(_OTHER_MS.search(b.text) for b in view.document.blocks))
                ):
                    continue
                low, high = sentence_around(view, index, start, end)
                if name in ("IU", "U", "µg", "M or K") and (
                    is_laboratory(text[low:high]) or (name == "U" and _ALCOHOL.search(text[low:high]))
                ):
                    continue
                if _is_other(name, text, low, high, start) or _is_nutrient(view, index, name, text[low:high]):
                    continue
                animal = is_animal_study(view) if animal is None else animal
                if animal:
                    return
                taken.add(start)
                found = text[start:end]
                expected = _meant(found, str(rule.parameters[name]), match.group())
                if expected == "mcg":
                    expected = microgram(view)
                found, meant = view.text(index)[start:end], " or " not in expected and low <= start
                suggestion = expected if meant else ""
                yield report(
                    view, rule, index, start, end, found=found, expected=expected, suggestion=suggestion
                )


_MEASURED = AnyCase(
    r"\b(?:prostate|implants?|expanders?|lesions?|mass(?:es)?|tumou?rs?|cysts?|h(?:a)?ematomas?|abscess\w*|thyroid|ovar(?:y|ies|ian))\b"
)
_OVERDOSED = AnyCase(r"\b(?:naloxone|narcan|overdos\w+|opioids?)\b")
_CONVERTED = Pattern(
    r"(?<![\d.,])1\s?[A-Za-zµ]+\s*(?:=|equals)\s*[\d.,]+\s?[A-Za-zµ]+|[\d.,]+\s?[A-Za-zµ]+\s*=\s*1\s?[A-Za-zµ]+\b(?!\.\d)"
)
"""'1 µg = 40 IU'. What one day needs is no conversion, in whatever units: '400 IU = 10 µg'."""


def _number_start(text: str, at: int) -> int:
    """Where the number before ``at`` begins."""
    stem = text[:at].rstrip()
    return len(stem.rstrip("0123456789.,"))


def _is_other(name: str, text: str, low: int, high: int, start: int) -> bool:
    """True where the letters stand beside an amount that is measured, worked with or converted, not given."""
    sentence = text[low:high]
    if name == "U" and _PLACE.search(
        text, max(0, _number_start(text, start) - 20), _number_start(text, start)
    ):
        return True
    if name == "cc":
        return bool(_MEASURED.search(sentence))
    if name == "OD":
        return bool(_OVERDOSED.search(sentence))
    if name in ("µg", "IU"):
        converted = any(m.start() + low <= start < m.end() + low for m in _CONVERTED.finditer(sentence))
        return converted or (name == "µg" and is_undosed(sentence))
    return name in ("SC", "U") and is_undosed(sentence)


def _is_nutrient(view: View, index: int, name: str, sentence: str) -> bool:
    """True where the unit is that of a label or a table of what food holds, and not of a dose."""
    if name in ("µg", "IU") and (is_of_food(view, index, sentence) or is_reference_intake(view, index)):
        return True
    return name == "IU" and is_vitamin_told_of(view, sentence)


_MEANT = {
    "SQ": "subcutaneously", "AD": "right ear", "AS": "left ear", "AU": "both ears", "OS": "left eye", "OU": "both eyes", "MSO4": "morphine sulfate",
    "MgSO4": "magnesium sulfate", "<": "less than", ">": "more than", "≤": "no more than", "≥": "at least", "BIW": "twice weekly", "biw": "twice weekly", "HCTZ": "hydrochlorothiazide", "MTX": "methotrexate", "AZT": "zidovudine", "CPZ": "chlorpromazine",
    "ZnSO4": "zinc sulfate", "M": "million", "K": "thousand", "MM": "million", "hs": "at bedtime",
}  # fmt: skip


_DROPPED = AnyCase(_DROPS)


def _meant(found: str, written: str, told: str) -> str:
    """What an abbreviation stands for, where its letters or the words ``told`` before it say so more closely than the rule's table."""
    if found.replace(".", "") == "OD" and not _DROPPED.search(told):
        return "once daily"
    if days := re.fullmatch(r"[x×]\s?(\d{1,2})\s?[dD]", found):
        return f"for {days[1]} days"
    return _MEANT.get(found.replace(".", "") if found not in ("<", ">") else found, written)


_BRITISH = Pattern(
    r"\b(?:micrograms?|tumours?|colour\w*|favour\w*|behaviour\w*|litres?|millilitres?|haem\w+|\w*an?aemi\w+|\w+aemia|oesophag\w+|paediatric\w*|anaesthe\w+|oestrogen\w*|"
    r"diarrhoea|oedema|foetus|gynaecolog\w+|orthopaedic\w*|centres?|programmes?|randomis\w+|hospitalis\w+|recognis\w+|organis\w+|apnoea|leukaemia|coeliac|GPs?|NHS)\b"
)


def microgram(view: View) -> str:
    """What to write for µg: the desk's word, else the draft's own. British desks write it in full."""
    if view.settings.micrograms:
        return view.settings.micrograms
    texts = [block.text for block in view.document.blocks]
    full = any("microgram" in text.lower() for text in texts)
    if not full and any(re.search(r"\dmcg\b|\bmcg\b", text) for text in texts):
        return "mcg"
    return "micrograms" if full or any(_BRITISH.search(text) for text in texts) else "mcg"


_TOLD = AnyCase(
    r"\b(?:abbreviat\w+|do not (?:use|write)|don't (?:use|write)|never (?:use|write)|avoid (?:using|writing)?|instead of|rather than|stands? for|means?|also (?:written|called|shown|spelled)|mistaken for|misread as|symbol|shorthand|short for|known as|"
    r"(?:packet|packaging|box|label|pack|leaflet|prescription|bottle)s?\s+(?:(?:may|might|will|can|often|sometimes)\s+)?(?:also\s+)?(?:says?|reads?|shows?|uses?|called))\b"
)


_EQUALS = AnyCase(
    r"^\s*(?:=|\()\s*(?:once|twice|every|units?\b|international units|microgram|mcg|millil|subcut|at bedtime|nightly|morphine|right|left|both|as directed)"
)
"""'10 mg OD (once daily)': the copy says what it means."""


def _is_told(text: str, start: int, end: int) -> bool:
    """True where the copy speaks of the abbreviation itself: quoted, or explained."""
    around = text[max(0, start - 60) : end + 40]
    if text[start - 1 : start] in ('"', "'") or text[end : end + 1] in ('"',):
        return True
    return bool(_TOLD.search(around) or _EQUALS.match(text[end : end + 24]))
