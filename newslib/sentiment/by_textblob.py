"""TextBlob's own numbers for a sentence, and the words behind them.

TextBlob does the arithmetic; what it is spared is words that cannot matter, and dividing anew a
word that was divided before. Where what a word becomes depends on the words beside it, as with an
emoticon, TextBlob divides the whole sentence.
"""

from __future__ import annotations

import re
import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import accumulate, chain
from typing import NamedTuple, cast

from newslib.article import Span
from newslib.sentiment.pieces import pieces, starts
from newslib.sentiment.records import Evidence, Score

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

_PLAIN, _SHORT, _HEARD, _SPEAKS, _WHOLE = "psHS!"
"""What a word may do: only end what bears on the next known word, nothing, bear on it, score; or,
as "!" does to what scored last, something to words however far from it."""

_RUN = re.compile(f"[{_HEARD}{_SPEAKS}][^{_PLAIN}]*")
"""Words that may bear on each other: a negation or a modifier bears on a known word across short
words, but not across a plain one."""

_KEPT = 8
"""How many words a run may have to be kept in mind."""


Assessment = tuple[list[str], float, float, str | None]
"""Words assessed together, their polarity and subjectivity, and what else they are."""


class _Divided(NamedTuple):
    """A text as TextBlob divides it: words, in lower case, what they may do, where they stand."""

    words: tuple[str, ...]
    lower: tuple[str, ...]
    kinds: str
    places: tuple[tuple[int, int], ...]


class _Heard(NamedTuple):
    """What was assessed: the first and the last word of it, polarity and subjectivity."""

    first: int
    last: int
    polarity: float
    subjectivity: float


def score_textblob(sentence: Span) -> Score:
    """TextBlob's polarity and subjectivity, and its assessments with their places.

    A sentence over 8,000 characters is assessed piece by piece; the mean is over all pieces.
    """
    assessed = [item for piece in pieces(sentence) for item in _assessments(piece)]
    if not assessed:
        return Score(sentence, "textblob", 0.0, 0.0, 0.0, 0.0, ())
    n = len(assessed)
    values = [evidence.value for evidence, _ in assessed]
    return Score(
        sentence,
        "textblob",
        sum(values) / n,
        sum([value for value in values if value > 0]) / n,
        -sum([value for value in values if value < 0]) / n,
        sum([subjectivity for _, subjectivity in assessed]) / n,
        tuple([evidence for evidence, _ in assessed]),
    )


def _assessments(piece: Span) -> list[tuple[Evidence, float]]:
    """TextBlob's assessed words, each with its polarity and its subjectivity."""
    written = piece.text.split()
    if TOGETHER.search(piece.text):
        return _of_whole(piece, [_divide(piece.text)])
    parts = [*map(_divided, written)]
    each = [part.kinds for part in parts]
    kinds = "".join(each)
    if _WHOLE in kinds:
        return _of_whole(piece, parts)
    if _SPEAKS not in kinds:
        return []
    found, begins, stops = [], starts(piece.text, written), [*accumulate(map(len, each))]
    for run in _RUN.finditer(kinds):
        low, high = bisect_right(stops, run.start()), bisect_left(stops, run.end()) + 1
        start = run.start() - stops[low] + len(each[low])
        found += _of_run(piece, parts[low:high], begins[low:high], start, run.end() - run.start())
    return found


def _of_whole(piece: Span, parts: list[_Divided]) -> list[tuple[Evidence, float]]:
    """What is assessed among all words of a text."""
    words = [*chain.from_iterable([part.words for part in parts])]
    found = _heard(tuple(chain.from_iterable([part.lower for part in parts])))
    return _told(piece, found, _places(piece, words[: found[-1].last + 1]) if found else [])


def _of_run(
    piece: Span, parts: list[_Divided], begins: list[int], start: int, count: int
) -> list[tuple[Evidence, float]]:
    """What is assessed among some words on end, from one of the first part's on."""
    lower = [*chain.from_iterable([part.lower for part in parts])][start : start + count]
    found = (_kept if count <= _KEPT else _heard)(tuple(lower))
    if not found:
        return []
    places = [
        (begin + first, begin + last)
        for begin, part in zip(begins, parts, strict=True)
        for first, last in part.places
    ]
    return _told(piece, found, places[start:])


