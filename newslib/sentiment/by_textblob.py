"""TextBlob's own numbers for a sentence, and the words behind them.

TextBlob does the arithmetic; what it is spared is words that cannot matter, and dividing anew a
word that was divided before. Where what a word becomes depends on the words beside it, as with an
emoticon, TextBlob divides the whole sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate, chain
from typing import NamedTuple, cast

from newslib.kept import Kept
from newslib.sentiment.pieces import Piece, Pieces
from newslib.sentiment.records import Scores
from newslib.sentiment.textblob_words import (
    HEARD,
    SHORT,
    SPEAKS,
    WHOLE,
    Divided,
    divide,
    divided,
    kind_of,
    lexicon,
)

__all__ = ["TOGETHER", "score_textblob"]

TOGETHER = re.compile(
    r"""
    [:;=<>*♥°8Xx(._]
    (?: (?<=♥)
      | (?<=<)\s*3
      | (?<=>)\s*[.:;]
      | (?<=\*)\s*-?\s*\)
      | (?<=°)\s*[Oo]
      | (?<=[:;=])\s* (?: [^\w\s"“”‘’] | [DPpbco3sSO](?!\w) )
      | (?<=8)\s*-?\s*[)D]
      | (?<=[Xx])\s*-?\s*D
      | (?<=[o\s][._])\s*O
      | (?<=\()\s*! )
    """,
    re.VERBOSE,
)
"""What TextBlob may take for one word across spaces: an emoticon, or a mark of irony."""

_RUN = re.compile(f"[{HEARD}{SPEAKS}](?:[{SHORT}{HEARD}{SPEAKS}]*[{HEARD}{SPEAKS}])?")
"""Words that may bear on each other: a negation or a modifier bears on a known word across short
words, but not across a plain one."""

_KEPT = 80
"""How many characters a run may have to be kept in mind."""


Assessment = tuple[list[str], float, float, str | None]
"""Words assessed together, their polarity and subjectivity, and what else they are."""


class _Heard(NamedTuple):
    """What was assessed: the first and the last word of it, polarity and subjectivity."""

    first: int
    last: int
    polarity: float
    subjectivity: float


_Row = tuple[int, int, str, float, float]
"""What was assessed as it stands in a text: place, words, polarity and subjectivity."""

_NOTHING = (0.0, 0.0, 0.0, 0.0)


def score_textblob(cut: Pieces) -> Scores:
    """TextBlob's polarity and subjectivity of each, and its assessments with their places.

    A sentence over 8,000 characters is assessed piece by piece; the mean is over all pieces.
    """
    found = _assessments(cut)
    evidence = [[row[:4] for row in rows] if rows else () for rows in found]
    means = [_means(rows) if rows else _NOTHING for rows in found]
    columns = zip(*means, strict=True) if means else ((), (), (), ())
    score, positive, negative, subjectivity = columns
    return Scores("textblob", cut.sentences, score, positive, negative, subjectivity, evidence)


def _means(rows: list[_Row]) -> tuple[float, float, float, float]:
    """The means of polarity, of what is positive of it, of what is negative, of subjectivity."""
    n, values = len(rows), [row[3] for row in rows]
    return (
        sum(values) / n,
        sum([value for value in values if value > 0]) / n,
        -sum([value for value in values if value < 0]) / n,
        sum([row[4] for row in rows]) / n,
    )


def _assessments(cut: Pieces) -> list[list[_Row]]:
    """What TextBlob assesses in each sentence; all words are divided first."""
    found: list[list[_Row]] = [[] for _ in cut.sentences]
    kinds = "".join(map(kind_of.__getitem__, cut.words))
    together = TOGETHER.search(cut.whole) is not None
    for piece in cut.every:
        first, stop = piece.first, piece.stop
        if together and TOGETHER.search(piece.text):
            found[piece.sentence] += _of_whole(piece, [divide(piece.text)])
        elif WHOLE in kinds[first:stop] or not piece.plain:
            parts = [divided[word] for word in cut.words[first:stop]]
            found[piece.sentence] += _of_whole(piece, parts)
        elif SPEAKS in kinds[first:stop]:
            runs = [match.span() for match in _RUN.finditer(kinds, first, stop)]
            found[piece.sentence] += _of_runs(cut, piece, runs)
    return found


def _of_runs(cut: Pieces, piece: Piece, runs: list[tuple[int, int]]) -> list[_Row]:
    """What is assessed among words of a piece that may bear on each other, run by run."""
    rows = []
    begins = cut.begins(piece, [first for first, _ in runs])
    for begin, (first, stop) in zip(begins, runs, strict=True):
        text = " ".join(cut.words[first:stop])
        assessed = _runs[text] if len(text) <= _KEPT else _in_run(text)
        for start, end, words, polarity, subjectivity in assessed:
            rows.append((begin + start, begin + end, words, polarity, subjectivity))
    return rows


def _in_run(text: str) -> tuple[_Row, ...]:
    """What is assessed among some words on end, with places in their own text."""
    words = text.split()
    parts = [divided[word] for word in words]
    begins = accumulate([len(word) + 1 for word in words], initial=0)
    places = [
        (begin + start, begin + end)
        for begin, part in zip(begins, parts, strict=False)
        for start, end in part.places
    ]
    return tuple(_rows(0, text, _heard_in(parts), places))


_runs = Kept(_in_run, most=20_000)
"""The same for a few words, most often one, which come again and again."""


def _of_whole(piece: Piece, parts: list[Divided]) -> list[_Row]:
    """What is assessed among all words of a piece."""
    words = [*chain.from_iterable([part.words for part in parts])]
    found = _heard_in(parts)
    places = _places(piece.text, words[: found[-1].last + 1]) if found else []
    return _rows(piece.start, piece.text, found, places)


def _rows(base: int, text: str, found: list[_Heard], places: list[tuple[int, int]]) -> list[_Row]:
    """What is assessed among words that stand in some places of a text, with its own place."""
    rows = []
    for first, last, polarity, subjectivity in found:
        start, end = places[first][0], max(places[last][1], places[first][1])
        rows.append((base + start, base + end, text[start:end], polarity, subjectivity))
    return rows


def _heard_in(parts: list[Divided]) -> list[_Heard]:
    """What TextBlob assesses among divided words, with its places."""
    words = tuple(chain.from_iterable([part.lower for part in parts]))
    found, free = [], 0
    for chunk, polarity, subjectivity, _ in _assessed(words):
        first, last = _locate(chunk, words, free, lexicon().negations)
        found.append(_Heard(first, last, polarity, subjectivity))
        free = last + 1
    return found


def _locate(
    chunk: list[str], words: tuple[str, ...], free: int, negations: tuple[str, ...]
) -> tuple[int, int]:
    """The first and the last of the words that TextBlob assessed together.

    Every known word is assessed, so the next one like the chunk's last known word is meant; its
    modifier and its negation are the nearest before it.
    """
    real = [word for word in chunk if word != "!"]
    known = ([word for word in real if word not in negations] or real)[-1]
    last = free - 1
    for _ in range(real.count(known)):
        last = _next(words, known, last + 1)
    first = last
    for word in reversed(real[: len(real) - 1 - real[::-1].index(known)]):
        before = range(first - 1, max(first - 9, -1), -1)
        first = next((i for i in before if words[i] == word), first)
    return first, last


def _next(words: tuple[str, ...], word: str, start: int) -> int:
    """The next place of a word; the place asked for, or the last one, where there is none."""
    try:
        return words.index(word, start)
    except ValueError:
        return min(start, len(words) - 1)


def _places(text: str, words: list[str]) -> list[tuple[int, int]]:
    """Where TextBlob's words stand: it only sets or removes spaces and dots between them."""
    places, at = [], 0
    for word in words:
        start = text.find(word, at)
        length = len(word)
        if start < 0:
            start, length = _spaced(text, word, at)
        places.append((start, start + length))
        at = start + length
    return places


def _spaced(text: str, word: str, at: int) -> tuple[int, int]:
    """Place and length of a word, such as an emoticon, that has spaces inside in the text."""
    start = max(text.find(word[0], at), at)
    end = start
    for letter in word:
        end = max(text.find(letter, end) + 1, end)
    return start, end - start


def _assessed(words: Iterable[str]) -> list[Assessment]:
    """What TextBlob assesses among some words: its own rules."""
    from textblob.en import Sentiment

    found = Sentiment.assessments(lexicon(), ((word, None) for word in words))
    return cast("list[Assessment]", found)
