"""A sentence made ready for rules and weights: stems, names, quotation, clauses, negation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from newslib.article import Article, Span
from newslib.lexicon import load_lexicon
from newslib.lexicons import category_words
from newslib.tagging import tags
from newslib.tokens import Token, sentences

if TYPE_CHECKING:
    from nltk.stem.snowball import SnowballStemmer

__all__ = [
    "DENIED",
    "NAME",
    "NUMBER",
    "Reading",
    "Roles",
    "diplomatic",
    "is_location",
    "readings",
    "roles",
    "stem",
    "tone_words",
]

NAME, NUMBER = "NAME", "NUMBER"
"""What stands for every proper noun and for every number: neither may bear a tone of its own."""

DENIED = -0.7
"""What a negation makes of a word's value: "not good" is less than the opposite of "good"."""

_MARKS = frozenset('“”"')

_SILENT = (NAME, NUMBER, "stand")
"""The forms that say nothing, whatever a lexicon says of the word."""

_LONGEST = 200
"""How many words are read together: each target weighs them all, so an endless sentence is cut."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence, word by word: `forms` are stems, with names and numbers masked.

    `lower` are the words in lower case with straight apostrophes, `clauses` the number of the
    clause each word stands in, `polarity` the lexicon's value of each word, turned by negation.
    """

    span: Span
    words: tuple[Span, ...]
    tags: tuple[str, ...]
    lower: tuple[str, ...]
    forms: tuple[str, ...]
    quoted: tuple[bool, ...]
    clauses: tuple[int, ...]
    negated: tuple[bool, ...]
    polarity: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Roles:
    """What a verb says of who does it and of whom it is done to, each from -1 to 1."""

    doer: float
    done_to: float


def tone_words(category: str) -> frozenset[str]:
    """The words of a category of `tone_words.tsv`.

    >>> "never" in tone_words("negation")
    True
    """
    return category_words("tone_words", category)


def readings(article: Article) -> tuple[Reading, ...]:
    """Every sentence of the article, read once.

    >>> from newslib import parse_article
    >>> readings(parse_article("Marsh never praised Estmark."))[0].forms
    ('NAME', 'never', 'prais', 'NAME', '.')
    """
    return article.remember(readings, _read)


def _read(article: Article) -> tuple[Reading, ...]:
    """Sentence by sentence, an endless one in pieces."""
    found, place, tagged = [], 0, tags(article)
    for sentence in sentences(article):
        for first in range(0, len(sentence.tokens), _LONGEST):
            piece = sentence.tokens[first : first + _LONGEST]
            span = article.span(piece[0].span.start, piece[-1].span.end)
            found.append(_reading(span, piece, tagged[place : place + len(piece)]))
            place += len(piece)
    return tuple(found)


def _reading(span: Span, tokens: tuple[Token, ...], tagged: tuple[str, ...]) -> Reading:
    """The reading of some words in a row."""
    words = tuple([token.span for token in tokens])
    known = [_word(word.text) for word in words]
    lower = tuple([word.lower for word in known])
    forms = [
        _form(word, token, tag, first=not i)
        for i, (word, token, tag) in enumerate(zip(known, tokens, tagged, strict=True))
    ]
    for i, form in enumerate(forms):
        if form == "lie" and is_location(lower[i + 1 : i + 2]):
            forms[i] = "stand"
    negated = _negated([word.denies for word in known])
    values = [
        word.value if form not in _SILENT else 0.0 for word, form in zip(known, forms, strict=True)
    ]
    return Reading(
        span=span,
        words=words,
        tags=tagged,
        lower=lower,
        forms=tuple(forms),
        quoted=_quoted(lower),
        clauses=tuple(accumulate([False, *[word.opens for word in known[1:]]])),
        negated=negated,
        polarity=tuple([DENIED * v if no else v for v, no in zip(values, negated, strict=True)]),
    )


def _form(word: _Word, token: Token, tag: str, *, first: bool) -> str:
    """The stem of a word; names, told by capital or tag, and numbers are masked."""
    if tag.startswith("NNP") or (word.capital and not first):
        return NAME
    return NUMBER if token.kind == "number" else word.stem


class _Word(NamedTuple):
    """What a word is wherever it stands."""

    lower: str
    stem: str
    capital: bool
    denies: bool
    opens: bool
    value: float


@lru_cache(maxsize=100_000)
def _word(text: str) -> _Word:
    """What is known of a word as it is written, which comes again and again."""
    lower = text.lower().replace("’", "'")
    form, known = stem(lower), _strengths()
    return _Word(
        lower=lower,
        stem=form,
        capital=len(text) > 1 and text[0].isupper() and not text.isupper(),
        denies=lower in tone_words("negation"),
        opens=lower in tone_words("clause"),
        value=known.get(lower, known.get(form, 0.0)),
    )


def is_location(following: tuple[str, ...]) -> bool:
    """Whether a word that follows "lies" says where: the initiative lies with Washington."""
    return not tone_words("location").isdisjoint(following)


def _negated(denies: list[bool]) -> tuple[bool, ...]:
    """Whether one of the three words before denies a word; `find_hedges` would know better."""
    if True not in denies:
        return (False,) * len(denies)
    return tuple([True in denies[max(i - 3, 0) : i] for i in range(len(denies))])


def _quoted(lower: tuple[str, ...]) -> tuple[bool, ...]:
    """Whether each word stands inside quotation marks; a mark opened before the sentence counts."""
    if _MARKS.isdisjoint(lower):
        return (False,) * len(lower)
    inside, found = next((word for word in lower if word in "“”"), "") == "”", []
    for word in lower:
        if word in _MARKS:
            inside = word == "“" or (word == '"' and not inside)
            found.append(False)
        else:
            found.append(inside)
    return tuple(found)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of a word by the Snowball algorithm for English (Porter 2001)."""
    return str(_stemmer().stem(word))


@lru_cache(maxsize=1)
def _stemmer() -> SnowballStemmer:
    from nltk.stem.snowball import SnowballStemmer

    return SnowballStemmer("english")


@lru_cache(maxsize=1)
def diplomatic() -> dict[str, float]:
    """The tone of the words of the diplomatic lexicon, by stem."""
    return {stem(entry.entry): entry.strength or 0.0 for entry in load_lexicon("diplomacy").entries}


@lru_cache(maxsize=1)
def _strengths() -> dict[str, float]:
    """What a word says on its own, by the word or its stem: from -1 to 1, before any learning."""
    general = load_lexicon("news_sentiment").entries
    return diplomatic() | {entry.entry: float(entry["prior"]) for entry in general}


@lru_cache(maxsize=1)
def roles() -> dict[str, Roles]:
    """The verbs of the diplomatic lexicon, by stem."""
    return {
        stem(entry.entry): Roles(float(entry["doer"]), float(entry["done_to"]))
        for entry in load_lexicon("diplomacy").entries
        if float(entry["doer"]) or float(entry["done_to"])
    }
