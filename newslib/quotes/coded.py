"""Segments as columns of codes, for many at once: what `features` reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from operator import itemgetter

import numpy as np

from newslib.quotes.templates import REPORTS, SHAPES, Codes, Flags
from newslib.quotes.units import Segment, Unit
from newslib.quotes.weights import Model

__all__ = [
    "BREAK",
    "QUOTATION",
    "SPEECH",
    "THAT",
    "VERB",
    "CodedSegments",
    "candidates",
    "code_segments",
]

BREAK, VERB, QUOTATION, SPEECH, THAT = range(5)
"""The rows of `marked` and `counts`: what is counted between two units."""

_AROUND = {
    f"{base}{step:+d}" if step else base: (base, step)
    for base in ("word", "tag")
    for step in range(-2, 3)
}
"""The columns that are words and tags of units and of those next to them, and how far off."""

_NONE = Unit(0, 0, "", "", "", "", 0, 0)


@dataclass(frozen=True, slots=True)
class CodedSegments:
    """The units of some segments in one row, two empty ones between; `starts` has each first.

    The empty ones let any unit be asked for the two before and behind it. `written` and `tagged`
    are their words and tags as they stand there, `words` and `tags` the codes of these, `both` has
    the codes one behind the other; `shapes` and `reports` number what the grids have. `marked`
    has a row for each sort that is counted (`BREAK` to `THAT`) and says which units are of it,
    `counts` how many of them stand up to a unit, itself included: a difference of two counts is
    how many lie between two units.
    """

    model: Model
    segments: Sequence[Segment]
    written: tuple[str, ...]
    tagged: tuple[str, ...]
    starts: list[int]
    words: Codes
    tags: Codes
    shapes: Codes
    reports: Codes
    both: Codes
    marked: Flags
    counts: Codes

    def column(self, values: Iterable[str]) -> Codes:
        """The codes of values."""
        return np.fromiter(map(self.model.codes.get, values, repeat(0)), np.int64)

    def around(self, places: Codes, names: Iterable[str]) -> dict[str, Codes]:
        """Those of the named columns that are words and tags of units or of those next to them."""
        asked = [name for name in names if name in _AROUND]
        steps = [_AROUND[name][1] + len(self.written) * (name[0] == "t") for name in asked]
        return dict(zip(asked, self.both.take(np.add.outer(steps, places)), strict=True))

    def homes(self, places: Codes) -> Codes:
        """The numbers of the segments in which units stand."""
        return np.searchsorted(self.starts, places, "right") - 1


def candidates(coded: CodedSegments) -> Codes:
    """Where a cue may stand: verbs but auxiliaries, forms of reporting words, colons, dashes."""
    sorts = coded.model.sorts
    verbs = sorts["any verb"].take(coded.tags) & ~sorts["auxiliary"].take(coded.words)
    return (verbs | (coded.reports > 0) | sorts["bare"].take(coded.words)).nonzero()[0]


# A place in a tuple is read a fifth faster than a name.
_word_of, _tag_of, _shape_of = map(itemgetter, map(Unit._fields.index, ("word", "tag", "shape")))


def code_segments(segments: Sequence[Segment], model: Model) -> CodedSegments:
    """The segments in one row, with the codes of their words."""
    units = [_NONE, _NONE]
    starts: list[int] = []
    for segment in segments:
        starts.append(len(units))
        units.extend(segment)
        units += (_NONE, _NONE)
    word, tag, shape = (tuple(map(column, units)) for column in (_word_of, _tag_of, _shape_of))
    found = chain(map(model.word_codes.__getitem__, word), map(model.tag_codes.__getitem__, tag))
    both = np.fromiter(found, np.int64, 2 * len(units))
    words, tags = both.reshape(2, -1)
    shapes = np.fromiter(map(SHAPES.__getitem__, shape), np.int64, len(units))
    reports = model.reports.take(words)
    sorts = model.sorts
    marked = np.array(
        [
            sorts["break"].take(words),
            sorts["verb"].take(tags),
            tags == model.codes["Q"],
            reports == REPORTS["speech"],
            words == model.codes["that"],
        ]
    )
    counts = marked.cumsum(axis=1)
    return CodedSegments(
        model, segments, word, tag, starts, words, tags, shapes, reports, both, marked, counts
    )
