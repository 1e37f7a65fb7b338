"""Parts of speech, by the tagger inside TextBlob, which needs no download."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import lru_cache
from typing import cast

from newslib.article import Article, check_article
from newslib.kept import Kept
from newslib.lexicon import folded
from newslib.tokens import divided, kind

__all__ = ["folded_tokens", "shapes", "tags"]


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


def shapes(article: Article) -> tuple[str, ...]:
    """For each token of `tokens(article)` how it is written.

    A number is "9", a mark ".", a word in lower case "x", capitalised "X", in capitals "XX".

    >>> from newslib import parse_article
    >>> shapes(parse_article("The UN has 193 members."))
    ('X', 'XX', 'x', '9', 'x', '.')
    """
    return article.remember(_looks, _looks)[2]


_Column = tuple[str, ...]


def _looks(article: Article) -> tuple[_Column, _Column, _Column]:
    """Tags, folded tokens and shapes: all are kept for each word, and looked up at once."""
    cut = divided(article)
    words = cut.written
    if not words:
        return (), (), ()
    found, lower, shaped = _known.columns(words, 3)
    for opening in (0, *cut.stops[:-1]):
        found[opening] = _opening_tag(words[opening])
    return tuple(found), tuple(lower), tuple(shaped)


# TextBlob asks nothing of a word's neighbours but whether one stands before it, so that a tag
# found once holds for every sentence; the first word may also be looked up in lower case.


def _look(word: str) -> tuple[str, str, str]:
    """The tag of a word that does not open its sentence, the word as `folded` gives it, its shape.

    What is kept for a word costs more to find again than to read: so all of it is kept together.
    """
    return _tagger()(["", word])[1][1], folded(word), _shape(word)


_known = Kept(_look, most=50_000)


def _shape(word: str) -> str:
    """How a word is written."""
    if kind(word) != "word":
        return "9" if kind(word) == "number" else "."
    if not word[0].isupper():
        return "x"
    return "XX" if len(word) > 1 and word.isupper() else "X"


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
