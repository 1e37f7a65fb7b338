"""The words around two parties, with the verb patterns found among them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from newslib.acts.roots import verbs
from newslib.article import Article, Span
from newslib.patterns import Line, Match, lines
from newslib.tokens import Divided, divided

__all__ = ["Found", "Place", "View", "every_verb", "longest", "view_between", "view_in"]

_WINDOW = 60
"""How many words around two parties say what the one does to the other."""

Place = tuple[int, int]
"""The first word of a party, and the one behind its last."""


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A verb pattern found: words `first` up to `end` cue the root; `size` counts its places."""

    first: int
    end: int
    root: str
    entry: str
    size: int


@dataclass(frozen=True, slots=True)
class View:
    """The sentences that hold actor and target, as one row of words; places are word numbers.

    `begins` is the number of the first word in the article.
    """

    begins: int
    words: tuple[str, ...]
    tags: tuple[str, ...]
    actor: Place
    target: Place
    found: tuple[Found, ...]


def every_verb(article: Article) -> list[tuple[Line, list[Found]]]:
    """Each sentence that has verb patterns, with all of them, overlapping ones too."""
    return article.remember(every_verb, _find_verbs)


def _find_verbs(article: Article) -> list[tuple[Line, list[Found]]]:
    found = zip(lines(article), verbs().patterns.find(article), strict=True)
    return [(line, [*map(_found, here)]) for line, here in found if here]


def _found(numbered: tuple[int, Match]) -> Found:
    """The record of a pattern found, from its number and its match."""
    number, match = numbered
    known = verbs()
    size = known.sizes[number]
    return Found(match.first, match.end, known.roots[number], known.entries[number], size)


def longest(every: list[Found]) -> tuple[Found, ...]:
    """The longest of the patterns that overlap, with all that stand at the same place."""
    if all(one.end <= other.first for one, other in pairwise(every)):
        return tuple(every)
    kept: list[Found] = []
    owner: dict[int, Place] = {}
    for found in sorted(every, key=lambda one: (one.first - one.end, -one.size, one)):
        place = (found.first, found.end)
        if all(owner.get(i, place) == place for i in range(*place)):
            kept.append(found)
            owner.update(dict.fromkeys(range(*place), place))
    return tuple(sorted(kept))


def view_between(article: Article, actor: Span, target: Span) -> View:
    """The view of two spans: all sentences that hold a part of either, or lie between."""
    low, high = min(actor.start, target.start), max(actor.end, target.end)
    words: list[str] = []
    tags: list[str] = []
    found: list[Found] = []
    of_line = {line.sentence.start: every for line, every in every_verb(article)}
    between = [
        line for line in lines(article) if line.sentence.end > low and line.sentence.start < high
    ]
    for line in between:
        every = of_line.get(line.sentence.start, [])
        found += [_moved(one, len(words)) for one in longest(every)]
        words += line.words
        tags += line.tags
    begins = between[0].begins if between else 0
    place = partial(_place, divided(article), begins, begins + len(words))
    return View(begins, tuple(words), tuple(tags), place(actor), place(target), tuple(found))


def view_in(line: Line, found: Sequence[Found], actor: Place, target: Place) -> View:
    """The view of two parties of one sentence, at most `_WINDOW` words around them."""
    low = max(0, min(actor[0], target[0]) - _WINDOW)
    high = min(len(line.words), max(actor[1], target[1]) + _WINDOW)
    first = bisect_left(found, low, key=lambda one: one.first)
    last = bisect_left(found, high, key=lambda one: one.first)
    inside = tuple(_moved(one, -low) for one in found[first:last] if one.end <= high)
    places = (actor[0] - low, actor[1] - low), (target[0] - low, target[1] - low)
    words, tags = line.words[low:high], line.tags[low:high]
    return View(line.begins + low, words, tags, *places, inside)


def _moved(found: Found, base: int) -> Found:
    return Found(found.first + base, found.end + base, found.root, found.entry, found.size)


def _place(text: Divided, begins: int, end: int, span: Span) -> Place:
    """The words of a row that a span covers, as first and end; (0, 0) where it covers none."""
    first = bisect_right(text.ends, span.start, begins, end)
    last = bisect_left(text.starts, span.end, begins, end)
    return (first - begins, last - begins) if first < last else (0, 0)
