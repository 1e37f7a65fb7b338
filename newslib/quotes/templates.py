"""What the weights are about: templates of features, and tables to look their weights up in.

A feature is a letter or two and a few values: "x-who have" says that "who" stands before "have".
Every value has a code, so that the codes of a whole article are looked up at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import numpy.typing as npt

__all__ = [
    "CUE",
    "OWN",
    "RELATION",
    "REPORTS",
    "SHAPES",
    "Codes",
    "Flags",
    "Hundredths",
    "Scattered",
    "Table",
    "Template",
    "grids_of",
    "key_of",
    "make_table",
    "values_of",
]

Codes = npt.NDArray[np.int64]
"""The codes of values; 0 is a value that no weight is about."""

Scattered = npt.NDArray[np.uint64]
"""Keys of features, and what spreads them over the slots of a table."""

Flags = npt.NDArray[np.bool_]
"""Whether each of a row is of some sort."""

Hundredths = npt.NDArray[np.int32]
"""Weights and sums of them in whole numbers, so that they come out the same on every machine."""

_BITS = 18
"""How many bits a code has: a template's number and three values fit into one whole number."""


@dataclass(frozen=True, slots=True)
class Template:
    """The letters a feature begins with and its columns; the first may be joined without space."""

    name: str
    columns: tuple[str, ...]
    joined: bool


def _templates(rows: Mapping[str, str]) -> tuple[Template, ...]:
    """Templates from letters and columns; "|" stands behind a column that is joined."""
    return tuple(
        Template(name, tuple(columns.replace("|", " ").split()), "|" in columns)
        for name, columns in rows.items()
    )


CUE = _templates({
    "b": "", "w": "word", "t": "tag", "r": "report|tag", "s": "suffix",
    "w-": "word-1", "w+": "word+1", "t-": "tag-1", "t+": "tag+1", "v-": "word-2", "v+": "word+2",
    "ww+": "word word+1", "ww-": "word-1 word", "wt+": "word tag+1", "wt-": "tag-1 word",
    "t3": "tag-1 tag tag+1", "rt": "report tag-1 tag+1", "rt2": "report tag+1 tag+2",
    "rw": "report word+1", "l": "left report", "lt": "left_tag left_shape report",
    "lw": "left_tag word", "p": "passed report tag", "pw": "passed word", "o": "outline report",
    "ow": "outline word", "q": "that report", "n": "before report", "nw": "before_few word",
    "c": "since report", "i": "from_start report", "e": "from_end report", "u": "shape report",
})  # fmt: skip
"""What tells a cue: the word, its neighbours, its subject, quotations near it, cues before it."""

OWN = _templates({
    "w": "word", "t": "tag|shape", "w-": "word-1", "w+": "word+1", "t-": "tag-1", "t+": "tag+1",
    "y-": "tag-1 tag", "y+": "tag tag+1", "z-": "tag-2 tag-1 tag", "z+": "tag tag+1 tag+2",
    "x-": "word-1 word", "x+": "word word+1", "m": "word-1 tag tag+1", "k": "tag word+1 tag+2",
    "j": "tag word+1 word+2", "h": "shapes", "r": "reports",
})  # fmt: skip
"""What is seen of each unit whatever the cue: itself and its neighbours."""

RELATION = _templates({
    "cue": "here", "<": "on_left", ">": "on_right", "C": "side|cue", "c": "at_near|cue",
    "F": "at|follows", "P": "at|precedes follows", "p": "side_near|precedes follows",
    "O": "at|outline", "o": "side_near|outline", "G": "at|cue_tag", "D": "at_distance",
    "d": "side_near|tag", "f": "side_near|follows tag", "H": "path", "h": "path closed",
    "B": "at_between", "b": "side_between follows", "A": "side_commas|tag",
    "a": "side_commas|word-1", "e": "side_commas|word+1", "V": "side_verbs|tag",
})  # fmt: skip
"""What is seen of each unit in its relation to the cue: side, distance, what lies between."""

_SIDES = ("", "<", ">")
"""On which side of the cue a unit stands: nowhere (the cue itself), left, right."""

_AT = ("", "", "<", "<$", ">", ">$")
"""The same, at the edge of the segment ($) apart."""

_NEAR = ("", "1", "2", "3", "4", "5", "6", "10")
"""How far off a unit stands, in steps: 6 is six to nine units, 10 is ten and more."""

_FEW = ("0", "1", "2")
"""How many there are, where 2 is two or more."""

_BETWEEN = tuple(
    f"{commas}{verbs}{rest:03b}" for commas in range(4) for verbs in range(3) for rest in range(8)
)
"""What lies between: breaks, verbs, and whether a quotation, a report and a "that"."""

SHAPES = {"": 0, ".": 1, "9": 2, "x": 3, "X": 4, "XX": 5}
"""The shapes of units, by which grids are read."""

REPORTS = {"": 0, "speech": 1, "other": 2}
"""What units report, by which grids are read."""

