"""Attributions inside other attributions: the same models, read within each piece."""

from __future__ import annotations

from newslib.article import Article
from newslib.quotes.drafts import Draft
from newslib.quotes.model import Model
from newslib.quotes.reading import drafts_of
from newslib.quotes.units import inner_segments

__all__ = ["inner_drafts"]


def inner_drafts(
    article: Article, outer: list[Draft], model: Model, threshold: float
) -> list[Draft]:
    """The attributions inside the pieces of `outer`, each piece read as a text of its own."""
    found: list[Draft] = []
    for draft in outer:
        for (start, end), _ in draft.pieces:
            found.extend(_inside(article, start, end, model, threshold))
    return found


def _inside(article: Article, start: int, end: int, model: Model, threshold: float) -> list[Draft]:
    """The attributions with content in one piece, its own quotation marks left aside."""
    marked = article.text[start] in "\"'“‘«„`"
    found: list[Draft] = []
    for number, segment in enumerate(inner_segments(article, start + marked, end)):
        if any(unit.report for unit in segment) or any(unit.quotation for unit in segment):
            found.extend(drafts_of(segment, number, model, threshold))
    return [draft for draft in found if draft.pieces]
