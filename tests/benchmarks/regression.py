"""Logistic regression over sparse features, with nothing but numpy: what the trainers share."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


class Sparse:
    """A matrix by its cells, one row a target, one column a feature."""

    def __init__(self, cells: Sequence[Sequence[tuple[int, float]]], width: int) -> None:
        """From (column, value) pairs, row by row."""
        self.row = np.repeat(np.arange(len(cells)), [len(row) for row in cells])
        self.column = np.array([column for row in cells for column, _ in row], dtype=np.int64)
        self.value = np.array([value for row in cells for _, value in row])
        self.shape = (len(cells), width)

    def times(self, weights: Floats) -> Floats:
        """The matrix times a matrix of weights."""
        found = [
            np.bincount(self.row, self.value * w[self.column], self.shape[0]) for w in weights.T
        ]
        return np.stack(found, axis=1)

    def transposed_times(self, errors: Floats) -> Floats:
        """The matrix, turned, times a matrix of errors."""
        found = [
            np.bincount(self.column, self.value * e[self.row], self.shape[1]) for e in errors.T
        ]
        return np.stack(found, axis=1)


def minimise(
    start: Floats, loss: Callable[[Floats], tuple[float, Floats]], steps: int, memory: int = 8
) -> Floats:
    """The least of a smooth function by L-BFGS (Liu & Nocedal 1989)."""
    x, (value, slope) = start, loss(start)
    pairs: list[tuple[Floats, Floats]] = []
    for _ in range(steps):
        direction = -_curved(slope, pairs)
        size = 1.0 if pairs else 1 / max(float(np.linalg.norm(slope)), 1e-9)
        for _ in range(20):
            new = x + size * direction
            new_value, new_slope = loss(new)
            if new_value <= value + 1e-4 * size * float(slope @ direction):
                break
            size /= 2
        else:
            break
        step, change = new - x, new_slope - slope
        if float(step @ change) > 1e-10:
            pairs = [*pairs, (step, change)][-memory:]
        done = value - new_value < 1e-6 * abs(value)
        x, value, slope = new, new_value, new_slope
        if done:
            break
    return x


def _curved(slope: Floats, pairs: list[tuple[Floats, Floats]]) -> Floats:
    """The slope with the curvature that past steps have shown taken out of it."""
    found, kept = slope.copy(), []
    for step, change in reversed(pairs):
        part = float(step @ found) / float(step @ change)
        kept.append(part)
        found -= part * change
    if pairs:
        step, change = pairs[-1]
        found *= float(step @ change) / float(change @ change)
    for (step, change), part in zip(pairs, reversed(kept), strict=True):
        found += (part - float(change @ found) / float(step @ change)) * step
    return found


def fit(
    matrix: Sparse, dense: Floats, labels: npt.NDArray[np.int64], strength: float, steps: int = 80
) -> tuple[Floats, Floats]:
    """Multinomial logistic regression, large weights held down: weights for cells and for dense."""
    width, extra = matrix.shape[1], dense.shape[1]
    truth = np.eye(3)[labels]

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(width + extra, 3)
        scores = matrix.times(weights[:width]) + dense @ weights[width:]
        scores -= scores.max(axis=1, keepdims=True)
        log_share = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        errors = np.exp(log_share) - truth
        slope = (
            np.concatenate([matrix.transposed_times(errors), dense.T @ errors]) + strength * weights
        )
        return float(-(truth * log_share).sum() + strength / 2 * (weights**2).sum()), slope.ravel()

    weights = minimise(np.zeros((width + extra) * 3), loss, steps).reshape(-1, 3)
    return weights[:width], weights[width:]
