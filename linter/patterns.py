"""Regular expressions that are compiled when they are first used.

A run uses a part of medlint's patterns; compiling all of them at import would cost a hook a tenth
of a second on every commit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import Any


class Pattern:
    """Stands for ``re.compile(pattern, flags)``, with the methods that medlint uses."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        return self.compiled.search

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        return self.compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        return self.compiled.finditer

    @cached_property
    def findall(self) -> Callable[..., list[str]]:
        return self.compiled.findall

    @cached_property
    def split(self) -> Callable[..., list[str]]:
        return self.compiled.split

    @cached_property
    def sub(self) -> Callable[..., str]:
        return self.compiled.sub


class AnyCase(Pattern):
    """A pattern for which capitals and small letters are one, as they are for most that read prose."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        super().__init__(pattern, flags | re.IGNORECASE)


@lru_cache(maxsize=512)
def linear(pattern: str) -> Any:
    """A desk's own pattern, case ignored, by an engine whose time is linear in the text: RE2.

    Python's own would let one careless pattern hang every commit. Raises ValueError, with what is
    wrong, for what is no pattern and for what RE2 leaves out: lookarounds and back-references.
    """
    import re2

    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    try:
        return re2.compile(pattern, options)
    except re2.error as error:
        reason = error.args[0].decode() if isinstance(error.args[0], bytes) else str(error)
        raise ValueError(reason) from None
