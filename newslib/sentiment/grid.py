"""What each word of a sentence says of each target in it, by where it stands: all in one table.

A feature is a word and how it stands to the target: on which side, how far, nearer than another
name, in the same clause, in the same voice. It counts once, for the first word that shows it;
whether a word is the first is told by where the same word stood last, and where it stood first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from newslib.sentiment.columns import Columns, columns_of
from newslib.sentiment.places import Place
from newslib.sentiment.weights import ZONES, Floats, Integers, Weights

__all__ = ["Grid", "grid_of"]

Booleans = npt.NDArray[np.bool_]
Features = Iterator[tuple[Integers, Booleans]]
"""For each row of the grid, a row of weights, and whether it is the first to show that feature."""

_NEAR = 6
"""How far from the target pairs of words count by their side."""

_LOW, _HIGH = np.array([1, 2, 4, 8, 15]), np.array([1, 3, 7, 14, 10**6])
"""The first and the last distance of each zone of `zone_of`."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Words by targets, one row each, target by target.

    `target` and `word` say whose row it is, `start` is the first row of each target. `said` and
    `meant` are what the word says by each feature and by its meaning in each zone: for negative,
    for positive, and positive less negative. `count` is how many features a target has; `shown`
    whether the word may stand as evidence.
    """

    target: Integers
    word: Integers
    start: Integers
    said: Floats
    meant: Floats
    count: Integers
    shown: Booleans


def grid_of(places: Sequence[Place], weights: Weights) -> Grid:
    """What every word of their sentences says of each of some targets, not yet weighed.

    >>> from newslib import parse_article
    >>> from newslib.sentiment.places import place_in, scene_of
    >>> from newslib.sentiment.readings import readings
    >>> from newslib.sentiment.weights import load_weights
    >>> scene = scene_of(readings(parse_article("Marsh praised Estmark."))[0])
    >>> grid_of([place_in(scene, 2, 3)], load_weights()).said.shape
    (8, 4, 3)
    """
    rows = _rows(places, weights)
    (pair, pair_near), (zone,) = _pair_features(rows), _form_features(rows)
    word, side, owner, voice, clause = _word_features(rows)
    found = [pair, word, side, owner, zone, voice, clause, pair_near]
    first = np.array([new for _, new in found])
    said = weights.rows.take(np.array([row for row, _ in found]) * first, axis=0)
    shown = (rows.left | rows.right) & (rows.of.shown > 0)
    meant = _meant(rows, weights)
    count = np.add.reduceat(first.sum(axis=0), rows.start)
    return Grid(rows.target, rows.at, rows.start, said, meant, count, shown)


@dataclass(frozen=True, slots=True)
class _Rows:
    """The words of each target's sentence, as arrays.

    `first` to `closes` are those of the target's `Place`, `before` and `behind` the weights of the
    pairs it makes with its neighbours. `left`, `right`, `own` (nearer to it than to another name)
    and `same` (in its clause) say where the word stands, `far` at what distance.
    """

    target: Integers
    start: Integers
    at: Integers
    first: Integers
    last: Integers
    near: Integers
    far: Integers
    opens: Integers
    inside: Integers
    before: Integers
    behind: Integers
    left: Booleans
    right: Booleans
    own: Booleans
    same: Booleans
    distance: Integers
    of: Columns


def _rows(places: Sequence[Place], weights: Weights) -> _Rows:
    scenes = list({id(place.scene): place.scene for place in places}.values())
    sizes = [len(scene.way) for scene in scenes]
    begin = dict(zip(map(id, scenes), accumulate(sizes, initial=0), strict=False))
    length = np.array([len(place.scene.way) for place in places])
    start = length.cumsum() - length
    target = np.arange(len(places)).repeat(length)
    at = np.arange(len(target)) - start.take(target)
    own = np.array([(begin[id(place.scene)], *_numbers(place, weights)) for place in places])
    begins, first, last, near, far, opens, closes, inside, before, behind = _spread(own, target)
    columns = columns_of([scene.reading for scene in scenes], weights)
    return _Rows(
        target=target,
        start=start,
        at=at,
        first=first,
        last=last,
        near=near,
        far=far,
        opens=opens,
        inside=inside,
        before=before,
        behind=behind,
        left=at < first,
        right=at >= last,
        own=(at >= near) & (at < far),
        same=(at >= opens) & (at < closes),
        distance=np.where(at < first, first - at, np.maximum(at - last + 1, 0)),
        of=Columns(*_spread(columns, begins + at)),
    )


def _spread(table: Integers, rows: Integers) -> Integers:
    """Some rows of a table, turned: one array a column."""
    return np.ascontiguousarray(table.take(rows, axis=0).T)


def _numbers(place: Place, weights: Weights) -> tuple[int, ...]:
    """What is one for all words of a target."""
    forms, first, last = place.scene.reading.forms, place.first, place.last
    before = f"{forms[first - 1]}_TARGET" if first else ""
    behind = f"TARGET_{forms[last] if last < len(forms) else '</s>'}"
    pairs = weights.pairs
    return (
        *(first, last, place.near, place.far, place.opens, place.closes),
        place.scene.reading.quoted[first],
        pairs.get(before, 0),
        pairs.get(behind, 0),
    )


def _word_features(rows: _Rows) -> Features:
    """Words with their denial: anywhere, by side, by owner, by quotation, by side in the clause."""
    of, left, right, first = rows.of, rows.left, rows.right, rows.first
    fresh = of.last_word < rows.last
    new = (left & (of.last_word < 0)) | (right & fresh)
    yield of.word, new & (left | (of.first_word >= first))
    yield of.word + 1 + right, new
    yield of.word + 3 + rows.own, _first_of_owner(rows)
    heard = (right & (of.last_voiced < rows.last) & (of.first_voiced >= first)) | (
        left & (of.last_voiced < 0)
    )
    yield of.word + 5 + 2 * of.quoted + rows.inside, heard
    yield of.word + 9 + right, rows.same & np.where(left, of.last_word < rows.opens, new)


def _first_of_owner(rows: _Rows) -> Booleans:
    """Whether a word is the first of those the target owns, or of those other names own."""
    of, fresh = rows.of, rows.of.last_word < rows.last
    own = fresh & (_last_before(rows) < rows.near)
    other = (of.last_word < rows.far) & (of.first_word >= rows.near)
    behind = rows.right & np.where(rows.own, own, other)
    return behind | (rows.left & (of.last_word < np.where(rows.own, rows.near, 0)))


def _last_before(rows: _Rows) -> Integers:
    """Where the same word stood last, those in the target passed over."""
    last, begin = rows.of.last_word, rows.start[rows.target]
    while (inside := (last >= rows.first) & (last < rows.last)).any():
        last = np.where(inside, rows.of.last_word.take(begin + last), last)
    return last


def _form_features(rows: _Rows) -> Features:
    """Forms by side and zone; a zone is a stretch, so the last one before it tells the first."""
    zone = _HIGH.searchsorted(rows.distance)
    left = np.maximum(rows.first - _HIGH.take(zone), 0)
    begin = np.where(rows.left, left, rows.last - 1 + _LOW.take(zone))
    first = (rows.left | rows.right) & (rows.of.last_form < begin)
    yield rows.of.form + 5 * rows.right + zone, first


def _pair_features(rows: _Rows) -> Features:
    """Two words on end: anywhere, and near the target by side; the target stands as itself."""
    of, at, first = rows.of, rows.at, rows.first
    ends, begins = at == first - 1, at == first
    pair = np.where(ends, rows.before, np.where(begins, rows.behind, of.pair))
    left, right = rows.left & ~ends, rows.right & (of.last_pair < rows.last)
    anywhere = (left & (of.last_pair < 0)) | (right & (of.first_pair >= first - 1))
    yield pair, ends | begins | anywhere
    near = ends | right | (left & (of.last_pair < np.maximum(first - _NEAR, 0)))
    yield pair + 1 + rows.right, near & (rows.distance <= _NEAR) & ~begins


def _meant(rows: _Rows, weights: Weights) -> Floats:
    """What the words mean in each zone they stand in, less the more words the zone holds."""
    of, targets = rows.of, len(rows.start)
    counted = (rows.left | rows.right) & (of.name == 0)
    zones = np.array(
        [
            np.zeros_like(rows.at),
            1 + rows.right,
            np.where(rows.same, 3 + rows.right, ZONES),
            np.where(of.quoted, 5, ZONES),
            7 - rows.own,
        ]
    )
    zones[:, ~counted] = ZONES
    place = rows.target * (ZONES + 1) + zones
    size = np.bincount(place.ravel(), minlength=targets * (ZONES + 1))
    sign = np.where(of.denied, -0.5, 1.0)
    value = np.tile(sign, (len(zones), 1))
    value[1] = sign / (1 + rows.distance / 3)
    value /= (1 + size**0.5).take(place)
    return np.asarray(weights.rows.take(of.meaning + zones, axis=0) * value[:, :, None])
