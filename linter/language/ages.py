"""The ages that a sentence speaks of: 'aged 18 to 34', 'over 50', 'before they turn 30', 'by their third birthday'."""

from __future__ import annotations

import re

from linter.language.cardinals import DENOMINATORS
from linter.language.figure import Figure
from linter.language.lex import fold
from linter.language.slots import NUMBER, SPANS, Slot, number_of
from linter.patterns import AnyCase

YEAR = SPANS["year"]
_ORDINALS = {
    **{word: n for word, n in DENOMINATORS.items() if word.endswith("th") and n <= 50},
    "first": 1, "second": 2, "third": 3, "fourteenth": 14, "seventeenth": 17, "eighteenth": 18, "sixtieth": 60, "seventieth": 70,
}  # fmt: skip
_ORDINAL = r"(?:" + "|".join(sorted(_ORDINALS, key=len, reverse=True)) + r")"
_YEARS = r"(?:[ -]years?)?(?:[ -]old)?(?:[ ]of[ ]age)?"
_NO_UNIT = r"(?!,?\d|[ -]?(?:%|percent|per\b|in\b[ ]\d|of\b|or[ ](?:more|fewer|less|over|older|above|under|younger|up)|and[ ](?:over|older|above|under|younger|up)|times?\b|million|thousand|hundred|seconds?|minutes?|hours?|days?|weeks?|months?|mg|mcg|kg|cm|mm|g\b|ml|points?|years?[ ](?:after|later|before|from|since)))"
_WHEN = (
    r"(?:(?:when|once|while|until|if|because)[ ](?:they|she|he|you|we|people|women|men|girls|boys|children)(?:[ ](?:are|were|is|was|turn|turned|turns|reach|reached|reaches)|'re|'s)[ ]"
    r"|(?:who|she|he)[ ](?:turn|turned|turns)[ ]"
    r"|(?:stops?|stopped|stopping|quit|quits|quitting|gave[ ]up|gives?[ ]up|smoking|drinking|died|dies|dying|death|retires?|retired|birth|tested|treated|vaccinated|immuni[sz]ed|diagnosed|screened|screening|starting|starts?|started|beginning|begins?|offered|menopause|pregnant)[ ]at[ ])"
)
_NO_PLURAL = r"(?![ ](?!years|has|is|was|does|needs|gets|weighs|sleeps|eats)[a-z]{3,}s\b)"
"""'The child of two carriers' is not two."""
_NO_SPAN = r"(?!(?:[ ]years?)?[ ](?:after|from|following|post|later|since|into)\b)"
"""'Adults at 1 year after a transplant' are of any age."""
_NO_PART = r"(?<!\d\.)(?<![ (:][-−])"
"""'A T-score of -2.5 or below' is no age."""
_AGE = AnyCase(
    rf"""\b(?:
      (?:(?:at[ ])?(?:aged?|ages)|between[ ]the[ ]ages[ ]of|from[ ](?:the[ ])?age[ ]of|from[ ]age|aged[ ]between|between[ ]ages)[ ](?:about[ ])?(?P<low>{NUMBER})[ ]?(?:to|and|or|-|–|through|until)[ ]?(?:age[ ])?(?P<high>{NUMBER})\b(?![ ]or)
    | (?:are|is|were|was|you're|they're|who|people|adults|women|men|those|patients|americans|children)[ ]between[ ](?P<low5>{NUMBER})[ ]and[ ](?P<high5>{NUMBER})\b{_NO_UNIT}(?![ ][a-z]+s\b)
    | from[ ](?P<low3>{NUMBER})[ ](?:until|up[ ]to)[ ](?P<high3>{NUMBER})\b{_NO_UNIT}
    | {_WHEN}(?P<low4>{NUMBER})(?:(?:[ ](?:to|or|and)[ ]|[-–])(?P<high4>{NUMBER}))?\b(?![ ](?:to|or|and)[ ]\d){_NO_UNIT}(?![ ][a-z]+s\b)
    | (?P<birthword>before|by|until|after|past|once[ ]past)[ ](?:their|his|her|your|a|the)[ ](?P<birth>\d{{1,3}}(?:st|nd|rd|th)|{_ORDINAL})[ ]birthdays?
    | (?:before|until|by[ ]the[ ]time)[ ](?:that[ ])?(?:they|she|he|you|it|people|women|men|children)[ ](?:turn|are|is|were|was|reach)(?:s|ed|es)?[ ](?P<under4>{NUMBER})\b{_NO_UNIT}
    | (?:between[ ])?(?P<low2>\d{{1,3}})-?[ ]?(?:to|and|or|-|–)[ -]?(?P<high2>\d{{1,3}})[ -](?:years?[ -]olds?|years?[ ]of[ ]age|years[ ]old)
    | (?:at[ ]age[ ]|at[ ]the[ ]age[ ]of[ ]|aged?[ ]|ages[ ]|who[ ]were[ ]|who[ ]are[ ])?{_NO_PART}(?P<up>{NUMBER}){_YEARS}(?:[ ](?:and|or)[ ](?:over|older|above|up|upwards?|beyond)|\+(?!\d))(?![ ]?(?:%|days?|weeks?|months?|hours?|minutes?|mg|mcg|kg))
    | (?:aged?[ ]|ages[ ])?{_NO_PART}(?P<down>{NUMBER}){_YEARS}[ ](?:and|or)[ ](?:under|younger|below)
    | (?P<overword>over|above|(?<!the[ ])past|beyond|older[ ]than|after|turn|turned|at[ ]least|reach|from)[ ](?:the[ ])?(?:age[ ]of[ ]|age[ ])(?P<over>{NUMBER})\b
    | (?:under|below|before|younger[ ]than|until|by|up[ ]to)[ ](?:the[ ])?(?:age[ ]of[ ]|age[ ])(?P<under>{NUMBER})\b
    | (?:older[ ]than|(?<!the[ ])past)[ ](?P<over2>{NUMBER})\b(?![ ]?(?:%|percent|million|days?|weeks?|months?))
    | younger[ ]than[ ](?P<under2>{NUMBER})\b{_NO_UNIT}
    | (?:people|patients|someone|person|women|men|adults|those|child|girl|boy)[ ](?:of|at)[ ](?P<at3>{NUMBER})\b(?!\+|(?:[ ]years)?(?:[ ]of[ ]age|[ ]old)?[ ](?:and|or)[ ](?:over|older|above|up|under|younger|below)\b){_NO_PLURAL}{_NO_SPAN}(?![ ]?(?:%|percent|hospitals|centers|centres|sites|clinics|practices|schools|wards|hospices|towns|cities|countries|trusts|units|surgeries|pharmacies|universities|places|locations|kg|g\b|pounds|stone|cm|,\d))
    | (?:woman|man)[ ](?:of|at)[ ](?P<at4>{NUMBER})\b(?![ ]?(?:%|percent|kg|g\b|pounds|stone|cm|,\d))
    | (?:aged?|at[ ]age|at[ ]the[ ]age[ ]of|age[ ]of)[ ](?P<at>{NUMBER})\b
    | at[ ]least[ ](?P<up2>\d{{1,3}})[ ]years[ ](?:old|of[ ]age)
    | (?:in[ ]their|early|late|mid-?)[ ](?P<decade>[2-9]0)s(?P<beyond>[ ](?:and|or)[ ](?:beyond|over|older|above|up|upwards?))?
    | under-(?P<under3>\d{{1,2}})s?
    | over-(?P<over3>\d{{1,2}})s
    | (?:over|after|past|more[ ]than|older[ ]than|above)[ ](?P<over4>{NUMBER})[ ]years?[ ](?:of[ ]age|old)\b
    | (?:under|before|by|until|up[ ]to|less[ ]than|younger[ ]than|below)[ ](?P<under5>{NUMBER})[ ]years?[ ](?:of[ ]age|old)\b
    | (?P<at5>{NUMBER})[ ]years?[ ]of[ ]age\b
    | (?P<at2>{NUMBER})[ -]year[ -]olds?\b
    )""",
    re.VERBOSE,
)
_MORE_AGES = AnyCase(
    rf"\s*(?:,|,? and|,? or)\s+(?P<low>\d{{1,3}})\s?(?:to|-|–)\s?(?P<high>\d{{1,3}})\b{_NO_UNIT}(?!,\d)"
)
"""The second of 'aged 18 to 34 and 40 to 42'."""
_PEOPLE_BEFORE = AnyCase(
    r"\b(?:women|men|adults|people|patients|americans|persons|those|anyone|everyone|females|males|girls|boys|children|individuals|smokers|drinkers|nobody|britons|once she is|she is|he is|you are|you're|who are|they are|they're|if you're|anyone who is|everyone who is|%(?: at)?)"
    rf"[ ](?:who are[ ]|aged?[ ])?(?P<word>over|above|under|below)[ ](?P<n>{NUMBER})\b(?![ ]?(?:%|percent|million|thousand|,\d|kg|pounds))(?:[ ]years?(?:[ ]old|[ ]of[ ]age)?)?"
)


