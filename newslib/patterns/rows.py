"""All words of an article in one row, so that one look-up serves every sentence."""

from __future__ import annotations

from itertools import accumulate, chain
from typing import NamedTuple

from newslib.article import Article
from newslib.patterns.phrases import folded_words

__all__ = ["Row", "row_of"]


class Row(NamedTuple):
    """The words of all sentences, with "" behind those of each, and where each sentence ends.

    `present` are the words of each sentence, each once.
    """

    words: tuple[str, ...]
    ends: list[int]
    present: list[frozenset[str]]


def row_of(article: Article) -> Row:
    """The words of an article as `folded_words` gives them, in one row.

    >>> from newslib import parse_article
    >>> row_of(parse_article("Talks failed. He left.")).words
    ('talks', 'failed', '.', '', 'he', 'left', '.', '')
    """
    return article.remember(row_of, _lay)


def _lay(article: Article) -> Row:
    every = folded_words(article)
    words = tuple(chain.from_iterable([(*words, "") for words in every]))
    ends = [*accumulate([len(words) + 1 for words in every])]
    return Row(words, ends, [*map(frozenset, every)])
