"""Values that no body, clock or month has: a fever of 104 °C, 07:30–16:75, 35 migraine days a month."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from linter.patterns import AnyCase, Pattern

_DEGREES = Pattern(
    r"(?<![\d.,])(?<![-−–]\s)(?<!^[-−–])(?P<n>\d{2,3}(?:\.\d{1,2})?)\s?(?:°|º|degrees?\s)?\s?(?P<unit>C|F|[Cc]elsius|[Ff]ahrenheit|centigrade)(?![\w/])"
)
_BODY = AnyCase(
    r"\b(?:(?<!scarlet )(?<!yellow )(?<!hay )(?<!typhoid )(?<!dengue )(?<!lassa )(?<!rheumatic )(?<!glandular )(?<!q )fevers?|feverish|febrile|(?:body|core|rectal|oral|axillary|ear|armpit)\s+temperatures?|(?:his|her|your|their|my|child's|baby's|patient's|infant's|toddler's)\s+temperature)\b"
)
_HEATED = AnyCase(
    r"\b(?:boil\w*|autoclav\w*|oven|steril\w*|steam\w*|wash\w*|laundr\w*|cook\w*|bak(?:e|ed|ing)|roast\w*|pasteuri[sz]\w*|dishwasher|tumble|iron(?:ed|ing)?|kettle|water|bath|shower|tea|soup|milk|air|room|outdoors?|outside|weather|sauna|incubat\w*|"
    r"refrigerat\w*|fridge|freezer|stor(?:e|ed|age|ing)|keep|kept|ship(?:ped|ping)?|vaccines?|samples?|heated|kill(?:s|ed)?|die[sd]?|inactivat\w*|disinfect\w*|convert\w*|conversion)\b"
)
_MIXED_C, _MIXED_F = range(90, 116), range(33, 46)
"""Degrees that are a body's in the other unit: 104 °C for 104 °F, 39 °F for 39 °C."""


def mixed_degrees(text: str, sentence_at: Callable[[int, int], tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where ``text`` gives a body's temperature in the wrong unit. ``sentence_at`` bounds a sentence."""
    for match in _DEGREES.finditer(text):
        values = _MIXED_C if match["unit"][0] in "Cc" else _MIXED_F
        if int(float(match["n"])) not in values:
            continue
        low, high = sentence_at(match.start(), match.end())
        if _BODY.search(text[low:high]) and not _HEATED.search(text[low:high]):
            yield match.span()


_CLOCK = r"(?:[01]?\d|2[0-4]):[0-5]\d"
_JOINED = r"\s?(?:[-–—]|to|until|and|or|,)\s?"
_ODD_CLOCK = r"(?P<{0}>(?:[01]?\d|2[0-4]):[6-9]\d|(?:2[5-9]|[3-9]\d):[0-5]\d)"
_BESIDE = Pattern(
    rf"(?<![\d:.])(?:{_CLOCK}{_JOINED}{_ODD_CLOCK.format('a')}|{_ODD_CLOCK.format('b')}{_JOINED}{_CLOCK})(?![\d:]|\s*(?:min|sec|ratio|odds))"
)
"""A time that no clock shows, beside one that it does: '07:30–16:75'."""
_OPEN = AnyCase(
    r"\b(?:hours?|open(?:s|ing|ed)?|clos(?:e|es|ed|ing)|times?|clinic|shift|visit(?:s|ing)?|appointments?|surgery|daily|breakfast|lunch|dinner|bedtime|doses?|o'clock|a\.?m|p\.?m|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b"
)
_NO_CLOCK = AnyCase(
    r"\b(?:verses?|chapters?|psalms?|gospel|bible|scor(?:e[ds]?|ing)|won|beat|lost|ratios?|odds|minutes|seconds|race|marathon|laps?|splits?|tit(?:re|er)s?|dilut\w*|vol(?:ume)?|pages?|pp)\b"
)
"""Chapter and verse, scores, ratios and minutes are no times of day."""
_CALL = Pattern(r"[A-Za-z_]\w*[(\[][^()\[\]\s]*$")
_BOOK = Pattern(
    r"\b(?!(?:Open|From|At|Between|Until|Hours|Closed|Daily|[A-Z][a-z]+days?)\b)[A-Z][a-z]+\.?\s$"
)
"""'Luke 1:57–1:80'."""


def odd_clocks(text: str, around: str) -> Iterator[tuple[int, int]]:
    """Where ``text`` has a time that no clock shows beside one that it does; ``around`` is what heads it."""
    for match in _BESIDE.finditer(text):
        near = text[max(0, match.start() - 60) : match.end() + 30]
        if _CALL.search(text[max(0, match.start() - 30) : match.start()]):
            continue  # 'c(16:18,44:46)'
        if _BOOK.search(text[max(0, match.start() - 30) : match.start()]):
            continue
        if _OPEN.search(f"{around} {near}") and not _NO_CLOCK.search(near):
            yield match.span("a") if match["a"] else match.span("b")


_SYMPTOM = r"(?:migraine|headache|pain(?:ful|-free)?|symptom(?:atic|-free)?|sick|drinking|smoking|bleeding|fever|attack|asthma|seizure|drug-free|bad|good|dry|fasting|treatment)"
MONTHLY = rf"(?<![\d.,-])(?P<n>\d{{2,3}})\s+(?:{_SYMPTOM}\s+)?(?:days|nights)\s+(?:(?:a|per|each|every)\s+month|in\s+(?:a|one|the)\s+month)\b"
"""'35 migraine days a month'; a ward's bed days and a team's working days may be more."""
DAYS_OF_MONTH = 31
