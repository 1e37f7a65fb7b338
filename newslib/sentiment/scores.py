"""The tone of each sentence, by three methods side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, partial

from newslib.article import Article, check_article
from newslib.sentiment.by_textblob import score_textblob
from newslib.sentiment.by_vader import score_vader
from newslib.sentiment.news import score_news
from newslib.sentiment.pieces import Pieces, cut_up
from newslib.sentiment.records import Score, Scores
from newslib.tokens import divided

__all__ = ["METHODS", "score_sentences", "scores_by"]

METHODS: dict[str, Callable[[Callable[[], Pieces], Article], Scores]] = {
    "textblob": lambda cut, _: score_textblob(cut()),
    "vader": lambda cut, _: score_vader(cut()),
    "news": lambda _, article: score_news(article),
}
"""The methods by their names: each is given the sentences cut into words, and the article."""


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
        (score_sentences, method), lambda found: scores_by(found, [method])[0].records()
    )


def scores_by(article: Article, methods: Iterable[str]) -> list[Scores]:
    """The columns of `score_sentences` by each method, which cost less than records.

    ValueError as there.
    """
    # what is cut is of use to several methods, but too large to be kept with the article
    cut = cache(lambda: cut_up(divided(article).sentences))
    found = []
    for method in methods:
        if method not in METHODS:
            raise ValueError(f"method is {method!r}; choose one of {', '.join(METHODS)}")
        found.append(article.remember((scores_by, method), partial(METHODS[method], cut)))
    return found
