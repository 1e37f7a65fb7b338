"""The words of an article in plain lists, where each stands and how it is written."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container
from dataclasses import dataclass
from itertools import accumulate, chain, compress, count, repeat
from operator import itemgetter
from typing import NamedTuple

from newslib.article import Article, Span
from newslib.marks import find_marks
from newslib.speakers.lists import load_lists, word_pieces

__all__ = ["Words", "read_words"]

_ENDS = re.compile(r"[.!?…\n\r]")
"""What ends a sentence in the gap between two words."""


BEYOND = [""] * 8
"""What stands in the lists of words and gaps behind the last one, and so before the first: a rule
looks a few words ahead or back, and asks for none it has to be told is not there."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article's prose: places, lower-case forms, sentence numbers, quotations.

    `paragraph[i]` and `sentence[i]` count from 0; `clock[i]` counts sentences too, but a
    quotation only once. `begins[i]` says whether a word opens a sentence, `upper[i]` whether it
    has a capital that tells something; `quotation[i]` is the number of the outermost quotation
    around it, or -1, and `groups` gives what continues what. `unnamed` has the places of the words
    that may mean somebody without a name. `telling[p]` says whether capitals
    tell names in paragraph `p`: not in a text without capitals, nor in a headline that has them
    everywhere. `gaps[i]` stands between a word and the next. `gaps`, `written` and `lower` end with
    `BEYOND`, so that the places just outside the text hold an empty string; the others do not.
    The lists are built once and only read.
    """

    text: str
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    written: list[str]
    lower: list[str]
    upper: list[bool]
    paragraph: list[int]
    telling: list[bool]
    sentence: list[int]
    clock: list[int]
    begins: list[bool]
    quotation: list[int]
    unnamed: list[int]
    groups: tuple[int, ...]

    def where(self, asked: Container[str]) -> list[int]:
        """The places of the words that are in a part of the list of words `unnamed`."""
        return [index for index in self.unnamed if self.lower[index] in asked]

    def name(self, first: int, last: int) -> tuple[str, ...]:
        """The words from `first` up to `last` as they are written."""
        return tuple(self.written[first:last])

    def at(self, place: int) -> int:
        """The number of the first word that ends behind a place in the text."""
        return bisect_right(self.ends, place)


def read_words(article: Article) -> Words:
    """The words of all prose of an article, found once."""
    return article.remember(read_words, _read_words)


def _read_words(article: Article) -> Words:
    parts = [_read_part(article.text, *one) for one in article.prose]
    starts = list(chain.from_iterable([part.starts for part in parts]))
    ends = list(chain.from_iterable([part.ends for part in parts]))
    gaps = list(chain.from_iterable([part.gaps for part in parts]))
    written = list(chain.from_iterable([part.written for part in parts]))
    lower = list(chain.from_iterable([part.lower for part in parts]))
    sizes = [len(part.starts) for part in parts]
    for last in {behind - 1 for behind in accumulate(sizes) if behind}:
        following = starts[last + 1] if last + 1 < len(starts) else None
        gaps[last] = article.text[ends[last] : following]
    begins = _begins(gaps)
    outer = [quotation for quotation in find_marks(article) if quotation.level == 0]
    inside, ticks = _quotations(starts, begins, [(q.span.start, q.span.end) for q in outer])
    return Words(
        text=article.text,
        starts=starts,
        ends=ends,
        gaps=gaps + BEYOND,
        written=written + BEYOND,
        lower=lower + BEYOND,
        upper=list(chain.from_iterable([part.upper for part in parts])),
        paragraph=list(chain.from_iterable(map(repeat, range(len(parts)), sizes))),
        telling=[part.telling for part in parts],
        sentence=list(accumulate(begins, initial=-1))[1:],
        clock=list(accumulate(ticks, initial=-1))[1:],
        begins=begins,
        quotation=inside,
        unnamed=list(compress(count(), map(load_lists().unnamed.__contains__, lower))),
        groups=tuple(quotation.group for quotation in outer),
    )


class _Part(NamedTuple):
    """The words of one part of an article, as `Words` has those of all of it."""

    starts: list[int]
    ends: list[int]
    gaps: list[str]
    written: list[str]
    lower: list[str]
    upper: list[bool]
    telling: bool


def _read_part(text: str, sort: str, part: Span) -> _Part:
    """The words of a part, since capitals may tell names in one and not in the next."""
    pieces = word_pieces(text, part.start, part.end)
    edges = list(accumulate(map(len, pieces), initial=part.start))
    written = pieces[1::2]
    small = "\n".join(written).lower()  # no word holds a line end
    telling = _telling(written, small.split("\n"), headline=sort == "headline")
    lower = small.replace("’", "'").split("\n") if written else []
    upper = _capitals(written) if telling else [False] * len(written)
    return _Part(edges[1:-1:2], edges[2::2], pieces[2::2], written, lower, upper, telling)


_first_of = itemgetter(0)


def _capitals(words: list[str]) -> list[bool]:
    """Whether each word begins with a capital."""
    return list(map(str.isupper, map(_first_of, words)))


def _begins(gaps: list[str]) -> list[bool]:
    """Whether each word opens a sentence: the first does, and what follows an end."""
    ending = {gap for gap in set(gaps) if _ENDS.search(gap)}
    return [True, *[gap in ending for gap in gaps]][: len(gaps)]


def _telling(words: list[str], lower: list[str], *, headline: bool) -> bool:
    """Whether capitals set names apart here: not where all words of content have one, or none.

    Of two or three words all may be names, though hardly in a headline: "Talks Stall in Lund".
    """
    function = load_lists().function
    both = zip(words, lower, strict=False)
    content = [word for word, small in both if small not in function and word[0].isalpha()]
    capitals = sum(_capitals(content))
    if len(content) < 4:
        return bool(capitals) and not (headline and 1 < len(content) == capitals)
    shouted = sum(map(str.isupper, content))
    return 0 < capitals <= 0.9 * len(content) and shouted * 2 < len(content)


def _quotations(
    starts: list[int], begins: list[bool], outer: list[tuple[int, int]]
) -> tuple[list[int], list[bool]]:
    """The number of the quotation around each word, or -1; and where the clock goes on.

    It does where a sentence begins, but all those of one quotation count as one.
    """
    found, ticks = [-1] * len(starts), begins.copy()
    for number, (start, end) in enumerate(outer):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        found[first:last] = [number] * (last - first)
        ticks[first + 1 : last] = [False] * max(last - first - 1, 0)
    return found, ticks
