"""What a function gives for a word, kept for when the word comes again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

__all__ = ["Kept"]

T = TypeVar("T")


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
