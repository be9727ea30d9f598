"""Which way a sentence says that a risk goes: 'raises the risk', 'makes it less likely'."""

from __future__ import annotations

from functools import lru_cache

from linter.patterns import AnyCase

_RISK = r"(?:risks?|chances?|odds|likelihood|probability|danger|incidence|rates?)"
_UP = AnyCase(
    rf"\b(?:rais(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|heighten\w*|elevat\w+|boost\w*|push(?:es|ed)? up|higher|greater|add(?:s|ed)? to|doubl(?:e|es|ed)|tripl(?:e|es|ed)|more at)\s+(?:[\w'’-]+\s+){{0,5}}?{_RISK}\b"
    r"|\b(?:more likely|likelier|risk factors? (?:for|of|in)|more prone|more susceptible|more common|more frequent)\b"
    rf"|\b{_RISK}\s+(?:[\w'’-]+\s+){{0,6}}?(?:is|are|was|were|goes|go|rises?|climbs?)\s+(?:higher|up|greater|raised|increased)\b"
)
_DOWN = AnyCase(
    rf"\b(?:lower(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|cut(?:s|ting)?|lessen\w*|shrink\w*|halv(?:e|es|ed)|trim\w*|smaller|bring(?:s)? down)\s+(?:[\w'’-]+\s+){{0,5}}?{_RISK}\b"
    r"|\b(?:less likely|less prone|less susceptible|less common|less frequent|rarer|protect(?:s|ed|ing)? (?:[\w'’-]+ ){0,2}?(?:against|from))\b"
    rf"|\b{_RISK}\s+(?:[\w'’-]+\s+){{0,6}}?(?:is|are|was|were|goes|go|falls?|drops?)\s+(?:lower|down|smaller|reduced|lowered)\b"
)


@lru_cache(maxsize=1024)
def sense(text: str) -> int:
    """1 where ``text`` says that a risk goes up, -1 down, 0 where it says neither or both."""
    up, down = bool(_UP.search(text)), bool(_DOWN.search(text))
    return up - down