_INDEX = AnyCase(
    r"\b(?:scor(?:e[sd]?|ing)|index|BMI|SPF|factor|pulse|rate|scale|level|reading|pressure|temperature|sat(?:s|uration)|e?GFR|count|INR|PSA|HbA1c|VASc|NEWS2?|value|number)\b"
    r"(?:(?!\b(?:aged?|people|adults|women|men|those|patients|anyone|everyone)\b)[^.;])*$"
)
_TIMED = AnyCase(r"[ -]?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?(?![ -](?:old|of age)))\b")
_AGE_WORDS = AnyCase(
    r"age|old|year|before |by the time|birthday|\d0s|when |once |while |until|vaccinat|diagnos|screen|start|begin|immuni|offered|turn|stop|quit|gave|give|smok|drink|die|dying|death|retire|birth|test|treat|young|over|above|under|below|past|and up|turn|\d\+|reach|beyond|people|patients|someone|person|m[ea]n\b|child|adults|those|girl|boy"
)


_AGE_LEAD = AnyCase(
    r"\bages?\b(?!-)(?:[^.,;:()\d%]{0,60}?\b(?:is|was|are|were|of|at|being|between|from|to)|[^.,;:()\d%]{0,30}?:)?\s*$"
)
"""'The average age at diagnosis is', 'age of onset:'."""
_AGE_FOLLOWS = AnyCase(r"\W*(?:is (?:the )?)?(?:average|median|mean|typical|usual) age\b")
"""'66: average age of diagnosis', '66 is the median age'."""
_AGE_TAIL = AnyCase(
    r"\s*(?:[,.;:)]|$|(?:years?|and|or|but|who|with|if|when|while|though|because|are|is|were|was|in|at|for)\b)"
)
OLDEST = 110
"""In years; a greater number is no age."""


