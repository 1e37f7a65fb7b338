"""What a word is wherever it stands: its stem, its value, and whether it opens or denies."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from newslib.article import Article
from newslib.kept import Kept
from newslib.lexicon import load_lexicon
from newslib.lexicons import category_words
from newslib.tokens import divided

if TYPE_CHECKING:
    from nltk.stem.snowball import SnowballStemmer

__all__ = ["NUMBER", "Word", "known_words", "stem", "tone_words", "word_columns"]

NUMBER = "NUMBER"
"""The stem of every number: none may bear a tone of its own."""

_NUMBER = re.compile(r"[\W_]*\d[\W\d_]*")
"""What `tokens` takes for a number: a digit, and no letter."""


@lru_cache(maxsize=16)
def tone_words(category: str) -> frozenset[str]:
    """The words of a category of `tone_words.tsv`.

    >>> "never" in tone_words("negation")
    True
    """
    return category_words("tone_words", category)


class Word(NamedTuple):
    """What a word is wherever it stands: `value` is for targets, `tone` for whole sentences.

    Numbers have one stem.
    """

    lower: str
    stem: str
    capital: bool
    denies: bool
    opens: bool
    value: float
    tone: float


def known_words(article: Article) -> list[Word]:
    """What is known of each of `tokens(article)`, found once.

    >>> from newslib import parse_article
    >>> [word.stem for word in known_words(parse_article("Talks failed."))]
    ['talk', 'fail', '.']
    """
    return article.remember(known_words, _known_words)


def word_columns(article: Article) -> list[list[Any]]:
    """The fields of `known_words(article)`, one list each.

    >>> from newslib import parse_article
    >>> word_columns(parse_article("Talks failed."))[0]
    ['talks', 'failed', '.']
    """
    return _known.columns(divided(article).written, len(Word._fields))


def _known_words(article: Article) -> list[Word]:
    return list(map(_known.__getitem__, divided(article).written))


def _word(text: str) -> Word:
    """What is known of a word as it is written, which comes again and again."""
    lower = text.lower().replace("’", "'")
    form, general = NUMBER if _NUMBER.fullmatch(text) else stem(lower), _strengths()
    return Word(
        lower=lower,
        stem=form,
        capital=len(text) > 1 and text[0].isupper() and not text.isupper(),
        denies=lower in tone_words("negation"),
        opens=lower in tone_words("clause"),
        value=general.get(lower, general.get(form, 0.0)),
        tone=_tone(text.lower(), form),
    )


_known = Kept(_word, most=100_000)


def _tone(lower: str, form: str) -> float:
    """A word's value by the diplomatic lexicon, whatever its ending, or by the general one."""
    if not lower[0].isalpha():
        return 0.0
    own = _diplomatic().get(form)
    return _general().get(lower, 0.0) if own is None else own


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of a word by the Snowball algorithm for English (Porter 2001)."""
    return str(_stemmer().stem(word))


@lru_cache(maxsize=1)
def _stemmer() -> SnowballStemmer:
    from nltk.stem.snowball import SnowballStemmer

    return SnowballStemmer("english")


@lru_cache(maxsize=1)
def _diplomatic() -> dict[str, float]:
    """The tone of the words of the diplomatic lexicon, by stem."""
    return {stem(entry.entry): entry.strength or 0.0 for entry in load_lexicon("diplomacy").entries}


@lru_cache(maxsize=1)
def _strengths() -> dict[str, float]:
    """What a word says on its own, by the word or its stem: from -1 to 1, before any learning."""
    general = load_lexicon("news_sentiment").entries
    return _diplomatic() | {entry.entry: float(entry["prior"]) for entry in general}


@lru_cache(maxsize=1)
def _general() -> dict[str, float]:
    """The values of the general lexicon, by word."""
    entries = load_lexicon("news_sentiment").entries
    return {entry.entry: entry.strength or 0.0 for entry in entries}
