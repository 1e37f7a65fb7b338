"""Whose words each stretch of the text is."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from newslib.article import Article, Span, check_article, records
from newslib.marks import find_marks
from newslib.quotes.finding import find_quotes
from newslib.quotes.records import Quote, Voice

__all__ = ["voices"]


def voices(article: Article, *, quotes: Iterable[Quote] | None = None) -> tuple[Voice, ...]:
    """The text, split without gap or overlap into the narrator's words and the speakers'.

    Where one attribution lies in another, the inner voice has its words. What stands in brackets
    between quotation marks is the newsroom's, so the narrator's. A speaker without a name is
    "unnamed". Give `quotes` to use corrected quotations in place of those newslib finds; a
    quotation that is not of this article raises ValueError.

    >>> from newslib import parse_article
    >>> article = parse_article('"Mr. (Paul) Marsh left," Helen Reed said.')
    >>> [(voice.span.text, voice.voice) for voice in voices(article)]
    [('"Mr. ', 'Helen Reed'), ('(Paul)', 'narrator'), (' Marsh left,"', 'Helen Reed'),
     (' Helen Reed said.', 'narrator')]
    """
    check_article(article)
    if quotes is None:
        return article.remember(voices, lambda one: _voices(one, find_quotes(one)))
    return _voices(article, _checked(article, quotes))


def _checked(article: Article, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """The quotations a researcher gave, if they are this article's."""
    given = tuple(quotes)
    for quote in given:
        span = quote.span
        if article.text[span.start : span.end] != span.text:
            raise ValueError(
                f"quotes has a quotation at {span.start}-{span.end} that reads {span.text[:40]!r}, "
                f"but article {article.id!r} has other words there; give quotations of this article"
            )
    return given


def _voices(article: Article, quotes: tuple[Quote, ...]) -> tuple[Voice, ...]:
    """Every stretch as a record; the narrator's, where they touch, become one."""
    starts: list[int] = []
    whose: list[Quote | None] = []
    spoken = [quote for quote in quotes if quote.span.end > quote.span.start]
    for start, quote in _innermost(spoken, len(article.text), _insertions(article)):
        if quote is not None or not whose or whose[-1] is not None:
            starts.append(start)
            whose.append(quote)
    ends = [*starts[1:], len(article.text)][: len(starts)]
    texts = [article.text[start:end] for start, end in zip(starts, ends, strict=True)]
    return tuple(
        records(
            Voice,
            records(Span, starts, ends, texts),
            ["narrator" if quote is None else quote.speaker or "unnamed" for quote in whose],
            ["narrator" if quote is None else quote.kind for quote in whose],
            [0 if quote is None else quote.level for quote in whose],
        )
    )


def _innermost(
    quotes: list[Quote], length: int, insertions: list[tuple[int, int]]
) -> Iterator[tuple[int, Quote | None]]:
    """Where every stretch between two boundaries begins, and the innermost quotation around it."""
    spans = [(quote.span.start, quote.span.end) for quote in quotes]
    waiting = sorted(range(len(quotes)), key=spans.__getitem__, reverse=True)
    brackets = sorted(insertions, reverse=True)
    around: list[tuple[int, int, int, int]] = []
    places = sorted({0, length, *chain.from_iterable(spans), *chain.from_iterable(insertions)})
    for start in places[:-1]:
        while waiting and spans[waiting[-1]][0] <= start:
            number = waiting.pop()
            first, last = spans[number]
            heapq.heappush(around, (-quotes[number].level, -first, last, number))
        while around and around[0][2] <= start:
            heapq.heappop(around)
        while brackets and brackets[-1][1] <= start:
            brackets.pop()
        inserted = bool(brackets) and brackets[-1][0] <= start
        yield start, quotes[around[0][3]] if around and not inserted else None


def _insertions(article: Article) -> list[tuple[int, int]]:
    """What stands in brackets, the brackets included, in the outermost quotation marks."""
    found: list[tuple[int, int]] = []
    for mark in find_marks(article):
        if mark.level == 0:
            found.extend(_brackets(article.text, mark.span.start, mark.span.end))
    return found


_BRACKET = re.compile(r"[()\[\]]")


def _brackets(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The outermost pairs of brackets from `start` to `end`."""
    opened: list[int] = []
    done: list[tuple[int, int]] = []
    for bracket in _BRACKET.finditer(text, start, end):
        if bracket[0] in "([":
            opened.append(bracket.start())
        elif opened:
            first = opened.pop()
            while done and done[-1][0] > first:
                done.pop()
            done.append((first, bracket.end()))
    yield from done
