"""The units that rules and models read: words, and each quotation as one unit."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from newslib.article import Article
from newslib.lexicon import folded
from newslib.lexicons import category_words, packaged, read_rows
from newslib.marks import Quotation, find_marks
from newslib.tagging import tags
from newslib.tokens import sentences

__all__ = [
    "BREAKS",
    "COARSE",
    "MARKS",
    "Segment",
    "Unit",
    "candidates",
    "inner_segments",
    "reporting",
    "segments",
    "small_words",
]


class Unit(NamedTuple):
    """A word or mark with its tag, or a whole quotation, whose tag is "Q".

    `word` is in lower case with straight apostrophes. `report` is "speech" or "other" for a form
    of a reporting word, else "". `sentence` and `paragraph` number the place of its beginning.
    """

    start: int
    end: int
    word: str
    tag: str
    shape: str
    report: str
    sentence: int
    paragraph: int
    quotation: Quotation | None = None

    @property
    def place(self) -> tuple[int, int]:
        """Start and end in the text."""
        return self.start, self.end

    @property
    def makes_statement(self) -> bool:
        """Whether it is a verb or a quotation: words without either only name a topic."""
        return self.tag[:2] in ("VB", "MD", "Q")


Segment = tuple[Unit, ...]
"""A sentence as units; since quotations are whole, it may hold several printed sentences."""


@lru_cache(maxsize=1)
def reporting() -> dict[str, tuple[str, str]]:
    """Every form of every reporting word: its category (speech, other) and its first form."""
    found: dict[str, tuple[str, str]] = {}
    for row in read_rows(packaged("reporting"), name="reporting.tsv"):
        for form in (row["entry"], *filter(None, row["forms"].split("|"))):
            if form not in found or found[form][0] == "other":
                found[form] = (row["category"], row["entry"])
    return found


def small_words(category: str) -> frozenset[str]:
    """The small words of a category of `cue_words.tsv`."""
    return category_words("cue_words", category)


_start, _sentence = attrgetter("start"), attrgetter("sentence")
_mark_start = attrgetter("span.start")


def segments(article: Article) -> tuple[Segment, ...]:
    """The article's segments in text order, with its outermost quotations as units."""
    return article.remember(segments, _find_segments)


def inner_segments(article: Article, start: int, end: int) -> tuple[Segment, ...]:
    """Segments of the words from `start` to `end` alone, with the quotations inside them whole."""
    words = _words(article)
    first = bisect_left(words, start, key=_start)
    last = bisect_left(words, end, key=_start)
    marks = find_marks(article)
    within = marks[
        bisect_left(marks, start, key=_mark_start) : bisect_left(marks, end, key=_mark_start)
    ]
    inside = [mark for mark in within if start <= mark.span.start and mark.span.end <= end]
    return tuple(_segments(words[first:last], inside))


def _find_segments(article: Article) -> tuple[Segment, ...]:
    return tuple(_segments(_words(article), find_marks(article)))


def _words(article: Article) -> tuple[Unit, ...]:
    return article.remember(_words, _find_words)


def _find_words(article: Article) -> tuple[Unit, ...]:
    """Every token as a unit."""
    paragraphs = [span.end for _, span in article.prose]
    units: list[Unit] = []
    tagged = iter(tags(article))
    for number, sentence in enumerate(sentences(article)):
        paragraph = bisect_left(paragraphs, sentence.span.end)
        for token, tag in zip(sentence.tokens, tagged, strict=False):
            span = token.span
            word, shape, report = _look(span.text, token.kind)
            sort = tag if word != "'s" else _possessive(tag)
            row = (span.start, span.end, word, sort, shape, report, number, paragraph, None)
            units.append(tuple.__new__(Unit, row))  # a third of the time that Unit(...) takes
    return tuple(units)


@lru_cache(maxsize=20_000)
def _look(text: str, kind: str) -> tuple[str, str, str]:
    """A token in lower case, its shape, and what a reporting word reports."""
    word = text.lower() if text.isascii() else folded(text)
    return word, _shape(text, kind), reporting().get(word, ("", ""))[0]


def _possessive(tag: str) -> str:
    """The tag of "'s": the tagger does not know the curly apostrophe."""
    return tag if tag == "VBZ" else "POS"


