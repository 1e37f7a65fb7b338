"""TextBlob's own numbers for a sentence, and the words behind them.

TextBlob does the arithmetic; what it is spared is words that cannot matter, and dividing anew a
word that was divided before. Where what a word becomes depends on the words beside it, as with an
emoticon, TextBlob divides the whole sentence.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple, cast

from newslib.article import Span
from newslib.sentiment.pieces import pieces
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

_PLAIN, _SHORT, _HEARD, _SPEAKS = range(4)
"""What a word may do: only end what bears on the next known word, nothing, bear on it, score."""


Assessment = tuple[list[str], float, float, str | None]
"""Words assessed together, their polarity and subjectivity, and what else they are."""


class _Divided(NamedTuple):
    """A text as TextBlob divides it: words, in lower case, what they may do, whether any scores."""

    words: tuple[str, ...]
    lower: tuple[str, ...]
    kinds: tuple[int, ...]
    speaks: bool


def score_textblob(sentence: Span) -> Score:
    """TextBlob's polarity and subjectivity, and its assessments with their places.

    A sentence over 8,000 characters is assessed piece by piece; the mean is over all pieces.
    """
    assessed = [item for piece in pieces(sentence) for item in _assessments(piece)]
    n = len(assessed) or 1
    values = [evidence.value for evidence, _ in assessed]
    return Score(
        sentence,
        "textblob",
        sum(values) / n,
        sum(value for value in values if value > 0) / n,
        -sum(value for value in values if value < 0) / n,
        sum(subjectivity for _, subjectivity in assessed) / n,
        tuple(evidence for evidence, _ in assessed),
    )


def _assessments(piece: Span) -> Iterator[tuple[Evidence, float]]:
    """TextBlob's assessed words, each with its polarity and its subjectivity."""
    if TOGETHER.search(piece.text):
        parts = [_divide(piece.text)]
    else:
        parts = [*map(_divided, piece.text.split())]
    by_word, by_lower, by_kind, speak = zip(*parts, strict=True) if parts else ((), (), (), ())
    if True not in speak:
        return
    words, lower = list(chain.from_iterable(by_word)), list(chain.from_iterable(by_lower))
    kinds = chain.from_iterable(by_kind)
    found, located, free = _assessed(_heard(lower, kinds)), [], 0
    for chunk, _, _, _ in found:
        located.append(_locate(chunk, lower, free, _lexicon().negations))
        free = located[-1][1] + 1
    places = _places(piece, words[:free])
    for (_, polarity, subjectivity, _), (first, last) in zip(found, located, strict=True):
        yield Evidence(_join(piece, places[first], places[last]), polarity), subjectivity


def _divide(text: str) -> _Divided:
    """Letters, with a comma or without, are divided here; all else by TextBlob."""
    word = text.removesuffix(",")
    if word.isalpha():
        words: tuple[str, ...] = (word, ",") if word != text else (word,)
    else:
        words = tuple(" ".join(_lexicon().tokenizer(text)).split())
    lower = tuple([word.lower() for word in words])
    kinds = tuple(map(_kind, lower))
    return _Divided(words, lower, kinds, _SPEAKS in kinds)


_divided = lru_cache(maxsize=100_000)(_divide)
"""The same for what stands between spaces, which comes again and again."""


def _kind(word: str) -> int:
    """What a word in lower case may do."""
    lexicon = _lexicon()
    if word in lexicon or word == "(!)" or word in _emoticons():
        return _SPEAKS
    if word in lexicon.negations or word == "!":
        return _HEARD
    return _PLAIN if len(word) > 2 and len(word.strip("'")) > 1 else _SHORT


def _heard(words: Iterable[str], kinds: Iterable[int]) -> Iterator[str]:
    """The words that matter to the known ones.

    A negation or a modifier bears on a known word across short words, but not across a plain one:
    behind that, words that are not known change nothing.
    """
    bears = False
    for word, kind in zip(words, kinds, strict=True):
        if bears or kind >= _HEARD:
            yield word
            bears = kind != _PLAIN


def _locate(
    chunk: list[str], words: list[str], free: int, negations: tuple[str, ...]
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


def _next(words: list[str], word: str, start: int) -> int:
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
