"""What the tone towards a target is learnt from, by name: as the trainer writes it.

`newslib.sentiment.model` finds the same without spelling it; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Iterator

from tone_places import place_in, scene_of
from tone_relations import relations

from newslib.sentiment.readings import NAME, Reading
from newslib.sentiment.weights import ZONES

__all__ = ["features", "scaled_zones"]

Feature = tuple[str, float, int]
"""A feature's name, its value, and the word of the sentence it comes from (-1 for none)."""

_CROSSING = 4
"""How many words the border of a clause is worth."""


def features(reading: Reading, first: int, last: int) -> list[Feature]:
    """The features of the target that reaches from word `first` up to word `last`.

    Words count once each, and less the more of them there are; lexicon sums stay as they are.
    """
    related = relations(place_in(scene_of(reading), first, last))
    once: dict[str, int] = {}
    for name, place in (*_words(reading, first, last), *related.once.items()):
        once.setdefault(name, place)
    weight = 7 / max(len(once), 1) ** 0.5
    sums = [(name, 2 * value, place) for names, value, place in related.sums for name in names]
    return [(name, weight, place) for name, place in once.items()] + sums


def _distance(place: int, first: int, last: int) -> int:
    """How many words lie between a word and the target, plus one; negative before it."""
    return place - first if place < first else place - last + 1


def _zone(distance: int) -> str:
    far = abs(distance)
    return str(1 + (far > 1) + (far > 3) + (far > 7) + (far > 14))


def _nearest(reading: Reading, first: int, last: int) -> list[bool]:
    """Whether the target is nearer to each word than any other name, clauses counting as words."""
    others = [i for i, form in enumerate(reading.forms) if form == NAME and not first <= i < last]
    far = [_ways(reading, list(range(first, last))), _ways(reading, others)]
    return [mine <= theirs for mine, theirs in zip(*far, strict=True)]


def _ways(reading: Reading, places: list[int]) -> list[int]:
    """How far each word is from the nearest of some places, in one walk each way."""
    n, known = len(reading.forms), set(places)
    ways = [10 * n + 100] * n
    for order in (range(n), range(n - 1, -1, -1)):
        before, way = -1, 10 * n + 100
        for i in order:
            crossed = before >= 0 and reading.clauses[i] != reading.clauses[before]
            way = 0 if i in known else way + 1 + _CROSSING * crossed
            ways[i] = min(ways[i], way)
            before = i
    return ways


def _words(reading: Reading, first: int, last: int) -> Iterator[tuple[str, int]]:
    """Every word with its side, its distance, its quotation, its clause; and pairs of words."""
    places = [i for i in range(len(reading.forms)) if not first < i < last]
    forms = ["TARGET" if i == first else reading.forms[i] for i in places]
    inside = "Q" if reading.quoted[first] else "N"
    mine = _nearest(reading, first, last)
    for k, (i, form) in enumerate(zip(places, forms, strict=True)):
        following = forms[k + 1] if k + 1 < len(forms) else "</s>"
        yield f"b|{form}_{following}", i
        if i == first:
            continue
        distance = _distance(i, first, last)
        side = "L" if distance < 0 else "R"
        word = ("!" if reading.negated[i] else "") + form
        yield f"w|{word}", i
        yield f"s|{side}{word}", i
        yield f"o|{'own' if mine[i] else 'other'}_{word}", i
        yield f"z|{side}{_zone(distance)}{form}", i
        yield f"q|{'q' if reading.quoted[i] else 'n'}{inside}{word}", i
        if reading.clauses[i] == reading.clauses[first]:
            yield f"c|{side}{word}", i
        if abs(distance) <= 6:
            yield f"bs|{side}{form}_{following}", i


def scaled_zones(reading: Reading, first: int, last: int) -> list[tuple[int, int, float]]:
    """The words in their zones, each counting less the more words its zone holds."""
    found = list(_zones(reading, first, last))
    size = [0] * ZONES
    for _, zone, _ in found:
        size[zone] += 1
    return [(place, zone, value / (1 + size[zone] ** 0.5)) for place, zone, value in found]


def _zones(reading: Reading, first: int, last: int) -> Iterator[tuple[int, int, float]]:
    """For each word, the zones it stands in and how much it counts there: (word, zone, weight)."""
    mine = _nearest(reading, first, last)
    for i, form in enumerate(reading.forms):
        if first <= i < last or form == NAME:
            continue
        sign = -0.5 if reading.negated[i] else 1.0
        distance = _distance(i, first, last)
        after = distance > 0
        yield i, 0, sign
        yield i, 1 + after, sign / (1 + abs(distance) / 3)
        if reading.clauses[i] == reading.clauses[first]:
            yield i, 3 + after, sign
        if reading.quoted[i]:
            yield i, 5, sign
        yield i, 7 - mine[i], sign
