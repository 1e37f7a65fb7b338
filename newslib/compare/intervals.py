"""Intervals by bootstrap, with a seed: the same every time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Numbers", "bootstrap_interval", "need", "ratio_interval", "sums", "typed"]

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
    there is no value, or `level` is not between 0 and 1.

    >>> low, high = bootstrap_interval([1, 2, 3, 4, 5])
    >>> low < 3 < high
    True
    """
    numbers = np.asarray(values, dtype=float)
    if not numbers.size:
        raise ValueError("values is empty; give at least one number")
    if not 0 < level < 1:
        raise ValueError(f"level is {level}; give a number between 0 and 1")
    draw = np.random.default_rng(seed)
    of = statistic or (lambda sample: float(sample.mean()))
    found = [of(numbers[draw.integers(0, numbers.size, numbers.size)]) for _ in range(samples)]
    low, high = np.quantile(found, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def ratio_interval(
    some: Numbers, total: Numbers, samples: int, seed: int, level: float = 0.95
) -> tuple[float, float]:
    """The percentile interval of sum(some) / sum(total) over resampled units."""
    draw = np.random.default_rng(seed)
    values = np.empty(samples)
    for i in range(samples):
        chosen = draw.integers(0, len(total), len(total))
        values[i] = some[chosen].sum() / total[chosen].sum()
    low, high = np.quantile(values, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def sums(number: npt.NDArray[np.intp], values: Numbers) -> Numbers:
    """The sum of the values of each unit."""
    return np.bincount(number, weights=values).astype(np.float64)


def typed(table: pd.DataFrame, whole: tuple[str, ...], real: tuple[str, ...]) -> pd.DataFrame:
    """The table with fixed types, an empty one too, and four digits."""
    for column in whole:
        table[column] = table[column].astype("int64")
    for column in real:
        table[column] = table[column].astype("float64").round(4)
    return table


def need(table: pd.DataFrame, *columns: str) -> None:
    """ValueError where a table lacks a column."""
    for column in columns:
        if column not in table.columns:
            raise ValueError(
                f"table has no column {column!r}; its columns are {', '.join(map(str, table))}"
            )
