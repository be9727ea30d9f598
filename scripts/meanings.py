"""What the features of the decision say, in words: a line for each in the file of weights."""

from __future__ import annotations

_WHOLE = {
    "": "what speaks for or against before anything is compared",
    "said own": "how much of the claim the figure's own clause, row and column say, 0 to 1",
    "said in sentence": "the same, with the rest of the sentence",
    "said near": "the same, with the sentences and cells around",
    "said anywhere": "the same, with headings, title and opening",
    "said own, not all": "much of the claim beside the figure, and something of it nowhere",
    "said own, and more": "much of the claim beside the figure, and something that is not in it",
    "lost, and more": "unknown words of the claim are lost, and others stand there",
    "claim size": "how much the claim says altogether",
    "extra own": "all that the figure's own words say beside the claim, by rarity",
    "words fit": "the first column, between -4 and 4",
    "apart": "how many times ten lie between the two figures",
    "equal and distinct": "the same figure, and one that hardly stands in two claims by chance",
    "crossed": "log odds gained by giving two figures that each state the other's fact to the facts that their words fit",
    "dated otherwise, beside one that agrees": "of another year, the past or the future, and the draft states the fact rightly as well",
    "exchanged in place": "words in the place of the claim's, between words that stand as in the claim",
    "thing exchanged in place": "the same, both being things that the lexicon knows",
    "added in place": "words put in between words that stand as in the claim",
    "relation turned": "the claim word for word, with 'before' for 'after', 'no' put in, or two things changed about",
    "nearly verbatim, a thing changed": "all but a few words of the claim, and another disease, group, stage, site, place or thing put in",
    "another start": "a span of time that counts from something else than the claim's",
    "same start": "a span of time that counts from what the claim says",
    "risk for share": "the copy tells a risk, and the claim a share of cases or kinds",
    "crowd": "how many figures the sentence holds",
}  # fmt: skip
_FIRST = {
    "lacks": "the claim's {} is said nowhere", "contrary": "another {} than the claim's, at this level",
    "same": "the claim's own {}, at this level", "restricted": "a {} that the claim does not have",
    "dropped": "the claim's {} is said nowhere", "extra": "a {} that the claim does not account for, by rarity",
    "narrower": "a narrower {} than the claim's", "new": "a {}, and the claim names none", "swap": "the claim's {} is lost, and another stands there",
    "both": "several members of one set: {}",
}  # fmt: skip
_EDITS = {
    "put in": "between the claim's words: a {}", "left out": "of the claim's words left out: its {}",
    "exchanged": "a {} in the place of the claim's words",
}  # fmt: skip
_LEVELS = {
    "own": "in its own words", "sentence": "in its sentence", "near": "near by", "topic": "in heading or title",
    "far": "far away", "absent": "nowhere", "instead": "another one in its place", "beside": "another one beside it",
}  # fmt: skip


def meaning(name: str) -> str:
    """A feature in words; features whose names are words enough say nothing more."""
    if name in _WHOLE:
        return _WHOLE[name]
    slot, _, level = name.rpartition(" ")
    if slot in _EDITS:
        return _EDITS[slot].format(level)
    first, _, rest = name.partition(" ")
    if first in _FIRST and rest:
        return _FIRST[first].format(rest)
    return f"the part of the claim that is its {slot}: {_LEVELS[level]}" if slot and level in _LEVELS else ""
