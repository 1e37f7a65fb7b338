"""VADER's own numbers for a sentence, and the words behind them.

VADER does the arithmetic; what it is spared is words it does not know, and rules for words around
a known one that are not there. A known word with none of the words that any of its rules looks for
near it keeps the value of the lexicon.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple, Protocol, TypedDict, cast

from newslib.article import Span
from newslib.kept import Kept
from newslib.sentiment.pieces import Piece, Pieces, cut_up
from newslib.sentiment.records import Said, Scores

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


def score_vader(cut: Pieces) -> Scores:
    """VADER's compound, pos and neg of each, and the valences of words before it normalises.

    A sentence over 8,000 characters has its words valued piece by piece and is then scored whole.
    """
    emojis = _vader().emojis
    if cut.whole.isascii() or emojis.keys().isdisjoint(_BEYOND_ASCII.findall(cut.whole)):
        return _scored(cut)
    described = [_described(sentence.text, emojis) for sentence in cut.sentences]
    found = _scored(cut_up([Span(0, len(text), text) for text, _ in described]))
    origins = [origins for _, origins in described]
    evidence = [*map(_placed, cut.sentences, origins, found.evidence)]
    return replace(found, spans=cut.sentences, evidence=evidence)


def _placed(sentence: Span, origins: list[int], said: Sequence[Said]) -> list[Said]:
    """The words of a described text where they stand in the article."""
    places = [(origins[start], origins[end - 1] + 1) for start, end, _, _ in said]
    values = [value for _, _, _, value in said]
    return [
        (sentence.start + start, sentence.start + end, sentence.text[start:end], value)
        for (start, end), value in zip(places, values, strict=True)
    ]


def _scored(cut: Pieces) -> Scores:
    """The scores of sentences in which emojis are put into words."""
    evidence = _spoken(cut)
    answers = [
        _answer([value for _, _, _, value in said], length, sentence.text) if said else _NOTHING
        for said, length, sentence in zip(evidence, cut.lengths(), cut.sentences, strict=True)
    ]
    compound, positive, negative = zip(*answers, strict=True) if answers else ((), (), ())
    none = [None] * len(answers)
    return Scores("vader", cut.sentences, compound, positive, negative, none, evidence)


def _answer(values: list[float], length: int, text: str) -> tuple[float, float, float]:
    """What VADER makes of a text in which these of so many words have a value."""
    whole = _vader().score_valence([*values, *[0.0] * (length - len(values))], text)
    return whole["compound"], whole["pos"], whole["neg"]


def _spoken(cut: Pieces) -> list[list[Said]]:
    """The words of each sentence that have a value, with it and their places."""
    found: list[list[Said]] = [[] for _ in cut.sentences]
    kinds = "".join(map(_kinds.__getitem__, cut.words))
    for piece in cut.every:
        places = [match.start() for match in _KNOWN.finditer(kinds, piece.first, piece.stop)]
        if places:
            found[piece.sentence] += _speak(cut, piece, kinds, places)
    return found


def _speak(cut: Pieces, piece: Piece, kinds: str, places: list[int]) -> list[Said]:
    """Where words that VADER knows begin and end, the words, and their values, if they have any."""
    words = [_known[cut.words[i]] for i in places]
    values = [word.value for word in words]
    if _LOUD.search(kinds, piece.first, piece.stop) and any(values):
        values = _stirred(cut.words[piece.first : piece.stop], kinds, piece.first, places, values)
    but = kinds.find(_BUT, piece.first, piece.stop)
    if but >= 0 and any(values):
        values = _turned(values, bisect_left(places, but))
    begins = _begins(cut, piece, words, places)
    return [
        (begin, begin + len(word.text), word.text, float(value))
        for begin, word, value in zip(begins, words, values, strict=True)
        if value
    ]


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


def _stirred(
    parts: list[str], kinds: str, base: int, places: list[int], values: list[float]
) -> list[float]:
    """The values of words in some places where rules may say otherwise than the lexicon."""
    stop = base + len(parts)
    return [
        _valence(parts, i - base)
        if _LOUD.search(kinds, max(i - _BEFORE, base), min(i + 1 + _BEHIND, stop))
        else value
        for i, value in zip(places, values, strict=True)
    ]


def _turned(values: list[float], but: int) -> list[float]:
    """What VADER makes of values, so many of which stand before "but"; it looks at no others."""
    words = [_OTHER] * (len(values) + 1)
    words[but] = "but"
    turned = _vader()._but_check(words, [*values[:but], 0.0, *values[but:]])
    return [*turned[:but], *turned[but + 1 :]]


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


def _begins(cut: Pieces, piece: Piece, words: list[_Word], places: list[int]) -> list[int]:
    """Where some words of a piece, in some places, begin, without the marks around them."""
    if True not in [word.marks for word in words]:
        begins = cut.begins(piece, places)
        return [begin + word.shift for begin, word in zip(begins, words, strict=True)]
    # A face is the first of its kind behind the word before it, if only among that word's marks.
    found, at = [], 0
    for part in cut.words[piece.first : piece.stop]:
        word = _known[part].text
        found.append(piece.text.index(word, at))
        at = found[-1] + len(word)
    return [piece.start + found[i - piece.first] for i in places]


def _described(text: str, emojis: dict[str, str]) -> tuple[str, list[int]]:
    """The text with emojis put into words as VADER does, and where each character comes from."""
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
