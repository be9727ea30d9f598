"""What the scratch content repositories of these tests hold."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FACTS = """\
version: 1
terms:
  yarrow fever: [YF]
sources:
  registry-2025:
    title: Yarrow Fever Registry
    publisher: Institute for Invented Diseases
    published: 2025
    url: https://example.org/registry-2025
facts:
  yf-joints:
    claim: About 83% of people with yarrow fever have joint pain.
    source: registry-2025
"""
GOOD = (
    "# Yarrow fever\n\nAbout 83% of people with yarrow fever have joint pain, the registry found in 2025.\n"
)
BAD = "# Yarrow fever\n\nAbout 80% of people with yarrow fever have joint pain, the registry found in 2025.\n"

Run = Callable[..., subprocess.CompletedProcess[str]]
