"""A fraction beside its percentage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from linter.checks.numbers_of_whole import shares_of_named, worded_shares
from linter.checks.numbers_quantifiers import odd_words
from linter.checks.numbers_rows import row_shares
from linter.checks.numbers_scan import Passage, number_text, passages, percent_text, report, ulp
from linter.checks.numbers_shares import column_shares, odd_shares
from linter.checks.numbers_whole import is_part_of_before, shares_of_before
from linter.checks.sums import odd_sums
from linter.checks.view import View
from linter.language.figure import Figure
from linter.patterns import AnyCase, Pattern
from linter.results import Finding
from linter.rulebook.rules import Rule

# A percentage of these kinds need not equal any n of N that stands beside it.
_OTHER_BASE = AnyCase(
    r"\b(?:adjusted|unadjusted|standardi[sz]ed|weighted|modell?ed|kaplan|meier|actuarial|cumulative|imputed|"
    r"relative|annuali[sz]ed|projected|propensity|per[- ]year)\b"
)
_OPENS = Pattern(r"^(?P<words>[^()\[\].,;:!?\d]{0,70})[(\[]\s*(?:i\.?e\.?,?\s*|or\s+|that is,?\s*|=\s*)?$")
_OTHERS = AnyCase(
    r"\b(?:and|but|while|whereas|most|some|many|others?|rest|remaining|another|than|versus|vs|compared|which|whose|half|both)\b"
)
_CLOSES = AnyCase(
    r"^(?:\s+(?:adults|people|patients|women|men|children|respondents|participants|cases|them))?\s*(?:[)\]]|[;,]\s*(?:n\s*=|\d\d%\s*(?:CI|conf)|p\s*[=<>≤]|range)[^()]*[)\]])"
)
_OR = AnyCase(
    r"^(?P<words>(?:\s+[A-Za-z][\w'’-]*){0,4})\s*(?:,\s*(?:or|i\.?e\.?,?|that is,?|meaning|in other words,?|an?\s+(?:yield|rate|share|proportion|total)\s+of)"
    r"|(?:[—–]|(?<=\s)-(?=\s))\s*(?:(?:or|that is|that's|which is)\s+)?|,?\s*which is|,?\s*equal to|,?\s*equivalent to)\s*(?:in\s+|about\s+|to\s+)?$"
)
_OR_CLOSES = Pattern(
    r"^(?:\s+(?:adults|people|patients|women|men|children|respondents|participants|cases))?\s*(?:[,;.—–)]|\s-\s|$)|^\s+of\s+(?:them|all|the\b)|^\s+in\s+(?:the|this|all)\b"
)
_OF_N = AnyCase(
    r"^\s*[)\]]\s*(?:(?:out\s+)?of|among)\s+(?:the\s+|all\s+|our\s+|these\s+|a\s+total\s+of\s+)*$"
)
_OF = AnyCase(r"^\s+(?:out\s+)?of\s+(?:the\s+|all\s+|our\s+|a\s+total\s+of\s+)*$")
_BASE = AnyCase(
    r"^\s*(?:of|among|out of)\s+(?:the\s+|all\s+|these\s+|our\s+|a\s+total\s+of\s+)*$"
    r"|^\s*(?:in|among|from)\s+(?:an?|our|the|this)\s+(?:[\w-]+\s+){0,2}?(?:audit|class|cohort|group|poll|review|sample|series|study|survey|trial)\s+of\s+$"
)
_SAYS = Pattern(r"^\s+(?:[a-z][a-z'’-]*\s+){1,6}[(\[]\s*$")
"""What may stand between a count and its percentage: 'Of 90 charts, 30 had an error (45%)'."""
_NEW_BASE = AnyCase(
    r"\b(?:of\s+(?:whom|which|these|those|them|the)|among|whom|in\s+the\s+(?:[\w-]+\s+){0,3}?(?:groups?|arms?|cohort|subgroup|control)|with\s+(?:available|complete)|respond\w*|evaluat\w*|assess\w*)\b"
)
_ORDINAL = AnyCase(r"^(?:a|one)[ -]\w+$")
_NOUN = AnyCase(
    r"^-[a-z]|^\s+(?!(?:of|the|in|among|are|is|were|was|had|have|has|say|said|or|to|also|did|do|reported|felt|got|took|needed|developed|experienced)\b)[a-z]"
)
_SMALL = 3
"""Percent up to which a whole one more or less is far off: 1 in 1,000 is no 1%."""
_FRACTION_WORD = Fraction(15, 100)
_HEDGED_WORD = Fraction(22, 100)


def fraction_percent(view: View, rule: Rule) -> Iterator[Finding]:
    """'One in three patients (25%)', '42 of 120 (30%)'."""
    for passage in passages(view, least=2):
        if (
            "%" not in passage.sentence
            and "percent" not in passage.sentence
            and "per cent" not in passage.sentence
        ):
            continue
        if _OTHER_BASE.search(passage.sentence):
            continue
        figures = passage.figures
        for k in range(len(figures) - 1):
            pair = _side_by_side(passage, figures[k], figures[k + 1])
            if pair and not _fits(*pair, passage) and not is_part_of_before(view, passage, *pair):
                yield _disagree(view, rule, passage, *pair)
        yield from _counts(view, rule, passage)
    for passage, part, percent in worded_shares(view):
        if not _OTHER_BASE.search(passage.sentence) and not _fits(part, percent, passage):
            yield _disagree(view, rule, passage, part, percent)
    yield from odd_sums(view, rule)
    for told in odd_words(view):
        yield report(
            view,
            rule,
            told.block,
            told.start,
            told.end,
            found=told.words,
            other=told.figures,
            expected=told.expected,
        )
    told_twice = (odd_shares, column_shares, row_shares, shares_of_before, shares_of_named)
    for share in (share for shares in told_twice for share in shares(view)):
        yield report(
            view, rule, share.block, share.start, share.end, found=f"{number_text(share.number)} of {number_text(share.whole)}",
            other=f"{number_text(share.percent)}%", expected=percent_text(share.number / share.whole, share.decimals),
        )  # fmt: skip


def _is_percent(figure: Figure) -> bool:
    return (
        figure.kind == "percent"
        and figure.is_claim
        and figure.value is not None
        and figure.dimension == "proportion"
    )


_APART = AnyCase(r"\b(?:fewer|less|more)\b")
"""'45%, or 1.4 fewer deaths per million': a difference, and no share."""


def _is_ratio(passage: Passage, figure: Figure) -> bool:
    if figure.unit and re.fullmatch(r"[\d.,]+", passage.words(figure)):
        return False  # a count whose whole stands elsewhere: 'Of 120 patients, 42'
    if _APART.search(passage.words(figure)):
        return False
    return (
        figure.kind == "ratio"
        and figure.is_claim
        and figure.dimension == "proportion"
        and figure.value is not None
        and figure.base > 1
    )


def _is_count(passage: Passage, figure: Figure) -> bool:
    return figure.kind == "count" or (
        figure.kind == "ratio" and bool(re.fullmatch(r"[\d,]+", passage.words(figure)))
    )


def _side_by_side(passage: Passage, first: Figure, second: Figure) -> tuple[Figure, Figure] | None:
    """The ratio and the percentage that restate each other, or None."""
    if _is_ratio(passage, first) and _is_percent(second):
        ratio, percent = first, second
    elif _is_percent(first) and _is_ratio(passage, second):
        ratio, percent = second, first
    else:
        return None
    gap, after = passage.between(first, second), passage.text[second.end : passage.end]
    if not ratio.unit and _ORDINAL.match(passage.words(ratio)) and _NOUN.match(passage.text[ratio.end :]):
        return None  # 'a third dose (50%)', 'a third-season estimate (48%)'
    opened = _OPENS.match(gap)
    if opened and not _OTHERS.search(opened["words"]) and _CLOSES.match(after):
        return ratio, percent
    restated = _OR.match(gap)
    if restated and not _OTHERS.search(restated["words"]) and _OR_CLOSES.match(after):
        return ratio, percent
    return None


def _span(ratio: Figure, words: str) -> tuple[Fraction, Fraction]:
    """The shares that a fraction or 'k in N' may honestly stand for."""
    assert ratio.value is not None
    share, base = ratio.value * ratio.size, ratio.base
    hedged = ratio.hedged or ratio.qualifier == "about"
    if not ratio.unit:  # a fraction in words: a third, two-thirds
        own = 5 if share == Fraction(1, 2) else 3  # good copy says 'half' of 54%, but not a third of 38%
        slack = min(Fraction(6 if hedged else own, 100), share * (_HEDGED_WORD if hedged else _FRACTION_WORD))
        return share - slack, share + slack
    if not words[:1].isdigit() or " in " in words or base in (10, 100, 1000) or base <= 10:
        if ratio.value == 1:
            near = max(
                min(Fraction(1, 100), share * _FRACTION_WORD), share * Fraction(12 if hedged else 5, 100)
            )
            wide = Fraction(3, 5) if hedged else Fraction(1, 2)
            most = Fraction(6 if hedged else 4, 100)
            low = max(1 / (base + wide), share - most)
            return min(low, share - near), max(min(1 / (base - wide), share + most), share + near)
        half = min((Fraction(3, 4) if hedged else Fraction(1, 2)) / base, Fraction(6 if hedged else 4, 100))
        return share - half, share + half
    slack = share * Fraction(5, 100) if hedged else Fraction(0)
    return share - slack, share + slack


_DASHED = Pattern(r"\w\s[-–−]")
_JUST_OVER = AnyCase(r"\b(?:slightly|just|a little|a bit|somewhat)\s+(?:more than|over|above)\s+$")


def _fits(ratio: Figure, percent: Figure, passage: Passage) -> bool:
    """True where the percentage is what the fraction rounds to, or rounds from."""
    assert percent.value is not None
    assert ratio.value is not None
    low, high = _span(ratio, passage.words(ratio).lower())
    slack = ulp(percent) / (100 if percent.value > _SMALL else 200)
    share = percent.value / 100
    if percent.qualifier == "about" or percent.hedged:
        slack = max(slack, share * Fraction(8, 100))
    exact = ratio.value * ratio.size
    if share < 0 and _DASHED.search(passage.text, max(0, percent.start - 3), percent.start + 1):
        share = -share  # 'in the first group -64% (16/25)': a dash, not a sign
    if _JUST_OVER.search(passage.text, max(0, ratio.start - 24), ratio.start):
        return exact <= share <= exact + Fraction(10, 100)
    if percent.qualifier in ("over", "at-least"):
        return high >= share
    if percent.qualifier in ("under", "at-most"):
        return low <= share
    if ratio.qualifier in ("over", "at-least"):
        return exact - slack <= share <= exact + Fraction(15, 100)
    if ratio.qualifier in ("under", "at-most"):
        return exact - Fraction(15, 100) <= share <= exact + slack
    return low - slack < share < high + slack


def _disagree(view: View, rule: Rule, passage: Passage, ratio: Figure, percent: Figure) -> Finding:
    assert ratio.value is not None
    start = min(ratio.start, percent.start)
    bound = ratio.qualifier not in ("exact", "about")
    end = max(ratio.end, percent.end)
    return report(
        view, rule, passage.index, min(start, ratio.lead) if bound else start, end, variant="bound" if bound else "",
        found=passage.words(ratio, lead=bound), other=passage.words(percent), expected=percent_text(ratio.value * ratio.size, percent.decimals),
    )  # fmt: skip


def _counts(view: View, rule: Rule, passage: Passage) -> Iterator[Finding]:
    """'42 (30%) of 120', and 'Of 120 patients, 42 (30%) …'."""
    figures = [f for f in passage.figures if f.is_claim or f.role in ("sample-size", "denominator")]
    whole: Figure | None = None
    for k, figure in enumerate(figures):
        if (
            _is_count(passage, figure)
            and figure.value is not None
            and figure.value > 10
            and _BASE.match(passage.text[passage.start : figure.lead])
        ):
            whole = figure
            continue
        if not _is_count(passage, figure) or k + 1 >= len(figures) or not _is_percent(figures[k + 1]):
            continue
        percent = figures[k + 1]
        if (
            k
            and _is_count(passage, figures[k - 1])
            and _OF.match(passage.between(figures[k - 1], figure))
            and _restated(passage, figure, percent)
        ):
            yield from _count(view, rule, passage, figures[k - 1], percent, figure)
            continue
        gap = passage.between(figure, percent)
        told = _SAYS.match(gap) and not _OTHERS.search(gap) and not _NEW_BASE.search(gap)
        if not (told or re.fullmatch(r"\s*[(\[]\s*", gap)) or percent.qualifier != "exact":
            continue
        of = figures[k + 2] if k + 2 < len(figures) else None
        if of is not None and _is_count(passage, of) and _OF_N.match(passage.between(percent, of)):
            yield from _count(view, rule, passage, figure, percent, of)
        elif (
            whole is not None
            and _CLOSES.match(passage.text[percent.end :])
            and not _NEW_BASE.search(passage.text[whole.end : figure.start])
        ):
            yield from _count(view, rule, passage, figure, percent, whole)


def _restated(passage: Passage, whole: Figure, percent: Figure) -> bool:
    """'… of 2,400 nurses (75%)'."""
    opened = _OPENS.match(passage.between(whole, percent))
    return bool(
        opened
        and not _OTHERS.search(opened["words"])
        and _CLOSES.match(passage.text[percent.end : passage.end])
    )


def _count(
    view: View, rule: Rule, passage: Passage, count: Figure, percent: Figure, whole: Figure
) -> Iterator[Finding]:
    if (
        count.value is None
        or whole.value is None
        or percent.value is None
        or not 0 < count.value <= whole.value
    ):
        return
    share = count.value / whole.value
    # Each count may be a share of the one before: '512 (50%) were eligible and 480 (94%) were enrolled'.
    bases = [
        f.value
        for f in passage.figures
        if f.start < percent.start and _is_count(passage, f) and f.value and f.value >= count.value
    ]
    if any(
        abs(count.value / base * 100 - percent.value) < ulp(percent)
        for base in (whole.value, *(b for b in bases if b != count.value))
    ):
        return
    start, end = min(count.start, whole.start), max(percent.end, whole.end)
    yield report(
        view, rule, passage.index, start, end, found=f"{passage.words(count)} of {passage.words(whole)}",
        other=passage.words(percent), expected=percent_text(share, percent.decimals),
    )  # fmt: skip
