"""Claims that come into play and leave it."""

from __future__ import annotations

from linter.facts.pool import Pool
from linter.model import Fact, Source
from linter.readers import read

SOURCE = Source("s")
CLAIMS = (
    "About 40% of people with gout have pain.",
    "About 12% of people with asthma have a rash.",
    "The trial enrolled 212 people with measles.",
    "There is no known cure for scurvy.",
)
DRAFT = read("a.md", "\n\n".join(CLAIMS).encode())


def stated(pool: Pool) -> list[str]:
    return sorted(binding.key.fact.id for binding in pool.bind(DRAFT)[0])


def test_copy_is_held_against_what_is_in_play() -> None:
    pool = Pool([Fact("x", claim, SOURCE) for claim in CLAIMS], {})
    told = [Fact(id, claim, SOURCE) for id, claim in zip(("gout", "asthma", "trial", "cure"), CLAIMS, strict=True)]  # fmt: skip
    assert (stated(pool), pool.statements, pool.is_empty) == ([], [], True)
    for number, fact in enumerate(told):
        pool.show(number, fact)
    assert stated(pool) == ["asthma", "gout", "trial"]
    assert [key.fact.id for key in pool.statements] == ["cure"]
    pool.hide(1)
    pool.hide(1)
    pool.hide(3)
    assert (stated(pool), pool.statements) == (["gout", "trial"], [])
    pool.show(0, Fact("again", CLAIMS[0], SOURCE))
    assert (stated(pool), pool.told(1, told[1]).fact.id) == (["again", "trial"], "asthma")
    pool.clear()
    assert (stated(pool), pool.is_empty) == ([], True)
