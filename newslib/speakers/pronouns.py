"""Whom "he" and "she" mean: the person most in view who fits."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from newslib.speakers.people import People
from newslib.speakers.words import Lists, Words, load_lists

__all__ = ["PRONOUNS", "Point", "resolve"]

PRONOUNS = {
    "he": "male", "him": "male", "himself": "male", "his": "male",
    "she": "female", "her": "female", "herself": "female", "hers": "female",
}  # fmt: skip
"""Third-person pronouns in the singular, and whom they fit."""


@dataclass(frozen=True, slots=True)
class Point:
    """A person in view: the words that point there, who it is, and how much it counts."""

    first: int
    last: int
    person: int


_WINDOW = 40
"""How many mentions back a pronoun looks: enough for any story, and linear."""

_DECAY = 0.7
_SPEAKER, _SUBJECT, _OBJECT, _POSSESSOR = 3.0, 2.5, 1.0, 1.0
_OTHER_SIDE = 0.3
_CLAUSE_OPENERS = frozenset(
    "and but that when while as because if after before since where although though so then".split()
)


def resolve(words: Words, named: list[Point], people: People) -> dict[int, int]:
    """The person of each pronoun, by its word; read in text order, each one found counts on."""
    lists = load_lists()
    pronouns = [
        Point(index, index + 1, -1) for index, word in enumerate(words.lower) if word in PRONOUNS
    ]
    points = sorted([*named, *pronouns], key=lambda point: point.first)
    seen: list[tuple[Point, float]] = []
    found: dict[int, int] = {}
    for place, point in enumerate(points):
        who = point.person
        if who < 0:
            who = _best(words, people, seen, point)
            if who < 0:
                who = _ahead(words, people, points[place + 1 : place + 9], point)
            if who < 0:
                continue
            found[point.first] = who
        seen.append((Point(point.first, point.last, who), _weight(words, lists, point)))
    return found


def _best(words: Words, people: People, seen: list[tuple[Point, float]], pronoun: Point) -> int:
    """The fitting person most in view; -1 for nobody."""
    gender = PRONOUNS[words.lower[pronoun.first]]
    here = words.sentence[pronoun.first]
    inside = words.quotation[pronoun.first]
    view: defaultdict[int, float] = defaultdict(float)
    for point, weight in seen[-_WINDOW:]:
        known = people.persons[point.person].gender
        if known and known != gender:
            continue
        value = weight * _DECAY ** (here - words.sentence[point.first])
        if words.quotation[point.first] != inside:
            value *= _OTHER_SIDE if words.quotation[point.first] >= 0 or inside >= 0 else 1
        if not known:
            value *= 0.8
        view[point.person] += value
    return max(view, key=lambda who: view[who]) if view else -1


def _ahead(words: Words, people: People, points: list[Point], pronoun: Point) -> int:
    """The first fitting person named behind a pronoun that nobody before it fits."""
    gender = PRONOUNS[words.lower[pronoun.first]]
    for point in points:
        if point.person >= 0 and people.persons[point.person].gender in ("", gender):
            return point.person
    return -1


def _weight(words: Words, lists: Lists, point: Point) -> float:
    """How much a mention puts its person in view: speakers most, possessors least."""
    after, before = words.gap(point.last - 1), words.low(point.first - 1)
    if after.startswith(("'", "’")):
        return _POSSESSOR
    if _speaks(words, lists, point):
        return _SPEAKER
    if words.begins[point.first] or before in _CLAUSE_OPENERS:
        return _SUBJECT
    return _OBJECT


def _speaks(words: Words, lists: Lists, point: Point) -> bool:
    """Whether a reporting verb stands next to a mention."""
    index = point.last
    while index < point.last + 3 and words.low(index) in ("also", "has", "had", "then", "later"):
        index += 1
    if words.low(index) in lists.reporting and words.gap(point.last - 1) == " ":
        return True
    before = words.low(point.first - 1)
    if before not in lists.reporting or words.gap(point.first - 1) != " ":
        return before == "to" and words.low(point.first - 2) == "according"
    return '"' in words.gap(point.first - 2) or "”" in words.gap(point.first - 2) or (
        "," in words.gap(point.first - 2)
    )  # fmt: skip
