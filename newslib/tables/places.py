"""Where many spans stand at once: in which part, over how many words, in whose."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, compress, pairwise, repeat
from operator import sub
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from newslib.article import Article, Span
from newslib.quotes import voices
from newslib.tables.columns import Repeated
from newslib.tokens import divided

if TYPE_CHECKING:
    import numpy as np

    from newslib.tables.columns import Rows

    Numbers = np.ndarray[Any, np.dtype[np.int64]]
    Shares = np.ndarray[Any, np.dtype[np.float64]]

__all__ = ["Group", "Laid", "Places", "part_spans", "words_in"]

Named = TypeVar("Named", bound=Hashable)
Whole = TypeVar("Whole", "Numbers", "Rows")


_PARTS = (
    *("headline", "standfirst", "byline", "caption"),
    *("credit", "dateline", "date_span", "source"),
)


def part_spans(article: Article) -> list[tuple[Span, str]]:
    """All parts of the article and their names, in text order, the unplaced ones too; only read."""
    return article.remember(part_spans, _find_parts)


def _find_parts(article: Article) -> list[tuple[Span, str]]:
    named = [(getattr(article, name), name.removesuffix("_span")) for name in _PARTS]
    found = [(span, name) for span, name in named if span is not None]
    found += [(paragraph, "body") for paragraph in article.paragraphs]
    found += [(left, "unplaced") for left in article.unplaced]
    return sorted(found, key=lambda one: (one[0].start, one[0].end, one[1]))


def words_in(article: Article, spans: Sequence[Span]) -> list[int]:
    """How many words begin in each of the spans."""
    starts = article.remember(words_in, _word_starts)
    first = map(bisect_left, repeat(starts), [span.start for span in spans])
    last = map(bisect_left, repeat(starts), [span.end for span in spans])
    return list(map(sub, last, first))


def _word_starts(article: Article) -> array[int]:
    found = divided(article)
    return array("q", compress(found.starts, map("p".__ne__, found.kinds)))


def _numbered(values: Sequence[Named]) -> tuple[list[Named], Rows]:
    """The different values in order, and the number of each value among them."""
    import numpy as np

    numbers = {value: number for number, value in enumerate(dict.fromkeys(values))}
    return list(numbers), np.fromiter(map(numbers.__getitem__, values), np.int32, len(values))


def _row(numbers: Sequence[Sequence[int]]) -> Numbers:
    """Whole numbers end to end, from lists or from arrays, which are copied as they are."""
    import numpy as np

    return np.concatenate([np.asarray(some, np.int64) for some in numbers])


def _spread(values: Whole, counts: list[int]) -> Whole:
    """Each value so many times; a single one takes no memory however often."""
    import numpy as np

    return np.repeat(values, counts) if len(counts) > 1 else np.broadcast_to(values, counts)


_AT_ONCE = 50_000
"""How many spans are looked up at once: what is needed on the way is memory used again then."""


class Places(NamedTuple):
    """Spans that are at hand as columns, one row each."""

    starts: Sequence[int]
    ends: Sequence[int]
    texts: list[str]


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """Spans of a group's articles in one row: their places, each in its own article.

    `counts` says how many are each article's, `begins` where the article of each span begins in
    the group.
    """

    counts: list[int]
    begins: Numbers
    starts: Numbers
    ends: Numbers
    texts: list[str]

    def stretches(self) -> Iterator[tuple[slice, Numbers, Numbers]]:
        """Which spans, and where they start and end in the group, some at a time."""
        for first in range(0, len(self.starts), _AT_ONCE):
            some = slice(first, first + _AT_ONCE)
            begins = self.begins[some]
            yield some, begins + self.starts[some], begins + self.ends[some]


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

    def lay(self, spans: Sequence[Sequence[Span]]) -> Laid:
        """The spans of each article in one row."""
        row = list(chain.from_iterable(spans))
        starts, ends = _row([[span.start for span in row]]), _row([[span.end for span in row]])
        counts = list(map(len, spans))
        begins = _spread(self._begins, counts)
        return Laid(counts, begins, starts, ends, [span.text for span in row])

    def lay_columns(self, places: Sequence[Places]) -> Laid:
        """The places of each article in one row."""
        starts, ends, texts = zip(*places, strict=True)
        counts = list(map(len, texts))
        begins, row = _spread(self._begins, counts), list(chain.from_iterable(texts))
        return Laid(counts, begins, _row(starts), _row(ends), row)

    def _placed(self, places: Sequence[Sequence[int]]) -> Numbers:
        """The places in each article, as places of the group."""
        import numpy as np

        return _row(places) + np.repeat(self._begins, list(map(len, places)))

    @cached_property
    def _words(self) -> Numbers:
        """Where each word starts, and a place behind them all."""
        import numpy as np

        found = [article.remember(words_in, _word_starts) for article in self.articles]
        return np.append(self._placed(found), np.iinfo(np.int64).max)

    @cached_property
    def _parts(self) -> tuple[Numbers, Repeated]:
        """Where each part starts, and its name; what stands before the first is of the first."""
        found = [part_spans(article) or [(Span(0, 0, ""), "unplaced")] for article in self.articles]
        starts = [[0, *(span.start for span, _ in parts[1:])] for parts in found]
        said, rows = _numbered([name for parts in found for _, name in parts])
        return self._placed(starts), Repeated(said, rows)

    @cached_property
    def _tiles(self) -> tuple[Numbers, list[tuple[str, str]], Rows]:
        """Where each stretch of one voice starts; all voices, with their kinds; whose each is."""
        found = [
            [(tile.span.start, (tile.voice, tile.voice_kind)) for tile in voices(article)]
            or [(0, ("narrator", "narrator"))]
            for article in self.articles
        ]
        starts = [[start for start, _ in tiles] for tiles in found]
        return self._placed(starts), *_numbered([whose for tiles in found for _, whose in tiles])

    @cached_property
    def _words_before(self) -> list[int]:
        """How many words start before each stretch."""
        import numpy as np

        before: list[int] = np.searchsorted(self._words, self._tiles[0]).tolist()
        return before

    @cached_property
    def _whose(self) -> list[int]:
        """The number of each stretch's voice."""
        found: list[int] = self._tiles[2].tolist()
        return found

    def words_of(self, laid: Laid) -> Numbers:
        """How many words begin in each span."""
        import numpy as np

        found = np.empty(len(laid.starts), np.int64)
        for some, starts, ends in laid.stretches():
            before = np.searchsorted(self._words, starts)
            np.subtract(np.searchsorted(self._words, ends), before, out=found[some])
        return found

    def ids_of(self, laid: Laid) -> Repeated:
        """The id of each span's article."""
        import numpy as np

        ids = [article.id for article in self.articles]
        return Repeated(ids, _spread(np.arange(len(ids), dtype=np.int32), laid.counts))

    def parts_of(self, laid: Laid) -> Repeated:
        """The parts that spans start in; between parts, the part before.

        >>> from newslib import parse_article
        >>> article = parse_article("Talks may resume: Marsh\\n\\nShe left.")
        >>> group = Group((article,))
        >>> group.parts_of(group.lay([[article.span(6, 9), article.span(27, 28)]])).tolist()
        ['headline', 'body']
        """
        import numpy as np

        edges, names = self._parts
        rows = np.empty(len(laid.starts), np.int32)
        for some, starts, _ in laid.stretches():
            rows[some] = names.rows[np.searchsorted(edges, starts, side="right") - 1]
        return Repeated(names.said, rows)

    def voices_of(self, laid: Laid) -> tuple[Repeated, Repeated, Shares]:
        """Whose words the spans are: voice, its kind, the share of words it has.

        A span over several voices takes the one with most words, the first on a tie.

        >>> from newslib import parse_article
        >>> article = parse_article('"The door is open," Ann Marsh said.')
        >>> group = Group((article,))
        >>> laid = group.lay([[article.span(0, 35), article.span(20, 29)]])
        >>> [column.tolist() for column in group.voices_of(laid)]
        [['Ann Marsh', 'narrator'], ['direct', 'narrator'], [0.5714285714285714, 1.0]]
        """
        import numpy as np

        voice, shares = np.empty(len(laid.starts), np.int32), np.ones(len(laid.starts))
        for some, starts, ends in laid.stretches():
            self._hear(starts, ends, voice[some], shares[some])
        names, kinds = zip(*self._tiles[1], strict=True)
        return Repeated(names, voice), Repeated(kinds, voice), shares

    def _hear(self, starts: Numbers, ends: Numbers, voice: Rows, shares: Shares) -> None:
        """Fill in the voice of some spans, and the share of those over several voices."""
        import numpy as np

        edges, _, whose = self._tiles
        first, last = np.searchsorted(self._words, starts), np.searchsorted(self._words, ends)
        heard = np.where(last > first, self._words[first], starts)
        stretch = np.searchsorted(edges, heard, side="right") - 1
        final = np.searchsorted(edges, self._words[last - 1], side="right") - 1
        voice[:] = whose[stretch]
        mixed = np.flatnonzero((last - first > 1) & (final != stretch))
        if len(mixed):
            most = map(self._most, zip(first[mixed].tolist(), last[mixed].tolist(), strict=True))
            voice[mixed], shares[mixed] = zip(*most, strict=True)

    def _most(self, words: tuple[int, int]) -> tuple[int, float]:
        """The voice that has most of the words from the one number up to the other, and its share.

        Found once: most of those over several voices are sentences, which many tables have.
        """
        found = self._mixed.get(words)
        if found is None:
            found = self._mixed[words] = self._count(*words)
        return found

    def _count(self, first: int, last: int) -> tuple[int, float]:
        before, whose = self._words_before, self._whose
        begins, ends = bisect_right(before, first) - 1, bisect_left(before, last)
        counts: dict[int, int] = {}
        edges = [first, *before[begins + 1 : ends], last]
        for voice, (begin, end) in zip(whose[begins:ends], pairwise(edges), strict=False):
            if end > begin:
                counts[voice] = counts.get(voice, 0) + end - begin
        most = max(counts, key=counts.__getitem__)
        return most, counts[most] / (last - first)
