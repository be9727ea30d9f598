"""What a deed is done to: the same deed to another object is another claim."""

from __future__ import annotations

import pytest

from linter.claims.key import compile_fact
from linter.claims.objects import has_other_object
from linter.language.lexicon import builtin
from linter.language.text import sentences
from linter.model import Fact, Source

CASES = [
    ("There is no known way to prevent kidney cancer.", "Kidney cancer can be prevented.", False),
    (
        "There is no known way to prevent kidney cancer.",
        "Most cases of kidney cancer can be prevented.",
        False,
    ),
    ("There is no known way to prevent kidney cancer.", "Kidney cancer is preventable.", False),
    (
        "There is no known way to prevent kidney cancer.",
        "Some drugs prevent the spread of kidney cancer.",
        True,
    ),
    (
        "There is no known way to prevent kidney cancer.",
        "Drugs may stop kidney cancer cells from growing.",
        False,
    ),
    ("There is no known way to prevent kidney cancer.", "Drugs may prevent cancer cells from growing.", True),
    (
        "There is no known way to prevent kidney cancer.",
        "People with kidney cancer take it to prevent nausea.",
        True,
    ),
    ("There is no known way to prevent kidney cancer.", "It can be prevented.", False),
    ("There is no cure for multiple sclerosis.", "Multiple sclerosis can now be cured.", False),
    ("There is no cure for multiple sclerosis.", "A cure for multiple sclerosis has been found.", False),
    ("There is no cure for multiple sclerosis.", "In multiple sclerosis, antibiotics cure infections.", True),
    ("The MMR vaccine does not cause autism.", "Autism is caused by the MMR vaccine.", False),
    (
        "The MMR vaccine does not cause autism.",
        "The MMR vaccine can cause fever in children with autism.",
        True,
    ),
    ("Mammography does not prevent breast cancer.", "Mammography prevents breast cancer.", False),
    ("Mammography does not prevent breast cancer.", "Mammography prevents advanced breast cancer.", True),
]


@pytest.mark.parametrize(("claim", "copy", "other"), CASES, ids=[case[1] for case in CASES])
def test_the_object_of_a_deed(claim: str, copy: str, other: bool) -> None:
    lexicon = builtin()
    key = compile_fact(Fact("a-fact", claim, Source("a-source")), lexicon)
    assert has_other_object(sentences(copy, lexicon)[0], key, lexicon) is other
