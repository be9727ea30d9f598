"""Seconds for a thousand sentences of real health pages, the language pipeline included."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable
from pathlib import Path

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


def sentences(folder: Path) -> list[str]:
    """The sentences of all texts in ``folder``, in a fixed order."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            found.extend(s.strip() for s in _SENTENCE.split(line) if s.strip())
    return found


def sample(folder: Path, size: int, seed: int) -> list[str]:
    """``size`` sentences at random."""
    everything = sentences(folder)
    return random.Random(seed).sample(everything, min(size, len(everything)))


def clock(run: Callable[[str], object], texts: list[str]) -> float:
    """Seconds for ``texts``, the best of three after a warm-up."""
    for text in texts[:20]:
        run(text)
    best = float("inf")
    for _ in range(3):
        begun = time.perf_counter()
        for text in texts:
            run(text)
        best = min(best, time.perf_counter() - begun)
    return best


def report_speed(folder: Path, peers: bool) -> None:
    """Print seconds for 1,000 sentences: the grammar alone, in a spaCy pipeline, and quantulum3."""
    import spacy

    from linter.language import components  # noqa: F401  (registers the pipe)
    from linter.language.quantities import read_figures

    texts = sample(folder, 1000, 11)
    print(f"\n### Speed, {len(texts)} sentences\n\n| reader | seconds |\n|---|---|")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("medlint_quantities")
    own = clock(pipeline, texts)
    print(f"| read_figures alone | {clock(read_figures, texts):.3f} |")
    print(f"| spaCy's tokenizer and medlint_quantities | {own:.3f} |")
    if peers:
        try:
            from quantulum3 import parser
        except ImportError:
            return
        other = clock(parser.parse, texts)
        print(f"| quantulum3 | {other:.3f} ({other / own:.0f} times as long) |")
