"""The tone of each sentence, by three methods side by side."""

from __future__ import annotations

from collections.abc import Callable

from newslib.article import Article, check_article
from newslib.sentiment.by_textblob import score_textblob
from newslib.sentiment.by_vader import score_vader
from newslib.sentiment.news import score_news
from newslib.sentiment.pieces import pieces_of
from newslib.sentiment.records import Score, Scores

__all__ = ["METHODS", "score_sentences", "scores_by"]

METHODS: dict[str, Callable[[Article], Scores]] = {
    "textblob": lambda article: score_textblob(pieces_of(article)),
    "vader": lambda article: score_vader(pieces_of(article)),
    "news": score_news,
}
"""The methods by their names."""


def score_sentences(article: Article, *, method: str = "textblob") -> tuple[Score, ...]:
    """The tone of every sentence of `sentences(article)`, in the same order, with its words.

    "textblob" gives TextBlob's own polarity and subjectivity (Pattern's lexicon, De Smedt &
    Daelemans 2012): the mean of its `evidence`. "vader" gives vaderSentiment's own compound, pos
    and neg (Hutto & Gilbert 2014): its `evidence` are the valences of the words, negation and
    intensifiers already in them, before they are normalised. Both equal the libraries' answers;
    only a sentence of more than 8,000 characters, which would take them minutes, is read in
    pieces. "news" is newslib's own: names and institutions never score, negation turns a word and
    modality halves it, and the values, VADER's moved to what NewsMTSC shows (Hamborg & Donnay
    2021) and a diplomatic lexicon's, sum to the score.

    A score is for a sentence: for an article take the mean, and say of how many sentences.

    Raises ValueError for an unknown method. Text without sentences gives an empty tuple.

    >>> from newslib import parse_article
    >>> score, = score_sentences(parse_article("Talks were not very good."))
    >>> round(score.score, 4), [evidence.span.text for evidence in score.evidence]
    (-0.2692, ['not very good'])
    """
    check_article(article)
    return article.remember(
        (score_sentences, method), lambda found: scores_by(found, method).records()
    )


def scores_by(article: Article, method: str) -> Scores:
    """The columns of `score_sentences`, which cost less than records; ValueError as there."""
    if method not in METHODS:
        raise ValueError(f"method is {method!r}; choose one of {', '.join(METHODS)}")
    return article.remember((scores_by, method), METHODS[method])
