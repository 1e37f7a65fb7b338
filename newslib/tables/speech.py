"""Tables of who is speaking: mentions, quotations, voices."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from newslib.article import Article
from newslib.hedging import stance_of
from newslib.quotes import find_quotes, voices
from newslib.speakers import find_mentions
from newslib.tables.build import Found, Recipe, build
from newslib.tables.columns import as_columns, span_columns
from newslib.tables.places import words_in

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["MENTIONS", "QUOTES", "VOICES", "mentions_table", "quotes_table", "voices_table"]


def mentions_table(articles: Article | Iterable[Article], *, voice: bool = True) -> pd.DataFrame:
    """One row a mention of a person, office, state or organisation, with its canonical `name`.

    `voice` is that of `sentences_table`.

    >>> from newslib import parse_article
    >>> mentions_table(parse_article("Foreign Minister Ann Marsh left."))["name"].tolist()
    ['Ann Marsh']
    """
    return build(articles, MENTIONS, voice=voice)


def _mentions(article: Article) -> Found:
    found = find_mentions(article)
    return Found(
        [mention.span for mention in found],
        ([mention.kind for mention in found], [mention.name for mention in found]),
    )


MENTIONS = Recipe(_mentions, {"kind": "string", "name": "string"})


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
    return build(articles, QUOTES)


def _quotes(article: Article) -> Found:
    found = find_quotes(article)
    spans = [quote.span for quote in found]
    stances = [_stance(quote.cue.text if quote.cue else None) for quote in found]
    return Found(
        spans,
        (
            [quote.kind for quote in found],
            [quote.speaker for quote in found],
            *span_columns([quote.speaker_span for quote in found]),
            *span_columns([quote.cue for quote in found]),
            [quote.attribution for quote in found],
            [quote.level for quote in found],
            [quote.closed for quote in found],
            *as_columns(stances, 3),
            [quote.rule for quote in found],
            [quote.confidence for quote in found],
        ),
    )


@lru_cache(maxsize=20_000)
def _stance(cue: str | None) -> tuple[str | None, int | None, float | None]:
    """How a reporting cue presents what it reports, where the list knows it: most are "said"."""
    found = stance_of(cue) if cue is not None else None
    return (found.stance, found.force, found.commitment) if found else (None, None, None)


QUOTES = Recipe(
    _quotes,
    {
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
    },
    {"rule": "string", "confidence": "float64"},
    counted=True,
)


def voices_table(articles: Article | Iterable[Article]) -> pd.DataFrame:
    """Whose words the story is made of: its text cut into voices, without gap or overlap.

    One row a stretch of one voice; `n_words` its words, `share` its part of all words of the
    article, so that `table.groupby("voice")["share"].sum()` gives each voice its share.

    >>> from newslib import parse_article
    >>> story = parse_article('"The door is open," Ann Marsh said.')
    >>> voices_table(story)[["voice", "n_words"]].values.tolist()
    [['Ann Marsh', 4], ['narrator', 3]]
    """
    return build(articles, VOICES)


def _voices(article: Article) -> Found:
    found = voices(article)
    spans = [voice.span for voice in found]
    counts = words_in(article, spans)
    total = max(1, sum(counts))
    levels = [voice.level for voice in found]
    return Found(spans, (levels, counts, [count / total for count in counts]))


VOICES = Recipe(_voices, {"level": "int64", "n_words": "int64", "share": "float64"})
