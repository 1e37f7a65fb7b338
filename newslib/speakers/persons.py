"""Whom "I" and "themselves" mean: the speaker of a quotation, the people just named."""

from __future__ import annotations

from itertools import groupby

from newslib.speakers.pronouns import Point
from newslib.speakers.roles import speaks
from newslib.speakers.words import Words

__all__ = ["quotation_speakers"]

_NEAR = 14
"""How many words from a quotation's mark its speaker may stand."""


def quotation_speakers(words: Words, points: list[Point]) -> dict[int, int]:
    """The person who speaks each quotation, by its number; without one, it has none.

    Looks behind the quotation first, then before it, in its own paragraph; then takes the speaker
    of the quotation it goes on with, or of another one in the paragraph.
    """
    named: dict[int, list[Point]] = {}
    for point in points:
        named.setdefault(point.first, []).append(point)
    edges: dict[int, tuple[int, int]] = {}
    first = 0
    for number, inside in groupby(words.quotation):
        behind = first + len(list(inside))
        if number >= 0:
            edges[number] = first, behind - 1
        first = behind
    found: dict[int, int] = {}
    by_group: dict[int, int] = {}
    by_paragraph: dict[int, int] = {}
    for number, (first, last) in edges.items():
        who = _beside(words, named, first, last)
        if who >= 0:
            found[number] = who
            by_group.setdefault(words.groups[number], who)
            by_paragraph.setdefault(words.paragraph[first], who)
    for number, (first, _) in edges.items():
        group, paragraph = words.groups[number], words.paragraph[first]
        who = by_group.get(group, by_paragraph.get(paragraph, -1))
        if number not in found and who >= 0:
            found[number] = who
    return found


def _beside(words: Words, named: dict[int, list[Point]], first: int, last: int) -> int:
    """The person speaking right behind a quotation, or else right before it; -1 for nobody."""
    paragraph = words.paragraph[first]
    behind = range(last + 1, min(last + 1 + _NEAR, len(words.starts)))
    before = range(first - 1, max(first - 1 - _NEAR, -1), -1)
    for places in (behind, before):
        for index in places:
            if words.paragraph[index] != paragraph or words.quotation[index] >= 0:
                break
            for point in reversed(named.get(index, ())):
                if speaks(words, point.first, point.last):
                    return point.person
            if words.begins[index] and index > last:
                break
    return -1
