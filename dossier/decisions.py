"""What the reader put right: read from ``dossier.toml``, applied over what was derived.

Decisions are small frozen records. They are never mixed into the derived values: a better rule
tomorrow cannot destroy them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decisions:
    """Everything ``dossier.toml`` says."""

    title: str | None = None
    language: str | None = None
