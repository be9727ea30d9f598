"""How rare a word or concept is in health copy at large."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def _table() -> dict[str, float]:
    path = Path(__file__).parent / "rarity.txt"
    if not path.exists():
        return {}
    return {
        k: float(v) for k, _, v in (line.rpartition(" ") for line in path.read_text().splitlines() if line)
    }


def rarity(concept: str) -> float:
    return _table().get(concept, 1.0)