_HEADS = {
    "report": frozenset(REPORTS),
    "side": frozenset(_SIDES[1:]),
    "at": frozenset(_AT[2:]),
    "at_near": frozenset(at + near for at in _AT[2:] for near in _NEAR[1:]),
    "side_near": frozenset(side + near for side in _SIDES[1:] for near in _NEAR[1:]),
    "side_commas": frozenset(side + few for side in _SIDES[1:] for few in _FEW),
    "side_verbs": frozenset(side + few for side in _SIDES[1:] for few in _FEW),
}
"""The values of the columns that are joined to the next without a space."""


def values_of(template: Template, rest: str) -> list[tuple[str, ...]]:
    """What the columns of a template may hold where a feature goes on with `rest`.

    >>> values_of(Template("x+", ("word", "word+1"), joined=False), "said that")
    [('said', 'that')]
    """
    count = len(template.columns)
    if not template.joined:
        return _split(rest, count)
    if template.columns[-1] == "shape":
        return [(rest.removesuffix(shape), shape) for shape in SHAPES if rest.endswith(shape)]
    heads = _HEADS[template.columns[0]]
    return [
        (rest[:size], *tail)
        for size in range(min(len(rest), 6) + 1)
        if rest[:size] in heads
        for tail in _split(rest[size:], count - 1)
    ]


def _split(rest: str, count: int) -> list[tuple[str, ...]]:
    """The text as so many values, the first of which may hold spaces; nothing if it has fewer."""
    if not count:
        return [] if rest else [()]
    values = tuple(rest.rsplit(" ", count - 1))
    return [values] if len(values) == count else []


@dataclass(frozen=True, slots=True)
class Table:
    """The weights of some templates, a row for each key; the first row is all nothing.

    `names` has the columns that the templates are made of; `picks` says for each template which
    of them are its own, where 0 is a column of zeros. Every key has a slot of its own, so that one
    look tells whether it is there: high bits of its product with `_SCATTER` number the factor by
    which it is multiplied to find the slot, and `rows` says where the weights of a slot are.
    """

    names: tuple[str, ...]
    picks: Codes
    factors: Scattered
    keys: Scattered
    rows: Hundredths
    weights: Hundredths

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
        wanted = np.arange(len(self.picks))[:, None]
        for picked in self.picks.T:
            wanted = wanted << _BITS | rows.take(picked, axis=0)
        keys = wanted.view(np.uint64)
        factors = self.factors.take(_high(keys * _SCATTER, len(self.factors)))
        slots = _high(keys * factors, len(self.keys))
        found = self.rows.take(slots) * (self.keys.take(slots) == keys)
        total: Hundredths = np.add.reduce(self.weights.take(found, axis=0), axis=0, dtype=np.int32)
        return total


_ROWS = 2048
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
    names = tuple(dict.fromkeys(name for template in templates for name in template.columns))
    picks = [[names.index(name) + 1 for name in template.columns] for template in templates]
    keys = np.array(
        [number << _BITS * _COLUMNS | key for number, known in enumerate(found) for key in known],
        np.uint64,
    )
    size = 4 << len(keys).bit_length() - 1
    factors, slots = _placed(keys, size)
    sown, rows = np.full(size, ~np.uint64(0)), np.zeros(size, np.int32)
    sown[slots] = keys
    rows[slots] = [row + 1 for known in found for row in known.values()]
    return Table(
        names,
        np.array([[*pick, 0, 0, 0][:_COLUMNS] for pick in picks]),
        factors,
        sown,
        rows,
        np.concatenate((np.zeros((1, weights.shape[1]), np.int32), weights)),
    )


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
        key = key << _BITS | codes.setdefault(value, len(codes) + 1)
    return key << _BITS * (_COLUMNS - len(values))


def grids_of(codes: dict[str, int]) -> dict[str, Codes]:
    """The codes of what relations are made of, by the numbers of the two values joined."""
    distances = [str(number) for number in range(13)]
    return {
        "side": _grid(codes, _SIDES, ("",))[:, 0],
        "at": _grid(codes, _AT, ("",))[:, 0],
        "at_near": _grid(codes, _AT, _NEAR),
        "side_near": _grid(codes, _SIDES, _NEAR),
        "at_distance": _grid(codes, _AT, distances),
        "at_between": _grid(codes, _AT, _BETWEEN),
        "side_between": _grid(codes, _SIDES, _BETWEEN),
        "side_few": _grid(codes, _SIDES, _FEW),
        "few": _codes(codes, distances[:5]),
        "that": _codes(codes, ("False", "True")),
        "shape": _codes(codes, SHAPES),
        "shapes": _codes(codes, map("".join, product(SHAPES, repeat=3))).reshape(6, 6, 6),
        "report": _codes(codes, REPORTS),
        "reports": _codes(codes, map("|".join, product(REPORTS, repeat=3))).reshape(3, 3, 3),
    }


def _codes(codes: dict[str, int], values: Iterable[str]) -> Codes:
    return np.array([codes.get(value, 0) for value in values], np.int64)


def _grid(codes: dict[str, int], firsts: Sequence[str], seconds: Sequence[str]) -> Codes:
    """The codes of two values joined; 0 where the first is nothing."""
    return np.array(
        [[codes.get(one + other, 0) if one else 0 for other in seconds] for one in firsts],
        np.int64,
    )
