"""What the weights are about: templates of features, and the values their columns may hold.

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
    "QUOTES",
    "RELATION",
    "REPORTS",
    "SHAPES",
    "Codes",
    "Flags",
    "Hundredths",
    "Template",
    "grids_of",
    "values_of",
]

Codes = npt.NDArray[np.int64]
"""The codes of values; 0 is a value that no weight is about."""

Flags = npt.NDArray[np.bool_]
"""Whether each of a row is of some sort."""

Hundredths = npt.NDArray[np.int32]
"""Weights and sums of them in whole numbers, so that they come out the same on every machine."""


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

QUOTES = tuple(f"Q{size}{ending}" for size in (1, 2, 3, 4, 8, 12) for ending in ",.?!-")
"""The words of quotations: a size, and the mark with which each ends."""

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
        "outline": _outlines(codes),
        "few": _codes(codes, distances[:5]),
        "that": _codes(codes, ("False", "True")),
        "shape": _codes(codes, SHAPES),
        "shapes": _codes(codes, map("".join, product(SHAPES, repeat=3))).reshape(6, 6, 6),
        "report": _codes(codes, REPORTS),
        "reports": _codes(codes, map("|".join, product(REPORTS, repeat=3))).reshape(3, 3, 3),
    }


def _outlines(codes: dict[str, int]) -> Codes:
    """The codes of a quotation before a place or none, whether one is near, and one behind."""
    sides = ("-", *QUOTES)
    outlines = map("".join, product(sides, "-Q", sides))
    return _codes(codes, outlines).reshape(len(sides), 2, len(sides))


def _codes(codes: dict[str, int], values: Iterable[str]) -> Codes:
    return np.array([codes.get(value, 0) for value in values], np.int64)


def _grid(codes: dict[str, int], firsts: Sequence[str], seconds: Sequence[str]) -> Codes:
    """The codes of two values joined; 0 where the first is nothing."""
    return np.array(
        [[codes.get(one + other, 0) if one else 0 for other in seconds] for one in firsts],
        np.int64,
    )
