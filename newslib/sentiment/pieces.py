"""Sentences in pieces a library can bear."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["pieces", "starts"]

_LONGEST = 8_000
"""How many characters a library is given at once: both take time by the square of the length."""


_WRITTEN = re.compile(r"\S+")


def starts(text: str, parts: list[str], wanted: Iterable[int]) -> list[int]:
    """Where some of `text.split()` begin, by their numbers in order.

    >>> starts("talks failed", ["talks", "failed"], [1]), starts(" a  b", ["a", "b"], [0, 1])
    ([6], [1, 4])
    """
    if len(" ".join(parts)) != len(text):
        every = [match.start() for match in _WRITTEN.finditer(text)]
        return [every[i] for i in wanted]
    found, before, at = [], 0, 0
    for i in wanted:
        if i > before:
            at += len(" ".join(parts[before:i])) + 1
            before = i
        found.append(at)
    return found


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
