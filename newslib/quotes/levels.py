"""Attributions inside other attributions: the same models, read within each piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import repeat

from newslib.article import Article
from newslib.quotes.coded import CodedColumns
from newslib.quotes.drafts import Draft, holds
from newslib.quotes.reading import drafts_at, parses_of
from newslib.quotes.segments import Stretch, inner_stretches
from newslib.quotes.units import makes_statement

__all__ = ["inner_drafts"]


def inner_drafts(
    articles: Sequence[Article],
    outer: Sequence[list[Draft]],
    columns: CodedColumns,
    threshold: float,
) -> Iterator[list[Draft]]:
    """For each article the attributions inside the pieces of its `outer` ones.

    Each piece is read as a text of its own; `columns` are those of the articles.
    """
    texts = [
        [stretch for draft in drafts for place in draft.places for stretch in _inside(one, *place)]
        for one, drafts in zip(articles, outer, strict=True)
    ]
    read = parses_of(texts, columns, repeat(threshold))
    for parts, parses in zip(texts, read, strict=True):
        yield [
            draft
            for number, (stretch, found) in enumerate(zip(parts, parses, strict=True))
            for draft in drafts_at(threshold, stretch, number, found)
            if _has_clause(stretch, draft)
        ]


def _has_clause(stretch: Stretch, draft: Draft) -> bool:
    """Whether there is a verb or a quotation in a content: a topic alone is no voice."""
    segment = stretch.segment()
    verbs = [place for place, tag in enumerate(segment.tags) if makes_statement(tag)]
    units = [segment.place(verb, verb + 1) for verb in verbs]
    return any(holds(place, unit) for place in draft.places for unit in units)


def _inside(article: Article, start: int, end: int) -> Iterator[Stretch]:
    """The segments of one piece that may hold a cue, its own quotation marks left aside."""
    opened = article.text[start] in "\"'“‘«„`"
    closed = opened and article.text[end - 1] in "\"'”’»"
    for stretch in inner_stretches(article, start + opened, end - closed):
        if stretch.quotations or stretch.reports:
            yield stretch
