"""Inputs spoilt at random: whatever they are, medlint answers with findings or a plain message.

    python benchmarks/fuzz.py --seconds 50                 fixed seeds and today's, as in CI
    python benchmarks/fuzz.py --seconds 7200 --seed 7      as long as wanted
    python benchmarks/fuzz.py --kind rules --seed 7 --only 123     one case again

Exit status 1, and a line for each different mistake, if any input raises an error, ends with another
status than 0, 1 or 2, or takes longer than LONGEST. What did it is kept in a folder (--keep).
"""

from __future__ import annotations

import argparse
import io
import os
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any, NoReturn

from fuzz_mutate import mutated
from fuzz_seeds import CONFIGS, DRAFT, FACTS, Drafts, single_rules

from linter import cache
from linter.cli import cli
from linter.language import lexicon
from linter.model import Document
from linter.report import FORMATS, render
from linter.report.json_report import render_figures
from linter.results import Report
from linter.run.desk import Desk, open_desk

FIXED_SEEDS = (1, 2, 3)
LONGEST = 20
"""Seconds that one input may take."""


class Bench:
    """What the trials share: sound inputs, and desks whose facts have been read."""

    def __init__(self) -> None:
        self.drafts = Drafts()
        self.rules = list(single_rules())
        self.desks: dict[Path, Desk] = {}

    def desk(self, facts: Path) -> Desk:
        if facts not in self.desks:
            self.desks[facts] = open_desk(str(facts), None, date(2026, 6, 1))
            self.desks[facts].choose((), ())
            self.desks[facts].listing = _every_figure
        return self.desks[facts]


def _every_figure(engine: Any, document: Document) -> Any:
    return engine.figures(document, verbose=True)


def run(*args: str) -> None:
    """The command, in this process; raises AssertionError for a status that it must not have."""
    out, err = io.StringIO(), io.StringIO()
    status: Any = None
    try:
        with redirect_stdout(out), redirect_stderr(err):
            cli.main(list(args))
    except SystemExit as end:
        status = end.code
    assert status in (0, 1, 2), f"status {status}"
    assert status != 2 or out.getvalue() or err.getvalue(), "status 2 without a word"


# -- the trials: each returns the input and what to do with it ------------------------------------

Trial = tuple[bytes, Callable[[], None]]


def draft(bench: Bench, chance: Random) -> Trial:
    """Check a draft, list its figures, and write every report of it."""
    name, text, facts = bench.drafts.piece(chance)
    data = mutated(text, chance)
    path = Path(name).stem + chance.choice((".md", ".mdx", ".html", ".txt", ".rst", Path(name).suffix))

    def use() -> None:
        outcome = bench.desk(facts).check(path, data)
        report = Report(tuple(sorted(outcome.findings, key=lambda finding: finding.sort_key)), files=1)
        for form in FORMATS:
            render(report, form).encode()
        render_figures(list(bench.desk(facts).list_figures(path, data).rows)).encode()

    return data, use


def facts(bench: Bench, chance: Random) -> Trial:
    data = mutated(FACTS, chance)

    def use() -> None:
        _write({"facts.yaml": data, "draft.md": DRAFT, "more/a.yaml": "facts: {}\n"})
        for command in (
            ["facts", "check"],
            ["facts", "list"],
            ["facts", "test"],
            ["facts", "show", "survival"],
        ):
            run(*command)
        run("check", "draft.md", "--format", chance.choice(FORMATS))
        run("facts", "where-used", "lungs", "draft.md")
        run("facts", "extract", "draft.md")

    return data, use


def config(bench: Bench, chance: Random) -> Trial:
    name, text = chance.choice(CONFIGS)
    data = mutated(text, chance)

    def use() -> None:
        _write(
            {
                name: data,
                "draft.md": DRAFT,
                "facts.yaml": "facts: {a: {claim: It is 5%., source: s}}\nsources: {s: {title: T}}\n",
            }
        )
        run("check", "--format", chance.choice(FORMATS))
        run("figures")
        run("explain")

    return data, use


def rules(bench: Bench, chance: Random) -> Trial:
    text = chance.choice(bench.rules)
    data = mutated(text, chance)

    def use() -> None:
        _write(
            {
                "rules.yaml": data,
                ".medlint.yaml": "rules: [rules.yaml]\n",
                "draft.md": DRAFT,
                "facts.yaml": FACTS.replace("include", "# include"),
            }
        )
        run("check", "draft.md")
        run(
            "explain",
            "--",
            "desk-" + text.partition("desk-")[2].partition("name: desk-")[2].partition("\n")[0],
        )

    return data, use


