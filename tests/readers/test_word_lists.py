"""The words that readers go by stand once each."""

from __future__ import annotations

import pytest

from linter.readers.prose_keys import is_a, is_prose
from linter.readers.template_words import template_words
from linter.readers.word_lists import words_of


@pytest.mark.parametrize("section", ["prose", "figure"])
@pytest.mark.parametrize("name", ["prose_keys.txt", "templates.txt"])
def test_what_is_shared_stands_in_one_file(name: str, section: str) -> None:
    shared = words_of("prose_keys.txt")[f"shared {section}"]
    assert shared & words_of(name)[section] == frozenset()
    assert shared <= template_words()[section]


def test_shared_words_and_those_of_one_file() -> None:
    assert [is_prose(key) for key in ("caption", "blurb", "tooltip")] == [True, True, False]
    assert [is_a("figure", key) for key in ("value", "num", "percent")] == [True, True, False]
    words = template_words()
    assert [word in words["prose"] for word in ("caption", "blurb", "tooltip")] == [True, False, True]
    assert [word in words["figure"] for word in ("value", "num", "percent")] == [True, False, True]
