"""What the config says of how drafts are read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Reading:
    """How one draft is to be read."""

    encoding: str = "utf-8"
    """Of what is neither UTF-8 nor UTF-16 with a mark; one of ``decoding.ENCODINGS``."""
    fields: tuple[str, ...] = ()
    """Of a YAML or JSON file: the fields that hold copy."""
    prose_keys: tuple[str, ...] = ()
    """Keys of a draft's metadata that hold prose, besides those that are known."""
    prose_attributes: tuple[str, ...] = ()
    """Attributes of tags whose values are shown, besides those that are known."""


AS_IT_IS = Reading()
