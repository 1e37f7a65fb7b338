"""What the learnt weights make of targets in their sentences."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, repeat

import numpy as np

from newslib.sentiment.grid import Grid, grid_of
from newslib.sentiment.places import Place
from newslib.sentiment.relations import Relations, relations
from newslib.sentiment.weights import Floats, Integers, Pair, load_weights

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


def judge(places: Sequence[Place]) -> list[Verdict]:
    """How likely each label is towards each target, and which words spoke loudest.

    Words count once each, and less the more of them there are; lexicon sums stay as they are.

    >>> from newslib import parse_article
    >>> from newslib.sentiment.places import place_in, scene_of
    >>> from newslib.sentiment.readings import readings
    >>> scene = scene_of(readings(parse_article("Marsh praised Estmark."))[0])
    >>> verdict, = judge([place_in(scene, 2, 3)])
    >>> verdict.loudest[0][0]
    1
    """
    grid, found = grid_of(places), [relations(place) for place in places]
    count = grid.count + np.array([len(one.once) for one in found])
    weight = _SCALE / np.maximum(count, 1) ** 0.5
    said = _said(grid, weight)
    target, word, related = _related(found, weight)
    whole = np.add.reduceat(said + grid.meant.sum(axis=0), grid.start)[:, :2]
    whole += np.array([np.bincount(target, column, len(found)) for column in related.T[:2]]).T
    # Always added up in this order: a value shown with two digits may hang on its last one.
    own, spoken = word >= 0, said[:, 2].copy()
    np.add.at(spoken, grid.start.take(target[own]) + word[own], related[own, 2])
    for meant in grid.meant:
        spoken += meant[:, 2]
    loudest = _loudest(grid, spoken)
    return [
        Verdict(probabilities((negative, positive)), words)
        for (negative, positive), words in zip(whole.tolist(), loudest, strict=True)
    ]


def _said(grid: Grid, weight: Floats) -> Floats:
    """What each word says by all its features together, added up feature by feature."""
    said = grid.said * weight.take(grid.target.take(grid.sayer))[:, None]
    columns = [np.bincount(grid.sayer, column, len(grid.word)) for column in said.T]
    return np.array(columns, dtype=np.float64).T


def _related(found: list[Relations], weight: Floats) -> tuple[Integers, Integers, Floats]:
    """What the relations of targets say: of which target, by which word of it, and what.

    Those that say nothing are left out.
    """
    weights = load_weights()
    targets = np.arange(len(found))
    names = chain.from_iterable([one.once for one in found])
    row = np.array([*map(weights.features.get, names, repeat(0))])
    heard = np.flatnonzero(row)
    target = targets.repeat([len(one.once) for one in found]).take(heard)
    word = np.array([*chain.from_iterable([one.once.values() for one in found])]).take(heard)
    once = weights.rows.take(row.take(heard), axis=0) * weight.take(target)[:, None]
    alike, value, at = zip(*chain.from_iterable([one.sums for one in found]), strict=True)
    owner = targets.repeat([len(one.sums) for one in found])
    rows = [*map(_rows, alike)]
    size = [*map(len, rows)]
    sums = weights.rows.take([*chain.from_iterable(rows)], axis=0)
    sums *= (2 * np.array(value)).repeat(size)[:, None]
    return (
        np.concatenate([target, owner.repeat(size)]),
        np.concatenate([word, np.array(at).repeat(size)]),
        np.concatenate([once, sums]),
    )


@lru_cache(maxsize=10_000)
def _rows(names: tuple[str, ...]) -> tuple[int, ...]:
    """The rows of weights of some features, those without left out."""
    known = load_weights().features
    return tuple([known[name] for name in names if name in known])


def _loudest(grid: Grid, spoken: Floats) -> list[list[tuple[int, float]]]:
    """The words that spoke most for each target, in text order: no names, no marks, not its own."""
    heard = np.flatnonzero(grid.shown & (spoken != 0))
    target = grid.target.take(heard)
    # By loudness, then by target, as far as that leaves open: both sorts keep what is alike.
    order = np.negative(np.abs(spoken.take(heard))).argsort(kind="stable")
    order = order.take(target.take(order).argsort(kind="stable"))
    count = np.bincount(target, minlength=len(grid.start))
    rank = np.arange(len(order)) - (count.cumsum() - count).repeat(count)
    chosen = np.sort(heard.take(order[rank < _SHOWN]))
    stops = np.searchsorted(chosen, grid.start[1:]).tolist()
    loudest = [*zip(grid.word.take(chosen).tolist(), spoken.take(chosen).tolist(), strict=True)]
    return [loudest[a:b] for a, b in zip([0, *stops], [*stops, len(loudest)], strict=True)]


def probabilities(pair: Pair) -> tuple[float, float, float]:
    """How likely each of `LABELS` is."""
    top = max(*pair, 0.0)
    odds = [math.exp(pair[0] - top), math.exp(-top), math.exp(pair[1] - top)]
    whole = sum(odds)
    return odds[0] / whole, odds[1] / whole, odds[2] / whole