def _told(
    piece: Span, found: tuple[_Heard, ...], places: list[tuple[int, int]]
) -> list[tuple[Evidence, float]]:
    """The records of what is assessed among words that stand in some places."""
    return [
        (Evidence(_join(piece, places[first], places[last]), polarity), subjectivity)
        for first, last, polarity, subjectivity in found
    ]


def _divide(text: str) -> _Divided:
    """Letters, with a comma or without, are divided here; all else by TextBlob."""
    word = text.removesuffix(",")
    if word.isalpha():
        words: tuple[str, ...] = (word, ",") if word != text else (word,)
    else:
        words = tuple(" ".join(_lexicon().tokenizer(text)).split())
    lower = tuple([word.lower() for word in words])
    places = _inside(text, words)
    kinds = _WHOLE * len(words) if places is None else "".join(map(_kind, lower))
    return _Divided(words, lower, kinds, places or ())


_divided = lru_cache(maxsize=100_000)(_divide)
"""The same for what stands between spaces, which comes again and again."""


def _kind(word: str) -> str:
    """What a word in lower case may do."""
    lexicon = _lexicon()
    if word in lexicon or word == "(!)" or word in _emoticons():
        return _SPEAKS
    if word == "!":
        return _WHOLE
    if word in lexicon.negations:
        return _HEARD
    return _PLAIN if len(word) > 2 and len(word.strip("'")) > 1 else _SHORT


def _inside(text: str, words: tuple[str, ...]) -> tuple[tuple[int, int], ...] | None:
    """Where words stand that are, in their order, what a text ends with; else None."""
    places, end = [], 0
    for word in words:
        start = text.find(word, end)
        if start < 0:
            return None
        end = start + len(word)
        places.append((start, end))
    return tuple(places) if end == len(text) else None


def _heard(words: tuple[str, ...]) -> tuple[_Heard, ...]:
    """What TextBlob assesses among words, with its places."""
    found, free = [], 0
    for chunk, polarity, subjectivity, _ in _assessed(words):
        first, last = _locate(chunk, words, free, _lexicon().negations)
        found.append(_Heard(first, last, polarity, subjectivity))
        free = last + 1
    return tuple(found)


_kept = lru_cache(maxsize=20_000)(_heard)
"""The same for a few words, most often one, which come again and again."""


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


def _places(piece: Span, words: list[str]) -> list[tuple[int, int]]:
    """Where TextBlob's words stand: it only sets or removes spaces and dots between them."""
    places, at = [], 0
    for word in words:
        start = piece.text.find(word, at)
        length = len(word)
        if start < 0:
            start, length = _spaced(piece.text, word, at)
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


def _join(piece: Span, first: tuple[int, int], last: tuple[int, int]) -> Span:
    start, end = first[0], max(last[1], first[1])
    return Span(piece.start + start, piece.start + end, piece.text[start:end])


class _Lexicon(dict[str, object]):
    """Pattern's lexicon, as it lives inside TextBlob, but one that need not ask if it is read."""

    negations: tuple[str, ...]
    tokenizer: Callable[[str], list[str]]


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    """TextBlob's lexicon of sentiment, read: it leaves that file open, and Python complains."""
    from textblob.en import sentiment

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        sentiment("good")
    lexicon = _Lexicon(sentiment.items())
    vars(lexicon).update(vars(sentiment))
    return lexicon


def _assessed(words: Iterable[str]) -> list[Assessment]:
    """What TextBlob assesses among some words: its own rules."""
    from textblob.en import Sentiment

    found = Sentiment.assessments(_lexicon(), ((word, None) for word in words))
    return cast("list[Assessment]", found)


@lru_cache(maxsize=1)
def _emoticons() -> frozenset[str]:
    from textblob._text import EMOTICONS

    return frozenset(face.lower() for face in chain.from_iterable(EMOTICONS.values()))
