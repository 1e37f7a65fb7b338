"""newslib's own reading of a sentence's tone: one that survives the news."""

from __future__ import annotations

from functools import lru_cache

from newslib.lexicon import load_lexicon
from newslib.sentiment.readings import DENIED, diplomatic, is_location, stem
from newslib.sentiment.records import Evidence, Score
from newslib.tokens import Sentence, Token

__all__ = ["score_news"]

_BEFORE = 3
"""How many words back a negation or a modal verb bears on a word."""

_PLAIN = ("", "modal", "chance", "tentative", "denial", "no_noun")
"""The rules of `hedges.tsv` whose words can be told without the sentence around them."""

_POSSIBLE = 0.5
"""What modality makes of a word's value."""


def score_news(sentence: Sentence) -> Score:
    """The sum of the words' values, brought between -1 and 1; each word keeps its share of it."""
    words = sentence.tokens
    lower = [word.span.text.lower() for word in words]
    scored = [i for i, word in enumerate(lower) if _strength(word)]
    found = [(i, _value(words, lower, i)) for i in scored]
    whole = sum(value for _, value in found)
    share = 1 / (1 + whole * whole) ** 0.5
    evidence = tuple(Evidence(words[i].span, value * share) for i, value in found if value)
    values = [item.value for item in evidence]
    positive = sum(value for value in values if value > 0)
    negative = -sum(value for value in values if value < 0)
    return Score(sentence.span, "news", positive - negative, positive, negative, None, evidence)


def _value(words: tuple[Token, ...], lower: list[str], place: int) -> float:
    """What a word brings in its place: nothing in a name, turned by "not", halved by "may"."""
    if _in_name(words, place) or _is_located(lower, place):
        return 0.0
    value = _strength(lower[place])
    cues = _cues()
    for word in lower[max(place - _BEFORE, 0) : place]:
        value *= cues.get(word, 1.0)
    return value


def _in_name(words: tuple[Token, ...], place: int) -> bool:
    """Whether a word is part of a proper noun: a capital inside the sentence, or before another."""
    word = words[place].span.text
    if not word[0].isupper() or word.isupper():
        return False
    following = words[place + 1].span.text if place + 1 < len(words) else ""
    return place > 0 or following[:1].isupper()


def _is_located(lower: list[str], place: int) -> bool:
    """Whether "lies" says where something is: "the initiative lies with Washington"."""
    return stem(lower[place]) == "lie" and is_location((*lower[place + 1 : place + 2],))


@lru_cache(maxsize=100_000)
def _strength(word: str) -> float:
    """A word's value by the diplomatic lexicon, whatever its ending, or by the general one."""
    if not word[0].isalpha():
        return 0.0
    own = diplomatic().get(stem(word))
    return _general().get(word, 0.0) if own is None else own


@lru_cache(maxsize=1)
def _cues() -> dict[str, float]:
    """The single words by which newslib's hedges deny a statement or make it a mere chance.

    The words are those of `find_hedges`; running all its rules would cost three times VADER.
    """
    words = {}
    for entry in load_lexicon("hedges").entries:
        factor = {"negation": DENIED, "epistemic": _POSSIBLE}.get(entry.category)
        if factor is not None and entry["needs"] in _PLAIN:
            words[entry.entry] = words[entry.entry.replace("'", "’")] = factor
    return words | dict.fromkeys(("if", "unless", "whether"), _POSSIBLE)


@lru_cache(maxsize=1)
def _general() -> dict[str, float]:
    entries = load_lexicon("news_sentiment").entries
    return {entry.entry: entry.strength or 0.0 for entry in entries}
