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
    "Table",
    "Template",
    "grids_of",
    "key_of",
    "make_table",
    "values_of",
]

Codes = npt.NDArray[np.int64]
"""The codes of values; 0 is a value that no weight is about."""

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
    "b": "", "w": "word", "t": "tag", "r": "report_tag", "s": "suffix",
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
    "w": "word", "t": "tag_shape", "w-": "word-1", "w+": "word+1", "t-": "tag-1", "t+": "tag+1",
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
    heads = _HEADS[template.columns[0]]
    return [
        (rest[:size], *tail)
        for size in range(1, min(len(rest), 4) + 1)
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
    """The weights of some templates, a row for each key; the last row is all nothing.

    `names` has the columns that the templates are made of; `picks` says for each template which
    of them are its own, where 0 is a column of zeros. The keys are hashed, as a binary search
    would take five times as long: a template has `sizes` slots from `begins` on, and keys of one
    slot stand together, the first of them at `firsts[slot]`, at most `depth` of them.
    """

    names: tuple[str, ...]
    picks: Codes
    sizes: Codes
    begins: Codes
    firsts: Codes
    depth: int
    keys: Codes
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
        places = self.firsts.take(_slots(wanted, self.sizes[:, None], self.begins[:, None]))
        for _ in range(self.depth - 1):
            places += self.keys.take(places) != wanted
        places[self.keys.take(places) != wanted] = len(self.weights) - 1
        total: Hundredths = self.weights.take(places, axis=0).sum(axis=0, dtype=np.int32)
        return total


_ROWS = 2048
"""How many rows are looked up at once, so that what is looked up stays at hand."""

_COLUMNS = 3
"""How many columns a template may have."""


def make_table(
    templates: Sequence[Template], found: Sequence[dict[int, int]], weights: Hundredths
) -> Table:
    """A table from the rows that hold the weights of each template's keys."""
    names = tuple(dict.fromkeys(name for template in templates for name in template.columns))
    picks = [[names.index(name) + 1 for name in template.columns] for template in templates]
    keys = np.array(
        [number << _BITS * _COLUMNS | key for number, known in enumerate(found) for key in known]
    )
    rows = np.array([row for known in found for row in known.values()])
    counts = [2 << len(known).bit_length() for known in found]
    begins = np.cumsum([0, *counts[:-1]])
    number = keys >> _BITS * _COLUMNS
    slots = _slots(keys, np.array(counts)[number], begins[number])
    order = slots.argsort(kind="stable")
    sizes = np.bincount(slots, minlength=sum(counts))
    nothing = np.zeros((1, weights.shape[1]), np.int32)
    return Table(
        names,
        np.array([[*pick, 0, 0, 0][:_COLUMNS] for pick in picks]),
        np.array(counts),
        begins,
        sizes.cumsum() - sizes,
        int(sizes.max()),
        np.append(keys[order], [-1] * int(sizes.max())),
        np.concatenate((weights[rows[order]], nothing)),
    )


def _slots(keys: Codes, counts: Codes, begins: Codes) -> Codes:
    """The slot of each key: some high bits of its product with an odd number."""
    return (keys * _SCATTER >> 40 & counts - 1) + begins


_SCATTER = np.int64(-0x61C8864680B583EB)
"""The golden ratio's fraction in 64 bits, which spreads any keys (Knuth 1973, section 6.4)."""


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
