"""The name a speaker's noun phrase stands for: its head, or the name in apposition to it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter

from newslib.article import Article, Span, check_article, check_span
from newslib.speakers.lists import load_lists, words_of
from newslib.speakers.mentions import Mention, all_mentions
from newslib.speakers.roles import role_of
from newslib.speakers.words import read_words

__all__ = ["name_of"]

_NEAR, _SENTENCES, _BACK = 60, 2, 20
"""How far back "who" looks, in characters, and "it", in sentences and in mentions."""

_BREAK = re.compile(
    r"(?:,|;|:|\(|—|–| who\b| which\b| that\b| of\b| for\b| from\b| at\b| in\b| on\b| to\b| by\b"
    r"| with\b| and\b| or\b| close\b| near\b| including\b| like\b| such\b| whose\b| as\b)",
    re.IGNORECASE,
)
"""What ends the part of a noun phrase that holds its head."""

_INNER = re.compile(r"[,;:]|['’]s\b|\b(?:of|for|from|to|by|with|including|like|about|on|in)\b")
"""What keeps a name at the end of a phrase from being its head."""

_GOES_ON = re.compile(r"['’]|(?!(?:of|from|in|who|at|for|and)\b)\w")
"""What makes a name a possessor or an adjective: an apostrophe or a noun behind it."""


def name_of(article: Article, span: Span) -> str | None:
    """The canonical name of the speaker a noun phrase stands for; None where none is named.

    `span` may hold titles, appositions and relative clauses; its head decides. "Cole's aides" and
    "a spokesman for the ministry" name nobody; "who" is whoever stands before it.

    >>> from newslib import parse_article
    >>> article = parse_article("Another envoy, Paul Marsh of Torrin, said no.")
    >>> name_of(article, article.span(0, 36))
    'Paul Marsh'
    """
    check_article(article)
    check_span(article, span, name="span")
    text = article.text
    start, end = _trimmed(text, span)
    mentions = all_mentions(article)
    said = text[start:end].lower()
    if said in words_of("relative"):
        return _antecedent(mentions, start, text)
    if said in ("it", "its", "itself"):
        return _body_before(article, mentions, start)
    starts, ends = article.remember(_edges, _edges)
    first, last = bisect_right(ends, start), bisect_left(starts, end)
    if first >= last:
        return _own_words(text[start:end])
    return _head(text, start, end, mentions[first:last]) or None


def _edges(article: Article) -> tuple[list[int], list[int]]:
    """Where all mentions start, and where they end."""
    every = all_mentions(article)
    return list(map(attrgetter("span.start"), every)), list(map(attrgetter("span.end"), every))


def _trimmed(text: str, span: Span) -> tuple[int, int]:
    """The phrase without spaces, marks and a possessive ending around it."""
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not (text[end - 1].isalnum() or text[end - 1] in ")."):
        end -= 1
    if text[max(start, end - 2) : end] in ("'s", "’s"):
        end -= 2
    return start, end


def _own_words(phrase: str) -> str | None:
    """A name that only its capital gives away, as it is written."""
    bare = phrase.removeprefix("the ").removeprefix("The ")
    words = bare.split()
    lists = load_lists()
    named = bool(words) and len(words) < 5 and all(word[0].isupper() for word in words)
    common = len(words) == 1 and (
        bare.lower() in lists.function
        or bare.lower() in lists.openers
        or bare.lower() in lists.nouns
    )
    return bare if named and not common and bare.lower() not in lists.heads else None


def _body_before(article: Article, mentions: tuple[Mention, ...], start: int) -> str | None:
    """The body or state that "it" means: the last one not far before it that acts."""
    words = read_words(article)
    here = words.sentence[min(words.at(start), len(words.sentence) - 1)]
    last = bisect_right(mentions, start, key=lambda mention: mention.span.end)
    for mention in reversed(mentions[max(0, last - _BACK) : last]):
        first, behind = words.at(mention.span.start), words.at(mention.span.end)
        if here - words.sentence[first] > _SENTENCES:
            break
        role = role_of(words, first, behind)
        if mention.kind in ("organisation", "state") and role in ("speaker", "subject", "inner"):
            return mention.name
    return None


def _antecedent(mentions: tuple[Mention, ...], start: int, text: str) -> str | None:
    """The name right before "who"."""
    last = bisect_right(mentions, start, key=lambda mention: mention.span.end)
    if last and len(text[mentions[last - 1].span.end : start].strip(" ,—–(")) < _NEAR:
        return mentions[last - 1].name
    return None


def _head(text: str, start: int, end: int, inside: tuple[Mention, ...]) -> str | None:
    """The mention that ends the first part of the phrase, or the first one behind a comma."""
    if inside[0].span.start <= start and inside[0].span.end >= end:
        return inside[0].name
    pause = _BREAK.search(text, start, end)
    limit = pause.start() if pause else end
    for mention in reversed(inside):
        behind = text[mention.span.end : limit].strip()
        if mention.span.start < limit and behind in ("", '"', "”", "’", "'", "'s", "’s"):
            if mention.name is None:
                break
            return mention.name
    last = inside[-1]
    if (
        last.kind == "person"
        and last.span.end >= end
        and not _INNER.search(text, start, last.span.start)
    ):
        return last.name
    apposed = (m for m in inside if m.kind == "person" and m.span.start > start)
    return next((m.name for m in apposed if _is_apposed(text, m, end)), None)


def _is_apposed(text: str, mention: Mention, end: int) -> bool:
    """Whether a name stands behind a comma and is no possessor or adjective itself."""
    before = text[max(mention.span.start - 3, 0) : mention.span.start].rstrip()
    after = text[mention.span.end : end].lstrip(" ")
    return before.endswith((",", "—", "–")) and not _GOES_ON.match(after)
