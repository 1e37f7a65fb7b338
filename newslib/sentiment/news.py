"""newslib's own reading of a sentence's tone: one that survives the news."""

from __future__ import annotations

from functools import lru_cache
from itertools import compress, count

from newslib.article import Article
from newslib.lexicon import load_lexicon
from newslib.sentiment.readings import DENIED, is_location
from newslib.sentiment.records import Evidence, Score
from newslib.sentiment.words import Word, known_words
from newslib.tokens import Sentence, Token, sentences

__all__ = ["score_news"]

_BEFORE = 3
"""How many words back a negation or a modal verb bears on a word."""

_PLAIN = ("", "modal", "chance", "tentative", "denial", "no_noun")
"""The rules of `hedges.tsv` whose words can be told without the sentence around them."""

_POSSIBLE = 0.5
"""What modality makes of a word's value."""


def score_news(article: Article) -> list[Score]:
    """Of each sentence the sum of its words' values, between -1 and 1; each word keeps its share.

    >>> from newslib import parse_article
    >>> [score.score for score in score_news(parse_article("Marsh left."))]
    [0]
    """
    known, found, stop = known_words(article), [], 0
    tones = [word.tone for word in known]
    for sentence in sentences(article):
        start, stop = stop, stop + len(sentence.tokens)
        if any(tones[start:stop]):
            places = [*compress(count(), tones[start:stop])]
            found.append(_scored(sentence, known[start:stop], places))
        else:
            found.append(Score(sentence.span, "news", 0, 0, 0, None, ()))
    return found


def _scored(sentence: Sentence, known: list[Word], places: list[int]) -> Score:
    """The score of a sentence with words, in some places, that have a value."""
    words = sentence.tokens
    found = [(i, _value(words, known, i)) for i in places]
    whole = sum([value for _, value in found])
    share = 1 / (1 + whole * whole) ** 0.5
    evidence = tuple([Evidence(words[i].span, value * share) for i, value in found if value])
    values = [item.value for item in evidence]
    positive = sum([value for value in values if value > 0])
    negative = -sum([value for value in values if value < 0])
    return Score(sentence.span, "news", positive - negative, positive, negative, None, evidence)


def _value(words: tuple[Token, ...], known: list[Word], place: int) -> float:
    """What a word brings in its place: nothing in a name, turned by "not", halved by "may"."""
    if _in_name(words, place) or _is_located(known, place):
        return 0.0
    value = known[place].tone
    cues = _cues()
    for word in known[max(place - _BEFORE, 0) : place]:
        value *= cues.get(word.lower, 1.0)
    return value


def _in_name(words: tuple[Token, ...], place: int) -> bool:
    """Whether a word is part of a proper noun: a capital inside the sentence, or before another."""
    word = words[place].span.text
    if not word[0].isupper() or word.isupper():
        return False
    following = words[place + 1].span.text if place + 1 < len(words) else ""
    return place > 0 or following[:1].isupper()


def _is_located(known: list[Word], place: int) -> bool:
    """Whether "lies" says where something is: "the initiative lies with Washington"."""
    if known[place].stem != "lie":
        return False
    return is_location(tuple([word.lower for word in known[place + 1 : place + 2]]))


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
