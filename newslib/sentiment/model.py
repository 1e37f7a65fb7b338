"""What the learnt weights make of targets in their sentences."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

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
    said = (grid.said * weight.take(grid.target)[:, None]).sum(axis=0)
    target, word, related = _related(found, weight)
    whole = np.add.reduceat(said + grid.meant.sum(axis=0), grid.start)
    whole += np.array([np.bincount(target, column) for column in related.T]).T
    # Always added up in this order: a value shown with two digits may hang on its last one.
    own, spoken = word >= 0, said[:, 2].copy()
    np.add.at(spoken, grid.start.take(target[own]) + word[own], related[own, 2])
    for meant in grid.meant:
        spoken += meant[:, 2]
    loudest = _loudest(grid, spoken)
    return [
        Verdict(probabilities((negative, positive)), words)
        for (negative, positive, _), words in zip(whole.tolist(), loudest, strict=True)
    ]


def _related(found: list[Relations], weight: Floats) -> tuple[Integers, Integers, Floats]:
    """What the relations of targets say: of which target, by which word of it, and what."""
    weights = load_weights()
    known = weights.features
    target = np.arange(len(found)).repeat([len(one.once) for one in found])
    word = [at for one in found for at in one.once.values()]
    once = weights.rows.take([known.get(name, 0) for one in found for name in one.once], axis=0)
    names, value, at = zip(*[one for relations in found for one in relations.sums], strict=True)
    owner = np.arange(len(found)).repeat([len(one.sums) for one in found])
    rows = [*map(_rows, names)]
    size = [*map(len, rows)]
    sums = weights.rows.take([*chain.from_iterable(rows)], axis=0)
    return (
        np.concatenate([target, owner.repeat(size)]),
        np.concatenate([word, np.array(at).repeat(size)]),
        np.concatenate(
            [
                once * weight.take(target)[:, None],
                sums * (2 * np.array(value)).repeat(size)[:, None],
            ]
        ),
    )


@lru_cache(maxsize=10_000)
def _rows(names: tuple[str, ...]) -> tuple[int, ...]:
    """The rows of weights of some features, those without left out."""
    known = load_weights().features
    return tuple([known[name] for name in names if name in known])


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
