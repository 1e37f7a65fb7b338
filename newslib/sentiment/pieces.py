"""Sentences in pieces a library can bear, and the words of these."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from newslib.article import Span, records
from newslib.kept import Kept

__all__ = ["Piece", "Pieces", "cut_up"]

_LONGEST = 8_000
"""How many characters a library is given at once: both take time by the square of the length."""

_WRITTEN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence: which sentence's, where it begins, what it says.

    `first` and `stop` are the numbers of its words among those of all pieces; `plain` says whether
    nothing but one space stands between each two of them, and nothing around them.
    """

    sentence: int
    start: int
    text: str
    first: int
    stop: int
    plain: bool


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """Sentences in pieces, and what stands between spaces in all of them, in one row.

    `letters` says how many letters stand in the words before each word, `whole` is all text, for
    a quick look whether something is nowhere in it.
    """

    sentences: Sequence[Span]
    every: list[Piece]
    words: list[str]
    letters: Sequence[int]
    whole: str

    def begins(self, piece: Piece, wanted: Iterable[int]) -> list[int]:
        """Where some words of a piece begin in the article, by their numbers in order.

        >>> cut = cut_up([Span(0, 12, "talks failed"), Span(20, 25, " a  b")])
        >>> [cut.begins(piece, range(piece.first, piece.stop)) for piece in cut.every]
        [[0, 6], [21, 24]]
        """
        if piece.plain:
            base = piece.start - self.letters[piece.first] - piece.first
            return [base + self.letters[i] + i for i in wanted]
        every = [match.start() for match in _WRITTEN.finditer(piece.text)]
        return [piece.start + every[i - piece.first] for i in wanted]

    def lengths(self) -> list[int]:
        """How many words each sentence has."""
        if len(self.every) == len(self.sentences):
            return [piece.stop - piece.first for piece in self.every]
        found = [0] * len(self.sentences)
        for piece in self.every:
            found[piece.sentence] += piece.stop - piece.first
        return found


def cut_up(sentences: Sequence[Span]) -> Pieces:
    """Each sentence, or where it is absurdly long its pieces, cut at spaces where there are any.

    >>> cut = cut_up([Span(5, 9_005, "talks " * 1_500)])
    >>> [(piece.start, piece.stop - piece.first) for piece in cut.every], cut.words[-1]
    ([(5, 1333), (8002, 167)], 'talks')
    """
    whole = [sentence.text for sentence in sentences]
    owners: Sequence[int] = range(len(whole))
    begins, texts = [sentence.start for sentence in sentences], whole
    if max(map(len, whole), default=0) > _LONGEST:
        placed = [(i, *piece) for i, sentence in enumerate(sentences) for piece in _cut(sentence)]
        owners, begins, texts = map(list, zip(*placed, strict=True))
    words: list[str] = []
    stops = [0]
    for text in texts:
        words += map(_once.__getitem__, text.split())
        stops.append(len(words))
    letters = array("q", accumulate(map(len, words), initial=0))
    first, stop = stops[:-1], stops[1:]
    plain = [
        letters[k] - letters[i] + k - i - 1 == len(text)
        for i, k, text in zip(first, stop, texts, strict=True)
    ]
    every = records(Piece, owners, begins, texts, first, stop, plain)
    return Pieces(sentences, every, words, letters, "\n".join(whole))


_once = Kept(str, most=100_000)
"""Each word as it stood there first, so that it is kept once however often it comes."""


def _cut(sentence: Span) -> list[tuple[int, str]]:
    """Where each piece of a sentence begins, and what it says."""
    text, start, found = sentence.text, 0, []
    while len(text) - start > _LONGEST:
        limit = start + _LONGEST
        end = max(text.rfind(space, start + 1, limit) for space in " \n")
        end = end if end > start else limit
        found.append((sentence.start + start, text[start:end]))
        start = end
    return [*found, (sentence.start + start, text[start:])]
