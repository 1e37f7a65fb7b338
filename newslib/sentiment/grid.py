"""What each word of a sentence says of each target in it, by where it stands: all in one table.

A feature is a word and how it stands to the target: on which side, how far, nearer than another
name, in the same clause, in the same voice. It counts once, for the first word that shows it;
whether a word is the first is told by where the same word stood last, and where it stood first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from newslib.sentiment.rows import Rows
from newslib.sentiment.weights import (
    CLAUSE,
    OWNER,
    QUOTED,
    SIDE,
    ZONE_CLAUSE,
    ZONE_OWNER,
    ZONE_QUOTED,
    ZONE_SIDE,
    ZONES,
    Booleans,
    Floats,
    Integers,
    load_weights,
)

__all__ = ["Grid", "grid_of"]

Feature = tuple[Integers, Booleans]
"""For each row of the grid, a row of weights, and whether it is the first to show that feature."""

_NEAR = 6
"""How far from the target pairs of words count by their side."""

_LOW, _HIGH = np.array([1, 2, 4, 8, 15]), np.array([1, 3, 7, 14, 10**6])
"""The first and the last distance of each zone, nearest first."""


_HALF = 3
"""How many words from the target a meaning that is weighed by its side is worth half."""

_DENIED_MEANING = -0.5
"""What a negation makes of a learnt meaning, as the trainer has it."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Words by targets, one row each, target by target.

    `target` and `word` say whose row it is, `start` is the first row of each target. `said` is what
    the features say that speak at all, feature by feature, `sayer` by the word of which row;
    `meant` what each word of `meaner` says by its meaning in each zone. Both are in three columns:
    for negative, for positive, and positive less negative. `count` is how many features a target
    has; `shown` whether the word may stand as evidence.
    """

    target: Integers
    word: Integers
    start: Integers
    sayer: Integers
    said: Floats
    meaner: Integers
    meant: Floats
    count: Integers
    shown: Booleans


def grid_of(rows: Rows) -> Grid:
    """What every word of their sentences says of each of some targets, not yet weighed."""
    weights = load_weights()
    pair, pair_near = _pair_features(rows)
    word, side, owner, voice, clause = _word_features(rows)
    # The trainer's order, which sums hang on in their last digit.
    found = [pair, word, side, owner, _zone_feature(rows), voice, clause, pair_near]
    count = np.zeros(len(rows.word), dtype=np.uint8)
    for _, new in found:
        count += new
    speaks = [np.flatnonzero(weights.speak.take(row) & new) for row, new in found]
    row = np.concatenate([row.take(sayer) for (row, _), sayer in zip(found, speaks, strict=True)])
    said = weights.columns.take(row, axis=1)
    shown = (rows.left | rows.right) & (rows.columns.shown > 0)
    features = np.add.reduceat(count, rows.start, dtype=np.int64)
    sayer = np.concatenate(speaks)
    return Grid(rows.target, rows.word, rows.start, sayer, said, *_meant(rows), features, shown)


def _word_features(rows: Rows) -> Iterator[Feature]:
    """Words with their denial: anywhere, by side, by owner, by quotation, by side in the clause."""
    columns, left, right, first = rows.columns, rows.left, rows.right, rows.first
    word, last_word = columns.word, columns.last_word
    first_of_side = (left & (last_word < 0)) | (right & (last_word < rows.last))
    yield word, first_of_side & (left | (columns.first_word >= first))
    yield word + SIDE + right, first_of_side
    yield word + OWNER + rows.owned, _first_of_owner(rows)
    first_voiced = (left & (columns.last_voiced < 0)) | (
        right & (columns.last_voiced < rows.last) & (columns.first_voiced >= first)
    )
    yield word + QUOTED + 2 * columns.quoted + rows.target_quoted, first_voiced
    first_in_clause = np.where(left, last_word < rows.opens, first_of_side)
    yield word + CLAUSE + right, rows.in_clause & first_in_clause


def _first_of_owner(rows: Rows) -> Booleans:
    """Whether a word is the first of those the target owns, or of those other names own."""
    last_word, first_word = rows.columns.last_word, rows.columns.first_word
    owned = (last_word < rows.last) & (_last_before(rows) < rows.near)
    other = (last_word < rows.far) & (first_word >= rows.near)
    behind = rows.right & np.where(rows.owned, owned, other)
    return behind | (rows.left & (last_word < np.where(rows.owned, rows.near, 0)))


def _last_before(rows: Rows) -> Integers:
    """Where the same word stood last, those in the target passed over."""
    last = rows.columns.last_word
    inside = np.flatnonzero((last >= rows.first) & (last < rows.last))
    if not len(inside):
        return last
    last = last.copy()
    while len(inside):
        found = rows.columns.last_word.take(rows.start.take(rows.target[inside]) + last[inside])
        last[inside] = found
        inside = inside[(found >= rows.first[inside]) & (found < rows.last[inside])]
    return last


def _zone_feature(rows: Rows) -> Feature:
    """Forms by side and zone; a zone is a stretch, so the last one before it tells the first."""
    zone = _HIGH.searchsorted(rows.distance)
    left = np.maximum(rows.first - _HIGH.take(zone), 0)
    begin = np.where(rows.left, left, rows.last - 1 + _LOW.take(zone))
    first = (rows.left | rows.right) & (rows.columns.last_form < begin)
    return rows.columns.form + len(_LOW) * rows.right + zone, first


def _pair_features(rows: Rows) -> Iterator[Feature]:
    """Two words on end: anywhere, and near the target by side; the target stands as itself."""
    word, first, last_pair = rows.word, rows.first, rows.columns.last_pair
    ends, begins = word == first - 1, word == first
    pair = np.where(ends, rows.pair_before, np.where(begins, rows.pair_behind, rows.columns.pair))
    left, right = rows.left & ~ends, rows.right & (last_pair < rows.last)
    anywhere = (left & (last_pair < 0)) | (right & (rows.columns.first_pair >= first - 1))
    yield pair, ends | begins | anywhere
    near = ends | right | (left & (last_pair < np.maximum(first - _NEAR, 0)))
    yield pair + SIDE + rows.right, near & (rows.distance <= _NEAR) & ~begins


def _meant(rows: Rows) -> tuple[Integers, Floats]:
    """Which words mean something, and what in each zone, less the more words the zone holds."""
    zones = _zones(rows)
    place = rows.target * (ZONES + 1) + zones
    size = np.bincount(place.ravel(), minlength=len(rows.start) * (ZONES + 1))
    means = np.flatnonzero((rows.columns.meaning > 0) & (zones[0] == 0))
    crowd = (1 + size**0.5).take(place.take(means, axis=1))
    sign = np.where(rows.columns.denied.take(means), _DENIED_MEANING, 1.0)
    value = sign / crowd
    value[1] = sign / (1 + rows.distance.take(means) / _HALF) / crowd[1]
    row = rows.columns.meaning.take(means) + zones.take(means, axis=1)
    return means, load_weights().columns.take(row, axis=1) * value


def _zones(rows: Rows) -> Integers:
    """The zones each word stands in, one of each sort; `ZONES`, which weighs nothing, for none."""
    right = rows.right
    zones = [
        np.zeros_like(rows.word),
        ZONE_SIDE + right,
        np.where(rows.in_clause, ZONE_CLAUSE + right, ZONES),
        np.where(rows.columns.quoted, ZONE_QUOTED, ZONES),
        ZONE_OWNER + ~rows.owned,
    ]
    counted = (rows.left | right) & (rows.columns.name == 0)
    return np.where(counted, np.array(zones), ZONES)
