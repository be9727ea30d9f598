"""Bounds and hedges around a number: 'more than', 'an estimated', 'or older'."""

from __future__ import annotations

from collections.abc import Sequence

from linter.language.lex import Lex, wordset

_BEFORE = {
    "about": """about, around, roughly, approximately, approx, nearly, almost, an estimated, estimated, estimate of,
        some, close to, nears, near to, nearing, approaching, approaches, circa, ca, ~, ≈, c ., in the region of, in the neighborhood of, in the neighbourhood of,
        on the order of, in the order of, something like, somewhere in the region of, close on, getting on for, virtually, somewhere around, an average of,
        just under, just over, just about, just short of, a little over, a little under, a little more than,
        a little less than, slightly more than, slightly less than, slightly over, slightly under, or so,
        just below, just above, somewhere near, perhaps, maybe, an approximate, about a, well-nigh, ± about""",
    "over": """more than, over, above, greater than, exceeding, exceeds, exceed, exceeded, topped, tops, topping, surpassed, surpasses, in excess of, upwards of, upward of, >,
        longer than, older than, higher than, larger than, bigger than, well over, beyond, farther than, past,
        better than, heavier than, taller than, wider than, broader than, thicker than, deeper than, hotter than, warmer than, older than age, over the age of, past the age of, over age, above age,
        surpassing, north of""",
    "under": """less than, fewer than, under, below, <, lower than, younger than, shorter than, smaller than, not even,
        under the age of, below the age of, under age, well under, lighter than, narrower than, thinner than, shallower than, colder than, cooler than, earlier than, south of""",
    "at-least": """at least, ≥, no fewer than, no less than, not less than, not fewer than, a minimum of, minimum of, minimum,
        at a minimum, > =, no lower than, no younger than, equal to or greater than, equal to or more than, greater than or equal to,
        more than or equal to, greater or equal to, greater or equal than, more or equal than, larger than or equal to, at least or equal to, no earlier than""",
    "at-most": """up to, at most, ≤, inside, in the space of, in under, in less than, no more than, not more than, as many as, as much as, as high as, a maximum of,
        maximum of, maximum, max, within, no longer than, not exceeding, not exceed, < =, no greater than, no higher than,
        no later than, limited to, less than or equal to, equal to or less than,
        fewer than or equal to, less or equal to, less or equal than, smaller than or equal to, lower than or equal to, no older than, as long as, not longer than, not later than, not older than, not higher than, not greater than, anything up to, capped at, up to the age of, up to age""",
}
_AFTER = {
    "at-least": """or more, or over, or older, or above, or higher, or greater, or longer, or larger, or bigger, or wider, or further, or later, or beyond, or upwards, and larger, and over, and older, and above, and up,
        and higher, and more, plus, +, at least, at the least, at the very least, at the shortest, at the earliest, as a minimum, or heavier, and upwards, upwards, or better, years plus, or beyond, at a minimum,
        old or older, old or over, old or above, old or more, old and over, old and older, old and above, of age or older, of age or over, of age or above,
        of age and older, of age and over, of age and above, and upward, upward, or hotter, or warmer, or deeper""",
    "at-most": """or less, or fewer, or under, or lower, or below, or younger, and under, and younger, and below, or shorter,
        or smaller, at most, at the most, at the very most, at the longest, at the latest, at the outside, as a maximum, or lighter, or colder, or cooler, or sooner, and lower, or earlier, maximum, old or younger, old or under, old or less, old and younger, old and under,
        of age or younger, of age or under, of age and younger, of age and under""",
    "about": "or so, or thereabouts, approximately",
}


