"""Tables of what stands in the text itself: articles, parts, sentences, words, concordances."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newslib.article import Article, Span
from newslib.tables.build import PLACE, VOICE, Row, build, place, voice_at, words_in
from newslib.tokens import n_words, sentences, tokens

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "articles_table",
    "kwic",
    "parts_table",
    "sentences_table",
    "tokens_table",
]

_COUNTS = {"n_paragraphs": "int64", "n_sentences": "int64", "n_words": "int64"}
_METADATA = {"outlet": "string", "url": "string", "language": "string"}


def articles_table(articles: Article | Iterable[Article]) -> pd.DataFrame:
    """One row an article: headline, date, source, and how long it is.

    `text` is the whole article; `headline` and `source` are the words of those parts, `date` an
    ISO date or missing; counts are of the prose (headline, standfirst, caption, body), as
    everywhere; paragraphs are the body's.

    >>> from newslib import parse_article
    >>> table = articles_table(parse_article("Talks may resume.", id="talks"))
    >>> table[["article", "n_sentences", "n_words"]].values.tolist()
    [['talks', 1, 3]]
    """
    parts = {"headline": "string", "date": "string", "source": "string"}
    return build(articles, PLACE | parts | _METADATA | _COUNTS | VOICE, _article_rows)


def _article_rows(article: Article) -> Iterator[Row]:
    whole = Span(0, len(article.text), article.text)
    headline, source = (part.text if part else None for part in (article.headline, article.source))
    date = article.date.isoformat() if article.date else None
    counts = (len(article.paragraphs), len(sentences(article)), n_words(tokens(article)))
    metadata = (article.outlet, article.url, article.language)
    first = (article.id, "article", 0, whole.end, whole.text)
    yield *first, headline, date, source, *metadata, *counts, *voice_at(article, whole)


def parts_table(articles: Article | Iterable[Article]) -> pd.DataFrame:
    """The anatomy of each story: one row a part, in text order, the unplaced ones too.

    `n_words` is 0 for parts that hold no prose.

    >>> from newslib import parse_article
    >>> story = parse_article("Talks may resume\\n\\nThe door is open, she said.\\n\\nSource: XY")
    >>> parts_table(story)[["part", "n_words"]].values.tolist()
    [['headline', 3], ['body', 6], ['unplaced', 0], ['source', 0]]
    """
    return build(articles, PLACE | {"n_words": "int64"} | VOICE, _part_rows)


def _part_rows(article: Article) -> Iterator[Row]:
    fields = ("headline", "standfirst", "byline", "caption", "credit", "dateline", "date_span")
    spans = [getattr(article, name) for name in (*fields, "source")]
    present = [
        span for span in (*spans, *article.paragraphs, *article.unplaced) if span is not None
    ]
    for span in sorted(present):
        yield *place(article, span), words_in(article, span), *voice_at(article, span)


def sentences_table(articles: Article | Iterable[Article]) -> pd.DataFrame:
    """One row a sentence, with its number of words.

    >>> from newslib import parse_article
    >>> table = sentences_table(parse_article("Talks failed. He left."))
    >>> table[["text", "n_words"]].values.tolist()
    [['Talks failed.', 2], ['He left.', 2]]
    """
    return build(articles, PLACE | {"n_words": "int64"} | VOICE, _sentence_rows)


def _sentence_rows(article: Article) -> Iterator[Row]:
    for sentence in sentences(article):
        where, count = place(article, sentence.span), n_words(sentence.tokens)
        yield *where, count, *voice_at(article, sentence.span)


def tokens_table(articles: Article | Iterable[Article]) -> pd.DataFrame:
    """One row a token: a word, a number or a mark (`kind`), and the number of its sentence.

    `sentence` counts from 0 in each article.

    >>> from newslib import parse_article
    >>> tokens_table(parse_article("Talks failed."))[["text", "kind"]].values.tolist()
    [['Talks', 'word'], ['failed', 'word'], ['.', 'punctuation']]
    """
    return build(articles, PLACE | {"kind": "string", "sentence": "int64"} | VOICE, _token_rows)


def _token_rows(article: Article) -> Iterator[Row]:
    for number, sentence in enumerate(sentences(article)):
        for token in sentence.tokens:
            where, voice = place(article, token.span), voice_at(article, token.span)
            yield *where, token.kind, number, *voice


def kwic(
    articles: Article | Iterable[Article],
    pattern: str | re.Pattern[str],
    *,
    window: int = 60,
) -> pd.DataFrame:
    """The concordance: every place a word stands, with `window` characters either side.

    `pattern` is a word or phrase, found as whole words whatever its case, in which `*` stands for
    any letters ("negotiat*"); or a compiled regular expression, taken as it is. The words found
    are `text`, what stands around them on the same line of the story `before` and `after`.
    `pattern` is kept in a column, so that several concordances can be joined. Raises ValueError
    for an empty pattern or a negative window, TypeError for a pattern that is neither.

    >>> from newslib import parse_article
    >>> kwic(parse_article("Talks may resume."), "may")[["before", "text", "after"]].values.tolist()
    [['Talks ', 'may', ' resume.']]
    """
    if not isinstance(pattern, str | re.Pattern):
        raise TypeError(
            f"kwic(pattern={pattern!r}) is a {type(pattern).__name__}; give a word or a re.Pattern"
        )
    written = pattern if isinstance(pattern, str) else pattern.pattern
    if not written.strip(" *") or window < 0:
        raise ValueError(
            f"kwic(pattern={written!r}, window={window}) can find nothing; "
            "give a word and a window of 0 or more characters"
        )
    compiled = (
        re.compile(_whole_words(pattern), re.IGNORECASE) if isinstance(pattern, str) else pattern
    )
    around = {"before": "string", "after": "string", "pattern": "string"}

    def rows(article: Article) -> Iterator[Row]:
        for _, part in article.prose:
            for match in compiled.finditer(article.text, part.start, part.end):
                if match[0]:
                    found = Span(*match.span(), match[0])
                    before = article.text[max(part.start, found.start - window) : found.start]
                    after = article.text[found.end : min(part.end, found.end + window)]
                    cells = (*place(article, found), before, after, written)
                    yield *cells, *voice_at(article, found)

    return build(articles, PLACE | around | VOICE, rows)


def _whole_words(phrase: str) -> str:
    """A regular expression for a phrase as whole words, `*` standing for any letters."""
    words = [re.escape(word).replace(r"\*", r"\w*") for word in phrase.split()]
    return r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)"
