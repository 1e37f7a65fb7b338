"""Put the attributions of an article together and make them records."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import chain
from operator import attrgetter

from newslib.article import Article, Span, check_article, undisturbed
from newslib.marks import find_marks
from newslib.quotes.drafts import Draft, Place
from newslib.quotes.headlines import headline_draft
from newslib.quotes.layout import attach_quotations, least_threshold
from newslib.quotes.levels import inner_drafts
from newslib.quotes.model import Parse, load_model
from newslib.quotes.reading import drafts_at, parses_of
from newslib.quotes.records import Quote, kind_of
from newslib.quotes.units import Segment, segments
from newslib.speakers import name_of

__all__ = ["find_quotes", "read_together"]

THRESHOLD = 0.25
"""The least probability of a cue, chosen on held-out articles of the training split."""

COLON_THRESHOLD = 0.02
"""The same where the segment ends with a colon, so that words are likely to follow."""

INNER_THRESHOLD = 0.3
"""The same inside a piece, where a false cue would take words from the outer speaker."""


def find_quotes(article: Article) -> tuple[Quote, ...]:
    """Who said what: direct, mixed and reported speech, with cue and speaker, in text order.

    A softmax over verbs and reporting words finds the cues; for each, a linear-chain conditional
    random field (Lafferty, McCallum & Pereira 2001) reads its sentence, in which every quotation
    is one unit, and marks the content and the mention of the speaker. Quotations without a cue
    of their own go, by rules of layout, with those before or behind them. Every piece is then
    read once more for attributions inside it (`level` 1). The weights were learnt from PolNeAR
    (Newell, Margolin & Ruths 2018); nothing is downloaded. Thoughts and intentions are found
    beside speech, since news reports them with the same means.

    Any text gives a tuple of `Quote` records; the work grows with the text, not faster.

    >>> from newslib import parse_article
    >>> article = parse_article('"The talks were frank," said Helen Marsh.')
    >>> [(quote.span.text, quote.cue.text, quote.speaker) for quote in find_quotes(article)]
    [('"The talks were frank,"', 'said', 'Helen Marsh')]
    """
    check_article(article)
    return article.remember(find_quotes, lambda one: _find_quotes([one])[0])


def read_together(articles: Iterable[Article]) -> None:
    """Find the quotations of several articles at once, so that `find_quotes` knows them.

    The models read the words of all of them in one go, which is faster for articles of ordinary
    length: much of what they cost is the same for one as for sixteen. What is found is the same.

    >>> from newslib import parse_article
    >>> articles = [parse_article(f'"We go," said {name}.') for name in ("Marsh", "Reed")]
    >>> read_together(articles)
    >>> [find_quotes(article)[0].speaker for article in articles]
    ['Marsh', 'Reed']
    """
    unread = [article for article in articles if not article.remembers(find_quotes)]
    found = dict(zip(map(id, unread), undisturbed(_find_quotes, unread), strict=True))
    for article in unread:
        article.remember(find_quotes, lambda one: found[id(one)])


def _find_quotes(articles: Sequence[Article]) -> list[tuple[Quote, ...]]:
    """The quotations of each article."""
    model = load_model()
    texts = [segments(article) for article in articles]
    read = parses_of(texts, model, map(_least, chain.from_iterable(texts)))
    outer = list(map(_outer_drafts, articles, texts, read))
    inner = inner_drafts(articles, outer, model, INNER_THRESHOLD)
    return list(map(_quotes, articles, outer, inner))


def _quotes(article: Article, outer: list[Draft], inner: list[Draft]) -> tuple[Quote, ...]:
    """The quotations of both levels, their attributions numbered by where each begins."""
    levels = [(draft, 0) for draft in outer] + [(draft, 1) for draft in inner]
    levels.sort(key=lambda item: (item[0].places[0][0], item[1]))
    found = [
        _quote(article, draft, number, level, piece)
        for number, (draft, level) in enumerate(levels)
        for piece in draft.pieces
    ]
    return tuple(sorted(found, key=lambda quote: (quote.span.start, quote.level, quote.span.end)))


def _least(segment: Segment) -> float:
    """The least probability of a cue that may count in a segment."""
    usual = COLON_THRESHOLD if segment[-1].word == ":" else THRESHOLD
    return min(usual, least_threshold(segment))


def _outer_drafts(
    article: Article, parts: tuple[Segment, ...], parses: list[list[Parse]]
) -> list[Draft]:
    """The outermost attributions, their pieces in text order, from what was read."""
    found: list[Draft] = []
    for number, (segment, read) in enumerate(zip(parts, parses, strict=True)):
        headline = headline_draft(article, segment, number)
        if headline is not None:
            found.append(headline)
            continue
        drafts = drafts_at(THRESHOLD, segment, number, read)
        found.extend(drafts)
        if segment[-1].word == ":" and not any(draft.speech for draft in drafts):
            again = drafts_at(COLON_THRESHOLD, segment, number, read)
            known = {draft.cue for draft in drafts}
            found.extend(draft for draft in again[-1:] if draft.cue not in known)
    attach_quotations(parts, found, parses)
    for draft in found:
        draft.pieces.sort()
    return [draft for draft in found if draft.pieces]


def _quote(
    article: Article, draft: Draft, number: int, level: int, piece: tuple[Place, str]
) -> Quote:
    """The record of one piece; a floating one has no cue and no speaker beside it."""
    (start, end), rule = piece
    cue, source = _span(article, draft.cue), _span(article, draft.source)
    floating = rule == "floating"
    return Quote(
        span=article.span(start, end),
        kind=kind_of(article, start, end, level),
        cue=None if floating else cue,
        speaker_span=None if floating else source,
        speaker=name_of(article, source) if source else None,
        attribution=number,
        level=level,
        closed=_closed(article, start, end),
        rule=_order(draft, (start, end)) if rule == "model" else rule,
        confidence=round(draft.confidence, 4),
    )


def _order(draft: Draft, content: Place) -> str:
    """The word order in which the models found a piece, such as "content-cue-source"."""
    parts = {"content": content, "cue": draft.cue, "source": draft.source}
    found = {name: place for name, place in parts.items() if place is not None}
    return "-".join(sorted(found, key=found.__getitem__))


def _span(article: Article, place: Place | None) -> Span | None:
    return article.span(*place) if place else None


_start_of, _is_closed = attrgetter("span.start"), attrgetter("closed")


def _closed(article: Article, start: int, end: int) -> bool:
    """Whether every quotation mark that opens in a piece closes."""
    marks = find_marks(article)
    first = bisect_left(marks, start, key=_start_of)
    last = bisect_left(marks, end, lo=first, key=_start_of)
    return all(map(_is_closed, marks[first:last]))
