"""newslib's own reading of a sentence's tone: one that survives the news."""

from __future__ import annotations

from functools import lru_cache
from itertools import compress, count
from operator import sub

from newslib.article import Article
from newslib.lexicon import load_lexicon
from newslib.sentiment.readings import DENIED, is_location
from newslib.sentiment.records import Scores
from newslib.sentiment.words import Word, known_words
from newslib.tokens import divided

__all__ = ["score_news"]

_BEFORE = 3
"""How many words back a negation or a modal verb bears on a word."""

_PLAIN = ("", "modal", "chance", "tentative", "denial", "no_noun")
"""The rules of `hedges.tsv` whose words can be told without the sentence around them."""

_POSSIBLE = 0.5
"""What modality makes of a word's value."""


def score_news(article: Article) -> Scores:
    """Of each sentence the sum of its words' values, between -1 and 1; each word keeps its share.

    >>> from newslib import parse_article
    >>> score_news(parse_article("Marsh left.")).score
    [0]
    """
    known, text = known_words(article), divided(article)
    tones = [word.tone for word in known]
    found = []
    for own in text.places():
        places = [*compress(count(), tones[own])]
        shares = _shares(text.written[own], known[own], places) if places else []
        numbers = [(own.start + i, share) for i, share in shares]
        found.append(
            [(text.starts[i], text.ends[i], text.written[i], share) for i, share in numbers]
        )
    values = [[one[3] for one in said] for said in found]
    positive = [sum([value for value in own if value > 0]) for own in values]
    negative = [-sum([value for value in own if value < 0]) for own in values]
    score, none = [*map(sub, positive, negative)], [None] * len(found)
    return Scores("news", text.sentences, score, positive, negative, none, found)


def _shares(words: list[str], known: list[Word], places: list[int]) -> list[tuple[int, float]]:
    """Where words of a sentence, in some places, have a value, and their shares of the score."""
    values = [_value(words, known, i) for i in places]
    whole = sum(values)
    share = 1 / (1 + whole * whole) ** 0.5
    return [(i, v * share) for i, v in zip(places, values, strict=True) if v]


def _value(words: list[str], known: list[Word], place: int) -> float:
    """What a word brings in its place: nothing in a name, turned by "not", halved by "may"."""
    word = known[place]
    if word.capital and _in_name(words, place):
        return 0.0
    if word.stem == "lie" and is_location([w.lower for w in known[place + 1 : place + 2]]):
        return 0.0
    value = word.tone
    cues = _cues()
    for before in known[max(place - _BEFORE, 0) : place]:
        value *= cues.get(before.lower, 1.0)
    return value


def _in_name(words: list[str], place: int) -> bool:
    """Whether a word with a capital is part of a proper noun: not first, or before another."""
    following = words[place + 1] if place + 1 < len(words) else ""
    return place > 0 or following[:1].isupper()


@lru_cache(maxsize=1)
def _cues() -> dict[str, float]:
    """The single words by which newslib's hedges deny a statement or make it a mere chance.

    The words are those of `find_hedges`; running all its rules would cost three times VADER.
    """
    words = {}
    for entry in load_lexicon("hedges").entries:
        factor = {"negation": DENIED, "epistemic": _POSSIBLE}.get(entry.category)
        if factor is not None and entry["needs"] in _PLAIN:
            words[entry.entry] = factor
    return words | dict.fromkeys(("if", "unless", "whether"), _POSSIBLE)
