"""Fixes put into a draft's text, once, and over again until none is left."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import unified_diff

from linter.plain import plain
from linter.results import Finding

_ROUNDS = 8
"""A correction may lay open another one; never a long chain of them."""


@dataclass(frozen=True)
class Mended:
    """A draft's text after its fixes, and how many findings they have dealt with."""

    text: str
    fixed: int


def apply_once(text: str, findings: Sequence[Finding]) -> Mended:
    """``text`` with every fix of ``findings`` in it, but for those that overlap and differ."""
    fixes = sorted({(f.fix.start, f.fix.end, f.fix.replacement) for f in findings if f.fix})
    kept = [fix for n, fix in enumerate(fixes) if not _is_disputed(fixes, n)]
    done = {(start, end) for start, end, _ in kept}
    for start, end, replacement in reversed(kept):
        text = text[:start] + replacement + text[end:]
    return Mended(text, sum(f.fix is not None and (f.fix.start, f.fix.end) in done for f in findings))


def _is_disputed(fixes: Sequence[tuple[int, int, str]], n: int) -> bool:
    start, end, _ = fixes[n]
    beside = [fixes[k] for k in (n - 1, n + 1) if 0 <= k < len(fixes)]
    return any((low < end and start < high) or low == start for low, high, _ in beside)


def apply_all(
    text: str, findings: Sequence[Finding], check: Callable[[str], Sequence[Finding] | None]
) -> Mended:
    """``text`` mended until ``check`` finds nothing more to mend in it.

    ``check`` gives the findings of a text, or None if it cannot read it. A draft that would not have
    fewer findings after its fixes than before, or never come to rest, stays as it is.
    """
    mended, before = Mended(text, 0), len(findings)
    seen = {text}
    for _ in range(_ROUNDS):
        step = apply_once(mended.text, findings)
        if step.text == mended.text:
            return mended
        after = check(step.text)
        if after is None or len(after) >= before or step.text in seen:
            break
        seen.add(step.text)
        mended, findings, before = Mended(step.text, mended.fixed + step.fixed), after, len(after)
    else:
        return Mended(text, 0)
    return mended


def count_fixable(findings: Sequence[Finding]) -> int:
    """How many findings ``--fix`` would deal with."""
    return sum(finding.fix is not None for finding in findings)


def diff(path: str, old: str, new: str) -> str:
    """A unified diff as ``git apply`` and ``patch`` take it, line ends kept."""
    name = plain(path.replace(os.sep, "/"))
    lines = unified_diff(_lines(old), _lines(new), f"a/{name}", f"b/{name}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(text: str) -> list[str]:
    """Lines with their ends, as diffs know them: nothing but a line feed ends one."""
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]
