"""Attributions as they are being put together, before they become records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from newslib.quotes.segments import Segment

__all__ = ["Draft", "Place", "Reading", "Rule", "Run", "holds", "overlap"]

Place = tuple[int, int]
"""Start and end in the text."""

Run = tuple[int, int]
"""The first and the last unit of a run in a segment."""


@dataclass(slots=True)
class Reading:
    """One cue of a segment with its content and source, counted in units."""

    cue: int
    speech: bool
    probability: float
    content: list[Run] = field(default_factory=list)
    sources: list[Run] = field(default_factory=list)


Rule = Callable[[Segment, Reading], None]
"""What mends a reading of a segment."""


@dataclass(slots=True)
class Draft:
    """One attribution: its cue, its mention, its pieces with the rule that gave each."""

    cue: Place | None
    source: Place | None
    pieces: list[tuple[Place, str]] = field(default_factory=list)
    segment: int = 0
    confidence: float = 1.0
    speech: bool = True

    @property
    def places(self) -> list[Place]:
        """Where its pieces stand."""
        return [place for place, _ in self.pieces]


def overlap(one: Place, other: Place) -> bool:
    """Whether two places have a character in common."""
    return one[0] < other[1] and other[0] < one[1]


def holds(outer: Place, inner: Place) -> bool:
    """Whether one place lies in another from its first to its last character."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]
