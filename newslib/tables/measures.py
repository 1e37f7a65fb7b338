"""Tables of how voices sound: hedges, certainty, sentiment, tone towards targets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from newslib.article import Article
from newslib.hedging import find_hedges, score_certainty
from newslib.lexicon import Lexicon
from newslib.sentiment import score_sentences, tone_towards
from newslib.sentiment.scores import METHODS
from newslib.speakers import find_mentions
from newslib.tables.build import (
    HIT,
    PLACE,
    VOICE,
    Row,
    build,
    hit_row,
    listed,
    place,
    voice_at,
    words_in,
)

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "certainty_table",
    "hedges_table",
    "sentiment_table",
    "targets_table",
]


def hedges_table(
    articles: Article | Iterable[Article],
    *,
    categories: Iterable[str] | None = None,
    lexicon: Lexicon | None = None,
) -> pd.DataFrame:
    """One row a cue of hedging, insistence, negation or distance, with what it bears on.

    `category` keeps the eight kinds apart; `scope` are the words softened. `categories` and
    `lexicon` are those of `find_hedges`.

    >>> from newslib import parse_article
    >>> table = hedges_table(parse_article("Talks may resume."))
    >>> table[["text", "category"]].values.tolist()
    [['may', 'epistemic']]
    """
    chosen = None if categories is None else listed("categories", categories)
    columns = PLACE | {"category": "string"} | HIT | VOICE | {"rule": "string"}

    def rows(article: Article) -> Iterator[Row]:
        hits = find_hedges(article, categories=chosen, lexicon=lexicon)
        return (hit_row(article, hit) for hit in hits)

    return build(articles, columns, rows)


def certainty_table(articles: Article | Iterable[Article], *, genre: str = "news") -> pd.DataFrame:
    """One row a sentence: how certain it sounds (1–6), whether it is hedged, and by which words.

    `evidence` joins the cues that made the score with "; ". `genre` chooses the weights.

    >>> from newslib import parse_article
    >>> certainty_table(parse_article("Talks may resume."))[["hedged", "evidence"]].values.tolist()
    [[True, 'may']]
    """
    found = {"certainty": "float64", "hedged": "bool", "evidence": "string", "n_words": "int64"}

    def rows(article: Article) -> Iterator[Row]:
        for scored in score_certainty(article, genre=genre):
            evidence = "; ".join(hit.span.text for hit in scored.evidence)
            cells = (scored.certainty, scored.hedged, evidence, words_in(article, scored.span))
            yield *place(article, scored.span), *cells, *voice_at(article, scored.span)

    return build(articles, PLACE | found | VOICE, rows)


_SCORE = {
    "method": "string",
    "score": "float64",
    "positive": "float64",
    "negative": "float64",
    "subjectivity": "float64",
    "evidence": "string",
    "n_words": "int64",
}


def sentiment_table(
    articles: Article | Iterable[Article], *, methods: Iterable[str] = tuple(METHODS)
) -> pd.DataFrame:
    """One row a sentence and method: its score, and the words that made it with their values.

    Scores of different methods stand on different scales; `table.pivot` sets them side by side.
    `evidence` reads "word value; word value". Average over sentences, and give their number.
    TypeError where `methods` is one string, ValueError for a method there is not.

    >>> from newslib import parse_article
    >>> table = sentiment_table(parse_article("Talks failed badly."), methods=["vader"])
    >>> table[["method", "score"]].values.tolist()
    [['vader', -0.7506]]
    """
    return build(
        articles, PLACE | _SCORE | VOICE, partial(_score_rows, methods=listed("methods", methods))
    )


def _score_rows(article: Article, methods: tuple[str, ...]) -> Iterator[Row]:
    by_method = [score_sentences(article, method=method) for method in methods]
    for scores in zip(*by_method, strict=True):
        for score in scores:
            evidence = "; ".join(f"{e.span.text} {e.value:+.2f}" for e in score.evidence)
            signs = (score.positive, score.negative, score.subjectivity)
            cells = (score.method, score.score, *signs, evidence, words_in(article, score.span))
            yield *place(article, score.span), *cells, *voice_at(article, score.span)


def targets_table(articles: Article | Iterable[Article]) -> pd.DataFrame:
    """One row a mention of an actor: the tone of its sentence towards it, and in whose voice.

    Every person, office, state and organisation that `find_mentions` finds is a target; `name`
    is its canonical name, `label` negative, neutral or positive.

    >>> from newslib import parse_article
    >>> targets_table(parse_article("Ann Marsh left."))[["text", "label"]].values.tolist()
    [['Ann Marsh', 'neutral']]
    """
    found = {"name": "string", "kind": "string", "label": "string", "score": "float64"}
    return build(articles, PLACE | found | {"evidence": "string"} | VOICE, _target_rows)


def _target_rows(article: Article) -> Iterator[Row]:
    for mention in find_mentions(article):
        if mention.name is not None and mention.kind != "pronoun":
            tone = tone_towards(article, target=mention.span)
            evidence = "; ".join(f"{e.span.text} {e.value:+.2f}" for e in tone.evidence)
            cells = (mention.name, mention.kind, tone.label, tone.score, evidence)
            yield *place(article, mention.span), *cells, *voice_at(article, mention.span)
