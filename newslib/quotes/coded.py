"""Segments as columns of codes, for many at once: what `features` reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, repeat

import numpy as np

from newslib.quotes.columns import Columns
from newslib.quotes.segments import Stretch
from newslib.quotes.templates import REPORTS, SHAPES, Codes, Flags
from newslib.quotes.weights import Model

__all__ = [
    "BREAK",
    "QUOTATION",
    "SPEECH",
    "THAT",
    "VERB",
    "CodedColumns",
    "CodedSegments",
    "candidates",
    "code_columns",
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


@dataclass(frozen=True, slots=True)
class CodedColumns:
    """The columns of some articles, one behind the other, and the codes of what stands there.

    Before those of each article are two empty rows; `begins` has the row behind these. `codes` has
    the codes of words, of tags and the numbers of shapes, a row of each.
    """

    model: Model
    words: list[str]
    tags: list[str]
    begins: list[int]
    codes: Codes


def code_columns(columns: Sequence[Columns], model: Model) -> CodedColumns:
    """The columns of some articles with their codes."""
    words = _joined([each.words for each in columns])
    tags = _joined([each.tags for each in columns])
    shapes = _joined([each.shapes for each in columns])
    begins = list(accumulate([len(each.words) + 2 for each in columns], initial=2))[:-1]
    found = chain(
        map(model.word_codes.__getitem__, words),
        map(model.tag_codes.__getitem__, tags),
        map(SHAPES.__getitem__, shapes),
    )
    codes = np.fromiter(found, np.int64, 3 * len(words)).reshape(3, len(words))
    return CodedColumns(model, words, tags, begins, codes)


def _joined(columns: Iterable[list[str]]) -> list[str]:
    """A column of some articles, with two empty rows before each."""
    rows: list[str] = []
    for column in columns:
        rows += ("", "")
        rows += column
    return rows


@dataclass(frozen=True, slots=True)
class CodedSegments:
    """The units of some segments in one row, two empty ones between.

    `starts` has the place of the first of each, `lengths` how many it has. The empty ones let any
    unit be asked for the two before and behind it. `rows` says in which row of the `columns` each
    unit stands, `words` and `tags` are its codes there, `both` has the codes one behind the
    other; `shapes` and `reports` number what the grids have. `marked` has a row for each sort
    that is counted (`BREAK` to `THAT`) and says which units are of it, `counts` how many of them
    stand up to a unit, itself included: a difference of two counts is how many lie between two
    units.
    """

    model: Model
    columns: CodedColumns
    rows: Codes
    starts: Codes
    lengths: Codes
    words: Codes
    tags: Codes
    shapes: Codes
    reports: Codes
    both: Codes
    marked: Flags
    counts: Codes

    def written(self, places: Codes) -> list[str]:
        """The words of some units."""
        return list(map(self.columns.words.__getitem__, self.rows.take(places).tolist()))

    def tagged(self, places: Codes) -> list[str]:
        """Their tags."""
        return list(map(self.columns.tags.__getitem__, self.rows.take(places).tolist()))

    def column(self, values: Iterable[str]) -> Codes:
        """The codes of values."""
        return np.fromiter(map(self.model.codes.get, values, repeat(0)), np.int64)

    def around(self, places: Codes, names: Iterable[str]) -> dict[str, Codes]:
        """Those of the named columns that are words and tags of units or of those next to them."""
        asked = [name for name in names if name in _AROUND]
        steps = [_AROUND[name][1] + len(self.words) * (name[0] == "t") for name in asked]
        return dict(zip(asked, self.both.take(np.add.outer(steps, places)), strict=True))

    def homes(self, places: Codes) -> Codes:
        """The numbers of the segments in which units stand."""
        return np.searchsorted(self.starts, places, "right") - 1


def candidates(coded: CodedSegments) -> Codes:
    """Where a cue may stand: verbs but auxiliaries, forms of reporting words, colons, dashes."""
    sorts = coded.model.sorts
    verbs = sorts["any verb"].take(coded.tags) & ~sorts["auxiliary"].take(coded.words)
    return (verbs | (coded.reports > 0) | sorts["bare"].take(coded.words)).nonzero()[0]


def code_segments(
    stretches: Sequence[Stretch], begins: Sequence[int], columns: CodedColumns
) -> CodedSegments:
    """The segments in one row, with the codes of their units; `begins` has that of each's article.

    Nothing is coded here: which rows of the columns the units are is all that must be known.
    """
    model = columns.model
    rows, starts, lengths = _rows_of(stretches, begins)
    codes = columns.codes.take(rows, axis=1)
    words, tags, shapes = codes
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
        model,
        columns,
        rows,
        starts,
        lengths,
        words,
        tags,
        shapes,
        reports,
        codes[:2].ravel(),
        marked,
        counts,
    )


def _rows_of(stretches: Sequence[Stretch], begins: Sequence[int]) -> tuple[Codes, Codes, Codes]:
    """The row of every unit and of the empty ones; where segments start, and their lengths."""
    spread = [_BETWEEN]
    for stretch, begin in zip(stretches, begins, strict=True):
        spread += [(first + begin, last + begin) for first, last in stretch.rows]
        spread.append(_BETWEEN)
    firsts, behind = np.array(spread).T
    sizes = behind - firsts
    ends = sizes.cumsum()
    rows = np.arange(ends[-1]) + (behind - ends).repeat(sizes)
    gaps = np.array(list(accumulate([len(stretch.rows) + 1 for stretch in stretches], initial=0)))
    starts = ends.take(gaps)
    return rows, starts[:-1], np.diff(starts) - 2


_BETWEEN = (0, 2)
"""The rows of the empty units between two segments: those before the first article."""
