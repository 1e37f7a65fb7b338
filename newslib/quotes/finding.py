"""Put the attributions of an article together and make them records."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from newslib.article import Article, Span, check_article, records, undisturbed
from newslib.marks import find_marks
from newslib.quotes.coded import code_columns
from newslib.quotes.columns import columns_of
from newslib.quotes.drafts import Draft, Place
from newslib.quotes.headlines import headline_draft
from newslib.quotes.layout import attach_quotations, least_threshold
from newslib.quotes.levels import inner_drafts
from newslib.quotes.model import Parse, load_model
from newslib.quotes.reading import drafts_at, parses_of
from newslib.quotes.records import Quote, kind_of
from newslib.quotes.segments import Stretch, stretches
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
    columns = code_columns(list(map(columns_of, articles)), load_model())
    texts = list(map(stretches, articles))
    read = parses_of(texts, columns, map(_least, chain.from_iterable(texts)))
    outer = list(map(_outer_drafts, articles, texts, read))
    inner = inner_drafts(articles, outer, columns, INNER_THRESHOLD)
    return list(map(_quotes, articles, outer, inner))


def _quotes(article: Article, outer: list[Draft], inner: list[Draft]) -> tuple[Quote, ...]:
    """The quotations of both levels, their attributions numbered by where each begins."""
    levels = [(draft, 0) for draft in outer] + [(draft, 1) for draft in inner]
    levels.sort(key=lambda item: (item[0].places[0][0], item[1]))
    found = [
        _Piece(start, level, end, number, rule, draft)
        for number, (draft, level) in enumerate(levels)
        for (start, end), rule in draft.pieces
    ]
    return tuple(_quotations(article, sorted(found, key=_PLACE)))


def _least(stretch: Stretch) -> float:
    """The least probability of a cue that may count in a segment."""
    usual = COLON_THRESHOLD if stretch.ends_with_colon else THRESHOLD
    return min(usual, least_threshold(stretch))


def _outer_drafts(
    article: Article, parts: Sequence[Stretch], parses: list[list[Parse]]
) -> list[Draft]:
    """The outermost attributions, their pieces in text order, from what was read."""
    found: list[Draft] = []
    for number, (stretch, read) in enumerate(zip(parts, parses, strict=True)):
        headline = headline_draft(article, stretch, number)
        if headline is not None:
            found.append(headline)
            continue
        drafts = drafts_at(THRESHOLD, stretch, number, read)
        found.extend(drafts)
        if stretch.ends_with_colon and not any(draft.speech for draft in drafts):
            again = drafts_at(COLON_THRESHOLD, stretch, number, read)
            known = {draft.cue for draft in drafts}
            found.extend(draft for draft in again[-1:] if draft.cue not in known)
    attach_quotations(parts, found, parses)
    for draft in found:
        draft.pieces.sort()
    return [draft for draft in found if draft.pieces]


class _Piece(NamedTuple):
    """A piece of an attribution: where it stands, on which level, and what found it."""

    start: int
    level: int
    end: int
    attribution: int
    rule: str
    draft: Draft


_PLACE = itemgetter(0, 1, 2)


def _quotations(article: Article, pieces: list[_Piece]) -> list[Quote]:
    """The records of pieces; a floating one has no cue and no speaker beside it."""
    drafts = [piece.draft for piece in pieces]
    floating = [piece.rule == "floating" for piece in pieces]
    cues = _spans(article, [draft.cue for draft in drafts])
    sources = _spans(article, [draft.source for draft in drafts])
    return records(
        Quote,
        _spans(article, [(piece.start, piece.end) for piece in pieces]),
        [kind_of(article, piece.start, piece.end, piece.level) for piece in pieces],
        [None if far else cue for far, cue in zip(floating, cues, strict=True)],
        [None if far else source for far, source in zip(floating, sources, strict=True)],
        [name_of(article, source) if source else None for source in sources],
        [piece.attribution for piece in pieces],
        [piece.level for piece in pieces],
        _closed(article, pieces),
        [_rule(piece) for piece in pieces],
        [round(draft.confidence, 4) for draft in drafts],
    )


def _rule(piece: _Piece) -> str:
    """What found a piece; if the models did, the word order: such as "content-cue-source"."""
    if piece.rule != "model":
        return piece.rule
    places = [((piece.start, piece.end), "content")]
    if piece.draft.cue is not None:
        places.append((piece.draft.cue, "cue"))
    if piece.draft.source is not None:
        places.append((piece.draft.source, "source"))
    return "-".join([name for _, name in sorted(places)])


def _spans(article: Article, places: list[Place | None]) -> list[Span | None]:
    """The spans of some places; none where there is no place."""
    known = [place for place in places if place is not None]
    starts, ends = [start for start, _ in known], [end for _, end in known]
    texts = [article.text[start:end] for start, end in known]
    found = iter(records(Span, starts, ends, texts))
    return [None if place is None else next(found) for place in places]


def _closed(article: Article, pieces: list[_Piece]) -> list[bool]:
    """Whether every quotation mark that opens in each piece closes."""
    marks = find_marks(article)
    starts = [mark.span.start for mark in marks]
    closed = [mark.closed for mark in marks]
    return [
        all(closed[bisect_left(starts, piece.start) : bisect_left(starts, piece.end)])
        for piece in pieces
    ]
