"""Targets in their sentences: where each stands, what is nearer to it, and its clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from newslib.sentiment.readings import Reading
from newslib.sentiment.scenes import Scenes
from newslib.sentiment.weights import Integers, load_weights

__all__ = ["Places", "Target", "places_of"]

Target = tuple[Reading, int, int]
"""A target's sentence, its first word there, and the one behind its last."""

_CROSSING = 4
"""How many words the border of a clause is worth."""


@dataclass(frozen=True, slots=True)
class Places:
    """One number a target: its words are `first` up to `last` of its sentence.

    Its sentence has `size` words and begins with word `begin` of all. From `near` up to `far` no
    other name is nearer than the target; `opens` and `closes` are the ends of its clause; `quoted`
    says whether it stands in quotation marks.
    """

    begin: Integers
    size: Integers
    first: Integers
    last: Integers
    near: Integers
    far: Integers
    opens: Integers
    closes: Integers
    quoted: Integers


def places_of(targets: Sequence[Target], numbers: Sequence[int], scenes: Scenes) -> Places:
    """The places of targets; `numbers` are those of their sentences among the scenes.

    >>> from newslib import parse_article
    >>> from newslib.sentiment.readings import readings
    >>> from newslib.sentiment.scenes import scenes_of
    >>> found = readings(parse_article("Marsh praised Estmark and left."))
    >>> places_of([(found[0], 2, 3)], [0], scenes_of(found)).near
    array([1])
    """
    sentence = np.array(numbers)
    first, last = np.array([target[1:] for target in targets]).T
    begin, size = scenes.start.take(sentence), scenes.size.take(sentence)
    at = begin + first
    near, far = _nearest(at, begin + last, begin, begin + size, scenes)
    clauses = np.ones(len(scenes.clause), dtype=np.bool_)
    clauses[1:] = scenes.clause[1:] != scenes.clause[:-1]
    clauses[scenes.start] = True
    borders = np.append(np.flatnonzero(clauses), len(clauses))
    clause = borders.searchsorted(at, side="right")
    opens, closes = borders.take(clause - 1) - begin, borders.take(clause) - begin
    quoted = scenes.quoted.take(at)
    return Places(begin, size, first, last, near - begin, far - begin, opens, closes, quoted)


def _nearest(
    first: Integers, last: Integers, begin: Integers, end: Integers, scenes: Scenes
) -> tuple[Integers, Integers]:
    """The ends of what is nearest to each target, as words of all, like what is given.

    A step from word to word is one; into another clause it is longer, and so far into another
    sentence that nothing is nearest there.
    """
    steps = np.arange(len(scenes.clause)) + _CROSSING * scenes.clause
    ends = steps[scenes.start + scenes.size - 1] - steps[scenes.start] + 2
    way = steps - (steps[scenes.start] - (ends.cumsum() - ends)).take(scenes.sentence)
    name = load_weights().entries[0].take(scenes.entry)
    names = np.concatenate(([-1], np.flatnonzero(name), [len(way)]))
    before = names.take(names.searchsorted(first) - 1)
    behind = names.take(names.searchsorted(last))
    halfway = (way.take(first) + way.take(before, mode="clip") + 1) // 2
    near = np.where(before >= begin, way.searchsorted(halfway), begin)
    halfway = (way.take(last - 1) + way.take(behind, mode="clip")) // 2
    far = np.where(behind < end, way.searchsorted(halfway, side="right"), end)
    return near, far
