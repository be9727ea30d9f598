"""Print a pip constraint for the lowest version of every dependency that pyproject.toml declares.

.ci/run installs by it, so that a lower bound that does not work cannot stay.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
BOUND = re.compile(r"([A-Za-z0-9._-]+)>=([0-9.]+)(?:,<[0-9.]+)?")


def lowest(pyproject: str) -> list[str]:
    """``name==version`` for each dependency, those of the extras too.

    Raises:
        ValueError: a dependency declares no lower bound, or anything that this script does not read.
    """
    project = tomllib.loads(pyproject)["project"]
    extras = project.get("optional-dependencies", {}).values()
    constraints = []
    for dependency in [*project["dependencies"], *(each for extra in extras for each in extra)]:
        found = BOUND.fullmatch(dependency)
        if found is None:
            raise ValueError(f"{dependency!r} is not written as name>=version or name>=version,<version")
        constraints.append(f"{found[1]}=={found[2]}")
    return constraints


def main() -> int:
    try:
        print("\n".join(lowest(PYPROJECT.read_text(encoding="utf-8"))))
    except ValueError as error:
        print(f"{PYPROJECT}: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