def entries(bench: Bench, chance: Random) -> Trial:
    """Entries of the cache, some of them under a digest that fits."""

    def use() -> None:
        os.environ["MEDLINT_CACHE_DIR"] = "cache"
        _forget()
        whole = lexicon.builtin().forms
        for path in Path("cache").iterdir():
            header, _, body = path.read_bytes().partition(b"\n")
            spoilt = mutated(body[:2000].decode(errors="replace"), chance)
            spoilt += body[2000:] if chance.random() < 0.5 else b""
            fits = chance.random() < 0.3
            path.write_bytes((cache._header(header.split()[1], spoilt) if fits else header + b"\n") + spoilt)
            _forget()
            assert lexicon.builtin().forms == whole or fits, "a spoilt entry was believed"
        del os.environ["MEDLINT_CACHE_DIR"]
        _forget()

    return b"", use


def _forget() -> None:
    lexicon.builtin.cache_clear()


def _write(files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())


TRIALS = {"draft": draft, "facts": facts, "config": config, "rules": rules, "cache": entries}
ORDER = [*("draft", "draft", "draft", "facts", "config", "rules") * 20, "cache"]


# -- running them ---------------------------------------------------------------------------------


def attempt(kind: str, seed: int, number: int, bench: Bench, keep: Path) -> str:
    """One case: what went wrong, in a line, or nothing. Its input is then left in ``keep``."""
    chance = Random(f"{seed} {kind} {number}")
    data, use = TRIALS[kind](bench, chance)
    here = os.getcwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        signal.setitimer(signal.ITIMER_REAL, LONGEST)
        try:
            use()
            return ""
        except Exception as error:
            frames = traceback.extract_tb(error.__traceback__)
            at = next((f for f in reversed(frames) if f"{os.sep}linter{os.sep}" in f.filename), frames[-1])
            (keep / f"{kind}-{seed}-{number}").write_bytes(data)
            what = " ".join(str(error).split())[:120]
            return f"{type(error).__name__} at {Path(at.filename).name}:{at.lineno}: {what}"
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            os.chdir(here)


def _too_long(_number: int, _frame: FrameType | None) -> NoReturn:
    raise TimeoutError(f"longer than {LONGEST} seconds")


def cases(seeds: tuple[int, ...], kinds: list[str]) -> Iterator[tuple[str, int, int]]:
    """Kind, seed and number, without end: each kind and each seed in turn."""
    order = [kind for kind in ORDER if kind in kinds]
    number = 0
    while True:
        for kind in order:
            number += 1
            for seed in seeds:
                yield kind, seed, number


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=50)
    parser.add_argument("--seed", type=int, action="append", help="default: 1, 2, 3 and today's date")
    parser.add_argument("--kind", choices=TRIALS, action="append", help="default: all")
    parser.add_argument("--only", type=int, help="the number of one case")
    parser.add_argument("--keep", type=Path, help="where inputs that went wrong are kept")
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> int:
    given = _options(arguments)
    keep = Path(given.keep or tempfile.mkdtemp(prefix="medlint-fuzz-")).resolve()
    keep.mkdir(parents=True, exist_ok=True)
    seeds, kinds = tuple(given.seed or (*FIXED_SEEDS, date.today().toordinal())), given.kind or list(TRIALS)
    os.environ["MEDLINT_DEBUG"] = "1"
    signal.signal(signal.SIGALRM, _too_long)
    bench, begun, tried = Bench(), time.monotonic(), 0
    once = iter([(kinds[0], seeds[0], given.only)])
    wrong: dict[str, list[str]] = {}
    for kind, seed, number in once if given.only else cases(seeds, kinds):
        tried += 1
        if message := attempt(kind, seed, number, bench, keep):
            wrong.setdefault(message.partition(": ")[0], []).append(f"{kind}-{seed}-{number}: {message}")
        if time.monotonic() - begun > given.seconds:
            break
    for listed in wrong.values():
        print(f"{len(listed)} times: {listed[0]}")
    seen = f"; see {keep}" if wrong else ""
    print(f"{tried} inputs of seeds {', '.join(map(str, seeds))}: {len(wrong)} mistakes{seen}")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
