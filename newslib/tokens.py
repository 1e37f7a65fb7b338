"""Sentences and words, each with its exact place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from newslib.article import Article, Span, check_article
from newslib.callable_module import make_callable
from newslib.lexicons import packaged, read_rows

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

__all__ = ["Sentence", "Token", "n_words", "sentences", "tokens"]


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
    return tuple(token for sentence in sentences(article) for token in sentence.tokens)


def n_words(items: tuple[Token, ...]) -> int:
    """How many tokens hold a letter or a digit: newslib's count of words everywhere.

    >>> from newslib import parse_article
    >>> n_words(tokens(parse_article("About 30, he said.")))
    4
    """
    return sum(token.kind != "punctuation" for token in items)


def _find_sentences(article: Article) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(article.span(start, end), tuple(_find_tokens(article.text, start, end)))
        for _, part in article.prose
        for start, end in _boundaries(part)
    )


def _boundaries(part: Span) -> list[tuple[int, int]]:
    """Where the sentences of one paragraph start and end, in the article's text."""
    text = part.text
    joined: list[tuple[int, int]] = []
    cased = text != text.lower()
    for start, end in _punkt_spans(text):
        if joined and _continues(text, joined[-1], start, cased=cased):
            joined[-1] = (joined[-1][0], end)
        elif text[start:end].strip():
            joined.append((start, end))
    return [(part.start + start, part.start + end) for start, end in joined]


_WINDOW = 20_000
"""How many characters NLTK is given at once: it gives up on what takes it five seconds."""


def _punkt_spans(text: str) -> Iterator[tuple[int, int]]:
    """Punkt's sentences, window by window; one that reaches a window's end is read anew."""
    place = 0
    while place < len(text):
        window = text[place : place + _WINDOW]
        spans = [(place + s, place + e) for s, e in _sentence_tokenizer().span_tokenize(window)]
        last_window = place + _WINDOW >= len(text)
        whole = spans if last_window or len(spans) < 2 else spans[:-1]
        yield from (_trimmed(text, start, end) for start, end in whole)
        place = len(text) if last_window else max(_restart(spans), place + 1)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the space at its edges, which a window's edge may have left."""
    stretch = text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    return start, max(start, end - len(stretch) + len(stretch.rstrip()))


def _restart(spans: list[tuple[int, int]]) -> int:
    """Where the next window begins: at the last sentence, or behind a lone one."""
    return spans[-1][0] if len(spans) > 1 else spans[0][1] if spans else 0


_FIRST_LETTER = re.compile(r"[\W_]{0,8}([^\W_])")


_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")


def _continues(text: str, before: tuple[int, int], start: int, *, cased: bool) -> bool:
    """Whether what Punkt takes for a new sentence goes on with the one before it."""
    first = _FIRST_LETTER.match(text, start)
    if first is None:
        return True
    last = (
        text[max(before[0], before[1] - 12) : before[1]].rpartition(" ")[2].lstrip("(\"“‘'").lower()
    )
    if first[1].isdigit() and last in _abbreviations("number"):
        return True
    if _INITIALS.fullmatch(last) and last not in _abbreviations():
        return first[1].isupper()
    return last in _abbreviations("title") or (cased and first[1].islower())


@lru_cache(maxsize=8)
def _abbreviations(*categories: str) -> frozenset[str]:
    """The abbreviations of some categories, or of all, in lower case."""
    rows = read_rows(packaged("abbreviations"), name="abbreviations.tsv")
    return frozenset(
        r["entry"].lower() for r in rows if not categories or r["category"] in categories
    )


_TOKEN = re.compile(
    r"""
    ( (?! [cglwCGLW] (?i:annot|onna|otta|imme|emme|anna)\b ) [^\W\d_]++ (?=[\s;?!)"”]|,\s) )
    | ((?:
        \w++ (?:['’ʼ](?=\w))?
        | (?! \.\. | -- | \.(?=[\])}>"'»” ’]*\Z) )
          [^\s\w«“‘„»”"`’;:,@#$%&\u2012-\u2015?!*()\[\]{}<>'…]
        | [:,](?=\d)
        | ['’](?=(?i:re|ve|ll|m|t|s|d|n)\b)
      )++)
    | \.{2,} | -- | `+ | '' | \S
    """,
    re.VERBOSE,
)
"""NLTK's division of a sentence, in one pass: marks alone, words with what they hold inside."""

_PLAIN, _WRITTEN = 1, 2
"""The groups of that pattern: a word of plain letters, and any other."""

_SPLIT = re.compile(
    r"(?P<clitic>(?:n['’ʼ]t|(?<=[^'’])['’ʼ](?:s|m|d|ll|re|ve)))\Z"
    r"|\A(?:can(?=not\Z)|gon(?=na\Z)|got(?=ta\Z)|gim(?=me\Z)|lem(?=me\Z)|wan(?=na\Z))",
    re.IGNORECASE,
)
"""Where a written word holds two: before "n't" and "'s", and in the middle of "cannot"."""

_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")


def _find_tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of one sentence. Most words are plain letters, so those take the short way."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        group = match.lastindex
        if group == _PLAIN:
            found.append(Token(Span(first, last, match[0]), "word"))
            continue
        cut = _inner_cut(match[0]) if group == _WRITTEN else 0
        if cut:
            found.append(_token(text, first, first + cut))
        found.append(_token(text, first + cut, last))
    return found


@lru_cache(maxsize=20_000)
def _inner_cut(word: str) -> int:
    """How many characters of a written word are its first token, where it holds two; else 0."""
    split = _SPLIT.search(word)
    if split is None:
        return 0
    return split.start("clitic") if split["clitic"] else split.end()


def _token(text: str, start: int, end: int) -> Token:
    """The token at a place, with its kind."""
    found = text[start:end]
    return Token(Span(start, end, found), _kind(found))


@lru_cache(maxsize=20_000)
def _kind(found: str) -> str:
    """Whether a token is a word, a number or a mark."""
    if found.isalpha() or _LETTER.search(found):
        return "word"
    return "number" if _DIGIT.search(found) else "punctuation"


class _Contexts(dict[str, int]):
    """What Punkt knows of words; unlike its own dict, this one keeps none it is asked for."""

    def __missing__(self, key: str) -> int:
        return 0


@lru_cache(maxsize=1)
def _sentence_tokenizer() -> PunktSentenceTokenizer:
    """Punkt with newslib's abbreviations, and words that start sentences but are no names."""
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    often_lower_case = 1 << 4
    parameters = PunktParameters()
    known = _abbreviations() - _abbreviations("number")
    parameters.abbrev_types = {entry.rstrip(".") for entry in known}
    rows = read_rows(packaged("function_words"), name="function_words.tsv")
    starters = [row["entry"] for row in rows if row["category"] != "auxiliary"]
    parameters.ortho_context = _Contexts(dict.fromkeys(starters, often_lower_case))
    return PunktSentenceTokenizer(parameters)


make_callable(__name__)
