"""How all patterns of a list are found in linear time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress, count, takewhile
from typing import NamedTuple

from newslib.article import Article
from newslib.lexicon import load_lexicon
from newslib.patterns.forms import word_class
from newslib.patterns.phrases import (
    POSSESSIVE,
    Line,
    is_party,
    lines,
    phrase_after,
    phrase_before,
)
from newslib.patterns.rows import Row, row_of
from newslib.patterns.syntax import Element, Pattern

__all__ = ["Match", "Patterns", "match_at"]


class Match(NamedTuple):
    """A pattern found: the cue's words `first` up to `end`, and those of the party, if any."""

    pattern: Pattern
    first: int
    end: int
    party: tuple[int, int] | None = None
    gaps: tuple[int, ...] = ()


class Patterns:
    """Many patterns made ready: each is tried only where all its words can stand."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        """Index the patterns by the rarest of the words they begin with."""
        self.patterns = tuple(patterns)
        counts = Counter(word for p in self.patterns for e in p.elements for word in e.words)
        self._by_word: dict[str, list[_Ready]] = {}
        for number, pattern in enumerate(self.patterns):
            words, ready = _made_ready(number, pattern, counts)
            for word in sorted(words):
                self._by_word.setdefault(word, []).append(ready)
        self._sizes = [_size_where_found(pattern) for pattern in self.patterns]

    def find(self, article: Article) -> list[list[tuple[int, Match]]]:
        """Every match in each sentence of an article, with the number of its pattern, by place.

        Gaps are bounded and so are noun phrases, so the time is linear in the text.
        """
        every, row = lines(article), row_of(article)
        found: list[list[tuple[int, Match]]] = [[] for _ in every]
        for place, number in sorted(self._places(row)):
            here, i = row.sentence(place)
            pattern, size = self.patterns[number], self._sizes[number]
            match = Match(pattern, i, i + size) if size else match_at(pattern, every[here], i)
            if match is not None:
                found[here].append((number, match))
        return found

    def _places(self, row: Row) -> set[tuple[int, int]]:
        """Where a pattern may begin: the number of a word in the row, and the pattern's."""
        words = row.words
        found: set[tuple[int, int]] = set()
        unsure: list[tuple[int, int, int, int, _Sets]] = []
        for i in compress(count(), map(self._by_word.__contains__, words)):
            for number, low, step, beside, elsewhere in self._by_word[words[i]]:
                if words[i + step] in beside:
                    if elsewhere is None:
                        found.add((i - low, number))
                    else:
                        unsure.append((i, number, low, *elsewhere))
        found.update(_with_all_they_need(row, unsure))
        return found


def _with_all_they_need(
    row: Row, unsure: Sequence[tuple[int, int, int, int, _Sets]]
) -> Iterator[tuple[int, int]]:
    """Where those patterns may begin of which more must stand in the sentence.

    Given are the rarest word of each and the pattern's number, then as in `_Ready`.
    """
    begin = end = 0
    for i, number, low, high, needed in unsure:
        if i >= end:
            here, place = row.sentence(i)
            begin, end = i - place, row.ends[here]
            present = frozenset(row.words[begin:end])
        if not any(map(present.isdisjoint, needed)):
            for first in range(max(i - low, begin), i - high + 1):
                yield first, number


_Sets = tuple[frozenset[str], ...]
_Ready = tuple[int, int, int, frozenset[str], tuple[int, _Sets] | None]
"""A pattern's number, how far its rarest word is from its first at most, a step from there and the
words that must stand where it leads. Then, unless that is all, how far the rarest is at least, and
the words that must stand elsewhere."""


