"""Text divided into sentences and tokens, in columns, which cost a tenth of what records do."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from newslib.article import Article, Span, records
from newslib.kept import Kept
from newslib.tokens.boundaries import boundaries

__all__ = ["KINDS", "Divided", "divided", "kind"]


@dataclass(frozen=True, slots=True, eq=False)
class Divided:
    """The spans of an article's sentences, and all tokens in one row; only read.

    `stops` says how many tokens there are up to each sentence's end, `starts` and `ends` where
    each token stands, `written` what stands there; `kinds` has a letter for each, the first of its
    kind.
    """

    sentences: list[Span]
    stops: list[int]
    starts: Sequence[int]
    ends: Sequence[int]
    written: list[str]
    kinds: str

    def places(self) -> list[slice]:
        """Where the tokens of each sentence stand in the row."""
        return list(map(slice, [0, *self.stops], self.stops))

    def spans(self, numbers: Sequence[int]) -> list[Span]:
        """The spans of some tokens, by their numbers."""
        columns = self.starts, self.ends, self.written
        return records(Span, *[[column[i] for i in numbers] for column in columns])

    def span(self, text: str, first: int, end: int) -> Span:
        """The span of the article's text from token `first` up to token `end`."""
        start, stop = self.starts[first], self.ends[end - 1]
        return Span(start, stop, text[start:stop])


def divided(article: Article) -> Divided:
    """What `sentences(article)` and `tokens(article)` are made of, found once.

    >>> from newslib import parse_article
    >>> found = divided(parse_article("It wasn't so. Why?"))
    >>> found.written, found.stops
    (['It', 'was', "n't", 'so', '.', 'Why', '?'], [5, 7])
    """
    return article.remember(divided, _divide)


_AT_ONCE = 500
"""How many sentences are divided together: what their tokens are found as is let go of then."""


def _divide(article: Article) -> Divided:
    """Sentence by sentence, since a token may depend on what its sentence ends with."""
    places = [place for _, part in article.prose for place in boundaries(part)]
    begins, closes = [start for start, _ in places], [end for _, end in places]
    told = [article.text[start:end] for start, end in places]
    stops, edges = list[int](), array("q")
    written, kinds = list[str](), list[str]()
    for first in range(0, len(told), _AT_ONCE):
        some, row, own = slice(first, first + _AT_ONCE), list[str](), list[int]()
        for text in told[some]:
            row += _pieces(text)
            own.append(len(row) // 3)
        edges += _edges(row, own, begins[some], closes[some])
        stops += [len(written) + stop for stop in own]
        written += row[1::3]
        kinds.append("".join(row[2::3]))
    spans = records(Span, begins, closes, told)
    return Divided(spans, stops, edges[::2], edges[1::2], written, "".join(kinds))


def _edges(row: list[str], stops: list[int], begins: list[int], closes: list[int]) -> array[int]:
    """Where each token of some sentences starts and ends in the text, by turns."""
    sizes = [0] * (2 * len(row) // 3)
    sizes[::2], sizes[1::2] = map(len, row[::3]), map(len, row[1::3])
    for first, start, end in zip([0, *stops], begins, [0, *closes], strict=False):
        sizes[2 * first] += start - end
    return array("q", list(accumulate(sizes)))


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


# Only the end of a sentence tells a token in what lies behind the next space, so that all that
# stands between two spaces is divided alike wherever it comes again.

_CLOSING = "])}>\"'»”’"
"""The marks between the last point of a sentence and its end."""


def _pieces(sentence: str) -> list[str]:
    """What stands before each token, the token, and the letter of its kind."""
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
    """The same for any text: those tokens apart that are two."""
    pieces: list[str] = []
    for before, token, wide in _TOKEN.findall(text):
        cut = _inner_cut(wide) if wide else 0
        if cut:
            head, tail = token[:cut], token[cut:]
            pieces += before, head, _kinds[head], "", tail, _kinds[tail]
        else:
            pieces += before, token, _kinds[token]
    return pieces


def _spaced(chunk: str) -> tuple[str, ...]:
    """The pieces of what stands between two spaces, with the first of these."""
    return (" ", *_cut_up(f"{chunk} x")[1:-3])


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


KINDS = {name[0]: name for name in ("word", "number", "punctuation")}
"""The kinds by their letters."""

_kinds = Kept(lambda found: kind(found)[0], most=50_000)
