"""The words of an article column by column, and its quotations as further rows behind them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import NamedTuple

from newslib.article import Article
from newslib.marks import Quotation, find_marks
from newslib.tagging import folded_tokens, shapes, tags
from newslib.tokens import divided

__all__ = ["Columns", "Quoted", "Rows", "columns_of"]

Rows = tuple[int, int]
"""The first of some rows, and the one behind the last."""


class Quoted(NamedTuple):
    """A whole quotation as one unit, whose tag is "Q".

    Its word is its size and the mark with which it ends, its shape that of its first word.
    """

    start: int
    end: int
    word: str
    shape: str
    mark: Quotation

    @property
    def place(self) -> tuple[int, int]:
        """Start and end in the text."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Columns:
    """What the models see of each unit that may stand in a segment: words, then quotations.

    `starts` and `ends` say where the words stand; `quotations` has each of these whole, `inside`
    the words in each of them, `openings` the first word of each sentence and, at its end, how
    many words there are; `paragraphs` says where each paragraph ends.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    words: list[str]
    tags: list[str]
    shapes: list[str]
    quotations: list[Quoted]
    inside: list[Rows]
    openings: list[int]
    paragraphs: list[int]

    @property
    def count(self) -> int:
        """How many words there are, and so the row of the first quotation."""
        return len(self.starts)

    def start_of(self, row: int) -> int:
        """Where what a row is about starts in the text."""
        count = len(self.starts)
        return self.starts[row] if row < count else self.quotations[row - count].start

    def end_of(self, row: int) -> int:
        """Where it ends."""
        count = len(self.ends)
        return self.ends[row] if row < count else self.quotations[row - count].end


def columns_of(article: Article) -> Columns:
    """The columns of an article, found once."""
    return article.remember(columns_of, _find_columns)


def _find_columns(article: Article) -> Columns:
    found = divided(article)
    starts, words, looks = found.starts, folded_tokens(article), shapes(article)
    spans = [mark.span for mark in find_marks(article)]
    inside = [(bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in spans]
    quoted = list(map(_quoted, find_marks(article), [looks[a:b] for a, b in inside]))
    return Columns(
        starts,
        found.ends,
        [*words, *[unit.word for unit in quoted]],
        [*_tags(words, tags(article)), *repeat("Q", len(quoted))],
        [*looks, *[unit.shape for unit in quoted]],
        quoted,
        inside,
        [0, *found.stops],
        [span.end for _, span in article.prose],
    )


def _tags(words: tuple[str, ...], found: tuple[str, ...]) -> Sequence[str]:
    """The tags, of which that of "'s" is mended: the tagger does not know the curly apostrophe."""
    known, place = list(found), -1
    for _ in range(words.count("'s")):
        place = words.index("'s", place + 1)
        known[place] = "VBZ" if found[place] == "VBZ" else "POS"
    return known


_SIZES = (1, 2, 3, 4, 4, 8, 8, 8, 8, 8, 8, 12)
"""The size that stands for each number of words, so that weights are learnt for few of them."""


def _quoted(mark: Quotation, shapes: Sequence[str]) -> Quoted:
    """A quotation as a unit, by the shapes of the words in it."""
    span = mark.span
    word = f"Q{_size(shapes)}{_ending(span.text)}"
    return Quoted(span.start, span.end, word, next(filter(".".__ne__, shapes), "."), mark)


def _size(shapes: Sequence[str]) -> int:
    """The size of a quotation, by the shapes of its words; marks do not count."""
    return _SIZES[min(max(len(shapes) - shapes.count("."), 1), len(_SIZES)) - 1]


def _ending(text: str) -> str:
    """The mark with which a quotation ends, a dash where it is none of a sentence's."""
    ending = text.rstrip("\"'”’`»").rstrip()[-1:]
    return ending if ending and ending in ",.?!" else "-"
