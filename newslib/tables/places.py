"""Where many spans of an article stand at once: in which part, over how many words, in whose."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise, repeat

from newslib.article import Article, Span
from newslib.quotes import voices
from newslib.tokens import tokens

__all__ = ["part_spans", "parts_of", "voices_of", "words_in"]

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


def parts_of(article: Article, starts: Sequence[int]) -> list[str]:
    """The names of the parts that characters stand in; between parts, of the part before."""
    edges, names = article.remember(parts_of, _part_starts)
    return [names[number] for number in map(bisect_right, repeat(edges), starts)]


def _part_starts(article: Article) -> tuple[list[int], list[str]]:
    """Where the parts start, and the name of what stands before the first start and behind each."""
    present = part_spans(article)
    names = [name for _, name in present]
    return [span.start for span, _ in present], [*(names[:1] or ["unplaced"]), *names]


def words_in(article: Article, spans: Sequence[Span]) -> list[int]:
    """How many words begin in each of the spans."""
    first, last = _words(article, spans)
    return [end - begin for begin, end in zip(first, last, strict=True)]


def _words(article: Article, spans: Sequence[Span]) -> tuple[list[int], list[int]]:
    """The number of the first word in each span, and of the first behind it."""
    starts = article.remember(words_in, _word_starts)
    return (
        list(map(bisect_left, repeat(starts), [span.start for span in spans])),
        list(map(bisect_left, repeat(starts), [span.end for span in spans])),
    )


def _word_starts(article: Article) -> list[int]:
    return [token.span.start for token in tokens(article) if token.kind != "punctuation"]


@dataclass(frozen=True, slots=True)
class _Tiles:
    """Whose words each stretch of an article holds, and which stretch each word begins in.

    `mixed` remembers the spans over several stretches: most are sentences, which many tables have.
    """

    starts: list[int]
    names: list[str]
    kinds: list[str]
    before: list[int]
    owners: list[int]
    mixed: dict[tuple[int, int], tuple[int, float]] = field(default_factory=dict)


def _tiles(article: Article) -> _Tiles:
    """The voices of an article, laid over its words."""
    found = voices(article)
    words = article.remember(words_in, _word_starts)
    before = [bisect_left(words, tile.span.start) for tile in found]
    owners: list[int] = []
    for number, (begin, end) in enumerate(pairwise([*before, len(words)])):
        owners.extend([number] * (end - begin))
    return _Tiles(
        [tile.span.start for tile in found] or [0],
        [tile.voice for tile in found] or ["narrator"],
        [tile.voice_kind for tile in found] or ["narrator"],
        before,
        owners,
    )


def voices_of(article: Article, spans: Sequence[Span]) -> tuple[list[str], list[str], list[float]]:
    """Whose words spans are: voice, kind of voice, and the share of their words that are theirs.

    A span over several voices takes the one with most words, the first on a tie.
    """
    tiles = article.remember(voices_of, _tiles)
    first, last = _words(article, spans)
    held = tiles.owners
    owners = [
        held[begin] if end > begin else bisect_right(tiles.starts, span.start) - 1
        for begin, end, span in zip(first, last, spans, strict=True)
    ]
    shares = [1.0] * len(owners)
    for row, words in enumerate(zip(first, last, strict=True)):
        if words[1] - words[0] > 1 and held[words[1] - 1] != owners[row]:
            if words not in tiles.mixed:
                tiles.mixed[words] = _most(tiles, *words)
            owners[row], shares[row] = tiles.mixed[words]
    return [tiles.names[i] for i in owners], [tiles.kinds[i] for i in owners], shares


def _most(tiles: _Tiles, first: int, last: int) -> tuple[int, float]:
    """The stretch whose voice has most of the words from `first` up to `last`, and its share."""
    begins, ends = tiles.owners[first], tiles.owners[last - 1]
    counts: dict[tuple[str, str], int] = {}
    stretches: dict[tuple[str, str], int] = {}
    edges = [first, *tiles.before[begins + 1 : ends + 1], last]
    for number, (begin, end) in enumerate(pairwise(edges), begins):
        if end > begin:
            voice = tiles.names[number], tiles.kinds[number]
            counts[voice] = counts.get(voice, 0) + end - begin
            stretches.setdefault(voice, number)
    most = max(counts, key=counts.__getitem__)
    return stretches[most], counts[most] / (last - first)