def _table(source: dict[str, str]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, phrases in source.items():
        for phrase in " ".join(phrases.split()).split(", "):
            words = tuple(phrase.split(" "))
            table.setdefault(words[-1] if source is _BEFORE else words[0], []).append((words, name))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


_BEFORE_TABLE = _table(_BEFORE)
_AFTER_TABLE = _table(_AFTER)


def before(tokens: Sequence[Lex], i: int, floor: int) -> tuple[str, bool, int]:
    """The qualifier that ends just before token ``i``: its name, whether it hedges, where it begins.

    Nothing before token ``floor`` belongs to it.
    """
    name, hedged, at = "exact", False, i
    if (
        i - 2 >= floor
        and tokens[i - 1].text == "-"
        and tokens[i].glued
        and tokens[i - 2].text in ("over", "under")
    ):
        return tokens[i - 2].text, False, i - 2  # the over-65s
    while at > floor:
        found = _ending(tokens, at, floor)
        if found is None:
            break
        words, kind = found
        if words == ("over",) and _during(tokens, at - 1, i):
            break
        if words == ("about",) and at >= 2 and tokens[at - 2].text in _CONCERNING:
            break
        if words == ("up", "to") and at >= 3 and tokens[at - 3].text in _SUMMED:
            break  # 'that adds up to 795,000'
        if words == ("past",) and tokens[at - 2].text in ("the", "last", "half"):
            break
        at -= len(words)
        if at > floor and tokens[at - 1].text in ("no", "not") and kind in ("over", "under"):
            kind, at = ("at-most" if kind == "over" else "at-least"), at - 1
        hedged |= kind == "about"
        if name in ("exact", "about"):
            name = kind if kind != "about" or name == "exact" else name
    return name, hedged, at


_SUMMED = wordset("add adds added adding sum sums summed tot tots totted")
_TIMES = wordset("minute minutes hour hours day days week weeks month months year years decade decades")
_TIMED = wordset(
    "given infused taken spread measured followed averaged fell rose fall rise falls rises dropped declined grew grown develop develops developed ",
    "happen happens happened build builds built reduced tapered delivered repeated occur occurs fractions doses sessions infusion injection ",
    "treatments visits drop decline growth change changes infusions course period tested added slowly gradually lost gained divided evenly",
)


_CONCERNING = wordset(
    "story stories film films talk talks talked learn learned learnt information advice leaflet leaflets article articles chapter chapters worried worry concerned ",
    "heard question questions guidance training facts complaint complaints inquiry enquiry enquiries podcast documentary news",
)
"""'A story about 2 emergencies' concerns them; it does not estimate how many they are."""
_LASTED = wordset(
    "for in after within just well a an of is are was were be been being lasts last lasted lasting took take takes taken taking persist persists persisted ",
    "surviving survive survived survives waited wait waits lived spent since aged age children child people adults infants babies women men patients those anyone ",
    "someone everyone well slightly little all now already and or with not no than",
)
"""Before these words a span of time is bounded: 'lasts over 3 months', 'for over a year', 'children over 6 months'."""
_MEASURED = wordset(
    "loss losses gain gains average averages averaged mean median total change changes reflects reflect reflected rise rises fall falls increase increases ",
    "decrease decreases reduction reductions improvement decline weight rate rates trend spread progress improves improved improve cumulative shows",
)
"""What is measured or happens in the course of a span: 'average blood sugar over 3 months'."""
_CLAUSE = frozenset((".", ";", ":", ",", "(", "[", "!", "?"))
_REACH = 9
"""How many words back the measure may stand."""


def _during(tokens: Sequence[Lex], at: int, i: int) -> bool:
    """True for 'over' before a span of time that something took: 'a drip over 30 minutes', 'over 10 years, 5%'."""
    j = i + 1
    if tokens[j].text in ("to", "or", "-", "–"):
        j += 2
    if tokens[j].text not in _TIMES:
        return False
    before = tokens[at - 1] if at else None
    if before is None or before.kind == "end" or before.text in (".", ";", ":"):
        return any(t.text == "," for t in tokens[j + 1 : j + 3])
    if before.text in _TIMED or before.text in ("%", "percent", "points") or before.kind == "num":
        return True
    if before.text in _LASTED:
        return False
    for k in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if tokens[k].text in _CLAUSE or tokens[k].kind == "end":
            return False
        if tokens[k].text in _MEASURED or tokens[k].text in _TIMED or tokens[k].text in ("%", "percent"):
            return True
    return False


def _ending(tokens: Sequence[Lex], at: int, floor: int) -> tuple[tuple[str, ...], str] | None:
    """The longest phrase that ends just before token ``at``."""
    for words, kind in _BEFORE_TABLE.get(tokens[at - 1].text, ()):
        begin = at - len(words)
        if begin >= floor and all(tokens[begin + k].text == word for k, word in enumerate(words)):
            return words, kind
    return None


def after(tokens: Sequence[Lex], j: int) -> tuple[str, int]:
    """The qualifier that starts at token ``j`` and where it ends, or 'exact' and ``j``."""
    for words, kind in _AFTER_TABLE.get(tokens[j].text, ()):
        end = j + len(words)
        if any(tokens[j + k].text != word for k, word in enumerate(words)):
            continue
        if words == ("+",) and (not tokens[j].glued or (tokens[end].glued and tokens[end].kind == "num")):
            continue
        if words == ("approximately",) and tokens[end].kind == "num":
            continue  # '1 in 6. Approximately 1 in 6 …'
        if words[-1] in ("more", "less", "fewer", "higher", "lower") and tokens[end].text in (
            "than",
            "likely",
        ):
            continue
        return kind, end
    return "exact", j
