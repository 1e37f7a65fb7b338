"""An article divided into segments: sentences whose units are words and whole quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from typing import TypeVar

from newslib.article import Article, records
from newslib.quotes.columns import Columns, Quoted, Rows, columns_of
from newslib.quotes.units import reports

__all__ = ["Segment", "Stretch", "inner_stretches", "stretches"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence as units; since quotations are whole, it may hold several printed sentences.

    The columns say of each unit what its word is, in lower case with straight apostrophes, how it
    is tagged ("Q" for a quotation) and how it is written.
    """

    stretch: Stretch
    words: list[str]
    tags: list[str]
    shapes: list[str]

    def __len__(self) -> int:
        """How many units there are."""
        return len(self.words)

    def place(self, first: int, behind: int) -> tuple[int, int]:
        """Where some units start and end in the text; the last one is that before `behind`."""
        return self.stretch.place(first, behind)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a segment stands in the columns of its article, and the quotations in it.

    That is all the models ask of a segment; its own columns are made for those that hold a cue.
    """

    columns: Columns
    rows: Sequence[Rows]
    quotations: Sequence[Quoted]

    def segment(self) -> Segment:
        """The columns of its units alone."""
        every, rows = self.columns, self.rows
        words, tags, shapes = every.words, every.tags, every.shapes
        return Segment(self, _picked(words, rows), _picked(tags, rows), _picked(shapes, rows))

    def place(self, first: int, behind: int) -> tuple[int, int]:
        """Where some units start and end in the text; the last one is that before `behind`."""
        one, other = self._row(first), self._row(behind - 1)
        return self.columns.start_of(one), self.columns.end_of(other)

    def _row(self, unit: int) -> int:
        """The row of a unit."""
        for first, last in self.rows:
            if unit < last - first:
                return first + unit
            unit -= last - first
        raise IndexError(f"unit {unit} behind the last one")

    def __len__(self) -> int:
        """How many units there are."""
        return sum([last - first for first, last in self.rows])

    def last_words(self, most: int) -> list[str]:
        """The words of the last units, at most so many."""
        return _picked(self.columns.words, self.rows)[-most:]

    @property
    def start(self) -> int:
        """Where the first unit starts in the text."""
        return self.columns.start_of(self.rows[0][0])

    @property
    def paragraph(self) -> int:
        """The number of the paragraph in which it starts."""
        return bisect_right(self.columns.paragraphs, self.start)

    @property
    def ends_with_colon(self) -> bool:
        """Whether the last unit is a colon."""
        return self.columns.words[self.rows[-1][1] - 1] == ":"

    @property
    def reports(self) -> bool:
        """Whether a form of a reporting word stands in it."""
        forms, words = reports().keys(), self.columns.words
        return not all(forms.isdisjoint(words[first:last]) for first, last in self.rows)


def stretches(article: Article) -> list[Stretch]:
    """The article's segments in text order, with its outermost quotations as units."""
    columns = columns_of(article)
    marks = range(columns.count, len(columns.words))
    return _stretches(columns, _divided(columns, 0, columns.count, marks))


_start_of = itemgetter(0)


def inner_stretches(article: Article, start: int, end: int) -> list[Stretch]:
    """Segments of the words from `start` to `end` alone, with the quotations inside them whole."""
    columns = columns_of(article)
    quoted, count = columns.quotations, columns.count
    within = range(
        bisect_left(quoted, start, key=_start_of), bisect_left(quoted, end, key=_start_of)
    )
    inside = [count + number for number in within if quoted[number].end <= end]
    first, last = bisect_left(columns.starts, start), bisect_left(columns.starts, end)
    return _stretches(columns, _divided(columns, first, last, inside))


def _stretches(columns: Columns, divided: Iterable[Sequence[Rows]]) -> list[Stretch]:
    """The stretches that have some rows each."""
    rows, count = list(divided), columns.count
    quoted = [[columns.quotations[one - count] for one, _ in part if one >= count] for part in rows]
    return records(Stretch, [columns] * len(rows), rows, quoted)


def _picked(column: list[T], rows: Sequence[Rows]) -> list[T]:
    """What stands in some rows of a column."""
    first, last = rows[0]
    found = column[first:last]
    for first, last in rows[1:]:
        found += column[first:last]
    return found


_LONGEST = 200
"""A sentence of more units is cut, so that time stays linear whatever the text."""


def _divided(
    columns: Columns, first: int, last: int, marks: Iterable[int]
) -> Iterator[Sequence[Rows]]:
    """Some words grouped by sentence, where no quotation is open; a quotation becomes one unit."""
    opening, quoted = columns.openings, list(_outermost(columns, first, marks))
    open_at = {
        place
        for start, end, _ in quoted
        for place in opening[bisect_right(opening, start) : bisect_left(opening, end)]
    }
    within = opening[bisect_right(opening, first) : bisect_left(opening, last)]
    edges = [first, *(place for place in within if place not in open_at), last]
    quoted.reverse()
    for start, end in pairwise(edges):
        if quoted and quoted[-1][0] < end:
            yield from _cut(list(_with_quotations(start, end, quoted)))
        elif start < end:
            yield from _cut(((start, end),))


def _outermost(
    columns: Columns, position: int, marks: Iterable[int]
) -> Iterator[tuple[int, int, int]]:
    """The words in each quotation that lies in no other, and its row."""
    for row in marks:
        first, last = columns.inside[row - columns.count]
        if position <= first < last:
            yield first, last, row
            position = last


def _with_quotations(start: int, end: int, waiting: list[tuple[int, int, int]]) -> Iterator[Rows]:
    """Some rows with one for each of their quotations; these no longer wait then."""
    while waiting and waiting[-1][0] < end:
        first, last, row = waiting.pop()
        if start < first:
            yield start, first
        yield row, row + 1
        start = last
    if start < end:
        yield start, end


def _cut(rows: Sequence[Rows]) -> Iterator[Sequence[Rows]]:
    """Some rows as they are, or in several parts where they are too many."""
    if sum([last - first for first, last in rows]) <= _LONGEST:
        yield rows
        return
    each = [(row, row + 1) for first, last in rows for row in range(first, last)]
    for place in range(0, len(each), _LONGEST):
        yield each[place : place + _LONGEST]
