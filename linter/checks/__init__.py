"""The checks, by the name that a rule gives its check. A closed table: nothing is looked up by import."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from linter.checks import (
    aged,
    anonymous,
    arithmetic,
    arithmetic_parts,
    backwards,
    corpus,
    crediting,
    figures,
    forecast,
    intervals,
    missing,
    numbers,
    numbers_malformed,
    numbers_written,
    retracted,
    risk,
    safety,
    safety_abbreviations,
    safety_claims,
    sourcing,
    stale,
    statements,
)
from linter.checks.view import View
from linter.results import Finding
from linter.rulebook.rules import Rule

Check = Callable[[View, Rule], Iterator[Finding]]

CHECKS: dict[str, Check] = {
    "value_conflict": figures.value_conflict,
    "unit_conflict": figures.unit_conflict,
    "superseded_value": figures.superseded_value,
    "scope_conflict": figures.scope_conflict,
    "withdrawn_fact": figures.withdrawn_fact,
    "period_conflict": figures.period_conflict,
    "stale_year": figures.stale_year,
    "expired_fact": figures.expired_fact,
    "category_conflict": statements.category_conflict,
    "polarity_conflict": statements.polarity_conflict,
    "name_conflict": statements.name_conflict,
    "source_conflict": crediting.source_conflict,
    "missing_caveat": missing.missing_caveat,
    "missing_period": missing.missing_period,
    "missing_attribution": missing.missing_attribution,
    "missing_hedge": missing.missing_hedge,
    "missing_fact": missing.missing_fact,
    "stale_forecast": forecast.stale_forecast,
    "relative_time": stale.relative_time,
    "old_source": aged.old_source,
    "unsourced_figure": sourcing.unsourced_figure,
    "retracted_source": retracted.retracted_source,
    "fraction_percent": numbers.fraction_percent,
    "reversed_range": backwards.reversed_range,
    "impossible_value": numbers_written.impossible_value,
    "malformed_number": numbers_malformed.malformed_number,
    "parts_total": arithmetic_parts.parts_total,
    "estimate_outside_interval": intervals.estimate_outside_interval,
    "percentage_points": arithmetic.percentage_points,
    "change_arithmetic": arithmetic.change_arithmetic,
    "trailing_zero": safety.trailing_zero,
    "naked_decimal": safety.naked_decimal,
    "error_prone_abbreviation": safety_abbreviations.error_prone_abbreviation,
    "relative_without_absolute": risk.relative_without_absolute,
    "mixed_denominators": risk.mixed_denominators,
    "anonymous_source": anonymous.anonymous_source,
    "within_document_conflict": corpus.within_document_conflict,
    "absolute_claim": safety_claims.absolute_claim,
}
