"""Parts of a whole that do not add up to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from linter.checks.arithmetic_bracketed import bracketed_parts
from linter.checks.arithmetic_families import allotted_sizes, named_counts, named_shares
from linter.checks.arithmetic_lists import counted_parts, exclusive_parts, is_counted
from linter.checks.arithmetic_money import hundredths
from linter.checks.arithmetic_one_way import one_way_each
from linter.checks.arithmetic_shared import Shared, shared_out
from linter.checks.arithmetic_shares import adds_up, is_share, listed_in, percent_of, share_of, slack_of
from linter.checks.arithmetic_tables import row_totals, table_totals
from linter.checks.arithmetic_told import listed_parts, told_parts
from linter.checks.numbers_scan import Passage, grain, number_text, passages, report
from linter.checks.sums import odd_sums
from linter.checks.view import View
from linter.language.figure import Figure
from linter.patterns import AnyCase
from linter.results import Finding
from linter.rulebook.rules import Rule

_REST = AnyCase(
    r"\b(?:the\s+)?(?:remaining|remainder|rest|other|others|balance)\b[\s(]*(?:(?:was|were|are|is|made up|accounts? for|of the \w+|about|around|roughly|nearly|some|an estimated|the)[\s,(]*)*$"
)
_AMONG_OTHERS = AnyCase(
    r"\b(?:among|in|of|with|against|versus|vs|compared\s+(?:with|to)|than)\s+(?:the\s+)?(?:others|rest)\b[^%]*$"
)
"""'12% of drinkers and, of the others, 27%': a share of those others, who are no part of the first whole."""
_SET_AGAINST = AnyCase(r"\b(?:against|versus|vs|compared\s+(?:with|to)|as\s+opposed\s+to)\b")
_REST_WORD = AnyCase(
    r"\b(?:remaining|remainder|rest|other|others|(?<=the )balance(?!\s+of\b))\b"
)  # 'balance training' is no remainder
_OF_THESE = AnyCase(
    r"\b(?:of (?:these|those|them|whom|which|that)|among (?:these|those|them)|half of the|in turn)\b"
)
_WHOLE = AnyCase(
    r"\b(?:made up of|composed of|consists? of|consisted of|comprises?|comprised|br(?:oke|eaks?) down (?:as|into)|(?:split|divided) (?:into|as|up|between|among)|f(?:a|e)ll into (?:\w+ )?(?:groups|bands|classes|categories)|breakdown (?:is|was|of))\b"
)
_MOST = 7


def parts_total(view: View, rule: Rule) -> Iterator[Finding]:
    """'46% …, 20% …, and the remaining 44% …'."""
    told: list[Finding] = []
    for finding in _known(view, rule):
        told.append(finding)
        yield finding
    for index, shared in _shared(view):
        text = view.text(index)
        low, high = view.block(index).span(shared.start, shared.end)
        if any(f.start < high and low < f.end for f in told):
            continue
        total = sum((p.value or Fraction(0)) * p.size for p in shared.parts)
        whole = shared.whole
        said = number_text(total / whole.size) if whole else percent_of(Fraction(total))
        yield report(
            view, rule, index, shared.start, shared.end, found=listed_in(text, shared.parts), other=said,
            expected=" ".join(text[whole.start : whole.end].split()) if whole else "100%",
        )  # fmt: skip


def _shared(view: View) -> Iterator[tuple[int, Shared]]:
    earlier: list[Passage] = []
    for passage in passages(view):
        for shared in shared_out(passage, earlier):
            yield passage.index, shared
        earlier = [passage]


def _known(view: View, rule: Rule) -> Iterator[Finding]:
    earlier: list[Passage] = []
    for passage in passages(view):
        if earlier and (earlier[-1].index, earlier[-1].number + 1) != (passage.index, passage.number):
            earlier.clear()
        yield from _remainder(view, rule, passage, earlier)
        yield from _breakdown(view, rule, passage)
        yield from _lists(view, rule, passage, earlier)
        earlier.append(passage)
    for *place, coins, spent in hundredths(view):
        other = coins.sum_text(spent)
        yield report(view, rule, *place, found=coins.listed, other=other, expected=coins.whole)
    yield from odd_sums(view, rule)
    for index, start, end, said, total, parts in listed_parts(view):
        listed = ", ".join(map(number_text, parts[:-1])) + f" and {number_text(parts[-1])}"
        yield report(view, rule, index, start, end, found=listed, other=number_text(total), expected=said)
    for told in bracketed_parts(view):
        listed = ", ".join(map(number_text, told.parts[:-1])) + f" and {number_text(told.parts[-1])}"
        yield report(
            view, rule, told.block, told.start, told.end, found=listed, other=number_text(told.total), expected=told.whole
        )  # fmt: skip
    for index, figure, total in row_totals(view):
        yield report(view, rule, index, figure.start, figure.end, variant="row", expected=number_text(total))
    for index, figure, total in table_totals(view):
        yield report(
            view, rule, index, figure.start, figure.end, variant="column", expected=number_text(total)
        )


def _remainder(view: View, rule: Rule, passage: Passage, earlier: Sequence[Passage]) -> Iterator[Finding]:
    """``earlier`` are the sentences with figures that lead up to this one without a gap."""
    for k, figure in enumerate(passage.figures):
        if figure.value is None or not figure.is_claim or figure.qualifier not in ("exact", "about"):
            continue
        before = passage.text[max(passage.start, figure.lead - 50) : figure.lead]
        if not _REST.search(before) or _are_others(passage, k):
            continue
        if re.search(
            r"\b(?:in the|each|every|any|one|an|some|many|several|no) other\b|\bother than\b|\bon the other\b",
            before + passage.words(figure),
            re.IGNORECASE,
        ):
            continue
        if is_share(figure, passage):
            parts = [f for f in passage.figures[:k] if is_share(f, passage)]
            start_text = passage.text[parts[0].end if parts else passage.start : figure.start]
            opens = _REST_WORD.search(passage.text[passage.start : passage.start + 20])
            before_it = [f for p in earlier for f in p.figures if is_share(f, p)]
            if not parts and opens and earlier:
                parts = [f for f in earlier[-1].figures if is_share(f, earlier[-1])]
                start_text = passage.text[parts[0].end if parts else earlier[-1].start : figure.start]
            if adds_up([*before_it, *(f for f in parts if f not in before_it)][-_MOST:], figure):
                continue  # the parts may be told in several sentences
            yield from _shares(view, rule, passage, parts, figure, start_text)
        elif figure.kind == "count":
            yield from _count_rest(view, rule, passage, k)


def _are_others(passage: Passage, k: int) -> bool:
    """True where the others are set against a group, or have a number of their own: '27 of 100 others (27%)'."""
    figure = passage.figures[k]
    before = passage.text[max(passage.start, figure.lead - 50) : figure.lead]
    if _AMONG_OTHERS.search(before):
        return True
    if not k or not is_share(figure, passage):
        return False
    last = passage.figures[k - 1]
    earlier = [f for f in passage.figures[: k - 1] if f.kind == "ratio" and f.base > 1 and f.unit]
    own = last.kind == "ratio" and bool(last.unit) and all(f.base != last.base for f in earlier)
    return own or bool(_SET_AGAINST.search(passage.text, last.end, figure.start))


def _shares(
    view: View, rule: Rule, passage: Passage, parts: Sequence[Figure], rest: Figure, text: str
) -> Iterator[Finding]:
    if not parts or len(parts) > _MOST:
        return
    whole = (
        rest.kind == "ratio"
        and not rest.unit
        and rest.value == Fraction(1, 2)
        and "half" in passage.words(rest).lower()
    )
    if (
        whole
        and re.search(r"\bother half\b", passage.text[max(0, rest.start - 8) : rest.end], re.IGNORECASE)
        and not any(abs(share_of(p) - Fraction(1, 2)) > Fraction(1, 10) for p in parts)
    ):
        return
    if _OF_THESE.search(text):
        return  # a part of a part: the whole is another one
    total = sum(map(share_of, parts), share_of(rest))
    start = parts[0].start
    yield report(
        view, rule, passage.index, start, rest.end,
        found=listed_in(view.text(passage.index), [*parts, rest]), other=percent_of(total), expected="100%",
    )  # fmt: skip


def _lists(view: View, rule: Rule, passage: Passage, earlier: Sequence[Passage]) -> Iterator[Finding]:
    text = view.text(passage.index)
    counts = [f for f in passage.figures if is_counted(f) and not _GROUPS.match(passage.text, f.end)]
    if (sizes := allotted_sizes(passage, counts)) is not None:
        start, end, people, size = sizes
        yield report(
            view,
            rule,
            passage.index,
            start,
            end,
            found="The groups",
            other=f"{people:,}",
            expected=f"{size:,}",
        )
    if _REST_WORD.search(passage.sentence):
        return
    if (
        found := counted_parts(passage, counts)
        or named_counts(rule, passage, counts)
        or counted_parts(passage, _sums(passage))
        or told_parts(passage, earlier)
    ) is not None:
        whole, parts = found
        total = sum((f.value or Fraction(0) for f in parts), Fraction(0))
        yield report(
            view, rule, passage.index, min(whole.start, parts[0].start) if whole in passage.figures else parts[0].start,
            parts[-1].end, found=listed_in(text, parts), other=number_text(total), expected=number_text(whole.value or Fraction(0))
            if whole not in passage.figures else passage.words(whole),
        )  # fmt: skip
    shares = exclusive_parts(passage) or named_shares(
        rule, passage, [f for f in passage.figures if is_share(f, passage)]
    )
    if shares:
        total = sum(map(share_of, shares), Fraction(0))
        yield report(
            view, rule, passage.index, shares[0].start, shares[-1].end, found=listed_in(text, shares),
            other=percent_of(total), expected="100%",
        )  # fmt: skip


_GROUPS = AnyCase(r"\s+(?:\w+\s+)?(?:groups|arms|parts|teams|halves|kinds|types)\b")
"""'… to two groups: 45 to yoga and 48 to stretching': how many parts there are is none of them."""


def _sums(passage: Passage) -> list[Figure]:
    """The sums of money of a sentence, if they are of one currency."""
    sums = [
        f for f in passage.figures if f.dimension == "money" and f.is_claim and f.value and not f.is_range
    ]
    return sums if len({(f.unit, f.size) for f in sums}) == 1 else []


_OF = AnyCase(r"^\s*(?:of|among|out of)\s+(?:the\s+|all\s+|these\s+|our\s+|a\s+total\s+of\s+|about\s+)*$")


def _count_rest(view: View, rule: Rule, passage: Passage, k: int) -> Iterator[Finding]:
    """'Of the 200 patients, 120 …, 50 … and the remaining 40 …'."""
    rest = passage.figures[k]
    counts = [
        f
        for f in passage.figures[:k]
        if f.kind == "count"
        and f.value is not None
        and (f.is_claim or f.role == "sample-size")
        and f.dimension == "count"
    ]
    if len(counts) < 2 or len(counts) > _MOST:
        return
    of_them = re.match(r"\s+of\s+(?:them|whom)\b", passage.text[counts[1].end : counts[1].end + 12])
    if not (of_them or _OF.match(passage.text[passage.start : counts[0].lead])):
        return
    whole, parts = counts[0], counts[1:]
    if any(f.qualifier not in ("exact", "about") for f in (*counts, rest)) or (
        not of_them and _OF_THESE.search(passage.text[counts[0].end : rest.start])
    ):
        return
    assert whole.value is not None
    assert rest.value is not None
    slack = (
        sum((grain(f) for f in (*counts, rest)), Fraction(0))
        if any(f.hedged for f in (*counts, rest))
        else Fraction(0)
    )
    for size in range(1, len(parts) + 1):
        for chosen in combinations(parts, size):
            if abs(sum((f.value or Fraction(0) for f in chosen), rest.value) - whole.value) <= slack:
                return
    total = sum((f.value or Fraction(0) for f in parts), rest.value)
    yield report(
        view, rule, passage.index, whole.start, rest.end, found=listed_in(view.text(passage.index), [*parts, rest]),
        other=number_text(total), expected=passage.words(whole),
    )  # fmt: skip


def _breakdown(view: View, rule: Rule, passage: Passage) -> Iterator[Finding]:
    """'split into 50% …, 30% … and 30% …': more than the whole. Less may leave out small parts."""
    match = _WHOLE.search(passage.sentence)
    after = passage.start + match.end() if match else passage.end
    parts = [f for f in passage.figures if f.start >= after and f.kind == "percent" and is_share(f, passage)]
    parts = parts or one_way_each(passage, [f for f in passage.figures if is_share(f, passage)])
    if not 2 < len(parts) <= _MOST or _OF_THESE.search(passage.text[parts[0].end : passage.end]):
        return
    if _REST_WORD.search(passage.text[passage.start : parts[-1].start]):
        return  # what is told as the remainder is added up elsewhere; 'or other' may end the list
    if any(
        re.search(r"[;:]|\bincluding\b|\bof (?:which|whom)\b", passage.between(a, b))
        for a, b in pairwise(parts)
    ):
        return
    total = sum(map(share_of, parts), Fraction(0))
    if total - 1 > sum(map(slack_of, parts), Fraction(0)) + Fraction(1, 100):
        yield report(
            view, rule, passage.index, parts[0].start, parts[-1].end, found=listed_in(view.text(passage.index), parts), other=percent_of(total), expected="100%",
        )  # fmt: skip
