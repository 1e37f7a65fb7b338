"""Sentences in pieces a library can bear."""

from __future__ import annotations

import re
from itertools import accumulate, count
from operator import add

from newslib.article import Span

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


def pieces(sentence: Span) -> list[Span]:
    """The sentence, or where it is absurdly long its pieces, cut at spaces where there are any.

    >>> [len(piece.text) for piece in pieces(Span(0, 9_000, "talks " * 1_500))]
    [7997, 1003]
    """
    text, start, found = sentence.text, 0, []
    while len(text) - start > _LONGEST:
        limit = start + _LONGEST
        end = max(text.rfind(space, start + 1, limit) for space in " \n")
        end = end if end > start else limit
        found.append(Span(sentence.start + start, sentence.start + end, text[start:end]))
        start = end
    rest = Span(sentence.start + start, sentence.end, text[start:]) if found else sentence
    return [*found, rest]
