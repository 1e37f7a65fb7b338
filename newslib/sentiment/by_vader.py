"""VADER's own numbers for a sentence, and the words behind them.

VADER does the arithmetic; what it is spared is words it does not know, and rules for words around
a known one that are not there. A known word with none of the words that any of its rules looks for
near it keeps the value of the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple, Protocol, TypedDict, cast

from newslib.article import Span, records
from newslib.kept import Kept
from newslib.sentiment.pieces import pieces, starts
from newslib.sentiment.records import Score, told

__all__ = ["score_vader"]

_BEFORE, _BEHIND = 3, 2
"""How far VADER's rules look from a word."""

_OTHER, _BUT, _STIRS, _VALUED, _BOTH = "-,svb"
"""What a word is to VADER: nothing, "but", one that its rules for known words look for, one it
knows, or both, as a known word in capitals is too."""

_KNOWN, _LOUD = re.compile(f"[{_VALUED}{_BOTH}]"), re.compile(f"[{_STIRS}{_BOTH}]")

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
"""What may be an emoji."""


class _Answer(TypedDict):
    """What VADER answers."""

    compound: float
    pos: float
    neg: float


_NOTHING = (0.0, 0.0, 0.0)


class _Analyzer(Protocol):
    """VADER's analyzer, with the steps it works in."""

    emojis: dict[str, str]
    lexicon: dict[str, float]

    def sentiment_valence(
        self, valence: float, sentitext: _Text, item: str, i: int, sentiments: list[float]
    ) -> list[float]: ...
    def _but_check(self, words: Sequence[str], sentiments: list[float]) -> list[float]: ...
    def score_valence(self, valences: Sequence[float], text: str) -> _Answer: ...


@dataclass(frozen=True, slots=True)
class _Text:
    """What VADER's rules are told of a text: its words, and whether only some are in capitals."""

    words_and_emoticons: list[str]
    is_cap_diff: bool


class _Word(NamedTuple):
    """A word as VADER divides it, what it is to its rules, its value, and its marks.

    `shift` is how many marks were taken off before it, `marks` whether it is nothing but marks;
    `heard` is what rules for a word near it are told: nothing where they would not look at it.
    """

    text: str
    lower: str
    kind: str
    value: float
    shift: int
    marks: bool
    heard: str


_Spoken = tuple[int, int, str, float]
"""Where a word that has a value begins and ends, the word, and the value."""


def score_vader(sentences: Sequence[Span]) -> list[Score]:
    """VADER's compound, pos and neg of each, and the valences of words before it normalises.

    A sentence over 8,000 characters has its words valued piece by piece and is then scored whole.
    """
    analyzer = _vader()
    described = [_described(sentence.text, analyzer.emojis) for sentence in sentences]
    found, answers = [], []
    read = _read([text for text, _ in described])
    for sentence, (text, origins), (valences, spoken) in zip(
        sentences, described, read, strict=True
    ):
        if not spoken:
            answers.append(_NOTHING)
            found.append(spoken)
            continue
        whole = analyzer.score_valence(valences, text)
        answers.append((whole["compound"], whole["pos"], whole["neg"]))
        found.append([_row(sentence, origins, *one) for one in spoken])
    method, none = ["vader"] * len(answers), [None] * len(answers)
    numbers = zip(*answers, strict=True) if answers else ((), (), ())
    return records(Score, sentences, method, *numbers, none, told(found))


def _row(
    sentence: Span, origins: list[int] | None, start: int, end: int, word: str, value: float
) -> _Spoken:
    """A word of a described text where it stands in the article, and its value."""
    base = sentence.start
    if origins is None:
        return base + start, base + end, word, value
    first, last = origins[start], origins[end - 1] + 1
    return base + first, base + last, sentence.text[first:last], value


def _read(texts: list[str]) -> list[tuple[list[float], list[_Spoken]]]:
    """The valence of every word of each text, and the words that have one; all at once."""
    written = [[(at, piece, piece.split()) for at, piece in pieces(text)] for text in texts]
    words = chain.from_iterable([one[2] for cut in written for one in cut])
    kinds = "".join(map(_kinds.__getitem__, words))
    found, stop = [], 0
    for cut in written:
        valences: list[float] = []
        spoken: list[_Spoken] = []
        for at, text, parts in cut:
            first, stop = stop, stop + len(parts)
            here = kinds[first:stop]
            values = [0.0] * len(parts)
            if _KNOWN.search(here):
                values, places = _valences(parts, here)
                spoken += _speak(at, text, parts, values, places)
            valences += values
        found.append((valences, spoken))
    return found


def _speak(
    base: int, text: str, parts: list[str], values: list[float], places: list[int]
) -> list[_Spoken]:
    """Where the words in some places begin and end, the words, and their values."""
    found = []
    words = [_known[parts[i]] for i in places]
    for i, word, begin in zip(places, words, _begins(text, parts, words, places), strict=True):
        start = base + begin
        found.append((start, start + len(word.text), word.text, float(values[i])))
    return found


