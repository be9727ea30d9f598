"""What an editor is told of how a claim was read."""

from __future__ import annotations

import pytest

from linter.claims.key import compile_fact
from linter.facts.describe import slots_of
from linter.language.lexicon import builtin
from linter.model import Fact, Source


@pytest.mark.parametrize(
    ("claim", "often"),
    [
        ("Take 5 mg of yarrowin three times a day.", "3 times a day"),
        ("Take 5 mg of yarrowin twice daily.", "twice a day"),
        ("Take 5 mg of yarrowin every 8 hours.", "3 times a day"),
        ("Take 5 mg of yarrowin once a week.", "once a week"),
        ("Take 5 mg of yarrowin every 10 days.", "every 10 days"),
        ("People have migraine on 15 days a month.", "once a month"),
        ("Yarrow fever kills 12,000 people a year.", "once a year"),
        ("Take 5 mg of yarrowin every 6 months.", "twice a year"),
        ("About 40% of people with yarrow fever have joint pain.", ""),
    ],
)
def test_how_often(claim: str, often: str) -> None:
    key = compile_fact(Fact("a", claim, Source("s")), builtin())
    assert dict(slots_of(key, builtin())).get("how often", "") == often
