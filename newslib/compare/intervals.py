"""Intervals by bootstrap, with a seed: the same every time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

__all__ = ["Numbers", "bootstrap_interval", "check_samples", "ratio_interval", "sums"]

Numbers = npt.NDArray[np.float64]


def bootstrap_interval(
    values: Sequence[float],
    *,
    statistic: Callable[[Numbers], float] | None = None,
    level: float = 0.95,
    samples: int = 1000,
    seed: int = 0,
) -> tuple[float, float]:
    """The percentile bootstrap interval of a statistic, the mean where none is given.

    Efron & Tibshirani (1993). The same seed gives the same interval. Raises ValueError where
    there is no value, `level` is not between 0 and 1, or `samples` is below 1.

    >>> low, high = bootstrap_interval([1, 2, 3, 4, 5])
    >>> low < 3 < high
    True
    """
    numbers = np.asarray(values, dtype=float)
    if not numbers.size:
        raise ValueError("values is empty; give at least one number")
    if not 0 < level < 1:
        raise ValueError(f"level is {level}; give a number between 0 and 1")
    check_samples(samples)
    draw = np.random.default_rng(seed)
    of = statistic or (lambda sample: float(sample.mean()))
    found = [of(numbers[draw.integers(0, numbers.size, numbers.size)]) for _ in range(samples)]
    low, high = np.quantile(found, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def check_samples(samples: int) -> None:
    """Raise ValueError where a bootstrap is asked to draw nothing."""
    if samples < 1:
        raise ValueError(f"samples is {samples}; give a number from 1 on")


def ratio_interval(some: Numbers, total: Numbers, samples: int, seed: int) -> tuple[float, float]:
    """The 95 % percentile interval of sum(some) / sum(total) over resampled units."""
    draw = np.random.default_rng(seed)
    values = np.empty(samples)
    for i in range(samples):
        chosen = draw.integers(0, len(total), len(total))
        values[i] = some[chosen].sum() / total[chosen].sum()
    low, high = np.quantile(values, [0.025, 0.975])
    return float(low), float(high)


def sums(number: npt.NDArray[np.intp], values: Numbers) -> Numbers:
    """The sum of the values of each unit."""
    return np.bincount(number, weights=values).astype(np.float64)
