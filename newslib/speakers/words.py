"""The words of an article in plain lists, where each stands and how it is written."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, compress, count, pairwise, repeat
from operator import sub
from typing import Any

from newslib.article import Article, Span
from newslib.kept import Kept
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
    starts: Sequence[int]
    ends: Sequence[int]
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
        written = map(self.lower.__getitem__, self.unnamed)
        return list(compress(self.unnamed, map(asked.__contains__, written)))

    def name(self, first: int, last: int) -> tuple[str, ...]:
        """The words from `first` up to `last` as they are written."""
        return tuple(self.written[first:last])

    def inside(self, paragraph: int) -> range:
        """The numbers of the words of a paragraph."""
        first = bisect_left(self.paragraph, paragraph)
        return range(first, bisect_right(self.paragraph, paragraph))

    def at(self, place: int) -> int:
        """The number of the first word that ends behind a place in the text."""
        return bisect_right(self.ends, place)


def read_words(article: Article) -> Words:
    """The words of all prose of an article, found once."""
    return article.remember(read_words, _read_words)


def _read_words(article: Article) -> Words:
    prose = article.prose
    parts = [part for _, part in prose]
    edges, gaps, looks = _cut_up(_prose_alone(article.text, parts))
    apart = _apart(parts)
    if apart:
        edges = array("q", [edge - bisect_left(apart, edge) for edge in edges])
    starts, ends = edges[1:-1:2], edges[2::2]
    written, lower, upper, sorts, unnamed = looks
    cuts = [*[bisect_left(starts, part.start) for part in parts], len(starts)]
    sizes = list(map(sub, cuts[1:], cuts))
    for last in {behind - 1 for behind in cuts[1:] if behind}:
        following = starts[last + 1] if last + 1 < len(starts) else None
        gaps[last] = article.text[ends[last] : following] + ("\n" if apart else "")
    telling = _telling([sort == "headline" for sort, _ in prose], "".join(sorts), cuts)
    for number in [number for number, tells in enumerate(telling) if not tells]:
        upper[cuts[number] : cuts[number + 1]] = [False] * sizes[number]
    begins = _begins(gaps)
    for column in (gaps, written, lower):
        column.extend(BEYOND)
    outer = [quotation for quotation in find_marks(article) if quotation.level == 0]
    inside, ticks = _quotations(starts, begins, [(q.span.start, q.span.end) for q in outer])
    return Words(
        text=article.text,
        starts=starts,
        ends=ends,
        gaps=gaps,
        written=written,
        lower=lower,
        upper=upper,
        paragraph=list(chain.from_iterable(map(repeat, range(len(parts)), sizes))),
        telling=telling,
        sentence=_numbered(begins),
        clock=_numbered(ticks),
        begins=begins,
        quotation=inside,
        unnamed=list(compress(count(), unnamed)),
        groups=tuple([quotation.group for quotation in outer]),
    )


_AT_ONCE = 50_000
"""How many characters are cut up at once: what a word is found as is let go of with its stretch."""


def _cut_up(text: str) -> tuple[array[int], list[str], list[list[Any]]]:
    """Where words and gaps end by turns, what stands behind each word, and the words' looks."""
    edges, gaps = array("q", (0, 0)), list[str]()
    looks: list[list[Any]] = [[] for _ in range(_WIDTH)]
    for stretch in _stretches(text):
        pieces = word_pieces(stretch)
        edges += array("q", list(accumulate(map(len, pieces), initial=edges.pop()))[1:])
        for column, cells in zip(looks, _looks.columns(pieces[1::2], _WIDTH), strict=True):
            column.extend(cells)
        if gaps:
            gaps[-1] += pieces[0]
        gaps += pieces[2::2]
    return edges, gaps, looks


def _stretches(text: str) -> Iterator[str]:
    """A text in parts that end with a line each, since no word goes on behind one."""
    start = 0
    while len(text) - start > _AT_ONCE:
        most = start + _AT_ONCE
        end = text.rfind("\n", start, most) + 1 or text.find("\n", most) + 1 or len(text)
        yield text[start:end]
        start = end
    yield text[start:]


def _prose_alone(text: str, parts: list[Span]) -> str:
    """The text up to the end of its last part, with line ends for all that is no prose.

    A blank behind a part stays: it tells that the point before it may belong to an initial. Parts
    that touch, as in articles put together by hand, are set apart by a line end.
    """
    kept: list[str] = []
    done = 0
    for part in parts:
        between = text[done : part.start]
        blank = " " if between[:1] == " " else ""
        kept += (blank.ljust(max(len(between), bool(kept)), "\n"), part.text)
        done = part.end
    return "".join([*kept, " " if text[done : done + 1] == " " else ""])


def _apart(parts: list[Span]) -> list[int]:
    """Where `_prose_alone` puts a line end between parts that touch."""
    touching = [part.start for before, part in pairwise(parts) if before.end == part.start]
    return [start + number for number, start in enumerate(touching)]


def _numbered(begins: list[bool]) -> list[int]:
    """The number of each word's stretch, counted from 0, where it is known which words begin one.

    The first word does.
    """
    firsts = [*compress(count(), begins), len(begins)]
    sizes = map(sub, firsts[1:], firsts)
    return list(chain.from_iterable(map(repeat, count(), sizes)))


def _begins(gaps: list[str]) -> list[bool]:
    """Whether each word opens a sentence: the first does, and what follows an end."""
    ending = {gap for gap in set(gaps) if _ENDS.search(gap)}
    return [True, *map(ending.__contains__, gaps)][: len(gaps)]


_Look = tuple[str, str, bool, str, bool]
_WIDTH = 5


def _look(word: str) -> _Look:
    """How a word is written: all that is asked of it whatever stands beside it.

    The word itself, so that one stands for all like it; in lower case with straight apostrophes;
    whether it has a capital; "x" for a word of content, "X" for one with a capital and "S" for one
    in capitals ("s" where its first letter has no case), else a blank; and whether it may mean
    somebody without a name.
    """
    lists, small = load_lists(), word.lower()
    lower, capital = small.replace("’", "'"), word[0].isupper()
    content = word[0].isalpha() and small not in lists.function
    sort = (("s", "S") if word.isupper() else ("x", "X"))[capital] if content else " "
    return word, lower, capital, sort, lower in lists.unnamed


_looks = Kept(_look, most=50_000)


def _telling(headlines: list[bool], sorts: str, cuts: list[int]) -> list[bool]:
    """Whether the capitals of each part tell names; it has the words from one of `cuts` on."""
    return [
        _tells(sorts[first:behind], headline=headline)
        for headline, first, behind in zip(headlines, cuts, cuts[1:], strict=False)
    ]


def _tells(sorts: str, *, headline: bool) -> bool:
    """Whether capitals set names apart: not where all words of content have one, or none.

    Of two or three words all may be names, though hardly in a headline: "Talks Stall in Lund".
    """
    content = len(sorts) - sorts.count(" ")
    capitals = sorts.count("X") + sorts.count("S")
    if content < 4:
        return bool(capitals) and not (headline and 1 < content == capitals)
    shouted = sorts.count("S") + sorts.count("s")
    return 0 < capitals <= 0.9 * content and shouted * 2 < content


def _quotations(
    starts: Sequence[int], begins: list[bool], outer: list[tuple[int, int]]
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
