"""Where many spans stand at once: in which part, over how many words, in whose."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, pairwise, repeat
from typing import TYPE_CHECKING, Any

from newslib.article import Article, Span
from newslib.quotes import voices
from newslib.tokens import tokens

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, np.dtype[np.int64]]
    Names = np.ndarray[Any, np.dtype[np.object_]]

__all__ = ["Group", "part_spans", "words_in"]

_PARTS = (
    *("headline", "standfirst", "byline", "caption"),
    *("credit", "dateline", "date_span", "source"),
)


def part_spans(article: Article) -> list[tuple[Span, str]]:
    """All parts of the article and their names, in text order, the unplaced ones too."""
    named = [(getattr(article, name), name.removesuffix("_span")) for name in _PARTS]
    found = [(span, name) for span, name in named if span is not None]
    found += [(paragraph, "body") for paragraph in article.paragraphs]
    found += [(left, "unplaced") for left in article.unplaced]
    return sorted(found)


def words_in(article: Article, spans: Sequence[Span]) -> list[int]:
    """How many words begin in each of the spans."""
    starts = article.remember(words_in, _word_starts)
    first = map(bisect_left, repeat(starts), [span.start for span in spans])
    last = map(bisect_left, repeat(starts), [span.end for span in spans])
    return [end - begin for begin, end in zip(first, last, strict=True)]


def _word_starts(article: Article) -> list[int]:
    return [token.span.start for token in tokens(article) if token.kind != "punctuation"]


@dataclass(frozen=True)
class Group:
    """Some articles laid end to end, so that one search finds the places of spans in all of them.

    What is laid out once serves every table.
    """

    articles: tuple[Article, ...]
    _mixed: dict[tuple[int, int], tuple[int, float]] = field(default_factory=dict, init=False)

    @cached_property
    def _begins(self) -> Numbers:
        """Where each article begins: a character apart, so that none ends where another begins."""
        import numpy as np

        return np.cumsum([0, *(len(article.text) + 1 for article in self.articles[:-1])])

    def _laid(self, places: Sequence[Sequence[int]]) -> Numbers:
        """The places in each article, as places of the group."""
        import numpy as np

        flat = np.fromiter(chain.from_iterable(places), np.int64)
        return flat + np.repeat(self._begins, list(map(len, places)))

    @cached_property
    def _words(self) -> Numbers:
        """Where each word starts, and a place behind them all."""
        import numpy as np

        found = [article.remember(words_in, _word_starts) for article in self.articles]
        return np.append(self._laid(found), np.iinfo(np.int64).max)

    @cached_property
    def _parts(self) -> tuple[Numbers, Names]:
        """Where each part starts, and its name; what stands before the first is of the first."""
        import numpy as np

        found = [part_spans(article) or [(Span(0, 0, ""), "unplaced")] for article in self.articles]
        starts = [[0, *(span.start for span, _ in parts[1:])] for parts in found]
        names = [name for parts in found for _, name in parts]
        return self._laid(starts), np.array(names, dtype=object)

    @cached_property
    def _tiles(self) -> tuple[Numbers, Names, Names]:
        """Where each stretch of one voice starts, whose it is, and of what kind."""
        import numpy as np

        found = [
            [(tile.span.start, tile.voice, tile.voice_kind) for tile in voices(article)]
            or [(0, "narrator", "narrator")]
            for article in self.articles
        ]
        _, names, kinds = zip(*chain.from_iterable(found), strict=True)
        starts = [[start for start, *_ in tiles] for tiles in found]
        return self._laid(starts), np.array(names, dtype=object), np.array(kinds, dtype=object)

    @cached_property
    def _words_before(self) -> list[int]:
        """How many words start before each stretch."""
        import numpy as np

        before: list[int] = np.searchsorted(self._words, self._tiles[0]).tolist()
        return before

    def parts_of(self, starts: Sequence[Sequence[int]]) -> list[str]:
        """The parts that characters of each article stand in; between parts, the part before.

        >>> from newslib import parse_article
        >>> Group((parse_article("Talks may resume: Marsh\\n\\nShe left."),)).parts_of([[6, 27]])
        ['headline', 'body']
        """
        import numpy as np

        edges, names = self._parts
        numbers = np.searchsorted(edges, self._laid(starts), side="right") - 1
        found: list[str] = names[numbers].tolist()
        return found

    def voices_of(
        self, starts: Sequence[Sequence[int]], ends: Sequence[Sequence[int]]
    ) -> tuple[list[str], list[str], list[float]]:
        """Whose words spans of each article are: voice, its kind, the share of words it has.

        A span over several voices takes the one with most words, the first on a tie.

        >>> from newslib import parse_article
        >>> group = Group((parse_article('"The door is open," Ann Marsh said.'),))
        >>> group.voices_of([[0, 20]], [[35, 29]])
        (['Ann Marsh', 'narrator'], ['direct', 'narrator'], [0.5714285714285714, 1.0])
        """
        import numpy as np

        edges, names, kinds = self._tiles
        begins = self._laid(starts)
        first = np.searchsorted(self._words, begins)
        last = np.searchsorted(self._words, self._laid(ends))
        heard = np.where(last > first, self._words[first], begins)
        owner = np.searchsorted(edges, heard, side="right") - 1
        final = np.searchsorted(edges, self._words[last - 1], side="right") - 1
        shares = [1.0] * len(owner)
        for row in np.flatnonzero((last - first > 1) & (final != owner)).tolist():
            owner[row], shares[row] = self._most(int(first[row]), int(last[row]))
        return names[owner].tolist(), kinds[owner].tolist(), shares

    def _most(self, first: int, last: int) -> tuple[int, float]:
        """The stretch whose voice has most of the words from `first` up to `last`, and its share.

        Found once: most of those over several voices are sentences, which many tables have.
        """
        if (first, last) not in self._mixed:
            self._mixed[first, last] = self._count(first, last)
        return self._mixed[first, last]

    def _count(self, first: int, last: int) -> tuple[int, float]:
        before, names, kinds = self._words_before, *self._tiles[1:]
        begins, ends = bisect_right(before, first) - 1, bisect_left(before, last)
        counts: dict[tuple[str, str], int] = {}
        stretches: dict[tuple[str, str], int] = {}
        edges = [first, *before[begins + 1 : ends], last]
        for number, (begin, end) in enumerate(pairwise(edges), begins):
            if end > begin:
                voice = names[number], kinds[number]
                counts[voice] = counts.get(voice, 0) + end - begin
                stretches.setdefault(voice, number)
        most = max(counts, key=counts.__getitem__)
        return stretches[most], counts[most] / (last - first)
