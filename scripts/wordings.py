"""Files of wordings as folders of labelled drafts, a draft for each line of copy."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from linter.claims.bind import Binder
from linter.claims.comparison import Comparison
from linter.claims.inherit import ContextReader
from linter.claims.reading import DocumentReading
from linter.facts.load import load
from linter.model import Document
from linter.readers import read

_RULES = {"conflict": ["value-conflict", "unit-conflict"], "drift": ["scope-conflict"]}
_FACTS = "sources:\n  desk: {title: Figures of the desk, publisher: The desk, published: 2025}\nfacts:\n"


def unpack(path: Path, into: Path) -> Path:
    """Write a file of wordings as ``facts.yaml``, ``drafts/`` and ``expected.jsonl`` in a folder of ``into``; that folder.

    A line says nothing of which figure is meant: where several could be, it is left out.
    """
    folder = into / path.stem
    (folder / "drafts").mkdir(parents=True)
    blocks = [block.split("\n") for block in path.read_text(encoding="utf-8").strip().split("\n\n")]
    (folder / "facts.yaml").write_text(
        _FACTS + "".join(map(_fact, range(len(blocks)), blocks)), encoding="utf-8"
    )
    binder = Binder(load(str(folder / "facts.yaml")))
    labels = []
    for number, (_, *lines) in enumerate(blocks):
        seen: Counter[str] = Counter()
        for line in lines:
            kind, _, copy = line.partition(" ")
            seen[kind] += 1
            name = f"drafts/{number:03}-{kind}-{seen[kind]}.md"
            text = copy.replace("\\n", "\n").strip() + "\n"
            (folder / name).write_text(text, encoding="utf-8")
            labels += [{"file": name, **label} for label in _labels(kind, f"f{number:03}", text, binder)]
    told = "".join(json.dumps(label, ensure_ascii=False) + "\n" for label in labels)
    (folder / "expected.jsonl").write_text(told, encoding="utf-8")
    return folder


def _fact(number: int, block: list[str]) -> str:
    claim, _, value = block[0].partition(" @ ")
    told = f"    value: {json.dumps(value, ensure_ascii=False)}\n" if value else ""
    return f"  f{number:03}:\n    claim: {json.dumps(claim, ensure_ascii=False)}\n{told}    source: desk\n"


def _labels(kind: str, fact: str, text: str, binder: Binder) -> list[dict[str, Any]]:
    document = read("draft.md", text.encode())
    found = binder.compare(ContextReader(DocumentReading(document, binder.lexicon)))
    if kind == "none":
        quotes = dict.fromkeys(_quote(c, document)[0] for c in found)
        return [{"quote": quote, "expect": "clean"} for quote in quotes]
    meant = [c for c in found if c.fact == fact and c.agrees == (kind != "conflict")]
    if kind == "conflict" and meant:
        most = max(c.of("said own") for c in meant)
        meant = [c for c in meant if c.of("said own") == most]
    if len(meant) != 1:
        return []
    quote, start = _quote(meant[0], document)
    nth = [m.start() for m in re.finditer(re.escape(quote), text)].index(start) + 1
    label: dict[str, Any] = {"quote": quote, "nth": nth, "fact": fact}
    rules = _RULES.get(kind)
    return [label | ({"expect": "finding", "rules": rules} if rules else {"expect": "agrees"})]


def _quote(c: Comparison, document: Document) -> tuple[str, int]:
    low, high = document.blocks[c.context.block].span(c.figure.start, c.figure.end)
    return document.source[low:high], low
