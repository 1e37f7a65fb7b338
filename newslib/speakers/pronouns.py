"""Whom "he" and "she" mean: the person most in view who fits."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from newslib.speakers.lists import PRONOUNS, words_of
from newslib.speakers.people import People
from newslib.speakers.roles import role_of
from newslib.speakers.words import Words

__all__ = ["Point", "resolve"]


class Point(NamedTuple):
    """A person in view: the words that point there, who it is, and how much it counts."""

    first: int
    last: int
    person: int


_WINDOW = 40
"""How many mentions back a pronoun looks: enough for any story, and linear."""

_WEIGHTS = {
    "speaker": 3.0,
    "subject": 2.5,
    "inner": 1.8,
    "object": 1.0,
    "oblique": 0.8,
    "possessor": 0.8,
}
"""What each role is worth: speakers are most in view, possessors least (Lappin & Leass 1994)."""

_FAR = 12
"""How many sentences back a pronoun looks where somebody nearer fits."""

_DECAY = 0.6
"""What a sentence back takes away."""

_REPEATED = 0.15
"""What further mentions of the same person add to the best one."""

_QUOTED, _NARRATED = 0.15, 0.4
"""What a quotation mark between takes away: a pronoun looks on its own side first."""

_DOUBTED = 0.8
"""What not knowing whether a person is a man or a woman takes away."""


def resolve(words: Words, named: list[Point], people: People) -> dict[int, int]:
    """The person of each pronoun, by its word; read in text order, each one found counts on."""
    pronouns = [Point(index, index + 1, -1) for index in words.where(PRONOUNS)]
    if not pronouns:
        return {}
    points = sorted([*named, *pronouns], key=itemgetter(0))
    last = pronouns[-1].first
    fitting: dict[str, list[_Seen]] = {"male": [], "female": []}
    number = 0
    found: dict[int, int] = {}
    for place, (first, behind, person) in enumerate(points):
        if first > last:
            break
        who = person
        if who < 0:
            following, gender = points[place + 1 : place + 9], PRONOUNS[words.lower[first]]
            who = _cataphor(words, people, following, points[place])
            who = who if who >= 0 else _best(words, fitting[gender], first, number - _WINDOW)
            who = who if who >= 0 else _ahead(people, following, gender)
            if who < 0:
                continue
            found[first] = who
        known = people.genders[who]
        seen = number, first, who, _worth(role_of(words, first, behind), known)
        for fits in (known,) if known else fitting:
            fitting[fits].append(seen)
        number += 1
    return found


_Worth = tuple[tuple[float, ...], ...]
"""What a mention is worth by how many sentences it lies back: on the pronoun's own side of the
quotation marks, seen from outside of its quotation, and seen from inside of one."""

_Seen = tuple[int, int, int, _Worth]
"""The number of a mention in view, its first word, its person, and its worth."""


@lru_cache(maxsize=32)
def _worth(role: str, gender: str) -> _Worth:
    """What a mention of a person of some gender, "" for none known, is worth in a role."""
    doubt = 1.0 if gender else _DOUBTED
    return tuple(
        tuple(_WEIGHTS[role] * _DECAY**back * side * doubt for back in range(_FAR + 1))
        for side in (1.0, _QUOTED, _NARRATED)
    )


def _best(words: Words, seen: list[_Seen], pronoun: int, window: int) -> int:
    """The fitting person most in view; -1 for nobody."""
    quotation = words.quotation
    inside = quotation[pronoun]
    clock, other = (words.clock, 1) if inside < 0 else (words.sentence, 2)
    here = clock[pronoun]
    near = seen[bisect_left(seen, window, key=itemgetter(0)) :]
    close = near[bisect_left(near, bisect_left(clock, here - _FAR), key=itemgetter(1)) :]
    view: dict[int, float] = {}
    for _, first, person, worth in reversed(close):
        value = worth[0 if quotation[first] == inside else other][here - clock[first]]
        best = view.get(person, 0.0)
        view[person] = value + _REPEATED * best if value > best else best + _REPEATED * value
    if view:
        return max(view, key=view.__getitem__)
    return near[-1][2] if near else -1


def _cataphor(words: Words, people: People, points: list[Point], pronoun: Point) -> int:
    """The subject an opening clause looks ahead to: "As he left, Marsh said …"; else -1."""
    here = words.sentence[pronoun.first]
    opening = next(
        (i for i in range(pronoun.first, max(-1, pronoun.first - 5), -1) if words.begins[i]), -1
    )
    if opening < 0 or words.lower[opening] not in words_of("subordinate"):
        return -1
    for point in points:
        if words.sentence[point.first] != here:
            break
        comma = words.gaps[point.first - 1] == ", "
        if point.person >= 0 and comma and role_of(words, point.first, point.last) in _SUBJECTS:
            fits = people.genders[point.person] in ("", PRONOUNS[words.lower[pronoun.first]])
            return point.person if fits else -1
    return -1


_SUBJECTS = frozenset(("speaker", "subject"))


def _ahead(people: People, points: list[Point], gender: str) -> int:
    """The first fitting person named behind a pronoun that nobody before it fits."""
    for point in points:
        if point.person >= 0 and people.genders[point.person] in ("", gender):
            return point.person
    return -1
