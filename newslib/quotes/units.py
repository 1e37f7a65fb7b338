"""The units that rules and models read: words, and each quotation as one unit."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise, repeat
from operator import attrgetter, itemgetter, sub
from typing import NamedTuple

from newslib.article import Article
from newslib.lexicons import category_words, packaged, read_rows
from newslib.marks import Quotation, find_marks
from newslib.tagging import folded_tokens, shapes, tags
from newslib.tokens import divided

__all__ = [
    "BARE",
    "BREAKS",
    "COARSE",
    "MARKS",
    "VERBS",
    "Segment",
    "Unit",
    "inner_segments",
    "quotations_in",
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


def quotations_in(segment: Segment) -> list[Unit]:
    """The units of a segment that are quotations."""
    return list(filter(_quotation_of, segment))


_quotation_of = itemgetter(Unit._fields.index("quotation"))


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


_mark_start = attrgetter("span.start")


@dataclass(frozen=True, slots=True)
class _Words:
    """Every token as a unit, where each starts, and which of them open a sentence."""

    units: Segment
    starts: list[int]
    opening: list[int]


def segments(article: Article) -> tuple[Segment, ...]:
    """The article's segments in text order, with its outermost quotations as units."""
    return article.remember(segments, _find_segments)


def inner_segments(article: Article, start: int, end: int) -> tuple[Segment, ...]:
    """Segments of the words from `start` to `end` alone, with the quotations inside them whole."""
    words = _words(article)
    marks = find_marks(article)
    within = marks[
        bisect_left(marks, start, key=_mark_start) : bisect_left(marks, end, key=_mark_start)
    ]
    inside = [mark for mark in within if mark.span.end <= end]
    first, last = bisect_left(words.starts, start), bisect_left(words.starts, end)
    return tuple(_segments(words, first, last, inside))


def _find_segments(article: Article) -> tuple[Segment, ...]:
    words = _words(article)
    return tuple(_segments(words, 0, len(words.units), find_marks(article)))


def _words(article: Article) -> _Words:
    return article.remember(_words, _find_words)


def _find_words(article: Article) -> _Words:
    """The tokens column by column, which takes a third of the time of one after the other."""
    paragraphs = [span.end for _, span in article.prose]
    found, words = divided(article), folded_tokens(article)
    opening = [0, *found.stops]
    sizes = list(map(sub, found.stops, opening))
    homes = [bisect_left(paragraphs, sentence.end) for sentence in found.sentences]
    rows = zip(
        found.starts,
        found.ends,
        words,
        _tags(words, tags(article)),
        shapes(article),
        map(_reports().get, words, repeat("")),
        chain.from_iterable(map(repeat, range(len(sizes)), sizes)),
        chain.from_iterable(map(repeat, homes, sizes)),
        repeat(None),
        strict=False,
    )
    units = tuple(map(tuple.__new__, repeat(Unit), rows))
    return _Words(units, found.starts, opening)


@lru_cache(maxsize=1)
def _reports() -> dict[str, str]:
    """What each form of a reporting word reports."""
    return {form: category for form, (category, _) in reporting().items()}


def _tags(words: tuple[str, ...], found: tuple[str, ...]) -> Sequence[str]:
    """The tags, of which that of "'s" is mended: the tagger does not know the curly apostrophe."""
    known, place = list(found), -1
    for _ in range(words.count("'s")):
        place = words.index("'s", place + 1)
        known[place] = "VBZ" if found[place] == "VBZ" else "POS"
    return known


_LONGEST = 200
"""A sentence of more units is cut, so that time stays linear whatever the text."""


def _segments(
    words: _Words, first: int, last: int, marks: Sequence[Quotation]
) -> Iterator[Segment]:
    """Some words grouped by sentence, where no quotation is open; a quotation becomes one unit."""
    opening, quoted = words.opening, list(_quoted(words.starts, first, marks))
    open_at = {
        place
        for start, end, _ in quoted
        for place in opening[bisect_right(opening, start) : bisect_left(opening, end)]
    }
    within = opening[bisect_right(opening, first) : bisect_left(opening, last)]
    edges = [first, *(place for place in within if place not in open_at), last]
    quoted.reverse()
    for start, end in pairwise(edges):
        units = words.units[start:end]
        if quoted and quoted[-1][0] < end:
            units = _with_quotations(words.units, start, end, quoted)
        for place in range(0, len(units), _LONGEST):
            yield units[place : place + _LONGEST]


def _quoted(
    starts: list[int], position: int, marks: Sequence[Quotation]
) -> Iterator[tuple[int, int, Quotation]]:
    """The words in each quotation that lies in no other: the first, and the one behind the last."""
    for mark in marks:
        first = bisect_left(starts, mark.span.start, lo=position)
        position = bisect_left(starts, mark.span.end, lo=first)
        if position > first:
            yield first, position, mark


def _with_quotations(
    units: Segment, start: int, end: int, waiting: list[tuple[int, int, Quotation]]
) -> Segment:
    """Some units with their quotations as one each; these no longer wait then."""
    found: list[Unit] = []
    while waiting and waiting[-1][0] < end:
        first, last, mark = waiting.pop()
        found += units[start:first]
        found.append(_quotation_unit(mark, units[first:last]))
        start = last
    return (*found, *units[start:end])


_SIZES = (1, 2, 3, 4, 4, 8, 8, 8, 8, 8, 8, 12)
"""The size that stands for each number of words, so that weights are learnt for few of them."""


_shape_of = itemgetter(Unit._fields.index("shape"))


def _quotation_unit(mark: Quotation, words: Sequence[Unit]) -> Unit:
    """A quotation as a unit; its word is its size and the mark with which it ends."""
    shapes = list(map(_shape_of, words))
    ending = mark.span.text.rstrip("\"'”’`»").rstrip()[-1:]
    size = _SIZES[min(max(len(shapes) - shapes.count("."), 1), len(_SIZES)) - 1]
    word = f"Q{size}{ending if ending and ending in ',.?!' else '-'}"
    shape = next(filter(".".__ne__, shapes), ".")
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

BARE = MARKS | {"according", "per"}
"""What may be a cue without being a verb or a form of a reporting word."""

VERBS = frozenset(
    ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "VBD|RB", "VBG|NN", "VBN|JJ", "VBP|IN", "VBP|PP")
)
"""The tags of verbs; the tagger's word list leaves some open between a verb and something else."""
