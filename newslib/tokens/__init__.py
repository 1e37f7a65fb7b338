"""Sentences and words, each with its exact place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, chain
from operator import attrgetter

from newslib.article import Article, Span, check_article, records
from newslib.callable_module import make_callable
from newslib.kept import Kept
from newslib.tokens.boundaries import boundaries

__all__ = ["Sentence", "Token", "edges", "kind", "n_words", "sentences", "tokens", "written"]


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
    return tuple(chain.from_iterable(map(_tokens_of, sentences(article))))


_tokens_of, _kind_of = attrgetter("tokens"), attrgetter("kind")


def n_words(items: tuple[Token, ...]) -> int:
    """How many tokens hold a letter or a digit: newslib's count of words everywhere.

    >>> from newslib import parse_article
    >>> n_words(tokens(parse_article("About 30, he said.")))
    4
    """
    return len(items) - list(map(_kind_of, items)).count("punctuation")


def written(article: Article) -> list[str]:
    """The tokens of `tokens(article)` as they are written; found once, and only read.

    >>> from newslib import parse_article
    >>> written(parse_article("It wasn't so."))
    ['It', 'was', "n't", 'so', '.']
    """
    return _divided(article).written


def edges(article: Article) -> tuple[list[int], list[int]]:
    """Where the tokens of `tokens(article)` start and end; found once, and only read.

    >>> from newslib import parse_article
    >>> edges(parse_article("It wasn't so."))
    ([0, 3, 6, 10, 12], [2, 6, 9, 12, 13])
    """
    found = _divided(article)
    return found.starts, found.ends


@dataclass(frozen=True, slots=True)
class _Divided:
    """Where the sentences stand, their tokens in one row, and how many up to each one's end."""

    places: list[tuple[int, int]]
    starts: list[int]
    ends: list[int]
    written: list[str]
    stops: list[int]


def _divided(article: Article) -> _Divided:
    return article.remember(_divided, _divide)


def _find_sentences(article: Article) -> tuple[Sentence, ...]:
    found = _divided(article)
    spans = records(Span, found.starts, found.ends, found.written)
    every = tuple(records(Token, spans, list(map(_kinds.__getitem__, found.written))))
    starts, ends = [start for start, _ in found.places], [end for _, end in found.places]
    told = [article.text[start:end] for start, end in found.places]
    own = [every[first:last] for first, last in zip([0, *found.stops], found.stops, strict=False)]
    return tuple(records(Sentence, records(Span, starts, ends, told), own))


_TOKEN = re.compile(
    r"""
    (\s*+)
    ((?! [cglwCGLW] (?i:annot|onna|otta|imme|emme|anna)\b ) [a-zA-Z]++ (?=[\s;?!)"”]|,\s)
    | ((?:
        \w++ (?:['’ʼ](?=\w))?
        | (?! \.\. | -- | \.(?=[\])}>"'»” ’]*\Z) )
          [^\s\w«“‘„»”"`’;:,@#$%&\u2012-\u2015?!*()\[\]{}<>'…]
        | [:,](?=\d)
        | ['’](?=(?i:re|ve|ll|m|t|s|d|n)\b)
      )++)
    | \.{2,} | -- | `+ | '' | \S)
    """,
    re.VERBOSE,
)
"""What stands before a token, the token as NLTK has it, and the token again if it may be two."""

_SPLIT = re.compile(
    r"(?P<clitic>(?:n['’ʼ]t|(?<=[^'’])['’ʼ](?:s|m|d|ll|re|ve)))\Z"
    r"|\A(?:can(?=not\Z)|gon(?=na\Z)|got(?=ta\Z)|gim(?=me\Z)|lem(?=me\Z)|wan(?=na\Z))",
    re.IGNORECASE,
)
"""Where a written word holds two: before "n't" and "'s", and in the middle of "cannot"."""

_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")


def _divide(article: Article) -> _Divided:
    """Sentence by sentence, since a token may depend on what its sentence ends with."""
    places = [place for _, part in article.prose for place in boundaries(part)]
    found = _Divided(places, [], [], [], [])
    for start, end in places:
        pieces = _pieces(article.text[start:end])
        edges = list(accumulate(map(len, pieces), initial=start))
        found.starts.extend(edges[1::2])
        found.ends.extend(edges[2::2])
        found.written.extend(pieces[1::2])
        found.stops.append(len(found.written))
    return found


# Only the end of a sentence tells a token in what lies behind the next space, so that all that
# stands between two spaces is divided alike wherever it comes again.

_CLOSING = "])}>\"'»”’"
"""The marks between the last point of a sentence and its end."""


def _pieces(sentence: str) -> list[str]:
    """What stands before each token, and the token."""
    chunks = sentence.split()
    if len(" ".join(chunks)) != len(sentence):
        return _cut_up(sentence)
    last = len(chunks) - 1
    while last and not chunks[last].strip(_CLOSING):
        last -= 1
    pieces = list(chain.from_iterable(map(_chunks.__getitem__, chunks[:last])))
    pieces += _ends[sentence[-len(" ".join(chunks[last:])) :]]
    pieces[0] = ""
    return pieces


def _cut_up(text: str) -> list[str]:
    """What stands before each token of a text, and the token; those apart that are two."""
    pieces: list[str] = []
    for before, token, wide in _TOKEN.findall(text):
        cut = _inner_cut(wide) if wide else 0
        pieces += (before, token[:cut], "", token[cut:]) if cut else (before, token)
    return pieces


def _spaced(chunk: str) -> tuple[str, ...]:
    """The pieces of what stands between two spaces, with the first of these."""
    return (" ", *_cut_up(f"{chunk} x")[1:-2])


_chunks = Kept(_spaced, most=50_000)
_ends = Kept(lambda end: (" ", *_cut_up(end)[1:]), most=50_000)


def _inner_cut(word: str) -> int:
    """How many characters of a written word are its first token, where it holds two; else 0."""
    split = _SPLIT.search(word)
    if split is None:
        return 0
    return split.start("clitic") if split["clitic"] else split.end()


def kind(found: str) -> str:
    """Whether a token is a word, a number or a mark.

    >>> kind("30"), kind("30th")
    ('number', 'word')
    """
    if found.isalpha() or _LETTER.search(found):
        return "word"
    return "number" if _DIGIT.search(found) else "punctuation"


_kinds = Kept(kind, most=50_000)

make_callable(__name__)
