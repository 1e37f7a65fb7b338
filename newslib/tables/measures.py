"""Tables of how voices sound: hedges, certainty, sentiment, tone towards targets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from newslib.article import Article
from newslib.hedging import find_hedges, score_certainty
from newslib.lexicon import Lexicon
from newslib.sentiment import Evidence
from newslib.sentiment.records import Said
from newslib.sentiment.scores import METHODS, scores_by
from newslib.sentiment.target import judge_together, tones_towards
from newslib.speakers import find_mentions
from newslib.tables.build import HIT, Found, Recipe, asked, build, hit_columns, listed

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "CERTAINTY",
    "HEDGES",
    "SENTIMENT",
    "TARGETS",
    "certainty_table",
    "hedges_table",
    "sentiment_table",
    "targets_table",
]

T = TypeVar("T")

HEDGES = Recipe(
    lambda article: hit_columns(find_hedges(article)),
    {"category": "string", **HIT},
    {"rule": "string"},
)


def hedges_table(
    articles: Article | Iterable[Article],
    *,
    categories: Iterable[str] | None = None,
    lexicon: Lexicon | None = None,
    voice: bool = True,
) -> pd.DataFrame:
    """One row a cue of hedging, insistence, negation or distance, with what it bears on.

    `category` keeps the eight kinds apart; `scope` are the words softened. `categories` and
    `lexicon` are those of `find_hedges`, `voice` is that of `sentences_table`.

    >>> from newslib import parse_article
    >>> table = hedges_table(parse_article("Talks may resume."))
    >>> table[["text", "category"]].values.tolist()
    [['may', 'epistemic']]
    """
    chosen = None if categories is None else listed(categories, name="categories")

    def find(article: Article) -> Found:
        return hit_columns(find_hedges(article, categories=chosen, lexicon=lexicon))

    return build(articles, asked(HEDGES, find), voice=voice)


def certainty_table(
    articles: Article | Iterable[Article], *, genre: str = "news", voice: bool = True
) -> pd.DataFrame:
    """One row a sentence: how certain it sounds (1–6), whether it is hedged, and by which words.

    `evidence` joins the cues that made the score with "; ". `genre` chooses the weights. `voice`
    is that of `sentences_table`.

    >>> from newslib import parse_article
    >>> certainty_table(parse_article("Talks may resume."))[["hedged", "evidence"]].values.tolist()
    [[True, 'may']]
    """
    chosen = asked(CERTAINTY, lambda article: _certainty(article, genre))
    return build(articles, chosen, voice=voice)


def _certainty(article: Article, genre: str = "news") -> Found:
    scored = score_certainty(article, genre=genre)
    spans = [sentence.span for sentence in scored]
    evidence = ["; ".join([hit.span.text for hit in sentence.evidence]) for sentence in scored]
    certainty = [sentence.certainty for sentence in scored]
    hedged = [sentence.hedged for sentence in scored]
    return Found(spans, (certainty, hedged, evidence))


CERTAINTY = Recipe(
    _certainty,
    {"certainty": "float64", "hedged": "bool", "evidence": "string", "n_words": "int64"},
    counted=True,
)


def sentiment_table(
    articles: Article | Iterable[Article],
    *,
    methods: Iterable[str] = tuple(METHODS),
    voice: bool = True,
) -> pd.DataFrame:
    """One row a sentence and method: its score, and the words that made it with their values.

    Scores of different methods stand on different scales; `table.pivot` sets them side by side.
    `evidence` reads "word value; word value". Average over sentences, and give their number.
    `voice` is that of `sentences_table`. TypeError where `methods` is one string, ValueError for
    a method there is not.

    >>> from newslib import parse_article
    >>> table = sentiment_table(parse_article("Talks failed badly."), methods=["vader"])
    >>> table[["method", "score"]].values.tolist()
    [['vader', -0.7506]]
    """
    chosen = listed(methods, name="methods")
    found = asked(SENTIMENT, lambda article: _scores(article, chosen))
    return build(articles, found, voice=voice)


def _scores(article: Article, methods: tuple[str, ...] = tuple(METHODS)) -> Found:
    by_method = scores_by(article, methods)
    return Found(
        _by_turns([scores.spans for scores in by_method]),
        (
            list(methods) * (len(by_method[0].spans) if by_method else 0),
            _by_turns([scores.score for scores in by_method]),
            _by_turns([scores.positive for scores in by_method]),
            _by_turns([scores.negative for scores in by_method]),
            _by_turns([scores.subjectivity for scores in by_method]),
            _by_turns([_told(scores.evidence) for scores in by_method]),
        ),
    )


def _by_turns(columns: Sequence[Sequence[T]]) -> list[T]:
    """The first of each column, then the second of each, and so on."""
    return [*chain.from_iterable(zip(*columns, strict=True))]


def _told(evidence: Sequence[Sequence[Said]]) -> list[str]:
    """The words behind the score of each sentence and what they brought to it, to be read."""
    # the old way of formatting takes half the time, and there are as many of these as words
    return [
        "; ".join(["%s %+.2f" % (word, value) for _, _, word, value in said]) if said else ""  # noqa: UP031
        for said in evidence
    ]


SENTIMENT = Recipe(
    _scores,
    {
        "method": "string",
        "score": "float64",
        "positive": "float64",
        "negative": "float64",
        "subjectivity": "float64",
        "evidence": "string",
        "n_words": "int64",
    },
    counted=True,
)


def targets_table(articles: Article | Iterable[Article], *, voice: bool = True) -> pd.DataFrame:
    """One row a mention of an actor: the tone of its sentence towards it, and in whose voice.

    Every person, office, state and organisation that `find_mentions` finds is a target; `name`
    is its canonical name, `label` negative, neutral or positive. `voice` is that of
    `sentences_table`.

    >>> from newslib import parse_article
    >>> targets_table(parse_article("Ann Marsh left."))[["text", "label"]].values.tolist()
    [['Ann Marsh', 'neutral']]
    """
    return build(articles, TARGETS, voice=voice)


def _tones(article: Article) -> Found:
    """The tone towards every mention that stands for somebody by name or office."""
    mentions = [
        mention
        for mention in find_mentions(article)
        if mention.name is not None and mention.kind != "pronoun"
    ]
    spans = [mention.span for mention in mentions]
    tones = tones_towards(article, spans)
    return Found(
        spans,
        (
            [mention.name for mention in mentions],
            [mention.kind for mention in mentions],
            [tone.label for tone in tones],
            [tone.score for tone in tones],
            [_written(tone.evidence) for tone in tones],
        ),
    )


def _written(evidence: Sequence[Evidence]) -> str:
    """Words and what they brought to a tone, to be read."""
    return "; ".join(["%s %+.2f" % (word.span.text, word.value) for word in evidence])  # noqa: UP031


TARGETS = Recipe(
    _tones,
    {
        "name": "string",
        "kind": "string",
        "label": "string",
        "score": "float64",
        "evidence": "string",
    },
    ahead=judge_together,
)
