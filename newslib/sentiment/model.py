"""What the learnt weights make of targets in their sentences."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from newslib.sentiment.grid import Grid, grid_of
from newslib.sentiment.places import Place
from newslib.sentiment.relations import relations
from newslib.sentiment.weights import Floats, Pair, Weights, load_weights

__all__ = ["LABELS", "Verdict", "judge", "probabilities"]

LABELS = ("negative", "neutral", "positive")

_SHOWN = 6
"""How many words a verdict shows."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How likely each of `LABELS` is, and the words that spoke loudest, with their values."""

    shares: tuple[float, float, float]
    loudest: list[tuple[int, float]]


def judge(places: Sequence[Place], weights: Weights) -> list[Verdict]:
    """What speaks for negative and for positive in all, and how much each word does.

    Words count once each, and less the more of them there are; lexicon sums stay as they are.

    >>> from newslib import parse_article
    >>> from newslib.sentiment.places import place_in, scene_of
    >>> from newslib.sentiment.readings import readings
    >>> from newslib.sentiment.weights import load_weights
    >>> scene = scene_of(readings(parse_article("Marsh praised Estmark."))[0])
    >>> verdict, = judge([place_in(scene, 2, 3)], load_weights())
    >>> verdict.loudest[0][0]
    1
    """
    grid = grid_of(places, weights)
    counts, starts = grid.count.tolist(), grid.start.tolist()
    found = [
        _related(place, count, start, weights)
        for place, count, start in zip(places, counts, starts, strict=True)
    ]
    weight = np.array([one.weight for one in found])
    said = grid.said * weight.take(grid.target)[:, None] + grid.meant
    rows = [row for one in found for row in one.rows]
    values = [value for one in found for value in one.values]
    spoken = said[:, 2] + np.bincount(rows, values, len(said))
    whole = np.add.reduceat(said[:, :2], grid.start) + np.array([one.pair for one in found])
    loudest = _loudest(grid, spoken)
    return [
        Verdict(probabilities((negative, positive)), words)
        for (negative, positive), words in zip(whole.tolist(), loudest, strict=True)
    ]


class _Related(NamedTuple):
    """What the relations of a target say: in all, and by row of the grid for positive."""

    weight: float
    pair: Pair
    rows: list[int]
    values: list[float]


def _related(place: Place, count: int, start: int, weights: Weights) -> _Related:
    found, known = relations(place), weights.features
    weight = 7 / max(count + len(found.once), 1) ** 0.5
    said = [(known[name], weight, at) for name, at in found.once.items() if name in known]
    said += [(_together(names), 2 * value, at) for names, value, at in found.sums]
    negative = positive = 0.0
    rows, values = [], []
    for (minus, plus), value, at in said:
        negative += minus * value
        positive += plus * value
        if at >= 0:
            rows.append(start + at)
            values.append((plus - minus) * value)
    return _Related(weight, (negative, positive), rows, values)


@lru_cache(maxsize=10_000)
def _together(names: tuple[str, ...]) -> Pair:
    """What features with the same value say together."""
    known = load_weights().features
    pairs = [known[name] for name in names if name in known]
    return sum(minus for minus, _ in pairs), sum(plus for _, plus in pairs)


def _loudest(grid: Grid, spoken: Floats) -> list[list[tuple[int, float]]]:
    """The words that spoke most for each target, in text order: no names, no marks, not its own."""
    heard = np.flatnonzero(grid.shown & (spoken != 0))
    target = grid.target[heard]
    order = np.lexsort((-np.abs(spoken[heard]), target))
    rank = np.arange(len(order)) - np.searchsorted(target, target)
    chosen = np.sort(heard[order[rank < _SHOWN]])
    found: list[list[tuple[int, float]]] = [[] for _ in grid.start]
    rows = (column[chosen].tolist() for column in (grid.target, grid.word, spoken))
    for place, word, value in zip(*rows, strict=True):
        found[place].append((word, value))
    return found


def probabilities(pair: Pair) -> tuple[float, float, float]:
    """How likely each of `LABELS` is."""
    top = max(*pair, 0.0)
    odds = [math.exp(pair[0] - top), math.exp(-top), math.exp(pair[1] - top)]
    whole = sum(odds)
    return odds[0] / whole, odds[1] / whole, odds[2] / whole
