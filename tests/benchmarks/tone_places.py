"""A target in its sentence: what the sentence shows whatever the target, and what is its own."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import compress, count
from typing import NamedTuple

from newslib.sentiment.readings import NAME, Reading, Roles, roles
from newslib.sentiment.words import tone_words

__all__ = ["Place", "Scene", "helpers", "place_in", "scene_of"]

_VERBAL = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))

_CROSSING = 4
"""How many words the border of a clause is worth."""


class Scene(NamedTuple):
    """What a sentence shows every target in it.

    `verbs`, `names` and `polar` are places of words: verbs, proper nouns, words of the lexicons
    of tone; `roles` verbs of the diplomatic lexicon, each with whether it is passive; `lone` verbs
    that help no other, where there are roles. `way` is how far each word is from the first one.
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
    acting, lower = _acting(reading), reading.lower
    return Scene(
        reading=reading,
        verbs=verbs,
        names=[*compress(count(), map(NAME.__eq__, reading.forms))],
        polar=[*compress(count(), reading.polarity)],
        roles=acting,
        lone=[i for i in verbs if lower[i] not in helpers()] if acting else [],
        way=_way(reading.clauses),
    )


def _acting(reading: Reading) -> list[tuple[int, Roles, bool]]:
    """The verbs of the diplomatic lexicon, each with whether it is passive."""
    known, lower = roles(), reading.lower
    passive = tone_words("be")
    return [
        (i, known[reading.forms[i]], not passive.isdisjoint(lower[max(i - 3, 0) : i]))
        for i in compress(count(), map(known.__contains__, reading.forms))
    ]


@lru_cache(maxsize=1)
def helpers() -> frozenset[str]:
    """The forms of the verbs that help another, in lower case."""
    return tone_words("be") | tone_words("helper")


def _way(clauses: Sequence[int]) -> Sequence[int]:
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
