"""All words of an article in one row, so that one look-up serves every sentence."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, chain
from typing import NamedTuple

from newslib.article import Article
from newslib.patterns.phrases import folded_words

__all__ = ["Row", "row_of"]


class Row(NamedTuple):
    """The words of all sentences, with "" behind those of each, and where each sentence ends."""

    words: tuple[str, ...]
    ends: list[int]

    def sentence(self, place: int) -> tuple[int, int]:
        """The number of the sentence that a word of the row stands in, and its place there."""
        here = bisect_right(self.ends, place)
        return here, place - self.ends[here - 1] if here else place


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
    return Row(words, ends)
