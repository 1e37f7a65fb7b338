"""TextBlob's own numbers for a sentence, and the words behind them.

TextBlob does the arithmetic; what it is spared is words that cannot matter, and dividing anew a
word that was divided before. Where what a word becomes depends on the words beside it, as with an
emoticon, TextBlob divides the whole sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, chain, islice
from typing import NamedTuple, cast

from newslib.article import Span, records
from newslib.sentiment.pieces import pieces, starts
from newslib.sentiment.records import Score, told
from newslib.sentiment.textblob_words import (
    HEARD,
    PLAIN,
    SPEAKS,
    WHOLE,
    Divided,
    divide,
    divided,
    kinds_of,
    lexicon,
)

__all__ = ["TOGETHER", "score_textblob"]

TOGETHER = re.compile(
    r"""
    [:;=<>*♥°8Xxo(]
    (?: (?<=[<>*♥°])
      | (?<=[:;=])\s* (?: [^\w\s"“”‘’] | [DPpbco3sSO](?!\w) )
      | (?<=8)\s*-?\s*[)D]
      | (?<=[Xx])\s*-?\s*D
      | (?<=o)\s*[._]\s*O
      | (?<=\()\s*! )
    """,
    re.VERBOSE,
)
"""What TextBlob may take for one word across spaces: an emoticon, or a mark of irony."""

_RUN = re.compile(f"[{HEARD}{SPEAKS}][^{PLAIN}]*")
"""Words that may bear on each other: a negation or a modifier bears on a known word across short
words, but not across a plain one."""

_KEPT = 8
"""How many words a run may have to be kept in mind."""


Assessment = tuple[list[str], float, float, str | None]
"""Words assessed together, their polarity and subjectivity, and what else they are."""


class _Heard(NamedTuple):
    """What was assessed: the first and the last word of it, polarity and subjectivity."""

    first: int
    last: int
    polarity: float
    subjectivity: float


_Row = tuple[int, int, str, float, float]
"""What was assessed as it stands in the article: place, words, polarity and subjectivity."""


_Placed = tuple[tuple[int, int], tuple[int, int], float, float]
"""What was assessed in a run: where it begins and ends, as a word and the place in it, and both."""


_NOTHING = (0.0, 0.0, 0.0, 0.0)


def score_textblob(sentences: Sequence[Span]) -> list[Score]:
    """TextBlob's polarity and subjectivity of each, and its assessments with their places.

    A sentence over 8,000 characters is assessed piece by piece; the mean is over all pieces.
    """
    found = _assessments(sentences)
    evidence = told([[row[:4] for row in rows] if rows else () for rows in found])
    means = [_means(rows) if rows else _NOTHING for rows in found]
    columns = zip(*means, strict=True) if means else ((), (), (), ())
    return records(Score, sentences, ["textblob"] * len(sentences), *columns, evidence)


def _means(rows: list[_Row]) -> tuple[float, float, float, float]:
    """The means of polarity, of what is positive of it, of what is negative, of subjectivity."""
    n, values = len(rows), [row[3] for row in rows]
    return (
        sum(values) / n,
        sum([value for value in values if value > 0]) / n,
        -sum([value for value in values if value < 0]) / n,
        sum([row[4] for row in rows]) / n,
    )


def _assessments(sentences: Sequence[Span]) -> list[list[_Row]]:
    """What TextBlob assesses in each sentence; all words are divided first."""
    found: list[list[_Row]] = []
    written = [[(at, piece, piece.split()) for at, piece in pieces(one.text)] for one in sentences]
    every = chain.from_iterable([one[2] for cut in written for one in cut])
    each = [*map(kinds_of.__getitem__, every)]
    stop = 0
    for sentence, cut in zip(sentences, written, strict=True):
        rows: list[_Row] = []
        for at, text, words in cut:
            first, stop = stop, stop + len(words)
            kinds = "".join(each[first:stop])
            if TOGETHER.search(text):
                rows += _of_whole(sentence.start + at, text, [divide(text)])
            elif WHOLE in kinds:
                rows += _of_whole(sentence.start + at, text, [divided[word] for word in words])
            elif SPEAKS in kinds:
                rows += _of_runs(sentence.start + at, text, words, each[first:stop])
        found.append(rows)
    return found


def _of_runs(base: int, text: str, words: list[str], kinds: list[str]) -> list[_Row]:
    """What is assessed among words of a text that may bear on each other, run by run."""
    stops = [*accumulate(map(len, kinds))]
    runs = []
    for match in _RUN.finditer("".join(kinds)):
        start, end = match.span()
        low, high = bisect_right(stops, start), bisect_left(stops, end) + 1
        runs.append((low, high, start - stops[low] + len(kinds[low]), end - start))
    places = [i for low, high, _, _ in runs for i in range(low, high)]
    begins = iter(starts(text, words, places))
    rows = []
    for low, high, first, count in runs:
        own = [*islice(begins, high - low)]
        find = _kept_in_run if high - low <= _KEPT else _in_run
        for (i, start), (k, end), polarity, subjectivity in find(
            tuple(words[low:high]), first, count
        ):
            a, b = own[i] + start, own[k] + end
            rows.append((base + a, base + b, text[a:b], polarity, subjectivity))
    return rows


def _in_run(words: tuple[str, ...], start: int, count: int) -> tuple[_Placed, ...]:
    """What is assessed among some words on end, from one of those in the first of them on."""
    parts = [*map(divided.__getitem__, words)]
    lower = [*chain.from_iterable([part.lower for part in parts])][start : start + count]
    begins = [(i, begin) for i, part in enumerate(parts) for begin, _ in part.places][start:]
    ends = [(i, end) for i, part in enumerate(parts) for _, end in part.places][start:]
    return tuple(
        [
            (begins[first], max(ends[last], ends[first]), polarity, subjectivity)
            for first, last, polarity, subjectivity in _heard(tuple(lower))
        ]
    )


_kept_in_run = lru_cache(maxsize=20_000)(_in_run)
"""The same for a few words, most often one, which come again and again."""


def _of_whole(base: int, text: str, parts: list[Divided]) -> list[_Row]:
    """What is assessed among all words of a text."""
    words = [*chain.from_iterable([part.words for part in parts])]
    found = _heard(tuple(chain.from_iterable([part.lower for part in parts])))
    places = _places(text, words[: found[-1].last + 1]) if found else []
    return _rows(base, text, found, places)


def _rows(
    base: int, text: str, found: tuple[_Heard, ...], places: list[tuple[int, int]]
) -> list[_Row]:
    """What is assessed among words that stand in some places of a text, with its own place."""
    rows = []
    for first, last, polarity, subjectivity in found:
        start, end = places[first][0], max(places[last][1], places[first][1])
        rows.append((base + start, base + end, text[start:end], polarity, subjectivity))
    return rows


def _heard(words: tuple[str, ...]) -> tuple[_Heard, ...]:
    """What TextBlob assesses among words, with its places."""
    found, free = [], 0
    for chunk, polarity, subjectivity, _ in _assessed(words):
        first, last = _locate(chunk, words, free, lexicon().negations)
        found.append(_Heard(first, last, polarity, subjectivity))
        free = last + 1
    return tuple(found)


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
