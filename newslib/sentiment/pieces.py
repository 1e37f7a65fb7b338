"""Sentences in pieces a library can bear."""

from __future__ import annotations

from collections.abc import Iterator

from newslib.article import Span

__all__ = ["pieces"]

_LONGEST = 8_000
"""How many characters a library is given at once: both take time by the square of the length."""


def pieces(sentence: Span) -> Iterator[Span]:
    """The sentence, or where it is absurdly long its pieces, cut at spaces where there are any.

    >>> [len(piece.text) for piece in pieces(Span(0, 9_000, "talks " * 1_500))]
    [7997, 1003]
    """
    text, start = sentence.text, 0
    while len(text) - start > _LONGEST:
        limit = start + _LONGEST
        end = max(text.rfind(space, start + 1, limit) for space in " \n")
        end = end if end > start else limit
        yield Span(sentence.start + start, sentence.start + end, text[start:end])
        start = end
    yield Span(sentence.start + start, sentence.end, text[start:])
