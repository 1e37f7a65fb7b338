"""Whom "he" and "she" mean: the person most in view who fits."""

from __future__ import annotations

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
    points = sorted([*named, *pronouns], key=lambda point: point.first)
    seen: list[tuple[Point, float]] = []
    found: dict[int, int] = {}
    for place, point in enumerate(points):
        who = point.person
        if who < 0:
            following = points[place + 1 : place + 9]
            who = _cataphor(words, people, following, point)
            who = who if who >= 0 else _best(words, people, seen, point)
            who = who if who >= 0 else _ahead(words, people, following, point)
            if who < 0:
                continue
            found[point.first] = who
            point = Point(point.first, point.last, who)  # noqa: PLW2901
        seen.append((point, _WEIGHTS[role_of(words, point.first, point.last)]))
    return found


def _best(words: Words, people: People, seen: list[tuple[Point, float]], pronoun: Point) -> int:
    """The fitting person most in view; -1 for nobody."""
    gender = PRONOUNS[words.lower[pronoun.first]]
    genders, quotation = people.genders, words.quotation
    inside = quotation[pronoun.first]
    clock, other_side = (words.clock, _QUOTED) if inside < 0 else (words.sentence, _NARRATED)
    here = clock[pronoun.first]
    view: dict[int, float] = {}
    for (first, _, person), weight in reversed(seen[-_WINDOW:]):
        known = genders[person]
        if view and here - clock[first] > _FAR:
            break
        if known and known != gender:
            continue
        value = weight * _DECAY ** (here - clock[first])
        if quotation[first] != inside:
            value *= other_side
        if not known:
            value *= _DOUBTED
        best = view.get(person, 0.0)
        higher, lower = (value, best) if value > best else (best, value)
        view[person] = higher + _REPEATED * lower
    return max(view, key=lambda who: view[who]) if view else -1


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


def _ahead(words: Words, people: People, points: list[Point], pronoun: Point) -> int:
    """The first fitting person named behind a pronoun that nobody before it fits."""
    gender = PRONOUNS[words.lower[pronoun.first]]
    for point in points:
        if point.person >= 0 and people.genders[point.person] in ("", gender):
            return point.person
    return -1
