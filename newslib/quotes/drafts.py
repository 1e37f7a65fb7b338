"""Attributions as they are being put together, before they become records."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Draft", "Place"]

Place = tuple[int, int]
"""Start and end in the text."""


@dataclass(slots=True)
class Draft:
    """One attribution: its cue, its mention, its pieces with the rule that gave each."""

    cue: Place | None
    source: Place | None
    pieces: list[tuple[Place, str]] = field(default_factory=list)
    segment: int = 0
    confidence: float = 1.0
    participle: bool = False
    speech: bool = True

    @property
    def start(self) -> int:
        """Where the first piece starts."""
        return self.pieces[0][0][0]
