"""The two readings researchers know: TextBlob's and VADER's own numbers, and their words."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol, TypedDict, cast

from newslib.article import Span
from newslib.sentiment.records import Evidence, Score

__all__ = ["score_textblob", "score_vader"]

_LONGEST = 8_000
"""How many characters a library is given at once: both take time by the square of the length."""


class _Assessed(Protocol):
    """What Pattern's sentiment gives."""

    assessments: list[tuple[list[str], float, float, str | None]]


class _Pattern(Protocol):
    """Pattern's sentiment lexicon, as it lives inside TextBlob."""

    negations: tuple[str, ...]

    def tokenizer(self, text: str) -> list[str]: ...
    def __call__(self, words: list[str]) -> _Assessed: ...


class _Answer(TypedDict):
    """What VADER answers, and the valences it came from."""

    compound: float
    pos: float
    neg: float
    valences: list[float]


class _Analyzer(Protocol):
    """VADER's analyzer, which hands out the valences."""

    emojis: dict[str, str]

    def polarity_scores(self, text: str) -> _Answer: ...
    def score_valence(self, valences: list[float], text: str) -> _Answer: ...


def score_textblob(sentence: Span) -> Score:
    """TextBlob's polarity and subjectivity, and its assessments with their places.

    A sentence over 8,000 characters is assessed piece by piece; the mean is over all pieces.
    """
    assessed = [item for piece in _pieces(sentence) for item in _assessments(piece)]
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
    pattern = _pattern()
    words = " ".join(pattern.tokenizer(piece.text)).split()
    found = pattern([word.lower() for word in words]).assessments
    if not found:
        return
    places = _places(piece, words)
    lowered = [word.lower() for word in words]
    free = 0
    for chunk, polarity, subjectivity, _ in found:
        first, last = _locate(chunk, lowered, free, pattern.negations)
        free = last + 1
        yield Evidence(_join(piece, places[first], places[last]), polarity), subjectivity


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


@lru_cache(maxsize=1)
def _pattern() -> _Pattern:
    """TextBlob's lexicon of sentiment, read: it leaves that file open, and Python complains."""
    from textblob.en import sentiment

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        sentiment("good")
    return cast("_Pattern", sentiment)


def score_vader(sentence: Span) -> Score:
    """VADER's compound, pos and neg, and the valences of the words before it normalises.

    A sentence over 8,000 characters has its words valued piece by piece and is then scored whole.
    """
    analyzer = _vader()
    text, origins = _described(sentence.text, analyzer.emojis)
    pieces = list(_pieces(Span(0, len(text), text)))
    answers = [analyzer.polarity_scores(piece.text) for piece in pieces]
    valences = [valence for answer in answers for valence in answer["valences"]]
    whole = answers[0] if len(answers) == 1 else analyzer.score_valence(valences, text)
    words = [place for piece in pieces for place in _written(piece)]
    evidence = tuple(
        Evidence(_original(sentence, origins[start], origins[end - 1] + 1), float(valence))
        for (start, end), valence in zip(words, valences, strict=True)
        if valence
    )
    return Score(sentence, "vader", whole["compound"], whole["pos"], whole["neg"], None, evidence)


def _original(sentence: Span, start: int, end: int) -> Span:
    return Span(sentence.start + start, sentence.start + end, sentence.text[start:end])


def _written(piece: Span) -> Iterator[tuple[int, int]]:
    """Where the words stand as VADER divides them: at spaces, without the marks around them."""
    from vaderSentiment.vaderSentiment import SentiText

    at = 0
    for word in SentiText(piece.text).words_and_emoticons:
        start = piece.text.index(word, at)
        at = start + len(word)
        yield piece.start + start, piece.start + at


def _described(text: str, emojis: dict[str, str]) -> tuple[str, range | list[int]]:
    """The text with emojis put into words as VADER does, and where each character comes from."""
    if text.isascii() or not any(letter in emojis for letter in text):
        return text, range(len(text))
    written, origins = [], []
    spaced = True
    for place, letter in enumerate(text):
        words = emojis.get(letter)
        added = letter if words is None else words if spaced else f" {words}"
        spaced = letter == " "
        written.append(added)
        origins.extend([place] * len(added))
    return "".join(written), origins


@lru_cache(maxsize=1)
def _vader() -> _Analyzer:
    """VADER's analyzer, made to hand out the valences it normalises."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyzer = SentimentIntensityAnalyzer()
    score_valence = analyzer.score_valence

    def remembering(valences: list[float], text: str) -> dict[str, object]:
        return {**score_valence(valences, text), "valences": valences}

    analyzer.score_valence = remembering
    return cast("_Analyzer", analyzer)


def _pieces(sentence: Span) -> Iterator[Span]:
    """The sentence, or where it is absurdly long its pieces, cut at spaces where there are any."""
    text, start = sentence.text, 0
    while len(text) - start > _LONGEST:
        limit = start + _LONGEST
        end = max(text.rfind(space, start + 1, limit) for space in " \n")
        end = end if end > start else limit
        yield Span(sentence.start + start, sentence.start + end, text[start:end])
        start = end
    yield Span(sentence.start + start, sentence.end, text[start:])
