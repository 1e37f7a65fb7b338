"""What the learnt weights make of targets in their sentences."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from newslib.article import records
from newslib.sentiment.grid import Grid, grid_of
from newslib.sentiment.places import Places, Target, places_of
from newslib.sentiment.polar import polar_of, roles_of
from newslib.sentiment.relations import Feature, Sum, always, described, itself, neighbours
from newslib.sentiment.rows import Rows, rows_of
from newslib.sentiment.scenes import Scenes, scenes_of
from newslib.sentiment.verbs import governors_of, subjects_of
from newslib.sentiment.weights import Booleans, Floats, Integers, Pair, load_weights

__all__ = ["LABELS", "Verdict", "judge", "probabilities"]

LABELS = ("negative", "neutral", "positive")

_SCALE = 7
"""What the features that count once are scaled by, as the trainer has it."""

_SHOWN = 6
"""How many words a verdict shows."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How likely each of `LABELS` is, and the words that spoke loudest, with their values."""

    shares: tuple[float, float, float]
    loudest: list[tuple[int, float]]


def judge(targets: Sequence[Target]) -> list[Verdict]:
    """How likely each label is towards each target, and which words spoke loudest.

    Words count once each, and less the more of them there are; lexicon sums stay as they are.

    >>> from newslib import parse_article
    >>> from newslib.sentiment.readings import readings
    >>> reading, = readings(parse_article("Marsh praised Estmark."))
    >>> verdict, = judge([(reading, 2, 3)])
    >>> verdict.loudest[0][0]
    1
    """
    apart = {id(reading): reading for reading, _, _ in targets}
    number = dict(zip(apart, range(len(apart)), strict=True))
    scenes = scenes_of(list(apart.values()))
    places = places_of(targets, [number[id(reading)] for reading, _, _ in targets], scenes)
    rows = rows_of(places, scenes)
    return _judged(grid_of(rows), *_relations(rows, places, scenes))


def _judged(grid: Grid, once: Feature, sums: Sum) -> list[Verdict]:
    """The verdicts from what words say by their places, and from the relations of targets."""
    n_targets = len(grid.start)
    features = grid.count + np.bincount(once[0], minlength=n_targets)
    weight = _SCALE / np.maximum(features, 1) ** 0.5
    *both, spoken = _said(grid, weight)
    target, word, related = _related(once, sums, weight)
    # Always added up in this order: a value shown with two digits may hang on its last one.
    for column, meant in zip(both, grid.meant, strict=False):
        column[grid.meaner] += meant.sum(axis=0)
    whole = np.add.reduceat(both, grid.start, axis=1)
    whole += [np.bincount(target, column, n_targets) for column in related[:2]]
    own = np.flatnonzero(word >= 0)
    np.add.at(spoken, grid.start.take(target.take(own)) + word.take(own), related[2].take(own))
    means = spoken.take(grid.meaner)
    for meant in grid.meant[2]:
        means += meant
    spoken[grid.meaner] = means
    shares = [*map(probabilities, zip(*whole.tolist(), strict=True))]
    return records(Verdict, shares, _loudest(grid, spoken))


def _relations(rows: Rows, places: Places, scenes: Scenes) -> tuple[Feature, Sum]:
    """The features that count once, and those that add up, always sort by sort in this order."""
    subjects, governors = subjects_of(places, scenes), governors_of(places, scenes)
    together, polar = polar_of(rows, scenes)
    once = [
        neighbours(places, scenes),
        *subjects.features(places, scenes),
        *governors.features(places, scenes),
        described(places, scenes),
        together,
        itself(places, scenes),
    ]
    sums = [
        *subjects.sums(places, scenes),
        governors.sums(places, scenes),
        roles_of(rows, places, scenes),
        polar,
        always(places, scenes),
    ]
    target, row, word = map(np.concatenate, zip(*once, strict=True))
    owner, alike, at, value = map(np.concatenate, zip(*sums, strict=True))
    return (target, row, word), (owner, alike, at, value)


def _said(grid: Grid, weight: Floats) -> list[Floats]:
    """What each word says by all its features together, added up feature by feature."""
    said = grid.said * weight.take(grid.target).take(grid.sayer)
    columns = [np.bincount(grid.sayer, column, len(grid.word)) for column in said]
    return [np.asarray(column, dtype=np.float64) for column in columns]


def _related(once: Feature, sums: Sum, weight: Floats) -> tuple[Integers, Integers, Floats]:
    """What the relations of targets say: of which target, by which word of it, and what.

    Those that say nothing are left out.
    """
    columns = load_weights().columns
    heard = np.flatnonzero(once[1])
    target, row, word = [given.take(heard) for given in once]
    adding = np.flatnonzero(sums[1])
    owner, alike, at = [given.take(adding) for given in sums[:3]]
    said = columns.take(row, axis=1) * weight.take(target)
    added = columns.take(alike, axis=1) * (2 * sums[3].take(adding))
    return (
        np.concatenate([target, owner]),
        np.concatenate([word, at]),
        np.concatenate([said, added], axis=1),
    )


def _loudest(grid: Grid, spoken: Floats) -> list[list[tuple[int, float]]]:
    """The words that spoke most for each target, in text order: no names, no marks, not its own."""
    heard = np.flatnonzero(grid.shown & (spoken != 0))
    chosen = heard[_most(grid.target.take(heard), np.abs(spoken.take(heard)), len(grid.start))]
    stops = chosen.searchsorted(grid.start[1:]).tolist()
    loudest = [*zip(grid.word.take(chosen).tolist(), spoken.take(chosen).tolist(), strict=True)]
    return [loudest[a:b] for a, b in zip([0, *stops], [*stops, len(loudest)], strict=True)]


def _most(target: Integers, loud: Floats, n_targets: int) -> Booleans:
    """Which are the `_SHOWN` loudest of their target; of those that are alike, the first ones."""
    rank = _ranks(target, n_targets)
    table = np.zeros((n_targets, _SHOWN + int(rank.max(initial=0))))
    table[target, rank] = loud
    least = np.partition(table, -_SHOWN, axis=1)[:, -_SHOWN].take(target)
    most, alike = loud > least, np.flatnonzero(loud == least)
    free = _SHOWN - np.bincount(target[most], minlength=n_targets)
    of_alike = target.take(alike)
    most[alike[_ranks(of_alike, n_targets) < free.take(of_alike)]] = True
    return most


def _ranks(target: Integers, n_targets: int) -> Integers:
    """How many before each have the same target, where those of a target stand together."""
    count = np.bincount(target, minlength=n_targets)
    return np.asarray(np.arange(len(target)) - (count.cumsum() - count).repeat(count))


def probabilities(pair: Pair) -> tuple[float, float, float]:
    """How likely each of `LABELS` is."""
    negative, positive = pair
    top = max(negative, positive, 0.0)
    odds = math.exp(negative - top), math.exp(-top), math.exp(positive - top)
    whole = sum(odds)
    return odds[0] / whole, odds[1] / whole, odds[2] / whole
