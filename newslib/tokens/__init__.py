"""Sentences and words, each with its exact place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from newslib.article import Article, Span, check_article, records
from newslib.callable_module import make_callable
from newslib.tokens.dividing import KINDS, Divided, divided, kind

__all__ = [
    "KINDS",
    "Divided",
    "Sentence",
    "Token",
    "divided",
    "kind",
    "n_words",
    "sentences",
    "tokens",
]


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark: `kind` is "word", "number" or "punctuation".

    A number has a digit and no letter; whatever has neither is punctuation.

    >>> from newslib import parse_article, tokens
    >>> [token.kind for token in tokens(parse_article("About 30."))]
    ['word', 'number', 'punctuation']
    """

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its tokens; a closing quotation mark belongs to the sentence it closes.

    >>> from newslib import parse_article, sentences
    >>> [len(sentence.tokens) for sentence in sentences(parse_article("Talks failed. He left."))]
    [3, 3]
    """

    span: Span
    tokens: tuple[Token, ...]


def sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of headline, standfirst, caption and body, in text order.

    Boundaries come from NLTK's Punkt algorithm (Kiss & Strunk 2006, "Unsupervised multilingual
    sentence boundary detection") with newslib's own list of abbreviations; a boundary before a
    lower-case word is taken back, so `"Why?" he asked.` is one sentence. No sentence crosses a
    paragraph. Words are divided as NLTK's `NLTKWordTokenizer` divides them ("Russia-US" is one
    token, "Finland's" two), curly apostrophes like straight ones, opening single marks apart.

    Gives `Sentence` records whose spans slice back; any text gives a tuple, the empty one an
    empty one. Nothing is downloaded.

    >>> from newslib import parse_article
    >>> article = parse_article('"Mr. Marsh left. Why?" he asked. The U.S. agreed.')
    >>> [sentence.span.text for sentence in sentences(article)]
    ['"Mr. Marsh left.', 'Why?" he asked.', 'The U.S. agreed.']
    """
    check_article(article)
    return article.remember(sentences, _find_sentences)


def tokens(article: Article) -> tuple[Token, ...]:
    """The words, numbers and marks of all sentences, in text order.

    >>> from newslib import parse_article
    >>> [token.span.text for token in tokens(parse_article("It wasn't Finland’s idea."))]
    ['It', 'was', "n't", 'Finland', '’s', 'idea', '.']
    """
    check_article(article)
    return article.remember(tokens, _join_tokens)


def _join_tokens(article: Article) -> tuple[Token, ...]:
    return tuple(chain.from_iterable([sentence.tokens for sentence in sentences(article)]))


def n_words(article: Article) -> int:
    """How many tokens hold a letter or a digit: newslib's count of words everywhere.

    >>> from newslib import parse_article
    >>> n_words(parse_article("About 30, he said."))
    4
    """
    kinds = divided(article).kinds
    return len(kinds) - kinds.count("p")


def _find_sentences(article: Article) -> tuple[Sentence, ...]:
    found = divided(article)
    spans = records(Span, found.starts, found.ends, found.written)
    every = tuple(records(Token, spans, list(map(KINDS.__getitem__, found.kinds))))
    return tuple(records(Sentence, found.sentences, [every[own] for own in found.places()]))


make_callable(__name__)
