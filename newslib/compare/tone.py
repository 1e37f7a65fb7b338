"""The mean tone towards a target, by voice, and how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslib.compare.columns import need, typed
from newslib.compare.intervals import NO_INTERVAL, bootstrap_interval

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["mean_tones"]


def mean_tones(
    table: pd.DataFrame,
    *,
    by: str = "voice",
    of: str = "name",
    min_n: int = 3,
    samples: int = 1000,
    seed: int = 0,
) -> pd.DataFrame:
    """The mean tone of each group (column `by`) towards each target (`of`), with an interval.

    Takes a `targets_table`; negative counts −1, neutral 0, positive 1. Columns: `by`, `of`, `n`
    (mentions), `tone` (mean), `low` and `high`, a 95 % percentile bootstrap over the mentions.
    Fewer than `min_n` mentions have a mean but no interval. Most mentioned pairs first. Raises
    ValueError for a missing column.

    >>> from newslib import parse_article, targets_table
    >>> found = mean_tones(targets_table(parse_article("Ann Marsh left. Ann Marsh ate.")))
    >>> found[["voice", "name", "n", "tone"]].values.tolist()
    [['narrator', 'Ann Marsh', 2, 0.0]]
    """
    import pandas as pd

    need(table, by, of, "label")
    tones = table["label"].map({"negative": -1.0, "neutral": 0.0, "positive": 1.0})
    rows = []
    for (group, target), values in tones.groupby([table[by], table[of]]):
        ends = NO_INTERVAL
        if len(values) >= min_n:
            ends = bootstrap_interval(values.tolist(), samples=samples, seed=seed)
        rows.append((group, target, len(values), values.mean(), *ends))
    result = pd.DataFrame(rows, columns=[by, of, "n", "tone", "low", "high"])
    ordered = result.sort_values(["n", by, of], ascending=[False, True, True], ignore_index=True)
    return typed(ordered, whole=("n",), real=("tone", "low", "high"))