_SINCE_BIRTH = AnyCase(r"\s+(?:after|from|since) (?:the |their |its |his |her )?birth\b")


_BORN = AnyCase(r"\b(?:bab(?:y|ies)|infants?|newborns?|child(?:ren)?|toddlers?)\b")
"""Whose birth it is; what happens to a mother weeks after it tells no age."""


def is_told_as_age(text: str, figure: Figure) -> bool:
    """True for a number or a span of time that the words before it call an age: 'the average age at diagnosis is 60'."""
    if figure.bounds[1] > (OLDEST if figure.dimension == "count" else OLDEST * YEAR):
        return False
    if figure.dimension == "count":
        fits = not figure.unit and bool(_AGE_TAIL.match(text[figure.end : figure.end + 12]))
    else:
        fits = figure.dimension == "time"
    if fits and figure.dimension == "time" and _SINCE_BIRTH.match(text, figure.end):
        return bool(_BORN.search(text))
    if not figure.unit and figure.dimension == "count" and _AGE_FOLLOWS.match(text, figure.end):
        return True
    return fits and bool(_AGE_LEAD.search(text[max(0, figure.lead - 90) : figure.lead]))


TOLD_AGE = AnyCase(r"[ -]?(?:years?[ -])?(?:olds?\b|of age\b)")
"""What follows an age and says no more than that it is one."""


def _birthday(text: str) -> int:
    digits = text.rstrip("stndrh")
    return int(digits) if digits.isdigit() else _ORDINALS[text.lower()]


def ages(text: str) -> list[Slot]:
    """Age bands: ``value`` is (lowest, highest) in years, None where open. 'Over 50' is (50, None)."""
    found: list[Slot] = []
    if not _AGE_WORDS.search(text):
        return found
    plain = fold(text).replace("\n", " ")
    for m in _AGE.finditer(plain):
        if (m["up"] or m["down"] or m["low4"]) and _INDEX.search(plain, max(0, m.start() - 60), m.start()):
            continue  # a score of 2 or above
        low = number_of(
            m["low"]
            or m["low2"]
            or m["low3"]
            or m["low4"]
            or m["low5"]
            or m["up"]
            or m["over"]
            or m["over2"]
            or m["over3"]
            or m["over4"]
            or m["up2"]
        )
        high = number_of(
            m["high"]
            or m["high2"]
            or m["high3"]
            or m["high4"]
            or m["high5"]
            or m["down"]
            or m["under"]
            or m["under2"]
            or m["under3"]
            or m["under5"]
            or m["under4"]
        )
        at = number_of(m["at"] or m["at2"] or m["at3"] or m["at4"] or m["at5"])
        if m["low4"] and high is None:
            high = low
        if m["birth"]:
            late = m["birthword"].lower() in ("after", "past", "once past")
            birth = _birthday(m["birth"])
            low, high = (birth, None) if late else (None, birth)
        if m["decade"]:
            low, high = int(m["decade"]), None if m["beyond"] else int(m["decade"]) + 9
        if max(v for v in (low, high, at, 0) if v is not None) <= 120:
            found.append(Slot(m.start(), m.end(), (at, at) if at is not None else (low, high)))
    for band in list(found):
        more = _MORE_AGES.match(plain, band.end)
        if more and None not in band.value:
            found.append(Slot(more.start("low"), more.end("high"), (int(more["low"]), int(more["high"]))))
    for m in _PEOPLE_BEFORE.finditer(plain):
        n = number_of(m["n"])
        if m[0][0] == "%" and _TIMED.match(plain, m.end("n")):
            continue  # '35% over 76 weeks'
        if (
            n is not None
            and n <= 110
            and not (m[0][0] == "%" and _INDEX.search(plain, max(0, m.start() - 60), m.start()))
        ):
            up = m["word"].lower() in ("over", "above")
            if any(s.start == m.start("word") for s in found):
                continue
            found.append(Slot(m.start("word"), m.end(), (n, None) if up else (None, n)))
    return sorted(found, key=lambda s: s.start)