def _word(text: str) -> _Word:
    word = text if text.isalpha() else _stripped(text)
    lower = word.lower()
    value = _values().get(lower)
    loud = lower in _stirring() or "n't" in lower
    if value is None:
        kind = _STIRS if loud else _BUT if lower == "but" else _OTHER
    else:
        kind = _BOTH if loud or word.isupper() else _VALUED
    marks = not word.isalnum() and not any(map(str.isalnum, word))
    heard = "" if kind == _OTHER and lower not in _in_phrases() else word
    return _Word(word, lower, kind, value or 0.0, text.index(word), marks, heard)


_known = Kept(_word, most=100_000)

_kinds = Kept(lambda text: _known[text].kind, most=100_000)
"""What words are to VADER, which is all that is asked of most."""


def _stripped(text: str) -> str:
    """A word without the marks around it, as VADER takes them off."""
    from vaderSentiment.vaderSentiment import SentiText

    return str(SentiText._strip_punc_if_word(text))


@lru_cache(maxsize=1)
def _values() -> dict[str, float]:
    """The values of VADER's lexicon, but for words that only move those of others."""
    from vaderSentiment.vaderSentiment import BOOSTER_DICT

    return {word: n for word, n in _vader().lexicon.items() if word not in BOOSTER_DICT}


def _valences(parts: list[str], kinds: str) -> tuple[list[float], list[int]]:
    """What VADER gives each word before it sums, some of which it knows; which have a value."""
    valences = [0.0] * len(parts)
    known = [match.start() for match in _KNOWN.finditer(kinds)]
    for i in known:
        valences[i] = _known[parts[i]].value
    if _LOUD.search(kinds):
        if not any(valences):
            return valences, []
        for i in known:
            if _LOUD.search(kinds, max(i - _BEFORE, 0), i + 1 + _BEHIND):
                valences[i] = _valence(parts, i)
    if _BUT in kinds:
        valences = _vader()._but_check([_known[part].lower for part in parts], valences)
    return valences, [i for i in known if valences[i]]


def _valence(parts: list[str], place: int) -> float:
    """What VADER gives a word it knows where a rule may say otherwise than its lexicon."""
    first = max(place - _BEFORE, 0)
    words = [_known[part] for part in parts[first : place + 1 + _BEHIND]]
    own, *behind = words[place - first :]
    if own.lower == "kind" and [word.lower for word in behind[:1]] == ["of"]:
        return 0.0
    near = tuple([word.heard for word in words])
    capitals = True in map(str.isupper, near) and _some_capitals(parts)
    return _moved(near, place - first, capitals)


@lru_cache(maxsize=50_000)
def _moved(near: tuple[str, ...], place: int, some_capitals: bool) -> float:
    """What VADER gives a word among those near it that its rules look at."""
    text = _Text([*near], some_capitals)
    return _vader().sentiment_valence(0, text, near[place], place, [])[0]


def _some_capitals(parts: list[str]) -> bool:
    from vaderSentiment.vaderSentiment import allcap_differential

    return bool(allcap_differential([_known[part].text for part in parts]))


@lru_cache(maxsize=1)
def _in_phrases() -> frozenset[str]:
    """The words VADER's rules look at beside those that stir them: the words of its phrases."""
    from vaderSentiment.vaderSentiment import BOOSTER_DICT, SPECIAL_CASES

    phrases = " ".join((*BOOSTER_DICT, *SPECIAL_CASES)).split()
    return frozenset(("at", "or", "nor", "doubt", *phrases))


@lru_cache(maxsize=1)
def _stirring() -> frozenset[str]:
    """The words VADER's rules look for; of a phrase its longest word, without which it is none."""
    from vaderSentiment.vaderSentiment import BOOSTER_DICT, NEGATE, SPECIAL_CASES

    phrases = (max(phrase.split(), key=len) for phrase in (*BOOSTER_DICT, *SPECIAL_CASES))
    return frozenset(("no", "least", "so", "this", *NEGATE, *phrases))


def _begins(text: str, parts: list[str], words: list[_Word], places: list[int]) -> list[int]:
    """Where some words of a text, in some places, begin, without the marks around them."""
    if True not in [word.marks for word in words]:
        begins = starts(text, parts, places)
        return [begin + word.shift for begin, word in zip(begins, words, strict=True)]
    # A face is the first of its kind behind the word before it, if only among that word's marks.
    found, at = [], 0
    for part in parts:
        word = _known[part].text
        found.append(text.index(word, at))
        at = found[-1] + len(word)
    return [found[i] for i in places]


def _described(text: str, emojis: dict[str, str]) -> tuple[str, list[int] | None]:
    """The text with emojis put into words as VADER does, and where each character comes from.

    None stands for a text without any.
    """
    if text.isascii() or emojis.keys().isdisjoint(_BEYOND_ASCII.findall(text)):
        return text, None
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
    """VADER's analyzer, but one that walks over a sentence's words of no value just once."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyzer = SentimentIntensityAnalyzer()
    sift = analyzer._sift_sentiment_scores

    def sift_spoken(valences: Sequence[float]) -> tuple[float, float, int]:
        spoken = [*filter(None, valences)]
        positive, negative, _ = sift(spoken)
        return positive, negative, len(valences) - len(spoken)

    analyzer._sift_sentiment_scores = sift_spoken
    return cast("_Analyzer", analyzer)
