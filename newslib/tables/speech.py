"""Tables of who is speaking: mentions, quotations, voices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newslib.article import Article, Span
from newslib.hedging import stance_of
from newslib.quotes import find_quotes, voices
from newslib.speakers import find_mentions
from newslib.tables.build import PLACE, VOICE, Row, build, cells, place, voice_at, words_in

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["mentions_table", "quotes_table", "voices_table"]


def mentions_table(articles: Article | Iterable[Article]) -> pd.DataFrame:
    """One row a mention of a person, office, state or organisation, with its canonical `name`.

    >>> from newslib import parse_article
    >>> mentions_table(parse_article("Foreign Minister Ann Marsh left."))["name"].tolist()
    ['Ann Marsh']
    """
    return build(articles, PLACE | {"kind": "string", "name": "string"} | VOICE, _mention_rows)


def _mention_rows(article: Article) -> Iterator[Row]:
    for mention in find_mentions(article):
        found = (*place(article, mention.span), mention.kind, mention.name)
        yield *found, *voice_at(article, mention.span)


_SPEAKER = {
    "kind": "string",
    "speaker": "string",
    "mention": "string",
    "speaker_start": "Int64",
    "speaker_end": "Int64",
    "cue": "string",
    "cue_start": "Int64",
    "cue_end": "Int64",
    "attribution": "int64",
    "level": "int64",
    "closed": "bool",
    "n_words": "int64",
    "stance": "string",
    "force": "Int64",
    "commitment": "float64",
}
_WHY = {"rule": "string", "confidence": "float64"}


def quotes_table(articles: Article | Iterable[Article]) -> pd.DataFrame:
    """One row a piece of direct, mixed or reported speech: its words, cue and speaker.

    `speaker` is the canonical name, `mention` the words that stand for it there; `cue` is what
    marks the words as said ("has said", "according to"). Pieces that share an `attribution`
    were said in one go. `level` is 1 for an attribution inside another. `stance`, `force` and
    `commitment` are those of the cue, as `stance_of` has them. `rule` and `confidence` say why
    the row is here.

    >>> from newslib import parse_article
    >>> story = parse_article('"The door is open," Ann Marsh said.')
    >>> quotes_table(story)[["kind", "cue", "speaker"]].values.tolist()
    [['direct', 'said', 'Ann Marsh']]
    """
    return build(articles, PLACE | _SPEAKER | VOICE | _WHY, _quote_rows)


def _quote_rows(article: Article) -> Iterator[Row]:
    for quote in find_quotes(article):
        mention, cue = cells(quote.speaker_span), cells(quote.cue)
        who = (quote.kind, quote.speaker, *mention, *cue)
        how = (quote.attribution, quote.level, quote.closed, words_in(article, quote.span))
        why = (*voice_at(article, quote.span), quote.rule, quote.confidence)
        yield *place(article, quote.span), *who, *how, *_stance(quote.cue), *why


def _stance(cue: Span | None) -> tuple[str | None, int | None, float | None]:
    """How the reporting word presents what it reports, where the list knows it."""
    found = stance_of(cue.text) if cue else None
    return (found.stance, found.force, found.commitment) if found else (None, None, None)


def voices_table(articles: Article | Iterable[Article]) -> pd.DataFrame:
    """Whose words the story is made of: its text cut into voices, without gap or overlap.

    One row a stretch of one voice; `n_words` its words, `share` its part of all words of the
    article, so that `table.groupby("voice")["share"].sum()` gives each voice its share.

    >>> from newslib import parse_article
    >>> story = parse_article('"The door is open," Ann Marsh said.')
    >>> voices_table(story)[["voice", "n_words"]].values.tolist()
    [['Ann Marsh', 4], ['narrator', 3]]
    """
    columns = PLACE | {"level": "int64", "n_words": "int64", "share": "float64"} | VOICE
    return build(articles, columns, _voice_rows)


def _voice_rows(article: Article) -> Iterator[Row]:
    total = max(1, words_in(article, Span(0, len(article.text), "")))
    for voice in voices(article):
        count = words_in(article, voice.span)
        who = (voice.voice, voice.voice_kind, 1.0)
        yield *place(article, voice.span), voice.level, count, count / total, *who
