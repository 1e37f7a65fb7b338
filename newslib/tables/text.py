"""Tables of what stands in the text itself: articles, parts, sentences, words, concordances."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from newslib.article import Article, Span
from newslib.tables.build import Found, Recipe, build
from newslib.tables.columns import Repeated, as_columns
from newslib.tables.places import Places, part_spans
from newslib.tokens import KINDS, divided, n_words

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "ARTICLES",
    "PARTS",
    "SENTENCES",
    "TOKENS",
    "articles_table",
    "kwic",
    "parts_table",
    "sentences_table",
    "tokens_table",
]


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
    return build(articles, ARTICLES)


def _article(article: Article) -> Found:
    headline, source = (part.text if part else None for part in (article.headline, article.source))
    date = article.date.isoformat() if article.date else None
    counts = (len(article.paragraphs), len(divided(article).sentences), n_words(article))
    metadata = (article.outlet, article.url, article.language)
    cells = (headline, date, source, *metadata, *counts)
    whole = Span(0, len(article.text), article.text)
    return Found([whole], [[cell] for cell in cells])


ARTICLES = Recipe(
    _article,
    {
        "headline": "string",
        "date": "string",
        "source": "string",
        "outlet": "string",
        "url": "string",
        "language": "string",
        "n_paragraphs": "int64",
        "n_sentences": "int64",
        "n_words": "int64",
    },
    part="article",
)


def parts_table(articles: Article | Iterable[Article]) -> pd.DataFrame:
    """The anatomy of each story: one row a part, in text order, the unplaced ones too.

    `n_words` is 0 for parts that hold no prose.

    >>> from newslib import parse_article
    >>> story = parse_article("Talks may resume\\n\\nThe door is open, she said.\\n\\nSource: XY")
    >>> parts_table(story)[["part", "n_words"]].values.tolist()
    [['headline', 3], ['body', 6], ['unplaced', 0], ['source', 0]]
    """
    return build(articles, PARTS)


def _parts(article: Article) -> Found:
    return Found([span for span, _ in part_spans(article)])


PARTS = Recipe(_parts, {"n_words": "int64"}, counted=True)


def sentences_table(articles: Article | Iterable[Article], *, voice: bool = True) -> pd.DataFrame:
    """One row a sentence, with its number of words.

    Without `voice` the three voice columns are left out, and so is the search for quotations
    that they need: for fast counting over much text.

    >>> from newslib import parse_article
    >>> table = sentences_table(parse_article("Talks failed. He left."), voice=False)
    >>> table[["text", "n_words"]].values.tolist()
    [['Talks failed.', 2], ['He left.', 2]]
    """
    return build(articles, SENTENCES, voice=voice)


def _sentences(article: Article) -> Found:
    return Found(divided(article).sentences)


SENTENCES = Recipe(_sentences, {"n_words": "int64"}, counted=True)


def tokens_table(articles: Article | Iterable[Article], *, voice: bool = True) -> pd.DataFrame:
    """One row a token: a word, a number or a mark (`kind`), and the number of its sentence.

    `sentence` counts from 0 in each article. `voice` is that of `sentences_table`.

    >>> from newslib import parse_article
    >>> tokens_table(parse_article("Talks failed."))[["text", "kind"]].values.tolist()
    [['Talks', 'word'], ['failed', 'word'], ['.', 'punctuation']]
    """
    return build(articles, TOKENS, voice=voice)


def _tokens(article: Article) -> Found:
    import numpy as np

    found = divided(article)
    numbers = np.arange(len(found.stops)).repeat(np.diff([0, *found.stops]))
    letters, rows = np.frombuffer(found.kinds.encode(), np.uint8), np.zeros(128, np.int32)
    rows[[*map(ord, KINDS)]] = range(len(KINDS))
    kinds = Repeated([*KINDS.values()], rows[letters])
    return Found(Places(found.starts, found.ends, found.written), (kinds, numbers))


TOKENS = Recipe(_tokens, {"kind": "string", "sentence": "int64"})


def kwic(
    articles: Article | Iterable[Article],
    pattern: str | re.Pattern[str],
    *,
    window: int = 60,
    voice: bool = True,
) -> pd.DataFrame:
    """The concordance: every place a word stands, with `window` characters either side.

    `pattern` is a word or phrase, found as whole words whatever its case, in which `*` stands for
    any letters ("negotiat*"); or a compiled regular expression, taken as it is. The words found
    are `text`, what stands around them on the same line of the story `before` and `after`.
    `pattern` is kept in a column, so that several concordances can be joined. Raises ValueError
    for an empty pattern or a negative window, TypeError for a pattern that is neither. `voice` is
    that of `sentences_table`.

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

    def find(article: Article) -> Found:
        rows = [
            (
                article.span(*match.span()),
                article.text[max(part.start, match.start() - window) : match.start()],
                article.text[match.end() : min(part.end, match.end() + window)],
                written,
            )
            for _, part in article.prose
            for match in compiled.finditer(article.text, part.start, part.end)
            if match[0]
        ]
        spans, *columns = as_columns(rows, 4)
        return Found(spans, columns)

    return build(articles, Recipe(find, around), voice=voice)


def _whole_words(phrase: str) -> str:
    """A regular expression for a phrase as whole words, `*` standing for any letters."""
    words = [re.escape(word).replace(r"\*", r"\w*") for word in phrase.split()]
    return r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)"
