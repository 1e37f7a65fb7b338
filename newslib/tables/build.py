"""How records become a table: fixed columns and types, and whose words each row holds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newslib.article import Article, Span
from newslib.lexicon import Hit
from newslib.quotes import voices
from newslib.tokens import tokens

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "HIT",
    "PLACE",
    "VOICE",
    "build",
    "cells",
    "hit_row",
    "listed",
    "part_at",
    "place",
    "voice_at",
    "words_in",
]

PLACE = {
    "article": "string",
    "part": "string",
    "start": "int64",
    "end": "int64",
    "text": "string",
}
"""The first columns of every table: where a row's words stand, and the words."""

VOICE = {"voice": "string", "voice_kind": "string", "voice_share": "float64"}
"""Whose words a row holds, and how much of it is theirs."""

HIT = {
    "scope": "string",
    "scope_start": "Int64",
    "scope_end": "Int64",
    "strength": "float64",
    "negated": "bool",
}
"""What a hedge and a frame have in common."""

Row = tuple[Any, ...]

_PARTS = (
    *("headline", "standfirst", "byline", "caption"),
    *("credit", "dateline", "date_span", "source"),
)


def build(
    articles: Article | Iterable[Article],
    columns: Mapping[str, str],
    rows: Callable[[Article], Iterable[Row]],
) -> pd.DataFrame:
    """A table with these columns and types, one row for each tuple that `rows` gives.

    Floats are rounded to 4 digits: records are exact, tables are for reading and comparing.
    Columns are filled whole; an empty table has the same columns and types as a full one.
    """
    import pandas as pd

    found = [row for article in each_article(articles) for row in rows(article)]
    values: Iterable[tuple[Any, ...]] = zip(*found, strict=True) if found else [()] * len(columns)
    series = {
        name: pd.Series(list(value), dtype=dtype)
        for (name, dtype), value in zip(columns.items(), values, strict=True)
    }
    return pd.DataFrame(series).round(4)


def each_article(articles: Article | Iterable[Article]) -> Iterator[Article]:
    """The articles one by one, a single one too; TypeError for anything else."""
    given: object = [articles] if isinstance(articles, Article) else articles
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise TypeError(
            f"articles is a {type(articles).__name__}; give an Article or several: "
            "parse_article(text), read_article(path) or read_articles(folder)"
        )
    for article in given:
        if not isinstance(article, Article):
            raise TypeError(
                f"articles holds a {type(article).__name__}; give Article records: "
                "parse_article(text) makes one"
            )
        yield article


def listed(name: str, values: Iterable[str]) -> tuple[str, ...]:
    """The values, to be read anew for each article; TypeError for one string, which is no list."""
    if isinstance(values, str):
        raise TypeError(f"{name} is the string {values!r}; give a list of {name}")
    return tuple(values)


def place(article: Article, span: Span) -> tuple[str, str, int, int, str]:
    """The first five cells of a row."""
    return article.id, part_at(article, span.start), span.start, span.end, span.text


def cells(span: Span | None) -> tuple[str | None, int | None, int | None]:
    """Text, start and end of a span that may be missing."""
    return (span.text, span.start, span.end) if span else (None, None, None)


def hit_row(article: Article, hit: Hit) -> Row:
    """The row of a hedge or frame: its place, what it is, whose it is, and why."""
    found = (hit.category, *cells(hit.scope), hit.strength, hit.negated)
    return *place(article, hit.span), *found, *voice_at(article, hit.span), hit.rule


def part_at(article: Article, start: int) -> str:
    """The name of the part that a character stands in; between parts, of the part before it."""
    starts, names = article.remember(part_at, _part_starts)
    return names[max(0, bisect_right(starts, start) - 1)] if names else "unplaced"


def _part_starts(article: Article) -> tuple[list[int], list[str]]:
    spans = [(getattr(article, name), name) for name in _PARTS]
    spans += [(paragraph, "body") for paragraph in article.paragraphs]
    spans += [(left, "unplaced") for left in article.unplaced]
    present = sorted((span.start, name) for span, name in spans if span is not None)
    return [start for start, _ in present], [name.removesuffix("_span") for _, name in present]


def words_in(article: Article, span: Span) -> int:
    """How many words begin in a span."""
    starts = article.remember(voice_at, _ground).starts
    return bisect_left(starts, span.end) - bisect_left(starts, span.start)


@dataclass(frozen=True, slots=True)
class _Ground:
    """Where the words of an article stand, and which voice each is in."""

    starts: list[int]
    owners: list[int]
    voices: list[tuple[str, str]]
    edges: list[int]


def voice_at(article: Article, span: Span) -> tuple[str, str, float]:
    """Whose words a span is: voice, kind of voice, and the share of its words that are theirs.

    A span over several voices takes the one with most words, the first on a tie.
    """
    ground = article.remember(voice_at, _ground)
    first = bisect_left(ground.starts, span.start)
    last = bisect_left(ground.starts, span.end, first)
    if not ground.voices:
        return "narrator", "narrator", 1.0
    if last - first < 2:
        at = ground.starts[first] if last > first else span.start
        return *ground.voices[max(0, bisect_right(ground.edges, at) - 1)], 1.0
    counts: dict[tuple[str, str], int] = {}
    for owner in ground.owners[first:last]:
        key = ground.voices[owner]
        counts[key] = counts.get(key, 0) + 1
    most = max(counts, key=lambda key: counts[key])
    return *most, counts[most] / (last - first)


def _ground(article: Article) -> _Ground:
    tiles = voices(article)
    edges = [tile.span.start for tile in tiles]
    starts = [token.span.start for token in tokens(article) if token.kind != "punctuation"]
    owners = [max(0, bisect_right(edges, start) - 1) for start in starts]
    return _Ground(starts, owners, [(tile.voice, tile.voice_kind) for tile in tiles], edges)
