"""What a function gives for a word, kept for when the word comes again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any, TypeVar

__all__ = ["Kept"]

T = TypeVar("T")

_AT_ONCE = 2_000


class Kept(dict[str, T]):
    """A dict that asks a pure function for the words it does not know, and keeps what it gives.

    Looked up word by word it says what `functools.lru_cache` would, in half the time: that notes
    at every question which word was asked last, which for each word of a corpus, in several
    caches, adds up. With `most` words it is emptied and begins again.

    >>> lengths = Kept(len, most=10_000)
    >>> list(map(lengths.__getitem__, ["talks", "may", "talks"])), list(lengths)
    ([5, 3, 5], ['talks', 'may'])
    """

    __slots__ = ("find", "most")

    def __init__(self, find: Callable[[str], T], *, most: int) -> None:
        """Empty, until it is asked."""
        super().__init__()
        self.find, self.most = find, most

    def __missing__(self, word: str) -> T:
        """What the function gives for a word that is not known yet."""
        if len(self) >= self.most:
            self.clear()
        found = self[word] = self.find(word)
        return found

    def columns(self, words: Iterable[str], width: int) -> list[list[Any]]:
        """What is found for each word where that is a tuple of so many fields, field by field.

        Some at a time: all at once, many words would need a hundred bytes each on the way.

        >>> Kept(lambda word: (len(word), word[0]), most=10_000).columns(["talks", "may"], 2)
        [[5, 3], ['t', 'm']]
        """
        columns: list[list[Any]] = [[] for _ in range(width)]
        rows: Any = map(self.__getitem__, words)
        while some := list(islice(rows, _AT_ONCE)):
            for column, cells in zip(columns, zip(*some, strict=True), strict=True):
                column.extend(cells)
        return columns
