"""Tables of weights: what a feature weighs, for the features of a whole article at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from newslib.quotes.templates import Codes, Hundredths, Template

__all__ = ["BITS", "Table", "key_of", "make_table"]

Scattered = npt.NDArray[np.uint64]
"""Keys of features, and what spreads them over the slots of a table."""

BITS = 18
"""How many bits a code has: a template's number and three values fit into one whole number."""


@dataclass(frozen=True, slots=True)
class Table:
    """The weights of some templates, a row for each key; the first row is all nothing.

    `numbers` has those of the `templates`, `names` the columns that these are made of; `picks` says
    for each template which columns are its own, where 0 is one of zeros. Every key has a slot: one
    look tells whether it is there: high bits of its product with `_SCATTER` number the factor by
    which it is multiplied to find the slot, and `entries` has the key of a slot and its row.
    `weights` is as wide as a power of two, which numpy copies fastest; `width` of it is used.
    """

    templates: tuple[Template, ...]
    numbers: Codes
    names: tuple[str, ...]
    picks: Codes
    factors: Scattered
    entries: Codes
    weights: npt.NDArray[np.int16] | Hundredths
    width: int

    def only(self, *names: str) -> Table:
        """The same for those of its templates that have these names."""
        asked = [row for row, one in enumerate(self.templates) if one.name in names]
        templates = tuple([self.templates[row] for row in asked])
        columns, picks = _columns(templates)
        numbers = self.numbers[asked]
        return replace(self, templates=templates, numbers=numbers, names=columns, picks=picks)

    def sums(self, columns: Mapping[str, Codes]) -> Hundredths:
        """For each row of the columns, the sum of the weights of all its features."""
        stacked = np.array([np.zeros_like(columns[self.names[0]]), *map(columns.get, self.names)])
        parts = [
            self._add_up(stacked[:, first : first + _ROWS])
            for first in range(0, stacked.shape[1], _ROWS)
        ]
        return np.concatenate(parts) if len(parts) > 1 else parts[0]

    def _add_up(self, rows: Codes) -> Hundredths:
        """The same for a few rows, all their features at once."""
        first, *others = self.picks.T
        wanted = self.numbers[:, None] << BITS | rows.take(first, axis=0)
        for picked in others:
            wanted <<= BITS
            wanted |= rows.take(picked, axis=0)
        keys = wanted.view(np.uint64)
        factors = self.factors.take(_high(keys * _SCATTER, len(self.factors)))
        slots = _high(keys * factors, len(self.entries))
        entries = self.entries.take(slots, axis=0)
        found = entries[..., 1] * (entries[..., 0] == wanted)
        weights = self.weights.take(found, axis=0)
        total = weights.sum(axis=0, dtype=weights.dtype)
        summed: Hundredths = total[:, : self.width].astype(np.int32)
        return summed


_ROWS = 1024
"""How many rows are looked up at once, so that what is looked up stays at hand."""

_COLUMNS = 3
"""How many columns a template may have."""

_SCATTER = np.uint64(0x9E3779B97F4A7C15)
"""The golden ratio's fraction in 64 bits, which spreads any keys (Knuth 1973, section 6.4)."""


def _high(products: Scattered, size: int) -> Codes:
    """The highest bits of products, as numbers below a size that is a power of two."""
    return (products >> np.uint64(65 - size.bit_length())).view(np.int64)


def make_table(
    templates: Sequence[Template], found: Sequence[dict[int, int]], weights: Hundredths
) -> Table:
    """A table from the rows that hold the weights of each template's keys."""
    names, picks = _columns(templates)
    keys = np.array(
        [number << BITS * _COLUMNS | key for number, known in enumerate(found) for key in known],
        np.uint64,
    )
    size = 4 << len(keys).bit_length() - 1
    factors, slots = _placed(keys, size)
    entries = np.tile([-1, 0], (size, 1))
    entries[slots, 0] = keys
    entries[slots, 1] = [row + 1 for known in found for row in known.values()]
    return Table(
        tuple(templates),
        np.arange(len(templates)),
        names,
        picks,
        factors,
        entries,
        _widened(weights, len(templates)),
        weights.shape[1],
    )


def _columns(templates: Sequence[Template]) -> tuple[tuple[str, ...], Codes]:
    """The columns that templates are made of, and which of them are each template's own."""
    names = tuple(dict.fromkeys(name for template in templates for name in template.columns))
    picks = [[names.index(name) + 1 for name in template.columns] for template in templates]
    return names, np.array([[*pick, 0, 0, 0][:_COLUMNS] for pick in picks])


def _widened(weights: Hundredths, most: int) -> npt.NDArray[np.int16] | Hundredths:
    """The weights behind a row of nothing, in 16 bits if so many of them add up to no more."""
    small = np.abs(weights).max(initial=0) * most < 2**15
    width = 1 << (weights.shape[1] - 1).bit_length()
    wide = np.zeros((len(weights) + 1, width), np.int16 if small else np.int32)
    wide[1:, : weights.shape[1]] = weights
    return wide


def _placed(keys: Scattered, size: int) -> tuple[Scattered, Codes]:
    """A factor for each group of keys by which all of them find free slots, and those slots.

    Groups try one odd factor after the other (after Fredman, Komlós & Szemerédi 1984).
    """
    factors = np.zeros(size // 4, np.uint64)
    groups = _high(keys * _SCATTER, len(factors))
    slots = np.zeros(len(keys), np.int64)
    taken = np.full(size, -1)
    left, factor = np.arange(len(keys)), 1
    while len(left):
        factor = factor * _NEXT % 2**64
        places = _high(keys[left] * np.uint64(factor), size)
        free = taken[places] < 0
        taken[places[free]] = left[free]
        has = taken[places] == left
        sits = (np.bincount(groups[left], ~has, len(factors)) == 0)[groups[left]]
        taken[places[has & ~sits]] = -1
        slots[left[sits]] = places[sits]
        factors[groups[left[sits]]] = factor
        left = left[~sits]
    return factors, slots


_NEXT = 0x5851F42D4C957F2D
"""What makes one odd factor of another (Knuth's multiplier for 64 bits)."""


def key_of(codes: dict[str, int], values: tuple[str, ...]) -> int:
    """The values of a feature as one whole number, with new codes for new values."""
    key = 0
    for value in values:
        key = key << BITS | codes.setdefault(value, len(codes) + 1)
    return key << BITS * (_COLUMNS - len(values))
