"""Fixes put into a draft's text, once, and over again until none is left."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from difflib import unified_diff

from linter.plain import plain
from linter.results import Finding

_ROUNDS = 8
"""A correction may lay open another one; never a long chain of them."""


Edit = tuple[int, int, str]


@dataclass(frozen=True)
class Mended:
    """A draft's text after its fixes, and with how many of the findings that it had they deal."""

    text: str
    fixed: int
    edits: tuple[Edit, ...] = ()
    """The fixes of these findings that were made."""


def apply_once(text: str, findings: Sequence[Finding]) -> Mended:
    """``text`` with every fix of ``findings`` in it, but for those that overlap and differ."""
    fixes = sorted({edit for finding in findings if (edit := edit_of(finding))})
    kept = [fix for n, fix in enumerate(fixes) if not _is_disputed(fixes, n)]
    pieces, here = [], 0
    for start, end, replacement in kept:
        pieces += [text[here:start], replacement]
        here = end
    made = set(kept)
    fixed = sum(edit_of(finding) in made for finding in findings)
    return Mended("".join([*pieces, text[here:]]), fixed, tuple(kept))


def edit_of(finding: Finding) -> Edit | None:
    """What the fix of a finding changes."""
    fix = finding.fix
    return (fix.start, fix.end, fix.replacement) if fix else None


def _is_disputed(fixes: Sequence[Edit], n: int) -> bool:
    start, end, _ = fixes[n]
    beside = [fixes[k] for k in (n - 1, n + 1) if 0 <= k < len(fixes)]
    return any((low < end and start < high) or low == start for low, high, _ in beside)


def apply_all(
    text: str, findings: Sequence[Finding], check: Callable[[str], Sequence[Finding] | None]
) -> Mended:
    """``text`` mended until ``check`` finds nothing more to mend in it.

    ``check`` gives the findings of a text, or None if it cannot read it. A draft that would not have
    less amiss after its fixes than before, or never come to rest, stays as it is.
    """
    mended, before = Mended(text, 0), _amiss(findings)
    first: Mended | None = None
    seen = {text}
    for _ in range(_ROUNDS):
        step = apply_once(mended.text, findings)
        if step.text == mended.text:
            return mended
        after = check(step.text)
        if after is None or _amiss(after) >= before or step.text in seen:
            break
        seen.add(step.text)
        # What a fix lays open was no finding before, and does not count as one that is dealt with.
        first = first or step
        mended, findings, before = replace(first, text=step.text), after, _amiss(after)
    else:
        return Mended(text, 0)
    return mended


def _amiss(findings: Sequence[Finding]) -> int:
    """How many findings speak against a text. What a figure lacks is asked only once it is right."""
    return sum(finding.group != "missing" for finding in findings)


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