def _made_ready(
    number: int, pattern: Pattern, counts: Counter[str]
) -> tuple[frozenset[str], _Ready]:
    """The rarest words of a pattern before any slot, and what `Patterns` keeps under them.

    Function words are the frequent ones, then the short ones (Zipf 1935), and those that many
    patterns have. Of a plain pattern no words are looked for elsewhere: it is as fast to see
    whether it is there.
    """
    elements = pattern.elements[1:] if pattern.elements[0].slot else pattern.elements
    in_turn = [*takewhile(lambda element: element.words, elements)]

    def rarity(place: int) -> tuple[bool, int, int]:
        words = in_turn[place].words
        plain = words.isdisjoint(_function_words())
        return plain, min(map(len, words)), -sum(counts[word] for word in words)

    back = max(range(len(in_turn)), key=rarity)
    near = [back - 1] if back and not in_turn[back].gap else []
    near += [back + 1] if in_turn[back + 1 :] and not in_turn[back + 1].gap else []
    other = max(near, key=rarity, default=back)
    far = [e.words for k, e in enumerate(elements) if e.words and k not in (back, other)]
    needed = () if pattern.plain else tuple(far)
    low = back + sum(element.gap for element in in_turn[1 : back + 1])
    elsewhere = (back, needed) if needed or low > back else None
    return in_turn[back].words, (number, low, other - back, in_turn[other].words, elsewhere)


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    return frozenset(entry.entry for entry in load_lexicon("function_words").entries)


def _size_where_found(pattern: Pattern) -> int:
    """How many words a pattern has that stands wherever `Patterns` takes it for possible; else 0.

    Those are a word or two whatever their tags: both have been looked at.
    """
    elements = pattern.elements
    sure = pattern.plain and len(elements) <= 2 and not any(e.tag for e in elements)
    return len(elements) if sure else 0


def match_at(pattern: Pattern, line: Line, i: int) -> Match | None:
    """The match of a pattern whose first word is word `i`, or None."""
    elements, party = pattern.elements, None
    if pattern.plain:
        return Match(pattern, i, i + len(elements)) if _in_a_row(elements, line, i) else None
    if elements[0].slot:
        start = _slot_before(elements[0], line, i)
        if start is None:
            return None
        party, elements = (start, i), elements[1:]
    places = _places(elements, line, i)
    if places is None:
        return None
    own = [
        (first, end)
        for element, (first, end) in zip(elements, places, strict=True)
        if element.words and not element.context
    ]
    slots = [place for element, place in zip(elements, places, strict=True) if element.slot]
    inside = {k for first, end in places for k in range(first, end)}
    gaps = tuple(k for k in range(own[0][0], own[-1][1]) if k not in inside)
    return Match(pattern, own[0][0], own[-1][1], slots[-1] if slots else party, gaps)


def _in_a_row(elements: tuple[Element, ...], line: Line, i: int) -> bool:
    """Whether words fit, one after the other, from word `i` on."""
    words, tags = line.words, line.tags
    if not 0 <= i <= len(words) - len(elements):
        return False
    for k, element in enumerate(elements, i):
        if words[k] not in element.words or not tags[k].startswith(element.tag):
            return False
    return True


_Path = list[tuple[int, int]]


def _places(elements: tuple[Element, ...], line: Line, i: int) -> _Path | None:
    """Where each element stands when the first one stands at word `i`; nearest places first."""
    return _path(elements, line, (0, i), set())


def _path(
    elements: tuple[Element, ...], line: Line, at: tuple[int, int], dead: set[tuple[int, int]]
) -> _Path | None:
    """The same from one of the elements and a word on; from what is `dead` there is no way on."""
    number, place = at
    if number == len(elements):
        return []
    if at in dead:
        return None
    for start in range(place, place + 1 + (elements[number].gap if number else 0)):
        for end in _ends(elements[number], line, start):
            behind = _path(elements, line, (number + 1, end), dead)
            if behind is not None:
                return [(start, end), *behind]
        if start < len(line.words) and line.words[start] in word_class("barrier"):
            break
    dead.add(at)
    return None


def _ends(element: Element, line: Line, start: int) -> tuple[int, ...]:
    """Where an element that begins at word `start` can end: a slot also before its possessive."""
    if start >= len(line.words):
        return ()
    if not element.slot:
        fits = line.words[start] in element.words and line.tags[start].startswith(element.tag)
        return (start + 1,) if fits else ()
    end = phrase_after(line, start)
    if end is None or (element.slot == "party" and not is_party(line, start, end)):
        return ()
    owners = (i for i in range(start + 1, end) if line.words[i] in POSSESSIVE)
    return (end, *owners)


def _slot_before(element: Element, line: Line, end: int) -> int | None:
    """Where the noun phrase before word `end` begins, if it is what the slot asks for."""
    start = phrase_before(line, end)
    if start is None or (element.slot == "party" and not is_party(line, start, end)):
        return None
    return start
