"""Print every regular expression that medlint compiles, as JSON: pattern, flags, place.

Run in a process of its own, so that nothing is compiled before it looks.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import sys
from datetime import date
from typing import Any

PASSED_THROUGH = ("/re/__init__.py", "functools.py")
FOUND: dict[tuple[str, int], str] = {}


def place() -> str:
    """The innermost line of medlint that asked for a pattern; empty if none did."""
    frame = sys._getframe(2)
    while frame is not None:
        name = frame.f_code.co_filename.replace("\\", "/")
        if "/linter/" in name and not name.endswith("linter/patterns.py"):
            return f"{name.rpartition('/linter/')[2]}:{frame.f_lineno}"
        if ("importlib" in name or "/lib/python" in name) and not name.endswith(PASSED_THROUGH):
            return ""  # a library's own
        frame = frame.f_back  # type: ignore[assignment]
    return ""


def watch() -> None:
    """Note each pattern from here on."""
    from linter.patterns import Pattern

    compiler: Any = re._compiler  # type: ignore[attr-defined]
    compile_as_ever, init_as_ever = compiler.compile, Pattern.__init__

    def noted(pattern: Any, flags: int = 0) -> Any:
        if isinstance(pattern, str) and (where := place()):
            FOUND.setdefault((pattern, int(flags)), where)
        return compile_as_ever(pattern, flags)

    def init(self: Pattern, pattern: str, flags: int = 0) -> None:
        init_as_ever(self, pattern, flags)
        FOUND.setdefault((pattern, int(flags)), place())

    compiler.compile = noted
    Pattern.__init__ = init  # type: ignore[method-assign]


def use_everything() -> None:
    """Import every module, and check an example of every rule: some patterns are made of its phrases."""
    import linter

    for module in pkgutil.walk_packages(linter.__path__, "linter."):
        importlib.import_module(module.name)
    from linter.engine import Engine, Settings
    from linter.facts.load import load_text
    from linter.readers import read
    from linter.rulebook.rules import load_rules

    rules = load_rules(examples=True)
    for rule in rules.values():
        for example in [e for e in rule.examples if e.finding][:1]:
            facts = load_text(example.facts_text()) if example.facts_file else None
            engine = Engine(facts, rules, Settings(date(2026, 6, 1)))
            engine.check(read("draft.md", example.draft.encode()))


if __name__ == "__main__":
    watch()
    use_everything()
    json.dump([[pattern, flags, where] for (pattern, flags), where in FOUND.items()], sys.stdout)
