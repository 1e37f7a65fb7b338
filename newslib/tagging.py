"""Parts of speech, by the tagger inside TextBlob, which needs no download."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import lru_cache
from operator import itemgetter
from typing import cast

from newslib.article import Article, check_article
from newslib.lexicon import folded
from newslib.tokens import sentences, written

__all__ = ["folded_tokens", "tags"]


def tags(article: Article) -> tuple[str, ...]:
    """The Penn Treebank tag of every token of `tokens(article)`, in the same order.

    The tagger is the one TextBlob inherits from Pattern (De Smedt & Daelemans 2012): a lexicon,
    and rules after Brill (1992) for unknown words. About one tag in twenty is wrong.

    >>> from newslib import parse_article
    >>> tags(parse_article("Marsh said talks may resume."))
    ('NNP', 'VBD', 'NNS', 'MD', 'VB', '.')
    """
    check_article(article)
    return article.remember(_looks, _looks)[0]


def folded_tokens(article: Article) -> tuple[str, ...]:
    """Every token of `tokens(article)` as `folded` gives it: in lower case, apostrophes straight.

    >>> from newslib import parse_article
    >>> folded_tokens(parse_article("It’s Marsh."))
    ('it', "'s", 'marsh', '.')
    """
    return article.remember(_looks, _looks)[1]


def _looks(article: Article) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tags and the folded tokens: both are kept for each word, and looked up at once."""
    words = written(article)
    known = list(map(_look, words))
    found = list(map(itemgetter(0), known))
    opening = 0
    for sentence in sentences(article):
        if sentence.tokens:
            found[opening] = _opening_tag(words[opening])
        opening += len(sentence.tokens)
    return tuple(found), tuple(map(itemgetter(1), known))


# TextBlob asks nothing of a word's neighbours but whether one stands before it, so that a tag
# found once holds for every sentence; the first word may also be looked up in lower case.


@lru_cache(maxsize=50_000)
def _look(word: str) -> tuple[str, str]:
    """The tag of a word that does not open its sentence, and the word as `folded` gives it."""
    return _tagger()(["", word])[1][1], folded(word)


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
