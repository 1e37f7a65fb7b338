"""The words of an article in plain lists, where each stands and how it is written."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate

from newslib.article import Article
from newslib.marks import find_marks
from newslib.speakers.lists import load_lists, word_places

__all__ = ["Words", "read_words"]

_ENDS = re.compile(r"[.!?…\n\r]")
"""What ends a sentence in the gap between two words."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article's prose: places, lower-case forms, sentence numbers, quotations.

    `paragraph[i]` and `sentence[i]` count from 0; `clock[i]` counts sentences too, but a
    quotation only once. `begins[i]` says whether a word opens a sentence, `upper[i]` whether it
    has a capital that tells something; `quotation[i]` is the number of the outermost quotation
    around it, or -1, and `groups` gives what continues what. `telling[p]` says whether capitals
    tell names in paragraph `p`: not in a text without capitals, nor in a headline that has them
    everywhere. The lists are built once and only read.
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
    groups: tuple[int, ...]

    def gap(self, index: int) -> str:
        """What stands between a word and the next; the empty string outside the text."""
        return self.gaps[index] if 0 <= index < len(self.gaps) else ""

    def word(self, index: int) -> str:
        """The word as it is written; the empty string outside the text."""
        return self.written[index] if 0 <= index < len(self.written) else ""

    def low(self, index: int) -> str:
        """The word in lower case; the empty string outside the text."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

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
    """Part by part, since capitals may tell names in one and not in the next."""
    text = article.text
    places: list[tuple[int, int]] = []
    written: list[str] = []
    upper: list[bool] = []
    paragraph: list[int] = []
    telling: list[bool] = []
    for number, (sort, part) in enumerate(article.prose):
        found = word_places(text, part.start, part.end)
        here = [text[start:end] for start, end in found]
        tells = _telling(here, headline=sort == "headline")
        places += found
        written += here
        upper += [word[0].isupper() for word in here] if tells else [False] * len(here)
        paragraph += [number] * len(here)
        telling.append(tells)
    starts, ends = [start for start, _ in places], [end for _, end in places]
    gaps = [text[end:start] for end, start in zip(ends, [*starts[1:], len(text)], strict=False)]
    begins = [True, *[gap != " " and _ENDS.search(gap) is not None for gap in gaps]][: len(places)]
    outer = [quotation for quotation in find_marks(article) if quotation.level == 0]
    inside = _quotations(starts, [(q.span.start, q.span.end) for q in outer])
    return Words(
        text=text,
        starts=starts,
        ends=ends,
        gaps=gaps,
        written=written,
        lower=[word.lower().replace("’", "'") for word in written],
        upper=upper,
        paragraph=paragraph,
        telling=telling,
        sentence=list(accumulate(begins, initial=-1))[1:],
        clock=_clock(begins, inside),
        begins=begins,
        quotation=inside,
        groups=tuple(quotation.group for quotation in outer),
    )


def _clock(begins: list[bool], inside: list[int]) -> list[int]:
    """The number of each word's sentence, where all those of one quotation count as one."""
    before = [-1, *inside]
    ticks = [
        opens and not (now >= 0 and now == last)
        for opens, now, last in zip(begins, inside, before, strict=False)
    ]
    return list(accumulate(ticks, initial=-1))[1:]


def _telling(words: list[str], *, headline: bool) -> bool:
    """Whether capitals set names apart here: not where all words of content have one, or none.

    Of two or three words all may be names, though hardly in a headline: "Talks Stall in Lund".
    """
    function = load_lists().function
    content = [word for word in words if word[0].isalpha() and word.lower() not in function]
    capital = [word for word in content if word[0].isupper()]
    if len(content) < 4:
        return bool(capital) and not (headline and 1 < len(content) == len(capital))
    capitals, shouted = len(capital), sum(map(str.isupper, content))
    return 0 < capitals <= 0.9 * len(content) and shouted * 2 < len(content)


def _quotations(starts: list[int], outer: list[tuple[int, int]]) -> list[int]:
    """The number of the quotation around each word, or -1."""
    found = [-1] * len(starts)
    for number, (start, end) in enumerate(outer):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        found[first:last] = [number] * (last - first)
    return found
