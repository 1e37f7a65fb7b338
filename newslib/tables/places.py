"""Where many spans of an article stand at once: in which part, over how many words, in whose."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from newslib.article import Article, Span
from newslib.quotes import voices
from newslib.tokens import tokens

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["parts_of", "voices_of", "words_in"]

_PARTS = (
    *("headline", "standfirst", "byline", "caption"),
    *("credit", "dateline", "date_span", "source"),
)


def parts_of(article: Article, starts: Sequence[int]) -> list[str]:
    """The names of the parts that characters stand in; between parts, of the part before."""
    edges, names = article.remember(parts_of, _part_starts)
    return [names[bisect_right(edges, start)] for start in starts]


def _part_starts(article: Article) -> tuple[list[int], list[str]]:
    """Where the parts start, and the name of what stands before the first start and behind each."""
    spans = [(getattr(article, name), name) for name in _PARTS]
    spans += [(paragraph, "body") for paragraph in article.paragraphs]
    spans += [(left, "unplaced") for left in article.unplaced]
    present = sorted((span.start, name) for span, name in spans if span is not None)
    names = [name.removesuffix("_span") for _, name in present]
    return [start for start, _ in present], [*(names[:1] or ["unplaced"]), *names]


def words_in(article: Article, spans: Sequence[Span]) -> list[int]:
    """How many words begin in each of the spans."""
    first, last = _words(article, spans)
    counts: list[int] = (last - first).tolist()
    return counts


def _words(
    article: Article, spans: Sequence[Span]
) -> tuple[NDArray[np.integer], NDArray[np.integer]]:
    """The number of the first word in each span, and of the first behind it."""
    import numpy as np

    starts = article.remember(words_in, _word_starts)
    ends = np.array([span.end for span in spans], dtype=np.int64)
    return (
        starts.searchsorted(np.array([span.start for span in spans], dtype=np.int64)),
        starts.searchsorted(ends),
    )


def _word_starts(article: Article) -> NDArray[np.int64]:
    import numpy as np

    found = [token.span.start for token in tokens(article) if token.kind != "punctuation"]
    return np.array(found, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class _Tiles:
    """Whose words each stretch of an article holds, and how many words begin before it."""

    starts: NDArray[np.int64]
    names: list[str]
    kinds: list[str]
    before: NDArray[np.integer]


def _tiles(article: Article) -> _Tiles:
    import numpy as np

    found = voices(article)
    starts = np.array([tile.span.start for tile in found] or [0], dtype=np.int64)
    return _Tiles(
        starts,
        [tile.voice for tile in found] or ["narrator"],
        [tile.voice_kind for tile in found] or ["narrator"],
        article.remember(words_in, _word_starts).searchsorted(starts),
    )


def voices_of(article: Article, spans: Sequence[Span]) -> tuple[list[str], list[str], list[float]]:
    """Whose words spans are: voice, kind of voice, and the share of their words that are theirs.

    A span over several voices takes the one with most words, the first on a tie.
    """
    tiles = article.remember(voices_of, _tiles)
    first, last = _words(article, spans)
    shares = [1.0] * len(spans)
    filled = last > first
    begin = tiles.before.searchsorted(first, side="right") - 1
    end = tiles.before.searchsorted(last) - 1
    places = [span.start for span in spans]
    empty = tiles.starts.searchsorted(places, side="right") - 1
    owners: list[int] = (begin * filled + empty * ~filled).tolist()
    for row in (filled & (begin != end)).nonzero()[0].tolist():
        cuts = tiles.before[begin[row] + 1 : end[row] + 1].tolist()
        edges = [int(first[row]), *cuts, int(last[row])]
        owners[row], shares[row] = _most(tiles, edges, owners[row])
    return [tiles.names[i] for i in owners], [tiles.kinds[i] for i in owners], shares


def _most(tiles: _Tiles, edges: list[int], owner: int) -> tuple[int, float]:
    """The stretch, from `owner` on, whose voice has most words, where edges count the words."""
    counts: dict[tuple[str, str], int] = {}
    stretches: dict[tuple[str, str], int] = {}
    for number, (begin, end) in enumerate(pairwise(edges), owner):
        if end > begin:
            voice = tiles.names[number], tiles.kinds[number]
            counts[voice] = counts.get(voice, 0) + end - begin
            stretches.setdefault(voice, number)
    most = max(counts, key=counts.__getitem__)
    return stretches[most], counts[most] / (edges[-1] - edges[0])
