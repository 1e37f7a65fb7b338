"""Attributions inside other attributions: the same models, read within each piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import repeat
from operator import itemgetter

from newslib.article import Article
from newslib.quotes.drafts import Draft, holds
from newslib.quotes.model import Model
from newslib.quotes.reading import drafts_at, parses_of
from newslib.quotes.units import Segment, Unit, inner_segments, quotations_in

__all__ = ["inner_drafts"]


def inner_drafts(
    articles: Sequence[Article], outer: Sequence[list[Draft]], model: Model, threshold: float
) -> Iterator[list[Draft]]:
    """For each article the attributions inside the pieces of its `outer` ones.

    Each piece is read as a text of its own.
    """
    texts = [
        [segment for draft in drafts for place in draft.places for segment in _inside(one, *place)]
        for one, drafts in zip(articles, outer, strict=True)
    ]
    read = parses_of(texts, model, repeat(threshold))
    for parts, parses in zip(texts, read, strict=True):
        yield [
            draft
            for number, (segment, found) in enumerate(zip(parts, parses, strict=True))
            for draft in drafts_at(threshold, segment, number, found)
            if _has_clause(segment, draft)
        ]


def _has_clause(segment: Segment, draft: Draft) -> bool:
    """Whether there is a verb or a quotation in a content: a topic alone is no voice."""
    return any(
        unit.makes_statement and holds(place, unit.place)
        for unit in segment
        for place in draft.places
    )


_report_of = itemgetter(Unit._fields.index("report"))


def _inside(article: Article, start: int, end: int) -> Iterator[Segment]:
    """The segments of one piece that may hold a cue, its own quotation marks left aside."""
    opened = article.text[start] in "\"'“‘«„`"
    closed = opened and article.text[end - 1] in "\"'”’»"
    for segment in inner_segments(article, start + opened, end - closed):
        if any(map(_report_of, segment)) or quotations_in(segment):
            yield segment
