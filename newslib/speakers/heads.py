"""The name a speaker's noun phrase stands for: its head, or the name in apposition to it."""

from __future__ import annotations

import re

from newslib.article import Article, Span
from newslib.speakers.mentions import Mention, _all_mentions

__all__ = ["head_name"]

_RELATIVE = frozenset(("who", "whom", "which", "that", "whose"))
_BREAK = re.compile(
    r"(?:,|;|:|\(|—|–| who\b| which\b| that\b| of\b| for\b| from\b| at\b| in\b| on\b| to\b| by\b"
    r"| with\b| and\b| or\b| close\b| near\b| including\b| like\b| such\b| whose\b| as\b)",
    re.IGNORECASE,
)


def head_name(article: Article, span: Span) -> str | None:
    """The canonical name of a noun phrase, None where it names nobody."""
    mentions = _all_mentions(article)
    text = article.text[span.start : span.end]
    if text.strip().lower() in _RELATIVE:
        return _antecedent(mentions, span, article.text)
    inside = [m for m in mentions if m.span.start < span.end and m.span.end > span.start]
    if not inside:
        return None
    return _head(article.text, span, inside)


def _antecedent(mentions: tuple[Mention, ...], span: Span, text: str) -> str | None:
    """The name right before "who"."""
    before = [m for m in mentions if m.span.end <= span.start]
    if before and len(text[before[-1].span.end : span.start].strip(" ,—–(")) < 60:
        return before[-1].name
    return None


def _head(text: str, span: Span, inside: list[Mention]) -> str | None:
    """The mention that ends the first part of the phrase, or the first one behind a comma."""
    break_at = _BREAK.search(text, span.start, span.end)
    for mention in inside:
        if mention.span.start <= span.start and mention.span.end >= span.end:
            return mention.name
    limit = break_at.start() if break_at else span.end
    for mention in reversed([m for m in inside if m.span.start < limit]):
        tail = text[mention.span.end : max(limit, mention.span.end)].strip(" \"”'’.")
        if mention.span.end >= limit or not tail:
            if mention.name is not None:
                return mention.name
            break
    for mention in inside:
        if mention.kind == "person" and text[: mention.span.start].rstrip(" ").endswith(","):
            return mention.name
    return None
