"""The words of each target's sentence, as rows of a table: by where each stands to the target."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from newslib.sentiment.columns import Columns, columns_of
from newslib.sentiment.places import Places
from newslib.sentiment.scenes import Scenes
from newslib.sentiment.weights import Booleans, Integers, load_weights

__all__ = ["Rows", "rows_of"]


@dataclass(frozen=True, slots=True)
class Rows:
    """The words of each target's sentence, as arrays: what is known of target, word and place.

    `first` to `opens` are those of the target's `Place`, `target_quoted` says whether it stands in
    quotation marks, `pair_before` and `pair_behind` are the rows of weights of the pairs it makes
    with its neighbours. `left`, `right`, `owned` (the target is nearer than another name) and
    `in_clause` (the target's) say where the word stands, `distance` how far from the
    target, `at` which word of all it is.
    """

    target: Integers
    start: Integers
    word: Integers
    at: Integers
    first: Integers
    last: Integers
    near: Integers
    far: Integers
    opens: Integers
    target_quoted: Integers
    pair_before: Integers
    pair_behind: Integers
    left: Booleans
    right: Booleans
    owned: Booleans
    in_clause: Booleans
    distance: Integers
    columns: Columns


def rows_of(places: Places, scenes: Scenes) -> Rows:
    """A row for each word of each target's sentence, target by target.

    >>> from newslib import parse_article
    >>> from newslib.sentiment.places import places_of
    >>> from newslib.sentiment.readings import readings
    >>> from newslib.sentiment.scenes import scenes_of
    >>> found = readings(parse_article("Marsh praised Estmark."))
    >>> scenes = scenes_of(found)
    >>> rows_of(places_of([(found[0], 2, 3)], [0], scenes), scenes).distance
    array([2, 1, 0, 1])
    """
    start = places.size.cumsum() - places.size
    target = np.arange(len(start)).repeat(places.size)
    word = np.arange(len(target)) - start.take(target)
    numbers = [places.begin, *_ends(places), places.quoted, *_pairs(places, scenes)]
    begins, first, last, near, far, opens, closes, quoted, *pairs = np.array(numbers).take(
        target, axis=1
    )
    at = begins + word
    return Rows(
        target=target,
        start=start,
        word=word,
        at=at,
        first=first,
        last=last,
        near=near,
        far=far,
        opens=opens,
        target_quoted=quoted,
        pair_before=pairs[0],
        pair_behind=pairs[1],
        left=word < first,
        right=word >= last,
        owned=(word >= near) & (word < far),
        in_clause=(word >= opens) & (word < closes),
        distance=np.where(word < first, first - word, np.maximum(word - last + 1, 0)),
        columns=Columns(*columns_of(scenes).take(at, axis=1)),
    )


def _ends(places: Places) -> tuple[Integers, ...]:
    """The borders of targets, in the order in which `rows_of` takes them."""
    return (
        *(places.first, places.last, places.near),
        *(places.far, places.opens, places.closes),
    )


def _pairs(places: Places, scenes: Scenes) -> tuple[Integers, Integers]:
    """Where the weights begin of the word before each target with it, and of it with the next."""
    before, behind = load_weights().entries[6], load_weights().entries[7]
    last = places.begin + places.last
    following = np.where(
        places.last < places.size,
        scenes.entry.take(last, mode="clip"),
        load_weights().forms["</s>"],
    )
    preceding = before.take(scenes.entry.take(places.begin + places.first - 1, mode="clip"))
    return np.where(places.first, preceding, 0), behind.take(following)
