"""A target in its sentence: what the sentence shows whatever the target, and what is its own."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, compress, count
from typing import NamedTuple

from newslib.sentiment.readings import NAME, Reading, Roles, roles, tone_words

__all__ = ["Place", "Scene", "helpers", "place_in", "scene_of"]

_VERBAL = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))

_CROSSING = 4
"""How many words the border of a clause is worth."""


class Scene(NamedTuple):
    """What a sentence shows every target in it.

    `verbs`, `names` and `polar` are places of words: verbs, proper nouns, words of the lexicons
    of tone; `roles` verbs of the diplomatic lexicon, each with whether it is passive. `lone` is how
    many verbs that help no other stand before each word, `way` how far it is from the first word.
    """

    reading: Reading
    verbs: list[int]
    names: list[int]
    polar: list[int]
    roles: list[tuple[int, Roles, bool]]
    lone: list[int]
    way: Sequence[int]


class Place(NamedTuple):
    """A target, from word `first` up to word `last` of its sentence.

    From `near` up to `far` no other name is nearer than the target; `opens` and `closes` are the
    ends of its clause.
    """

    scene: Scene
    first: int
    last: int
    near: int
    far: int
    opens: int
    closes: int


def scene_of(reading: Reading) -> Scene:
    """What a sentence shows, found once for all its targets.

    >>> from newslib import parse_article
    >>> from newslib.sentiment.readings import readings
    >>> scene_of(readings(parse_article("Marsh praised Estmark."))[0]).names
    [0, 2]
    """
    verbs = [*compress(count(), map(_VERBAL.__contains__, reading.tags))]
    acting = list(_acting(reading))
    return Scene(
        reading=reading,
        verbs=verbs,
        names=[*compress(count(), map(NAME.__eq__, reading.forms))],
        polar=[*compress(count(), reading.polarity)],
        roles=acting,
        lone=_lone(reading, verbs) if acting else [],
        way=_way(reading.clauses),
    )


def _acting(reading: Reading) -> Iterator[tuple[int, Roles, bool]]:
    """The verbs of the diplomatic lexicon, each with whether it is passive."""
    known, lower = roles(), reading.lower
    if known.keys().isdisjoint(reading.forms):
        return
    passive = tone_words("be")
    for i, form in enumerate(reading.forms):
        if form in known:
            yield i, known[form], not passive.isdisjoint(lower[max(i - 3, 0) : i])


@lru_cache(maxsize=1)
def helpers() -> frozenset[str]:
    """The forms of the verbs that help another, in lower case."""
    return tone_words("be") | tone_words("helper")


def _lone(reading: Reading, verbs: Iterable[int]) -> list[int]:
    """How many verbs that help no other stand before each word."""
    own = {i for i in verbs if reading.lower[i] not in helpers()}
    return list(accumulate((i in own for i in range(len(reading.words))), initial=0))


def _way(clauses: tuple[int, ...]) -> Sequence[int]:
    """A step from word to word is one; into another clause it is longer."""
    if not clauses[-1]:
        return range(len(clauses))
    return [i + _CROSSING * clause for i, clause in enumerate(clauses)]


def place_in(scene: Scene, first: int, last: int) -> Place:
    """The target that reaches from word `first` up to word `last`.

    >>> from newslib import parse_article
    >>> from newslib.sentiment.readings import readings
    >>> reading, = readings(parse_article("Marsh praised Estmark and left."))
    >>> place_in(scene_of(reading), 2, 3).near
    1
    """
    names, way, clauses = scene.names, scene.way, scene.reading.clauses
    before, behind = bisect_left(names, first), bisect_left(names, last)
    near, far = 0, len(way)
    if before:
        ways = way[first] + way[names[before - 1]]
        near = bisect_left(way, (ways + 1) // 2)
    if behind < len(names):
        ways = way[last - 1] + way[names[behind]]
        far = bisect_right(way, ways // 2)
    opens = bisect_left(clauses, clauses[first])
    return Place(scene, first, last, near, far, opens, bisect_right(clauses, clauses[first]))
