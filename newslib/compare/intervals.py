"""Intervals by bootstrap, with a seed: the same every time."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

__all__ = [
    "NO_INTERVAL",
    "Numbers",
    "Places",
    "bootstrap_interval",
    "check_samples",
    "ends",
    "ratio_interval",
    "resampled",
    "sums",
]

Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]

NO_INTERVAL = (float("nan"), float("nan"))
"""The ends where there is too little to draw from."""


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
    there is no value or an infinite one, `level` is not between 0 and 1, or `samples` is below 1.

    >>> low, high = bootstrap_interval([1, 2, 3, 4, 5])
    >>> low < 3 < high
    True
    """
    numbers = np.asarray(values, dtype=float)
    if not numbers.size:
        raise ValueError("values is empty; give at least one number")
    if np.isinf(numbers).any():
        raise ValueError("values holds an infinite number; give finite ones")
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


def ratio_interval(
    some: Numbers, total: Numbers, *, samples: int, seed: int
) -> tuple[float, float]:
    """The 95 % percentile interval of sum(some) / sum(total) over resampled units."""
    draw = np.random.default_rng(seed)
    values = np.empty(samples)
    for i in range(samples):
        chosen = draw.integers(0, len(total), len(total))
        values[i] = some[chosen].sum() / total[chosen].sum()
    low, high = np.quantile(values, [0.025, 0.975])
    return float(low), float(high)


def sums(unit: npt.NDArray[np.intp], values: Numbers) -> Numbers:
    """The sum of the values of each unit; units are numbered from 0."""
    return np.bincount(unit, weights=values).astype(np.float64)


def resampled(unit: Places, group: Places, values: Numbers, *, samples: int, seed: int) -> Numbers:
    """The sums of the values of each group in samples of units, drawn with replacement.

    Each row of `values` belongs to a unit and a group, both numbered from 0 without a gap. Gives
    one array for all samples, `samples` by groups by columns; all groups share the draws. Rows
    of one unit and group are added up first, so the work grows with what there is to draw.
    """
    if not len(values):
        return np.zeros((samples, 0, values.shape[1]))
    n, groups = int(unit.max()) + 1, int(group.max()) + 1
    cells, number = np.unique(group * n + unit, return_inverse=True)
    added = np.stack([np.bincount(number, weights=column) for column in values.T], axis=1)
    of_unit, first = cells % n, np.searchsorted(cells, np.arange(groups) * n)
    draw = np.random.default_rng(seed)
    found = np.empty((samples, groups, values.shape[1]))
    for i in range(samples):
        times = np.bincount(draw.integers(0, n, n), minlength=n)
        found[i] = np.add.reduceat(times[of_unit, None] * added, first, axis=0)
    return found


def ends(values: Numbers) -> tuple[Numbers, Numbers]:
    """The 95 % percentile interval along the samples; those without a value are passed over."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # a column of NaN has the ends NaN
        low, high = np.nanquantile(values, [0.025, 0.975], axis=0)
    return low, high
