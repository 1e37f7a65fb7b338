"""How a pattern is written, and how all patterns of a list are matched in linear time."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import compress, count, takewhile

from newslib.article import Article
from newslib.lexicon import folded
from newslib.patterns.forms import forms, word_class
from newslib.patterns.phrases import (
    POSSESSIVE,
    Line,
    is_party,
    lines,
    phrase_after,
    phrase_before,
)
from newslib.patterns.rows import Row, row_of

__all__ = ["Element", "Match", "Pattern", "Patterns", "parse_pattern"]

_GAPS = {"+": 3, "…": 8, "...": 8}
"""How many words may stand where a gap is written."""

_TAGS = {"noun": "NN", "verb": "VB", "adjective": "JJ", "name": "NNP"}
"""How the tags begin of what a word may be asked to be."""


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: the words that may stand there, or a slot for a noun phrase."""

    words: frozenset[str]
    tag: str = ""
    gap: int = 0
    context: bool = False
    slot: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern as it was written, and its places.

    `name` says it is written as a proper name, `plain` that it is nothing but words in a row.
    """

    source: str
    elements: tuple[Element, ...]
    name: bool = False
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found: the cue's words `first` up to `end`, and those of the party, if any."""

    pattern: Pattern
    first: int
    end: int
    party: tuple[int, int] | None = None
    gaps: tuple[int, ...] = ()


def parse_pattern(source: str) -> Pattern:
    """Read one pattern; ValueError says what is wrong with it.

    >>> [element.gap for element in parse_pattern("ball BE + in … court").elements]
    [0, 0, 3, 8]
    """
    elements: list[Element] = []
    gap, context = 0, False
    for part in source.replace("[", " [ ").replace("]", " ] ").split():
        if part in ("[", "]"):
            context = part == "["
        elif part in _GAPS:
            gap = _GAPS[part]
        else:
            elements.append(replace(_element(part, source), gap=gap, context=context))
            gap = 0
    if not any(element.words and not element.context for element in elements):
        raise ValueError(f"pattern {source!r} has no word of its own; give it one")
    first = elements[1] if elements[0].slot else elements[0]
    if not first.words:
        raise ValueError(f"pattern {source!r} begins with two slots; put a word between them")
    name = any(part[:1].isupper() and not part.isupper() for part in source.split())
    plain = all(e.words and not e.context and not e.gap for e in elements)
    return Pattern(source, tuple(elements), name, plain)


def _element(part: str, source: str) -> Element:
    """One part of a pattern, with the words or the slot it stands for."""
    if part in ("<party>", "<anyone>"):
        return Element(frozenset(), slot=part[1:-1])
    written, _, tag = part.partition("/")
    if tag and tag not in _TAGS:
        raise ValueError(f"pattern {source!r} asks for {tag!r}; choose one of {', '.join(_TAGS)}")
    words: set[str] = set()
    for word in written.split("|"):
        if not word or word.startswith("<"):
            raise ValueError(f"pattern {source!r} has {part!r}, which is no word and no slot")
        lemma = word.isupper() and len(word) > 1
        words.update(forms(word.lower()) if lemma else (folded(word),))
    return Element(frozenset(words), tag=_TAGS.get(tag, ""))


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

    def find(self, article: Article) -> list[list[tuple[int, Match]]]:
        """Every match in each sentence of an article, with the number of its pattern, by place.

        Gaps are bounded and so are noun phrases, so the time is linear in the text.
        """
        every = lines(article)
        found: list[list[tuple[int, Match]]] = [[] for _ in every]
        for here, i, number in sorted(self._places(row_of(article))):
            match = match_at(self.patterns[number], every[here], i)
            if match is not None:
                found[here].append((number, match))
        return found

    def _places(self, row: Row) -> set[tuple[int, int, int]]:
        """Where a pattern may begin: the sentence's number, the word's, and the pattern's."""
        words, ends, _ = row
        found: set[tuple[int, int, int]] = set()
        begin = end = 0
        for i in compress(count(), map(self._by_word.__contains__, words)):
            if i >= end:
                here = bisect_right(ends, i)
                begin, end = ends[here - 1] if here else 0, ends[here]
                present = row.present[here]
            for number, low, high, step, beside, needed in self._by_word[words[i]]:
                if words[i + step] not in beside:
                    continue
                if not needed or not any(map(present.isdisjoint, needed)):
                    first = range(max(i - low, begin) - begin, i - high + 1 - begin)
                    found.update([(here, place, number) for place in first])
        return found


_Ready = tuple[int, int, int, int, frozenset[str], tuple[frozenset[str], ...]]
"""A pattern's number, how far its rarest word is from its first at most and at least, a step from
there and the words that must stand where it leads, and the words that must stand elsewhere."""


def _made_ready(
    number: int, pattern: Pattern, counts: Counter[str]
) -> tuple[frozenset[str], _Ready]:
    """The rarest words of a pattern before any slot, and what `Patterns` keeps under them.

    Short words are the frequent ones (Zipf 1935), and so are those that many patterns have. Of a
    plain pattern no words are looked for elsewhere: it is as fast to see whether it is there.
    """
    elements = pattern.elements[1:] if pattern.elements[0].slot else pattern.elements
    in_turn = [*takewhile(lambda element: element.words, elements)]

    def rarity(place: int) -> tuple[int, int]:
        words = in_turn[place].words
        return min(map(len, words)), -sum(counts[word] for word in words)

    back = max(range(len(in_turn)), key=rarity)
    near = [back - 1] if back and not in_turn[back].gap else []
    near += [back + 1] if in_turn[back + 1 :] and not in_turn[back + 1].gap else []
    other = max(near, key=rarity, default=back)
    far = [e.words for k, e in enumerate(elements) if e.words and k not in (back, other)]
    needed = () if pattern.plain else tuple(far)
    low = back + sum(element.gap for element in in_turn[1 : back + 1])
    return in_turn[back].words, (number, low, back, other - back, in_turn[other].words, needed)


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
    if i + len(elements) > len(words):
        return False
    for k, element in enumerate(elements, i):
        if words[k] not in element.words or not tags[k].startswith(element.tag):
            return False
    return True


def _places(elements: tuple[Element, ...], line: Line, i: int) -> list[tuple[int, int]] | None:
    """Where each element stands when the first one stands at word `i`; nearest places first."""
    dead: set[tuple[int, int]] = set()
    path: list[tuple[int, int]] = []

    def walk(number: int, place: int) -> bool:
        if number == len(elements):
            return True
        if (number, place) in dead:
            return False
        for start in range(place, place + 1 + (elements[number].gap if number else 0)):
            for end in _ends(elements[number], line, start):
                path.append((start, end))
                if walk(number + 1, end):
                    return True
                path.pop()
            if start < len(line.words) and line.words[start] in word_class("barrier"):
                break
        dead.add((number, place))
        return False

    return path if walk(0, i) else None


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
