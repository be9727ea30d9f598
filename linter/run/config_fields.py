"""The config's ``content-fields``: which fields of which files hold copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from linter.facts.kinds import Kind, Trail, Words, report
from linter.facts.records import ListOf, MapOf
from linter.globs import ADVICE, is_glob
from linter.located_yaml.values import Map, Node
from linter.readers.field_paths import ADVICE as PATH_ADVICE
from linter.readers.field_paths import field_path


class _Path(Words):
    """The path of a field."""

    def read(self, node: Node, problems: list[Any], trail: Trail) -> str | None:
        text = super().read(node, problems, trail)
        if text is not None and field_path(text) is None:
            report(problems, node, trail, f'"{text}" {PATH_ADVICE}')
            return None
        return text


@dataclass(frozen=True)
class FieldsByGlob(Kind):
    """Lists of fields by glob of files."""

    may_be_empty = True

    def read(self, node: Node, problems: list[Any], trail: Trail) -> dict[str, tuple[str, ...]] | None:
        for key, _ in node.items() if isinstance(node, Map) else ():
            if not is_glob(key.text) or key.text.startswith("!"):
                report(problems, key, trail, f'"{key.text}" {ADVICE.replace("news/*.md", "data/*.yaml")}')
        return _FIELDS.read(node, problems, trail)

    def schema(self) -> dict[str, Any]:
        return _FIELDS.schema()


_FIELDS = MapOf(ListOf(_Path(), least=1))