def _shape(text: str, kind: str) -> str:
    """A number (9), a mark (.), a word in lower case (x), capitalised (X) or in capitals (XX)."""
    if kind != "word":
        return "9" if kind == "number" else "."
    if not text[0].isupper():
        return "x"
    return "XX" if len(text) > 1 and text.isupper() else "X"


_LONGEST = 200
"""A sentence of more units is cut, so that time stays linear whatever the text."""


def _segments(words: Sequence[Unit], marks: Sequence[Quotation]) -> Iterator[Segment]:
    """Words grouped by sentence, where no quotation is open; a quotation becomes one unit."""
    units: list[Unit] = []
    sentence = words[0].sentence if words else 0
    for piece, mark in _pieces(words, marks):
        if units and piece[0].sentence != sentence:
            yield tuple(units)
            units = []
        units.extend(piece if mark is None else [_quotation_unit(mark, piece)])
        cut = (len(units) - 1) // _LONGEST * _LONGEST
        for place in range(0, cut, _LONGEST):
            yield tuple(units[place : place + _LONGEST])
        del units[:cut]
        sentence = piece[-1].sentence
    if units:
        yield tuple(units)


def _pieces(
    words: Sequence[Unit], marks: Sequence[Quotation]
) -> Iterator[tuple[Sequence[Unit], Quotation | None]]:
    """The words in each quotation, and those of one sentence outside them."""
    position = 0
    for mark in marks:
        first = bisect_left(words, mark.span.start, lo=position, key=_start)
        last = bisect_left(words, mark.span.end, lo=first, key=_start)
        yield from _by_sentence(words[position:first])
        if last > first:
            yield words[first:last], mark
        position = last
    yield from _by_sentence(words[position:])


def _by_sentence(words: Sequence[Unit]) -> Iterator[tuple[Sequence[Unit], None]]:
    """Words outside quotations, sentence by sentence."""
    for _, group in groupby(words, key=_sentence):
        yield tuple(group), None


_SIZES = (1, 2, 3, 4, 4, 8, 8, 8, 8, 8, 8, 12)
"""The size that stands for each number of words, so that weights are learnt for few of them."""


def _quotation_unit(mark: Quotation, words: Sequence[Unit]) -> Unit:
    """A quotation as a unit; its word is its size and the mark with which it ends."""
    inner = [word for word in words if word.shape != "."]
    ending = mark.span.text.rstrip("\"'”’`»").rstrip()[-1:]
    size = _SIZES[min(max(len(inner), 1), len(_SIZES)) - 1]
    word = f"Q{size}{ending if ending and ending in ',.?!' else '-'}"
    shape = inner[0].shape if inner else "."
    span = mark.span
    first = words[0]
    return Unit(span.start, span.end, word, "Q", shape, "", first.sentence, first.paragraph, mark)


COARSE = {
    "NN": "n", "NNS": "n", "NNP": "N", "NNPS": "N", "PRP": "p", "PRP$": "d", "DT": "d",
    "IN": "i", "TO": "t", "VB": "v", "VBD": "v", "VBP": "v", "VBZ": "v", "VBN": "v", "VBG": "g",
    "MD": "v", "JJ": "a", "JJR": "a", "JJS": "a", "CD": "a", "RB": "r", "WP": "w", "WDT": "w",
    "WRB": "w", "CC": "c", "POS": "s", "Q": "Q", ",": ",", ".": ".", ":": ":",
}  # fmt: skip
"""Tags in a letter each, for what lies between a word and a cue."""

BREAKS = frozenset((",", ";", "—", "–", "("))
"""The marks that are counted between a word and a cue."""

MARKS = frozenset((":", "—", "–", "―"))
"""The marks that may be a cue, with nothing about them that belongs to it."""

_BARE = MARKS | {"according", "per"}
"""What may be a cue without being a verb or a form of a reporting word."""


def candidates(segment: Segment) -> list[int]:
    """Where a cue may stand: verbs but auxiliaries, forms of reporting words, colons, dashes."""
    helpers = small_words("auxiliary")
    return [
        place
        for place, unit in enumerate(segment)
        if unit.report or (unit.tag[:2] == "VB" and unit.word not in helpers) or unit.word in _BARE
    ]
