"""A count of years ago told from the newest report there is: 'according to the latest report, there were 263 million cases in 2019'."""

from __future__ import annotations

from linter.patterns import AnyCase

_REPORT = (
    r"(?:\s+[\w'’-]+){0,4}?\s+(?:reports?|figures|data|estimates?|statistics|numbers|surveys?|census|count)"
)
_CREDIT = r"\b(?:according\s+to|as\s+per|in|by|from)\s+(?:the|its|their|our)\s+"
_COUNTED = r"(?:there\s+(?:were|was|are)\s+|(?:(?:about|around|nearly|almost|over|some|roughly|approximately|more\s+than|an\s+estimated)\s+)?\d)"
_PLAIN = r"(?:(?!\b(?:born|since|before|after|until|by|that|who|which|published|opened|founded|built|approved)\b)[^;:]){4,120}?"
_TOLD = AnyCase(rf"^{_REPORT},?\s+{_COUNTED}{_PLAIN}\bin\s+$")
"""What stands between *latest* and its year: the report, then how many there were."""
_CREDITED = AnyCase(rf"{_CREDIT}$")
_AFTER = AnyCase(
    rf"^,?\s+{_CREDIT}$",
)
_IS_REPORT = AnyCase(rf"^{_REPORT}\s*[.,;)]")
_THERE_WERE = AnyCase(rf"^\W*{_COUNTED}{_PLAIN}\bin\s+$")
_NEWEST = frozenset({"latest", "newest", "most recent"})
_YEAR = AnyCase(r"(?<![\d,.])(?:19|20)\d\d(?![\d,.]*\d)")


def is_of_newest(sentence: str, word: tuple[int, int], year: tuple[int, int]) -> bool:
    """True where a word such as 'latest' is said of the report that counts what was there in a year, its newest."""
    (start, end), (low, high) = word, year
    if " ".join(sentence[start:end].lower().split()) not in _NEWEST:
        return False
    if max(int(y) for y in _YEAR.findall(sentence)) > int(sentence[high - 4 : high]):
        return False  # an earlier year, to compare with
    if end <= low:
        return bool(_CREDITED.search(sentence[:start]) and _TOLD.match(sentence[end:low]))
    return bool(
        _THERE_WERE.match(sentence[:low])
        and _AFTER.match(sentence[high:start])
        and _IS_REPORT.match(sentence[end:] + ".")
    )
