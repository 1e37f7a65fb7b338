"""Parts of speech, by the tagger inside TextBlob, which needs no download."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import lru_cache
from typing import cast

from newslib.article import Article, check_article
from newslib.tokens import sentences, written

__all__ = ["tags"]


def tags(article: Article) -> tuple[str, ...]:
    """The Penn Treebank tag of every token of `tokens(article)`, in the same order.

    The tagger is the one TextBlob inherits from Pattern (De Smedt & Daelemans 2012): a lexicon,
    and rules after Brill (1992) for unknown words. About one tag in twenty is wrong.

    >>> from newslib import parse_article
    >>> tags(parse_article("Marsh said talks may resume."))
    ('NNP', 'VBD', 'NNS', 'MD', 'VB', '.')
    """
    check_article(article)
    return article.remember(tags, _find_tags)


def _find_tags(article: Article) -> tuple[str, ...]:
    words = written(article)
    found = list(map(_tag, words))
    opening = 0
    for sentence in sentences(article):
        if sentence.tokens:
            found[opening] = _opening_tag(words[opening])
        opening += len(sentence.tokens)
    return tuple(found)


# TextBlob asks nothing of a word's neighbours but whether one stands before it, so that a tag
# found once holds for every sentence; the first word may also be looked up in lower case.


@lru_cache(maxsize=50_000)
def _tag(word: str) -> str:
    """The tag of a word that does not open its sentence."""
    return _tagger()(["", word])[1][1]


@lru_cache(maxsize=10_000)
def _opening_tag(word: str) -> str:
    """The tag of the first word of a sentence."""
    return _tagger()([word])[0][1]


@lru_cache(maxsize=1)
def _tagger() -> Callable[[list[str]], list[list[str]]]:
    """TextBlob's tagger, its word list read: it leaves that file open, and Python complains."""
    from textblob.en import parser

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        parser.find_tags(["talks"])
    return cast("Callable[[list[str]], list[list[str]]]", parser.find_tags)
