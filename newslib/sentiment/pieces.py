"""Sentences in pieces a library can bear."""

from __future__ import annotations

import re

from newslib.article import Span

__all__ = ["pieces", "starts"]

_LONGEST = 8_000
"""How many characters a library is given at once: both take time by the square of the length."""


_WRITTEN = re.compile(r"\S+")


def starts(text: str) -> list[int]:
    """Where each of `text.split()` begins.

    >>> starts(" talks  failed")
    [1, 8]
    """
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
