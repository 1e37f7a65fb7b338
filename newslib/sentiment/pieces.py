"""Sentences in pieces a library can bear."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, count
from operator import add

__all__ = ["pieces", "split", "starts"]

_LONGEST = 8_000
"""How many characters a library is given at once: both take time by the square of the length."""


_SENTENCES = 256
"""How many sentences are kept in mind, since every method divides them: those of an article."""

_WRITTEN = re.compile(r"\S+")


@lru_cache(maxsize=_SENTENCES)
def split(text: str) -> tuple[str, ...]:
    """What stands between spaces, kept for the next method.

    >>> split(" talks  failed")
    ('talks', 'failed')
    """
    return tuple(text.split())


@lru_cache(maxsize=_SENTENCES)
def starts(text: str) -> tuple[int, ...]:
    """Where each of `split(text)` begins, kept for the next method.

    >>> starts("talks failed"), starts(" talks  failed")
    ((0, 6), (1, 8))
    """
    written = split(text)
    before = [*accumulate(map(len, written), initial=0)]
    if before[-1] + len(written) - 1 == len(text):
        return tuple(map(add, before[:-1], count()))
    return tuple([match.start() for match in _WRITTEN.finditer(text)])


def pieces(text: str) -> list[tuple[int, str]]:
    """The text, or where it is absurdly long its pieces, cut at spaces where there are any.

    Each comes with the place it begins at.

    >>> [(start, len(piece)) for start, piece in pieces("talks " * 1_500)]
    [(0, 7997), (7997, 1003)]
    """
    if len(text) <= _LONGEST:
        return [(0, text)]
    start, found = 0, []
    while len(text) - start > _LONGEST:
        limit = start + _LONGEST
        end = max(text.rfind(space, start + 1, limit) for space in " \n")
        end = end if end > start else limit
        found.append((start, text[start:end]))
        start = end
    return [*found, (start, text[start:])]
