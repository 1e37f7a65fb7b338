"""Compare groups of rows: which words set them apart, how often, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["bootstrap_interval", "lift", "log_odds", "rates", "shares"]

Numbers = npt.NDArray[np.float64]


def log_odds(
    table: pd.DataFrame,
    *,
    by: str,
    groups: tuple[str, str] | None = None,
    word: str = "text",
    prior: float = 500.0,
) -> pd.DataFrame:
    """Which words two groups of rows prefer: weighted log-odds with an informative prior.

    The method of Monroe, Colaresi & Quinn (2008, "Fightin' Words"): the log-odds of each word in
    the one group less that in the other, both drawn towards the odds in the whole table by a
    Dirichlet prior of `prior` words, divided by its standard error. A `z_score` above 1.96 speaks
    for the first group, one below -1.96 for the second. Words are compared in lower case.

    `table` has one row for each word, the word in column `word`, the group in column `by`;
    `groups` names the two, needed where there are more. Gives a DataFrame with `word`, `n_first`,
    `n_second`, `log_odds` and `z_score`, the strongest for the first group on top. Raises
    ValueError where a column is missing, the groups are not two, or one of them has no row.

    >>> import pandas as pd
    >>> table = pd.DataFrame({"text": ["talks", "talks", "war", "war"], "voice": list("aabb")})
    >>> log_odds(table, by="voice", prior=4)["word"].tolist()
    ['talks', 'war']
    """
    import pandas as pd

    _need(table, by, word)
    if not prior > 0:
        raise ValueError(f"prior is {prior}; give a number of words above 0")
    first, second = _two_groups(table, by, groups)
    words = table[word].astype(str).str.lower()
    counts = pd.crosstab(words, table[by]).sort_index()
    ahead, behind = counts[first].to_numpy(float), counts[second].to_numpy(float)
    whole = counts.sum(axis=1).to_numpy(float)
    difference, z = _fighting(ahead, behind, prior * whole / whole.sum())
    result = pd.DataFrame(
        {
            "word": counts.index.astype(str),
            "n_first": ahead.astype("int64"),
            "n_second": behind.astype("int64"),
            "log_odds": difference,
            "z_score": z,
        }
    )
    ordered = result.sort_values(["z_score", "word"], ascending=[False, True], ignore_index=True)
    return ordered.round({"log_odds": 4, "z_score": 4})


def _fighting(first: Numbers, second: Numbers, prior: Numbers) -> tuple[Numbers, Numbers]:
    """The difference of the log-odds and its z-score, equations 16, 20 and 22 of the paper."""
    total = prior.sum()
    odds = [
        np.log((counts + prior) / (counts.sum() + total - counts - prior).clip(1e-12))
        for counts in (first, second)
    ]
    difference = odds[0] - odds[1]
    return difference, difference / np.sqrt(1 / (first + prior) + 1 / (second + prior))


def _two_groups(
    table: pd.DataFrame, by: str, groups: tuple[str, str] | None
) -> tuple[object, object]:
    """The groups to compare: those named, or the only two there are."""
    present = sorted(table[by].dropna().unique().tolist(), key=str)
    chosen = list(groups) if groups is not None else present
    if len(chosen) != 2 or chosen[0] == chosen[1]:
        raise ValueError(
            f"groups must name two different values of {by!r}; there are {len(chosen)}: "
            f"{chosen[:6]}"
        )
    for group in chosen:
        if group not in present:
            raise ValueError(f"groups names {group!r}, but column {by!r} holds {present[:6]}")
    return chosen[0], chosen[1]


def rates(
    table: pd.DataFrame,
    *,
    by: str,
    words: Iterable[str],
    word: str = "text",
    unit: str = "article",
    min_words: int = 200,
    samples: int = 1000,
    seed: int = 0,
) -> pd.DataFrame:
    """How often words are used, per 1,000 words of each group, with a 95 % interval.

    The interval comes from a bootstrap over the articles (column `unit`), since words of one
    article are not independent; where a group has a single article, over its words. A group of
    fewer than `min_words` words gets its counts but no rate: too little to speak of.

    `table` has one row for each word. Gives a DataFrame with `by`, `n_words`, `n_found`, `rate`,
    `low` and `high`, groups in the order of their names. The same seed gives the same interval.
    Raises ValueError for a missing column, no words to look for, or a `min_words` below 1.

    >>> import pandas as pd
    >>> table = pd.DataFrame({"text": ["talks", "go", "on", "."] * 100, "voice": "narrator"})
    >>> rates(table.assign(article="a"), by="voice", words=["talks"])["rate"].tolist()
    [250.0]
    """
    import pandas as pd

    _need(table, by, word, unit)
    wanted = {one.lower() for one in words}
    if not wanted:
        raise ValueError("words is empty; give at least one word to look for")
    if min_words < 1:
        raise ValueError(f"min_words is {min_words}; give a number from 1 on")
    found = table[word].astype(str).str.lower().isin(wanted)
    rows = []
    for group in sorted(table[by].dropna().unique().tolist(), key=str):
        inside = (table[by] == group).to_numpy()
        hits = found.to_numpy()[inside].astype(float)
        units = table.loc[inside, unit].astype(str).to_numpy()
        rows.append((group, *_rate(hits, units, min_words, samples, seed)))
    result = pd.DataFrame(rows, columns=[by, "n_words", "n_found", "rate", "low", "high"])
    return _typed(result, ("n_words", "n_found"), ("rate", "low", "high"))


def _rate(
    hits: Numbers, units: npt.NDArray[np.object_], min_words: int, samples: int, seed: int
) -> tuple[int, int, float, float, float]:
    """Words, words found, rate and interval of one group; no rate where it has too few words."""
    n_words, n_found = len(hits), int(hits.sum())
    if n_words < min_words:
        return n_words, n_found, float("nan"), float("nan"), float("nan")
    names, number = np.unique(units.astype(str), return_inverse=True)
    if len(names) > 1:
        total = _sums(number, np.ones(n_words))
        low, high = _ratio_interval(_sums(number, hits), total, samples, seed)
    else:
        low, high = _ratio_interval(hits, np.ones(n_words), samples, seed)
    return n_words, n_found, 1000 * n_found / n_words, 1000 * low, 1000 * high


def _sums(number: npt.NDArray[np.intp], values: Numbers) -> Numbers:
    """The sum of the values of each unit."""
    return np.bincount(number, weights=values).astype(np.float64)


def _ratio_interval(
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


def shares(
    table: pd.DataFrame,
    *,
    by: str,
    of: str = "category",
    unit: str = "article",
    samples: int = 1000,
    seed: int = 0,
) -> pd.DataFrame:
    """What share of a group's hits falls to each category, with a 95 % bootstrap interval.

    `table` has one row for each hit, the group in column `by`, the category in column `of`. The
    bootstrap draws articles (column `unit`), or hits where a group has a single article. Gives
    a DataFrame with `by`, `of`, `n` (hits of the category), `n_hits` (hits of the group),
    `share`, `low` and `high`. Raises ValueError for a missing column.

    >>> import pandas as pd
    >>> table = pd.DataFrame({"article": "a", "voice": "narrator", "category": ["x", "x", "y"]})
    >>> shares(table, by="voice")["share"].tolist()
    [0.6667, 0.3333]
    """
    import pandas as pd

    _need(table, by, of, unit)
    rows = []
    for group in sorted(table[by].dropna().unique().tolist(), key=str):
        part = table[table[by] == group]
        _, number = np.unique(part[unit].astype(str).to_numpy(dtype=str), return_inverse=True)
        number = number if number.max() > 0 else np.arange(len(part))
        total = _sums(number, np.ones(len(part)))
        for category in sorted(part[of].unique().tolist(), key=str):
            hits = (part[of] == category).to_numpy(float)
            low, high = _ratio_interval(_sums(number, hits), total, samples, seed)
            n = int(hits.sum())
            rows.append((group, category, n, len(part), n / len(part), low, high))
    result = pd.DataFrame(rows, columns=[by, of, "n", "n_hits", "share", "low", "high"])
    return _typed(result, ("n", "n_hits"), ("share", "low", "high"))


def _typed(table: pd.DataFrame, whole: tuple[str, ...], real: tuple[str, ...]) -> pd.DataFrame:
    """The table with fixed types, an empty one too, and four digits."""
    for column in whole:
        table[column] = table[column].astype("int64")
    for column in real:
        table[column] = table[column].astype("float64").round(4)
    return table


def lift(table: pd.DataFrame, *, by: str, of: str = "category") -> pd.DataFrame:
    """How much more often a group has a category than chance would give it.

    `lift` is the count over the count `expected` if group and category were independent: 1 is
    chance, 2 twice as often. `table` has one row for each hit. Gives one row for each pair of
    `by` and `of`, zero counts too. Raises ValueError for a missing column.

    >>> import pandas as pd
    >>> table = pd.DataFrame({"voice": list("aabb"), "category": ["x", "x", "x", "y"]})
    >>> lift(table, by="voice")["lift"].tolist()
    [1.3333, 0.0, 0.6667, 2.0]
    """
    import pandas as pd

    _need(table, by, of)
    groups, categories = table[by].value_counts(), table[of].value_counts()
    pairs = table.groupby([by, of], observed=True).size().to_dict()
    rows = [
        (group, category, pairs.get((group, category), 0), n * m / len(table))
        for group, n in sorted(groups.items(), key=str)
        for category, m in sorted(categories.items(), key=str)
    ]
    result = pd.DataFrame(rows, columns=[by, of, "n", "expected"])
    return _typed(
        result.assign(lift=result["n"] / result["expected"]), ("n",), ("expected", "lift")
    )


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


def _need(table: pd.DataFrame, *columns: str) -> None:
    """ValueError where a table lacks a column."""
    for column in columns:
        if column not in table.columns:
            raise ValueError(
                f"table has no column {column!r}; its columns are {', '.join(map(str, table))}"
            )
