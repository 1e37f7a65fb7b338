"""Sentences in pieces a library can bear."""

from __future__ import annotations

import re
from itertools import accumulate, count
from operator import add

__all__ = ["pieces", "starts"]

_LONGEST = 8_000
"""How many characters a library is given at once: both take time by the square of the length."""


_WRITTEN = re.compile(r"\S+")


def starts(text: str, parts: list[str]) -> list[int]:
    """Where each of `text.split()` begins.

    >>> starts("talks failed", ["talks", "failed"]), starts(" talks  failed", ["talks", "failed"])
    ([0, 6], [1, 8])
    """
    before = [*accumulate(map(len, parts), initial=0)]
    if before[-1] + len(parts) - 1 == len(text):
        return [*map(add, before[:-1], count())]
    return [match.start() for match in _WRITTEN.finditer(text)]


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
