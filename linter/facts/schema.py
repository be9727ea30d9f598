"""The JSON Schema of a facts file, for completion and checks in editors."""

from __future__ import annotations

from typing import Any

from linter.facts.keys import FILE


def json_schema() -> dict[str, Any]:
    """A JSON Schema (2020-12) made from the table of keys that the loader validates by."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "medlint facts",
        "description": "Canonical facts with their provenance, which medlint checks copy against.",
        **FILE.schema(),
    }
