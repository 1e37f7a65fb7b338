"""The ways from a cue to other units, followed sort by sort for many units at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from newslib.quotes.templates import Codes
from newslib.quotes.units import COARSE

__all__ = ["SORTS", "Ways", "make_ways"]

SORTS = ("x", *sorted(set(COARSE.values())))
"""The sorts of words, "x" for all without one of their own; a way is made of their numbers."""

Places = npt.NDArray[np.int32]
"""Numbers of places; half as wide as codes, so that twice as many of them stay at hand."""

_SIDES = ("<", ">")
"""What a way to the left begins with, and one to the right."""


@dataclass(frozen=True, slots=True)
class Ways:
    """A tree of all ways that some weight is about, each a place that is reached step by step.

    `next_places` says where each sort leads from each place, a row of them behind the other, and
    `codes` which code the way up to a place has. Place 0 is off all ways. `begins` has the places
    where ways to the left begin and ways to the right.
    """

    next_places: Places
    codes: Codes
    begins: Places

    def codes_along(self, places: Places, sorts: Codes) -> Codes:
        """The codes of the ways from some places on; `sorts` has a row for each step."""
        reached = np.empty(sorts.shape, np.int32)
        for step, row in zip(sorts, reached, strict=True):
            places = self.next_places.take(places * len(SORTS) + step)
            row[:] = places
        return self.codes.take(reached)


def make_ways(codes: Mapping[str, int]) -> Ways:
    """The tree of the values that are ways: a side, and the letters of the sorts passed."""
    numbers = {letter: number for number, letter in enumerate(SORTS)}
    known: dict[tuple[int, int], int] = {}
    ends = {0: 0}
    for value, code in codes.items():
        if value[:1] in _SIDES and numbers.keys() >= set(value[1:]):
            place = 1 + _SIDES.index(value[0])
            for letter in value[1:]:
                place = known.setdefault((place, numbers[letter]), len(known) + 1 + len(_SIDES))
            ends[place] = code
    next_places = np.zeros((len(known) + 1 + len(_SIDES), len(SORTS)), np.int32)
    for (place, sort), reached in known.items():
        next_places[place, sort] = reached
    found = np.zeros(len(next_places), np.int64)
    found[list(ends)] = list(ends.values())
    return Ways(next_places.ravel(), found, np.arange(1, 1 + len(_SIDES), dtype=np.int32))
